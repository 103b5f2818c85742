from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import logs
from knowledge.store.embedded import EmbeddedStore


@pytest.fixture(scope="session", autouse=True)
def _logs_as_in_operation() -> None:
    """Log as the bot does, not with structlog's pictures of every local variable."""
    logs.configure(debug=False)


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[EmbeddedStore]:
    """The embedded store, empty, in a folder of its own."""
    store = await EmbeddedStore.open(tmp_path / "store")
    yield store
    await store.close()
