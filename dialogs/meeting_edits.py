"""What a leader filled in on a page of a draft: what of it they changed, what somebody else changed meanwhile."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from cards.forms import mark, marks
from cards.meeting_actions import SaveDraft
from cards.meeting_drafts import LONGEST_OWNER, LONGEST_TITLE
from knowledge.meetings import drafts
from knowledge.meetings.drafts import LONGEST_LINE, Draft, Line
from knowledge.meetings.model import Kind, Part


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
    lines = tuple(_edited(line, typed) for line in draft.lines)
    edited = replace(draft, title=title, date=day(typed.get("held", "")) or draft.date, lines=lines)
    for kind in Kind:
        added = (_one_line(each, LONGEST_LINE).lstrip("-•* ") for each in typed.get(f"add-{kind}", "").splitlines())
        edited = drafts.add(edited, kind, filter(None, added))
    fields = {f"name-{number}": name.said for number, name in enumerate(draft.names)}
    instead = {said: " ".join(typed[field].split()) for field, said in fields.items() if field in typed}
    return drafts.called(edited, instead)


def day(typed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(typed)
    return None


def _edited(line: Line, typed: Mapping[str, str]) -> Line:
    """Where a leader has changed what was in doubt, they know."""
    words, owner, due = (typed.get(f"{field}-{line.id}") for field in ("text", "owner", "due"))
    edited = replace(
        line,
        text=line.text if words is None else _one_line(words, LONGEST_LINE),
        owner=line.owner if owner is None else _one_line(owner, LONGEST_OWNER),
        due=line.due if due is None else day(due),
        ticked=typed.get(f"tick-{line.id}", str(line.ticked).lower()) == "true",
    )
    known = {Part.OWNER: owner is not None, Part.DAY: due is not None} if line.kind is Kind.ACTION else {}
    doubtful = tuple(part for part in line.doubtful if not known.get(part, words is not None))
    return replace(edited, doubtful=doubtful)


def _one_line(typed: str, most: int) -> str:
    return " ".join(typed.split())[:most]
