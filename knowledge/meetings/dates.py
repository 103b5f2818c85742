"""Dates as people say and write them in Swedish, and in English: absolute, relative to a day, or by the week.

What is not understood is left out rather than guessed. A day and month outrank a weekday beside them, which people
often get wrong.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from knowledge.library.tokens import fold
from knowledge.meetings.calendar import FRIDAY, HOLIDAYS
from knowledge.meetings.numbers import CARDINAL, cardinal, with_figures

A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)
_LONG_PAST = timedelta(days=90)  # a day and month further back than this are next year's


class Precision(IntEnum):
    """How firmly a date was named: what is higher outranks what is lower beside it."""

    WEEK = 1
    WEEKDAY = 2
    RELATIVE = 3
    HOLIDAY = 4
    DAY = 5
    EXPLICIT = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text; `deadline` where *senast*, *till* or *innan* stands before it."""

    date: date
    precision: Precision
    deadline: bool
    start: int


_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "mandag monday",
            "tisdag tuesday",
            "onsdag wednesday",
            "torsdag thursday",
            "fredag friday",
            "lordag saturday",
            "sondag sunday",
        ]
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *(
                "jan januari january",
                "feb februari february",
                "mar mars march",
                "apr april",
                "maj may",
                "jun juni june",
            ),
            *("jul juli july", "aug augusti august", "sep sept september", "okt oct oktober october"),
            *("nov november", "dec december"),
        ),
        start=1,
    )
    for name in names.split()
}
_WD = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})(?:en)?"
_SPOKEN_WD = rf"(?:(?:{'|'.join(_WEEKDAYS)})(?:en)?,? )?"
_M = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?(?!\w)"
_Y = r"(?:,? (?P<year>20\d\d)\b)?"
_D = r"(?P<day>\d{1,2})"
_N = rf"(?P<number>{CARDINAL})"
_WEEK = (
    rf"(?:nasta vecka|next week|kommande vecka|veckan som kommer|om {_N} veckor|om en vecka"
    rf"|(?:vecka|v\.?) ?(?P<iso>{CARDINAL}))"
)

_Resolve = Callable[[re.Match[str], date], date]


def _in_year(month: int, day: int, today: date) -> date:
    """That day of the month which is to come, or not long past."""
    this = date(today.year, month, day)
    if this < today - _LONG_PAST:
        return date(today.year + 1, month, day)
    return this


def _explicit(found: re.Match[str], today: date) -> date:
    groups = found.groupdict()
    month = _MONTHS.get(groups["month"]) or int(groups["month"])
    if groups.get("year"):
        return date(2000 + int(groups["year"]) % 100, month, int(groups["day"]))
    return _in_year(month, int(groups["day"]), today)


def _day_of_month(found: re.Match[str], today: date) -> date:
    """The next month's, where this month's is past or today; a month without that day is passed over."""
    day = int(found["day"])
    month = today.replace(day=1)
    while (day <= today.day and month == today.replace(day=1)) or day > monthrange(month.year, month.month)[1]:
        if day > 31:
            raise ValueError(day)
        month = _month_end(month) + A_DAY
    return month.replace(day=day)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _monday(day: date) -> date:
    return day - day.weekday() * A_DAY


def _week(found: re.Match[str], today: date) -> date:
    """The Monday of the week that was named."""
    if found["iso"]:
        year, week = today.isocalendar().year, cardinal(found["iso"])
        monday = date.fromisocalendar(year, week, 1)
        return monday if monday + A_WEEK > today else date.fromisocalendar(year + 1, week, 1)
    weeks = cardinal(found["number"]) if found["number"] else 1
    return _monday(today) + weeks * A_WEEK


def _weekday_of_week(found: re.Match[str], today: date) -> date:
    return _week(found, today) + _WEEKDAYS[found["weekday"]] * A_DAY


def _next_weekday(found: re.Match[str], today: date) -> date:
    """*Nästa fredag* is that of next week; *på fredag* is the first one."""
    return _monday(today) + A_WEEK + _WEEKDAYS[found["weekday"]] * A_DAY


def _weekday(found: re.Match[str], today: date) -> date:
    return today + ((_WEEKDAYS[found["weekday"]] - today.weekday() - 1) % 7 + 1) * A_DAY


def _span(found: re.Match[str], today: date) -> date:
    number = cardinal(found["number"])
    unit = found["unit"]
    if unit.startswith(("manad", "month")):
        later = today.replace(day=1)
        for _ in range(number):
            later = _month_end(later) + A_DAY
        return later.replace(day=min(today.day, _month_end(later).day))
    return today + number * (A_WEEK if unit.startswith(("vecka", "vecko", "week")) else A_DAY)


