"""What a dialog gets and gives: a Turn in, replies out. Nothing here knows Teams."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from cards.actions import Action
from cards.card import Card
from cards.texts import text


class Place(StrEnum):
    """Where the turn happens; in a channel or group everybody reads the answer."""

    CHANNEL = "channel"
    GROUP = "group"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is the directory's object id where Teams gives one, else Teams' own; `alias` is that where it is known."""

    id: str
    name: str
    alias: str = ""


AskMembers = Callable[[str], Awaitable[tuple[str, ...]]]
AskAddress = Callable[[], Awaitable[str]]
AskIsIn = Callable[[str], Awaitable[bool]]


async def nobody_known(_: str) -> tuple[str, ...]:
    return ()


async def no_address() -> str:
    return ""


async def in_none(_: str) -> bool:
    return False


class OutOfReach(Exception):
    """A file could not be fetched: it is kept elsewhere, its address is no longer good, or it took too long."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that somebody sent; `read` fetches it. It raises OutOfReach, and Unreadable where it is too large."""

    name: str
    read: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said or clicked.

    `network` is whose library and people it concerns; `thread` the conversation the answer belongs to; `at` the time
    where the network is; `words` what was written, mention stripped, empty when something was clicked: then `action`
    holds it. `again` says that the very same was done before, and is only answered anew. `ask_members` asks Teams for
    the ids of all who are in a conversation, `ask_address` for what a chat with the person is opened with; they give
    none where nobody can tell. `ask_is_in` asks whether the person is in a network. `attachments` counts all that came
    along, of which `files` can be read.
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
    ask_address: AskAddress = field(default=no_address, compare=False)
    ask_is_in: AskIsIn = field(default=in_none, compare=False)
    files: tuple[SentFile, ...] = ()

    @property
    def channel(self) -> str:
        """The conversation that the thread belongs to: the channel, or the chat itself."""
        return self.thread.partition(";messageid=")[0]

    @property
    def has_network(self) -> bool:
        """Whether the network is one with others: in private, who was never seen in one has only their own chat."""
        return self.place is not Place.PERSONAL or self.network != self.channel


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
class Form:
    """A card to fill in, in a dialog for whoever clicked: what is typed stays, however the clicked card changes.

    A client without dialogs gets it as a new message in the thread.
    """

    card: Card


@dataclass(frozen=True, slots=True)
class File:
    """A file for whoever asked, who must be in a chat of their own: Teams takes files nowhere else.

    `what` it is, in a sentence; `asked` is what it was asked for with, and is done again once they want it: Teams
    first asks whether they do, and only then says where to put it.
    """

    name: str
    what: str
    content: bytes
    asked: Action


@dataclass(frozen=True, slots=True)
class Whisper:
    """One sentence to whoever clicked, and nobody else.

    A client that can only say it aloud says it so, or says nothing where others must not hear it.
    """

    text: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A card that somebody may put into what they write, and the two lines, read as HTML, that it is listed under."""

    card: Card
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a search found, to choose among; only a search is answered so."""

    offered: tuple[Choice, ...]


Reply = Say | Replace | Form | Whisper | File | Choices


def for_them_alone(turn: Turn, card: Card) -> list[Reply]:
    """What only whoever clicked may see; a client that cannot show it so says that, and does not show it."""
    shown = Replace(card, alone=True)
    return [shown] if turn.place is Place.PERSONAL else [Whisper(text(turn.language, "people-only-in-private")), shown]
