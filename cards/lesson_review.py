"""Lessons as leaders decide on them, and what their authors are told of it."""

from collections.abc import Sequence

from cards.actions import execute
from cards.card import Card, Json
from cards.forms import text_input, wrong
from cards.lesson_actions import ConfirmLesson, DecideLesson, EditLesson, ListWaiting, ShowLesson
from cards.lessons import LONGEST_NAME, drawn, like
from cards.parts import (
    bold,
    buttons,
    card,
    escape,
    faint,
    group,
    mention,
    mentioning,
    paragraphs,
    plain,
    quiet,
    row,
    sentence,
    short,
    title,
    within,
)
from cards.people import home_named
from cards.texts import text
from knowledge.lessons.model import Lesson, State
from knowledge.library.library import Found

LONGEST_REASON = 1000  # characters
LISTED = 16_000  # bytes


def waiting(lessons: Sequence[Lesson], language: str) -> Card:
    """The lessons that wait to be decided on, the oldest first."""
    head = text(language, "review-waiting", count=len(lessons))
    lines = list(within((_line(each, language) for each in lessons), LISTED))
    return card(language, head, [title(head), *([group(lines)] if lines else [])])


def _line(each: Lesson, language: str) -> Json:
    name = short(each.told.title, LONGEST_NAME)
    words = plain(name, faint(f" · {home_named(each.told.home, language)}"))
    return row(words, execute(text(language, "review-read"), ShowLesson(lesson=each.id), about=name))


def review(shown: Lesson, alike: Sequence[Found], language: str, *, typed: str = "", error: str = "") -> Card:
    """A lesson with what a leader may decide; `typed` is the reason as filled in, `error` what is wrong with it."""
    head = text(language, "review-title")
    label = text(language, "review-reason")
    field = text_input("reason", label, typed, most=LONGEST_REASON, lines=True)
    doing = [
        execute(text(language, f"review-{decision}"), _deciding(shown, decision), filled_in=("reason",))
        for decision in (State.APPROVED, State.RETURNED, State.DECLINED)
    ]
    body = [plain(bold(head)), group(drawn(shown, language), separator=True), *like(alike, language)]
    replaced = [quiet(text(language, "review-replaces"))] if shown.is_in_library else []
    asking = [*replaced, field, *([wrong(error)] if error else []), *buttons(doing)]
    back = execute(text(language, "review-back"), ListWaiting(), past_inputs=True)
    return card(language, head, [*body, group(asking, separator=True), *buttons([back])])


def _deciding(shown: Lesson, decision: State) -> DecideLesson:
    return DecideLesson.model_validate(
        {"lesson": shown.id, "seen": shown.at.isoformat(), "decision": decision.value, "reason": ""}
    )


def decided(shown: Lesson, language: str) -> Card:
    """To the leader: what is done now, and the way to the next."""
    words = text(language, "review-done", decision=shown.state)
    return card(language, words, [plain(words), *buttons([execute(text(language, "review-back"), ListWaiting())])])


def to_leader(shown: Lesson, language: str) -> Card:
    """In their own chat: something waits for them."""
    words = text(language, "review-note", home=home_named(shown.told.home, language))
    reading = execute(text(language, "review-read"), ShowLesson(lesson=shown.id))
    name = plain(bold(short(shown.told.title, LONGEST_NAME)))
    return card(language, words, [plain(words), name, *buttons([reading])])


def to_author(shown: Lesson, language: str) -> Card:
    """In their own chat: what came of it, and why."""
    words = text(language, "lesson-outcome", decision=shown.state)
    reason = map(plain, paragraphs(shown.reason))
    opening = [execute(text(language, "lesson-open"), ShowLesson(lesson=shown.id))]
    name = plain(bold(short(shown.told.title, LONGEST_NAME)))
    return card(language, words, [plain(words), name, *reason, *buttons(opening)])


def in_thread(shown: Lesson, language: str) -> Card:
    """Where others read: only that there is an answer, for the author to open alone."""
    return _for_author(shown, "lesson-outcome-here", language)


def still_holds_here(shown: Lesson, language: str) -> Card:
    """After a year, where others read."""
    return _for_author(shown, "lesson-still-here", language)


def _for_author(shown: Lesson, key: str, language: str) -> Card:
    """It mentions the author, and says nothing of what they told."""
    mentioned = mention(shown.author, short(shown.name))
    words = text(language, key, mention=mentioned["text"])
    summary = text(language, key, mention=short(shown.name))
    opening = execute(text(language, "lesson-open"), ShowLesson(lesson=shown.id))
    return mentioning(card(language, summary, [sentence(words), *buttons([opening])]), mentioned)


def wanted(shown: Lesson, by: str, language: str) -> Card:
    """In the thread of a message: somebody wants who wrote it to make a lesson of it."""
    mentioned = mention(shown.author, short(shown.name))
    words = text(language, "lesson-wanted", mention=mentioned["text"], by=escape(short(by)))
    summary = text(language, "lesson-wanted", mention=short(shown.name), by=short(by))
    opening = execute(text(language, "question-keep"), EditLesson(lesson=shown.id))
    return mentioning(card(language, summary, [sentence(words), *buttons([opening])]), mentioned)


def still_holds(shown: Lesson, language: str) -> Card:
    """After a year, to its author alone."""
    words = text(language, "lesson-still")
    name = plain(bold(short(shown.told.title, LONGEST_NAME)))
    doing = [
        execute(text(language, "lesson-holds"), ConfirmLesson(lesson=shown.id)),
        execute(text(language, "lesson-correct"), EditLesson(lesson=shown.id)),
        execute(text(language, "lesson-open"), ShowLesson(lesson=shown.id)),
    ]
    return card(language, words, [plain(words), name, *buttons(doing)])
