"""Cases found while writing, and messages that become lessons: beside the message box and under a message's menu."""

from typing import Any

import pytest

from cards.lesson_actions import EditLesson, PreviewLesson, SendLesson
from cards.people_actions import ForgetMe
from knowledge.lessons import lifecycle
from knowledge.library.importing import import_cases
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown, texts_of
from tests.dialogs.filling import fields_of
from tests.dialogs.lessons import TOLD, approved, decided
from tests.dialogs.test_library import CONFIDENTIAL, SECRET, TODAY

WORDS = "<div><p>Vi borrade tre brunnar &amp; mätte i ett år.<br>Det <b>räckte</b>.</p></div>"


async def search(chat: Chat, words: str) -> dict[str, Any]:
    asked = activities.searched(chat.bot.connector.url, chat.place, chat.who, words)
    body: dict[str, Any] = (await chat.bot.post(asked)).body["composeExtension"]
    return body


def titles(found: dict[str, Any]) -> list[str]:
    return [each["preview"]["content"]["title"] for each in found["attachments"]]


async def save(chat: Chat, author: str, **message: Any) -> Shown:
    user = {"id": f"directory-{author.lower()}", "displayName": author}
    payload = {"id": "1700", "from": {"user": user}, "body": {"contentType": "html", "content": WORDS}, **message}
    asked = activities.saved(chat.bot.connector.url, chat.place, chat.who, payload)
    task = (await chat.bot.post(asked)).body["task"]["value"]
    await chat.bot.settle()
    return (
        Shown({}, task) if isinstance(task, str) else Shown(task["card"]["content"], texts_of(task["card"]["content"]))
    )


async def test_a_case_is_found_and_put_into_a_message(anna: Chat) -> None:
    found = await search(anna, "torsboda")
    assert found["type"] == "result"
    [torsboda] = [each for each in found["attachments"] if "Torsboda" in each["preview"]["content"]["title"]]
    content = torsboda["content"]
    assert torsboda["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert "Källor" in texts_of(content)
    assert "Action." not in str(content)


async def test_opened_it_lists_the_library_and_a_word_narrows_it(anna: Chat) -> None:
    assert len(titles(await search(anna, ""))) == 10
    assert all("Ludvika" in title for title in titles(await search(anna, "fall ludvika"))[:1])


async def test_nothing_found_is_said(anna: Chat) -> None:
    found = await search(anna, "zzzzqx")
    assert found == {
        "type": "message",
        "text": "Fallbanken har inget om det. Prova en kommun, ett tema eller ett skede.",
    }


async def test_a_lesson_is_found_in_its_network_alone(bot: RunningBot, leader: Chat) -> None:
    await approved(bot, leader)
    assert "Leksand – Tidig dialog om vattnet" in titles(await search(leader, "bryggkvällar"))
    elsewhere = await search(bot.group("Eva"), "bryggkvällar")
    assert "vattnet" not in str(elsewhere)


@pytest.mark.parametrize("place", ["channel", "personal"])
async def test_a_confidential_case_is_never_found(bot: RunningBot, leader: Chat, place: str) -> None:
    await import_cases(bot.store, activities.TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    chat = bot.personal("Anna") if place == "personal" else leader
    for words in ("gagnef", SECRET, ""):
        assert SECRET not in str(await search(chat, words))
        assert "Ännu ej offentlig" not in str(await search(chat, words))


async def test_a_chat_between_people_is_not_taken_for_the_bot_s_own(bot: RunningBot, anna: Chat) -> None:
    private = bot.personal("Anna")
    await private.say("hej")
    between = {**private.place, "conversation": {**private.place["conversation"], "id": "a:anna-and-bo"}}
    await search(Chat(bot, between, private.who), "ludvika")
    await save(Chat(bot, between, private.who), "Bo")
    stored = await bot.stored()
    assert not any("a:anna-and-bo" in str(entry.value) for entry in stored if entry.key.startswith("chats"))


async def test_who_wrote_the_message_is_asked_first(bot: RunningBot, anna: Chat) -> None:
    told = await save(anna, "Bo", replyToId="1699")
    assert told.text == "Den som skrev meddelandet får frågan i tråden."
    posted = Shown.of_message(bot.connector.calls[-1])
    assert posted.thread == "19:general@thread.tacv2;messageid=1699"
    assert posted.card["msteams"]["entities"][0]["mentioned"]["id"] == "directory-bo"
    assert "Anna tycker" in posted.text
    assert "brunnar" not in posted.text
    [lesson] = await bot.store.run(lambda tx: lifecycle.written_by(tx, activities.TEAM, "directory-bo"))
    assert "Bara den som skrev" in (await anna.click(EditLesson(lesson=lesson.id))).text
    form = await bot.channel("Bo").click(EditLesson(lesson=lesson.id))
    assert fields_of(form)["did"] == "Vi borrade tre brunnar & mätte i ett år.\nDet räckte."


async def test_asked_twice_they_are_asked_once(bot: RunningBot, anna: Chat) -> None:
    await save(anna, "Bo")
    before = len(bot.connector.calls)
    await save(bot.channel("Eva"), "Bo")
    assert len(bot.connector.calls) == before


async def test_who_was_forgotten_is_not_asked_about_what_is_a_lesson_already(bot: RunningBot, leader: Chat) -> None:
    bo = bot.channel("Bo")
    await save(bo, "Bo")
    [lesson] = await bot.store.run(lambda tx: lifecycle.written_by(tx, activities.TEAM, "directory-bo"))
    await bo.click(PreviewLesson(lesson=lesson.id, **TOLD))
    await bo.click(SendLesson(lesson=lesson.id))
    await decided(leader, lesson.id)
    await bo.click(ForgetMe(sure=True))
    await bot.settle()
    before = len(bot.connector.calls)
    assert "Bara den som skrev" in (await save(bot.channel("Eva"), "Bo")).text
    assert len(bot.connector.calls) == before


async def test_one_s_own_message_opens_the_form(anna: Chat) -> None:
    form = await save(anna, "Anna")
    assert "Vi borrade tre brunnar" in fields_of(form)["did"]
    assert "Action.Execute" not in str(form.card)


@pytest.mark.parametrize("message", [{"from": None}, {"id": None}, {"body": "x"}, {"body": {"content": 5}}])
async def test_a_message_of_another_shape_fails_softly(anna: Chat, message: dict[str, Any]) -> None:
    assert (await save(anna, "Bo", **message)).text
