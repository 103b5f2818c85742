"""`python -m bot` as an operator meets it: a real process, real signals, real files."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import stat
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot import redelivery
from bot.app import utc_now
from bot.routes import open_routes
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.conversation import Clock, running
from tests.bot.loopback import LoopbackConnector, loopback_connector
from tests.bot.shell import listening
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]


async def start(folder: Path, *arguments: str, port: int = 0) -> Process:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ERFA_DATA": str(folder), "ERFA_PORT": str(port)}
    command = [sys.executable, "-m", "bot", *arguments]
    return await asyncio.create_subprocess_exec(*command, env=environment, stdout=PIPE, stderr=PIPE, cwd=folder.parent)


@dataclass(frozen=True)
class Ended:
    code: int | None
    out: str
    err: str


async def ended(process: Process) -> Ended:
    out, err = await asyncio.wait_for(process.communicate(), SECONDS)
    return Ended(process.returncode, out.decode(), err.decode())


async def run(folder: Path, *arguments: str) -> Ended:
    return await ended(await start(folder, *arguments))


@dataclass(frozen=True)
class Bot:
    process: Process
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextlib.asynccontextmanager
async def started(folder: Path) -> AsyncIterator[Bot]:
    process = await start(folder)
    try:
        yield Bot(process, await listening(process))
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def hello(connector: LoopbackConnector, text: str = "hjälp") -> Json:
    return activities.said(connector.url, activities.channel(), activities.person("Anna"), text)


async def post(bot: Bot, activity: Json) -> int:
    async with aiohttp.ClientSession() as session, session.post(f"{bot.url}/api/messages", json=activity) as answer:
        return answer.status


async def tell_to_end(bot: Bot) -> None:
    """Send SIGTERM; returns when the bot has heard it, and so has closed the connections that nobody waits on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", bot.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    await reader.readuntil(b"alive")
    bot.process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(reader.read(), SECONDS) == b""
    writer.close()


async def test_on_sigterm_turns_under_way_finish_and_new_ones_are_not_taken(tmp_path: Path) -> None:
    async with loopback_connector() as connector, started(tmp_path / "data") as bot:
        connector.open.clear()
        turn = asyncio.create_task(post(bot, hello(connector)))
        await connector.called.wait()
        await tell_to_end(bot)
        with pytest.raises(aiohttp.ClientError):
            await post(bot, hello(connector, "hej"))
        connector.open.set()
        assert await turn == 200
        end = await ended(bot.process)
    assert end.code == 0
    assert len(connector.posted) == 1
    assert not (tmp_path / "data" / "control.json").exists()


async def test_after_sigterm_no_open_connection_brings_a_new_turn(tmp_path: Path) -> None:
    async with loopback_connector() as connector, started(tmp_path / "data") as bot, aiohttp.ClientSession() as kept:
        url = f"{bot.url}/api/messages"
        async with kept.post(url, json=hello(connector)) as answer:
            assert answer.status == 200
        connector.open.clear()
        connector.called.clear()
        turn = asyncio.create_task(post(bot, hello(connector, "hjälp mig")))
        await connector.called.wait()
        await tell_to_end(bot)
        with pytest.raises(aiohttp.ClientError):
            await kept.post(url, json=hello(connector, "hej"))
        connector.open.set()
        assert await turn == 200
        await ended(bot.process)
    assert len(connector.posted) == 2


async def test_a_second_sigterm_ends_at_once_and_what_was_not_finished_is_taken_up_again(tmp_path: Path) -> None:
    async with loopback_connector() as connector:
        question = hello(connector)
        async with started(tmp_path / "data") as bot:
            connector.open.clear()
            turn = asyncio.create_task(post(bot, question))
            await connector.called.wait()
            await tell_to_end(bot)
            assert bot.process.returncode is None
            bot.process.send_signal(signal.SIGTERM)
            end = await ended(bot.process)
            with pytest.raises(aiohttp.ClientError):
                await turn
        assert end.code == 1, "it let the turn finish"
        assert "Traceback" not in end.err
    later = Clock(utc_now() + redelivery.LEASE)
    async with running(tmp_path / "data", open_routes, later) as bot:
        assert (await bot.post({**question, "serviceUrl": bot.connector.url})).status == 200
        assert len(bot.connector.posted) == 1


