"""What it is worth to bring two people together: before all else that one has been through what the other faces.

The weights are a judgement; all of it stands here.
"""

import random
from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.library.tokens import fold
from knowledge.rounds.growing import Floats
from knowledge.rounds.matching import NEVER
from knowledge.rounds.reasons import SAME_FROM, Candidate, pieces

ANYBODY = 1.0  # what a conversation with anybody is worth
COMPLEMENTS = 4.0  # each has been through all that the other faces; half of it where that is so one way
ALIKE = 1.5  # they face the same
SHARED = 0.5  # they have the same themes, whether faced or been through
MOST = ANYBODY + COMPLEMENTS + ALIKE + SHARED
LIFT = 0.5  # what is added, as a share, for two who have waited or fared worst
REPEATED = 1.5 * MOST  # what it costs that they were in one group in the last round
FADES = 0.85  # what is left of that cost from one round to the next
TIE = 1e-7  # by which equals differ, so that no order decides


def worths(people: Sequence[Candidate], met: Mapping[frozenset[str], int], seed: str) -> Floats:
    """What each pair is worth, NEVER where they may not meet.

    `met` says how many rounds ago two were in one group, 1 for the last. `seed` decides among equals.
    """
    count = len(people)
    phrases = sorted({phrase for each in people for phrase in (*each.faces, *each.been_through)})
    alike = _alike(phrases)
    place = {phrase: number for number, phrase in enumerate(phrases)}
    faces = [[place[phrase] for phrase in each.faces] for each in people]
    been = [[place[phrase] for phrase in each.been_through] for each in people]
    helped, shared = _covered(alike, faces, been), _covered(alike, faces, faces)
    themes = _overlap([{*each.faces, *each.been_through} for each in people])
    worth = ANYBODY + COMPLEMENTS * _both(helped) + ALIKE * _both(shared) + SHARED * themes
    need = np.array([each.need for each in people])
    worth *= 1 + LIFT * (need[:, None] + need[None, :]) / 2
    worth -= _repeats(people, met)
    worth += TIE * _both(np.array(_drawn(count, seed)).reshape(count, count))
    worth[_apart(people)] = NEVER
    return worth


def fared(worth: Floats, group: Sequence[int]) -> dict[int, float]:
    """How well each does in a group, 0 to 1."""
    return {
        one: min(max(float(np.mean([worth[one, other] for other in group if other != one])) / MOST, 0.0), 1.0)
        for one in group
    }


def _alike(phrases: Sequence[str]) -> Floats:
    """How alike each is to each, nothing where they mean different things."""
    every = sorted({piece for phrase in phrases for piece in pieces(phrase)})
    place = {piece: number for number, piece in enumerate(every)}
    has = np.zeros((len(phrases), len(every)))
    for number, phrase in enumerate(phrases):
        has[number, [place[piece] for piece in pieces(phrase)]] = 1.0
    lengths = np.sqrt(np.maximum(has.sum(axis=1), 1.0))
    alike: Floats = (has @ has.T) / lengths[:, None] / lengths[None, :]
    return np.where(alike >= SAME_FROM, alike, 0.0)


def _covered(alike: Floats, wanted: Sequence[list[int]], had: Sequence[list[int]]) -> Floats:
    """How much of what each (row) wants each (column) has, 0 to 1."""
    covered = np.zeros((len(wanted), len(had)))
    for column, phrases in enumerate(had):
        if phrases:
            best = alike[:, phrases].max(axis=1)
            covered[:, column] = [best[each].mean() if each else 0.0 for each in wanted]
    return covered


def _both(one_way: Floats) -> Floats:
    both: Floats = (one_way + one_way.T) / 2
    return both


def _overlap(sets: Sequence[set[str]]) -> Floats:
    """How many of the phrases of two are the same, as a share of all they have."""
    return np.array([[len(a & b) / max(len(a | b), 1) for b in sets] for a in sets])


def _repeats(people: Sequence[Candidate], met: Mapping[frozenset[str], int]) -> Floats:
    cost = np.zeros((len(people), len(people)))
    place = {each.person: number for number, each in enumerate(people)}
    for pair, ago in met.items():
        at = [place[person] for person in pair if person in place]
        if len(at) == 2:
            cost[at[0], at[1]] = cost[at[1], at[0]] = REPEATED * FADES ** (ago - 1)
    return cost


def _apart(people: Sequence[Candidate]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Who may not be in one group: of the same municipality, or because one of them does not want to."""
    names = [fold(each.name) for each in people]
    unwanted = [{fold(name) for name in each.not_with} for each in people]
    return np.array(
        [
            [
                one.home == other.home or names[column] in unwanted[row] or names[row] in unwanted[column]
                for column, other in enumerate(people)
            ]
            for row, one in enumerate(people)
        ],
        dtype=np.bool_,
    ).reshape(len(people), len(people))


def _drawn(count: int, seed: str) -> list[float]:
    drawing = random.Random(seed)  # noqa: S311 – decides nothing but ties, the same each time
    return [drawing.random() for _ in range(count * count)]
