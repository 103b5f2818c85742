"""Everything moves from any engine to any other; nothing is written over, and a difference is found."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.store.contract import Store, StoreExists, Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.move import PAGE, MovedBadly, move
from knowledge.store.postgres import PostgresStore
from tests.knowledge.store.test_contract_values import JSON, NAMES
from tests.knowledge.store.works import append, put
from tests.postgres import Server

Both = tuple[Store, Store]


@pytest.fixture(params=["embedded to postgres", "postgres to embedded"])
async def stores(request: pytest.FixtureRequest, postgres: Server, tmp_path: Path) -> AsyncIterator[Both]:
    """Where to move from, and where to."""
    folder, database = await EmbeddedStore.open(tmp_path), await PostgresStore.open(postgres.new_url())
    yield (folder, database) if request.param.startswith("embedded") else (database, folder)
    await folder.close()
    await database.close()


def everything(tx: Transaction) -> dict[str, Any]:
    documents = {entry.key: entry.value for entry in tx.query("", limit=100_000)}
    return {"documents": documents, "streams": {each: tx.scan(each, limit=100_000) for each in tx.streams()}}


def fill(tx: Transaction) -> None:
    for number in range(PAGE * 2 + 1):
        tx.put(f"å/{number:05}", {"n": number, "half": 0.5, "whole": 1.0})
    for number in range(PAGE + 1):
        tx.append("s", {"n": number})
    tx.append("another/stream", {})


async def test_everything_is_there_afterwards(stores: Both) -> None:
    source, target = stores
    await source.run(fill)
    assert await move(source, target) == PAGE * 3 + 3
    assert await target.run(everything) == await source.run(everything)


@pytest.mark.parametrize("work", [put("a", {}), append("s", {})])
async def test_nothing_is_written_over_what_is_there(stores: Both, work: Any) -> None:
    source, target = stores
    await source.run(fill)
    await target.run(work)
    before = await target.run(everything)
    with pytest.raises(StoreExists):
        await move(source, target)
    assert await target.run(everything) == before


async def test_a_move_that_fails_leaves_nothing(stores: Both) -> None:
    source, target = stores
    await source.run(fill)
    moving = asyncio.create_task(move(Closing(source), target))
    with pytest.raises(RuntimeError, match="gone"):
        await moving
    assert await target.run(everything) == {"documents": {}, "streams": {}}


async def test_what_is_written_meanwhile_is_found_to_differ(stores: Both) -> None:
    source, target = stores
    await source.run(fill)
    with pytest.raises(MovedBadly):
        await move(Written(source), target)


class Closing:
    """A store that is lost when half of it has been read."""

    def __init__(self, store: Store) -> None:
        self.store, self.left = store, 2

    async def run(self, work: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise RuntimeError("gone")
        return await self.store.run(work)

    async def erase(self) -> None: ...

    async def close(self) -> None: ...


class Written(Closing):
    """A store that somebody writes to whenever it is read."""

    async def run(self, work: Any) -> Any:
        found = await self.store.run(work)
        self.left += 1
        await self.store.run(put("å/00000", {"n": self.left}))
        return found


@settings(max_examples=20)
@given(values=st.lists(st.dictionaries(NAMES, JSON), max_size=5))
def test_every_value_comes_through_there_and_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, postgres: Server, values: list[dict[str, Any]]
) -> None:
    async def there_and_back() -> None:
        first = await EmbeddedStore.open(tmp_path_factory.mktemp("store"))
        between = await PostgresStore.open(postgres.new_url())
        last = await EmbeddedStore.open(tmp_path_factory.mktemp("store"))
        for number, value in enumerate(values):
            await first.run(put(f"k/{number}", value))
        await move(first, between)
        await move(between, last)
        assert repr(await last.run(everything)) == repr(await first.run(everything))
        for store in (first, between, last):
            await store.close()

    asyncio.run(there_and_back())
