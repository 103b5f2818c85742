"""Forming groups of people so that together they are worth the most: set packing, by HiGHS.

Whoever is left over makes one group larger or smaller by one; who fits into no group at all is told apart. A group is
worth, for each of its people, the mean worth of their pairs in it, so that groups of different sizes compare. What all
groups could be worth at the most is known from the linear relaxation, whose columns are generated as they are needed:
a group that could improve it is a group whose pairs weigh enough on average (less the prices of its people), and such a
group has a smaller one in it that weighs as much: so they are grown from pairs, none missed.
"""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_matrix, csr_matrix, hstack, identity

from knowledge.rounds.growing import Floats, Found, Limit, grow

NEVER = -np.inf  # what a pair is worth that may not be in one group
SMALLEST, LARGEST = 2, 6
FEW, MANY = 4_000, 60_000  # groups of a size that are grown on, in a hurry and to find all
BEGINNINGS = 20
NEW_FOR_EACH = 4  # columns a person and round of generation
PROVEN = 40  # people up to whom the best is looked for; among more, what is WITHIN so little of it is as good
WITHIN = 0.001
HALF = 0.5
CLOSE = 1e-6  # of the worth
RELAXED_FOR, GROWN_FOR = 0.6, 0.8  # of the time
CHOSEN_AMONG = 3_000  # groups a second that is left: with many more the solver does not see that its time is over
LEAST = 0.2  # seconds that it gets


@dataclass(frozen=True, slots=True)
class Matching:
    """`groups` of people by their numbers, in rising order, and who is `left` without.

    `score` is what the groups are worth less what odd sizes and people without a group cost; no matching has a score
    above `bound`.
    """

    groups: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    worth: float
    score: float
    bound: float

    @property
    def gap(self) -> float:
        """How far below the best it is at the most, as a share of its worth."""
        return (self.bound - self.score) / self.worth if self.worth > 0 else 0.0


def form_groups(worths: Floats, size: int, seconds: float) -> Matching:
    """Groups of `size` people (2 to 6) for all, as good as can be found within about `seconds`.

    `worths` says what each pair is worth: symmetric, NEVER on the diagonal and for two who may not meet.
    """
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"groups have {SMALLEST} to {LARGEST} people, not {size}")
    people = len(worths)
    if people < SMALLEST:
        return Matching((), tuple(range(people)), 0.0, 0.0, 0.0)
    return _Packing(worths, size, time.monotonic() + seconds, seconds).solve()


@dataclass(frozen=True, slots=True)
class _Prices:
    """The linear relaxation: its value, what each person's place costs, and what a group of each size costs."""

    value: float
    people: Floats
    sizes: dict[int, float]


class _Pool:
    """The groups that may be chosen, none twice, and what each is worth."""

    def __init__(self, worths: Floats) -> None:
        self.groups: list[tuple[int, ...]] = []
        self.worths: list[float] = []
        self._pairs = worths
        self._known: set[tuple[int, ...]] = set()

    def add(self, found: Sequence[Sequence[int]]) -> int:
        """How many of them are new."""
        before = len(self.groups)
        for each in map(tuple, found):
            if each not in self._known:
                self._known.add(each)
                self.groups.append(each)
                self.worths.append(_worth(each, self._pairs))
        return len(self.groups) - before


