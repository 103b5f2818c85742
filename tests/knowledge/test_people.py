"""What people say of themselves: kept as they say it, seen by others only where they said yes, and for as long."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge import people
from knowledge.people import Challenges, Profile
from knowledge.personal import Someone
from knowledge.store.contract import Store
from tests.knowledge.persons import ANNA, BO, DALARNA, EVA, FOUND_EVA, NORR, NOW, TODAY, find, save


async def findable(store: Store, today: date = TODAY, network: str = DALARNA) -> list[str]:
    return [each.name for each in await store.run(lambda tx: people.findable(tx, network, today))]


async def forget(store: Store, person: Someone) -> None:
    await store.run(lambda tx: people.forget_person(tx, person, NOW))


async def test_a_profile_is_kept_as_it_was_said(embedded: Store) -> None:
    await save(embedded, ANNA, BO)
    assert await find(embedded, "anna") == ANNA
    assert await find(embedded, BO.person) == BO
    assert await find(embedded, "eva") is None
    assert await find(embedded, "anna", NORR) is None


def test_challenges_in_own_words_are_told_apart() -> None:
    said = Challenges(("mark",), " Torsboda-fallet,, upphandling   av vatten ;\n\nbuller\n")
    assert said.phrases == ("mark", "Torsboda-fallet", "upphandling av vatten", "buller")


def test_nothing_is_on_by_itself() -> None:
    profile = Profile("anna", "Anna Ek")
    assert (profile.findable, profile.matchable) == (None, None)
    assert not profile.is_found(TODAY)


async def test_only_who_said_yes_is_found_and_only_in_their_network(embedded: Store) -> None:
    await save(embedded, ANNA, EVA)
    await save(embedded, FOUND_EVA, network=NORR)
    assert await findable(embedded) == ["Anna Ek"]
    assert await findable(embedded, network=NORR) == ["Eva Öst"]


async def test_a_pause_holds_through_its_last_day(embedded: Store) -> None:
    await save(embedded, replace(ANNA, paused=TODAY))
    assert await findable(embedded, TODAY) == []
    assert await findable(embedded, TODAY + timedelta(days=1)) == ["Anna Ek"]


async def test_a_yes_keeps_the_moment_at_which_it_was_said(embedded: Store) -> None:
    later = NOW + timedelta(days=9)
    await save(embedded, ANNA, replace(ANNA, findable=later, matchable=later))
    kept = await find(embedded, "anna")
    assert kept
    assert (kept.findable, kept.matchable) == (NOW, later)
    await save(embedded, replace(ANNA, findable=None), replace(ANNA, findable=later))
    kept = await find(embedded, "anna")
    assert kept
    assert (kept.findable, kept.matchable) == (later, None)


@pytest.mark.parametrize(("findable", "matchable"), [(None, NOW), (NOW, None), (None, None)])
async def test_an_address_is_kept_for_a_yes_only(embedded: Store, findable: None, matchable: None) -> None:
    await save(embedded, replace(ANNA, findable=findable, matchable=matchable))
    kept = await find(embedded, "anna")
    assert kept
    assert kept.address == (ANNA.address if findable or matchable else "")


async def test_all_of_a_profile_is_told_to_who_wrote_it(embedded: Store) -> None:
    told = replace(ANNA, would_ask="Hur hyr man ut?", paused=TODAY, not_with=("Bo Å",))
    await save(embedded, told)
    [fact] = await embedded.run(lambda tx: people.kept_of(tx, Someone("anna")))
    assert (fact.kind, fact.network) == ("profile", DALARNA)
    assert fact.held == {
        "name": "Anna Ek",
        "address": "anna@avesta.example",
        "home": "Avesta",
        "role": "planarkitekt",
        "been-through": ("bostäder", "mark", "Torsboda-fallet", "upphandling av", "vattenverk"),
        "faces": ("energi",),
        "would-ask": "Hur hyr man ut?",
        "findable": NOW,
        "matchable": False,
        "paused": TODAY,
        "not-with": ("Bo Å",),
    }


async def test_who_is_forgotten_is_gone_in_every_network_and_from_the_lists_of_others(embedded: Store) -> None:
    await save(embedded, ANNA, replace(EVA, not_with=("anna ek", "Bo Å")))
    await save(embedded, ANNA, network=NORR)
    await forget(embedded, Someone("anna"))
    assert await find(embedded, "anna") is None
    assert await find(embedded, "anna", NORR) is None
    assert await find(embedded, "eva") == replace(EVA, not_with=("Bo Å",))


async def test_who_has_no_profile_is_taken_off_the_lists_of_others_by_name(embedded: Store) -> None:
    await save(embedded, replace(EVA, not_with=("Bo Å",)))
    await forget(embedded, Someone(BO.person, "Bo Å"))
    assert await find(embedded, "eva") == EVA
