import asyncio
from collections.abc import Callable
from functools import partial

from knowledge.store.contract import Conflict, Expect, Store, Transaction
from tests.knowledge.store.works import put, query


async def test_a_hundred_at_once_count_to_a_hundred(store: Store) -> None:
    def increment(tx: Transaction) -> None:
        entry = tx.get("counter")
        tx.put("counter", {"n": entry.value["n"] + 1 if entry else 1})

    await asyncio.gather(*(store.run(increment) for _ in range(100)))
    entry = await store.run(lambda tx: tx.get("counter"))
    assert entry is not None and entry.value == {"n": 100}


async def test_optimists_with_etags_count_right_too(store: Store) -> None:
    """Read in one transaction, write in another: whoever was overtaken is told, and tries again."""
    await store.run(lambda tx: tx.put("counter", {"n": 0}))
    conflicts = 0

    async def increment() -> None:
        nonlocal conflicts
        while True:
            seen = await store.run(lambda tx: tx.get("counter"))
            assert seen is not None
            try:
                await store.run(put("counter", {"n": seen.value["n"] + 1}, seen.etag))
            except Conflict:
                conflicts += 1
            else:
                return

    await asyncio.gather(*(increment() for _ in range(20)))
    entry = await store.run(lambda tx: tx.get("counter"))
    assert entry is not None and entry.value == {"n": 20}
    assert conflicts


async def test_one_of_many_claims_a_key(store: Store) -> None:
    claims = [store.run(put("claim", {"by": n}, Expect.NEW)) for n in range(50)]
    outcomes = await asyncio.gather(*claims, return_exceptions=True)
    assert sum(isinstance(outcome, str) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 49


async def test_two_cannot_both_leave_on_the_strength_of_the_other(store: Store) -> None:
    """Write skew: each sees two on duty and takes itself off; one must stay."""

    def leave(name: str) -> Callable[[Transaction], None]:
        def work(tx: Transaction) -> None:
            if len(tx.query("duty/")) > 1:
                tx.delete(f"duty/{name}")

        return work

    for _ in range(20):
        await store.run(lambda tx: (tx.put("duty/ada", {}), tx.put("duty/bo", {})))
        await asyncio.gather(store.run(leave("ada")), store.run(leave("bo")))
        assert len(await store.run(query("duty/"))) == 1


async def test_a_reader_never_sees_half_of_a_transfer(store: Store) -> None:
    await store.run(lambda tx: (tx.put("a", {"n": 100}), tx.put("b", {"n": 0})))

    def read(tx: Transaction) -> tuple[int, int]:
        a, b = tx.get("a"), tx.get("b")
        assert a and b
        return a.value["n"], b.value["n"]

    def transfer(tx: Transaction) -> None:
        a, b = read(tx)
        tx.put("a", {"n": a - 1})
        tx.put("b", {"n": b + 1})

    results = await asyncio.gather(*(store.run(work) for _ in range(100) for work in (transfer, read)))
    assert all(sum(result) == 100 for result in results if result)
    assert await store.run(read) == (0, 100)


async def test_a_failing_work_harms_none_of_its_neighbours(store: Store) -> None:
    def work(number: int, tx: Transaction) -> int:
        tx.put(f"k/{number:03}", {"n": number})
        tx.append("s", {"n": number})
        if number % 3 == 0:
            raise LookupError(number)
        return number

    outcomes = await asyncio.gather(*(store.run(partial(work, n)) for n in range(90)), return_exceptions=True)
    for number, outcome in enumerate(outcomes):
        assert outcome == number or (isinstance(outcome, LookupError) and outcome.args == (number,))
    kept = [n for n in range(90) if n % 3]
    assert [entry.value["n"] for entry in await store.run(lambda tx: tx.query("k/"))] == kept
    assert len(await store.run(lambda tx: tx.scan("s"))) == len(kept)


async def test_cancelled_callers_harm_nobody(store: Store) -> None:
    def append(tx: Transaction) -> int:
        return tx.append("s", {})

    tasks = [asyncio.create_task(store.run(append)) for _ in range(60)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes[::2])
    positions = [position for position, _ in await store.run(lambda tx: tx.scan("s", limit=1000))]
    assert positions == list(range(1, len(positions) + 1))
    assert set(outcomes[1::2]) <= set(positions)
