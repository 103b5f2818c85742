"""How good groups are and how long it takes to form them: python -m tests.bench.matching

Groups of three of invented people from the places of a network, against the greedy and the random way, all three by
what their groups are worth; then twelve rounds of 35 people of whom 8 % are absent each time, and groups for exercises.
"""

import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product
from statistics import mean

from knowledge.exercises.grouping import divide
from knowledge.exercises.model import LARGEST, SMALLEST
from knowledge.exercises.sessions import Seat
from knowledge.rounds.growing import Floats
from knowledge.rounds.matching import NEVER, Matching, form_groups
from knowledge.rounds.reasons import Candidate
from knowledge.rounds.value import fared, worths
from tests.knowledge.rounds.candidates import candidates

SECONDS = {35: 2.0, 36: 2.0, 34: 2.0, 100: 10.0, 300: 45.0}
ROUNDS, PEOPLE, ABSENT = 12, 35, 0.08
LATELY = 4  # rounds
RANDOM_TRIALS = 20


def worth(groups: Iterable[Sequence[int]], pairs: Floats) -> float:
    """As `form_groups` counts it."""
    return sum(len(each) * mean(float(pairs[a, b]) for a, b in combinations(each, 2)) for each in groups)


def greedy(pairs: Floats) -> list[list[int]]:
    """Again and again the best three of those who are left."""
    free, groups = set(range(len(pairs))), []
    while len(free) >= 3:
        a, b = max(combinations(sorted(free), 2), key=lambda pair: pairs[pair])
        c = max(free - {a, b}, key=lambda other: pairs[a, other] + pairs[b, other])
        if pairs[a, b] + pairs[a, c] + pairs[b, c] == NEVER:
            break
        groups.append([a, b, c])
        free -= {a, b, c}
    return groups


def at_random(pairs: Floats, drawing: random.Random) -> list[list[int]]:
    """Threes in any order, of those who may meet."""
    order = drawing.sample(range(len(pairs)), len(pairs))
    groups: list[list[int]] = []
    while order:
        group = [order.pop()]
        for other in list(order):
            if len(group) < 3 and all(pairs[other, each] > NEVER for each in group):
                group.append(other)
                order.remove(other)
        groups.append(group)
    return [group for group in groups if len(group) > 1]


def compare(count: int, seconds: float) -> None:
    pairs = worths(candidates(count), {}, "bench")
    began = time.perf_counter()
    found = form_groups(pairs, 3, seconds)
    took = time.perf_counter() - began
    drawing = random.Random(1)
    others = {
        "greedy": worth(greedy(pairs), pairs),
        "random": mean(worth(at_random(pairs, drawing), pairs) for _ in range(RANDOM_TRIALS)),
    }
    told = "; ".join(f"{name} {1 - each / found.worth:.0%} below" for name, each in others.items())
    proven = "proven optimal" if found.gap < 1e-6 else f"within {found.gap:.2%} of the bound"
    sys.stdout.write(f"{count:>4} people: {took:.2f} s, {proven}, {len(found.left)} left; {told}\n")
    sys.stdout.flush()


def a_round(people: list[Candidate], met: dict[frozenset[str], int], number: int) -> tuple[Matching, dict[str, float]]:
    """The groups, and how each fared."""
    pairs = worths(people, {pair: number - last for pair, last in met.items()}, str(number))
    found = form_groups(pairs, 3, 2.0)
    done = {one: how for group in found.groups for one, how in fared(pairs, group).items()}
    return found, {people[one].person: done.get(one, 0.0) for one in range(len(people))}


def twelve_rounds() -> None:
    drawing = random.Random(1)
    everybody = {each.person: each for each in candidates(PEOPLE)}
    met: dict[frozenset[str], int] = {}
    pairs = repeated = together = left = 0
    for number in range(1, ROUNDS + 1):
        people = [each for each in everybody.values() if drawing.random() >= ABSENT]
        found, how = a_round(people, met, number)
        left += len(found.left)
        for group in found.groups:
            for a, b in combinations((people[each] for each in group), 2):
                pair = frozenset({a.person, b.person})
                pairs += 1
                repeated += number - met.get(pair, -LATELY) <= LATELY
                together += a.home == b.home
                met[pair] = number
        everybody |= {person: replace(everybody[person], need=1 - well) for person, well in how.items()}
    sys.stdout.write(
        f"{ROUNDS} rounds of {PEOPLE} people, {ABSENT:.0%} absent: {pairs} pairs met, {repeated / pairs:.1%} of them "
        f"again within {LATELY} rounds, {together} of the same municipality, {left} people without a group\n"
    )


def exercise(count: int, size: int) -> None:
    """Groups of an exercise, where many pairs are worth the same."""
    seats = [Seat(each.person, each.name, each.home) for each in candidates(count)]
    began = time.perf_counter()
    groups = divide(seats, size)
    took = time.perf_counter() - began
    mixed = sum(len({seat.home for seat in group}) == len(group) for group in groups)
    sys.stdout.write(
        f"an exercise: {count} people by {size}: {took:.2f} s, {mixed} of {len(groups)} groups all mixed\n"
    )


def main() -> None:
    for count, seconds in SECONDS.items():
        compare(count, seconds)
    twelve_rounds()
    for size, count in product(range(SMALLEST, LARGEST + 1), (35, 60, 120)):
        exercise(count, size)


if __name__ == "__main__":
    main()
