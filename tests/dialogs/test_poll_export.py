"""The results as a table, put in the drive of who asked for it, once they say yes."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from cards.poll_actions import ClosePoll, ExportPoll
from knowledge.polls.model import Poll
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.conversation import Chat, RunningBot
from tests.bot.loopback import serving
from tests.dialogs.polling import begin, choose, line, made, poll, pressed, standing

ASK = "application/vnd.microsoft.teams.card.file.consent"
SHOW = "application/vnd.microsoft.teams.card.file.info"


class Drive:
    """Takes what is put there."""

    def __init__(self) -> None:
        self.url = ""
        self.taken: list[tuple[str, bytes]] = []
        self.status = 201

    async def take(self, request: web.Request) -> web.Response:
        self.taken.append((request.headers["Content-Range"], await request.read()))
        return web.Response(status=self.status)


@pytest.fixture
async def drive() -> AsyncIterator[Drive]:
    there = Drive()
    app = web.Application()
    app.router.add_put("/{path:.*}", there.take)
    async with serving(app) as url:
        there.url = url
        yield there


@pytest.fixture
async def closed(bot: RunningBot) -> Poll:
    """Made by Bo, chosen in by three under their names, closed."""
    await begin(bot)
    held = await made(bot, bot.channel("Bo"), names="leaders")
    for name in ("Anna", "Bo", "Cia"):
        await choose(bot.channel(name), standing(bot), "onsdag 13")
    await bot.channel("Bo").click(ClosePoll(poll=held.id, sure=True))
    await bot.pass_(seconds=2)
    return await poll(bot)


async def asked(bot: RunningBot, name: str, held: Poll) -> Json:
    """What Teams asks who wants the table."""
    await bot.personal(name).click(ExportPoll(poll=held.id))
    [attachment] = bot.connector.posted[-1]["attachments"]
    assert attachment["contentType"] == ASK
    content: Json = {**attachment["content"], "name": attachment["name"]}
    return content


async def consent(chat: Chat, content: Json, url: str, action: str = "accept", **more: Any) -> Json:
    """Say yes or no; gives the last message in answer."""
    info = {"uploadUrl": url, "contentUrl": "https://drive.example/x", "uniqueId": "1", "fileType": "csv", "name": "x"}
    value = {"type": "fileUpload", "action": action, "context": content["acceptContext"], "uploadInfo": info}
    invoke = {"name": "fileConsent/invoke", "value": value, **more}
    answer = await chat.bot.post(activities.activity("invoke", chat.bot.connector.url, chat.place, chat.who, **invoke))
    assert answer.status == 200
    return chat.bot.connector.posted[-1]


@pytest.mark.parametrize("name", ["Anna", "Bo"])
async def test_a_leader_and_its_maker_get_the_table(bot: RunningBot, closed: Poll, drive: Drive, name: str) -> None:
    content = await asked(bot, name, closed)
    assert content["name"] == "omröstning 2026-03-05.csv"
    shown = await consent(bot.personal(name), content, f"{drive.url}/upload?x=%C3%A5")
    [(where, data)] = drive.taken
    assert where == f"bytes 0-{len(data) - 1}/{len(data)}"
    assert len(data) == content["sizeInBytes"]
    assert "onsdag 13;3;100;Anna, Bo, Cia" in data.decode("utf-8-sig")
    assert shown["attachments"][0]["contentType"] == SHOW
    assert shown["attachments"][0]["content"] == {"uniqueId": "1", "fileType": "csv"}


async def test_the_way_to_it_in_private(bot: RunningBot, closed: Poll) -> None:
    bo = bot.personal("Bo")
    [listed] = await bo.say("omröstning")
    managing = await bo.click(pressed(await bo.click(pressed(listed, "Visa")), "Hantera"))
    await bo.click(pressed(managing, "Hämta resultatet som tabell"))
    assert bot.connector.posted[-1]["attachments"][0]["contentType"] == ASK


async def test_in_the_channel_it_says_where_to_ask(bot: RunningBot, closed: Poll) -> None:
    assert "egen chatt" in (await bot.channel("Bo").click(ExportPoll(poll=closed.id))).text


async def test_an_open_poll_has_no_table_yet(bot: RunningBot) -> None:
    await line(await begin(bot))
    told = await bot.personal("Anna").click(ExportPoll(poll=(await poll(bot)).id))
    assert "när omröstningen har stängt" in told.text


async def test_others_get_none_even_with_the_consent_of_who_may(bot: RunningBot, closed: Poll, drive: Drive) -> None:
    content = await asked(bot, "Bo", closed)
    assert "Bara den som gjorde" in (await bot.personal("Cia").click(ExportPoll(poll=closed.id))).text
    told = await consent(bot.personal("Cia"), content, drive.url)
    assert "Bara den som gjorde" in told["text"]
    assert drive.taken == []


async def test_who_says_no_gets_none(bot: RunningBot, closed: Poll, drive: Drive) -> None:
    content = await asked(bot, "Bo", closed)
    before = len(bot.connector.posted)
    await consent(bot.personal("Bo"), content, drive.url, "decline")
    assert (drive.taken, len(bot.connector.posted)) == ([], before)


async def test_a_consent_again_puts_it_there_once(bot: RunningBot, closed: Poll, drive: Drive) -> None:
    content = await asked(bot, "Bo", closed)
    for _ in range(2):
        await consent(bot.personal("Bo"), content, drive.url, id="yes")
    assert len(drive.taken) == 1


@pytest.mark.parametrize("status", [302, 403, 500])
async def test_a_drive_that_does_not_take_it_is_told_of(
    bot: RunningBot, closed: Poll, drive: Drive, status: int
) -> None:
    drive.status = status
    content = await asked(bot, "Bo", closed)
    assert "kunde inte ta emot" in (await consent(bot.personal("Bo"), content, drive.url))["text"]


@pytest.mark.parametrize(
    "url", ["https://evil.example/upload", "ftp://127.0.0.1/x", "http://127.0.0.1:1/x", "", "http://["]
)
async def test_it_is_put_nowhere_else(bot: RunningBot, closed: Poll, url: str) -> None:
    content = await asked(bot, "Bo", closed)
    assert "kunde inte ta emot" in (await consent(bot.personal("Bo"), content, url))["text"]
