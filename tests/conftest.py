from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot import logs
from knowledge.store.embedded import EmbeddedStore
from tests import postgres as postgres_server

# How long an example takes says more of the machine than of Erfa.
settings.register_profile("erfa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("erfa")


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


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Server]:
    """One server for all tests, each with a place of its own there. What it holds need not outlive it."""
    with postgres_server.serving(fsync="off") as server:
        yield server
