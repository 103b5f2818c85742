"""A case that is not public, tried for in every way there is: leaders of its network see it in private, nobody else."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from cards.actions import Action, AnswerQuestion, KeepQuestion, ListCases, OpenCase, Rate, ShowAnswer
from cards.curating_actions import Curate, ExportLibrary, Look, RetireCase
from cards.digest_actions import ListDigests, PreviewDigest, SubscribeDigest
from cards.people_actions import ShowMyData
from knowledge.library.importing import import_cases
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.digest_network import WEEKLY
from tests.dialogs.lessons import approved, sent, told
from tests.dialogs.test_ask import button
from tests.dialogs.test_library import CONFIDENTIAL, SECRET, TODAY
from tests.dialogs.test_message_extension import search

TITLE = "Ännu ej offentlig etablering"
HECTARES = "80 hektar"
HIDDEN = {"title": "Hemlig brygga i Rättvik", "did": "Rättvik dolde bryggplanen i ett kuvert.", "public": "false"}
WORDS = (SECRET, TITLE, HECTARES, HIDDEN["title"], HIDDEN["did"])
ASKED = "hur mycket mark vill hemligt stål ha i gagnef?"
ABOUT = (
    ASKED,
    "vad vill bolaget Hemligt Stål?",
    "vilka kommuner har fått en markförfrågan?",
    "gagnef",
    "bryggplan i kuvert",
)

Try = Callable[[Chat], Awaitable[Any]]


@pytest.fixture
async def secret(bot: RunningBot, leader: Chat) -> AsyncIterator[RunningBot]:
    """A network with a case and a lesson for leaders alone, which is put away and back, and made news of."""
    await leader.click(WEEKLY)
    await import_cases(bot.store, activities.TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    await approved(bot, leader, **HIDDEN)
    await bot.settle()
    bot.connector.calls.clear()
    yield bot


def leaked(said: object) -> list[str]:
    return [word for word in WORDS if word.casefold() in str(said).casefold()]


async def saying(chat: Chat, *words: str) -> list[object]:
    return [await chat.say(each) for each in words]


async def questions(chat: Chat) -> object:
    return await saying(chat, *ABOUT, *(f"fråga {each}" for each in ABOUT))


async def commands(chat: Chat) -> object:
    listing = ("gagnef", "ännu offentlig", "hemlig", "mark", "förfrågan", "bryggplan")
    cases = ("fall", *(f"fall {each}" for each in listing))
    return await saying(chat, *cases, "kontakter mark", "utskick", "möten", "hjälp", "mina uppgifter", "bidra")


async def buttons(chat: Chat) -> object:
    reading: list[Action] = [OpenCase(case="hemlig"), ListCases(), PreviewDigest(), ListDigests(), ShowMyData()]
    tending: list[Action] = [Curate(), RetireCase(case="hemlig"), ExportLibrary()]
    looks = [Curate(look=each) for each in Look]
    return [await chat.click(each) for each in (*reading, *tending, *looks)]


async def searching(chat: Chat) -> object:
    return [await search(chat, each) for each in ("", *ABOUT, "hemlig", "mark")]


async def network(chat: Chat) -> object:
    """The question is asked of all, its nearest cases beside it; and an answer is told to be like something."""
    [answer] = await chat.say("vad kostar kaffet i Gagnef när Hemligt kommer?")
    id = button(answer, "keep_question")["answer"]
    kept = [await chat.click(KeepQuestion(answer=id)), await chat.click(AnswerQuestion(question=id))]
    await chat.bot.settle()
    return [kept, await told(chat, did="Gagnef fick i mars 2026 en fråga om hektar mark.", title="Gagnef")]


WAYS: dict[str, Try] = {
    "questions": questions,
    "commands": commands,
    "buttons": buttons,
    "searching": searching,
    "network": network,
}


def with_asked(said: object) -> str:
    """What was said, without what whoever tries said themselves."""
    text = str(said)
    for own in ABOUT:
        text = text.replace(own, "")
    return text


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("who", ["member", "member in private", "leader in the channel", "another network"])
async def test_nobody_else_sees_it(secret: RunningBot, leader: Chat, way: str, who: str, capfd: Any) -> None:
    await secret.channel("Eva").say("hej")
    chat = {
        "member": secret.channel("Eva"),
        "member in private": secret.personal("Eva"),
        "leader in the channel": leader,
        "another network": secret.group("Eva"),
    }[who]
    said = await WAYS[way](chat)
    everywhere = [call.body for call in secret.connector.calls]
    assert leaked(with_asked([said, everywhere])) == [], way
    assert leaked("".join(capfd.readouterr())) == []


async def test_an_answer_to_a_leader_in_private_is_not_shown_to_others(secret: RunningBot, leader: Chat) -> None:
    [answer] = await secret.personal("Anna").say(ASKED)
    assert SECRET in answer.text
    id = button(answer, "rate")["answer"]
    for chat in (secret.channel("Eva"), secret.personal("Eva"), secret.group("Eva"), leader):
        for action in (ShowAnswer(answer=id), Rate(answer=id, helped=False)):
            assert leaked(with_asked(await chat.click(action))) == []


async def test_it_is_in_no_digest(secret: RunningBot, leader: Chat) -> None:
    await secret.personal("Anna").say("hej")
    await secret.personal("Anna").click(SubscribeDigest(themes="mark"))
    before = len(secret.connector.calls)
    await secret.pass_(days=5)
    assert leaked([call.body for call in secret.connector.calls[before:]]) == []


async def test_what_waits_is_seen_by_leaders_alone(secret: RunningBot, leader: Chat) -> None:
    await secret.personal("Anna").say("hej")
    secret.connector.calls.clear()
    await sent(secret.channel("Bo"), **HIDDEN)
    others = [call.body for call in secret.connector.calls if "a:personal-anna" not in str(call.path) + str(call.body)]
    assert leaked(others) == []


async def test_nobody_else_takes_it_out(secret: RunningBot) -> None:
    await secret.channel("Eva").say("hej")
    told = await secret.personal("Eva").click(ExportLibrary())
    assert (told.card, leaked(told)) == ({}, [])
