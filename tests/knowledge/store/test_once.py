import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from knowledge.store.contract import Store, Transaction
from knowledge.store.once import Begun, begin, finish, first, forget_before

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
LEASE = timedelta(seconds=30)
A_SECOND = timedelta(seconds=1)


async def test_the_first_does_it_and_the_next_hear_that_it_is_done(store: Store) -> None:
    assert await store.run(lambda tx: begin(tx, "activity/1", NOON, LEASE)) is Begun.FRESH
    await store.run(lambda tx: finish(tx, "activity/1", NOON))
    assert await store.run(lambda tx: begin(tx, "activity/1", NOON + 10 * LEASE, LEASE)) is Begun.DONE


async def test_while_one_is_at_it_the_next_are_told(store: Store) -> None:
    assert await store.run(lambda tx: begin(tx, "a", NOON, LEASE)) is Begun.FRESH
    assert await store.run(lambda tx: begin(tx, "a", NOON + LEASE - A_SECOND, LEASE)) is Begun.BUSY
    assert await store.run(lambda tx: begin(tx, "b", NOON, LEASE)) is Begun.FRESH


async def test_whose_lease_has_run_out_has_failed(store: Store) -> None:
    await store.run(lambda tx: begin(tx, "a", NOON, LEASE))
    assert await store.run(lambda tx: begin(tx, "a", NOON + LEASE, LEASE)) is Begun.FRESH
    assert await store.run(lambda tx: begin(tx, "a", NOON + LEASE + A_SECOND, LEASE)) is Begun.BUSY


async def test_one_of_many_at_once_is_fresh(store: Store) -> None:
    begun = await asyncio.gather(*(store.run(lambda tx: begin(tx, "a", NOON, LEASE)) for _ in range(50)))
    assert begun.count(Begun.FRESH) == 1
    assert begun.count(Begun.BUSY) == 49


async def test_the_first_in_its_transaction_is_the_only_one(store: Store) -> None:
    firsts = await asyncio.gather(*(store.run(lambda tx: first(tx, "a", NOON)) for _ in range(20)))
    assert firsts.count(True) == 1
    assert await store.run(lambda tx: begin(tx, "a", NOON + 10 * LEASE, LEASE)) is Begun.DONE
    assert await store.run(lambda tx: begin(tx, "b", NOON, LEASE)) is Begun.FRESH
    assert not await store.run(lambda tx: first(tx, "b", NOON))


async def test_what_failed_with_its_transaction_was_never_begun(store: Store) -> None:
    def fails(tx: Transaction) -> None:
        begin(tx, "a", NOON, LEASE)
        finish(tx, "a", NOON)
        raise LookupError

    with pytest.raises(LookupError):
        await store.run(fails)
    assert await store.run(lambda tx: begin(tx, "a", NOON, LEASE)) is Begun.FRESH


async def test_what_is_long_past_is_forgotten_a_little_at_a_time(store: Store) -> None:
    def past(tx: Transaction) -> None:
        for number in range(10):
            moment = NOON + number * A_SECOND
            begin(tx, f"done/{number}", moment, LEASE)
            finish(tx, f"done/{number}", moment)
        begin(tx, "abandoned", NOON, A_SECOND)
        begin(tx, "under way", NOON, 100 * LEASE)

    await store.run(past)
    moment = NOON + 8 * A_SECOND
    forgotten = [await store.run(lambda tx: forget_before(tx, moment, limit=4)) for _ in range(4)]
    assert forgotten == [4, 4, 1, 0]

    def look(tx: Transaction) -> list[Begun]:
        names = ["done/7", "done/8", "done/9", "abandoned", "under way"]
        return [begin(tx, name, moment, LEASE) for name in names]

    assert await store.run(look) == [Begun.FRESH, Begun.DONE, Begun.DONE, Begun.FRESH, Begun.BUSY]


async def test_nothing_is_left_of_what_is_forgotten(store: Store) -> None:
    def past(tx: Transaction) -> None:
        for moment in (NOON, NOON + 2 * LEASE):
            begin(tx, "a/b%", moment, LEASE)
        finish(tx, "a/b%", NOON)
        finish(tx, "a/b%", NOON + A_SECOND)

    await store.run(past)
    assert await store.run(lambda tx: forget_before(tx, NOON + LEASE)) == 1
    assert await store.run(lambda tx: tx.query("")) == []


async def test_moments_are_compared_whatever_their_zone(store: Store) -> None:
    stockholm = timezone(timedelta(hours=1))
    await store.run(lambda tx: begin(tx, "a", NOON.astimezone(stockholm), LEASE))
    assert await store.run(lambda tx: begin(tx, "a", NOON + A_SECOND, LEASE)) is Begun.BUSY
    with pytest.raises(ValueError, match="time zone"):
        await store.run(lambda tx: begin(tx, "b", NOON.replace(tzinfo=None), LEASE))
