"""A network that plans to meet: the form filled in, the card in the channel, people who answer it."""

from cards.actions import Action, decode
from cards.gathering_actions import Attend
from cards.people_actions import SaveProfile
from knowledge.gatherings import lifecycle
from knowledge.gatherings.model import Answer, Gathering
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.polling import filled_in, held, standing

POST = "Lägg ut träffen"
TYPED = {
    "title": "Bostäder när många flyttar in",
    "themes": "bostäder,mark",
    "date": "2026-03-19",
    "begins": "13:00",
    "ends": "15:00",
    "place": "Kommunhuset i Falun",
    "presenting": "Leksand – Leksands utveckling",
    "prepare": "Läs om Ludvika.",
}


async def form(anna: Chat) -> Shown:
    """A while after what was last said, or it would be the same said twice."""
    anna.bot.clock.pass_(minutes=2)
    [shown] = await anna.say("träff")
    return shown


async def planned(anna: Chat, **typed: str) -> Gathering:
    """A meeting that was filled in and posted, all as usual but for what is `typed`."""
    shown = await form(anna)
    told = await anna.click(filled_in(shown, {**held(shown), **TYPED, **typed}, POST))
    assert "utlagd" in told.text
    await anna.bot.settle()
    return await latest(anna.bot)


async def latest(bot: RunningBot) -> Gathering:
    """The one that was made last."""
    found = await gatherings(bot)
    return max(found, key=lambda each: each.made_at)


async def gatherings(bot: RunningBot) -> list[Gathering]:
    return await bot.store.run(lambda tx: lifecycle.every(tx, TEAM))


async def attend(chat: Chat, meant: Gathering, answer: Answer = Answer.YES) -> Shown:
    return await chat.click(Attend(gathering=meant.id, answer=answer))


async def from_home(chat: Chat, home: str, *, findable: bool = True) -> None:
    """Have a profile that says where somebody is from."""
    yes = "true" if findable else ""
    await chat.click(SaveProfile(home=home, role="planarkitekt", been_through="mark", findable=yes))


def on_card(bot: RunningBot, title: str = TYPED["title"]) -> Shown:
    """The card of a meeting, as it stands in the channel."""
    cards = [standing(bot, number) for number in range(len(bot.connector.messages))]
    return next(each for each in cards if title in each.text and "Kalenderfil" in each.text)


def address(shown: Shown) -> str:
    """Where the button leads that opens an address."""
    return next(each["url"] for each in buttons(shown.card) if each["type"] == "Action.OpenUrl")


def buttons(part: object) -> list[dict[str, str]]:
    if isinstance(part, list):
        return [action for each in part for action in buttons(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if str(part.get("type", "")).startswith("Action.") else []
    return own + [action for key, each in part.items() if key != "fallback" for action in buttons(each)]


def press(shown: Shown, title: str) -> Action:
    return decode(next(each["data"] for each in buttons(shown.card) if each["title"] == title))
