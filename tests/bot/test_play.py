"""`python -m bot play`: what it refuses, what it configures, and that nothing outlives it.

A stand-in for npx starts here in place of the Playground, which tests/e2e drives.
"""

import contextlib
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot import playground
from cards.texts import LANGUAGES, text
from tests.bot.loopback import free_port
from tests.bot.shell import Done, Terminal, at_terminal, environment, run
from tests.patience import until

# What it is asked to do stands in FAKE: answer at its port, end at once, or sleep. It has a child, as npx has.
NPX = f"""#!{sys.executable}
import http.server, os, pathlib, signal, subprocess, sys, time
if os.environ["FAKE"] == "end":
    sys.exit(7)
signal.signal(signal.SIGTERM, signal.SIG_IGN if os.environ["FAKE"] == "stubborn" else signal.SIG_DFL)
child = subprocess.Popen(["sleep", "1000"])
pathlib.Path("beginning").write_text(f"{{os.getpid()}} {{child.pid}}")
os.rename("beginning", "pids")
if os.environ["FAKE"] == "sleep":
    time.sleep(1000)
class Ping(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("", int(sys.argv[sys.argv.index("-p") + 1])), Ping).serve_forever()
"""
# Loses patience once there is something to end.
IMPATIENT = """
import asyncio, os, pathlib, sys
from bot import __main__, playground

until_ready = playground.until_ready

async def hurried(process, port):
    while not pathlib.Path(os.environ["ERFA_DATA"], "playground", "pids").exists():
        await asyncio.sleep(0.01)
    playground.MINUTES_TO_START = 0.01
    return await until_ready(process, port)

playground.until_ready = hurried
sys.exit(__main__.main(sys.argv[1:]))
"""


def script(folder: Path, name: str, content: str) -> None:
    file = folder / name
    file.write_text(content)
    file.chmod(0o755)


class Desk:
    """Where somebody types `play`: a folder for data, a folder of programs, two free ports."""

    def __init__(self, folder: Path) -> None:
        self.data, self.programs = folder / "data", folder / "programs"
        self.programs.mkdir()
        self.bot_port, self.port = free_port(), free_port()

    def node(self, version: str = "v20.1.0") -> None:
        script(self.programs, "node", f"#!/bin/sh\necho {version}\n")
        script(self.programs, "npx", NPX)
        (self.programs / "sleep").symlink_to(shutil.which("sleep") or "/bin/sleep")

    def environment(self, **more: str) -> dict[str, str]:
        more = {"PATH": str(self.programs), "ERFA_PORT": str(self.bot_port), **more}
        return environment(self.data, **more)

    async def play(self, *program: str, **more: str) -> Done:
        command = program or ("-m", "bot")
        return await run(*command, "play", "--port", str(self.port), env=self.environment(**more))

    def start(self, fake: str) -> AbstractAsyncContextManager[Terminal]:
        return at_terminal("-m", "bot", "play", "--port", str(self.port), env=self.environment(FAKE=fake))

    def running(self) -> list[bool]:
        """Whether each process of the Playground runs."""
        return [is_alive(int(each)) for each in (self.data / "playground" / "pids").read_text().split()]

    async def until_started(self) -> None:
        """Wait until the Playground runs, ready or not."""
        await until((self.data / "playground" / "pids").exists)

    async def until_ended(self) -> None:
        """Wait for the processes that were told to end: nobody else does for those that npx started."""
        await until(lambda: not any(self.running()))


@contextlib.contextmanager
def taken(port: int, host: str = "127.0.0.1") -> Iterator[None]:
    with socket.create_server((host, port)):
        yield


