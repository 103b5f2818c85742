"""Who is found for what, in which order and why; and which questions ask for people at all."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge import contacts
from knowledge.contacts import Contact
from knowledge.library.catalogue import shipped
from knowledge.people import Challenges
from knowledge.store.contract import Store
from tests.knowledge.persons import ANNA, BO, DALARNA, EVA, FOUND_EVA, NORR, TODAY, save

BENCH = Path(__file__).parents[1] / "bench" / "questions"
OF_THE_NETWORK_TOO = {
    "vem ska jag kontakta om lärprojektet",
    "vem kan vi ringa om eftervård",
    "vem ska man kontakta om torsboda",
}


@pytest.fixture
async def store(embedded: Store) -> Store:
    await save(embedded, ANNA, BO, EVA)
    return embedded


async def find(
    store: Store, asked: str, besides: str = "", network: str = DALARNA, today: date = TODAY
) -> list[Contact]:
    return await store.run(lambda tx: contacts.find(tx, network, asked, besides, today))


async def names(store: Store, asked: str, besides: str = "") -> list[str]:
    return [each.profile.name for each in await find(store, asked, besides)]


async def best(store: Store, question: str, besides: str = "") -> Contact | None:
    return await store.run(lambda tx: contacts.best(tx, DALARNA, question, besides, TODAY))


async def test_having_been_through_it_counts_more_than_facing_it(store: Store) -> None:
    [anna, bo] = await find(store, "bostäder")
    assert (anna.profile, anna.been_through, anna.faces) == (ANNA, ("bostäder",), ())
    assert (bo.profile, bo.been_through, bo.faces) == (BO, (), ("bostäder",))


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("markanvisning", "mark"),
        ("bostadsförsörjningen", "bostäder"),
        ("lägenheter", "bostäder"),
        ("housing", "bostäder"),
        ("bostder", "bostäder"),
        ("Torsboda", "Torsboda-fallet"),
        ("upphandlingar", "upphandling av"),
        ("vattenverken", "vattenverk"),
    ],
)
async def test_words_alike_compounds_and_typing_errors_are_met(store: Store, asked: str, why: str) -> None:
    anna = (await find(store, asked))[0]
    assert anna.profile == ANNA
    assert anna.been_through == (why,)


@pytest.mark.parametrize(("asked", "name"), [("Avesta", "Anna Ek"), ("planarkitekt", "Anna Ek"), ("Bo", "Bo Å")])
async def test_people_are_found_by_municipality_role_and_name(store: Store, asked: str, name: str) -> None:
    assert (await names(store, asked))[0] == name


async def test_who_is_from_there_comes_first_among_equals(store: Store) -> None:
    await save(store, replace(BO, been_through=Challenges(("bostäder",))))
    assert await names(store, "bostäder i Borlänge") == ["Bo Å", "Anna Ek"]
    assert await names(store, "bostäder i Avesta") == ["Anna Ek", "Bo Å"]


async def test_all_are_listed_by_name_where_nothing_is_asked(store: Store) -> None:
    [anna, bo] = await find(store, "")
    assert (anna.profile, bo.profile) == (ANNA, BO)
    assert anna.been_through == ANNA.been_through.phrases


async def test_who_asks_is_not_told_of_themselves(store: Store) -> None:
    assert await names(store, "bostäder", besides="anna") == ["Bo Å"]
    assert await names(store, "", besides=BO.person) == ["Anna Ek"]
    assert await best(store, "bostäder", besides="anna") is None


async def test_nobody_who_did_not_say_yes_is_found(store: Store) -> None:
    for asked in ("", "tillstånd", "Falun", "näringslivschef", "Eva", "Eva Öst", "Öst"):
        assert "Eva Öst" not in await names(store, asked)
    assert await best(store, "hur prövas tillstånd?") is None
    await save(store, FOUND_EVA)
    assert (await names(store, "tillstånd"))[0] == "Eva Öst"


async def test_nobody_who_pauses_is_found(store: Store) -> None:
    await save(store, replace(ANNA, paused=TODAY))
    assert await names(store, "mark") == []
    assert await find(store, "mark", today=TODAY + timedelta(days=1)) != []


async def test_nobody_is_found_in_another_network(store: Store) -> None:
    assert await find(store, "", network=NORR) == []


async def test_nobody_is_found_for_what_nobody_told(store: Store) -> None:
    assert await names(store, "simhall") == []


async def test_equals_take_turns(store: Store) -> None:
    await save(store, *(replace(EVA, person=f"e{number}", findable=ANNA.findable) for number in range(3)))
    asked = [f"tillstånd {number}" for number in range(30)]
    first = {(await find(store, each))[0].profile.person for each in asked}
    assert first == {"e0", "e1", "e2"}
    assert await find(store, asked[0]) == await find(store, asked[0])


async def test_beside_an_answer_only_who_has_been_through_what_it_is_about(store: Store) -> None:
    named = await best(store, "hur många bostäder planerar Ludvika?")
    assert named == Contact(ANNA, ("bostäder",), ())
    assert await best(store, "vad kostar elnätet?") is None, "she faces it"
    assert await best(store, "vad händer i Avesta?") is None, "she is from there, that is all"


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("vem har jobbat med tillstånd?", "tillstånd"),
        ("Vem kan jag prata med om bostäder?", "bostäder"),
        ("hej, finns det någon i nätverket som har erfarenhet av elnät", "elnät"),
        ("Finns det någon jag kan fråga om risk?", "risk"),
        ("vilka av er har gått igenom Torsboda-fallet?", "Torsboda-fallet"),
        ("vem kan jag prata med i nätverket om risk", "risk"),
        ("vem vet mest om elnät?", "elnät"),
        ("vem kan jag prata med?", ""),
        ("Who can I talk to about permits?", "permits"),
        ("is there anyone in the network with experience of housing?", "housing"),
        ("who has worked with land?", "land"),
    ],
)
def test_a_question_that_asks_for_people_is_known(question: str, about: str) -> None:
    wanted = contacts.asked_for(question)
    assert wanted
    assert wanted.about == about


@pytest.mark.parametrize(
    ("question", "instead"),
    [
        ("vem har jobbat med elnät?", "elnät"),
        ("vem kan vi ringa om eftervård?", "vem kan vi ringa om eftervård?"),
        ("vem har erfarenhet?", "vem har erfarenhet?"),
    ],
)
def test_what_the_library_is_asked_where_nobody_is_found(question: str, instead: str) -> None:
    wanted = contacts.asked_for(question)
    assert wanted
    assert wanted.instead == instead


@pytest.mark.parametrize(
    "question",
    [
        "vilka kommuner har jobbat med risk?",
        "vilka erfarenheter har Ludvika av bostäder?",
        "vem ska jag ringa på Ludvika kommun?",
        "vem tog över Northvolt?",
        "har någon kommun provat dialogmodellen?",
        "who owns the land?",
        "kontakta mig",
        "",
    ],
)
def test_a_question_about_cases_is_none(question: str) -> None:
    assert contacts.asked_for(question) is None


def questions() -> Iterator[str]:
    for file in sorted(BENCH.glob("*.jsonl")):
        yield from (json.loads(line)["question"] for line in file.read_text("utf-8").splitlines())
    for case in shipped():
        yield from (asked for passage in case.passages for asked in passage.asked)


def test_no_question_to_the_library_is_taken_for_one_about_people() -> None:
    taken = {question for question in questions() if contacts.asked_for(question) is not None}
    assert taken == OF_THE_NETWORK_TOO
