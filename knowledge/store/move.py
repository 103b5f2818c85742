"""Moving all there is from one store to another, of whatever engine: to an empty one, whole or not at all."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from knowledge.store.contract import Store, StoreError, StoreExists, Transaction

Run = Callable[[Callable[[Transaction], Any]], Any]  # as Store.run, from another thread

PAGE = 500


class MovedBadly(StoreError):
    """What is in the two stores afterwards is not the same: somebody wrote meanwhile, or one of them is broken."""


@dataclass(frozen=True, slots=True)
class Item:
    """A document at a key, or an entry of a stream at its position."""

    stream: str | None
    at: str | int
    value: dict[str, Any]


async def move(source: Store, target: Store) -> int:
    """Copy everything, then read both anew and compare; returns how many items there are in each.

    Nobody may write to either meanwhile. Etags are new in the target. Raises StoreExists, MovedBadly, StoreUnavailable.
    """
    loop = asyncio.get_running_loop()

    def run_in(store: Store) -> Run:
        return lambda work: asyncio.run_coroutine_threadsafe(store.run(work), loop).result()

    await target.run(lambda tx: _copy(run_in(source), tx))
    return await asyncio.to_thread(_compare, run_in(source), run_in(target))


def _copy(source: Run, target: Transaction) -> None:
    if target.query("", limit=1) or target.streams():
        raise StoreExists("There is something where the store is to be moved to, and nothing is written over it.")
    for item in _items(source):
        if item.stream is None:
            target.put(str(item.at), item.value)
        else:
            target.append(item.stream, item.value)


def _compare(source: Run, target: Run) -> int:
    count = 0
    for one, other in zip_longest(_items(source), _items(target)):
        if one != other:
            differs = one or other
            raise MovedBadly(f"The stores differ at {differs and differs.at!r}: empty the target, and move again.")
        count += 1
    return count


def _items(run: Run) -> Iterator[Item]:
    yield from _documents(run)
    for stream in run(lambda tx: tx.streams()):
        yield from _entries(run, stream)


def _documents(run: Run) -> Iterator[Item]:
    after = ""
    while page := run(_query(after)):
        yield from (Item(None, entry.key, entry.value) for entry in page)
        after = page[-1].key


def _entries(run: Run, stream: str) -> Iterator[Item]:
    after = 0
    while page := run(_scan(stream, after)):
        yield from (Item(stream, position, value) for position, value in page)
        after = page[-1][0]


def _query(after: str) -> Callable[[Transaction], Any]:
    return lambda tx: tx.query("", after, PAGE)


def _scan(stream: str, after: int) -> Callable[[Transaction], Any]:
    return lambda tx: tx.scan(stream, after, PAGE)
