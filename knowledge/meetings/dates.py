"""The dates in a text, as people say and write them in Swedish and in English: absolute, relative, or by the week.

What is not understood is left out rather than guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.meetings.calendar import MONTHS, WEEKDAYS
from knowledge.meetings.date_rules import (
    A_DAY,
    ANY,
    EARLIER,
    RULES,
    SHIFT,
    Precision,
    Resolve,
    day_of_month,
    friday,
    later,
    monday,
    month_end,
    shifted,
)
from knowledge.meetings.numbers import in_figures

ANY_DAY = date(2000, 1, 1)  # where it only matters whether a day is named


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text; `deadline` where *senast*, *till* or *innan* stands before it.

    `aside` where it is said of something else: that somebody is away, or has time to read until then.
    """

    date: date
    precision: Precision
    deadline: bool
    start: int
    aside: bool = False


# A bare *den tolfte* is a date unless it counts something: *den tolfte frågan*, *den andra kommunen*.
_BARE_DAY = re.compile(
    rf"(?<![\w:])(?:{SHIFT} )?"
    rf"(?P<lead>(?:(?:senast|till|fore|innan|ar|var|by|before|on|blir|tar|sager|{'|'.join(WEEKDAYS)}) )*)"
    r"(?P<the>(?:den|the) )?(?P<day>\d{1,2}):e"
    r"(?=$|[^\w ]| (?:da|och|eller|ar|kan|funkar|gar|blir|klockan|kl|pa|i|passar|till|som|fungerar|har|at|works|men|sa"
    r"|om|for|nio|tio|elva|ett|halv|kvart|istallet|eftermiddag|formiddag|inte|vill|ska|det|kvar|is|would|va|var"
    r"|senast|ungefar|kanske|alltsa|hade|far|ligger|kommer|skulle|anyway|or|and)\b)"
)
WEEKDAY = re.compile("|".join(WEEKDAYS))
_MONTH = re.compile(rf"(?<!sen )(?<!sedan )(?<!redan )\b(?:i|av|in|of|under|mot|halva) ({'|'.join(MONTHS)})\b")
_MONTHS_AHEAD = 3
_NEAR = 60  # characters between a week and a weekday of it
_BESIDE = 25  # between a weekday and a day
_FURTHER = 120  # between a month and a day of it
_BEFORE = 40  # characters before it that say whether it is meant
_PASSED_OVER = re.compile(
    r"\b(?:inte|int|ej|knappast|efter|for|fran(?: och med)?|forra|varje|varannan|(?<!det )var|en|sedan|tidigast"
    r"|from|after|since|last|every|not|vad ar det)"
    r"(?: pa| den| i| nu)? $"
    r"|\b(?:en|ett|tva|tre|\d+) (?:gang(?:er)?|timm\w+|minuter|dag(?:ar)?) $"  # *en timme i veckan*
)
# *Fredag eftermiddag, varje vecka*; *första måndagen i varje månad*.
_RECURS = re.compile(r"[\w ,]{0,14}\bvarje (?:vecka|manad|gang)\b")
_TOO = "for (?:snabbt|tidigt|sent|tajt|snalt|kort|nara|tatt)"
_NOT_THERE = (
    r"(?! (?:\w+ )?(?:klar|fardig|uppe|ute|inne|framme|pa (?:plats|kontoret|jobbet)|i tjanst|hos er|tillbaka|igen)"
    r"|(?: \w+){,2} (?:ihop|tillsammans)\b)"
)
# When somebody is away or busy, or has time: *i morgon är jag på kurs*, *så hinner ni läsa före påsk*. But to be with
# somebody is the occasion for it: *på onsdag sitter vi ihop*.
_ASIDE = re.compile(
    rf"\b(?:ar|sitter|aker|reser) (?:jag|vi|han|hon|dom|de)\b{_NOT_THERE}"
    rf"|(?<!nar )(?<!medan )\b(?:jag|vi|han|hon|dom|de|alla) (?:ar|sitter|aker|reser)\b{_NOT_THERE}"
    r"|\bska (?:jag|vi|han|hon|dom|de) (?:pa|till)\b"
    r"|\bhar (?:\w+ )?(?:semester|mote|fullmaktige|bokslut|utbildning|kurs|ledigt|forhinder)\b"
    r"|\b(?:ledig|borta|bortrest|upptagen|krockar|slipper|hinner (?:ni|folk|alla|dom|de|vi))\b"
    r"|\b(?:kan|blir|gar|hinner|klarar|funkar|passar) (?:(?:jag|vi|det) )?inte\b"
    rf"|\b(?:ar|blir|var) (?:\w+ ){{,2}}{_TOO}\b"
    r"|\b(?:inget|ingenting|ingen|inte|varken|som) (?:\w+ ){,4}i ?dag\b|\b(?:sagt|talat|pratat|ligger pa) i ?dag\b"
)
# *På torsdag är jag i Falun, jag frågar dom då*; *på tisdag åker jag tåg. Då skriver jag.*
_THEN = re.compile(
    r"[^.!?]*(?:\bda(?=[.!?]|$)|[,.!?]+ (?:sa )?da (?!ar|har|kan)\w+ jag\b)"
    r"|[^.,!?]* (?:och|sa) da (?!ar|har|kan)\w+ (?:jag|den|du|ni)\b"
)
_CLAUSE = re.compile(
    rf"[.,;:!?] | (?:men|och(?! (?:pa )?(?:{WEEKDAY.pattern}))|da|sa|(?!{_TOO})for|eftersom|fast"
    r"|sen(?= (?:har|ar|blir|sitter|aker)\b)) "
)
_THE_WEEK = re.compile(r"(?:veckan|the week) ")  # *veckan efter nationaldagen*, whichever day that is
_BREAK = re.compile(r"lov(?:et)?$")  # a week, which is its Monday
_DEADLINE = re.compile(r"\b(?:senast|tills?|innan|fore|by|before|deadline|sista dag(?:en)?)(?: nu| pa| den| i)* $")
_LAST_DAY = re.compile(r" (?:som|ar) sista dag")  # *med fredag som sista dag*


def mentions(text: str, today: date) -> list[Mention]:
    """The dates in a text, in order; but for those that say *not then* or *after*, and those that recur."""
    left = text = in_figures(text)
    if not (ANY.search(text) or _BARE_DAY.search(text)):
        return []
    found: list[Mention] = []
    for precision, pattern, resolve in RULES:
        for match in [*pattern.finditer(left)]:
            found.extend(_mention(precision, match, resolve, text, today))
            left = f"{left[: match.start()]}{'_' * len(match[0])}{left[match.end() :]}"
    for match in _BARE_DAY.finditer(left):
        if _is_day(match, left):
            found.extend(_mention(Precision.DAY, match, day_of_month, text, today))
    return list(_in_context(sorted(found, key=lambda each: each.start), text))


def _is_day(bare: re.Match[str], text: str) -> bool:
    """Few count to thirteen, but *nionde, en tisdag* may open a sentence."""
    day = int(bare["day"])
    opens = bare.start() == 0 or text.endswith((". ", "? ", "! "), 0, bare.start())
    return bool(bare["lead"] or (bare["the"] and day > 2) or day > 12 or (opens and day > 3))


def _is_aside(text: str, at: int) -> bool:
    if _THEN.match(text, at):
        return False
    start = max((each.end() for each in _CLAUSE.finditer(text) if each.end() <= at), default=0)
    end = _CLAUSE.search(text, at)
    return bool(_ASIDE.search(text, start, end.start() if end else len(text)))


def _in_context(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """A bare day belongs to the month that was named before it, a bare weekday to the week that was.

    *Den artonde mars, eller den nittonde*; *i augusti, den fjortonde*; *nästa vecka, senast på fredag*. A weekday that
    is named beside a day has to be right, and tells the month where none is named.
    """
    week: Mention | None = None
    for each in found:
        if each.precision is Precision.WEEK:
            week = each
        if each.precision is Precision.DAY:
            yield _of_month(each, found, text)
        elif each.precision is Precision.WEEKDAY and week and each.start - week.start < _NEAR:
            yield replace(each, date=max(each.date, monday(week.date) + each.date.weekday() * A_DAY))
        else:
            yield each


def _of_month(day: Mention, found: Sequence[Mention], text: str) -> Mention:
    weekday = _weekday_beside(day, found, text)
    coming = [later(day.date.replace(day=1), number, "manad") for number in range(_MONTHS_AHEAD)]
    for month in (*_months_before(day, found, text)[-1:], *coming):
        if day.date.day > month_end(month).day:
            continue
        moved = month.replace(day=day.date.day)
        if weekday is None or moved.weekday() == weekday:
            return replace(day, date=moved)
    return day


def _months_before(day: Mention, found: Sequence[Mention], text: str) -> list[date]:
    """The first day of each month that was named before it, with a day or alone, in order."""
    this = day.date.replace(day=1)
    named = [(each.start, each.date.replace(day=1)) for each in found if each.precision is Precision.EXPLICIT]
    for each in _MONTH.finditer(text, max(0, day.start - _FURTHER)):
        month = this.replace(month=MONTHS[each[1]])
        named.append((each.start(), month if month >= this else month.replace(year=month.year + 1)))
    return [month for start, month in sorted(named) if start < day.start]


def weekday_said(day: Mention, text: str) -> int | None:
    """That of *fredag den tjugotredje*."""
    said = WEEKDAY.match(text, day.start)
    return WEEKDAYS[said[0]] if said else None


def weekdays(text: str) -> set[int]:
    """Those that are named in it."""
    return {WEEKDAYS[each] for each in WEEKDAY.findall(text)}


def _weekday_beside(day: Mention, found: Sequence[Mention], text: str) -> int | None:
    """*Fredag den tjugotredje*; *fredagen före, den tjugotredje*."""
    said = weekday_said(day, text)
    if said is not None:
        return said
    near = [each for each in found if each.precision is Precision.WEEKDAY and 0 < day.start - each.start < _BESIDE]
    return near[-1].date.weekday() if near else None


def _mention(precision: Precision, match: re.Match[str], resolve: Resolve, text: str, today: date) -> Iterator[Mention]:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _PASSED_OVER.search(before) or _RECURS.match(text, match.end()):
        return
    try:
        day = resolve(match, today)
        if way := match.groupdict().get("s_way"):
            day = shifted(match, day + 6 * A_DAY if _BREAK.search(match[0]) and way not in EARLIER else day)
            day = friday(day) if precision is Precision.HOLIDAY and _THE_WEEK.match(match[0]) else day
    except (ValueError, OverflowError):  # 31 April, month 13, week 60
        return
    by_then = re.match(r"(?:senast|till|innan|fore|by|before)\b", match[0])
    deadline = bool(_DEADLINE.search(before) or by_then or _LAST_DAY.match(text, match.end()))
    yield Mention(day, precision, deadline, match.start(), _is_aside(text, match.start()))
