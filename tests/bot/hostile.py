"""Bodies that nobody should send: real activities, broken in every way a seeded generator comes upon."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from tests.bot import activities
from tests.bot.activities import Json

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, -(10**300), 1.5e308, "", " ", "\x00", "\ud800", "å\u202e\u200b", "x" * 5000, "1; DROP",
    "<at>Erfa</at>", "../../etc/passwd", "http://[", "${jndi:ldap://x}", "=1+1", [], {}, [[]], {"": {}}, [None] * 300,
    {"id": {"id": {"id": []}}}, {"__proto__": {}}, "2026-99-99T99:99:99Z", "msteams\n", "\r\nX-Evil: 1",
)  # fmt: skip
RAW: tuple[bytes, ...] = (
    b"", b" ", b"null", b"true", b"0", b'""', b"[]", b"{}", b"{", b"}", b"\xff\xfe", b"\xef\xbb\xbf{}", b"NaN",
    b'{"type":NaN}', b'{"type":1e999}', b'{"type":"message","type":5}', b"[" * 100_000, b'{"a":' * 100_000,
    b'{"value":' + b"[" * 50_000 + b"]" * 50_000 + b"}", b"9" * 200_000, b'"' + b"\\u0000" * 50_000 + b'"',
    '{"type":"message"}'.encode("utf-16"), b"<xml/>", b"type=message", b"{}" * 1000,
)  # fmt: skip

Node = tuple[Any, Any]  # what holds a value, and under which key or index


def bodies(seed: int, number: int, service_url: str) -> Iterator[bytes]:
    """`number` bodies, always the same for a seed."""
    dice = random.Random(seed)
    break_up: tuple[Callable[[random.Random, Json], bytes], ...] = (_replaced, _removed, _cut, _scrambled, _nested)
    for _ in range(number):
        if dice.random() < 0.1:
            yield dice.choice(RAW)
        else:
            yield dice.choice(break_up)(dice, _activity(dice, service_url))


def _activity(dice: random.Random, service_url: str) -> Json:
    anna = activities.person("Anna")
    place = dice.choice([activities.channel(thread="1"), activities.group(), activities.personal("Anna")])
    kinds: tuple[Json, ...] = (
        activities.said(service_url, place, anna, f"hej {dice.random()}"),
        activities.clicked(service_url, place, anna, {"verb": "open_case", "case": "ludvika"}),
        activities.submitted(service_url, place, anna, {"verb": "rate", "answer": "a", "helped": True}),
        activities.joined(service_url, place, anna, anna, activities.BOT),
        activities.activity("invoke", service_url, place, anna, name="task/fetch", value={}),
    )
    return copy.deepcopy(dice.choice(kinds))


def _nodes(value: Any) -> Iterator[Node]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield value, step
        yield from _nodes(inner)


def _replaced(dice: random.Random, activity: Json) -> bytes:
    for _ in range(dice.randint(1, 3)):
        holder, step = dice.choice(list(_nodes(activity)))
        holder[step] = copy.deepcopy(dice.choice(ODD))
    return _written(activity)


def _removed(dice: random.Random, activity: Json) -> bytes:
    for _ in range(dice.randint(1, 3)):
        holder, step = dice.choice(list(_nodes(activity)))
        del holder[step]
    return _written(activity)


def _nested(dice: random.Random, activity: Json) -> bytes:
    depth = dice.choice([10, 200, 20_000])
    whole = _written({**activity, "value": "HERE"})
    return whole.replace(b'"HERE"', b"[" * depth + b"]" * depth)


def _cut(dice: random.Random, activity: Json) -> bytes:
    whole = _written(activity)
    return whole[: dice.randrange(len(whole))]


def _scrambled(dice: random.Random, activity: Json) -> bytes:
    whole = bytearray(_written(activity))
    for _ in range(dice.randint(1, 8)):
        whole[dice.randrange(len(whole))] = dice.randrange(256)
    return bytes(whole)


def _written(activity: Json) -> bytes:
    return json.dumps(activity).encode()
