"""Who is named, and what is written instead: where people come from says more than what they are called."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.library.tokens import fold
from knowledge.question import vocabulary

_LATIN = [chr(code) for code in range(0x250) if chr(code).isalpha()]
SMALL = f"[{''.join(filter(str.islower, _LATIN))}]"
CAPITAL = rf"[^\W\d_{SMALL[1:]}"  # also of other alphabets, and of those that know no capitals

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APART = re.compile(r"\s*(?:,|;|&|\boch\b|\band\b)\s*")
_LONGEST_WORDS = 4  # longer than that, it is no name


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was said, and what is written in its place; the same where nothing is to be."""

    said: str
    shown: str


def owners(owner: str) -> list[str]:
    """The names of those who are to do something, as they were named."""
    return [each for each in _APART.split(owner.strip()) if each]


def names_in(said: Iterable[str]) -> tuple[Name, ...]:
    """Each name once, in order, shown as the municipality that it tells of itself: *Karin Ek (Leksand)*."""
    people = dict.fromkeys(name for each in said if (name := " ".join(each.split())) and _is_name(name))
    return tuple(Name(each, municipality(each) or each) for each in people)


def shown(text: str, names: Sequence[Name]) -> str:
    """The text with what is written in the place of each name; first names too, where only one person has it."""
    instead = _replacements(names)
    return _any_of(instead).sub(lambda found: _in_case(instead[found[1]], found[2]), text) if instead else text


def without(text: str, names: Sequence[Name]) -> str:
    """The text without any part of any of the names."""
    parts = {part for each in names for part in _WORD.findall(_called(each.said)) if part[0].isupper()}
    return _any_of(parts).sub("N", text) if parts else text


def municipality(name: str) -> str:
    """The place in what follows a name; a place that is somebody's own name is not meant."""
    words = _WORD.findall(name.removeprefix(_called(name)))
    return next((place for word in words for place in (word, word.removesuffix("s")) if is_place(place)), "")


def is_in(text: str, name: str) -> bool:
    """Whether the whole name stands in the text, in one piece."""
    return bool(_any_of([name]).search(text))


def _any_of(written: Iterable[str]) -> re.Pattern[str]:
    """Finds each as a word of its own, longer ones first, with an *s* after it or without."""
    longest_first = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(s?)(?!\w)")


def _replacements(names: Sequence[Name]) -> dict[str, str]:
    """What is written in the place of what."""
    changed = [each for each in names if each.shown != each.said]
    firsts = [_first(called) for called in {_called(each.said) for each in names}]
    pairs = {each.said: each.shown for each in changed}
    pairs |= {first: each.shown for each in changed if firsts.count(first := _first(each.said)) == 1}
    pairs |= {called: each.shown for each in changed if (called := _called(each.said)) and called not in pairs}
    return pairs


def _called(name: str) -> str:
    """The name without what it tells of where its bearer comes from: *Karin Ek* of *Karin Ek (Leksand)*."""
    return re.split(r"\s*[(,|/]|\s[-–]\s", name)[0].strip()


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _in_case(instead: str, ending: str) -> str:
    """*Karins* becomes *Leksands*, but *Borås* stays as it is."""
    return instead if instead.endswith(("s", "x", "z")) else instead + ending


@lru_cache(maxsize=50_000)
def is_place(word: str) -> bool:
    """Whether it is a municipality: *Leksand*, *Malung-Sälen*."""
    return vocabulary().places.issuperset(fold(word).split("-"))


def _is_name(name: str) -> bool:
    """Whether it is a person's name rather than a municipality, everybody, or half a sentence."""
    words = _WORD.findall(_called(name))
    return 0 < len(words) <= _LONGEST_WORDS and words[0][0].isupper() and not any(map(is_place, words[:1]))
