"""Forgetting what has been kept long enough: when Erfa starts, and every day after."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from knowledge import answers, networks
from knowledge.store.contract import Store, StoreError

EVERY = timedelta(days=1)

log = structlog.get_logger()


@contextlib.asynccontextmanager
async def keeping_house(store: Store, now: Callable[[], datetime]) -> AsyncIterator[None]:
    """Forget in the background for as long as the block runs."""
    task = asyncio.create_task(_daily(store, now))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _daily(store: Store, now: Callable[[], datetime]) -> None:
    while True:
        try:
            await forget(store, now())
        except StoreError:
            log.exception("not_forgotten")
        await asyncio.sleep(EVERY.total_seconds())


async def forget(store: Store, now: datetime) -> None:
    """Delete answers, thumbs and talk past their time."""
    for network in await store.run(lambda tx: list(networks.every(tx))):
        await _forget_in(store, network, now)


async def _forget_in(store: Store, network: str, now: datetime) -> None:
    """A little at a time, so that nobody waits."""
    forgotten = 0
    while more := await store.run(lambda tx: answers.forget_before(tx, network, now - answers.KEPT)):
        forgotten += more
    after = await store.run(lambda tx: answers.forget_talk(tx, network, now))
    while after:
        after = await store.run(partial(answers.forget_talk, network=network, now=now, after=after))
    log.info("forgotten", network=network, answers=forgotten)
