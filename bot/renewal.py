"""Something fetched from elsewhere that grows old: kept, and fetched anew beside its use before it is too old."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import structlog

T = TypeVar("T")

log = structlog.get_logger()

RETRY = timedelta(seconds=5)


class Unavailable(Exception):
    """It cannot be had just now; the text says why, for the log."""


@dataclass(frozen=True, slots=True)
class Fetched(Generic[T]):
    """Handed out without a thought while `fresh`, and while it is `good` if nothing newer can be had."""

    value: T
    fresh: timedelta
    good: timedelta


class Renewed(Generic[T]):
    """`fetch` may raise whatever it pleases; it runs once at a time, and not again within RETRY after a failure."""

    def __init__(self, what: str, fetch: Callable[[], Awaitable[Fetched[T]]], now: Callable[[], datetime]) -> None:
        self._what = what
        self._fetch = fetch
        self._now = now
        self._kept: Fetched[T] | None = None
        self._fetched_at = now()
        self._fetching: asyncio.Task[None] | None = None
        self._failure = ""
        self._retry_at = now()

    async def get(self) -> T:
        """What is kept if it is good, else what a fetch gives. Raises Unavailable."""
        if self._kept is None or not self._within(self._kept.good):
            return await self.anew()
        if not self._within(self._kept.fresh):
            self._begin()
        return self._kept.value

    async def anew(self) -> T:
        """What a fetch gives that ends after this call. Raises Unavailable."""
        await asyncio.shield(self._begin())
        if self._failure or self._kept is None:
            raise Unavailable(self._failure)
        return self._kept.value

    def _within(self, age: timedelta) -> bool:
        return self._now() - self._fetched_at < age

    def _begin(self) -> asyncio.Task[None]:
        if self._fetching is None or (self._fetching.done() and self._now() >= self._retry_at):
            self._fetching = asyncio.create_task(self._renew())
        return self._fetching

    async def _renew(self) -> None:
        try:
            self._kept = await self._fetch()
        except Exception as error:
            self._failure = f"{type(error).__name__}: {error}"
            self._retry_at = self._now() + RETRY
            log.warning("unavailable", what=self._what, cause=self._failure)
        else:
            self._failure = ""
            self._fetched_at = self._now()
