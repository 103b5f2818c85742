"""Microsoft 365 Agents Playground: Microsoft's Teams simulator, fetched by npx when it is asked for, never shipped."""

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import yaml

from cards.texts import text

PACKAGE = "@microsoft/m365agentsplayground@0.2.28"
PORT = 56150
OLDEST_NODE = 18
CONFIGURATION = ".m365agentsplayground.yml"
LOG = "playground.log"
MINUTES_TO_START = 5  # the first time, npx fetches it
SECONDS_TO_END = 5

# The Playground wants the current user and exactly five more.
PEOPLE = ("Anna Bergström", "Karin Hed", "Lars Nygård", "Sofia Lindqvist", "Elin Sundberg", "Yusuf Demir")
_TO_ASCII = str.maketrans("åäöé", "aaoe")


def is_available() -> bool:
    """Whether Node.js and npx are here, and new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npx") is None:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    major = version.stdout.strip().removeprefix("v").partition(".")[0]
    return major.isdecimal() and int(major) >= OLDEST_NODE


@contextlib.asynccontextmanager
async def running(folder: Path, language: str, endpoint: str, port: int) -> AsyncIterator[Process]:
    """The Playground at `port`, its settings and logs in `folder`, talking to the bot at `endpoint`.

    It is a group of processes (npx, a shell, Node.js), which ends with the block.
    """
    (folder / CONFIGURATION).write_text(yaml.safe_dump(network(language), allow_unicode=True), encoding="utf-8")
    with (folder / LOG).open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *("npx", "--yes", "--prefer-offline", PACKAGE),
            *("-e", endpoint, "-c", "msteams", "-p", str(port), "--disable-telemetry"),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    group = process.pid
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGTERM)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), SECONDS_TO_END)
    # What outlives npx, or takes no hint.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
    await process.wait()


async def until_ready(process: Process, port: int) -> bool:
    """Wait until the Playground can be opened; False when it ended instead. Raises TimeoutError."""
    async with asyncio.timeout(MINUTES_TO_START * 60), aiohttp.ClientSession() as session:
        while process.returncode is None:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"http://127.0.0.1:{port}/_debug/ping") as answer:
                    if answer.ok:
                        return True
            await asyncio.sleep(0.2)
    return False


def network(language: str) -> dict[str, Any]:
    """The sample network, in the shape that the Playground demands: no key more or less."""
    current, *others = (_person(number, name) for number, name in enumerate(PEOPLE))
    channel = {"id": "19:erfarenhetsutbyte@thread.tacv2", "name": text(language, "play-channel")}
    return {
        "version": "0.1.1",
        "tenantId": _guid(1),
        "bot": {"id": f"28:{_guid(2)}", "name": "Erfa"},
        "currentUser": current,
        "users": others,
        "personalChat": {"id": "19:erfa-personal@unq.gbl.spaces"},
        "groupChat": {"id": "19:triad@thread.v2", "name": text(language, "play-group")},
        "team": {
            "id": "19:dalarna@thread.tacv2",
            "name": text(language, "play-team"),
            "aadGroupId": _guid(3),
            "channels": [channel],
        },
    }


def _person(number: int, name: str) -> dict[str, str]:
    given, surname = name.split()
    address = f"{name.lower().replace(' ', '.').translate(_TO_ASCII)}@example.se"
    return {
        "id": f"29:{_guid(100 + number)}",
        "name": name,
        "givenName": given,
        "surname": surname,
        "userPrincipleName": address,
        "email": address,
        "aadObjectId": _guid(200 + number),
    }


def _guid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"
