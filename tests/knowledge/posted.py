"""Posts in every state that the sender may have found them in, and what tests ask of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from knowledge import posts, troubles
from knowledge.posts import Kept, Post, Why
from knowledge.store.contract import Store, Transaction

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
A_SECOND, A_MINUTE = timedelta(seconds=1), timedelta(minutes=1)
DALARNA, NORR = "19:dalarna@thread.tacv2", "19:norr/öst@thread.tacv2"
CHANNEL = "19:general@thread.tacv2"
NEWS, RESULTS = ({"content": {"type": "AdaptiveCard", "body": [{"text": each}]}, "summary": each} for each in "nr")
DIGEST = Post("digest/2026-03-05", CHANNEL, "", NEWS, NOON, NOON + timedelta(hours=2))
TEAMS_SHOWS_IT: dict[str, Any] = {"shown": 1, "activity_id": "17", "thread": f"{CHANNEL};messageid=17"}
FOUND_OUT_HOW: dict[str, dict[str, Any]] = {
    "waiting": {},
    "posted": {**TEAMS_SHOWS_IT, "posted_at": NOON, "shown_at": NOON, "due": None},
    "posted, nobody knows where": {"shown": 1, "due": None},
    "deleted by somebody": {**TEAMS_SHOWS_IT, "why": Why.GONE, "due": None},
    "being posted": {"trying": 1, "tried_at": NOON},
    "unclear": {"trying": 1, "tried_at": NOON, "unclear": True, "due": None},
    "refused": {"why": Why.REFUSED, "due": None},
    "not changed in time": {**TEAMS_SHOWS_IT, "version": 2, "why": Why.LATE, "due": None},
    "taken back": {"withdrawn": True, "due": None},
}


async def intend(store: Store, post: Post = DIGEST, network: str = DALARNA) -> str:
    return await store.run(lambda tx: posts.intend(tx, network, post))


async def found_out(store: Store, how: str, post: Post = DIGEST) -> str:
    """A post of which the sender found that out."""
    id = await intend(store, post)
    await store.run(lambda tx: posts.save(tx, replace(kept(tx, id), **FOUND_OUT_HOW[how])))
    return id


def kept(tx: Transaction, id: str) -> Kept:
    found = posts.find(tx, DALARNA, id)
    assert found
    return found


async def find(store: Store, id: str) -> Kept:
    return await store.run(lambda tx: kept(tx, id))


async def change(store: Store, id: str, not_before: datetime = NOON) -> Kept:
    await store.run(lambda tx: posts.change(tx, DALARNA, id, RESULTS, not_before))
    return await find(store, id)


async def take_back(store: Store, id: str, now: datetime = NOON) -> Kept:
    await store.run(lambda tx: posts.take_back(tx, DALARNA, id, now))
    return await find(store, id)


async def queue(store: Store, now: datetime = NOON, lane: str = CHANNEL) -> list[str]:
    """What the posts that are due belong to, in order."""

    def due(tx: Transaction) -> Iterator[str]:
        while first := posts.first_due(tx, DALARNA, lane, now):
            yield first.post.belongs_to
            posts.save(tx, replace(first, due=None))

    return await store.run(lambda tx: list(due(tx)))


async def troubled(store: Store, network: str = DALARNA) -> list[str]:
    found = await store.run(lambda tx: troubles.every(tx, network))
    return [each.post.belongs_to for each in found]
