"""Reading a meeting's document: a transcript as Teams and Word save it, or notes in any of the usual kinds of file.

A file may be anything at all: it is bounded in size and unpacked size before it is parsed, and whatever goes wrong is
`Unreadable` with a reason.
"""

from pathlib import PurePath

from knowledge.meetings.model import Document, Form, Line
from knowledge.meetings.unreadable import Reason, Unreadable
from knowledge.meetings.vtt import read_vtt

SIZE_LIMIT = 20_000_000  # bytes of a file
TEXT_LIMIT = 2_000_000  # characters of text: some twenty hours of talk

SUFFIXES = (".vtt", ".docx", ".txt", ".md", ".pdf")

__all__ = ["SIZE_LIMIT", "SUFFIXES", "Reason", "Unreadable", "read", "read_text"]


def read(name: str, content: bytes) -> Document:
    """The document in a file of that name. Raises Unreadable."""
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise Unreadable(Reason.WRONG_TYPE)
    if len(content) > SIZE_LIMIT:
        raise Unreadable(Reason.TOO_LARGE)
    if not content.strip():
        raise Unreadable(Reason.EMPTY)
    return read_text(content.decode("utf-8-sig", errors="replace"))


def read_text(text: str) -> Document:
    """The document in text that was pasted: a transcript, or notes. Raises Unreadable."""
    if not text.strip():
        raise Unreadable(Reason.EMPTY)
    if len(text) > TEXT_LIMIT:
        raise Unreadable(Reason.TOO_LONG)
    if text.lstrip("\ufeff \n").startswith("WEBVTT"):
        return read_vtt(text)
    return Document(Form.NOTES, tuple(Line(each.strip()) for each in text.splitlines() if each.strip()))
