"""What a leader is told before a meeting: what fits its themes, of people only those who let themselves be found."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from knowledge import open_questions, people
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.gatherings.model import Gathering, Plan
from knowledge.gatherings.preparation import MOST_CASES, Preparation, prepare
from knowledge.library.catalogue import shipped
from knowledge.library.model import Case
from knowledge.people import Challenges, Profile
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore

NETWORK = "19:nät@thread.tacv2"
NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
PLAN = Plan("Träff om bostäder", ("bostäder",), NOW, NOW)


HELD = Gathering("träff", NETWORK, "anna", "19:kanal", "sv", PLAN, "länk", NOW, NOW)


def case(id: str, *themes: str) -> Case:
    return replace(shipped()[0], id=id, themes=themes)


async def prepared(store: EmbeddedStore, plan: Plan = PLAN, *cases: Case) -> Preparation:
    return await store.run(lambda tx: prepare(tx, replace(HELD, plan=plan), cases, NOW.date()))


def keep(given: Given, tx: Transaction) -> None:
    open_questions.keep(tx, NETWORK, given, "", NOW)


def save(profile: Profile, tx: Transaction) -> None:
    people.save(tx, NETWORK, profile)


@pytest.fixture
async def network(embedded: EmbeddedStore) -> EmbeddedStore:
    """Two open questions, and three who face something."""
    for id, theme in (("a", "bostäder"), ("b", "energi")):
        answer = Answer(f"Fråga om {theme}?", Outcome.UNKNOWN, related=(case("x", theme),))
        await embedded.run(partial(keep, Given(id, answer, "sv", "t")))
    profiles = (
        Profile("bo", "Bo", home="Mora", faces=Challenges(("bostäder",), "bostäder för äldre, buller"), findable=NOW),
        Profile("cia", "Cia", home="Falun", faces=Challenges(("bostäder",))),
        Profile("dan", "Dan", faces=Challenges(("energi",), "vindkraft"), findable=NOW),
    )
    for profile in profiles:
        await embedded.run(partial(save, profile))
    return embedded


async def test_questions_and_what_people_face_fit_the_themes(network: EmbeddedStore) -> None:
    found = await prepared(network)
    assert [each.question for each in found.questions] == ["Fråga om bostäder?"]
    assert found.faced == (("Mora", ("bostäder", "bostäder för äldre")),)


async def test_without_themes_it_is_all_of_them(network: EmbeddedStore) -> None:
    found = await prepared(network, replace(PLAN, themes=()), case("a", "bostäder"))
    assert len(found.questions) == 2
    assert found.faced == (("Mora", ("bostäder", "bostäder för äldre", "buller")), ("", ("energi", "vindkraft")))
    assert found.cases == ()


async def test_the_cases_that_fit_best_come_first(embedded: EmbeddedStore) -> None:
    plan = replace(PLAN, themes=("bostäder", "mark"))
    cases = (case("none", "energi"), case("one", "mark", "energi"), case("both", "mark", "bostäder"))
    found = await prepared(embedded, plan, *cases)
    assert [each.id for each in found.cases] == ["both", "one"]
    many = await prepared(embedded, plan, *(case(str(number), "mark") for number in range(20)))
    assert len(many.cases) == MOST_CASES
