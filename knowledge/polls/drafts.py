"""A poll as somebody types it, on one line or in a form: checked, field by field, before anything is posted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from knowledge.polls.model import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_OPTIONS,
    Kind,
    Names,
    Question,
    Shown,
)

BETWEEN = "|"  # question and options on one line
CLOSES_AFTER = timedelta(days=7)
CLOSES_AT = time(16, 0)
LONGEST_OPEN = timedelta(days=90)  # so long is a key kept that could tell whose an answer is

_MENTION = re.compile(r"<at\b|(?:^|\s)@\w", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z!][^>]*>|\[[^\]]*\]\([^)]*\)|\*\*|__|~~|`|^\s*#+\s", re.IGNORECASE | re.MULTILINE)


class Problem(StrEnum):
    """Why what was typed in a field cannot be taken."""

    EMPTY = "empty"
    LONG = "long"
    MENTION = "mention"
    MARKUP = "markup"
    FEW = "few"
    MANY = "many"
    SAME = "same"
    LONG_OPTION = "long_option"
    NO_TIME = "no_time"
    PAST = "past"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, as it was typed: `options` one a line, `date` and `time` as ISO has them."""

    question: str
    options: str
    kind: str
    names: str
    shown: str
    date: str
    time: str
    remind: bool = False

    @property
    def offered(self) -> list[str]:
        """The options that were typed."""
        return [" ".join(line.split()) for line in self.options.splitlines() if line.strip()]


def begun(words: str, zone: tzinfo, now: datetime) -> Draft:
    """A draft of what was typed on one line, all else as it is most often wanted."""
    question, *options = (part.strip() for part in words.split(BETWEEN))
    closes = later(now, CLOSES_AFTER, zone)
    return Draft(
        question=" ".join(question.split()),
        options="\n".join(" ".join(option.split()) for option in options),
        kind=Kind.ONE,
        names=Names.NOBODY,
        shown=Shown.AT_ONCE,
        date=closes.date().isoformat(),
        time=closes.time().isoformat("minutes"),
    )


def later(now: datetime, after: timedelta, zone: tzinfo) -> datetime:
    """A local time to close at, in the afternoon so many days from now."""
    return datetime.combine((now + after).astimezone(zone).date(), CLOSES_AT, zone)


def problems(draft: Draft, zone: tzinfo, now: datetime) -> dict[str, Problem]:
    """What is wrong, by field; nothing where the draft can become a poll."""
    found = {
        "question": problem_of_text(draft.question, LONGEST_QUESTION),
        "options": _problem_of_options(draft),
        "kind": _unless(draft.kind in set(Kind)),
        "names": _unless(draft.names in set(Names)),
        "shown": _unless(draft.shown in set(Shown)),
        "closes": _problem_of_closing(draft, zone, now),
    }
    return {field: problem for field, problem in found.items() if problem}


def question(draft: Draft) -> Question:
    """The question of a draft without problems."""
    kind = Kind(draft.kind)
    options = tuple(draft.offered) if kind in {Kind.ONE, Kind.SEVERAL} else ()
    return Question(" ".join(draft.question.split()), kind, options)


def closes(draft: Draft, zone: tzinfo) -> datetime | None:
    """When it closes, in UTC, None where that is no date and time. A time that comes twice means the first."""
    try:
        day, at = date.fromisoformat(draft.date.strip()), time.fromisoformat(draft.time.strip())
        return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def problem_of_text(words: str, most: int) -> Problem | None:
    """What is wrong with text that others read."""
    if not any(char.isalnum() for char in words):
        return Problem.EMPTY
    if len(words) > most:
        return Problem.LONG
    return _problem_of_marks(words)


def _problem_of_marks(words: str) -> Problem | None:
    if _MENTION.search(words):
        return Problem.MENTION
    return Problem.MARKUP if _MARKUP.search(words) else None


def _problem_of_options(draft: Draft) -> Problem | None:
    """Options that are not asked for, of a scale or of words, are left alone."""
    if draft.kind in {Kind.SCALE, Kind.WORDS}:
        return None
    offered = draft.offered
    if len(offered) < FEWEST_OPTIONS:
        return Problem.FEW
    if len(offered) > MOST_OPTIONS:
        return Problem.MANY
    if len({option.casefold() for option in offered}) < len(offered):
        return Problem.SAME
    return _problem_of_each(offered)


def _problem_of_each(offered: Iterable[str]) -> Problem | None:
    worst = [problem_of_text(option, LONGEST_OPTION) for option in offered]
    if Problem.LONG in worst:
        return Problem.LONG_OPTION
    return next((problem for problem in worst if problem), None)


def _problem_of_closing(draft: Draft, zone: tzinfo, now: datetime) -> Problem | None:
    at = closes(draft, zone)
    if at is None:
        return Problem.NO_TIME
    if at <= now:
        return Problem.PAST
    return Problem.LATE if at - now > LONGEST_OPEN else None


def _unless(known: bool) -> Problem | None:
    return None if known else Problem.UNKNOWN
