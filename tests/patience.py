"""Waiting for what is to happen: as long as it may take on a busy machine, but not for ever."""

import asyncio
from collections.abc import Awaitable, Callable

SECONDS = 120  # after which nobody believes any more that it will


async def until(condition: Callable[[], bool | Awaitable[bool]]) -> None:
    """Wait for what wakes nobody here."""
    async with asyncio.timeout(SECONDS):
        while not (await met if isinstance(met := condition(), Awaitable) else met):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
