"""Who is to do something: of all who speak or are named round a promise, and all together, who is most likely meant.

What tells for somebody is learnt, as it is of days. The rules by which promises are heard know the transcripts that is
learnt from, so what their word counts for cannot be learnt from those: it is `_AS_TOLD`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.meetings.cues import cue
from knowledge.meetings.people import is_room
from knowledge.meetings.promises import EVERYBODY, Promise, concerns_all, is_received, speaker, spoken_to
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.weights import Weights, chances

Signs = dict[str, frozenset[str]]

_BEFORE, _AFTER = 6, 4  # sentences round a promise
_AS_TOLD = 2.0  # what it counts that the promise is heard as theirs
_WORDS = {
    "I": re.compile(r"\bjag\b"),
    "me": re.compile(r"\b(?:mig|mej|oss)\b"),
    "you": re.compile(r"\b(?:du|dig)\b"),
    "you all": re.compile(r"\b(?:ni|er)\b"),
    "we": re.compile(r"\bvi\b"),
    "they": re.compile(r"\b(?:hon|han|hen)\b"),
    "they do": re.compile(r"^(?:(?:och|men|så|då|sen|ja|jo|för|att) )*(?:hon|han|hen)\b|\batt (?:hon|han|hen)\b"),
    "word from": re.compile(
        r"\b(?:sa|sade|skrev|skriver|hälsa(?:r|de)?|lova(?:de|t|r)|ringde|mejla(?:de|t)|hört av)\b"
    ),
    "wants": re.compile(r"\b(?:ber|vill|önskar|behöver|hoppas)\b"),
    "own": re.compile(r"\b(?:sin|sitt|sina|era?|ert|egna?|eget|själva)\b"),
}
# *Till er alla*, *inte alla*, *alla frågar*: not who does it.
_OF_ALL = re.compile(
    r"\b(?:till|åt|av|för|med|er|inte) (?:er |oss |dom )?(?:alla|allihop|samtliga)\b"
    r"|\balla (?:frågar|vill|tycker|säger|vet|andra)\b"
)


@dataclass(frozen=True, slots=True)
class _Near:
    """A sentence near a promise: who is heard in it, in a room too, and whom it names, in what ways."""

    part: str
    facts: Sequence[str]
    said: Said
    voice: str
    named: Sequence[str]
    called: str
    strangers: Sequence[str]
    spoken_for: str

    @property
    def people(self) -> list[str]:
        found = (self.said.speaker, self.voice, *self.named, self.called, *self.strangers, self.spoken_for)
        return [each for each in found if each]

    def ways(self, who: str) -> list[str]:
        """In which ways they come up in it."""
        told_of = {
            "speaks": who == self.said.speaker == self.voice,
            "room": who == self.said.speaker != self.voice,
            "voice": who == self.voice != self.said.speaker,
            "named": who in self.named,
            "called": who == self.called,
            "absent": who in self.strangers,
            "spoken for": who == self.spoken_for,
        }
        return [way for way, is_so in (self._of_all() if who == EVERYBODY else told_of).items() if is_so]

    def _of_all(self) -> dict[str, bool]:
        return {
            "all": concerns_all(self.said),
            "all receive": is_received(self.said),
            "of all": bool(_OF_ALL.search(self.said.low)),
            "all in": self.part == "said",
        }


def is_plain(promise: Promise) -> bool:
    """Whether it is told who does it: who took it over, several, or somebody absent."""
    return bool(promise.about) or len(promise.owners) > 1 or promise.absent


def owners_meant(promise: Promise, noted: Sequence[Said], talk: Talk, weights: Weights) -> Sequence[tuple[str, float]]:
    """How likely each is to do what was promised, and was noted by those sentences, the likeliest first."""
    worths = {who: weights.worth(signs) for who, signs in signs_of_owners(promise, noted, talk).items()}
    worths[promise.owner] += _AS_TOLD
    return chances(worths)


def signs_of_owners(promise: Promise, noted: Sequence[Said], talk: Talk) -> Signs:
    """Of each who may be meant, and of all, what tells for and against them."""
    near = list(_near(promise, noted, talk))
    people = dict.fromkeys([promise.owner, EVERYBODY, *(who for each in near for who in each.people)])
    return {who: frozenset(_signs(who, near, promise, talk)) for who in people}


def _near(promise: Promise, noted: Sequence[Said], talk: Talk) -> Iterator[_Near]:
    told = {each.index for each in (*promise.said, *noted)}
    near = {each.index: each for index in told for each in talk.around(index, _BEFORE, _AFTER)}
    for index in sorted(near):
        yield _heard(near[index], _part(index, told), talk)


def _part(index: int, told: set[int]) -> str:
    """Where a sentence stands, seen from the promise."""
    if index in told:
        return "said"
    return "before" if index < min(told) else "after" if index > max(told) else "between"


def _heard(said: Said, part: str, talk: Talk) -> _Near:
    people = talk.people
    return _Near(
        part,
        list(_facts(said)),
        said,
        voice=speaker(said, talk),
        named=people.named(said.text),
        called=people.addressed(said.text),
        strangers=talk.strangers(said.text),
        spoken_for=people.spoken_for(said.text) if is_room(said.speaker) else "",
    )


def _facts(said: Said) -> Iterator[str]:
    told_of = {"asks": said.asks, "dated": said.dated, "accepts": cue("accepts").search(said.low)}
    yield from (fact for fact, is_so in told_of.items() if is_so)
    yield from (fact for fact, pattern in _WORDS.items() if pattern.search(said.low))


def _signs(who: str, near: Sequence[_Near], promise: Promise, talk: Talk) -> Iterator[str]:
    """Each way in which they come up by itself, and together with what else is told there."""
    kinds = [_kind(who, talk), *(["chair"] if who == talk.chair else [])]
    for kind in kinds:
        yield from (kind, f"{kind} {promise.way}")
    if any(who == spoken_to(each, talk) for each in promise.said):
        yield "spoken to"
    for each in near:
        for way in each.ways(who):
            yield f"{way} {each.part}"
            yield from (f"{way} {each.part} {fact}" for fact in each.facts)


def _kind(who: str, talk: Talk) -> str:
    if who == EVERYBODY:
        return "everybody"
    if is_room(who):
        return "room"
    return "one" if who in talk.people.speakers else "absent"
