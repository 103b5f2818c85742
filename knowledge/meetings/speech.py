"""A transcript as sentences: who said each of them, when, and as what; without what only fills the air."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from textwrap import wrap

from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.model import Document
from knowledge.meetings.names import is_place
from knowledge.meetings.people import People, name_of
from knowledge.meetings.weights import step
from knowledge.meetings.wording import stems

_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+(?=[^\s.a-zåäö])")
_FILLERS = re.compile(
    r",? ?\b(?:eh+|öh+|hm+|liksom|typ|uh+|um)\b,?(?= )|, (?:ja|jo|hm),(?= )|^(?:eh+|öh+|uh+|um),? ", re.IGNORECASE
)
_STUTTER = re.compile(r"(?<!r )\b(\w+)(?:,? \1\b)+", re.IGNORECASE)  # but *fixar jag, jag har*
_SPOKEN = {"nån": "någon", "nåt": "något", "nåra": "några", "sån": "sådan", "sånt": "sådant", "såna": "sådana"}
_DIALECT = {
    "int": "inte",
    "hä": "det",
    "dä": "det",
    "mej": "mig",
    "dej": "dig",
    "imorn": "imorgon",
    "å": "och",
    "ä": "är",
}
_JA = re.compile(  # *ja kan höra med dom* is *jag*, *ja, kan du* is not
    r"\bja (?=(?:kan|ska|får|måste|har|ha|tar|vill|gör|skickar|ringer)\b"
    r"(?! (?:du|ni|vi|man|det|den|dom|de|jag|ja|någon|alla)\b))"
)
_WORD = re.compile(r"\w+")
_PROPER = re.compile(r"(?<=[\w,] )[A-ZÅÄÖÉ][a-zåäöéü-]+")
_PLACE = r"(?P<place>[A-ZÅÄÖ][a-zåäö][\w-]*)"
_HOME = re.compile(rf"\b(?:[Vv]i|[Oo]ss|[Jj]ag (?:är|jobbar|kommer)) (?:i|från) {_PLACE}")
_INTO = re.compile(rf"\b(?:[Ii]|[Tt]ill) {_PLACE}")
_LONGEST = 600  # characters of a sentence
_RARE = (2, 4, 7, 12, 30)  # sentences that speak of a thing


@dataclass(frozen=True)
class Said:
    """One sentence; `turn` counts the changes of speaker, `line` is the cue it was said in."""

    index: int
    turn: int
    line: int
    speaker: str
    at: timedelta | None
    text: str

    @cached_property
    def low(self) -> str:
        """For patterns: in lower case, dialect spelled as in writing."""
        return _JA.sub("jag ", _respell(self.text.lower(), _DIALECT))

    @cached_property
    def size(self) -> int:
        return len(_WORD.findall(self.low))

    @cached_property
    def dated(self) -> bool:
        """Whether it names a day."""
        return bool(mentions(self.text, ANY_DAY))

    @cached_property
    def things(self) -> frozenset[str]:
        """The beginnings of the words that say what it is about."""
        return stems(self.text)

    @property
    def asks(self) -> bool:
        return self.text.endswith("?")


@dataclass(frozen=True)
class Talk:
    """All that was said, in order."""

    sentences: tuple[Said, ...]
    people: People

    def around(self, index: int, before: int, after: int) -> tuple[Said, ...]:
        return self.sentences[max(0, index - before) : index + after + 1]

    def before(self, index: int, count: int) -> tuple[Said, ...]:
        return self.sentences[max(0, index - count) : index]

    def after(self, index: int, count: int) -> tuple[Said, ...]:
        return self.sentences[index + 1 : index + 1 + count]

    @cached_property
    def chair(self) -> str:
        """Who leads: who takes the word most often, and first."""
        turns = Counter(speaker for _, speaker in dict.fromkeys((each.turn, each.speaker) for each in self.sentences))
        return max(turns, key=lambda speaker: turns[speaker], default="")

    @cached_property
    def spoken_of(self) -> Counter[str]:
        """In how many sentences each thing is spoken of."""
        return Counter(thing for each in self.sentences for thing in each.things)

    def rarity(self, things: Iterable[str]) -> int:
        """How seldom they speak of the rarest of these, in steps; most often if there is none."""
        return step(min((self.spoken_of[each] for each in things), default=_RARE[-1] + 1), _RARE)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The municipality that each speaker calls theirs, if they do: *vi i Hedemora*."""
        found: dict[str, str] = {}
        for each in self.sentences:
            told = _HOME.search(each.text)
            if told and is_place(told["place"]):
                found.setdefault(each.speaker, told["place"])
        return found

    @cached_property
    def places(self) -> frozenset[str]:
        """What they are in or come to, among it places that are no municipalities: *i Djurås*."""
        return frozenset(found["place"] for each in self.sentences for found in _INTO.finditer(each.text))

    def strangers(self, text: str) -> list[str]:
        """Whoever is named there by what may be a person's name, and does not speak."""
        known = [each for each in self.people.strangers(text) if self._is_person(each)]
        absent = self.people.absent(text)
        return known or ([absent] if absent and absent not in self.places else [])

    def _is_person(self, name: str) -> bool:
        """Whether it is written as a name, and nobody is there: *Dottern skriver* opens a sentence."""
        return name not in self.places and (" " in name or not self.proper.isdisjoint([name, f"{name}s"]))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that are written with a capital inside sentences: names."""
        return frozenset(word for each in self.sentences for word in _PROPER.findall(each.text))


def talk(document: Document) -> Talk:
    sentences: list[Said] = []
    turn = -1
    speaker: str | None = None
    for number, line in enumerate(document.lines):
        name = name_of(line.speaker)
        if name != speaker:
            turn, speaker = turn + 1, name
        for text in split(line.text):
            sentences.append(Said(len(sentences), turn, number, name, line.at, text))
    return Talk(tuple(sentences), People.among(_speakers(sentences)))


def _speakers(sentences: Iterable[Said]) -> list[str]:
    return list(dict.fromkeys(each.speaker for each in sentences if each.speaker))


def split(text: str) -> list[str]:
    """The sentences of what was said in one breath, tidied; what has no end is cut, for patterns take their time."""
    return [tidy for each in _SENTENCE_END.split(text) for part in wrap(each, _LONGEST) if (tidy := tidied(part))]


def tidied(text: str) -> str:
    """Without hesitation and stutter, and spelled as in writing."""
    text = _FILLERS.sub("", text)
    text = _STUTTER.sub(r"\1", text)
    return _respell(text, _SPOKEN).strip()


def _respell(text: str, spellings: dict[str, str]) -> str:
    return _WORD.sub(lambda word: spellings.get(word[0], word[0]), text)


def things(sentences: Iterable[Said]) -> frozenset[str]:
    """What they are about."""
    return frozenset[str]().union(*(each.things for each in sentences))


def quoted(sentences: Sequence[Said]) -> str:
    """What was said, with a mark where something in between was left out or another one spoke."""
    ordered = sorted({each.index: each for each in sentences}.values(), key=lambda each: each.index)
    parts: list[str] = []
    for previous, each in zip([None, *ordered], ordered, strict=False):
        follows = previous and each.index == previous.index + 1 and each.speaker == previous.speaker
        parts.append(f"{' ' if follows else ' … ' if previous else ''}{each.text}")
    return "".join(parts)
