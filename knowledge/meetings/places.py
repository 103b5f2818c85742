"""The towns and the houses that a sentence names, where people may meet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.meetings.cues import cue
from knowledge.meetings.landmarks import says
from knowledge.meetings.names import is_place, municipality
from knowledge.meetings.speech import Said, Talk

TEAMS = "Teams"
_NAME = r"[A-ZÅÄÖ][a-zåäö][\w-]*"
_TOWN = re.compile(rf"(?:(?P<before>\w+) )?(?P<town>(?:(?:Stora|Lilla|Norra|Södra|Västra|Östra) )?{_NAME})")
_INTO = frozenset(["i", "till", "på", "hos", "från", "är", "blir", "bjuder", "vid"])
# *Folkets hus*, *Nolby bygdegård*, *brandstationens övre sal*; or, as all know it, *gamla tingshuset*.
_WHICH = r"(?:(?:gamla|nya|stora|lilla|övre|nedre|\w+ska) )?"
_KIND = "hus|sal|salen|aula|gård|park|hem|stuga|skola|museum"
_ROOM = rf"\w*(?:{_KIND}|rum|bibliotek|restaurang|cafeteria|annex|kontor|hotell)"
_HALL = re.compile(rf"\b(?:(?:\w{{3,}}s|{_NAME}) {_WHICH}{_ROOM}|{_WHICH}\w{{2,}}(?:et|en|an|centrum|campus))\b")
_HOUSE = re.compile(
    rf"(?:{_KIND}|huset|aulan|gården|parken|hemmet|stugan|skolan|kyrkan|hallen|kontoret|stationen|museet|biblioteket"
    r"|hotellet|stallet|verket|magasinet|mejeriet|gymnasiet|teatern|residenset|centrum|campus)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A town or a house, or the screen, and what stands before and after it in the sentence that names it."""

    said: Said
    name: str
    kind: str
    before: str
    after: str


def named(said: Said, talk: Talk) -> Iterator[Place]:
    yield from towns(said, talk)
    yield from halls(said, talk)


def towns(said: Said, talk: Talk) -> Iterator[Place]:
    """Those named, also as that of a host, and the screen."""
    if online := cue("next_meeting", "online").search(said.low):
        yield Place(said, TEAMS, "online", said.low[: online.start()], said.low[online.end() :])
    houses = [each.span() for each in _HALL.finditer(said.text) if is_house(each[0])]
    named = False
    for match in _TOWN.finditer(said.text):
        start, end = match.span("town")
        in_house = any(first <= start < last for first, last in houses)
        if town := _municipality(match["town"]) or ("" if in_house else _smaller(match, talk)):
            named = True
            yield Place(said, town, "town", said.text[:start], said.text[end:])
    yield from _homes(said, named, talk)


def _municipality(name: str) -> str:
    return next((each for each in (name, name.removesuffix("s")) if is_place(each)), "")


def _smaller(match: re.Match[str], talk: Talk) -> str:
    """Any other place that they are to come to, or are in: a name that nobody bears."""
    name = match["town"]
    is_into = (match["before"] or "").lower() in _INTO or name in talk.places
    is_online = cue("next_meeting", "online").search(name.lower().partition("-")[0])
    is_other = is_online or talk.people.named(name.removesuffix("s"))
    return name if is_into and not is_other else ""


def _homes(said: Said, has_town: bool, talk: Talk) -> Iterator[Place]:
    """The speaker's own town, *ni får komma till oss*, or that of somebody who is to be host: *hos Bengt*."""
    if not has_town and (says("hosts", said) or names_house(said, talk)) and (home := _home(said.speaker, talk)):
        yield Place(said, home, "home", "", "")
    for host in talk.people.named(said.text) if says("host", said) else ():
        if home := _home(host, talk):
            yield Place(said, home, "host", "", "")


def _home(speaker: str, talk: Talk) -> str:
    """The town that stands beside the name, or that the speaker calls theirs: *vi i Hedemora*."""
    return municipality(speaker) or talk.homes.get(speaker, "")


def is_house(name: str) -> bool:
    return bool(_HOUSE.search(name.lower()))


def names_house(said: Said, talk: Talk) -> bool:
    return any(is_house(each.name) for each in halls(said, talk))


def halls(said: Said, talk: Talk) -> Iterator[Place]:
    """The houses and rooms: also what is only called like one, *på kartan*."""
    for match in _HALL.finditer(said.text):
        first = match[0].split(maxsplit=1)[0]
        name = match[0].removeprefix(f"{first} ") if is_place(first) else match[0]
        if not (is_place(name) or talk.people.named(name)):
            yield Place(said, name, "hall", said.text[: match.start()], said.text[match.end() :])
