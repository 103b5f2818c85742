"""Microsoft Graph on this machine: it shows what stands in the loopback connector, and can be told to fail."""

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


@dataclass
class LoopbackGraph:
    """`group` is the only team it knows; `failures` are the statuses of the next answers.

    It shows nothing at the next `blind` looks, as when a message is new, and no more than the `largest` page at once.
    `asked` are the paths and queries it was asked for, `tokens` what it was shown.
    """

    connector: LoopbackConnector
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    group: str = "group-1"
    failures: list[int] = field(default_factory=list)
    blind: int = 0
    largest: int = 50
    url: str = GRAPH
    asked: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(str(request.rel_url))
        self.tokens.append(request.headers.get("Authorization", ""))
        if self.failures:
            return web.json_response({"error": {"code": "Told"}}, status=self.failures.pop(0))
        match [unquote(step) for step in request.rel_url.raw_path.strip("/").split("/")]:
            case ["v1.0", "teams", self.group, "channels", channel, "messages"]:
                return self._page(request, channel)
            case ["v1.0", "teams", self.group, "channels", channel, "messages", thread, "replies"]:
                return self._page(request, f"{channel};messageid={thread}")
        return web.json_response({"error": {"code": "NotFound"}}, status=404)

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
