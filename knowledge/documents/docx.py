"""Word documents: their paragraphs as lines, with *#* before headings, *-* before list items and bars round cells.

What stands deeper in a list is indented.

The document is read as a stream; one that declares entities is broken, since Word writes none.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from knowledge.documents.office import Limited, local_name, unpacking

_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "p": " "}
_LEVELS = "012345678"  # of a list


def docx_lines(content: bytes) -> list[str]:
    """The lines of a Word document. Raises Unreadable."""
    with unpacking(content) as archive, archive.open("word/document.xml") as document:
        return list(_lines(Limited(document)))


def _lines(stream: Limited) -> Iterator[str]:
    """The lines of each paragraph, and each row of a table as one line with bars; after a table an empty one."""
    rows = 0  # how deep in them
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        name = local_name(element)
        if name == "tr":
            rows += 1 if event == "start" else -1
        if event == "start" or rows:
            continue
        if name == "p":
            yield from _paragraph(element)
        elif name == "tr":
            cells = (" ".join(_text(cell).split()) for cell in element if local_name(cell) == "tc")
            yield f"| {' | '.join(cells)} |"
        elif name == "tbl":
            yield ""
        if name in ("p", "tr"):
            element.clear()


def _paragraph(paragraph: Element) -> Iterator[str]:
    mark, level = "", 0
    for each in paragraph.iter():
        if local_name(each) == "pStyle":
            mark = _mark(_value(each)) or mark
        elif local_name(each) == "numPr":
            mark = mark or "- "
        elif local_name(each) == "ilvl":
            level = _LEVELS.find(_value(each))
    indent = "  " * level if mark == "- " else ""
    bold = "**" if not mark and _is_bold(paragraph) else ""
    for line in _text(paragraph).splitlines():
        if line.strip():
            yield f"{indent}{mark}{bold}{line.strip()}{bold}"


def _is_bold(paragraph: Element) -> bool:
    """Whether all that is written in it is."""
    runs = [each for each in paragraph.iter() if local_name(each) == "r" and _text(each).strip()]
    return bool(runs) and all(_has_bold(each) for each in runs)


def _has_bold(run: Element) -> bool:
    marks = [each for each in run.iter() if local_name(each) == "b"]
    return any(_value(each) not in ("0", "false") for each in marks)


def _text(element: Element) -> str:
    return "".join(
        (each.text or "") if local_name(each) == "t" else _SPACES.get(local_name(each), "") for each in element.iter()
    )


def _value(element: Element) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith("}val")), "")


def _mark(style: str) -> str:
    lowered = style.lower()
    if lowered.startswith(("heading", "rubrik", "title", "titel")):
        return "# "
    return "- " if lowered.startswith("list") else ""
