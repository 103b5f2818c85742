"""A poll is made once, answered once a person, closed and deleted for good."""

import itertools
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from knowledge import jobs
from knowledge.jobs import Job
from knowledge.polls import ballots, lifecycle
from knowledge.polls.ballots import Choice
from knowledge.polls.lifecycle import CLOSE, ERASE, KEPT, NAMES_KEPT, REDRAW, REMIND, NotAnOption, NotOpen
from knowledge.polls.model import Ballot, Count, Kind, Names, Poll, Question, Said, Tally, readable
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix
from tests.knowledge.polls.made import (
    ANNA,
    BO,
    CIA,
    DALARNA,
    LATER,
    MEET,
    NOON,
    SEVERAL,
    WORDS,
    a_poll,
    choose,
    close,
    fill_in,
    make,
    tally,
    voter,
    withdraw,
)

A_SECOND = timedelta(seconds=1)


async def chosen(store: Store, poll: Poll) -> tuple[int, ...]:
    return (await tally(store, poll)).counts[0].chosen


async def job(store: Store, kind: str) -> Job | None:
    return await store.run(lambda tx: jobs.find(tx, kind, DALARNA, "poll-1"))


# Made


async def test_it_closes_when_it_is_time(embedded: Store) -> None:
    await make(embedded)
    assert await job(embedded, CLOSE) == Job(CLOSE, LATER, DALARNA, "poll-1")


async def test_making_it_again_changes_nothing(embedded: Store) -> None:
    poll = await make(embedded)
    await choose(embedded, poll, BO, 1)
    again = replace(poll, closes_at=LATER + A_SECOND)
    assert not await embedded.run(lambda tx: lifecycle.make(tx, again))
    assert await embedded.run(lambda tx: lifecycle.find(tx, DALARNA, "poll-1")) == poll
    assert await chosen(embedded, poll) == (0, 1, 0)


async def test_it_reminds_the_day_before_if_asked_for(embedded: Store) -> None:
    await make(embedded)
    assert await job(embedded, REMIND) is None
    await make(embedded, a_poll(id="poll-2", remind=True))
    due = await embedded.run(lambda tx: jobs.find(tx, REMIND, DALARNA, "poll-2"))
    assert due
    assert due.due == LATER - timedelta(days=1)


async def test_a_poll_of_a_day_reminds_nobody(embedded: Store) -> None:
    await make(embedded, a_poll(remind=True, closes_at=NOON + timedelta(days=1)))
    assert await job(embedded, REMIND) is None


async def test_another_network_does_not_know_it(embedded: Store) -> None:
    await make(embedded)
    assert await embedded.run(lambda tx: lifecycle.find(tx, "19:other@thread.tacv2", "poll-1")) is None
    assert await embedded.run(lambda tx: lifecycle.every(tx, "19:other@thread.tacv2")) == []


async def test_the_latest_is_listed_first(embedded: Store) -> None:
    for number in range(3):
        await make(embedded, a_poll(id=f"poll-{5 - number}", made_at=NOON + number * A_SECOND))
    listed = await embedded.run(lambda tx: lifecycle.every(tx, DALARNA))
    assert [poll.id for poll in listed] == ["poll-3", "poll-4", "poll-5"]


# Answered


@pytest.mark.parametrize("names", Names)
async def test_everybody_counts_once(embedded: Store, names: Names) -> None:
    poll = await make(embedded, a_poll(names=names))
    for who, option in ((ANNA, 0), (BO, 0), (ANNA, 0), (ANNA, 2), (BO, 0)):
        await choose(embedded, poll, who, option)
    assert await chosen(embedded, poll) == (1, 0, 1)
    assert (await tally(embedded, poll)).voters == 2
    assert await embedded.run(lambda tx: ballots.voters(tx, poll)) == 2
    assert await embedded.run(lambda tx: ballots.find(tx, poll, ANNA.id)) == Ballot(((2,),))


