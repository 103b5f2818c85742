"""`backup` and `restore`: what an operator does with the store, beside the running bot or before it starts."""

import argparse
import asyncio
from collections.abc import Mapping
from pathlib import Path

from bot import control
from bot.commands import Subparsers, complain, say
from bot.settings import Settings
from knowledge.store import embedded
from knowledge.store.contract import StoreError, StoreInUse
from knowledge.store.embedded import EmbeddedStore

_IN_DATABASE = "the store is in a database (ERFA_STORE), which has {} for that."


def commands(store: EmbeddedStore) -> Mapping[str, control.Command]:
    """What the running bot does for the command line."""

    async def backup(arguments: control.Json) -> control.Json:
        try:
            await store.backup(Path(arguments["path"]))
        except StoreError as error:
            raise control.CommandFailed(str(error)) from error
        return {}

    return {"backup": backup}


def add_backup(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("backup", help="copy all that is stored to a file, also while the bot runs")
    parser.add_argument("path", type=Path, metavar="PATH", help="a new file")
    parser.set_defaults(run=_backup)


def add_restore(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("restore", help="make a backup the store of a bot that has none yet")
    parser.add_argument("path", type=Path, metavar="PATH", help="a file that backup wrote")
    parser.set_defaults(run=_restore)


def _backup(arguments: argparse.Namespace, settings: Settings) -> int:
    if settings.store:
        complain(f"No backup was made: {_IN_DATABASE.format('pg_dump')}")
        return 1
    try:
        asyncio.run(_back_up(settings.data, arguments.path.absolute()))
    except (StoreError, control.CommandFailed, control.NotRunning) as error:
        complain(f"No backup was made: {error}")
        return 1
    say(f"Backed up {settings.data} to {arguments.path}.")
    return 0


async def _back_up(folder: Path, target: Path) -> None:
    try:
        store = await EmbeddedStore.open(folder)
    except StoreInUse:
        await control.ask(folder, "backup", {"path": str(target)})
        return
    try:
        await store.backup(target)
    finally:
        await store.close()


def _restore(arguments: argparse.Namespace, settings: Settings) -> int:
    if settings.store:
        complain(f"Nothing was restored: {_IN_DATABASE.format('pg_restore')}")
        return 1
    try:
        embedded.restore(arguments.path, settings.data)
    except StoreError as error:
        complain(f"Nothing was restored: {error}")
        return 1
    say(f"Restored {arguments.path} to {settings.data}.")
    return 0
