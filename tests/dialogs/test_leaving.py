"""Who is no longer in the team has no part in its network, in private or as its leader, until they are back."""

import json

import pytest

from cards.digest_actions import SubscribeDigest
from cards.meeting_actions import CorrectMeeting, OpenMeeting, PublishDraft, RemoveMeeting
from knowledge import networks, presence
from knowledge.digests import personal
from knowledge.library.importing import import_cases
from tests.bot import activities
from tests.bot.activities import TEAM, Json
from tests.bot.conversation import Chat, RunningBot
from tests.bot.posting import standing
from tests.dialogs.meeting import Leader
from tests.dialogs.test_library import CONFIDENTIAL, SECRET, TODAY
from tests.dialogs.test_meeting_drafts import CHECKLIST, published
from tests.dialogs.test_rights import ASKED

NORR = "19:norr@thread.tacv2"
TITLE = "Träff om tillstånd"
LEADERLESS = "Nätverket har ingen processledare längre"


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    """She leads a network that has published notes; Bo has written in its channel."""
    leader = await Leader.of(bot)
    await leader.published()
    await bot.channel("Bo").say("hej")
    return leader


async def update(bot: RunningBot, chat: Chat, **members: list[Json]) -> None:
    """Teams tells of the team whose channel it is, by its own id alone."""
    await bot.post(activities.activity("conversationUpdate", bot.connector.url, chat.place, chat.who, **members))


async def leave(bot: RunningBot, name: str) -> None:
    await update(bot, bot.channel("Eva"), membersRemoved=[{"id": f"29:{name.lower()}"}])


async def come_back(bot: RunningBot, name: str) -> None:
    await update(bot, bot.channel("Eva"), membersAdded=[{"id": f"29:{name.lower()}"}])


def norr(bot: RunningBot, name: str) -> Chat:
    """Somebody in a thread of another team."""
    place = activities.channel("norr")
    return Chat(bot, {**place, "channelData": {**place["channelData"], "team": {"id": NORR}}}, activities.person(name))


async def appoint(bot: RunningBot, *names: str) -> None:
    """Anna does so in the channel, where Teams tells of them by its own id alone."""
    bot.connector.members |= {each["id"]: each for each in map(activities.person, names)}
    tags = " ".join(f"<at>{name}</at>" for name in names)
    others = [{"type": "mention", "mentioned": {"id": f"29:{name.lower()}", "name": name}} for name in names]
    entities = [{"type": "mention", "mentioned": activities.BOT, "text": "<at>Erfa</at>"}, *others]
    await bot.channel("Anna").say("", text=f"<at>Erfa</at> ledare {tags}", entities=entities)


async def led_by(bot: RunningBot) -> list[str]:
    return [each.name for each in await bot.store.run(lambda tx: networks.leaders(tx, TEAM))]


async def seen_by(chat: Chat) -> str:
    asked = ("möten", "att göra", "vad beslutade vi om checklistan?")
    shown = [each for words in asked for each in await chat.say(words)]
    return json.dumps([each.card for each in shown], ensure_ascii=False)


@pytest.mark.parametrize("name", ["Anna", "Bo"])
async def test_they_read_the_network_in_private_no_longer(bot: RunningBot, anna: Leader, name: str) -> None:
    private = bot.personal(name)
    before = await seen_by(private)
    assert TITLE in before
    assert CHECKLIST in before
    await leave(bot, name)
    bot.clock.pass_(minutes=2)
    after = await seen_by(private)
    assert not any(each in after for each in (TITLE, CHECKLIST, "mallen"))
    [made] = await published(bot)
    assert "finns inte längre" in (await private.click(OpenMeeting(meeting=made.id))).text


async def test_a_leader_neither_publishes_nor_corrects_nor_removes_any_longer(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted("## Beslut\n- Vi stryker panelen.")
    [made] = await published(bot)
    await leave(bot, "Anna")
    refused = "Mötesanteckningar görs av nätverkets processledare."
    assert refused in (await anna.private.click(PublishDraft(draft=drafted.id, seen="nothing"))).text
    assert refused in (await anna.private.click(CorrectMeeting(meeting=made.id))).text
    assert refused in (await anna.private.click(RemoveMeeting(meeting=made.id, sure=True, post=True))).text
    assert refused in (await anna.private.say("sammanfatta"))[0].text
    await bot.settle()
    assert await published(bot) == [made]


async def test_a_leader_sees_what_is_for_leaders_no_longer(bot: RunningBot, anna: Leader) -> None:
    await import_cases(bot.store, TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    [answer] = await anna.private.say(ASKED)
    assert SECRET in answer.text
    await leave(bot, "Anna")
    bot.clock.pass_(minutes=2)
    [answer] = await anna.private.say(ASKED)
    assert SECRET not in answer.text


async def test_an_own_digest_comes_no_longer(bot: RunningBot, anna: Leader) -> None:
    await bot.personal("Bo").click(SubscribeDigest())
    await leave(bot, "Bo")
    assert await bot.store.run(lambda tx: personal.find(tx, TEAM, "directory-bo")) is None
    before = len(bot.connector.calls)
    await bot.pass_(days=8)
    assert not any("personal-bo" in call.path for call in bot.connector.calls[before:])


async def test_the_channel_is_told_once_that_the_last_leader_left(bot: RunningBot, anna: Leader) -> None:
    await appoint(bot, "Bo", "Cia")
    assert await led_by(bot) == ["Anna", "Bo", "Cia"]
    for name in ("Cia", "Anna"):
        await leave(bot, name)
    await bot.settle()
    assert await led_by(bot) == ["Bo"]
    assert not any(LEADERLESS in each for each in standing(bot))
    for _ in range(2):
        await leave(bot, "Bo")
        await bot.settle()
    assert len([each for each in standing(bot) if LEADERLESS in each]) == 1


async def test_who_is_back_reads_it_as_before_but_leads_it_no_longer(bot: RunningBot, anna: Leader) -> None:
    await appoint(bot, "Bo")
    for name in ("Anna", "Bo"):
        await leave(bot, name)
        await come_back(bot, name)
        bot.clock.pass_(minutes=2)
        assert TITLE in await seen_by(bot.personal(name))
    assert await led_by(bot) == []
    await appoint(bot, "Anna")
    assert await led_by(bot) == ["Anna"]


async def test_who_leaves_one_of_several_networks_keeps_the_others(bot: RunningBot, anna: Leader) -> None:
    await norr(bot, "Anna").install()
    await leave(bot, "Anna")
    await come_back(bot, "Anna")
    assert await bot.store.run(lambda tx: presence.network_of(tx, "directory-anna")) == NORR
    assert await bot.store.run(lambda tx: networks.is_leader(tx, NORR, "directory-anna"))
    await update(bot, norr(bot, "Eva"), membersRemoved=[{"id": "29:anna"}])
    assert await bot.store.run(lambda tx: presence.network_of(tx, "directory-anna")) == ""
    await bot.channel("Anna").say("hej")
    assert await bot.store.run(lambda tx: presence.network_of(tx, "directory-anna")) == TEAM
