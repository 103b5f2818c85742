"""When the next meeting is, where, and what about.

What tells for a day, an hour, a place and a theme is learnt, as what is worth noting is. The day comes first: the
others are looked for round the sentences that name it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.meetings import next_day, next_hour, subject, venue
from knowledge.meetings.days import Named
from knowledge.meetings.landmarks import Landmarks
from knowledge.meetings.model import NextMeeting
from knowledge.meetings.promises import Promise
from knowledge.meetings.speech import Talk
from knowledge.meetings.weights import NEXT_DAY, NEXT_HALL, NEXT_HOUR, NEXT_THEME, NEXT_TOWN, Weights


@dataclass(frozen=True, slots=True)
class Found:
    """The next meeting, and the sentences in which its day and theme were named."""

    meeting: NextMeeting
    sentences: frozenset[int]


def next_meeting(
    talk: Talk, promised: Iterable[Promise], named: Named, today: date, weights: Mapping[str, Weights]
) -> Found | None:
    """None where no day of those named is likely to be that of a meeting."""
    known = landmarks(talk, promised)
    days = next_day.days(known, named, today)
    day = weights[NEXT_DAY].best(next_day.signs(days, known, today))
    if day is None:
        return None
    at = sentences(days[day])
    hour = weights[NEXT_HOUR].best(next_hour.signs(at, known))
    town = weights[NEXT_TOWN].best(venue.towns(at, known))
    hall = weights[NEXT_HALL].best(venue.halls(town, at, known))
    theme = weights[NEXT_THEME].best(subject.signs(at, known))
    about = theme.phrase.text if theme else ""
    told = [*at, *([theme.said.index] if theme else [])]
    return Found(NextMeeting(day, hour, ", ".join(filter(None, (town, hall))), about), frozenset(told))


def landmarks(talk: Talk, promised: Iterable[Promise]) -> Landmarks:
    return Landmarks.of(talk, frozenset(each.index for promise in promised for each in promise.said))


def sentences(named: Sequence[next_day.NamedDay]) -> list[int]:
    """Those that name a day, in order."""
    return sorted({each.said.index for each in named})
