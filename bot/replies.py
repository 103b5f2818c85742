"""A dialog's replies in the shapes Teams takes."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cards.card import Card
from dialogs.turn import Choice

Json = dict[str, Any]

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
PREVIEW_TYPE = "application/vnd.microsoft.card.thumbnail"
TEXT_TYPE = "application/vnd.microsoft.activity.message"
# Teams refuses a card above this, webhooks and older clients included.
LARGEST_CARD = 28 * 1024


class CardTooLarge(Exception):
    """A card is above what Teams takes: a defect of the card, not of what was asked."""


def message(card: Card) -> Json:
    """A message that is `card`. Raises CardTooLarge."""
    attachment = {"contentType": CARD_TYPE, "content": _checked(card)}
    return {"type": "message", "summary": card.summary, "attachments": [attachment]}


def text_message(words: str) -> Json:
    return {"type": "message", "text": words, "textFormat": "plain"}


def card_answer(card: Card) -> Json:
    """The body that puts `card` in the place of the clicked one. Raises CardTooLarge."""
    return {"statusCode": 200, "type": CARD_TYPE, "value": _checked(card)}


def text_answer(words: str) -> Json:
    """The body that shows `words` to whoever clicked, and nobody else."""
    return {"statusCode": 200, "type": TEXT_TYPE, "value": words}


def card_in_dialog(card: Card) -> Json:
    """The body that shows `card` in a dialog, where only Action.Submit is known. Raises CardTooLarge."""
    attachment = {"contentType": CARD_TYPE, "content": _submitting(_checked(card))}
    shown = {"title": card.summary, "height": "large", "width": "medium", "card": attachment}
    return {"task": {"type": "continue", "value": shown}}


def text_in_dialog(words: str) -> Json:
    """The body that shows `words` in a dialog, and nothing else."""
    return {"task": {"type": "message", "value": words}}


def choices(offered: Sequence[Choice]) -> Json:
    """The body that lists cards to choose among, each under its two lines. Raises CardTooLarge."""
    attachments = [
        {
            "contentType": CARD_TYPE,
            "content": _checked(each.card),
            "preview": {"contentType": PREVIEW_TYPE, "content": {"title": each.title, "text": each.text}},
        }
        for each in offered
    ]
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}


def card_in_search(card: Card) -> Json:
    return choices([Choice(card, card.summary, "")])


def text_in_search(words: str) -> Json:
    """The body that says `words` in the place of results."""
    return {"composeExtension": {"type": "message", "text": words}}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a click is answered with a card, and with words."""

    card: Callable[[Card], Json]
    text: Callable[[str], Json]


ON_CARD = Shape(card_answer, text_answer)
IN_DIALOG = Shape(card_in_dialog, text_in_dialog)
IN_SEARCH = Shape(card_in_search, text_in_search)


def _submitting(part: Any) -> Any:
    """With each Action.Execute replaced by its fallback."""
    if isinstance(part, list):
        return [_submitting(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "Action.Execute" and "fallback" in part:
        return part["fallback"]
    return {key: _submitting(each) for key, each in part.items() if key != "refresh"}


def _checked(card: Card) -> Json:
    size = len(json.dumps(card.content, ensure_ascii=False).encode())
    if size > LARGEST_CARD:
        raise CardTooLarge(f"{size} bytes: {card.summary[:60]}")
    return card.content
