"""By which day something is to be done, of all the days that were named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.meetings.calendar import MONTHS
from knowledge.meetings.date_rules import A_DAY, SHIFT, Precision, friday, monday, shifted
from knowledge.meetings.dates import WEEKDAY, Mention, mentions
from knowledge.meetings.leaning import is_it, leaning_on, leans_perhaps, leant_on, on_weekday, weekdays_of
from knowledge.meetings.numbers import in_figures

_MEETING = (
    r"nasta (?:gang|traff|mote|natverkstraff|sammankomst|sammantrade)\w*|next (?:time|meeting)"
    rf"|(?:{'|'.join(MONTHS)})(?:traff|mot)\w+"
)
_NEXT_TIME = re.compile(
    rf"\b(?:{SHIFT} (?:vi ses|traffen|(?:vart |var |our |the )?(?:{_MEETING}))"
    rf"|(?:tills?|innan|fore|infor|nar|by|before) (?:dess|vi ses|traffen|(?:vart |var |our |the )?(?:{_MEETING}))"
    rf"|(?<!efter )(?<!after )(?:{_MEETING})|(?:(?:alla|ni|du) tar med|ta med er(?:a|t)?)\b)"
)
# *Kallelsen till nästa träff* may be sent at any time.
_ABOUT_IT = re.compile(r"\b(?:kallels|inbjud|program|agenda|dagordning)\w* (?:till |infor )?$")
# What follows is said instead: *jag hoppas på i morgon men det blir nog torsdag*.
_INSTEAD = re.compile(r"\b(?:nej|na|nja|men det (?:blir|far bli)|snarare|hellre|rattare sagt)\b")
_SAME_WEEK = re.compile(r"\b(?:samma vecka|den veckan|same week)\b")
_SAME_DAY = re.compile(r"\b(?<!inte )(?:samma dag|same day)\b")
_BESIDE = 30  # characters
_THE_DAY = re.compile(r"\w+dagen\b|(?<=\bsay )\w+day\b")
_NEAR = 60  # characters between that and a weekday of it


def due(text: str, today: date, next_meeting: date | None = None, before: str = "") -> date | None:
    """The day by which something is to be done: the firmest date to come, a deadline before others, the last said.

    *Till nästa gång* is the next meeting, *dagen före nästa träff* the day before it, where no date is said. *Veckan
    innan* leans on the day that was named last, also `before` the text, or else on the next meeting.
    """
    whole = in_figures(f"{before} {text}" if before and leans(text, today) else text)
    start = len(whole) - len(in_figures(text))
    named = _named(whole, today)
    leaning = leaning_on(whole, start)
    later = [each for each in named if leaning and each.start >= leaning.end()]
    if leaning and not later and (leant := leant_on(leaning, named, whole, today)):
        return leant.date
    meant = [each for each in named if each.start >= start and not each.aside]
    if meant:
        return firmest(meant, whole).date
    if day := _the_same(whole, named, start):
        return day
    by_then = _leaning_on_next(leaning, whole, start)
    return _of_next(by_then, mentions(whole, today), next_meeting) if by_then and next_meeting else None


def days(text: str, before: str, today: date, next_meeting: date | None) -> list[Mention]:
    """All days to come that may be meant by a text, each once, as they are understood after what was said before it."""
    whole = in_figures(f"{before}. {text}")
    start = len(whole) - len(in_figures(text))
    named = _named(whole, today)
    leaning = leaning_on(whole, start)
    beside = weekdays_of(leaning, named) if leaning else []
    own = [each for each in named if each.start >= start and each not in beside]
    if leaning and any(is_it(each, leaning) for each in own):
        leaning = None
    found = (_instead(own, whole) if own else []) or own
    if leant := leaning and leant_on(leaning, named, whole, today):
        found.append(leant)
    if day := _the_same(whole, named, start):
        found.append(Mention(day, Precision.RELATIVE, False, start))
    if not leant and (by_then := _leaning_on_next(leaning, whole, start)):
        found += _by_then(by_then, mentions(whole, today), next_meeting)
    once = {each.date: each for each in sorted(found, key=_firmness)}
    return [replace(each, start=each.start - start) for each in once.values()]


def _by_then(by_then: re.Match[str], named: Sequence[Mention], next_meeting: date | None) -> Iterator[Mention]:
    """The day of the next meeting; by *till dess* the one that was named before it may be meant as well."""
    earlier = [each.date for each in named if each.start < by_then.start()]
    if by_then[0].endswith(" dess") and not by_then["s_way"] and earlier:
        yield Mention(earlier[-1], Precision.RELATIVE, True, by_then.start())
    if next_meeting:
        yield Mention(_of_next(by_then, named, next_meeting), Precision.RELATIVE, True, by_then.start())


def _of_next(by_then: re.Match[str], named: Sequence[Mention], next_meeting: date) -> date:
    """*Till nästa träff*, *dagen före nästa träff*, *veckan före nästa träff, på onsdagen*."""
    return on_weekday(by_then, named, shifted(by_then, next_meeting)) if by_then["s_way"] else next_meeting


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
    return days[-1] if day else friday(days[-1])


def _named(text: str, today: date) -> list[Mention]:
    """The days to come that are named, each as it is understood after those before it; not *fredagen innan vi ses*."""
    found = mentions(text, today)
    of_next = [day for each in _NEXT_TIME.finditer(text) if each["s_way"] for day in weekdays_of(each, found)]
    named: list[Mention] = []
    for each in found:
        if each.date >= today and each not in of_next:
            named.append(_meant(each, named, text))
    return named


def _meant(mention: Mention, earlier: Sequence[Mention], text: str) -> Mention:
    """A weekday is that of the same week, or the day of that weekday which was named last; else the coming one."""
    if mention.precision is not Precision.WEEKDAY:
        return mention
    meant = _in_same_week(mention, earlier, text) or _as_named(mention, earlier, text) or mention.date
    return replace(mention, date=meant)


def _in_same_week(weekday: Mention, earlier: Sequence[Mention], text: str) -> date | None:
    """*Ni får utkastet den tredje november. / Då läser jag det samma vecka, ni har det på fredagen.*"""
    same = [each for each in _SAME_WEEK.finditer(text) if abs(each.start() - weekday.start) < _NEAR]
    days = [each for each in earlier if same and each.start < same[0].start() and each.precision > Precision.MONTH]
    return monday(days[-1].date) + weekday.date.weekday() * A_DAY if days else None


def _as_named(weekday: Mention, earlier: Sequence[Mention], text: str) -> date | None:
    """*Onsdag den sextonde? / Onsdag passar mig.* *I slutet av nästa vecka. / Då har vi den på fredagen.*"""
    for each in reversed(earlier):
        if each.date.weekday() == weekday.date.weekday() and _tells_weekday(each, text):
            return each.date
        if _THE_DAY.match(text, weekday.start) and _tells_week(each, text):
            return max(weekday.date, monday(each.date) + weekday.date.weekday() * A_DAY)
    return None


def _tells_week(mention: Mention, text: str) -> bool:
    """*Nästa vecka*, *på tisdag nästa vecka*; *tisdag den nionde*."""
    if mention.precision is Precision.RELATIVE or mention.precision >= Precision.DAY:
        return bool(WEEKDAY.search(text, mention.start, mention.start + _BESIDE))
    return mention.precision in (Precision.WEEK, Precision.PART_OF_WEEK)


def _tells_weekday(mention: Mention, text: str) -> bool:
    """*Den sextonde*, *sista mars*, *nästa vecka på onsdag*; not *före advent*."""
    if mention.precision in (Precision.WEEKDAY, Precision.RELATIVE):
        return bool(WEEKDAY.search(text, mention.start, mention.start + _BESIDE))
    return mention.precision >= (Precision.DAY if mention.deadline else Precision.HOLIDAY)


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
    return leans_perhaps(whole) or any(each.search(whole) for each in (_SAME_WEEK, _SAME_DAY))


def leans_on_next(text: str) -> bool:
    """Whether the day of the next meeting may tell which day it names."""
    whole = in_figures(text)
    return bool(_leaning_on_next(leaning_on(whole, 0), whole, 0))


def _leaning_on_next(leaning: re.Match[str] | None, text: str, start: int) -> re.Match[str] | None:
    """*Veckan innan*, but not *en vecka till*."""
    return leaning if leaning and leaning["s_way"] != "till" else _by_next_time(text, start)


def _by_next_time(text: str, start: int) -> re.Match[str] | None:
    found = _NEXT_TIME.finditer(text, start)
    return next((each for each in found if each["s_way"] or not _ABOUT_IT.search(text[: each.start()])), None)


def _firmness(mention: Mention) -> tuple[bool, bool, bool, Precision, int]:
    """A day outranks the week or month by which it is to be, a deadline what is named beside it."""
    precision = min(mention.precision, Precision.DAY)
    return precision is Precision.DAY, precision > Precision.WEEK, mention.deadline, precision, mention.start
