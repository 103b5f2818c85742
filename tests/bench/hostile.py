"""Teams at its worst: a connector that fails 30 % of the calls in every way there is, and a Graph that sees late."""

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from aiohttp import web

from bot.calls import TOTAL_SECONDS
from bot.replies import CARD_TYPE

FAILING = 0.3
SEEN_AFTER = 3.0  # seconds in which Graph does not show a new message
GROUP = "group-1"

Json = dict[str, Any]


class Failure(Enum):
    TOO_MANY = "429, asking for a second"
    ERROR_BEFORE = "500, not delivered"
    ERROR_AFTER = "500, delivered"
    TIMEOUT_BEFORE = "no answer in time, not delivered"
    TIMEOUT_AFTER = "no answer in time, delivered"
    DROPPED_BEFORE = "connection dropped, not delivered"
    DROPPED_AFTER = "connection dropped, delivered"


DELIVERED = {Failure.ERROR_AFTER, Failure.TIMEOUT_AFTER, Failure.DROPPED_AFTER}
# Each of the five ways as often as the others.
WEIGHTS = {
    each: 2 if each in {Failure.TOO_MANY, Failure.TIMEOUT_BEFORE, Failure.TIMEOUT_AFTER} else 1 for each in Failure
}


@dataclass
class Hostile:
    """`messages` are the marker, conversation and moment of each message there is; `calls` when each post came."""

    messages: list[tuple[str, str, float]] = field(default_factory=list)
    calls: list[tuple[float, str]] = field(default_factory=list)
    failed: Counter[Failure] = field(default_factory=Counter)

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/v3/teams/{team}", self._team)
        app.router.add_post("/v3/conversations", self._post)
        app.router.add_get("/v1.0/teams/{group}/channels/{channel}/messages", self._read)
        return app

    async def _team(self, _: web.Request) -> web.Response:
        return web.json_response({"aadGroupId": GROUP})

    async def _post(self, request: web.Request) -> web.Response:
        came = _now()
        body = await request.json()
        channel = body["channelData"]["channel"]["id"]
        self.calls.append((came, channel))
        failure = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0] if random.random() < FAILING else None
        if failure is not None:
            self.failed[failure] += 1
        id = self._deliver(channel, body["activity"]) if failure is None or failure in DELIVERED else ""
        await asyncio.sleep(random.uniform(0.02, 0.2))
        return await self._answer(request, channel, id, failure)

    def _deliver(self, channel: str, activity: Json) -> str:
        [attachment] = activity["attachments"]
        self.messages.append((attachment["content"]["body"][0]["id"], channel, _now()))
        return str(len(self.messages))

    async def _answer(self, request: web.Request, channel: str, id: str, failure: Failure | None) -> web.Response:
        match failure:
            case None:
                return web.json_response({"id": f"{channel};messageid={id}", "activityId": id}, status=201)
            case Failure.TOO_MANY:
                return web.json_response({}, status=429, headers={"Retry-After": "1"})
            case Failure.ERROR_BEFORE | Failure.ERROR_AFTER:
                return web.json_response({}, status=500)
            case Failure.TIMEOUT_BEFORE | Failure.TIMEOUT_AFTER:
                await asyncio.sleep(TOTAL_SECONDS + 2)
        if request.transport:
            request.transport.abort()
        return web.Response()

    async def _read(self, request: web.Request) -> web.Response:
        """All that stands in a channel, on one page."""
        there = [
            _message(number, marker)
            for number, (marker, channel, at) in enumerate(self.messages, 1)
            if channel == request.match_info["channel"] and at < _now() - SEEN_AFTER
        ]
        return web.json_response({"value": there})


def _message(number: int, marker: str) -> Json:
    card = json.dumps({"type": "AdaptiveCard", "body": [{"id": marker}]})
    return {"id": str(number), "attachments": [{"contentType": CARD_TYPE, "content": card}]}


def _now() -> float:
    return asyncio.get_running_loop().time()
