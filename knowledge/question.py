"""Understanding a question: its words with meaning, what else they may be called, what kind of answer is asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from knowledge.library.tokens import fold, pieces, words


class Wants(StrEnum):
    """The kind of thing an answer must hold: WORDS are what somebody said; ANY where the question does not say."""

    ANY = "any"
    NUMBER = "number"
    MONEY = "money"
    TIME = "time"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question with meaning: folded, what it may be called instead, and what it weighs.

    An alternative that ends in `*` stands for every word that begins so; `inflected` are the word's own beginnings.
    """

    word: str
    inflected: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.word, *self.inflected, *self.alike)


@dataclass(frozen=True, slots=True)
class Question:
    """`carries_on` says that it begins or ends as a follow-up does (*och Borlänge då?*), `points` that it has a word
    that may point back (*det*); `compares` that it asks across cases.
    """

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    wants: Wants
    carries_on: bool
    points: bool
    compares: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`accented` are stop words with accents, which without them mean something else: *så* and *sa*."""

    stop: Mapping[str, frozenset[str]]
    accented: frozenset[str]
    light: frozenset[str]
    spellings: Mapping[str, str]
    idioms: Mapping[str, str]
    alike: tuple[tuple[str, ...], ...]
    places: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    data: dict[str, Any] = yaml.safe_load((files("knowledge") / "words.yaml").read_text(encoding="utf-8"))
    alike = tuple(tuple(fold(group).split()) for group in data["alike"])
    telling = {word for group in alike for word in group}  # *bor* is asked about, though folded it is *bör* too
    stop = {language: frozenset(words(text)) - telling for language, text in data["stop"].items()}
    return Vocabulary(
        stop,
        frozenset(word for text in data["stop"].values() for word in text.split() if word != fold(word)),
        frozenset(words(data["light"])),
        {fold(typed): fold(meant) for typed, meant in data["spellings"].items()},
        {fold(idiom): fold(meaning) for idiom, meaning in data["idioms"].items()},
        alike,
        frozenset(fold(data["places"]).split()).difference(*stop.values()),
    )


def stem_pieces(spelling: str) -> tuple[str, ...]:
    """The index pieces of a word, or for `stem*` those that every word with that beginning has."""
    if not spelling.endswith("*"):
        return pieces(spelling)
    return tuple(piece for piece in pieces(spelling[:-1]) if not piece.startswith("=") and not piece.endswith("_"))


_WANTS = (
    (
        Wants.WORDS,
        re.compile(
            r"^(hej |och |men )*(vad?|what) (sa|sade|sagt|berattade|presenterade|did \w+( \w+)? (say|present|tell))\b"
            r"|\b(slutsats\w*|tog \w+( \w+)? upp)\b"
        ),
    ),
    (
        Wants.MONEY,
        re.compile(
            r"\b(kosta\w*|kostnad\w*|pris\w*|hur mycket (pengar|betala\w*)|how much (money|did \w+ pay)|costs?|price)\b"
        ),
    ),
    (
        Wants.TIME,
        re.compile(
            r"^(och |men |hej |sa )*(nar|when)\b(?! det galler)"
            r"|\b(vilket (ar|datum)|vilken manad|hur (lang tid|lange)|how long|what year)\b"
        ),
    ),
    (
        Wants.NUMBER,
        re.compile(r"\b(hur (manga|mycket|mkt|stor|stort|stora|lang|langt)|antalet?|how (many|much|big|large|far))\b"),
    ),
)
_MONEY = re.compile(r"\b(kronor|kr|miljon\w*|miljard\w*|mnkr|dollar|bekosta\w*|betala\w*|gratis)\b|skatteintäkt")
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_NUMBER = re.compile(
    rf"(?<![\d-])(?!(?:19|20)\d\d\b)\d+(?![\d-])(?! (?:{_MONTHS}))"
    r"|\b(två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|hälften|tredjedel\w*|dubbel\w*)\b"
)
_TIME = re.compile(rf"\b(19|20)\d\d\b|\b(månad\w*|år|åren|dagar?|{_MONTHS})\b")
_WORDS = re.compile(r"\b(sade|sa|menade|menar|ansåg|beskrev|berättade|frågade|uppgav|uppger|enligt|råd\w*)\b")
_HOLDS = {Wants.WORDS: _WORDS, Wants.MONEY: _MONEY, Wants.TIME: _TIME, Wants.NUMBER: _NUMBER}

_ENDINGS = (
    *("arnas", "ernas", "ornas", "arna", "erna", "orna", "ande", "ades", "erar"),
    *(
        "ens",
        "ets",
        "ade",
        "are",
        "ast",
        "en",
        "et",
        "ar",
        "er",
        "or",
        "na",
        "ad",
        "at",
        "as",
        "es",
        "s",
        "a",
        "e",
        "n",
        "t",
    ),
)
_SHORTEST_STEM = 5
_SHORTEST_WORD = 4
LIGHT = 0.35  # what a word that says little weighs
_LONGEST_ENDING = 6  # what is longer than an ending makes another word: *tillväxt*, but *tillväxtverket*
_CARRIES_ON = re.compile(r"^(och|men|samt|and|but|what about|how about)\b|\b(da|then)\W*$")
_POINTS = frozenset(
    ("det", "den", "de", "dom", "dem", "dar", "dit", "denna", "detta", "dessa", "it", "they", "them", "there", "that")
)
_COMPARES = re.compile(
    r"\b(vilka|vilken|flera|alla|andra|olika) (\w+ )?kommuner(na)?\b|\bkommuner har\b|jamfor\w*|skillnad\w*"
    r"|\b(which|what|other|any) (\w+ )?municipalit\w+|\bcompare\w*|\bvar har man\b|\bvem mer\b"
)


def holds(wants: Wants, statement: str) -> bool:
    """Whether a statement holds the kind of thing that is asked for."""
    pattern = _HOLDS.get(wants)
    return pattern is None or pattern.search(statement.casefold()) is not None


def understand(text: str) -> Question:
    """Take a question apart."""
    said, meaning = _heard(text)
    plain = fold(text).strip()
    return Question(
        words=said,
        terms=tuple(as_term(word) for word in meaning),
        wants=_wants(plain),
        carries_on=bool(_CARRIES_ON.search(plain)),
        points=bool(_POINTS & set(said)),
        compares=bool(_COMPARES.search(plain)),
    )


def telling(text: str) -> list[str]:
    """The words of a question that carry meaning, folded."""
    return _heard(text)[1]


def _heard(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The words said, in their usual spelling, and those of them that carry meaning."""
    known = vocabulary()
    said = tuple(known.spellings.get(word, word) for word in words(_without_idioms(text, known)))
    return said, _with_meaning(text, said, known, _language(said, known, "sv"))


