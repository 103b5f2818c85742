"""What rounds leave behind: who has met whom, who waited, which places have met; and what is forgotten when."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from knowledge import people
from knowledge.people import Profile
from knowledge.personal import Someone
from knowledge.rounds import history, keeping, lifecycle, records
from knowledge.rounds.model import Asked, Group, Member, Met, Participant, Round
from knowledge.rounds.times import proposed
from knowledge.store.contract import Store, Transaction
from tests.bot.activities import TEAM

NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
A_MONTH = timedelta(days=30)


def a_round(number: int) -> Round:
    at = NOW + number * A_MONTH
    return Round(f"round{number}", TEAM, "anna", "19:kanal", "sv", 3, Asked.ALL, False, at, at, ("29:x",), at)


def agreed(number: int, *homes: str, met: Met | None = None) -> Group:
    """People named as their homes are, in lower case."""
    members = tuple(Member(home.lower(), home, home, NOW) for home in homes)
    at = NOW + number * A_MONTH
    return Group(f"round{number}.{homes[0]}", TEAM, members, at, at, at, met)


def keep(tx: Transaction, number: int, *groups: Group) -> None:
    records.save(tx, a_round(number))
    for group in groups:
        records.save_group(tx, group)
        for member in group.members:
            held = Participant(member.person, member.name, NOW, group.id, 0.75)
            records.save_participant(tx, a_round(number), held)


@pytest.fixture
async def store(embedded: Store) -> AsyncIterator[Store]:
    await embedded.run(lambda tx: keep(tx, 1, agreed(1, "Avesta", "Mora", "Falun")))
    await embedded.run(lambda tx: keep(tx, 2, agreed(2, "Avesta", "Mora"), agreed(2, "Orsa", "Falun", met=Met.NO)))
    yield embedded


async def test_the_last_time_two_were_in_one_group_counts(store: Store) -> None:
    met = await store.run(lambda tx: history.met(tx, a_round(3)))
    assert met[frozenset({"avesta", "mora"})] == 1
    assert met[frozenset({"avesta", "falun"})] == 2
    assert frozenset({"orsa", "falun"}) not in met


async def test_before_the_first_round_nobody_had_met(store: Store) -> None:
    assert await store.run(lambda tx: history.met(tx, a_round(1))) == {}


async def test_who_was_in_the_last_round_needs_what_they_lacked_there(store: Store) -> None:
    alone = Participant("ludvika", "Ludvika", NOW)
    await store.run(lambda tx: records.save_participant(tx, a_round(2), alone))
    needs = await store.run(lambda tx: history.needs(tx, a_round(3)))
    assert needs == {"avesta": 0.25, "mora": 0.25, "orsa": 0.25, "falun": 0.25, "ludvika": 1.0}


async def test_places_that_have_met_and_those_that_want_to(store: Store) -> None:
    willing = Profile("x", "X", home="Ludvika", matchable=NOW)
    for profile in (willing, replace(willing, person="y", home="Säter", matchable=None)):
        await store.run(partial(people.save, network=TEAM, profile=profile))
    found = await store.run(lambda tx: history.coverage(tx, TEAM))
    assert found.places == ("Avesta", "Falun", "Ludvika", "Mora")
    assert found.met_by("Avesta") == {"Falun": 1, "Mora": 2}
    assert found.met_by("Ludvika") == {}


async def test_who_is_forgotten_still_counts_as_their_place(store: Store) -> None:
    before = await store.run(lambda tx: history.coverage(tx, TEAM))
    await store.run(lambda tx: keeping.forget_person(tx, Someone("mora", "Mora"), NOW))
    after = await store.run(lambda tx: history.coverage(tx, TEAM))
    assert after == before
    assert await store.run(lambda tx: keeping.kept_of(tx, Someone("mora"))) == []


@pytest.mark.parametrize(("days", "rounds", "participants", "viewers"), [(29, 2, 7, 2), (31, 2, 7, 1), (215, 2, 0, 0)])
async def test_it_is_forgotten_in_its_time(
    store: Store, days: int, rounds: int, participants: int, viewers: int
) -> None:
    now = a_round(1).called_at + timedelta(days=days)
    await store.run(lambda tx: keeping.forget(tx, TEAM, now))
    left = await store.run(lambda tx: records.rounds(tx, TEAM))
    assert len(left) == rounds
    assert sum([len(await store.run(partial(records.participants, round=each))) for each in left]) == participants
    assert sum(bool(each.viewers) for each in left) == viewers


async def test_after_two_years_nothing_is_left(store: Store) -> None:
    now = a_round(2).called_at + lifecycle.KEPT + timedelta(days=1)
    assert await store.run(lambda tx: keeping.forget(tx, TEAM, now)) == 2
    left = await store.run(lambda tx: [entry.key for entry in tx.query("networks")])
    assert [each for each in left if "round" in each] == []


def test_times_are_proposed_in_working_hours() -> None:
    before_christmas = datetime(2026, 12, 18, 12, 0, tzinfo=UTC)
    told = [f"{each:%Y-%m-%d %H:%M}" for each in proposed(before_christmas, UTC)]
    assert told == ["2026-12-22 09:00", "2026-12-23 13:00", "2027-01-07 15:00"]
