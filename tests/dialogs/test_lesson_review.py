"""A leader decides on lessons, and their authors are told where they can be reached."""

import pytest

from cards.lesson_actions import DecideLesson, ListWaiting, PreviewLesson, SendLesson, ShowLesson
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import fields_of
from tests.dialogs.lessons import TOLD, approved, carried, decided, sent, told


def told_in(bot: RunningBot, conversation: str, since: int = 0) -> list[Shown]:
    calls = [call for call in bot.connector.calls[since:] if call.method == "POST" and "conversation" in call.body]
    return [Shown.of_message(call) for call in calls if call.body["conversation"]["id"] == conversation]


async def test_leaders_are_told_in_their_own_chat(bot: RunningBot, leader: Chat) -> None:
    await bot.personal("Anna").say("hej")
    await sent(bot.channel("Bo"))
    [*_, note] = told_in(bot, "a:personal-anna")
    assert "En lärdom väntar på dig som processledare (Leksand)" in note.text
    assert TOLD["title"] in note.text


async def test_the_queue_is_for_leaders_alone(bot: RunningBot, leader: Chat) -> None:
    id = await sent(bot.channel("Bo"))
    queue = await leader.click(ListWaiting())
    assert "En lärdom väntar på beslut" in queue.text
    assert carried(queue, "show_lesson")["lesson"] == id
    assert (await bot.channel("Eva").click(ListWaiting())).card == {}
    told = await bot.channel("Eva").click(DecideLesson(lesson=id, seen="", decision="approved"))
    assert (told.card, "bara nätverkets processledare" in told.text) == ({}, True)


@pytest.mark.parametrize(("decision", "words"), [("returned", "vill veta mer"), ("declined", "togs inte med")])
async def test_who_asks_for_more_or_declines_says_why(bot: RunningBot, leader: Chat, decision: str, words: str) -> None:
    id = await sent(bot.channel("Bo"))
    again = await decided(leader, id, decision, "  ")
    assert "Skriv vad som saknas eller varför" in again.text
    await decided(leader, id, decision, "Vilket år var det?")
    opened = await bot.channel("Bo").click(ShowLesson(lesson=id))
    assert words.rsplit(maxsplit=1)[-1] in opened.text
    assert "Vilket år var det?" in opened.text


async def test_the_author_is_told_in_the_thread_but_not_what(bot: RunningBot, leader: Chat) -> None:
    id = await sent(bot.channel("Bo", thread="bo"))
    before = len(bot.connector.calls)
    await decided(leader, id, "declined", "Det är känsligt.")
    [note] = told_in(bot, "19:general@thread.tacv2;messageid=bo", before)
    assert "<at>Bo</at>" in note.text
    assert "känsligt" not in str(note.card)
    assert TOLD["title"] not in str(note.card)
    assert carried(note, "show_lesson")["lesson"] == id


async def test_who_wrote_in_private_is_told_all_there(bot: RunningBot, leader: Chat) -> None:
    await bot.channel("Bo").say("hej")
    private = bot.personal("Bo")
    await private.say("hej")
    id = await sent(private)
    before = len(bot.connector.calls)
    await decided(leader, id, "returned", "Vilket år?")
    [note] = told_in(bot, "a:personal-bo", before)
    assert "Vilket år?" in note.text


async def test_what_was_changed_since_it_was_read_is_not_approved(bot: RunningBot, leader: Chat) -> None:
    bo = bot.channel("Bo")
    id = await sent(bo)
    read = carried(await leader.click(ShowLesson(lesson=id)), "decide_lesson")
    bot.clock.pass_(minutes=1)
    await bo.click(corrected(id, did="Något helt annat hände."))
    said = await leader.click(DecideLesson.model_validate({**read, "decision": "approved"}))
    assert "har ändrats" in said.text
    assert said.card == {}


def corrected(id: str, **typed: str) -> PreviewLesson:
    return PreviewLesson(lesson=id, **{**TOLD, **typed})


async def test_two_leaders_who_decide_decide_once(bot: RunningBot, leader: Chat) -> None:
    id = await sent(bot.channel("Bo"))
    read = carried(await leader.click(ShowLesson(lesson=id)), "decide_lesson")
    first = DecideLesson.model_validate({**read, "decision": "approved"})
    await leader.click(first)
    bot.clock.pass_(minutes=2)
    assert "avgjorts" in (await leader.click(first.model_copy(update={"decision": "declined", "reason": "Nej."}))).text


async def test_a_correction_says_that_it_replaces_what_is_there(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    bo = bot.channel("Bo")
    await bo.click(corrected(id, went="Det gick ännu bättre."))
    await bo.click(SendLesson(lesson=id))
    read = await leader.click(ShowLesson(lesson=id))
    assert "ersätter en version" in read.text
    assert fields_of(read) == {"reason": ""}


async def test_a_draft_is_not_in_the_queue(bot: RunningBot, leader: Chat) -> None:
    await told(bot.channel("Bo"))
    assert "Inga lärdomar väntar" in (await leader.click(ListWaiting())).text
