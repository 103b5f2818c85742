"""Work that fails is tried again later, seen by the operator and the leader, and holds up nothing."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import pytest
import structlog
from structlog.testing import capture_logs

from bot.clock import LEASE
from knowledge import jobs
from knowledge.jobs import Effect, Job
from knowledge.store.contract import Store, StoreUnavailable, Transaction
from tests.bot import clockwork
from tests.bot.clockwork import DIGEST, Diary, entries, find, schedule, ticking
from tests.bot.conversation import Clock as Time
from tests.patience import SECONDS

T = TypeVar("T")
NOW = DIGEST.due
MINUTE = timedelta(minutes=1)
ENTRY = (DIGEST.network, DIGEST.due)


@pytest.fixture
def diary() -> Diary:
    return Diary()


async def test_what_fails_is_tried_again_later_and_shown(embedded: Store, diary: Diary) -> None:
    diary.broken = True
    other = replace(DIGEST, network="norr", due=NOW + 7 * MINUTE)
    await schedule(embedded, DIGEST, other)
    for minutes, attempts in ((0, 1), (0.9, 1), (1, 2), (2.9, 2), (3, 3), (6.9, 3)):
        metrics = await clockwork.at(embedded, {"digest": diary.write}, NOW + minutes * MINUTE)
        assert await find(embedded) == replace(DIGEST, attempts=attempts)
    assert await embedded.run(lambda tx: jobs.failing(tx, DIGEST.network)) == [replace(DIGEST, attempts=3)]
    assert 'erfa_jobs_failing{kind="digest"} 1.0' in metrics
    diary.broken = False
    metrics = await clockwork.at(embedded, {"digest": diary.write}, NOW + 7 * MINUTE)
    assert sorted(await entries(embedded)) == sorted([ENTRY, (other.network, other.due)])
    assert await embedded.run(jobs.failing) == []
    assert 'erfa_jobs_failing{kind="digest"} 0.0' in metrics


async def test_each_run_is_counted_by_how_it_ended(embedded: Store, diary: Diary) -> None:
    diary.broken = True
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": diary.write}, Time(NOW)) as failing:
        await diary.next()
    assert 'erfa_jobs_total{kind="digest",outcome="failed"} 1.0' in failing.metrics
    diary.broken = False
    async with ticking(embedded, {"digest": diary.write}, Time(NOW + MINUTE)) as recovered:
        await diary.next()
    assert 'erfa_jobs_total{kind="digest",outcome="done"} 1.0' in recovered.metrics


async def test_a_failure_is_logged_under_a_reference(embedded: Store, diary: Diary) -> None:
    diary.broken = True
    await schedule(embedded, DIGEST)
    with capture_logs([structlog.contextvars.merge_contextvars]) as logged:
        async with ticking(embedded, {"digest": diary.write}, Time(NOW)):
            await diary.next()
    [failure] = [line for line in logged if line["event"] == "job_failed"]
    [end] = [line for line in logged if line["event"] == "job" and line["kind"] == "digest"]
    assert end["outcome"] == "failed"
    assert failure["reference"] == end["reference"] != ""
    assert (failure["network"], failure["attempts"], failure["log_level"]) == (DIGEST.network, 1, "error")


async def test_a_failing_effect_leaves_nothing_behind(embedded: Store) -> None:
    def effect(tx: Transaction) -> None:
        clockwork.enter(tx, DIGEST)
        raise LookupError

    async def prepare(_: Job) -> Effect:
        return effect

    await schedule(embedded, DIGEST)
    await clockwork.at(embedded, {"digest": prepare}, NOW)
    assert await entries(embedded) == []
    assert await find(embedded) == replace(DIGEST, attempts=1)


@dataclass
class Unreliable:
    """A store that can be away for a while; `refused` is set when it was asked meanwhile."""

    store: Store
    away: bool = False
    refused: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, work: Callable[[Transaction], T]) -> T:
        if self.away:
            self.refused.set()
            raise StoreUnavailable("away")
        return await self.store.run(work)

    async def erase(self) -> None:
        await self.store.erase()

    async def close(self) -> None:
        await self.store.close()


async def test_it_outlives_a_store_that_is_away(embedded: Store, diary: Diary) -> None:
    store = Unreliable(embedded)
    time = Time(NOW - MINUTE)
    await schedule(store, DIGEST)
    async with ticking(store, {"digest": diary.write}, time) as running:
        await running.look()
        time.pass_(minutes=1)
        store.away = True
        running.clock.wake()
        await asyncio.wait_for(store.refused.wait(), SECONDS)
        store.away = False
        await running.look()
        assert await diary.next() == DIGEST
    assert await entries(embedded) == [ENTRY]


async def test_what_cannot_be_finished_for_want_of_the_store_is_left_to_its_lease(embedded: Store) -> None:
    store, diary = Unreliable(embedded), Diary()
    diary.go_on.clear()
    await schedule(store, DIGEST)
    async with ticking(store, {"digest": diary.write}, Time(NOW)) as running:
        await diary.next()
        store.away = True
        diary.go_on.set()
    assert 'erfa_jobs_total{kind="digest",outcome="failed"} 1.0' in running.metrics
    store.away = False
    await clockwork.at(store, {"digest": diary.write}, NOW + LEASE - MINUTE)
    assert await entries(embedded) == []
    await clockwork.at(store, {"digest": diary.write}, NOW + LEASE)
    assert await entries(embedded) == [ENTRY]
