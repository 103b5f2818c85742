"""A bot that stands still in mid-turn, to be killed: `python -m tests.bot.crash FOLDER`."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.settings import Settings
from bot.teams import Routes
from dialogs.turn import Reply, Turn
from knowledge.store.contract import Store
from tests.bot import activities
from tests.bot.conversation import running


async def stand_still(_: Turn) -> Sequence[Reply]:
    sys.stdout.write("in mid-turn\n")
    sys.stdout.flush()
    await asyncio.sleep(60)
    return []


def open_routes(_: Store, __: Settings) -> Routes:
    return Routes(stand_still, stand_still)


async def main(folder: Path) -> None:
    async with running(folder, open_routes) as bot:
        place = activities.channel(thread="1")
        said = activities.said(bot.connector.url, place, activities.person("Anna"), "hej", id="crash")
        await bot.post(said)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
