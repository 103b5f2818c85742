"""What a card asks to be filled in, what its buttons carry, and the dialog that one of them opens."""

from typing import Any

from tests.bot import activities
from tests.bot.conversation import Chat, Shown, texts_of


def fields_of(shown: Shown) -> dict[str, Any]:
    """What each field of a card holds, by its id."""
    return {each["id"]: each.get("value", "") for each in _parts(shown.card) if each["type"].startswith("Input.")}


def filled_in(shown: Shown, verb: str, **typed: str) -> dict[str, Any]:
    """What the first button of that verb brings back when it is clicked, with what is `typed` into the fields."""
    carried = next(each["data"] for each in _parts(shown.card) if each.get("verb") == verb)
    return {**fields_of(shown), **typed, **carried}


async def opened(chat: Chat, shown: Shown, title: str) -> Shown:
    """The dialog that the first button of that title opens beside the card."""
    return await _in_dialog(chat, "task/fetch", _submitted(shown, title))


async def sent(chat: Chat, form: Shown, title: str, /, **typed: str) -> Shown:
    """What a dialog becomes, with what is `typed` into its fields, when its first button of that title is clicked."""
    return await _in_dialog(chat, "task/submit", {**fields_of(form), **typed, **_submitted(form, title)})


def _submitted(shown: Shown, title: str) -> dict[str, Any]:
    """What a button carries that is no Action.Execute, for that opens no dialog and is not known in one."""
    found = (each for each in _parts(shown.card) if each["type"] == "Action.Submit")
    return next(dict(each["data"]) for each in found if each["title"] == title)


async def _in_dialog(chat: Chat, name: str, data: dict[str, Any]) -> Shown:
    """A card, or words alone."""
    invoke = activities.in_form(chat.bot.connector.url, chat.place, chat.who, name, data)
    value = (await chat.bot.post(invoke)).body["task"]["value"]
    if isinstance(value, str):
        return Shown({}, value)
    card = value["card"]["content"]
    return Shown(card, texts_of(card))


def _parts(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for each in part for found in _parts(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if "type" in part else []
    return own + [found for key, each in part.items() if key not in ("data", "fallback") for found in _parts(each)]
