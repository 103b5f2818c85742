"""The way to a summary: what to paste, the draft to tick and edit page by page, the preview of the post."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.dates import clock, day, near
from cards.due import by_when
from cards.forms import date_input, inputs, marked, text_input, tick, values
from cards.help import notice
from cards.meeting_actions import DiscardDraft, DraftSummary, ListDrafts, OpenDraft, PublishDraft, SaveDraft, Then
from cards.paging import divided, numbered
from cards.parts import (
    bold,
    buttons,
    card,
    clean,
    faint,
    group,
    heading,
    hidden,
    plain,
    quiet,
    row,
    sentence,
    short,
    size,
    title,
    toggle,
    unmarked,
    within,
)
from cards.poll_actions import BeginEvaluation
from cards.texts import text
from knowledge.meetings.drafts import LONGEST_LINE, Draft, Line
from knowledge.meetings.model import Kind, NextMeeting, Part
from knowledge.meetings.summaries import mark_of
from knowledge.meetings.summary import SECTIONS

PAGE = 16_000  # bytes of fields, for Teams keeps a card under 28 KB
PAGE_LINES = 14
MOST_DRAFTS = 5
LONGEST_TITLE = 120
LONGEST_WORDS = 100_000  # more than Teams lets through: nothing that is pasted is cut off unnoticed
LONGEST_OWNER = 100
LONGEST_ADDED = 2000
LONGEST_NAME = 100
SHOWN_QUOTE = 200
SHOWN_INSTEAD = 200
INSTEAD = 4000  # bytes


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the form and the section that it stands in, None for the names; `opens` if it begins its section."""

    kind: Kind | None
    drawn: Json
    opens: bool = False

    @property
    def weight(self) -> int:
        """Bytes, or of a line its share of what one ticks at a time where that is more."""
        own = size(self.drawn)
        return own if self.opens or self.kind is None else max(PAGE // PAGE_LINES, own)


def new(drafts: Sequence[Draft], today: date, language: str, *, private: bool, alone: bool = False) -> Card:
    """What to paste, under the drafts that wait to be gone on with; under the way to them where others read it.

    In a `private` chat nobody else does, and elsewhere not what is shown to a leader `alone`.
    """
    head = text(language, "meeting-new")
    files = text(language, "meeting-new-files" if private else "meeting-new-no-files")
    fields = {
        "title": _title("", language),
        "held": date_input("held", _label("held", language), today.isoformat(), text(language, "meeting-held-error")),
        "words": _words(language),
    }
    beginning = DraftSummary(proposed=today.isoformat())
    making = execute(text(language, "meeting-make"), beginning, filled_in=tuple(fields))
    waiting = _unfinished(drafts, language) if private or alone else _to_unfinished(drafts, language)
    how = [sentence(text(language, "meeting-new-how")), quiet(files)]
    return card(language, head, [title(head), *waiting, *how, *fields.values(), *buttons([making])])


def ready(shown: Draft, language: str) -> Card:
    """Where others read it: that there is a draft, and the way to it."""
    words = text(language, "meeting-ready", title=short(shown.title, LONGEST_NAME))
    going_on = opening(text(language, "meeting-open-draft"), OpenDraft(draft=shown.id))
    return card(language, words, [plain(words), *buttons([going_on])])


def ready_elsewhere(shown: Draft, language: str) -> Card:
    """Where nobody can go on with it: that there is a draft, and where the way to it is."""
    return notice(text(language, "meeting-ready-elsewhere", title=short(shown.title, LONGEST_NAME)), language)


def draft(shown: Draft, language: str, *, page: int = 0, other: bool = False, note: str = "") -> Card:
    """A page of a draft: each line to tick, with where it was said, and its text to edit.

    It says what `other` may be made of a file, where lessons may; `note` says why it is shown again.
    """
    pages = _pages(shown, language)
    page = min(page, len(pages) - 1)
    number = numbered(page, len(pages), language, "Small")
    begun = [] if page else _opening(shown, language)
    said = [plain(bold(note))] if note else []
    lessons = [quiet(text(language, "meeting-or-lessons"))] if other else []
    form = [*begun, *_sections(pages[page], language)]
    doing = _doing(shown, page, len(pages), marked(values(form)), language)
    return _page(shown, [*said, *lessons, *number, *form], doing, language)


def overtaken(shown: Draft, instead: Mapping[str, str], language: str, *, page: int) -> Card:
    """What somebody filled in on a page where somebody else changed the same meanwhile; `instead` tells to what.

    It has those fields alone, wherever in the form they stand by now.
    """
    head = _head_fields(shown, language)
    parts = [part for part in _parts(shown, language) if instead.keys() & inputs(part.drawn).keys()]
    form = [*(field for field in head if field["id"] in instead), *_sections(parts, language)]
    named = inputs(form)
    lines = (plain(f"{named[name]['label']}: ”{short(held, SHOWN_INSTEAD)}”") for name, held in instead.items())
    said = [plain(bold(text(language, "meeting-overtaken"))), *within(lines, INSTEAD)]
    known = marked({**values(form), **instead})
    doing = _doing(shown, page, len(_pages(shown, language)), known, language)
    return _page(shown, [*said, *form], doing, language)


def form_of(shown: Draft, language: str) -> dict[str, str]:
    """What the fields of all its pages hold, by name."""
    return values([*_head_fields(shown, language), *(part.drawn for part in _parts(shown, language))])


def preview(shown: Draft, post: Card, language: str, *, where: str | None, changed: bool = False) -> Card:
    """The post as it will be, under a line that says that it is not there yet.

    `where` tells to which channel it goes, unless it is read there, and is None if it corrects a post; it is `changed`
    if it is other than what was seen before.
    """
    words = text(language, "meeting-preview-changed" if changed else "meeting-preview-how")
    publish = text(language, "meeting-publish-again" if where is None else "meeting-publish")
    doing = [
        execute(publish, PublishDraft(draft=shown.id, seen=mark_of(shown))),
        execute(text(language, "meeting-back"), OpenDraft(draft=shown.id)),
    ]
    record = quiet(text(language, "meeting-record"))
    body = [plain(bold(words)), record, group(post.content["body"], separator=True)]
    told = [sentence(where)] if where else []
    return card(language, words, [*body, group([*told, *buttons(doing)], separator=True)])


def published(post: str, language: str) -> Card:
    """That the summary is posted, as the post of that id, and the way to evaluate the meeting under it."""
    words = text(language, "meeting-published")
    evaluating = execute(text(language, "evaluation-begin"), BeginEvaluation(post=post))
    return card(language, words, [plain(words), *buttons([evaluating])])


def discarding(shown: Draft, language: str) -> Card:
    """Asks before a draft is thrown away."""
    words = text(language, "meeting-discard-sure", title=short(shown.title, LONGEST_NAME))
    choices = [
        execute(text(language, "meeting-discard-yes"), DiscardDraft(draft=shown.id, sure=True)),
        execute(text(language, "meeting-discard-no"), OpenDraft(draft=shown.id)),
    ]
    return card(language, words, [plain(words), *buttons(choices)])


def next_meeting(known: NextMeeting, today: date, language: str) -> str:
    """What is known of the next meeting, in one line; empty where nothing is."""
    on = near(language, known.date, today) if known.date else ""
    at = text(language, "meeting-next-at", time=clock(language, known.time)) if known.time else ""
    where = ", ".join(filter(None, (" ".join(filter(None, (on, at))), known.place)))
    about = text(language, "meeting-next-theme", theme=known.theme) if known.theme else ""
    return ". ".join(filter(None, (where, about)))


def _unfinished(drafts: Sequence[Draft], language: str) -> list[Json]:
    if not drafts:
        return []
    lines = [_unfinished_one(each, language) for each in drafts[:MOST_DRAFTS]]
    left = len(drafts) - len(lines)
    more = [quiet(text(language, "meeting-drafts-more", count=left))] if left else []
    return [group([heading(text(language, "meeting-unfinished")), *lines, *more])]


def _to_unfinished(drafts: Sequence[Draft], language: str) -> list[Json]:
    showing = execute(text(language, "meeting-show-unfinished"), ListDrafts(), past_inputs=True)
    return buttons([showing]) if drafts else []


def _unfinished_one(each: Draft, language: str) -> Json:
    name, date = short(each.title, LONGEST_NAME), day(language, each.date)
    going_on = opening(text(language, "meeting-open-draft"), OpenDraft(draft=each.id), about=f"{name}, {date}")
    return row(plain(name, faint(f" · {date}")), going_on)


def _opening(shown: Draft, language: str) -> list[Json]:
    """How to go about it, and the meeting's name and day."""
    how = text(language, "meeting-draft-sure" if shown.certain else "meeting-draft-guessed")
    return [sentence(how), quiet(text(language, "meeting-record")), *_head_fields(shown, language)]


def _head_fields(shown: Draft, language: str) -> list[Json]:
    held = date_input("held", _label("held", language), shown.date.isoformat(), text(language, "meeting-held-error"))
    return [_title(shown.title, language), held]


def _page(shown: Draft, body: Sequence[Json], doing: Iterator[Json], language: str) -> Card:
    head = text(language, "meeting-draft", title=short(shown.title, LONGEST_NAME))
    return card(language, head, [title(head), *body, *buttons(doing)])


def _title(typed: str, language: str) -> Json:
    required = {"isRequired": True, "errorMessage": text(language, "meeting-title-error")}
    return {**text_input("title", _label("title", language), typed, most=LONGEST_TITLE), **required}


def _words(language: str) -> Json:
    required = {"isRequired": True, "errorMessage": text(language, "meeting-words-error")}
    return {**text_input("words", _label("words", language), "", most=LONGEST_WORDS, lines=True), **required}


def _label(field: str, language: str) -> str:
    return text(language, f"meeting-label-{field}")


def _pages(shown: Draft, language: str) -> list[list[_Part]]:
    """The form in as many pages as Teams and readers ask for."""
    return divided(_parts(shown, language), lambda part: part.weight, PAGE)


def _parts(shown: Draft, language: str) -> Iterator[_Part]:
    for kind in SECTIONS:
        lines = shown.of(kind)
        if lines or kind is not Kind.DISCUSSED:
            yield _Part(kind, _section(kind, language), opens=True)
        for line in lines:
            yield _Part(kind, _line(line, shown, language))
    for number, name in enumerate(shown.names):
        label = text(language, "meeting-label-name", name=unmarked(short(name.said, LONGEST_NAME)))
        yield _Part(None, text_input(f"name-{number}", label, clean(name.shown), most=LONGEST_NAME))


def _sections(parts: Sequence[_Part], language: str) -> Iterator[Json]:
    """The parts of a page, section by section; one that goes on from the page before has its heading again."""
    for kind, found in groupby(parts, key=lambda part: part.kind):
        first, *rest = found
        heads = [] if first.opens else _heading(kind, language)
        yield group([*heads, first.drawn, *(part.drawn for part in rest)])


def _heading(kind: Kind | None, language: str) -> list[Json]:
    if kind:
        return [heading(text(language, "meeting-section", kind=kind))]
    return [heading(text(language, "meeting-names")), quiet(text(language, "meeting-names-how"))]


def _section(kind: Kind, language: str) -> Json:
    """The heading, and the field for what was not found, as soon as somebody wants to add it."""
    named = text(language, "meeting-section", kind=kind)
    field = text_input(f"add-{kind}", _label("add", language), "", most=LONGEST_ADDED, lines=True)
    adding = toggle(text(language, "meeting-add"), (f"added-{kind}",), about=named)
    return group([row(heading(named), adding), hidden(f"added-{kind}", [field])], spacing="None")


def _line(line: Line, shown: Draft, language: str) -> Json:
    """A box to tick, where the line was said, and its fields as soon as somebody wants to edit it."""
    words = _as_read(line, shown, language)
    box = tick(f"tick-{line.id}", "", words, str(line.ticked).lower())
    edit = toggle(text(language, "meeting-edit"), (f"edit-{line.id}",), about=short(words, LONGEST_NAME))
    where = [_quote(line, shown)] if line.quote else []
    doubts = " ".join(_in_doubt(line, shown, language))
    doubt = [plain(doubts, spacing="None")] if doubts else []
    fields = hidden(f"edit-{line.id}", _fields(line, shown, language))
    return group([row(box, edit), *where, *doubt, fields], spacing="Small")


def _as_read(line: Line, shown: Draft, language: str) -> str:
    """The line as it will stand in the post, in one run of text."""
    owner = f"{shown.said(line.owner)}: " if line.owner else ""
    due = by_when(line.text, line.due, lambda day: near(language, day, shown.date), language)
    return clean(f"{owner}{shown.said(line.text)}{f' · {due}' if due else ''}")


def _quote(line: Line, shown: Draft) -> Json:
    by = shown.said(line.speaker) if line.speaker else ""
    where = " · ".join(filter(None, (_clock(line.at) if line.at is not None else "", by)))
    return plain(faint(f"{where} ”{short(line.quote, SHOWN_QUOTE)}”".strip()), spacing="None")


def _in_doubt(line: Line, shown: Draft, language: str) -> Iterator[str]:
    """What of it to see after, for it may be otherwise; not who of two that are called the same in the post."""
    if line.kind is not Kind.ACTION and line.doubtful:
        parts = ", ".join(text(language, "meeting-part", part=part) for part in line.doubtful)
        yield text(language, "meeting-doubtful", parts=parts)
        return
    if Part.OWNER in line.doubtful and (other := shown.said(line.other_owner)) != shown.said(line.owner):
        yield text(language, "meeting-doubtful-owner", name=clean(other))
    if Part.DAY in line.doubtful:
        day = near(language, line.other_due, shown.date) if line.other_due else ""
        known = "some" if line.due is None else "other" if day else "none"
        yield text(language, "meeting-doubtful-due", known=known, date=day)


def _clock(at: timedelta) -> str:
    """How far into the recording: *12:40*, *1:02:40*."""
    minutes, seconds = divmod(max(0, int(at.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _fields(line: Line, shown: Draft, language: str) -> list[Json]:
    said = clean(shown.said(line.text))
    fields = [text_input(f"text-{line.id}", _label("text", language), said, most=LONGEST_LINE, lines=True)]
    if line.kind is Kind.ACTION:
        owner = clean(shown.said(line.owner))
        fields += [
            text_input(f"owner-{line.id}", _label("owner", language), owner, most=LONGEST_OWNER),
            date_input(f"due-{line.id}", _label("due", language), line.due.isoformat() if line.due else ""),
        ]
    return fields


def _doing(shown: Draft, page: int, pages: int, marked: str, language: str) -> Iterator[Json]:
    """The buttons, which bring back how the fields of the page are `marked`."""

    def then(what: Then) -> Json:
        saving = SaveDraft(draft=shown.id, page=page, then=what, shown=marked)
        return execute(text(language, f"meeting-{what}"), saving)

    if page < pages - 1:
        yield then(Then.LATER)
    if page > 0:
        yield then(Then.EARLIER)
    yield then(Then.PREVIEW)
    yield then(Then.CLOSE)
    yield execute(text(language, "meeting-discard"), DiscardDraft(draft=shown.id), past_inputs=True)
