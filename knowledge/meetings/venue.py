"""Where the next meeting is: of all towns and houses that are named round its day, those that most tells for."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.library.tokens import fold, words
from knowledge.meetings import places
from knowledge.meetings.landmarks import (
    NONE,
    Landmarks,
    also,
    among,
    around,
    beside,
    ends_in,
    framed,
    says,
    since,
    spoken,
    steps,
    voice,
)
from knowledge.meetings.names import is_place
from knowledge.meetings.places import Place

_SOON = 25  # sentences in which they come to another place
_SHORT, _FEW = 3, 6  # words
_MOST = 4
_BEFORE, _AFTER = 1, 2  # sentences from a town in which a house is named
_SAID_OF = ("elsewhere", "has_been", "comes", "hosts")

_Found = Mapping[str, Sequence[Place]]


def towns(day: Sequence[int], known: Landmarks) -> dict[str, frozenset[str]]:
    """Of each town, and of the screen, what tells for and against it; `day` are the sentences that name the day."""
    found = _by_name(each for said in around(day, known) for each in places.towns(said, known.talk))
    return {"": NONE} | {name: frozenset(_town_signs(name, found, day, known)) for name in found}


def halls(town: str, day: Sequence[int], known: Landmarks) -> dict[str, frozenset[str]]:
    """Of each house, what tells for and against it, where the meeting is in that town."""
    if town == places.TEAMS:
        return {"": NONE}
    nearby = around(day, known)
    found = _by_name(each for said in nearby for each in places.halls(said, known.talk))
    towns_at: dict[bool, list[int]] = {True: [], False: []}
    for said in nearby:
        for each in places.towns(said, known.talk):
            towns_at[each.name == town].append(said.index)
    return {"": NONE} | {
        name: frozenset([*_hall_signs(name, found, day, known), *_from_town(found[name], towns_at)]) for name in found
    }


def _by_name(named: Iterator[Place]) -> dict[str, list[Place]]:
    """As each is spelled first."""
    found: dict[str, list[Place]] = {}
    for each in named:
        found.setdefault(fold(each.name), []).append(each)
    return {its[0].name: its for its in found.values()}


def _town_signs(name: str, found: _Found, day: Sequence[int], known: Landmarks) -> Iterator[str]:
    yield from _signs(name, found, day, known)
    last = found[name][-1]
    yield from (f"last {sign}" for sign in (*_told(last, known), *beside(last.said, day, known)))
    yield from _by_chair(name, found, known)
    yield "municipality" if is_place(name) else "village"
    for each in found[name]:
        yield from _house_beside(each, known)


def _house_beside(named: Place, known: Landmarks) -> Iterator[str]:
    """Whether a house is named with the town, and by whom."""
    said = named.said
    for other in known.talk.around(said.index, _BEFORE, _AFTER):
        if places.names_house(other, known.talk):
            house = f"house {other.index - said.index}"
            yield from (house, f"{house} {'same' if other.speaker == said.speaker else 'other'}")


def _hall_signs(name: str, found: _Found, day: Sequence[int], known: Landmarks) -> Iterator[str]:
    yield from _signs(name, found, day, known)
    if places.is_house(name):
        yield "house"
    yield from ends_in(name)
    yield f"is {fold(name)}"
    yield f"of {len(name.split())}"
    if name[0].isupper():
        yield "capital"


def _from_town(its: Sequence[Place], towns: Mapping[bool, Sequence[int]]) -> Iterator[str]:
    """How far it is named from where the town is, and from where other towns are."""
    for is_it, at in towns.items():
        near = min((abs(each.said.index - town) for each in its for town in at), default=None)
        yield f"{'town' if is_it else 'other town'} {'-' if near is None else steps(near)}"
    ahead = [each.said.index - town for each in its for town in towns[True] if each.said.index >= town]
    yield f"after town {steps(min(ahead)) if ahead else '-'}"


def _signs(name: str, found: _Found, day: Sequence[int], known: Landmarks) -> Iterator[str]:
    its = found[name]
    for each in its:
        yield from beside(each.said, day, known)
        yield from spoken(each.said, known)
        yield from _told(each, known)
    others = [each.said for other, named in found.items() if other != name for each in named]
    yield from among([each.said for each in its], others, _SOON, _MOST)


def _by_chair(name: str, found: _Found, known: Landmarks) -> Iterator[str]:
    """Whether whoever leads the meeting named it last of all, or others."""
    told = {
        each.said.index: other
        for other, its in found.items()
        for each in its
        if each.said.speaker == known.talk.chair and not each.said.asks
    }
    if told:
        yield "chair's last" if told[max(told)] == name else "chair's" if name in told.values() else "chair's other"


def _told(named: Place, known: Landmarks) -> Iterator[str]:
    """How it is named in its sentence."""
    said = named.said
    yield named.kind
    yield from (each for each in _SAID_OF if says(each, said))
    yield f"asked {since(said, known.wheres)}"
    yield from framed(named.before, named.after)
    yield from also(said)
    if said.size <= _SHORT:
        yield "alone"
    who, how = voice(said, known)
    before = words(named.before)
    yield from (f"{who} {how} {' '.join(before[-1:])}", f"{' '.join(before[-2:])} _")
    if said.size <= _FEW:
        yield from ("short", f"short {who} {how}")
