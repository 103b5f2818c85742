"""Groups for an exercise, across municipalities as far as that goes; nobody is left out."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from knowledge.exercises.sessions import Seat
from knowledge.rounds.matching import NEVER, form_groups

SECONDS = 2.0
APART, UNKNOWN, TOGETHER = 1.0, 0.6, 0.05  # what two are worth from different, unknown, the same municipalities


class TooFew(ValueError):
    """There are not enough people for one group."""


def divide(seats: Sequence[Seat], size: int) -> tuple[tuple[Seat, ...], ...]:
    """Groups of `size`, one larger or smaller where it does not come out even; takes its time. Raises TooFew."""
    if len(seats) < size:
        raise TooFew
    worths = np.full((len(seats), len(seats)), NEVER)
    for one, other in combinations(range(len(seats)), 2):
        worths[one, other] = worths[other, one] = _worth(seats[one], seats[other])
    found = form_groups(worths, size, SECONDS)
    groups = [list(group) for group in found.groups]
    for person in found.left:
        min(groups, key=len).append(person)
    return tuple(tuple(seats[person] for person in group) for group in groups)


def _worth(one: Seat, other: Seat) -> float:
    if not (one.home and other.home):
        return UNKNOWN
    return TOGETHER if one.home == other.home else APART