def _week_end(found: re.Match[str], today: date) -> date:
    friday = _monday(today) + FRIDAY * A_DAY
    if "nasta" in found[0] or "next" in found[0] or friday < today:
        return friday + A_WEEK
    return friday


def _part_of_month(found: re.Match[str], today: date) -> date:
    first = _in_year(_MONTHS[found["month"]], 1, today)
    last = _month_end(first)
    return {"bor": first + 9 * A_DAY, "mit": first + 14 * A_DAY, "slu": last, "sis": last}[found["part"][:3]]


def _week_in_month(found: re.Match[str], today: date) -> date:
    """The first or the last Friday of a month."""
    first = _in_year(_MONTHS[found["month"]], 1, today)
    if found["which"] == "sista":
        last = _month_end(first)
        return last - ((last.weekday() - FRIDAY) % 7) * A_DAY
    return first + ((FRIDAY - first.weekday()) % 7) * A_DAY


def _holiday(name: str, of: Callable[[int], date]) -> tuple[str, _Resolve]:
    """By *innan påsk* the last day before it is meant: nobody works on the day itself."""

    def resolve(found: re.Match[str], today: date) -> date:
        day = next(each for year in (today.year, today.year + 1) if (each := of(year)) >= today)
        return day - A_DAY if found["before"] else day

    return rf"(?P<before>(?:innan|fore|before) )?(?:{name})", resolve


# In order: what an earlier one has taken, a later one does not see.
_RULES: tuple[tuple[Precision, re.Pattern[str], _Resolve], ...] = tuple(
    (precision, re.compile(rf"(?<![\w:/.-]){pattern}(?![\w/]|-\w)"), resolve)
    for precision, pattern, resolve in (
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?P<year>20\d\d)-(?P<month>\d\d)-{_D}", _explicit),
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}{_D}[./](?P<month>\d{{1,2}})[./ -]+(?P<year>(?:20)?\d\d)", _explicit),
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:the |den )?{_D}(?::e)?(?: i| of)? {_M}{_Y}", _explicit),
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}{_M} (?:the )?{_D}(?::e)?{_Y}", _explicit),
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:den )?{_D}:e i (?P<month>\d{{1,2}}):e", _explicit),
        (Precision.EXPLICIT, rf"{_SPOKEN_WD}(?:den )?{_D}/(?P<month>\d{{1,2}})", _explicit),
        (Precision.DAY, rf"{_WD},? (?:the |den )?{_D}:e", _day_of_month),
        *((Precision.HOLIDAY, *_holiday(name, of)) for name, of in HOLIDAYS.items()),
        (Precision.RELATIVE, rf"{_WD}(?: i| den)? {_WEEK}", _weekday_of_week),
        (Precision.RELATIVE, rf"{_WEEK},?(?: pa| on)? {_WD}", _weekday_of_week),
        (Precision.RELATIVE, rf"(?:nasta|next) {_WD}", _next_weekday),
        (Precision.WEEKDAY, rf"borjan (?:pa|av) {_WEEK}", lambda found, today: _week(found, today) + A_DAY),
        (Precision.WEEK, rf"(?P<which>1:e|sista) veckan i {_M}", _week_in_month),
        (Precision.RELATIVE, rf"om {_N} (?P<unit>dag(?:ar)?|veck(?:a|or)|manad(?:er)?)", _span),
        (Precision.RELATIVE, rf"in {_N} (?P<unit>days?|weeks?|months?)", _span),
        (Precision.RELATIVE, r"i ?overmorgon", lambda _, today: today + 2 * A_DAY),
        (Precision.RELATIVE, r"i ?morr?(?:go)?n|i ?morron|tomorrow", lambda _, today: today + A_DAY),
        (
            Precision.RELATIVE,
            r"i ?dag|i ?kvall|i ?eftermiddag|(?:nu )?(?:med|pa) en gang|(?:direkt|strax) efter (?:det har )?motet"
            r"|today|tonight|this (?:afternoon|evening)",
            lambda _, today: today,
        ),
        (
            Precision.WEEKDAY,
            r"(?:innan|fore|till) helgen"
            r"|(?:slutet|the end) (?:pa|av|of) (?:nasta |den har |next |this |the )?(?:veckan?|week)",
            _week_end,
        ),
        (Precision.WEEKDAY, _WD, _weekday),
        (Precision.WEEK, _WEEK, lambda found, today: _week(found, today) + FRIDAY * A_DAY),
        (Precision.WEEK, r"i veckan|(?:under |i )?den har veckan|this week", _week_end),
        (
            Precision.WEEK,
            r"manadsskiftet|manadens slut|slutet (?:pa|av) manaden|(?:the )?end of the month",
            lambda _, today: _month_end(today),
        ),
        (
            Precision.WEEK,
            r"nasta manad|next month",
            lambda _, today: _month_end(_month_end(today) + A_DAY),
        ),
        (Precision.WEEK, rf"(?P<part>borjan|mitten|slutet) (?:pa|av|i) {_M}", _part_of_month),
        (Precision.HOLIDAY, rf"(?P<part>sista) (?:dagen )?(?:i )?{_M}", _part_of_month),
    )
)
# A bare *den tolfte* is a date unless it counts something: *den tolfte frågan*, *den andra kommunen*.
_BARE_DAY = re.compile(
    rf"(?<![\w:])(?P<lead>(?:(?:senast|till|fore|innan|ar|var|by|before|on|blir|tar|{'|'.join(_WEEKDAYS)}) )*)"
    r"(?:den|the) (?P<day>\d{1,2}):e"
    r"(?=$|[^\w ]| (?:da|och|eller|ar|kan|funkar|gar|blir|klockan|kl|pa|i|passar|till|som|fungerar|har|at|works|men|sa"
    r"|for|nio|tio|elva|ett|halv|kvart|istallet|eftermiddag|formiddag|inte|is|would)\b)"
)
_BEFORE = 40  # characters before it that say whether it is meant
_PASSED_OVER = re.compile(
    r"\b(?:inte|knappast|efter|for|fran|forra|varje|varannan|var|sedan|from|after|since|last|every|not)"
    r"(?: pa| den| i| nu)? $"
)
_DEADLINE = re.compile(r"\b(?:senast|tills?|innan|fore|by|before|deadline|sista dag(?:en)?)(?: nu| pa| den| i)* $")


