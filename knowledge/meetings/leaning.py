"""Days that are told by another: *dagen efter*, *fredagen före nämnden*, *veckan därpå, på torsdagen*."""

import re
from collections.abc import Sequence
from datetime import date

from knowledge.meetings.date_rules import A_DAY, SHIFT, Precision, monday, shifted
from knowledge.meetings.dates import Mention

# So much before or after a day that was named before it: *nämnden möts på tisdag, ni får det dagen efter*.
_AFTER_THAT = re.compile(
    rf"\b{SHIFT}(?: dess| det| den(?: helgen| dagen)?| lovet)?"
    r"(?=$|[.,!?]| (?:och|borde|maste|ska|kan|vet|med|da|sa|vad|hur|om|att|\w{2,}r)\b)"
)
# *Nämnden sammanträder den tolfte. / Ni får det dagen efter nämnden.*
_AFTER_IT = re.compile(rf"\b{SHIFT} (?P<what>(?!nasta)\w{{5,}})")
_REASON = re.compile(r"\b(?:(?:for|eftersom) [^.,!?]*|det ar )$")
_STEM = 5  # letters by which words are the same
_BESIDE = 16  # characters


def leans_perhaps(text: str) -> bool:
    """Whether it leans on a day, if one was named before it."""
    return any(each.search(text) for each in (_AFTER_THAT, _AFTER_IT))


def leaning_on(text: str, start: int) -> re.Match[str] | None:
    """The first such day from there on; what it leans on may stand before that."""
    found = [each for each in _AFTER_THAT.finditer(text) if not _REASON.search(text[: each.start()])]
    found += [each for each in _AFTER_IT.finditer(text) if _told_before(each, text) >= 0]
    return min((each for each in found if each.start() >= start), key=lambda each: each.start(), default=None)


def _told_before(leaning: re.Match[str], text: str) -> int:
    """Where what it leans on was spoken of last; less than nothing where it was not."""
    return text.rfind(leaning["what"][:_STEM], 0, leaning.start())


def leant_on(leaning: re.Match[str], named: Sequence[Mention], text: str, today: date) -> Mention | None:
    """The day it means by those that are named before it; None where that is past, or none is named."""
    until = [each for each in named if each.start < leaning.start()]
    if not until:
        return None
    day = on_weekday(leaning, named, shifted(leaning, _counted_from(_base(leaning, until, text))))
    return Mention(day, Precision.RELATIVE, False, leaning.start()) if day >= today else None


def _base(leaning: re.Match[str], until: Sequence[Mention], text: str) -> Mention:
    """The day that was named last, or of what it leans on."""
    if leaning.re is _AFTER_IT:
        told = _told_before(leaning, text)
        return next((each for each in until if each.start > told), until[-1])
    return until[-1]


def _counted_from(mention: Mention) -> date:
    """*Före lucia, alltså fredagen innan* is the last weekday before it, and not a week before that."""
    before_holiday = mention.deadline and mention.precision is Precision.HOLIDAY
    return mention.date + A_DAY if before_holiday else mention.date


def on_weekday(leaning: re.Match[str], named: Sequence[Mention], day: date) -> date:
    """That day, or the weekday of its week which is named beside it."""
    weekdays = weekdays_of(leaning, named)
    return monday(day) + weekdays[0].date.weekday() * A_DAY if weekdays and not leaning["s_weekday"] else day


def weekdays_of(leaning: re.Match[str], named: Sequence[Mention]) -> list[Mention]:
    """The weekdays that only tell which day it means: that of *fredagen efter*, or beside *veckan därpå*."""
    weekdays = [each for each in named if each.precision is Precision.WEEKDAY]
    if leaning["s_weekday"]:
        return [each for each in weekdays if each.start == leaning.start()]
    by_weeks = leaning["s_unit"] in ("veck", "week")
    return [each for each in weekdays if by_weeks and _is_beside(each, leaning)]


def _is_beside(mention: Mention, leaning: re.Match[str]) -> bool:
    return 0 < leaning.start() - mention.start < _BESIDE or 0 <= mention.start - leaning.end() < _BESIDE


def is_it(mention: Mention, leaning: re.Match[str]) -> bool:
    """Whether it says the same in other words, beside it: *fredagen före, den elfte*."""
    inside = leaning.start() <= mention.start < leaning.end() + _BESIDE
    return inside and mention.precision >= Precision.HOLIDAY
