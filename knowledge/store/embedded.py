"""The embedded store: one SQLite connection, owned by one thread, which commits for all who wait at once."""

import asyncio
import secrets
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar, cast

from tinydb.table import Document

from knowledge.store import sqlite_file
from knowledge.store.contract import (
    BackupFailed,
    Entry,
    Expect,
    OutcomeUnknown,
    StoreUnavailable,
    Transaction,
    TransactionOver,
    Value,
    meet,
)
from knowledge.store.keys import checked
from knowledge.store.sqlite_file import restore
from knowledge.store.sqlite_storage import Documents, KeyedTable, as_id, position_id
from knowledge.store.values import clean

__all__ = ["EmbeddedStore", "restore"]

T = TypeVar("T")

_STREAM = "stream/"  # begins the name of the table of each

GROUP = 256  # works that share one commit at most


class EmbeddedTransaction:
    """The contract's Transaction over TinyDB tables; a stream is a table of its own, its ids positions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._database: Documents | None = Documents(connection)
        self.wrote = False

    def get(self, key: str) -> Entry | None:
        document = self._documents().get(doc_id=as_id(checked(key)))
        return None if document is None else _entry(document)

    def put(self, key: str, value: Value, expected: Expect | str = Expect.ANY) -> str:
        cleaned = clean(value)
        meet(self, key, expected)
        self.wrote = True
        # Random, since a counter would be handed out anew after a rollback or on a restored backup.
        etag = secrets.token_urlsafe(12)
        self._documents().replace(checked(key), {"etag": etag, "value": cleaned})
        return etag

    def delete(self, key: str, expected: str | None = None) -> bool:
        meet(self, key, Expect.ANY if expected is None else expected)
        self.wrote = True
        return bool(self._documents().remove(doc_ids=[as_id(checked(key))]))

    def query(self, prefix: str, after: str = "", limit: int = 100) -> list[Entry]:
        for bound in filter(None, (prefix, after)):
            checked(bound)
        return [_entry(document) for document in self._documents().query(prefix, after, limit)]

    def append(self, stream: str, value: Value) -> int:
        cleaned = clean(value)
        self.wrote = True
        return int(self._stream(stream).insert(cleaned))

    def scan(self, stream: str, after: int = 0, limit: int = 100) -> list[tuple[int, dict[str, Any]]]:
        found = self._stream(stream).query(after=position_id(after), limit=limit)
        return [(int(document.doc_id), dict(document)) for document in found]

    def streams(self) -> list[str]:
        names = self._open().tables()
        return sorted(name.removeprefix(_STREAM) for name in names if name.startswith(_STREAM))

    def end(self) -> None:
        """Refuse all further use."""
        self._database = None

    def _documents(self) -> KeyedTable:
        return self._table("documents")

    def _stream(self, stream: str) -> KeyedTable:
        return self._table(f"{_STREAM}{checked(stream)}")

    def _table(self, name: str) -> KeyedTable:
        return self._open().table(name)

    def _open(self) -> Documents:
        if self._database is None:
            raise TransactionOver("A transaction is used only by its own work, while that runs.")
        return self._database


def _entry(document: Document) -> Entry:
    return Entry(str(document.doc_id), document["value"], document["etag"])


@dataclass(eq=False)
class _Job(Generic[T]):
    work: Callable[[Transaction], T]
    done: asyncio.Future[None]
    value: T | None = None
    error: BaseException | None = None
    wrote: bool = False

    def perform(self, connection: sqlite3.Connection) -> None:
        """Run the work so that what it raises undoes its writes alone; an error of SQLite's is the whole group's."""
        transaction = EmbeddedTransaction(connection)
        self.value = self.error = None
        connection.execute("SAVEPOINT work")
        try:
            self.value = self.work(transaction)
        except sqlite3.Error:
            raise
        except BaseException as error:
            self.error = error
            connection.execute("ROLLBACK TO work")
        finally:
            self.wrote = transaction.wrote
            transaction.end()
        connection.execute("RELEASE work")


class EmbeddedStore:
    """The contract's Store in a folder on a local disk, for one process. Made by `open`."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, thread: ThreadPoolExecutor) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = connection
        self._thread = thread
        self._waiting: SimpleQueue[_Job[Any]] = SimpleQueue()
        self._closed = False

    @classmethod
    async def open(cls, folder: Path) -> "EmbeddedStore":
        """Open the store in the folder, made with mode 0700 if need be.

        Raises StoreInUse, StoreMismatch, StoreUnavailable.
        """
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        opening = thread.submit(sqlite_file.connect, folder)
        try:
            return cls(folder, await asyncio.wrap_future(opening), thread)
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def run(self, work: Callable[[Transaction], T]) -> T:
        self._refuse_if_closed()
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._waiting.put(job)
        self._thread.submit(self._serve)  # finds nothing where an earlier one took this job along
        await job.done
        if job.error is not None:
            raise job.error
        return cast(T, job.value)

    async def backup(self, target: Path) -> None:
        """Write all that is committed to a new file with mode 0600, while work goes on.

        Raises BackupFailed, StoreUnavailable.
        """
        self._refuse_if_closed()
        await asyncio.wrap_future(self._thread.submit(self._back_up, target))

    async def erase(self) -> None:
        """Write the file anew, of what is still there: 0.15 s for 10,000 documents, for which writers wait.

        Deleting alone leaves the bytes in the file and in its log, and so in backups. Raises StoreUnavailable.
        """
        self._refuse_if_closed()
        await asyncio.wrap_future(self._thread.submit(self._rewrite))

    async def close(self) -> None:
        """Finish what waits, then give the store free. May be called twice."""
        if not self._closed:
            self._closed = True
            closing = self._thread.submit(self._disconnect)
            self._thread.shutdown(wait=False)
            await asyncio.shield(asyncio.wrap_future(closing))

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise StoreUnavailable("The store is closed.")

    # From here on everything runs in the store's own thread.

    def _serve(self) -> None:
        group = self._take()
        while group:
            group = self._settle(group)

    def _take(self) -> list[_Job[Any]]:
        group: list[_Job[Any]] = []
        with suppress(Empty):
            while len(group) < GROUP:
                group.append(self._waiting.get_nowait())
        return group

    def _settle(self, group: list[_Job[Any]]) -> list[_Job[Any]]:
        """Answer the group; where it failed only those who wrote, and give back the rest to run again."""
        try:
            self._commit(group)
        except Exception as error:  # whatever it was: nobody may wait for ever
            self._recover(error)
            return _fail(group, error)
        _answer(group)
        return []

    def _commit(self, group: list[_Job[Any]]) -> None:
        connection = self._connected()
        connection.execute("BEGIN IMMEDIATE")
        for job in group:
            job.perform(connection)
        try:
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            if _is_full(error):
                raise
            raise OutcomeUnknown(f"The store's disk failed in mid-commit: {error}") from error

    def _recover(self, error: Exception) -> None:
        """Undo the group. After all but a full disk never go on or retry: close, and let SQLite recover the file."""
        if self._connection is not None and _is_full(error):
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:  # SQLite may have rolled back by itself
                    self._connection.execute("ROLLBACK")
                return
        self._disconnect()

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite_file.reconnect(self._folder)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _rewrite(self) -> None:
        try:
            sqlite_file.rewrite(self._connected())
        except sqlite3.Error as error:
            self._recover(error)
            raise _explained(error) from error

    def _back_up(self, target: Path) -> None:
        connection = self._connected()

        def between() -> None:
            self._serve()
            if self._connection is not connection:
                raise BackupFailed("The store's disk failed while the backup was made.")

        sqlite_file.copy(connection, target, between)


def _answer(group: list[_Job[Any]]) -> None:
    """Wake each event loop once for all of its callers: woken one by one they would come back one by one."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Job[Any]]] = {}
    for job in group:
        by_loop.setdefault(job.done.get_loop(), []).append(job)
    for loop, jobs in by_loop.items():
        with suppress(RuntimeError):  # the loop is closed, its callers are gone
            loop.call_soon_threadsafe(_resolve, jobs)


def _resolve(jobs: list[_Job[Any]]) -> None:
    for job in jobs:
        if not job.done.done():  # its caller may have been cancelled
            job.done.set_result(None)


def _fail(group: list[_Job[Any]], error: Exception) -> list[_Job[Any]]:
    """Tell those who wrote; those who only read may have seen writes that were undone, so they run again."""
    readers = [job for job in group if not job.wrote]
    failed = [job for job in group if job.wrote] or readers
    for job in failed:
        job.error = _explained(error)
    _answer(failed)
    return [] if failed is readers else readers


def _explained(error: Exception) -> StoreUnavailable:
    kind = OutcomeUnknown if isinstance(error, OutcomeUnknown) else StoreUnavailable
    explained = kind(f"The store cannot be used just now: {error}")
    explained.__cause__ = error
    return explained


def _is_full(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
