"""What the sender does next about a post, whatever came of what it did before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from knowledge import deliveries, posts, troubles
from knowledge.deliveries import (
    LAST_RETRY,
    LOOKED_FOR,
    LOOKS,
    Ambiguous,
    Done,
    NotReadable,
    NotSeen,
    Outcome,
    Refused,
    Step,
    Task,
    Undone,
    Unwanted,
)
from knowledge.posts import Kept, State, Why
from knowledge.store.contract import Store, Transaction
from tests.knowledge.posted import A_MINUTE, A_SECOND, CHANNEL, DALARNA, DIGEST, NOON, change, find, intend, take_back

THERE = Done("17", f"{CHANNEL};messageid=17")
FOR_EVER = replace(DIGEST, not_after=NOON + timedelta(days=365))


async def task(store: Store, now: datetime = NOON) -> Task:
    found = await store.run(lambda tx: deliveries.next_task(tx, DALARNA, CHANNEL, now))
    assert found
    return found


async def idle(store: Store, now: datetime = NOON + timedelta(days=400)) -> bool:
    return await store.run(lambda tx: deliveries.next_task(tx, DALARNA, CHANNEL, now)) is None


async def begin(store: Store, of: Task, now: datetime = NOON) -> None:
    await store.run(lambda tx: deliveries.begin(tx, of, now))


async def end(store: Store, of: Task, outcome: Outcome, now: datetime = NOON) -> Kept:
    return await store.run(lambda tx: deliveries.end(tx, of, outcome, now))


async def try_(store: Store, outcome: Outcome, now: datetime = NOON) -> Kept:
    """Do the next step, which comes to `outcome`."""
    found = await task(store, now)
    if found.step is Step.POST:
        await begin(store, found, now)
    return await end(store, found, outcome, now)


async def posted(store: Store) -> str:
    id = await intend(store)
    await try_(store, THERE)
    return id


# Posting


async def test_what_is_posted_is_known_by_its_id(embedded: Store) -> None:
    await intend(embedded)
    kept = await try_(embedded, THERE, NOON + A_SECOND)
    assert (kept.state, kept.activity_id, kept.thread) == (State.POSTED, "17", f"{CHANNEL};messageid=17")
    assert kept.posted_at == kept.shown_at == NOON + A_SECOND
    assert await idle(embedded)


async def test_what_was_certainly_not_done_is_tried_later_each_time(embedded: Store) -> None:
    await intend(embedded, FOR_EVER)
    now, waits = NOON, []
    for _ in range(10):
        kept = await try_(embedded, Undone(), now)
        assert kept.due
        waits.append((kept.due - now).total_seconds())
        now = kept.due
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert LAST_RETRY.total_seconds() == 300
    assert (await try_(embedded, THERE, now)).failures == 0


async def test_teams_says_when_it_wants_to_be_asked_again(embedded: Store) -> None:
    await intend(embedded)
    assert (await try_(embedded, Undone(timedelta(seconds=90)))).due == NOON + timedelta(seconds=90)


async def test_what_waits_to_be_tried_again_lets_others_pass(embedded: Store) -> None:
    first = await intend(embedded)
    second = await intend(embedded, replace(DIGEST, belongs_to="poll/1"))
    assert (await try_(embedded, Undone())).id == first
    assert (await try_(embedded, THERE)).id == second


async def test_what_is_too_late_is_given_up_and_not_tried(embedded: Store) -> None:
    await intend(embedded)
    late = await task(embedded, DIGEST.not_after)
    assert late.step is Step.GIVE_UP
    kept = await end(embedded, late, Refused(Why.LATE), DIGEST.not_after)
    assert (kept.state, kept.why) == (State.GIVEN_UP, Why.LATE)
    assert await idle(embedded)


async def test_what_fails_is_given_up_as_soon_as_it_is_too_late(embedded: Store) -> None:
    await intend(embedded)
    kept = await try_(embedded, Undone(timedelta(days=1)), DIGEST.not_after - A_SECOND)
    assert kept.due == DIGEST.not_after


async def test_what_is_refused_is_given_up(embedded: Store) -> None:
    await intend(embedded)
    kept = await try_(embedded, Refused(Why.REFUSED))
    assert (kept.state, kept.why) == (State.GIVEN_UP, Why.REFUSED)
    assert await idle(embedded)


# What happens meanwhile


async def test_what_is_changed_while_it_is_being_posted_is_changed_after(embedded: Store) -> None:
    id = await intend(embedded)
    posting = await task(embedded)
    await begin(embedded, posting)
    await change(embedded, id, NOON + A_SECOND)
    kept = await end(embedded, posting, THERE, NOON)
    assert (kept.shown, kept.version) == (1, 2)
    changing = await task(embedded)
    assert changing.step is Step.CHANGE
    assert (await end(embedded, changing, Done(), NOON)).shown == 2
    assert await idle(embedded)


async def test_what_is_taken_back_while_it_is_being_posted_is_deleted_after(embedded: Store) -> None:
    id = await intend(embedded)
    posting = await task(embedded)
    await begin(embedded, posting)
    await take_back(embedded, id)
    await end(embedded, posting, THERE)
    deleting = await task(embedded)
    assert deleting.step is Step.DELETE
    assert (await end(embedded, deleting, Done())).state is State.TAKEN_BACK
    assert await idle(embedded)


@pytest.mark.parametrize("outcome", [Undone(), Refused(Why.REFUSED)])
async def test_what_is_taken_back_and_was_not_posted_is_left(embedded: Store, outcome: Outcome) -> None:
    id = await intend(embedded)
    posting = await task(embedded)
    await begin(embedded, posting)
    await take_back(embedded, id)
    assert (await end(embedded, posting, outcome)).state is State.TAKEN_BACK
    assert await idle(embedded)


async def test_what_is_taken_back_just_before_is_not_begun(embedded: Store) -> None:
    id = await intend(embedded)
    posting = await task(embedded)
    await take_back(embedded, id)
    with pytest.raises(Unwanted):
        await begin(embedded, posting)
    assert (await find(embedded, id)).state is State.TAKEN_BACK


@pytest.mark.parametrize("ended", [False, True])
async def test_of_two_who_found_it_due_one_posts_it(embedded: Store, ended: bool) -> None:
    """As when the first was held up beyond its lease before it began."""
    await intend(embedded)
    slow, quick = await task(embedded), await task(embedded)
    await begin(embedded, quick)
    if ended:
        await end(embedded, quick, THERE)
    with pytest.raises(Unwanted):
        await begin(embedded, slow)


# Changing and deleting


@pytest.mark.parametrize("outcome", [Undone(), Ambiguous()])
@pytest.mark.parametrize(("alter", "step"), [(change, Step.CHANGE), (take_back, Step.DELETE)])
async def test_a_change_and_a_deletion_are_simply_repeated(
    embedded: Store, outcome: Outcome, alter: Callable[..., Any], step: Step
) -> None:
    await alter(embedded, await posted(embedded))
    kept = await try_(embedded, outcome)
    assert kept.due == NOON + timedelta(seconds=2)
    assert (await task(embedded, kept.due)).step is step
    await try_(embedded, Done(), kept.due)
    assert await idle(embedded)


async def test_a_change_that_cannot_be_made_is_given_up_but_the_next_is_tried(embedded: Store) -> None:
    id = await posted(embedded)
    await change(embedded, id)
    assert (await try_(embedded, Refused(Why.UNFIT))).state is State.GIVEN_UP
    assert await idle(embedded)
    await change(embedded, id)
    kept = await try_(embedded, Done())
    assert (kept.state, kept.shown) == (State.POSTED, 3)


async def test_a_change_that_came_during_another_waits_for_its_time(embedded: Store) -> None:
    id = await posted(embedded)
    await change(embedded, id)
    changing = await task(embedded)
    await change(embedded, id, NOON + A_MINUTE)
    kept = await end(embedded, changing, Done(), NOON + A_SECOND)
    assert (kept.shown, kept.due) == (2, NOON + A_MINUTE)


async def test_a_change_that_does_not_get_through_for_a_day_is_given_up(embedded: Store) -> None:
    await change(embedded, await posted(embedded))
    assert (await task(embedded, NOON + posts.CHANGED_WITHIN)).step is Step.GIVE_UP


async def test_what_was_posted_without_an_id_cannot_be_changed(embedded: Store) -> None:
    id = await intend(embedded)
    await try_(embedded, Done())
    assert (await change(embedded, id)).why is Why.LOST


# Looking


async def ambiguous(store: Store, how: str) -> str:
    """A post that may be there: an answer never came, or the process that was at it."""
    id = await intend(store)
    posting = await task(store)
    await begin(store, posting)
    if how == "no answer":
        await end(store, posting, Ambiguous())
    return id


@pytest.mark.parametrize("how", ["no answer", "crash"])
async def test_what_may_be_there_is_looked_for_before_anything_else(embedded: Store, how: str) -> None:
    await ambiguous(embedded, how)
    looking = await task(embedded, NOON + LOOKS[0])
    assert looking.step is Step.LOOK
    kept = await end(embedded, looking, THERE, NOON + LOOKS[0])
    assert (kept.state, kept.activity_id, kept.shown) == (State.POSTED, "17", 1)
    assert await idle(embedded)


async def looked_in_vain(store: Store, since: datetime = NOON) -> tuple[list[float], datetime]:
    """The seconds between looks, and when it is done with looking."""
    now, waits = since + LOOKS[0], []
    while (looking := await task(store, now)).step is Step.LOOK:
        kept = await end(store, looking, NotSeen(), now)
        if kept.due is None:
            break
        waits.append((kept.due - now).total_seconds())
        now = kept.due
    return waits, now


@pytest.mark.parametrize("how", ["no answer", "crash"])
async def test_what_is_not_seen_for_a_minute_is_posted_again(embedded: Store, how: str) -> None:
    await ambiguous(embedded, how)
    waits, now = await looked_in_vain(embedded)
    assert waits == [8, 20, 30, 0]
    assert (await task(embedded, now)).step is Step.POST


async def test_what_is_not_seen_and_not_wanted_is_left(embedded: Store) -> None:
    id = await ambiguous(embedded, "no answer")
    await take_back(embedded, id)
    await looked_in_vain(embedded)
    assert (await find(embedded, id)).state is State.TAKEN_BACK


async def test_what_is_not_seen_until_it_is_too_late_is_given_up(embedded: Store) -> None:
    await ambiguous(embedded, "crash")
    _, now = await looked_in_vain(embedded, DIGEST.not_after)
    assert (await task(embedded, now)).step is Step.GIVE_UP


async def test_what_changed_while_it_was_unclear_is_brought_in_line(embedded: Store) -> None:
    id = await ambiguous(embedded, "no answer")
    await change(embedded, id)
    kept = await try_(embedded, THERE, NOON + LOOKS[0])
    assert (kept.shown, kept.version) == (1, 2)
    assert (await task(embedded, NOON + LOOKS[0])).step is Step.CHANGE


@pytest.mark.parametrize("how", ["no answer", "crash"])
async def test_where_nobody_may_look_it_is_left_to_a_leader(embedded: Store, how: str) -> None:
    id = await ambiguous(embedded, how)
    assert (await try_(embedded, NotReadable(), NOON + A_MINUTE)).state is State.UNCLEAR
    assert await idle(embedded)
    assert await embedded.run(lambda tx: troubles.post_again(tx, DALARNA, id, NOON))
    assert (await task(embedded)).step is Step.POST


async def test_who_cannot_look_tries_for_an_hour(embedded: Store) -> None:
    await ambiguous(embedded, "no answer")
    now, looks = NOON + LOOKS[0], 0
    while (kept := await try_(embedded, Undone(), now)).due:
        assert kept.due > now
        now, looks = kept.due, looks + 1
    assert kept.state is State.UNCLEAR
    assert LOOKED_FOR <= now - NOON < LOOKED_FOR + LAST_RETRY
    assert looks > 10


async def test_a_post_that_is_being_made_is_not_forgotten(embedded: Store) -> None:
    id = await ambiguous(embedded, "crash")

    def forget(tx: Transaction) -> None:
        posts.forget(tx, DALARNA, NOON + 2 * posts.KEPT)

    await embedded.run(forget)
    assert (await find(embedded, id)).trying == 1
