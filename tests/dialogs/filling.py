"""What a card asks to be filled in, and what its buttons carry."""

from typing import Any

from tests.bot.conversation import Shown


def fields_of(shown: Shown) -> dict[str, Any]:
    """What each field of a card holds, by its id."""
    return {each["id"]: each.get("value", "") for each in _parts(shown.card) if each["type"].startswith("Input.")}


def filled_in(shown: Shown, verb: str, **typed: str) -> dict[str, Any]:
    """What the first button of that verb brings back when it is clicked, with what is `typed` into the fields."""
    carried = next(each["data"] for each in _parts(shown.card) if each.get("verb") == verb)
    return {**fields_of(shown), **typed, **carried}


def _parts(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for each in part for found in _parts(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if "type" in part else []
    return own + [found for key, each in part.items() if key not in ("data", "fallback") for found in _parts(each)]
