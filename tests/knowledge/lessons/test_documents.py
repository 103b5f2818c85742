"""Documents come out as passages that lessons can be made of: by slide, page or heading, whole, and never cut short."""

import pytest

from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.lessons.documents import SUFFIXES, Kind, Piece, read
from knowledge.lessons.telling import LONGEST
from tests.knowledge.documents.files import docx, paragraph, pdf, pdf_of, table
from tests.knowledge.documents.presentations import presentation

# In the shape of the learning project's own, as it is taken out of a file: lines wrapped, titles at either end.
SLIDES = (
    ("Några nedslag från exemplen",),
    (
        "• Gemensamt utforskande av vad som har fungerat i elnätsfrågor, hantering av",
        "bolagens önskemål på kommunerna samt hållbar planering av platser",
        "(utifrån gruppens egna teman).",
        "• Ökad samsyn kring gemensamma behov lokalt",
        "och regionalt.",
        "Avsikt",
        "2",
    ),
    (
        "Vad säger de som var med?",
        "(Varje träff slutar med en kort rundfråga)",
        "• Nästan alla svarar att träffarna har gett dem nya kon-",
        "takter och praktiskt stöd i arbetet.",
        "Enligt fyra av dem:",
        "• Bäst är exempel från grannar, samhällsbyggnads-",
        "och näringslivschefer emellan.",
        "3",
    ),
)
MARKDOWN = """---
author: Region Mitt
---
Sammanställt efter höstens träffar, för dem som inte kunde vara med.

# Dialog i tid

Tre kommuner höll **öppna kvällar** innan planen
ritades, och fick [färre yttranden](https://mitt.example/yttranden).

- Bjud in fritidsboende också.
- Ta med vattenmyndigheten
  från första kvällen.

## Kort

Nej.
"""
WORD = docx(
    paragraph("Lärdomar från höstens träffar", "Title"),
    paragraph("En väg in", "Heading1"),
    paragraph("Bolagen frågar hellre samma person två gånger än två personer en gång var."),
    paragraph("Utse en väg in och håll den.", listed=True),
    paragraph("Effekt", "Heading2"),
    table([["Kommun", "Ledig effekt"], ["Norrby", "40 megawatt, enligt elnätsbolaget i mars"]]),
)

LONG = "En rad som är lång nog för att bli ett utkast, och som upprepas i varje avsnitt."


def told(pieces: list[Piece]) -> list[tuple[int, str, list[str]]]:
    return [(each.number, each.title, list(each.lines)) for each in pieces]


def test_slides_saved_as_pages_are_read_as_they_were_written() -> None:
    assert told(read("bilder.pdf", pdf_of(SLIDES))) == [
        (
            2,
            "Avsikt",
            [
                "Gemensamt utforskande av vad som har fungerat i elnätsfrågor, hantering av bolagens önskemål på "
                "kommunerna samt hållbar planering av platser (utifrån gruppens egna teman).",
                "Ökad samsyn kring gemensamma behov lokalt och regionalt.",
            ],
        ),
        (
            3,
            "Vad säger de som var med?",
            [
                "(Varje träff slutar med en kort rundfråga)",
                "Nästan alla svarar att träffarna har gett dem nya kontakter och praktiskt stöd i arbetet.",
                "Enligt fyra av dem:",
                "Bäst är exempel från grannar, samhällsbyggnads- och näringslivschefer emellan.",
            ],
        ),
    ]


def test_slides_keep_their_numbers_and_those_with_little_to_say_are_left_out() -> None:
    lines = ("Kartan över ledig effekt visades för elnätsbolaget i mars.", "Tre kommuner ritade den tillsammans.")
    pieces = read("bilder.pptx", presentation([("Norrby kommun", ["Välkomna!"]), ("Kartan", lines)]))
    assert pieces == [Piece(Kind.SLIDE, 2, "Kartan", lines)]


