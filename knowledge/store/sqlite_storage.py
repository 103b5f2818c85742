"""TinyDB over one SQLite table of JSON documents: its API and query language, without the whole-file rewrite.

Only TinyDB's extension points are used: `Storage`, `TinyDB.table_class`, `Table` and its class variables.
"""

import json
import sqlite3
from collections.abc import Callable, ItemsView, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from itertools import takewhile
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from knowledge.store.values import encode

SCHEMA = (
    "CREATE TABLE documents (collection TEXT NOT NULL, key TEXT NOT NULL CHECK (key <> ''), body TEXT NOT NULL, "
    "PRIMARY KEY (collection, key)) WITHOUT ROWID"
)

POSITION_DIGITS = 16
PAGE = 256

Fields = dict[str, Any]


def as_id(key: str) -> int:
    """Pass a key where TinyDB annotates ids as int, whatever `document_id_class` says."""
    return cast(int, key)


class Rows(MutableMapping[str, Fields]):
    """The documents of one collection, by key in byte order. Every look is a query: nothing is held in memory."""

    def __init__(self, connection: sqlite3.Connection, collection: str) -> None:
        self._connection = connection
        self._collection = collection

    def __getitem__(self, key: str) -> Fields:
        return _decode(self._body(key))

    def __setitem__(self, key: str, document: Mapping[str, Any]) -> None:
        self._write(key, encode(document))

    def __delitem__(self, key: str) -> None:
        deleted = self._connection.execute(
            "DELETE FROM documents WHERE collection = ? AND key = ?", (self._collection, key)
        )
        if not deleted.rowcount:
            raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM documents WHERE collection = ? AND key = ?", (self._collection, key)
        )
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._bodies())

    def __len__(self) -> int:
        counted = self._connection.execute("SELECT count(*) FROM documents WHERE collection = ?", (self._collection,))
        return cast(int, counted.fetchone()[0])

    def items(self) -> ItemsView[str, Fields]:
        return _Items(self)

    def clear(self) -> None:
        self._connection.execute("DELETE FROM documents WHERE collection = ?", (self._collection,))

    def documents(self) -> Iterator[tuple[str, Fields]]:
        """Go through all, a page at a time: no cursor stays open while the caller writes."""
        return ((key, _decode(body)) for key, body in self._bodies())

    def page(self, prefix: str, after: str, limit: int) -> list[tuple[str, Fields]]:
        """Give the first `limit` documents whose key begins with `prefix` and sorts after `after`."""
        return [(key, _decode(body)) for key, body in self._page(prefix, after, limit)]

    def last_position(self) -> int:
        """Give the highest key that is a position, 0 where there is none."""
        last = self._connection.execute(
            "SELECT key FROM documents WHERE collection = ? AND key GLOB ? ORDER BY key DESC LIMIT 1",
            (self._collection, "[0-9]" * POSITION_DIGITS),
        ).fetchone()
        return int(last[0]) if last else 0

    def _body(self, key: str) -> str:
        row = self._connection.execute(
            "SELECT body FROM documents WHERE collection = ? AND key = ?", (self._collection, key)
        ).fetchone()
        if row is None:
            raise KeyError(key)
        return cast(str, row[0])

    def _write(self, key: str, body: str) -> None:
        self._connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
            (self._collection, key, body),
        )

    def _bodies(self) -> Iterator[tuple[str, str]]:
        after = ""
        while page := self._page("", after, PAGE):
            yield from page
            after = page[-1][0]

    def _page(self, prefix: str, after: str, limit: int) -> list[tuple[str, str]]:
        just_after = after + "\0"
        rows = self._connection.execute(
            "SELECT key, body FROM documents WHERE collection = ? AND key >= ? ORDER BY key LIMIT ?",
            (self._collection, max(prefix, just_after), max(limit, 0)),
        )
        return list(takewhile(lambda row: row[0].startswith(prefix), rows))


class _Items(ItemsView[str, Fields]):
    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[str, Fields]]:
        return self._rows.documents()


