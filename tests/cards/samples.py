"""Small cases made by hand, and every card there is drawn from them: shipped content may change, these may not."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from cards import ask, errors, help, leaders, library, posts
from cards.card import Card
from cards.texts import text
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.library.library import Found, Library
from knowledge.library.model import Case, Kind, Passage, Phase, Section, Source, Visibility
from knowledge.meetings import shelf
from knowledge.posts import Kept, Post, Why
from tests.cards import (
    assignment_samples,
    curating_samples,
    digest_samples,
    exercise_samples,
    gathering_samples,
    lesson_samples,
    meeting_samples,
    people_samples,
    poll_samples,
    round_samples,
)

AGREEMENT = Source("avtal", "Avtal om marken", "Norrby kommun", "https://norrby.example/avtal", "2022-03-08")
REPORT = Source("rapport", "Ett år efter beslutet", "Region Mitt", "https://mitt.example/rapport?år=2024", "2024-05")
SLIDES = Source("bilder", "Bildspel om lärprojektet", "Region Mitt", date_note="före april 2025")
ARTICLE = Source("artikel", "Tusen nya jobb (kanske)", "Mittbladet", "https://mittbladet.example/jobb")
CODE = Source(
    "kod", "Befolkningen i länet", "Region Mitt", "https://mitt.example/folk", "2026-02-12", "källkodens datum"
)


def passage(
    case: str, number: int, words: str, *sources: Source, uncertain: bool = False, gap: bool = False
) -> Passage:
    return Passage(f"{case}-{number}", case, "Marken", words, sources, uncertain=uncertain, gap=gap)


def a_case(  # noqa: PLR0913 – a case has that many sides
    id: str,
    title: str,
    *sections: Section,
    kind: Kind = Kind.CASE,
    municipalities: tuple[str, ...] = (),
    phase: Phase | None = None,
    themes: tuple[str, ...] = ("mark",),
    visibility: Visibility = Visibility.PUBLIC,
    intro: str = "Vad fallet handlar om.",
) -> Case:
    checked = date(2026, 3, 5)
    return Case(id, title, kind, municipalities, phase, themes, (), checked, visibility, intro, sections)


NORRBY = a_case(
    "norrby",
    "Norrby – en fabrik som dröjde",
    Section(
        "Marken",
        (
            passage("norrby", 1, "Norrby kommun köpte 200 hektar mark 2022.", AGREEMENT),
            passage(
                "norrby", 2, "Marken i Norrby kostade 40 miljoner kronor, enligt Mittbladet.", ARTICLE, uncertain=True
            ),
            passage("norrby", 3, "Norrby delar risken med Söderby sedan 2024.", AGREEMENT, REPORT),
        ),
    ),
    Section("Jobben", tuple(passage("norrby", n, f"Uppgift {n} om jobben i Norrby.", REPORT) for n in range(10, 18))),
    Section("Bostäder", tuple(passage("norrby", n, f"Uppgift {n} om bostäder.", CODE) for n in range(20, 32))),
    Section("Det här vet vi inte", (passage("norrby", 90, "Vad vägen kostade framgår inte.", SLIDES, gap=True),)),
    municipalities=("Norrby",),
    phase=Phase.BUILDING,
    themes=("mark", "bostäder"),
)
BYARNA = a_case(
    "byarna",
    "Industribyn – två kommuner, ett bolag",
    Section("Marken", (passage("byarna", 1, "Österby och Västerby köpte ingen mark i förväg.", REPORT),)),
    municipalities=("Västerby", "Österby"),
    phase=Phase.INQUIRY,
)
SODERBY = a_case(
    "soderby",
    "Söderby – gruvan",
    Section("Folkmängd", (passage("soderby", 1, "Söderby räknar med 900 fler invånare till 2033.", CODE),)),
    municipalities=("Söderby",),
)
HOUSING = a_case(
    "bostader",
    "Bostäder och bostadsbrist",
    Section("Läget", (passage("bostader", 1, "I länet saknades 3 000 bostäder 2024.", REPORT),)),
    kind=Kind.THEME,
)
SECRET = a_case(
    "hemligt",
    "Norrby – samtalen som pågår",
    Section("Läget", (passage("hemligt", 1, "Samtalen med bolaget började 2025.", SLIDES),)),
    municipalities=("Norrby",),
    visibility=Visibility.CONFIDENTIAL,
)
CASES = (NORRBY, BYARNA, SODERBY, HOUSING)


def found(*ids: str) -> tuple[Found, ...]:
    held = Library(CASES)
    return tuple(each for id in ids if (each := held.find(id)))


def given(answer: Answer, language: str, *, from_button: bool = False) -> Given:
    return Given("20260305T120000-abcdefghijkl", answer, language, "19:tråd", from_button)


QUESTION = "Vilka köpte mark i förväg?"
ONE = Answer(QUESTION, Outcome.ANSWERED, found("norrby-1"), related=(BYARNA, HOUSING))
THREE = Answer(QUESTION, Outcome.ANSWERED, found("norrby-1", "norrby-2", "byarna-1"), related=(SODERBY,))
UNCERTAIN = Answer(QUESTION, Outcome.ANSWERED, found("norrby-2"))
DIFFERING = Answer(QUESTION, Outcome.ANSWERED, found("norrby-2"), differing=found("norrby-3"))
FOLLOWING = Answer("och Norrby då?", Outcome.ANSWERED, found("norrby-3"), following=QUESTION)
COMPARED = Answer(
    "Norrby, Österby och luleå?",
    Outcome.COMPARED,
    found("norrby-2", "byarna-1"),
    without=("lulea",),
    labels=("Norrby", "Västerby, Österby"),
)
GAP = Answer("Vad kostade vägen?", Outcome.UNKNOWN, found("norrby-90"), related=(NORRBY,))
NOTHING = Answer("Vilken färg har kommunhuset?", Outcome.UNKNOWN)
NEAREST = Answer("Vilken färg har kommunhuset?", Outcome.UNKNOWN, related=(NORRBY, HOUSING))
NEAR = Answer("Vad kostade skolan?", Outcome.UNKNOWN, near=found("norrby-1", "norrby-2"), related=(NORRBY,))

Draw = Callable[[str], Card]
"""Draws a card in a language."""

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def trouble(number: int = 1, why: Why = Why.NONE, *, summary: str = "", person: str = "", shown: int = 0) -> Kept:
    """A post that is unclear, or was given up for a reason."""
    card = {"content": {}, "summary": summary or f"Nytt i nätverket, nummer {number}"}
    to = "" if person else "19:allmänt@thread.tacv2"
    post = Post(f"digest/{number}", to, person, card, NOON + timedelta(days=number), NOON + timedelta(days=number + 1))
    return Kept(f"{number:032}", "19:nät@thread.tacv2", number, post, unclear=not why, why=why, shown=shown)


def troubled(*found: Kept, note: str = "") -> Draw:
    return lambda language: posts.troubles(found, UTC, language, note=text(language, note) if note else "")


def besides(answer: Answer) -> Draw:
    return lambda language: ask.answer(given(answer, language), people_samples.FOUND)


def answered(
    answer: Answer, *, from_button: bool = False, kept: ask.Kept = ask.Kept.NO, rated: bool | None = None
) -> Draw:
    return lambda language: ask.answer(given(answer, language, from_button=from_button), kept=kept, rated=rated)


def noticed(key: str, **arguments: str | int) -> Draw:
    return lambda language: help.notice(text(language, key, **arguments), language)


def opened(case: Case, page: int = 0, answer_id: str = "") -> Draw:
    return lambda language: library.case(case, language, page=page, answer_id=answer_id)


CARDS: dict[str, Draw] = {
    "answer-one": answered(ONE),
    "answer-three": answered(THREE),
    "answer-uncertain": answered(UNCERTAIN),
    "answer-differing": answered(DIFFERING),
    "answer-following": answered(FOLLOWING),
    "answer-from-button": answered(ONE, from_button=True),
    "answer-thumb-up": answered(ONE, rated=True),
    "answer-thumb-down": answered(THREE, rated=False),
    "answer-contact": besides(ONE),
    "unknown-contact": besides(NEAREST),
    "comparison": answered(COMPARED),
    "unknown-gap": answered(GAP),
    "unknown": answered(NOTHING),
    "unknown-nearest": answered(NEAREST),
    "unknown-near": answered(NEAR),
    "unknown-kept": answered(NEAREST, kept=ask.Kept.ASKED),
    "unknown-joined": answered(NOTHING, kept=ask.Kept.JOINED),
    "answer-thumb-down-kept": answered(ONE, kept=ask.Kept.ASKED),
    "case-first-page": opened(NORRBY),
    "case-middle-page": opened(NORRBY, 1),
    "case-last-page": opened(NORRBY, 99, "20260305T120000-abcdefghijkl"),
    "case-one-page": opened(HOUSING, answer_id="20260305T120000-abcdefghijkl"),
    "case-confidential": opened(SECRET),
    "case-meeting": opened(shelf.as_case(meeting_samples.SHORT), answer_id="20260305T120000-abcdefghijkl"),
    "case-inserted": lambda language: library.inserted(NORRBY, NORRBY.passages[:2], language),
    "list": lambda language: library.cases(CASES, language),
    "list-leader": lambda language: library.cases(CASES, language, leader=True),
    "list-narrowed": lambda language: library.cases((NORRBY, BYARNA), language, word="mark"),
    "list-none": lambda language: library.no_cases("flygplats", language),
    "introduction": help.introduction,
    "introduction-installer": lambda language: help.introduction(language, "Åsa Öberg"),
    "help": lambda language: help.help_card(language, transcripts=False),
    "help-transcripts": lambda language: help.help_card(language, transcripts=True),
    "said-nothing": noticed("said-nothing"),
    "said-picture": noticed("said-picture"),
    "said-thanks": noticed("said-thanks"),
    "said-too-long": noticed("said-too-long", most=1000),
    "leaders-none": lambda language: leaders.leaders([], language),
    "leaders-one": lambda language: leaders.leaders(["Åsa Öberg"], language),
    "leaders-three": lambda language: leaders.leaders(["Åsa Öberg", "Bo Ek", "Cia Dal"], language),
    "leaders-appointed": lambda language: leaders.appointed(["Bo Ek", "Cia Dal"], language),
    "leaders-left": leaders.left,
    "leaders-not-yours": leaders.not_yours,
    "leaders-only-in-channel": leaders.only_in_channel,
    "posts-unclear": troubled(trouble()),
    "posts-unclear-private": troubled(trouble(person="anna", summary="Anna, Bo och Cia: er triad")),
    "posts-given-up": troubled(*(trouble(number, why) for number, why in enumerate(list(Why)[1:], 1))),
    "posts-not-changed": troubled(trouble(why=Why.LATE, shown=1)),
    "posts-many": troubled(*(trouble(number) for number in range(1, 12))),
    "posts-decided": troubled(trouble(), note="posts-noted-again"),
    "posts-fine": troubled(note="posts-noted-there"),
    **people_samples.CARDS,
    **poll_samples.CARDS,
    **round_samples.CARDS,
    **lesson_samples.CARDS,
    **curating_samples.CARDS,
    "error": lambda language: errors.apology("a1b2c3d4", language),
    "error-try-again": errors.try_again,
    **digest_samples.CARDS,
    **meeting_samples.CARDS,
    **gathering_samples.CARDS,
    **exercise_samples.CARDS,
    **assignment_samples.CARDS,
}
