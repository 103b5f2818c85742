"""*Ny omröstning* in the message extension: the same form, in a dialog."""

from typing import Any

import pytest

from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.conversation import Chat, RunningBot, texts_of
from tests.dialogs.polling import begin, inputs_of, polls, standing


async def opened(chat: Chat, command: str = "edit_poll") -> Json:
    bot = chat.bot
    answer = await bot.post(activities.opened(bot.connector.url, chat.place, chat.who, command))
    assert answer.status == 200
    task: Json = answer.body["task"]
    return task


async def submitted(chat: Chat, task: Json, title: str, typed: dict[str, str] | None = None) -> Json:
    """What the dialog becomes when the button of that title is clicked."""
    card = task["value"]["card"]["content"]
    data = {**next(each["data"] for each in submits_of(card) if each["title"] == title), **(typed or {})}
    activity = activities.clicked_in_dialog(chat.bot.connector.url, chat.place, chat.who, data)
    answer: Json = (await chat.bot.post(activity)).body["task"]
    return answer


def submits_of(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [action for each in part for action in submits_of(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.Submit" else []
    return own + [action for each in part.values() for action in submits_of(each)]


@pytest.mark.parametrize("thread", ["1", ""])
async def test_a_poll_is_made_in_a_dialog(bot: RunningBot, thread: str) -> None:
    anna = await begin(bot)
    place = activities.channel(thread=thread)
    if not thread:  # where a new post is being written
        place["conversation"]["id"] = "19:general@thread.tacv2"
    chat = Chat(bot, place, anna.who)
    task = await opened(chat)
    assert (task["type"], task["value"]["title"]) == ("continue", "Ny omröstning")
    assert "Action.Execute" not in str(task)
    form = task["value"]["card"]["content"]
    typed = {each["id"]: each.get("value", "") for each in inputs_of(form)}
    wrong = await submitted(chat, task, "Förhandsgranska", typed)
    assert "saknas text" in texts_of(wrong["value"]["card"]["content"])
    right = {**typed, "question": "När?", "options": "nu\nsedan"}
    seen = await submitted(chat, wrong, "Förhandsgranska", right)
    assert "inte postad än" in texts_of(seen["value"]["card"]["content"])
    done = await submitted(chat, seen, "Posta")
    assert "är postad" in texts_of(done["value"]["card"]["content"])
    await bot.settle()
    shown = standing(bot)
    assert shown.text.startswith("När?")
    assert shown.thread == place["conversation"]["id"]


async def test_outside_of_channels_and_groups_the_dialog_says_where(bot: RunningBot) -> None:
    task = await opened(bot.personal("Anna"))
    assert task["type"] == "message"
    assert "kanal" in task["value"]
    assert await polls(bot) == []


async def test_a_command_of_another_version_is_told_so(bot: RunningBot) -> None:
    task = await opened(bot.channel("Anna"), "new_meeting")
    assert (task["type"], task["value"][:10]) == ("message", "Den knappe")


async def test_the_dialog_apologises(bot: RunningBot) -> None:
    await bot.store.close()
    task = await opened(bot.channel("Anna"))
    assert task["type"] == "message"
    assert "minne" in task["value"]
