"""What only a database behind a network can do: be away, come back, be met by others."""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from knowledge.store import postgres as engine
from knowledge.store.contract import Entry, OutcomeUnknown, Store, StoreMismatch, StoreUnavailable, Transaction
from knowledge.store.postgres import PostgresStore
from knowledge.store.postgres_schema import MIGRATIONS, migrate
from knowledge.store.postgres_transaction import BELOW, IN_ORDER
from tests import postgres as postgres_server
from tests.knowledge.store.test_embedded_erasing import SECRETS, keep_and_delete
from tests.knowledge.store.test_move import everything
from tests.knowledge.store.works import put
from tests.patience import SECONDS
from tests.postgres import Server, connected


@pytest.fixture
def mortal() -> Iterator[Server]:
    """A server to be killed; what it acknowledged is on disk."""
    with postgres_server.serving() as server:
        yield server


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.new_url()


def get(at: str) -> Callable[[Transaction], Entry | None]:
    return lambda tx: tx.get(at)


def end_connection(url: str, tx: Transaction) -> None:
    """End the connection of the transaction, as a database does that is shut down."""
    inside: Any = tx
    with connected(url) as other:
        other.execute("SELECT pg_terminate_backend(%s, %s)", (inside._connection.info.backend_pid, SECONDS * 1000))


def meanwhile(store: Store, work: Callable[[Transaction], Any]) -> Callable[[], None]:
    """To be called from within another work: has this one done before it returns."""
    loop = asyncio.get_running_loop()
    return lambda: asyncio.run_coroutine_threadsafe(store.run(work), loop).result()


# The database is away


