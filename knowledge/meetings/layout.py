"""Written notes line by line: how each is marked, what belongs together, and which lines are headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.documents.wrapping import unwrapped
from knowledge.meetings.headings import BESIDE, OCCASION, kind_labelled, kind_of

_EMPHASIS = re.compile(r"\*\*|__|^>\s*|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_BOLD = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__):?")
_MARKS = re.compile(
    r"(?P<heading>#+)\s*|(?P<section>§+ ?\d+[a-z]?(?:[-–]\d+)?|\d+ ?§)[.:]?\s*"
    r"|(?P<number>\d{1,2}[.)]|\d{1,2}(?:\.\d)+[.)]?|[A-ZÅÄÖ]\d{1,2}[.:)])\s+"
    r"|(?P<bullet>[-=]>|[-*+•–◦▪·●■►→‣☐☑✓✔✅\uf0a7\uf0b7]|\[[ xX]?\]|[a-z]\)|o(?=\s)|§(?=\t))\s+"
)
_LEVELS = {"o": 1, "◦": 1, "§": 2, "▪": 2, "\uf0a7": 2}  # of the bullets that word processors draw
_STEP = 2  # columns at least by which a line is deeper than another
_TAB = 4
_JOINS = re.compile(r"(?:,|\b(?:och|som|att|för|med|i|på|av|till|från|en|ett|den|det|de|om|eller|samt|hos|inför|vid))$")
_INSIDE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÅÄÖ][^.:;]{1,44}:\s)")
_ENDS = (".", "?", "!")
_WRAPPED = 45  # characters from which on a line may go on on the next
_HEADING_WORDS = 8
_FEW_WORDS = 5  # of a heading that nothing marks as one
_ABBREVIATION = 4  # letters


class Mark(StrEnum):
    """What a line begins with; a ROW is one of a table."""

    PLAIN = "plain"
    HEADING = "heading"
    SECTION = "section"
    NUMBER = "number"
    BULLET = "bullet"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written, without marks; `parted` from what stands before it by an empty line. A row has `cells`.

    `depth` is how far into a list it stands, in columns.
    """

    text: str
    mark: Mark
    parted: bool
    cells: tuple[str, ...] = ()
    depth: int = 0

    @property
    def is_listed(self) -> bool:
        return self.mark in (Mark.NUMBER, Mark.BULLET)

    def is_under(self, other: "Entry") -> bool:
        """Whether it stands deeper in the same list."""
        return self.is_listed and other.is_listed and self.depth >= other.depth + _STEP

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_short(self) -> bool:
        return self.words <= _HEADING_WORDS and not self.text.endswith(_ENDS)


def entries(lines: Sequence[str]) -> list[Entry]:
    found: list[Entry] = []
    parted = False
    for line in unwrapped(map(_in_place, lines), _goes_on):
        for part in _parts(line):
            if entry := _entry(part, parted):
                found.append(entry)
            parted = not line
    return found


def _in_place(line: str) -> str:
    """The line, indented only if it is of a list."""
    text = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent.expandtabs(_TAB)}{text}" if _MARKS.match(text) else text


def _parts(line: str) -> Iterator[str]:
    """The line, parted before labels that stand inside: *Beslut: dela listan. Att göra: Mora bokar.*"""
    begun = 0
    for each in _INSIDE.finditer(line):
        if kind_labelled(line[each.end() :]):
            yield line[begun : each.start()]
            begun = each.end()
    yield line[begun:]


def _goes_on(before: str, line: str) -> bool:
    """Whether a line was broken only because it was full."""
    ended = len(before) < _WRAPPED or before[-1] in ".!?:;…" or "|" in before
    begins = _MARKS.match(line.lstrip()) or "|" in line or kind_labelled(line) or kind_of(line)
    return not ended and not begins and (line[0].islower() or bool(_JOINS.search(before)))


def _entry(line: str, parted: bool) -> Entry | None:
    """None where nothing is left without its marks, as of a rule across the page."""
    depth = len(line) - len(line.lstrip())
    line = line.strip()
    if line.startswith("|"):
        cells = line.removeprefix("|").removesuffix("|").split("|")
        return _row([plain(each) for each in cells], parted)
    mark = Mark.HEADING if _BOLD.fullmatch(line) else Mark.PLAIN
    text = plain(line)
    while found := _MARKS.match(text):
        mark = Mark(str(found.lastgroup)) if mark is Mark.PLAIN else mark
        depth += _STEP * _LEVELS.get(found[0].strip(), 0)
        text = text[found.end() :]
    if "\t" in text:
        return _row([plain(each) for each in text.split("\t")], parted)
    return Entry(text, mark, parted, _perhaps_cells(text), depth) if text.strip("-_=* ") else None


def plain(text: str) -> str:
    return _EMPHASIS.sub("", text.strip()).strip()


def _row(cells: list[str], parted: bool) -> Entry | None:
    """None for what only parts the head of a table from its rows."""
    told = [each for each in cells if each.strip("-: ")]
    return Entry(" – ".join(told), Mark.ROW, parted, tuple(cells)) if told else None


def _perhaps_cells(text: str) -> tuple[str, ...]:
    """Those of a row, if what stands round it is a table: *Vem | Vad*."""
    return tuple(map(plain, text.split("|"))) if "|" in text else ()


def with_headings(written: Sequence[Entry]) -> Iterator[tuple[Entry, bool]]:
    """Each entry, and whether it is a heading."""
    numbered = any(
        one.mark is Mark.NUMBER and kind_of(one.text) and not _is_listed(other) for one, other in pairwise(written)
    )
    before: Entry | None = None
    opened, listing = False, False
    for entry, after in zip(written, [*written, None][1:], strict=True):
        holds = entry.mark is Mark.NUMBER and after and after.mark is not Mark.NUMBER and not after.parted
        in_agenda = listing and (opened or not entry.parted) and entry.is_listed and not holds
        is_heading = not in_agenda and (
            _is_marked(entry)
            or bool(listing and holds and entry.is_short)
            or bool(after and not opened and _is_above(entry, before, after, numbered))
        )
        yield entry, is_heading
        listing = kind_of(entry.text) == BESIDE if is_heading else listing and (in_agenda or not entry.parted)
        before, opened = entry, is_heading


def _is_listed(entry: Entry) -> bool:
    return entry.mark is Mark.NUMBER or bool(kind_of(entry.text))


def _is_marked(entry: Entry) -> bool:
    """Whether its marks or words make it a heading."""
    known = kind_of(entry.text) not in ("", OCCASION)
    capitals = entry.text.isupper() and len(entry.text) > _ABBREVIATION
    by_mark = entry.mark in (Mark.HEADING, Mark.SECTION) or entry.text.endswith(":")
    return entry.mark is not Mark.ROW and (known or capitals or (by_mark and entry.is_short))


def _is_above(entry: Entry, before: Entry | None, after: Entry, numbered: bool) -> bool:
    """Whether what stands round it makes it one; `numbered` are headings where some that are known have numbers."""
    if not entry.is_short or kind_of(after.text):
        return False
    if entry.mark is Mark.NUMBER:
        return after.mark is not Mark.NUMBER and (numbered or after.mark is Mark.BULLET)
    set_off = entry.parted or before is None or before.mark is not Mark.PLAIN
    over_list = after.mark is Mark.BULLET and set_off
    over_prose = entry.parted and not after.parted and after.text.endswith(_ENDS)
    return entry.mark is Mark.PLAIN and entry.words <= _FEW_WORDS and (over_list or over_prose)
