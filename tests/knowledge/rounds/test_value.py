from dataclasses import replace

import pytest

from knowledge.rounds.matching import NEVER, form_groups
from knowledge.rounds.reasons import Candidate, Reason, reasons
from knowledge.rounds.value import MOST, fared, worths

ANNA = Candidate("anna", "Anna Ek", "Falun", faces=("energi", "mark"))
BO = Candidate("bo", "Bo Ås", "Mora", been_through=("energi", "mark"))
CIA = Candidate("cia", "Cia Dal", "Orsa", faces=("energi", "mark"))
DAN = Candidate("dan", "Dan Vik", "Avesta", faces=("bostäder",))


def worth(one: Candidate, other: Candidate, met: dict[frozenset[str], int] | None = None) -> float:
    return float(worths([one, other], met or {}, "seed")[0, 1])


def test_one_who_has_been_through_what_the_other_faces_comes_before_one_who_faces_the_same() -> None:
    assert worth(ANNA, BO) > worth(ANNA, CIA) > worth(ANNA, DAN) > 0


def test_it_is_worth_the_same_from_both_sides() -> None:
    both = worths([ANNA, BO, CIA, DAN], {frozenset({"bo", "cia"}): 2}, "seed")
    assert (both == both.T).all()


def test_own_words_count_whatever_their_endings() -> None:
    asks = replace(DAN, faces=("markförvärv",))
    knows = replace(BO, been_through=("förvärvet av mark", "markförvärven"))
    assert worth(asks, knows) > worth(asks, replace(knows, been_through=("kommunikation",)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ANNA, replace(BO, home="Falun")),
        (replace(ANNA, not_with=("bo  as",)), BO),
        (ANNA, replace(BO, not_with=("ANNA EK",))),
    ],
)
def test_some_may_never_meet(one: Candidate, other: Candidate) -> None:
    assert worth(replace(one, not_with=tuple(" ".join(each.split()) for each in one.not_with)), other) == NEVER


def test_having_met_costs_less_with_time() -> None:
    pair = frozenset({"anna", "bo"})
    after = [worth(ANNA, BO, {pair: ago}) for ago in (1, 2, 4, 8)]
    assert after == sorted(after)
    assert after[0] < worth(ANNA, DAN) < worth(ANNA, BO)


def test_who_fared_worst_gains() -> None:
    assert worth(replace(ANNA, need=1.0), BO) > worth(ANNA, BO)


def test_who_waited_is_given_the_one_who_can_help() -> None:
    """Two face the same, and one has been through it: whoever found nobody last time comes first."""
    other = replace(CIA, person="eva", name="Eva Lo", home="Säter")
    for waited in (0, 2):
        people = [ANNA, BO, other, DAN]
        people[waited] = replace(people[waited], need=1.0)
        found = form_groups(worths(people, {}, "seed"), 2, 5.0)
        assert any({waited, 1} == set(group) for group in found.groups)


def test_how_somebody_fares_is_a_share_of_the_best_there_is() -> None:
    pairs = worths([ANNA, BO, DAN], {}, "seed")
    well = fared(pairs, [0, 1, 2])
    assert well[2] < well[0] < 1
    assert well[0] == pytest.approx((pairs[0, 1] + pairs[0, 2]) / 2 / MOST)


def test_what_one_faces_and_another_has_been_through_is_told_first() -> None:
    told = reasons([ANNA, BO, CIA])
    assert told[0] == Reason("energi", ("anna",), "bo")
    assert Reason("mark", ("cia",), "bo") in told
    assert told[-1] == Reason("mark", ("anna", "cia"))


def test_there_may_be_nothing_to_tell() -> None:
    assert reasons([DAN, BO]) == []
