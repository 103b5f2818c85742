"""Case files: read as meant, written back the same, refused with line and reason."""

import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library.case import parse, read, render
from knowledge.library.model import Case, Kind, Passage, Phase, Source, Visibility
from knowledge.library.problems import BadCase, Fault, Problem
from tests.knowledge.library.samples import GOOD, TODAY, cases

NAME = "exempel.md"
CASES = Path(__file__).parents[3] / "knowledge" / "library" / "cases"


def test_a_file_is_read_as_meant() -> None:
    case = parse(GOOD, NAME, TODAY)
    report = Source("rapport", "Rapporten", "Region", date_note="cirka 2019")
    agreement = Source(
        "avtal", "Avtalet", "Sundsvalls kommun", "https://www.sundsvall.se/avtal?id=1", date="2022-03-08"
    )
    assert (case.id, case.title, case.kind) == ("exempel", "Exempel – ett fall", Kind.CASE)
    assert (case.municipalities, case.phase) == (("Sundsvall", "Timrå"), Phase.INQUIRY)
    assert (case.themes, case.also) == (("mark", "risk"), ("PTL",))
    assert (case.checked, case.visibility) == (date(2026, 3, 5), Visibility.PUBLIC)
    assert case.intro == "Fallet handlar om mark och om risk."
    assert case.sources == (agreement, report)
    assert [section.heading for section in case.sections] == ["Mark", "Tid"]
    assert case.passages[:2] == (
        Passage("ex-1", "exempel", "Mark", "Sundsvall och Timrå delar på risken [1].", (agreement,)),
        Passage(
            id="ex-2",
            case="exempel",
            heading="Mark",
            text="Bolaget i Sundsvall uppger att marken räcker till 2040.",
            sources=(agreement, report),
            uncertain=True,
            disputed_by=("ex-3",),
        ),
    )
    assert case.passages[3].gap


@given(cases())
def test_a_written_case_reads_the_same(case: Case) -> None:
    assert parse(render(case), f"{case.id}.md") == case


@pytest.mark.parametrize("file", sorted(CASES.glob("*.md")), ids=lambda file: file.stem)
def test_every_shipped_case_survives_export_and_import(file: Path) -> None:
    case = parse(file.read_text("utf-8"), file.name)
    exported = render(case)
    assert parse(exported, file.name) == case
    assert render(parse(exported, file.name)) == exported


@pytest.mark.parametrize(
    "spelling",
    [GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD, GOOD.replace("å", "a\u030a").replace("ö", "o\u0308")],
    ids=["windows", "byte order mark", "decomposed letters"],
)
def test_how_the_editor_saved_it_does_not_matter(spelling: str) -> None:
    assert parse(spelling, NAME) == parse(GOOD, NAME)


def test_questions_under_a_statement_are_its_own_and_survive_writing() -> None:
    asked = "  ? vem tar risken\n  ?  hur delas  vinsten\n"
    case = parse(GOOD.replace("{#ex-1}\n", "{#ex-1}\n" + asked), NAME, TODAY)
    first, *others = case.passages
    assert (first.text, first.asked) == (
        "Sundsvall och Timrå delar på risken [1].",
        ("vem tar risken", "hur delas vinsten"),
    )
    assert not any(other.asked for other in others)
    assert parse(render(case), NAME, TODAY) == case


def test_fields_may_be_left_empty_or_unquoted() -> None:
    text = GOOD.replace("phase: förfrågan", "phase:").replace('"2022-03-08"', "2022-03")
    case = parse(text.replace("[PTL]", "[no, 2030]"), NAME)
    assert (case.phase, case.also) == (None, ("no", "2030"))
    assert case.sources[0].date == "2022-03"


Wrong = tuple[str, str, list[tuple[int, str]]]

