"""Many people answer one poll: `python -m tests.bench.polls`; `--help` tells how many, of how many bots.

First all vote within some seconds, beside a connector that refuses what is beyond Teams' limits: is every vote
counted, how long does a vote take, are updates within the limits, does the last one show it all? Then they vote again
and again while bots, and the database, are killed at random moments: is what was acknowledged there, and counted once?
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.pace import CONVERSATION, Window
from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Tally
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.postgres import PostgresStore
from tests import postgres
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.loopback import LoopbackConnector, serving
from tests.bot.replica import Replica, replicas, said
from tests.patience import until
from tests.postgres import Server

OPTIONS = ("tisdag 9", "onsdag 13", "torsdag 10")
LINE = " | ".join(("omröstning När ska vi ses?", *OPTIONS))
AT_ONCE = 50  # votes under way while the bot is killed


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


@dataclass(frozen=True)
class Place:
    """Bots on one store, the database if it is one, the channel they are in."""

    bots: list[Replica]
    folder: Path
    database: Server | None
    url: str
    connector: StrictConnector

    async def make_poll(self) -> str:
        """The id of a new poll in the channel."""
        await self.bots[0].post(said(self.connector, LINE))
        await until(lambda: bool(self.connector.messages))
        [id] = set(re.findall(r'"poll": "([^"]+)"', self.connector.card))
        return str(id)

    async def vote(self, poll: str, voter: int, option: int) -> None:
        """Vote at one of the bots. Raises aiohttp.ClientError where it is away, or away from its store."""
        data = {"verb": "vote", "poll": poll, "option": option}
        person = activities.person(f"Person{voter:04}")
        click = activities.clicked(self.connector.url, activities.channel(), person, data)
        receipt = await random.choice(self.bots).post(click)
        if receipt["value"] != f"Ditt svar: {OPTIONS[option]}.":
            raise aiohttp.ClientError(receipt["value"])

    async def count(self, poll: str) -> Tally:
        """End the bots, and count what the store holds then."""
        await asyncio.gather(*(bot.end() for bot in self.bots))
        store: Store = await (PostgresStore.open(self.url) if self.url else EmbeddedStore.open(self.folder))
        try:
            found = await store.run(lambda tx: lifecycle.find(tx, TEAM, poll))
            assert found
            return await store.run(lambda tx: ballots.count(tx, found))
        finally:
            await store.close()


@contextlib.asynccontextmanager
async def running(voters: int, replicated: int) -> AsyncIterator[Place]:
    """So many bots on a database; none means one on its embedded store."""
    connector = StrictConnector()
    connector.members = {f"29:{each}": {"id": f"29:{each}", "name": f"Person {each}"} for each in range(voters)}
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", connector.take)
    async with contextlib.AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgres.serving()) if replicated else None
        url = database.new_url() if database else ""
        connector.url = await stack.enter_async_context(serving(app)) + "/"
        bots = await stack.enter_async_context(replicas(replicated or 1, folder, ERFA_STORE=url))
        yield Place(bots, folder, database, url, connector)


async def all_vote(voters: int, seconds: float, replicated: int) -> None:
    """All vote within so many seconds."""
    async with running(voters, replicated) as place:
        poll = await place.make_poll()
        choices = [random.randrange(len(OPTIONS)) for _ in range(voters)]
        took: list[float] = []

        async def one(voter: int, option: int) -> None:
            await asyncio.sleep(random.uniform(0, seconds))
            begun = time.perf_counter()
            await _vote_until_acknowledged(place, poll, voter, option)
            took.append(time.perf_counter() - begun)

        await asyncio.gather(*(one(*each) for each in enumerate(choices)))
        voted = asyncio.get_running_loop().time()
        await until(lambda: f"{voters} av {voters} har svarat" in place.connector.card)
        behind = place.connector.updates[-1] - voted
        counted = await place.count(poll)
    expected = tuple(Counter(choices)[option] for option in range(len(OPTIONS)))
    assert (counted.voters, counted.counts[0].chosen) == (voters, expected), "a vote is lost, or counted twice"
    took.sort()
    updates = place.connector.updates
    closest = min((later - sooner for sooner, later in itertools.pairwise(updates)), default=0)
    _say(
        f"{voters} votes in {seconds:.0f} s, all counted; acknowledged in {_ms(took[len(took) // 2])} (median), "
        f"{_ms(took[int(len(took) * 0.99)])} (p99); {len(updates)} updates of the card, at least {closest:.2f} s "
        f"apart, {place.connector.refused} beyond Teams' limits; the last, {max(behind, 0):.1f} s after the last vote, "
        "shows them all"
    )


async def vote_and_kill(voters: int, votes: int, kills: int, database_kills: int, replicated: int) -> None:
    """All vote again and again while bots and their database are killed."""
    async with running(voters, replicated) as place:
        poll = await place.make_poll()
        begun = time.perf_counter()
        over = asyncio.Event()
        voting = asyncio.create_task(_vote(place, poll, voters, votes, over))
        killing = [_kill_bots(place, kills, votes / 400)]
        if place.database:
            killing.append(_kill_database(place.database, database_kills, votes / 400))
        done = await asyncio.gather(*killing)
        over.set()
        acknowledged, votes = await voting
        seconds = time.perf_counter() - begun
        counted = await place.count(poll)
    expected = tuple(Counter(acknowledged.values())[option] for option in range(len(OPTIONS)))
    assert (counted.voters, counted.counts[0].chosen) == (len(acknowledged), expected), "lost, or counted twice"
    _say(
        f"{votes:,} votes by {voters} people, {' and '.join(done)}: none acknowledged lost, none counted twice; "
        f"{votes / seconds:.0f} votes/s"
    )


async def _vote(place: Place, poll: str, voters: int, votes: int, over: asyncio.Event) -> tuple[dict[int, int], int]:
    """Vote so many times, and on until all is over; who voted for what in the end, and how many votes that were."""
    acknowledged: dict[int, int] = {}
    cast = 0
    waiting = asyncio.Queue[int]()
    for number in random.sample(range(voters), voters):
        waiting.put_nowait(number)

    async def worker() -> None:
        nonlocal cast
        while cast < votes or not over.is_set():
            cast += 1
            voter, option = await waiting.get(), random.randrange(len(OPTIONS))
            await _vote_until_acknowledged(place, poll, voter, option)
            acknowledged[voter] = option
            waiting.put_nowait(voter)

    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return acknowledged, cast


async def _kill_bots(place: Place, kills: int, seconds: float) -> str:
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0, 2 * seconds / kills))
        bot = random.choice(place.bots)
        await bot.end(signal.SIGKILL)
        await bot.start()
    return f"{kills} × kill -9 of a bot"


async def _kill_database(database: Server, kills: int, seconds: float) -> str:
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0, 2 * seconds / kills))
        database.kill()
        await asyncio.to_thread(database.start)
    return f"{kills} × kill -9 of the database"


async def _vote_until_acknowledged(place: Place, poll: str, voter: int, option: int) -> None:
    while True:
        try:
            return await place.vote(poll, voter, option)
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
    parser.add_argument("--replicas", type=int, default=0, help="bots on a database; without, one bot on its own store")
    parser.add_argument("--database-kills", type=int, default=5)
    given = parser.parse_args()
    asyncio.run(all_vote(given.voters, given.seconds, given.replicas))
    asyncio.run(vote_and_kill(given.voters, given.votes, given.kills, given.database_kills, given.replicas))


if __name__ == "__main__":
    main()
