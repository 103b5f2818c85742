"""The whole bot in a process of its own, one of several on a store, that may be killed, paused and started again."""

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.loopback import LoopbackConnector
from tests.bot.shell import ROOT, environment, listening
from tests.patience import until


@dataclass
class Replica:
    """`settings` are its environment; `port` is another each time it starts."""

    settings: Mapping[str, str]
    session: aiohttp.ClientSession
    port: int = 0
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start, and wait until it listens: it need not be ready."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot"),
            cwd=ROOT,
            env={**self.settings, "ERFA_PORT": "0"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        self.port = await listening(self.process)

    def send(self, how: signal.Signals) -> None:
        assert self.process
        self.process.send_signal(how)

    async def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        assert self.process
        if self.process.returncode is None:
            self.send(how)
        await self.process.communicate()

    async def post(self, activity: Json) -> Json:
        """Raises aiohttp.ClientError while it is away."""
        async with self.session.post(f"http://127.0.0.1:{self.port}/api/messages", json=activity) as answer:
            answer.raise_for_status()
            text = await answer.text()
            body: Json = json.loads(text) if text else {}
            return body

    async def status(self, path: str) -> int:
        """What it answers at `path`; 0 while it is away."""
        with contextlib.suppress(aiohttp.ClientError):
            async with self.session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
                return answer.status
        return 0

    async def ready(self, status: int = 200) -> None:
        """Wait until it says that it is ready, or with another status, that it is not."""

        async def says() -> bool:
            return await self.status("/readyz") == status

        await until(says)


@contextlib.asynccontextmanager
async def replicas(number: int, folder: Path, **settings: str) -> AsyncIterator[list[Replica]]:
    """So many, started beside each other; none is left after the block."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        several = [Replica(environment(folder, **settings), session) for _ in range(number)]
        try:
            await asyncio.gather(*(each.start() for each in several))
            yield several
        finally:
            for each in several:
                if each.process and each.process.returncode is None:
                    await each.end(signal.SIGKILL)


def said(connector: LoopbackConnector, words: str, *, person: str = "Anna", **more: str) -> Json:
    """What somebody says in the channel."""
    return activities.said(connector.url, activities.channel(), activities.person(person), words, **more)
