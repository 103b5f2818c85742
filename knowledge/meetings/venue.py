"""Where the next meeting is: of all places that are named round its day, the one that most tells for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.meetings.clock import hour
from knowledge.meetings.cues import cue
from knowledge.meetings.landmarks import NONE, Landmarks, among, around, beside, framed, says, since, spoken
from knowledge.meetings.names import is_place, municipality
from knowledge.meetings.speech import Said, Talk
from knowledge.people import MUNICIPALITIES

_TEAMS = "Teams"
_CLOSE = 2  # sentences between a town and its hall
_SOON = 25  # sentences in which they come to another place
_SHORT = 3  # words
_MOST = 4
_TOWNS = ("town", "home")
_SAID_OF = ("elsewhere", "has_been", "comes", "hosts")
_ENDINGS = "huset|salen|hotellet|gården|biblioteket|hallen|skolan|museet|stugan|stallet|parken|hemmet|kyrkan|kontoret"
_HOUSE = (
    r"(?:\w*(?:hus|huset|gård|gården|stuga|stugan|stallet|salen|aulan?)|park|parken|herrgård|hotell|bibliotek|skola)\b"
)
_NAME = r"[A-ZÅÄÖ][a-zåäö][\w-]*"
_TOWN = re.compile(
    r"(?:\b(?P<into>[Ii]|[Tt]ill|[Hh]os|blir det|är det) )?"
    rf"(?!\w+(?:{_ENDINGS})\b)(?P<town>{_NAME})(?!\w| {_HOUSE})"
)
_HALL = re.compile(
    rf"\b(?P<house>[A-ZÅÄÖ]\w+ {_HOUSE})"
    r"|\b(?:[Hh]ar|[Tt]ar|[Ii]|[Pp]å|[Vv]id|[Tt]ill)(?: ju| alltså)? "
    rf"(?P<hall>\w+(?:{_ENDINGS})"
    r"|(?<=tar )[A-ZÅÄÖ]\w+)\b"
    rf"|, (?P<listed>\w+(?:{_ENDINGS}))\b"
)
_HOME = re.compile(rf"\b(?:[Vv]i|[Oo]ss|[Jj]ag (?:är|jobbar|kommer)) (?:i|från) (?P<home>{_NAME})")


@dataclass(frozen=True, slots=True)
class _Named:
    """A place, and what stands before and after it in the sentence that names it."""

    said: Said
    place: str
    kind: str
    before: str
    after: str


def signs(day: Sequence[int], known: Landmarks) -> dict[str, frozenset[str]]:
    """Of each place, what tells for and against it; `day` are the sentences that name the day."""
    found: dict[str, list[_Named]] = {}
    for each in _named(day, known):
        found.setdefault(each.place, []).append(each)
    return {"": NONE} | {name: frozenset(_signs(name, found, day, known)) for name in found}


def in_full(place: str, day: Sequence[int], known: Landmarks) -> str:
    """A town with the hall that is named nearest to it, a house with the town; the screen as it is."""
    named = [*_named(day, known)]
    its = [each for each in named if each.place == place]
    if any(each.kind in _TOWNS for each in its):
        halls = [
            (said.index, hall.removeprefix(f"{place} "))
            for each in its
            for said in known.talk.around(each.said.index, _CLOSE, _CLOSE)
            for hall in _halls(said, known.talk)
        ]
        return ", ".join(dict.fromkeys((place, _nearest(its, halls) or place)))
    if any(each.kind == "house" for each in its):
        towns = [(each.said.index, each.place) for each in named if each.kind in _TOWNS]
        return ", ".join(filter(None, (_nearest(its, towns), place)))
    return place


def _nearest(its: Sequence[_Named], others: Sequence[tuple[int, str]]) -> str:
    """The other that is named closest to any of them, if it is close."""
    apart = [(abs(at - each.said.index), name) for at, name in others for each in its]
    close = [each for each in apart if each[0] <= _CLOSE]
    return min(close, key=lambda each: each[0], default=(0, ""))[1]


def _signs(place: str, found: dict[str, list[_Named]], day: Sequence[int], known: Landmarks) -> Iterator[str]:
    its = found[place]
    for each in its:
        yield from beside(each.said, day, known)
        yield from spoken(each.said, known)
        yield from _told(each, known)
    others = [each.said for other, named in found.items() if other != place for each in named]
    if place in MUNICIPALITIES:
        yield "near by"
    yield from among([each.said for each in its], others, _SOON, _MOST)


def _told(named: _Named, known: Landmarks) -> Iterator[str]:
    """How it is named in its sentence."""
    said = named.said
    yield named.kind
    yield from (each for each in _SAID_OF if says(each, said))
    yield f"asked {since(said, known.wheres)}"
    yield from framed(named.before, named.after)
    told = {"hall": _HALL.search(said.text), "alone": said.size <= _SHORT, "hour here": hour(said.text)}
    yield from (name for name, is_so in told.items() if is_so)


def _named(day: Sequence[int], known: Landmarks) -> Iterator[_Named]:
    for said in around(day, known):
        if online := cue("next_meeting", "online").search(said.low):
            yield _Named(said, _TEAMS, "online", said.low[: online.start()], said.low[online.end() :])
        towns = [*_towns(said, known.talk)]
        yield from towns
        yield from _houses(said, known.talk)
        yield from _homes(said, bool(towns), known.talk)


def _towns(said: Said, talk: Talk) -> Iterator[_Named]:
    for match in _TOWN.finditer(said.text):
        town = _town(match, said)
        if town and not talk.people.named(town):
            yield _Named(said, town, "town", said.text[: match.start("town")], said.text[match.end("town") :])


def _town(match: re.Match[str], said: Said) -> str:
    """A municipality, or a smaller place that they are to come to."""
    name = match["town"]
    if match["into"] and says("comes", said) and not says("has_been", said):
        return name
    return next((each for each in (name, name.removesuffix("s")) if is_place(each)), "")


def _homes(said: Said, has_town: bool, talk: Talk) -> Iterator[_Named]:
    """The speaker's own town, *ni får komma till oss*, *vi är i kommunhuset*, or that of somebody who is to be host."""
    if not has_town and (says("hosts", said) or _HALL.search(said.text)) and (home := _home(said.speaker, talk)):
        yield _Named(said, home, "home", "", "")
    for host in talk.people.named(said.text) if says("host", said) else ():
        if home := _home(host, talk):
            yield _Named(said, home, "host", "", "")


def _home(speaker: str, talk: Talk) -> str:
    """The town that stands beside the name, or that the speaker calls theirs: *vi i Hedemora*."""
    told = (_HOME.search(each.text) for each in talk.sentences if each.speaker == speaker)
    homes = (match["home"] for match in told if match and is_place(match["home"]))
    return municipality(speaker) or next(homes, "")


def _houses(said: Said, talk: Talk) -> Iterator[_Named]:
    """The houses that have a name: *Nolby bygdegård*, *Folkets hus*, but not *Bakom huset*."""
    for match in _HALL.finditer(said.text):
        first = (match["house"] or "").split(" ")[0]
        if first.endswith(("s", "ska")) or first in talk.proper:
            yield _Named(said, match["house"], "house", said.text[: match.start()], said.text[match.end() :])


def _halls(said: Said, talk: Talk) -> Iterator[str]:
    yield from (each.place for each in _houses(said, talk))
    yield from (hall for match in _HALL.finditer(said.text) if (hall := match["hall"] or match["listed"]))
