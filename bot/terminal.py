"""`python -m bot chat`: the same bot in a terminal or a pipe, a line in, a reply out."""

import argparse
import asyncio
import contextlib
import io
import re
import secrets
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import structlog

from bot import logs
from bot.app import utc_now
from bot.commands import Subparsers, complain, say
from bot.routes import open_routes
from bot.settings import Settings
from bot.teams import Dialog, Routes
from cards import errors
from cards.actions import decode
from cards.plain import Choice, choices, plain
from cards.texts import text
from dialogs.turn import File, Form, Person, Place, Replace, Reply, Say, Turn, Whisper
from knowledge.store.contract import StoreError
from knowledge.store.embedded import EmbeddedStore

FOLDER = "chat"  # in the data folder: what is tried out here never mixes with a real store
HERE = "terminal"  # the network, the thread and the person at once
PROMPT = "\n> "
WIDEST = 100  # characters; longer lines are hard to read
INDENT = "    "

_MENTION = re.compile(r"^@erfa\b[\s,:]*", re.IGNORECASE)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is written in answer, and what can be chosen in it."""

    words: str
    offered: Sequence[Choice]


def add_chat(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("chat", help="talk to the bot here in the terminal, or through a pipe")
    parser.set_defaults(run=chat)


def chat(arguments: argparse.Namespace, settings: Settings) -> int:
    """Talk until the input ends or Ctrl+C; returns the exit code."""
    folder = settings.data / FOLDER
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        with logs.in_file(folder, arguments.debug), asyncio.Runner() as runner, _open_store(runner, folder) as store:
            _talk(runner, open_routes(store, settings), settings.language)
    except (StoreError, OSError) as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        say("")
    return 0


@contextlib.contextmanager
def _open_store(runner: asyncio.Runner, folder: Path) -> Iterator[EmbeddedStore]:
    store = runner.run(EmbeddedStore.open(folder))
    try:
        yield store
    finally:
        runner.run(store.close())


def _talk(runner: asyncio.Runner, routes: Routes, language: str) -> None:
    """Not a coroutine: Ctrl+C ends the wait for a line only outside of the event loop."""
    at_keyboard = sys.stdin.isatty()
    offered: Sequence[Choice] = ()
    if at_keyboard:
        hello = runner.run(_shown(routes.installed, _turn(language)))
        _write(f"{hello.words}\n\n{text(language, 'chat-how')}")
        offered = hello.offered
    for line in _lines(PROMPT if at_keyboard else ""):
        shown = runner.run(_answered(routes, line, offered, language))
        _write(f"\n{shown.words}" if at_keyboard else f"{shown.words}\n")
        offered = shown.offered or offered


def _lines(prompt: str) -> Iterator[str]:
    """What is typed or piped in, until it ends; empty lines are passed over."""
    with contextlib.suppress(EOFError):
        while True:
            line = input(prompt).strip()
            if line:
                yield line


async def _answered(routes: Routes, line: str, offered: Sequence[Choice], language: str) -> Shown:
    """A number clicks what is offered under it; anything else is said."""
    turn = _turn(language)
    if not line.isdecimal():
        return await _shown(routes.answer, replace(turn, words=_MENTION.sub("", line)))
    clicked = {str(number): choice for number, choice in enumerate(offered, 1)}.get(line)
    if clicked is None:
        return Shown(text(language, "chat-no-such", number=line), ())
    return await _shown(routes.answer, replace(turn, action=decode(clicked.data)))


def _turn(language: str) -> Turn:
    return Turn(HERE, Person(HERE, ""), Place.PERSONAL, HERE, language, utc_now())


async def _shown(dialog: Dialog, turn: Turn) -> Shown:
    """What a dialog says to a turn; when it fails, an apology with the reference of what is logged."""
    try:
        said = await dialog(turn)
    except Exception:
        reference = secrets.token_hex(4)
        log.exception("turn_failed", reference=reference)
        said = [Say(errors.apology(reference, turn.language))]
    return _as_text(said)


def _as_text(replies: Sequence[Reply]) -> Shown:
    words: list[str] = []
    offered: list[Choice] = []
    for reply in replies:
        match reply:
            case Whisper(text=said):
                words.append(said)
            case File(content=content):
                words.append(content.decode("utf-8-sig"))
            case Say(card) | Replace(card) | Form(card):
                words.append(plain(card, first=len(offered) + 1))
                offered += choices(card)
    return Shown("\n\n".join(words), offered)


def _write(words: str) -> None:
    """Wrapped to the terminal; as it is into a file or pipe."""
    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, WIDEST)
        words = "\n".join(_wrapped(line, width) for line in words.split("\n"))
    say(words)


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(line, width, subsequent_indent=INDENT, break_long_words=False, break_on_hyphens=False)
