import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store.keys import checked, end_of, key, prefix

CHARACTERS = st.characters() | st.sampled_from("/%25F\0\n\ud800")
PARTS = st.lists(st.text(CHARACTERS, max_size=20), min_size=1, max_size=4)


def test_the_readable_stays_readable() -> None:
    assert key("nät:19@thread.tacv2", "2026-03-05", "a.b;c=d_e") == "nät:19@thread.tacv2/2026-03-05/a.b;c=d_e"


def test_what_would_collide_is_encoded() -> None:
    assert key("a/b", "50 %", "x\n\x85\ud800") == "a%2Fb/50 %25/x%0A%C2%85%ED%A0%80"


@given(PARTS, PARTS)
def test_other_parts_give_another_key(one: list[str], other: list[str]) -> None:
    assert (key(*one) == key(*other)) == (one == other)


@given(PARTS, PARTS)
def test_a_prefix_is_of_the_keys_below_it_alone(above: list[str], parts: list[str]) -> None:
    below = len(parts) > len(above) and parts[: len(above)] == above
    assert key(*parts).startswith(prefix(*above)) == below


@given(PARTS.filter(any))
def test_every_key_can_be_stored(parts: list[str]) -> None:
    assert checked(key(*parts)) == key(*parts)


@pytest.mark.parametrize("order", [["a", "ab", "b"], ["1", "10", "9"], ["Z", "a", "ä", "å"]])
def test_keys_sort_by_their_bytes(order: list[str]) -> None:
    assert sorted(map(key, order)) == sorted(map(key, order), key=str.encode) == [key(each) for each in order]


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("a\ud7ff\ue000\U0010ffff"), max_size=4)


@given(TEXTS, TEXTS)
def test_what_begins_with_a_prefix_comes_before_its_end_and_nothing_else_between(start: str, other: str) -> None:
    end = end_of(start)
    between = start.encode() <= other.encode() and (not end or other.encode() < end.encode())
    assert between == other.startswith(start) or not end
    assert end or not start.strip("\U0010ffff")
