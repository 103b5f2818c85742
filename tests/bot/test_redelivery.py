"""Whatever Teams sends twice, and however, has one effect and one answer."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from cards.actions import Ask, OpenCase
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Clock, RunningBot, running


def question(bot: RunningBot, name: str = "Anna", text: str = "hej", thread: str = "1") -> Json:
    return activities.said(bot.connector.url, activities.channel(thread=thread), activities.person(name), text)


def under_new_id(activity: Json) -> Json:
    return {**activity, "id": activities.new_id(), "timestamp": "2026-03-05T08:00:30.000Z"}


async def send(bot: RunningBot, *sent: Json) -> int:
    """How many messages `sent`, at once, are answered with."""
    before = len(bot.connector.posted)
    answers = await asyncio.gather(*(bot.post(each) for each in sent))
    assert {answer.status for answer in answers} == {200}
    return len(bot.connector.posted) - before


async def test_the_same_activity_again(bot: RunningBot, dialogs: Dialogs) -> None:
    first = question(bot)
    assert await send(bot, first) == 1
    assert await send(bot, first) == 0
    bot.clock.pass_(hours=5)
    assert await send(bot, first) == 0
    assert len(dialogs.small.turns) == 1
    assert "erfa_redeliveries_total 2.0" in (await bot.get("/metrics")).body


async def test_under_a_new_id_within_a_minute(bot: RunningBot, dialogs: Dialogs) -> None:
    first = question(bot)
    assert await send(bot, first) == 1
    for _ in range(2):
        bot.clock.pass_(seconds=29)
        assert await send(bot, under_new_id(first)) == 0
    assert len(dialogs.small.turns) == 1
    bot.clock.pass_(seconds=2)
    assert await send(bot, under_new_id(first)) == 1


@pytest.mark.parametrize("same_id", [True, False])
async def test_many_at_once(bot: RunningBot, dialogs: Dialogs, same_id: bool) -> None:
    bot.connector.slow = 0.2
    first = question(bot)
    copies = [first if same_id else under_new_id(first) for _ in range(8)]
    assert await send(bot, first, *copies) == 1
    assert len(dialogs.small.turns) == 1


async def test_while_the_first_is_being_worked_on(bot: RunningBot) -> None:
    bot.connector.open.clear()
    first = question(bot)
    working = asyncio.create_task(bot.post(first))
    await bot.connector.called.wait()
    assert (await bot.post(under_new_id(first))).status == 200
    assert not working.done()
    bot.connector.open.set()
    await working
    assert len(bot.connector.posted) == 1


async def test_after_a_restart(tmp_path: Path, dialogs: Dialogs) -> None:
    clock = Clock()
    async with running(tmp_path, dialogs.open, clock) as bot:
        first = question(bot)
        assert await send(bot, first) == 1
    clock.pass_(seconds=30)
    async with running(tmp_path, dialogs.open, clock) as bot:
        again = {**first, "serviceUrl": bot.connector.url}
        assert await send(bot, again) == 0
        assert await send(bot, under_new_id(again)) == 0


async def test_others_and_other_places_are_not_the_same(bot: RunningBot) -> None:
    assert await send(bot, question(bot, "Anna"), question(bot, "Bo")) == 2
    assert await send(bot, question(bot, thread="2")) == 1
    assert await send(bot, question(bot, text="hej igen")) == 1


async def test_a_submit_again(bot: RunningBot) -> None:
    anna = bot.channel("Anna")
    data = Ask(example="risk").model_dump()
    first = activities.submitted(bot.connector.url, anna.place, anna.who, data)
    assert await send(bot, first) == 1
    assert await send(bot, under_new_id(first), first) == 0
    assert await send(bot, {**under_new_id(first), "replyToId": "card-2"}) == 1


async def test_a_click_again_gets_its_card_again(bot: RunningBot) -> None:
    anna = bot.channel("Anna")
    shown = [await anna.click(OpenCase(case="ludvika"), id="1") for _ in range(2)]
    assert [each.text for each in shown] == ["Fallet ludvika"] * 2


async def test_a_click_again_posts_nothing_anew(bot: RunningBot) -> None:
    anna = bot.channel("Anna")
    invoke = activities.clicked(bot.connector.url, anna.place, anna.who, Ask(example="risk").model_dump())
    assert await send(bot, invoke, invoke) == 1
    assert await send(bot, under_new_id(invoke)) == 0
    bot.clock.pass_(seconds=61)
    assert await send(bot, under_new_id(invoke)) == 1


async def test_a_failing_turn_is_apologised_for_once_and_tried_again_when_the_apology_says(bot: RunningBot) -> None:
    first = question(bot, text="fel")
    assert await send(bot, first) == 1
    assert "om en minut" in bot.connector.posted[-1]["attachments"][0]["content"]["fallbackText"]
    assert await send(bot, first, under_new_id(first)) == 0
    bot.clock.pass_(minutes=1)
    assert await send(bot, under_new_id(first)) == 1


async def test_an_installation_again(bot: RunningBot) -> None:
    told = activities.installed(bot.connector.url, activities.channel(), activities.person("Anna"))
    assert await send(bot, told, told) == 1
    gone = activities.installed(bot.connector.url, activities.channel(), activities.person("Anna"), "remove")
    assert await send(bot, gone) == 0
    assert await send(bot, activities.installed(bot.connector.url, activities.channel(), activities.person("Bo"))) == 1
    assert await send(bot, gone) == 0
    later = activities.joined(bot.connector.url, activities.channel(), activities.person("Anna"), activities.BOT)
    assert await send(bot, later) == 0, "the removal came again and was believed"


async def test_a_crash_in_mid_turn_leaves_the_activity_to_its_redelivery(tmp_path: Path, dialogs: Dialogs) -> None:
    """kill -9 while the answer is on its way; the redelivery is answered once the lease is over."""
    script = [sys.executable, "-m", "tests.bot.crash", str(tmp_path)]
    bot = await asyncio.create_subprocess_exec(*script, stdout=asyncio.subprocess.PIPE)
    assert bot.stdout
    await bot.stdout.readuntil(b"in mid-turn\n")
    os.kill(bot.pid, signal.SIGKILL)
    await bot.wait()
    clock = Clock()
    async with running(tmp_path, dialogs.open, clock) as restarted:
        first = {**question(restarted), "id": "crash"}
        clock.pass_(seconds=14)
        assert await send(restarted, first) == 0
        clock.pass_(seconds=2)
        assert await send(restarted, under_new_id(first)) == 1
        assert await send(restarted, first) == 0
