"""The cases one asker may see, ready to be searched."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.library.index import PassageIndex, Text, in_so_many_words
from knowledge.library.model import Case, Kind, Passage
from knowledge.library.tokens import tokens, words
from knowledge.question import telling

MOST_TAKEN_APART = 5000  # passages whose pieces are kept at hand, about 20 KB each
_TYPING_ERROR = 85  # the likeness, 0–100, from which a word counts as a name mistyped
_SHORTEST_MISTYPED = 5
_MISTYPED = 0.8  # one letter wrong in five to nine, two in ten or more
_SPEAKS = 0.38  # the confidence from which a passage is taken to speak of what is asked
_MOST_SPEAKING = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with its case, and the pieces that the words are made of: its own, those around it, its questions'.

    `asked` has the words with meaning of each question that it answers, `answers` those of all of them.
    """

    passage: Passage
    case: Case
    own: frozenset[str]
    around: frozenset[str]
    asked: tuple[frozenset[str], ...]
    answers: frozenset[str]

    def __hash__(self) -> int:
        return hash(self.passage.id)


def is_apart(case: Case) -> bool:
    """Whether nothing else in a library changes when the case comes, changes or goes."""
    own = all(each.id.startswith(f"{case.id}-") and not each.disputed_by for each in case.passages)
    return own and not case.merged and case.kind in {Kind.LESSON, Kind.MEETING}


