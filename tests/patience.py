"""Waiting for what is to happen: as long as it may take on a busy machine, but not for ever."""

import asyncio
from collections.abc import Awaitable, Callable

SECONDS = 120  # after which nobody believes any more that it will


async def until(condition: Callable[[], bool | Awaitable[bool]]) -> None:
    async with asyncio.timeout(SECONDS):
        while not await _is_met(condition):  # noqa: ASYNC110 – a row in a store, or another process, sets no event
            await asyncio.sleep(0.01)


async def _is_met(condition: Callable[[], bool | Awaitable[bool]]) -> bool:
    met = condition()
    return await met if isinstance(met, Awaitable) else met
