"""Who is named, and what is written instead: where people come from says more than what they are called."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.library.tokens import fold
from knowledge.meetings.wording import has_meaning
from knowledge.question import vocabulary

NOBODY = "N"  # where no name is to be kept

_LATIN = [chr(code) for code in range(0x250) if chr(code).isalpha()]
SMALL = f"[{''.join(filter(str.islower, _LATIN))}]"
CAPITAL = rf"[^\W\d_{SMALL[1:]}"  # also of other alphabets, and of those that know no capitals

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APART = re.compile(r"\s*(?:,|;|&|\boch\b|\band\b)\s*")
_IN_SENTENCE = re.compile(rf"(?P<opening>(?:^|[.?!:…]\s|[”»])\W*)?(?P<word>{_WORD.pattern})")
_OPENS_NAME = re.compile(rf"(?<!\w){_WORD.pattern}(?= {NOBODY}\b)")
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
    instead = {said: shown for said, shown in _replacements(tuple(names)).items() if said in text}
    return _any_of(instead).sub(lambda found: _in_case(instead[found[1]], found[2]), text) if instead else text


def parts(names: Iterable[Name]) -> set[str]:
    """The words that the names are made of."""
    return {part for each in names for part in _WORD.findall(_called(each.said)) if part[0].isupper()}


def proper(texts: Iterable[str]) -> set[str]:
    """The words with a capital inside sentences that are no municipalities: names, of people or of something else."""
    found = (match["word"] for text in texts for match in _IN_SENTENCE.finditer(text) if match["opening"] is None)
    return {form for word in found if _may_be_name(word) for form in (word, word.removesuffix("s"))}


def without(text: str, words: Collection[str]) -> str:
    """The text without the words of names, and what opens a sentence before one, for that may be a first name."""
    here = [word for word in words if word in text]
    return _OPENS_NAME.sub(_unless_joining, _any_of(here).sub(NOBODY, text)) if here else text


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


@lru_cache(maxsize=1)
def _replacements(names: tuple[Name, ...]) -> dict[str, str]:
    """What is written in the place of what; asked of the same names line after line."""
    changed = [each for each in names if each.shown != each.said]
    firsts = Counter(_first(called) for called in {_called(each.said) for each in names})
    pairs = {each.said: each.shown for each in changed}
    pairs |= {first: each.shown for each in changed if firsts[first := _first(each.said)] == 1}
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


def _may_be_name(word: str) -> bool:
    """Whether it is written as a name, and is no municipality."""
    capital = word[0].isupper() and not word.isupper()
    return capital and not is_place(word) and not is_place(word.removesuffix("s"))


def _unless_joining(found: re.Match[str]) -> str:
    """*Anna* of *Anna N* is a name for all we know, *Då* of *Då N* is not."""
    return NOBODY if _may_be_name(found[0]) and has_meaning(fold(found[0])) else found[0]


def _is_name(name: str) -> bool:
    """Whether it is a person's name rather than a municipality, everybody, or half a sentence."""
    words = _WORD.findall(_called(name))
    return 0 < len(words) <= _LONGEST_WORDS and words[0][0].isupper() and not any(map(is_place, words[:1]))
