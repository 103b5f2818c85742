"""When the next meeting is, where, and what about: the last day that was settled on where it is spoken of."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from knowledge.meetings.clock import first_time
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention, mentions
from knowledge.meetings.model import NextMeeting
from knowledge.meetings.speech import Said, Talk

_SPOKEN_OF = 22  # sentences in which it is settled
_FURTHEST = timedelta(days=200)
_CLOSE = 4  # sentences round the day in which the time is said
_TOWN = re.compile(
    r"(?<!bor)(?<!är jag) i (?P<place>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)|[Dd]å blir det (?P<host>[A-ZÅÄÖ][\w-]+)"
)
_HALL = re.compile(
    r"\b(?:har|tar|i|på)(?: ju| alltså)? "
    r"(?P<hall>\w+(?:huset|salen|hotellet|gården|biblioteket|hallen)|(?<=tar )[A-ZÅÄÖ]\w+)\b"
)
_THEME = re.compile(
    r"\b[Tt]emat?,?(?: för träffen)?(?: det)? (?:är|blir|var)(?: ju)?(?: då)? "
    r"(?P<is>[^.,?!]+?)(?: som\b| då\b|[.,?!]|$)"
    r"|\b[Dd]å tar vi (?P<then>(?!den\b|\w+dag)[^.,?!\d]+?)(?:[.,?!]|$)"
    r"|\b[Vv]i tar (?P<takes>[^.,?!]+?)(?: som tema| då\b)"
    r"|\b(?:pratar|talar|diskuterar)(?: vi)?(?: om)? (?P<talks>[^.,?!]+?)(?: då)?(?:[.,?!]|$)"
    r"|\bhandlar det om (?P<about>[^.,?!]+?)(?:[.,?!]|$)"
    r"|\bbehöver en (?P<needs>(?:avstämning|genomgång|uppföljning|repetition)[^.,?!]*)"
)


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
    for start in reversed([each.index for each in talk.sentences if _is_spoken_of(each)]):
        spoken = talk.around(start, 1, _SPOKEN_OF)
        days = list(_days(spoken, today))
        if days:
            day = max(days, key=lambda each: each.firmness)
            themes = _themes(talk.around(start, 1, 2 * _SPOKEN_OF), {talk.chair, day.said.speaker})
            theme = next(reversed(themes.values()), "")
            meeting = NextMeeting(day.mention.date, _time(day.said, talk), _place(day.said, spoken, talk), theme)
            return Found(meeting, frozenset([*(each.said.index for each in days), *themes]))
    return None


def _is_spoken_of(said: Said) -> bool:
    named, beside = (cue("next_meeting", part).search(said.low) for part in ("named", "beside"))
    return bool(named) and not beside


def _days(spoken: Sequence[Said], today: date) -> Iterator[_Day]:
    """The days to come that are named; *den nittonde* belongs to the month that was spoken of before it."""
    month = today
    for said in spoken:
        for mention in mentions(said.text, month):
            if mention.deadline or mention.aside or not timedelta(0) < mention.date - today < _FURTHEST:
                continue
            if mention.precision is Precision.EXPLICIT:
                month = max(today, mention.date.replace(day=1))
            if mention.precision >= Precision.RELATIVE:
                settled = not said.asks and bool(cue("next_meeting", "settled").search(said.low))
                yield _Day(said, mention, settled)


def _time(day: Said, talk: Talk) -> time | None:
    near = sorted(talk.around(day.index, _CLOSE, _CLOSE), key=lambda each: (abs(each.index - day.index), -each.index))
    return next(filter(None, (first_time(each.text) for each in near)), None)


def _place(day: Said, spoken: Sequence[Said], talk: Talk) -> str:
    """On the screen, or in a town and, where it was said, a hall; what the chair says first, and close to the day."""
    near = sorted(spoken, key=lambda each: (each.speaker != talk.chair, abs(each.index - day.index)))
    for said in near:
        if cue("next_meeting", "online").search(said.low):
            return "Teams"
        town = _TOWN.search(said.text)
        if town:
            return _with_hall(town["place"] or town["host"], talk.around(said.index, _CLOSE, _CLOSE))
    return ""


def _with_hall(town: str, near: Sequence[Said]) -> str:
    halls = (match["hall"] for each in near if (match := _HALL.search(each.text)))
    return ", ".join(dict.fromkeys((town, *list(halls)[:1])))


def _themes(spoken: Sequence[Said], leaders: Collection[str]) -> dict[int, str]:
    """The themes that those who lead name, by the sentences in which they do."""
    return {
        each.index: next(filter(None, match.groups()))
        for each in spoken
        if each.speaker in leaders
        for match in _THEME.finditer(each.text)
    }
