"""A leader is told of a post in doubt, looks, and decides."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.actions import Action, ItIsThere, ListTroubles, PostAgain, decode
from knowledge import networks, presence, troubles
from knowledge.networks import Leader
from knowledge.posts import Kept, State
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, running
from tests.bot.loopback import HangUp
from tests.bot.posting import CHANNEL, begin, change, found, post, standing, told
from tests.cards import reading


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, open_routes) as bot:
        await begin(bot)
        yield bot


async def in_doubt(bot: RunningBot, failure: HangUp, words: str = "Nytt") -> Kept:
    bot.connector.failures = [failure]
    kept = await post(bot, f"digest/{words}", words)
    await bot.pass_(seconds=2)
    return await found(bot, kept.id)


def anna(bot: RunningBot) -> Chat:
    """The leader, in the chat that the bot opened with her."""
    return bot.personal("Anna")


async def test_what_is_not_there_is_posted_again(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.BEFORE)
    shown = await anna(bot).click(PostAgain(network=TEAM, post=kept.id))
    assert "Inlägget postas igen." in shown.text
    assert "Posta igen" not in shown.text
    await bot.settle()
    assert standing(bot) == ["Nytt"]
    assert (await found(bot, kept.id)).state is State.POSTED


async def test_what_is_there_stays_as_it_is(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.AFTER)
    shown = await anna(bot).click(ItIsThere(network=TEAM, post=kept.id))
    assert "räknas inlägget som postat" in shown.text
    await bot.settle()
    assert standing(bot) == ["Nytt"]
    assert (await found(bot, kept.id)).state is State.POSTED


async def test_the_buttons_of_the_message_do_what_they_say(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.BEFORE)
    [message] = told(bot, "Anna")
    buttons = [action for node in reading.nodes(message.card) for action in node.get("actions", [])]
    actions = {button["title"]: decode(button["data"]) for button in buttons}
    assert actions == {
        "Den finns där": ItIsThere(network=TEAM, post=kept.id),
        "Posta igen": PostAgain(network=TEAM, post=kept.id),
    }


async def test_what_is_decided_is_decided(bot: RunningBot) -> None:
    """Two leaders, or two clicks: it is not posted twice for that."""
    kept = await in_doubt(bot, HangUp.BEFORE)
    await bot.store.run(lambda tx: networks.appoint(tx, TEAM, Leader("directory-bo", "Bo")))
    await anna(bot).click(PostAgain(network=TEAM, post=kept.id))
    await bot.settle()
    for action in (PostAgain(network=TEAM, post=kept.id), ItIsThere(network=TEAM, post=kept.id)):
        assert "Det var redan avgjort." in (await bot.personal("Bo").click(action)).text
    await bot.settle()
    assert standing(bot) == ["Nytt"]


async def test_what_else_is_in_doubt_stays_on_the_card(bot: RunningBot) -> None:
    one = await in_doubt(bot, HangUp.BEFORE, "Ett")
    await in_doubt(bot, HangUp.AFTER, "Två")
    shown = await anna(bot).click(PostAgain(network=TEAM, post=one.id))
    assert "Två" in shown.text
    assert "Ett inlägg kom inte fram" in shown.text


async def test_only_a_leader_decides(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.BEFORE)
    await bot.channel("Bo").say("hej")
    post_again, it_is_there = PostAgain(network=TEAM, post=kept.id), ItIsThere(network=TEAM, post=kept.id)
    clicks: tuple[Action, ...] = (post_again, it_is_there, ListTroubles(network=TEAM))
    for place in (bot.personal("Bo"), bot.channel("Bo"), bot.channel("Cia")):
        for action in clicks:
            shown = await place.click(action)
            assert shown.card == {}
            assert "Bara en processledare" in shown.text
    assert (await found(bot, kept.id)).state is State.UNCLEAR


async def test_who_leads_one_network_decides_nothing_in_another(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.BEFORE)
    await bot.store.run(lambda tx: networks.appoint(tx, "19:norr", Leader("directory-bo", "Bo")))
    bo = bot.personal("Bo")
    assert "Bara en processledare" in (await bo.click(PostAgain(network=TEAM, post=kept.id))).text
    assert "redan avgjort" in (await bo.click(PostAgain(network="19:norr", post=kept.id))).text
    assert (await found(bot, kept.id)).state is State.UNCLEAR


async def test_who_leads_two_networks_decides_in_the_one_that_it_concerns(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.BEFORE)
    await bot.store.run(lambda tx: presence.saw(tx, "directory-anna", bot.clock(), "19:norr"))
    assert "postas igen" in (await anna(bot).click(PostAgain(network=TEAM, post=kept.id))).text


async def test_a_leader_sees_the_troubles_in_the_channel(bot: RunningBot) -> None:
    assert "Inget inlägg väntar" in (await bot.channel("Anna").click(ListTroubles(network=TEAM))).text
    await in_doubt(bot, HangUp.BEFORE)
    assert "Posta igen" in (await bot.channel("Anna").click(ListTroubles(network=TEAM))).text


async def test_what_is_there_but_cannot_be_changed_any_more_is_told(bot: RunningBot) -> None:
    kept = await in_doubt(bot, HangUp.AFTER)
    await anna(bot).click(ItIsThere(network=TEAM, post=kept.id))
    await change(bot, kept.id, "Nyare")
    shown = await bot.channel("Anna").click(ListTroubles(network=TEAM))
    assert "varken ändra det eller ta bort det" in shown.text
    assert standing(bot, CHANNEL) == ["Nytt"]
    assert await bot.store.run(troubles.count_unclear) == 0
