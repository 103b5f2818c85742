"""A card taken apart: its elements, texts and actions, its size, what the schema says of it."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft6Validator

from cards.card import Card

LARGEST = 28 * 1024
MOST_IN_A_ROW = 6


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    """Every object that has a type, the card itself first; what stands in for an action is not a part of its own."""
    if isinstance(part, list):
        for each in part:
            yield from nodes(each)
    elif isinstance(part, dict):
        if "type" in part:
            yield part
        for key, each in part.items():
            if key not in ("data", "fallback", "msteams", "refresh"):
                yield from nodes(each)


def of_type(card: Card, *types: str) -> list[dict[str, Any]]:
    return [node for node in nodes(card.content) if node["type"] in types]


def actions(card: Card) -> list[dict[str, Any]]:
    """The buttons that Erfa is told of; others only show and hide, or open an address."""
    others = {"Action.ToggleVisibility", "Action.OpenUrl"}
    return [node for node in nodes(card.content) if node["type"].startswith("Action.") and node["type"] not in others]


def rows(card: Card) -> list[list[dict[str, Any]]]:
    """The actions that stand side by side."""
    return [node["actions"] for node in nodes(card.content) if "actions" in node]


def literal(card: Card) -> list[str]:
    """The texts that no client reads as Markdown."""
    return ["".join(run["text"] for run in block["inlines"]) for block in of_type(card, "RichTextBlock")]


def markdown(card: Card) -> list[str]:
    """The texts that clients read as Markdown."""
    return [block["text"] for block in of_type(card, "TextBlock")]


def words(card: Card) -> str:
    return "\n".join([*markdown(card), *literal(card)])


def size(card: Card) -> int:
    """Bytes on the wire."""
    return len(json.dumps(card.content, ensure_ascii=False).encode())


def schema_errors(card: Card) -> list[str]:
    """What the Adaptive Card 1.5 schema says against it; `msteams` and charts are Teams' own additions."""
    content = {key: value for key, value in _without_charts(card.content).items() if key != "msteams"}
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in _schema().iter_errors(content)]


def _without_charts(part: Any) -> Any:
    """With what stands in for each chart where there are none."""
    if isinstance(part, list):
        return [_without_charts(each) for each in part]
    if not isinstance(part, dict):
        return part
    if str(part.get("type", "")).startswith("Chart."):
        return _without_charts(part["fallback"])
    return {key: _without_charts(each) for key, each in part.items()}


@cache
def _schema() -> Draft6Validator:
    file = files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(file.read_text("utf-8")))
