"""Who is named, and what is written instead: where people come from says more than what they are called."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.library.tokens import fold
from knowledge.meetings.cues import cue
from knowledge.meetings.wording import has_meaning
from knowledge.question import vocabulary

NOBODY = "N"  # where no name is to be kept

_LATIN = [chr(code) for code in range(0x250) if chr(code).isalpha()]
SMALL = f"[{''.join(filter(str.islower, _LATIN))}]"
CAPITAL = rf"[^\W\d_{SMALL[1:]}"  # also of other alphabets, and of those that know no capitals

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APART = re.compile(r"\s*(?:,|;|&|\boch\b|\band\b)\s*")
_OPENING = r"(?:^|[.?!:…]\s|[”»])\W*"
_IN_SENTENCE = re.compile(rf"(?P<opening>{_OPENING})?(?P<word>{_WORD.pattern})")
_OPENS = re.compile(rf"{_OPENING}$")
_AFTER_FIRST_NAME = re.compile(rf"(?P<first>{_WORD.pattern}) $")
# After somebody's name comes what they do, or who else does.
_DOES = r"är|ska|kan|vill|måste|tog|sa|fick|gick|skrev|höll|(?!för|över|under|efter|eller)\w{2,}r|\w{3,}[dt]e"
_NO_NAME_BEFORE = re.compile(rf" (?!(?:{_DOES})\b|(?:och|eller) {CAPITAL}){SMALL}")
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
    """The text with what is written in the place of each name; part of it too, where only one person has it."""
    instead = {said: shown for said, shown in _replacements(tuple(names)).items() if said in text}
    surnames = {_surname(each.said) for each in names}

    def written(found: re.Match[str]) -> str:
        stays = _is_word(found) or (found[1] in surnames and _is_of_another(found))
        return found[0] if stays else _in_case(instead[found[1]], found[2])

    return _any_of(instead).sub(written, text) if instead else text


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


def is_named(text: str, name: str) -> bool:
    """Whether the name stands in the text, or either end of it."""
    called = _called(name)
    return bool(_any_of([called, _first(called), _surname(name) or called]).search(text))


def as_listed(name: str, listed: Sequence[str]) -> str:
    """The only one of those listed who bears it, whole or as a first name: *Bo Falk (Mora)* for *Bo*."""
    bearers = [each for each in listed if name in (_called(each), _first(each))]
    return bearers[0] if len(bearers) == 1 else name


def _any_of(written: Iterable[str]) -> re.Pattern[str]:
    """Finds each as a word of its own, longer ones first, with an *s* after it or without."""
    longest_first = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(s?)(?!\w)")


@lru_cache(maxsize=1)
def _replacements(names: tuple[Name, ...]) -> dict[str, str]:
    """What is written in the place of what; asked of the same names line after line."""
    changed = [each for each in names if each.shown != each.said]
    everybody = {_called(each.said) for each in names}
    firsts, surnames = Counter(map(_first, everybody)), Counter(map(_surname, everybody))
    pairs = {each.said: each.shown for each in changed}
    pairs |= {first: each.shown for each in changed if firsts[first := _first(each.said)] == 1}
    pairs |= {called: each.shown for each in changed if (called := _called(each.said)) and called not in pairs}
    theirs = {last: each.shown for each in changed if (last := _surname(each.said)) and surnames[last] == 1}
    return {last: shown for last, shown in theirs.items() if last not in firsts} | pairs


def _called(name: str) -> str:
    """The name without what it tells of where its bearer comes from: *Karin Ek* of *Karin Ek (Leksand)*."""
    return re.split(r"\s*[(,|/]|\s[-–]\s", name)[0].strip()


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _surname(name: str) -> str:
    """The last of several words; nothing where that is a municipality, which is meant more often."""
    words = _called(name).split()
    return words[-1] if len(words) > 1 and not is_place(words[-1]) else ""


def _is_word(found: re.Match[str]) -> bool:
    """Whether what may be a name or a word is more likely a word: *Per capita*, *Bo bra hemma*."""
    opens = _OPENS.search(found.string[: found.start()])
    is_both = not found[2] and cue("ordinary").fullmatch(found[1].lower())
    return bool(is_both and opens and _NO_NAME_BEFORE.match(found.string[found.end() :]))


def _is_of_another(found: re.Match[str]) -> bool:
    """Whether a surname stands after somebody else's first name."""
    before = _AFTER_FIRST_NAME.search(found.string[: found.start()])
    return bool(before and _may_be_first(before["first"]))


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


def _may_be_first(word: str) -> bool:
    """*Anna* of *Anna Ek* is a name for all we know, *Då* of *Då Ek* is not."""
    return _may_be_name(word) and has_meaning(fold(word))


def _unless_joining(found: re.Match[str]) -> str:
    return NOBODY if _may_be_first(found[0]) else found[0]


def _is_name(name: str) -> bool:
    """Whether it is a person's name rather than a municipality, everybody, or half a sentence."""
    words = _WORD.findall(_called(name))
    return 0 < len(words) <= _LONGEST_WORDS and words[0][0].isupper() and not any(map(is_place, words[:1]))
