"""What a digest is made of, and which of what there is to tell goes into it.

A source looks at a period and gives items. Each capability that has something to tell adds one, and its kinds here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from knowledge.posts import Spot
from knowledge.store.contract import Transaction

MOST_ITEMS = 8  # with their headings, what a screen shows
MOST_OTHERS = 12  # of a section, listed for whoever asks
THIN = 4  # items; a digest with fewer has room for something older


class Section(StrEnum):
    """The parts of a digest, in the order in which they stand. A leader can leave any out."""

    GATHERINGS = "gatherings"
    CASES = "cases"
    MEETINGS = "meetings"
    TO_DO = "to-do"
    QUESTIONS = "questions"
    POLLS = "polls"
    PEOPLE = "people"
    AGAIN = "again"


class Kind(StrEnum):
    """What an item says, and so what its button does."""

    GATHERING = "gathering"
    NEW_CASE = "new-case"
    CHANGED_CASE = "changed-case"
    MEETING = "meeting"
    DUE_ACTION = "due-action"
    OVERDUE_ACTION = "overdue-action"
    QUESTION = "question"
    WAITING_QUESTION = "waiting-question"
    OPEN_POLL = "open-poll"
    CLOSED_POLL = "closed-poll"
    OPEN_ROUND = "open-round"
    CONTACTS = "contacts"
    CASE_AGAIN = "case-again"

    @property
    def section(self) -> Section:
        return _SECTIONS[self]


_SECTIONS = {
    Kind.GATHERING: Section.GATHERINGS,
    Kind.NEW_CASE: Section.CASES,
    Kind.CHANGED_CASE: Section.CASES,
    Kind.MEETING: Section.MEETINGS,
    Kind.DUE_ACTION: Section.TO_DO,
    Kind.OVERDUE_ACTION: Section.TO_DO,
    Kind.QUESTION: Section.QUESTIONS,
    Kind.WAITING_QUESTION: Section.QUESTIONS,
    Kind.OPEN_POLL: Section.POLLS,
    Kind.CLOSED_POLL: Section.POLLS,
    Kind.OPEN_ROUND: Section.PEOPLE,
    Kind.CONTACTS: Section.PEOPLE,
    Kind.CASE_AGAIN: Section.AGAIN,
}
_DATED = {Kind.GATHERING, Kind.DUE_ACTION, Kind.OVERDUE_ACTION, Kind.OPEN_POLL, Kind.OPEN_ROUND}


class Standing(StrEnum):
    """Only what is new is a reason for a digest; what remains goes along with it, what fills where it is thin."""

    NEW = "new"
    REMAINS = "remains"
    FILLS = "fills"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell: `subject` is the id of what it is about, `title` how sources or people call that.

    `at` is when it happened or will, or of what is open until when it is; `worth` what it is compared by: 1 for what
    may be missed, 3 for what should not. `count` is how many asked about it lately, or of people how many they are or
    are to be in a group; `spot` is where in Teams it can be read.
    """

    kind: Kind
    subject: str
    title: str
    at: datetime
    worth: float
    standing: Standing = Standing.NEW
    themes: tuple[str, ...] = ()
    count: int = 0
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What a source looks at: a network, from `since` to `until`; `asked` counts for each case who asked lately."""

    network: str
    since: datetime
    until: datetime
    asked: Mapping[str, int]


Source = Callable[[Transaction, Period], Iterable[Item]]


@dataclass(frozen=True, slots=True)
class Group:
    """A section of a digest: `items` are told, `others` listed for whoever asks, `left` is how many are not told."""

    section: Section
    items: tuple[Item, ...]
    others: tuple[Item, ...]
    left: int


def select(items: Iterable[Item]) -> tuple[Group, ...]:
    """The items worth telling, grouped; none where nothing is new.

    The best of each section, then the best of all. Of two that are worth the same, what there is a day for comes
    before news: what is due or held first, and then the latest news.
    """
    ranked = sorted(items, key=_rank, reverse=True)
    if not any(each.standing is Standing.NEW for each in ranked):
        return ()
    sections: dict[Section, list[Item]] = {section: [] for section in Section}
    for each in ranked:
        if each.standing is not Standing.FILLS:
            sections[each.kind.section].append(each)
    told = _best(sections.values())
    if len(told) < THIN:
        known = {each.subject for each in told}
        fills = (each for each in ranked if each.standing is Standing.FILLS and each.subject not in known)
        told += islice(fills, 1)
    groups = (_group(section, told, ranked) for section, ranked in sections.items())
    return tuple(group for group in groups if group.items)


def _best(sections: Iterable[Sequence[Item]]) -> list[Item]:
    """The first of each section, and the best of those that follow, best first."""
    firsts = [each for ranked in sections for each in ranked[:1]]
    others = sorted((each for ranked in sections for each in ranked[1:MOST_ITEMS]), key=_rank, reverse=True)
    return sorted([*firsts, *others][:MOST_ITEMS], key=_rank, reverse=True)


def _rank(item: Item) -> tuple[float, bool, float]:
    at, dated = item.at.timestamp(), item.kind in _DATED
    return item.worth, dated, -at if dated else at


def _group(section: Section, told: Sequence[Item], ranked: Sequence[Item]) -> Group:
    items = tuple(each for each in told if each.kind.section is section)
    others = [each for each in ranked[: len(items) + MOST_OTHERS] if each not in items]
    left = len(ranked) - sum(each.standing is not Standing.FILLS for each in items)
    return Group(section, items, tuple(others[:MOST_OTHERS]), left)
