"""The few pieces that every card is made of. Text from people or sources goes into `plain`, which reads no markup."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from cards.card import Card, Json

LONGEST_TITLE = 40
ROW = 44  # characters of buttons that fit beside each other on a phone
MOST_LINES = 30
BUTTON_EDGE = 6  # what the frame of a button takes, in characters

_MARKUP = re.compile(r"([\\`*_~\[\]<>]|^[-+#])")
_MARKED = re.compile(r"[\\`*_~\[\]()<>&#|]")
_NUMBER = re.compile(r"^(\d+)([.)])")  # would begin a list
# Controls, zero-width characters and those that turn the direction of the text; not the joiner of composed emoji.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNSAFE = re.compile(r"[\s()<>\"`\\\[\]|^{}]")
_READ_AS_MARKUP = str.maketrans("", "", "\\`*_~[]<>#")
_LAST = str.maketrans("åäö", "{|}")
_MESSAGE = "https://teams.microsoft.com/l/message"
_WEB = ("https://", "http://")


def card(language: str, summary: str, body: Sequence[Json]) -> Card:
    """A card of `body` elements, as wide as the client allows; `summary` is literal text."""
    summary = clean(summary)
    content: Json = {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": language,
        "fallbackText": summary,
        "body": list(body),
        "msteams": {"width": "Full"},
    }
    return Card(content, summary)


def mention(person: str, name: str) -> Json:
    """What makes Teams notify somebody, under their lasting id; its `text` is to stand in a TextBlock."""
    plainly = " ".join(_MARKED.sub(" ", clean(name)).split()) or "?"
    return {"type": "mention", "text": f"<at>{plainly}</at>", "mentioned": {"id": person, "name": plainly}}


def mentioning(shown: Card, *mentions: Json) -> Card:
    """The card with those it mentions; what merely looks like a mention is none."""
    msteams = {**shown.content["msteams"], "entities": list(mentions)}
    return Card({**shown.content, "msteams": msteams}, shown.summary)


def title(text: str) -> Json:
    return _heading(text, "Large")


def heading(text: str) -> Json:
    return {**_heading(text, "Default"), "spacing": "Medium"}


def _heading(text: str, size: str) -> Json:
    words = {"type": "TextBlock", "text": escape(text), "wrap": True}
    return {**words, "weight": "Bolder", "size": size, "style": "heading"}


def sentence(text: str) -> Json:
    """A sentence of our own, from the catalogue."""
    return {"type": "TextBlock", "text": text, "wrap": True}


def quiet(text: str, spacing: str = "Small") -> Json:
    """A line of our own that explains; small, still readable."""
    return {"type": "TextBlock", "text": text, "wrap": True, "size": "Small", "isSubtle": True, "spacing": spacing}


def plain(*runs: str | Json, spacing: str = "Small") -> Json:
    """Text shown letter by letter, whatever it holds; a run may be given as `bold(…)`, `italic(…)` or `faint(…)`."""
    inlines = [_run(run) if isinstance(run, str) else run for run in runs if run]
    return {"type": "RichTextBlock", "inlines": inlines, "spacing": spacing}


def paragraphs(text: str) -> list[str]:
    """Its lines, as they were written, but so many at most that a card does not grow too large."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [*lines[:MOST_LINES], *filter(None, [" ".join(lines[MOST_LINES:])])]


def bold(text: str) -> Json:
    return {**_run(text), "weight": "Bolder"}


def italic(text: str) -> Json:
    return {**_run(text), "italic": True}


def faint(text: str) -> Json:
    return {**_run(text), "size": "Small", "isSubtle": True}


def _run(text: str) -> Json:
    return {"type": "TextRun", "text": clean(text)}


def group(items: Sequence[Json], *, separator: bool = False, spacing: str = "Medium") -> Json:
    held: Json = {"type": "Container", "items": list(items), "spacing": spacing}
    return {**held, "separator": True} if separator else held


def buttons(actions: Iterable[Json]) -> list[Json]:
    """Rows of buttons, never more in one than a phone shows with their whole titles (and Teams at most six)."""
    rows: list[list[Json]] = []
    room = 0
    for action in actions:
        width = len(action["title"]) + BUTTON_EDGE
        if not rows or width > room:
            rows.append([])
            room = ROW
        rows[-1].append(action)
        room -= width
    return [
        {"type": "ActionSet", "actions": row, "spacing": "Small" if number else "Medium"}
        for number, row in enumerate(rows)
    ]


def row(text: Json, *actions: Json) -> Json:
    """A line of text, and what can be done about it beside it."""
    words = {"type": "Column", "width": "stretch", "items": [text], "verticalContentAlignment": "Center"}
    doing = {"type": "Column", "width": "auto", "items": [{"type": "ActionSet", "actions": list(actions)}]}
    columns = [words, {**doing, "verticalContentAlignment": "Center"}] if actions else [words]
    return {"type": "ColumnSet", "columns": columns, "spacing": "Small"}


def hidden(id: str, items: Sequence[Json]) -> Json:
    """What is not shown until somebody asks for it."""
    return {**group(items, spacing="Small"), "id": id, "isVisible": False}


def toggle(title: str, turned: Iterable[str], about: str = "") -> Json:
    """The button that shows those of the `turned` elements that are hidden, and hides the others, for who clicks.

    `about` says what it is for where its title alone does not tell.
    """
    said = {"tooltip": about} if about else {}
    return {"type": "Action.ToggleVisibility", "title": title, "targetElements": list(turned), **said}


def open_url(title: str, url: str) -> Json:
    """The button that opens an address of our own in the browser."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def link(text: str, url: str) -> str:
    """A Markdown link for a TextBlock; only text where there is no web address."""
    if not url.startswith(_WEB):
        return escape(text)
    return f"[{escape(text)}]({_UNSAFE.sub(lambda found: quote(found[0]), clean(url))})"


def message_link(text: str, conversation: str, message: str) -> str:
    """A Markdown link to a message in a channel or in one of its threads."""
    return link(text, message_url(conversation, message))


def message_url(conversation: str, message: str) -> str:
    """Where a message in a channel or in one of its threads is read.

    https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
    """
    channel, _, thread = conversation.partition(";messageid=")
    place, id, parent = (quote(each, safe="") for each in (channel, message, thread or message))
    return f"{_MESSAGE}/{place}/{id}?parentMessageId={parent}"


def escape(text: str) -> str:
    """Text as it stands, inside the Markdown of a TextBlock."""
    return _NUMBER.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", clean(text).strip()))


def unmarked(text: str) -> str:
    """Text without what clients might read as Markdown beside a choice or a box, where no escape is sure to help."""
    return clean(text).translate(_READ_AS_MARKUP)


def clean(text: str) -> str:
    """On one line, without what nobody can see or what turns the direction of the text."""
    return _BREAKS.sub(" ", _INVISIBLE.sub("", text))


def short(text: str, most: int = LONGEST_TITLE) -> str:
    """At most `most` characters, an ellipsis where it is cut."""
    text = clean(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def alphabetical(text: str) -> str:
    """What to sort by so that å, ä and ö come last, in that order."""
    return text.casefold().translate(_LAST)


def within(items: Iterable[Json], room: int) -> Iterator[Json]:
    """The items from the first on that together take at most `room` bytes on the wire."""
    for item in items:
        room -= size(item)
        if room < 0:
            return
        yield item


def size(part: Json) -> int:
    """Bytes on the wire."""
    return len(json.dumps(part, ensure_ascii=False).encode())
