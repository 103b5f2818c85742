"""What Erfa posts on its own, posted: the work of the jobs that knowledge/posts.py schedules.

An attempt to post is noted in the store right before the call and its end after it, so that whoever comes after a crash
knows what may be there. What Teams certainly did not do is tried again; what it may have done is looked for in the
channel (bot/graph.py) where the app may read it, and else shown to the leaders, who are written to through here too.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import structlog

from bot import reading, replies
from bot.activity import Inbound
from bot.calls import SendFailed
from bot.clock import Work
from bot.connector import Connector, Reference
from bot.graph import Graph, NotPermitted
from bot.metrics import Metrics
from bot.settings import Settings
from cards import posts as cards
from cards.card import Card
from dialogs.turn import Place
from knowledge import deliveries, networks, posts, troubles
from knowledge.deliveries import Ambiguous, Done, NotReadable, NotSeen, Outcome, Refused, Step, Task, Undone, Unwanted
from knowledge.jobs import Effect, Job
from knowledge.networks import Address
from knowledge.posts import Kept, Post, Why
from knowledge.store.contract import Store, Transaction

AT_ONCE = 40  # places; enough for 25 posts a second even where some calls take long
LEASE = timedelta(seconds=40)
LOOK_SECONDS = 20.0
ANSWERS_WITHIN = timedelta(minutes=10)
TROUBLES_TOLD_WITHIN = timedelta(days=3)

# Our own trouble (a token that is not valid yet or any more), or a matter of time.
TRIED_AGAIN = frozenset(
    {HTTPStatus.UNAUTHORIZED, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.TOO_MANY_REQUESTS}
)
UNFIT = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY})
NOT_THERE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
CHANNELS = ("@thread.tacv2", "@thread.skype")  # how the ids of channels end, and no others

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outbox:
    """`graph` is None where there is none; `now` tells the time."""

    settings: Settings
    store: Store
    connector: Connector
    graph: Graph | None
    metrics: Metrics
    now: Callable[[], datetime]

    def work(self) -> Work:
        return Work(self.deliver, AT_ONCE, LEASE)

    async def deliver(self, job: Job) -> Effect:
        """Do what is to be done first in a lane; the effect keeps what came of it, and says when to come again."""
        started = self.now()
        task = await self.store.run(lambda tx: deliveries.next_task(tx, job.network, job.subject, started))
        outcome = None if task is None else await self._outcome(task)
        if task is None or outcome is None:
            return lambda tx: posts.next_due(tx, job.network, job.subject)
        said = type(outcome).__name__.lower()
        log.info("post", id=task.kept.id, step=task.step, outcome=said)
        self.metrics.posts.labels(task.step, said).inc()
        return partial(self._end, task=task, outcome=outcome, now=self.now())

    async def count_unclear(self) -> None:
        """Bring the gauge up to date."""
        self.metrics.posts_unclear.set(await self.store.run(troubles.count_unclear))

    def _end(self, tx: Transaction, task: Task, outcome: Outcome, now: datetime) -> datetime | None:
        kept = deliveries.end(tx, task, outcome, now)
        if kept.is_trouble:
            self._tell_leaders(tx, kept.network, now)
        return posts.next_due(tx, kept.network, kept.lane)

    def _tell_leaders(self, tx: Transaction, network: str, now: datetime) -> None:
        """One message an hour at most, with all that is wrong: when an app is removed, much goes wrong at once."""
        zone = ZoneInfo(self.settings.timezone)
        drawn = _as_kept(cards.troubles(troubles.every(tx, network), zone, self.settings.language))
        for leader in networks.leaders(tx, network):
            belongs_to = f"trouble/{now:%Y-%m-%dT%H}/{leader.id}"
            told = Post(belongs_to, "", leader.id, drawn, now, now + TROUBLES_TOLD_WITHIN)
            posts.change(tx, network, posts.intend(tx, network, told), drawn, now)

    async def _outcome(self, task: Task) -> Outcome | None:
        """What came of a step; None when it is not wanted any more."""
        try:
            return await self._do(task)
        except replies.CardTooLarge:
            log.exception("card_too_large")
            return Refused(Why.UNFIT)
        except Unwanted:
            return None
        except SendFailed as failed:
            log.warning("post_failed", id=task.kept.id, step=task.step, status=failed.status, cause=failed.message)
            return _failure(failed, task.step)

    async def _do(self, task: Task) -> Outcome:
        match task.step:
            case Step.POST:
                return await self._post(task)
            case Step.LOOK:
                return await self._look(task.kept)
            case Step.GIVE_UP:
                return Refused(Why.LATE)
        return await self._amend(task)

    async def _post(self, task: Task) -> Done:
        to = await self._place(task.kept)
        message = _message(task.kept)

        async def begin() -> None:
            await self.store.run(lambda tx: deliveries.begin(tx, task, self.now()))

        if to.conversation.endswith(CHANNELS):
            posted = await self.connector.start_thread(to, message, begin)
            return Done(posted.activity_id, posted.thread)
        return Done(await self.connector.send(to, message, begin), to.conversation)

    async def _amend(self, task: Task) -> Done:
        address = await self._address(task.kept)
        if address is None:
            raise _unknown_address()
        to = _reference(address, task.kept.thread)
        if task.step is Step.DELETE:
            await self.connector.delete(to, task.kept.activity_id)
        else:
            await self.connector.update(to, task.kept.activity_id, _message(task.kept))
        return Done()

    async def _look(self, kept: Kept) -> Outcome:
        """Whether it is in the channel, as far as can be seen there."""
        address, conversation = await self._address(kept), kept.post.conversation
        if self.graph is None or address is None or kept.tried_at is None or not _channel(conversation):
            return NotReadable()
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                team = await self.connector.team(_reference(address, conversation), kept.network)
                found = await self.graph.find(team.group, conversation, kept.id, kept.tried_at)
        except NotPermitted as error:
            log.warning("may_not_read", network=kept.network, cause=str(error))
            return NotReadable()
        except TimeoutError:
            return Undone()
        if not found:
            return NotSeen()
        begins_thread = conversation.endswith(CHANNELS)
        return Done(found, f"{conversation};messageid={found}" if begins_thread else conversation)

    async def _place(self, kept: Kept) -> Reference:
        """Where it is to be posted; a private chat that is not known is opened. Raises SendFailed, never in doubt."""
        address = await self._address(kept)
        if address is None:
            raise _unknown_address()
        person = kept.post.person
        if not person or address.chat:
            return _reference(address, kept.post.conversation or address.chat)
        try:
            chat = await self.connector.open_chat(_reference(address, ""), person, address.tenant)
        except SendFailed as failed:
            raise SendFailed(failed.status, failed.message, undone=True, again_after=failed.again_after) from failed
        opened = Address(chat.service_url, chat.bot_id, chat.bot_name, address.tenant, chat.conversation)
        await self.store.run(lambda tx: networks.remember_chat(tx, person, opened))
        return chat

    async def _address(self, kept: Kept) -> Address | None:
        """Somebody's own chat if it is to them and known, else the network's address."""

        def look(tx: Transaction) -> Address | None:
            chat = networks.chat(tx, kept.post.person) if kept.post.person else None
            return chat or networks.address(tx, kept.network)

        return await self.store.run(look)


def answer(activity: Inbound, card: Card, not_before: datetime) -> Post:
    """An answer that Teams does not take just now: to the same thread, as long as somebody may still wait for it."""
    private = reading.place(activity) is Place.PERSONAL
    return Post(
        belongs_to=f"answer/{activity.id}/{uuid4().hex}",
        conversation="" if private else activity.conversation.id,
        person=activity.sender.lasting_id if private else "",
        card=_as_kept(card),
        not_before=not_before,
        not_after=not_before + ANSWERS_WITHIN,
    )


def _failure(failed: SendFailed, step: Step) -> Outcome:
    """What a failed call means for the post."""
    if not failed.undone:
        return Undone() if step is Step.LOOK else Ambiguous()
    refused = failed.status // 100 == 4 and failed.status not in TRIED_AGAIN
    if not refused:
        return Undone(None if failed.again_after is None else timedelta(seconds=failed.again_after))
    if step is Step.LOOK:
        return NotReadable()
    if failed.status in NOT_THERE and step is not Step.POST:
        return Done() if step is Step.DELETE else Refused(Why.GONE)
    return Refused(Why.UNFIT if failed.status in UNFIT else Why.REFUSED)


def _message(kept: Kept) -> replies.Json:
    """The message of a post, its card marked with the post's id. Raises CardTooLarge."""
    content: Mapping[str, Any] = kept.post.card["content"]
    return replies.message(Card({**content, "body": _marked(content["body"], kept.id)}, kept.post.card["summary"]))


def _marked(body: Sequence[Mapping[str, Any]], marker: str) -> list[Mapping[str, Any]]:
    """The marker as the id, which nobody sees, of the first element that has none of its own, as inputs do."""
    free = next((place for place, element in enumerate(body) if "id" not in element), None)
    if free is None:
        return [*body, {"type": "Container", "items": [], "id": marker}]
    return [{**element, "id": marker} if place == free else element for place, element in enumerate(body)]


def _as_kept(card: Card) -> dict[str, Any]:
    return {"content": card.content, "summary": card.summary}


def _channel(conversation: str) -> bool:
    """Whether it is a channel or a thread in one."""
    return conversation.partition(";messageid=")[0].endswith(CHANNELS)


def _reference(address: Address, conversation: str) -> Reference:
    return Reference(address.service_url, conversation, address.bot_id, address.bot_name)


def _unknown_address() -> SendFailed:
    return SendFailed(0, "nobody has been heard from there yet", undone=True)
