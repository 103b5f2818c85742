"""Written notes: whoever wrote them sorted them, under headings, in tables or by a word before a colon (*Beslut: …*).

What stands under a heading of its own is what was discussed of that theme. Where nothing is sorted, each line is what
its words say it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from knowledge.meetings.attendance import people_in
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import mentions
from knowledge.meetings.headings import BESIDE, GREETING, LABEL, NO_KIND, OCCASION, THEME, kind_labelled, kind_of
from knowledge.meetings.layout import Entry, Mark, entries, with_headings
from knowledge.meetings.model import Candidate, Document, Kind, Understood
from knowledge.meetings.speech import split
from knowledge.meetings.tables import head, told
from knowledge.meetings.tasks import belongs_to_it, in_row, names_somebody, owner_alone, written_action
from knowledge.meetings.wording import LIMIT, capitalised, shortened

_HALF_A_YEAR = timedelta(days=183)
_FEBRUARY = 2
_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?: [A-ZÅÄÖÉ][\w-]+){1,2}(?:, \w+| \([^)]*\))?")
_NUMBERED = re.compile(r"(?:^|\s)\d\) ")  # *1) Vi delar mallen 2) Vi ses i maj*


@dataclass(frozen=True, slots=True)
class _Item:
    """What was written under a kind, BESIDE or the heading of a theme; `who` and `when` if it stood in a table.

    `owner` stands on a line of their own above it, and `details` in the list below it.
    """

    text: str
    under: str
    theme: str = ""
    who: str = ""
    when: str = ""
    owner: str = ""
    details: tuple[str, ...] = ()
    entry: Entry | None = None

    @property
    def sorted(self) -> bool:
        """Whether whoever wrote it said of what kind it is."""
        return bool(self.under)


def day_of_notes(document: Document, today: date) -> date | None:
    """When the meeting was held, as far as the notes say; that may be as late as `today`."""
    day, _ = _held(entries([line.text for line in document.lines]), today)
    return document.date or day


def understand_notes(document: Document, today: date) -> Understood:
    """`today` is when the meeting was held, as far as anybody says beside the notes."""
    written = entries([line.text for line in document.lines])
    title = document.title or _title(written)
    day, told_by = _held(written, today)
    held = document.date or day
    body = written[1:] if title and not document.title else written
    every = list(_items([each for each in body if each is not told_by], held or today))
    items = [each for each in every if each.under != BESIDE]
    people = people_in(each.text for each in every if each.under == BESIDE)
    next_meeting = following([each.text for each in items if each.under == Kind.NEXT], held or today)
    candidates = tuple(_candidate(each, held or today, next_meeting) for each in items)
    return Understood(title, held, candidates, None, certain=any(each.sorted for each in items), people=people)


def _title(written: Sequence[Entry]) -> str:
    """The first line, unless it already says what follows."""
    if not written:
        return ""
    first = written[0]
    is_listed = first.mark in (Mark.ROW, Mark.BULLET, Mark.NUMBER) or first.cells
    says = kind_of(first.text) or kind_labelled(first.text) or _unsorted(first.text) is not Kind.DISCUSSED
    return "" if is_listed or says else capitalised(shortened(first.text.rstrip(" :")))


def _held(written: Iterable[Entry], today: date) -> tuple[date | None, Entry | None]:
    """The day and month that stands at the top, before anything that was noted, and what tells little else."""
    for entry in written:
        kind = kind_labelled(entry.text) or kind_of(entry.text)
        in_table = entry.cells and kind_of(entry.cells[0]) not in (BESIDE, OCCASION)
        if in_table or kind not in NO_KIND or _unsorted(entry.text) is not Kind.DISCUSSED:
            break
        for mention in mentions(entry.text, today):
            day = _past(mention.date, today)
            if day and mention.precision is Precision.EXPLICIT and not mention.deadline:
                return day, entry if entry.is_short else None
    return None, None


def _past(day: date, today: date) -> date | None:
    """It, or where no year is named the same day last year; None where neither is lately."""
    if day <= today:
        return day
    earlier = day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == _FEBRUARY else 31))
    return earlier if today - earlier <= _HALF_A_YEAR else None


def _items(written: Sequence[Entry], day: date) -> Iterator[_Item]:
    """What was written, item by item."""
    held: _Item | None = None
    for item in _owned(_sections(written), day):
        if item and held and held.under in (Kind.ACTION, Kind.DECISION) and belongs_to_it(item.text):
            held = replace(held, text=f"{held.text.rstrip('.')}. {item.text}")
            continue
        if item and held and _is_detail(item, held, day):
            held = replace(held, details=(*held.details, item.text.rstrip(".")))
            continue
        yield from _divided(held)
        held = item
    yield from _divided(held)


def _owned(items: Iterable[_Item | None], day: date) -> Iterator[_Item | None]:
    """The items, each with the owner who stands above it; None for a line that only names one."""
    above: _Item | None = None
    for item in items:
        if item and item.under == Kind.ACTION and not item.text:
            above = item
            yield None
            continue
        above = above if item and above and _is_for(item, above) else None
        yield replace(item, owner=above.owner) if item and above and not names_somebody(item.text, day) else item


def _is_for(item: _Item, above: _Item) -> bool:
    """Whether what is to be done is for who stands above it: in a list below them, if it is one."""
    nested = above.entry is None or (item.entry is not None and item.entry.is_under(above.entry))
    return item.under == Kind.ACTION and nested


def _is_detail(item: _Item, held: _Item, day: date) -> bool:
    """Whether it only says more of the action that it stands under."""
    nested = item.entry and held.entry and item.entry.is_under(held.entry)
    return bool(nested) and item.under == held.under == Kind.ACTION and not names_somebody(item.text, day)


def _divided(item: _Item | None) -> Iterator[_Item]:
    """An item, or the several that stand on one line, or the sentences of one that is as long as a paragraph."""
    if item:
        yield from (replace(item, text=each.strip()) for each in _parts(item) if each.strip())


def _parts(item: _Item) -> Sequence[str]:
    if item.details:
        return [item.text]
    if len(_NUMBERED.findall(item.text)) > 1:
        return _NUMBERED.split(item.text)
    if item.under == Kind.ACTION and "; " in item.text:
        return item.text.split("; ")
    sentences = split(item.text)
    if len(item.text) > LIMIT:
        return sentences
    alike = [[*its] for _, its in groupby(sentences, _unsorted)]
    return [item.text] if item.sorted else [" ".join(its) for its in alike]


def _sections(written: Sequence[Entry]) -> Iterator[_Item | None]:
    """Each entry under the heading of its section or as its own label says; None for a heading."""
    under, theme, columns = "", "", tuple[str, ...]()
    before: Mark | None = None  # in the section
    among_people = False
    for (entry, is_heading), after in zip(with_headings(written), [*written, None][1:], strict=True):
        among_people = kind_labelled(entry.text) == BESIDE or (
            among_people and not entry.parted and bool(_PERSON.fullmatch(entry.text))
        )
        if under == Kind.ACTION and after and (owner := _owner_above(entry, after)):
            yield _Item("", under, owner=owner, entry=entry if after.is_under(entry) else None)
            continue
        if is_heading:
            under, theme = _section(entry.text, under, theme)
            columns, before = (), None
            yield None
            continue
        is_after_list = before not in (None, Mark.PLAIN) or (before and under == BESIDE)
        if entry.parted and entry.mark is Mark.PLAIN and is_after_list:
            under, theme = "", ""
        before = entry.mark
        known = head(entry.cells)
        columns = known or (() if entry.parted else columns)
        if known:
            continue
        if entry.cells and (columns or entry.mark is Mark.ROW):
            for each in told(entry.cells, columns):
                yield _Item(each.text, each.kind or under, theme, each.who, each.when)
        else:
            item = _Item(entry.text, BESIDE) if among_people else _item(entry.text, under, theme)
            yield replace(item, entry=entry)


def _owner_above(entry: Entry, after: Entry) -> str:
    """Who is to do what stands under an entry that says nothing else."""
    over_list = entry.mark is Mark.PLAIN and not entry.parted and after.is_listed
    labels = entry.text.endswith(":") and not after.text.endswith(":") and (after.is_listed or not after.parted)
    if kind_of(entry.text) or kind_of(after.text) or not (over_list or labels or after.is_under(entry)):
        return ""
    return owner_alone(entry.text, after.text, listed=entry.is_listed)


def _section(heading: str, under: str, theme: str) -> tuple[str, str]:
    """What stands under a heading, where that was so far."""
    kind = kind_of(heading)
    if kind == GREETING:
        return "", ""
    if kind == OCCASION:
        return (under, theme) if under or theme else (BESIDE, "")
    return ("", heading.strip(" :")) if kind in ("", THEME) else (kind, "")


def _item(text: str, under: str, theme: str) -> _Item:
    kind = kind_labelled(text)
    if kind not in NO_KIND:
        return _Item(LABEL.sub(r"\g<rest>", text), kind, theme)
    at_top = under in ("", BESIDE) and not theme
    if kind == BESIDE or (kind == OCCASION and at_top):
        return _Item(text, BESIDE)
    says = _unsorted(text)
    if says is Kind.NEXT or (under == BESIDE and says is not Kind.DISCUSSED):
        return _Item(text, says)
    return _Item(text, under, theme)


def _candidate(item: _Item, day: date, next_meeting: date | None) -> Candidate:
    kind = Kind(item.under) if item.under else _unsorted(item.text)
    if kind is Kind.DECISION and item.sorted and cue("wrote", "undecided").search(item.text.lower()):
        kind = Kind.DISCUSSED
    if kind is Kind.ACTION:
        action = _action(item, day, next_meeting)
        return replace(action, text=shortened(action.text))
    beside = ", ".join(filter(None, (item.who, item.when)))
    text = f"{shortened(item.text)} ({beside})" if beside else shortened(item.text)
    return Candidate(kind, capitalised(text), theme=item.theme if kind is Kind.DISCUSSED else "")


def _action(item: _Item, day: date, next_meeting: date | None) -> Candidate:
    if item.who or item.when:
        return in_row(item.text, item.who, item.when, day, next_meeting)
    return _with_details(item, written_action(_told_by_owner(item), day, next_meeting))


def _told_by_owner(item: _Item) -> str:
    return f"{item.owner}: {item.text}" if item.owner else item.text


def _with_details(item: _Item, found: Candidate) -> Candidate:
    said = filter(None, (found.text.rstrip("."), ", ".join(item.details)))
    return replace(found, text=" – ".join(said)) if item.details else found


def _unsorted(text: str) -> Kind:
    """What the words of a line say it is."""
    low = text.lower()
    if cue("wrote", "decided").search(low) and not cue("undecided").search(low):
        return Kind.DECISION
    if text.endswith("?") or cue("wrote", "asked").search(low):
        return Kind.QUESTION
    if cue("tries").search(low):
        return Kind.TRY
    if any(cue("learned", name).search(low) for name in ("named", "regret")):
        return Kind.LEARNED
    return Kind.NEXT if cue("wrote", "next").search(low) else Kind.DISCUSSED


def following(lines: Iterable[str], day: date) -> date | None:
    """The day of the next meeting, as the lines about it tell."""
    coming = [each for each in mentions("\n".join(lines), day) if each.date > day]
    best = max(coming, key=lambda each: each.precision, default=None)
    return best.date if best else None
