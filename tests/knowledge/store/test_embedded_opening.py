import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.store.contract import StoreInUse, StoreMismatch, StoreUnavailable
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.sqlite_file import APPLICATION_ID, FILE_NAME, SCHEMA_VERSION
from knowledge.store.sqlite_storage import SCHEMA
from tests.knowledge.store.conftest import mode_of, names_in, opened
from tests.patience import SECONDS


def other_process(folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.knowledge.store.writer", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)


def database(folder: Path, *statements: str) -> bytes:
    """Put a database there that is not quite ours."""
    connection = sqlite3.connect(folder / FILE_NAME)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return (folder / FILE_NAME).read_bytes()


async def test_folder_and_files_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    async with opened(folder) as store:
        await store.run(lambda tx: tx.put("a", {}))
        assert mode_of(folder) == 0o700
        assert {mode_of(folder / name) for name in names_in(folder)} == {0o600}


async def test_a_second_process_is_refused_by_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(StoreInUse):  # nor may this process; and being refused must not free the lock
            await EmbeddedStore.open(tmp_path)
        refused = await asyncio.to_thread(other_process, tmp_path)
        assert refused.returncode == 1
        assert refused.stderr == f"The store in {tmp_path} is in use: another Erfa is running on it.\n"
        await store.run(lambda tx: tx.put("a", {}))


async def test_it_is_free_once_the_other_process_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.knowledge.store.writer", str(tmp_path)]
    other = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert await other.stdout.readline()
    with pytest.raises(StoreInUse):
        await EmbeddedStore.open(tmp_path)
    other.kill()
    await other.communicate()
    async with opened(tmp_path) as store:
        assert await store.run(lambda tx: tx.query("none")) == []


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    text = b"Minnesanteckningar, inte en databas. " * 100
    (tmp_path / FILE_NAME).write_bytes(text)
    with pytest.raises(StoreMismatch, match="is not a store of Erfa's"):
        await EmbeddedStore.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == text


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (["CREATE TABLE bookmarks (url)"], "is not a store of Erfa's"),
        (["PRAGMA application_id = 1"], "is not a store of Erfa's"),
        ([SCHEMA, f"PRAGMA application_id = {APPLICATION_ID}"], "does not hold"),
        (
            [SCHEMA, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA_VERSION + 1}"],
            "written by a newer Erfa",
        ),
        (
            ["CREATE TABLE documents (key)", f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 1"],
            "does not hold",
        ),
    ],
)
async def test_a_database_that_is_not_ours_is_left_alone(tmp_path: Path, statements: list[str], why: str) -> None:
    before = database(tmp_path, *statements)
    with pytest.raises(StoreMismatch, match=why):
        await EmbeddedStore.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert names_in(tmp_path) == [FILE_NAME]


async def test_a_file_left_empty_by_a_crash_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    async with opened(tmp_path) as store:
        assert await store.run(lambda tx: tx.query("none")) == []


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "file/below"])
async def test_a_folder_that_cannot_be_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        await EmbeddedStore.open(tmp_path / name)


@pytest.mark.parametrize("name", ["a b", "file:a?mode=memory", "%41#?&", ":memory:", "å\n🎈", "'\";--"])
async def test_a_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    for expected in (0, 1):
        async with opened(Path(name)) as store:
            assert len(await store.run(lambda tx: tx.query(""))) == expected
            await store.run(lambda tx: tx.put("a", {}))
    assert (tmp_path / name / FILE_NAME).is_file()


def test_its_callers_may_leave_without_a_word(tmp_path: Path) -> None:
    """An event loop closed before its answer came harms nobody in the next one."""

    async def leave() -> EmbeddedStore:
        store = await EmbeddedStore.open(tmp_path)
        for _ in range(50):
            asyncio.get_running_loop().create_task(store.run(lambda tx: tx.append("s", {})))
        await asyncio.sleep(0)
        return store

    async def return_to(store: EmbeddedStore) -> int:
        count = len(await store.run(lambda tx: tx.scan("s")))
        await store.close()
        return count

    assert asyncio.run(return_to(asyncio.run(leave()))) == 50


async def test_closing_finishes_what_waits(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    waiting = [asyncio.create_task(store.run(lambda tx: tx.append("s", {}))) for _ in range(1000)]
    await asyncio.sleep(0)
    await store.close()
    assert sorted(await asyncio.gather(*waiting)) == list(range(1, 1001))


async def test_what_is_refused_while_closing_is_not_done_either(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    waiting = [asyncio.create_task(store.run(lambda tx: tx.append("s", {}))) for _ in range(1000)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0)
    for _ in range(100):
        with pytest.raises(StoreUnavailable):
            await store.run(lambda tx: tx.put("refused", {}))
    await asyncio.gather(closing, *waiting)
    async with opened(tmp_path) as again:
        assert await again.run(lambda tx: tx.get("refused")) is None
