"""Exercises that were put out: who sat where is told, forgotten, and let go after a month."""

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.exercises import sessions
from knowledge.exercises.sessions import KEPT, NAMES_KEPT, Seat, Session
from knowledge.exercises.shelf import shipped
from knowledge.personal import Someone
from knowledge.store.embedded import EmbeddedStore

NETWORK = "19:nät@thread.tacv2"
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
GROUPS = ((Seat("bo", "Bo Ek", "Mora"), Seat("cia", "Cia", "Falun")), (Seat("dan", "Dan", ""), Seat("eva", "Eva", "")))
HELD = Session("ett", NETWORK, "träff", "19:kanal", "sv", shipped()[0], GROUPS, NOW)
BO = Someone("bo", "Bo Ek")


@pytest.fixture
async def held(embedded: EmbeddedStore) -> EmbeddedStore:
    await embedded.run(lambda tx: sessions.put_out(tx, HELD))
    await embedded.run(lambda tx: sessions.bring_back(tx, HELD, 1, ("Ett.", "Två."), NOW))
    return embedded


async def names(store: EmbeddedStore) -> list[str]:
    [found] = await store.run(lambda tx: sessions.every(tx, NETWORK))
    return [seat.name for group in found.groups for seat in group]


async def test_what_is_kept_is_told(held: EmbeddedStore) -> None:
    [told] = await held.run(lambda tx: sessions.kept_of(tx, BO))
    assert (told.kind, told.network, told.held["title"]) == ("exercise", NETWORK, shipped()[0].title)


async def test_who_is_forgotten_leaves_an_empty_seat(held: EmbeddedStore) -> None:
    await held.run(lambda tx: sessions.forget_person(tx, BO, NOW))
    assert await names(held) == ["en deltagare", "Cia", "Dan", "Eva"]
    assert await held.run(lambda tx: sessions.kept_of(tx, BO)) == []


async def test_names_are_let_go_after_a_month_and_all_after_two_years(held: EmbeddedStore) -> None:
    await held.run(lambda tx: sessions.forget(tx, NETWORK, NOW + NAMES_KEPT))
    assert "Cia" in await names(held)
    for _ in range(2):
        await held.run(lambda tx: sessions.forget(tx, NETWORK, NOW + NAMES_KEPT + timedelta(hours=1)))
        assert await names(held) == ["en deltagare"] * 4
    assert await held.run(lambda tx: sessions.brought_back(tx, HELD)) == {1: ("Ett.", "Två.")}
    await held.run(lambda tx: sessions.forget(tx, NETWORK, NOW + KEPT + timedelta(hours=1)))
    assert not await held.run(lambda tx: tx.query("networks"))
