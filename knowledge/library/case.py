"""A case as a Markdown file, and back.

YAML front matter; an introduction; `## heading`; under it one `- statement [^source] {#id .osäker .lucka mot=x,y}`
per list item, which may go on over indented lines; under it, one to a line, `  ? question` that it answers. Only
that: what else Markdown can is refused, so that a statement reads the same in a file, in a card and aloud.
"""

import codecs
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePath

from knowledge.library.body import ASKED, DISPUTED, GAP, UNCERTAIN, Block, Body, Statement, read_body
from knowledge.library.front import Front, FrontReading, read_front, unreadable
from knowledge.library.model import Case, Passage, Section, Source
from knowledge.library.problems import BadCase, Fault, Findings, Problem

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that could be made of a file; `case` is None when there are problems."""

    file: str
    case: Case | None
    problems: tuple[Problem, ...]
    statements: tuple[Statement, ...]
    visibility_line: int = 1


def is_case(content: bytes) -> bool:
    """Whether a file begins as a case does, right or wrong."""
    return content.removeprefix(codecs.BOM_UTF8).startswith(_FENCE.encode())


def parse(text: str, name: str, today: date | None = None) -> Case:
    """The case in `text`, from a file called `name`; dates after `today`, where given, are refused. Raises BadCase."""
    reading = read(text, name, today)
    if reading.case is None:
        raise BadCase(reading.problems)
    return reading.case


def read(text: str, name: str, today: date | None = None) -> Reading:
    """As `parse`, but gives all that could be read beside all that is wrong with it."""
    findings = Findings(name)
    lines = list(_lines(text, findings))
    end = _front_end(lines, findings)
    if not end:
        return Reading(name, None, tuple(findings.problems), ())
    front = read_front("\n".join(lines[1:end]), 2, findings)
    body = read_body(lines[end + 1 :], end + 2, findings)
    if front.fields:
        _check_sources(body.statements, front, findings)
    if front.front:
        _check_front(front, front.front, findings, today)
    case = _case(front.front, body) if front.front and not findings.problems else None
    return Reading(name, case, tuple(sorted(findings.problems)), body.statements, front.line(("visibility",)))


def _lines(text: str, findings: Findings) -> Iterator[str]:
    """The lines in one spelling: line ends and composed letters alike wherever the file was written."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    for number, line in enumerate(text.split("\n"), 1):
        bad = unreadable(line)
        for each in bad:
            findings.add(number, Fault.INVISIBLE, code=f"U+{ord(each):04X}")
        yield line.translate(dict.fromkeys(map(ord, bad), " ")).rstrip(" ")


def _front_end(lines: list[str], findings: Findings) -> int:
    """The index of the line that closes the front matter; 0 when there is none, and no telling what is what."""
    if lines[0] != _FENCE:
        findings.add(1, Fault.NO_FRONT)
    elif _FENCE not in lines[1:]:
        findings.add(1, Fault.OPEN_FRONT)
    else:
        return lines.index(_FENCE, 1)
    return 0


def _check_sources(statements: tuple[Statement, ...], front: FrontReading, findings: Findings) -> None:
    sources = front.fields.get("sources")
    known = set(sources) if isinstance(sources, Mapping) else set()
    for each in statements:
        for footnote in set(each.footnotes) - known:
            findings.add(each.line, Fault.UNKNOWN_SOURCE, source=footnote)
    for unused in known.difference(*(each.footnotes for each in statements)):
        findings.add(front.line(("sources", unused)), Fault.UNUSED_SOURCE, source=unused)


def _check_front(reading: FrontReading, front: Front, findings: Findings, today: date | None) -> None:
    name = PurePath(findings.file).name
    if name != f"{front.id}.md":
        findings.add(reading.line(("id",)), Fault.NOT_FILE_NAME, id=front.id, name=name)
    if front.id in front.merged:
        findings.add(reading.line(("merged",)), Fault.MERGED_WITH_ITSELF, id=front.id)
    latest = (today or date.max).isoformat()
    for place, day in _dates(front):
        if day > latest[: len(day)]:
            findings.add(reading.line(place), Fault.FUTURE, field=".".join(place))


def _dates(front: Front) -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("checked",), front.checked.isoformat()
    for key, source in front.sources.items():
        yield ("sources", key, "date"), source.date


def _case(front: Front, body: Body) -> Case:
    sources = {key: Source(key=key, **dict(each)) for key, each in front.sources.items()}
    return Case(
        id=front.id,
        title=front.title,
        kind=front.kind,
        municipalities=front.municipality,
        phase=front.phase,
        themes=front.themes,
        also=front.also,
        checked=front.checked,
        visibility=front.visibility,
        intro=body.intro,
        sections=tuple(_section(block, front.id, sources) for block in body.blocks),
        merged=front.merged,
    )


def _section(block: Block, case: str, sources: Mapping[str, Source]) -> Section:
    passages = (_passage(each, block.heading, case, sources) for each in block.statements)
    return Section(block.heading, tuple(passages))


def _passage(statement: Statement, heading: str, case: str, sources: Mapping[str, Source]) -> Passage:
    return Passage(
        id=statement.id,
        case=case,
        heading=heading,
        text=statement.text,
        sources=tuple(sources[each] for each in statement.footnotes),
        uncertain=statement.uncertain,
        gap=statement.gap,
        disputed_by=statement.disputes,
        asked=statement.asked,
    )


def render(case: Case) -> str:
    """The file of a case; the same case always gives the same text."""
    lines = [_FENCE, *_front_lines(case), _FENCE, "", case.intro]
    for section in case.sections:
        lines += ["", f"## {section.heading}", "", *chain.from_iterable(map(_item_lines, section.passages))]
    return "\n".join(lines) + "\n"


def _front_lines(case: Case) -> Iterator[str]:
    """JSON's texts and lists are YAML's too."""
    yield f"id: {case.id}"
    yield f"title: {_json(case.title)}"
    yield f"kind: {case.kind}"
    yield f"municipality: {_json(case.municipalities)}"
    if case.phase:
        yield f"phase: {case.phase}"
    yield f"themes: {_json(case.themes)}"
    if case.also:
        yield f"also: {_json(case.also)}"
    if case.merged:
        yield f"merged: {_json(case.merged)}"
    yield f"checked: {case.checked.isoformat()}"
    yield f"visibility: {case.visibility}"
    yield "sources:"
    for source in case.sources:
        yield f"  {source.key}:"
        yield from (f"    {name}: {_json(value)}" for name, value in _source_fields(source) if value)


def _source_fields(source: Source) -> tuple[tuple[str, str], ...]:
    return (
        ("title", source.title),
        ("publisher", source.publisher),
        ("url", source.url),
        ("date", source.date),
        ("date_note", source.date_note),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _item_lines(passage: Passage) -> Iterator[str]:
    marks = [f"#{passage.id}"]
    marks += [UNCERTAIN] * passage.uncertain + [GAP] * passage.gap
    if passage.disputed_by:
        marks.append(DISPUTED + ",".join(passage.disputed_by))
    footnotes = "".join(f" [^{source.key}]" for source in passage.sources)
    yield f"- {passage.text}{footnotes} {{{' '.join(marks)}}}"
    yield from (f"{ASKED}{each}" for each in passage.asked)
