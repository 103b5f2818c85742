"""Leaders tend the library: see what waits and what has grown old, put away, restore, take it all out as files."""

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import web

from cards.actions import OpenCase, Rate
from cards.curating_actions import Curate, ExportLibrary, Look, RestoreCase, RetireCase
from cards.lesson_actions import ShowLesson
from knowledge.library import catalogue
from knowledge.library.catalogue import shipped
from knowledge.library.importing import import_cases
from knowledge.library.model import Case, Kind
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.bot.loopback import serving
from tests.dialogs.digest_network import keep
from tests.dialogs.lessons import QUESTION, approved, sent
from tests.dialogs.test_ask import RISK, button
from tests.dialogs.test_asking_the_network import ROOF
from tests.dialogs.test_library import CONFIDENTIAL, SECRET, TODAY
from tests.dialogs.test_poll_export import Drive, consent


@pytest.fixture
async def drive() -> AsyncIterator[Drive]:
    there = Drive()
    app = web.Application()
    app.router.add_put("/{path:.*}", there.take)
    async with serving(app) as url:
        there.url = url
        yield there


async def see(chat: Chat, look: Look) -> str:
    return (await chat.click(Curate(look=look))).text


async def test_leaders_find_the_way_to_it_and_nobody_else(bot: RunningBot, leader: Chat) -> None:
    [listed] = await leader.say("fall")
    opened = await leader.click(Curate.model_validate(button(listed, "curate")))
    assert opened.text.startswith("Vårda fallbanken")
    [others] = await bot.channel("Eva").say("fall")
    assert "curate" not in str(others.card)
    for action in (Curate(), RetireCase(case="ludvika", sure=True), RestoreCase(case="ludvika"), ExportLibrary()):
        told = await bot.channel("Eva").click(action)
        assert (told.card, "bara nätverkets processledare" in told.text) == ({}, True)


async def test_what_waits_and_what_was_asked_in_vain_is_shown(bot: RunningBot, leader: Chat) -> None:
    id = await sent(bot.channel("Bo"))
    await keep(bot.channel("Eva"), ROOF)
    await bot.settle()
    [answer] = await leader.say(RISK)
    await bot.channel("Eva").click(Rate(answer=button(answer, "rate")["answer"], helped=False))
    waiting = await leader.click(Curate(look=Look.WAITING))
    assert button(waiting, "show_lesson") == ShowLesson(lesson=id).model_dump()
    assert ROOF in await see(leader, Look.QUESTIONS)
    assert RISK in await see(leader, Look.DISLIKED)
    assert "Torsboda" in await see(leader, Look.MOST)
    assert "Torsboda" not in await see(leader, Look.LEAST)


async def test_two_that_differ_are_shown_together(leader: Chat) -> None:
    shown = await see(leader, Look.DIFFERING)
    known = {passage.id: passage for case in shipped() for passage in case.passages}
    one = next(each for each in known.values() if each.disputed_by)
    assert one.text[:100] in shown
    assert known[one.disputed_by[0]].text[:100] in shown


async def test_what_is_older_than_a_year_is_shown(bot: RunningBot, leader: Chat) -> None:
    assert "Avesta" not in await see(leader, Look.OLD)
    bot.clock.pass_(days=400)
    assert "Avesta" in await see(leader, Look.OLD)


async def test_a_case_put_away_is_nowhere_until_it_is_restored(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    asked = await leader.click(RetireCase(case=id))
    assert "går att ta tillbaka" in asked.text
    await leader.click(RetireCase.model_validate(button(asked, "retire_case")))
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert "bryggkvällar" not in answer.text
    assert (await bot.channel("Eva").click(OpenCase(case=id))).card == {}
    retired = await leader.click(Curate(look=Look.RETIRED))
    await leader.click(RestoreCase.model_validate(button(retired, "restore_case")))
    bot.clock.pass_(minutes=2)
    [again] = await bot.channel("Eva").say(QUESTION)
    assert "bryggkvällar" in again.text


async def test_a_shipped_case_can_be_put_away_in_one_network(bot: RunningBot, leader: Chat) -> None:
    await leader.click(RetireCase(case="torsboda", sure=True))
    [listed] = await leader.say("fall torsboda")
    assert "hittar inget fall" in listed.text or "Torsboda –" not in listed.text
    [theirs] = await bot.group("Eva").say("fall torsboda")
    assert theirs.text.startswith("Torsboda")


@pytest.mark.parametrize("look", Look)
async def test_what_is_confidential_is_shown_in_private_only(bot: RunningBot, leader: Chat, look: Look) -> None:
    await import_cases(bot.store, activities.TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    bot.clock.pass_(days=400)
    assert "ej offentlig etablering" not in await see(leader, look)
    if look is Look.LEAST:
        assert "ej offentlig etablering" in await see(bot.personal("Anna"), look)


async def test_the_export_imported_into_an_empty_network_is_the_same(
    bot: RunningBot, leader: Chat, drive: Drive
) -> None:
    await approved(bot, leader, named="true", did="En { klammer } och [^fotnot] – och Leksands bryggkvällar.")
    await import_cases(bot.store, activities.TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    assert (await leader.click(ExportLibrary())).card == {}
    files = await exported(bot, drive)
    assert SECRET in files["hemlig.md"]
    await import_cases(bot.store, "elsewhere", files, bot.clock())
    assert await cases(bot, "elsewhere") == await cases(bot, activities.TEAM)


async def exported(bot: RunningBot, drive: Drive) -> dict[str, str]:
    """What is put into the leader's drive, once they say yes."""
    anna = bot.personal("Anna")
    await anna.click(ExportLibrary())
    [attachment] = bot.connector.posted[-1]["attachments"]
    await consent(anna, attachment["content"], f"{drive.url}/upload")
    [(_, content)] = drive.taken
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name).decode() for name in archive.namelist()}


async def cases(bot: RunningBot, network: str) -> list[Case]:
    found = await bot.store.run(lambda tx: catalogue.cases(tx, network, leader_in_private=True))
    return [replace(each) for each in found if each.kind is not Kind.MEETING]
