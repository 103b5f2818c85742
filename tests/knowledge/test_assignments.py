"""What is kept about home assignments: told, forgotten, let go when it was long enough ago."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from knowledge import assignments
from knowledge.assignments import KEPT, NAMES_KEPT, Assignment, Trying
from knowledge.personal import Someone
from knowledge.store.embedded import EmbeddedStore

NETWORK = "19:nät@thread.tacv2"
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
GIVEN = Assignment("ett", NETWORK, "anna", "19:kanal", "sv", "Ring.", date(2026, 4, 2), NOW)
ANNA, BO = Someone("anna", "Anna"), Someone("bo", "Bo")
END = datetime(2026, 4, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
async def given(embedded: EmbeddedStore) -> EmbeddedStore:
    await embedded.run(lambda tx: assignments.give(tx, GIVEN))
    await embedded.run(lambda tx: assignments.try_it(tx, GIVEN, "bo", Trying("Mora", "Bra.", shared=True), NOW))
    await embedded.run(lambda tx: assignments.try_it(tx, GIVEN, "cia", Trying("Falun"), NOW))
    return embedded


async def homes(store: EmbeddedStore) -> list[str]:
    return [each.home for each in await store.run(lambda tx: assignments.tried(tx, GIVEN))]


async def test_what_is_kept_is_told(given: EmbeddedStore) -> None:
    told = await given.run(lambda tx: assignments.kept_of(tx, BO) + assignments.kept_of(tx, ANNA))
    assert [each.kind for each in told] == ["trying", "assignment"]
    assert told[0].held == {"text": "Ring.", "home": "Mora", "report": "Bra."}


async def test_only_who_has_not_told_is_reminded(given: EmbeddedStore) -> None:
    assert await given.run(lambda tx: assignments.unreported(tx, GIVEN)) == ["cia"]


async def test_reports_are_found_by_when_they_were_told(given: EmbeddedStore) -> None:
    before, after = NOW - timedelta(days=1), NOW + timedelta(days=1)
    for since, until, count in ((NOW, NOW, 1), (after, END, 0), (before, before, 0)):
        found = await given.run(partial(assignments.reported, network=NETWORK, since=since, until=until))
        assert len(found) == count


async def test_who_is_forgotten_is_gone(given: EmbeddedStore) -> None:
    for person in (BO, ANNA):
        await given.run(partial(assignments.forget_person, person=person, now=NOW))
    assert await homes(given) == ["Falun"]
    [left] = await given.run(lambda tx: assignments.every(tx, NETWORK))
    assert left == replace(GIVEN, maker="")


async def test_who_it_was_is_let_go_after_half_a_year_and_all_after_two(given: EmbeddedStore) -> None:
    for _ in range(2):
        await given.run(lambda tx: assignments.forget(tx, NETWORK, END + NAMES_KEPT + timedelta(days=1)))
        assert await homes(given) == ["Falun", "Mora"]
        assert await given.run(lambda tx: assignments.kept_of(tx, BO)) == []
        assert await given.run(lambda tx: assignments.unreported(tx, GIVEN)) == []
    await given.run(lambda tx: assignments.forget(tx, NETWORK, END + KEPT + timedelta(days=1)))
    assert not await given.run(lambda tx: tx.query("networks"))
