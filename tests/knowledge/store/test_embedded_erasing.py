"""What is deleted and erased cannot be read in any file of the store, nor in a backup made afterwards."""

import random
import secrets
from functools import partial
from pathlib import Path

import pytest

from knowledge.store.contract import Store, StoreUnavailable, Transaction
from knowledge.store.keys import key, prefix
from tests.knowledge.store.conftest import opened
from tests.knowledge.store.disks import resize, small_disk

SECRETS = [secrets.token_hex(32) for _ in range(600)]


def write(tx: Transaction, part: list[str]) -> None:
    """Secrets between other documents that come, grow and shrink, so that rows are moved between pages."""
    for each in part:
        tx.put(key("secret", each), {"said": each, "filling": "9" * random.randrange(400)})
        for _ in range(4):
            tx.put(key("other", str(random.randrange(300))), {"filling": "x" * random.randrange(2000)})


def delete_secrets(tx: Transaction) -> None:
    for entry in tx.query(prefix("secret"), limit=10_000):
        tx.delete(entry.key)


async def keep_and_delete(store: Store) -> None:
    for start in range(0, len(SECRETS), 10):
        await store.run(partial(write, part=SECRETS[start : start + 10]))
    await store.run(delete_secrets)


def readable(folder: Path) -> list[str]:
    data = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return [each for each in SECRETS if each.encode() in data]


async def test_what_is_erased_is_in_no_file(tmp_path: Path) -> None:
    async with opened(tmp_path / "store") as store:
        await keep_and_delete(store)
        assert readable(tmp_path), "deleting alone would do"
        others = await store.run(lambda tx: tx.query("", limit=10_000))
        await store.erase()
        assert readable(tmp_path) == []
        assert await store.run(lambda tx: tx.query("", limit=10_000)) == others
        await store.backup(tmp_path / "backup.db")
    assert readable(tmp_path) == []


async def test_without_room_to_erase_nothing_is_lost_and_it_can_be_tried_again(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "2m") as disk:
        async with opened(disk / "data") as store:
            await store.run(lambda tx: tx.put("large", {"filling": "x" * 700_000}))
            with pytest.raises(StoreUnavailable):
                await store.erase()
            resize(disk, "16m")
            await store.erase()
            assert await store.run(lambda tx: tx.get("large"))


async def test_a_closed_store_erases_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        pass
    with pytest.raises(StoreUnavailable):
        await store.erase()
