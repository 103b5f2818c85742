"""Where somebody is named in drafts, summaries and posts of meetings, and how they are named there no longer.

Only whole names tell who is meant. Those that others of the same name bear in the same network go with them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from knowledge import networks, people, posts, presence
from knowledge.meetings import drafts, labels, names, summaries
from knowledge.meetings.drafts import Draft, Line
from knowledge.meetings.names import Name
from knowledge.meetings.summaries import Draw
from knowledge.meetings.summary import Item, Summary
from knowledge.personal import Fact, Someone
from knowledge.posts import Kept
from knowledge.store.contract import Transaction

SOMEBODY = "en deltagare"  # as the library, in Swedish
POSTS = "meeting/"  # what the posts of summaries belong to
READ = frozenset(["summary", "text", "title", "tooltip"])  # of a card

Write = Callable[[str], str]
_Line = TypeVar("_Line", Line, Item)


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The meetings in whose drafts or summaries they are named, and the posts of those that were removed."""
    return [fact for network in networks_of(tx, person) for fact in _kept_in(tx, network, person)]


def forget_person(tx: Transaction, person: Someone, now: datetime, *, draw: Draw) -> None:
    """Write *en deltagare* in the place of their name, or the municipality that was named beside it."""
    for network in networks_of(tx, person):
        for draft in drafts.every(tx, network):
            if _is_named(draft, person):
                drafts.change(tx, network, _draft_without(draft, person))
        for summary in summaries.every(tx, network):
            if _is_named(summary, person):
                summaries.change(tx, network, _summary_without(summary, person), draw, now)
        for kept in _posts(tx, network, person):
            posts.write_anew(tx, kept, _read_anew(kept.post.card, without(person)), now)
        labels.write_anew(tx, network, without(person))


def without(person: Someone) -> Write:
    """Writes *en deltagare* in the place of their name."""
    return partial(names.shown, names=(Name(person.name, SOMEBODY),))


def _kept_in(tx: Transaction, network: str, person: Someone) -> Iterator[Fact]:
    published = summaries.every(tx, network)
    kept: list[Draft | Summary] = [*drafts.every(tx, network), *published]
    for held in kept:
        if _is_named(held, person):
            yield Fact("meeting", {"meeting": held.title}, network)
    told = {each.post for each in published}
    yield from (posts.as_fact(each, "post-about") for each in _posts(tx, network, person) if each.id not in told)


def _posts(tx: Transaction, network: str, person: Someone) -> list[Kept]:
    """The posts of meetings that name them, also of meetings that are kept no longer."""
    kept = posts.of(tx, network, POSTS)
    return [each for each in kept if any(names.is_in(text, person.name) for text in _read(each.post.card))]


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


def _read(part: object) -> Iterator[str]:
    """What people read in a card, or a part of one."""
    if isinstance(part, list):
        yield from (text for each in part for text in _read(each))
    if isinstance(part, Mapping):
        yield from (text for name in READ if isinstance(text := part.get(name), str))
        yield from (text for each in part.values() for text in _read(each))


def _read_anew(part: Any, write: Write) -> Any:
    if isinstance(part, list):
        return [_read_anew(each, write) for each in part]
    if not isinstance(part, Mapping):
        return part
    anew = {name: _read_anew(held, write) for name, held in part.items()}
    return anew | {name: write(text) for name in READ if isinstance(text := part.get(name), str)}