def is_alive(pid: int) -> bool:
    """A zombie that nobody has buried yet is not."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def one_line(done: Done) -> str:
    assert done.code == 1
    [line] = done.complained.splitlines()
    return line


async def test_without_node_it_says_so_and_offers_the_terminal(desk: Desk) -> None:
    line = one_line(await desk.play())
    assert line.startswith(text("sv", "play-no-node", oldest=playground.OLDEST_NODE))
    assert "-m bot chat" in line


async def test_an_old_node_is_as_good_as_none(desk: Desk) -> None:
    desk.node("v16.20.2")
    assert text("sv", "play-no-node", oldest=playground.OLDEST_NODE) in one_line(await desk.play())


async def test_node_without_npx_is_as_good_as_none(desk: Desk) -> None:
    desk.node()
    (desk.programs / "npx").unlink()
    assert text("sv", "play-no-node", oldest=playground.OLDEST_NODE) in one_line(await desk.play())


async def test_without_node_it_talks_to_whoever_sits_at_the_terminal(desk: Desk) -> None:
    async with at_terminal("-m", "bot", "play", env=desk.environment()) as terminal:
        shown = await terminal.until("\n> ")
        assert text("sv", "chat-instead") in " ".join(shown.split())
        assert text("sv", "intro-title") in shown
        terminal.type("\x04")
        assert await terminal.end() == 0


async def test_a_registered_bot_is_not_played_with(desk: Desk) -> None:
    registered = {"ERFA_APP_ID": "app", "ERFA_APP_PASSWORD": "secret", "ERFA_APP_TENANT_ID": "tenant"}
    assert one_line(await desk.play(**registered)) == text("sv", "play-registered")


@pytest.mark.parametrize("host", ["127.0.0.1", ""])
async def test_a_taken_port_of_the_playground_is_named(desk: Desk, host: str) -> None:
    desk.node()
    with taken(desk.port, host):
        line = one_line(await desk.play(FAKE="sleep"))
    assert line == text("sv", "play-port-taken", port=str(desk.port), setting="--port")


async def test_a_taken_port_of_the_bot_is_named(desk: Desk) -> None:
    desk.node()
    with taken(desk.bot_port):
        line = one_line(await desk.play(FAKE="sleep"))
    assert line == text("sv", "play-port-taken", port=str(desk.bot_port), setting="ERFA_PORT")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "högt"])
async def test_what_is_no_port_is_refused(desk: Desk, port: str) -> None:
    done = await run("-m", "bot", "play", "--port", port, env=desk.environment())
    assert (done.code, done.said) == (2, "")
    assert "1 to 65535" in done.complained or "expected one argument" in done.complained


async def test_a_playground_that_ends_by_itself_ends_it_all(desk: Desk) -> None:
    desk.node()
    log = desk.data / "playground" / playground.LOG
    line = one_line(await desk.play(FAKE="end"))
    assert line.startswith(text("sv", "play-failed", code=7, log=str(log)))
    assert "-m bot chat" in line


async def test_a_playground_that_does_not_come_is_not_waited_for(desk: Desk) -> None:
    desk.node()
    line = one_line(await desk.play("-c", IMPATIENT, FAKE="sleep"))
    assert line.startswith("Playground kom inte i gång")
    await desk.until_ended()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_told_to_stop_it_ends_with_all_it_started(desk: Desk, stop: signal.Signals) -> None:
    desk.node()
    async with desk.start("answer") as terminal:
        shown = await terminal.until(text("sv", "play-end", folder=str(desk.data / "playground")))
        assert f"http://localhost:{desk.port}" in shown
        assert text("sv", "play-terms") in shown
        assert desk.running() == [True, True]
        terminal.process.send_signal(stop)
        assert await terminal.end() == 0
        await desk.until_ended()


async def test_a_stubborn_playground_is_ended_all_the_same(desk: Desk) -> None:
    desk.node()
    async with desk.start("stubborn") as terminal:
        await terminal.until("Ctrl+C")
        terminal.process.send_signal(signal.SIGTERM)
        assert await terminal.end() == 0
        await desk.until_ended()


async def test_it_can_be_stopped_before_the_playground_is_there(desk: Desk) -> None:
    desk.node()
    async with desk.start("sleep") as terminal:
        await desk.until_started()
        terminal.process.send_signal(signal.SIGINT)
        assert await terminal.end() == 0
        await desk.until_ended()


async def test_the_bot_is_ready_before_the_playground_and_logs_to_a_file(desk: Desk) -> None:
    desk.node()
    async with desk.start("answer") as terminal:
        shown = await terminal.until("Ctrl+C")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{desk.bot_port}/readyz") as answer:
                assert answer.ok
            async with session.post(f"http://127.0.0.1:{desk.bot_port}/api/messages", data="x") as refused:
                assert not refused.ok
        terminal.process.send_signal(signal.SIGTERM)
        assert await terminal.end() == 0
        assert "{" not in shown
        assert (desk.data / "playground" / "erfa.log").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_network_is_complete_and_nobody_elses(language: str) -> None:
    network = yaml.safe_load(yaml.safe_dump(playground.network(language), allow_unicode=True))
    people = [network["currentUser"], *network["users"]]
    assert len(network["users"]) == 5
    assert network["bot"]["name"] == "Erfa"
    for own in ("id", "aadObjectId", "name", "email"):
        assert len({person[own] for person in people}) == len(people)
    assert all(person["email"].isascii() and person["email"].endswith("@example.se") for person in people)
    assert [channel["name"] for channel in network["team"]["channels"]] == [text(language, "play-channel")]


def leaves(part: Any) -> list[Any]:
    nested = part.values() if isinstance(part, dict) else part if isinstance(part, list) else None
    return [part] if nested is None else [leaf for each in nested for leaf in leaves(each)]


def test_the_sample_network_says_only_what_the_playground_reads() -> None:
    assert all(isinstance(leaf, str) and leaf for leaf in leaves(playground.network("sv")))
