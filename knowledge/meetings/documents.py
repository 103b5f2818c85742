"""Reading a meeting's document: a transcript as Teams and Word save it, or notes in any of the usual kinds of file.

A file may be anything at all: it is bounded in size, in what it unpacks to and in what it says, and whatever goes wrong
is `Unreadable` with a reason. It may take seconds: not for the event loop.
"""

import re
from datetime import timedelta
from pathlib import PurePath

from knowledge.meetings.docx import docx_lines
from knowledge.meetings.model import Document
from knowledge.meetings.pdf import pdf_lines
from knowledge.meetings.plain import read_plain
from knowledge.meetings.unreadable import Reason, Unreadable
from knowledge.meetings.vtt import read_vtt

SIZE_LIMIT = 20_000_000  # bytes of a file, or characters that were pasted
TEXT_LIMIT = 400_000  # characters of what is said: some eight hours of talk
LENGTH_LIMIT = timedelta(hours=8)  # of a recording
SUFFIXES = (".vtt", ".docx", ".txt", ".md", ".pdf")

_SWEDISH = re.compile(r"och|att|för|inte|jag|ett|också|från|vi|av|till|\w*[äö]\w*")
_NEIGHBOURS = re.compile(r"og|ikke|jeg|ikkje|af|eg|hva|noe|\w*[æø]\w*")
_FEW_WORDS = 30  # too few to tell a language by
_SWEDISH_SHARE = 0.04

__all__ = ["LENGTH_LIMIT", "SIZE_LIMIT", "SUFFIXES", "TEXT_LIMIT", "Reason", "Unreadable", "read", "read_text"]


def read(name: str, content: bytes) -> Document:
    """The document in a file of that name. Raises Unreadable."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise Unreadable(Reason.WRONG_TYPE)
    if len(content) >= SIZE_LIMIT:
        raise Unreadable(Reason.TOO_LARGE)
    if not content.strip():
        raise Unreadable(Reason.EMPTY)
    match suffix:
        case ".docx":
            return _checked(read_plain(docx_lines(content)))
        case ".pdf":
            return _checked(read_plain(pdf_lines(content)))
        case _:
            return _read(_decoded(content))


def read_text(text: str) -> Document:
    """The document in text that was pasted: a transcript, or notes. Raises Unreadable."""
    if not text.strip():
        raise Unreadable(Reason.EMPTY)
    if len(text) >= SIZE_LIMIT:
        raise Unreadable(Reason.TOO_LARGE)
    return _read(text)


def _read(text: str) -> Document:
    text = text.lstrip("\ufeff \r\n\t")
    return _checked(read_vtt(text) if text.startswith("WEBVTT") else read_plain(text.splitlines()))


def _decoded(content: bytes) -> str:
    """Windows saves text in several ways; what has zeros in it and no mark is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise Unreadable(Reason.BROKEN)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _checked(document: Document) -> Document:
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
    swedish = sum(bool(_SWEDISH.fullmatch(word)) for word in words)
    neighbours = sum(bool(_NEIGHBOURS.fullmatch(word)) for word in words)
    return len(words) < _FEW_WORDS or (swedish >= _SWEDISH_SHARE * len(words) and swedish > neighbours)
