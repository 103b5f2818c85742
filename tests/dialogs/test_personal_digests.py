"""A digest of one's own: asked for, had in private, stopped."""

from cards.actions import OpenCase
from cards.digest_actions import StopDigest, SubscribeDigest
from knowledge.digests import personal
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.digest_network import CHANNEL, add, carried, digests, fields, shown, until_monday
from tests.dialogs.test_ask import button


async def own(bot: RunningBot, name: str = "Bo") -> Chat:
    """In a private chat, known from the channel."""
    await bot.channel(name).say("hej")
    return bot.personal(name)


def to(bot: RunningBot, name: str) -> list[Shown]:
    """What was posted to somebody in private."""
    place = f"a:personal-{name.lower()}"
    return [shown(each) for each in bot.connector.posted if each.get("conversation", {}).get("id") == place]


async def test_one_s_own_is_had_for_the_asking_and_stopped_with_a_click(bot: RunningBot, leader: Chat) -> None:
    bo = await own(bot)
    told, form = await bo.say("utskick")
    assert "Bara en processledare" in told.text
    started = await bo.click(SubscribeDigest(themes="mark,okänt"))
    assert "Du får ditt eget utskick på måndagar" in started.text
    [chosen] = [each["value"] for each in fields(started.card)]
    assert chosen == "mark"
    await add(bot)
    await until_monday(bot)
    digest = to(bot, "Bo")[-1]
    assert digest.text.startswith("Nytt för dig sedan")
    assert "Du får det för att du har bett om det." in digest.text
    case = await bo.click(OpenCase.model_validate(button(digest, "open_case")))
    assert (await bo.click(carried(case, "Tillbaka till utskicket"))).text == digest.text
    stopped = await bo.click(carried(digest, "Sluta skicka"))
    assert "avslutat" in stopped.text
    count = len(to(bot, "Bo"))
    await add(bot, "mer", "Ännu ett fall")
    await bot.pass_(days=7)
    assert len(to(bot, "Bo")) == count
    assert digests(bot) == [], "the network's own was never turned on"
    assert form.text.startswith("Ditt eget utskick")


async def test_of_other_themes_nothing_comes(bot: RunningBot, leader: Chat) -> None:
    bo = await own(bot)
    await bo.click(SubscribeDigest(themes="eftervård"))
    count = len(to(bot, "Bo"))
    await add(bot)
    await until_monday(bot)
    assert len(to(bot, "Bo")) == count


async def test_a_leader_has_both_in_private(bot: RunningBot, leader: Chat) -> None:
    await leader.say("hej")
    settings, mine = await bot.personal("Anna").say("utskick")
    assert button(settings, "save_digest_settings")
    assert button(mine, "subscribe_digest")


async def test_it_stops_in_the_network_it_came_from(bot: RunningBot, leader: Chat) -> None:
    """Also where its reader has written in another since."""
    bo = await own(bot)
    await bo.click(SubscribeDigest())
    elsewhere = activities.channel()
    elsewhere["channelData"] = {**elsewhere["channelData"], "team": {"id": "19:elsewhere@thread.tacv2"}}
    await Chat(bot, elsewhere, activities.person("Bo")).say("hej")
    await bo.click(StopDigest(network=activities.TEAM))
    held = await bot.store.run(lambda tx: personal.find(tx, activities.TEAM, "directory-bo"))
    assert held is None


async def test_from_the_channel_it_is_asked_for_and_told_there_if_it_cannot_be_delivered(
    bot: RunningBot, leader: Chat
) -> None:
    bo = bot.channel("Bo", thread="asking")
    [told] = await bo.say("utskick")
    whispered = await bo.click(SubscribeDigest.model_validate(button(told, "subscribe_digest")))
    assert (whispered.card, whispered.text[:27]) == ({}, "Du får ditt eget utskick på")
    await add(bot)
    bot.connector.fail_with = 403
    await until_monday(bot)
    bot.connector.fail_with = 0
    before = len(bot.connector.calls)
    await bot.pass_(hours=1)
    [call] = bot.connector.calls[before:]
    regret = Shown.of_message(call)
    assert regret.thread == f"{CHANNEL};messageid=asking"
    assert "Jag kunde inte skriva till dig i en egen chatt" in regret.text
    await add(bot, "mer", "Ännu ett fall")
    await bot.pass_(days=7)
    assert len(bot.connector.calls) == before + 1
