"""Microsoft Graph: whether a post stands in a channel, where the team lets the app read it.

The permission is ChannelMessage.Read.Group, given for one team by its owner when the app is added.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from bot.calls import Caller, Request, SendFailed
from bot.replies import CARD_TYPE

GRAPH = "https://graph.microsoft.com"
AT_ONCE = 50  # messages, the most that Graph gives in a page
MOST_PAGES = 20
SKEW = timedelta(minutes=5)  # by which our time may be ahead of Teams'
CLOSED = frozenset({HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})

Json = Mapping[str, Any]


class NotPermitted(Exception):
    """The app may not read there; the text says what Graph said."""


class Graph:
    """`url` is where Graph is; its token is what `caller` shows."""

    def __init__(self, caller: Caller, url: str = GRAPH) -> None:
        self._caller = caller
        self._url = url

    async def find(self, group: str, conversation: str, marker: str, since: datetime) -> str:
        """The id of the message posted after `since` whose card carries `marker`; empty when there is none so far.

        `group` is the directory's id of the team, `conversation` its channel or a thread there.
        Raises NotPermitted, SendFailed.
        """
        page = _first_page(group, conversation)
        for _ in range(MOST_PAGES):
            answer = await self._read(page)
            messages = answer.get("value") or []
            for message in messages:
                if marker in _marks(message):
                    return str(message["id"])
            page = str(answer.get("@odata.nextLink", "")).removeprefix(self._url).lstrip("/")
            if not page or (messages and all(_is_before(message, since - SKEW) for message in messages)):
                return ""
        raise SendFailed(HTTPStatus.OK, "too much was said since to read it all")

    async def _read(self, page: str) -> Json:
        try:
            return await self._caller.call(Request("GET", self._url, page))
        except SendFailed as failed:
            if failed.status in CLOSED:
                raise NotPermitted(failed.message) from failed
            raise


def _first_page(group: str, conversation: str) -> str:
    channel, _, thread = conversation.partition(";messageid=")
    messages = f"v1.0/teams/{quote(group, safe='')}/channels/{quote(channel, safe='')}/messages"
    of_thread = f"/{quote(thread, safe='')}/replies" if thread else ""
    return f"{messages}{of_thread}?$top={AT_ONCE}"


def _marks(message: Json) -> Iterator[str]:
    """The ids that the elements of its cards carry."""
    for attachment in message.get("attachments") or []:
        if attachment.get("contentType") == CARD_TYPE:
            for element in _body(attachment.get("content")):
                yield str(element.get("id", ""))


def _body(content: object) -> list[Json]:
    """A card's elements; Graph gives the card as text."""
    try:
        card = json.loads(content) if isinstance(content, str) else None
    except ValueError:
        return []
    body = card.get("body") if isinstance(card, dict) else None
    return [element for element in body if isinstance(element, dict)] if isinstance(body, list) else []


def _is_before(message: Json, moment: datetime) -> bool:
    """Newest come first, threads by their latest reply; what does not say when is not known to be old."""
    try:
        return datetime.fromisoformat(str(message.get("lastModifiedDateTime"))) < moment
    except (ValueError, TypeError):
        return False
