"""What a leader sees of posts and decides, and when posts are forgotten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from knowledge import posts, troubles
from knowledge.posts import KEPT, TROUBLES_SHOWN, State, Why
from knowledge.store.contract import Store, Transaction
from tests.knowledge.posted import (
    A_SECOND,
    DALARNA,
    DIGEST,
    FOUND_OUT_HOW,
    NOON,
    NORR,
    change,
    find,
    found_out,
    queue,
    take_back,
    troubled,
)


async def test_a_leader_sees_what_is_unclear_or_given_up(embedded: Store) -> None:
    ids = {how: await found_out(embedded, how, replace(DIGEST, belongs_to=how)) for how in FOUND_OUT_HOW}
    assert set(await troubled(embedded)) == {"unclear", "refused", "not changed in time", "deleted by somebody"}
    assert await troubled(embedded, NORR) == []
    assert await embedded.run(troubles.count_unclear) == 1
    assert await embedded.run(lambda tx: troubles.it_is_there(tx, DALARNA, ids["unclear"]))
    assert "unclear" not in await troubled(embedded)
    assert await embedded.run(troubles.count_unclear) == 0


@pytest.mark.parametrize("belongs_to", ["trouble/anna/2026-03-05T12", "answer/17"])
async def test_what_tells_of_troubles_or_was_meant_for_another_is_no_trouble(embedded: Store, belongs_to: str) -> None:
    await found_out(embedded, "unclear", replace(DIGEST, belongs_to=belongs_to))
    assert await troubled(embedded) == []


async def test_an_unclear_post_that_is_not_there_is_posted_again(embedded: Store) -> None:
    id = await found_out(embedded, "unclear")
    much_later = NOON + timedelta(days=3)
    assert await embedded.run(lambda tx: troubles.post_again(tx, DALARNA, id, much_later))
    again = await find(embedded, id)
    assert (again.state, again.trying) == (State.WAITING, 0)
    assert again.post.not_after > much_later
    assert await queue(embedded, much_later) == [DIGEST.belongs_to]


async def test_an_unclear_post_that_is_there_is_posted(embedded: Store) -> None:
    id = await found_out(embedded, "unclear")
    assert await embedded.run(lambda tx: troubles.it_is_there(tx, DALARNA, id))
    there = await find(embedded, id)
    assert (there.state, there.posted_at, there.activity_id) == (State.POSTED, NOON, "")
    assert await queue(embedded) == []


@pytest.mark.parametrize(
    "decided", [troubles.it_is_there, lambda tx, network, id: troubles.post_again(tx, network, id, NOON)]
)
@pytest.mark.parametrize("how", [*(each for each in FOUND_OUT_HOW if each != "unclear"), "unknown"])
async def test_only_what_is_unclear_is_decided(
    embedded: Store, how: str, decided: Callable[[Transaction, str, str], bool]
) -> None:
    id = "unknown" if how == "unknown" else await found_out(embedded, how)
    assert not await embedded.run(lambda tx: decided(tx, DALARNA, id))


async def test_an_unclear_post_that_was_taken_back_is_not_posted_again(embedded: Store) -> None:
    id = await found_out(embedded, "unclear")
    await take_back(embedded, id)
    assert await embedded.run(lambda tx: troubles.post_again(tx, DALARNA, id, NOON))
    assert (await find(embedded, id)).state is State.TAKEN_BACK
    assert await queue(embedded) == []


@pytest.mark.parametrize("meanwhile", [change, take_back])
async def test_an_unclear_post_that_is_there_but_should_be_otherwise(embedded: Store, meanwhile: Any) -> None:
    id = await found_out(embedded, "unclear")
    await meanwhile(embedded, id)
    assert await embedded.run(lambda tx: troubles.it_is_there(tx, DALARNA, id))
    assert (await find(embedded, id)).why is Why.LOST


# Forgotten


async def forget(store: Store, now: datetime, limit: int = 200) -> None:
    after = await store.run(partial(posts.forget, network=DALARNA, now=now, limit=limit))
    while after:
        after = await store.run(partial(posts.forget, network=DALARNA, now=now, after=after, limit=limit))


async def test_what_was_settled_long_ago_is_forgotten(embedded: Store) -> None:
    for how in FOUND_OUT_HOW:
        await found_out(embedded, how, replace(DIGEST, belongs_to=how))
    await forget(embedded, NOON + KEPT, limit=2)
    kept_still = await embedded.run(lambda tx: [how for how in FOUND_OUT_HOW if posts.belonging(tx, DALARNA, how)])
    assert kept_still == list(FOUND_OUT_HOW)
    await forget(embedded, NOON + KEPT + A_SECOND, limit=2)
    kept_still = await embedded.run(lambda tx: [how for how in FOUND_OUT_HOW if posts.belonging(tx, DALARNA, how)])
    assert kept_still == ["waiting", "being posted"]
    assert await troubled(embedded) == []


async def test_what_was_given_up_is_shown_for_two_weeks(embedded: Store) -> None:
    await found_out(embedded, "refused", replace(DIGEST, belongs_to="refused"))
    await found_out(embedded, "unclear", replace(DIGEST, belongs_to="unclear"))
    await forget(embedded, NOON + TROUBLES_SHOWN)
    assert set(await troubled(embedded)) == {"refused", "unclear"}
    await forget(embedded, NOON + TROUBLES_SHOWN + A_SECOND)
    assert await troubled(embedded) == ["unclear"]
