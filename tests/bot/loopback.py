"""Teams' side on this machine: a Bot Connector that records what it is sent and can be told to fail."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from aiohttp import web

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    headers: dict[str, str]
    body: Json
    query: dict[str, str]
    at: float  # seconds of the loop's clock


class HangUp(StrEnum):
    """The connection is closed without an answer: before what was asked is done, or after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass
class LoopbackConnector:
    """`messages` are what stands in Teams, by id: the conversation and what was last put there.

    `fail_with` is the status of every answer while set; `slow` the seconds it takes. `failures` are the statuses of the
    next answers, or how they stay away; `again_after` is what Retry-After says with them; `largest_page` is how many
    members it gives at once; `nameless` makes it tell no ids. What is posted waits while it is not `open`.
    """

    url: str = ""
    calls: list[Call] = field(default_factory=list)
    members: dict[str, Json] = field(default_factory=dict)
    teams: dict[str, Json] = field(default_factory=dict)
    meetings: dict[str, Json] = field(default_factory=dict)
    fail_with: int = 0
    failures: list[int | HangUp] = field(default_factory=list)
    messages: dict[str, tuple[str, Json]] = field(default_factory=dict)
    again_after: str = ""
    slow: float = 0.0
    largest_page: int = 500
    nameless: bool = False
    called: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.open.set()

    @property
    def posted(self) -> list[Json]:
        return [call.body for call in self.calls if call.method == "POST"]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json() if request.can_read_body else {}
        at = asyncio.get_running_loop().time()
        headers, query = dict(request.headers), dict(request.query)
        self.calls.append(Call(request.method, request.path, headers, body, query, at))
        new_id = f"posted-{len(self.calls)}"
        self.called.set()
        await asyncio.sleep(self.slow)
        await self.open.wait()
        failure = self.failures.pop(0) if self.failures else self.fail_with
        if failure in set(HangUp):
            if failure is HangUp.AFTER:
                self._answer(request, body, new_id)
            return _hang_up(request)
        return self._failure(int(failure)) if failure else self._answer(request, body, new_id)

    def _failure(self, status: int) -> web.Response:
        error = {"error": {"code": "Told", "message": "told to fail"}}
        headers = {"Location": "/elsewhere", **({"Retry-After": self.again_after} if self.again_after else {})}
        return web.json_response(error, status=status, headers=headers)

    def _answer(self, request: web.Request, body: Json, new_id: str) -> web.Response:
        match request.method, [unquote(step) for step in request.rel_url.raw_path.strip("/").split("/")]:
            case "GET", [*_, "members", member]:
                return _known(self.members.get(member), "MemberNotFound")
            case "GET", [*_, "pagedmembers"]:
                return web.json_response(self._page(request))
            case "GET", [*_, "teams" | "meetings" as kind, id]:
                return _known((self.teams if kind == "teams" else self.meetings).get(id), "NotFound")
            case "POST", ["v3", "conversations"]:
                return web.json_response(self._opened(body, new_id), status=201)
            case "PUT" | "DELETE", [*_, "activities", id]:
                return self._amended(request.method, id, body)
        return web.json_response(self._posted(body["conversation"]["id"], body, new_id), status=201)

    def _amended(self, method: str, id: str, body: Json) -> web.Response:
        """What the test made up is changed and deleted as well."""
        if method == "DELETE":
            self.messages.pop(id, None)
        elif id in self.messages:
            self.messages[id] = (self.messages[id][0], body)
        return web.json_response({"id": id})

    def _posted(self, conversation: str, activity: Json, id: str) -> Json:
        self.messages[id] = (conversation, activity)
        return {} if self.nameless else {"id": id}

    def _page(self, request: web.Request) -> Json:
        first = int(request.query.get("continuationToken", "0"))
        after = first + min(int(request.query["pageSize"]), self.largest_page)
        more = {"continuationToken": str(after)} if after < len(self.members) else {}
        return {"members": list(self.members.values())[first:after], **more}

    def _opened(self, body: Json, new_id: str) -> Json:
        if body.get("members"):
            return {"id": f"a:chat-{body['members'][0]['id']}"}
        channel = body["channelData"]["channel"]["id"]
        id = self._posted(channel, body["activity"], new_id).get("id")
        return {"id": f"{channel};messageid={id}", "activityId": id} if id else {}


def _hang_up(request: web.Request) -> web.Response:
    assert request.transport
    request.transport.abort()
    return web.Response()


def _known(found: Json | None, otherwise: str) -> web.Response:
    return web.json_response(found or {"error": {"code": otherwise}}, status=200 if found else 404)


def free_port() -> int:
    """A port for a program that has to be told one.

    For a minute the system remembers the connection that was closed there, and gives the port to nobody who asks for
    any; whoever asks for this one gets it.
    """
    with socket.create_server(("", 0)) as server:
        port = int(server.getsockname()[1])
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    return port


@contextlib.asynccontextmanager
async def serving(app: web.Application, shutdown_timeout: float = 10.0) -> AsyncIterator[str]:
    """Serve `app` on a free loopback port; gives its URL. What is under way at the end gets `shutdown_timeout` s."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=shutdown_timeout)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def loopback_connector() -> AsyncIterator[LoopbackConnector]:
    connector = LoopbackConnector()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", connector.take)
    async with serving(app, shutdown_timeout=0.1) as url:
        connector.url = url + "/"
        yield connector
