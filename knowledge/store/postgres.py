"""The store in PostgreSQL, for several machines: serialisable transactions, run again where they met another's."""

import asyncio
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, LiteralString, TypeVar, cast

import psycopg
import structlog
from psycopg import Connection, IsolationLevel, errors
from psycopg_pool import ConnectionPool

from knowledge.store.contract import OutcomeUnknown, StoreUnavailable, Transaction
from knowledge.store.postgres_schema import TABLES, migrate
from knowledge.store.postgres_transaction import PostgresTransaction

T = TypeVar("T")
Work = Callable[[Transaction], T]

CONNECTIONS = 4
PATIENCE = 8.0  # seconds that a caller waits at most for a connection, and for others to be out of the way
FIRST_PAUSE, LONGEST_PAUSE = 0.002, 0.25  # seconds between two tries, at most
RECONNECT = 2.0  # seconds for which the pool tries by itself; then the next caller makes it try
POLITE = 5  # tries beside others; the next ones are made alone
# The last is what is left to be seen when a work has caught one of the others.
IN_THE_WAY = (errors.SerializationFailure, errors.DeadlockDetected, errors.PipelineAborted)

CONNECTING: dict[str, Any] = {
    "application_name": "erfa",
    "client_encoding": "utf8",
    "connect_timeout": 3,
    # A machine that is gone says nothing: it is not waited for longer than this.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
}
SESSION = (
    # Whatever the database is set to: what is acknowledged is on disk.
    "SET synchronous_commit = on",
    # A replica that stands still in mid-transaction holds up the others no longer than this.
    "SET idle_in_transaction_session_timeout = '5s'",
    "SET statement_timeout = '8s'",
    # What a statement looks through is locked for SERIALIZABLE: a part of the index rather than all there is.
    "SET enable_seqscan = off",
    "SET enable_bitmapscan = off",
)

# Unlike a SELECT these take no snapshot before they hold the lock, and who waits for it is let by before later comers.
TOGETHER: LiteralString = "LOCK TABLE erfa_schema IN ACCESS SHARE MODE"
ALONE: LiteralString = "LOCK TABLE erfa_schema IN ACCESS EXCLUSIVE MODE"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Outcome(Generic[T]):
    value: T | None = None
    error: BaseException | None = None


class _Again(Exception):
    """Nothing was kept, and the next try may do better."""


class PostgresStore:
    """The contract's Store in a database, for any number of processes. Made by `open`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            kwargs=CONNECTING,
            configure=_configure,
            min_size=1,
            max_size=CONNECTIONS,
            reconnect_timeout=RECONNECT,
            open=False,
        )
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="store")
        self._migrated = False
        self._closed = False

    @classmethod
    async def open(cls, url: str) -> "PostgresStore":
        """Open the store; its tables are made if need be. Raises StoreMismatch.

        That the database is away stands in the way of those who use the store, not of opening it.
        """
        store = cls(url)
        try:
            await store.run(lambda _: None)
        except StoreUnavailable as error:
            log.warning("store_away", cause=str(error))
        except BaseException:
            await store.close()
            raise
        return store

    async def run(self, work: Callable[[Transaction], T]) -> T:
        outcome = await self._in_thread(self._settle, work, time.monotonic() + PATIENCE)
        if outcome.error is not None:
            raise outcome.error
        return cast(T, outcome.value)

    async def erase(self) -> None:
        """Write the tables anew, of what is still there, for which readers and writers wait. Raises StoreUnavailable.

        What the database keeps beside them, its log and what is archived of that, is beyond reach from here.
        """
        await self._in_thread(self._rewrite)

    async def close(self) -> None:
        """Finish what waits, then let the connections go. May be called twice."""
        self._closed = True
        await asyncio.to_thread(self._threads.shutdown)
        await asyncio.to_thread(self._pool.close)

    async def _in_thread(self, do: Callable[..., T], *given: object) -> T:
        if self._closed:
            raise StoreUnavailable("The store is closed.")
        return await asyncio.get_running_loop().run_in_executor(self._threads, do, *given)

    # From here on everything runs in one of the store's threads.

    def _settle(self, work: Work[Any], until: float) -> _Outcome[Any]:
        """Run the work until it is through, or its caller has waited long enough."""
        tries, pause = 0, FIRST_PAUSE
        while True:
            try:
                self._migrate()
                with self._pool.connection(max(until - time.monotonic(), FIRST_PAUSE)) as connection:
                    return _transact(connection, work, TOGETHER if tries < POLITE else ALONE)
            except _Again as error:
                if time.monotonic() + pause > until:
                    return _Outcome(error=_unavailable(error.__cause__))
            except Exception as error:
                return _Outcome(error=_explained(error))
            time.sleep(random.uniform(0, pause))  # noqa: S311 – to meet the others no more
            tries, pause = tries + 1, min(2 * pause, LONGEST_PAUSE)

    def _migrate(self) -> None:
        """Once, by whoever first finds the database there."""
        if not self._migrated:
            with self._alone() as connection:
                migrate(connection)
            self._pool.open()
            self._migrated = True

    def _rewrite(self) -> None:
        """Plain VACUUM leaves the bytes in the pages until something else is written over them."""
        try:
            with self._alone() as connection:
                for table in TABLES:
                    connection.execute(f"VACUUM (FULL, ANALYZE) {table}")
        except psycopg.Error as error:
            raise _unavailable(error) from error

    def _alone(self) -> Connection:
        """A connection for what is no transaction of the contract's, and may take long."""
        connection = psycopg.connect(self._url, autocommit=True, **CONNECTING)
        connection.isolation_level = IsolationLevel.READ_COMMITTED
        return connection


def _configure(connection: Connection) -> None:
    connection.autocommit = True
    for setting in SESSION:
        connection.execute(setting)
    connection.autocommit = False
    connection.isolation_level = IsolationLevel.SERIALIZABLE


def _transact(connection: Connection, work: Work[T], lock: LiteralString) -> _Outcome[T]:
    """Run the work and commit, or undo what it wrote and raise what it raised. Raises _Again, StoreUnavailable."""
    transaction, committing = PostgresTransaction(connection), False
    try:
        with connection.pipeline():
            connection.execute(lock)
            outcome = _undone_if_failed(connection, transaction, work)
            committing = transaction.wrote
            connection.commit()
    except IN_THE_WAY as error:
        raise _Again from error
    except psycopg.Error as error:
        if not connection.closed:
            raise
        if committing:
            raise OutcomeUnknown(f"The connection to the database was lost in mid-commit: {error}") from error
        raise _Again from error
    return outcome


def _undone_if_failed(connection: Connection, transaction: PostgresTransaction, work: Work[T]) -> _Outcome[T]:
    """What it came to, to be believed after the commit alone: what was read before may not hold together."""
    connection.execute("SAVEPOINT work")
    try:
        return _Outcome(work(transaction))
    except psycopg.Error:
        raise
    except BaseException as error:
        connection.execute("ROLLBACK TO work")
        return _Outcome(error=error)
    finally:
        transaction.end()


def _explained(error: Exception) -> Exception:
    return _unavailable(error) if isinstance(error, psycopg.Error) else error


def _unavailable(error: BaseException | None) -> StoreUnavailable:
    explained = StoreUnavailable(f"The store cannot be used just now: {error}")
    explained.__cause__ = error
    return explained
