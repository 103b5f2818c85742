"""Reading what people send: every form gives the same, and nothing that is sent does harm."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.meetings.documents import SUFFIXES, read, read_text
from knowledge.meetings.model import Document, Form, Line
from knowledge.meetings.understand import understand
from tests.knowledge.documents.files import docx, paragraph, pdf, table, zipped

NEW = "WEBVTT\n\n00:00:07.621 --> 00:00:16.845\n<v Karin Ståhlberg>Hör ni mig? God morgon.</v>\n"
OLD = "WEBVTT\n\n0:0:7.621 --> 0:0:16.85\n<v Karin Ståhlberg>Hör ni mig? God morgon.</v>\n"
DOWNLOADED = "WEBVTT\n\ndb5b/2-0\n00:00:07.621 --> 00:00:16.845\n<v Karin Ståhlberg>Hör ni mig?\nGod morgon.</v>\n"
METADATA = (
    "WEBVTT\n\n00:00:07.621 --> 00:00:16.845\n"
    '{"startDateTime": "2026-02-12T09:02:07.621053+01:00", "speakerName": "Karin Ståhlberg", '
    '"spokenText": "Hör ni mig? God morgon.", "spokenLanguage": "sv-se"}\n'
)
NOTES = ("Minnesanteckningar", "Beslut: vi gör en checklista", "Att göra: Leksand ordnar lokal")


def refusal(name: str, content: bytes) -> Reason:
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    return refused.value.reason


@pytest.mark.parametrize("content", [NEW, OLD, DOWNLOADED, METADATA], ids=["new", "old", "downloaded", "metadata"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_form_of_a_transcript_gives_what_was_said_by_whom_and_when(content: str, ends: str) -> None:
    document = read("möte.vtt", content.replace("\n", ends).encode())
    said = Line("Hör ni mig? God morgon.", "Karin Ståhlberg", timedelta(seconds=7.621))
    assert (document.form, document.lines) == (Form.TRANSCRIPT, (said,))


def test_a_transcript_with_metadata_says_when_the_meeting_was() -> None:
    assert read("möte.vtt", METADATA.encode()).date == date(2026, 2, 12)


def test_what_was_said_before_the_recording_began_has_a_negative_time() -> None:
    document = read_text("WEBVTT\n\n-00:00:05.500 --> 00:00:01.000\n<v Bo Ek>Hej &amp; hå.</v>\n")
    assert document.lines == (Line("Hej & hå.", "Bo Ek", timedelta(seconds=-5.5)),)


def test_several_voices_in_one_cue_are_several_lines() -> None:
    document = read_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo Ek>Ja.</v> <v.loud Siv Å><i>Nej.</i></v>\n")
    assert [(line.speaker, line.text) for line in document.lines] == [("Bo Ek", "Ja."), ("Siv Å", "Nej.")]


def test_a_transcript_can_be_pasted() -> None:
    assert read_text(NEW) == read("möte.vtt", NEW.encode())


def test_a_transcript_from_word_gives_title_date_and_what_was_said() -> None:
    file = docx(
        paragraph("Nätverksträff-20260212_090200-Mötestranskription"),
        paragraph("12 februari 2026, 09:02"),
        paragraph("Karin Ståhlberg startade transkriptionen"),
        paragraph("Karin Ståhlberg   0:07\nHör ni mig?\nGod morgon."),
        paragraph("Anders Nyqvist   0:18\nVi hör dig."),
        paragraph("Konferensrum Runn (Falun)   1:00:18\nVi med."),
    )
    assert read("möte.docx", file) == Document(
        Form.TRANSCRIPT,
        (
            Line("Hör ni mig?", "Karin Ståhlberg", timedelta(seconds=7)),
            Line("God morgon.", "Karin Ståhlberg", timedelta(seconds=7)),
            Line("Vi hör dig.", "Anders Nyqvist", timedelta(seconds=18)),
            Line("Vi med.", "Konferensrum Runn (Falun)", timedelta(hours=1, seconds=18)),
        ),
        "Nätverksträff",
        date(2026, 2, 12),
    )


@pytest.mark.parametrize(
    "name",
    [
        "Šefika Begić",
        "Øyvind Dahl",
        "Łukasz Wójcik",
        "Nguyễn Thị Ảnh",
        "Олена Коваль",
        "Ek, Anna",
        "Ek Anna | Leksand",
        "Ek, Anna (Leksands kommun, Samhällsbyggnad)",
        "Anna Ek & Bo Falk",
        "Anna Ek @ Mora",
    ],
)
def test_whoever_is_named_before_a_time_is_a_speaker(name: str) -> None:
    turns = [("Karin Ståhlberg", "Hej."), (name, "Jag skickar mallen på fredag."), ("Karin Ståhlberg", "Bra.")]
    headed = "\n".join(f"{who}   0:0{number}\n{text}" for number, (who, text) in enumerate(turns))
    inline = "\n".join(f"[0:0{number}] {who}: {text}" for number, (who, text) in enumerate(turns))
    spoken = tuple(Line(text, who, timedelta(seconds=number)) for number, (who, text) in enumerate(turns))
    assert read_text(headed) == read_text(inline) == Document(Form.TRANSCRIPT, spoken)


@pytest.mark.parametrize(
    "lines",
    [
        ["Fika, utanför salen 10:00", "Lunch 12:00", "Avslutning, Karin 15:30"],
        [
            "Välkomna | Karin | 9:00",
            "Alla hälsade.",
            "Fika | Alla | 9:30",
            "Gott.",
            "Bostäder | Bo | 10:00",
            "Flyttkedjor.",
        ],
        [
            "Torsdag 12 mars, kl 9:00",
            "I Mora.",
            "Tisdag 14 april, kl 9:00",
            "I Säter.",
            "Onsdag 20 maj, kl 9:00",
            "I Orsa.",
        ],
    ],
    ids=["programme", "table", "days"],
)
def test_times_in_notes_are_no_speakers(lines: list[str]) -> None:
    assert read_text("\n".join(lines)).form is Form.NOTES


def test_a_pasted_transcript_may_have_time_name_and_words_on_one_line() -> None:
    document = read_text("[0:07] Karin Ståhlberg: Hej.\n[0:09] Bo Ek: Hej hej.\n[1:02:03] Karin Ståhlberg: Bra.")
    assert document.lines[2] == Line("Bra.", "Karin Ståhlberg", timedelta(hours=1, minutes=2, seconds=3))


@pytest.mark.parametrize("name", ["Bo", "Šefika Begić", "Ek, Anna"])
def test_a_pasted_transcript_may_lack_times(name: str) -> None:
    document = read_text(f"Karin: Hej på er allihop.\n{name}: Hej.\n" * 5)
    assert (document.form, len(document.lines), document.lines[1]) == (Form.TRANSCRIPT, 10, Line("Hej.", name))


def test_a_place_among_people_is_a_speaker() -> None:
    assert read_text("Karin: Hej på er allihop.\nLeksand: Vi är med.\n" * 5).form is Form.TRANSCRIPT


@pytest.mark.parametrize(
    "lines",
    [
        NOTES,
        ["Beslut: vi gör en lista", "Lärdom: börja tidigt", "Fråga: vem betalar?"] * 3,
        ["Karin: ringer runt", "Bo: skickar kartan till alla"] * 5 + ["Beslut: vi ses i maj"],
        ["Att göra", *["Karin: ringer runt", "Bo: skickar kartan till alla"] * 5],
        ["## Att göra", *["Karin: ringer runt", "Bo: skickar kartan till alla"] * 5],
        ["Leksand: bokar lokal", "Mora, Orsa: skickar kartan", "Rättvik: ringer runt"] * 3,
        ["Karin: ringer runt"] * 5 + ["Bo: skickar kartan till alla"] * 5,
    ],
    ids=["few", "labels", "a label among names", "a heading", "a marked heading", "municipalities", "one by one"],
)
def test_notes_with_labels_are_no_transcript(lines: Sequence[str]) -> None:
    assert read_text("\n".join(lines)).form is Form.NOTES


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("möte.txt", "\n".join(NOTES).encode()),
        ("möte.txt", "\n".join(NOTES).encode("cp1252")),
        ("möte.TXT", "\r\n".join(NOTES).encode("utf-16")),
        ("möte.md", "\n".join(NOTES).encode("utf-8-sig")),
        ("möte.docx", docx(*map(paragraph, NOTES))),
        ("möte.pdf", pdf(*NOTES)),
    ],
    ids=["utf-8", "windows", "utf-16", "markdown", "word", "pdf"],
)
def test_notes_are_read_from_every_kind_of_file(name: str, content: bytes) -> None:
    assert read(name, content) == Document(Form.NOTES, tuple(map(Line, NOTES)))


def test_where_notes_have_an_empty_line_is_known() -> None:
    assert read_text("\n\nBeslut\n \nVi ses\n") == Document(Form.NOTES, (Line("Beslut"), Line(""), Line("Vi ses")))


def test_headings_lists_and_tables_of_word_are_marked() -> None:
    body = (
        paragraph("Beslut", "Heading1"),
        paragraph("En lista", listed=True),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Fetstil</w:t></w:r></w:p>",
        '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Inte fet</w:t></w:r></w:p>',
        table([["Vem", "Vad"], ["", "Ringa"]]),
        paragraph("Slut"),
    )
    assert [line.text for line in read("möte.docx", docx(*body)).lines] == [
        "# Beslut",
        "- En lista",
        "**Fetstil**",
        "Inte fet",
        "| Vem | Vad |",
        "|  | Ringa |",
        "",
        "Slut",
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("möte.xlsx", b"...", Reason.WRONG_TYPE),
        ("möte", b"...", Reason.WRONG_TYPE),
        ("möte.txt", b" \n", Reason.EMPTY),
        ("möte.txt", b"a" * 20_000_000, Reason.TOO_LARGE),
        ("möte.txt", b"en lista och " * 31_000, Reason.TOO_LONG),
        ("möte.txt", b"\0\1\2" * 100, Reason.BROKEN),
        ("möte.vtt", b"WEBVTT\n\n", Reason.NO_TEXT),
        ("möte.vtt", b"WEBVTT\n\n10:00:01.000 --> 10:00:02.000\n<v Bo>Hej.</v>\n", Reason.TOO_LONG),
        ("möte.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n{not json\n", Reason.BROKEN),
        ("möte.docx", b"no archive", Reason.BROKEN),
        ("möte.docx", docx(paragraph("Hej"))[:-20], Reason.BROKEN),
        ("möte.docx", zipped(b"<w:document>"), Reason.BROKEN),
        ("möte.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), Reason.ENCRYPTED),
        ("möte.docx", docx(), Reason.NO_TEXT),
        ("möte.docx", zipped(b"<a>" + b" " * 41_000_000), Reason.TOO_LARGE),
        ("möte.docx", docx(before='<!DOCTYPE a [<!ENTITY b "bb">]>'), Reason.BROKEN),
        ("möte.pdf", b"no pdf", Reason.BROKEN),
        ("möte.pdf", b"%PDF-1.4\nbroken", Reason.BROKEN),
        ("möte.pdf", pdf("Hej", password="hemligt"), Reason.ENCRYPTED),
        ("möte.pdf", pdf(), Reason.NO_TEXT),
        ("möte.txt", b"We have decided that the list will be sent to all of you next week. " * 5, Reason.NOT_SWEDISH),
        ("möte.txt", b"Vi har ikke besluttet det, og jeg sender en liste. " * 5, Reason.NOT_SWEDISH),
    ],
)
def test_what_cannot_be_read_has_a_reason(name: str, content: bytes, reason: Reason) -> None:
    assert refusal(name, content) is reason


@pytest.mark.parametrize(
    "text",
    [
        "Kokouksessa käsiteltiin kunnan elinvoimaa ja uusien yritysten sijoittumista. Päätimme, että jokainen kunta "
        "lähettää luettelon vapaista tonteista ennen seuraavaa tapaamista. Opimme, että varhainen vuoropuhelu säästää "
        "aikaa ja vähentää riskejä. Kysymys sähköverkon kapasiteetista jäi vielä avoimeksi.",
        "Die Gemeinden haben über die Ansiedlung größerer Unternehmen gesprochen. Wir möchten früher mit den Bürgern "
        "reden und die nötigen Flächen gemeinsam prüfen. Für das nächste Treffen schickt jede Stadt eine Übersicht der "
        "verfügbaren Grundstücke. Offen bleibt, wer die Kosten für das Netz trägt.",
        "Vi har besluttet, at kommunerne deler en fælles liste over ledige grunde. Det vi lærte er, at man skal tale "
        "tidligt med borgerne. Anna sender et udkast til alle før næste møde, og Bo undersøger, hvad det koster. Det "
        "er stadig et åbent spørgsmål, hvem der betaler for elnettet.",
        "Vi har bestemt at kommunene skal dele en felles liste over ledige tomter. Det vi lærte er at man må snakke "
        "tidlig med innbyggerne. Anna sender et utkast til alle før neste møte, og Bo undersøker hva det koster. Det "
        "er fortsatt et åpent spørsmål hvem som betaler for strømnettet.",
    ],
    ids=["Finnish", "German", "Danish", "Norwegian"],
)
def test_the_languages_of_neighbours_are_not_swedish(text: str) -> None:
    assert refusal("möte.txt", text.encode()) is Reason.NOT_SWEDISH


@pytest.mark.parametrize(
    "text",
    [
        "Träff Rättvik 12 mars\nLeksand bokar lokal till 15 maj\nMora skickar mall fredag\nSäter ringer länsstyrelsen\n"
        "Orsa kollar upphandling\nÄlvdalen: karta klar\nFalun redovisar siffror\nLudvika: elnät kvarstår\n"
        "Nästa träff Borlänge 4 juni",
        "Leksand bokar lokal\nMora skickar mallen\nRättvik: ringer Trafikverket\nBo: kontaktar Torsboda\n"
        "Karin: uppdaterar hemsidan\nLudvika: delar kartan\nFalun: redovisar statistik\nAvesta: bjuder politikerna\n"
        "Hedemora: granskar detaljplanen\nGagnef: inventerar bostäder\nVansbro: kollar fastighetsägare",
        "Karin: ringer runt\nBo: skickar kartan\nSiv: bokar bussen\n" * 4,
    ],
    ids=["a day", "names", "no letters"],
)
def test_notes_in_few_words_are_swedish(text: str) -> None:
    assert read("möte.txt", text.encode()).lines


def test_a_meeting_with_guests_who_speak_english_is_swedish() -> None:
    text = (
        "We built eleven hundred homes and two hundred of them are empty. " * 4
        + "Det är vad vi har lärt oss och tar med."
    )
    assert read_text(text).lines


@settings(max_examples=150)
@given(st.sampled_from([each for each in SUFFIXES if each != ".pdf"]), st.binary(max_size=400))
def test_anything_at_all_is_read_or_refused(suffix: str, content: bytes) -> None:
    read_or_refused(f"möte{suffix}", content)


def read_or_refused(name: str, content: bytes) -> None:
    try:
        assert read(name, content).lines
    except Unreadable as refused:
        assert refused.reason in Reason


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_word_file_is_read_or_refused(data: st.DataObject) -> None:
    read_or_refused("möte.docx", damaged(data, docx(*map(paragraph, NOTES))))


@settings(max_examples=10)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    read_or_refused("möte.pdf", damaged(data, pdf(*NOTES)))


def damaged(data: st.DataObject, content: bytes) -> bytes:
    changed = bytearray(content)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        changed[place] = data.draw(st.integers(0, 255))
    return bytes(changed)


@given(st.text())
def test_anything_at_all_can_be_pasted_and_understood(text: str) -> None:
    try:
        understand(read_text(text), date(2026, 2, 12))
    except Unreadable as refused:
        assert refused.reason in (Reason.EMPTY, Reason.NO_TEXT, Reason.NOT_SWEDISH)