class Library:
    """A set of cases with its index and the names people use for each case."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self.cases: Mapping[str, Case] = {case.id: case for case in cases}
        self._merged = {id: case.id for case in self.cases.values() for id in case.merged}
        self._placed = {passage.id: (passage, case) for case in self.cases.values() for passage in case.passages}
        self._taken_apart = lru_cache(MOST_TAKEN_APART)(_found)
        self._named: dict[str, set[str]] = {}
        for case in self.cases.values():
            for name in _names(case):
                self._named.setdefault(name, set()).add(case.id)
        self.places: Mapping[str, str] = {_folded(name): name for case in self.cases.values() for name in _places(case)}
        for passage, case in islice(self._placed.values(), MOST_TAKEN_APART):
            self._taken_apart(passage, case)  # now, so that the first questions need not wait for it
        texts = _texts(self._placed.values())
        self._vocabulary = _words_of(texts)
        self.index = PassageIndex(texts)

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self._placed)

    def case(self, id: str) -> Case | None:
        """The case of that id, or the one that it was merged into."""
        return self.cases.get(id) or self.cases.get(self._merged.get(id, ""))

    def find(self, passage: str) -> Found | None:
        return self._taken_apart(*self._placed[passage]) if passage in self._placed else None

    def advanced(self, changes: Mapping[str, Case | None]) -> "Library":
        """This library with cases that came, changed or, where None, went; each of them `is_apart`.

        It takes over the index: what is asked of this one from now on, it answers from the statements that both hold.
        """
        went = [case for id in changes if (case := self.cases.get(id))]
        came = [case for case in changes.values() if case]
        new = copy.copy(self)
        new.cases = {**{id: case for id, case in self.cases.items() if id not in changes}, **{c.id: c for c in came}}
        gone = {passage.id for case in went for passage in case.passages}
        kept = {id: placed for id, placed in self._placed.items() if id not in gone}
        fresh = {passage.id: (passage, case) for case in came for passage in case.passages}
        new._placed = {**kept, **fresh}
        new._rename(went, came)
        texts = _texts(fresh.values())
        new._vocabulary = self._vocabulary | _words_of(texts)
        self.index.update(add=texts, remove=gone)
        return new

    def _rename(self, went: Iterable[Case], came: Iterable[Case]) -> None:
        named = {name: {*ids} for name, ids in self._named.items()}
        for case in went:
            for name in _names(case):
                named[name].discard(case.id)
        for case in came:
            for name in _names(case):
                named.setdefault(name, set()).add(case.id)
        self._named = {name: ids for name, ids in named.items() if ids}
        places = {**self.places, **{_folded(name): name for case in came for name in _places(case)}}
        self.places = {folded: name for folded, name in places.items() if folded in self._named}

    def names_in(self, question: Iterable[str]) -> dict[str, str]:
        """The folded words of a question that name a case, inflected or mistyped, each with the name meant."""
        said = tuple(question)
        found = {word: name for word in said if (name := self._name(word))}
        running = f" {' '.join(said)} "
        for name in self._named:
            if " " in name and f" {name} " in running:
                found |= dict.fromkeys(name.split(), name)
        return found

    def spelt(self, word: str) -> str | None:
        """The word of the library that a folded word unknown to it is, mistyped; None if it is known or like none."""
        if len(word) < _SHORTEST_MISTYPED or word in self._vocabulary:
            return None
        near = process.extractOne(word, self._vocabulary, scorer=OSA.normalized_similarity, score_cutoff=_MISTYPED)
        return near[0] if near else None

    def cases_named(self, name: str) -> frozenset[str]:
        return frozenset(self._named.get(name, ()))

    def is_about(self, found: Found, name: str) -> bool:
        """Whether a passage belongs to what is named, or mentions it."""
        if found.case.id in self._named.get(name, ()):
            return True
        spoken_of = found.own | found.around
        return all(f"={word}" in spoken_of or f"={word}s" in spoken_of for word in name.split())

    def fitting(self, text: str) -> list[Case]:
        """The cases that `text` names, or whose theme or phase it is, or else those that speak of it; by title."""
        asked = words(text)
        named = {case for name in self.names_in(asked).values() for case in self.cases_named(name)}
        ids = named or self._titled(" ".join(asked)) | self._marked(asked) or self._speaking(text)
        return sorted((self.cases[each] for each in ids), key=lambda case: case.title)

    def _titled(self, text: str) -> set[str]:
        return {each.id for each in self.cases.values() if text in (each.id, _folded(each.short_title))}

    def _marked(self, asked: Sequence[str]) -> set[str]:
        marks = {each.id: {*words(" ".join((*each.themes, each.phase or "")))} for each in self.cases.values()}
        return {case for case, marked in marks.items() if asked and {*asked} <= marked}

    def _speaking(self, text: str) -> set[str]:
        hits = self.index.search(in_so_many_words(text), _MOST_SPEAKING)
        return {self._placed[hit.id][1].id for hit in hits if hit.confidence >= _SPEAKS}

    def _name(self, word: str) -> str | None:
        for candidate in (word, word.removesuffix("s")):
            if candidate in self._named:
                return candidate
        if len(word) < _SHORTEST_MISTYPED:
            return None
        near = process.extractOne(word, self._named.keys(), scorer=fuzz.ratio, score_cutoff=_TYPING_ERROR)
        return near[0] if near else next((name for name in self._named if _begins(word, name)), None)


def _texts(placed: Iterable[tuple[Passage, Case]]) -> list[Text]:
    return [
        Text(passage.id, passage.text, _context(passage, case), weighs=case.kind is not Kind.LESSON)
        for passage, case in placed
    ]


def _words_of(texts: Iterable[Text]) -> set[str]:
    return {word for each in texts for word in words(f"{each.body} {each.context}")}


def _around(passage: Passage, case: Case) -> str:
    """What is understood with a passage though it does not say it: whose case, under which heading."""
    return " ".join((*case.municipalities, case.title, *case.also, passage.heading, *case.themes))


def _found(passage: Passage, case: Case) -> Found:
    return Found(
        passage,
        case,
        own=frozenset(tokens(passage.text)),
        around=frozenset(tokens(_around(passage, case))),
        asked=_meant(passage.asked),
        answers=frozenset(tokens(" ".join(passage.asked))),
    )


@lru_cache(MOST_TAKEN_APART)  # for all libraries: slow to make, and most questions stand in cases that all have
def _meant(asked: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The pieces of the words with meaning of each question that has some."""
    return tuple(line for each in asked if (line := frozenset(tokens(" ".join(telling(each))))))


def _context(passage: Passage, case: Case) -> str:
    return " ".join((_around(passage, case), *passage.asked))


def _places(case: Case) -> tuple[str, ...]:
    """Where a case is; a theme is nowhere, whoever asks about it may mean any case. A lesson's title is no place."""
    if case.kind is Kind.LESSON:
        return case.municipalities
    return (*case.municipalities, case.short_title) if case.kind is Kind.CASE else ()


def _names(case: Case) -> set[str]:
    """Its places and the proper names people use for it."""
    proper = (name for name in case.also if name[:1].isupper()) if case.kind is Kind.CASE else ()
    return {_folded(name) for name in (*_places(case), *proper)}


def _folded(name: str) -> str:
    return " ".join(words(name))


def _begins(word: str, name: str) -> bool:
    return len(name) >= _SHORTEST_MISTYPED and word.startswith(name)
