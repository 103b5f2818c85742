"""A dialog's replies in the shapes Teams takes."""

import json
from typing import Any

from cards.card import Card

Json = dict[str, Any]

CARD_TYPE = "application/vnd.microsoft.card.adaptive"
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


def _checked(card: Card) -> Json:
    size = len(json.dumps(card.content, ensure_ascii=False).encode())
    if size > LARGEST_CARD:
        raise CardTooLarge(f"{size} bytes: {card.summary[:60]}")
    return card.content
