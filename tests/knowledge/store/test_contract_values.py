import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store.contract import BadValue, Store, Value
from knowledge.store.values import MAX_BYTES, MAX_DEPTH, clean, encode
from tests.knowledge.store.works import put


def nested(depth: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(depth - 1):
        value = {"in": value}
    return value


async def round_trip(store: Store, value: Value) -> dict[str, Any]:
    """Both ways a value is stored must give the same."""
    await store.run(lambda tx: tx.put("a", value))
    position = await store.run(lambda tx: tx.append("s", value))
    entry = await store.run(lambda tx: tx.get("a"))
    assert entry is not None
    assert await store.run(lambda tx: tx.scan("s", after=position - 1)) == [(position, entry.value)]
    return entry.value


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"": ""},
        {"text": "å 👩‍👩‍👧‍👦 🎈 日本 \u2028 \u202e \ufeff \x01\x1f\x7f ' \" \\ </script> %s {0}"},
        {"whole": [0, -1, 2**63 - 1, -(2**63)], "broken": [0.1, -0.5, 1e308, 5e-324]},
        {"none": None, "yes": True, "no": False, "list": [[], {}, [None]]},
        {"a'; DROP TABLE documents; --": "$.a[0]", "\\u0000": "\\ud800"},
        {"etag": "mine", "value": {"value": 1}, "key": "k"},
        nested(MAX_DEPTH),
        {"long": "å" * (MAX_BYTES // 2 - 20)},
    ],
)
async def test_hostile_values_come_back_as_they_were(store: Store, value: dict[str, Any]) -> None:
    assert await round_trip(store, value) == value


async def test_numbers_keep_their_kind(store: Store) -> None:
    back = await round_trip(store, {"n": [1, 1.0, True, 0, 0.0, False, 1e22]})
    assert [type(each) for each in back["n"]] == [int, float, bool, int, float, bool, float]


async def test_what_cannot_be_stored_in_text_is_replaced(store: Store) -> None:
    back = await round_trip(store, {"nul\0": "a\0b", "lone": ["\ud800", "x\udfffy"], "emoji": "🎈"})
    assert back == {"nul\ufffd": "a\ufffdb", "lone": ["\ufffd", "x\ufffdy"], "emoji": "🎈"}


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ([], "must be a JSON object, not list"),
        ("text", "must be a JSON object, not str"),
        (None, "must be a JSON object"),
        ({"a": float("nan")}, r"value\.'a' nan is not JSON"),
        ({"a": [1, float("-inf")]}, r"value\.'a'\[1\] -inf is not JSON"),
        ({"a": 2**63}, r"value\.'a' is an integer beyond 64 bits"),
        ({"a": -(2**63) - 1}, "beyond 64 bits"),
        ({1: "a"}, "has a int where a name must be text"),
        ({"a": {"b": {None: 1}}}, r"value\.'a'\.'b' has a NoneType"),
        ({"a": (1, 2)}, "tuple is not JSON"),
        ({"a": {1, 2}}, "set is not JSON"),
        ({"a": b"bytes"}, "bytes is not JSON"),
        ({"a": object()}, "object is not JSON"),
        ({"a\0": 1, "a\ufffd": 2}, "two names"),
        (nested(MAX_DEPTH + 1), f"deeper than {MAX_DEPTH}"),
        (nested(100_000), f"deeper than {MAX_DEPTH}"),
        ({"a": "x" * 10_000_000}, f"takes 10000008 bytes of at most {MAX_BYTES}"),
        ({"a": ["å"] * 300_000}, "bytes of at most"),
    ],
    ids=lambda part: part[:30] if isinstance(part, str) else "",
)
async def test_what_is_not_a_value_is_refused_by_name(store: Store, value: Any, why: str) -> None:
    with pytest.raises(BadValue, match=why):
        await store.run(lambda tx: tx.put("a", value))
    with pytest.raises(BadValue, match=why):
        await store.run(lambda tx: tx.append("s", value))
    assert await store.run(lambda tx: (tx.get("a"), tx.scan("s"))) == (None, [])


async def test_a_value_that_holds_itself_is_refused(store: Store) -> None:
    value: dict[str, Any] = {}
    value["self"] = value
    with pytest.raises(BadValue, match="deeper"):
        await store.run(lambda tx: tx.put("a", value))


async def test_a_refused_value_harms_nobody_else(store: Store) -> None:
    works = [store.run(put(f"k{n}", {"n": n if n % 2 else float("nan")})) for n in range(20)]
    outcomes = await asyncio.gather(*works, return_exceptions=True)
    assert [isinstance(outcome, BadValue) for outcome in outcomes] == [True, False] * 10
    assert len(await store.run(lambda tx: tx.query("k"))) == 10


NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
JSON = st.recursive(SCALARS | NAMES, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=20)


@given(st.dictionaries(NAMES, JSON))
def test_clean_leaves_what_is_json_as_it_is(value: dict[str, Any]) -> None:
    cleaned = clean(value)
    assert cleaned == value and encode(cleaned) == encode(value)


@given(st.dictionaries(st.text(max_size=3), st.text()))
def test_clean_makes_any_text_storable_once_and_for_all(value: dict[str, str]) -> None:
    try:
        cleaned = clean(value)
    except BadValue as error:
        assert "two names" in str(error)
    else:
        assert "\0" not in str(cleaned) and clean(cleaned) == cleaned
        encode(cleaned).encode()
