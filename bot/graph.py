"""Microsoft Graph: whether a post stands in a channel, and what was said in a meeting, where the app may know.

The first takes ChannelMessage.Read.Group, given for one team by its owner when the app is added; the second
OnlineMeetingTranscript.Read.Chat, given likewise for one meeting, or OnlineMeetingTranscript.Read.All.
"""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import quote

from bot.calls import Caller, Request, SendFailed
from bot.replies import CARD_TYPE

GRAPH = "https://graph.microsoft.com"
AT_ONCE = 50  # messages, the most that Graph gives in a page
MOST_PAGES = 20
SKEW = timedelta(minutes=5)  # by which our time may be ahead of Teams'
CLOSED = frozenset({HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN})

T = TypeVar("T")

Json = Mapping[str, Any]


class NotPermitted(Exception):
    """The app may not read there; the text says what Graph said."""


class NotThere(NotPermitted):
    """There is no such thing, or the app may not know of it."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a meeting from `begun` to `ended`."""

    id: str
    begun: datetime
    ended: datetime


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
        async for messages in self._pages(_first_page(group, conversation)):
            for message in messages:
                if marker in _marks(message):
                    return str(message["id"])
            if messages and all(_is_before(message, since - SKEW) for message in messages):
                break
        return ""

    async def transcripts(self, organizer: str, meeting: str, since: datetime) -> list[Transcript]:
        """Those of a meeting that ended after `since`, the first one first; none while none is ready.

        A meeting that recurs has those of each time. Raises NotPermitted, SendFailed.
        """
        found: list[Transcript] = []
        with contextlib.suppress(NotThere):
            async for page in self._pages(_transcripts(organizer, meeting)):
                found += map(_transcript, page)
        return sorted((each for each in found if each.ended > since), key=lambda each: each.begun)

    async def content(self, organizer: str, meeting: str, transcript: Transcript, most: int) -> bytes:
        """A transcript as WebVTT, up to `most` bytes and one too many.

        Raises NotThere while it is listed and not ready, NotPermitted, SendFailed.
        """
        path = f"{_transcripts(organizer, meeting)}/{quote(transcript.id, safe='')}/content?$format=text/vtt"
        return await _permitted(self._caller.download(Request("GET", self._url, path), most))

    async def _pages(self, page: str) -> AsyncIterator[list[Json]]:
        for _ in range(MOST_PAGES):
            answer = await _permitted(self._caller.call(Request("GET", self._url, page)))
            yield answer.get("value") or []
            page = str(answer.get("@odata.nextLink", "")).removeprefix(self._url).lstrip("/")
            if not page:
                return
        raise SendFailed(HTTPStatus.OK, "there are too many pages to read them all")


async def _permitted(call: Awaitable[T]) -> T:
    try:
        return await call
    except SendFailed as failed:
        if failed.status == HTTPStatus.NOT_FOUND:
            raise NotThere(failed.message) from failed
        if failed.status in CLOSED:
            raise NotPermitted(failed.message) from failed
        raise


def _transcripts(organizer: str, meeting: str) -> str:
    return f"v1.0/users/{quote(organizer, safe='')}/onlineMeetings/{quote(meeting, safe='')}/transcripts"


def _transcript(told: Json) -> Transcript:
    """Raises SendFailed where it is not what Graph promises."""
    try:
        begun = datetime.fromisoformat(str(told["createdDateTime"]))
        ended = datetime.fromisoformat(str(told.get("endDateTime") or begun))
        return Transcript(str(told["id"]), begun, max(begun, ended))
    except (KeyError, ValueError) as error:
        raise SendFailed(HTTPStatus.OK, f"no transcript: {error!r}") from error


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
