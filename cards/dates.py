"""Dates as people write them."""

from datetime import date

from babel.dates import format_date

_PATTERNS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}


def day(language: str, when: date) -> str:
    return format_date(when, _PATTERNS[3], locale=language)


def partial(language: str, when: str) -> str:
    """An ISO date, month or year, written out: *8 mars 2022*, *mars 2022*, *2022*."""
    parts = [int(each) for each in when.split("-")]
    full = date(parts[0], *(parts[1:] + [1] * (3 - len(parts))))
    return format_date(full, _PATTERNS[len(parts)], locale=language)