WRONG: dict[str, Wrong] = {
    "no front matter": ("---\nid", "id", [(1, Fault.NO_FRONT)]),
    "front matter not closed": ('2019"\n---\n', '2019"\n', [(1, Fault.OPEN_FRONT)]),
    "empty front matter": (GOOD.split("---")[1], "\n", [(2, Fault.NOT_FIELDS)]),
    "a list for fields": (GOOD.split("---")[1], "\n- a\n", [(2, Fault.NOT_FIELDS)]),
    "bad YAML": ("kind: fall", "kind: fall: tema", [(4, Fault.NOT_YAML.format(column=11))]),
    "an escape beyond Unicode": ('"Avtalet"', '"\\UFFFFFFFF"', [(2, Fault.NOT_YAML.format(column=1))]),
    "an anchor": ("[PTL]", "&a [PTL]", [(8, Fault.CLEVER_YAML)]),
    "an alias": ("[PTL]", "*a", [(8, Fault.CLEVER_YAML)]),
    "a tag": ("[PTL]", "!!python/name:os.system [PTL]", [(8, Fault.CLEVER_YAML)]),
    "deep nesting": ("[PTL]", "[" * 9000, [(8, Fault.CLEVER_YAML)]),
    "a list as field name": ("also: [PTL]", "? [a]\n: b", [(8, Fault.NOT_FIELDS)]),
    "a field twice": ("phase: förfrågan", "phase: drift\nphase: drift", [(7, Fault.TWICE.format(name="phase"))]),
    "a field missing": ("kind: fall\n", "", [(1, Fault.MISSING.format(field="kind"))]),
    "a field empty": ("kind: fall", "kind:", [(1, Fault.MISSING.format(field="kind"))]),
    "a source's field missing": (
        '\n    publisher: "Region"',
        "",
        [(17, Fault.MISSING.format(field="sources.rapport.publisher"))],
    ),
    "an unknown field": ("also:", "alias:", [(8, Fault.UNKNOWN_FIELD.format(field="alias"))]),
    "a source's unknown field": (
        "date_note",
        "note",
        [(20, Fault.UNKNOWN_FIELD.format(field="sources.rapport.note"))],
    ),
    "a list for a text": ('"Avtalet"', "[a]", [(13, Fault.NOT_TEXT.format(field="sources.avtal.title"))]),
    "a text for a list": ("[PTL]", "PTL", [(8, Fault.NOT_LIST.format(field="also"))]),
    "a text for a source": (
        'rapport:\n    title: "Rapporten"\n    publisher: "Region"\n    date_note: "cirka 2019"',
        "rapport: Rapporten",
        [(17, Fault.NOT_MAPPING.format(field="sources.rapport"))],
    ),
    "an empty text": ('"Rapporten"', '""', [(18, Fault.EMPTY.format(field="sources.rapport.title"))]),
    "a title too long": ("ett fall", "x" * 111, [(3, Fault.TOO_LONG.format(field="title", max_length=120))]),
    "a bad id": ("id: exempel", "id: Exempel", [(2, Fault.BAD_KEY.format(field="id", limit=60))]),
    "not the file's name": ("id: exempel", "id: annat", [(2, Fault.NOT_FILE_NAME.format(id="annat", name=NAME))]),
    "an unknown kind": (
        "kind: fall",
        "kind: saga",
        [(4, Fault.NOT_AMONG.format(field="kind", allowed="fall, tema, lärprojekt, lärdom"))],
    ),
    "a list for a kind": (
        "kind: fall",
        "kind: [fall]",
        [(4, Fault.NOT_AMONG.format(field="kind", allowed="fall, tema, lärprojekt, lärdom"))],
    ),
    "an unknown visibility": (
        "visibility: offentlig",
        "visibility: hemlig",
        [(10, Fault.NOT_AMONG.format(field="visibility", allowed="offentlig, ej offentlig"))],
    ),
    "not a date": ("checked: 2026-03-05", "checked: 5 mars", [(9, Fault.BAD_DAY.format(field="checked"))]),
    "a date in short": ("checked: 2026-03-05", "checked: 20260305", [(9, Fault.BAD_DAY.format(field="checked"))]),
    "no such day": ("checked: 2026-03-05", "checked: 2026-02-30", [(9, Fault.BAD_DAY.format(field="checked"))]),
    "checked tomorrow": ("checked: 2026-03-05", "checked: 2026-03-11", [(9, Fault.FUTURE.format(field="checked"))]),
    "a source of no date": ("2022-03-08", "mars", [(16, Fault.BAD_DATE.format(field="sources.avtal.date"))]),
    "a source of month 13": ("2022-03-08", "2022-13", [(16, Fault.BAD_DATE.format(field="sources.avtal.date"))]),
    "a source from next month": ("2022-03-08", "2026-04", [(16, Fault.FUTURE.format(field="sources.avtal.date"))]),
    "a source never used": (
        "  rapport:",
        "  extra: {title: a, publisher: b}\n  rapport:",
        [(17, Fault.UNUSED_SOURCE.format(source="extra"))],
    ),
    "a source's bad key": (
        "  rapport:",
        "  Å r: {title: a, publisher: b}\n  rapport:",
        [
            (17, Fault.BAD_KEY.format(field="sources.Å r", limit=60)),
            (17, Fault.UNUSED_SOURCE.format(source="Å r")),
        ],
    ),
    "no introduction": ("Fallet handlar om mark\noch om risk.\n", "", [(21, Fault.NO_INTRO)]),
    "a second introduction": ("risk.\n\n##", "risk.\n\nMer.\n\n##", [(25, Fault.STRAY)]),
    "a list before the headings": ("risk.\n\n##", "risk.\n\n- Mer.\n\n##", [(25, Fault.STRAY)]),
    "no sections": (
        GOOD[GOOD.index("## Mark") :],
        "",
        [
            (12, Fault.UNUSED_SOURCE.format(source="avtal")),
            (17, Fault.UNUSED_SOURCE.format(source="rapport")),
            (21, Fault.NO_SECTIONS),
        ],
    ),
    "an introduction too long": (
        "Fallet handlar om mark\noch om risk.",
        "x" * 601,
        [(22, Fault.STATEMENT_TOO_LONG.format(length=601, limit=600))],
    ),
    "a heading of another level": ("## Tid", "### Tid", [(31, Fault.HEADING)]),
    "a heading too long": (
        "## Tid",
        "## " + "x" * 121,
        [(31, Fault.TOO_LONG.format(field="Rubriken", max_length=120))],
    ),
    "an empty section": ("## Tid", "## Tom\n\n## Tid", [(31, Fault.EMPTY_SECTION.format(heading="Tom"))]),
    "text under a heading": ("## Tid\n", "## Tid\nHär följer tiden.\n", [(32, Fault.STRAY)]),
    "a line not indented": ("\n  räcker", "\nräcker", [(28, Fault.STRAY)]),
    "a list in a list": ("  räcker", "  - räcker", [(28, Fault.STRAY)]),
    "an empty statement": ("- Vad marken i Sundsvall kostade framgår inte. ", "- ", [(33, Fault.NO_STATEMENT)]),
    "a statement too long": (
        "Vad marken i Sundsvall kostade framgår inte.",
        "x" * 601,
        [(33, Fault.STATEMENT_TOO_LONG.format(length=601, limit=600))],
    ),
    "braces not closed": ("{#ex-4 .lucka}", "{#ex-4 .lucka", [(33, Fault.BRACES.format())]),
    "braces before the footnotes": (
        "[^rapport] {#ex-4 .lucka}",
        "{#ex-4 .lucka} [^rapport]",
        [(33, Fault.BRACES.format())],
    ),
    "braces in the text": ("kostade", "{kostade}", [(33, Fault.BRACES.format())]),
    "a footnote in the text": ("kostade", "kostade [^avtal]", [(33, Fault.FOOTNOTE_PLACE)]),
    "a footnote twice": (
        "[^avtal] [^rapport]",
        "[^avtal] [^rapport] [^avtal]",
        [(27, Fault.TWICE.format(name="[^avtal]"))],
    ),
    "no footnote": ("inte. [^rapport]", "inte.", [(33, Fault.NO_FOOTNOTE)]),
    "an unknown footnote": (
        "inte. [^rapport]",
        "inte. [^annat]",
        [(33, Fault.UNKNOWN_SOURCE.format(source="annat"))],
    ),
    "no id": (" {#ex-4 .lucka}", "", [(33, Fault.NO_ID.format())]),
    "two ids": ("{#ex-4", "{#ex-4 #ex-5", [(33, Fault.NO_ID.format())]),
    "a statement's bad id": ("{#ex-4", "{#Ex_4", [(33, Fault.BAD_KEY.format(field="id Ex_4", limit=60))]),
    "an id used before": ("{#ex-4", "{#ex-1", [(33, Fault.SAME_ID.format(id="ex-1", file=NAME, line=26))]),
    "an unknown mark": (".lucka", ".luckor", [(33, Fault.UNKNOWN_MARK.format(mark=".luckor"))]),
    "a bad target": ("mot=ex-2", "mot=ex-2,", [(32, Fault.BAD_KEY.format(field="id", limit=60))]),
    "against itself": ("mot=ex-2", "mot=ex-2,ex-3", [(32, Fault.AGAINST_ITSELF.format(id="ex-3"))]),
    "a NUL": ("kostade", "kos\0tade", [(33, Fault.INVISIBLE.format(code="U+0000"))]),
    "a tab": ("  räcker", "\träcker", [(28, Fault.INVISIBLE.format(code="U+0009")), (28, Fault.STRAY)]),
    "a text direction override": ("kostade", "kos\u202etade", [(33, Fault.INVISIBLE.format(code="U+202E"))]),
    "an override by escape": ('"Avtalet"', '"A\\u202e"', [(13, Fault.INVISIBLE.format(code="U+202E"))]),
    "a control character in the front matter": (
        "Avtalet",
        "Avt\x07alet",
        [(13, Fault.INVISIBLE.format(code="U+0007"))],
    ),
    "a lone surrogate": ("kostade", "kos\ud800tade", [(33, Fault.INVISIBLE.format(code="U+D800"))]),
    "a letter lost in conversion": ("kostade", "k\ufffdstade", [(33, Fault.INVISIBLE.format(code="U+FFFD"))]),
}


