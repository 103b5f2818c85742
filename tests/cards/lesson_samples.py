"""Lessons made by hand, the cards that show them, and those that show what is told in bad faith."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from cards import lesson_review, lessons
from cards.card import Card
from cards.lesson_actions import PreviewLesson
from cards.texts import text
from knowledge.lessons.model import Lesson, State, Told, Version
from knowledge.lessons.shelf import as_case
from knowledge.lessons.telling import Problem, tidied
from knowledge.library.library import Found, Library
from tests.knowledge.lessons.samples import LESSON, TOLD

LATER = datetime(2026, 4, 7, 12, 0, tzinfo=UTC)
NEW = PreviewLesson(lesson=LESSON.id, home="Leksand", public="true")
DRAFT = LESSON
WAITING = replace(LESSON, state=State.WAITING, told=replace(TOLD, named=True))
RETURNED = replace(LESSON, state=State.RETURNED, reason="Vilket år var det?\nOch vem betalade?")
DECLINED = replace(LESSON, state=State.DECLINED, reason="Det står redan i fallet om Leksand.")
APPROVED = replace(LESSON, state=State.APPROVED, versions=(Version(TOLD, LESSON.at), Version(TOLD, LATER)))
CHANGED = replace(APPROVED, state=State.WAITING)
SHORT = replace(LESSON, told=Told(title="Kort", situation="Så.", did="Detta.", home="annan", public=False))
PROBLEMS = {"title": Problem.EMPTY, "did": Problem.LONG, "link": Problem.LINK, "home": Problem.UNKNOWN}


def alike(lesson: Lesson = LESSON) -> Sequence[Found]:
    case = as_case(lesson)
    held = Library([case])
    return [found for each in case.passages[:2] if (found := held.find(each.id))]


CARDS: dict[str, Callable[[str], Card]] = {
    "lesson-door": lessons.door,
    "lesson-form": lambda language: lessons.form(NEW, {}, language),
    "lesson-form-bad": lambda language: lessons.form(lessons.as_typed(LESSON.id, TOLD), PROBLEMS, language),
    "lesson-form-returned": lambda language: lessons.form(
        lessons.as_typed(LESSON.id, TOLD), {}, language, reason=RETURNED.reason, question="Vad gör man åt vattnet?"
    ),
    "lesson-preview": lambda language: lessons.preview(DRAFT, [], language),
    "lesson-preview-alike": lambda language: lessons.preview(SHORT, alike(), language),
    "lesson-own": lambda language: lessons.own([DRAFT, WAITING, RETURNED, DECLINED, APPROVED], language),
    "lesson-drafted": lambda language: lessons.own([DRAFT], language, note=text(language, "lesson-drafted", count=1)),
    "lesson-draft": lambda language: lessons.opened(DRAFT, language),
    "lesson-returned": lambda language: lessons.opened(RETURNED, language),
    "lesson-approved": lambda language: lessons.opened(APPROVED, language),
    "lesson-version": lambda language: lessons.opened(APPROVED, language, version=1),
    "lesson-withdrawing": lambda language: lessons.withdrawing(APPROVED, language),
    "lesson-withdrawing-draft": lambda language: lessons.withdrawing(DRAFT, language),
    "lesson-sent": lambda language: lessons.done("lesson-sent", language),
    "review-waiting": lambda language: lesson_review.waiting([WAITING, SHORT], language),
    "review-none": lambda language: lesson_review.waiting([], language),
    "review": lambda language: lesson_review.review(WAITING, alike(), language),
    "review-changed": lambda language: lesson_review.review(CHANGED, [], language, typed="Nej", error="Skriv mer."),
    "review-decided": lambda language: lesson_review.decided(APPROVED, language),
    "review-note": lambda language: lesson_review.to_leader(WAITING, language),
    "lesson-outcome": lambda language: lesson_review.to_author(RETURNED, language),
    "lesson-outcome-here": lambda language: lesson_review.in_thread(DECLINED, language),
    "lesson-wanted": lambda language: lesson_review.wanted(DRAFT, "Bo Ek", language),
    "lesson-still": lambda language: lesson_review.still_holds(APPROVED, language),
    "lesson-still-here": lambda language: lesson_review.still_holds_here(APPROVED, language),
}


def lesson_saying(hostile: str) -> Lesson:
    """A lesson that says it everywhere: more than may be typed, for what is kept may be older than the rules."""
    words = hostile[:1500]
    told = Told(
        title=hostile[:80],
        situation=words,
        did=words,
        went=words,
        again=words,
        home=hostile[:80],
        themes=(hostile[:80],),
        link="https://kommun.example/sida",
        named=True,
    )
    told = tidied(told)
    versions = (Version(told, LESSON.at),)
    return replace(LESSON, name=hostile, told=told, reason=hostile[:1000], versions=versions, question=hostile[:900])


def saying(hostile: str) -> Iterator[Card]:
    """Every card with it wherever people may write."""
    shown = lesson_saying(hostile)
    typed = PreviewLesson.model_validate(
        {"lesson": LESSON.id, **dict.fromkeys(lessons.FIELDS, hostile[:400]), "did": hostile}
    )
    problems = dict.fromkeys(lessons.FIELDS, Problem.LONG)
    case = as_case(shown)
    held = Library([case])
    like = [found for each in case.passages[:3] if (found := held.find(each.id))]
    yield lessons.form(typed, problems, "sv", reason=hostile[:1000], question=hostile[:900])
    yield lessons.preview(shown, like, "sv")
    yield lessons.own([shown, shown], "sv")
    yield lessons.opened(shown, "sv")
    yield lessons.opened(shown, "sv", version=1)
    yield lessons.withdrawing(shown, "sv")
    yield lesson_review.waiting([shown], "sv")
    yield lesson_review.review(shown, like, "sv", typed=hostile[:1000], error="Skriv.")
    yield lesson_review.to_leader(shown, "sv")
    yield lesson_review.to_author(shown, "sv")
    yield lesson_review.still_holds(shown, "sv")
