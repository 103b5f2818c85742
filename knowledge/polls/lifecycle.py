"""The life of a poll: made, answered, closed when it is time or by who may, deleted, in the end forgotten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from knowledge import jobs, networks
from knowledge.jobs import Job
from knowledge.personal import Fact, Someone
from knowledge.polls import ballots
from knowledge.polls.ballots import Choice, Voter
from knowledge.polls.model import Ballot, Poll, Question
from knowledge.posts import REDRAWN_EVERY
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix

CLOSE, REMIND, REDRAW, ERASE = "poll-close", "poll-remind", "poll-redraw", "erase"  # kinds of jobs
POLL = "poll"  # what its post is known by, before its id

REMINDED_BEFORE = timedelta(days=1)
NAMES_KEPT = timedelta(days=180)  # after it was closed
KEPT = timedelta(days=730)
MOST_LISTED = 1000

_POLL: TypeAdapter[Poll] = TypeAdapter(Poll)


class NotOpen(Exception):
    """The poll is closed, or its time is over."""


class NotAnOption(Exception):
    """The poll has no such option, or is not answered so."""


def make(tx: Transaction, poll: Poll) -> bool:
    """Begin it; says whether it is new, for one that is made again stays as it is."""
    if find(tx, poll.network, poll.id) is not None:
        return False
    ballots.open_box(tx, poll)
    _save(tx, poll)
    jobs.schedule(tx, Job(CLOSE, poll.closes_at, poll.network, poll.id))
    remind_at = poll.closes_at - REMINDED_BEFORE
    if poll.remind and remind_at > poll.made_at:
        jobs.schedule(tx, Job(REMIND, remind_at, poll.network, poll.id))
    return True


def find(tx: Transaction, network: str, id: str) -> Poll | None:
    entry = tx.get(_record(network, id))
    return None if entry is None else _POLL.validate_python(entry.value)


def every(tx: Transaction, network: str) -> list[Poll]:
    """The polls of a network, the latest first."""
    entries = tx.query(prefix("networks", network, "polls"), limit=MOST_LISTED)
    return sorted((_POLL.validate_python(entry.value) for entry in entries), key=lambda poll: poll.made_at)[::-1]


def answer(tx: Transaction, poll: Poll, voter: Voter, change: Callable[[Ballot], Ballot], now: datetime) -> Ballot:
    """Change what somebody answered; its card follows. Raises NotOpen."""
    if not poll.is_open(now):
        raise NotOpen
    ballot = ballots.cast(tx, poll, voter, change)
    if poll.clicked:
        jobs.schedule_by(tx, Job(REDRAW, now + REDRAWN_EVERY, poll.network, poll.id))
    return ballot


def choose(tx: Transaction, poll: Poll, voter: Voter, choice: Choice, now: datetime) -> Ballot:
    """Choose an option, or no longer. Raises NotOpen, NotAnOption."""
    if not poll.clicked or not 0 <= choice.option < poll.questions[0].choices:
        raise NotAnOption
    [question] = poll.questions
    return answer(tx, poll, voter, lambda held: ballots.with_choice(held, question, choice), now)


def close(tx: Transaction, poll: Poll, now: datetime) -> Poll:
    """Take no more answers; of an anonymous poll nobody can be told from now on who gave which."""
    if poll.closed_at is not None:
        return poll
    if poll.anonymous:
        _seal(tx, poll, now)
    closed = replace(poll, closed_at=now, viewers=())
    _save(tx, closed)
    _cancel(tx, poll)
    return closed


def delete(tx: Transaction, poll: Poll, now: datetime) -> None:
    """Let nothing be left of it."""
    ballots.destroy(tx, poll)
    tx.delete(_record(poll.network, poll.id))
    _cancel(tx, poll)
    _erase(tx, now)


def announce_change(tx: Transaction, poll: Poll, words: str) -> Poll:
    """Add to an evaluation what will be different from now on."""
    changed = replace(poll, change=words)
    _save(tx, changed)
    return changed


def take_out(tx: Transaction, poll: Poll, person: str) -> Poll | None:
    """Let nothing in it say any more who somebody is; the poll as it is then, None where it said nothing.

    For whom Teams draws a card of their own is no longer known of anybody: it is kept under ids of Teams' own.
    """
    answered = ballots.take_out(tx, poll, person)
    if not (answered or poll.maker == person or poll.viewers):
        return None
    left = replace(poll, maker="" if poll.maker == person else poll.maker, viewers=())
    _save(tx, left)
    return left


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The polls somebody made, and what they answered as long as that can be known."""
    polls = [poll for network in networks.every(tx) for poll in every(tx, network)]
    made = [
        Fact("poll", {"question": poll.title, "at": poll.made_at}, poll.network)
        for poll in polls
        if poll.maker == person.id
    ]
    answers = ((poll, ballots.find(tx, poll, person.id)) for poll in polls)
    return made + [
        Fact("ballot", {"question": poll.title, "answer": said(poll, ballot)}, poll.network)
        for poll, ballot in answers
        if ballot
    ]


def said(poll: Poll, ballot: Ballot) -> tuple[str, ...]:
    """What a ballot says, in words; of a scale its step."""
    return tuple(
        words
        for question, answer in zip(poll.questions, ballot.answers, strict=True)
        for words in ((answer,) if isinstance(answer, str) else (_option(question, at) for at in answer))
        if words
    )


def _option(question: Question, at: int) -> str:
    return question.options[at] if question.options else str(at + 1)


def forget(tx: Transaction, network: str, now: datetime) -> int:
    """Delete the names in polls closed long ago, and polls closed longer ago still; returns how many of both.

    What is deleted is erased with all else that the night forgets.
    """
    forgotten = 0
    for poll in every(tx, network):
        age = now - poll.closed_at if poll.closed_at else timedelta(0)
        if age > KEPT:
            delete(tx, poll, now)
        elif age > NAMES_KEPT and not poll.anonymous and not ballots.is_sealed(tx, poll):
            _seal(tx, poll, now)
        else:
            continue
        forgotten += 1
    return forgotten


def _seal(tx: Transaction, poll: Poll, now: datetime) -> None:
    ballots.seal(tx, poll)
    _erase(tx, now)


def _erase(tx: Transaction, now: datetime) -> None:
    """Have what was deleted here erased from the store's files, after the commit."""
    jobs.schedule(tx, Job(ERASE, now))  # anew if it is being done, which may have been too early


def _cancel(tx: Transaction, poll: Poll) -> None:
    for kind in (CLOSE, REMIND, REDRAW):
        jobs.cancel(tx, kind, poll.network, poll.id)


def _save(tx: Transaction, poll: Poll) -> None:
    tx.put(_record(poll.network, poll.id), _POLL.dump_python(poll, mode="json"))


def _record(network: str, id: str) -> str:
    return key("networks", network, "polls", id)
