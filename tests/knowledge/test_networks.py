"""Who leads, who is known from where, and where Erfa has introduced itself."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge import networks
from knowledge.networks import Leader
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore

NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
LEASE = timedelta(seconds=15)
DALARNA, NORR = "19:dalarna@thread.tacv2", "19:norr/öst@thread.tacv2"
ANNA, BO = Leader("anna", "Anna Ek"), Leader("bo/29:1", "Bo Å")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await EmbeddedStore.open(tmp_path)
    yield store
    await store.close()


async def test_each_network_has_its_own_leaders(store: Store) -> None:
    await store.run(lambda tx: networks.appoint(tx, DALARNA, ANNA))
    await store.run(lambda tx: networks.appoint(tx, DALARNA, BO))
    await store.run(lambda tx: networks.appoint(tx, DALARNA, ANNA))
    assert await store.run(lambda tx: networks.leaders(tx, DALARNA)) == [ANNA, BO]
    assert await store.run(lambda tx: networks.is_leader(tx, DALARNA, BO.id))
    assert not await store.run(lambda tx: networks.is_leader(tx, NORR, BO.id))
    assert await store.run(lambda tx: networks.leaders(tx, NORR)) == []


async def test_the_network_seen_last_counts(store: Store) -> None:
    assert await store.run(lambda tx: networks.known_network(tx, "anna")) is None
    await store.run(lambda tx: networks.seen(tx, DALARNA, "anna"))
    assert await store.run(lambda tx: networks.known_network(tx, "anna")) == DALARNA
    await store.run(lambda tx: networks.seen(tx, NORR, "anna"))
    assert await store.run(lambda tx: networks.known_network(tx, "anna")) == NORR
    assert await store.run(lambda tx: networks.known_network(tx, "bo")) is None


async def begun(store: Store, place: str, seconds: float = 0) -> bool:
    moment = NOW + timedelta(seconds=seconds)
    return await store.run(lambda tx: networks.begin_introduction(tx, place, moment, LEASE))


async def test_an_introduction_is_begun_by_one_at_a_time(store: Store) -> None:
    assert await begun(store, DALARNA)
    assert not await begun(store, DALARNA, seconds=14)
    assert await begun(store, NORR)
    assert await begun(store, DALARNA, seconds=15), "who began it had failed"


async def test_an_introduction_is_made_once_until_forgotten(store: Store) -> None:
    assert await begun(store, DALARNA)
    await store.run(lambda tx: networks.finish_introduction(tx, DALARNA))
    assert not await begun(store, DALARNA, seconds=10**7)
    await store.run(lambda tx: networks.forget_introduction(tx, DALARNA))
    assert await begun(store, DALARNA)
