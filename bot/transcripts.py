"""What Teams wrote down of a meeting, fetched through Microsoft Graph when it has ended, and made a draft of.

Only of meetings that a leader called, only where the app may, and only a draft is kept.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from bot import reading
from bot.activity import Inbound
from bot.calls import SendFailed
from bot.clock import Work
from bot.connector import Connector, Meeting, Reference
from bot.graph import Graph, NotPermitted, NotThere
from bot.settings import Settings
from dialogs import meeting_offers
from dialogs.meeting_making import Occasion, Unusable, make
from dialogs.meeting_offers import Offer
from dialogs.turn import Place
from knowledge import networks
from knowledge.documents.files import SIZE_LIMIT
from knowledge.jobs import Effect, Job
from knowledge.meetings import documents, ended
from knowledge.meetings.documents import LENGTH_LIMIT
from knowledge.meetings.ended import Ended
from knowledge.meetings.model import Document
from knowledge.networks import Address
from knowledge.store.contract import Store, Transaction

AT_ONCE = 2  # a long one takes a second of the machine

log = structlog.get_logger()

Do = Callable[[Transaction], None]
Part = tuple[timedelta, bytes]
"""A transcript, and how long after the first one it was begun."""


def expect(tx: Transaction, activity: Inbound, now: datetime) -> None:
    """Have the transcript of the meeting that has just ended looked for."""
    home, in_team = reading.home(activity), reading.place(activity) is Place.CHANNEL
    networks.remember_address(tx, home, reading.address(activity))
    ended.expect(tx, Ended(reading.ended_meeting(activity), home, in_team, activity.conversation.id, now))


@dataclass(frozen=True, slots=True)
class Transcripts:
    """`now` tells the time."""

    settings: Settings
    store: Store
    connector: Connector
    graph: Graph
    now: Callable[[], datetime]

    def work(self) -> Work:
        return Work(self.fetch, AT_ONCE)

    async def fetch(self, job: Job) -> Effect:
        """Look for a transcript; the effect offers a draft of it, or says when to look again."""
        meeting, address = await self.store.run(lambda tx: _expected(tx, job))
        if meeting is None or address is None:
            return _nothing
        try:
            return await self._offered(meeting, address)
        except NotThere as error:
            log.info("transcript_not_ready", cause=str(error))
            return self._later(meeting)
        except NotPermitted as error:
            log.warning("may_not_read_transcript", cause=str(error))
            return _then_let_go(meeting)
        except SendFailed as failed:
            log.warning("transcript_out_of_reach", status=failed.status, cause=failed.message)
            return self._later(meeting, failed.again_after or 0)

    async def _offered(self, meeting: Ended, address: Address) -> Effect:
        """Raises NotPermitted, SendFailed."""
        there = Reference(address.service_url, meeting.conversation, address.bot_id, address.bot_name)
        known = await self.connector.meeting(there, meeting.meeting)
        network = await self.store.run(lambda tx: meeting_offers.network_of(tx, meeting, known.organizer))
        if not (network and known.resource):
            log.info("no_meeting_of_a_leader")
            return _then_let_go(meeting)
        parts = await self._parts(meeting, known)
        if not parts:
            return self._later(meeting)
        to = Offer(meeting, network, known.organizer, self.settings.language)
        return _then_let_go(meeting, await self._made(parts, known.title, to))

    async def _parts(self, meeting: Ended, known: Meeting) -> list[Part]:
        """The transcripts of this time; one that was stopped and begun again is several. Raises as Graph does."""
        found = await self.graph.transcripts(known.organizer, known.resource, meeting.at - LENGTH_LIMIT)
        return [
            (each.begun - found[0].begun, await self.graph.content(known.organizer, known.resource, each, SIZE_LIMIT))
            for each in found
        ]

    async def _made(self, parts: Sequence[Part], title: str, to: Offer) -> Do:
        zone = ZoneInfo(self.settings.timezone)
        now = self.now().astimezone(zone)
        channel = to.ended.conversation.partition(";messageid=")[0] if to.network == to.ended.home else ""
        occasion = Occasion(now, to.language, title, to.ended.at.astimezone(zone).date(), channel=channel)
        try:
            made = await asyncio.to_thread(make, lambda: _read(parts), occasion)
        except Unusable as why:
            log.info("transcript_unusable", cause=f"{why.key} {why.reason}".strip())
            return partial(meeting_offers.regret, to=to, why=why, now=now)
        return partial(meeting_offers.offer, to=to, made=made, now=now)

    def _later(self, meeting: Ended, seconds: float = 0) -> Effect:
        """Look again, in so many seconds at the earliest."""
        not_before = self.now() + timedelta(seconds=seconds)
        return lambda tx: ended.look_again(tx, meeting, not_before)


def _expected(tx: Transaction, job: Job) -> tuple[Ended | None, Address | None]:
    return ended.find(tx, job.network, job.subject), networks.address(tx, job.network)


def _read(parts: Sequence[Part]) -> Document:
    """Raises Unreadable."""
    return documents.one_after_another([(after, documents.read("transcript.vtt", content)) for after, content in parts])


def _nothing(_: Transaction) -> None:
    return None


def _then_let_go(meeting: Ended, do: Do = _nothing) -> Effect:
    def effect(tx: Transaction) -> None:
        do(tx)
        ended.forget(tx, meeting)

    return effect
