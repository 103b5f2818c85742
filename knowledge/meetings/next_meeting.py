"""When the next meeting is, where, and what about: the last day that was settled on where it is spoken of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from knowledge.meetings.clock import first_time, hour
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention, mentions
from knowledge.meetings.model import NextMeeting
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.venue import place, theme

_SPOKEN_OF = 22  # sentences in which it is settled
_FURTHEST = timedelta(days=200)
_BESIDE = 5  # sentences between the day and the hour, where nobody says that they are those of a meeting
_CLOSE = 6  # sentences round the day in which the time is said
_SETTLED = 12  # sentences after the day in which its hour is settled


@dataclass(frozen=True, slots=True)
class Found:
    """The next meeting, and the sentences in which its day and theme were named."""

    meeting: NextMeeting
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Day:
    said: Said
    mention: Mention
    settled: bool

    @property
    def firmness(self) -> tuple[bool, bool, bool, int]:
        """A day that comes with an hour is sooner that of a meeting than of something to be done."""
        timed = first_time(self.said.text) is not None
        return self.mention.precision >= Precision.DAY, self.settled, timed, self.said.index


def next_meeting(talk: Talk, today: date) -> Found | None:
    """From the last time it is spoken of and given a day."""
    for start in _starts(talk, today):
        spoken = talk.around(start, 1, _SPOKEN_OF)
        days = list(_days(spoken, today))
        if days:
            day = max(days, key=lambda each: each.firmness)
            about, named = theme(talk.around(start, 1, 2 * _SPOKEN_OF), day.said, talk)
            around = talk.around(day.said.index, _CLOSE, _SPOKEN_OF)
            other = {each.said.index for each in _days(around, today) if each.mention.date != day.mention.date}
            near = sorted((each for each in around if each.index not in other), key=_nearness(day.said, talk))
            same = [each.said for each in days if each.mention.date == day.mention.date]
            meeting = NextMeeting(day.mention.date, _time(day.said, same, talk), place(near, talk), about)
            return Found(meeting, frozenset([*(each.said.index for each in days), *named]))
    return None


def _starts(talk: Talk, today: date) -> Iterator[int]:
    """Where it is spoken of, the last first; else where who leads names a day and an hour towards the end."""
    yield from reversed([each.index for each in talk.sentences if _is_spoken_of(each)])
    for each in reversed(talk.sentences[-len(talk.sentences) // 3 :]):
        near = [other for other in talk.around(each.index, _BESIDE, _BESIDE) if other.speaker == each.speaker]
        day = any(mention.precision >= Precision.DAY for mention in mentions(each.text, today))
        if day and each.speaker == talk.chair and any(first_time(other.text) for other in near):
            yield each.index


def _is_spoken_of(said: Said) -> bool:
    named, beside = (cue("next_meeting", part).search(said.low) for part in ("named", "beside"))
    return bool(named) and not beside


def _days(spoken: Sequence[Said], today: date) -> Iterator[_Day]:
    """The days to come that are named; *den nittonde* belongs to the month that was spoken of before it."""
    month = today
    for said in spoken:
        for mention in mentions(said.text, month):
            until = mention.deadline and not _is_spoken_of(said)
            if until or mention.aside or not timedelta(0) < mention.date - today < _FURTHEST:
                continue
            if mention.precision in (Precision.EXPLICIT, Precision.WEEK):
                month = max(today, mention.date.replace(day=1))
            if mention.precision >= Precision.RELATIVE:
                settled = not said.asks and bool(cue("next_meeting", "settled").search(said.low))
                yield _Day(said, mention, settled)


def _time(day: Said, named: Sequence[Said], talk: Talk) -> time | None:
    """The hour said with the day; else the last one since it was first named, rather said than asked; else before."""
    first, last = named[0].index, named[-1].index
    since = talk.around(first, 0, last - first + _SETTLED)
    said, asked = ([each for each in reversed(since) if each.asks is asks] for asks in (False, True))
    near = (day, *said, *asked, *reversed(talk.before(first, _CLOSE)))
    return next(filter(None, (hour(each.text) for each in near)), None)


def _nearness(day: Said, talk: Talk) -> Callable[[Said], int]:
    """How far from the day; who leads knows better where it will be."""
    return lambda said: abs(said.index - day.index) + (0 if said.speaker == talk.chair else _CLOSE)
