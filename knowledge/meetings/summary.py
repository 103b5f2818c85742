"""What a summary is: what was chosen of a meeting, as others read it."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from knowledge.library.tokens import fold
from knowledge.meetings.model import Kind
from knowledge.meetings.numbers import with_figures

# The sections in the order they are read in.
SECTIONS = (Kind.LEARNED, Kind.DECISION, Kind.ACTION, Kind.QUESTION, Kind.TRY, Kind.NEXT, Kind.DISCUSSED)
TELLING = (Kind.LEARNED, Kind.DECISION, Kind.TRY, Kind.DISCUSSED)  # of which others learn


@dataclass(frozen=True, slots=True)
class Item:
    """A line; `owner` and `due` belong to what is to be done."""

    id: str
    text: str
    owner: str = ""
    due: date | None = None


def says_when(text: str, due: date) -> bool:
    """Whether what is to be done itself says by when, day and month, so that nobody need say it again."""
    month = fold(format_date(due, "MMMM", locale="sv"))
    written = rf"\b{due.day}(?::e)? {month}\b|\b{due.day}/{due.month}\b"
    return re.search(written, with_figures(" ".join(fold(text).split()))) is not None


@dataclass(frozen=True, slots=True)
class Section:
    kind: Kind
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """`held` is the day of the meeting, `corrected` that of the last correction; `post` is its post in `channel`.

    `published` is when it was, at first; None while it is not.
    """

    id: str
    title: str
    held: date
    sections: tuple[Section, ...]
    channel: str
    post: str = ""
    corrected: date | None = None
    published: datetime | None = None

    @property
    def passages(self) -> tuple[Item, ...]:
        """The lines that a lesson may be made of: not what is still to be done, asked or held."""
        return tuple(item for section in self.sections if section.kind in TELLING for item in section.items)

    def of(self, kind: Kind) -> tuple[Item, ...]:
        return next((section.items for section in self.sections if section.kind is kind), ())
