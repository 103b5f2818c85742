"""What leaders and authors are told of lessons, by the outbox: in their own chats, or where it was begun."""

from dataclasses import asdict
from datetime import datetime, timedelta

from cards import lesson_review as cards
from cards.card import Card
from dialogs.turn import Turn
from knowledge import networks, posts
from knowledge.jobs import Job
from knowledge.lessons import lifecycle
from knowledge.lessons.lifecycle import HOLDS_FOR
from knowledge.lessons.model import Lesson
from knowledge.posts import Post
from knowledge.store.contract import Transaction
from knowledge.store.keys import stamp

TOLD_WITHIN = timedelta(days=2)


def tell_leaders(tx: Transaction, turn: Turn, lesson: Lesson) -> None:
    """In their own chats; whoever has none finds it under *fall*."""
    drawn = asdict(cards.to_leader(lesson, turn.language))
    for leader in networks.leaders(tx, turn.network):
        name = f"lesson/{lesson.id}/{stamp(turn.at)}/{leader.id}"
        posts.intend(tx, turn.network, Post(name, "", leader.id, drawn, turn.at, turn.at + TOLD_WITHIN))


def tell_author(tx: Transaction, turn: Turn, lesson: Lesson) -> None:
    """What came of it: with the reason in private, elsewhere only that there is an answer."""
    private, here = cards.to_author(lesson, turn.language), cards.in_thread(lesson, turn.language)
    _post(tx, turn.network, lesson, here if lesson.thread else private, turn.at)


def ask_author(tx: Transaction, turn: Turn, lesson: Lesson) -> None:
    """In the thread of their message, once: whether they want to make a lesson of it."""
    drawn = asdict(cards.wanted(lesson, turn.person.name, turn.language))
    about = (lesson.author, turn.person.id)
    name = f"lesson/{lesson.id}/wanted"
    posts.intend(tx, turn.network, Post(name, lesson.thread, "", drawn, turn.at, turn.at + TOLD_WITHIN, about))


def ask_again(tx: Transaction, job: Job, now: datetime, *, language: str) -> datetime | None:
    """A year after its author said that it holds, ask again; and again a year later."""
    lesson = lifecycle.find(tx, job.network, job.subject)
    if lesson is None or not lesson.author:
        return None
    private, here = cards.still_holds(lesson, language), cards.still_holds_here(lesson, language)
    _post(tx, job.network, lesson, here if lesson.thread else private, now)
    return now + HOLDS_FOR


def _post(tx: Transaction, network: str, lesson: Lesson, drawn: Card, now: datetime) -> None:
    """Where it was begun, naming its author, or to them."""
    person, about = ("", (lesson.author,)) if lesson.thread else (lesson.author, ())
    name = f"lesson/{lesson.id}/{stamp(now)}"
    posts.intend(tx, network, Post(name, lesson.thread, person, asdict(drawn), now, now + TOLD_WITHIN, about))
