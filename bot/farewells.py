"""Forgetting people who have not been seen for long, once they have had the time to say that they are there."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from cards import personal as cards
from knowledge import networks, personal, posts, presence
from knowledge.personal import Keeper, Someone
from knowledge.posts import Post
from knowledge.store.contract import Store, Transaction

UNSEEN_FOR = timedelta(days=730)  # 24 months
NOTICE = timedelta(days=30)
TOLD_WITHIN = timedelta(days=7)
AT_ONCE = 100

log = structlog.get_logger()


async def part(store: Store, keepers: Sequence[Keeper], now: datetime, language: str) -> None:
    """Tell those who have not been seen for long, and forget those who were told long enough ago.

    `now` is local time, for the day that they are told.
    """
    drawn = asdict(cards.farewell((now + NOTICE).date(), language))
    told = 0
    while more := await store.run(partial(_tell, now=now, card=drawn)):
        told += more
    gone = await store.run(lambda tx: presence.told_before(tx, now - NOTICE))
    for person in gone:
        await store.run(partial(personal.forget, keepers=keepers, person=Someone(person), now=now))
    if gone:
        await store.erase()
    log.info("parted", told=told, forgotten=len(gone))


def _tell(tx: Transaction, now: datetime, card: Mapping[str, Any]) -> int:
    """A little at a time, so that nobody waits; how many."""
    people = presence.unseen_since(tx, now - UNSEEN_FOR, AT_ONCE)
    for person in people:
        presence.note_told(tx, person, now)
        network = presence.network_of(tx, person) or networks.private_thread(tx, person)
        if network:
            told = Post(f"farewell/{now:%Y-%m-%d}/{person}", "", person, card, now, now + TOLD_WITHIN)
            posts.intend(tx, network, told)
    return len(people)
