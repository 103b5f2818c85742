"""The clock: wakes up, claims the jobs that are due, runs them beside each other.

Nothing is remembered here. When something is due, who is at it and how often it failed stands in the store, so that
whatever wakes the clock only wakes it, and several processes may have one.
"""

import asyncio
import contextlib
import math
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.metrics import Metrics
from knowledge import jobs
from knowledge.jobs import Claimed, Effect, Job
from knowledge.recurrence import Recurrence
from knowledge.store.contract import Store, StoreError, Transaction

LEASE = timedelta(minutes=5)
LONGEST_RUN = 0.9  # of the lease: leaves time to finish
LONGEST_SLEEP = timedelta(seconds=30)  # the time may be set, and other processes schedule jobs
AT_ONCE = 4

log = structlog.get_logger()

# Prepares what is to be done, for as long as LONGEST_RUN, and gives the effect: had only if the claim still holds then.
Handler = Callable[[Job], Awaitable[Effect]]


@dataclass(frozen=True, slots=True)
class Work:
    """How jobs of a kind are done: `at_once` beside each other, so that no kind holds up another.

    What does not end within its lease is cut off, and begun anew after it. What `recurs` for all networks together is
    scheduled where it never was; from then on its effect tells when it is due again.
    """

    handle: Handler
    at_once: int = AT_ONCE
    lease: timedelta = LEASE
    recurs: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at the store found; `next_due` is None when nothing waits."""

    claimed: list[Claimed]
    next_due: datetime | None
    failing: Counter[str]


class Clock:
    """Runs the jobs whose kind is among `works`; others are left to who knows them. `now` tells the time."""

    def __init__(self, store: Store, works: Mapping[str, Work], metrics: Metrics, now: Callable[[], datetime]) -> None:
        self._store = store
        self._works = works
        self._metrics = metrics
        self._now = now
        self._woken = asyncio.Event()
        self._runs: dict[asyncio.Task[None], str] = {}
        self._until = math.inf  # monotonic; when runs must have ended

    def wake(self) -> None:
        """Look at once: something was scheduled."""
        self._woken.set()

    def stop(self, seconds: float) -> None:
        """Claim nothing more; what runs has `seconds` to finish, or what is left of those given before."""
        self._until = min(self._until, time.monotonic() + seconds)
        self.wake()

    @contextlib.asynccontextmanager
    async def running(self, seconds_to_finish: float) -> AsyncIterator[None]:
        """Tick for as long as the block runs and nobody stops it. What has not finished then is left to its lease."""
        ticking = asyncio.create_task(self._tick())
        try:
            yield
        finally:
            self.stop(seconds_to_finish)
            await ticking
            await self._end()

    async def _tick(self) -> None:
        while self._until == math.inf:
            self._woken.clear()
            pause = await self._look()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause.total_seconds()):
                    await self._woken.wait()

    async def _look(self) -> timedelta:
        """Start what is due; returns how long to sleep."""
        busy = Counter(self._runs.values())
        places = {kind: replace(work, at_once=work.at_once - busy[kind]) for kind, work in self._works.items()}
        now = self._now()
        try:
            seen = await self._store.run(lambda tx: _look(tx, places, now))
        except Exception:  # whatever it was, the next look may do better
            log.exception("clock_cannot_look")
            return LONGEST_SLEEP
        for claimed in seen.claimed:
            self._start(claimed)
        for kind in self._works:
            self._metrics.jobs_failing.labels(kind).set(seen.failing[kind])
        return _pause(seen.next_due, now)

    def _start(self, claimed: Claimed) -> None:
        run = asyncio.create_task(self._run(claimed))
        self._runs[run] = claimed.job.kind
        run.add_done_callback(self._ended)

    def _ended(self, run: asyncio.Task[None]) -> None:
        """Look again: there is a place, and the run may have scheduled something."""
        del self._runs[run]
        self.wake()

    async def _run(self, claimed: Claimed) -> None:
        job = claimed.job
        about = {"kind": job.kind, "network": job.network, "subject": job.subject}
        with structlog.contextvars.bound_contextvars(reference=secrets.token_hex(4), **about):
            outcome = await self._outcome(claimed)
            log.info("job", outcome=outcome, due=job.due.isoformat())
        self._metrics.jobs.labels(job.kind, outcome).inc()

    async def _outcome(self, claimed: Claimed) -> str:
        work = self._works[claimed.job.kind]
        try:
            async with asyncio.timeout(LONGEST_RUN * work.lease.total_seconds()):
                effect = await work.handle(claimed.job)
            held = await self._store.run(lambda tx: jobs.finish(tx, claimed, effect))
        except Exception:
            log.exception("job_failed", attempts=claimed.job.attempts + 1)
            await self._fail(claimed)
            return "failed"
        return "done" if held else "superseded"

    async def _fail(self, claimed: Claimed) -> None:
        try:
            await self._store.run(lambda tx: jobs.fail(tx, claimed, self._now()))
        except StoreError:
            log.exception("job_left_to_its_lease")

    async def _end(self) -> None:
        if self._runs:
            left = max(0.0, self._until - time.monotonic())
            _, late = await asyncio.wait(self._runs, timeout=left)
            for run in late:
                run.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _look(tx: Transaction, works: Mapping[str, Work], now: datetime) -> _Seen:
    """Claim what is due of each kind, as many as may run; kinds of which none may are not looked at."""
    for kind, work in works.items():
        if work.recurs and jobs.find(tx, kind) is None:
            jobs.schedule(tx, Job(kind, work.recurs.next_after(now)))
    free = {kind: work for kind, work in works.items() if work.at_once > 0}
    claimed = [each for kind, work in free.items() for each in jobs.claim_due(tx, kind, now, work.lease, work.at_once)]
    due = [moment for kind in free if (moment := jobs.next_due(tx, kind))]
    failing = Counter(job.kind for job in jobs.failing(tx))
    return _Seen(claimed, min(due, default=None), failing)


def _pause(due: datetime | None, now: datetime) -> timedelta:
    return LONGEST_SLEEP if due is None else max(timedelta(0), min(due - now, LONGEST_SLEEP))
