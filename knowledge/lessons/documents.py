"""Documents that lessons may be drafted from, piece by piece: slides, pages, or what stands under a heading.

Whatever is wrong with a file is Unreadable with a reason. It may take seconds: not for the event loop.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.documents.docx import docx_lines
from knowledge.documents.files import checked, decoded
from knowledge.documents.pdf import pdf_pages
from knowledge.documents.slides import read_slides
from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.documents.wrapping import unwrapped
from knowledge.lessons.telling import LONGEST, MOST_LINES, one_line, statements

SUFFIXES = (".pptx", ".pdf", ".docx", ".md")
MOST_TEXT = 200_000  # characters
MOST_PIECES = 100
FEWEST_CHARACTERS = 60  # in a piece that a lesson may be made of
_LONGEST_TITLE = LONGEST["title"]
_WRAPPED = 0.8  # of the longest line of a page: from there on a line ends where the page does
_SHOWN_THROUGHOUT = 3  # pages from which what stands on most of them is their head or foot

_HEADING = re.compile(r"^#{1,6}\s+(?P<title>.*?)[\s#]*$")
_BULLET = re.compile(r"^\s*(?:[-•*–◦▪·+]|\d{1,2}[.)])\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)|^>\s*")
_NUMBER = re.compile(r"\W*\d{1,3}\W*")


class Kind(StrEnum):
    SLIDE = "slide"
    PAGE = "page"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Piece:
    """`number` counts the document's slides, pages or headings from 1; `title` is empty where it has none."""

    kind: Kind
    number: int
    title: str
    lines: tuple[str, ...]


def read(name: str, content: bytes) -> list[Piece]:
    """The pieces that say enough, none longer than a lesson's text may be. Raises Unreadable."""
    pieces = [each for each in _pieces(checked(name, content, SUFFIXES), content) if each.lines]
    if not pieces:
        raise Unreadable(Reason.NO_TEXT)
    if sum(len(line) for each in pieces for line in each.lines) > MOST_TEXT:
        raise Unreadable(Reason.TOO_LONG)
    telling = [part for each in pieces if _length(each.lines) >= FEWEST_CHARACTERS for part in _divided(each)]
    if len(telling) > MOST_PIECES:
        raise Unreadable(Reason.TOO_LONG)
    return telling


def _pieces(suffix: str, content: bytes) -> Iterable[Piece]:
    match suffix:
        case ".pptx":
            return (Piece(Kind.SLIDE, each.number, each.title, each.lines) for each in read_slides(content))
        case ".pdf":
            return _pages(pdf_pages(content))
        case ".docx":
            return _sections(filter(None, map(_unmarked, docx_lines(content))))
    return _sections(_paragraphs(decoded(content).splitlines()))


def _divided(piece: Piece) -> Iterator[Piece]:
    """The piece in as many as it takes, the later ones with their number after the title."""
    parts: list[list[str]] = [[]]
    for line in (part for each in piece.lines for part in statements(one_line(each))):
        if _length([*parts[-1], line]) > LONGEST["did"] or len(parts[-1]) == MOST_LINES:
            parts.append([])
        parts[-1].append(line)
    title = piece.title or piece.lines[0]
    for number, lines in enumerate(parts, 1):
        ending = f" ({number})" if number > 1 else ""
        yield replace(piece, title=f"{title[: _LONGEST_TITLE - len(ending)]}{ending}", lines=tuple(lines))


def _length(lines: Sequence[str]) -> int:
    return sum(len(each) + 1 for each in lines)


def _sections(lines: Iterable[str]) -> Iterator[Piece]:
    """What stands under each heading of its own, and first what stands before them."""
    number, title, held = 1, "", list[str]()
    for line in lines:
        if heading := _HEADING.match(line):
            yield Piece(Kind.SECTION, number, title, tuple(held))
            number, title, held = number + 1, heading["title"], []
        else:
            held.append(line)
    yield Piece(Kind.SECTION, number, title, tuple(held))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The lines of Markdown that belong together as one, without its marks but for those of headings."""
    held = ""
    for line in _below_front(lines):
        begins = bool(_HEADING.match(line) or _BULLET.match(line))
        if held and (begins or not line.strip() or held.startswith("#")):
            yield held
            held = ""
        held = f"{held} {_unmarked(line.strip())}".strip()
    if held:
        yield held


def _unmarked(line: str) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", line)).strip("| ")


def _below_front(lines: Sequence[str]) -> Sequence[str]:
    fence = "---"
    begun = bool(lines) and lines[0] == fence and fence in lines[1:]
    return lines[lines.index(fence, 1) + 1 :] if begun else lines


def _pages(pages: Sequence[Sequence[str]]) -> Iterator[Piece]:
    """Each page, without what only numbers it or stands on most of them."""
    seen = Counter(line for page in pages for line in {each.strip() for each in page if each.strip()})
    often = {line for line, count in seen.items() if count >= max(_SHOWN_THROUGHOUT, len(pages) / 2)}
    for number, page in enumerate(pages, 1):
        own = (each.strip() for each in page)
        lines = _unwrapped([each for each in own if each not in often and not _NUMBER.fullmatch(each)])
        title = next((each for each in (*lines[:1], *lines[-1:]) if _is_title(each)), "")
        rest = [each for each in lines if each != title]
        yield Piece(Kind.PAGE, number, title, tuple(rest))


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines as they were written, before they were wrapped to the width of the page."""
    full = _WRAPPED * max(map(len, lines), default=0)
    return [each for each in unwrapped(lines, lambda before, line: _goes_on(before, line, full)) if each]


def _goes_on(before: str, line: str, full: float) -> bool:
    if _BULLET.match(line):
        return False
    return line[0].islower() or (len(before) >= full and before[-1] not in ".!?:;…")


def _is_title(line: str) -> bool:
    """At the top of a page or, as the text of slides is often taken out, at its end."""
    plain = not _BULLET.match(line) and line[-1] not in ".,;"
    return plain and len(line) <= _LONGEST_TITLE and not line[0].islower()
