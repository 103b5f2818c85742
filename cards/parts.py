"""The few pieces that every card is made of. Text from people or sources goes into `plain`, which reads no markup."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from cards.card import Card, Json

_MARKUP = re.compile(r"([\\`*_\[\]()#~|<>])")


def card(language: str, summary: str, body: Sequence[Json], actions: Sequence[Json] = ()) -> Card:
    """A card of `body` elements and at most six `actions`, as wide as the client allows."""
    content: dict[str, Any] = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": language,
        "fallbackText": summary,
        "body": list(body),
        "msteams": {"width": "Full"},
    }
    if actions:
        content["actions"] = list(actions)
    return Card(content, summary)


def title(text: str) -> Json:
    return {
        "type": "TextBlock",
        "text": escape(text),
        "wrap": True,
        "weight": "Bolder",
        "size": "Medium",
        "style": "heading",
    }


def heading(text: str) -> Json:
    return {"type": "TextBlock", "text": escape(text), "wrap": True, "weight": "Bolder", "spacing": "Medium"}


def sentence(text: str) -> Json:
    """A sentence of our own, from the catalogue."""
    return {"type": "TextBlock", "text": text, "wrap": True}


def quiet(text: str, spacing: str = "Small") -> Json:
    """A line that explains; small, still readable."""
    return {"type": "TextBlock", "text": text, "wrap": True, "size": "Small", "isSubtle": True, "spacing": spacing}


def plain(*runs: str | Json, spacing: str = "Small") -> Json:
    """Text shown letter by letter, whatever it holds; a run may be given as `bold(…)` or `faint(…)`."""
    inlines = [{"type": "TextRun", "text": run} if isinstance(run, str) else run for run in runs if run]
    return {"type": "RichTextBlock", "inlines": inlines, "spacing": spacing}


def bold(text: str) -> Json:
    return {"type": "TextRun", "text": text, "weight": "Bolder"}


def italic(text: str) -> Json:
    return {"type": "TextRun", "text": text, "italic": True}


def faint(text: str) -> Json:
    return {"type": "TextRun", "text": text, "isSubtle": True}


def group(items: Sequence[Json], *, separator: bool = False, spacing: str = "Medium") -> Json:
    return {"type": "Container", "items": list(items), "separator": separator, "spacing": spacing}


def buttons(actions: Iterable[Json]) -> Json:
    return {"type": "ActionSet", "actions": list(actions), "spacing": "Medium"}


def link(text: str, url: str) -> str:
    """A Markdown link for a TextBlock; only text where there is no address."""
    if not url:
        return escape(text)
    return f"[{escape(text)}]({url.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"


def escape(text: str) -> str:
    """Text as it stands, inside the Markdown of a TextBlock."""
    return _MARKUP.sub(r"\\\1", text)
