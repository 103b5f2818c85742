"""The body of a case file: an introduction, headings, statements with their footnotes and marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knowledge.library.front import KEY_LIMIT, TITLE_LIMIT, is_key
from knowledge.library.problems import Fault, Findings

STATEMENT_LIMIT = 600
UNCERTAIN, GAP, DISPUTED = ".osäker", ".lucka", "mot="
ASKED = "  ? "
_FOOTNOTE = re.compile(r"\[\^([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A list item as read, good or not: `line` is where it begins, `id` empty when it has none.

    `asked` are questions that people put to which it is the answer.
    """

    line: int
    text: str
    footnotes: tuple[str, ...]
    id: str
    uncertain: bool
    gap: bool
    disputes: tuple[str, ...]
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What stands under one heading."""

    line: int
    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Body:
    intro: str
    blocks: tuple[Block, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(each for block in self.blocks for each in block.statements)


def read_body(lines: Iterable[str], first_line: int, findings: Findings) -> Body:
    """Read `lines`, the first of which is line `first_line` of its file; what is wrong goes to `findings`."""
    draft = _Draft(findings)
    for number, line in enumerate(lines, first_line):
        draft.take(number, line)
    before = first_line - 1
    intro = draft.intro or _Item(before, "")
    body = Body(_one_space(intro.text), tuple(_block(each, findings) for each in draft.blocks))
    if not body.intro:
        findings.add(before, Fault.NO_INTRO)
    if not body.blocks:
        findings.add(before, Fault.NO_SECTIONS)
    _check_text(body.intro, intro.line, findings)
    _check_ids(body.statements, findings)
    return body


@dataclass(slots=True)
class _Item:
    line: int
    text: str
    asked: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Heading(_Item):
    items: list[_Item] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """Takes the body line by line; `open` is the item or introduction that the next line may continue."""

    findings: Findings
    intro: _Item | None = None
    blocks: list[_Heading] = field(default_factory=list)
    open: _Item | None = None

    def take(self, number: int, line: str) -> None:
        if not line.strip():
            self.open = None
        elif line.startswith("#"):
            self._heading(number, line)
        elif self.blocks and f"{line} ".startswith("- "):
            self.open = _Item(number, line[1:])
            self.blocks[-1].items.append(self.open)
        elif self.open and self.blocks and line.startswith(ASKED):
            self.open.asked.append(line.removeprefix(ASKED))
        elif self.open:
            self._continue(self.open, number, line)
        elif self.intro or self.blocks or line[0] in " #-":
            self.findings.add(number, Fault.STRAY)
        else:
            self.intro = self.open = _Item(number, line)

    def _heading(self, number: int, line: str) -> None:
        self.open = None
        if not line.startswith("## "):
            self.findings.add(number, Fault.HEADING)
        self.blocks.append(_Heading(number, line.lstrip("#")))

    def _continue(self, item: _Item, number: int, line: str) -> None:
        """A line that is set wrong is told once, and read on, so that nothing seems missing for its sake."""
        if line.lstrip().startswith("- ") or (self.blocks and not line.startswith("  ")):
            self.findings.add(number, Fault.STRAY)
        item.text = f"{item.text} {line}"


def _one_space(text: str) -> str:
    """On one line; spaces that hold a number together stay."""
    return re.sub(" +", " ", text).strip()


def _block(draft: _Heading, findings: Findings) -> Block:
    heading = _one_space(draft.text)
    _check_text(heading, draft.line, findings)
    if len(heading) > TITLE_LIMIT:
        findings.add(draft.line, Fault.TOO_LONG, field="Rubriken", max_length=TITLE_LIMIT)
    if not draft.items:
        findings.add(draft.line, Fault.EMPTY_SECTION, heading=heading)
    return Block(draft.line, heading, tuple(_statement(each, heading, findings) for each in draft.items))


def _check_text(text: str, line: int, findings: Findings) -> None:
    if len(text) > STATEMENT_LIMIT:
        findings.add(line, Fault.STATEMENT_TOO_LONG, length=len(text), limit=STATEMENT_LIMIT)
    if _has_braces(text):
        findings.add(line, Fault.BRACES)
    elif "[^" in text:
        findings.add(line, Fault.FOOTNOTE_PLACE)


def _has_braces(text: str) -> bool:
    return "{" in text or "}" in text


def _statement(item: _Item, heading: str, findings: Findings) -> Statement:
    whole = _one_space(item.text)
    rest, marks = _split_marks(whole)
    text = _without_footnotes(rest)
    footnotes = tuple(_FOOTNOTE.findall(whole))  # also those in the wrong place, which are no worse than misplaced
    _check_text(text, item.line, findings)
    if not text:
        findings.add(item.line, Fault.NO_STATEMENT)
    if not footnotes:
        findings.add(item.line, Fault.NO_FOOTNOTE)
    for twice in {each for each in footnotes if footnotes.count(each) > 1}:
        findings.add(item.line, Fault.TWICE, name=f"[^{twice}]")
    if not _has_braces(text):
        _check_marks(marks, item.line, findings)
    return Statement(
        line=item.line,
        text=text,
        footnotes=footnotes,
        id=next(_named("#", marks), ""),
        uncertain=UNCERTAIN in marks,
        gap=GAP in marks,
        disputes=tuple(dict.fromkeys(_disputes(marks))),
        asked=_asked(item, findings),
    )


def _asked(item: _Item, findings: Findings) -> tuple[str, ...]:
    asked = tuple(_one_space(each) for each in item.asked)
    for number, each in enumerate(asked, item.line + 1):
        _check_text(each, number, findings)
        if len(each) > TITLE_LIMIT:
            findings.add(number, Fault.TOO_LONG, field="Frågan", max_length=TITLE_LIMIT)
    return asked


def _split_marks(text: str) -> tuple[str, list[str]]:
    """The text before a closing `{…}`, and the words in it."""
    start = text.rfind("{")
    if start < 0 or not text.endswith("}"):
        return text, []
    return text[:start].rstrip(), text[start + 1 : -1].split()


def _without_footnotes(text: str) -> str:
    """The text before the footnotes it ends with."""
    while text.endswith("]") and (start := text.rfind("[")) >= 0 and _FOOTNOTE.fullmatch(text, start):
        text = text[:start].rstrip()
    return text


def _named(sign: str, marks: Iterable[str]) -> Iterator[str]:
    return (each.removeprefix(sign) for each in marks if each.startswith(sign))


def _disputes(marks: Iterable[str]) -> Iterator[str]:
    return (id for each in _named(DISPUTED, marks) for id in each.split(","))


def _check_marks(marks: list[str], line: int, findings: Findings) -> None:
    ids = list(_named("#", marks))
    if len(ids) != 1:
        findings.add(line, Fault.NO_ID)
    for each in (*ids, *_disputes(marks)):
        if not is_key(each):
            findings.add(line, Fault.BAD_KEY, field=f"id {each}".strip(), limit=KEY_LIMIT)
    for each in set(ids).intersection(_disputes(marks)):
        findings.add(line, Fault.AGAINST_ITSELF, id=each)
    for each in marks:
        if each not in (UNCERTAIN, GAP) and not each.startswith(("#", DISPUTED)):
            findings.add(line, Fault.UNKNOWN_MARK, mark=each)


def _check_ids(statements: Iterable[Statement], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for each in statements:
        first = seen.setdefault(each.id, each.line)
        if each.id and first != each.line:
            findings.add(each.line, Fault.SAME_ID, id=each.id, file=findings.file, line=first)
