"""Bringing Teams in line with a post: what is to be done next, and what is known after it was tried.

Posting cannot be repeated safely: the Bot Connector takes no key by which it would know a post again. So an attempt is
noted before it is made. Whoever finds one whose end is not known (a crash, an answer that never came) first looks
whether the post is there; who may not look leaves it to a leader. Changes and deletions are simply repeated.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from knowledge import posts
from knowledge.posts import Kept, Why
from knowledge.store.contract import Transaction

# A message may be seen some time after it was posted: not seen at the last look, it is not there.
LOOKS = tuple(timedelta(seconds=seconds) for seconds in (2, 8, 20, 30))
LOOKED_FOR = timedelta(hours=1)  # for so long it is tried to look at all
FIRST_RETRY = timedelta(seconds=2)
LAST_RETRY = timedelta(minutes=5)


class Step(StrEnum):
    """What is to be done about a post."""

    POST = "post"
    LOOK = "look"
    CHANGE = "change"
    DELETE = "delete"
    GIVE_UP = "give_up"


@dataclass(frozen=True, slots=True)
class Task:
    """A step, and the post as it was when the step was chosen."""

    step: Step
    kept: Kept


@dataclass(frozen=True, slots=True)
class Done:
    """It was done, or seen to be there; a new post stands under `activity_id` in `thread`."""

    activity_id: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """Certainly nothing was done; Teams wants to be asked again `after` so long, if it said so."""

    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may have been done."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not done, nor ever will be."""

    why: Why


@dataclass(frozen=True, slots=True)
class NotSeen:
    """It was looked for where it should be, and is not there so far."""


@dataclass(frozen=True, slots=True)
class NotReadable:
    """Nobody may look there."""


class Unwanted(Exception):
    """The post was taken back, or attempted by somebody else, before this attempt."""


Outcome = Done | Undone | Ambiguous | Refused | NotSeen | NotReadable


def next_task(tx: Transaction, network: str, lane: str, now: datetime) -> Task | None:
    """What is to be done first in a lane; None when nothing is due."""
    kept = posts.first_due(tx, network, lane, now)
    return None if kept is None else Task(_step(kept, now), kept)


def begin(tx: Transaction, task: Task, now: datetime) -> None:
    """Note that a post is going to be attempted; to be committed before it is. Raises Unwanted."""
    kept = _held(tx, task)
    if kept.withdrawn or kept.trying or kept.shown:
        raise Unwanted
    posts.save(tx, replace(kept, trying=task.kept.version, tried_at=now))


def end(tx: Transaction, task: Task, outcome: Outcome, now: datetime) -> Kept:
    """Keep what a step came to, and when the next is due; the post may have been changed meanwhile."""
    kept = _held(tx, task)
    match task.step:
        case Step.POST:
            ended = _after_posting(kept, outcome, now)
        case Step.LOOK:
            ended = _after_looking(kept, outcome, now)
        case _:
            ended = _after_amending(kept, task, outcome, now)
    posts.save(tx, ended)
    return ended


def _step(kept: Kept, now: datetime) -> Step:
    if kept.trying:
        return Step.LOOK
    if now >= kept.post.not_after:
        return Step.GIVE_UP
    if not kept.shown:
        return Step.POST
    return Step.DELETE if kept.withdrawn else Step.CHANGE


def _held(tx: Transaction, task: Task) -> Kept:
    kept = posts.find(tx, task.kept.network, task.kept.id)
    if kept is None:
        raise LookupError(f"post {task.kept.id} was forgotten while it was due")
    return kept


def _after_posting(kept: Kept, outcome: Outcome, now: datetime) -> Kept:
    match outcome:
        case Done(activity_id, thread):
            return _there(kept, activity_id, thread, now)
        case Undone(after):
            return _not_there(kept, _retry_in_time(kept, after, now), kept.failures + 1)
        case Refused(why):
            return _given_up(replace(kept, trying=0), why)
        case _:
            return replace(kept, looks=0, due=now + LOOKS[0])


def _after_looking(kept: Kept, outcome: Outcome, now: datetime) -> Kept:
    match outcome:
        case Done(activity_id, thread):
            return _there(kept, activity_id, thread, now)
        case NotSeen() if kept.looks + 1 < len(LOOKS):
            return replace(kept, looks=kept.looks + 1, due=now + LOOKS[kept.looks + 1])
        case NotSeen():
            return _not_there(kept, now, 0)
        case Undone(after) if kept.tried_at and now - kept.tried_at < LOOKED_FOR:
            return replace(kept, failures=kept.failures + 1, due=_retry(kept, after, now))
        case _:
            return replace(kept, unclear=True, due=None)


def _after_amending(kept: Kept, task: Task, outcome: Outcome, now: datetime) -> Kept:
    """After a change, a deletion, or when it is too late for anything."""
    match outcome:
        case Done() if task.step is Step.DELETE:
            return replace(kept, shown=0, failures=0, due=None)
        case Done():
            return _in_line(replace(kept, shown=task.kept.version, shown_at=now), now)
        case Refused(why):
            return _given_up(kept, why)
        case _:
            after = outcome.after if isinstance(outcome, Undone) else None
            return replace(kept, failures=kept.failures + 1, due=_retry_in_time(kept, after, now))


def _there(kept: Kept, activity_id: str, thread: str, now: datetime) -> Kept:
    found = replace(kept, shown=kept.trying, trying=0, activity_id=activity_id, thread=thread)
    return _in_line(replace(found, posted_at=now, shown_at=now), now)


def _not_there(kept: Kept, due: datetime, failures: int) -> Kept:
    """It is tried again, unless it is not wanted any more."""
    return replace(kept, trying=0, looks=0, failures=failures, due=None if kept.withdrawn else due)


def _in_line(kept: Kept, now: datetime) -> Kept:
    """Teams shows what it was told; more is to be done if that is no longer what it should show."""
    settled = replace(kept, looks=0, failures=0, due=None)
    outdated = kept.withdrawn or kept.version > kept.shown
    return posts.outdated(settled, max(now, kept.post.not_before)) if outdated else settled


def _given_up(kept: Kept, why: Why) -> Kept:
    unwanted = kept.withdrawn and not kept.shown
    return replace(kept, failures=0, why=Why.NONE if unwanted else why, due=None)


def _retry_in_time(kept: Kept, after: timedelta | None, now: datetime) -> datetime:
    """Not later than when it is given up."""
    return max(now, min(_retry(kept, after, now), kept.post.not_after))


def _retry(kept: Kept, after: timedelta | None, now: datetime) -> datetime:
    """Later each time, or when Teams asks."""
    doublings = min(kept.failures, 10)
    return now + (after or min(FIRST_RETRY * (1 << doublings), LAST_RETRY))
