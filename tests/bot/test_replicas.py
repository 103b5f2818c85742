"""Several bots on one database: whatever happens to one of them, people see one Erfa."""

import asyncio
import itertools
import random
import re
import signal
import sys
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from bot.clock import LEASE
from knowledge import jobs
from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Tally
from knowledge.store.contract import Store
from knowledge.store.postgres import PostgresStore
from tests import postgres as postgres_server
from tests.bot import activities, clockwork, shell
from tests.bot.activities import TEAM
from tests.bot.clockwork import DIGEST, Diary
from tests.bot.conversation import Clock as Time
from tests.bot.conversation import texts_of
from tests.bot.loopback import LoopbackConnector, loopback_connector
from tests.bot.replica import Replica, replicas, said
from tests.dialogs.polling import LINE
from tests.knowledge.library.samples import GOOD
from tests.patience import until
from tests.postgres import Server

SORRY = "Jag kommer inte åt mitt minne just nu. Försök igen om en liten stund."


@pytest.fixture
def mortal() -> Iterator[Server]:
    with postgres_server.serving() as server:
        yield server


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.new_url()


@pytest.fixture
async def connector() -> AsyncIterator[LoopbackConnector]:
    async with loopback_connector() as connector:
        yield connector


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = await PostgresStore.open(url)
    yield opened
    await opened.close()


def texts(connector: LoopbackConnector) -> list[str]:
    """What was posted, in order."""
    return [
        body.get("text") or texts_of(body["attachments"][0]["content"])
        for body in connector.posted
        if "attachments" in body or "text" in body
    ]


# The database is away


async def test_it_starts_without_its_database_and_finds_it_when_it_comes(
    mortal: Server, connector: LoopbackConnector, tmp_path: Path
) -> None:
    url = mortal.new_url()
    mortal.kill()
    async with replicas(1, tmp_path, ERFA_STORE=url) as [bot]:
        await bot.ready(503)
        await bot.post(said(connector, "hjälp"))
        assert texts(connector) == [SORRY]
        await asyncio.to_thread(mortal.start)
        await bot.ready()
        await bot.post(said(connector, "hjälp mig"))
        assert len(texts(connector)) == 2 and texts(connector)[-1] != SORRY
        mortal.kill()
        click = activities.clicked(connector.url, activities.channel(), activities.person("Bo"), {"verb": "list_cases"})
        assert (await bot.post(click))["value"] == SORRY
        await bot.ready(503)
        await asyncio.to_thread(mortal.start)
        await bot.ready()


async def test_the_store_of_a_newer_erfa_stops_the_start(url: str, store: Store, tmp_path: Path) -> None:
    with postgres_server.connected(url) as connection:
        connection.execute("UPDATE erfa_schema SET version = 1000")
    done = await shell.run("-m", "bot", env=shell.environment(tmp_path, ERFA_STORE=url, ERFA_PORT="0"))
    assert done.code == 1
    assert "newer Erfa" in done.complained.splitlines()[-1]


async def test_a_database_is_backed_up_with_its_own_tools(url: str, tmp_path: Path) -> None:
    for command, tool in (("backup", "pg_dump"), ("restore", "pg_restore")):
        there = str(tmp_path / "copy")
        done = await shell.run("-m", "bot", command, there, env=shell.environment(tmp_path, ERFA_STORE=url))
        assert done.code == 1 and tool in done.complained


# Several at once


async def test_what_comes_twice_to_two_of_them_is_answered_once(
    url: str, connector: LoopbackConnector, tmp_path: Path
) -> None:
    async with replicas(2, tmp_path, ERFA_STORE=url) as both:
        for number in range(10):
            activity = said(connector, f"fall {number}")
            again = {**activity, "id": activities.new_id()} if number % 2 else activity
            await asyncio.gather(*(bot.post(each) for bot, each in zip(both, (activity, again), strict=True)))
    assert len(texts(connector)) == 10


