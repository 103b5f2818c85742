import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from knowledge.store.contract import BackupFailed, StoreExists, StoreInUse, StoreMismatch, StoreUnavailable, Transaction
from knowledge.store.embedded import EmbeddedStore, restore
from knowledge.store.sqlite_file import FILE_NAME
from tests.knowledge.store.conftest import mode_of, names_in, opened
from tests.knowledge.store.disks import small_disk
from tests.knowledge.store.test_embedded_opening import database
from tests.knowledge.store.works import put
from tests.knowledge.store.writer import Acknowledged, check, write_once


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[EmbeddedStore]:
    async with opened(tmp_path / "data") as opened_store:
        yield opened_store


async def write_and_fail(store: EmbeddedStore) -> None:
    def fails(tx: Transaction) -> None:
        tx.put("pair/undone/a", {"filling": "x" * 100_000})
        raise LookupError

    with suppress(LookupError):
        await store.run(fails)


async def test_a_copy_made_while_writes_go_on_passes_the_same_checks(store: EmbeddedStore, tmp_path: Path) -> None:
    """What was acknowledged before the backup began is in it; what came meanwhile is there whole or not at all."""
    for number in range(60):
        await store.run(put(f"ballast/{number}", {"filling": "x" * 1_000_000}))
    before: Acknowledged = {}
    during = 0
    names = [f"w{number}" for number in range(8)]
    for name in names:
        before[name] = await store.run(partial(write_once, name))
    backup = asyncio.create_task(store.backup(tmp_path / "backup"))
    while not backup.done():
        await asyncio.gather(*(store.run(partial(write_once, name)) for name in names), write_and_fail(store))
        during += 1
    await backup
    assert during > 10, "the writers had to wait"

    restore(tmp_path / "backup", tmp_path / "restored")
    async with opened(tmp_path / "restored") as restored:
        found = await check(restored, before)
        assert found <= await check(store, before)
        after = {name: await restored.run(partial(write_once, name)) for name in names}
        assert await check(restored, after) == found + len(names)


async def test_a_restored_store_holds_what_was_backed_up(store: EmbeddedStore, tmp_path: Path) -> None:
    etag = await store.run(put("a", {"text": "å 🎈"}))
    await store.run(lambda tx: tx.append("s", {"n": 1}))
    await store.backup(tmp_path / "backup")
    assert mode_of(tmp_path / "backup") == 0o600
    assert names_in(tmp_path) == ["backup", "data"]
    restore(tmp_path / "backup", tmp_path / "deep" / "restored")
    async with opened(tmp_path / "deep" / "restored") as restored:
        entry = await restored.run(lambda tx: tx.get("a"))
        assert entry is not None and (entry.value, entry.etag) == ({"text": "å 🎈"}, etag)
        assert await restored.run(lambda tx: tx.append("s", {"n": 2})) == 2
    assert mode_of(tmp_path / "deep" / "restored") == 0o700
    assert mode_of(tmp_path / "deep" / "restored" / FILE_NAME) == 0o600


@pytest.mark.parametrize("name", ["a b", "file:a?mode=memory", "%41#?&", ":memory:", "å\n🎈", "'\";--", "x" * 255])
async def test_a_backup_may_have_any_name(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    await store.run(put("a", {"name": name}))
    await store.backup(Path(name))
    assert names_in(tmp_path) == sorted([name, "data"])
    restore(Path(name), Path("restored"))
    async with opened(tmp_path / "restored") as restored:
        entry = await restored.run(lambda tx: tx.get("a"))
        assert entry is not None and entry.value == {"name": name}


async def test_a_backup_never_overwrites(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for target in (tmp_path / "file", tmp_path / "dangling", tmp_path / "data", tmp_path / "data" / FILE_NAME):
        with pytest.raises(BackupFailed, match="never overwrites"):
            await store.backup(target)
    assert (tmp_path / "file").read_text() == "precious"
    assert names_in(tmp_path) == ["dangling", "data", "file"]
    await store.run(put("a", {}))


@pytest.mark.parametrize("name", ["missing/backup", "a\0b", "x" * 256])
async def test_a_backup_that_cannot_be_written_says_so(store: EmbeddedStore, tmp_path: Path, name: str) -> None:
    with pytest.raises(BackupFailed):
        await store.backup(tmp_path / name)
    assert names_in(tmp_path) == ["data"]
    await store.run(put("a", {}))


async def test_a_backup_that_does_not_fit_leaves_nothing_behind(store: EmbeddedStore, tmp_path: Path) -> None:
    for number in range(4):
        await store.run(put(f"ballast/{number}", {"filling": "x" * 1_000_000}))
    with small_disk(tmp_path / "disk", "2m") as disk:
        with pytest.raises(BackupFailed, match="full"):
            await store.backup(disk / "backup")
        assert names_in(disk) == []
    await store.run(put("a", {}))


async def test_a_closed_store_makes_no_backup(tmp_path: Path) -> None:
    async with opened(tmp_path / "data") as store:
        pass
    with pytest.raises(StoreUnavailable):
        await store.backup(tmp_path / "backup")


async def test_restore_touches_no_store_that_is_there(store: EmbeddedStore, tmp_path: Path) -> None:
    await store.run(put("a", {"n": 1}))
    await store.backup(tmp_path / "backup")
    await store.run(put("a", {"n": 2}))
    with pytest.raises(StoreInUse, match="in use"):
        restore(tmp_path / "backup", tmp_path / "data")
    await store.close()
    with pytest.raises(StoreExists, match="already holds a store"):
        restore(tmp_path / "backup", tmp_path / "data")
    async with opened(tmp_path / "data") as again:
        entry = await again.run(lambda tx: tx.get("a"))
        assert entry is not None and entry.value == {"n": 2}


async def test_restore_verifies_before_it_touches_anything(store: EmbeddedStore, tmp_path: Path) -> None:
    for number in range(100):
        await store.run(put(f"n/{number}", {"filling": "x" * 500}))
    await store.backup(tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    damaged = {
        "truncated": whole[:-8192],
        "cut": whole[:middle],
        "overwritten": whole[:middle] + bytes(4096) + whole[middle + 4096 :],
        "empty": b"",
        "text": b"Not a database. " * 1000,
    }
    for name, content in damaged.items():
        (tmp_path / name).write_bytes(content)
    for name in [*damaged, "missing", "data", "a\0b"]:
        with pytest.raises(StoreMismatch):
            restore(tmp_path / name, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_restore_takes_nobody_elses_database(tmp_path: Path) -> None:
    database(tmp_path, "CREATE TABLE bookmarks (url)")
    with pytest.raises(StoreMismatch, match="is not a store of Erfa's"):
        restore(tmp_path / FILE_NAME, tmp_path / "restored")
    assert names_in(tmp_path) == [FILE_NAME]


async def test_a_restore_that_does_not_fit_can_be_tried_again(store: EmbeddedStore, tmp_path: Path) -> None:
    for number in range(4):
        await store.run(put(f"ballast/{number}", {"filling": "x" * 1_000_000}))
    await store.backup(tmp_path / "backup")
    with small_disk(tmp_path / "disk", "2m") as disk:
        with pytest.raises(StoreUnavailable, match="full"):
            restore(tmp_path / "backup", disk / "data")
        connection = sqlite3.connect(disk / "data" / FILE_NAME)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        connection.close()
