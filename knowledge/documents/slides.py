"""Presentations: what each slide says, in the order in which they are shown.

Only the slides' own text is unpacked, and read as a stream; one that declares entities is broken, since PowerPoint
writes none.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from knowledge.documents.office import UNPACKED_LIMIT, Limited, local_name, unpacking
from knowledge.documents.unreadable import Reason, Unreadable

MOST_SLIDES = 300
_SHOWN = "ppt/presentation.xml"
_TITLES = {"title", "ctrTitle"}


@dataclass(frozen=True, slots=True)
class Slide:
    """`number` counts from 1; `title` is empty where it has none."""

    number: int
    title: str
    lines: tuple[str, ...]


def read_slides(content: bytes) -> list[Slide]:
    """The slides of a presentation that say something. Raises Unreadable."""
    with unpacking(content) as archive:
        parts = _Parts(archive)
        slides = [_slide(parts, number, name) for number, name in enumerate(_names(parts), 1)]
    return [each for each in slides if each.lines]


class _Parts:
    """The parts of an archive, which together unpack no further than a limit."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = UNPACKED_LIMIT

    def elements(self, name: str, wanted: str) -> list[Element]:
        """Each element of that name in a part."""
        with self._archive.open(name) as part:
            stream = Limited(part, self._left)
            read = iterparse(stream, events=("end",), forbid_dtd=True)
            found = [element for _, element in read if local_name(element) == wanted]
        self._left = stream.left
        return found


def _names(parts: _Parts) -> list[str]:
    """The parts that the slides stand in, as they are shown."""
    targets = {
        _value(each, "Id"): posixpath.normpath(posixpath.join("ppt", _value(each, "Target").lstrip("/")))
        for each in parts.elements("ppt/_rels/presentation.xml.rels", "Relationship")
    }
    shown = [targets[_value(each, "}id")] for each in parts.elements(_SHOWN, "sldId")]
    if len(shown) > MOST_SLIDES:
        raise Unreadable(Reason.TOO_LONG)
    return shown


def _slide(parts: _Parts, number: int, name: str) -> Slide:
    title, lines = "", []
    for shape in parts.elements(name, "sp"):
        is_title = any(local_name(each) == "ph" and _value(each, "type") in _TITLES for each in shape.iter())
        said = list(filter(None, (_text(each) for each in shape.iter() if local_name(each) == "p")))
        if is_title and not title:
            title = " ".join(said)
        else:
            lines += said
    return Slide(number, title, tuple(lines))


def _text(paragraph: Element) -> str:
    runs = (
        (each.text or "") if local_name(each) == "t" else " "
        for each in paragraph.iter()
        if local_name(each) in {"t", "br"}
    )
    return re.sub(r"\s+", " ", "".join(runs)).strip()


def _value(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key == name or key.endswith(name)), "")
