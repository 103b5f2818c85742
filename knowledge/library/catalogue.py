"""The library of a network: the shipped cases, those imported for every network, and its own.

The nearer replaces the farther: a network's own case stands for the shipped one with the same id, and so does
its own statement for another's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import TypeAdapter

from knowledge.library import changes, retiring
from knowledge.library.case import parse
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.merging import Merges, apart, merged, together
from knowledge.library.model import Case, Kind, Section, Visibility
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, prefix, stamp
from knowledge.store.paging import every

_CASES = TypeAdapter(Case)


class Change(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class News:
    """A case that came or changed at `at`; `added` is when everybody came to see it, None if ever since Erfa came."""

    case: str
    title: str
    themes: tuple[str, ...]
    added: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Label:
    """What a case is called and about; `at` is when it came or changed, None if it is as it came with Erfa."""

    title: str
    themes: tuple[str, ...]
    at: datetime | None


class ConfidentialForAll(ValueError):
    """A confidential case belongs to one network; it cannot be given to all."""


def shipped_folder() -> Traversable:
    return files("knowledge") / "library" / "cases"


@cache
def shipped() -> tuple[Case, ...]:
    """The cases that come with Erfa, in order of id."""
    found = shipped_folder().iterdir()
    texts = sorted((file.name, file.read_text("utf-8")) for file in found if file.name.endswith(".md"))
    return tuple(parse(text, name) for name, text in texts)


def visible(case: Case, leader_in_private: bool) -> bool:
    """Whether someone of the case's network may see it: a public one all, anywhere; else its leaders, in private."""
    return case.visibility is Visibility.PUBLIC or leader_in_private


def cases(tx: Transaction, network: str, leader_in_private: bool = False) -> list[Case]:
    """The library of a network as one asker may see it, in order of id.

    Every `disputed_by` names passages that are in it, and is mutual.
    """
    known: dict[str, Case] = {}
    for case in (*_stored(tx, network), *_stored(tx, ALL_NETWORKS), *shipped()):
        if visible(case, leader_in_private):
            known.setdefault(case.id, case)
    shown = Merges(known, retiring.retired(tx, network)).shown()
    return sorted(_reconciled(shown), key=lambda case: case.id)


def changed_since(
    tx: Transaction, network: str, version: str, leader_in_private: bool = False
) -> dict[str, Case | None] | None:
    """The cases that came or changed since a version, or None for each that went; None where that is too much.

    As they are alone: not reconciled with the others.
    """
    ids = changes.since(tx, network, version)
    return None if ids is None else _shown(tx, network, ids, leader_in_private)


def find(tx: Transaction, network: str, id: str, leader_in_private: bool = False) -> Case | None:
    """A case as one asker may see it, alone: not reconciled with the others."""
    return _shown(tx, network, [id], leader_in_private)[id]


def find_retired(tx: Transaction, network: str, id: str, leader_in_private: bool = False) -> Case | None:
    """As `find`, whether or not it was put away."""
    held = (tx.get(_place(of, id)) for of in (network, ALL_NETWORKS))
    cases = (*(_case(entry) for entry in held if entry), *(case for case in shipped() if case.id == id))
    return next((case for case in cases if visible(case, leader_in_private)), None)


def put_case(tx: Transaction, network: str, case: Case, at: datetime) -> Change:
    """Add or update a case for one network, or for ALL_NETWORKS. Raises ConfidentialForAll.

    A case that says what the network would see anyway is not kept, so that later editions of it come through.
    """
    if is_confidential_for_all(network, case):
        raise ConfidentialForAll(case.id)
    place, inherited = _place(network, case.id), _inherited(tx, network, case.id)
    held = tx.get(place)
    now = _case(held) if held else inherited
    others = _merges(tx, network, [case.id], leader_in_private=True).into(case)
    if now == case or (now and others and merged(now, others) == case):
        return Change.UNCHANGED
    case = apart(case, others)
    if held and now and replace(now, checked=case.checked) == case:  # which is no news
        tx.put(place, {**held.value, "case": _CASES.dump_python(case, mode="json")})
        changes.note(tx, network, case.id)
        return Change.CHANGED
    if held:
        tx.delete(_news(network, held.value["at"], case.id))
    if case == inherited:
        tx.delete(place)
    else:
        came = _came(held, inherited, stamp(at))
        tx.put(place, {"case": _CASES.dump_python(case, mode="json"), "at": stamp(at), "added": came})
        if case.kind is not Kind.MEETING:  # whose post everybody has seen
            tx.put(_news(network, stamp(at), case.id), _told(case, stamp(at), came))
    changes.note(tx, network, case.id)
    return Change.CHANGED if now else Change.ADDED


def news(tx: Transaction, network: str, since: datetime, limit: int) -> list[News]:
    """What came or changed at `since` or later in the library that everybody in the network sees, oldest first.

    Looks at up to `limit` cases of the network, and of those for all networks.
    """
    own = _told_since(tx, network, since, limit)
    for_all = [each for each in _told_since(tx, ALL_NETWORKS, since, limit) if not _replaced(tx, network, each["case"])]
    retired = retiring.retired(tx, network)
    told = (each for each in (*own, *for_all) if each["case"] not in retired)
    return sorted(map(_as_news, told), key=lambda each: each.at)


