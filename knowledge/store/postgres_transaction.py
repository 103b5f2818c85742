"""The contract's Transaction as statements to PostgreSQL. Keys are compared by their bytes (COLLATE "C")."""

import json
import secrets
from typing import Any, LiteralString

from psycopg import Connection, Cursor

from knowledge.store.contract import Entry, Expect, TransactionOver, Value, meet
from knowledge.store.keys import checked, end_of
from knowledge.store.values import clean, encode

BELOW: LiteralString = "SELECT key, etag, value FROM erfa_documents WHERE key >= %s AND key > %s"
IN_ORDER: LiteralString = "ORDER BY key LIMIT %s"

Row = tuple[Any, ...]


class PostgresTransaction:
    """Values are kept as the text of their JSON: `jsonb` would not tell 1e22 from an integer.

    Only what answers something waits for the server; all else is sent along with the next that does.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection: Connection | None = connection
        self.wrote = False

    def get(self, key: str) -> Entry | None:
        found = self._do("SELECT key, etag, value FROM erfa_documents WHERE key = %s", checked(key)).fetchone()
        return None if found is None else _entry(found)

    def put(self, key: str, value: Value, expected: Expect | str = Expect.ANY) -> str:
        body = encode(clean(value))
        meet(self, key, expected)
        self.wrote = True
        etag = secrets.token_urlsafe(12)
        self._do(
            "INSERT INTO erfa_documents (key, etag, value) VALUES (%s, %s, %s)"
            " ON CONFLICT (key) DO UPDATE SET etag = excluded.etag, value = excluded.value",
            *(checked(key), etag, body),
        )
        return etag

    def delete(self, key: str, expected: str | None = None) -> bool:
        meet(self, key, Expect.ANY if expected is None else expected)
        self.wrote = True
        return self._do("DELETE FROM erfa_documents WHERE key = %s RETURNING key", checked(key)).fetchone() is not None

    def query(self, prefix: str, after: str = "", limit: int = 100) -> list[Entry]:
        for bound in filter(None, (prefix, after)):
            checked(bound)
        # With an upper bound neither the search nor its lock goes further than it must.
        if end := end_of(prefix):
            rows = self._do(f"{BELOW} AND key < %s {IN_ORDER}", prefix, after, end, max(limit, 0))
        else:
            rows = self._do(f"{BELOW} {IN_ORDER}", prefix, after, max(limit, 0))
        return [_entry(row) for row in rows.fetchall()]

    def append(self, stream: str, value: Value) -> int:
        body = encode(clean(value))
        self.wrote = True
        # The row of the stream is locked until the commit: a position is never seen before a lower one.
        [(position,)] = self._do(
            "INSERT INTO erfa_streams AS head (stream, last) VALUES (%s, 1)"
            " ON CONFLICT (stream) DO UPDATE SET last = head.last + 1 RETURNING last",
            checked(stream),
        ).fetchall()
        self._do("INSERT INTO erfa_entries (stream, position, value) VALUES (%s, %s, %s)", stream, position, body)
        return int(position)

    def scan(self, stream: str, after: int = 0, limit: int = 100) -> list[tuple[int, dict[str, Any]]]:
        rows = self._do(
            "SELECT position, value FROM erfa_entries WHERE stream = %s AND position > %s ORDER BY position LIMIT %s",
            *(checked(stream), after, max(limit, 0)),
        )
        return [(position, json.loads(body)) for position, body in rows.fetchall()]

    def streams(self) -> list[str]:
        return [name for (name,) in self._do("SELECT stream FROM erfa_streams ORDER BY stream").fetchall()]

    def end(self) -> None:
        """Refuse all further use."""
        self._connection = None

    def _do(self, statement: LiteralString, *values: object) -> Cursor[Row]:
        if self._connection is None:
            raise TransactionOver("A transaction is used only by its own work, while that runs.")
        return self._connection.execute(statement, values)


def _entry(row: Row) -> Entry:
    key, etag, body = row
    return Entry(key, json.loads(body), etag)
