"""Tables in written notes: with a column each for what is to be done, by whom and when, or for what was decided."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.meetings.headings import BESIDE, OCCASION, kind_of
from knowledge.meetings.model import Kind

_WHO, _WHEN = "who", "when"
_COLUMNS = {
    _WHO: r"vem|ansvarig\w*|ansvar|utförare|namn|kommun|deltagare|organisation|owner|who|name",
    Kind.ACTION.value: r"vad(?: ska göras)?|uppgift\w*|åtgärd\w*|aktivitet\w*|att göra|what|action",
    _WHEN: r"när|(?:klart?|färdigt)(?: senast| när)?|senast(?: klart?)?|(?:slut)?datum|tid(?:punkt)?|deadline|when|due",
}
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
    return columns if len([*filter(None, columns)]) >= _FEWEST else ()


def _column(heading: str) -> str:
    words = heading.lower().strip(" :?.")
    known = next((name for name, pattern in _COLUMNS.items() if re.fullmatch(pattern, words)), "")
    return known or kind_of(heading).replace(BESIDE, "").replace(OCCASION, "")


def told(cells: Sequence[str], columns: Sequence[str]) -> Iterator[Told]:
    """What a row under such columns tells; whatever else it says is told as it stands, but not who was there."""
    named = [(column, cell) for column, cell in zip(columns, cells, strict=False) if cell]
    who, when = (", ".join(cell for column, cell in named if column == each) for each in (_WHO, _WHEN))
    found = [Told(cell, column, who, when) for column, cell in named if column not in ("", _WHO, _WHEN)]
    filled = [each for each in cells if each]
    if found:
        yield from found
    elif not columns and len(filled) > 1 and (kind := kind_of(filled[0])):
        yield Told(" – ".join(filled[1:]), kind)
    elif filled and set(columns) != {_WHO}:
        yield Told(" – ".join(filled))
