from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.rounds.growing import Floats
from knowledge.rounds.matching import NEVER, form_groups
from knowledge.rounds.value import worths
from tests.knowledge.rounds.candidates import candidates
from tests.patience import SECONDS


@st.composite
def networks(draw: st.DrawFn, most: int) -> Floats:
    """What pairs are worth among people from a few places, of whom some do not want to meet."""
    count = draw(st.integers(0, most))
    homes = draw(st.lists(st.integers(0, 4), min_size=count, max_size=count))
    pairs = list(combinations(range(count), 2))
    given_worths = draw(st.lists(st.integers(-3, 9), min_size=len(pairs), max_size=len(pairs)))
    unwanted = draw(st.sets(st.sampled_from(pairs), max_size=3)) if pairs else set()
    worth = np.full((count, count), NEVER)
    for (a, b), each in zip(pairs, given_worths, strict=True):
        if homes[a] != homes[b] and (a, b) not in unwanted:
            worth[a, b] = worth[b, a] = float(each)
    return worth


@settings(max_examples=60)
@given(networks(14), st.integers(2, 6))
@example(np.empty((0, 0)), 3)
@example(np.full((1, 1), NEVER), 3)
@example(np.full((4, 4), NEVER), 3)
def test_whoever_is_in_a_group_is_in_one_with_whom_they_may_meet(worth: Floats, size: int) -> None:
    found = form_groups(worth, size, SECONDS)
    placed = [one for group in found.groups for one in group]
    assert sorted([*placed, *found.left]) == list(range(len(worth)))
    assert all(worth[a, b] > NEVER for group in found.groups for a, b in combinations(group, 2))
    assert all(2 <= len(group) <= size + 1 for group in found.groups)
    assert found.bound >= found.score


@settings(max_examples=40)
@given(networks(8), st.integers(2, 4))
def test_nobody_is_left_whom_another_division_has_a_group_for(worth: Floats, size: int) -> None:
    found = form_groups(worth, size, SECONDS)
    fewest = min(len(worth) - sum(map(len, groups)) for groups in divisions(tuple(range(len(worth))), worth, size))
    assert len(found.left) == fewest


@settings(max_examples=40)
@given(networks(9), st.integers(2, 4))
def test_no_division_of_the_same_sizes_is_worth_more(worth: Floats, size: int) -> None:
    found = form_groups(worth, size, SECONDS)
    sizes = Counter(map(len, found.groups))
    alike = [each for each in divisions(tuple(range(len(worth))), worth, size) if Counter(map(len, each)) == sizes]
    assert found.worth == pytest.approx(max(worth_of(each, worth) for each in alike))
    assert found.gap == pytest.approx(0.0, abs=1e-4)


def divisions(people: tuple[int, ...], worth: Floats, size: int) -> Iterator[list[tuple[int, ...]]]:
    """Every way to put people, or some of them, into groups."""
    if not people:
        yield []
        return
    first, *rest = people
    yield from divisions(tuple(rest), worth, size)
    for more in range(1, size + 1):
        for others in combinations(rest, more):
            group = (first, *others)
            if all(worth[a, b] > NEVER for a, b in combinations(group, 2)):
                left = tuple(each for each in rest if each not in others)
                yield from ([group, *groups] for groups in divisions(left, worth, size))


def worth_of(groups: list[tuple[int, ...]], worth: Floats) -> float:
    return sum(len(each) * float(np.mean([worth[a, b] for a, b in combinations(each, 2)])) for each in groups)


def strangers(count: int) -> Floats:
    """Everybody may meet everybody, and it is all worth the same."""
    worth = np.ones((count, count))
    np.fill_diagonal(worth, NEVER)
    return worth


@pytest.mark.parametrize(
    ("count", "size", "sizes"),
    [
        (2, 3, {2: 1}),
        (3, 3, {3: 1}),
        (4, 3, {4: 1}),
        (5, 3, {3: 1, 2: 1}),
        (7, 3, {3: 1, 4: 1}),
        (33, 3, {3: 11}),
        (34, 3, {3: 10, 4: 1}),
        (35, 3, {3: 11, 2: 1}),
        (2, 2, {2: 1}),
        (9, 2, {2: 3, 3: 1}),
        (10, 2, {2: 5}),
        (12, 4, {4: 3}),
        (14, 4, {4: 2, 3: 2}),
        (11, 5, {5: 1, 6: 1}),
        (20, 6, {6: 1, 7: 2}),
    ],
)
def test_who_is_left_over_makes_one_group_larger_or_smaller(count: int, size: int, sizes: dict[int, int]) -> None:
    found = form_groups(strangers(count), size, SECONDS)
    assert found.left == ()
    assert sum(len(group) for group in found.groups) == count
    deviation = sum((len(group) - size) ** 2 for group in found.groups)
    assert deviation == sum((each - size) ** 2 * times for each, times in sizes.items())


def test_where_many_come_from_one_place_groups_are_smaller_rather_than_somebody_left() -> None:
    homes = np.array([0, 0, 0, 0, 1, 2, 3, 4, 5])
    worth = np.where(homes[:, None] == homes[None, :], NEVER, 1.0)
    found = form_groups(worth, 3, SECONDS)
    assert found.left == ()
    assert sorted(map(len, found.groups)) == [2, 2, 2, 3]


def test_where_all_come_from_one_place_all_are_told_apart() -> None:
    found = form_groups(np.full((5, 5), NEVER), 3, SECONDS)
    assert (found.groups, found.left, found.gap) == ((), (0, 1, 2, 3, 4), 0.0)


@pytest.mark.parametrize("count", [34, 35, 36])
def test_among_thirty_five_it_is_proven_that_no_groups_are_worth_more(count: int) -> None:
    found = form_groups(worths(candidates(count), {}, "seed"), 3, SECONDS)
    assert found.left == ()
    assert found.gap == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("seconds", [0.0, 0.3])
@pytest.mark.parametrize("size", [2, 3, 5, 6])
def test_without_time_everybody_is_placed_as_well_as_can_be(size: int, seconds: float) -> None:
    found = form_groups(worths(candidates(60), {}, "seed"), size, seconds)
    placed = [one for group in found.groups for one in group]
    assert sorted([*placed, *found.left]) == list(range(60))
    assert all(2 <= len(group) <= size + 1 for group in found.groups)
    assert found.bound >= found.score


@pytest.mark.parametrize("size", [1, 7])
def test_other_sizes_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match="groups have 2 to 6 people"):
        form_groups(strangers(5), size, SECONDS)


def test_the_same_people_get_the_same_groups() -> None:
    people = candidates(20)
    first, again = (form_groups(worths(people, {}, "seed"), 3, SECONDS) for _ in range(2))
    assert first.groups == again.groups
