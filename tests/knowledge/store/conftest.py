"""The engines that must keep the contract: `test_contract_*.py` runs on each of them."""

import stat
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.postgres import PostgresStore


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[EmbeddedStore]:
    store = await EmbeddedStore.open(folder)
    try:
        yield store
    finally:
        await store.close()


class Engine(Protocol):
    """One body of data, empty at first, that can be opened again and again."""

    async def open(self) -> Store: ...


@dataclass
class Embedded:
    folder: Path

    async def open(self) -> Store:
        return await EmbeddedStore.open(self.folder)


@dataclass
class Postgres:
    url: str

    async def open(self) -> Store:
        return await PostgresStore.open(self.url)


@pytest.fixture(params=["embedded", "postgres"])
def new_engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Engine]:
    """Make engines with data of their own; another engine is one more param and one more branch here."""
    if request.param == "embedded":
        return lambda: Embedded(tmp_path_factory.mktemp("store"))
    server = request.getfixturevalue("postgres")
    return lambda: Postgres(server.new_url())


@pytest.fixture
def engine(new_engine: Callable[[], Engine]) -> Engine:
    return new_engine()


@pytest.fixture
async def store(engine: Engine) -> AsyncIterator[Store]:
    opened = await engine.open()
    yield opened
    await opened.close()
