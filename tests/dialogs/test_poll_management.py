"""Polls closed, deleted and reminded of: in time, or by who may."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.poll_actions import ClosePoll, DeletePoll, FillIn, ManagePoll, SeePoll, Vote, Withdraw
from knowledge.polls import lifecycle
from knowledge.polls.model import Poll
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, Clock, RunningBot, running
from tests.bot.loopback import loopback_connector
from tests.dialogs.filling import opened, sent
from tests.dialogs.polling import (
    PEOPLE,
    begin,
    choose,
    line,
    made,
    poll,
    polls,
    pressed,
    standing,
    tally,
    titles,
)


@pytest.fixture
async def anna(bot: RunningBot) -> AsyncIterator[Chat]:
    """Anna, who leads."""
    yield await begin(bot)


@pytest.fixture
async def posted(bot: RunningBot, anna: Chat) -> Poll:
    """Made by Bo, who does not lead."""
    await line(bot.channel("Bo"))
    return await poll(bot)


async def all_choose(bot: RunningBot, *options: str) -> None:
    for name, option in zip(PEOPLE, options, strict=False):
        await choose(bot.channel(name), standing(bot), option)
    await bot.pass_(seconds=1)


# Closed


async def test_it_closes_when_it_is_time_and_shows_the_result(bot: RunningBot, posted: Poll) -> None:
    await all_choose(bot, *["tisdag 9"] * 3, *["onsdag 13"] * 2)
    messages = len(bot.connector.messages)
    await bot.pass_(days=8)
    shown = standing(bot)
    assert len(bot.connector.messages) == messages
    assert "Stängde torsdag 12 mars kl. 16.00. 5 av 6 har svarat." in shown.text
    assert "Flest valde tisdag 9 (3 svar)." in shown.text
    assert titles(shown) == ["Hantera"]
    assert "refresh" not in shown.card
    [chart] = [part for part in shown.card["body"] if part["type"] == "Chart.HorizontalBar"]
    assert chart["data"] == [{"x": "tisdag 9", "y": 3}, {"x": "onsdag 13", "y": 2}, {"x": "torsdag 10", "y": 0}]


async def test_fewer_than_five_anonymous_answers_are_not_shown_after_closing_either(
    bot: RunningBot, posted: Poll
) -> None:
    await all_choose(bot, "tisdag 9", "onsdag 13")
    await bot.pass_(days=8)
    assert "Färre än fem svarade" in standing(bot).text
    assert "Flest valde" not in standing(bot).text
    assert "svar (" not in standing(bot).text


async def test_a_draw_names_all_that_lead(bot: RunningBot, anna: Chat) -> None:
    held = await made(bot, anna, names="all")
    await all_choose(bot, "tisdag 9", "onsdag 13")
    await anna.click(ClosePoll(poll=held.id, sure=True))
    await bot.settle()
    assert "Lika många valde tisdag 9 och onsdag 13 (ett svar var)." in standing(bot).text


@pytest.mark.parametrize("name", ["Anna", "Bo"])
async def test_its_maker_and_a_leader_close_it_and_are_asked_first(bot: RunningBot, posted: Poll, name: str) -> None:
    chat = bot.channel(name)
    managing = await opened(chat, standing(bot), "Hantera")
    asked = await sent(chat, managing, "Stäng nu")
    assert "Vill du stänga" in asked.text
    assert (await poll(bot)).closed_at is None
    told = await sent(chat, asked, "Ja, stäng")
    assert "Omröstningen är stängd" in told.text
    assert (await poll(bot)).closed_at == bot.clock()
    await bot.settle()
    assert "Stängde torsdag 5 mars kl. 09.00." in standing(bot).text


async def test_a_client_without_dialogs_has_it_managed_in_the_thread(bot: RunningBot, posted: Poll) -> None:
    bo = bot.channel("Bo")
    [managing] = await bo.submit(ManagePoll(poll=posted.id))
    assert managing.thread == bo.place["conversation"]["id"]
    [told] = await bo.submit(ClosePoll(poll=posted.id, sure=True))
    assert "Omröstningen är stängd" in told.text


async def test_one_may_think_better_of_it(bot: RunningBot, posted: Poll) -> None:
    asked = await bot.channel("Bo").click(ClosePoll(poll=posted.id))
    assert "Stäng nu" in (await bot.channel("Bo").click(pressed(asked, "Avbryt"))).text
    assert (await poll(bot)).closed_at is None


@pytest.mark.parametrize("name", ["Cia", "Gabriel"])
async def test_others_may_not(bot: RunningBot, posted: Poll, name: str) -> None:
    for action in (
        ManagePoll(poll=posted.id),
        ClosePoll(poll=posted.id, sure=True),
        DeletePoll(poll=posted.id, sure=True),
    ):
        told = await bot.channel(name).click(action)
        assert "Bara den som gjorde omröstningen" in told.text
        assert told.card == {}
    assert [each.closed_at for each in await polls(bot)] == [None]


async def test_who_leads_another_network_may_not(bot: RunningBot, posted: Poll) -> None:
    group = bot.group("Eva")
    await group.install()
    assert "finns inte kvar" in (await group.click(DeletePoll(poll=posted.id, sure=True))).text
    assert len(await polls(bot)) == 1


async def test_a_closed_poll_takes_no_answers(bot: RunningBot, posted: Poll) -> None:
    await all_choose(bot, *["tisdag 9"] * 5)
    before = standing(bot)
    await bot.pass_(days=8)
    for action in (
        pressed(before, "Välj", "onsdag 13"),
        Vote(poll=posted.id, option=1, own=True),
        Withdraw(poll=posted.id),
    ):
        assert "är stängd" in (await bot.channel("Anna").click(action)).text
    assert (await tally(bot)).counts[0].chosen == (5, 0, 0)


async def test_it_is_closed_once(bot: RunningBot, posted: Poll) -> None:
    await bot.pass_(days=8)
    closed = await poll(bot)
    bot.clock.pass_(days=1)
    told = await bot.channel("Bo").click(ClosePoll(poll=posted.id, sure=True))
    assert "Omröstningen är stängd" in told.text
    assert await poll(bot) == closed


async def test_after_an_outage_it_closes_and_nothing_that_came_late_counts(tmp_path: Path) -> None:
    clock = Clock()
    async with loopback_connector() as teams:
        async with running(tmp_path, open_routes, clock, connector=teams) as bot:
            await begin(bot)
            await line(bot.channel("Bo"))
            shown = standing(bot)
            for name in PEOPLE[:5]:
                await choose(bot.channel(name), shown, "tisdag 9")
        clock.pass_(days=10)
        async with running(tmp_path, open_routes, clock, connector=teams) as bot:
            assert "är stängd" in (await choose(bot.channel("Fia"), shown, "onsdag 13")).text
            await bot.settle()
            assert "Stängde torsdag 12 mars kl. 16.00. 5 av 6 har svarat." in standing(bot).text
            assert (await tally(bot)).counts[0].chosen == (5, 0, 0)


@pytest.mark.parametrize(("day", "moment"), [("2026-03-29", "01:30"), ("2026-10-25", "00:30")])
async def test_it_closes_once_on_days_when_clocks_change(tmp_path: Path, day: str, moment: str) -> None:
    """At 02:30, which is skipped on one day and comes twice on the other."""
    clock = Clock(Clock().time.fromisoformat(f"{day}T00:00:00+00:00") - timedelta(days=2))
    async with running(tmp_path, open_routes, clock) as bot:
        await made(bot, await begin(bot), date=day, time="02:30", names="all")
        hour, minute = map(int, moment.split(":"))
        await bot.pass_(days=2, hours=hour, minutes=minute - 1)
        assert (await poll(bot)).closed_at is None
        await bot.pass_(minutes=1)
        assert (await poll(bot)).closed_at == clock()
        await bot.pass_(hours=1)
        assert (await poll(bot)).closed_at == clock() - timedelta(hours=1)


async def test_when_it_is_closed_nothing_of_who_answered_is_left_in_the_files(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        await begin(bot)
        await line(bot.channel("Bo"))
        for name in PEOPLE:
            await choose(bot.channel(name), standing(bot), "tisdag 9")
        kept = [each for each in await bot.stored() if "/ballots/" in each.key or "/poll-keys/" in each.key]
        secrets = [each.value.get("key") or each.key.split("/")[-1] for each in kept]
        assert len(secrets) == 7
        await bot.channel("Bo").click(ClosePoll(poll=(await poll(bot)).id, sure=True))
        await bot.settle()
        data = await asyncio.to_thread(all_bytes, tmp_path)
        assert [each for each in secrets if each.encode() in data] == []


def all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


# Deleted


async def test_it_is_deleted_with_its_card_once_one_is_sure(bot: RunningBot, posted: Poll) -> None:
    before, count = standing(bot), len(bot.connector.messages)
    asked = await bot.channel("Bo").click(DeletePoll(poll=posted.id))
    assert "Det går inte att ångra" in asked.text
    told = await bot.channel("Bo").click(pressed(asked, "Ja, ta bort"))
    assert "är borttagen" in told.text
    await bot.settle()
    assert len(bot.connector.messages) == count - 1
    assert await polls(bot) == []
    for action in (pressed(before, "Välj", "tisdag 9"), SeePoll(poll=posted.id), FillIn(poll=posted.id, answer_0="x")):
        assert "finns inte kvar" in (await bot.channel("Cia").click(action)).text
    assert not [each for each in await bot.stored() if posted.id in each.key and "/posts" not in each.key]


async def test_a_card_that_somebody_deleted_in_teams_loses_no_answers(bot: RunningBot, posted: Poll) -> None:
    shown = standing(bot)
    await choose(bot.channel("Cia"), shown, "tisdag 9")
    bot.connector.failures = [404]
    await bot.pass_(seconds=1)
    await choose(bot.channel("Dan"), shown, "tisdag 9")
    await bot.pass_(days=8)
    assert (await tally(bot)).voters == 2


# Reminded of


async def test_it_reminds_once_in_the_thread_and_names_nobody(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, remind="true")
    await choose(bot.channel("Bo"), standing(bot), "tisdag 9")
    messages = len(bot.connector.messages)
    await bot.pass_(days=6, hours=7)
    assert len(bot.connector.messages) == messages + 1
    told = standing(bot)
    assert told.thread == anna.place["conversation"]["id"]
    assert "stänger torsdag 12 mars kl. 16.00" in told.text
    assert "1 av 6 har svarat." in told.text
    assert not any(name in told.text for name in PEOPLE)
    await bot.pass_(hours=20)
    assert len(bot.connector.messages) == messages + 1


async def test_it_does_not_remind_unless_asked_to(bot: RunningBot, posted: Poll) -> None:
    messages = len(bot.connector.messages)
    await bot.pass_(days=6, hours=7)
    assert len(bot.connector.messages) == messages


async def test_it_does_not_remind_when_all_have_answered(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, remind="true")
    await all_choose(bot, *["tisdag 9"] * 6)
    messages = len(bot.connector.messages)
    await bot.pass_(days=6, hours=7)
    assert len(bot.connector.messages) == messages


async def test_after_an_outage_it_does_not_remind_of_what_is_over(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, remind="true")
    messages = len(bot.connector.messages)
    await bot.pass_(days=9)
    assert len(bot.connector.messages) == messages


# Forgotten


async def test_at_night_old_names_are_forgotten(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, names="all")
    await all_choose(bot, "tisdag 9")
    await bot.pass_(days=8)
    assert (await tally(bot)).counts[0].names[0] == ("Anna",)
    await bot.pass_(days=lifecycle.NAMES_KEPT.days + 1)
    assert (await tally(bot)).counts[0].names == ()
    await bot.pass_(days=lifecycle.KEPT.days)
    assert await bot.store.run(lambda tx: lifecycle.every(tx, TEAM)) == []