async def test_a_turn_that_takes_too_long_is_cut_off_on_sigterm(tmp_path: Path) -> None:
    async with loopback_connector() as connector, started(tmp_path / "data") as bot:
        connector.open.clear()
        turn = asyncio.create_task(post(bot, hello(connector)))
        await connector.called.wait()
        bot.process.send_signal(signal.SIGTERM)
        end = await ended(bot.process)
        with contextlib.suppress(aiohttp.ClientError):
            assert await turn == 200
    assert end.code == 0


async def test_logs_are_json_with_a_reference_a_turn_and_no_text(tmp_path: Path) -> None:
    async with loopback_connector() as connector, started(tmp_path / "data") as bot:
        for text in ("hjälp", "hemligheten om Ludvika"):
            assert await post(bot, hello(connector, text)) == 200
        bot.process.send_signal(signal.SIGTERM)
        end = await ended(bot.process)
    lines = [json.loads(line) for line in end.err.splitlines()]
    turns = [line for line in lines if line["event"] == "turn"]
    assert len({turn["reference"] for turn in turns}) == 2
    assert "hemligheten" not in end.err
    assert "Anna" not in end.err


async def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        end = await ended(await start(tmp_path / "data", port=port))
    assert end.code == 1
    assert end.err == f"Port {port} is taken: end what listens there, or set ERFA_PORT to another one.\n"


async def test_a_second_bot_on_the_same_data_is_refused_in_one_line(tmp_path: Path) -> None:
    async with started(tmp_path / "data"):
        end = await run(tmp_path / "data")
    assert end.code == 1
    assert end.err.count("\n") == 1
    assert str(tmp_path / "data") in end.err


# Backup and restore


@pytest.mark.parametrize("while_it_runs", [True, False])
async def test_a_backup_is_restored_to_the_same_bot(tmp_path: Path, while_it_runs: bool) -> None:
    place, anna = activities.channel(), activities.person("Anna")
    async with loopback_connector() as connector:
        install = activities.installed(connector.url, place, anna)
        async with started(tmp_path / "data") as bot:
            assert await post(bot, install) == 200
            if while_it_runs:
                assert (await run(tmp_path / "data", "backup", str(tmp_path / "copy"))).code == 0
        if not while_it_runs:
            assert (await run(tmp_path / "data", "backup", str(tmp_path / "copy"))).code == 0
        assert (await run(tmp_path / "new", "restore", str(tmp_path / "copy"))).code == 0
        async with started(tmp_path / "new") as restored:
            assert await post(restored, activities.installed(connector.url, place, anna)) == 200
    assert len(connector.posted) == 1, "the restored bot introduced itself again"


async def test_a_backup_to_a_relative_path_is_where_the_operator_stands(tmp_path: Path) -> None:
    async with started(tmp_path / "data"):
        end = await run(tmp_path / "data", "backup", "copy")
    assert end.out == f"Backed up {tmp_path / 'data'} to copy.\n"
    assert (tmp_path / "copy").exists()


async def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    async with started(tmp_path / "data"):
        end = await run(tmp_path / "data", "backup", str(tmp_path / "copy"))
    assert end.code == 1
    assert end.err.startswith("No backup was made: ")
    assert (tmp_path / "copy").read_text() == "mine"


async def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("not a backup")
    end = await run(tmp_path / "data", "restore", str(tmp_path / "copy"))
    assert end.code == 1
    assert end.err.startswith("Nothing was restored: ")


async def test_a_store_in_use_is_not_restored_over(tmp_path: Path) -> None:
    async with started(tmp_path / "data"):
        assert (await run(tmp_path / "data", "backup", str(tmp_path / "copy"))).code == 0
        assert (await run(tmp_path / "data", "restore", str(tmp_path / "copy"))).code == 1


async def test_the_control_listener_takes_only_who_can_read_its_file(tmp_path: Path) -> None:
    async with started(tmp_path / "data"), aiohttp.ClientSession() as session:
        file = tmp_path / "data" / "control.json"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        control = json.loads(file.read_text())
        url = f"http://127.0.0.1:{control['port']}/backup"
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Bearer å"}):
            async with session.post(url, json={"path": str(tmp_path / "copy")}, headers=headers) as answer:
                assert answer.status == 401
        assert not (tmp_path / "copy").exists()
        headers = {"Authorization": f"Bearer {control['token']}"}
        async with session.post(url.replace("backup", "nonsens"), json={}, headers=headers) as answer:
            assert answer.status == 404
