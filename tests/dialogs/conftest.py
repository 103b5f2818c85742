from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.routes import open_routes
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, running


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, open_routes) as bot:
        bot.connector.members |= {each["id"]: each for each in map(activities.person, ("Anna", "Bo", "Eva"))}
        yield bot


@pytest.fixture
def anna(bot: RunningBot) -> Chat:
    """Anna in a thread of the channel."""
    return bot.channel("Anna")


@pytest.fixture
async def leader(bot: RunningBot) -> Chat:
    """Anna, who leads, in a thread of the channel."""
    anna = bot.channel("Anna", thread="settings")
    await anna.install()
    return anna
