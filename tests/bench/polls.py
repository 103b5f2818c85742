"""Many people answer one poll: `python -m tests.bench.polls`; `--help` tells how many.

First all vote within some seconds, beside a connector that refuses what is beyond Teams' limits: is every vote
counted, how long does a vote take, are updates within the limits, does the last one show it all? Then they vote again
and again while the bot is killed at random moments: is what was acknowledged there, and counted once?
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.pace import CONVERSATION, Window
from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Tally
from knowledge.store.embedded import EmbeddedStore
from tests.bot import activities
from tests.bot.activities import TEAM, Json
from tests.bot.loopback import LoopbackConnector, free_port, serving

OPTIONS = ("tisdag 9", "onsdag 13", "torsdag 10")
LINE = " | ".join(("omröstning När ska vi ses?", *OPTIONS))
AT_ONCE = 50  # votes under way while the bot is killed
SECONDS_TO_SETTLE = 15


@dataclass
class StrictConnector(LoopbackConnector):
    """Refuses, as Teams does, what a conversation is sent beyond its limits; `refused` counts that."""

    window: Window = field(default_factory=lambda: Window(CONVERSATION))
    refused: int = 0
    updates: list[float] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        now = asyncio.get_running_loop().time()
        if request.method in {"POST", "PUT"}:
            if self.window.free() > now:
                self.refused += 1
                return web.json_response({"error": {"code": "Throttled"}}, status=429, headers={"Retry-After": "1"})
            self.window.take(now)
        if request.method == "PUT":
            self.updates.append(now)
        return await super().take(request)

    @property
    def card(self) -> str:
        """The poll's card as it stands in Teams."""
        [(_, activity)] = list(self.messages.values())
        return json.dumps(activity["attachments"][0]["content"], ensure_ascii=False)


@dataclass
class Bot:
    """The bot in a process of its own, that may be killed and started again."""

    folder: Path
    connector: StrictConnector
    session: aiohttp.ClientSession
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        environment = {**os.environ, "ERFA_DATA": str(self.folder), "ERFA_PORT": str(self.port)}
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot"),
            env=environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with self.session.get(f"http://127.0.0.1:{self.port}/healthz") as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(0.05)

    async def end(self, how: signal.Signals) -> None:
        assert self.process
        self.process.send_signal(how)
        await self.process.wait()

    async def post(self, activity: Json) -> Json:
        """Raises aiohttp.ClientError while the bot is away."""
        async with self.session.post(f"http://127.0.0.1:{self.port}/api/messages", json=activity) as answer:
            answer.raise_for_status()
            text = await answer.text()
            body: Json = json.loads(text) if text else {}
            return body

    async def make_poll(self) -> str:
        """The id of a new poll in the channel."""
        anna = activities.person("Anna")
        await self.post(activities.said(self.connector.url, activities.channel(), anna, LINE))
        await until(lambda: bool(self.connector.messages))
        [id] = set(re.findall(r'"poll": "([^"]+)"', self.connector.card))
        return str(id)

    async def vote(self, poll: str, voter: int, option: int) -> None:
        """Vote until it is acknowledged. Raises aiohttp.ClientError while the bot is away."""
        data = {"verb": "vote", "poll": poll, "option": option}
        person = activities.person(f"Person{voter:04}")
        receipt = await self.post(activities.clicked(self.connector.url, activities.channel(), person, data))
        assert receipt["value"] == f"Ditt svar: {OPTIONS[option]}.", receipt


@contextlib.asynccontextmanager
async def running(folder: Path, voters: int) -> AsyncIterator[Bot]:
    connector = StrictConnector()
    connector.members = {f"29:{number}": {"id": f"29:{number}", "name": f"Person {number}"} for number in range(voters)}
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", connector.take)
    async with serving(app) as url, aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        connector.url = url + "/"
        bot = Bot(folder, connector, session)
        await bot.start()
        yield bot


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS_TO_SETTLE):
        while not condition():  # noqa: ASYNC110 – what happens in another process wakes nobody here
            await asyncio.sleep(0.05)


