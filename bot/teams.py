"""Between Teams and the dialogs: an activity becomes a Turn, replies become messages or the answer to a click."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from zoneinfo import ZoneInfo

import structlog

from bot import comings, reading, redelivery, replies, transcripts
from bot.activity import Inbound
from bot.adapter import Answer
from bot.calls import SendFailed
from bot.connector import Connector, Reference
from bot.downloads import Downloads
from bot.metrics import Metrics
from bot.outbox import answer
from bot.roster import Roster
from bot.settings import Settings
from bot.uploads import Uploads
from cards import actions, errors
from cards.card import Card
from cards.help import notice
from cards.texts import text
from dialogs.turn import Choices, File, Form, Person, Place, Replace, Reply, Say, SentFile, Turn, Whisper
from knowledge import networks, posts, presence
from knowledge.jobs import Effect, Job
from knowledge.store.contract import Store, StoreError, StoreUnavailable, Transaction

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
    connector: Connector
    uploads: Uploads
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
            return "failed", await self._apologise(activity, error, reference)

    async def _dispatch(self, activity: Inbound) -> tuple[str, Answer]:
        if activity.type == "message" or (activity.is_invoke and activity.name in reading.ANSWERED):
            return await self._hear(activity)
        if reading.event(activity):
            return await self._installation(activity)
        if self.settings.transcripts and reading.ended_meeting(activity):
            await self.store.run(lambda tx: transcripts.expect(tx, activity, self.now()))
            return "noted", Answer()
        if comings.tells(activity):
            await self.store.run(lambda transaction: comings.note(transaction, activity, self.now()))
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
                return "answered", await self._answer_click(activity, said, fresh=visit.claim is not None)
            await self._answer_message(activity, said)
            return "answered", Answer()

    def _visit(self, transaction: Transaction, activity: Inbound, claim: Claiming) -> _Visit:
        person, address = activity.sender.lasting_id, reading.address(activity)
        network = _network(transaction, activity)
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

    @property
    def roster(self) -> Roster:
        return Roster(self.connector)

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
            files=tuple(SentFile(name, partial(self.downloads.fetch, url)) for name, url in reading.files(activity)),
        )

    async def _answer_click(self, activity: Inbound, said: Sequence[Reply], *, fresh: bool) -> Answer:
        """What replaces the card or is whispered goes back in the answer; an update beside it would race with it."""
        shape = _shape(activity)
        body = shape.text(text(self.settings.language, "answered-in-thread"))
        for reply in said:
            match reply:
                case Say(card) if fresh:
                    await self._post(activity, card)
                case File() if fresh:
                    await self._give(activity, reply)
                case Replace(card) | Form(card):
                    body = shape.card(card)
                case Whisper(words):
                    body = shape.text(words)
                case Choices(offered):
                    body = replies.choices(offered)
        return Answer(body=body)

    async def _answer_message(self, activity: Inbound, said: Sequence[Reply]) -> None:
        for reply in said:
            match reply:
                case Replace(alone=True) | Whisper(secret=True) if reading.place(activity) is not Place.PERSONAL:
                    pass  # others would see it
                case Replace(card) if activity.reply_to_id:
                    update = replies.message(card)
                    await self.connector.update(Reference.of(activity), activity.reply_to_id, update)
                case Say(card) | Replace(card) | Form(card):
                    await self._post(activity, card)
                case Whisper(words):
                    await self._post(activity, words)
                case File():
                    await self._give(activity, reply)

    async def _give(self, activity: Inbound, file: File) -> None:
        await self.connector.send(Reference.of(activity), await self.uploads.message(activity, file))

    async def _post(self, activity: Inbound, said: Card | str) -> None:
        """In the thread, now or when Teams takes it."""
        message = replies.text_message(said) if isinstance(said, str) else replies.message(said)
        try:
            await self.connector.send(Reference.of(activity), message)
        except SendFailed as failed:
            if failed.again_after is None:
                raise
            card = notice(said, self.settings.language) if isinstance(said, str) else said
            later = answer(activity, card, self.now() + timedelta(seconds=failed.again_after))
            await self.store.run(lambda transaction: posts.intend(transaction, _network(transaction, activity), later))

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
            await self._answer_message(activity, await self.routes.installed(self._turn_of(activity, visit)))
        except Exception:
            await self.store.run(lambda transaction: networks.forget_introduction(transaction, home))
            raise
        await self.store.run(lambda transaction: networks.finish_introduction(transaction, home))

    async def _apologise(self, activity: Inbound, error: Exception, reference: str) -> Answer:
        language = self.settings.language
        remembers = not isinstance(error, StoreUnavailable)
        card = errors.apology(reference, language) if remembers else errors.try_again(language)
        if activity.is_invoke:
            return Answer(body=_shape(activity).text(card.summary))
        if activity.type == "message" and _reachable(error):
            try:
                await self._post(activity, card)
            except SendFailed as failure:
                log.warning("apology_not_sent", status=failure.status, cause=failure.message)
        return Answer()


def _shape(activity: Inbound) -> replies.Shape:
    if reading.in_search(activity):
        return replies.IN_SEARCH
    return replies.IN_DIALOG if reading.in_dialog(activity) else replies.ON_CARD


def _network(transaction: Transaction, activity: Inbound) -> str:
    """Whose library and people it concerns; in private, and in a search in a chat, those of where they last spoke."""
    home = reading.home(activity)
    place = reading.place(activity)
    if place is Place.CHANNEL or (place is Place.GROUP and not reading.in_search(activity)):
        return home
    return presence.network_of(transaction, activity.sender.lasting_id) or home


def _reachable(error: Exception) -> bool:
    """Whether an apology may get through; after a failure on Teams' side the answer itself may yet appear."""
    if not isinstance(error, SendFailed):
        return True
    return error.again_after is None and HTTPStatus.BAD_REQUEST <= error.status < HTTPStatus.INTERNAL_SERVER_ERROR
