"""Written notes: whoever wrote them has sorted them, under headings or by a word before a colon (*Beslut: …*).

What stands under a heading of its own is what was discussed of that theme. Where nothing is sorted, each line is what
its words say it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.meetings.clock import first_time
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import mentions
from knowledge.meetings.model import Candidate, Document, Kind, NextMeeting, Understood
from knowledge.meetings.speech import split
from knowledge.meetings.tasks import from_row, written_action
from knowledge.meetings.wording import LIMIT, capitalised, shortened

_BESIDE = "beside"
_ROW = "row:"  # of a table, before the names of its columns
_BULLET = re.compile(r"^(?:[-*•–◦▪·☐☑✓]|\[[ xX]?\]|\d{1,2}[.)]|§ ?\d+|[a-z]\))\s+")
_MARKUP = re.compile(r"\*\*|__|^#+\s*|^>\s*|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
_LABEL = re.compile(r"^(?P<label>[^:]{2,45}?)\s*:(?:\s+(?P<rest>\S.*))?$")
_COLUMNS = {
    "who": r"vem|ansvarig\w*|ansvar|owner|who",
    "what": r"vad|uppgift|åtgärd|aktivitet|att göra|what|action",
    "when": r"när|klart?|senast|datum|deadline|when|due",
}
_HEADING_WORDS = 8
_ABBREVIATION = 4  # letters
_TITLE_LINES = 6  # in which the title and the date of the meeting stand


@dataclass(frozen=True, slots=True)
class _Item:
    """A line without its marks; `under` is a kind, `beside` or the heading of a theme; `sorted` by whoever wrote it."""

    text: str
    under: str
    theme: str
    sorted: bool


def understand_notes(document: Document, today: date) -> Understood:
    lines = [part for line in document.lines for part in _parts(line.text)]
    meeting_date = document.date or _date(lines[:_TITLE_LINES], today)
    day = meeting_date or today
    title = document.title or _title(lines)
    items = list(_items(lines[1:] if title and not document.title else lines))
    following = _next_meeting([each.text for each in items if each.under == Kind.NEXT], day)
    candidates = tuple(_candidates(items, day, following.date if following else None))
    certain = any(each.sorted for each in items)
    return Understood(title, meeting_date, candidates, following, certain)


def _parts(line: str) -> list[str]:
    """A line, or the sentences of one that is as long as a paragraph."""
    return [line] if len(line) <= LIMIT else split(line)


def _plain(line: str) -> str:
    """A line without marks of headings, lists and emphasis."""
    return _MARKUP.sub("", _BULLET.sub("", _MARKUP.sub("", line.strip()))).strip()


def _title(lines: Sequence[str]) -> str:
    """The first line, unless it already says what follows."""
    first = _plain(lines[0])
    label = _LABEL.match(first)
    if _kind(first) or "|" in first or _BULLET.match(lines[0]) or (label and _kind(label["label"])):
        return ""
    return shortened(first)


def _date(lines: Iterable[str], today: date) -> date | None:
    """The day and month that stands at the top."""
    for line in lines:
        label = _LABEL.match(_plain(line))
        if label and _kind(label["label"]) == Kind.NEXT:
            continue
        for mention in mentions(line, today):
            if mention.precision is Precision.EXPLICIT:
                return mention.date
    return None


def _kind(heading: str) -> str:
    """What is known to stand under a heading: a kind, or what is nothing for a summary."""
    words = heading.strip(" :.?!").lower()
    return next((kind for kind in (*Kind, _BESIDE) if kind != Kind.DISCUSSED and _is_heading_of(kind, words)), "")


def _is_heading_of(kind: str, words: str) -> bool:
    return bool(cue("headings", kind).fullmatch(words))


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    under, theme, columns = "", "", list[str]()
    for line in lines:
        text = _plain(line)
        label = _LABEL.match(text)
        if "|" in line:
            cells = _cells(line)
            header = [_column(each) for each in cells]
            columns = header if "what" in header else columns
            if columns is not header and columns and any(cells):
                yield _Item(" | ".join(cells), _ROW + ",".join(columns), theme, sorted=True)
        elif label and label["rest"] and _kind(label["label"]):
            yield _Item(label["rest"], _kind(label["label"]), theme, sorted=True)
        elif _is_heading(line, text):
            under, theme = (_kind(text), "") if _kind(text) else ("", text.strip(" :"))
        elif text:
            yield _Item(text, under, theme, sorted=bool(under))


def _is_heading(line: str, text: str) -> bool:
    marked = line.lstrip().startswith("#") or bool(re.fullmatch(r"\*\*.+\*\*:?|__.+__:?", line.strip()))
    short = len(text.split()) <= _HEADING_WORDS
    looks_so = text.endswith(":") or (text.isupper() and len(text) > _ABBREVIATION)
    return bool(text) and (marked or bool(_kind(text)) or (short and looks_so))


def _cells(line: str) -> list[str]:
    cells = [_plain(each) for each in line.strip().strip("|").split("|")]
    return [] if all(set(each) <= {"-", ":"} for each in cells) else cells


def _column(heading: str) -> str:
    return next((name for name, words in _COLUMNS.items() if re.fullmatch(words, heading.lower())), "")


def _candidates(items: Iterable[_Item], day: date, following: date | None) -> Iterator[Candidate]:
    for item in items:
        if item.under.startswith(_ROW):
            cells = dict(zip(item.under.removeprefix(_ROW).split(","), item.text.split(" | "), strict=False))
            yield from_row(cells, day, following)
        elif item.under != _BESIDE:
            yield _candidate(item, day, following)


def _candidate(item: _Item, day: date, following: date | None) -> Candidate:
    kind = Kind(item.under) if item.under else _unsorted(item.text)
    if kind is Kind.DECISION and cue("undecided").search(item.text.lower()):
        kind = Kind.DISCUSSED
    if kind is Kind.ACTION:
        return written_action(item.text, day, following)
    return Candidate(kind, capitalised(shortened(item.text)), theme=item.theme if kind is Kind.DISCUSSED else "")


def _unsorted(text: str) -> Kind:
    """What the words of a line say it is."""
    low = text.lower()
    if cue("wrote", "decided").search(low):
        return Kind.DECISION
    if text.endswith("?") or cue("wrote", "asked").search(low):
        return Kind.QUESTION
    if cue("tries").search(low):
        return Kind.TRY
    if any(cue("learned", name).search(low) for name in ("named", "regret")):
        return Kind.LEARNED
    return Kind.DISCUSSED


_ONLINE = re.compile(r"\b(?:teams|digitalt|zoom|online|på nätet)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:\b[Pp]lats: ?|\bi |, |\bhos )"
    r"(?P<place>[A-ZÅÄÖ][\w-]+(?:(?:, | )(?:[A-ZÅÄÖ][\w-]+|\w+(?:huset|salen|gården|hotellet)))*)"
)
_THEME = re.compile(r"\b[Tt]ema(?:t)?(?: är|:)? (?P<theme>[^.;\n]+)|\b(?:om|kring) (?P<about>[^.,;\n]+)")


def _next_meeting(lines: Sequence[str], day: date) -> NextMeeting | None:
    """What the lines under *Nästa träff* say together."""
    text = "\n".join(lines)
    coming = [each for each in mentions(text, day) if each.date > day]
    if not text:
        return None
    best = max(coming, key=lambda each: each.precision, default=None)
    place, theme = _PLACE.search(text), _THEME.search(text)
    return NextMeeting(
        best.date if best else None,
        first_time(text),
        "Teams" if _ONLINE.search(text) else place["place"] if place else "",
        (theme["theme"] or theme["about"]).strip() if theme else "",
    )
