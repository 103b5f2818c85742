"""Somebody of a group is forgotten: the others keep their thread, which says only where that one works."""

import asyncio
import json
from pathlib import Path

from bot.routes import open_routes
from cards.people_actions import ForgetMe, SaveProfile
from cards.round_actions import JoinRound, SeeRound, TellMet
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown, running
from tests.bot.loopback import HangUp
from tests.dialogs.polling import begin, standing
from tests.dialogs.rounds import called, groups, in_channel, join, profiles, say_yes
from tests.traces import left_in

FULL_NAME = "Zarah-Maria Öberg"
QUESTION = "blev det av?"


def zarah(bot: RunningBot, private: bool = False) -> Chat:
    place = activities.personal("Zarah") if private else bot.channel("Zarah").place
    return Chat(bot, place, {**activities.person("Zarah"), "name": FULL_NAME})


async def proposed(bot: RunningBot) -> None:
    """A group of Anna, Bo and somebody of a name that nobody else has, all with chats of their own."""
    anna = await begin(bot)
    for chat in (bot.personal("Anna"), bot.personal("Bo"), zarah(bot, private=True)):
        await chat.say("hej")
    await profiles(bot, "Anna", "Bo")
    await zarah(bot).click(SaveProfile(home="Mora", been_through="energi", faces="mark"))
    round = await called(bot, anna)
    await zarah(bot).click(JoinRound(round=round.id))
    await join(bot, round, "Anna", "Bo")
    await bot.pass_(days=8)


async def agreed(bot: RunningBot) -> None:
    await proposed(bot)
    [group] = await groups(bot)
    await say_yes(bot, group, "Anna", "Bo", "Zarah")


async def forget(bot: RunningBot) -> None:
    await zarah(bot).click(ForgetMe(sure=True))
    await bot.settle()


def thread(bot: RunningBot) -> Shown:
    [begun] = [each for each in in_channel(bot) if "ni har sagt ja" in each.text]
    return begun


def mentioned(shown: Shown) -> list[str]:
    return sorted(each["mentioned"]["id"] for each in shown.card["msteams"]["entities"])


def in_teams(bot: RunningBot) -> str:
    return json.dumps([body for _, body in bot.connector.messages.values()], ensure_ascii=False)


async def test_the_others_keep_their_thread_without_the_name(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        await agreed(bot)
        assert FULL_NAME in thread(bot).text
        await forget(bot)
        shown = thread(bot)
        assert "en kollega (Mora): ni har sagt ja" in shown.text.replace("<at>Anna</at>, <at>Bo</at> och ", "")
        assert shown.text.count("en kollega (Mora)") == 4
        assert mentioned(shown) == ["directory-anna", "directory-bo"]
        assert "Ett triadsamtal" in shown.text
        assert FULL_NAME not in in_teams(bot)
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []


async def test_they_are_asked_what_became_of_it_and_see_with_whom_it_was(bot: RunningBot) -> None:
    await agreed(bot)
    await forget(bot)
    [group] = await groups(bot)
    await bot.pass_(days=15)
    assert mentioned(standing(bot)) == ["directory-anna", "directory-bo"]
    await bot.channel("Anna").click(TellMet(group=group.id, met="yes"))
    await bot.settle()
    assert "Samtalet blev av." in standing(bot).text


async def test_what_they_were_asked_already_stays_without_the_name(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        await agreed(bot)
        await bot.pass_(days=15)
        assert FULL_NAME in standing(bot).text
        await forget(bot)
        asked = [each for each in in_channel(bot) if QUESTION in each.text]
        assert [mentioned(each) for each in asked] == [["directory-anna", "directory-bo"]]
        assert FULL_NAME not in in_teams(bot)
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []


async def test_a_proposal_in_the_chats_of_the_others_goes(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        await proposed(bot)
        assert FULL_NAME in in_teams(bot)
        await forget(bot)
        assert FULL_NAME not in in_teams(bot)
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []


async def test_who_looks_is_told_of_a_colleague(bot: RunningBot) -> None:
    await agreed(bot)
    await forget(bot)
    [group] = await groups(bot)
    shown = await bot.channel("Anna").click(SeeRound(round=group.round))
    assert "Alla har sagt ja: du, Bo och en kollega (Mora)." in shown.text


async def test_when_all_are_forgotten_the_thread_goes(bot: RunningBot) -> None:
    await agreed(bot)
    await forget(bot)
    for name in ("Anna", "Bo"):
        await bot.channel(name).click(ForgetMe(sure=True))
        await bot.settle()
    assert not any("ni har sagt ja" in each.text for each in in_channel(bot))


async def test_a_thread_that_did_not_come_through_keeps_no_name_either(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        await proposed(bot)
        [group] = await groups(bot)
        bot.connector.failures = [HangUp.BEFORE]
        await say_yes(bot, group, "Anna", "Bo", "Zarah")
        await forget(bot)
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []
