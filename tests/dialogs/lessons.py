"""A network in which people contribute lessons, and its leader decides on them."""

from typing import Any

from cards.lesson_actions import DecideLesson, EditLesson, ListLessons, PreviewLesson, SendLesson, ShowLesson
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import filled_in

TOLD: dict[str, Any] = {
    "title": "Tidig dialog om vattnet",
    "situation": "Ett bolag ville ha 40 hektar vid sjön i Leksand, och de boende fick veta det av tidningen.",
    "did": "Leksand höll tre öppna bryggkvällar innan planen ritades.",
    "went": "Samrådet gav fyra yttranden i stället för sextio.",
    "again": "Bjud in fritidsboende också.",
    "home": "Leksand",
    "phase": "förfrågan",
    "themes": "medborgardialog,planering",
    "link": "https://www.leksand.example/vattnet",
    "named": "false",
    "public": "true",
}
QUESTION = "vad gjorde Leksand med bryggkvällarna?"


async def told(chat: Chat, **typed: str) -> Shown:
    """Fill in the form; gives how it will look, or the form again."""
    form = await chat.click(EditLesson())
    return await chat.click(PreviewLesson.model_validate(filled_in(form, "preview_lesson", **{**TOLD, **typed})))


async def sent(chat: Chat, **typed: str) -> str:
    """Contribute a lesson; gives its id."""
    action = SendLesson.model_validate(carried(await told(chat, **typed), "send_lesson"))
    await chat.click(action)
    await chat.bot.settle()
    return action.lesson


async def decided(leader: Chat, id: str, decision: str = "approved", reason: str = "") -> Shown:
    """The leader reads a lesson and decides."""
    read = await leader.click(ShowLesson(lesson=id))
    seen = carried(read, "decide_lesson")["seen"]
    action = {"lesson": id, "seen": seen, "decision": decision, "reason": reason}
    shown = await leader.click(DecideLesson.model_validate(action))
    await leader.bot.settle()
    return shown


async def approved(bot: RunningBot, leader: Chat, who: str = "Bo", **typed: str) -> str:
    id = await sent(bot.channel(who), **typed)
    await decided(leader, id)
    return id


async def own(chat: Chat) -> Shown:
    return await chat.click(ListLessons())


def carried(shown: Shown, verb: str) -> dict[str, Any]:
    return filled_in(shown, verb)
