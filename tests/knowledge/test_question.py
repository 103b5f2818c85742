"""Taking a question apart."""

import pytest

from knowledge.question import Wants, holds, spoken, understand


def terms(question: str) -> list[str]:
    return [term.word for term in understand(question).terms]


def test_words_without_meaning_are_left_out() -> None:
    assert terms("Vad var det som hände med marken?") == ["marken"]


def test_everyday_spelling_is_no_hindrance() -> None:
    assert terms("va kosta marken å husen nåt mkt") == terms("vad kosta marken och husen något mycket")


def test_what_several_words_mean_together_is_one() -> None:
    assert "nedlagt" in terms("varför la ner de bruket")


@pytest.mark.parametrize(
    ("typed", "kept"), [("vad sa ni", True), ("så ni", False), ("bör man", False), ("hur många bor", True)]
)
def test_an_accent_tells_words_apart(typed: str, kept: bool) -> None:
    assert bool(terms(typed)) is kept


def test_a_word_brings_what_else_it_is_called() -> None:
    [term] = understand("bostäder").terms
    assert "lagenhet*" in term.alike
    assert "housing" in term.alike


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("hur många jobb", Wants.NUMBER),
        ("hur mkt mark", Wants.NUMBER),
        ("när öppnar det", Wants.TIME),
        ("hur många förlorade jobbet när bruket stängde", Wants.NUMBER),
        ("vad kostade marken", Wants.MONEY),
        ("how much money did it take", Wants.MONEY),
        ("varför valde de Vansbro", Wants.ANY),
        ("va sa björling på seminariet", Wants.WORDS),
        ("What did Borlänge say?", Wants.WORDS),
        ("vad säger SKR om risk", Wants.ANY),
    ],
)
def test_the_kind_of_answer_is_seen(question: str, wants: Wants) -> None:
    assert understand(question).wants is wants


@pytest.mark.parametrize(
    ("wants", "statement", "expected"),
    [
        (Wants.NUMBER, "Omkring 3 000 personer stod i kö.", True),
        (Wants.NUMBER, "Nya vägar byggdes 2024.", False),
        (Wants.NUMBER, "Beskedet kom den 19 december.", False),
        (Wants.NUMBER, "Fyra träffar hölls.", True),
        (Wants.TIME, "Planen antogs i september 2023.", True),
        (Wants.TIME, "Planen är antagen.", False),
        (Wants.MONEY, "Marken såldes för 257 miljoner kronor.", True),
        (Wants.MONEY, "Marken är 167 hektar.", False),
        (Wants.WORDS, "Kommunalrådet menade att det gick fort.", True),
        (Wants.WORDS, "Ett seminarium hölls med Nils Björling.", False),
        (Wants.ANY, "Vad som helst.", True),
    ],
)
def test_whether_a_statement_holds_that_kind(wants: Wants, statement: str, expected: bool) -> None:
    assert holds(wants, statement) is expected


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("hur går det för er", "sv"),
        ("how is it going for you", "en"),
        ("Torsboda", "sv"),
        ("What does Hitachi mean for Ludvika?", "en"),
    ],
)
def test_the_language_is_heard(words: str, language: str) -> None:
    assert spoken(words, "sv") == language


def test_what_shows_no_language_is_in_the_network_s() -> None:
    assert spoken("Torsboda", "en") == "en"


@pytest.mark.parametrize("question", ["och Borlänge då?", "what about Boden?"])
def test_a_question_that_carries_on_is_seen(question: str) -> None:
    assert understand(question).carries_on


def test_a_word_that_may_point_back_is_seen() -> None:
    assert understand("vad kostade det?").points
    assert not understand("vad kostade marken?").points


@pytest.mark.parametrize(
    "question", ["vilka kommuner köpte mark?", "which municipalities bought land?", "jämför Boden och Avesta"]
)
def test_a_question_across_cases_is_seen(question: str) -> None:
    assert understand(question).compares


def test_a_number_with_spaces_is_one_word() -> None:
    assert terms("mål 18 000") == terms("mål 18000")