class _EditedRows(Rows):
    """What an updater works on. A document it changes in place is written when it turns to another one."""

    _held: tuple[str, str, Fields] | None = None

    def __getitem__(self, key: str) -> Fields:
        if self._held is None or self._held[0] != key:
            self.settle()
            body = self._body(key)
            self._held = key, body, _decode(body)
        return self._held[2]

    def __setitem__(self, key: str, document: Mapping[str, Any]) -> None:
        self._drop(key)
        super().__setitem__(key, document)

    def __delitem__(self, key: str) -> None:
        self._drop(key)
        super().__delitem__(key)

    def clear(self) -> None:
        self._held = None
        super().clear()

    def settle(self) -> None:
        """Write the document last looked at, if it was changed."""
        if self._held is None:
            return
        key, body, document = self._held
        if (changed := encode(document)) != body:
            self._write(key, changed)
        self._held = None

    def _drop(self, key: str) -> None:
        if self._held is not None and self._held[0] == key:
            self._held = None


class Collections(MutableMapping[str, Rows]):
    """All collections. One without documents is empty rather than missing; changes are made at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, name: str) -> Rows:
        return Rows(self._connection, name)

    def __setitem__(self, name: str, documents: Mapping[Any, Mapping[str, Any]]) -> None:
        rows = self[name]
        rows.clear()
        for key, document in documents.items():
            rows[str(key)] = dict(document)

    def __delitem__(self, name: str) -> None:
        self[name].clear()

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self[name].page("", "", 1))

    def __iter__(self) -> Iterator[str]:
        names = self._connection.execute("SELECT DISTINCT collection FROM documents").fetchall()
        return (name for (name,) in names)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class SqliteStorage(Storage):
    """A TinyDB storage whose documents stay in SQLite; the connection, in autocommit mode, is closed with it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def read(self) -> Any:
        """Give a live view, never a copy; TinyDB annotates dicts but asks only for mappings."""
        return Collections(self.connection)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make `data` all there is, as TinyDB demands; a live view is written already."""
        if isinstance(data, Collections):
            return
        everything = {name: dict(documents.items()) for name, documents in data.items()}  # it may hold live views
        collections = Collections(self.connection)
        with self.atomic():
            self.connection.execute("DELETE FROM documents")
            for name, documents in everything.items():
                collections[name] = documents

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Keep all that is written inside, or nothing of it."""
        self.connection.execute("SAVEPOINT tinydb")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO tinydb")
                self.connection.execute("RELEASE tinydb")
            raise
        self.connection.execute("RELEASE tinydb")


class KeyedTable(Table):
    """A TinyDB table whose ids are texts and whose updates write only what they change."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB infers type[int] from its default

    def __init__(self, storage: SqliteStorage, name: str) -> None:
        # No query cache: a transaction that is undone would leave it telling of what never was.
        super().__init__(storage, name, cache_size=0)
        self._sqlite = storage

    def query(self, prefix: str = "", after: str = "", limit: int = 100) -> list[Document]:
        """Give the first `limit` documents whose id begins with `prefix` and sorts after `after`, by their ids."""
        found = Rows(self._sqlite.connection, self.name).page(prefix, after, limit)
        return [self.document_class(document, as_id(key)) for key, document in found]

    def replace(self, key: str, document: Mapping[str, Any]) -> None:
        """Store the document whether its id is taken or not; `upsert` would read the old one to merge the two."""
        self._update_table(lambda rows: rows.update({key: document}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._sqlite.atomic():
            rows = _EditedRows(self._sqlite.connection, self.name)
            updater(rows)
            rows.settle()

    def _get_next_id(self) -> str:
        return position_id(Rows(self._sqlite.connection, self.name).last_position() + 1)


class Documents(TinyDB):
    """A TinyDB of keyed tables on an SQLite connection in autocommit mode."""

    table_class: type[Table] = KeyedTable

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, storage=SqliteStorage)

    def table(self, name: str, **options: Any) -> KeyedTable:
        return cast(KeyedTable, super().table(name, **options))


def position_id(position: int) -> str:
    """Give the id a document gets when it is inserted without one: its position, from 1, sorting as numbers do."""
    return f"{position:0{POSITION_DIGITS}d}"


def _decode(body: str) -> Fields:
    return cast(Fields, json.loads(body))
