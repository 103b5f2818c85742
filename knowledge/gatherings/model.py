"""What a planned meeting (*träff*) is: what it will be about, when and where; and who says that they come."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_TITLE, LONGEST_PLACE, LONGEST_TEXT = 120, 500, 1500  # characters
MOST_LINES = 25


class Answer(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a leader fills in; `themes` are those of the library, `starts` and `ends` in UTC.

    `place` is a place or a link, `presenting` who presents which case; those two and what follows may be empty.
    """

    title: str
    themes: tuple[str, ...]
    starts: datetime
    ends: datetime
    place: str = ""
    presenting: str = ""
    programme: str = ""
    prepare: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """A planned meeting as it stands: `sequence` counts its changes, as calendars want to know.

    `maker` is who planned it, under their lasting id. `link` is the part of the address of its calendar file that
    nobody can guess. `told` are the names of what was posted about it beside its own post.
    """

    id: str
    network: str
    maker: str
    conversation: str
    language: str
    plan: Plan
    link: str
    made_at: datetime
    changed_at: datetime
    sequence: int = 0
    cancelled_at: datetime | None = None
    told: tuple[str, ...] = ()

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is still to be held."""
        return self.cancelled_at is None and now < self.plan.starts

    def overlaps(self, other: Plan) -> bool:
        return self.plan.starts < other.ends and other.starts < self.plan.ends


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many gave an answer, by municipality; an empty name stands for those whose own is not known."""

    answer: Answer
    homes: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        return sum(count for _, count in self.homes)
