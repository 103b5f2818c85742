"""Inputs to fill in: each with its label, what it holds, and what is wrong with that."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from cards.card import Json
from cards.parts import bold, plain, unmarked


def text_input(id: str, label: str, typed: str, *, most: int, lines: bool = False) -> Json:
    """A field for up to `most` characters, on several `lines` where they are many."""
    return {**_input("Text", id, label, typed), "maxLength": most, "isMultiline": lines}


def time_input(id: str, label: str, typed: str, error: str) -> Json:
    """A time of day, as *08:00*."""
    return {**_input("Time", id, label, typed), "isRequired": True, "errorMessage": error}


def date_input(id: str, label: str, typed: str, error: str = "") -> Json:
    """A day, as *2026-03-12*; one is required where there is an `error` to say so."""
    required = {"isRequired": True, "errorMessage": error} if error else {}
    return {**_input("Date", id, label, typed), **required}


def tick(id: str, label: str, words: str, typed: str) -> Json:
    """A box beside `words`, that is *true* or *false*; they say enough where there is no label."""
    return {**_input("Toggle", id, label, typed or "false"), "title": unmarked(words), "wrap": True}


def one_of(id: str, label: str, typed: str, choices: Mapping[str, str], error: str) -> Json:
    """A list to choose in; `choices` gives what each value is called."""
    return {**_choosing(id, label, typed, choices), "style": "compact", "isRequired": True, "errorMessage": error}


def one_in_sight(id: str, label: str, typed: str, choices: Mapping[str, str]) -> Json:
    """As `one_of`, with all of them in sight, for what takes more than a word to tell; `typed` is one of them."""
    return {**_choosing(id, label, typed, choices), "style": "expanded", "wrap": True}


def some_of(id: str, label: str, typed: str, choices: Mapping[str, str]) -> Json:
    """Boxes to tick; what is typed are the values, with commas between."""
    return {**_choosing(id, label, typed, choices), "style": "expanded", "isMultiSelect": True}


def many_of(id: str, label: str, typed: str, choices: Mapping[str, str]) -> Json:
    """As `some_of`, in a list that opens, for when there is more to choose of than fits."""
    return {**_choosing(id, label, typed, choices), "style": "compact", "isMultiSelect": True}


def wrong(error: str) -> Json:
    """What is wrong with the field above."""
    return plain(bold(error), spacing="None")


def values(part: Any) -> dict[str, str]:
    """What the fields in a part of a card hold, by name."""
    return {name: str(field.get("value", "")) for name, field in inputs(part).items()}


def inputs(part: Any) -> dict[str, Json]:
    """The fields in a part of a card, by name."""
    if isinstance(part, list):
        return {name: field for each in part for name, field in inputs(each).items()}
    if not isinstance(part, dict):
        return {}
    if str(part.get("type", "")).startswith("Input."):
        return {part["id"]: part}
    return inputs(list(part.values()))


def marked(held: Mapping[str, str]) -> str:
    """By what marks fields are known to hold what they do."""
    return " ".join(f"{name}={mark(value)}" for name, value in held.items())


def marks(marked: str) -> dict[str, str]:
    """Those marks, by the name of the field that each is of."""
    return dict(each.partition("=")[::2] for each in marked.split())


def mark(value: str) -> str:
    """The same for what reads the same."""
    return urlsafe_b64encode(sha256(" ".join(value.split()).encode()).digest()[:3]).decode()


def _choosing(id: str, label: str, typed: str, choices: Mapping[str, str]) -> Json:
    listed = [{"title": unmarked(title), "value": value} for value, title in choices.items()]
    return {**_input("ChoiceSet", id, label, typed), "choices": listed}


def _input(kind: str, id: str, label: str, typed: str) -> Json:
    said = {"label": label, "value": typed}
    return {"type": f"Input.{kind}", "id": id, **{name: each for name, each in said.items() if each}}