class _Packing:
    """One problem; `until` (monotonic) is when it should be done, `seconds` how long it may take in all."""

    def __init__(self, worths: Floats, size: int, until: float, seconds: float) -> None:
        self.worths = worths
        self.size = size
        self.until = until
        self.relax_until = until - (1 - RELAXED_FOR) * seconds
        self.grow_until = until - (1 - GROWN_FOR) * seconds
        self.people = len(worths)
        self.sizes = range(SMALLEST, min(size + 1, self.people) + 1)
        self.wanted = _wanted(self.people, size)
        top = max(1.0, float(worths.max()))
        self.extra_costs = {each: size * top * max((each - size) ** 2, 0.5) for each in self.sizes}
        self.left_cost = 2 * size * top * size**2
        self.close = CLOSE if self.people <= PROVEN else WITHIN
        self.pool = _Pool(worths)

    def solve(self) -> Matching:
        """The best that is found, and a bound: at first, that each has only the best there is for them."""
        starts = range(0, self.people, -(-self.people // BEGINNINGS))
        begun = [self._greedy(start) for start in starts]
        best = max(map(self._matching, begun), key=lambda each: each.score)
        bound = float(np.maximum(self.worths.max(axis=1), 0.0).sum())
        if not self.pool.add([group for groups in begun for group in groups]) or self._is_close(best, bound):
            return _bounded(best, bound if best.groups else best.score)
        prices, relaxed = self._relax()
        bound = min(bound, relaxed)
        best, _ = self._better(best, self._left / 2)
        if not self._is_close(best, bound) and self._left > LEAST:
            near, all_of_them = self._within(prices, bound - best.score)
            self.pool.add(near)
            best, highest = self._better(best, self._left)
            bound = min(bound, highest) if all_of_them else bound
        return _bounded(best, bound)

    def _better(self, best: Matching, seconds: float) -> tuple[Matching, float]:
        """The best there is of the pool, if it is better, and a bound for that."""
        found, highest = self._choose(max(seconds, LEAST))
        return max(best, found, key=lambda each: each.score), highest

    @property
    def _left(self) -> float:
        """Seconds that it may still take."""
        return self.until - time.monotonic()

    def _is_close(self, found: Matching, bound: float) -> bool:
        return bound - found.score <= self.close * max(found.worth, 1.0)

    def _greedy(self, start: int) -> list[tuple[int, ...]]:
        """For each who has none yet, from `start` on, the best group of those who have none: somewhere to begin."""
        sizes = list(self.wanted.elements())
        free = np.ones(self.people, dtype=bool)
        groups = []
        for first in np.roll(np.arange(self.people), -start):
            if free[first]:
                group = self._gathered(int(first), free, sizes[-1] if sizes else self.size)
                if len(group) >= SMALLEST:
                    free[group] = False
                    groups.append(tuple(sorted(group)))
                    sizes = sizes[:-1]
        return groups

    def _gathered(self, first: int, free: NDArray[np.bool_], size: int) -> list[int]:
        """Up to `size` people, each the best of the free ones for those before."""
        group = [first]
        while len(group) < size:
            gains = np.where(free, self.worths[group].sum(axis=0), NEVER)
            best = int(np.argmax(gains))
            if gains[best] == NEVER:
                break
            group.append(best)
        return group

    def _relax(self) -> tuple[_Prices, float]:
        """Add columns until none improves the relaxation, or it is time; the prices then, and a bound."""
        thorough = False
        while True:
            prices = self._prices()
            limit = Limit(MANY if thorough else FEW, self.grow_until)
            found, complete = grow(self._weights(prices), self._floors(prices, CLOSE), limit)
            gains = _gains(found, prices)
            new = self.pool.add(self._best(found, gains))
            late = time.monotonic() > self.relax_until
            if not new and thorough and not complete:
                return prices, np.inf
            if complete and (late or not new):
                over = max((float(each.max()) / size for size, each in gains.items() if len(each)), default=0.0)
                return prices, prices.value + self.people * max(over, CLOSE)
            if late and thorough:
                return prices, np.inf
            thorough = late or not new or thorough

    def _best(self, found: Found, gains: dict[int, Floats]) -> list[tuple[int, ...]]:
        """Of each size the groups that gain most, so that each person is in a few."""
        chosen: list[tuple[int, ...]] = []
        for size, (groups, _) in found.items():
            uses = np.zeros(self.people, dtype=int)
            for at in np.argsort(-gains[size])[:FEW]:
                if (uses[groups[at]] < NEW_FOR_EACH).any():
                    uses[groups[at]] += 1
                    chosen.append(tuple(int(each) for each in groups[at]))
        return chosen

    def _weights(self, prices: _Prices) -> Floats:
        """What a pair is worth beyond the price of its people: a group gains the mean of its pairs, times its size."""
        return self.worths - (prices.people[:, None] + prices.people[None, :]) / 2

    def _floors(self, prices: _Prices, gain: float) -> dict[int, float]:
        """What the pairs of a group of each size must weigh on average for it to gain at least `gain`."""
        return {size: (prices.sizes[size] + gain) / size for size in self.sizes}

    def _within(self, prices: _Prices, missing: float) -> tuple[list[tuple[int, ...]], bool]:
        """The groups that may be among those of the best matching, as far as there is time; whether these are all."""
        most = min(MANY, int(CHOSEN_AMONG * self._left))
        limit = Limit(most, self.until - self._left / 2)
        found, complete = grow(self._weights(prices), self._floors(prices, -missing), limit)
        if sum(len(groups) for groups, _ in found.values()) > most:
            return self._best(found, _gains(found, prices)), False
        return [tuple(int(each) for each in row) for groups, _ in found.values() for row in groups], complete

    def _costs(self) -> Floats:
        """What is minimised: for each group, each person left, and each group too many of a size."""
        worths = [-each for each in self.pool.worths]
        return np.array([*worths, *[self.left_cost] * self.people, *self.extra_costs.values()])

    def _places(self, groups: Sequence[tuple[int, ...]]) -> csr_matrix:
        """Who is in which group, or left: a row for each person, who is to be in one or left."""
        rows = np.concatenate([np.asarray(each, dtype=np.intp) for each in groups])
        columns = np.repeat(np.arange(len(groups)), [len(each) for each in groups])
        placed = csc_matrix((np.ones(len(rows)), (rows, columns)), shape=(self.people, len(groups)))
        extra = csc_matrix((self.people, len(self.sizes)))
        return csr_matrix(hstack([placed, identity(self.people), extra]))

    def _counts(self, groups: Sequence[tuple[int, ...]]) -> csr_matrix:
        """How many groups of each size there are, less those too many: a row for each size.

        Said outright, since the relaxation alone would have thirds of groups where the people cannot be divided evenly.
        """
        rows = [len(each) - SMALLEST for each in groups]
        counted = csc_matrix((np.ones(len(rows)), (rows, range(len(rows)))), shape=(len(self.sizes), len(rows)))
        left = csc_matrix((len(self.sizes), self.people))
        return csr_matrix(hstack([counted, left, -identity(len(self.sizes))]))

    @property
    def _most(self) -> list[int]:
        return [self.wanted[size] for size in self.sizes]

    def _prices(self) -> _Prices:
        groups = self.pool.groups
        solved = linprog(
            self._costs(),
            A_eq=self._places(groups),
            b_eq=np.ones(self.people),
            A_ub=self._counts(groups),
            b_ub=self._most,
            bounds=(0, None),
            method="highs",
        )
        sizes = dict(zip(self.sizes, (-solved.ineqlin.marginals).tolist(), strict=True))
        return _Prices(-solved.fun, -solved.eqlin.marginals, sizes)

    def _choose(self, seconds: float) -> tuple[Matching, float]:
        """The best of the groups of the pool that everybody is in once, and a bound for it."""
        groups = self.pool.groups
        costs = self._costs()
        rest = len(costs) - len(groups)  # who is left and which groups are too many follows from the groups
        once = LinearConstraint(self._places(groups), 1, 1)
        counts = LinearConstraint(self._counts(groups), -np.inf, self._most)
        solved = milp(
            costs,
            integrality=np.concatenate([np.ones(len(groups)), np.zeros(rest)]),
            bounds=Bounds(0, np.concatenate([np.ones(len(groups)), np.full(rest, np.inf)])),
            constraints=[once, counts],
            options={
                "time_limit": seconds,
                "mip_rel_gap": 0.0 if self.people <= PROVEN else WITHIN / 2,
            },
        )
        if solved.x is None:
            return self._matching(self._greedy(0)), np.inf
        chosen = [each for each, taken in zip(groups, solved.x, strict=False) if taken > HALF]
        return self._matching(chosen), -float(solved.mip_dual_bound)

    def _matching(self, groups: list[tuple[int, ...]]) -> Matching:
        placed = {each for group in groups for each in group}
        left = tuple(each for each in range(self.people) if each not in placed)
        worth = sum(_worth(each, self.worths) for each in groups)
        extra = Counter(map(len, groups)) - self.wanted
        cost = sum(self.extra_costs[size] * count for size, count in extra.items()) + self.left_cost * len(left)
        return Matching(tuple(sorted(groups)), left, worth, worth - cost, np.inf)


def _bounded(found: Matching, bound: float) -> Matching:
    return replace(found, bound=max(bound, found.score))


def _worth(group: Sequence[int], worths: Floats) -> float:
    return sum(float(worths[one, other]) for one, other in combinations(group, 2)) * 2 / (len(group) - 1)


def _gains(found: Found, prices: _Prices) -> dict[int, Floats]:
    """What each group would improve the relaxation by."""
    return {size: means * size - prices.sizes[size] for size, (_, means) in found.items()}


def _wanted(people: int, size: int) -> Counter[int]:
    """How many groups of which size there should be when all have one: those that deviate the least, squared."""
    full = max(people // size - size, 0)  # so many are full whatever becomes of the others
    return Counter({size: full}) + Counter(_divided(people - full * size, size))


@cache
def _divided(people: int, size: int) -> tuple[int, ...]:
    sizes = range(SMALLEST, min(size + 1, people) + 1)
    ways = [(each, *_divided(people - each, size)) for each in sizes if people - each != 1]
    return min(ways, key=lambda way: sum((each - size) ** 2 for each in way), default=())
