"""A process that writes and says what was acknowledged, to be killed at any moment; and what must hold afterwards.

`python -m tests.knowledge.store.writer FOLDER` prints a line "writer number" after each durable write.
"""

import asyncio
import os
import random
import subprocess
import sys
from contextlib import suppress
from functools import partial
from itertools import takewhile
from pathlib import Path

from knowledge.store.contract import Store, StoreInUse, Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import key
from tests.knowledge.store.works import query

WRITERS = 8

Acknowledged = dict[str, int]


def write_once(name: str, tx: Transaction) -> int:
    """Count on in two documents that must agree and a stream that must hold every number."""
    last = tx.get(key("pair", name, "a"))
    number = last.value["number"] + 1 if last else 1
    value = {"number": number, "filling": "å" * random.randrange(3000)}
    tx.put(key("pair", name, "a"), value)
    tx.append(key("stream", name), {"number": number})
    tx.put(key("pair", name, "b"), value)
    return number


async def check(store: Store, acknowledged: Acknowledged) -> int:
    """Assert that all that was acknowledged is there and nothing is torn; gives the number of writes found."""
    pairs = await store.run(query("pair/", limit=10_000))
    documents = {entry.key: entry.value for entry in pairs}
    names = {at.split("/")[1] for at in documents}
    assert names >= acknowledged.keys()
    found = 0
    for name in names:
        value = documents[key("pair", name, "a")]
        assert value == documents[key("pair", name, "b")]
        assert value["number"] >= acknowledged.get(name, 0)
        assert await _numbers(store, key("stream", name)) == list(range(1, value["number"] + 1))
        found += value["number"]
    return found


async def _numbers(store: Store, stream: str) -> list[int]:
    entries = await store.run(lambda tx: tx.scan(stream, limit=10_000_000))
    assert all(position == value["number"] for position, value in entries)
    return [position for position, _ in entries]


def write_and_kill(folder: Path, acknowledged: Acknowledged) -> None:
    """Let a process write and kill it, most often in the midst of writing, at times while it starts and recovers."""
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first, patience = "", random.uniform(0, 0.6)
    if random.random() < 0.8:
        first, patience = process.stdout.readline(), random.uniform(0, 0.15)
        assert first, "it did not write"
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=patience)
    process.kill()
    said, complaint = process.communicate()
    assert process.returncode == -9, complaint
    note(first + said, acknowledged)


def note(lines: str, acknowledged: Acknowledged) -> None:
    for line in takewhile(lambda each: each.endswith("\n"), lines.splitlines(keepends=True)):
        name, number = line.split()
        acknowledged[name] = max(acknowledged.get(name, 0), int(number))


async def _write_for_ever(folder: Path) -> None:
    store = await EmbeddedStore.open(folder)

    async def writer(name: str) -> None:
        while True:
            number = await store.run(partial(write_once, name))
            os.write(sys.stdout.fileno(), f"{name} {number}\n".encode())

    await asyncio.gather(*(writer(f"w{number}") for number in range(WRITERS)))


if __name__ == "__main__":
    try:
        asyncio.run(_write_for_ever(Path(sys.argv[1])))
    except StoreInUse as refused:
        sys.exit(str(refused))