def label(tx: Transaction, network: str, id: str) -> Label | None:
    """What a case, or the one it was merged into, is called, as everybody in the network sees it; else None."""
    into = retiring.retired_into(tx, network, id)
    if into is not None:
        return label(tx, network, into) if into else None
    for entry in filter(None, (tx.get(_place(of, id)) for of in (network, ALL_NETWORKS))):
        case = entry.value["case"]  # a whole case is slow to make
        if case["visibility"] == Visibility.PUBLIC:
            return Label(case["title"], tuple(case["themes"]), datetime.fromisoformat(entry.value["at"]))
    return next((Label(case.title, case.themes, None) for case in shipped() if case.id == id), None)


def has(tx: Transaction, network: str, id: str) -> bool:
    """Whether the network has a version of its own."""
    return tx.get(_place(network, id)) is not None


def remove_case(tx: Transaction, network: str, id: str) -> None:
    """Let go of the network's own version of a case; one that others have comes through again.

    Where nothing does, what was merged into it stands alone again.
    """
    held = tx.get(_place(network, id))
    if not held:
        return
    tx.delete(held.key)
    tx.delete(_news(network, held.value["at"], id))
    changes.note(tx, network, id)
    if _inherited(tx, network, id) is None:
        away = retiring.retired(tx, network)
        for each in (each for each, into in away.items() if id in {each, into}):
            retiring.restore(tx, network, each)


def is_confidential_for_all(network: str, case: Case) -> bool:
    return network == ALL_NETWORKS and case.visibility is Visibility.CONFIDENTIAL


def _merges(tx: Transaction, network: str, ids: Iterable[str], leader_in_private: bool) -> Merges:
    """The cases of those ids, away or not, with all that any of them is merged with."""
    away = retiring.retired(tx, network)
    found = {id: find_retired(tx, network, id, leader_in_private) for id in together(ids, away)}
    return Merges({id: case for id, case in found.items() if case}, away)


def _shown(tx: Transaction, network: str, ids: Iterable[str], leader_in_private: bool) -> dict[str, Case | None]:
    """The cases of those ids and all that any of them is merged with; None for those that are away or not there."""
    merges = _merges(tx, network, ids, leader_in_private)
    shown = {case.id: case for case in merges.shown()}
    return {id: shown.get(id) for id in together(ids, merges.away)}


def _place(network: str, case: str) -> str:
    return key("networks", network, "library", case)


def _case(entry: Entry) -> Case:
    """Kept as fields rather than as a file: quick to read, and good even if the check of files grows stricter."""
    return _CASES.validate_python(entry.value["case"])


def _came(held: Entry | None, inherited: Case | None, at: str) -> str | None:
    """Since when everybody sees the case, if not since ever."""
    if held and visible(_case(held), leader_in_private=False):
        came: str | None = held.value["added"]
        return came
    return None if inherited else at


def _told_since(tx: Transaction, of: str, since: datetime, limit: int) -> list[dict[str, Any]]:
    area = prefix("networks", of, "library-news")
    entries = tx.query(area, area + stamp(since), limit)
    return [entry.value for entry in entries if entry.value["visibility"] == Visibility.PUBLIC]


def _replaced(tx: Transaction, network: str, id: str) -> bool:
    """Whether the network has a version of its own that everybody sees."""
    entry = tx.get(_place(network, id))
    return entry is not None and visible(_case(entry), leader_in_private=False)


def _told(case: Case, at: str, added: str | None) -> dict[str, Any]:
    """What a digest says of a case; kept apart, since a whole case is slow to read."""
    told = {"case": case.id, "title": case.title, "themes": list(case.themes), "visibility": case.visibility.value}
    return {**told, "added": added, "at": at}


def _as_news(value: dict[str, Any]) -> News:
    added = datetime.fromisoformat(value["added"]) if value["added"] else None
    at = datetime.fromisoformat(value["at"])
    return News(value["case"], value["title"], tuple(value["themes"]), added, at)


def _news(network: str, at: str, case: str) -> str:
    return key("networks", network, "library-news", at, case)


def _stored(tx: Transaction, network: str) -> Iterator[Case]:
    return map(_case, every(tx, prefix("networks", network, "library")))


def _inherited(tx: Transaction, network: str, id: str) -> Case | None:
    """What the network would see without a case of its own."""
    entry = tx.get(_place(ALL_NETWORKS, id)) if network != ALL_NETWORKS else None
    if entry:
        return _case(entry)
    return next((case for case in shipped() if case.id == id), None)


def _reconciled(found: Iterable[Case]) -> Iterator[Case]:
    """The cases, nearest first, as one library: each statement once, disputes closed over what is there."""
    found = list(found)
    home: dict[str, str] = {}
    for case in found:
        for passage in case.passages:
            home.setdefault(passage.id, case.id)
    against = _disputes(found, home)
    for case in found:
        sections = (_own_part(section, home, against) for section in case.sections)
        yield replace(case, sections=tuple(each for each in sections if each.passages))


def _own_part(section: Section, home: Mapping[str, str], against: Mapping[str, dict[str, None]]) -> Section:
    passages = (
        replace(passage, disputed_by=tuple(against.get(passage.id, ())))
        for passage in section.passages
        if home[passage.id] == passage.case
    )
    return replace(section, passages=tuple(passages))


def _disputes(found: Iterable[Case], home: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """For each passage those that differ from it, whichever of the two says so, in order."""
    against: dict[str, dict[str, None]] = defaultdict(dict)
    for case in found:
        for passage in case.passages:
            for other in filter(home.__contains__, passage.disputed_by):
                against[passage.id][other] = None
                against[other][passage.id] = None
    return against
