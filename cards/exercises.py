"""An exercise: as groups see it, as a leader chooses or writes it, and what a group brings back."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.exercise_actions import (
    EditExercise,
    ListExercises,
    OpenSentences,
    PutOut,
    RemoveExercise,
    SaveExercise,
    SaveSentences,
    SeeExercise,
)
from cards.forms import one_of, text_input, wrong
from cards.gathering_actions import ManageGathering
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, row, sentence, short, title, within
from cards.people import home_named
from cards.texts import text
from knowledge.exercises.model import LONGEST_SENTENCE, SENTENCES, Exercise
from knowledge.exercises.reading import LONGEST_TEXT
from knowledge.exercises.sessions import Seat, Session
from knowledge.library.problems import Problem

LISTED = 18_000  # bytes
ROOM = 7_000  # bytes for the groups, and as much for what they bring back
MOST_PROBLEMS = 5  # told at once


def session(shown: Session, brought: Mapping[int, Sequence[str]]) -> Card:
    """The exercise as it was put out, with its groups and what they have brought back."""
    language, held = shown.language, shown.exercise
    back = opening(text(language, "exercise-bring-back"), OpenSentences(session=shown.id))
    groups = within((_group(at, each, language) for at, each in enumerate(shown.groups)), ROOM)
    said = list(within(_brought(brought, language), ROOM))
    body = [
        *_whole(held, language),
        *_section("exercise-groups", list(groups), language),
        *_section("exercise-brought-back", said, language),
        *buttons([back]),
    ]
    return card(language, text(language, "exercise-summary", title=held.title), body)


def listed(found: Sequence[Exercise], gathering: str, language: str, *, note: str = "") -> Card:
    """Those that can be put out; `note` says what was just done."""
    head = text(language, "exercises-title")
    lines = within((_line(each, gathering, language) for each in found), LISTED)
    doing = [
        execute(text(language, "exercise-write"), EditExercise(gathering=gathering)),
        execute(text(language, "gathering-back"), ManageGathering(gathering=gathering)),
    ]
    said = [plain(bold(note))] if note else []
    return card(language, note or head, [*said, title(head), *lines, *buttons(doing)])


def exercise(shown: Exercise, typed: PutOut, language: str, *, own: bool, problem: str = "") -> Card:
    """An exercise before it is put out; `own` may be changed, `problem` is what is wrong with the size of groups."""
    put = PutOut(gathering=typed.gathering, exercise=shown.id, session=typed.session)
    alone = put.model_copy(update={"grouped": False})
    choices = {str(size): str(size) for size in range(shown.fewest, shown.most + 1)}
    held = typed.size if typed.size in choices else str(shown.fewest)
    size = one_of("size", text(language, "exercise-size"), held, choices, text(language, "exercise-choose-size"))
    doing = [
        execute(text(language, "exercise-put-out"), put, filled_in=("size",)),
        execute(text(language, "exercise-put-out-alone"), alone, past_inputs=True),
        *(_changing(shown, typed.gathering, language) if own else []),
        execute(text(language, "exercises-back"), ListExercises(gathering=typed.gathering), past_inputs=True),
    ]
    how = quiet(text(language, "exercise-groups-how"))
    asked = [size, *([wrong(problem)] if problem else []), how]
    return card(language, problem or shown.title, [*_whole(shown, language), *asked, *buttons(doing)])


def form(typed: SaveExercise, problems: Sequence[Problem], language: str) -> Card:
    """The text of one's own exercise; `problems` are told by line."""
    head = text(language, "exercise-own")
    words = text_input("words", text(language, "exercise-words"), typed.words, most=LONGEST_TEXT + 500, lines=True)
    told = [text(language, "exercise-line", line=each.line, problem=each.message) for each in problems[:MOST_PROBLEMS]]
    save = SaveExercise(gathering=typed.gathering, exercise=typed.exercise)
    doing = [
        execute(text(language, "exercise-save"), save, filled_in=("words",)),
        execute(text(language, "exercises-back"), ListExercises(gathering=typed.gathering), past_inputs=True),
    ]
    return card(
        language,
        told[0] if told else head,
        [title(head), sentence(text(language, "exercise-how")), words, *map(wrong, told), *buttons(doing)],
    )