def mentions(text: str, today: date) -> list[Mention]:
    """The dates in a text, in order; but for those that say *not then* or *after*, and those that recur."""
    left = with_figures(" ".join(fold(text).split()))
    found: list[Mention] = []
    for precision, pattern, resolve in _RULES:
        for match in pattern.finditer(left):
            found.extend(_mention(precision, match, resolve, left, today))
        left = pattern.sub(lambda match: "_" * len(match[0]), left)
    for match in _BARE_DAY.finditer(left):
        if int(match["day"]) > 2 or match["lead"]:
            found.extend(_mention(Precision.DAY, match, _day_of_month, left, today))
    return list(_in_context(sorted(found, key=lambda each: each.start)))


def _in_context(found: Sequence[Mention]) -> Iterator[Mention]:
    """*Den artonde mars, eller den nittonde*: a bare day belongs to the month that was named before it."""
    month: date | None = None
    for each in found:
        if each.precision is Precision.EXPLICIT:
            month = each.date
        if each.precision is Precision.DAY and month and each.date.day <= _month_end(month).day:
            yield replace(each, date=month.replace(day=each.date.day))
        else:
            yield each


def _mention(
    precision: Precision, match: re.Match[str], resolve: _Resolve, text: str, today: date
) -> Iterator[Mention]:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _PASSED_OVER.search(before):
        return
    try:
        day = resolve(match, today)
    except (ValueError, OverflowError):  # 31 April, month 13, week 60
        return
    deadline = bool(_DEADLINE.search(before) or re.match(r"(?:senast|till|innan|fore|by|before)\b", match[0]))
    yield Mention(day, precision, deadline, match.start())


def _firmness(mention: Mention) -> tuple[bool, bool, Precision, int]:
    return mention.precision >= Precision.DAY, mention.deadline, min(mention.precision, Precision.DAY), mention.start


_NEXT_TIME = re.compile(
    r"\b(?:(?P<lead>dag|veck)\w* )?(?:till|innan|fore|infor|by|before) "
    r"(?:dess|vi ses|(?:vart |var )?(?:nasta (?:gang|traff|mote|natverkstraff)\w*|next (?:time|meeting)))"
)
_LEADS = {"dag": A_DAY, "veck": A_WEEK, None: timedelta()}


def due(text: str, today: date, next_meeting: date | None = None) -> date | None:
    """The day by which something is to be done: the firmest date to come, a deadline before others, the last said.

    *Till nästa gång* is the next meeting, *dagen före nästa träff* the day before it, where no date is said.
    """
    coming = [each for each in mentions(text, today) if each.date >= today]
    if coming:
        return max(coming, key=_firmness).date
    by_then = _NEXT_TIME.search(fold(text))
    return next_meeting - _LEADS[by_then["lead"]] if next_meeting and by_then else None
