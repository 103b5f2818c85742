"""What a poll is: its questions, who sees what, until when; and what its answers add up to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
LONGEST_QUESTION, LONGEST_OPTION, LONGEST_WORDS = 300, 100, 1000  # characters
STEPS = 5  # of a scale
FEWEST_ANSWERS = 5  # that are shown of an anonymous poll: fewer would tell who answered what
MOST_VIEWERS = 60  # for whom Teams asks for a card of their own


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    SCALE = "scale"
    WORDS = "words"


class Names(StrEnum):
    """Who may see who answered what; where nobody may, nobody could."""

    NOBODY = "nobody"
    LEADERS = "leaders"
    ALL = "all"


class Shown(StrEnum):
    """When somebody sees how the answers are distributed."""

    AT_ONCE = "at_once"
    AFTER_VOTING = "after_voting"
    ON_CLOSING = "on_closing"


@dataclass(frozen=True, slots=True)
class Question:
    """`options` are what can be chosen; a scale has its steps instead, words have none."""

    words: str
    kind: Kind
    options: tuple[str, ...] = ()

    @property
    def choices(self) -> int:
        """How many there are to choose from."""
        return STEPS if self.kind is Kind.SCALE else len(self.options)


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll as it was made by `maker`, a person's lasting id, for a conversation.

    `members` is how many could answer it, 0 where nobody knows; `viewers` are their ids in Teams, none where they are
    too many. `change` is what an evaluation's leader says will be different from now on.
    """

    id: str
    network: str
    maker: str
    conversation: str
    language: str
    questions: tuple[Question, ...]
    names: Names
    shown: Shown
    made_at: datetime
    closes_at: datetime
    remind: bool = False
    evaluation: bool = False
    members: int = 0
    viewers: tuple[str, ...] = ()
    closed_at: datetime | None = None
    change: str = ""

    @property
    def anonymous(self) -> bool:
        return self.names is Names.NOBODY

    @property
    def title(self) -> str:
        return self.questions[0].words

    @property
    def clicked(self) -> bool:
        """Whether it is answered by a click, so that its card may change while somebody is answering.

        A change would take from them what they are filling in.
        """
        return len(self.questions) == 1 and self.questions[0].kind is not Kind.WORDS

    @property
    def ends_at(self) -> datetime:
        """When it takes, or took, its last answer."""
        return min(self.closed_at, self.closes_at) if self.closed_at else self.closes_at

    def is_open(self, now: datetime) -> bool:
        return self.closed_at is None and now < self.closes_at


Answer = tuple[int, ...] | str
"""What somebody answers to a question: the numbers of the options, from 0, or words."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What somebody answered, question by question; an empty answer is none."""

    answers: tuple[Answer, ...]

    @property
    def is_empty(self) -> bool:
        return not any(self.answers)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote; `name` is empty where nobody may know who."""

    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """The answers to a question: how many chose each option, who that was where it may be known, what was written."""

    chosen: tuple[int, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def answered(self) -> int:
        """How many answered a question that takes one answer."""
        return sum(self.chosen)


@dataclass(frozen=True, slots=True)
class Tally:
    """What all answered: how many took part, and the answers to each question."""

    voters: int
    counts: tuple[Count, ...]


def readable(poll: Poll, tally: Tally) -> bool:
    """Whether how the answers are distributed may be shown to anybody at all."""
    return tally.voters > 0 and (not poll.anonymous or tally.voters >= FEWEST_ANSWERS)
