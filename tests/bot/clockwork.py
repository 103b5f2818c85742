"""Clocks that run over a real store, at a time the test sets, with work that leaves a trace.

`python -m tests.bot.clockwork STORE` runs one whose work waits for a line, to be killed or paused before that. STORE is
a folder or the address of a database. In the end it writes what came of the work.
"""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from prometheus_client import CollectorRegistry, generate_latest

from bot.clock import LEASE, Clock, Handler, Work
from bot.metrics import Metrics
from knowledge import jobs
from knowledge.jobs import Effect, Job
from knowledge.recurrence import Recurrence
from knowledge.store import once
from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import key
from knowledge.store.postgres import PostgresStore
from tests.bot.conversation import Clock as Time
from tests.patience import SECONDS

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
DIGEST = Job("digest", datetime.fromisoformat("2026-03-05T08:00:00+00:00"), "19:dalarna@thread.tacv2")


@dataclass
class Diary:
    """Work whose effect is an entry, and which may be made to wait or to fail."""

    begun: "asyncio.Queue[Job]" = field(default_factory=asyncio.Queue)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    broken: bool = False

    def __post_init__(self) -> None:
        self.go_on.set()

    async def next(self) -> Job:
        """The job of the next run that began."""
        return await asyncio.wait_for(self.begun.get(), SECONDS)

    async def write(self, job: Job) -> Effect:
        self.begun.put_nowait(job)
        await self.go_on.wait()
        if self.broken:
            raise RuntimeError("broken")
        return lambda tx: enter(tx, job)


def enter(tx: Transaction, job: Job) -> None:
    tx.append("diary", {"network": job.network, "due": job.due.isoformat()})


async def entries(store: Store) -> list[tuple[str, datetime]]:
    """The network and due time of each effect, in order."""
    written = await store.run(lambda tx: tx.scan("diary", limit=1000))
    return [(value["network"], datetime.fromisoformat(value["due"])) for _, value in written]


def periodical(recurrence: Recurrence, now: Callable[[], datetime]) -> Handler:
    """Work that recurs, and is done once for each network and local date, as a digest is."""

    async def write(job: Job) -> Effect:
        def effect(tx: Transaction) -> datetime:
            issue = key("digest", job.network, recurrence.date_of(job.due).isoformat())
            if once.first(tx, issue, now()):
                enter(tx, job)
            return recurrence.after_run(job.due, now())

        return effect

    return write


@dataclass(frozen=True)
class Running:
    """A clock that runs; `metrics` are those it fills."""

    clock: Clock
    registry: CollectorRegistry
    _store: Store
    _mark: Job
    _marked: "asyncio.Queue[None]"

    async def look(self) -> None:
        """Have it look: when this returns, all that was due has been claimed."""
        await schedule(self._store, self._mark)
        self.clock.wake()
        await asyncio.wait_for(self._marked.get(), SECONDS)

    @property
    def metrics(self) -> str:
        return generate_latest(self.registry).decode()


@contextlib.asynccontextmanager
async def ticking(
    store: Store,
    handlers: Mapping[str, Handler],
    now: Callable[[], datetime],
    seconds_to_finish: float = SECONDS,
    lease: timedelta = LEASE,
) -> AsyncIterator[Running]:
    """A clock that runs; after the block all that it began is done."""
    registry = CollectorRegistry()
    mark = Job(f"mark-{uuid4()}", LONG_AGO)
    seen: asyncio.Queue[None] = asyncio.Queue()

    async def marked(_: Job) -> Effect:
        seen.put_nowait(None)
        return lambda _: None

    works = {kind: Work(handle, lease=lease) for kind, handle in {**handlers, mark.kind: marked}.items()}
    clock = Clock(store, works, Metrics(registry), now)
    async with clock.running(seconds_to_finish):
        yield Running(clock, registry, store, mark, seen)


async def at(store: Store, handlers: Mapping[str, Handler], moment: datetime) -> str:
    """Do all that is due at `moment`, also what is due again at once; gives the metrics."""
    for _ in range(2):
        async with ticking(store, handlers, lambda: moment) as running:
            await running.look()
    return running.metrics


async def schedule(store: Store, *due: Job) -> None:
    for job in due:
        await store.run(partial(jobs.schedule, job=job))


async def find(store: Store, job: Job = DIGEST) -> Job | None:
    return await store.run(lambda tx: jobs.find(tx, job.kind, job.network, job.subject))


async def wait_for_a_line(job: Job) -> Effect:
    await asyncio.to_thread(sys.stdin.readline)
    return lambda tx: enter(tx, job)


async def main(place: str) -> None:
    store: Store = await (PostgresStore.open(place) if "://" in place else EmbeddedStore.open(Path(place)))
    await schedule(store, DIGEST)
    async with ticking(store, {"digest": wait_for_a_line}, Time(DIGEST.due)) as running:
        await running.look()
        sys.stdout.write("in mid-run\n")
        sys.stdout.flush()
    sys.stdout.write(running.metrics)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
