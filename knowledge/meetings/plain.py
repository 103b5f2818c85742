"""Plain text: the transcript of a Word file or one that was pasted, or else notes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from knowledge.meetings.headings import NO_KIND, kind_of
from knowledge.meetings.model import Document, Form, Line
from knowledge.meetings.names import CAPITAL, names_in

_CLOCK = r"\[?\(?(?P<clock>(?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d+)?\)?\]?"
_IN_NAME = r"[\w.'’()/,|&@-]"  # Ek Anna | Leksand
_NAME = rf"(?P<name>{CAPITAL}{_IN_NAME}*(?: {_IN_NAME}+){{0,6}})(?<![,|])"
_HEADED = re.compile(rf"^(?:[#-] )?{_NAME}(?<! kl)\s+{_CLOCK}\s*$")  # Karin Ståhlberg   0:07
_INLINE = re.compile(rf"^{_CLOCK}\s*[-–]?\s*{_NAME}:\s+(?P<text>.+)$")  # [0:07] Karin Ståhlberg: …
_UNTIMED = re.compile(rf"^(?P<name>{CAPITAL}[\w-]+(?:,? {CAPITAL}[\w-]+){{0,2}}): (?P<text>\S.*)$")
_FILE_TITLE = re.compile(r"^(?P<title>.+?)-(?P<day>20\d{6})_\d{6}-\S")
_PICTURE = r"[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u200d]"
_TICKED = r"[☐☑✓✔✅]\s"
_PICTURES = re.compile(  # that begin or end a line or a cell, after or before its marks
    rf"(?P<before>(?:^|[|\t])[\W\d]{{0,20}}?)(?!{_TICKED}){_PICTURE}++\s*|{_PICTURE}++(?=\W{{0,12}}(?:$|[|\t]))"
)
_SHAPED = str.maketrans({"\ufe0f": "", "\u20e3": "."})  # as a picture, or as a key: 1️⃣
_LEAST_CUES = 3
_LEAST_UNTIMED = 8  # turns without times that make a transcript, if half of the lines are such
_TALKS = 3  # turns a speaker has on average, at least


def read_plain(lines: Sequence[str]) -> Document:
    """The document that some lines of text are."""
    every = [_without_pictures(line.rstrip()) for line in lines]
    filled = [unmarked for line in every if (unmarked := line.strip().strip("* "))]
    spoken = _headed(filled) or _inline(filled) or _untimed(filled)
    if not spoken:
        return Document(Form.NOTES, tuple(map(Line, "\n".join(every).strip().splitlines())))
    title = _FILE_TITLE.match(filled[0])
    if not title:
        return Document(Form.TRANSCRIPT, tuple(spoken))
    return Document(Form.TRANSCRIPT, tuple(spoken), title["title"].lstrip("# "), _day(title["day"]))


def _without_pictures(line: str) -> str:
    """*📌 Beslut* is *Beslut*."""
    return _PICTURES.sub(r"\g<before>", line.translate(_SHAPED)).rstrip()


def _day(figures: str) -> date | None:
    try:
        return date.fromisoformat(figures)
    except ValueError:
        return None


def _headed(lines: Sequence[str]) -> list[Line]:
    """Name and time on a line of their own, what was said on those that follow."""
    heads = [_HEADED.match(line) for line in lines]
    if sum(bool(head and not after) for head, after in pairwise(heads)) < _LEAST_CUES:
        return []
    return list(_under_heads(lines, heads))


def _under_heads(lines: Sequence[str], heads: Sequence[re.Match[str] | None]) -> Iterator[Line]:
    head: re.Match[str] | None = None
    for line, found in zip(lines, heads, strict=True):
        if found:
            head = found
        elif head:
            yield Line(line, head["name"], _offset(head["clock"]))


def _inline(lines: Sequence[str]) -> list[Line]:
    """Time, name and what was said on one line."""
    found = [match for line in lines if (match := _INLINE.match(line))]
    if len(found) < max(_LEAST_CUES, len(lines) / 2):
        return []
    return [Line(each["text"], each["name"], _offset(each["clock"])) for each in found]


def _untimed(lines: Sequence[str]) -> list[Line]:
    """*Name: what was said*, many times over, by few."""
    found = [match for line in lines if (match := _UNTIMED.match(line))]
    speakers = [each["name"] for each in found]
    if len(found) < max(_LEAST_UNTIMED, len(lines) / 2) or not _take_turns(speakers):
        return []
    if any(map(_sorts, {*lines, *speakers})):
        return []
    return [Line(each["text"], each["name"]) for each in found]


def _take_turns(speakers: Sequence[str]) -> bool:
    """Whether few talk, somebody again after another, and not municipalities alone, as in a list of what to do."""
    few = set(speakers)
    turns = len(list(groupby(speakers)))
    return len(speakers) >= _TALKS * len(few) and turns > len(few) and bool(names_in(few))


def _sorts(heading: str) -> bool:
    """Whether it says of what kind is what stands under it or after it, as in notes: *Beslut*."""
    return kind_of(heading.strip("#*_- ")) not in NO_KIND


def _offset(clock: str) -> timedelta:
    *hours, minutes, seconds = (int(part) for part in clock.split(":"))
    return timedelta(hours=sum(hours), minutes=minutes, seconds=seconds)
