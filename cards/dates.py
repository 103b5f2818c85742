"""Dates as people write them."""

from datetime import date, time

from babel.dates import format_date, get_day_names

_PATTERNS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}


def day(language: str, when: date) -> str:
    return format_date(when, _PATTERNS[3], locale=language)


def this_year(language: str, when: date, *, weekday: bool = False) -> str:
    """Without the year, as for what is near: *8 mars*, *söndag 8 mars*."""
    return format_date(when, "EEEE d MMMM" if weekday else "d MMMM", locale=language)


def near(language: str, when: date, today: date) -> str:
    """Without the year if it is this one."""
    return this_year(language, when) if when.year == today.year else day(language, when)


def weekday(language: str, number: int) -> str:
    """The day of that number, as date.weekday() counts: *måndag*."""
    name: str = get_day_names(locale=language)[number]
    return name


def clock(language: str, at: time) -> str:
    """The time of day, as people read it: *08.00* in Swedish."""
    return at.strftime("%H.%M" if language == "sv" else "%H:%M")


def partial(language: str, when: str) -> str:
    """An ISO date, month or year, written out: *8 mars 2022*, *mars 2022*, *2022*."""
    parts = [int(each) for each in when.split("-")]
    full = date(parts[0], *(parts[1:] + [1] * (3 - len(parts))))
    return format_date(full, _PATTERNS[len(parts)], locale=language)
