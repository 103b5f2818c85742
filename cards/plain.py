"""A card as plain text, for where no card can be drawn."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cards.actions import BadAction, decode
from cards.card import Card, Json

_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)")
_ESCAPED = re.compile(r"\\(\W|_)")
_CLOSE = {"None", "Small"}


class NotPlain(Exception):
    """Nobody has said how this type of element is written as plain text: a defect of ours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to click: its title, and the data that the click brings back."""

    title: str
    data: Json


def plain(card: Card, first: int = 1) -> str:
    """The card's text in reading order, its choices numbered from `first` in the order of `choices`.

    Raises NotPlain.
    """
    numbers = iter(range(first, first + len(choices(card))))
    lines = [line for part in _parts(card.content["body"]) for line in _drawn(part, card, numbers)]
    return "\n".join(lines).strip("\n")


def choices(card: Card) -> list[Choice]:
    """What can be clicked, in reading order."""
    sets = [part for part in _parts(card.content["body"]) if part["type"] == "ActionSet"]
    return [choice for part in sets for choice in _offered(part, card)]


def _parts(elements: Iterable[Json]) -> Iterator[Json]:
    """The elements in reading order, containers opened."""
    for element in elements:
        held = _held(element)
        if held is None:
            yield element
        elif held:
            first, *rest = held
            yield from _parts([{**first, **_apart(element)}, *rest])


def _held(element: Json) -> list[Json] | None:
    """The elements that it is made of; None where it is itself to be read."""
    match element["type"]:
        case "Container":
            return list(element["items"])
        case "ColumnSet":
            first, *others = (column["items"] for column in element["columns"])
            return [*first, *({**item, "spacing": "None"} for items in others for item in items)]
        case chart if chart.startswith("Chart.") and "fallback" in element:
            return [element["fallback"]]
    return None


def _apart(element: Json) -> Json:
    """How far it stands from what is above it."""
    return {name: element[name] for name in ("spacing", "separator") if name in element}


def _offered(action_set: Json, card: Card) -> list[Choice]:
    """What is sent when it is clicked; what is hidden on the card is written here anyway."""
    return [choice for action in action_set["actions"] if "data" in action for choice in _expanded(action, card)]


def _expanded(action: Json, card: Card) -> list[Choice]:
    """The action with what the fields hold; or, where it lacks what is chosen in a list, one for each of its items."""
    inputs = [part for part in _parts(card.content["body"]) if part["type"].startswith("Input.")]
    data = {**{each["id"]: each["value"] for each in inputs if "value" in each}, **action["data"]}
    if _complete(data):
        return [Choice(action["title"], data)]
    return [
        Choice(item["title"], {**data, each["id"]: item["value"]})
        for each in inputs
        for item in each.get("choices", ())
    ]


def _complete(data: Mapping[str, object]) -> bool:
    try:
        decode(data)
    except BadAction:
        return False
    return True


def _drawn(part: Json, card: Card, numbers: Iterator[int]) -> list[str]:
    """The lines of one element, an empty one before them where the card has a gap."""
    match part["type"]:
        case "TextBlock":
            lines = [_unmarked(part["text"])]
        case "RichTextBlock":
            lines = ["".join(run["text"] for run in part["inlines"])]
        case "ActionSet":
            lines = [f"  {next(numbers)} ▸ {choice.title}" for choice in _offered(part, card)]
        case "Input.ChoiceSet" | "Input.Text" | "Input.Date" | "Input.Time" | "Input.Toggle":
            lines = [_filled_in(part)]
        case unknown:
            raise NotPlain(unknown)
    if not lines:
        return []
    close = part.get("spacing", "Default") in _CLOSE and not part.get("separator")
    return lines if close else ["", *lines]


def _filled_in(part: Json) -> str:
    """What a field wants, and what it holds."""
    typed = part.get("value", "")
    if part["type"] == "Input.Toggle" and "label" not in part:
        return f"{'☑' if typed == 'true' else '☐'} {part['title']}"
    if part["type"] == "Input.Toggle":
        return f"{part['label']}: {part['title']}" if typed == "true" else str(part["label"])
    names = [each["title"] for each in part.get("choices", ()) if each["value"] in typed.split(",")]
    return ": ".join(filter(None, (part["label"], ", ".join(names) or typed)))


def _unmarked(text: str) -> str:
    """Markdown as it would be read: links with their address, no backslashes."""
    return _ESCAPED.sub(r"\1", _LINK.sub(r"\1 (\2)", text))
