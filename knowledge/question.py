"""Understanding a question: its words with meaning, what else they may be called, what kind of answer is asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from knowledge.library.tokens import fold, pieces, words


class Wants(StrEnum):
    """The kind of thing an answer must hold; ANY where the question does not say."""

    ANY = "any"
    NUMBER = "number"
    MONEY = "money"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question with meaning: folded, and what it may be called in the library instead.

    An alternative that ends in `*` stands for every word that begins so.
    """

    word: str
    alike: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.word, *self.alike)


@dataclass(frozen=True, slots=True)
class Question:
    """`refers` says that it points back (*och Borlänge då?*); `compares` that it asks across cases."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    wants: Wants
    language: str
    refers: bool
    compares: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    stop: Mapping[str, frozenset[str]]
    spellings: Mapping[str, str]
    alike: tuple[tuple[str, ...], ...]
    places: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    data: dict[str, Any] = yaml.safe_load((files("knowledge") / "words.yaml").read_text(encoding="utf-8"))
    return Vocabulary(
        {language: frozenset(words(text)) for language, text in data["stop"].items()},
        {fold(typed): fold(meant) for typed, meant in data["spellings"].items()},
        tuple(tuple(fold(group).split()) for group in data["alike"]),
        frozenset(fold(data["places"]).split()),
    )


def stem_pieces(spelling: str) -> tuple[str, ...]:
    """The index pieces of a word, or for `stem*` those that every word with that beginning has."""
    if not spelling.endswith("*"):
        return pieces(spelling)
    return tuple(piece for piece in pieces(spelling[:-1]) if not piece.startswith("=") and not piece.endswith("_"))


_WANTS = (
    (
        Wants.MONEY,
        r"\b(kosta\w*|kostnad\w*|pris\w*|hur mycket (pengar|betala\w*)|how much (money|did \w+ pay)|costs?|price)\b",
    ),
    (
        Wants.TIME,
        r"\b(nar(?! det galler)|vilket (ar|datum)|vilken manad|hur (lang tid|lange)|when|how long|what year)\b",
    ),
    (Wants.NUMBER, r"\b(hur (manga|mycket|mkt|stor|stort|stora|lang|langt)|antalet?|how (many|much|big|large|far))\b"),
)
_MONEY = re.compile(r"\b(kronor|kr|miljon\w*|miljard\w*|mnkr|dollar|bekosta\w*|betala\w*|gratis)\b|skatteintakt")
_TIME = re.compile(
    r"\b(19|20)\d\d\b|\bmanad\w*|\bar\b|\baren\b|\bdagar?\b|januari|februari|mars|april|\bmaj\b|juni|juli|augusti"
    r"|september|oktober|november|december"
)
_NUMBER = re.compile(
    r"\d|\b(tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|halften|tredjedel\w*|tredjedelar|dubbel\w*)\b"
)
_HOLDS = {Wants.MONEY: _MONEY, Wants.TIME: _TIME, Wants.NUMBER: _NUMBER}

_LONGEST_ENDING = 6  # what is longer than an ending makes another word: *tillväxt*, but *tillväxtverket*
_REFERS = re.compile(r"^(och|men|samt|and|but|what about|how about)\b|\b(da|then)\W*$")
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
    return pattern is None or pattern.search(fold(statement)) is not None


def understand(text: str) -> Question:
    """Take a question apart."""
    known = vocabulary()
    said = tuple(known.spellings.get(word, word) for word in words(text))
    language = _language(said, known, "sv")
    stop = known.stop["sv"] | known.stop["en"] if language == "en" else known.stop["sv"]
    meaning = list(dict.fromkeys(word for word in said if word not in stop and len(word) > 1))
    plain = fold(text).strip()
    return Question(
        words=said,
        terms=tuple(as_term(word) for word in meaning),
        wants=next((wants for wants, pattern in _WANTS if re.search(pattern, plain)), Wants.ANY),
        language=language,
        refers=bool(_REFERS.search(plain)) or bool(_POINTS & set(said)),
        compares=bool(_COMPARES.search(plain)),
    )


def as_term(word: str) -> Term:
    """A folded word with what else it may be called."""
    return Term(word, _alike(word, vocabulary().alike))


def spoken(text: str, default: str) -> str:
    """The language a text is written in, `default` where it does not show."""
    return _language(words(text), vocabulary(), default)


def _language(said: Iterable[str], known: Vocabulary, default: str) -> str:
    unique = set(said)
    swedish = len(unique & (known.stop["sv"] - known.stop["en"]))
    english = len(unique & (known.stop["en"] - known.stop["sv"]))
    return default if english == swedish else "en" if english > swedish else "sv"


@cache
def _alike(word: str, groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    found = (entry for group in groups if any(_is(word, each) for each in group) for entry in group)
    return tuple(dict.fromkeys(each for each in found if each != word))


def _is(word: str, entry: str) -> bool:
    if not entry.endswith("*"):
        return word == entry
    return word.startswith(entry[:-1]) and len(word) - len(entry) < _LONGEST_ENDING
