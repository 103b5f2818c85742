"""The understanding of transcripts keeps what it was measured to have; `tests.bench.meetings` shows the misses."""

import pytest

from knowledge.meetings.model import Kind
from tests.bench.meetings import NO_ACTIONS, OWN, Marks, Tally, load, mark


@pytest.fixture(scope="module")
def marks() -> list[Marks]:
    return [mark(load(path)) for path in sorted(OWN.glob("*.vtt"))]


def total(marks: list[Marks], kind: Kind) -> Tally:
    return sum((each.tallies[kind] for each in marks), Tally(0, 0, 0))


def test_actions_are_found_with_who_and_when(marks: list[Marks]) -> None:
    actions = sum((each.actions for each in marks), NO_ACTIONS)
    assert actions.tally.f1 >= 0.87
    assert min(actions.owner, actions.due) >= 0.92 * actions.tally.right


def test_actions_without_doubt_are_right_in_both(marks: list[Marks]) -> None:
    sure = sum((each.sure_actions for each in marks), NO_ACTIONS)
    assert sure.tally.f1 >= 0.8
    assert sure.both >= 0.92 * sure.tally.right


def test_learnings_are_found(marks: list[Marks]) -> None:
    assert total(marks, Kind.LEARNED).f1 >= 0.9


@pytest.mark.parametrize("kind", [Kind.DECISION, Kind.QUESTION])
def test_decisions_and_open_questions_are_among_those_shown(marks: list[Marks], kind: Kind) -> None:
    assert total(marks, kind).recall >= 0.85


def test_what_was_not_decided_is_not_listed(marks: list[Marks]) -> None:
    assert sum(each.negated for each in marks) == 0


def test_the_next_meeting_is_right(marks: list[Marks]) -> None:
    assert sum(each.next_meeting == "right" for each in marks) >= 0.85 * len(marks)
