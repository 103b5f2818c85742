"""Spelled-out numbers: *tjugotredje* is 23:e, *två tusen tjugosex* is 2026; what is no number stays as it is."""

import re

from knowledge.library.tokens import fold

_UNITS = ["noll", "ett", "tva", "tre", "fyra", "fem", "sex", "sju", "atta", "nio"]
_TEENS = ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]
_TENS = {"tjugo": 20, "tjugu": 20, "trettio": 30, "tretti": 30, "fyrtio": 40, "fyrti": 40, "femtio": 50, "femti": 50}
_ORDINAL_UNITS = ["nollte", "forsta", "andra", "tredje", "fjarde", "femte", "sjatte", "sjunde", "attonde", "nionde"]
_ORDINAL_TEENS = [
    "tionde",
    "elfte",
    "tolfte",
    "trettonde",
    "fjortonde",
    "femtonde",
    "sextonde",
    "sjuttonde",
    "artonde",
    "nittonde",
]
_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

_ENGLISH_ORDINALS = [
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
]

_CARDINALS = (
    {"en": 1, "an": 1, "nie": 9, "ett par": 2, "a couple of": 2}
    | {word: number for number, word in enumerate(_UNITS + _TEENS)}
    | {word: number for number, word in enumerate(_ENGLISH)}
    | _TENS
    | {f"{ten}{unit}": number + more for ten, number in _TENS.items() for more, unit in enumerate(_UNITS) if more}
)
_ORDINALS = {
    word: number
    for ordinals in (_ORDINAL_UNITS + _ORDINAL_TEENS, _ENGLISH_ORDINALS)
    for number, word in enumerate(ordinals)
    if number
} | {"forste": 1, "andre": 2, "syttonde": 17, "adertonde": 18, "tjugonde": 20, "trettionde": 30, "thirtieth": 30}
_COMPOUND = re.compile(
    rf"\b(?:(tju(?:go|gu|ge)?|trettio?) ?({'|'.join(_ORDINAL_UNITS[1:])})"
    rf"|(twenty|thirty)[- ]({'|'.join(_ENGLISH_ORDINALS[1:10])}))\b"
)
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})\b")
_MARKED = re.compile(r"\b(\d{1,2}) ?(?::e|:a|e|a|st|nd|rd|th)\b")
_YEAR = re.compile(rf"\b(?:tva ?tusen|tjugohundra) ?({'|'.join(sorted(_CARDINALS, key=len, reverse=True))})\b")


def in_figures(text: str) -> str:
    """A text, folded, with its ordinals as `23:e` and its years as `2026`; other numbers are left to `cardinal`."""
    text = _YEAR.sub(lambda year: str(2000 + _CARDINALS[year[1]]), " ".join(fold(text).split()))
    text = _MARKED.sub(r"\1:e", text)
    text = _COMPOUND.sub(_compound, text)
    return _ORDINAL.sub(lambda each: f"{_ORDINALS[each[1]]}:e", text)


def _compound(found: re.Match[str]) -> str:
    tens, units = filter(None, found.groups())
    return f"{(20 if tens.startswith(('tju', 'twe')) else 30) + _ORDINALS[units]}:e"


CARDINAL = rf"\d{{1,2}}|{'|'.join(sorted(_CARDINALS, key=len, reverse=True))}"  # to be put into patterns


def cardinal(word: str) -> int:
    """The number that a match of `CARDINAL` says."""
    return int(word) if word.isdigit() else _CARDINALS[word]
