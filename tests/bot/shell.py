"""Typing commands of `python -m bot` as a person does: through a pipe or at a terminal."""

import asyncio
import contextlib
import os
import pty
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    code: int
    said: str
    complained: str


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The settings of a bot whose data folder is `folder`, and no others."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("ERFA_")}
    return {**own, "ERFA_DATA": str(folder), "PYTHONUTF8": "1", **more}


async def run(*command: str, env: Mapping[str, str], typed: str = "") -> Done:
    """Run `python -m bot COMMAND…`, or Python with other arguments, with `typed` piped in, to its end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *command),
        cwd=ROOT,
        env=env,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await asyncio.wait_for(process.communicate(typed.encode()), SECONDS)
    return Done(process.returncode or 0, said.decode(), complained.decode())


async def listening(bot: Process) -> int:
    """Wait until a bot with ERFA_PORT=0, whose output is piped, has started; gives the port that it took."""
    assert bot.stdout
    async with asyncio.timeout(SECONDS):
        said = await bot.stdout.readline()
    taken = re.fullmatch(r"Erfa listens on 127\.0\.0\.1:(\d+); Ctrl\+C ends it\.\n", said.decode())
    assert taken, "it did not start"
    return int(taken[1])


class Terminal:
    """A command that runs at a terminal, and what stands there so far."""

    def __init__(self, process: Process, keyboard: int) -> None:
        self.process = process
        self._written = b""
        self._keyboard = keyboard
        self._news = asyncio.Event()

    @property
    def shown(self) -> str:
        """All that stands there: what comes at a time may end within a letter, or between the two ends of a line."""
        return self._written.decode(errors="replace").replace("\r\n", "\n")

    def type(self, line: str) -> None:
        os.write(self._keyboard, line.encode())

    async def until(self, words: str, times: int = 1) -> str:
        """Wait until `words` stand there so many times; gives all that does."""
        async with asyncio.timeout(SECONDS):
            while self.shown.count(words) < times:
                self._news.clear()
                await self._news.wait()
        return self.shown

    async def end(self) -> int:
        """Wait for the command to end; gives its exit code."""
        return await asyncio.wait_for(self.process.wait(), SECONDS)

    async def interrupt(self) -> int:
        """Press Ctrl+C; gives the exit code.

        A prompt can be seen a moment before its answer is waited for, and Ctrl+C pressed just then is noticed with the
        next key only, as in any Python program: so that key is pressed too.
        """
        self.process.send_signal(signal.SIGINT)
        self.type("\n")
        return await self.end()

    def read(self) -> None:
        """Take what has been written; nothing, when nobody is left at the other end."""
        with contextlib.suppress(OSError):
            self._written += os.read(self._keyboard, 65536)
        self._news.set()


def _hears_ctrl_c() -> None:
    """As at a terminal: tests that a shell runs in the background are deaf to it, and so is all that they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextlib.asynccontextmanager
async def at_terminal(*command: str, env: Mapping[str, str]) -> AsyncIterator[Terminal]:
    """Run a command at a terminal; it is told to stop at the end of the block, should it still run."""
    loop = asyncio.get_running_loop()
    keyboard, inside = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *command),
        cwd=ROOT,
        env=env,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        preexec_fn=_hears_ctrl_c,
    )
    os.close(inside)
    terminal = Terminal(process, keyboard)
    loop.add_reader(keyboard, terminal.read)
    try:
        yield terminal
    finally:
        if process.returncode is None:
            process.terminate()
        await terminal.end()
        loop.remove_reader(keyboard)
        os.close(keyboard)
