"""What a dialog says, on its way to Teams: into the answer to a click, or into messages in the thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

import structlog

from bot import reading, replies
from bot.activity import Inbound
from bot.adapter import Answer
from bot.calls import SendFailed
from bot.connector import Connector, Reference
from bot.outbox import answer
from bot.settings import Settings
from bot.uploads import Uploads
from cards import errors
from cards.card import Card
from cards.help import notice
from cards.texts import text
from dialogs.turn import Choices, File, Form, Place, Replace, Reply, Say, Whisper
from knowledge import posts
from knowledge.store.contract import Store, StoreUnavailable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Answering:
    """`now` tells the time, with its zone."""

    settings: Settings
    store: Store
    connector: Connector
    uploads: Uploads
    now: Callable[[], datetime]

    async def to_click(self, activity: Inbound, said: Sequence[Reply], *, fresh: bool) -> Answer:
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

    async def to_message(self, activity: Inbound, said: Sequence[Reply]) -> None:
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
            await self.store.run(lambda tx: posts.intend(tx, reading.network(tx, activity), later))

    async def apologise(self, activity: Inbound, error: Exception, reference: str) -> Answer:
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


def _reachable(error: Exception) -> bool:
    """Whether an apology may get through; after a failure on Teams' side the answer itself may yet appear."""
    if not isinstance(error, SendFailed):
        return True
    return error.again_after is None and HTTPStatus.BAD_REQUEST <= error.status < HTTPStatus.INTERNAL_SERVER_ERROR
