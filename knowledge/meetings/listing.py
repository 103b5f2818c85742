"""Which actions are listed: those that are likely enough to be right as they are told, with who and by when.

A wrong day or owner in a summary is worse than an action that a leader has to add. What is told twice is often right
only once, which shows by what else is to be done close to it. What each of this counts for is learnt.
"""

from collections.abc import Iterator, Sequence

from knowledge.meetings.actions import Dated
from knowledge.meetings.promises import Promise
from knowledge.meetings.weights import Weights

_WORTHS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
_DAY_CHANCES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)
_OWNER_CHANCES = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998)
_NEAR = 8  # sentences
_STEPS = (1, 2, 3, 5)  # sentences from one to another


def listed(found: Sequence[Dated], weights: Weights) -> list[Dated]:
    """Those that are likely enough to be right as they are told."""
    return [each for each in found if weights.worth(signs_of_listing(each, found)) >= weights.least]


def signs_of_listing(dated: Dated, found: Sequence[Dated]) -> frozenset[str]:
    """What tells for and against it: its worth, how likely its owner and day are, and what else is close."""
    task, (_, of_owner), (_, of_day) = dated.task, dated.task.owners[0], dated.days[0]
    others = [each.task.promise for each in found if each is not dated]
    beside = {sign for other in others for sign in _beside(task.promise, other)}
    steps = (("worth", task.noted.worth, _WORTHS), ("owner", of_owner, _OWNER_CHANCES), ("day", of_day, _DAY_CHANCES))
    return frozenset([*(sign for each in steps for sign in _steps(*each)), *beside])


def _steps(what: str, value: float, steps: Sequence[float]) -> Iterator[str]:
    yield from (f"{what} over {step}" for step in steps if value > step)


def _beside(promise: Promise, other: Promise) -> Iterator[str]:
    """Where another is made close to it, by the same owner or not."""
    is_later = other.first > promise.first
    apart = max(0, other.first - promise.last if is_later else promise.first - other.last)
    if apart <= _NEAR:
        where = f"{'later' if is_later else 'earlier'} {'own' if other.owner == promise.owner else 'other'}"
        yield from (where, f"{where} {sum(apart > step for step in _STEPS)}")