async def tally(folder: Path, poll: str) -> Tally:
    """What the store holds, read after the bot has ended."""
    store = await EmbeddedStore.open(folder)
    try:
        found = await store.run(lambda tx: lifecycle.find(tx, TEAM, poll))
        assert found
        return await store.run(lambda tx: ballots.count(tx, found))
    finally:
        await store.close()


async def all_vote(voters: int, seconds: float) -> None:
    """All vote within so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder), voters) as bot:
            poll = await bot.make_poll()
            choices = [random.randrange(len(OPTIONS)) for _ in range(voters)]
            took: list[float] = []

            async def one(voter: int, option: int) -> None:
                await asyncio.sleep(random.uniform(0, seconds))
                begun = time.perf_counter()
                await bot.vote(poll, voter, option)
                took.append(time.perf_counter() - begun)

            await asyncio.gather(*(one(*each) for each in enumerate(choices)))
            voted = asyncio.get_running_loop().time()
            await until(lambda: f"{voters} av {voters} har svarat" in bot.connector.card)
            behind = bot.connector.updates[-1] - voted
            await bot.end(signal.SIGTERM)
        counted = await tally(Path(folder), poll)
    expected = tuple(Counter(choices)[option] for option in range(len(OPTIONS)))
    assert (counted.voters, counted.counts[0].chosen) == (voters, expected), "a vote is lost, or counted twice"
    took.sort()
    updates = bot.connector.updates
    closest = min(later - sooner for sooner, later in itertools.pairwise(updates))
    _say(
        f"{voters} votes in {seconds:.0f} s, all counted; acknowledged in {_ms(took[len(took) // 2])} (median), "
        f"{_ms(took[int(len(took) * 0.99)])} (p99); {len(updates)} updates of the card, at least {closest:.2f} s "
        f"apart, {bot.connector.refused} beyond Teams' limits; the last, {max(behind, 0):.1f} s after the last vote, "
        "shows them all"
    )


async def vote_and_kill(voters: int, votes: int, kills: int) -> None:
    """All vote again and again while the bot is killed."""
    acknowledged: dict[int, int] = {}
    left = iter(range(votes))
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder), voters) as bot:
            poll = await bot.make_poll()
            waiting = asyncio.Queue[int]()
            for number in random.sample(range(voters), voters):
                waiting.put_nowait(number)

            async def worker() -> None:
                for _ in left:
                    voter, option = await waiting.get(), random.randrange(len(OPTIONS))
                    await _vote_until_acknowledged(bot, poll, voter, option)
                    acknowledged[voter] = option
                    waiting.put_nowait(voter)

            voting = asyncio.gather(*(worker() for _ in range(AT_ONCE)))
            done = 0
            while done < kills and not voting.done():
                await asyncio.sleep(random.uniform(0, 2 * votes / kills / 400))
                await bot.end(signal.SIGKILL)
                done += 1
                await bot.start()
            await voting
            await bot.end(signal.SIGTERM)
        counted = await tally(Path(folder), poll)
    expected = tuple(Counter(acknowledged.values())[option] for option in range(len(OPTIONS)))
    assert (counted.voters, counted.counts[0].chosen) == (len(acknowledged), expected), "lost, or counted twice"
    _say(f"{votes:,} votes by {voters} people, {done} × kill -9: none acknowledged lost, none counted twice")


async def _vote_until_acknowledged(bot: Bot, poll: str, voter: int, option: int) -> None:
    while True:
        try:
            return await bot.vote(poll, voter, option)
        except aiohttp.ClientError:
            await asyncio.sleep(0.05)


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="Many people answer one poll.")
    parser.add_argument("--voters", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--votes", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    asyncio.run(all_vote(given.voters, given.seconds))
    asyncio.run(vote_and_kill(given.voters, given.votes, given.kills))


if __name__ == "__main__":
    main()
