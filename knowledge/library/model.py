"""What a case is: sections of statements, each resting on named sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

THEMES = (
    "mark",
    "planering",
    "tillstånd",
    "förväntningar",
    "bostäder",
    "energi",
    "infrastruktur",
    "befolkning",
    "kompetens",
    "näringsliv",
    "ekonomi",
    "risk",
    "samverkan",
    "medborgardialog",
    "hållbarhet",
    "beredskap",
    "eftervård",
    "statens roll",
    "lärande",
)


class Kind(StrEnum):
    """A meeting is a summary that the network published, a lesson what somebody in it told; others come from files."""

    CASE = "fall"
    THEME = "tema"
    PROJECT = "lärprojekt"
    MEETING = "möte"
    LESSON = "lärdom"


class Phase(StrEnum):
    INQUIRY = "förfrågan"
    INTENT = "avsiktsförklaring"
    PERMIT = "tillstånd"
    BUILDING = "bygge"
    OPERATION = "drift"
    AFTERCARE = "eftervård"


class Visibility(StrEnum):
    """A confidential case is seen by its own network's leaders only."""

    PUBLIC = "offentlig"
    CONFIDENTIAL = "ej offentlig"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; `date` is an ISO date, month or year, empty when undated."""

    key: str
    title: str
    publisher: str
    url: str = ""
    date: str = ""
    date_note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest piece that can be cited: one statement with its sources.

    `gap` marks something people ask that the sources do not say; `disputed_by` names passages that differ; `asked`
    are questions people put, in their words, to which it is the answer.
    """

    id: str
    case: str
    heading: str
    text: str
    sources: tuple[Source, ...]
    uncertain: bool = False
    gap: bool = False
    disputed_by: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """`also` holds other names people use for it; `checked` when it was last held against its sources.

    `merged` are the ids of cases that were merged into it.
    """

    id: str
    title: str
    kind: Kind
    municipalities: tuple[str, ...]
    phase: Phase | None
    themes: tuple[str, ...]
    also: tuple[str, ...]
    checked: date
    visibility: Visibility
    intro: str
    sections: tuple[Section, ...]
    merged: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for section in self.sections for passage in section.passages)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Each source once, in order of first use."""
        return tuple(dict.fromkeys(source for passage in self.passages for source in passage.sources))

    @property
    def short_title(self) -> str:
        """The title up to its dash: *Torsboda – två kommuner …* is *Torsboda*."""
        return self.title.partition(" – ")[0]
