"""Due work: claimed by one at a time, done once, tried again, and never lost."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from knowledge import jobs
from knowledge.jobs import Claimed, Job
from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
LEASE = timedelta(minutes=5)
A_SECOND, A_MINUTE = timedelta(seconds=1), timedelta(minutes=1)
DALARNA, NORR = "19:dalarna@thread.tacv2", "19:norr/öst@thread.tacv2"
DIGEST = Job("digest", NOON, DALARNA)
POLL = Job("poll-close", NOON, DALARNA, "poll/1")


def nothing(_: Transaction) -> None:
    return None


async def schedule(store: Store, *due: Job) -> None:
    for job in due:
        await store.run(partial(jobs.schedule, job=job))


async def claim(store: Store, now: datetime = NOON, kind: str = "digest", limit: int = 10) -> list[Claimed]:
    return await store.run(lambda tx: jobs.claim_due(tx, kind, now, LEASE, limit))


async def find(store: Store, job: Job) -> Job | None:
    return await store.run(lambda tx: jobs.find(tx, job.kind, job.network, job.subject))


async def finish(store: Store, claimed: Claimed, again: datetime | None = None) -> bool:
    return await store.run(lambda tx: jobs.finish(tx, claimed, lambda _: again))


async def fail(store: Store, claimed: Claimed, now: datetime = NOON) -> bool:
    return await store.run(lambda tx: jobs.fail(tx, claimed, now))


async def next_due(store: Store) -> datetime:
    due = await store.run(lambda tx: jobs.next_due(tx, "digest"))
    assert due
    return due


# Scheduling


async def test_what_is_due_is_claimed_and_what_is_not_waits(embedded: Store) -> None:
    later = replace(DIGEST, network=NORR, due=NOON + A_SECOND)
    await schedule(embedded, later, DIGEST)
    assert [each.job for each in await claim(embedded)] == [DIGEST]
    assert [each.job for each in await claim(embedded, NOON + A_SECOND)] == [later]


async def test_those_that_have_waited_longest_come_first(embedded: Store) -> None:
    waiting = [replace(DIGEST, network=f"n{number}", due=NOON - number * A_MINUTE) for number in range(5)]
    await schedule(embedded, *waiting)
    assert [each.job for each in await claim(embedded, limit=2)] == [waiting[4], waiting[3]]
    assert [each.job for each in await claim(embedded)] == [waiting[2], waiting[1], waiting[0]]


async def test_each_kind_is_claimed_by_itself(embedded: Store) -> None:
    await schedule(embedded, DIGEST, POLL, replace(DIGEST, kind="digest-of-a-newer-erfa"))
    assert [each.job for each in await claim(embedded, kind="poll-close")] == [POLL]
    assert [each.job for each in await claim(embedded)] == [DIGEST]


async def test_scheduling_again_moves_it(embedded: Store) -> None:
    await schedule(embedded, DIGEST, replace(DIGEST, due=NOON + 2 * A_SECOND), replace(DIGEST, due=NOON + A_SECOND))
    assert await find(embedded, DIGEST) == replace(DIGEST, due=NOON + A_SECOND)
    assert await claim(embedded) == []
    assert len(await claim(embedded, NOON + A_MINUTE)) == 1


async def schedule_by(store: Store, due: datetime) -> None:
    await store.run(lambda tx: jobs.schedule_by(tx, replace(DIGEST, due=due)))


async def test_scheduling_by_a_moment_moves_it_sooner_only(embedded: Store) -> None:
    for asked, due in ((A_MINUTE, A_MINUTE), (2 * A_MINUTE, A_MINUTE), (A_SECOND, A_SECOND), (A_MINUTE, A_SECOND)):
        await schedule_by(embedded, NOON + asked)
        assert await find(embedded, DIGEST) == replace(DIGEST, due=NOON + due)


async def test_scheduling_by_a_moment_takes_it_from_nobody(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    await schedule_by(embedded, NOON - A_MINUTE)
    assert await claim(embedded) == []
    assert await finish(embedded, claimed, NOON + A_MINUTE)
    await schedule_by(embedded, NOON + A_SECOND)
    assert await next_due(embedded) == NOON + A_SECOND


async def test_what_is_to_be_tried_again_later_may_be_scheduled_sooner(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    await fail_times(embedded, 3)
    await schedule_by(embedded, NOON + A_SECOND)
    assert await next_due(embedded) == NOON + A_SECOND


async def test_a_subject_is_a_job_of_its_own(embedded: Store) -> None:
    other = replace(POLL, subject="poll/2")
    await schedule(embedded, POLL, other)
    await embedded.run(lambda tx: jobs.cancel(tx, POLL.kind, POLL.network, POLL.subject))
    assert await find(embedded, POLL) is None
    assert [each.job for each in await claim(embedded, kind="poll-close")] == [other]


async def test_it_is_known_when_something_is_next_due(embedded: Store) -> None:
    assert await embedded.run(lambda tx: jobs.next_due(tx, "digest")) is None
    await schedule(embedded, replace(DIGEST, due=NOON + A_MINUTE), replace(DIGEST, network=NORR, due=NOON + A_SECOND))
    assert await next_due(embedded) == NOON + A_SECOND
    assert await embedded.run(lambda tx: jobs.next_due(tx, "poll-close")) is None


async def test_a_moment_without_a_zone_is_refused(embedded: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        await schedule(embedded, replace(DIGEST, due=NOON.replace(tzinfo=None)))


# Claiming and finishing


async def test_one_of_many_at_once_has_it(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    claims = await asyncio.gather(*(claim(embedded) for _ in range(20)))
    assert sorted(map(len, claims)) == [0] * 19 + [1]


async def test_what_is_done_is_gone(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    assert await finish(embedded, claimed)
    assert not await finish(embedded, claimed)
    assert not await fail(embedded, claimed)
    assert await embedded.run(lambda tx: tx.query("")) == []


async def test_what_recurs_is_due_again(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    assert await finish(embedded, claimed, NOON + A_MINUTE)
    assert await claim(embedded, NOON + A_MINUTE - A_SECOND) == []
    [again] = await claim(embedded, NOON + A_MINUTE)
    assert again.job == replace(DIGEST, due=NOON + A_MINUTE)


async def test_a_claim_runs_out_and_with_it_the_right_to_finish(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    [first] = await claim(embedded)
    assert await claim(embedded, NOON + LEASE - A_SECOND) == []
    [second] = await claim(embedded, NOON + LEASE)
    assert not await finish(embedded, first, NOON)
    assert not await fail(embedded, first)
    assert second.job.due == NOON
    assert await finish(embedded, second, NOON + timedelta(days=7))


async def test_effect_and_claim_are_one_unit(embedded: Store) -> None:
    """Neither is an effect had without a claim, nor is a job done whose effect failed."""

    def post(tx: Transaction) -> None:
        tx.put("posted", {})

    def post_and_fail(tx: Transaction) -> None:
        post(tx)
        raise LookupError

    await schedule(embedded, DIGEST)
    [first] = await claim(embedded)
    [second] = await claim(embedded, NOON + LEASE)
    with pytest.raises(LookupError):
        await embedded.run(lambda tx: jobs.finish(tx, second, post_and_fail))
    assert not await embedded.run(lambda tx: jobs.finish(tx, first, post))
    assert await embedded.run(lambda tx: tx.get("posted")) is None
    assert await embedded.run(lambda tx: jobs.finish(tx, second, post))
    assert await embedded.run(lambda tx: tx.get("posted")) is not None


async def test_an_effect_may_schedule_its_own_job_anew(embedded: Store) -> None:
    later = replace(DIGEST, due=NOON + A_MINUTE)
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    assert await embedded.run(lambda tx: jobs.finish(tx, claimed, lambda tx: jobs.schedule(tx, later)))
    assert await find(embedded, DIGEST) == later


async def test_what_was_moved_during_its_run_stays_where_it_was_moved(embedded: Store) -> None:
    moved = replace(DIGEST, due=NOON + A_MINUTE)
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    await schedule(embedded, moved)
    assert not await finish(embedded, claimed, NOON + timedelta(days=7))
    assert not await fail(embedded, claimed)
    assert await find(embedded, DIGEST) == moved
    assert [each.job for each in await claim(embedded, NOON + A_MINUTE)] == [moved]


async def test_what_was_cancelled_during_its_run_is_not_done(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    [claimed] = await claim(embedded)
    await embedded.run(lambda tx: jobs.cancel(tx, "digest", DALARNA))
    assert not await finish(embedded, claimed, NOON)
    assert await find(embedded, DIGEST) is None


async def test_a_restart_keeps_jobs_and_claims(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    await schedule(store, DIGEST, replace(DIGEST, network=NORR, due=NOON + A_MINUTE))
    [claimed] = await claim(store)
    await store.close()
    store = await EmbeddedStore.open(tmp_path)
    assert [each.job.network for each in await claim(store, NOON + A_MINUTE)] == [NORR]
    assert await finish(store, claimed)
    await store.close()


# Failing


async def test_it_is_tried_again_later_each_time(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    now, waits = NOON, []
    for attempt in range(1, 9):
        [claimed] = await claim(embedded, now)
        assert await fail(embedded, claimed, now)
        assert await find(embedded, DIGEST) == replace(DIGEST, attempts=attempt), "it forgot when it was due"
        again = await next_due(embedded)
        waits.append((again - now) / A_MINUTE)
        now = again
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


async def test_after_very_many_failures_it_is_still_tried_each_hour(embedded: Store) -> None:
    await schedule(embedded, replace(DIGEST, attempts=10_000))
    [claimed] = await claim(embedded)
    await fail(embedded, claimed)
    assert await next_due(embedded) == NOON + timedelta(hours=1)


async def fail_times(store: Store, times: int, now: datetime = NOON) -> datetime:
    """Fail the digest that is due `now`; gives when it is tried again."""
    for _ in range(times):
        [claimed] = await claim(store, now)
        await fail(store, claimed, now)
        now = await next_due(store)
    return now


async def test_it_counts_as_failing_from_the_third_time_until_it_goes_well(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    now = await fail_times(embedded, 2)
    assert await embedded.run(jobs.failing) == []
    now = await fail_times(embedded, 1, now)
    assert await embedded.run(lambda tx: jobs.failing(tx, DALARNA)) == [replace(DIGEST, attempts=3)]
    assert await embedded.run(jobs.failing) == [replace(DIGEST, attempts=3)]
    assert await embedded.run(lambda tx: jobs.failing(tx, NORR)) == []
    [claimed] = await claim(embedded, now)
    assert await embedded.run(jobs.failing) == [replace(DIGEST, attempts=3)], "while it is tried"
    await finish(embedded, claimed, now)
    assert await embedded.run(jobs.failing) == []
    assert await find(embedded, DIGEST) == replace(DIGEST, due=now)


async def test_a_run_that_never_ended_counts_as_failed(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    for number in range(4):
        [claimed] = await claim(embedded, NOON + number * LEASE)
        assert claimed.job.attempts == number
    assert await embedded.run(lambda tx: jobs.failing(tx, DALARNA)) == [replace(DIGEST, attempts=3)]


async def test_what_fails_begins_anew_when_it_is_scheduled_anew(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    await fail_times(embedded, 5)
    await schedule(embedded, DIGEST)
    assert await embedded.run(jobs.failing) == []
    [claimed] = await claim(embedded)
    assert claimed.job == DIGEST


async def test_what_fails_may_be_cancelled(embedded: Store) -> None:
    await schedule(embedded, DIGEST)
    await fail_times(embedded, 3)
    await embedded.run(lambda tx: jobs.cancel(tx, "digest", DALARNA))
    assert await embedded.run(lambda tx: tx.query("")) == []
