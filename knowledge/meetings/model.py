"""What a meeting's document says: its lines as they were read, and what was understood of them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """Written notes were sorted by whoever wrote them; a transcript is everything that was said."""

    NOTES = "notes"
    TRANSCRIPT = "transcript"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of notes with its marks (*##*, *-*), or what one person said in one breath.

    `at` is how long after the start of the recording it was said; negative before its start.
    """

    text: str
    speaker: str = ""
    at: datetime.timedelta | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """`title` and `date` are what the file itself says about its meeting, else empty."""

    form: Form
    lines: tuple[Line, ...]
    title: str = ""
    date: datetime.date | None = None


class Kind(StrEnum):
    """TRY is what people will try at home; NEXT is a line about the next meeting; DISCUSSED what was talked about."""

    LEARNED = "learned"
    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"
    TRY = "try"
    NEXT = "next"
    DISCUSSED = "discussed"


class Part(StrEnum):
    """What is told of an action, or of the next meeting, and may have been understood wrongly."""

    OWNER = "owner"
    DAY = "day"
    HOUR = "hour"
    PLACE = "place"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may stand in the summary, as `text`.

    `quote` is what was said, by `speaker`, `at` that time; empty for written notes. `owner` and `due` belong to an
    action: several owners are set apart by commas, as they were named. `worth` ranks those of one kind, highest first;
    `theme` groups what was discussed. `doubtful` are the parts that may well be otherwise: an action in doubt may be
    for `other_owner` to do, or due on `other_due`, or on no day.
    """

    kind: Kind
    text: str
    quote: str = ""
    at: datetime.timedelta | None = None
    speaker: str = ""
    owner: str = ""
    due: datetime.date | None = None
    theme: str = ""
    worth: float = 0.0
    doubtful: tuple[Part, ...] = ()
    other_owner: str = ""
    other_due: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """What is known of the next meeting; each part may be missing."""

    date: datetime.date | None = None
    time: datetime.time | None = None
    place: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """`certain` where the notes themselves say what each thing is; else the candidates are guesses to choose among.

    `next_meeting` is None where nothing is known of it, or the candidates say it as whoever wrote the notes did.
    Candidates of one kind come in the order to show them in. `people` are those that notes list beside what they tell,
    with the municipality that they give them: *Karin Ek (Leksand)*.
    """

    title: str
    date: datetime.date | None
    candidates: tuple[Candidate, ...]
    next_meeting: NextMeeting | None
    certain: bool
    people: tuple[str, ...] = ()

    def of(self, kind: Kind) -> tuple[Candidate, ...]:
        return tuple(each for each in self.candidates if each.kind is kind)
