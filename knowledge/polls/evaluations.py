"""Evaluations of meetings: the questions of a network, what past ones answered, what was changed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Count, Kind, Poll, Question, readable
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

OPEN_FOR = timedelta(days=3)
LONGEST_CHANGE = 500  # characters
MOST_MEETINGS = 8  # shown beside each other
KINDS = (Kind.SCALE, Kind.SCALE, Kind.SCALE, Kind.WORDS, Kind.WORDS)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the evaluation of a meeting came to: the mean of each scale, 1 to 5, None where nobody answered."""

    at: datetime
    voters: int
    means: tuple[float | None, ...]


def questions(tx: Transaction, network: str, usual: Sequence[str]) -> tuple[Question, ...]:
    """The questions of a network: its own, or the `usual` ones."""
    entry = tx.get(_questions(network))
    words = entry.value["words"] if entry else usual
    return tuple(Question(each, kind) for each, kind in zip(words, KINDS, strict=True))


def set_questions(tx: Transaction, network: str, words: Sequence[str]) -> None:
    """Ask these from now on, in the place of the usual ones."""
    tx.put(_questions(network), {"words": list(words)})


def trend(tx: Transaction, last: Poll) -> list[Meeting]:
    """The evaluations up to and with `last` that asked the same and may be shown, the oldest first."""
    same = (
        poll
        for poll in lifecycle.every(tx, last.network)
        if poll.evaluation and poll.closed_at and poll.questions == last.questions and poll.made_at <= last.made_at
    )
    counted = ((poll, ballots.count(tx, poll)) for poll in same)
    meetings = [
        Meeting(poll.made_at, tally.voters, tuple(mean(each) for each in tally.counts if each.chosen))
        for poll, tally in counted
        if readable(poll, tally)
    ]
    return meetings[:MOST_MEETINGS][::-1]


def mean(count: Count) -> float | None:
    """The mean of a scale, from 1."""
    total = sum((step + 1) * times for step, times in enumerate(count.chosen))
    return total / count.answered if count.answered else None


def _questions(network: str) -> str:
    return key("networks", network, "evaluation-questions")
