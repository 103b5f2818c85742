"""Files as Word and others make them, small and whole."""

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from pypdf import PdfWriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, style: str = "", listed: bool = False) -> str:
    """One paragraph of a Word document; a line feed is a break within it."""
    marks = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr/>" if listed else "")
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n"))
    return f"<w:p><w:pPr>{marks}</w:pPr><w:r>{runs}</w:r></w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*body: str, before: str = "") -> bytes:
    return zipped(f"{before}<w:document {W}><w:body>{''.join(body)}</w:body></w:document>".encode())


def zipped(document: bytes) -> bytes:
    """The same whenever it is made: a file that is sent again is known by what it holds."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def pdf(*lines: str, password: str = "") -> bytes:
    """One page with lines of text (in Windows Latin 1), or an empty page."""
    return pdf_of([lines], password)


def pdf_of(pages: Sequence[Sequence[str]], password: str = "") -> bytes:
    """A file of several such pages."""
    numbers = range(len(pages))
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in numbers)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(part for number, lines in enumerate(pages) for part in _page(5 + 2 * number, lines)),
    )
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return _encrypted(written, password) if password else written


def _page(content: int, lines: Sequence[str]) -> tuple[bytes, bytes]:
    """A page and its content, which is the object of that number."""
    shown = b"".join(b"(%s) Tj T* " % _escaped(each) for each in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 750 Td " + shown + b"ET"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
    return (
        page % content + b" /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    )


def _escaped(line: str) -> bytes:
    return re.sub(r"([()\\])", r"\\\1", line).encode("cp1252")


def _encrypted(content: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
