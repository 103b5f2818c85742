"""Measure what a turn costs: `python -m tests.bench.adapter [--turns N] [--seconds S] [--soak N]`.

Prints, from one run with authentication on and the server on one core: CPU a turn at 32 connections for the stock
adapter, Erfa's, all of Erfa and a bare handler that authenticates nobody; how long turns take at 100 a second, alone
and while 50 others wait for Teams; how much memory N turns leave behind.
"""

import argparse
import asyncio
import contextlib
import itertools
import os
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.bot import activities
from tests.bot.issuer import Issuer, reachable
from tests.bot.loopback import serving

CONNECTIONS = 32
ROUNDS = 3
A_SECOND = 100
CONVERSATIONS = 50
WAITING = 50
WAIT_SECONDS = 8.0
SLOW = "19:slow@thread.tacv2"
KINDS = ("bare", "stock", "adapter", "bot")
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Server:
    """A server being measured, seen from outside."""

    process: asyncio.subprocess.Process
    url: str

    def cpu(self) -> float:
        """Seconds that all its threads have computed."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> float:
        """MB in use."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE / 1e6


@dataclass(frozen=True)
class Load:
    """Sends turns as Teams does."""

    session: aiohttp.ClientSession
    service_url: str
    headers: Mapping[str, str]
    numbers: Iterator[int] = field(default_factory=itertools.count)

    async def turn(self, server: Server, channel: str = "") -> float:
        """Say something new; seconds that it took."""
        number = next(self.numbers)
        place = activities.channel(channel or f"c{number % CONVERSATIONS}", thread=str(number % 1000))
        said = activities.said(self.service_url, place, activities.person(f"P{number % 35}"), f"fråga {number}")
        began = time.perf_counter()
        async with self.session.post(f"{server.url}/api/messages", json=said, headers=self.headers) as answer:
            if answer.status >= 300:
                raise RuntimeError(f"a turn was answered {answer.status}")
        return time.perf_counter() - began

    async def many(self, server: Server, turns: int) -> None:
        left = iter(range(turns))

        async def work() -> None:
            for _ in left:
                await self.turn(server)

        await asyncio.gather(*(work() for _ in range(CONNECTIONS)))

    async def steadily(self, server: Server, seconds: float) -> list[float]:
        """The seconds that turns took which came A_SECOND."""
        loop = asyncio.get_running_loop()
        began, coming = loop.time(), []
        for number in range(int(seconds * A_SECOND)):
            await asyncio.sleep(began + number / A_SECOND - loop.time())
            coming.append(asyncio.create_task(self.turn(server)))
        return await asyncio.gather(*coming)


async def connector(request: web.Request) -> web.Response:
    await request.read()
    if SLOW.partition("@")[0] in request.path:
        await asyncio.sleep(WAIT_SECONDS)
    return web.json_response({"id": "1"}, status=201)


@contextlib.asynccontextmanager
async def started(kind: str, folder: Path, reach: Mapping[str, str]) -> AsyncIterator[Server]:
    command = [sys.executable, "-m", "tests.bench.servers", kind, str(folder)]
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, env={**os.environ, **reach})
    assert process.stdin and process.stdout
    try:
        port = int(await process.stdout.readline())
        yield Server(process, f"http://127.0.0.1:{port}")
    finally:
        process.stdin.close()
        await process.wait()


async def costs(load: Load, servers: Mapping[str, Server], turns: int) -> None:
    spent: dict[str, list[float]] = {kind: [] for kind in servers}
    for _, (kind, server) in itertools.product(range(ROUNDS), servers.items()):
        share = max(turns // (10 if kind == "stock" else 1), 1)
        await load.many(server, CONNECTIONS * 4)
        before = server.cpu()
        await load.many(server, share)
        spent[kind].append((server.cpu() - before) / share * 1000)
    middle = {kind: statistics.median(each) for kind, each in spent.items()}
    for kind, each in middle.items():
        against = f"{each / middle['bare']:.1f} x bare, stock {middle['stock'] / each:.1f} x as much"
        say(f"{kind:8} {each:6.2f} ms of CPU a turn ({against})")


async def delays(load: Load, kind: str, server: Server, seconds: float) -> None:
    say(f"{kind}: {A_SECOND} turns a second alone: {spread(await load.steadily(server, seconds))}")
    waiting = [asyncio.create_task(load.turn(server, SLOW)) for _ in range(WAITING)]
    await asyncio.sleep(0.5)
    taken = await load.steadily(server, min(seconds, WAIT_SECONDS - 2))
    waited = sum(not each.done() for each in waiting)
    say(f"{kind}: {A_SECOND} turns a second while {waited} wait for Teams: {spread(taken)}")
    await asyncio.gather(*waiting)


def spread(taken: list[float]) -> str:
    ordered = sorted(each * 1000 for each in taken)
    return f"median {statistics.median(ordered):.1f} ms, p99 {ordered[int(len(ordered) * 0.99)]:.1f} ms"


async def soak(load: Load, server: Server, turns: int) -> None:
    await load.many(server, 5000)
    before = server.memory()
    began = time.perf_counter()
    await load.many(server, turns)
    rate = turns / (time.perf_counter() - began)
    grown = server.memory() - before
    say(f"bot: {turns} turns at {rate:.0f} a second: memory {before:.1f} MB, grown by {grown:.1f} MB")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def measure(options: argparse.Namespace, folder: Path) -> None:
    issuer = Issuer()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", connector)
    async with contextlib.AsyncExitStack() as stack:
        reach = await stack.enter_async_context(reachable(issuer, folder))
        service_url = await stack.enter_async_context(serving(app)) + "/"
        unlimited = aiohttp.TCPConnector(limit=0)
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=unlimited))
        load = Load(session, service_url, {"Authorization": f"Bearer {issuer.token(service_url)}"})
        environment: dict[str, Any] = {"HTTPS_PROXY": reach.proxy, "REQUESTS_CA_BUNDLE": str(reach.certificate)}
        servers = {kind: await stack.enter_async_context(started(kind, folder / kind, environment)) for kind in KINDS}
        await costs(load, servers, options.turns)
        for kind in ("adapter", "bot"):
            await delays(load, kind, servers[kind], options.seconds)
        await soak(load, servers["bot"], options.soak)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what a turn costs.")
    parser.add_argument("--turns", type=int, default=4000, help="in each of three rounds; the stock adapter a tenth")
    parser.add_argument("--seconds", type=float, default=20.0, help="at 100 turns a second")
    parser.add_argument("--soak", type=int, default=100_000, help="turns, after which memory is looked at")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(parser.parse_args(), Path(folder)))


if __name__ == "__main__":
    main()
