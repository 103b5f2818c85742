"""What polls keep of somebody is told to them, and taken out when they are forgotten."""

from functools import partial

import pytest

from knowledge.personal import Fact, Someone
from knowledge.polls import lifecycle
from knowledge.polls.ballots import Voter
from knowledge.polls.model import Names, Poll
from knowledge.store.contract import Store
from tests.knowledge.polls.made import (
    ANNA,
    BO,
    CIA,
    DALARNA,
    MEET,
    NOON,
    WORDS,
    a_poll,
    choose,
    close,
    fill_in,
    make,
    tally,
)


async def take_out(store: Store, poll: Poll, who: Voter) -> Poll | None:
    return await store.run(lambda tx: lifecycle.take_out(tx, poll, who.id))


async def kept_of(store: Store, who: Voter) -> list[Fact]:
    return await store.run(partial(lifecycle.kept_of, person=Someone(who.id, who.name)))


async def stored(store: Store) -> str:
    return str(await store.run(lambda tx: [(entry.key, entry.value) for entry in tx.query("", limit=1000)]))


@pytest.mark.parametrize("names", Names)
async def test_while_it_is_open_the_answer_is_withdrawn(embedded: Store, names: Names) -> None:
    poll = await make(embedded, a_poll(names=names))
    for who in (BO, CIA):
        await choose(embedded, poll, who, 1)
    assert await take_out(embedded, poll, BO) == poll
    assert (await tally(embedded, poll)).counts[0].chosen == (0, 1, 0)
    assert await kept_of(embedded, BO) == []
    assert await take_out(embedded, poll, BO) is None


@pytest.mark.parametrize("names", [Names.ALL, Names.LEADERS])
async def test_once_it_is_closed_the_answer_counts_and_is_nobody_s(embedded: Store, names: Names) -> None:
    poll = await make(embedded, a_poll(MEET, WORDS, names=names))
    for who in (BO, CIA):
        await fill_in(embedded, poll, who, (1,), f"sagt av någon {who.name == 'Bo'}")
    closed = await close(embedded, poll)
    assert await take_out(embedded, closed, BO) == closed
    counts = (await tally(embedded, closed)).counts
    assert counts[0].chosen == (0, 2, 0)
    assert counts[0].names[1] == ("Cia",)
    assert {(said.words, said.name) for said in counts[1].said} == {
        ("sagt av någon True", ""),
        ("sagt av någon False", "Cia"),
    }
    assert BO.id not in await stored(embedded)


async def test_an_anonymous_poll_that_is_closed_knows_nothing_of_them(embedded: Store) -> None:
    poll = await make(embedded)
    await choose(embedded, poll, BO, 1)
    closed = await close(embedded, poll)
    assert await kept_of(embedded, BO) == []
    assert await take_out(embedded, closed, BO) is None
    assert (await tally(embedded, closed)).counts[0].chosen == (0, 1, 0)


async def test_who_made_it_and_who_may_see_it_are_taken_out(embedded: Store) -> None:
    poll = await make(embedded, a_poll(viewers=("29:anna", "29:bo")))
    left = await take_out(embedded, poll, ANNA)
    assert left
    assert (left.maker, left.viewers) == ("", ())
    assert await embedded.run(lambda tx: lifecycle.find(tx, DALARNA, poll.id)) == left


async def test_what_they_made_and_answered_is_told(embedded: Store) -> None:
    poll = await make(embedded, a_poll(MEET, WORDS))
    await fill_in(embedded, poll, ANNA, (1,), "Elnätet")
    assert await kept_of(embedded, ANNA) == [
        Fact("poll", {"question": MEET.words, "at": NOON}, DALARNA),
        Fact("ballot", {"question": MEET.words, "answer": ("onsdag 13", "Elnätet")}, DALARNA),
    ]
    assert await kept_of(embedded, BO) == []
