"""Where the next meeting is: the best of all the places that are named where it is spoken of."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.meetings.cues import cue
from knowledge.meetings.names import is_place, municipality
from knowledge.meetings.speech import Said, Talk

_TEAMS = "Teams"

# What speaks for a place.
_INVITED = 3.0  # *kom till Mora*, *vi ses i Mora*
_LEADS = 2.0  # says one who leads
_ANSWERS = 1.5  # it was asked where it will be
_ALONE = 1.5  # nothing else is said: *Mora då.*
_ON_SCREEN = 1.5
_HALLS = 1.0  # a town with a hall, rather than the hall without its town
_AGAIN = 0.7  # each time it is named
_LATER = 0.05  # each sentence: what is said last counts
_BESIDE = -3.0  # *jag har ett ärende i Rättvik på förmiddagen*

_LEAST = 0.8
_SHORT = 4  # words
_CLOSE = 4  # sentences round the town in which the hall is named
_ANSWER = 4  # sentences after it was asked where
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
    said: Said
    place: str
    worth: float
    is_town: bool


def place(spoken: Sequence[Said], leaders: Collection[str], talk: Talk) -> str:
    """A town with its hall where one was named, a house, or the screen; empty where no place is named."""
    named = [each for each in _named(spoken, leaders, talk) if each.worth >= _LEAST]
    best = max(named, key=lambda each: _again(each, named) + each.worth, default=None)
    if not best:
        return ""
    return _with_hall(best, talk) if best.is_town else best.place


def _again(named: _Named, others: Sequence[_Named]) -> float:
    return _AGAIN * sum(each.place == named.place for each in others)


def _named(spoken: Sequence[Said], leaders: Collection[str], talk: Talk) -> Iterator[_Named]:
    asked = -_ANSWER - 1
    for at, said in enumerate(spoken):
        worth = _LATER * at + _LEADS * (said.speaker in leaders) + _ALONE * (said.size <= _SHORT)
        worth += _ANSWERS * (at - asked <= _ANSWER)
        if _says("online", said) and not _says("elsewhere", said):
            yield _Named(said, _TEAMS, worth + _ON_SCREEN, is_town=False)
        for town, fits in _towns(said, talk):
            yield _Named(said, town, worth + fits, is_town=True)
        for house in _houses(said, talk):
            yield _Named(said, house, worth + _INVITED * _says("comes", said) - _HALLS, is_town=False)
        if _says("where", said):
            asked = at


def _says(what: str, said: Said) -> bool:
    return bool(cue("next_meeting", what).search(said.low))


def _towns(said: Said, talk: Talk) -> Iterator[tuple[str, float]]:
    """The towns that are named, or the speaker's own: *ni får komma till oss*, *vi är i kommunhuset*."""
    hall = bool(_HALL.search(said.text))
    worth = _HALLS * hall + _BESIDE * (_says("elsewhere", said) or _says("has_been", said))
    towns = [
        town for match in _TOWN.finditer(said.text) if (town := _town(match, said)) and not talk.people.named(town)
    ]
    for town in towns:
        yield town, worth + _INVITED * (_says("comes", said) or _says("hosts", said))
    if not towns and (hall or _says("hosts", said)) and (home := _home(said.speaker, talk)):
        yield home, worth + _INVITED


def _town(match: re.Match[str], said: Said) -> str:
    """A municipality, or a smaller place that they are to come to."""
    name = match["town"]
    if match["into"] and _says("comes", said) and not _says("has_been", said):
        return name
    return next((each for each in (name, name.removesuffix("s")) if is_place(each)), "")


def _home(speaker: str, talk: Talk) -> str:
    """The town that stands beside the name, or that the speaker calls theirs: *vi i Hedemora*."""
    told = (_HOME.search(each.text) for each in talk.sentences if each.speaker == speaker)
    homes = (match["home"] for match in told if match and is_place(match["home"]))
    return municipality(speaker) or next(homes, "")


def _houses(said: Said, talk: Talk) -> Iterator[str]:
    """The houses that have a name: *Nolby bygdegård*, *Folkets hus*, but not *Bakom huset*."""
    for match in _HALL.finditer(said.text):
        first = (match["house"] or "").split(" ")[0]
        if first.endswith(("s", "ska")) or first in talk.proper:
            yield match["house"]


def _with_hall(named: _Named, talk: Talk) -> str:
    """The town with the hall that is named nearest to it."""
    near = sorted(talk.around(named.said.index, _CLOSE, _CLOSE), key=lambda each: abs(each.index - named.said.index))
    halls = [hall.removeprefix(f"{named.place} ") for each in near for hall in _halls(each, talk)]
    return ", ".join(dict.fromkeys((named.place, *halls[:1])))


def _halls(said: Said, talk: Talk) -> Iterator[str]:
    yield from _houses(said, talk)
    yield from (hall for match in _HALL.finditer(said.text) if (hall := match["hall"] or match["listed"]))
