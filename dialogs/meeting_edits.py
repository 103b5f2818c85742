"""What a leader filled in on a page of a draft: what of it they changed, what somebody else changed meanwhile."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from cards.forms import mark, marks
from cards.meeting_actions import SaveDraft
from cards.meeting_drafts import LONGEST_OWNER, LONGEST_TITLE
from knowledge.meetings import drafts
from knowledge.meetings.drafts import LONGEST_LINE, Draft, Line
from knowledge.meetings.model import Candidate, Kind, Part
from knowledge.meetings.notes import following
from knowledge.meetings.tasks import written_action

Reader = Callable[[Kind, str], Candidate]


def changed(action: SaveDraft, form: Mapping[str, str]) -> dict[str, str]:
    """What was filled in, by field, but what is as it was shown; `form` is what the fields hold by now.

    A line whose text was emptied is left out.
    """
    shown = marks(action.shown)
    typed = {name: value for name, value in action.filled_in.items() if name in form}
    emptied = {name for name, value in typed.items() if name.startswith("text-") and not value.strip()}
    typed |= {name.replace("text", "tick"): "false" for name in emptied}
    return {
        name: value
        for name, value in typed.items()
        if name not in emptied and mark(value) not in {mark(form[name]), shown.get(name)}
    }


def overtaken(names: Iterable[str], action: SaveDraft, form: Mapping[str, str]) -> dict[str, str]:
    """Of those fields, which somebody else has changed since they were shown, and to what."""
    shown = marks(action.shown)
    return {name: form[name] for name in names if shown.get(name, mark(form[name])) != mark(form[name])}


def edit(draft: Draft, typed: Mapping[str, str]) -> Draft:
    """The draft with what was changed in its fields."""
    title = _one_line(typed.get("title", ""), LONGEST_TITLE) or draft.title
    told = _moved(replace(draft, title=title), day(typed.get("held", "")) or draft.date)
    read = _reader(told)
    edited = replace(told, lines=tuple(_edited(line, typed, read) for line in told.lines))
    edited = drafts.add(edited, (read(kind, line) for kind in Kind for line in _added(kind, typed)))
    fields = {f"name-{number}": name.said for number, name in enumerate(draft.names)}
    instead = {said: " ".join(typed[field].split()) for field, said in fields.items() if field in typed}
    return drafts.called(edited, instead)


def day(typed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(typed)
    return None


def _reader(draft: Draft) -> Reader:
    """How what is written in a draft is read: an action as it is in notes, with who is to do it and by when."""
    next_meeting = following((line.text for line in draft.of(Kind.NEXT)), draft.date)

    def read(kind: Kind, text: str) -> Candidate:
        return written_action(text, draft.date, next_meeting) if kind is Kind.ACTION else Candidate(kind, text)

    return read


def _moved(draft: Draft, held: date) -> Draft:
    """The draft of a meeting that was held on another day than was thought, which days may have been reckoned from."""
    if held == draft.date:
        return draft
    moved = replace(draft, date=held)
    before, after = _reader(draft), _reader(moved)
    return replace(moved, lines=tuple(_reckoned(line, before, after) if line.due else line for line in draft.lines))


def _reckoned(line: Line, before: Reader, after: Reader) -> Line:
    """With the day that its text tells, seen from the day of the meeting; in doubt where it does not tell it."""
    told = _told(line, line.text, before, after)
    doubtful = line.doubtful if told or Part.DAY in line.doubtful else (*line.doubtful, Part.DAY)
    return replace(line, due=told or line.due, doubtful=doubtful, other_due=None)


def _added(kind: Kind, typed: Mapping[str, str]) -> Iterator[str]:
    lines = (_one_line(each, LONGEST_LINE).lstrip("-•* ") for each in typed.get(f"add-{kind}", "").splitlines())
    return filter(None, lines)


def _edited(line: Line, typed: Mapping[str, str], read: Reader) -> Line:
    """Where a leader has changed what was in doubt, they know."""
    words, owner, due = (typed.get(f"{field}-{line.id}") for field in ("text", "owner", "due"))
    reworded = line if words is None else _reworded(line, _one_line(words, LONGEST_LINE), read)
    edited = replace(
        reworded,
        owner=line.owner if owner is None else _one_line(owner, LONGEST_OWNER),
        due=reworded.due if due is None else day(due),
        ticked=typed.get(f"tick-{line.id}", str(line.ticked).lower()) == "true",
    )
    told = {Part.OWNER: owner is not None, Part.DAY: due is not None or reworded.due != line.due}
    known = told if line.kind is Kind.ACTION else {}
    doubtful = tuple(part for part in line.doubtful if not known.get(part, words is not None))
    return replace(edited, doubtful=doubtful)


def _reworded(line: Line, text: str, read: Reader) -> Line:
    return replace(line, text=text, due=_told(line, text, read, read) or line.due)


def _told(line: Line, text: str, before: Reader, after: Reader) -> date | None:
    """The day that a text tells, as it is read now, if the line is due on what its own told before."""
    return after(line.kind, text).due if before(line.kind, line.text).due == line.due else None


def _one_line(typed: str, most: int) -> str:
    return " ".join(typed.split())[:most]
