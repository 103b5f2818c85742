"""Works of one step, bound to what they are about: for loops, where a lambda would see the last round's variables."""

from collections.abc import Callable
from typing import Any

from knowledge.store.contract import Entry, Expect, Transaction, Value


def put(at: str, value: Value, expected: Expect | str = Expect.ANY) -> Callable[[Transaction], str]:
    return lambda tx: tx.put(at, value, expected)


def append(stream: str, value: Value) -> Callable[[Transaction], int]:
    return lambda tx: tx.append(stream, value)


def query(prefix: str, after: str = "", limit: int = 100) -> Callable[[Transaction], list[Entry]]:
    return lambda tx: tx.query(prefix, after, limit)


def scan(stream: str, after: int = 0, limit: int = 100) -> Callable[[Transaction], list[tuple[int, dict[str, Any]]]]:
    return lambda tx: tx.scan(stream, after, limit)
