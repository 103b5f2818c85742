"""Who leads, how Teams is reached, and where Erfa has introduced itself."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from knowledge import networks
from knowledge.networks import Address, Leader
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


async def test_an_address_is_written_when_it_changes(store: Store) -> None:
    address = Address("https://smba.example/emea/", "28:erfa", "Erfa", "tenant-1")
    moved = replace(address, service_url="https://smba.example/amer/")
    assert await store.run(lambda tx: networks.address(tx, DALARNA)) is None
    written = []
    for told in (address, address, moved):
        await store.run(partial(networks.remember_address, network=DALARNA, address=told))
        assert await store.run(lambda tx: networks.address(tx, DALARNA)) == told
        written.append(await store.run(lambda tx: tx.query("")[0].etag))
    assert written[0] == written[1] != written[2]
    assert await store.run(lambda tx: networks.address(tx, NORR)) is None


async def test_a_private_chat_is_remembered_for_a_person(store: Store) -> None:
    chat = Address("https://smba.example/emea/", "28:erfa", "Erfa", "tenant-1", "a:chat")
    await store.run(lambda tx: networks.remember_chat(tx, BO.id, chat))
    assert await store.run(lambda tx: networks.chat(tx, BO.id)) == chat
    assert await store.run(lambda tx: networks.chat(tx, ANNA.id)) is None


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