def sentences(shown: Session, typed: SaveSentences, *, error: str = "", note: str = "") -> Card:
    """What a group brings back; `note` says what was just done."""
    language = shown.language
    places = {str(at + 1): text(language, "exercise-group", number=at + 1) for at in range(shown.places)}
    held = typed.group if typed.group in places else ""
    choosing = one_of("group", text(language, "exercise-which"), held, places, text(language, "exercise-choose-group"))
    words = text_input("words", text(language, "exercise-sentences"), typed.words, most=2000, lines=True)
    save = SaveSentences(session=shown.id)
    wanted = [plain("• ", each) for each in shown.exercise.bring_back]
    said = [plain(bold(note))] if note else []
    body = [*said, plain(bold(shown.exercise.title)), *wanted, choosing, words, *([wrong(error)] if error else [])]
    doing = [execute(text(language, "exercise-save"), save, filled_in=("group", "words"))]
    return card(language, note or error or shown.exercise.title, [*body, *buttons(doing)])


def too_few(count: int, size: int, language: str) -> str:
    return text(language, "exercise-too-few", count=count, size=size)


def sentences_wrong(language: str) -> str:
    return text(language, "exercise-sentences-wrong", sentences=SENTENCES, most=LONGEST_SENTENCE)


def _whole(shown: Exercise, language: str) -> list[Json]:
    """With a line for who keeps the time, step by step."""
    size = str(shown.fewest) if shown.fewest == shown.most else f"{shown.fewest}–{shown.most}"
    ends = list(accumulate(step.minutes for step in shown.steps))
    steps = [
        plain(bold(text(language, "exercise-minutes", begins=end - step.minutes, ends=end)), " ", step.text)
        for step, end in zip(shown.steps, ends, strict=True)
    ]
    return [
        title(shown.title),
        plain(shown.purpose),
        quiet(text(language, "exercise-takes", minutes=shown.minutes, size=size)),
        *_section("exercise-steps", steps, language),
        *_section("exercise-questions", [plain("• ", each) for each in shown.questions], language),
        *_section("exercise-back", [plain("• ", each) for each in shown.bring_back], language),
    ]


def _section(key: str, lines: Sequence[Json], language: str) -> list[Json]:
    return [group([heading(text(language, key)), *lines])] if lines else []


def _group(at: int, seats: Sequence[Seat], language: str) -> Json:
    names = ", ".join(f"{seat.name} ({home_named(seat.home, language)})" if seat.home else seat.name for seat in seats)
    return plain(bold(text(language, "exercise-group", number=at + 1)), " ", names)


def _brought(brought: Mapping[int, Sequence[str]], language: str) -> Iterator[Json]:
    for at, said in sorted(brought.items()):
        yield plain(bold(text(language, "exercise-group", number=at + 1)), " ", " ".join(said))


def _changing(shown: Exercise, gathering: str, language: str) -> list[Json]:
    change = EditExercise(gathering=gathering, exercise=shown.id)
    remove = RemoveExercise(gathering=gathering, exercise=shown.id)
    return [
        execute(text(language, "exercise-change"), change, past_inputs=True),
        execute(text(language, "exercise-remove"), remove, past_inputs=True),
    ]


def _line(each: Exercise, gathering: str, language: str) -> Json:
    about = text(language, "exercise-length", minutes=each.minutes)
    see = SeeExercise(gathering=gathering, exercise=each.id)
    return row(
        plain(each.title, faint(f" · {about}")),
        execute(text(language, "gatherings-open"), see, about=short(each.title)),
    )
