"""From Teams to the dialogs: an activity becomes a Turn, once however often it comes; whatever fails ends here."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from http import HTTPStatus
from zoneinfo import ZoneInfo

import structlog

from bot import comings, reading, redelivery, transcripts
from bot.activity import Inbound
from bot.adapter import Answer
from bot.answering import Answering
from bot.downloads import Downloads
from bot.metrics import Metrics
from bot.roster import Roster
from bot.settings import Settings
from cards import actions
from cards.texts import text
from dialogs.turn import Person, Place, Reply, SentFile, Turn, Whisper
from knowledge import networks, presence
from knowledge.jobs import Effect, Job
from knowledge.store.contract import Store, StoreError, Transaction

log = structlog.get_logger()

Claiming = Callable[[Transaction, Inbound, datetime], redelivery.Claim | None]
Dialog = Callable[[Turn], Awaitable[Sequence[Reply]]]
Due = Callable[[Transaction, Job, datetime], datetime | None]
Prepared = Callable[[Job, datetime], Awaitable[Effect]]
KINDS = {
    "message": "message",
    "installationUpdate": "installation",
    "conversationUpdate": "update",
    "invoke": "click",
    "event": "event",
}


@dataclass(frozen=True, slots=True)
class Routes:
    """Where turns go: `answer` for what is said and clicked, `installed` for the introduction of a new place.

    `due` is what is done in a transaction when a job of that kind is due, `prepared` what takes time before it.
    """

    answer: Dialog
    installed: Dialog
    due: Mapping[str, Due] = field(default_factory=dict)
    prepared: Mapping[str, Prepared] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Visit:
    """What the store knows about an activity.

    `claim` is None when it has come before, or means the same as one that has; `again` when it itself is done.
    """

    claim: redelivery.Claim | None
    network: str
    leader: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Teams:
    """`handle` takes an activity that the adapter let in; `now` tells the time, with its zone."""

    settings: Settings
    store: Store
    roster: Roster
    answering: Answering
    downloads: Downloads
    routes: Routes
    metrics: Metrics
    now: Callable[[], datetime]

    async def handle(self, activity: Inbound) -> Answer:
        """Everything that fails ends here, logged under the reference that the apology names."""
        reference = secrets.token_hex(4)
        kind = KINDS.get(activity.type, "other")
        with structlog.contextvars.bound_contextvars(reference=reference, kind=kind, activity=activity.id):
            with self.metrics.seconds.time():
                outcome, answer = await self._handle_safely(activity, reference)
            self.metrics.turns.labels(kind, outcome).inc()
            log.info("turn", outcome=outcome, conversation=activity.conversation.id)
        return answer

    async def _handle_safely(self, activity: Inbound, reference: str) -> tuple[str, Answer]:
        try:
            return await self._dispatch(activity)
        except Exception as error:
            log.exception("turn_failed")
            self.metrics.failures.inc()
            return "failed", await self.answering.apologise(activity, error, reference)

    async def _dispatch(self, activity: Inbound) -> tuple[str, Answer]:
        if activity.type == "message" or (activity.is_invoke and activity.name in reading.ANSWERED):
            return await self._hear(activity)
        if reading.event(activity):
            return await self._installation(activity)
        if self.settings.transcripts and reading.ended_meeting(activity):
            await self.store.run(lambda tx: transcripts.expect(tx, activity, self.now()))
            return "noted", Answer()
        if comings.tells(activity):
            language = self.settings.language
            await self.store.run(lambda transaction: comings.note(transaction, activity, self.now(), language))
            return "noted", Answer()
        # Teams waits for the answer to an invoke; nobody here has one to another kind.
        return "ignored", Answer(HTTPStatus.NOT_FOUND if activity.is_invoke else HTTPStatus.OK)

    async def _hear(self, activity: Inbound) -> tuple[str, Answer]:
        if not reading.is_meant(activity):
            return "overheard", Answer()
        if reading.is_declined(activity):
            return "declined", Answer()
        return await self._converse(activity)

    async def _converse(self, activity: Inbound) -> tuple[str, Answer]:
        """Something said or clicked. A click that comes again gets its card again, but posts nothing anew."""
        visit = await self.store.run(lambda transaction: self._visit(transaction, activity, redelivery.claim))
        if visit.claim is None:
            self.metrics.redeliveries.inc()
            if not reading.is_answered_in_place(activity):
                return "redelivered", Answer()
        async with self._finished(visit.claim):
            said = await self._said(activity, visit)
            if reading.is_answered_in_place(activity):
                return "answered", await self.answering.to_click(activity, said, fresh=visit.claim is not None)
            await self.answering.to_message(activity, said)
            return "answered", Answer()

    def _visit(self, transaction: Transaction, activity: Inbound, claim: Claiming) -> _Visit:
        person, address = activity.sender.lasting_id, reading.address(activity)
        network = reading.network(transaction, activity)
        match None if reading.may_be_elsewhere(activity) else reading.place(activity):
            case Place.PERSONAL:
                networks.remember_chat(transaction, person, address)
                presence.saw(transaction, person, self.now())
            case Place.CHANNEL:
                networks.remember_address(transaction, network, address)
                presence.saw(transaction, person, self.now(), network, reading.channel(activity))
            case Place.GROUP:
                networks.remember_address(transaction, network, address)
                presence.saw(transaction, person, self.now())
        presence.remember_alias(transaction, person, activity.sender.id)
        leader = networks.is_leader(transaction, network, person)
        again = redelivery.is_done(transaction, activity)
        return _Visit(claim(transaction, activity, self.now()), network, leader, again)

    @contextlib.asynccontextmanager
    async def _finished(self, claim: redelivery.Claim | None) -> AsyncIterator[None]:
        """Mark the claim as done after the block, failed or not; when the block is cut off, it may come again."""
        try:
            yield
        except Exception:
            await self._finish(claim)
            raise
        await self._finish(claim)

    async def _finish(self, claim: redelivery.Claim | None) -> None:
        if claim is None:
            return
        try:
            await self.store.run(lambda transaction: redelivery.finish(transaction, claim, self.now()))
        except StoreError:
            # It was answered; at worst it is answered again, should Teams send it again.
            log.exception("claim_not_finished")

    async def _said(self, activity: Inbound, visit: _Visit) -> Sequence[Reply]:
        try:
            turn = await self._turn(activity, visit)
        except actions.BadAction:
            log.info("unknown_action")
            return [Whisper(text(self.settings.language, "error-unknown-action"))]
        log.debug("heard", words=turn.words, action=turn.action and turn.action.verb)
        return await self.routes.answer(turn)

    async def _turn(self, activity: Inbound, visit: _Visit) -> Turn:
        """Raises BadAction."""
        turn = self._turn_of(activity, visit)
        data = reading.clicked(activity)
        if data is not None:
            return replace(turn, action=actions.decode(data))
        mentions = [await self.roster.known(activity, each) for each in reading.mentioned(activity)]
        return replace(turn, words=reading.words(activity), mentions=tuple(mentions))

    def _turn_of(self, activity: Inbound, visit: _Visit) -> Turn:
        """Who, where and when, before anything is read."""
        return Turn(
            network=visit.network,
            person=Person(activity.sender.lasting_id, activity.sender.name),
            place=reading.place(activity),
            thread=activity.conversation.id,
            language=self.settings.language,
            at=self.now().astimezone(ZoneInfo(self.settings.timezone)),
            leader=visit.leader,
            attachments=reading.pictures(activity),
            again=visit.again,
            ask_members=partial(self.roster.everybody, activity),
            ask_address=partial(self.roster.address, activity),
            ask_is_in=partial(self.roster.is_in, activity),
            files=tuple(SentFile(name, partial(self.downloads.fetch, url)) for name, url in reading.files(activity)),
        )

    async def _installation(self, activity: Inbound) -> tuple[str, Answer]:
        """The app came or went. Teams tells it in two ways, and the Playground does so at each page load."""
        if reading.event(activity) is reading.Event.ADDED:
            activity = await self.roster.named(activity)
        visit, due = await self.store.run(lambda transaction: self._install(transaction, activity))
        if visit.claim is None:
            self.metrics.redeliveries.inc()
            return "redelivered", Answer()
        async with self._finished(visit.claim):
            if due:
                await self._introduce(activity, visit)
        return "introduced" if due else "noted", Answer()

    def _install(self, transaction: Transaction, activity: Inbound) -> tuple[_Visit, bool]:
        """Note it; tells whether an introduction is due."""
        visit = self._visit(transaction, activity, redelivery.claim_by_id)
        if visit.claim is None:
            return visit, False
        if reading.event(activity) is reading.Event.REMOVED:
            networks.forget_introduction(transaction, reading.home(activity))
            return visit, False
        if activity.type == "installationUpdate" and reading.place(activity) is not Place.PERSONAL:
            installer = networks.Leader(activity.sender.lasting_id, activity.sender.name)
            networks.appoint(transaction, visit.network, installer)
        home = reading.home(activity)
        return visit, networks.begin_introduction(transaction, home, self.now(), redelivery.LEASE)

    async def _introduce(self, activity: Inbound, visit: _Visit) -> None:
        home = reading.home(activity)
        try:
            await self.answering.to_message(activity, await self.routes.installed(self._turn_of(activity, visit)))
        except Exception:
            await self.store.run(lambda transaction: networks.forget_introduction(transaction, home))
            raise
        await self.store.run(lambda transaction: networks.finish_introduction(transaction, home))
