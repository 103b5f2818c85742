"""A bot that stands still while it posts, to be killed: `python -m tests.bot.stuck FOLDER`."""

import asyncio
import sys
from pathlib import Path

from bot.teams import Routes
from dialogs import help
from dialogs.turn import Reply, Turn
from tests.bot import posting
from tests.bot.conversation import running
from tests.patience import until


async def nothing(_: Turn) -> list[Reply]:
    return []


async def main(folder: Path) -> None:
    async with running(folder, lambda *_: Routes(nothing, help.introduce)) as bot:
        await posting.begin(bot)
        bot.connector.open.clear()
        await posting.intend(bot)
        bot.alarm.wake()
        await until(lambda: bool(bot.connector.calls))
        sys.stdout.write("in mid-post\n")
        sys.stdout.flush()
        await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
