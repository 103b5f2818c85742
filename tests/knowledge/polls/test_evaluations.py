"""Evaluations: a network's own questions, and how its meetings compare."""

from datetime import timedelta

import pytest

from knowledge.polls import evaluations, lifecycle
from knowledge.polls.evaluations import KINDS, Meeting
from knowledge.polls.model import Answer, Count, Kind, Poll, Question
from knowledge.store.contract import Store
from tests.knowledge.polls.made import DALARNA, NOON, a_poll, close, fill_in, make, voter

USUAL = ("Nya kunskaper?", "Nya kontakter?", "Praktiskt stöd?", "Mest värdefullt?", "Vad ska vi ändra?")
A_WEEK = timedelta(weeks=1)


async def questions(store: Store, network: str = DALARNA) -> tuple[Question, ...]:
    return await store.run(lambda tx: evaluations.questions(tx, network, USUAL))


async def evaluated(store: Store, week: int, *answers: tuple[Answer, ...]) -> Poll:
    """A closed evaluation of the meeting of that week, answered so."""
    poll = a_poll(*await questions(store), id=f"week-{week}", made_at=NOON + week * A_WEEK, evaluation=True)
    await make(store, poll)
    for number, each in enumerate(answers):
        await fill_in(store, poll, voter(number), *each)
    return await close(store, poll)


async def trend(store: Store, last: Poll) -> list[Meeting]:
    return await store.run(lambda tx: evaluations.trend(tx, last))


def ballot(*steps: int) -> tuple[Answer, ...]:
    return (*((step - 1,) if step else () for step in steps), "", "")


async def test_the_usual_questions_are_asked_until_there_are_others(embedded: Store) -> None:
    usual = await questions(embedded)
    assert [(each.words, each.kind) for each in usual] == list(zip(USUAL, KINDS, strict=True))
    others = tuple(f"{words} Egentligen?" for words in USUAL)
    await embedded.run(lambda tx: evaluations.set_questions(tx, DALARNA, others))
    assert [each.words for each in await questions(embedded)] == list(others)
    assert await questions(embedded, "19:other@thread.tacv2") == usual


@pytest.mark.parametrize(("chosen", "mean"), [((0, 0, 0, 0, 2), 5.0), ((1, 0, 0, 1, 0), 2.5), ((0, 0, 0, 0, 0), None)])
def test_the_mean_counts_from_one(chosen: tuple[int, ...], mean: float | None) -> None:
    assert evaluations.mean(Count(chosen)) == mean


async def test_meetings_compare_in_the_order_they_were_held(embedded: Store) -> None:
    await evaluated(embedded, 1, *[ballot(4, 3, 0)] * 5)
    last = await evaluated(embedded, 3, *[ballot(5, 5, 5)] * 6)
    await evaluated(embedded, 4, *[ballot(1, 1, 1)] * 6)
    assert await trend(embedded, last) == [
        Meeting(NOON + A_WEEK, 5, (4.0, 3.0, None)),
        Meeting(NOON + 3 * A_WEEK, 6, (5.0, 5.0, 5.0)),
    ]


async def test_few_answers_are_not_compared(embedded: Store) -> None:
    await evaluated(embedded, 1, *[ballot(1, 1, 1)] * 4)
    last = await evaluated(embedded, 2, *[ballot(5, 5, 5)] * 5)
    assert len(await trend(embedded, last)) == 1


async def test_other_questions_open_ones_and_polls_are_not_compared(embedded: Store) -> None:
    await evaluated(embedded, 1, *[ballot(1, 1, 1)] * 5)
    await embedded.run(lambda tx: evaluations.set_questions(tx, DALARNA, [f"{words} Nu?" for words in USUAL]))
    last = await evaluated(embedded, 2, *[ballot(5, 5, 5)] * 5)
    open_one = a_poll(*last.questions, id="open", made_at=NOON, evaluation=True)
    await make(embedded, open_one)
    poll = a_poll(Question("Hur gick det?", Kind.SCALE), id="poll", made_at=NOON)
    await make(embedded, poll)
    await close(embedded, poll)
    assert await trend(embedded, last) == [Meeting(NOON + 2 * A_WEEK, 5, (5.0, 5.0, 5.0))]


async def test_only_the_latest_are_compared(embedded: Store) -> None:
    for week in range(12):
        last = await evaluated(embedded, week, *[ballot(3, 3, 3)] * 5)
    assert [each.at for each in await trend(embedded, last)] == [NOON + week * A_WEEK for week in range(4, 12)]


async def test_what_changes_is_added(embedded: Store) -> None:
    poll = await evaluated(embedded, 1)
    await embedded.run(lambda tx: lifecycle.announce_change(tx, poll, "Kortare träffar"))
    found = await embedded.run(lambda tx: lifecycle.find(tx, DALARNA, poll.id))
    assert found
    assert found.change == "Kortare träffar"
