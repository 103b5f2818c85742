"""Groups for exercises: everybody in one of about the size asked for, municipalities apart as far as that goes."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.exercises.grouping import TooFew, divide
from knowledge.exercises.sessions import Seat

HOMES = ("Falun", "Leksand", "Mora", "Orsa", "")


def seats(*homes: str) -> list[Seat]:
    return [Seat(str(number), f"Namn {number}", home) for number, home in enumerate(homes)]


@given(st.lists(st.sampled_from(HOMES), min_size=3, max_size=14), st.integers(3, 6))
@settings(max_examples=15)
def test_everybody_is_in_one_group_of_about_that_size(homes: list[str], size: int) -> None:
    people = seats(*homes)
    if len(people) < size:
        with pytest.raises(TooFew):
            divide(people, size)
        return
    groups = divide(people, size)
    assert sorted(seat.person for group in groups for seat in group) == sorted(seat.person for seat in people)
    assert all(len(group) >= 2 for group in groups)
    assert max(map(len, groups)) <= max(size + 1, 2 * size - 1 if len(groups) == 1 else size + 1)


def test_municipalities_are_mixed() -> None:
    groups = divide(seats(*["Falun"] * 3, *["Mora"] * 3, *["Orsa"] * 3), 3)
    assert len(groups) == 3
    assert all(len({seat.home for seat in group}) == 3 for group in groups)


def test_who_is_left_over_makes_a_group_larger() -> None:
    assert sorted(map(len, divide(seats(*["Mora"] * 7), 3))) == [3, 4]


def test_thirty_five_are_divided_in_good_time() -> None:
    groups = divide(seats(*(HOMES[number % 5] for number in range(35))), 5)
    assert list(map(len, groups)) == [5] * 7


@pytest.mark.parametrize("size", [5, 6])
def test_sixty_from_a_few_municipalities_are_divided_though_nobody_can_tell_which_way_is_best(size: int) -> None:
    homes = random.Random(1).choices((*HOMES, "Avesta", "Säter"), weights=(9, 9, 9, 1, 2, 2, 1), k=60)
    groups = divide(seats(*homes), size)
    assert list(map(len, groups)) == [size] * (60 // size)
    assert len({seat.person for group in groups for seat in group}) == 60