def _with_meaning(text: str, said: Iterable[str], known: Vocabulary, language: str) -> list[str]:
    stop = known.stop["sv"] | known.stop["en"] if language == "en" else known.stop["sv"]
    typed = {fold(word) for word in text.casefold().split() if word in known.accented}
    return list(dict.fromkeys(word for word in said if word not in stop | typed))


def _without_idioms(text: str, known: Vocabulary) -> str:
    """The text with what several words mean together said in one."""
    running = f" {' '.join(words(text))} "
    for idiom, meaning in known.idioms.items():
        running = running.replace(f" {idiom} ", f" {meaning} ")
    return running


def _wants(plain: str) -> Wants:
    """What the question asks for first: *hur många … när X stängde* wants a number."""
    found = ((match.start(), wants) for wants, pattern in _WANTS if (match := pattern.search(plain)))
    return min(found, default=(0, Wants.ANY))[1]


def as_term(word: str) -> Term:
    """A folded word with its beginnings and what else it may be called."""
    known = vocabulary()
    return Term(word, _inflected(word), _alike(word), LIGHT if word in known.light else 1.0)


def _inflected(word: str) -> tuple[str, ...]:
    """The beginnings that the word's other forms share: the word itself, and what is left without its ending."""
    endings = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM)
    stems = [f"{word.removesuffix(ending)}*" for ending in endings]
    whole = [f"{word}*"] if len(word) >= _SHORTEST_WORD else []
    return tuple(dict.fromkeys((*whole, *stems)))


def spoken(text: str, default: str) -> str:
    """The language a text is written in, `default` where it does not show."""
    return _language(words(text), vocabulary(), default)


def _language(said: Iterable[str], known: Vocabulary, default: str) -> str:
    unique = set(said)
    swedish = len(unique & (known.stop["sv"] - known.stop["en"]))
    english = len(unique & (known.stop["en"] - known.stop["sv"]))
    return default if english == swedish else "en" if english > swedish else "sv"


@lru_cache(10_000)
def _alike(word: str) -> tuple[str, ...]:
    found = (entry for group in vocabulary().alike if any(_is(word, each) for each in group) for entry in group)
    return tuple(dict.fromkeys(each for each in found if each != word))


def _is(word: str, entry: str) -> bool:
    if not entry.endswith("*"):
        return word == entry
    return word.startswith(entry[:-1]) and len(word) - len(entry) < _LONGEST_ENDING
