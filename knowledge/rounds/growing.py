"""All groups of people whose pairs weigh enough on average, grown from pairs one by one."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Groups = NDArray[np.int64]  # a row for each, of people in rising order
Found = dict[int, tuple[Groups, Floats]]  # by size, and what the pairs of each group weigh on average

ROWS = 2_000  # groups that are grown at once


@dataclass(frozen=True, slots=True)
class Limit:
    """No more than `most` groups of a size are kept and grown on, the heaviest, and none after `until` (monotonic)."""

    most: int
    until: float


def grow(weights: Floats, floors: dict[int, float], limit: Limit) -> tuple[Found, bool]:
    """The groups whose pairs weigh the floor of their size on average; whether none is missed.

    Sizes follow on each other, from 2.
    """
    found: Found = {}
    complete = True
    people = len(weights)
    groups: Groups = np.arange(people, dtype=np.int64)[:, None]
    means = np.zeros(people)
    for size, floor in floors.items():
        lowest = min(each for later, each in floors.items() if later >= size)
        names, means, all_of_them = _grown(weights, groups, means, lowest, limit)
        groups = _members(names, size, people)
        complete = complete and all_of_them
        good = means >= floor
        found[size] = groups[good], means[good]
    return found, complete


def _grown(
    weights: Floats, groups: Groups, means: Floats, lowest: float, limit: Limit
) -> tuple[NDArray[np.int64], Floats, bool]:
    """The names of the groups of one more whose pairs weigh `lowest` on average, those averages; whether that is all.

    Each has a group of one less in it that weighs as much: the one without whoever weighs least in it.
    """
    people = len(weights)
    parts = []
    for row in range(0, len(groups), ROWS):
        if time.monotonic() > limit.until:
            break
        parts.append(_grown_some(weights, groups[row : row + ROWS], means[row : row + ROWS], lowest))
    in_time = len(parts) * ROWS >= len(groups)
    heaviest = [_heaviest(*part, limit.most) for part in parts]
    names = np.concatenate([np.empty(0, dtype=np.int64), *(_names(members, people) for members, _ in heaviest)])
    heavy = np.concatenate([np.empty(0), *(each for _, each in heaviest)])
    names, at = np.unique(names, return_index=True)
    kept, heavy = _heaviest(names, heavy[at], limit.most)
    complete = in_time and len(kept) == len(names) and all(len(part[1]) <= limit.most for part in parts)
    return kept, heavy, complete


def _grown_some(weights: Floats, groups: Groups, means: Floats, lowest: float) -> tuple[Groups, Floats]:
    size = groups.shape[1]
    sums = means[:, None] * _pairs(size)
    for column in range(size):
        sums = sums + weights[groups[:, column]]
    grown = sums / _pairs(size + 1)
    which, who = np.nonzero(grown >= lowest)
    return np.sort(np.column_stack([groups[which], who]), axis=1), grown[which, who]


def _pairs(size: int) -> float:
    return size * (size - 1) / 2


def _heaviest(groups: NDArray[np.int64], heavy: Floats, most: int) -> tuple[NDArray[np.int64], Floats]:
    if len(heavy) <= most:
        return groups, heavy
    top = np.argpartition(-heavy, most)[:most]
    return groups[top], heavy[top]


def _names(groups: Groups, people: int) -> NDArray[np.int64]:
    """One number for each group, its members the digits."""
    names = np.zeros(len(groups), dtype=np.int64)
    for column in range(groups.shape[1]):
        names = names * people + groups[:, column]
    return names


def _members(names: NDArray[np.int64], size: int, people: int) -> Groups:
    columns = []
    for _ in range(size):
        names, last = np.divmod(names, people)
        columns.append(last)
    return np.column_stack(columns[::-1])
