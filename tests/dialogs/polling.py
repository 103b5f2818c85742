"""A network with a poll in its channel, and people who answer it."""

from typing import Any

from cards.actions import Action, decode
from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Poll, Tally
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown, texts_of
from tests.dialogs.test_ask import actions_of

LINE = "omröstning När ska vi ses? | tisdag 9 | onsdag 13 | torsdag 10"
PEOPLE = ("Anna", "Bo", "Cia", "Dan", "Eva", "Fia")


async def begin(bot: RunningBot, *names: str) -> Chat:
    """Anna leads a network whose channel these are in; gives her there."""
    anna = bot.channel("Anna")
    await anna.install()
    people = [activities.person(name) for name in names or PEOPLE]
    bot.connector.members = {each["id"]: each for each in people}
    return anna


async def line(chat: Chat, words: str = LINE) -> list[Shown]:
    """Say something that has a poll made; gives all that is new in Teams when it is done."""
    before = len(chat.bot.connector.messages)
    await chat.say(words)
    await chat.bot.settle()
    return [standing(chat.bot, number) for number in range(before, len(chat.bot.connector.messages))]


def standing(bot: RunningBot, number: int = -1) -> Shown:
    """What can be read in Teams, the latest unless told otherwise."""
    conversation, activity = list(bot.connector.messages.values())[number]
    card = activity["attachments"][0]["content"] if activity.get("attachments") else {}
    return Shown(card, activity.get("text") or texts_of(card), conversation)


async def poll(bot: RunningBot) -> Poll:
    """The one that was made last."""
    return (await bot.store.run(lambda tx: lifecycle.every(tx, TEAM)))[0]


async def polls(bot: RunningBot) -> list[Poll]:
    return await bot.store.run(lambda tx: lifecycle.every(tx, TEAM))


async def tally(bot: RunningBot) -> Tally:
    held = await poll(bot)
    return await bot.store.run(lambda tx: ballots.count(tx, held))


async def made(bot: RunningBot, anna: Chat, **fields: str) -> Poll:
    """A poll made in the form, everything as the form has it but for these fields."""
    [form] = await anna.say("omröstning")
    typed = {**held(form), "question": "När ska vi ses?", "options": "tisdag 9\nonsdag 13\ntorsdag 10", **fields}
    seen = await anna.click(filled_in(form, typed))
    await anna.click(pressed(seen, "Posta"))
    await bot.settle()
    return await poll(bot)


def held(form: Shown) -> dict[str, str]:
    """What the fields of a form hold."""
    return {each["id"]: each.get("value", "") for each in inputs_of(form.card)}


def filled_in(form: Shown, typed: dict[str, str], title: str = "Förhandsgranska") -> Action:
    return decode({**_button(form, title)["data"], **typed})


def pressed(shown: Shown, title: str, about: str = "") -> Action:
    """What the button of that title means, `about` which of several it is."""
    return decode(_button(shown, title, about)["data"])


def titles(shown: Shown) -> list[str]:
    return [each["title"] for each in actions_of(shown.card["body"])]


async def choose(chat: Chat, shown: Shown, option: str, **more: Any) -> Shown:
    return await chat.click(pressed(shown, "Välj", option), **more)


def _button(shown: Shown, title: str, about: str = "") -> dict[str, Any]:
    found = [each for each in actions_of(shown.card["body"]) if each["title"] == title]
    return next(each for each in found if not about or each.get("tooltip") == about)


def inputs_of(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [field for each in part for field in inputs_of(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if str(part.get("type", "")).startswith("Input.") else []
    return own + [field for each in part.values() for field in inputs_of(each)]
