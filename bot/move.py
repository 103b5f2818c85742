"""`move`: everything that is stored, from where the settings say to another place."""

import argparse
import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from pydantic import SecretStr

from bot.commands import Subparsers, complain, say
from bot.settings import Settings, database_problem
from bot.stores import open_store
from knowledge.store.contract import StoreError
from knowledge.store.move import move


def add_move(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("move", help="move all that is stored to another store, while no bot runs")
    place = "the address of a database, postgresql://…, or a folder"
    parser.add_argument("--to", required=True, metavar="PLACE", help=f"{place}; empty so far")
    parser.set_defaults(run=_move)


def _move(arguments: argparse.Namespace, settings: Settings) -> int:
    is_address = "://" in arguments.to
    problem = database_problem(arguments.to) if is_address else ""
    if problem:
        complain(f"--to {problem}.")
        return 2
    there = {"store": SecretStr(arguments.to)} if is_address else {"store": SecretStr(""), "data": Path(arguments.to)}
    try:
        moved = asyncio.run(_moved(settings, settings.model_copy(update=there)))
    except StoreError as error:
        complain(f"Not moved: {error}")
        return 1
    say(f"Moved {moved} documents and entries, read both stores anew and found them the same.")
    return 0


async def _moved(here: Settings, there: Settings) -> int:
    async with AsyncExitStack() as stack:
        source = await open_store(here)
        stack.push_async_callback(source.close)
        target = await open_store(there)
        stack.push_async_callback(target.close)
        return await move(source, target)
