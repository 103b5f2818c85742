"""The embedded store when the disk is full, when fsync fails and when the process is killed. All of it is real."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from knowledge.store.contract import OutcomeUnknown, Store, StoreUnavailable, Transaction
from knowledge.store.sqlite_file import FILE_NAME
from tests.knowledge.store.conftest import opened
from tests.knowledge.store.disks import lying_disk, resize, small_disk
from tests.knowledge.store.writer import Acknowledged, check, write_and_kill, write_once

KILLS = 16


async def write_until(store: Store, failure: type[StoreUnavailable]) -> Acknowledged:
    """Write as eight at once, each until it is refused: some at least with this failure."""
    acknowledged: Acknowledged = {}

    async def writer(name: str) -> None:
        while True:
            acknowledged[name] = await store.run(partial(write_once, name))

    ends = await asyncio.gather(*(writer(f"w{number}") for number in range(8)), return_exceptions=True)
    assert all(isinstance(end, StoreUnavailable) for end in ends)
    assert any(isinstance(end, failure) for end in ends)
    return acknowledged


def count(tx: Transaction) -> int:
    return len(tx.query("pair/"))


async def test_on_a_full_disk_reads_go_on_and_writes_resume_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        async with opened(disk / "data") as store:
            acknowledged = await write_until(store, StoreUnavailable)
            written = await check(store, acknowledged)
        async with opened(disk / "data") as store:
            assert await check(store, acknowledged) == written
            resize(disk, "64m")
            await asyncio.gather(*(store.run(partial(write_once, name)) for name in acknowledged))
            assert await check(store, acknowledged) == written + len(acknowledged)


async def test_a_full_disk_refuses_the_writers_alone(tmp_path: Path) -> None:
    """Readers share a commit with writers who fail; they are answered with what is committed."""

    def large(tx: Transaction) -> str:
        return tx.put("large", {"filling": "x" * 1_040_000})

    def small(tx: Transaction) -> int:
        entry = tx.get("large")
        return len(entry.value["filling"]) if entry else 0

    works: list[Callable[[Transaction], object]] = [small, large, small, large, small]
    with small_disk(tmp_path / "disk", "1m") as disk:
        async with opened(disk / "data") as store:
            for _ in range(5):
                outcomes = await asyncio.gather(*map(store.run, works), return_exceptions=True)
                assert outcomes[::2] == [0, 0, 0]
                assert [type(outcome) for outcome in outcomes[1::2]] == [StoreUnavailable, StoreUnavailable]
            assert await store.run(lambda tx: tx.put("little", {}))


async def test_after_a_failed_fsync_nobody_is_told_success_and_the_file_is_recovered(tmp_path: Path) -> None:
    with small_disk(tmp_path / "beneath", "3m") as beneath, lying_disk(tmp_path / "disk", beneath) as disk:
        async with opened(disk / "data") as store:
            acknowledged = await write_until(store, OutcomeUnknown)
            (disk / "data").rename(disk / "away")
            with pytest.raises(StoreUnavailable, match="is gone"):  # it is opened anew, and never made anew
                await store.run(count)
            (disk / "away").rename(disk / "data")
            assert await store.run(count) == 16
            resize(beneath, "64m")
            await check(store, acknowledged)
            await asyncio.gather(*(store.run(partial(write_once, name)) for name in acknowledged))
            written = await check(store, acknowledged)
        async with opened(disk / "data") as store:
            assert await check(store, acknowledged) == written


async def test_killed_in_mid_write_it_has_all_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged: Acknowledged = {}
    for _ in range(KILLS):
        await asyncio.to_thread(write_and_kill, tmp_path, acknowledged)
        async with opened(tmp_path) as store:
            await check(store, acknowledged)
    assert sum(acknowledged.values()) > KILLS
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


async def test_killed_with_its_log_unread_it_recovers(tmp_path: Path) -> None:
    """The check above closes the store properly in between; here one kill follows the other."""
    acknowledged: Acknowledged = {}
    for _ in range(4):
        await asyncio.to_thread(write_and_kill, tmp_path, acknowledged)
    async with opened(tmp_path) as store:
        await check(store, acknowledged)
