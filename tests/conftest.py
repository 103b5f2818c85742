import pytest

from bot import logs


@pytest.fixture(scope="session", autouse=True)
def _logs_as_in_operation() -> None:
    """Log as the bot does, not with structlog's pictures of every local variable."""
    logs.configure(debug=False)
