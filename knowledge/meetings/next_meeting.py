"""When the next meeting is, where, and what about.

What tells for a day, an hour, a place and a theme is learnt, as what is worth noting is. The day comes first: the
others are looked for round the sentences that name it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from knowledge.library.tokens import fold, words
from knowledge.meetings import next_day, next_hour, places, subject, venue
from knowledge.meetings.clock import hours
from knowledge.meetings.cues import cue
from knowledge.meetings.landmarks import Landmarks, around, says
from knowledge.meetings.model import NextMeeting, Part
from knowledge.meetings.names import is_place
from knowledge.meetings.naming import Named
from knowledge.meetings.promises import Promise
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.subject import Theme
from knowledge.meetings.weights import NEXT_DAY, NEXT_HALL, NEXT_HOUR, NEXT_THEME, NEXT_TOWN, Weights

_FILLED_IN = 10  # sentences after it is said to be open in which it may be named after all
_ASKED = 8  # sentences before that in which they came to it
_HOUR, _PLACE, _THEME = Part.HOUR.value, Part.PLACE.value, Part.THEME.value
_TOWN, _HALL = "town", "hall"
_CALLED = {_HOUR: [_HOUR], _PLACE: [_TOWN, _HALL], _HALL: [_HALL], _THEME: [_THEME]}
_ASKED_BY = {_PLACE: "where", _THEME: "theme"}
_SURE = 0.6  # chance, below which a leader is told that a part is in doubt


@dataclass(frozen=True, slots=True)
class Found:
    """The next meeting, which of its parts are in doubt, and the sentences that name them, the one of its day first.

    `settled` are those in which its day and theme were named, by index.
    """

    meeting: NextMeeting
    doubtful: tuple[Part, ...]
    said: tuple[Said, ...]
    settled: frozenset[int]


def next_meeting(
    talk: Talk, promised: Iterable[Promise], named: Named, today: date, weights: Mapping[str, Weights]
) -> Found | None:
    """None where no day of those named is likely to be that of a meeting."""
    known = landmarks(talk, promised)
    days = next_day.days(known, named, today)
    day, of_day = weights[NEXT_DAY].chances(next_day.signs(days, known, today))[0]
    if day is None:
        return None
    at = sentences(days[day])
    hour, of_hour = weights[NEXT_HOUR].chances(next_hour.signs(at, known))[0]
    town, of_town = weights[NEXT_TOWN].chances(venue.towns(at, known))[0]
    hall, of_hall = weights[NEXT_HALL].chances(venue.halls(town, at, known))[0]
    theme, of_theme = _theme(weights[NEXT_THEME].chances(subject.signs(at, known)))
    nearby = around(at, known)
    naming = _naming(hour, (town, hall), theme, nearby, talk)
    left_open = set(_left_open(naming, nearby))
    meeting = NextMeeting(
        day,
        None if _HOUR in left_open else hour,
        ", ".join(name for part, name in ((_TOWN, town), (_HALL, hall)) if name and part not in left_open),
        theme.phrase.text if theme and _THEME not in left_open else "",
    )
    of_place = min((each for part, each in ((_TOWN, of_town), (_HALL, of_hall)) if part not in left_open), default=1.0)
    chances = {Part.DAY: of_day, Part.HOUR: of_hour, Part.PLACE: of_place, Part.THEME: of_theme}
    told = [said for part, its in naming.items() if part not in left_open for said in its]
    return Found(
        meeting,
        tuple(part for part, chance in chances.items() if chance < _SURE and part not in left_open),
        (talk.sentences[at[-1]], *told),
        frozenset([*at, *([theme.said.index] if theme else [])]),
    )


def _theme(themes: Sequence[tuple[Theme | None, float]]) -> tuple[Theme | None, float]:
    """The likeliest, and how likely it is in whatever words."""
    best = themes[0][0]
    return best, sum(chance for each, chance in themes if each == best or (best and each and best.stems & each.stems))


def _naming(
    hour: time | None, where: Sequence[str], theme: Theme | None, nearby: Sequence[Said], talk: Talk
) -> dict[str, list[Said]]:
    """The sentences that name its hour, town and house, and theme, each where that was said last."""
    at_hour = [said for said in nearby if hour in [each.time for each in hours(said.text)]]
    naming = [(said, [fold(each.name) for each in places.named(said, talk)]) for said in nearby]
    at_town, at_hall = ([said for said, named in naming if fold(place) in named] for place in where)
    return {
        _HOUR: at_hour[-1:],
        _TOWN: at_town[-1:],
        _HALL: at_hall[-1:],
        _THEME: [theme.said] if theme else [],
    }


def _left_open(naming: Mapping[str, Iterable[Said]], nearby: Sequence[Said]) -> Iterator[str]:
    """The parts of which somebody says so, and which are not named after that: *då lämnar vi platsen tom*."""
    opened = [(each.turn, _parts_spoken_of(each, nearby)) for each in nearby if says("left_open", each)]
    for part, its in naming.items():
        turns = {turn for turn, parts in opened if part in parts}
        left = max((each.index for each in nearby if each.turn in turns), default=-1)
        if left >= 0 and not any(left < each.index <= left + _FILLED_IN for each in its):
            yield part


def _parts_spoken_of(said: Said, nearby: Sequence[Said]) -> set[str]:
    """Those that it names, or that they came to last before it: *det låter vi vara osagt*."""
    if _is_between_places(said):
        return {_TOWN, _HALL}
    back = _ASKED if says("it_left_open", said) else 0
    before = [each for each in nearby if said.index - back <= each.index <= said.index]
    named = (set(_parts_named(each)) for each in reversed(before))
    return next(filter(None, named), set())


def _is_between_places(said: Said) -> bool:
    """*Orsa eller Hedemora får stå öppet.*"""
    spoken = words(said.text)
    beside = zip(spoken, spoken[1:], spoken[2:], strict=False)
    return any(or_ == "eller" and is_place(one) and is_place(other) for one, or_, other in beside)


def _parts_named(said: Said) -> Iterator[str]:
    """Where one clause says what is open, in that: *då får platsen vara öppen, datum och tid har vi*."""
    clauses = [each for each in said.low.split(", ") if cue("next_meeting", "left_open").search(each)]
    yield from list(_named_in(clauses)) or _named_in([said.low])
    if said.asks:
        yield from (part for called, what in _ASKED_BY.items() if says(what, said) for part in _CALLED[called])


def _named_in(clauses: Sequence[str]) -> Iterator[str]:
    for called, parts in _CALLED.items():
        if any(cue("next_meeting", "parts", called).search(each) for each in clauses):
            yield from parts


def landmarks(talk: Talk, promised: Iterable[Promise]) -> Landmarks:
    return Landmarks.of(talk, frozenset(each.index for promise in promised for each in promise.said))


def sentences(named: Sequence[next_day.NamedDay]) -> list[int]:
    """Those that name a day, in order."""
    return sorted({each.said.index for each in named})
