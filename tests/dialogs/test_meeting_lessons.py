"""A passage of published notes becomes a lesson of whoever makes one of it."""

import asyncio
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.lesson_actions import PreviewLesson, SendLesson
from cards.meeting_actions import ChoosePassage, KeepPassage, OpenMeeting, RemoveMeeting
from cards.people_actions import ForgetMe
from knowledge.lessons import lifecycle
from knowledge.lessons.model import Lesson
from knowledge.meetings.summary import Summary
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, running
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.lessons import decided, own
from tests.dialogs.meeting import NOTES, Leader
from tests.dialogs.test_meeting_drafts import published
from tests.traces import left_in

FULL_NAME = "Zarah-Maria Öberg"
SAID = "Mora höll tidiga samråd. Det sparade ett halvår i tillståndsprövningen."
TO_COME = NOTES.split("## Vad vi lärde")[0] + "## Öppna frågor" + NOTES.split("## Öppna frågor")[1]


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    leader = await Leader.of(bot)
    await leader.published(NOTES.replace("Tidiga samråd sparar tid.", SAID))
    return leader


async def meeting(bot: RunningBot) -> Summary:
    [made] = await published(bot)
    return made


async def chosen(bot: RunningBot, number: int = 0) -> KeepPassage:
    made = await meeting(bot)
    return KeepPassage(meeting=made.id, passage=made.passages[number].id)


async def written(bot: RunningBot, name: str) -> list[Lesson]:
    return await bot.store.run(lambda tx: lifecycle.written_by(tx, TEAM, f"directory-{name}"))


async def choosing(chat: Chat) -> KeepPassage:
    """What is clicked from the meeting on, with the first passage chosen."""
    opened = await chat.click(OpenMeeting(meeting=(await meeting(chat.bot)).id))
    choice = await chat.click(ChoosePassage.model_validate(filled_in(opened, "choose_passage")))
    return KeepPassage.model_validate(filled_in(choice, "keep_passage"))


async def test_what_was_learned_and_decided_can_be_chosen_not_what_is_to_be_done(bot: RunningBot, anna: Leader) -> None:
    choice = await bot.channel("Bo").click(ChoosePassage(meeting=(await meeting(bot)).id))
    for words in (SAID, "Vi tar fram en gemensam checklista", "Tillbaka till mötet"):
        assert words in choice.text
    for words in ("mallen", "Vem äger vägen"):
        assert words not in choice.text


async def test_the_form_is_filled_in_from_the_passage(bot: RunningBot, anna: Leader) -> None:
    bo = bot.channel("Bo")
    form = fields_of(await bo.click(await choosing(bo)))
    assert form["title"] == "Mora höll tidiga samråd"
    assert form["did"] == SAID
    assert form["home"] == "Mora"
    assert form["themes"] == "tillstånd"
    assert form["situation"] == "Ur mötesanteckningarna ”Träff om tillstånd”, 4 mars 2026."
    assert form["link"].startswith("https://teams.microsoft.com/l/message/")
    assert form["named"] == "false"


async def test_it_is_sent_approved_and_answers_with_the_meeting_as_its_source(bot: RunningBot, anna: Leader) -> None:
    bo = bot.channel("Bo")
    form = await bo.click(await choosing(bo))
    preview = await bo.click(PreviewLesson.model_validate(filled_in(form, "preview_lesson")))
    lesson = filled_in(preview, "send_lesson")["lesson"]
    await bo.click(SendLesson(lesson=lesson))
    await decided(anna.channel, lesson)
    [answer] = await bot.channel("Eva").say("fall tidiga samråd")
    assert "Mora – Mora höll tidiga samråd" in answer.text
    [kept] = await written(bot, "bo")
    assert kept.is_in_library


async def test_the_same_draft_however_often_it_is_clicked_and_one_for_each_who_does(
    bot: RunningBot, anna: Leader
) -> None:
    bo, action = bot.channel("Bo"), await chosen(bot)
    form = await bo.click(action)
    await bo.click(PreviewLesson.model_validate(filled_in(form, "preview_lesson", went="Bra.")))
    bot.clock.pass_(minutes=5)
    assert fields_of(await bo.click(action))["went"] == "Bra."
    assert len(await written(bot, "bo")) == 1
    await bo.click(await chosen(bot, 1))
    assert len(await written(bot, "bo")) == 2
    assert fields_of(await anna.channel.click(action))["went"] == ""
    assert [each.author for each in await written(bot, "anna")] == ["directory-anna"]


async def test_nobody_else_sees_it_until_it_is_sent(bot: RunningBot, anna: Leader) -> None:
    action = await chosen(bot)
    assert not any(fields_of(each) for each in await bot.channel("Bo").submit(action))
    await bot.channel("Bo").click(action)
    assert SAID not in (await own(anna.channel)).text
    assert "höll tidiga samråd" in (await own(bot.channel("Bo"))).text


async def test_in_private_it_works_as_well(anna: Leader) -> None:
    assert fields_of(await anna.private.click(await choosing(anna.private)))["did"] == SAID


async def test_of_what_is_gone_none_is_made(bot: RunningBot, anna: Leader) -> None:
    action = await chosen(bot)
    bo = bot.channel("Bo")
    assert "finns inte längre" in (await bo.click(KeepPassage(meeting=action.meeting, passage="x"))).text
    await anna.channel.click(RemoveMeeting(meeting=action.meeting, sure=True))
    assert "finns inte längre" in (await bo.click(action)).text
    assert "finns inte längre" in (await bo.click(ChoosePassage(meeting=action.meeting))).text
    assert await written(bot, "bo") == []


async def test_where_nothing_was_learned_there_is_no_button(bot: RunningBot) -> None:
    leader = await Leader.of(bot)
    await leader.published(TO_COME)
    made = await meeting(bot)
    assert "Gör till lärdom" not in (await leader.channel.click(OpenMeeting(meeting=made.id))).text
    assert "finns inte längre" in (await leader.channel.click(ChoosePassage(meeting=made.id))).text


async def test_who_made_one_and_was_forgotten_does_not_get_it_back(bot: RunningBot, anna: Leader) -> None:
    bo, action = bot.channel("Bo"), await chosen(bot)
    form = await bo.click(action)
    preview = await bo.click(PreviewLesson.model_validate(filled_in(form, "preview_lesson")))
    lesson = filled_in(preview, "send_lesson")["lesson"]
    await bo.click(SendLesson(lesson=lesson))
    await decided(anna.channel, lesson)
    await bo.click(ForgetMe(sure=True))
    assert "Bara den som skrev lärdomen" in (await bo.click(action)).text


async def test_who_is_named_in_a_passage_and_forgotten_is_not_named_in_the_lesson(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        leader = await Leader.of(bot)
        await leader.published(NOTES.replace("Tidiga samråd", f"{FULL_NAME} höll samråd, och tidiga samråd"))
        zarah = Chat(bot, leader.channel.place, {**activities.person("Zarah"), "name": FULL_NAME})
        await zarah.say("hej")
        bo = bot.channel("Bo")
        await bo.click(await chosen(bot))
        [data] = await Chat(bot, activities.personal("Zarah"), zarah.who).say("mina uppgifter")
        assert "Lärdomar från andra där du står med namn" in data.text
        await zarah.click(ForgetMe(sure=True))
        await bot.settle()
        assert fields_of(await bo.click(await chosen(bot)))["did"].startswith("en deltagare höll samråd")
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []
