"""The days of the Swedish year that people set deadlines by."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

FRIDAY = 4
SATURDAY = 5
SUNDAY = 6


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June."""
    return _weekday_from(date(year, 6, 19), FRIDAY)


def advent(year: int) -> date:
    """The first Sunday of Advent."""
    return _weekday_from(date(year, 11, 27), SUNDAY)


def autumn_break(year: int) -> date:
    """The Monday of week 44, when schools all over Sweden are closed."""
    return date.fromisocalendar(year, 44, 1)


def winter_break(year: int) -> date:
    """The Monday of week 9, when schools in Dalarna are closed."""
    return date.fromisocalendar(year, 9, 1)


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _advent(sunday: int) -> Callable[[int], date]:
    return lambda year: advent(year) + timedelta(weeks=sunday - 1)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


# Folded, and as they are spoken.
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "mandag mandan manda monday",
            "tisdag tisdan tisda tuesday",
            "onsdag onsdan onsda wednesday",
            "torsdag torsdan torsda thursday",
            "fredag fredan freda friday",
            "lordag lordan lorda saturday",
            "sondag sondan sonda sunday",
        ]
    )
    for name in names.split()
}
MONTHS = {
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

_VALBORG, _NEW_YEAR = _on(4, 30), _on(12, 31)
# By their folded names, as patterns: the day on which each begins.
HOLIDAYS: Mapping[str, Callable[[int], date]] = {
    r"trettondagsafton": _on(1, 5),
    r"trettonda(?:gen|n)|trettonhelgen": _on(1, 6),
    r"tjugonda(?:gen|n|g ?knut)": _on(1, 13),
    r"mors dag": lambda year: _weekday_from(date(year, 5, 25), SUNDAY),
    r"fars dag": lambda year: _weekday_from(date(year, 11, 8), SUNDAY),
    r"alla hjartans dag": _on(2, 14),
    r"skottda(?:gen|n)": _on(2, 29),
    r"vasaloppet": lambda year: _weekday_from(date(year, 3, 1), SUNDAY),
    r"dymmelonsda(?:g|gen|n)": _from_easter(-4),
    r"skartorsda(?:g|gen|n)": _from_easter(-3),
    r"annanda(?:g|gen|n)(?: pask)?": _from_easter(1),
    r"langfreda(?:g|gen|n)|pask(?:en|helgen)?|easter": _from_easter(-2),
    r"paskafton": _from_easter(-1),
    r"paskda(?:gen|n)": _from_easter(0),
    r"sportlov(?:et)?": winter_break,
    r"valborg(?:smassoafton)?|sista april": _VALBORG,
    r"kristi himmelsfard(?:s ?da(?:g|gen|n)|shelgen)?": _from_easter(39),
    r"pingst(?:en|afton|dagen|dan|helgen)?": _from_easter(49),
    r"nationalda(?:gen|n)": _on(6, 6),
    r"midsommar(?:en|afton|helgen)?|midsummer": midsummer_eve,
    r"halloween": _on(10, 31),
    r"alla helgons(?: dag)?|allhelgona(?:helgen)?": lambda year: _weekday_from(date(year, 10, 31), SATURDAY),
    r"hostlov(?:et)?": autumn_break,
    r"1:e advent|(?<!:e )advent": advent,
    **{f"{number}:e advent": _advent(number) for number in (2, 3, 4)},
    r"halvarsskiftet": _on(6, 30),
    r"mellandagarna": _on(12, 27),
    r"nobel(?:dagen|dan|festen)": _on(12, 10),
    r"lucia(?:dagen|dan|natten|morgonen)?": _on(12, 13),
    r"dan fore dopparedan": _on(12, 23),
    r"jul(?:en|afton|helgen|helgerna)?|dopparedan|christmas": _on(12, 24),
    r"nyar(?:safton|et)?|arsskiftet|new year": _NEW_YEAR,
}
# The day that a week is named after.
FEAST_WEEKS = {
    "paskveckan": _from_easter(-2),
    "midsommarveckan": midsummer_eve,
    "luciaveckan": _on(12, 13),
    "julveckan": _on(12, 24),
    **dict.fromkeys(["sportlovet", "sportlovsveckan"], winter_break),
    **dict.fromkeys(["hostlovet", "hostlovsveckan"], autumn_break),
}
EVES = (_VALBORG, _NEW_YEAR)  # *före valborg*, *före årsskiftet*
