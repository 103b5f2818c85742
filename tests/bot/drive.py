"""Where Teams keeps files, on this machine: some that can be fetched, and some that better are not."""

import asyncio
import contextlib
import gzip
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import quote

from aiohttp import web

from knowledge.documents.files import SIZE_LIMIT
from tests.bot.activities import Json
from tests.bot.loopback import serving

TYPE = "application/vnd.microsoft.teams.file.download.info"


@dataclass
class Drive:
    """`files` are what it holds, by name; `asked` the paths that were asked for."""

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def give(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        match request.path.strip("/"):
            case "moved":
                return web.Response(status=302, headers={"Location": f"{self.url}/elsewhere"})
            case "slow":
                await asyncio.sleep(60)
            case "endless":
                return await _endless(request)
            case "bomb":
                packed = gzip.compress(bytes(SIZE_LIMIT + 1))
                return web.Response(body=packed, headers={"Content-Encoding": "gzip"})
        content = self.files.get(request.path.strip("/"))
        return web.Response(status=404) if content is None else web.Response(body=content)

    def sent(self, name: str, content: bytes) -> Json:
        """A file as it comes with a message, after it was put on the drive."""
        self.files[name] = content
        address = f"{self.url}/{quote(name)}?tempauth=a%2Fb"
        info = {"downloadUrl": address, "uniqueId": "1", "fileType": name.rpartition(".")[2]}
        return {"contentType": TYPE, "contentUrl": f"{self.url}/{name}", "name": name, "content": info}


async def _endless(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    with contextlib.suppress(ConnectionError):
        while True:
            await answer.write(bytes(64 * 1024))
    return answer


@contextlib.asynccontextmanager
async def drive() -> AsyncIterator[Drive]:
    opened = Drive()
    app = web.Application()
    app.router.add_get("/{path:.*}", opened.give)
    async with serving(app, shutdown_timeout=0.1) as url:
        opened.url = url
        yield opened
