"""Teams takes every card: valid by the schema, under 28 KB, at most six actions in a row, however much is shown."""

from dataclasses import replace
from datetime import UTC

import pytest

from cards import ask, digests, library, open_questions, posts
from cards.actions import SendAnswer
from cards.card import Card
from cards.texts import text
from knowledge.ask import Answer, Outcome
from knowledge.digests.selection import Kind
from knowledge.library.catalogue import shipped
from knowledge.library.library import Found, Library
from knowledge.library.model import Case, Phase, Section, Source
from tests.cards import reading
from tests.cards.digest_samples import ASKED, ZONE, digest, item
from tests.cards.samples import a_case, given, passage, trouble

LONG_URL = "https://kommun.example/" + "mycket-lang-adress/" * 25
SENTENCE = ("Österåkers åldrade åar är över ängen. " * 20)[:600]


def fits(card: Card) -> None:
    assert reading.schema_errors(card) == []
    assert reading.size(card) < reading.LARGEST
    assert all(len(row) <= reading.MOST_IN_A_ROW for row in reading.rows(card))


def sources(count: int, url: str = LONG_URL) -> tuple[Source, ...]:
    return tuple(
        Source(f"k{n}", f"{n} " + "Lång källa " * 10, "Åre kommun", f"{url}{n}", "2024-05-06") for n in range(count)
    )


def large_case(number: int = 1, statements: int = 100) -> Case:
    """A case with statements as long as they may be, resting on 60 sources with long addresses."""
    known = sources(60)
    said = (
        passage(f"stor-{number}", n, SENTENCE, *(known[(n * 5 + k) % 60] for k in range(5))) for n in range(statements)
    )
    title = f"{number} " + "Örnsköldsvik och Övertorneå med en mycket lång rubrik " * 2
    section = Section("Å" * 120, tuple(said))
    places = (f"Örnsköldsviks kommun {number}", f"Övertorneå kommun {number}")
    intro = "Ingressen är lång. " * 40
    return a_case(f"stor-{number}", title[:120], section, municipalities=places, phase=Phase.PERMIT, intro=intro)


def all_pages(case: Case, language: str) -> list[Card]:
    cards = [library.case(case, language, page=number) for number in range(len(case.passages))]
    return list({card.summary + str(card.content): card for card in cards}.values())


def test_every_sample_fits(card: Card) -> None:
    fits(card)


@pytest.mark.parametrize("case", shipped(), ids=lambda case: case.id)
def test_every_page_of_every_shipped_case_fits(case: Case, language: str) -> None:
    for card in all_pages(case, language):
        fits(card)


def test_the_whole_list_fits(language: str) -> None:
    fits(library.cases(shipped(), language))
    fits(library.cases(shipped(), language, word="mark"))


def test_every_shipped_case_can_be_chosen(language: str) -> None:
    [choosing] = reading.of_type(library.cases(shipped(), language), "Input.ChoiceSet")
    assert {each["value"] for each in choosing["choices"]} == {case.id for case in shipped()}


@pytest.mark.parametrize("word", ["", "mark"])
def test_a_long_list_fits_and_says_what_it_leaves_out(language: str, word: str) -> None:
    card = library.cases([large_case(number, 1) for number in range(150)], language, word=word)
    fits(card)
    [choosing] = reading.of_type(card, "Input.ChoiceSet")
    shown = len(choosing["choices"])
    assert 50 < shown < 150
    assert text(language, "cases-left-out", shown=shown, count=150) in reading.markdown(card)


def test_a_large_case_fits_on_every_page(language: str) -> None:
    cards = all_pages(large_case(), language)
    assert len(cards) > 10
    for card in cards:
        fits(card)


def rest(case: Case, count: int) -> tuple[Found, ...]:
    held = Library([case])
    return tuple(each for passage in case.passages[:count] if (each := held.find(passage.id)))


@pytest.mark.parametrize("url", [LONG_URL, "https://kommun.example/" + "a" * 1_950])
@pytest.mark.parametrize(("outcome", "count"), [(Outcome.ANSWERED, 3), (Outcome.COMPARED, 8), (Outcome.UNKNOWN, 1)])
def test_a_large_answer_fits(outcome: Outcome, count: int, url: str, language: str) -> None:
    cases = []
    for number in range(count):
        said = passage(f"fall-{number}", 1, SENTENCE, *sources(5, f"{url}{number}/"))
        cases.append(
            a_case(f"fall-{number}", "Å" * 120, Section("Läget", (said,)), municipalities=("Örnsköldsvik",) * 2)
        )
    statements = tuple(found for case in cases for found in rest(case, 1))
    answer = Answer(
        question="å" * 1000,
        outcome=outcome,
        statements=statements,
        near=statements[:3],
        differing=statements[:3],
        without=("lulea",) * 5,
        related=tuple(cases[:3]),
        following="å" * 1000,
        labels=("Örnsköldsvik, Örnsköldsvik",) * count if outcome is Outcome.COMPARED else (),
    )
    fits(ask.answer(given(answer, language, from_button=True), rated=True))


def test_very_many_troubles_fit(language: str) -> None:
    card = posts.troubles([trouble(number, summary="Å" * 2000) for number in range(500)], UTC, language)
    fits(card)
    assert text(language, "posts-more", count=492) in reading.markdown(card)


def test_a_word_of_any_length_is_answered(language: str) -> None:
    card = library.no_cases("å" * 20_000, language)
    fits(card)
    assert len(card.summary) < 120
    fits(library.cases(shipped(), language, word="å" * 20_000))


def test_sources_without_room_for_links_are_still_named() -> None:
    said = passage("fall", 1, SENTENCE, *sources(40, "https://kommun.example/" + "a" * 1_950))
    card = library.case(a_case("fall", "Fall", Section("Läget", (said,))), "sv")
    fits(card)
    lines = [line for line in reading.markdown(card) if "Lång källa" in line]
    assert len(lines) == 40
    assert "](https://" in lines[0]
    assert "](https://" not in lines[-1]


def test_the_longest_digest_fits(language: str) -> None:
    kinds = (Kind.NEW_CASE, Kind.QUESTION, Kind.WAITING_QUESTION)
    items = [item(kind, f"{number:0>200}", "Å" * 1000) for kind in kinds for number in range(100)]
    shown = replace(digest(*items), id="x" * 200, network="19:" + "x" * 197, person="anna")
    fits(digests.digest(shown, ZONE, language))
    fits(digests.preview(shown, ZONE, language))
    everything = digests.everything(shown, ZONE, language)
    fits(everything)
    listed = len(reading.of_type(everything, "ColumnSet"))
    assert text(language, "digest-left-out", shown=listed, count=300) in reading.markdown(everything)


def test_the_longest_answer_to_a_question_fits(language: str) -> None:
    asked = replace(ASKED, question="å" * 1000)
    typed = SendAnswer(question="x" * 200, digest="x" * 200, words="å\n" * 1000, link="https://a.example/" + "å" * 980)
    fits(open_questions.form(asked, typed, language, bad=("words", "link")))
    fits(open_questions.answered(asked, typed, "Å" * 200, language))