async def test_several_are_chosen_beside_each_other(embedded: Store) -> None:
    poll = await make(embedded, a_poll(SEVERAL))
    for choice in (2, 0, 0, 1, Choice(1, chosen=False)):
        await choose(embedded, poll, ANNA, choice)
    assert await chosen(embedded, poll) == (1, 0, 1)
    assert (await tally(embedded, poll)).voters == 1


@pytest.mark.parametrize("names", Names)
async def test_an_answer_is_withdrawn(embedded: Store, names: Names) -> None:
    poll = await make(embedded, a_poll(names=names))
    await choose(embedded, poll, ANNA, 0)
    await withdraw(embedded, poll, ANNA)
    assert await tally(embedded, poll) == Tally(0, (Count((0, 0, 0), () if poll.anonymous else ((), (), ())),))
    assert await embedded.run(lambda tx: ballots.find(tx, poll, ANNA.id)) is None


async def test_no_longer_choosing_the_last_option_withdraws(embedded: Store) -> None:
    poll = await make(embedded, a_poll(SEVERAL))
    await choose(embedded, poll, ANNA, 0)
    await choose(embedded, poll, ANNA, Choice(0, chosen=False))
    assert (await tally(embedded, poll)).voters == 0


async def test_words_are_counted_as_written(embedded: Store) -> None:
    poll = await make(embedded, a_poll(WORDS, names=Names.ALL))
    await fill_in(embedded, poll, BO, "Vatten")
    assert (await tally(embedded, poll)).counts[0].said == (Said("Vatten", "Bo"),)


@pytest.mark.parametrize("option", [-1, 3, 10])
async def test_what_is_no_option_is_refused(embedded: Store, option: int) -> None:
    poll = await make(embedded)
    with pytest.raises(NotAnOption):
        await choose(embedded, poll, ANNA, option)
    assert (await tally(embedded, poll)).voters == 0


async def test_words_are_not_chosen(embedded: Store) -> None:
    poll = await make(embedded, a_poll(WORDS))
    with pytest.raises(NotAnOption):
        await choose(embedded, poll, ANNA, 0)


async def test_a_scale_has_five_steps(embedded: Store) -> None:
    poll = await make(embedded, a_poll(Question("Hur gick det?", Kind.SCALE)))
    await choose(embedded, poll, ANNA, 4)
    assert await chosen(embedded, poll) == (0, 0, 0, 0, 1)


async def test_its_card_follows_within_a_second_however_many_answer(embedded: Store) -> None:
    poll = await make(embedded)
    for number in range(5):
        await choose(embedded, poll, voter(number), 0, NOON + number * timedelta(milliseconds=100))
    due = await job(embedded, REDRAW)
    assert due
    assert due.due == NOON + A_SECOND


async def test_what_people_are_filling_in_is_not_taken_from_them(embedded: Store) -> None:
    poll = await make(embedded, a_poll(WORDS))
    await fill_in(embedded, poll, BO, "Vatten")
    assert await job(embedded, REDRAW) is None


# Closed


@pytest.mark.parametrize("names", Names)
async def test_a_closed_poll_takes_no_answers_and_keeps_what_it_has(embedded: Store, names: Names) -> None:
    poll = await make(embedded, a_poll(SEVERAL, names=names))
    for number in range(6):
        for option in (0, number % 3):
            await choose(embedded, poll, voter(number), option)
    before = await tally(embedded, poll)
    closed = await close(embedded, poll)
    for change in (withdraw(embedded, closed, voter(1)), choose(embedded, closed, BO, 1)):
        with pytest.raises(NotOpen):
            await change
    assert await tally(embedded, closed) == before
    assert await embedded.run(lambda tx: ballots.voters(tx, closed)) == 6
    assert await embedded.run(lambda tx: lifecycle.close(tx, closed, LATER)) == closed


async def test_a_poll_whose_time_is_over_takes_no_answers(embedded: Store) -> None:
    poll = await make(embedded)
    with pytest.raises(NotOpen):
        await choose(embedded, poll, ANNA, 0, LATER)


