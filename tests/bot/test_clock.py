"""Due work is run once, by whichever clock comes first, and its failures are seen."""

import asyncio
import os
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest

import bot.clock
from bot.app import utc_now
from bot.clock import AT_ONCE, LEASE
from knowledge import jobs
from knowledge.jobs import Effect, Job
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
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


@pytest.fixture
def time() -> Time:
    return Time(NOW)


# Waking


async def test_it_sleeps_until_something_is_due(embedded: Store, diary: Diary) -> None:
    soon = replace(DIGEST, due=utc_now() + timedelta(milliseconds=300))
    await schedule(embedded, soon)
    async with ticking(embedded, {"digest": diary.write}, utc_now):
        assert await diary.next() == soon
        assert utc_now() >= soon.due


async def test_whoever_schedules_something_may_wake_it(embedded: Store, diary: Diary, time: Time) -> None:
    async with ticking(embedded, {"digest": diary.write}, time) as running:
        await running.look()
        await schedule(embedded, DIGEST)
        running.clock.wake()
        assert await diary.next() == DIGEST


async def test_unwoken_it_looks_now_and_then(embedded: Store, diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody wakes it when the time is set, as here after a while, or when another process schedules something."""
    monkeypatch.setattr(bot.clock, "LONGEST_SLEEP", timedelta(milliseconds=20))
    looks = count()
    tomorrow = replace(DIGEST, due=NOW + timedelta(days=1))
    await schedule(embedded, tomorrow)
    async with ticking(embedded, {"digest": diary.write}, lambda: NOW if next(looks) < 5 else tomorrow.due):
        assert await diary.next() == tomorrow
        await schedule(embedded, replace(DIGEST, network="norr"))
        assert (await diary.next()).network == "norr"


async def test_what_a_run_schedules_is_run_at_once(embedded: Store, diary: Diary, time: Time) -> None:
    async def announce(job: Job) -> Effect:
        return lambda tx: jobs.schedule(tx, replace(job, kind="post"))

    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": announce, "post": diary.write}, time):
        assert (await diary.next()).kind == "post"


async def test_a_kind_it_does_not_know_is_left_alone(embedded: Store, diary: Diary, time: Time) -> None:
    newer = replace(DIGEST, kind="of-a-newer-erfa")
    await schedule(embedded, *(replace(newer, subject=str(number)) for number in range(2 * AT_ONCE)), DIGEST)
    metrics = await clockwork.at(embedded, {"digest": diary.write}, NOW + MINUTE)
    assert await entries(embedded) == [ENTRY]
    assert await find(embedded, replace(newer, subject="0")) == replace(newer, subject="0")
    assert "newer" not in metrics


# Once


async def test_of_two_clocks_one_does_it(embedded: Store, diary: Diary, time: Time) -> None:
    due = [replace(DIGEST, network=f"n{number:02}") for number in range(40)]
    await schedule(embedded, *due)
    handlers = {"digest": diary.write}
    async with ticking(embedded, handlers, time) as one, ticking(embedded, handlers, time) as other:
        for _ in due:
            one.clock.wake()
            other.clock.wake()
            await diary.next()
        await asyncio.gather(one.look(), other.look())
    assert diary.begun.empty()
    assert sorted(network for network, _ in await entries(embedded)) == [job.network for job in due]


async def test_who_is_not_done_when_the_lease_is_over_has_no_effect(embedded: Store, diary: Diary, time: Time) -> None:
    slow = Diary()
    slow.go_on.clear()
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": slow.write}, time) as first:
        await slow.next()
        time.pass_(minutes=4)
        await clockwork.at(embedded, {"digest": diary.write}, time())
        assert diary.begun.empty()
        await clockwork.at(embedded, {"digest": diary.write}, NOW + LEASE)
        assert (await diary.next()).attempts == 1
        slow.go_on.set()
    assert await entries(embedded) == [ENTRY]
    assert 'erfa_jobs_total{kind="digest",outcome="superseded"} 1.0' in first.metrics


async def test_after_kill_9_somebody_else_does_it(tmp_path: Path, diary: Diary) -> None:
    script = [sys.executable, "-m", "tests.bot.clockwork", str(tmp_path)]
    process = await asyncio.create_subprocess_exec(
        *script, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    await process.stdout.readuntil(b"in mid-run\n")
    os.kill(process.pid, signal.SIGKILL)
    await process.wait()
    store = await EmbeddedStore.open(tmp_path)
    await clockwork.at(store, {"digest": diary.write}, NOW + LEASE - MINUTE)
    assert await entries(store) == []
    await clockwork.at(store, {"digest": diary.write}, NOW + LEASE)
    assert await entries(store) == [ENTRY]
    await store.close()


async def test_a_restart_keeps_what_is_due(tmp_path: Path, diary: Diary) -> None:
    store = await EmbeddedStore.open(tmp_path)
    await schedule(store, DIGEST)
    await store.close()
    store = await EmbeddedStore.open(tmp_path)
    await clockwork.at(store, {"digest": diary.write}, NOW)
    assert await entries(store) == [ENTRY]
    await store.close()


async def test_what_is_moved_during_its_run_is_done_when_it_was_moved_to(embedded: Store, diary: Diary) -> None:
    moved = replace(DIGEST, due=NOW + timedelta(hours=1))
    diary.go_on.clear()
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": diary.write}, Time(NOW)):
        await diary.next()
        await schedule(embedded, moved)
        diary.go_on.set()
    assert await entries(embedded) == []
    assert await find(embedded) == moved
    await clockwork.at(embedded, {"digest": diary.write}, moved.due)
    assert await entries(embedded) == [(DIGEST.network, moved.due)]


# Beside each other


async def test_slow_work_holds_up_no_other_and_runs_a_few_at_a_time(embedded: Store, diary: Diary, time: Time) -> None:
    slow = Diary()
    slow.go_on.clear()
    many = [replace(DIGEST, kind="slow", network=f"n{number}") for number in range(2 * AT_ONCE)]
    await schedule(embedded, *many)
    async with ticking(embedded, {"slow": slow.write, "digest": diary.write}, time) as running:
        for _ in range(AT_ONCE):
            await slow.next()
        await schedule(embedded, DIGEST)
        await running.look()
        assert await diary.next() == DIGEST
        assert slow.begun.empty()
        slow.go_on.set()
        for _ in range(AT_ONCE):
            await slow.next()
    assert len(await entries(embedded)) == len(many) + 1


async def test_what_takes_longer_than_its_lease_is_cut_off(embedded: Store, diary: Diary) -> None:
    diary.go_on.clear()
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": diary.write}, Time(NOW), lease=timedelta(milliseconds=20)):
        await diary.next()
    assert await find(embedded) == replace(DIGEST, attempts=1)


# Stopping


async def test_when_it_is_stopped_runs_under_way_finish_and_none_begins(embedded: Store, diary: Diary) -> None:
    diary.go_on.clear()
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": diary.write}, Time(NOW)) as running:
        await diary.next()
        running.clock.stop(SECONDS)
        await schedule(embedded, replace(DIGEST, network="norr"))
        running.clock.wake()
        asyncio.get_running_loop().call_later(0.1, diary.go_on.set)
    assert await entries(embedded) == [ENTRY]


async def test_what_does_not_finish_in_time_is_left_to_its_lease(embedded: Store, diary: Diary) -> None:
    diary.go_on.clear()
    await schedule(embedded, DIGEST)
    async with ticking(embedded, {"digest": diary.write}, Time(NOW), seconds_to_finish=0):
        await diary.next()
    diary.go_on.set()
    assert await find(embedded) == DIGEST
    await clockwork.at(embedded, {"digest": diary.write}, NOW + LEASE)
    assert await entries(embedded) == [ENTRY]
