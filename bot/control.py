"""How the command line reaches the running bot, which alone may open the store.

A listener on loopback at a port the system chooses; the port and a random token stand in a file that only the
bot's own user can read.
"""

import contextlib
import hmac
import json
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import aiohttp
import structlog
from aiohttp import web

ADDRESS = "127.0.0.1"
FILE = "control.json"
LARGEST_COMMAND = 256 * 1024 * 1024  # bytes; a whole library is imported at once

log = structlog.get_logger()

Json = dict[str, Any]
Command = Callable[[Json], Awaitable[Json]]


class CommandFailed(Exception):
    """The bot could not do it; the text says why, for whoever typed the command."""


class NotRunning(Exception):
    """No bot is running on this data folder."""


@contextlib.asynccontextmanager
async def listening(folder: Path, commands: Mapping[str, Command]) -> AsyncIterator[None]:
    """Take commands for as long as the block runs. `folder` is the data folder, which exists."""
    token = secrets.token_urlsafe(32)
    app = web.Application(client_max_size=LARGEST_COMMAND)
    app.router.add_post("/{command}", _dispatch(commands, token))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    file = folder / FILE
    try:
        await web.TCPSite(runner, ADDRESS, 0).start()
        _write(file, {"port": runner.addresses[0][1], "token": token})
        yield
    finally:
        file.unlink(missing_ok=True)
        await runner.cleanup()


async def ask(folder: Path, command: str, arguments: Json) -> Json:
    """Have the bot that runs on `folder` do `command`. Raises CommandFailed, NotRunning."""
    where = _read(folder / FILE)
    headers = {"Authorization": f"Bearer {where['token']}"}
    url = f"http://{ADDRESS}:{where['port']}/{command}"
    try:
        async with aiohttp.ClientSession() as session, session.post(url, json=arguments, headers=headers) as answer:
            body: Json = await answer.json()
    except aiohttp.ClientError as error:
        raise NotRunning(f"No bot answers on {folder}.") from error
    if answer.status != HTTPStatus.OK:
        raise CommandFailed(body["error"])
    return body


def _dispatch(commands: Mapping[str, Command], token: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    expected = f"Bearer {token}".encode()

    async def dispatch(request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "").encode(errors="replace")
        if not hmac.compare_digest(given, expected):
            return web.json_response({"error": "The token is wrong."}, status=HTTPStatus.UNAUTHORIZED)
        command = commands.get(request.match_info["command"])
        if command is None:
            return web.json_response({"error": "No such command."}, status=HTTPStatus.NOT_FOUND)
        return await _done(command, await request.json())

    return dispatch


async def _done(command: Command, arguments: Json) -> web.Response:
    try:
        return web.json_response(await command(arguments))
    except CommandFailed as error:
        return web.json_response({"error": str(error)}, status=HTTPStatus.CONFLICT)
    except Exception as error:
        log.exception("command_failed")
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=HTTPStatus.CONFLICT)


def _write(file: Path, content: Json) -> None:
    """Create anew, so that it never belongs to others nor can be read by them."""
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as writer:
        json.dump(content, writer)


def _read(file: Path) -> Json:
    try:
        content: Json = json.loads(file.read_text())
    except (OSError, ValueError) as error:
        raise NotRunning(f"No bot is running on {file.parent}.") from error
    return content
