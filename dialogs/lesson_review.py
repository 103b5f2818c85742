"""Lessons that wait for a leader: listed, and decided on."""

from cards import lesson_review as cards
from cards.card import Card
from cards.lesson_actions import DecideLesson, ListWaiting
from cards.lesson_review import LONGEST_REASON
from cards.texts import text
from dialogs import lesson_notes
from dialogs.context import Context, for_leaders
from dialogs.turn import Reply, Turn, Whisper, for_them_alone
from knowledge.lessons import lifecycle
from knowledge.lessons.alike import alike
from knowledge.lessons.model import Lesson, State
from knowledge.store.contract import Transaction


@for_leaders("review-only-leaders")
async def list_waiting(context: Context, turn: Turn, _: ListWaiting) -> list[Reply]:
    found = await context.store.run(lambda tx: lifecycle.waiting(tx, turn.network))
    return for_them_alone(turn, cards.waiting(found, turn.language))


@for_leaders("review-only-leaders")
async def decide(context: Context, turn: Turn, action: DecideLesson) -> list[Reply]:
    """What a leader decides holds for what they read; who returns or declines says why."""
    reason, decision = action.reason.strip(), State(action.decision)
    if decision is not State.APPROVED and not 0 < len(reason) <= LONGEST_REASON:
        return await _ask_why(context, turn, action)
    decided = await context.store.run(lambda tx: _decide(tx, turn, action, decision, reason))
    if decided is None:
        return [Whisper(text(turn.language, "review-changed"))]
    return for_them_alone(turn, cards.decided(decided, turn.language))


async def _ask_why(context: Context, turn: Turn, action: DecideLesson) -> list[Reply]:
    lesson = await context.store.run(lambda tx: _as_read(tx, turn, action))
    if lesson is None:
        return [Whisper(text(turn.language, "review-changed"))]
    like = alike(await context.library(turn), lesson.told, besides=lesson.id)
    error = text(turn.language, "review-reason-needed", most=LONGEST_REASON)
    card: Card = cards.review(lesson, like, turn.language, typed=action.reason, error=error)
    return for_them_alone(turn, card)


def _decide(tx: Transaction, turn: Turn, action: DecideLesson, decision: State, reason: str) -> Lesson | None:
    lesson = _as_read(tx, turn, action)
    if lesson is None:
        return None
    if decision is State.APPROVED:
        decided = lifecycle.approve(tx, turn.network, lesson, turn.at)
    else:
        decided = lifecycle.send_back(tx, turn.network, lesson, decision, reason)
    lesson_notes.tell_author(tx, turn, decided)
    return decided


def _as_read(tx: Transaction, turn: Turn, action: DecideLesson) -> Lesson | None:
    """The lesson, if it waits and is what the leader read."""
    lesson = lifecycle.find(tx, turn.network, action.lesson)
    as_read = lesson is not None and lesson.state is State.WAITING and lesson.at.isoformat() == action.seen
    return lesson if as_read else None
