"""What is kept of people about planned meetings: told, forgotten, and let go when it was long enough ago."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.gatherings import keeping, lifecycle
from knowledge.gatherings.keeping import KEPT, NAMES_KEPT
from knowledge.gatherings.lifecycle import Coming, Given
from knowledge.gatherings.model import Answer, Gathering, Plan
from knowledge.personal import Someone
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix

NETWORK = "19:nät@thread.tacv2"
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
PLAN = Plan("Träff", (), NOW + timedelta(days=1), NOW + timedelta(days=1, hours=2), presenting="Anna Ek – Leksand")
HELD = Gathering("träff", NETWORK, "anna", "19:kanal", "sv", PLAN, "länk", NOW, NOW)
ANNA = Someone("anna", "Anna Ek")


@pytest.fixture
async def planned(embedded: EmbeddedStore) -> EmbeddedStore:
    await embedded.run(lambda tx: lifecycle.plan(tx, HELD, UTC))
    await embedded.run(lambda tx: lifecycle.answer(tx, HELD, "anna", Given(Answer.YES, "Leksand", "Anna Ek"), NOW))
    return embedded


async def count(store: EmbeddedStore) -> int:
    turnout = await store.run(lambda tx: lifecycle.turnout(tx, HELD))
    return sum(each.count for each in turnout)


async def test_it_tells_what_is_kept(planned: EmbeddedStore) -> None:
    told = await planned.run(lambda tx: keeping.kept_of(tx, ANNA))
    assert [(each.kind, each.network) for each in told] == [("gathering", NETWORK), ("attendance-yes", NETWORK)]
    assert told[1].held == {"title": "Träff", "home": "Leksand"}
    named = await planned.run(lambda tx: keeping.kept_of(tx, Someone("other", "Anna Ek")))
    assert [each.kind for each in named] == ["gathering"]
    assert await planned.run(lambda tx: keeping.kept_of(tx, Someone("bo", "Bo"))) == []


async def test_who_is_forgotten_does_not_come_and_is_not_named(planned: EmbeddedStore) -> None:
    await planned.run(lambda tx: keeping.forget_person(tx, ANNA, NOW))
    assert await count(planned) == 0
    [left] = await planned.run(lambda tx: lifecycle.every(tx, NETWORK))
    assert (left.maker, left.plan.presenting) == ("", "en deltagare – Leksand")
    assert await planned.run(lambda tx: keeping.kept_of(tx, ANNA)) == []


async def test_at_what_was_held_they_still_count(planned: EmbeddedStore) -> None:
    await planned.run(lambda tx: keeping.forget_person(tx, ANNA, PLAN.ends))
    assert await count(planned) == 1
    assert await planned.run(lambda tx: lifecycle.coming(tx, HELD)) == []


async def test_who_came_is_forgotten_after_a_month_and_the_meeting_after_two_years(planned: EmbeddedStore) -> None:
    await planned.run(lambda tx: keeping.forget(tx, NETWORK, PLAN.ends + NAMES_KEPT))
    assert await planned.run(lambda tx: lifecycle.coming(tx, HELD)) == [Coming("anna", "Anna Ek", "Leksand")]
    for _ in range(2):
        await planned.run(lambda tx: keeping.forget(tx, NETWORK, PLAN.ends + NAMES_KEPT + timedelta(hours=1)))
        assert await planned.run(lambda tx: lifecycle.coming(tx, HELD)) == []
        assert await count(planned) == 1
        answers = await planned.run(lambda tx: tx.query(prefix("networks", NETWORK, "gathering-answers")))
        assert "Anna" not in str(answers)
    await planned.run(lambda tx: keeping.forget(tx, NETWORK, PLAN.ends + KEPT + timedelta(hours=1)))
    assert await planned.run(lambda tx: lifecycle.every(tx, NETWORK)) == []
    assert not await planned.run(lambda tx: tx.query("networks"))


async def test_another_meeting_is_not_touched(planned: EmbeddedStore) -> None:
    other = replace(HELD, id="annan", maker="bo", link="annan", plan=replace(PLAN, presenting=""))
    await planned.run(lambda tx: lifecycle.plan(tx, other, UTC))
    await planned.run(lambda tx: keeping.forget_person(tx, ANNA, NOW))
    assert await planned.run(lambda tx: lifecycle.find(tx, NETWORK, "annan")) == other
