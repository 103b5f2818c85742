"""A national network: `python -m tests.bench.networks`, 300 networks of 35 people and 300 cases each, in a database.

Measured from outside, over HTTP: how long the bot takes to start, the first question in each network, whose library has
to be loaded for it, and the next ones in those whose library is held; and what the bot holds in memory meanwhile.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from knowledge import people
from knowledge.library.catalogue import put_case
from knowledge.library.model import Case
from knowledge.people import Profile
from knowledge.store.contract import Transaction
from knowledge.store.postgres import PostgresStore
from tests import postgres
from tests.bench.ask import QUESTIONS, load
from tests.bench.ask_scale import invented
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.loopback import loopback_connector
from tests.bot.replica import Replica, replicas

NAME = "network{:03}"
AT = datetime(2026, 3, 5, tzinfo=UTC)
HOT = 5  # networks in which is asked again and again


def main() -> None:
    parser = argparse.ArgumentParser(description="A national network.")
    parser.add_argument("--networks", type=int, default=300)
    parser.add_argument("--people", type=int, default=35)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--questions", type=int, default=1000, help="in networks whose library is held")
    asyncio.run(measure(parser.parse_args()))


async def measure(given: argparse.Namespace) -> None:
    with postgres.serving() as server, tempfile.TemporaryDirectory() as folder:
        url = server.new_url()
        await fill(url, given)
        begun = time.perf_counter()
        async with replicas(1, Path(folder), ERFA_STORE=url) as [bot], loopback_connector() as connector:
            await bot.ready()
            _say(f"started in {time.perf_counter() - begun:.1f} s, holds {memory(bot):.0f} MiB")
            asked = partial(ask, bot, connector.url, random.Random(1))
            first = [await asked(network) for network in range(given.networks)]
            _say(f"the first question in each network: {_times(first)}; holds {memory(bot):.0f} MiB")
            hot = range(given.networks - HOT, given.networks)
            again = [await asked(random.choice(hot)) for _ in range(given.questions)]
            _say(f"the next in {HOT} networks: {_times(again)}; holds {memory(bot):.0f} MiB")


async def fill(url: str, given: argparse.Namespace) -> None:
    """One network is made as the bot makes it, the others are like it but in their name."""
    store = await PostgresStore.open(url)
    cases = [_named(case) for case in islice(invented(given.cases), given.cases)]
    for start in range(0, given.cases, 50):
        await store.run(partial(_put, cases=cases[start : start + 50]))
    await store.run(partial(_settle, number=given.people))
    await store.close()
    with postgres.connected(url) as connection:
        for number in range(1, given.networks):
            connection.execute(
                "INSERT INTO erfa_documents SELECT replace(key, %(first)s, %(name)s), etag,"
                " replace(value, %(first)s, %(name)s) FROM erfa_documents WHERE key LIKE %(of_first)s",
                {"first": NAME.format(0), "name": NAME.format(number), "of_first": f"%{NAME.format(0)}%"},
            )
        connection.execute("ANALYZE")
        [(documents,)] = connection.execute("SELECT count(*) FROM erfa_documents").fetchall()
    _say(f"{given.networks} networks of {given.people} people and {given.cases} cases: {documents:,} documents")


def _named(case: Case) -> Case:
    """Each network says something that no other does, so that none shares its library."""
    [section] = case.sections
    said = tuple(replace(each, text=f"{each.text} {NAME.format(0)}") for each in section.passages)
    return replace(case, sections=(replace(section, passages=said),))


def _put(tx: Transaction, cases: Iterable[Case]) -> None:
    for case in cases:
        put_case(tx, _team(0), case, AT)


def _settle(tx: Transaction, number: int) -> None:
    for person in range(number):
        people.save(tx, _team(0), Profile(f"{NAME.format(0)}-{person}", f"Person {person}", "Falun", findable=AT))


async def ask(bot: Replica, service_url: str, chance: random.Random, network: int) -> float:
    """Seconds until the answer was posted."""
    who = activities.person(f"{NAME.format(network)}-{chance.randrange(35)}")
    activity = activities.said(service_url, _channel(network), who, chance.choice(ASKED))
    begun = time.perf_counter()
    await bot.post(activity)
    return time.perf_counter() - begun


ASKED = [each["question"] for path in sorted(QUESTIONS.glob("*.jsonl")) for each in load(path)]


def _team(number: int) -> str:
    return f"19:{NAME.format(number)}@thread.tacv2"


def _channel(number: int) -> Json:
    there = activities.channel()
    return {**there, "channelData": {**there["channelData"], "team": {"id": _team(number)}}}


def memory(bot: Replica) -> float:
    """What the process of the bot holds, in MiB."""
    assert bot.process
    pages = int(Path(f"/proc/{bot.process.pid}/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def _times(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    return f"median {1000 * statistics.median(ordered):.0f} ms, p99 {1000 * ordered[int(len(ordered) * 0.99)]:.0f} ms"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