def _problems(text: str) -> list[Problem]:
    with pytest.raises(BadCase) as refused:
        parse(text, NAME, TODAY)
    return list(refused.value.problems)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_with_its_line(wrong: Wrong) -> None:
    old, new, expected = wrong
    assert old in GOOD
    assert _problems(GOOD.replace(old, new, 1)) == sorted(Problem(NAME, line, text) for line, text in expected)


def test_everything_wrong_is_told_at_once() -> None:
    text = GOOD.replace("kind: fall", "kind: saga").replace(" [^avtal] {#ex-1}", "").replace("## Tid", "# Tid")
    assert [problem.line for problem in _problems(text)] == [4, 26, 26, 31]
    assert str(_problems(text)[3]) == f"{NAME}:31: {Fault.HEADING}"


def test_without_a_day_to_compare_with_no_date_is_too_late() -> None:
    assert parse(GOOD.replace("2026-03-05", "2999-01-01"), NAME).checked == date(2999, 1, 1)


@given(st.text(string.printable + "åäö\x00\u202e"))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = read(text, NAME, TODAY)
    assert (reading.case is None) == bool(reading.problems)


@given(st.lists(st.sampled_from([*GOOD.splitlines(), "  ", "- {#a} [^avtal] {", "  - [", "sources: {a: [&x *x]}"])))
def test_no_order_of_lines_breaks_the_reader(lines: list[str]) -> None:
    reading = read("---\n" + "\n".join(lines), NAME, TODAY)
    assert (reading.case is None) == bool(reading.problems)


@pytest.mark.parametrize(
    "url",
    [
        "www.sundsvall.se",
        "ftp://sundsvall.se/",
        "javascript:alert(1)",
        "https://",
        "https:///avtal",
        "https:sundsvall.se",
        "https://:443/",
        "https://sundsvall.se:port/",
        "https://sundsvall .se/",
        "https://sundsvall.se/ett avtal",
        "https://namn:lösen@sundsvall.se/",
        "https://namn@sundsvall.se/",
        "https://sundsvall.se\\\\@annan.se/",
        "https://sundsvall.se/<avtal>",
        "https://[::1/",
    ],
)
def test_an_address_that_is_not_whole_is_refused(url: str) -> None:
    text = GOOD.replace("https://www.sundsvall.se/avtal?id=1", url)
    assert _problems(text) == [Problem(NAME, 15, Fault.BAD_URL.format(field="sources.avtal.url"))]


def test_no_file_is_a_meeting() -> None:
    with pytest.raises(BadCase):
        parse(GOOD.replace("kind: fall", "kind: möte"), "exempel.md")
