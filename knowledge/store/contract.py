"""What every store engine promises. Everything Erfa remembers goes through `Store.run`.

Values are JSON objects. Keys are strings made by `keys.key`, ordered by their UTF-8 bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Value = Mapping[str, Any]


class Expect(Enum):
    """What a write demands of the key's present state."""

    ANY = "any"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored value: `etag` changes with each write of the key; `value` is the reader's own copy."""

    key: str
    value: dict[str, Any]
    etag: str


class StoreError(Exception):
    """The store could not do what was asked; nothing of the transaction was kept (but see OutcomeUnknown)."""


class Conflict(StoreError):
    """The key was not in the state the writer expected."""


class BadValue(StoreError):
    """The value is not JSON, too deep or too large."""


class BadKey(StoreError):
    """The key is empty, too long, or holds what `keys.key` would have encoded."""


class TransactionOver(StoreError):
    """The transaction was used after its work had returned."""


class StoreUnavailable(StoreError):
    """The store cannot be reached or written just now (full disk, lost database); try again later."""


class OutcomeUnknown(StoreUnavailable):
    """The disk or the connection failed in mid-commit: the writes may be there or not, whole. Read before retrying."""


class StoreInUse(StoreError):
    """Another process holds the embedded store."""


class StoreMismatch(StoreError):
    """What is there is not a store of ours, is damaged, or was written by a newer Erfa."""


class StoreExists(StoreError):
    """The place a backup is to be restored to already holds a store."""


class BackupFailed(StoreError):
    """The backup could not be made; nothing was left at its place."""


class Transaction(Protocol):
    """Reads and writes that happen as one unit, or not at all."""

    def get(self, key: str) -> Entry | None: ...

    def put(self, key: str, value: Value, expected: Expect | str = Expect.ANY) -> str:
        """Store `value` and return its new etag; `expected` is an etag, NEW or ANY. Raises Conflict, BadValue."""
        ...

    def delete(self, key: str, expected: str | None = None) -> bool:
        """Remove the key; says whether it was there. `expected` is an etag. Raises Conflict."""
        ...

    def query(self, prefix: str, after: str = "", limit: int = 100) -> list[Entry]:
        """The first `limit` entries in key order whose key begins with `prefix` and sorts after `after`."""
        ...

    def append(self, stream: str, value: Value) -> int:
        """Add to the end of a stream; returns its position there, from 1 without holes. Raises BadValue."""
        ...

    def scan(self, stream: str, after: int = 0, limit: int = 100) -> list[tuple[int, dict[str, Any]]]:
        """The first `limit` values of a stream at positions above `after`, in order."""
        ...

    def streams(self) -> list[str]:
        """The names of all streams, in order; to move a store, not to be asked at every turn."""
        ...


def meet(transaction: Transaction, key: str, expected: Expect | str) -> None:
    """Raises Conflict where the document is not as `expected`: any, a new one, or the one of that etag."""
    if expected is Expect.ANY:
        return
    present = transaction.get(key)
    etag = Expect.NEW if present is None else present.etag
    if etag != expected:
        raise Conflict(f"{key} was changed, made or removed by someone else.")


class Store(Protocol):
    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` as one serialisable transaction; its writes are durable when this returns.

        `work` must be a plain function without effects outside the transaction: it may run again, and runs
        off the event loop. An exception it raises undoes its writes and reaches the caller.
        Raises StoreUnavailable.
        """
        ...

    async def erase(self) -> None:
        """See to it that what was deleted cannot be read in the store's files either. Raises StoreUnavailable."""
        ...

    async def close(self) -> None: ...
