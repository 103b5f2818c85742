"""A lesson: what somebody in the network learned, as they tell it, and how far it is on its way into the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from knowledge.library.model import Phase


class State(StrEnum):
    """DRAFT is seen by its author alone; RETURNED waits for the author to tell more; the others are settled."""

    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    DECLINED = "declined"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Told:
    """What an author tells, text by text, lines kept.

    `home` is one of people.HOMES; `link` a web address or empty. `named` says that the author wants to be cited by
    name, `public` that all in the network may read it; else only its leaders may.
    """

    title: str = ""
    situation: str = ""
    did: str = ""
    went: str = ""
    again: str = ""
    home: str = ""
    phase: Phase | None = None
    themes: tuple[str, ...] = ()
    link: str = ""
    named: bool = False
    public: bool = True

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.title, self.situation, self.did, self.went, self.again)

    def written(self, write: Callable[[str], str]) -> Self:
        """The same in other words."""
        title, situation, did, went, again = map(write, self.texts)
        return replace(self, title=title, situation=situation, did=did, went=went, again=again)


@dataclass(frozen=True, slots=True)
class Version:
    """What stood in the library from `at` on."""

    told: Told
    at: datetime


@dataclass(frozen=True, slots=True)
class Lesson:
    """`told` is the latest, at `at`; `versions` are those that were approved, the last of which is in the library.

    `id` is that of its case as well. `author` is who is asked about it, under their lasting id and as they were called,
    both empty once they are forgotten, or while a draft is nobody's yet. `thread` is where they are told what came of
    it, empty when in private. `reason` is why a leader returned or declined it. `question` is what somebody asked that
    it answers. `checked` is the day on which its author last said that it holds.
    """

    id: str
    author: str
    name: str
    thread: str
    told: Told
    at: datetime
    state: State = State.DRAFT
    reason: str = ""
    question: str = ""
    versions: tuple[Version, ...] = ()
    checked: date | None = None

    @property
    def is_in_library(self) -> bool:
        return bool(self.versions)

    @property
    def is_nobodys(self) -> bool:
        """Whether it is a draft that waits for a leader to see to it."""
        return self.state is State.DRAFT and not self.author

    @property
    def texts(self) -> tuple[str, ...]:
        """All that anybody wrote in it."""
        return (
            *self.told.texts,
            *(text for each in self.versions for text in each.told.texts),
            self.reason,
            self.question,
        )

    def written(self, write: Callable[[str], str]) -> Self:
        """The same in other words."""
        return replace(
            self,
            told=self.told.written(write),
            versions=tuple(replace(each, told=each.told.written(write)) for each in self.versions),
            reason=write(self.reason),
            question=write(self.question),
        )
