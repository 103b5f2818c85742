"""TinyDB's own API on SQLite, as its documentation describes it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from tinydb import where
from tinydb.operations import increment
from tinydb.table import Document

from knowledge.store.sqlite_storage import SCHEMA, Documents, KeyedTable, as_id

FALL = [
    {"name": "Torsboda", "municipality": ["Sundsvall", "Timrå"], "year": 2022},
    {"name": "Ludvika", "municipality": ["Ludvika"], "year": 2023},
    {"name": "Borlänge", "municipality": ["Borlänge"], "year": 2022},
]


@pytest.fixture
def database() -> Iterator[Documents]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(SCHEMA)
    with Documents(connection) as opened:
        yield opened


@pytest.fixture
def table(database: Documents) -> KeyedTable:
    return database.table("fall")


def connection_of(table: KeyedTable) -> sqlite3.Connection:
    storage: Any = table.storage
    connection = storage.connection
    assert isinstance(connection, sqlite3.Connection)
    return connection


def names(documents: list[Document]) -> list[str]:
    return [document["name"] for document in documents]


def keyed(key: str, **fields: Any) -> Document:
    return Document(fields, as_id(key))


def test_documents_without_an_id_get_the_next_position(table: KeyedTable) -> None:
    assert [str(table.insert(fall)) for fall in FALL] == [f"{n:016}" for n in (1, 2, 3)]
    table.insert(keyed("named", name="Named"))
    table.remove(doc_ids=[as_id("0000000000000002")])
    ids = table.insert_multiple([FALL[1], keyed("other", name="Other"), FALL[2]])
    assert list(map(str, ids)) == ["0000000000000004", "other", "0000000000000005"]


def test_the_query_language_works(table: KeyedTable) -> None:
    table.insert_multiple(FALL)
    assert names(table.search(where("year") == 2022)) == ["Torsboda", "Borlänge"]
    assert names(table.search((where("year") > 2022) | where("municipality").any(["Timrå"]))) == ["Torsboda", "Ludvika"]
    assert table.count(where("name").matches("^L")) == 1
    assert table.contains(where("name") == "Ludvika") and not table.contains(where("name") == "Boden")
    found = table.get(where("name") == "Ludvika")
    assert found is not None and str(found.doc_id) == "0000000000000002"


def test_documents_are_got_by_id(table: KeyedTable) -> None:
    table.insert(keyed("å/1", name="Ett"))
    assert table.get(doc_id=as_id("å/1")) == {"name": "Ett"}
    assert table.get(doc_id=as_id("å/2")) is None
    assert table.contains(doc_id=as_id("å/1"))
    assert names(table.get(None, None, [as_id("å/1"), as_id("å/2")])) == ["Ett"]


def test_an_id_is_given_once(table: KeyedTable) -> None:
    table.insert(keyed("a", name="A"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert(keyed("a", name="B"))
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([keyed("b", name="B"), keyed("a", name="A")])
    assert names(table.all()) == ["A"]


def test_updates_change_fields(table: KeyedTable) -> None:
    table.insert_multiple(FALL)
    assert len(table.update({"year": 2024}, where("name") == "Ludvika")) == 1
    table.update(increment("year"), where("year") == 2022)
    table.update({"checked": True}, doc_ids=[as_id("0000000000000001"), as_id("missing")])
    table.update_multiple([({"first": 1}, where("name") == "Torsboda"), ({"second": 2}, where("first") == 1)])
    assert [document["year"] for document in table] == [2023, 2024, 2023]
    first = table.get(doc_id=as_id("0000000000000001"))
    assert first is not None and (first["checked"], first["first"], first["second"]) == (True, 1, 2)
    assert table.update({"phase": "drift"}) and table.count(where("phase") == "drift") == 3


def test_upsert_updates_or_inserts(table: KeyedTable) -> None:
    table.upsert(keyed("a", name="A", kept=True))
    table.upsert(keyed("a", name="B"))
    table.upsert({"name": "C"}, where("name") == "B")
    assert table.all() == [{"name": "C", "kept": True}]


def test_remove_and_truncate(table: KeyedTable) -> None:
    table.insert_multiple(FALL)
    assert list(map(str, table.remove(where("year") == 2022))) == ["0000000000000001", "0000000000000003"]
    assert len(table) == 1
    table.truncate()
    assert len(table) == 0 and table.all() == []
    assert str(table.insert({})) == "0000000000000001"


def test_tables_are_named_kept_apart_and_dropped(database: Documents) -> None:
    database.table("a").insert({"n": 1})
    database.table("b").insert({"n": 2})
    database.insert({"n": 3})
    assert database.tables() == {"a", "b", "_default"}
    database.drop_table("a")
    database.drop_table("never was")
    assert database.tables() == {"b", "_default"} and len(database) == 1
    database.drop_tables()
    assert database.tables() == set()


def test_write_replaces_everything(database: Documents) -> None:
    database.table("old").insert({"n": 1})
    storage: Any = database.storage
    storage.write({"new": {"a": {"n": 2}, 7: {"n": 3}}, "again": storage.read()["old"]})
    assert database.tables() == {"new", "again"}
    assert dict(storage.read()["new"]) == {"7": {"n": 3}, "a": {"n": 2}}
    assert database.table("again").all() == [{"n": 1}]


def test_write_is_all_or_nothing(database: Documents) -> None:
    database.table("old").insert({"n": 1})
    with pytest.raises(TypeError):
        database.storage.write({"new": {"a": {"n": 2}, "b": {"n": object()}}})
    assert database.tables() == {"old"}


def test_an_updater_that_fails_changes_nothing(table: KeyedTable) -> None:
    table.insert_multiple(FALL)

    def fail_at_the_last(document: Any) -> None:
        document["year"] = 0
        if document["name"] == "Borlänge":
            raise LookupError

    with pytest.raises(LookupError):
        table.update(fail_at_the_last)
    assert table.all() == FALL


def test_an_update_touches_only_the_rows_it_changes(table: KeyedTable) -> None:
    table.insert_multiple({"n": number} for number in range(1000))
    connection = connection_of(table)
    before = connection.total_changes
    table.update({"seen": True}, where("n") == 500)
    table.update({"n": 7}, where("n") == 7)
    table.upsert(keyed("0000000000000001", n=-1))
    table.insert({"n": 1000})
    table.remove(where("n") == 3)
    assert connection.total_changes - before == 4


def test_a_table_may_be_changed_while_it_is_gone_through(table: KeyedTable) -> None:
    table.insert_multiple({"n": number} for number in range(1000))
    for document in table:
        table.remove(doc_ids=[document.doc_id])
    assert len(table) == 0


def test_no_result_is_remembered(table: KeyedTable) -> None:
    connection = connection_of(table)
    table.insert(FALL[0])
    assert table.count(where("year") == 2022) == 1
    table.search(where("year") == 2022)[0]["municipality"].clear()
    connection.execute("DELETE FROM documents")
    assert table.search(where("year") == 2022) == []


def test_key_and_prefix_go_by_the_index(table: KeyedTable) -> None:
    table.insert_multiple(keyed(f"{number:05}", n=number) for number in range(1000))
    connection = connection_of(table)
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    table.get(doc_id=as_id("00500"))
    table.query("005", after="00510", limit=10)
    table.replace("00500", {"n": 0})
    table.remove(doc_ids=[as_id("00501")])
    connection.set_trace_callback(None)
    queries = [each for each in statements if not each.startswith(("SAVEPOINT", "RELEASE"))]
    assert len(queries) >= 5
    for statement in queries:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert all("USING PRIMARY KEY" in step for step in plan), (statement, plan)


def test_a_prefix_reads_no_further_than_it_must(table: KeyedTable) -> None:
    table.insert_multiple(keyed(f"a/{number}", n=number) for number in range(3))
    table.insert_multiple(keyed(f"b/{number}", n=number) for number in range(1000))
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection = connection_of(table)
    connection.set_progress_handler(step, 1)
    assert len(table.query("a/", limit=1000)) == 3
    connection.set_progress_handler(None, 1)
    assert steps < 100
