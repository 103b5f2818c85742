"""The file of the embedded store: opened by one process alone, recognised as ours, copied and checked."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from knowledge.store.contract import (
    BackupFailed,
    StoreError,
    StoreExists,
    StoreInUse,
    StoreMismatch,
    StoreUnavailable,
)
from knowledge.store.sqlite_storage import SCHEMA

FILE_NAME = "erfa.sqlite3"
APPLICATION_ID = 0x45524641  # "ERFA"
SCHEMA_VERSION = 1
PAGES_AT_A_TIME = 256  # of 4 KiB: writers wait for at most this much of a backup


def connect(folder: Path) -> sqlite3.Connection:
    """Open the store in the folder, made if need be, for this process alone; SQLite recovers it from any crash.

    Raises StoreInUse, StoreMismatch, StoreUnavailable.
    """
    _prepare(folder)
    return _opened(folder, _create)


def reconnect(folder: Path) -> sqlite3.Connection:
    """Open a store that was open before; one that has gone missing is never replaced by an empty one.

    Raises StoreInUse, StoreMismatch, StoreUnavailable.
    """
    if not _file(folder).exists():
        raise StoreUnavailable(f"The store in {folder} is gone.")
    return _opened(folder, lambda _: None)


def copy(connection: sqlite3.Connection, target: Path, between: Callable[[], None]) -> None:
    """Write what is committed to a new file of its own, in place only when whole and on disk.

    `between` is called every PAGES_AT_A_TIME and may write through the connection. Raises BackupFailed.
    """
    try:
        target = target.absolute()  # a relative name like ":memory:" or "file:…" means something else to SQLite
        if os.path.lexists(target):
            raise BackupFailed(f"{target} exists already; a backup never overwrites.")
        with _temporary(target.parent) as unfinished:
            _copy_pages(connection, unfinished, between)
            _sync(unfinished)
            unfinished.rename(target)
        _sync(target.parent)
    except (sqlite3.Error, OSError, ValueError) as error:
        raise BackupFailed(f"The backup to {str(target)!r} failed: {error}") from error


def rewrite(connection: sqlite3.Connection) -> None:
    """Leave nothing of what was deleted in the file or its log.

    Overwriting what is deleted (PRAGMA secure_delete) is not enough: moving rows between pages leaves copies behind.
    """
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def restore(backup: Path, folder: Path) -> None:
    """Make the backup the store of the folder, which must not hold one yet; all of it, or nothing.

    Raises StoreMismatch for what is not a whole backup of ours, StoreExists, StoreInUse, StoreUnavailable.
    """
    with closing(_open_backup(backup)) as source:
        _check(source, backup)
        _prepare(folder)
        file = _file(folder)
        with closing(_open(file)) as target:
            try:
                _lock(target, folder)
                if not _is_new(target):
                    raise StoreExists(f"{folder} already holds a store; restore to an empty folder.")
                target.execute("COMMIT")  # the lock stays until the connection is closed
                source.backup(target)  # one SQLite transaction: a crash leaves the file empty
            except sqlite3.Error as error:
                raise _explained(error, file) from error
    _sync(folder)


def _opened(folder: Path, fill: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    file = _file(folder)
    connection = _open(file)
    try:
        _lock(connection, folder)
        if _is_new(connection):
            fill(connection)
        _verify(connection, file)
        connection.execute("COMMIT")
        _make_durable(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise _explained(error, file) from error
        raise
    return connection


def _file(folder: Path) -> Path:
    return folder.absolute() / FILE_NAME


def _prepare(folder: Path) -> None:
    """Make folder and file, readable by their owner alone. A file that exists is not opened: closing frees its lock."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(_file(folder), os.O_CREAT | os.O_EXCL, 0o600))
    except (OSError, ValueError) as error:
        raise StoreUnavailable(f"The store's folder {str(folder)!r} cannot be used: {error}") from error


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=0, isolation_level=None)


def _lock(connection: sqlite3.Connection, folder: Path) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise StoreInUse(f"The store in {folder} is in use: another Erfa is running on it.") from error
        raise


def _is_new(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "application_id") == 0 and not _schema(connection)


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(SCHEMA)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _verify(connection: sqlite3.Connection, file: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreMismatch(f"{file} is not a store of Erfa's.")
    version = _pragma(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise StoreMismatch(f"{file} was written by a newer Erfa (schema {version}, known here {SCHEMA_VERSION}).")
    if version < 1 or _schema(connection) != [SCHEMA]:
        raise StoreMismatch(f"{file} does not hold what a store of Erfa's holds.")


def _check(connection: sqlite3.Connection, backup: Path) -> None:
    try:
        _verify(connection, backup)
        complaints = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    except sqlite3.Error as error:
        raise _explained(error, backup) from error
    if complaints != ["ok"]:
        raise StoreMismatch(f"{backup} is damaged: {complaints[0]}")


def _make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise StoreUnavailable("SQLite cannot keep a write-ahead log there; the folder must be on a local disk.")


def _open_backup(backup: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True, timeout=0, isolation_level=None)
    except (sqlite3.Error, ValueError) as error:
        raise StoreMismatch(f"The backup {str(backup)!r} cannot be read: {error}") from error


def _copy_pages(connection: sqlite3.Connection, file: Path, between: Callable[[], None]) -> None:
    with closing(_open(file)) as target:
        target.execute("PRAGMA journal_mode = OFF")  # until it is whole, nobody needs to recover it
        connection.backup(target, pages=PAGES_AT_A_TIME, progress=lambda *_: between())
        target.execute("PRAGMA journal_mode = DELETE")  # a file of its own, without a log beside it


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=".erfa-backup-", dir=folder)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for leftover in folder.glob(f"{Path(name).name}*"):
            leftover.unlink()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _schema(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT sql FROM sqlite_master")]


def _explained(error: sqlite3.Error, file: Path) -> StoreError:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return StoreMismatch(f"{file} is not a store of Erfa's, or is damaged: {error}")
    return StoreUnavailable(f"{file} cannot be used: {error}")
