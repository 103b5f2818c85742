"""What an answer says and offers."""

from dataclasses import replace

import pytest

from cards import ask
from cards.actions import KeepQuestion, OpenCase, Rate, decode
from cards.card import Card
from knowledge.ask import Answer
from tests.cards import reading
from tests.cards.samples import COMPARED, FOLLOWING, GAP, NEAR, NEAREST, NORRBY, NOTHING, ONE, THREE, found, given


def drawn(answer: Answer, *, kept: ask.Kept = ask.Kept.NO, rated: bool | None = None) -> Card:
    return ask.answer(given(answer, "sv"), kept=kept, rated=rated)


def offered(card: Card) -> list[object]:
    return [decode(action["data"]) for action in reading.actions(card)]


def test_the_same_source_is_listed_once() -> None:
    card = drawn(replace(ONE, statements=found("norrby-1", "norrby-3")))
    assert [line[:3] for line in reading.markdown(card) if line[0].isdigit()] == ["1\\.", "2\\."]
    assert "Norrby delar risken med Söderby sedan 2024. [1] [2]" in reading.literal(card)


def test_a_source_says_whose_it_is_and_from_when() -> None:
    lines = reading.markdown(drawn(FOLLOWING))
    assert "1\\. [Avtal om marken](https://norrby.example/avtal), Norrby kommun, uppgift från 8 mars 2022" in lines
    assert any("Region Mitt, uppgift från maj 2024" in line for line in lines)


def test_a_source_without_an_address_says_what_is_known_of_its_date() -> None:
    assert "1\\. Bildspel om lärprojektet, Region Mitt, datering: före april 2025" in reading.markdown(drawn(GAP))


@pytest.mark.parametrize(("answer", "cases"), [(ONE, ["norrby"]), (THREE, ["norrby", "byarna"])])
def test_the_cases_answered_from_can_be_opened(answer: Answer, cases: list[str]) -> None:
    opened = [each.case for each in offered(drawn(answer)) if isinstance(each, OpenCase)]
    assert opened[: len(cases)] == cases


def test_an_answer_can_be_rated_and_rated_again() -> None:
    for rated in (None, True, False):
        thumbs = [each.helped for each in offered(drawn(ONE, rated=rated)) if isinstance(each, Rate)]
        assert thumbs == [True, False]


def test_a_comparison_offers_six_cases_at_most() -> None:
    rows = tuple(replace(found("norrby-1")[0], case=replace(NORRBY, id=f"fall-{number}")) for number in range(8))
    opened = [
        each
        for each in offered(drawn(replace(COMPARED, statements=rows, labels=("Norrby",) * len(rows))))
        if isinstance(each, OpenCase)
    ]
    assert len(opened) == 6


def test_an_answer_without_related_cases_mentions_none() -> None:
    assert "Närliggande fall:" not in reading.words(drawn(FOLLOWING))


def test_what_is_unknown_may_be_kept_once() -> None:
    assert any(isinstance(each, KeepQuestion) for each in offered(drawn(NOTHING)))
    assert offered(drawn(NOTHING, kept=ask.Kept.ASKED)) == []
    assert "sparad" in reading.words(drawn(NOTHING, kept=ask.Kept.ASKED))


def test_what_comes_near_is_cited_and_not_taken_for_an_answer() -> None:
    card = drawn(NEAR)
    assert "Det här ligger nära, men svarar inte på frågan:" in reading.markdown(card)
    assert "Norrby kommun köpte 200 hektar mark 2022. [1]" in reading.literal(card)
    assert card.summary == "Det vet jag inte."


def test_what_is_unknown_cannot_be_rated() -> None:
    assert not any(isinstance(each, Rate) for each in offered(drawn(NEAREST)))


@pytest.mark.parametrize(
    ("question", "name", "shown"),
    [
        ("norrby och östersund?", "ostersund", "Östersund"),
        ("Östersunds och Norrbys bostäder?", "ostersund", "Östersund"),
        ("norrby, mo i rana", "mo i rana", "Mo i rana"),
        ("norrby och ostersund", "ostersund", "Ostersund"),
        ("och där då?", "ostersund", "Ostersund"),
    ],
)
def test_a_name_without_anything_is_spelt_as_it_was_asked(question: str, name: str, shown: str) -> None:
    card = drawn(replace(COMPARED, question=question, without=(name,)))
    assert f"Fallbanken säger inget om det här för {shown}." in reading.literal(card)


def test_a_follow_up_names_what_it_follows() -> None:
    assert f"Jag tolkar det som en följdfråga till: {FOLLOWING.following}" in reading.literal(drawn(FOLLOWING))


def test_the_summary_is_the_answer() -> None:
    assert drawn(ONE).summary == "Norrby kommun köpte 200 hektar mark 2022."
    assert drawn(GAP).summary == "Det vet jag inte."
