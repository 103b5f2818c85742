"""Talk to a bot that really runs: its own server, store and connector on this machine.

async with running(tmp_path, open_routes) as bot:
    anna = bot.channel("Anna")
    [answer] = await anna.say("fall ludvika")
    assert "Ludvika" in answer.text
    card = await anna.click(OpenCase(case="ludvika"))
    assert "Ludvika" in card.text
"""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import CLOCK, STORE, OpenRoutes, create_app
from bot.clock import Clock as Alarm
from bot.settings import Settings
from cards.actions import Action
from knowledge.store.contract import Entry, Store, Transaction
from knowledge.store.keys import prefix, stamp
from tests.bot import activities
from tests.bot.activities import Json
from tests.bot.loopback import Call, LoopbackConnector, loopback_connector, serving
from tests.patience import until


@dataclass(frozen=True)
class Shown:
    """Something a person sees: a card, or a plain sentence in `text`."""

    card: Json
    text: str
    thread: str = ""

    @classmethod
    def of_message(cls, call: Call) -> "Shown":
        attachments = call.body.get("attachments", [])
        card = attachments[0]["content"] if attachments else {}
        thread = call.body.get("conversation", {}).get("id", "")  # none where one is begun
        return cls(card, call.body.get("text") or texts_of(card), thread)

    @classmethod
    def of_answer(cls, body: Json) -> "Shown":
        value = body["value"]
        return cls({}, value) if isinstance(value, str) else cls(value, texts_of(value))


@dataclass(frozen=True)
class Answered:
    """The HTTP response to an activity."""

    status: int
    body: Any


@dataclass
class Clock:
    """The bot's time, to be moved on by the test."""

    time: datetime = field(default_factory=lambda: datetime(2026, 3, 5, 8, 0, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.time

    def pass_(self, **amount: float) -> None:
        self.time += timedelta(**amount)


@dataclass(frozen=True)
class Chat:
    """One person in one place. What they say or click gives what appears in answer."""

    bot: "RunningBot"
    place: Json
    who: Json

    async def say(self, words: str, /, **more: Any) -> list[Shown]:
        """Say `words` (mentioning the bot, where it must be); gives the new messages."""
        return await self._new(activities.said(self.bot.connector.url, self.place, self.who, words, **more))

    async def click(self, action: Action, **more: Any) -> Shown:
        """Click a button; gives what the card becomes, or what is told to the clicker alone."""
        data = action.model_dump()
        invoke = activities.clicked(self.bot.connector.url, self.place, self.who, data, **more)
        return Shown.of_answer((await self.bot.post(invoke)).body)

    async def click_for_message(self, action: Action, **more: Any) -> list[Shown]:
        """Click a button that is answered in the thread; gives the new messages."""
        data = action.model_dump()
        return await self._new(activities.clicked(self.bot.connector.url, self.place, self.who, data, **more))

    async def submit(self, action: Action, **more: Any) -> list[Shown]:
        """Click in a client without Action.Execute; gives the new messages and the changed ones."""
        data = action.model_dump()
        return await self._new(activities.submitted(self.bot.connector.url, self.place, self.who, data, **more))

    async def install(self, action: str = "add") -> list[Shown]:
        return await self._new(activities.installed(self.bot.connector.url, self.place, self.who, action))

    async def _new(self, activity: Json) -> list[Shown]:
        """What is said here; what the clock has posted elsewhere meanwhile is no answer."""
        before = len(self.bot.connector.calls)
        await self.bot.post(activity)
        called = self.bot.connector.calls[before:]
        said = [Shown.of_message(call) for call in called if call.method in {"POST", "PUT"}]
        return [shown for shown in said if shown.thread == activity["conversation"]["id"]]


@dataclass(frozen=True)
class RunningBot:
    url: str
    connector: LoopbackConnector
    clock: Clock
    session: aiohttp.ClientSession
    store: Store
    alarm: Alarm

    async def pass_(self, **amount: float) -> None:
        """Let time pass, once what is due by now is done, and all be done that is due then."""
        await self.settle()
        self.clock.pass_(**amount)
        await self.settle()

    async def settle(self) -> None:
        """Let all be done that is due by now."""
        self.alarm.wake()
        await until(lambda: self.store.run(lambda tx: not is_busy(tx, self.clock())))

    async def stored(self) -> list[Entry]:
        """All documents in the store."""
        return await self.store.run(lambda tx: tx.query("", limit=100_000))

    def channel(self, name: str, thread: str = "thread") -> Chat:
        """`name` in a thread of the channel: the same one unless told otherwise."""
        return Chat(self, activities.channel(thread=thread), activities.person(name))

    def group(self, name: str) -> Chat:
        return Chat(self, activities.group(), activities.person(name))

    def personal(self, name: str) -> Chat:
        return Chat(self, activities.personal(name), activities.person(name))

    async def post(self, activity: object, **more: Any) -> Answered:
        """POST to /api/messages as Teams does; `more` goes to the HTTP client."""
        request = {"json": activity, **more} if "data" not in more else more
        async with self.session.post(f"{self.url}/api/messages", **request) as answer:
            text = await answer.text()
            is_json = answer.content_type == "application/json"
            return Answered(answer.status, await answer.json() if is_json else text)

    async def get(self, path: str) -> Answered:
        async with self.session.get(self.url + path) as answer:
            return Answered(answer.status, await answer.text())


@contextlib.asynccontextmanager
async def running(
    folder: Path,
    open_routes: OpenRoutes,
    clock: Clock | None = None,
    *,
    connector: LoopbackConnector | None = None,
    **settings: Any,
) -> AsyncIterator[RunningBot]:
    """A bot whose store is in `folder`; the same folder again is the same bot, restarted.

    It speaks to a new `connector`, unless one is given.
    """
    clock = clock or Clock()
    app = create_app(Settings(data=folder, **settings), open_routes, clock)
    teams = contextlib.nullcontext(connector) if connector else loopback_connector()
    async with teams as there, aiohttp.ClientSession() as session, serving(app) as url:
        bot = RunningBot(url, there, clock, session, app[STORE], app[CLOCK])
        await bot.settle()
        yield bot


def is_busy(tx: Transaction, now: datetime) -> bool:
    """Whether a job is due or being done."""
    known = tx.query(prefix("jobs", "job"), limit=1000)
    return any(entry.value["claimed"] or entry.value["at"] <= stamp(now) for entry in known)


def texts_of(part: object) -> str:
    """Every text in a card that a person reads, a line each."""
    if isinstance(part, list):
        return "\n".join(filter(None, map(texts_of, part)))
    if not isinstance(part, dict):
        return ""
    own = [part[name] for name in ("text", "title", "value") if isinstance(part.get(name), str)]
    inner = [texts_of(value) for name, value in part.items() if isinstance(value, dict | list) and name != "data"]
    return "\n".join(filter(None, [*own, *inner]))
