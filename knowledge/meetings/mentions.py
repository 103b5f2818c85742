"""Where somebody is named in drafts and summaries of meetings, and how they are named there no longer.

Only whole names tell who is meant. Those that others of the same name bear in the same network go with them.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from knowledge import networks, people, presence
from knowledge.meetings import drafts, labels, names, summaries
from knowledge.meetings.drafts import Draft, Line
from knowledge.meetings.names import Name
from knowledge.meetings.summaries import Draw
from knowledge.meetings.summary import Item, Summary
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction

SOMEBODY = "en deltagare"  # as the library, in Swedish

Write = Callable[[str], str]
_Line = TypeVar("_Line", Line, Item)


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The meetings in whose drafts or summaries they are named."""
    return [
        Fact("meeting", {"meeting": held.title}, network)
        for network in networks_of(tx, person)
        for held in _every(tx, network)
        if _is_named(held, person)
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime, *, draw: Draw) -> None:
    """Write *en deltagare* in the place of their name, or the municipality that was named beside it."""
    for network in networks_of(tx, person):
        for draft in drafts.every(tx, network):
            if _is_named(draft, person):
                drafts.change(tx, network, _draft_without(draft, person))
        for summary in summaries.every(tx, network):
            if _is_named(summary, person):
                summaries.change(tx, network, _summary_without(summary, person), draw, now)
        labels.write_anew(tx, network, without(person))


def without(person: Someone) -> Write:
    """Writes *en deltagare* in the place of their name."""
    return partial(names.shown, names=(Name(person.name, SOMEBODY),))


def _every(tx: Transaction, network: str) -> list[Draft | Summary]:
    return [*drafts.every(tx, network), *summaries.every(tx, network)]


def networks_of(tx: Transaction, person: Someone) -> list[str]:
    """The networks that they are known to take part in, or to have left."""
    if not person.name:
        return []
    seen = presence.find(tx, person.id)
    return [each for each in networks.every(tx) if (seen and seen.network == each) or people.find(tx, each, person.id)]


def _is_named(held: Draft | Summary, person: Someone) -> bool:
    return any(names.is_in(text, person.name) for text in _texts(held))


def _texts(held: Draft | Summary) -> Iterator[str]:
    yield held.title
    for line in held.lines if isinstance(held, Draft) else (item for each in held.sections for item in each.items):
        yield from _written(line).values()
    for name in held.names if isinstance(held, Draft) else ():
        yield from (name.said, name.shown)


def _written(line: Line | Item) -> dict[str, str]:
    """All that is written in a line, by field."""
    held = {field.name: getattr(line, field.name) for field in fields(line)}
    return {name: value for name, value in held.items() if type(value) is str and name != "id"}


def _anew(line: _Line, write: Write) -> _Line:
    anew: dict[str, Any] = {name: write(value) for name, value in _written(line).items()}
    return replace(line, **anew)


def _draft_without(draft: Draft, person: Someone) -> Draft:
    others = tuple(each for each in draft.names if not names.is_in(each.said, person.name))
    theirs = [each.said for each in draft.names if each not in others]
    instead = next(filter(None, map(names.municipality, theirs)), SOMEBODY)
    known = [
        *(replace(each, shown=each.said) for each in others),
        *(Name(each, instead) for each in (*theirs, person.name)),
    ]
    write = partial(names.shown, names=known)
    lines = tuple(_anew(line, write) for line in draft.lines)
    left = tuple(replace(each, shown=write(each.shown)) for each in others)
    return replace(draft, title=write(draft.title), lines=lines, names=left)


def _summary_without(summary: Summary, person: Someone) -> Summary:
    write = without(person)
    sections = (
        replace(section, items=tuple(_anew(item, write) for item in section.items)) for section in summary.sections
    )
    return replace(summary, title=write(summary.title), sections=tuple(sections))