def test_a_word_document_comes_by_heading() -> None:
    assert told(read("lärdomar.docx", WORD)) == [
        (
            3,
            "En väg in",
            [
                "Bolagen frågar hellre samma person två gånger än två personer en gång var.",
                "Utse en väg in och håll den.",
            ],
        ),
        (4, "Effekt", ["Kommun | Ledig effekt", "Norrby | 40 megawatt, enligt elnätsbolaget i mars"]),
    ]


def test_markdown_comes_by_heading_without_its_marks() -> None:
    before = "Sammanställt efter höstens träffar, för dem som inte kunde vara med."
    assert told(read("lärdomar.md", MARKDOWN.encode())) == [
        (1, before, [before]),
        (
            2,
            "Dialog i tid",
            [
                "Tre kommuner höll öppna kvällar innan planen ritades, och fick färre yttranden.",
                "Bjud in fritidsboende också.",
                "Ta med vattenmyndigheten från första kvällen.",
            ],
        ),
    ]


def test_what_stands_at_the_head_of_every_page_is_no_part_of_them() -> None:
    pages = [["Region Mitt", f"Sida {n} handlar om något eget, och det tar en hel mening att säga."] for n in range(3)]
    assert "Region Mitt" not in str(read("rapport.pdf", pdf_of(pages)))


def test_a_line_that_fills_the_page_goes_on_but_not_across_an_empty_one() -> None:
    first, second = "Kommunerna i länet ritade en karta över ledig effekt med", "Norrby elnät i mars."
    for between, lines in (((), 1), ((" ",), 2)):
        [piece] = read("karta.pdf", pdf_of([["Kartan", first, *between, second]]))
        assert len(piece.lines) == lines


def test_a_long_section_becomes_several_pieces_with_nothing_lost() -> None:
    lines = [f"Rad {number} säger något om hur Norrby gick till väga med sin plan." for number in range(70)]
    pieces = read("plan.md", "\n\n".join(["# Planen", *lines]).encode())
    assert [line for piece in pieces for line in piece.lines] == lines
    assert [each.title for each in pieces] == ["Planen", "Planen (2)", "Planen (3)", "Planen (4)"]
    assert all(len("\n".join(each.lines)) <= LONGEST["did"] for each in pieces)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bilder.ppt", b"...", Reason.WRONG_TYPE),
        ("möte.vtt", b"WEBVTT", Reason.WRONG_TYPE),
        ("a.md", b" \n", Reason.EMPTY),
        ("a.md", b"a" * 20_000_000, Reason.TOO_LARGE),
        ("a.md", b"\0\1", Reason.BROKEN),
        ("a.md", b"# Bara rubrik", Reason.NO_TEXT),
        ("a.md", b"en rad " * 30_000, Reason.TOO_LONG),
        ("a.md", f"# En rubrik\n\n{LONG}\n\n".encode() * 101, Reason.TOO_LONG),
        ("a.pptx", presentation([("Bara rubrik", [])]), Reason.NO_TEXT),
        ("a.pptx", b"\xd0\xcf\x11\xe0", Reason.ENCRYPTED),
        ("a.docx", docx(), Reason.NO_TEXT),
        ("a.docx", b"PK", Reason.BROKEN),
        ("a.pdf", pdf(), Reason.NO_TEXT),
        ("a.pdf", pdf("Hej", password="hemligt"), Reason.ENCRYPTED),
        ("a.pdf", b"%PDF-1.4", Reason.BROKEN),
    ],
)
def test_what_cannot_be_read_has_a_reason(name: str, content: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    assert refused.value.reason is reason


def test_every_kind_of_file_is_read() -> None:
    files = {".pptx": presentation(), ".pdf": pdf_of(SLIDES), ".docx": WORD, ".md": MARKDOWN.encode()}
    assert {suffix for suffix, content in files.items() if read(f"a{suffix.upper()}", content)} == set(SUFFIXES)
