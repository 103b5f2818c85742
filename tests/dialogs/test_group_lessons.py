"""What a group learned becomes a lesson of whoever told it, and nobody else's."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.routes import open_routes
from cards.actions import OpenCase
from cards.lesson_actions import PreviewLesson, SendLesson
from cards.people_actions import ForgetMe
from cards.round_actions import KeepLearned, TellMet
from knowledge.lessons import lifecycle
from knowledge.lessons.model import Lesson
from knowledge.rounds import records
from tests.bot.activities import TEAM
from tests.bot.conversation import RunningBot, Shown, running
from tests.dialogs import filling
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.lessons import decided
from tests.dialogs.polling import standing
from tests.dialogs.rounds import agreed, groups
from tests.traces import left_in

LEARNED = "Ring länsstyrelsen före bolaget. Då höll tidplanen för samrådet."


async def told(bot: RunningBot, name: str = "Bo", learned: str = LEARNED) -> KeepLearned:
    """A group whose thread has been asked, and where somebody has told what they learned."""
    group = await agreed(bot)
    await bot.pass_(days=15)
    await bot.channel(name).click(TellMet(group=group.id, met="yes", learned=learned))
    await bot.settle()
    return KeepLearned(group=group.id)


async def written(bot: RunningBot) -> list[Lesson]:
    return await bot.store.run(lambda tx: lifecycle.written_by(tx, TEAM, "directory-bo"))


async def sent(bot: RunningBot, form: Shown) -> str:
    bo = bot.channel("Bo")
    preview = await bo.click(PreviewLesson.model_validate(filled_in(form, "preview_lesson")))
    lesson = str(filled_in(preview, "send_lesson")["lesson"])
    await bo.click(SendLesson(lesson=lesson))
    return lesson


async def test_whoever_told_it_gets_the_form_filled_in(bot: RunningBot) -> None:
    await told(bot)
    card = standing(bot)
    assert "Gör till lärdom" in card.text
    form = fields_of(await filling.opened(bot.channel("Bo"), card, "Gör till lärdom"))
    assert form["title"] == "Ring länsstyrelsen före bolaget"
    assert form["did"] == LEARNED
    assert form["situation"] == "Ur ett samtal mellan kollegor från Avesta, Borlänge och Falun."
    assert form["home"] == "Borlänge"
    assert "tillstånd" in form["themes"].split(",")
    assert form["named"] == "false"


async def test_it_is_beside_the_card_so_that_what_others_tell_takes_nothing_from_it(bot: RunningBot) -> None:
    keeping = await told(bot)
    form = await filling.opened(bot.channel("Bo"), standing(bot), "Gör till lärdom")
    await bot.channel("Cia").click(TellMet(group=keeping.group, met="booked"))
    await bot.settle()
    assert "Samtalet är bokat." in standing(bot).text
    preview = await filling.sent(bot.channel("Bo"), form, "Förhandsgranska", again="Ring först.")
    assert "Ring först." in preview.text


async def test_nobody_else_does(bot: RunningBot) -> None:
    keeping = await told(bot)
    for name in ("Anna", "Cia", "Dan"):
        assert "Bara den som skrev det" in (await bot.channel(name).click(keeping)).text
    assert not any(fields_of(each) for each in await bot.channel("Bo").submit(keeping))
    assert "Bara den som skrev det" in (await bot.channel("Bo").click(KeepLearned(group="x"))).text


async def test_where_nothing_was_told_there_is_nothing_to_make_one_of(bot: RunningBot) -> None:
    keeping = await told(bot, learned="")
    assert "Samtalet blev av." in standing(bot).text
    assert "Gör till lärdom" not in standing(bot).text
    assert "Bara den som skrev det" in (await bot.channel("Bo").click(keeping)).text


async def test_it_is_theirs_whose_words_stand_there(bot: RunningBot) -> None:
    keeping = await told(bot)
    await bot.channel("Cia").click(TellMet(group=keeping.group, met="yes"))
    await bot.channel("Bo").click(keeping)
    await bot.channel("Cia").click(TellMet(group=keeping.group, met="yes", learned="Ta med kartan."))
    assert "Bara den som skrev det" in (await bot.channel("Bo").click(keeping)).text
    assert fields_of(await bot.channel("Cia").click(keeping))["did"] == "Ta med kartan."
    [kept] = await written(bot)
    assert kept.told.did == LEARNED


async def test_the_same_draft_however_often_and_in_the_library_once_it_is_approved(bot: RunningBot) -> None:
    keeping = await told(bot)
    bo = bot.channel("Bo")
    form = await bo.click(keeping)
    bot.clock.pass_(minutes=5)
    assert fields_of(await bo.click(keeping)) == fields_of(form)
    await decided(bot.channel("Anna"), await sent(bot, form))
    [kept] = await written(bot)
    assert kept.is_in_library
    opened = await bot.channel("Eva").click(OpenCase(case=kept.id))
    assert "Borlänge – Ring länsstyrelsen före bolaget" in opened.text
    assert LEARNED in opened.text


async def test_the_lesson_stays_when_the_group_has_been_let_go(bot: RunningBot) -> None:
    keeping = await told(bot)
    await decided(bot.channel("Anna"), await sent(bot, await bot.channel("Bo").click(keeping)))
    [round] = await bot.store.run(lambda tx: records.rounds(tx, TEAM))
    assert round.closed_at
    long_ago = replace(round, closed_at=round.closed_at - timedelta(days=731))
    await bot.store.run(lambda tx: records.save(tx, long_ago))
    await bot.pass_(days=1)
    assert await groups(bot) == []
    [kept] = await written(bot)
    assert kept.is_in_library


async def test_who_told_it_and_is_forgotten_is_in_none_of_it(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        keeping = await told(bot)
        bo = bot.channel("Bo")
        await decided(bot.channel("Anna"), await sent(bot, await bo.click(keeping)))
        assert LEARNED in (await bot.personal("Bo").say("mina uppgifter"))[0].text
        await bo.click(ForgetMe(sure=True))
        await bot.settle()
        [group] = await groups(bot)
        assert (group.learned, group.told_by) == (LEARNED, "")
        assert await asyncio.to_thread(left_in, tmp_path, ("directory-bo",)) == []
