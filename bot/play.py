"""`python -m bot play`: the bot in local mode with the Playground beside it, until either is told to stop."""

import argparse
import asyncio
import contextlib
import shlex
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator

from aiohttp import web
from pydantic import SecretStr
from yarl import URL

from bot import logs, playground, terminal
from bot.app import SECONDS_TO_FINISH, create_app
from bot.commands import Subparsers, complain, say
from bot.routes import open_routes
from bot.settings import Settings
from cards.texts import text
from knowledge.store.contract import StoreError

FOLDER = "playground"  # in the data folder: what is tried out here never mixes with a real store


class Refused(Exception):
    """It cannot be started, or ended by itself; the text says why to whoever typed the command."""


def add_play(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("play", help="try the bot in Microsoft's Teams simulator, in the browser")
    parser.add_argument("--port", type=_port, default=playground.PORT, help="where the simulator is opened")
    parser.set_defaults(run=_run)


def _port(given: str) -> int:
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 1 to 65535")
    return int(given)


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    if not settings.local:
        complain(text(settings.language, "play-registered"))
        return 1
    if not playground.is_available():
        return _without_node(arguments, settings)
    settings = settings.model_copy(update={"data": settings.data / FOLDER, "store": SecretStr("")})
    try:
        with logs.in_file(settings.data, arguments.debug):
            asyncio.run(_play(settings, arguments.port))
    except (Refused, StoreError, OSError) as error:
        complain(str(error))
        return 1
    say(text(settings.language, "play-ended"))
    return 0


def _without_node(arguments: argparse.Namespace, settings: Settings) -> int:
    """Where somebody sits at the keyboard they can talk to the bot at once; else they are told how to."""
    missing = text(settings.language, "play-no-node", oldest=playground.OLDEST_NODE)
    if sys.stdin.isatty():
        say(f"{missing} {text(settings.language, 'chat-instead')}\n")
        return terminal.chat(arguments, settings)
    complain(f"{missing} {_chat_instead(settings)}")
    return 1


def _chat_instead(settings: Settings) -> str:
    command = shlex.join([sys.executable, "-m", "bot", "chat"])
    return text(settings.language, "chat-offer", command=command)


async def _play(settings: Settings, port: int) -> None:
    """Returns when told to stop. Raises Refused, StoreError, OSError."""
    stopping = asyncio.create_task(_told_to_stop())
    say(text(settings.language, "play-starting"))
    _refuse_taken(port, "--port", settings.language)
    # The bot comes first: the Playground's page waits until the bot answers.
    async with (
        _bot(settings) as endpoint,
        playground.running(settings.data, settings.language, endpoint, port) as process,
    ):
        guiding = asyncio.create_task(_guide(process, settings, port))
        await asyncio.wait({stopping, guiding}, return_when=asyncio.FIRST_COMPLETED)
        if guiding.done():
            guiding.result()
        guiding.cancel()


async def _told_to_stop() -> None:
    """Wait for Ctrl+C, SIGTERM or the end of the terminal; each of them would leave the Playground behind."""
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    await stop.wait()


@contextlib.asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[str]:
    """The bot on its own port; gives the address for messages. Raises Refused, StoreError, OSError."""
    _refuse_taken(settings.port, "ERFA_PORT", settings.language, settings.host)
    runner = web.AppRunner(create_app(settings, open_routes), access_log=None, shutdown_timeout=SECONDS_TO_FINISH)
    try:
        await runner.setup()
        await web.TCPSite(runner, settings.host, settings.port).start()
        host, port = runner.addresses[0][:2]
        yield str(URL.build(scheme="http", host=host, port=port, path="/api/messages"))
    finally:
        await runner.cleanup()


def _refuse_taken(port: int, setting: str, language: str, host: str = "") -> None:
    """Raises Refused when something listens at the port: the Playground would silently take another one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise Refused(text(language, "play-port-taken", port=str(port), setting=setting)) from error


async def _guide(process: Process, settings: Settings, port: int) -> None:
    """Say what to do once it can be done, then wait. Raises Refused when the Playground ends by itself."""
    language, log = settings.language, str(settings.data / playground.LOG)
    try:
        ready = await playground.until_ready(process, port)
    except TimeoutError as error:
        slow = text(language, "play-slow", minutes=playground.MINUTES_TO_START, log=log)
        raise Refused(f"{slow} {_chat_instead(settings)}") from error
    if ready:
        address, channel = f"http://localhost:{port}", text(language, "play-channel")
        question = text(language, "example-risk")
        say(text(language, "play-ready", address=address, channel=channel, question=question))
        say(text(language, "play-terms"))
        say(text(language, "play-end", folder=str(settings.data)))
    failed = text(language, "play-failed", code=await process.wait(), log=log)
    raise Refused(f"{failed} {_chat_instead(settings)}")
