"""By which day something is to be done, of all the days that were named."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.meetings.calendar import FRIDAY, MONTHS
from knowledge.meetings.date_rules import A_DAY, SHIFT, Precision, monday, shifted
from knowledge.meetings.dates import Mention, mentions
from knowledge.meetings.numbers import in_figures

_MEETING = (
    r"nasta (?:gang|traff|mote|natverkstraff|sammankomst|sammantrade)\w*|next (?:time|meeting)"
    rf"|(?:{'|'.join(MONTHS)})(?:traff|mot)\w+"
)
_NEXT_TIME = re.compile(
    rf"\b(?:{SHIFT} (?:vi ses|traffen|(?:vart |var )?(?:{_MEETING}))"
    rf"|(?:tills?|innan|fore|infor|nar|by|before) (?:dess|vi ses|traffen|(?:vart |var )?(?:{_MEETING}))"
    rf"|(?<!efter )(?<!after )(?:{_MEETING}))"
)
# *Kallelsen till nästa träff* may be sent at any time.
_ABOUT_IT = re.compile(r"\b(?:kallels|inbjud|program|agenda|dagordning)\w* (?:till |infor )?$")
# So much before or after a day that was named before it: *nämnden möts på tisdag, ni får det dagen efter*.
_AFTER_THAT = re.compile(rf"\b{SHIFT}(?: dess| det| lovet)?(?=$|[.,!?]| (?:borde|ska|kan|\w{{2,}}r)\b)")
# *Nämnden sammanträder den tolfte. / Ni får det dagen efter nämnden.*
_AFTER_IT = re.compile(rf"\b{SHIFT} (?P<what>\w{{5,}})")
_REASON = re.compile(r"\b(?:(?:for|eftersom) [^.,!?]*|det ar )$")
# What follows is said instead: *jag hoppas på i morgon men det blir nog torsdag*.
_INSTEAD = re.compile(r"\b(?:nej|na|nja|men det (?:blir|far bli)|snarare|hellre|rattare sagt)\b")
_SAME_WEEK = re.compile(r"\b(?:samma vecka|den veckan|same week)\b")
_SAME_DAY = re.compile(r"\b(?:samma dag|same day)\b")
_STEM = 5  # letters by which words are the same
_NEAR = 60  # characters between that and a weekday of it


def due(text: str, today: date, next_meeting: date | None = None, before: str = "") -> date | None:
    """The day by which something is to be done: the firmest date to come, a deadline before others, the last said.

    *Till nästa gång* is the next meeting, *dagen före nästa träff* the day before it, where no date is said. *Veckan
    innan* leans on the day that was named last, also `before` the text, or else on the next meeting.
    """
    whole = in_figures(f"{before} {text}" if before and leans(text, today) else text)
    start = len(whole) - len(in_figures(text))
    named = [each for each in mentions(whole, today) if each.date >= today]
    leaning = _leaning(whole, start)
    until = [each for each in named if leaning and each.start < leaning.start()]
    later = [each for each in named if leaning and each.start >= leaning.end()]
    if leaning and until and not later:
        return shifted(leaning, _counted_from(until[-1]))
    meant = [_in_same_week(each, named, whole) for each in named if each.start >= start and not each.aside]
    if meant:
        return firmest(meant, whole).date
    if day := _the_same(whole, named, start):
        return day
    by_then = leaning or _by_next_time(whole[start:])
    return _of_next(by_then, next_meeting) if by_then and next_meeting else None


def days(text: str, before: str, today: date, next_meeting: date | None) -> list[Mention]:
    """All days to come that may be meant by a text, each once, as they are understood after what was said before it."""
    whole = in_figures(f"{before}. {text}")
    start = len(whole) - len(in_figures(text))
    named = [each for each in mentions(whole, today) if each.date >= today]
    own = [_in_same_week(each, named, whole) for each in named if each.start >= start]
    found = (_instead(own, whole) if own else []) or own
    leaning = _leaning(whole, start)
    until = [each for each in named if leaning and each.start < leaning.start()]
    if leaning and until:
        found.append(Mention(shifted(leaning, _counted_from(until[-1])), Precision.RELATIVE, False, leaning.start()))
    if day := _the_same(whole, named, start):
        found.append(Mention(day, Precision.RELATIVE, False, start))
    by_then = leaning if leaning and not until else _by_next_time(whole[start:])
    if by_then and next_meeting:
        day = _of_next(by_then, next_meeting)
        found.append(Mention(day, Precision.RELATIVE, True, start + by_then.start()))
    once = {each.date: each for each in sorted(found, key=_firmness)}
    return [replace(each, start=each.start - start) for each in once.values()]


def _of_next(by_then: re.Match[str], next_meeting: date) -> date:
    """*Till nästa träff*, *dagen före nästa träff*."""
    return shifted(by_then, next_meeting) if by_then["s_way"] else next_meeting


def _counted_from(mention: Mention) -> date:
    """*Före lucia, alltså fredagen innan* is the last weekday before it, and not a week before that."""
    before_holiday = mention.deadline and mention.precision is Precision.HOLIDAY
    return mention.date + A_DAY if before_holiday else mention.date


def firmest(named: Sequence[Mention], text: str) -> Mention:
    """The one that outranks the others, of those said instead of earlier ones."""
    return max(_instead(named, text) or named, key=_firmness)


def _the_same(text: str, named: Sequence[Mention], start: int) -> date | None:
    """The day, or the Friday of the week, that was named before *samma dag*, *samma vecka*."""
    day, week = _SAME_DAY.search(text, start), _SAME_WEEK.search(text, start)
    same = day or week
    days = [each.date for each in named if same and each.start < same.start() and each.precision >= Precision.WEEKDAY]
    if not days:
        return None
    return days[-1] if day else monday(days[-1]) + FRIDAY * A_DAY


def _in_same_week(mention: Mention, named: Sequence[Mention], text: str) -> Mention:
    """*Ni får utkastet den tredje november. / Då läser jag det samma vecka, ni har det på fredagen.*"""
    same = [each for each in _SAME_WEEK.finditer(text) if abs(each.start() - mention.start) < _NEAR]
    days = [each for each in named if same and each.start < same[0].start() and each.precision > Precision.WEEKDAY]
    if mention.precision is not Precision.WEEKDAY or not days:
        return mention
    return replace(mention, date=monday(days[-1].date) + mention.date.weekday() * A_DAY)


def _instead(named: Sequence[Mention], text: str) -> list[Mention]:
    """Those that are named in place of earlier ones."""
    taken_back = [each.end() for each in _INSTEAD.finditer(text) if named[0].start < each.start() < named[-1].start]
    return [each for each in named if taken_back and each.start >= taken_back[-1]]


def leans(text: str, today: date) -> bool:
    """Whether what was said before it tells which day it names: *dagen innan*, *den femtonde*."""
    bare = any(each.precision is Precision.DAY for each in mentions(text, today))
    return bare or points_back(text)


def points_back(text: str) -> bool:
    whole = in_figures(text)
    return any(each.search(whole) for each in (_SAME_WEEK, _SAME_DAY)) or _leaning(whole, 0) is not None


def leans_on_next(text: str) -> bool:
    """Whether the day of the next meeting may tell which day it names."""
    whole = in_figures(text)
    return bool(_leaning(whole, 0) or _by_next_time(whole))


def _leaning(text: str, start: int) -> re.Match[str] | None:
    found = [each for each in _AFTER_THAT.finditer(text) if not _REASON.search(text[: each.start()])]
    found += [each for each in _AFTER_IT.finditer(text) if each["what"][:_STEM] in text[: each.start()]]
    return min((each for each in found if each.start() >= start), key=lambda each: each.start(), default=None)


def _by_next_time(text: str) -> re.Match[str] | None:
    return next((each for each in _NEXT_TIME.finditer(text) if not _ABOUT_IT.search(text[: each.start()])), None)


def _firmness(mention: Mention) -> tuple[bool, bool, bool, Precision, int]:
    """A day outranks the week or month by which it is to be, a deadline what is named beside it."""
    precision = min(mention.precision, Precision.DAY)
    return precision is Precision.DAY, precision > Precision.WEEK, mention.deadline, precision, mention.start
