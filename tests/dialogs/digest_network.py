"""A running bot of a network whose digest is to be set up, and what its tests ask of it."""

from dataclasses import replace
from typing import Any

from cards.actions import Action, KeepQuestion, decode
from cards.digest_actions import SaveDigestSettings
from knowledge.library.case import parse
from knowledge.library.catalogue import put_case
from knowledge.library.model import Case, Visibility
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.conversation import Chat, RunningBot, Shown, texts_of
from tests.dialogs.test_ask import actions_of, button
from tests.knowledge.library.samples import sample

UNKNOWN = "vad kostar parkeringen i Mora?"
WEEKLY = SaveDigestSettings(every="week", weekday="0", at="08:00", sections="cases,questions,again", pauses="july")
CHANNEL = "19:general@thread.tacv2"


def case(id: str, title: str, *, secret: bool = False) -> Case:
    visibility = Visibility.CONFIDENTIAL if secret else Visibility.PUBLIC
    return replace(parse(sample(id, id), f"{id}.md"), title=title, visibility=visibility)


async def add(
    bot: RunningBot, id: str = "nyby", title: str = "Nyby – ett nytt fall", network: str = activities.TEAM
) -> None:
    now = bot.clock()
    await bot.store.run(lambda tx: put_case(tx, network, case(id, title), now))


async def keep(who: Chat, question: str = UNKNOWN) -> str:
    """Have a question kept as open; gives its id."""
    [answer] = await who.say(question)
    id = str(button(answer, "keep_question")["answer"])
    await who.click(KeepQuestion(answer=id))
    return id


def digests(bot: RunningBot) -> list[Shown]:
    """The digests that stand at the top of a channel, beside the questions that do."""
    begun = [each.body for each in bot.connector.calls if each.path == "/v3/conversations"]
    cards = [shown(each["activity"]) for each in begun if each.get("isGroup")]
    return [each for each in cards if each.text.startswith("Nytt ")]


def shown(activity: Json) -> Shown:
    card = activity["attachments"][0]["content"]
    return Shown(card, texts_of(card))


def carried(card: Shown, title: str) -> Action:
    """What the first button of that title does."""
    return decode(next(each["data"] for each in actions_of(card.card) if each["title"] == title))


def fields(part: object) -> list[dict[str, Any]]:
    """The inputs of a card."""
    if isinstance(part, list):
        return [field for each in part for field in fields(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if str(part.get("type")).startswith("Input.") else []
    return own + [field for each in part.values() for field in fields(each)]


async def until_monday(bot: RunningBot) -> None:
    """From the Thursday on which the bot's time begins."""
    await bot.pass_(days=3, hours=23)


async def posted(bot: RunningBot, leader: Chat) -> Shown:
    """A digest in the channel, with a case and a question."""
    await leader.click(WEEKLY)
    await add(bot)
    await keep(bot.channel("Bo", thread="question"))
    await until_monday(bot)
    [digest] = digests(bot)
    return digest
