from typing import Any

import pytest

from knowledge.store.contract import BadKey, Conflict, Expect, Store, StoreUnavailable, Transaction, TransactionOver
from knowledge.store.keys import MAX_KEY_BYTES, key, prefix
from tests.knowledge.store.conftest import Engine
from tests.knowledge.store.works import query


async def put(store: Store, at: str, value: dict[str, Any], expected: Expect | str = Expect.ANY) -> str:
    return await store.run(lambda tx: tx.put(at, value, expected))


async def value_of(store: Store, at: str) -> dict[str, Any] | None:
    entry = await store.run(lambda tx: tx.get(at))
    return entry.value if entry else None


async def test_what_is_put_is_got(store: Store) -> None:
    etag = await put(store, "poll/1", {"question": "När?", "open": True})
    entry = await store.run(lambda tx: tx.get("poll/1"))
    assert entry is not None
    assert (entry.key, entry.value, entry.etag) == ("poll/1", {"question": "När?", "open": True}, etag)


async def test_what_was_never_put_is_none(store: Store) -> None:
    assert await value_of(store, "poll/1") is None


async def test_put_replaces_the_whole_value(store: Store) -> None:
    await put(store, "poll/1", {"question": "När?", "open": True})
    await put(store, "poll/1", {"question": "Var?"})
    assert await value_of(store, "poll/1") == {"question": "Var?"}


async def test_a_transaction_reads_its_own_writes(store: Store) -> None:
    def work(tx: Transaction) -> list[object]:
        tx.put("a", {"n": 1})
        seen: list[object] = [tx.get("a") is not None, len(tx.query("a")), tx.append("s", {"n": 1}), tx.scan("s")]
        tx.delete("a")
        return [*seen, tx.get("a"), tx.query("a")]

    assert await store.run(work) == [True, 1, 1, [(1, {"n": 1})], None, []]


async def test_delete_says_whether_it_was_there(store: Store) -> None:
    await put(store, "a", {})
    assert await store.run(lambda tx: tx.delete("a")) is True
    assert await store.run(lambda tx: tx.delete("a")) is False
    assert await value_of(store, "a") is None


async def test_values_handed_in_and_out_are_copies(store: Store) -> None:
    given: dict[str, Any] = {"names": ["Ada"]}

    def work(tx: Transaction) -> dict[str, Any]:
        tx.put("a", given)
        given["names"].append("Bo")
        first, second = tx.get("a"), tx.get("a")
        assert first and second
        first.value["names"].append("Cilla")
        tx.query("a")[0].value.clear()
        return second.value

    assert await store.run(work) == {"names": ["Ada"]}
    assert await value_of(store, "a") == {"names": ["Ada"]}


async def test_each_write_gives_an_etag_never_given_before(store: Store) -> None:
    etags = []
    for _ in range(5):
        etags += [await put(store, "a", {"same": True}), await put(store, "a", {"same": True})]
        await store.run(lambda tx: tx.delete("a"))
    assert len(set(etags)) == 10


async def test_an_undone_write_gives_no_etag_away(store: Store) -> None:
    leaked: list[str] = []

    def work(tx: Transaction) -> None:
        leaked.append(tx.put("a", {"n": 1}))
        raise KeyError

    with pytest.raises(KeyError):
        await store.run(work)
    assert await put(store, "a", {"n": 1}) not in leaked


async def test_new_is_for_what_is_not_there(store: Store) -> None:
    await put(store, "a", {"n": 1}, Expect.NEW)
    with pytest.raises(Conflict):
        await put(store, "a", {"n": 2}, Expect.NEW)
    await store.run(lambda tx: tx.delete("a"))
    await put(store, "a", {"n": 3}, Expect.NEW)
    assert await value_of(store, "a") == {"n": 3}


async def test_only_the_present_etag_writes(store: Store) -> None:
    old = await put(store, "a", {"n": 1})
    new = await put(store, "a", {"n": 2}, old)
    for wrong in (old, "", "nonsense"):
        with pytest.raises(Conflict):
            await put(store, "a", {"n": 3}, wrong)
    await put(store, "a", {"n": 4}, new)
    assert await value_of(store, "a") == {"n": 4}


async def test_an_etag_is_not_for_what_is_gone_or_came_again(store: Store) -> None:
    etag = await put(store, "a", {"n": 1})
    await store.run(lambda tx: tx.delete("a"))
    with pytest.raises(Conflict):
        await put(store, "a", {"n": 2}, etag)
    await put(store, "a", {"n": 1})
    with pytest.raises(Conflict):
        await put(store, "a", {"n": 2}, etag)


async def test_delete_may_demand_an_etag(store: Store) -> None:
    old = await put(store, "a", {"n": 1})
    new = await put(store, "a", {"n": 2})
    with pytest.raises(Conflict):
        await store.run(lambda tx: tx.delete("a", old))
    assert await store.run(lambda tx: tx.delete("a", new)) is True
    with pytest.raises(Conflict):
        await store.run(lambda tx: tx.delete("a", new))


