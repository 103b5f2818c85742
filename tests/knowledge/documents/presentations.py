"""Presentations as PowerPoint saves them, in the spirit of a learning project's."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:p="{P}" xmlns:r="{R}"'
SLIDES: tuple[tuple[str, Sequence[str]], ...] = (
    ("Lärprojektet", ["Höstens sista träff"]),
    (
        "Vad vi prövade",
        ["Tre kommuner ritade en gemensam karta över ledig effekt.", "Kartan visades för elnätsbolaget redan i mars."],
    ),
    (
        "",
        [
            "Bolagen frågar hellre samma person två gånger än två personer en gång var.",
            "Utse därför en väg in & håll den.",
        ],
    ),
)


def presentation(slides: Sequence[tuple[str, Sequence[str]]] = SLIDES, parts: Mapping[str, str] | None = None) -> bytes:
    """The file, the same whenever it is made; `parts` replaces or adds what stands under a name."""
    numbers = range(1, len(slides) + 1)
    shown = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in numbers)
    # The parts are numbered the other way round: their names do not tell in which order they are shown.
    name = {n: f"slides/slide{len(slides) + 1 - n}.xml" for n in numbers}
    relations = "".join(f'<Relationship Id="rId{n}" Type="{R}/slide" Target="{name[n]}"/>' for n in numbers)
    files = {
        "ppt/presentation.xml": f"<p:presentation {NAMES}><p:sldIdLst>{shown}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{relations}</Relationships>",
        **{f"ppt/{name[n]}": slide(*slides[n - 1]) for n in numbers},
        **(parts or {}),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def slide(title: str, lines: Sequence[str]) -> str:
    head = f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>{body([title])}</p:sp>' if title else ""
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}">{head}<p:sp>{body(lines)}</p:sp></p:sld>'


def body(lines: Sequence[str]) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(each)}</a:t></a:r></a:p>" for each in lines)
    return f"<p:txBody>{paragraphs}</p:txBody>"