async def test_each_answers_at_once_from_what_was_imported(
    url: str, connector: LoopbackConnector, tmp_path: Path
) -> None:
    case = tmp_path / "exempel.md"
    case.write_text(GOOD, "utf-8")
    env = shell.environment(tmp_path, ERFA_STORE=url)
    async with replicas(2, tmp_path, ERFA_STORE=url) as both:
        for bot in both:
            await bot.post(said(connector, "fall exempel", person=f"Person{bot.port}"))
        assert "Exempel" not in "".join(texts(connector))
        done = await shell.run("-m", "bot", "library", "import", str(case), env=env)
        assert "exempel: tillagt" in done.said
        for bot in both:
            await bot.post(said(connector, "fall exempel tack", person=f"Person{bot.port}"))
    assert all("Exempel" in each for each in texts(connector)[2:])


async def test_who_is_paused_beyond_its_lease_changes_nothing_any_more(url: str, store: Store) -> None:
    script = [sys.executable, "-m", "tests.bot.clockwork", url]
    paused = await asyncio.create_subprocess_exec(*script, stdin=PIPE, stdout=PIPE)
    assert paused.stdout
    await paused.stdout.readuntil(b"in mid-run\n")
    paused.send_signal(signal.SIGSTOP)
    diary = Diary()
    await clockwork.at(store, {"digest": diary.write}, DIGEST.due + LEASE / 2)
    assert diary.begun.empty(), "the claim does not hold"
    await clockwork.at(store, {"digest": diary.write}, DIGEST.due + LEASE)
    paused.send_signal(signal.SIGCONT)
    metrics, _ = await paused.communicate(b"\n")
    assert b'erfa_jobs_total{kind="digest",outcome="superseded"} 1.0' in metrics
    assert len(await clockwork.entries(store)) == 1


async def test_of_many_clocks_one_does_what_is_due(url: str) -> None:
    stores = await asyncio.gather(*(PostgresStore.open(url) for _ in range(3)))
    due = [jobs.Job("digest", DIGEST.due, f"network {number}") for number in range(20)]
    await clockwork.schedule(stores[0], *due)
    diary = Diary()
    await asyncio.gather(*(clockwork.at(each, {"digest": diary.write}, Time(DIGEST.due)()) for each in stores))
    written = Counter(network for network, _ in await clockwork.entries(stores[0]))
    assert written == {job.network: 1 for job in due}
    await asyncio.gather(*(each.close() for each in stores))


async def test_a_rolling_restart_loses_no_vote(
    url: str, store: Store, connector: LoopbackConnector, tmp_path: Path
) -> None:
    people = [f"Person{number}" for number in range(15)]
    votes = [(person, random.randrange(3)) for _ in range(6) for person in random.sample(people, len(people))]
    async with replicas(2, tmp_path, ERFA_STORE=url) as both:
        await both[0].post(said(connector, LINE))
        await until(lambda: bool(connector.messages))
        poll = re.findall(r'"poll": "([^"]+)"', str(connector.messages).replace("'", '"'))[0]
        restarting = asyncio.create_task(restart(both))
        turn = itertools.cycle(both)
        for person, option in votes:
            await vote(turn, connector, person, poll, option)
        await restarting
    last = dict(votes)
    counted = await tally(store, poll)
    assert counted.voters == len(people)
    assert counted.counts[0].chosen == tuple(Counter(last.values())[option] for option in range(3))


async def restart(bots: list[Replica]) -> None:
    for bot in bots:
        await bot.end()
        await bot.start()


async def vote(turn: Iterator[Replica], connector: LoopbackConnector, person: str, poll: str, option: int) -> None:
    """By whichever bot is there, as a load balancer finds one."""
    data = {"verb": "vote", "poll": poll, "option": option}
    for bot in turn:
        try:
            await bot.post(activities.clicked(connector.url, activities.channel(), activities.person(person), data))
        except aiohttp.ClientError:
            continue
        return


async def tally(store: Store, poll: str) -> Tally:
    found = await store.run(lambda tx: lifecycle.find(tx, TEAM, poll))
    assert found
    return await store.run(lambda tx: ballots.count(tx, found))
