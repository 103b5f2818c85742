"""Measure the stores beside each other: `python -m tests.bench.store [--documents N] [--seconds S] [--folder DIR]`.

Prints durable writes per second and the slowest percent for 1, 35 and 200 writers at once, how long a store
of N documents takes to open and what the process holds in memory: of the embedded store, and of PostgreSQL, where plain
inserts over as many connections, each a commit, show what the database itself can do.
"""

import argparse
import asyncio
import os
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import key
from knowledge.store.postgres import CONNECTIONS, PostgresStore
from knowledge.store.values import encode
from tests import postgres

BATCH = 1000

Open = Callable[[], Awaitable[Store]]


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        asyncio.run(_measure(Path(folder), options.documents, options.seconds))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the stores beside each other.")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each number of writers")
    parser.add_argument(
        "--folder", type=Path, help="a folder on the disk to measure; else a temporary one, as for PostgreSQL"
    )
    return parser.parse_args()


async def _measure(folder: Path, documents: int, seconds: float) -> None:
    _say(f"one fsync of this disk: {_fsync(folder) * 1000:.2f} ms (median)\nthe embedded store")
    await _measure_one(lambda: EmbeddedStore.open(folder), documents, seconds)
    with postgres.serving() as server:
        url = server.new_url()
        _say("PostgreSQL")
        await _measure_one(lambda: PostgresStore.open(url), documents, seconds)
        _insert(url, seconds)
    _say(f"peak memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


async def _measure_one(open_store: Open, documents: int, seconds: float) -> None:
    store = await open_store()
    await _fill(store, documents)
    for writers in (1, 35, 200):
        await _write(store, writers, documents, seconds)
    await _read(store, documents)
    await store.close()
    began = time.perf_counter()
    store = await open_store()
    _say(f"opened with {documents:,} documents in {(time.perf_counter() - began) * 1000:.1f} ms")
    await store.close()


def _fsync(folder: Path) -> float:
    times = []
    with (folder / "probe").open("wb") as probe:
        for _ in range(50):
            probe.write(bytes(4096))
            probe.flush()
            began = time.perf_counter()
            os.fsync(probe.fileno())
            times.append(time.perf_counter() - began)
    return sorted(times)[25]


async def _fill(store: Store, documents: int) -> None:
    def batch(first: int, tx: Transaction) -> None:
        for number in range(first, min(first + BATCH, documents)):
            tx.put(_key(number), _vote(number))

    for first in range(0, documents, BATCH):
        await store.run(partial(batch, first))


async def _write(store: Store, writers: int, documents: int, seconds: float) -> None:
    """Each writer reads a document, writes it changed and waits until it is on disk, over and over."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def writer(number: int) -> None:
        while (began := time.perf_counter()) < end:
            number = (number * 31 + 7) % documents
            await store.run(partial(_change, _key(number)))
            times.append(time.perf_counter() - began)

    await asyncio.gather(*(writer(number) for number in range(writers)))
    times.sort()
    slowest = times[int(len(times) * 0.99)] * 1000
    _say(f"{writers:>4} writers: {len(times) / seconds:>8,.0f} durable writes/s, p99 {slowest:.1f} ms")


def _change(at: str, tx: Transaction) -> None:
    entry = tx.get(at)
    assert entry is not None
    tx.put(at, entry.value | {"changes": entry.value["changes"] + 1}, entry.etag)


def _get(at: str, tx: Transaction) -> None:
    tx.get(at)


async def _read(store: Store, documents: int) -> None:
    began = time.perf_counter()
    for number in range(1000):
        await store.run(partial(_get, _key(number * 97 % documents)))
    _say(f"one get: {(time.perf_counter() - began):.3f} ms")


def _insert(url: str, seconds: float) -> None:
    with postgres.connected(url) as connection:
        connection.execute("CREATE TABLE plain (id bigserial PRIMARY KEY, value text)")
    end = time.perf_counter() + seconds

    def insert(_: int) -> int:
        count = 0
        with postgres.connected(url) as connection:
            while time.perf_counter() < end:
                connection.execute("INSERT INTO plain (value) VALUES (%s)", (encode(_vote(count)),))
                count += 1
        return count

    with ThreadPoolExecutor(CONNECTIONS) as threads:
        inserted = sum(threads.map(insert, range(CONNECTIONS)))
    _say(f"plain inserts over {CONNECTIONS} connections: {inserted / seconds:,.0f}/s")


def _key(number: int) -> str:
    return key("vote", f"network-{number % 7}", f"{number:08d}")


def _vote(number: int) -> dict[str, object]:
    return {"poll": f"poll-{number % 500}", "person": f"person-{number}", "choice": [number % 5], "changes": 0,
            "words": "Vi köpte marken först och frågade sedan."}  # fmt: skip


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
