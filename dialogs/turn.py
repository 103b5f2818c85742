"""What a dialog gets and gives: a Turn in, replies out. Nothing here knows Teams."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cards.actions import Action
from cards.card import Card


class Place(StrEnum):
    """Where the turn happens; in a channel or group everybody reads the answer."""

    CHANNEL = "channel"
    GROUP = "group"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is the directory's object id where Teams gives one, else the channel's own id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said or clicked.

    `network` is whose library and people it concerns; `thread` the conversation the answer belongs to;
    `words` what was written, mention stripped, empty when something was clicked: then `action` holds it.
    """

    network: str
    person: Person
    place: Place
    thread: str
    language: str
    at: datetime
    words: str = ""
    action: Action | None = None
    leader: bool = False
    mentions: tuple[Person, ...] = field(default=())
    attachments: int = 0

    @property
    def channel(self) -> str:
        """The conversation that the thread belongs to: the channel, or the chat itself."""
        return self.thread.partition(";messageid=")[0]


@dataclass(frozen=True, slots=True)
class Say:
    """A new message in the asker's thread."""

    card: Card


@dataclass(frozen=True, slots=True)
class Replace:
    """The clicked card becomes this one, for whoever clicked."""

    card: Card


@dataclass(frozen=True, slots=True)
class Whisper:
    """One sentence to whoever clicked, and nobody else."""

    text: str


Reply = Say | Replace | Whisper
