"""When the next meeting is, where, and what about: what they settle on where it is spoken of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import takewhile

from knowledge.library.tokens import words
from knowledge.meetings.calendar import MONTHS
from knowledge.meetings.clock import first_time, hour
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention, mentions
from knowledge.meetings.model import NextMeeting
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.subject import subject
from knowledge.meetings.venue import place

_SPOKEN_OF = 22  # sentences in which it is settled
_BEFORE = 3  # sentences before it is spoken of
_WHOLE = 60  # sentences in which they come to its place and theme
_FURTHEST = timedelta(days=200)
_BESIDE = 5  # sentences between the day and the hour, where nobody says that they are those of a meeting
_CLOSE = 6  # sentences round the day in which the time is said
_ALL = 4  # of day, hour, place and theme
_SETTLED = 22  # sentences after the day in which its hour is settled


@dataclass(frozen=True, slots=True)
class Found:
    """The next meeting, and the sentences in which its day and theme were named; `to_the_day` or only roughly."""

    meeting: NextMeeting
    sentences: frozenset[int]
    to_the_day: bool


@dataclass(frozen=True, slots=True)
class _Day:
    said: Said
    mention: Mention
    settled: bool

    @property
    def firmness(self) -> tuple[bool, bool, int]:
        """A day that is settled, or comes with an hour, is sooner that of a meeting than of something to be done."""
        firm = self.settled or first_time(self.said.text) is not None
        return self.mention.precision >= Precision.DAY, firm, self.said.index


def next_meeting(talk: Talk, today: date) -> Found | None:
    """From where most is known of it of all the times it is spoken of and given a day; the last of them."""
    best: Found | None = None
    for start in _starts(talk, today):
        found = _from(start, talk, today)
        if found and (not best or _known(found) > _known(best)):
            best = found
        if best and _known(best) == _ALL:
            break
    return best


def _known(found: Found) -> int:
    """How much of day, hour, place and theme."""
    return sum(map(bool, (found.to_the_day, found.meeting.time, found.meeting.place, found.meeting.theme)))


def _from(start: int, talk: Talk, today: date) -> Found | None:
    """What is settled of it from that sentence on."""
    spoken = talk.around(start, 1, _SPOKEN_OF)
    days = list(_days(spoken, today))
    if not days:
        return None
    day = max(days, key=lambda each: each.firmness)
    leaders = {talk.chair, day.said.speaker}
    around = [*takewhile(_until_they_part, talk.around(start, _BEFORE, _WHOLE))]
    about, named = subject(around, leaders, talk)
    other = {each.said.index for each in _days(around, today) if each.mention.date != day.mention.date}
    where = place([each for each in around if each.index not in other], leaders, talk)
    same = [each.said for each in days if each.mention.date == day.mention.date]
    meeting = NextMeeting(day.mention.date, _time(day.said, same, talk), where, about)
    sentences = frozenset([*(each.said.index for each in days), *named])
    return Found(meeting, sentences, to_the_day=day.mention.precision >= Precision.DAY)


def _until_they_part(said: Said) -> bool:
    return not cue("next_meeting", "closing").search(said.low)


def _starts(talk: Talk, today: date) -> Iterator[int]:
    """Where it is spoken of, the last first; else where a day is named beside an hour towards the end."""
    yield from reversed([each.index for each in talk.sentences if is_spoken_of(each)])
    for each in reversed(talk.sentences[-len(talk.sentences) // 2 :]):
        day = any(mention.precision >= Precision.DAY for mention in mentions(each.text, today))
        if day and any(hour(other.text) for other in talk.around(each.index, _BESIDE, _BESIDE)):
            yield max(0, each.index - 2 * _BESIDE)


def is_spoken_of(said: Said) -> bool:
    """Whether it is of the next meeting, rather than of what is to be done by then."""
    named, beside = (cue("next_meeting", part).search(said.low) for part in ("named", "beside"))
    return bool(named) and not beside


def _days(spoken: Sequence[Said], today: date) -> Iterator[_Day]:
    """The days to come that are named; *den nittonde* belongs to the month that was spoken of before it."""
    month: date | None = None
    for said in spoken:
        month = month or _month(said, today)
        for mention in mentions(said.text, month or today):
            until = mention.deadline and not is_spoken_of(said)
            if until or mention.aside or not timedelta(0) < mention.date - today < _FURTHEST:
                continue
            if mention.precision in (Precision.EXPLICIT, Precision.WEEK):
                month = max(today, mention.date.replace(day=1))
            if mention.precision >= Precision.RELATIVE:
                settled = not said.asks and bool(cue("next_meeting", "settled").search(said.low))
                yield _Day(said, mention, settled)


def _month(said: Said, today: date) -> date | None:
    """The first day to come of the month that is named."""
    named = next((MONTHS[word] for word in words(said.text) if word in MONTHS), None)
    return max(today, date(today.year + (named < today.month), named, 1)) if named else None


def _time(day: Said, named: Sequence[Said], talk: Talk) -> time | None:
    """The hour said with the day; else the last one since it was first named, rather said than asked; else before."""
    first, last = named[0].index, named[-1].index
    since = talk.around(first, 0, last - first + _SETTLED)
    said, asked = ([each for each in reversed(since) if each.asks is asks] for asks in (False, True))
    near = (day, *said, *asked, *reversed(talk.before(first, _CLOSE)))
    return next(filter(None, (hour(each.text) for each in near)), None)
