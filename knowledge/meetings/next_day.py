"""Which day the next meeting is: of all days to come that are named, the one that most tells for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.library.tokens import words
from knowledge.meetings.calendar import FRIDAY, MONTHS
from knowledge.meetings.clock import first_time
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention, weekday_said
from knowledge.meetings.due import leans_on_next
from knowledge.meetings.landmarks import NONE, Landmarks, among, facts, says, since, steps, until
from knowledge.meetings.naming import Named
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.speech import Said

_FURTHEST = timedelta(days=200)
_MONTH_FOR = 40  # sentences for which a month is spoken of
_REPLY = 3  # sentences in which others say whether a day suits them
_SOON = 22  # sentences in which they come to another day
_AHEAD = (6, 13, 20, 27, 34, 41, 62, 100, 140)  # days
_MOST = 4
_ANSWERS = ("agrees", "declines", "unopposed")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, and the sentence that names it; `reading` is how its month was understood."""

    day: Mention
    said: Said
    reading: str


def days(known: Landmarks, named: Named, today: date) -> dict[date, list[NamedDay]]:
    """The days to come that are named, each with the sentences that name it, in order."""
    found: dict[date, list[NamedDay]] = {}
    for each in _read(known, named, today):
        if timedelta(0) < each.day.date - today < _FURTHEST:
            found.setdefault(each.day.date, []).append(each)
    return found


def _read(known: Landmarks, named: Named, today: date) -> Iterator[NamedDay]:
    """*Den sextonde* is also read as that of the month that was spoken of before it."""
    month: date | None = None
    at = 0
    for said in known.talk.sentences:
        mentions = [each for each in named.by(said) if each.precision >= Precision.WEEKDAY]
        spoken_of = month if month and said.index - at <= _MONTH_FOR else None
        for mention in mentions:
            other = _in_month(mention, spoken_of, said)
            yield NamedDay(mention, said, "though month" if other else "plain")
            if other:
                yield NamedDay(other, said, "by month")
        firm = [each.date.replace(day=1) for each in mentions if each.precision is Precision.EXPLICIT]
        spoken = [*firm, *_months(said, today)]
        if spoken:
            month, at = spoken[-1], said.index


def _in_month(mention: Mention, month: date | None, said: Said) -> Mention | None:
    """None where it is of that month already, or the weekday that is said with it is another then."""
    if month is None or mention.precision is not Precision.DAY:
        return None
    weekday = weekday_said(mention, in_figures(said.text))
    try:
        moved = month.replace(day=mention.date.day)
    except ValueError:  # 31 April
        return None
    fits = weekday is None or moved.weekday() == weekday
    return replace(mention, date=moved) if moved != mention.date and fits else None


def _months(said: Said, today: date) -> Iterator[date]:
    """The first day of each month that is named."""
    for month in (MONTHS[word] for word in words(said.text) if word in MONTHS):
        yield date(today.year + (month < today.month), month, 1)


def signs(found: Mapping[date, Sequence[NamedDay]], known: Landmarks, today: date) -> dict[date | None, frozenset[str]]:
    """Of each day, what tells for and against it; of None, that no next meeting is settled."""
    return {None: NONE} | {
        day: frozenset(
            [
                *(sign for each in its for sign in _signs(each, known)),
                *_of_day(day, today),
                *among(
                    [each.said for each in its],
                    [each.said for other in found.values() if other is not its for each in other],
                    _SOON,
                    _MOST,
                ),
                f"last {steps(len(known.talk.sentences) - its[-1].said.index)}",
            ]
        )
        for day, its in found.items()
    }


def _signs(named: NamedDay, known: Landmarks) -> Iterator[str]:
    day, said = named.day, named.said
    yield from facts(said, known)
    yield from (day.precision.name, named.reading)
    told = {
        "deadline": day.deadline,
        "aside": day.aside,
        "hour here": first_time(said.text) is not None,
        "leans": leans_on_next(said.text),
    }
    yield from (name for name, is_so in told.items() if is_so)
    yield f"named {since(said, known.meeting)}"
    yield f"part {until(said, known.partings)}"
    yield f"end {steps(len(known.talk.sentences) - said.index)}"
    for name, marks in (("hour", known.hours), ("place", known.places), ("theme", known.themes)):
        yield from (f"{name} +{until(said, marks)}", f"{name} -{since(said, marks)}")
    yield from (name for name in ("suits", "clashes") if says(name, said))
    for reply in known.talk.after(said.index, _REPLY):
        who = "same" if reply.speaker == said.speaker else "other"
        yield from (f"then {who} {name}" for name in ("suits", "clashes") if says(name, reply))
        yield from (f"then {who} {name}" for name in _ANSWERS if cue(name).search(reply.low))


def _of_day(day: date, today: date) -> Iterator[str]:
    yield f"ahead {sum((day - today).days > each for each in _AHEAD)}"
    yield "weekend" if day.weekday() > FRIDAY else "workday"
    if day.weekday() == today.weekday():
        yield "same weekday"