async def test_a_closed_poll_has_nothing_left_to_do(embedded: Store) -> None:
    poll = await make(embedded, a_poll(remind=True))
    await choose(embedded, poll, ANNA, 0)
    await close(embedded, poll)
    assert [await job(embedded, kind) for kind in (CLOSE, REMIND, REDRAW)] == [None] * 3
    assert await embedded.run(lambda tx: jobs.find(tx, ERASE))


async def test_a_poll_is_deleted_with_all_that_belongs_to_it(embedded: Store) -> None:
    for names, closes in itertools.product(Names, (False, True)):
        poll = await make(embedded, a_poll(MEET, WORDS, names=names, remind=True))
        await fill_in(embedded, poll, BO, (0,), "Vatten")
        held = await close(embedded, poll) if closes else poll
        await embedded.run(partial(lifecycle.delete, poll=held, now=NOON))
    assert await embedded.run(lambda tx: tx.query(prefix("networks"))) == []
    assert await embedded.run(lambda tx: jobs.find(tx, ERASE))


async def test_a_restart_keeps_all_of_it(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    poll = await make(store, a_poll(viewers=("29:anna",), members=12))
    await choose(store, poll, ANNA, 1)
    await store.close()
    store = await EmbeddedStore.open(tmp_path)
    assert await store.run(lambda tx: lifecycle.find(tx, DALARNA, "poll-1")) == poll
    await choose(store, poll, ANNA, 2)
    assert await chosen(store, poll) == (0, 0, 1)
    await store.close()


# Shown, forgotten


@pytest.mark.parametrize(
    ("names", "voters", "is_readable"),
    [
        (Names.NOBODY, 4, False),
        (Names.NOBODY, 5, True),
        (Names.LEADERS, 1, True),
        (Names.ALL, 1, True),
        (Names.ALL, 0, False),
    ],
)
def test_few_anonymous_answers_are_not_shown(names: Names, voters: int, is_readable: bool) -> None:
    assert readable(a_poll(names=names), Tally(voters, ())) is is_readable


async def closed_with_names(store: Store) -> Poll:
    poll = await make(store, a_poll(names=Names.ALL))
    for who in (ANNA, BO, CIA):
        await choose(store, poll, who, 0)
    return await close(store, poll)


async def forget(store: Store, age: timedelta) -> int:
    return await store.run(lambda tx: lifecycle.forget(tx, DALARNA, NOON + age))


async def test_names_are_forgotten_and_counts_kept(embedded: Store) -> None:
    poll = await closed_with_names(embedded)
    assert await forget(embedded, NAMES_KEPT) == 0
    assert (await tally(embedded, poll)).counts[0].names[0] == ("Anna", "Bo", "Cia")
    assert await forget(embedded, NAMES_KEPT + A_SECOND) == 1
    assert await tally(embedded, poll) == Tally(3, (Count((3, 0, 0)),))
    assert await forget(embedded, NAMES_KEPT + A_SECOND) == 0


async def test_polls_are_forgotten(embedded: Store) -> None:
    await closed_with_names(embedded)
    await forget(embedded, KEPT + A_SECOND)
    assert await embedded.run(lambda tx: tx.query(prefix("networks"))) == []


async def test_an_open_poll_is_not_forgotten(embedded: Store) -> None:
    await make(embedded)
    assert await forget(embedded, KEPT * 2) == 0


def test_a_poll_is_changed_by_a_click_or_filled_in() -> None:
    assert a_poll(MEET).clicked
    assert not a_poll(WORDS).clicked
    assert not a_poll(MEET, MEET).clicked


async def test_who_was_there_is_forgotten_when_it_closes(embedded: Store) -> None:
    poll = await make(embedded, a_poll(viewers=("29:anna",), members=12))
    closed = await close(embedded, poll)
    assert (closed.viewers, closed.members) == ((), 12)
