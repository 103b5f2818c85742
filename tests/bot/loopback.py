"""Teams' side on this machine: a Bot Connector that records what it is sent and can be told to fail."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    headers: dict[str, str]
    body: Json


@dataclass
class LoopbackConnector:
    """`fail_with` is the status of every answer while set; `slow` the seconds it takes."""

    url: str = ""
    calls: list[Call] = field(default_factory=list)
    members: dict[str, Json] = field(default_factory=dict)
    fail_with: int = 0
    slow: float = 0.0
    called: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def posted(self) -> list[Json]:
        return [call.body for call in self.calls if call.method == "POST"]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.json() if request.can_read_body else {}
        self.calls.append(Call(request.method, request.path, dict(request.headers), body))
        self.called.set()
        await asyncio.sleep(self.slow)
        if self.fail_with:
            error = {"error": {"code": "Told", "message": "told to fail"}}
            return web.json_response(error, status=self.fail_with, headers={"Location": "/elsewhere"})
        if request.method == "GET":
            return self._member(request.path.rpartition("/")[2])
        return web.json_response({"id": f"posted-{len(self.calls)}"}, status=201)

    def _member(self, member: str) -> web.Response:
        known = self.members.get(member)
        return web.json_response(known or {"error": {"code": "MemberNotFound"}}, status=200 if known else 404)


@contextlib.asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    """Serve `app` on a free loopback port; gives its URL."""
    runner = web.AppRunner(app, access_log=None)
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
    async with serving(app) as url:
        connector.url = url + "/"
        yield connector
