"""Exercises, as they are chosen, written, put out and brought back from."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from cards import exercises as cards
from cards.card import Card
from cards.exercise_actions import PutOut, SaveExercise, SaveSentences
from knowledge.exercises.model import Exercise, Step
from knowledge.exercises.reading import written
from knowledge.exercises.sessions import Seat, Session
from knowledge.library.problems import Problem

Draw = Callable[[str], Card]

EXERCISE = Exercise(
    id="samtal",
    title="Samtal två och två",
    purpose="Ett kort samtal om något som dröjer.",
    fewest=3,
    most=4,
    steps=(Step(5, "Skriv en mening."), Step(10, "Prata om den.")),
    questions=("Vad hände?",),
    bring_back=("En mening.", "En till."),
)
SINGLE = replace(EXERCISE, id="triad", title="Triad", most=3)
GROUPS = (
    (Seat("anna", "Anna Ek", "Mora"), Seat("bo", "Bo Ek", "Falun"), Seat("cia", "Cia Ek", "")),
    (Seat("dan", "Dan Ek", "Orsa"), Seat("", "en deltagare", ""), Seat("eva", "Eva Ek", "Falun")),
)
SESSION = Session(
    id="övning-1",
    network="19:team@thread.tacv2",
    gathering="träff-1",
    conversation="19:general@thread.tacv2;messageid=1",
    language="sv",
    exercise=EXERCISE,
    groups=GROUPS,
    made_at=datetime(2026, 3, 19, 12, 0, tzinfo=UTC),
)
CHOOSING = PutOut(gathering="träff-1", exercise="samtal", session="övning-1")
WRITING = SaveExercise(gathering="träff-1", words=written(EXERCISE))
SAYING = SaveSentences(session="övning-1", group="2", words="Ett.\nTvå.")
WRONG = (Problem("", 7, "Avsnittet Frågor saknas."), Problem("", 9, "Ett steg skrivs så."))


def put_out(shown: Session = SESSION, brought: dict[int, tuple[str, ...]] | None = None) -> Draw:
    return lambda language: cards.session(replace(shown, language=language), brought or {})


CARDS: dict[str, Draw] = {
    "exercise-session": put_out(),
    "exercise-session-brought-back": put_out(brought={1: ("Ett.", "Två.", "Tre.")}),
    "exercise-session-alone": put_out(replace(SESSION, groups=(), exercise=SINGLE)),
    "exercises": lambda language: cards.listed([EXERCISE, SINGLE], "träff-1", language, note="Klart."),
    "exercise": lambda language: cards.exercise(EXERCISE, CHOOSING, language, own=False),
    "exercise-own": lambda language: cards.exercise(EXERCISE, CHOOSING, language, own=True),
    "exercise-too-few": lambda language: cards.exercise(
        EXERCISE, CHOOSING, language, own=False, problem=cards.too_few(2, 3, language)
    ),
    "exercise-form": lambda language: cards.form(WRITING, (), language),
    "exercise-form-wrong": lambda language: cards.form(WRITING, WRONG, language),
    "exercise-sentences": lambda language: cards.sentences(replace(SESSION, language=language), SAYING, note="Tack."),
    "exercise-sentences-wrong": lambda language: cards.sentences(
        replace(SESSION, language=language), SAYING, error=cards.sentences_wrong(language)
    ),
}


def saying(hostile: str) -> Iterator[Card]:
    """Every card with it wherever people may write."""
    line = hostile[:300]
    held = Exercise("x", hostile[:100], hostile[:600], 3, 6, (Step(5, line),), (line,), (line,))
    shown = replace(SESSION, exercise=held, groups=((Seat("a", hostile[:200], hostile[:100]),),))
    yield cards.session(shown, {0: (line,) * 3})
    yield cards.listed([held], "träff-1", "sv")
    yield cards.exercise(held, CHOOSING, "sv", own=True)
    yield cards.form(WRITING.model_copy(update={"words": hostile}), WRONG, "sv")
    yield cards.sentences(shown, SAYING.model_copy(update={"words": hostile, "group": hostile}), error="Fel.")


def largest(language: str) -> Iterator[Card]:
    """Everything as long as it may be: no text of one is longer than LONGEST_TEXT."""
    line = "Å" * 150
    held = Exercise("x", "Å" * 100, "Å" * 600, 3, 6, (Step(5, line),) * 10, (line,) * 5, (line,) * 5)
    seats = tuple(Seat(str(number), "Åsa Österåkersdotter", "Malung-Sälen") for number in range(6))
    shown = replace(SESSION, language=language, exercise=held, groups=(seats,) * 20)
    yield cards.session(shown, dict.fromkeys(range(20), ("Å" * 300,) * 3))
    yield cards.listed([replace(held, id=str(number)) for number in range(105)], "träff-1", language)
    yield cards.exercise(held, CHOOSING, language, own=True, problem="Å" * 200)
    yield cards.form(WRITING.model_copy(update={"words": "Å" * 5000}), [Problem("", 9, "Å" * 200)] * 50, language)
    yield cards.sentences(shown, SAYING.model_copy(update={"words": "Å" * 5000}), error="Å" * 100)
