"""A network that the bot has heard of, and posts in it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cards.help import notice
from knowledge import posts
from knowledge.posts import Kept, Post
from tests.bot.activities import TEAM
from tests.bot.conversation import RunningBot, Shown, texts_of

CHANNEL = "19:general@thread.tacv2"
GROUP = "group-1"
HOUR = timedelta(hours=1)


def card(words: str) -> dict[str, Any]:
    drawn = notice(words, "sv")
    return {"content": drawn.content, "summary": drawn.summary}


async def begin(bot: RunningBot) -> None:
    """Anna adds the app, and leads the network; what was said so far is forgotten."""
    await bot.channel("Anna").install()
    bot.connector.teams[TEAM] = {"id": TEAM, "name": "Nätverket", "aadGroupId": GROUP}
    bot.connector.calls.clear()
    bot.connector.messages.clear()


async def intend(bot: RunningBot, belongs_to: str = "digest/1", words: str = "Nytt", **more: Any) -> str:
    now = bot.clock()
    post = replace(Post(belongs_to, CHANNEL, "", card(words), now, now + HOUR), **more)
    return await bot.store.run(lambda tx: posts.intend(tx, TEAM, post))


async def post(bot: RunningBot, belongs_to: str = "digest/1", words: str = "Nytt", **more: Any) -> Kept:
    """Intend a post, and let be done what is due; gives what became of it."""
    id = await intend(bot, belongs_to, words, **more)
    await bot.settle()
    return await found(bot, id)


async def found(bot: RunningBot, id: str) -> Kept:
    kept = await bot.store.run(lambda tx: posts.find(tx, TEAM, id))
    assert kept
    return kept


async def change(bot: RunningBot, id: str, words: str) -> Kept:
    now = bot.clock()
    await bot.store.run(lambda tx: posts.change(tx, TEAM, id, card(words), now))
    await bot.settle()
    return await found(bot, id)


async def take_back(bot: RunningBot, id: str) -> Kept:
    now = bot.clock()
    await bot.store.run(lambda tx: posts.take_back(tx, TEAM, id, now))
    await bot.settle()
    return await found(bot, id)


def standing(bot: RunningBot, conversation: str = CHANNEL) -> list[str]:
    """What can be read in a conversation, in the order it was posted."""
    shown = [activity for where, activity in bot.connector.messages.values() if where == conversation]
    return [texts_of(activity["attachments"][0]["content"]) for activity in shown]


def told(bot: RunningBot, name: str) -> list[Shown]:
    """What somebody was told in a private chat that the bot opened."""
    chat = f"a:chat-directory-{name.lower()}"
    return [
        Shown(activity["attachments"][0]["content"], texts_of(activity["attachments"][0]["content"]), chat)
        for where, activity in bot.connector.messages.values()
        if where == chat
    ]