async def test_an_exception_undoes_all_and_reaches_the_caller(store: Store) -> None:
    await put(store, "kept", {"n": 1})

    def work(tx: Transaction) -> None:
        tx.put("kept", {"n": 2})
        tx.put("new", {})
        tx.append("stream", {})
        tx.delete("kept")
        raise LookupError("my own")

    with pytest.raises(LookupError, match="my own"):
        await store.run(work)
    assert await value_of(store, "kept") == {"n": 1}
    assert await value_of(store, "new") is None
    assert await store.run(lambda tx: tx.scan("stream")) == []


async def test_an_exception_that_is_caught_inside_undoes_nothing_else(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.put("a", {"n": 1})
        with pytest.raises(Conflict):
            tx.put("a", {"n": 2}, Expect.NEW)

    await store.run(work)
    assert await value_of(store, "a") == {"n": 1}


async def test_even_an_exception_coroutines_cannot_carry_reaches_the_caller(store: Store) -> None:
    def work(tx: Transaction) -> None:
        raise StopIteration

    with pytest.raises(RuntimeError):
        await store.run(work)


async def test_query_gives_the_keys_below_a_prefix_in_byte_order(store: Store) -> None:
    names = ["a", "b", "B", "ab", "a b", "å", "ä", "ö", "é", "日本", "🎈", "~", "!", "10", "9", "a\u0301"]
    for name in names:
        await put(store, key("n", name), {"name": name})
    await put(store, "m/a", {})
    await put(store, "o/a", {})
    found = await store.run(lambda tx: tx.query(prefix("n")))
    assert [entry.value["name"] for entry in found] == sorted(names, key=str.encode)


async def test_query_knows_nothing_of_wildcards(store: Store) -> None:
    for name in ("a%", "a_", "a*", "a[b]", "ab", "A%"):
        await put(store, name, {})
    for wild in ("a%", "a_", "a*", "a["):
        found = await store.run(query(wild))
        assert all(entry.key.startswith(wild) for entry in found) and len(found) == 1


async def test_query_pages_to_the_end_without_a_gap(store: Store) -> None:
    def fill(tx: Transaction) -> None:
        for number in range(25):
            tx.put(f"p/{number:02}", {"n": number})

    await store.run(fill)
    seen: list[int] = []
    after = ""
    while page := await store.run(query("p/", after, limit=7)):
        seen += [entry.value["n"] for entry in page]
        after = page[-1].key
    assert seen == list(range(25))


async def test_query_takes_bounds_that_are_not_there(store: Store) -> None:
    for name in ("p/1", "p/3", "q/1"):
        await put(store, name, {})

    async def keys_of(under: str, after: str = "", limit: int = 100) -> list[str]:
        return [entry.key for entry in await store.run(lambda tx: tx.query(under, after, limit))]

    assert await keys_of("p/", after="p/2") == ["p/3"]
    assert await keys_of("p/", after="a") == ["p/1", "p/3"]
    assert await keys_of("p/", after="q") == []
    assert await keys_of("x") == []
    assert await keys_of("") == ["p/1", "p/3", "q/1"]
    assert await keys_of("p/", limit=0) == []


async def test_keys_with_slashes_and_percent_keep_apart(store: Store) -> None:
    parts = [("a/b",), ("a", "b"), ("a%2Fb",), ("a%", "b"), ("%",), ("a", "", "b")]
    for number, each in enumerate(parts):
        await put(store, key(*each), {"n": number})
    for number, each in enumerate(parts):
        assert await value_of(store, key(*each)) == {"n": number}


@pytest.mark.parametrize("bad", ["", "a\0b", "a\nb", "\ud800", "x" * (MAX_KEY_BYTES + 1), "é" * 513, "\x9f"])
async def test_a_key_no_engine_could_hold_is_refused(store: Store, bad: str) -> None:
    works = [
        lambda tx: tx.get(bad),
        lambda tx: tx.put(bad, {}),
        lambda tx: tx.delete(bad),
        lambda tx: tx.append(bad, {}),
        lambda tx: tx.scan(bad),
    ]
    for work in works:
        with pytest.raises(BadKey):
            await store.run(work)


async def test_the_longest_key_fits(store: Store) -> None:
    longest = "å" * (MAX_KEY_BYTES // 2)
    await put(store, longest, {"n": 1})
    assert await value_of(store, longest) == {"n": 1}
    assert await store.run(lambda tx: tx.append(longest, {})) == 1


async def test_a_transaction_kept_too_long_is_refused(store: Store) -> None:
    escaped = await store.run(lambda tx: tx)
    with pytest.raises(TransactionOver):
        escaped.get("a")
    with pytest.raises(TransactionOver):
        await store.run(lambda _: escaped.put("a", {}))


async def test_what_was_written_is_there_when_opened_again(engine: Engine) -> None:
    store = await engine.open()
    etag = await put(store, "a", {"n": 1})
    await store.run(lambda tx: tx.append("s", {"n": 1}))
    await store.close()
    store = await engine.open()
    assert await put(store, "a", {"n": 2}, etag) != etag
    assert await store.run(lambda tx: tx.append("s", {"n": 2})) == 2
    await store.close()


async def test_a_closed_store_says_so(engine: Engine) -> None:
    store = await engine.open()
    await store.close()
    await store.close()
    with pytest.raises(StoreUnavailable):
        await store.run(lambda tx: tx.get("a"))
