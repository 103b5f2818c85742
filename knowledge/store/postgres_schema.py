"""What Erfa keeps in PostgreSQL: three tables, made and changed by numbered migrations."""

from collections.abc import Sequence
from typing import Any, LiteralString

from psycopg import Connection

from knowledge.store.contract import StoreMismatch

LOCK = 0x45524641  # "ERFA": held by whoever migrates

TABLES: tuple[LiteralString, ...] = ("erfa_documents", "erfa_streams", "erfa_entries")

# Never changed once released. While replicas are replaced one by one, those of the version before work on it, too.
MIGRATIONS: tuple[LiteralString, ...] = (
    """
    CREATE TABLE erfa_documents (
        key text COLLATE "C" PRIMARY KEY,
        etag text NOT NULL,
        value text NOT NULL
    );
    CREATE TABLE erfa_streams (
        stream text COLLATE "C" PRIMARY KEY,
        last bigint NOT NULL
    );
    CREATE TABLE erfa_entries (
        stream text COLLATE "C" NOT NULL,
        position bigint NOT NULL,
        value text NOT NULL,
        PRIMARY KEY (stream, position)
    );
    """,
)


def migrate(connection: Connection, migrations: Sequence[LiteralString] = MIGRATIONS) -> None:
    """Bring the tables up to date, one replica at a time, all or nothing. Raises StoreMismatch.

    `connection` is in autocommit mode.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        _check_encoding(connection)
        version = _version(connection)
        if version > len(migrations):
            raise StoreMismatch(
                f"The database was used by a newer Erfa (schema {version}, known here {len(migrations)})."
            )
        for migration in migrations[version:]:
            connection.execute(migration)
        connection.execute("UPDATE erfa_schema SET version = %s", (len(migrations),))


def _check_encoding(connection: Connection) -> None:
    encoding = _one(connection, "SELECT current_setting('server_encoding')")
    if encoding != "UTF8":
        raise StoreMismatch(f"The database is in {encoding}; Erfa needs one made with ENCODING 'UTF8'.")


def _version(connection: Connection) -> int:
    """The number of migrations done so far; the table that tells it is made before the first."""
    if _one(connection, "SELECT to_regclass('erfa_schema')::text") is None:
        connection.execute("CREATE TABLE erfa_schema (version integer NOT NULL)")
        connection.execute("INSERT INTO erfa_schema VALUES (0)")
    return int(_one(connection, "SELECT version FROM erfa_schema"))


def _one(connection: Connection, query: LiteralString) -> Any:
    [(found,)] = connection.execute(query).fetchall()
    return found
