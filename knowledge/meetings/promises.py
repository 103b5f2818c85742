"""Promises: what somebody says they will do, was asked for and accepts, or was given.

What is taken back in the same breath is none.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise, takewhile

from knowledge.library.tokens import words
from knowledge.meetings.away import absent_owner, does, is_due, reported_owner
from knowledge.meetings.cues import cue
from knowledge.meetings.people import is_room
from knowledge.meetings.speech import Said, Talk

EVERYBODY = "alla"
REPLY = 4  # sentences within which a request is answered
SHORT = 3  # words
_THANKED = 5  # sentences after a promise in which they are called by their name
_VOICE = 8  # sentences for which somebody in a room who said their name is heard
_FEW = 10  # words
_NAMES = 2  # first and last

_AND_I = re.compile(r"\b([\w-]+) och jag\b|\b[Jj]ag och ([\w-]+)\b")
# But *alla stegen* are not everybody.
_EVERYBODY = re.compile(
    r"\b(?:allas?|allihopa?|allesammans?|samtliga|everybody|everyone)\b"
    r"(?! (?!kommun|femton)(?:(?:de|dom|dessa|mina|våra|två|tre|fyra|fem|sex|andra)\b|(?!gärna)\w{3,}(?:na|en)\b))"
)
_EACH = re.compile(
    r"\bvar (?:och en|sin|sitt)\b|\b(?:varsin|varsitt|varsina|vardera|envar)\b|\b(?:en|ett|två|tre) \w+ var\b"
    r"|\b(?:varenda|varje) (?:en|kommuns?|lag)\b|\bni som har\b|\b(?:en|ett|två|tre) per kommun\b"
    r"|\bfrån er var\b|\bhela (?:gänget|bänken|bordet|laget)\b"
)
# *Alla rapporterar till mig, så jag hinner*: not what the speaker does.
_ALL_DO = re.compile(
    r"^(?:(?:å|och|då|men|så|sen) )*(?:(?:alla|samtliga)(?: kommuner)?|allihop|varenda kommun)"
    r" (?!får|har|är|vet|tycker|kommuner)\w+r\b"
)
# *Jag ber samtliga läsa den*: so is what is asked of them all.
_ASKED_OF_ALL = re.compile(
    r"\b(?:(?:ber|be|anmodar|uppmanar|uppdrar åt)\b(?!,? (?:att|om att) få)|(?:vill jag|jag vill) (?:ha|att|be|se)\b)"
    r"(?:,? \w+){0,4} (?:alla|allihopa?|allesammans?|samtliga|var och en|varenda|varje kommuns?)\b"
    r"|\bska (?:allas|samtligas|varenda kommuns)\b"
)
# *Alla får den*: of whoever gives it.
_RECEIVE = re.compile(r"\b(?:(?:alla|ni|samtliga) får|(?:får|har) (?:ni|alla))\b(?! höra av er)")
_CLAUSES = re.compile(r",? (?:men|fast) |, och |, (?=(?:jag|sen|sedan) )")


class Way(StrEnum):
    """OWN is promised by the speaker, TAKES answers what another asked, GIVES lays it on somebody, PLEA asks for it."""

    OWN = "own"
    TAKES = "takes"
    GIVES = "gives"
    PLEA = "plea"


@dataclass(slots=True)
class Promise:
    """`said` are the sentences that make it, in order, `about` those in which it changed hands; it is cited by `at`.

    Of somebody `absent` another tells that they will. Where it is moved, `left` are the days that it had before.
    """

    owner: str
    said: list[Said]
    way: Way
    about: list[Said] = field(default_factory=list)
    absent: bool = False
    left: set[date] = field(default_factory=set)
    at: Said = field(init=False)

    def __post_init__(self) -> None:
        self.at = self.said[-1]

    def give_to(self, owner: str, talk: Talk) -> None:
        """To all, somebody who speaks, alone or in a room, or somebody absent."""
        rooms = any(is_room(each.speaker) for each in self.said)
        self.absent = owner not in (EVERYBODY, *talk.people.speakers) and not rooms
        self.owner = owner

    def pass_on(self, to: "Promise") -> None:
        """By that promise another takes it over."""
        self.owner, self.absent = to.owner, to.absent
        self.about.extend(to.said)
        self.at = to.at

    def come_back(self, said: Sequence[Said], day: date, left: Collection[date]) -> None:
        """They do so in those sentences, to have it done by that day, and by none of those it had."""
        self.about.extend(said)
        self.left = (self.left | set(left)) - {day}

    @property
    def first(self) -> int:
        return self.said[0].index

    @property
    def last(self) -> int:
        return self.said[-1].index

    @property
    def owners(self) -> list[str]:
        return self.owner.split(", ")

    @property
    def voices(self) -> set[str]:
        """Who speaks for its owners: they, and the room in which they sit, or who tells of them."""
        return {*self.owners, *(each.speaker for each in self.said if self.absent or is_room(each.speaker))}


def promises(talk: Talk) -> Iterator[Promise]:
    for said in talk.sentences:
        promise = None if cue("housekeeping").search(said.low) else _promise(said, talk)
        if promise:
            yield promise


def _promise(said: Said, talk: Talk) -> Promise | None:
    if away := reported_owner(said, talk):
        return Promise(away, [said], Way.GIVES, absent=True)
    way = way_of(said, talk)
    if way is None:
        return None
    if way is Way.PLEA or (said.asks and not _told_first(said)):
        return _asked(said, talk)
    return _given(said, talk) if way is Way.GIVES else _promised(said, way, talk)


def _told_first(said: Said) -> bool:
    """*Jag bokar salen, och vem ska jag prata med?*"""
    *told, _ = _CLAUSES.split(said.low)
    return any(cue("promise", Way.OWN.value).search(each) for each in told)


def spoken_promise(sentences: Sequence[Said], talk: Talk) -> Promise:
    """Where nothing tells who does what is said: whoever is named or called, unless it is *I*; else who speaks."""
    absent = next(filter(None, (reported_owner(each, talk) or absent_owner(each, talk) for each in sentences)), "")
    if absent:
        return Promise(absent, list(sentences), Way.GIVES, absent=True)
    given = next(filter(None, (_given_to(each, talk) for each in sentences)), "")
    itself = given != EVERYBODY and any("jag" in words(each.low) for each in sentences)
    owner = given if given and not itself else speaker(sentences[0], talk)
    return Promise(owner, list(sentences), Way.GIVES if given == owner else Way.OWN)


def way_of(said: Said, talk: Talk) -> Way | None:
    """How it promises something; what *alla* do, or are asked to, is laid on them, whatever else is said there."""
    of_all = _ASKED_OF_ALL.search(said.low) and not said.asks
    way = _heard_way(said, talk)
    return Way.GIVES if of_all or (way is Way.OWN and _ALL_DO.search(said.low)) else way


def _heard_way(said: Said, talk: Talk) -> Way | None:
    """By its words; some promise only with a day (*ni har den på fredag*)."""
    clauses = [each for each in _CLAUSES.split(said.low) if not cue("no_promise").search(each)]
    if _named_to_do(said, talk) and clauses:
        return Way.GIVES
    for way in Way:
        if any(cue("promise", way.value).search(each) for each in clauses):
            return way
    if any(cue("offers").search(each) for each in clauses):
        return Way.OWN if _names_day(said, Way.OWN, talk) or _welcomed(said, talk) else None
    for way in Way:
        if any(cue("promise_by_day", way.value).search(each) for each in clauses):
            return way if _names_day(said, way, talk) else None
    return None


def _welcomed(said: Said, talk: Talk) -> bool:
    """Whether somebody else is glad of it, or asks when: *Jag kan klippa ut stycket. / Toppen.*"""
    return any(cue("welcomes").search(each.low) or cue("when").search(each.low) for each in _replies(said, talk)[:1])


def _replies(said: Said, talk: Talk) -> list[Said]:
    """What others say to it, until whoever said it speaks again."""
    later = [each for each in talk.after(said.index, 2 * REPLY) if each.turn > said.turn]
    return list(takewhile(lambda each: each.speaker != said.speaker, later))[:REPLY]


def _names_day(said: Said, way: Way, talk: Talk) -> bool:
    """In itself, or in few words after it, or when asked: *du har dom i inkorgen. I eftermiddag.*"""
    more = [each for each in talk.after(said.index, 1) if each.turn == said.turn and each.size <= SHORT]
    dated = any(map(is_due, (said, *more, *_answered(said, talk, cue("when")))))
    return dated and (way is not Way.GIVES or bool(cue("deadline").search(said.low)))


def _answered(said: Said, talk: Talk, question: re.Pattern[str]) -> Iterator[Said]:
    """What whoever said it answers if another then asks such a question."""
    for asked, answer in pairwise(talk.after(said.index, REPLY)):
        if asked.speaker != said.speaker == answer.speaker and question.search(asked.low):
            yield answer


def _named_to_do(said: Said, talk: Talk) -> str:
    """Of whom the chair, or anybody who names a day, says that they do something: *då ringer Cia, och Bo bokar*."""
    if said.asks or not cue("does").search(said.low):
        return ""
    for name in talk.people.named(said.text):
        told_of = name != said.speaker and not said.low.partition(name.split()[0].lower())[0].endswith("jag och ")
        if told_of and does(name, said) and (said.speaker == talk.chair or is_due(said)):
            return name
    return ""


def _promised(said: Said, way: Way, talk: Talk) -> Promise | None:
    absent = absent_owner(said, talk)
    owner = talk.people.spoken_for(said.text) if is_room(said.speaker) else ""
    before = _request_before(said, talk) if way is Way.TAKES else None
    if _taken_back(said, talk) or (before and _at_once(before)):
        return None
    owners = absent or ", ".join([owner or speaker(said, talk), *_beside(said, talk)])
    return Promise(owners, [before, said] if before else [said], way, absent=bool(absent))


def _beside(said: Said, talk: Talk) -> list[str]:
    """Who does it with the speaker: *Wilma och jag gör några bilder.*"""
    together = {name for pair in _AND_I.findall(said.text) for name in pair}
    return [each for each in talk.people.named(said.text) if each.split()[0] in together]


def _at_once(said: Said) -> bool:
    """Whether it is asked for in the meeting itself: *kan du visa kartan?*"""
    return bool(cue("at_once").search(said.low)) and not is_due(said)


def _taken_back(said: Said, talk: Talk) -> bool:
    """*Jag kan göra det, eller, nej. Jag hinner inte.*"""
    rest = (each for each in talk.after(said.index, 2) if each.turn == said.turn)
    return any(cue("takes_back").search(_CLAUSES.split(each.low)[-1]) for each in rest)


def _request_before(said: Said, talk: Talk) -> Said | None:
    """What it answers: the nearest question or wish of somebody else."""
    for each in reversed(talk.before(said.index, REPLY)):
        if each.speaker != said.speaker and each.size > SHORT and (each.asks or _wishes(each)):
            return each
    return None


def _wishes(said: Said) -> bool:
    return bool(cue("promise", "wish").search(said.low) or cue("promise", "plea").search(said.low))


def _given(said: Said, talk: Talk) -> Promise | None:
    if any(cue("done").search(each.low) for each in _replies(said, talk)[:1]):
        return None
    owner = _given_to(said, talk) or (spoken_to(said, talk) or EVERYBODY if said.dated else "")
    return Promise(owner, [said], Way.GIVES) if owner else None


def _given_to(said: Said, talk: Talk) -> str:
    named = [each for each in talk.people.named(said.text) if each != said.speaker]
    if concerns_all(said) and not is_received(said):
        return EVERYBODY
    if len(named) > 1 and "ni" in words(said.text):
        return ", ".join(named)
    called = _named_to_do(said, talk) or talk.people.addressed(said.text) or _answering(said, talk)
    return called or (named[0] if len(named) == 1 else "")


def spoken_to(said: Said, talk: Talk) -> str:
    """Who is *you* where nobody is named: whoever was just before, in the same turn, or who speaks next."""
    if "du" not in words(said.low):
        return ""
    same = [each for each in talk.before(said.index, REPLY) if each.turn == said.turn]
    named = [name for each in same for name in talk.people.named(each.text) if name != said.speaker]
    return named[-1] if named else next((each.speaker for each in _replies(said, talk)), "")


def concerns_all(said: Said) -> bool:
    return bool(_EVERYBODY.search(said.low) or _EACH.search(said.low))


def is_received(said: Said) -> bool:
    """Whether it tells what all, or *ni*, get."""
    return bool(_RECEIVE.search(said.low))


def _answering(said: Said, talk: Talk) -> str:
    """Who takes on what was laid on *you*."""
    for each in talk.after(said.index, 2):
        if each.speaker != said.speaker:
            return each.speaker if cue("accepts").search(each.low) else ""
    return ""


def _asked(said: Said, talk: Talk) -> Promise | None:
    """A request, if the one asked, or whoever answers, accepts."""
    if _at_once(said):
        return None
    for each in _replies(said, talk):
        if _accepts(each, talk) or _gives_day(each):
            itself = said.speaker if cue("offers_itself").search(said.low) else ""
            owner = itself or _called(said, each, talk) or speaker(each, talk)
            return Promise(owner, [said, each], Way.PLEA)
        if cue("declines").search(each.low) or cue("undecided").search(each.low):
            return None
    return None


def _gives_day(said: Said) -> bool:
    """Few words with a day in them are a yes: *Den trettionde, om inget händer.*"""
    return said.size <= _FEW and not said.asks and is_due(said) and not cue("declines").search(said.low)


def _called(said: Said, answer: Said, talk: Talk) -> str:
    """Who was asked, unless another one says *jag kan*, or a whole room that they do."""
    called = EVERYBODY if concerns_all(said) else talk.people.addressed(said.text)
    instead = answer.low.startswith("jag ") and called in talk.people.speakers and answer.speaker != called
    return "" if instead or (is_room(answer.speaker) and _is_of_us(answer)) else called


def _accepts(said: Said, talk: Talk) -> bool:
    itself = cue("takes_back").search(_CLAUSES.split(said.low)[-1])
    undecided = cue("undecided").search(said.low) or itself or _taken_back(said, talk)
    asks_when = said.asks and cue("when").search(said.low)
    return bool(cue("accepts").search(said.low)) and not (undecided or asks_when)


def speaker(said: Said, talk: Talk) -> str:
    """Who says it: in a room, who says their name when asked for it.

    Where it says *we* it is all of the room else; if not, who is called by name before it, says it, or is thanked.
    """
    if not is_room(said.speaker):
        return said.speaker
    asked = (talk.people.single(each.text) for each in _answered(said, talk, cue("who_speaks")))
    heard = () if _is_of_us(said) else _heard_in_room(said, talk)
    return next((name for name in (*asked, *heard) if name and name != said.speaker), said.speaker)


def _heard_in_room(said: Said, talk: Talk) -> Iterator[str]:
    near = [each for each in talk.around(said.index, REPLY, _THANKED) if each.speaker != said.speaker or each.asks]
    same = [each for each in talk.around(said.index, _VOICE, 2) if each.speaker == said.speaker]
    yield from (talk.people.addressed(each.text) for each in talk.before(said.index, 1) if each.asks)
    yield from (talk.people.introduced(each.text) or _alone(each, talk) for each in reversed(same))
    yield from (talk.people.addressed(each.text) for each in reversed(near))


def _is_of_us(said: Said) -> bool:
    """*Det ordnar vi härifrån* is promised by all of a room, whoever of them says it."""
    said_words = words(said.low)
    return "vi" in said_words and "jag" not in said_words


def _alone(said: Said, talk: Talk) -> str:
    """The name, or the first and the last, that is all somebody says."""
    spoken = said.text.strip(".!").split()
    return talk.people.single(said.text) if len(spoken) <= _NAMES and talk.proper.issuperset(spoken) else ""
