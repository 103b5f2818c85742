"""Answering from a small library where one can see what is right."""

import pytest

from knowledge.ask import Answer, Outcome, Talk, answer
from knowledge.library.library import Library
from tests.knowledge import cases


@pytest.fixture(scope="module")
def library() -> Library:
    return cases.library()


def shown(given: Answer) -> list[str]:
    return [found.passage.id for found in given.statements]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Vad kostade marken i Norrbacka?", "n-1"),
        ("va betala nordstål för tomten i älvdalen", "n-1"),
        ("hur stort är nordstals omrade", "n-2"),
        ("hur stort område har Nordsål i Älvdalen", "n-2"),
        ("What did the land in Älvdalen cost?", "n-1"),
        ("vad är eftervård?", "e-1"),
        ("efter vård", "e-1"),
        ("vad är eftervrd", "e-1"),
        ("hur stort omrde har Nordstål i Älvdalen", "n-2"),
    ],
)
def test_the_statement_that_says_it_comes_first(library: Library, question: str, first: str) -> None:
    given = answer(library, question)
    assert given.outcome is Outcome.ANSWERED
    assert shown(given)[0] == first


@pytest.mark.parametrize(
    "question",
    [
        "hur många bostäder planerar Mora?",
        "vilka protester har det varit i Älvdalen?",
        "recept på kanelbullar",
        "hur många jobb ger Serverbolaget i Älvdalen?",
        "",
        "???",
    ],
)
def test_what_no_statement_says_is_not_answered(library: Library, question: str) -> None:
    assert answer(library, question).outcome is Outcome.UNKNOWN


def test_a_known_gap_is_told_as_such(library: Library) -> None:
    given = answer(library, "när börjar Nordstål bygga?")
    assert given.outcome is Outcome.UNKNOWN
    assert shown(given) == ["n-l1"]


def test_statements_that_differ_come_side_by_side(library: Library) -> None:
    given = answer(library, "hur många bostäder planerar Älvdalens kommun?")
    assert {*shown(given), *(found.passage.id for found in given.differing)} == {"n-3", "n-4"}


def test_places_named_get_a_row_each(library: Library) -> None:
    given = answer(library, "hur har Älvdalen och Malung planerat bostäder?")
    assert given.outcome is Outcome.COMPARED
    assert {found.case.id for found in given.statements} == {"norrbacka", "sorby"}


def test_a_place_of_which_nothing_is_known_is_said_to_be_missing(library: Library) -> None:
    given = answer(library, "hur har Älvdalen, Malung och Mora planerat bostäder?")
    assert given.without == ("mora",)


def test_which_municipalities_gets_a_row_a_case(library: Library) -> None:
    given = answer(library, "vilka kommuner har sålt eller köpt mark?")
    assert given.outcome is Outcome.COMPARED
    assert shown(given)[:2] in (["n-1", "s-1"], ["s-1", "n-1"])


def test_a_follow_up_with_a_place_asks_the_same_of_it(library: Library) -> None:
    before = answer(library, "hur många bostäder planerar Älvdalen?")
    given = answer(library, "och Malung då?", before.talk)
    assert shown(given)[0] == "s-2"
    assert given.following == "hur många bostäder planerar Älvdalen?"


def test_a_follow_up_without_a_place_stays_there(library: Library) -> None:
    before = answer(library, "hur stort är Nordståls område?")
    given = answer(library, "vad kostade det?", before.talk)
    assert shown(given)[0] == "n-1"


def test_a_follow_up_of_a_follow_up_carries_on(library: Library) -> None:
    first = answer(library, "hur många bostäder planerar Älvdalen?")
    second = answer(library, "och Malung då?", first.talk)
    third = answer(library, "och Älvdalen?", second.talk)
    assert shown(third)[0] in {"n-3", "n-4"}


def test_a_question_that_stands_alone_does_not_follow(library: Library) -> None:
    given = answer(library, "vad kostade marken i Norrbacka?", Talk("vad är eftervård?", ("eftervard",), (), ("e-1",)))
    assert given.following == ""


@pytest.mark.parametrize("words", ["ok", "ja", "vem är du", "det"])
def test_what_asks_nothing_is_no_follow_up(library: Library, words: str) -> None:
    before = answer(library, "hur stort är Nordståls område?")
    given = answer(library, words, before.talk)
    assert (given.outcome, given.following) == (Outcome.UNKNOWN, "")


def test_places_alone_get_a_row_each(library: Library) -> None:
    given = answer(library, "jämför Älvdalen och Malung")
    assert given.labels == ("Älvdalen", "Malung")


def test_a_company_alone_gets_what_is_said_of_it(library: Library) -> None:
    given = answer(library, "Nordstål")
    assert given.outcome is Outcome.ANSWERED
    assert all("Nordstål" in found.passage.text for found in given.statements[:2])


def test_a_name_alone_tells_what_the_case_is_about(library: Library) -> None:
    given = answer(library, "Älvdalen")
    assert given.outcome is Outcome.ANSWERED
    assert {found.case.id for found in given.statements} == {"norrbacka"}


def test_an_empty_library_knows_nothing() -> None:
    assert answer(Library([]), "vad är eftervård?").outcome is Outcome.UNKNOWN
