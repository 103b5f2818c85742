"""What a round is: people asked who wants to talk to colleagues, those who do, and the groups proposed to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

PAIR, TRIAD = 2, 3
ANSWERED_WITHIN = timedelta(days=3)  # silence is a no after that
MOST_VIEWERS = 60  # for whom Teams asks for a card of their own


class Asked(StrEnum):
    """Who may join."""

    ALL = "all"
    WILLING = "willing"  # who has said in their profile that they want to be matched


class Met(StrEnum):
    """What became of a group."""

    YES = "yes"
    BOOKED = "booked"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Round:
    """A round as `leader`, a person's lasting id, called it in a conversation, for groups of `size`.

    `named` tells whether all may see who is in. `viewers` are the ids in Teams of those who could be, none where they
    are too many.
    """

    id: str
    network: str
    leader: str
    conversation: str
    language: str
    size: int
    asked: Asked
    named: bool
    called_at: datetime
    closes_at: datetime
    viewers: tuple[str, ...] = ()
    closed_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and now < self.closes_at


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a round: in `group`, or free where that is empty; `fared` says how well it suits them, 0 to 1.

    Whoever says no, is silent, pauses or leaves is no participant any more, and nothing tells which it was.
    """

    person: str
    name: str
    joined_at: datetime
    group: str = ""
    fared: float = 0.0


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a group; `accepted` is when they said yes. Who has been forgotten has neither id nor name."""

    person: str
    name: str
    home: str
    accepted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """People proposed to each other; `agreed_at` is when the last of them said yes.

    `met` is what became of it, `learned` what they took with them from it, as `told_by` told, empty once they are
    forgotten.
    """

    id: str
    network: str
    members: tuple[Member, ...]
    proposed_at: datetime
    answer_by: datetime
    agreed_at: datetime | None = None
    met: Met | None = None
    learned: str = ""
    told_by: str = ""

    @property
    def round(self) -> str:
        return self.id.partition(".")[0]

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(member.person for member in self.members if member.person)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has said yes to it."""
        return not any(member.accepted for member in self.members)

    def has(self, person: str) -> bool:
        return person in self.people
