"""An answer that Teams does not take just now is not lost: it comes when Teams takes it, if that is soon."""

import pytest

from cards.actions import Rate
from knowledge import troubles
from tests.bot.conversation import Chat, RunningBot
from tests.bot.posting import begin, standing

PLACES = {
    "channel": "19:general@thread.tacv2;messageid=thread",
    "group": "19:group@thread.v2",
    "personal": "a:personal-bo",
}


async def refused(bot: RunningBot, place: str, words: str = "hur delas risken?") -> None:
    """Bo asks, and Teams wants the answer in a minute at the earliest."""
    await begin(bot)
    bot.connector.failures, bot.connector.again_after = [429], "60"
    chat: Chat = getattr(bot, place)("Bo")
    await chat.say(words)
    await bot.settle()
    assert bot.connector.messages == {}


@pytest.mark.parametrize("place", PLACES)
async def test_it_comes_later_in_the_same_place(bot: RunningBot, place: str) -> None:
    await refused(bot, place)
    await bot.pass_(seconds=59)
    assert bot.connector.messages == {}
    await bot.pass_(seconds=30)
    assert standing(bot, PLACES[place]) == ["Du sa: hur delas risken?"]
    await bot.pass_(hours=1)
    assert len(bot.connector.messages) == 1
    assert "erfa_failures_total 0.0" in (await bot.get("/metrics")).body


async def test_after_ten_minutes_nobody_waits_for_it(bot: RunningBot) -> None:
    await refused(bot, "channel")
    bot.connector.fail_with = 429
    for _ in range(10):
        await bot.pass_(minutes=1)
    bot.connector.fail_with = 0
    await bot.pass_(minutes=5)
    assert bot.connector.messages == {}
    assert await bot.store.run(lambda tx: troubles.every(tx, "19:team@thread.tacv2")) == [], "a leader is told of it"


async def test_an_apology_comes_later_too(bot: RunningBot) -> None:
    await refused(bot, "channel", "fel")
    await bot.pass_(seconds=90)
    [apology] = standing(bot, PLACES["channel"])
    assert "Något gick fel" in apology


async def test_a_sentence_comes_later_too(bot: RunningBot) -> None:
    await begin(bot)
    bot.connector.failures, bot.connector.again_after = [429], "60"
    await bot.personal("Bo").submit(Rate(answer="a", helped=True))
    await bot.pass_(seconds=90)
    assert standing(bot, PLACES["personal"]) == ["Tack!"]
