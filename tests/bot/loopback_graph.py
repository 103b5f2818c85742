"""Microsoft Graph on this machine: it shows what stands in the loopback connector and what was said in meetings.

It can be told to fail, and answers then as Microsoft documents it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from bot.graph import GRAPH
from tests.bot.loopback import LoopbackConnector

Json = dict[str, Any]


@dataclass(frozen=True)
class Recording:
    """A transcript of a meeting that `organizer` called; with no content while it is listed and not ready.

    Where it has no end, Graph does not tell it.
    """

    organizer: str
    meeting: str
    id: str
    begun: datetime
    ended: datetime | None
    content: str | None


@dataclass
class LoopbackGraph:
    """`group` is the only team it knows; `failures` are the statuses of the next answers, `again_after` what
    Retry-After says with them.

    It shows nothing at the next `blind` looks, as when a message is new, and no more than the `largest` page at once.
    Transcripts it tells of those who are in its application access `policy` alone, and of none where it is None.
    `asked` are the paths and queries it was asked for, `tokens` what it was shown.
    """

    connector: LoopbackConnector
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    group: str = "group-1"
    failures: list[int] = field(default_factory=list)
    again_after: str = ""
    policy: set[str] | None = None
    recordings: list[Recording] = field(default_factory=list)
    blind: int = 0
    largest: int = 50
    url: str = GRAPH
    asked: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(str(request.rel_url))
        self.tokens.append(request.headers.get("Authorization", ""))
        if self.failures:
            headers = {"Retry-After": self.again_after} if self.again_after else {}
            return web.json_response({"error": {"code": "Told"}}, status=self.failures.pop(0), headers=headers)
        match [unquote(step) for step in request.rel_url.raw_path.strip("/").split("/")]:
            case ["v1.0", "teams", self.group, "channels", channel, "messages"]:
                return self._page(request, channel)
            case ["v1.0", "teams", self.group, "channels", channel, "messages", thread, "replies"]:
                return self._page(request, f"{channel};messageid={thread}")
            case ["v1.0", "users", organizer, "onlineMeetings", meeting, "transcripts", *rest]:
                return self._said(request, organizer, meeting, rest)
        return _no("NotFound", "Resource not found.", 404)

    def _said(self, request: web.Request, organizer: str, meeting: str, rest: list[str]) -> web.Response:
        if organizer not in (self.policy or ()):
            return _no("Forbidden", "No application access policy found for this app.", 403)
        found = [each for each in self.recordings if (each.organizer, each.meeting) == (organizer, meeting)]
        match rest:
            case []:
                return self._transcripts(request, found)
            case [id, "content"] if request.query.get("$format") == "text/vtt":
                [recording] = [each for each in found if each.id == id]
                if recording.content is not None:
                    return web.Response(text=recording.content, content_type="text/vtt")
        return _no("NotFound", "Resource not found.", 404)

    def _transcripts(self, request: web.Request, found: list[Recording]) -> web.Response:
        """In no order that anybody promised, a page at a time; where there is none yet, Graph may say 404."""
        if not found:
            return _no("NotFound", "The transcript is not found.", 404)
        first = int(request.query.get("$skiptoken", "0"))
        after = first + self.largest
        following = f"{self.url}{request.rel_url.raw_path}?$skiptoken={after}"
        more = {"@odata.nextLink": following} if after < len(found) else {}
        told = [
            {
                "id": each.id,
                "meetingId": each.meeting,
                "createdDateTime": _moment(each.begun),
                "endDateTime": _moment(each.ended) if each.ended else None,
                "transcriptContentUrl": f"{self.url}{request.rel_url.raw_path}/{each.id}/content",
            }
            for each in found
        ]
        return web.json_response({"@odata.count": len(found), "value": told[first:after], **more})

    def _page(self, request: web.Request, conversation: str) -> web.Response:
        """Newest first, a page at a time."""
        found = [self._message(id) for id, (where, _) in self.connector.messages.items() if where == conversation][::-1]
        if self.blind:
            self.blind, found = self.blind - 1, []
        first = int(request.query.get("$skiptoken", "0"))
        after = first + min(int(request.query["$top"]), self.largest)
        following = f"{self.url}{request.rel_url.raw_path}?$top={request.query['$top']}&$skiptoken={after}"
        more = {"@odata.nextLink": following} if after < len(found) else {}
        return web.json_response({"value": found[first:after], **more})

    def _message(self, id: str) -> Json:
        """As Graph tells it; a card is told as text."""
        _, activity = self.connector.messages[id]
        attachments = [
            {"id": str(number), "contentType": each["contentType"], "content": json.dumps(each["content"])}
            for number, each in enumerate(activity.get("attachments", []))
        ]
        moment = self.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {"id": id, "createdDateTime": moment, "lastModifiedDateTime": moment, "attachments": attachments}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.1234567Z")


def _no(code: str, message: str, status: int) -> web.Response:
    return web.json_response({"error": {"code": code, "message": message}}, status=status)