async def test_a_database_that_is_away_at_the_opening_is_found_when_it_comes(
    mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = mortal.new_url()
    mortal.kill()
    store = await PostgresStore.open(url)
    with pytest.raises(StoreUnavailable):
        await store.run(put("a", {}))
    await asyncio.to_thread(mortal.start)
    monkeypatch.setattr(engine, "PATIENCE", SECONDS)  # however slow the machine
    await store.run(put("a", {}))
    assert await store.run(get("a"))
    await store.close()


async def test_what_was_acknowledged_is_there_when_the_database_was_killed(
    mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", SECONDS)  # to be there when the database is again
    store = await PostgresStore.open(mortal.new_url())
    for n in range(20):
        await store.run(put(f"k/{n:02}", {"n": n}))
    mortal.kill()
    waiting = asyncio.create_task(store.run(put("k/20", {"n": 20})))
    await asyncio.to_thread(mortal.start)
    await waiting
    found = await store.run(lambda tx: tx.query("k/"))
    assert [entry.value["n"] for entry in found] == list(range(21))
    await store.close()


async def test_a_database_that_stays_away_is_not_waited_for_for_ever(
    mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await PostgresStore.open(mortal.new_url())
    mortal.kill()
    monkeypatch.setattr(engine, "PATIENCE", 0.5)
    outcomes = await asyncio.gather(*(store.run(put("a", {})) for _ in range(30)), return_exceptions=True)
    assert all(isinstance(outcome, StoreUnavailable) for outcome in outcomes)
    with pytest.raises(StoreUnavailable):
        await store.erase()
    await store.close()


async def test_work_whose_connection_is_lost_is_done_on_another(url: str) -> None:
    store = await PostgresStore.open(url)
    lost: list[bool] = []

    def work(tx: Transaction) -> None:
        known = tx.get("a")
        tx.put("a", {"n": known.value["n"] + 1 if known else 1})
        if not lost:
            lost.append(True)
            end_connection(url, tx)
        tx.get("b")

    await store.run(work)
    entry = await store.run(get("a"))
    assert entry is not None and entry.value == {"n": 1}
    await store.close()


async def test_a_connection_lost_in_mid_commit_leaves_the_outcome_unknown(url: str) -> None:
    store = await PostgresStore.open(url)

    def work(tx: Transaction) -> None:
        tx.put("a", {})
        end_connection(url, tx)

    with pytest.raises(OutcomeUnknown):
        await store.run(work)
    assert await store.run(get("a")) is None
    await store.close()


# Others are in the way


async def test_who_was_overtaken_several_times_goes_alone(url: str) -> None:
    store, other = await PostgresStore.open(url), await PostgresStore.open(url)
    disturb = meanwhile(other, put("a", {"by": "another"}))
    loop, tries, late = asyncio.get_running_loop(), itertools.count(1), []

    def work(tx: Transaction) -> int:
        number = next(tries)
        tx.get("a")
        if number <= engine.POLITE:
            disturb()
        else:
            late.append(asyncio.run_coroutine_threadsafe(other.run(put("a", {"by": "a late one"})), loop))
            tx.get("b")
            assert not late[0].done()
        tx.put("a", {"by": "me"})
        return number

    assert await store.run(work) == engine.POLITE + 1
    await asyncio.wrap_future(late[0])
    entry = await store.run(get("a"))
    assert entry is not None and entry.value == {"by": "a late one"}
    await store.close()
    await other.close()


async def test_what_a_work_raises_on_what_it_saw_of_another_is_not_believed(url: str) -> None:
    store, other = await PostgresStore.open(url), await PostgresStore.open(url)
    disturb = meanwhile(other, put("a", {}))
    seen: list[bool] = []

    def work(tx: Transaction) -> None:
        seen.append(tx.get("a") is not None)
        if len(seen) == 1:
            disturb()
        tx.put("a", {})
        if not seen[-1]:
            raise LookupError

    await store.run(work)
    assert seen == [False, True]
    await store.close()
    await other.close()


async def test_who_hides_that_it_met_another_is_run_again_all_the_same(url: str) -> None:
    store, other = await PostgresStore.open(url), await PostgresStore.open(url)
    disturb = meanwhile(other, put("a", {"by": "another"}))
    tries = itertools.count(1)

    def work(tx: Transaction) -> int:
        tx.get("a")
        number = next(tries)
        if number == 1:
            disturb()
        with suppress(Exception):
            tx.put("a", {"by": "me"})
            tx.get("b")
        return number

    assert await store.run(work) == 2
    entry = await store.run(get("a"))
    assert entry is not None and entry.value == {"by": "me"}
    await store.close()
    await other.close()


# Tables


async def test_many_that_open_an_empty_place_at_once_make_one_store_of_it(url: str) -> None:
    stores = await asyncio.gather(*(PostgresStore.open(url) for _ in range(5)))
    for number, store in enumerate(stores):
        await store.run(put(f"k/{number}", {}))
    assert len(await stores[0].run(lambda tx: tx.query("k/"))) == 5
    await asyncio.gather(*(store.close() for store in stores))


async def test_the_store_of_a_newer_erfa_is_refused(url: str) -> None:
    await (await PostgresStore.open(url)).close()
    with connected(url) as connection:
        migrate(connection, (*MIGRATIONS, "SELECT 1"))
    with pytest.raises(StoreMismatch, match="newer"):
        await PostgresStore.open(url)


async def test_a_migration_keeps_what_is_there_and_one_that_fails_changes_nothing(url: str) -> None:
    store = await PostgresStore.open(url)
    await store.run(put("a", {"n": 1}))
    with connected(url) as connection:
        with pytest.raises(psycopg.errors.UndefinedTable):
            migrate(connection, (*MIGRATIONS, "DELETE FROM erfa_documents; DELETE FROM nowhere"))
        assert await store.run(get("a"))
        added = "ALTER TABLE erfa_documents ADD COLUMN note text NOT NULL DEFAULT ''"
        migrate(connection, (*MIGRATIONS, added))
        migrate(connection, (*MIGRATIONS, added))
    await store.run(put("b", {}))  # as a replica of the version before still does
    assert await store.run(get("a"))
    await store.close()


async def test_a_database_that_cannot_hold_every_letter_is_refused(postgres: Server) -> None:
    with connected(postgres.url) as connection:
        connection.execute("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
    with pytest.raises(StoreMismatch, match="UTF8"):
        await PostgresStore.open(postgres.url.replace("/postgres", "/ascii"))


async def test_what_pg_dump_saved_is_restored_to_the_same_store(postgres: Server, url: str, tmp_path: Path) -> None:
    store = await PostgresStore.open(url)
    await store.run(lambda tx: (tx.put("å/1", {"half": 0.5, "text": "🎈"}), tx.append("s", {"n": 1})))
    before = await store.run(everything)
    postgres.run("pg_dump", "--format=custom", f"--schema={schema(url)}", f"--file={tmp_path / 'copy'}", url)
    await store.run(put("å/2", {}))
    await store.close()
    with connected(url) as connection:
        connection.execute(f"DROP SCHEMA {schema(url)} CASCADE".encode())
    postgres.run("pg_restore", "--exit-on-error", f"--dbname={url}", str(tmp_path / "copy"))
    store = await PostgresStore.open(url)
    assert await store.run(everything) == before
    assert await store.run(lambda tx: tx.append("s", {})) == 2
    await store.close()


def schema(url: str) -> str:
    return url.rpartition("search_path%3D")[2]


# Erasing


def readable(folder: Path) -> list[str]:
    """Which secrets stand in the files of the tables; the log of the database is another matter."""
    data = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return [each for each in SECRETS if each.encode() in data]


async def test_what_is_erased_is_in_no_table_nor_index(postgres: Server, url: str) -> None:
    store = await PostgresStore.open(url)
    await keep_and_delete(store)
    with connected(postgres.url) as connection:
        connection.execute("CHECKPOINT")
        assert readable(postgres.folder / "data" / "base"), "deleting alone would do"
        others = await store.run(lambda tx: tx.query("", limit=10_000))
        await store.erase()
        assert await store.run(lambda tx: tx.query("", limit=10_000)) == others
        connection.execute("CHECKPOINT")
    assert readable(postgres.folder / "data" / "base") == []
    await store.close()


async def test_the_plan_goes_by_the_index_whatever_the_planner_thinks_of_it(url: str) -> None:
    store = await PostgresStore.open(url)
    statements = ("EXPLAIN SELECT * FROM erfa_documents WHERE key = %s", f"EXPLAIN {BELOW} {IN_ORDER}")

    def plans(tx: Transaction) -> list[str]:
        inside: Any = tx
        one, several = statements
        rows = [inside._connection.execute(one, ("a",)), inside._connection.execute(several, ("a", "a", 9))]
        return ["".join(row[0] for row in each.fetchall()) for each in rows]

    assert all("Index" in plan and "Seq" not in plan for plan in await store.run(plans))
    await store.close()
