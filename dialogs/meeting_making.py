"""A draft made of a document of a meeting, wherever that came from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from cards import meeting_drafts as cards
from cards.meeting_drafts import LONGEST_TITLE
from cards.texts import text
from knowledge import presence
from knowledge.documents.unreadable import Unreadable
from knowledge.gatherings import harvest
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Document, Kind, Understood
from knowledge.meetings.understand import day_of, understand
from knowledge.store.contract import Transaction


class Unusable(Exception):
    """No draft can be made of it, for the reason that the text of that key gives."""

    def __init__(self, key: str, reason: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.reason = reason

    def said(self, language: str) -> str:
        return text(language, self.key, reason=self.reason) if self.reason else text(language, self.key)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a meeting beside its document, as far as anybody says.

    `now` is in the network's own time zone, `language` that of its posts. `proposed` is the day that a form came with,
    which nobody has told who left it there.
    """

    now: datetime
    language: str
    title: str = ""
    held: date | None = None
    proposed: date | None = None
    channel: str = ""

    @property
    def told(self) -> date | None:
        """When it was held, if anybody says so."""
        return None if self.held == self.proposed else self.held


def make(reading: Callable[[], Document], occasion: Occasion) -> Draft:
    """The draft of what is read: the same for the same on the same day. Raises Unusable.

    Takes its time, with large files.
    """
    today = occasion.now.date()
    try:
        document = reading()
        held = occasion.told or day_of(document, today) or occasion.held or today
        understood = understand(document, held)
        if not understood.candidates and not understood.next_meeting:
            raise Unusable("meeting-nothing-found")
        told = _with_next_meeting(understood, held, occasion.language)
        title = occasion.title.strip() or understood.title or text(occasion.language, "meeting-untitled")
        id = drafts.id_of(f"{occasion.title}\n{occasion.held or ''}\n{document}", occasion.now)
        return drafts.begin(id, told, " ".join(title.split())[:LONGEST_TITLE], held, occasion.channel)
    except Unreadable as error:
        raise Unusable("meeting-unreadable", error.reason) from error


def keep(tx: Transaction, network: str, made: Draft, person: str, now: datetime) -> Draft:
    """Keep a new draft with what was gathered at the meeting, else the one that there is or corrects what is published.

    `now` is in the network's own time zone. Where nobody said in which channel it is to be posted, that is where
    `person` last wrote in the network.
    """
    kept = summaries.to_edit(tx, network, made.id) or _begun(tx, network, made, person, now)
    drafts.save(tx, network, kept, now)
    return kept


def _begun(tx: Transaction, network: str, made: Draft, person: str, now: datetime) -> Draft:
    here = presence.network_of(tx, person) == network
    channel = made.channel or (presence.channel_of(tx, person) if here else "")
    return harvest.into(tx, network, replace(made, channel=channel), now.tzinfo)


def _with_next_meeting(understood: Understood, today: date, language: str) -> Understood:
    """With what is known of the next meeting in one line, in the place of what was said of it bit by bit."""
    if understood.next_meeting is None:
        return understood
    said = understood.of(Kind.NEXT)
    words = cards.next_meeting(understood.next_meeting, today, language)
    line = replace(said[0], text=words) if said else Candidate(Kind.NEXT, words)
    others = tuple(each for each in understood.candidates if each.kind is not Kind.NEXT)
    return replace(understood, candidates=(*others, line) if words else others)
