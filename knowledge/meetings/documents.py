"""Reading a meeting's document: a transcript as Teams and Word save it, or notes in any of the usual kinds of file.

A file may be anything at all: it is bounded in size, in what it unpacks to and in what it says, and whatever goes wrong
is `Unreadable` with a reason. It may take seconds: not for the event loop.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from knowledge.documents.docx import docx_lines
from knowledge.documents.files import SIZE_LIMIT, checked, decoded
from knowledge.documents.pdf import pdf_pages
from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.meetings.model import Document
from knowledge.meetings.names import is_place
from knowledge.meetings.plain import read_plain
from knowledge.meetings.vtt import read_vtt

TEXT_LIMIT = 400_000  # characters of what is said: some eight hours of talk
LENGTH_LIMIT = timedelta(hours=8)  # of a recording
SUFFIXES = (".vtt", ".docx", ".txt", ".md", ".pdf")

_OWN = r"och|att|för|inte|jag|ett|också|från|till|är|ska"
_NORDIC = (
    r"vi|av|på|med|som|det|har|\w{3,}ar|\w*å\w*"  # also verbs, for notes may have few other words: *Mora bokar lokal*
)
_SWEDISH = re.compile(rf"{_OWN}|{_NORDIC}")
_NO_NEIGHBOUR = re.compile(rf"{_OWN}|\w*[äö]\w*")  # these letters are Finnish and German too
_NEIGHBOUR = re.compile(r"og|ikke|jeg|ikkje|af|eg|hva|noe|\w*[æø]\w*")
_FEW_WORDS = 30  # too few to tell a language by
_SWEDISH_SHARE = 0.04


def read(name: str, content: bytes) -> Document:
    """The document in a file of that name. Raises Unreadable."""
    match checked(name, content, SUFFIXES):
        case ".docx":
            return _within_limits(read_plain(docx_lines(content)))
        case ".pdf":
            return _within_limits(read_plain([line for page in pdf_pages(content) for line in page]))
        case _:
            return _read(decoded(content))


def read_text(text: str) -> Document:
    """The document in text that was pasted: a transcript, or notes. Raises Unreadable."""
    if not text.strip():
        raise Unreadable(Reason.EMPTY)
    if len(text) >= SIZE_LIMIT:
        raise Unreadable(Reason.TOO_LARGE)
    return _read(text)


def one_after_another(parts: Sequence[tuple[timedelta, Document]]) -> Document:
    """One transcript of those that were made of one meeting, each begun so long after the first. Raises Unreadable."""
    if len(parts) == 1:
        return parts[0][1]
    lines = (
        line if line.at is None else replace(line, at=line.at + after) for after, part in parts for line in part.lines
    )
    return _within_limits(replace(parts[0][1], lines=tuple(lines)))


def _read(text: str) -> Document:
    text = text.lstrip("\ufeff \r\n\t")
    return _within_limits(read_vtt(text) if text.startswith("WEBVTT") else read_plain(text.splitlines()))


def _within_limits(document: Document) -> Document:
    if not document.lines:
        raise Unreadable(Reason.NO_TEXT)
    length = max(line.at or timedelta() for line in document.lines)
    if length > LENGTH_LIMIT or sum(len(line.text) for line in document.lines) > TEXT_LIMIT:
        raise Unreadable(Reason.TOO_LONG)
    if not _is_swedish(document):
        raise Unreadable(Reason.NOT_SWEDISH)
    return document


def _is_swedish(document: Document) -> bool:
    """Whether enough of the words are Swedish: guests may speak English."""
    words = re.findall(r"[^\W\d_]+", " ".join(line.text for line in document.lines).lower())
    if len(words) < _FEW_WORDS:
        return True
    swedish, no_neighbour, neighbour = (
        sum(bool(each.fullmatch(word)) for word in words) for each in (_SWEDISH, _NO_NEIGHBOUR, _NEIGHBOUR)
    )
    places = sum(map(is_place, words))  # a list of who does what has few other words
    return swedish + places >= _SWEDISH_SHARE * len(words) and no_neighbour + places >= neighbour
