"""Word documents: their paragraphs as lines, with *#* before headings, *-* before list items and bars between cells.

Only the document's own text is unpacked, no further than a limit, and read as a stream; one that declares entities is
broken, since Word writes none.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from knowledge.meetings.unreadable import Reason, Unreadable

UNPACKED_LIMIT = 40_000_000  # bytes of XML
OLE = b"\xd0\xcf\x11\xe0"  # how Office wraps what it encrypts
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "p": " "}


def docx_lines(content: bytes) -> list[str]:
    """The lines of a Word document. Raises Unreadable."""
    if content.startswith(OLE):
        raise Unreadable(Reason.ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("word/document.xml") as document:
            return list(_lines(Limited(document)))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, ParseError, DefusedXmlException, EOFError) as problem:
        raise Unreadable(Reason.BROKEN) from problem
    except (RuntimeError, NotImplementedError) as problem:  # a password, or a way of packing that is not known
        raise Unreadable(Reason.ENCRYPTED if "encrypted" in str(problem) else Reason.BROKEN) from problem
    except (ValueError, OSError, zipfile.zlib.error) as problem:  # type: ignore[attr-defined]
        raise Unreadable(Reason.BROKEN) from problem


class Limited:
    """A stream that refuses to be read beyond the limit, whatever the archive says of its size."""

    def __init__(self, stream: IO[bytes], limit: int = UNPACKED_LIMIT) -> None:
        self._stream = stream
        self.left = limit

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, self.left + 1) if size >= 0 else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable(Reason.TOO_LARGE)
        return data


def _lines(stream: Limited) -> Iterator[str]:
    """The lines of each paragraph, and each row of a table as one line with bars."""
    rows = 0  # how deep in them
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        name = _name(element)
        if name == "tr":
            rows += 1 if event == "start" else -1
        if event == "start" or rows:
            continue
        if name == "p":
            yield from _paragraph(element)
        elif name == "tr":
            yield " | ".join(" ".join(_text(cell).split()) for cell in element if _name(cell) == "tc")
        if name in ("p", "tr"):
            element.clear()


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _paragraph(paragraph: Element) -> Iterator[str]:
    mark = ""
    for each in paragraph.iter():
        if _name(each) == "pStyle":
            mark = _mark(_value(each)) or mark
        elif _name(each) == "numPr":
            mark = mark or "- "
    for line in _text(paragraph).splitlines():
        if line.strip():
            yield f"{mark}{line.strip()}"


def _text(element: Element) -> str:
    return "".join((each.text or "") if _name(each) == "t" else _SPACES.get(_name(each), "") for each in element.iter())


def _value(element: Element) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith("}val")), "")


def _mark(style: str) -> str:
    lowered = style.lower()
    if lowered.startswith(("heading", "rubrik", "title", "titel")):
        return "# "
    return "- " if lowered.startswith("list") else ""
