"""Tables in written notes: with a column each for what is to be done, by whom and when, or for what was decided."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.meetings.headings import BESIDE, GREETING, OCCASION, THEME, kind_of
from knowledge.meetings.model import Kind

_WHO, _WHEN = "who", "when"
_COLUMNS = {
    _WHO: r"vem|ansvarig\w*|ansvar|utförare|namn|kommun|deltagare|organisation|owner|who|name",
    Kind.ACTION.value: r"vad(?: ska göras)?|uppgift\w*|åtgärd\w*|aktivitet\w*|att göra|what|action",
    _WHEN: r"när|(?:klart?|färdigt)(?: senast| när)?|senast(?: klart?)?|(?:slut)?datum|tid(?:punkt)?|deadline|when|due",
}
_EMPTY = " -–."
_SAYS = 3  # words from which on what stands in a column of its own is told too
_FEWEST = 2  # columns that are known, by which the head of a table is


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells as of that `kind`, empty where that is not known; `who` and `when` as they stand there."""

    text: str
    kind: str = ""
    who: str = ""
    when: str = ""


def head(cells: Sequence[str]) -> tuple[str, ...]:
    """What each column tells, empty where that is not known; nothing if it is no head."""
    columns = tuple(map(_column, cells))
    if len([*filter(None, columns)]) < _FEWEST:
        return ()
    settles = Kind.DECISION in columns or Kind.ACTION in columns  # *Fråga* is then of what
    return tuple("" if settles and each == Kind.QUESTION else each for each in columns)


def _column(heading: str) -> str:
    words = heading.lower().strip(" :?.")
    known = next((name for name, pattern in _COLUMNS.items() if re.fullmatch(pattern, words)), "")
    kind = kind_of(heading)
    return known or ("" if kind in (OCCASION, THEME, GREETING) else kind)


def told(cells: Sequence[str], columns: Sequence[str]) -> Iterator[Told]:
    """What a row under such columns tells; whatever else it says is told as it stands, but not who was there."""
    filled = [each for each in cells if each.strip(_EMPTY)]
    named = [(column, cell) for column, cell in zip(columns, cells, strict=False) if cell.strip(_EMPTY)]
    who, when = (", ".join(cell for column, cell in named if column == each) for each in (_WHO, _WHEN))
    found = [Told(cell, column, who, when) for column, cell in named if column not in ("", BESIDE, _WHO, _WHEN)]
    if found:
        yield from found
        yield from (Told(cell) for column, cell in named if not column and len(cell.split()) >= _SAYS)
    elif not columns and len(filled) > 1 and (kind := kind_of(filled[0])):
        yield Told(" – ".join(filled[1:]), kind)
    elif filled and not (columns and set(columns) <= {_WHO, BESIDE}):
        yield Told(" – ".join(filled))
