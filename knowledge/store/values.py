"""What a value may be: checked once, on the way in, so that every engine holds the same."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from knowledge.store.contract import BadValue, Value

MAX_DEPTH = 64
MAX_BYTES = 1024 * 1024
MAX_INTEGER = 2**63

Path = tuple[str | int, ...]

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def clean(value: Value) -> dict[str, Any]:
    """Return a plain copy, NUL and lone surrogates in texts replaced by U+FFFD.

    Raises BadValue, naming the place, for what is not JSON, is nested deeper than MAX_DEPTH, holds an integer
    beyond 64 bits, or takes more than MAX_BYTES in UTF-8.
    """
    if not isinstance(value, Mapping):
        raise _bad((), f"must be a JSON object, not {type(value).__name__}")
    cleaned = _object(value, ())
    size = len(encode(cleaned).encode())
    if size > MAX_BYTES:
        raise _bad((), f"takes {size} bytes of at most {MAX_BYTES}")
    return cleaned


def encode(document: Mapping[str, Any]) -> str:
    """Write a cleaned document as compact JSON."""
    return _ENCODER.encode(document)


def _clean(item: Any, path: Path) -> Any:
    if isinstance(item, str):
        return _text(item)
    if item is None or isinstance(item, bool):
        return item
    if isinstance(item, int | float):
        return _number(item, path)
    if isinstance(item, list | Mapping):
        return _container(item, path)
    raise _bad(path, f"{type(item).__name__} is not JSON")


def _text(item: str) -> str:
    return _UNSTORABLE.sub("\ufffd", item)


def _number(item: float, path: Path) -> float:
    if isinstance(item, int):
        if not -MAX_INTEGER <= item < MAX_INTEGER:
            raise _bad(path, "is an integer beyond 64 bits")
        return int(item)
    if not math.isfinite(item):
        raise _bad(path, f"{item} is not JSON")
    return float(item)


def _container(item: list[Any] | Mapping[str, Any], path: Path) -> list[Any] | dict[str, Any]:
    if len(path) >= MAX_DEPTH:
        raise _bad(path[:3], f"is nested deeper than {MAX_DEPTH}")
    if isinstance(item, list):
        return [_clean(each, (*path, index)) for index, each in enumerate(item)]
    return _object(item, path)


def _object(item: Mapping[str, Any], path: Path) -> dict[str, Any]:
    for name in item:
        if not isinstance(name, str):
            raise _bad(path, f"has a {type(name).__name__} where a name must be text")
    cleaned = {_text(name): _clean(each, (*path, name)) for name, each in item.items()}
    if len(cleaned) < len(item):
        raise _bad(path, "has two names that differ only in characters that cannot be stored")
    return cleaned


def _bad(path: Path, why: str) -> BadValue:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step[:40]!a}" for step in path)
    return BadValue(f"value{''.join(steps)} {why}")
