"""What is to be posted is kept as it should be: intended once, changed, taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import jobs, posts
from knowledge.jobs import Job
from knowledge.posts import CHANGED_WITHIN, Post, State, Why
from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.posted import (
    A_MINUTE,
    A_SECOND,
    CHANNEL,
    DALARNA,
    DIGEST,
    FOUND_OUT_HOW,
    NOON,
    NORR,
    RESULTS,
    change,
    find,
    found_out,
    intend,
    kept,
    queue,
    take_back,
    troubled,
)


async def job(store: Store, lane: str = CHANNEL) -> Job | None:
    return await store.run(lambda tx: jobs.find(tx, posts.KIND, DALARNA, lane))


# Intended


def emptied(post: Post) -> Post:
    """Of what was taken back, one line is kept."""
    return replace(post, card={**posts.BLANK, "summary": post.card["summary"]})


async def test_what_is_intended_waits_for_its_time(embedded: Store) -> None:
    id = await intend(embedded)
    assert (await find(embedded, id)).state is State.WAITING
    assert (await find(embedded, id)).post == DIGEST
    assert await job(embedded) == Job(posts.KIND, NOON, DALARNA, CHANNEL)
    assert await queue(embedded, NOON - A_SECOND) == []
    assert await queue(embedded) == [DIGEST.belongs_to]


async def test_intending_again_is_nothing_new(embedded: Store) -> None:
    id = await intend(embedded)
    assert await intend(embedded, replace(DIGEST, card=RESULTS, not_before=NOON + A_MINUTE)) == id
    assert (await find(embedded, id)).post == DIGEST
    await found_out(embedded, "posted")
    assert await intend(embedded) == id
    assert (await find(embedded, id)).state is State.POSTED
    assert await queue(embedded) == []


async def test_each_network_has_its_own(embedded: Store) -> None:
    ids = [await intend(embedded, network=network) for network in (DALARNA, NORR)]
    assert ids[0] != ids[1]
    assert await embedded.run(lambda tx: posts.find(tx, NORR, ids[0])) is None
    of_norr = await embedded.run(lambda tx: posts.belonging(tx, NORR, DIGEST.belongs_to))
    assert of_norr
    assert of_norr.id == ids[1]
    assert await embedded.run(lambda tx: posts.belonging(tx, NORR, "digest/2026-03-06")) is None


async def test_it_is_intended_with_what_causes_it_or_not_at_all(embedded: Store) -> None:
    def cause(tx: Transaction) -> None:
        posts.intend(tx, DALARNA, DIGEST)
        raise LookupError

    with pytest.raises(LookupError):
        await embedded.run(cause)
    assert await embedded.run(lambda tx: tx.query("")) == []


async def test_a_restart_keeps_all_of_it(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    ids = {how: await found_out(store, how, replace(DIGEST, belongs_to=how)) for how in FOUND_OUT_HOW}
    before = {how: await find(store, id) for how, id in ids.items()}
    await store.close()
    store = await EmbeddedStore.open(tmp_path)
    assert {how: await find(store, id) for how, id in ids.items()} == before
    await store.close()


# The queues


async def test_what_is_due_at_once_comes_in_the_order_it_was_intended(embedded: Store) -> None:
    names = [f"poll/{number}" for number in range(12)]
    for name in names:
        await intend(embedded, replace(DIGEST, belongs_to=name))
    assert await queue(embedded) == names


async def test_what_is_due_sooner_comes_first(embedded: Store) -> None:
    await intend(embedded)
    await intend(embedded, replace(DIGEST, belongs_to="poll/1", not_before=NOON - A_SECOND))
    await intend(embedded, replace(DIGEST, belongs_to="poll/2", not_before=NOON + A_SECOND))
    later = await job(embedded)
    assert later
    assert later.due == NOON - A_SECOND
    assert await queue(embedded) == ["poll/1", DIGEST.belongs_to]


async def test_a_channel_with_its_threads_is_one_queue_and_a_person_another(embedded: Store) -> None:
    await intend(embedded, replace(DIGEST, belongs_to="results", conversation=f"{CHANNEL};messageid=17"))
    await intend(embedded, replace(DIGEST, belongs_to="triad", conversation="", person="anna"))
    await intend(embedded, replace(DIGEST, belongs_to="elsewhere", conversation="19:other@thread.tacv2"))
    assert await queue(embedded) == ["results"]
    assert await queue(embedded, lane="anna") == ["triad"]
    assert await job(embedded, "anna") == Job(posts.KIND, NOON, DALARNA, "anna")


# Changed


async def test_what_waits_is_posted_as_it_was_last_changed_and_not_later(embedded: Store) -> None:
    id = await intend(embedded)
    changed = await change(embedded, id, NOON + A_MINUTE)
    assert (changed.post.card, changed.version, changed.state) == (RESULTS, 2, State.WAITING)
    assert await queue(embedded) == [DIGEST.belongs_to]


async def test_what_is_posted_is_changed_when_the_change_is_due(embedded: Store) -> None:
    id = await found_out(embedded, "posted")
    changed = await change(embedded, id, NOON + A_SECOND)
    assert (changed.state, changed.shown, changed.version) == (State.POSTED, 1, 2)
    assert changed.post.not_after == NOON + A_SECOND + CHANGED_WITHIN
    assert await embedded.run(lambda tx: posts.next_due(tx, DALARNA, CHANNEL)) == NOON + A_SECOND
    assert await job(embedded) == Job(posts.KIND, NOON, DALARNA, CHANNEL), "its lane's job finds out when it is due"


async def test_a_change_replaces_one_that_waits(embedded: Store) -> None:
    id = await found_out(embedded, "posted")
    await change(embedded, id, NOON + A_SECOND)
    changed = await change(embedded, id, NOON + A_MINUTE)
    assert changed.version == 3
    assert await queue(embedded, NOON + A_SECOND) == []
    assert await queue(embedded, NOON + A_MINUTE) == [DIGEST.belongs_to]


async def test_a_change_does_not_hurry_what_just_failed(embedded: Store) -> None:
    id = await found_out(embedded, "posted")
    await embedded.run(lambda tx: posts.save(tx, replace(kept(tx, id), failures=1, due=NOON + A_MINUTE)))
    assert (await change(embedded, id, NOON)).due == NOON + A_MINUTE


async def test_a_change_is_tried_again_after_one_was_given_up(embedded: Store) -> None:
    id = await found_out(embedded, "not changed in time")
    changed = await change(embedded, id, NOON)
    assert (changed.state, changed.due) == (State.POSTED, NOON)


@pytest.mark.parametrize("how", ["refused", "taken back"])
async def test_what_will_not_be_posted_is_not_changed(embedded: Store, how: str) -> None:
    id = await found_out(embedded, how)
    before = await find(embedded, id)
    assert await change(embedded, id) == before


async def test_what_is_unclear_keeps_a_change_for_later(embedded: Store) -> None:
    id = await found_out(embedded, "unclear")
    changed = await change(embedded, id)
    assert (changed.state, changed.due, changed.post.card) == (State.UNCLEAR, None, RESULTS)


@pytest.mark.parametrize(("how", "why"), [("posted, nobody knows where", Why.LOST), ("deleted by somebody", Why.GONE)])
async def test_what_cannot_be_found_in_teams_cannot_be_changed(embedded: Store, how: str, why: Why) -> None:
    id = await found_out(embedded, how)
    changed = await change(embedded, id)
    assert (changed.state, changed.why, changed.due) == (State.GIVEN_UP, why, None)


async def test_what_is_not_kept_is_neither_changed_nor_taken_back(embedded: Store) -> None:
    await embedded.run(lambda tx: posts.change(tx, DALARNA, "unknown", RESULTS, NOON))
    await embedded.run(lambda tx: posts.take_back(tx, DALARNA, "unknown", NOON))
    assert await embedded.run(lambda tx: tx.query("")) == []


# Taken back


@pytest.mark.parametrize("how", ["waiting", "refused", "deleted by somebody"])
async def test_what_is_not_there_is_not_posted_any_more(embedded: Store, how: str) -> None:
    id = await found_out(embedded, how)
    assert (await take_back(embedded, id)).state is State.TAKEN_BACK
    assert await queue(embedded) == []
    assert await troubled(embedded) == []


async def test_what_is_posted_is_deleted(embedded: Store) -> None:
    id = await found_out(embedded, "posted")
    await change(embedded, id, NOON + A_MINUTE)
    taken_back = await take_back(embedded, id, NOON + A_SECOND)
    assert (taken_back.state, taken_back.withdrawn, taken_back.due) == (State.POSTED, True, NOON + A_SECOND)
    again = await take_back(embedded, id, NOON + A_MINUTE)
    assert again == taken_back, "it was tried anew"


@pytest.mark.parametrize("how", ["being posted", "unclear"])
async def test_what_may_be_there_is_not_forgotten_about(embedded: Store, how: str) -> None:
    id = await found_out(embedded, how)
    before = await find(embedded, id)
    assert await take_back(embedded, id) == replace(before, withdrawn=True, post=emptied(before.post))


async def test_what_nobody_knows_the_place_of_has_to_be_deleted_by_hand(embedded: Store) -> None:
    id = await found_out(embedded, "posted, nobody knows where")
    taken_back = await take_back(embedded, id)
    assert (taken_back.state, taken_back.why) == (State.GIVEN_UP, Why.LOST)


@pytest.mark.parametrize("how", FOUND_OUT_HOW)
async def test_what_is_not_in_teams_nor_will_be_is_absent(embedded: Store, how: str) -> None:
    id = await found_out(embedded, how)
    assert (await find(embedded, id)).is_absent == (how in {"deleted by somebody", "refused", "taken back"})
