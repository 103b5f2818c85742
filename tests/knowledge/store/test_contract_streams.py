import asyncio
from itertools import pairwise

from knowledge.store.contract import Store, Transaction
from tests.knowledge.store.conftest import Engine
from tests.knowledge.store.works import append, put, scan


async def test_positions_count_from_one(store: Store) -> None:
    positions = [await store.run(append("s", {"n": n})) for n in range(3)]
    assert positions == [1, 2, 3]
    assert await store.run(lambda tx: tx.scan("s")) == [(1, {"n": 0}), (2, {"n": 1}), (3, {"n": 2})]


async def test_streams_and_keys_of_the_same_name_keep_apart(store: Store) -> None:
    def work(tx: Transaction) -> list[object]:
        tx.put("s", {"document": True})
        tx.append("s", {"in": "s"})
        tx.append("s/1", {"in": "s/1"})
        tx.append("s/0000000000000001", {"in": "deep"})
        return [tx.scan("s"), tx.scan("s/1"), tx.scan("s/0000000000000001"), [e.key for e in tx.query("")]]

    assert await store.run(work) == [[(1, {"in": "s"})], [(1, {"in": "s/1"})], [(1, {"in": "deep"})], ["s"]]


async def test_scan_pages_past_ten_in_the_order_of_numbers(store: Store) -> None:
    def fill(tx: Transaction) -> list[int]:
        return [tx.append("s", {"n": n}) for n in range(1, 124)]

    assert await store.run(fill) == list(range(1, 124))
    seen: list[int] = []
    while page := await store.run(scan("s", after=len(seen), limit=50)):
        seen += [position for position, value in page if value["n"] == position]
    assert seen == list(range(1, 124))
    assert await store.run(lambda tx: tx.scan("s", after=123)) == []
    assert await store.run(lambda tx: tx.scan("none")) == []


async def test_an_undone_append_leaves_no_hole(store: Store) -> None:
    def fails(tx: Transaction) -> None:
        tx.append("s", {"n": "undone"})
        raise LookupError

    async def attempt(number: int) -> None:
        if number % 3:
            await store.run(lambda tx: tx.append("s", {"n": number}))
        else:
            await asyncio.gather(store.run(fails), return_exceptions=True)

    await asyncio.gather(*(attempt(number) for number in range(30)))
    found = await store.run(lambda tx: tx.scan("s"))
    assert [position for position, _ in found] == list(range(1, 21))
    assert "undone" not in [value["n"] for _, value in found]


async def test_who_reads_on_from_what_was_seen_misses_nothing(store: Store) -> None:
    """A position that becomes visible after a higher one would be skipped for ever."""
    seen: list[int] = []

    async def read() -> None:
        while len(seen) < 200:
            page = await store.run(scan("s", after=seen[-1] if seen else 0, limit=17))
            seen.extend(position for position, _ in page)
            await asyncio.sleep(0)

    async def write() -> None:
        await store.run(lambda tx: tx.append("s", {}))

    await asyncio.gather(read(), *(write() for _ in range(200)))
    assert all(later == earlier + 1 for earlier, later in pairwise(seen)) and seen[0] == 1


async def test_streams_are_named_in_the_order_of_bytes(store: Store) -> None:
    names = ["ö", "a/b", "a", "Z", "stream/x"]
    for name in names:
        await store.run(append(name, {}))
    await store.run(put("no stream", {}))
    assert await store.run(lambda tx: tx.streams()) == sorted(names, key=str.encode)


async def test_values_of_a_stream_are_the_readers_own(store: Store) -> None:
    await store.run(lambda tx: tx.append("s", {"n": [1]}))
    found = await store.run(lambda tx: tx.scan("s"))
    found[0][1]["n"].append(2)
    assert await store.run(lambda tx: tx.scan("s")) == [(1, {"n": [1]})]


async def test_a_stream_goes_on_when_opened_again(engine: Engine) -> None:
    for position in (1, 2, 3):
        store = await engine.open()
        assert await store.run(lambda tx: tx.append("s", {})) == position
        await store.close()
