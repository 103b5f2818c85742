"""What a dialog gets and gives: a Turn in, replies out. Nothing here knows Teams."""

from collections.abc import Awaitable, Callable
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


AskMembers = Callable[[], Awaitable[tuple[str, ...]]]


async def nobody_known() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said or clicked.

    `network` is whose library and people it concerns; `thread` the conversation the answer belongs to;
    `words` what was written, mention stripped, empty when something was clicked: then `action` holds it. `again` says
    that the very same was done before, and is only answered anew; `ask_members` asks Teams for the ids of all who are
    in the channel or chat, none where nobody can tell.
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
    again: bool = False
    ask_members: AskMembers = field(default=nobody_known, compare=False)

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
    """The clicked card becomes this one, for whoever clicked.

    In a client that can only change it for all, it stays as it is when the new one is for them `alone`.
    """

    card: Card
    alone: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file for whoever asked, who must be in a chat of their own: Teams takes files nowhere else.

    `asked` is what it was asked for with. Teams first asks whether they want it, and only then says where to put it.
    """

    name: str
    content: bytes
    asked: Action


@dataclass(frozen=True, slots=True)
class Whisper:
    """One sentence to whoever clicked, and nobody else.

    A client that can only say it aloud says it so, or says nothing where others must not hear it.
    """

    text: str
    secret: bool = False


Reply = Say | Replace | Whisper | File
