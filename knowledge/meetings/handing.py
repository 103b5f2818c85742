"""What changes hands where no rule knows it: which of the things to do another takes over later on, if any.

For which of them somebody says that they will do it is learnt, as it is for which of them a day is named: from who
speaks and is named there, what is spoken of again, and the words of whoever had it, takes it and answers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from knowledge.library.tokens import fold
from knowledge.meetings.calendar import MONTHS, WEEKDAYS
from knowledge.meetings.made import Made
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.promises import EVERYBODY, Promise
from knowledge.meetings.speech import Said, Talk, things
from knowledge.meetings.weights import Weights, step

Signs = dict[int | None, frozenset[str]]

_LEAD = 10  # sentences in which they come to it that somebody takes something over
_FOLLOWING = 5  # sentences after it in which they still speak of it
_AFTER = (3, 6, 10, 20, 40, 80, 160)  # sentences from a promise
_MOST = 4  # of what is counted
_LEAST = 0.35  # chance, from which it changes hands
_LONG = 12  # letters of a word that says how it is said rather than of what
_REMEMBERED = 20_000  # sentences of an hour or so
_WORD = re.compile(r"\d+:e|\w+")


def taken_over(held: Sequence[Made], made: Sequence[Promise], weights: Weights) -> list[tuple[int, Promise]]:
    """Which of those held, by its place, is taken over by which of the promises that are made, in order."""
    found = []
    for taking, signs in signs_of_takings(held, made):
        which, chance = next((which, chance) for which, chance in weights.chances(signs) if which is not None)
        if chance >= _LEAST:
            found.append((which, taking))
    return found


def signs_of_takings(held: Sequence[Made], made: Sequence[Promise]) -> Iterator[tuple[Promise, Signs]]:
    """Of each promise what tells for each of those held, by its place, that it takes that over; of None, for none."""
    for taking in made:
        may_be = {place: _Taking(each, taking) for place, each in enumerate(held)}
        signs: Signs = {place: frozenset(_signs(each, held)) for place, each in may_be.items() if each.may_be}
        if signs:
            yield taking, signs | {None: frozenset(_none(taking, held))}


@dataclass(frozen=True)
class _Taking:
    """A promise, and one that it may take over: what is said there by whoever had that, takes it, and others."""

    held: Made
    taking: Promise

    @property
    def may_be(self) -> bool:
        """Whether it is made later, by another than who had it, who speaks or is named there."""
        owners = set(self.held.promise.owners)
        later = self.held.promise.last < self.taking.first
        return later and self.takers.isdisjoint(owners) and EVERYBODY not in self.takers | owners and self._is_there

    @property
    def _is_there(self) -> bool:
        near = (*self.lead, *self.taking.said, *self.following)
        return any(each.speaker in self.givers or self.names(each, self.givers) for each in near)

    @cached_property
    def talk(self) -> Talk:
        return self.held.talk

    @cached_property
    def givers(self) -> set[str]:
        return self.held.voices

    @cached_property
    def takers(self) -> set[str]:
        return set(self.taking.owners)

    @cached_property
    def lead(self) -> list[Said]:
        before = self.talk.before(self.taking.first, _LEAD)
        return [each for each in before if each.index > self.held.promise.last]

    @cached_property
    def following(self) -> Sequence[Said]:
        return self.talk.after(self.taking.last, _FOLLOWING)

    def names(self, said: Said, who: set[str]) -> bool:
        return not who.isdisjoint(self.talk.people.named(said.text))

    def by_takers(self, sentences: Iterable[Said]) -> list[Said]:
        return [each for each in sentences if each.speaker in self.takers]

    def by_others(self, sentences: Iterable[Said]) -> list[Said]:
        return [each for each in sentences if each.speaker not in self.givers | self.takers]


def _signs(taking: _Taking, held: Sequence[Made]) -> Iterator[str]:
    """What tells that it takes that over: when, by whom, of what, and in which words."""
    promise = taking.held.promise
    yield f"after {step(taking.taking.first - promise.last, _AFTER)}"
    yield f"way {taking.taking.way} {promise.way}"
    between = [each for each in held if promise.last < each.promise.first < taking.taking.first]
    yield f"between {min(len(between), _MOST)}"
    yield from _facts(taking, between)
    yield from _alike(taking)
    yield from _words(taking)


def _facts(taking: _Taking, between: Sequence[Made]) -> Iterator[str]:
    givers, takers, lead, following = taking.givers, taking.takers, taking.lead, taking.following
    of_givers, after_givers = taking.held.by_owners(lead), taking.held.by_owners(following)
    told_of = {
        "giver before": of_givers,
        "giver just before": taking.held.by_owners(lead[-1:]),
        "giver after": after_givers,
        "giver just after": taking.held.by_owners(following[:1]),
        "giver asks": any(each.asks for each in of_givers[-2:]),
        "taker asks": any(each.asks for each in taking.by_takers(lead)[-2:]),
        "giver named": any(taking.names(each, givers) for each in taking.taking.said),
        "giver named before": any(taking.names(each, givers) for each in lead),
        "giver named after": any(taking.names(each, givers) for each in following),
        "taker named after": any(taking.names(each, takers) for each in following),
        "both named after": any(taking.names(each, givers) and taking.names(each, takers) for each in following),
        "giver names taker": any(taking.names(each, takers) for each in of_givers),
        "giver names taker after": any(taking.names(each, takers) for each in after_givers),
        "later of giver": any(not each.voices.isdisjoint(givers) for each in between),
        "later of taker": any(not each.voices.isdisjoint(takers) for each in between),
    }
    yield from (fact for fact, is_so in told_of.items() if is_so)


def _alike(taking: _Taking) -> Iterator[str]:
    """How much they speak of the same, and how seldom they do else."""
    there = taking.taking.said
    spoken = {
        "alike": [*taking.lead, *there],
        "own alike": [*taking.held.by_owners(taking.lead), *there],
        "there": there,
    }
    for name, sentences in spoken.items():
        shared = things(sentences) & taking.held.things
        yield from (f"{name} {min(len(shared), _MOST)}", f"{name} rare {taking.talk.rarity(shared)}")


def _words(taking: _Taking) -> Iterator[str]:
    """The words that are said there, by themselves and two by two, those of each part by themselves."""
    parts = {
        "giver": taking.held.by_owners(taking.lead)[-5:],
        "other": taking.by_others(taking.lead)[-2:],
        "before": taking.by_takers(taking.lead)[-3:],
        "taker": taking.taking.said,
        "giver after": taking.held.by_owners(taking.following)[:2],
        "other after": taking.by_others(taking.following)[:3],
    }
    called = _called(taking.talk.people.speakers, "somebody") | _called(taking.givers, "giver")
    called |= _called(taking.takers, "taker")
    for part, sentences in parts.items():
        for each in sentences:
            said = [called.get(word, word) for word in _spoken(each.low)]
            yield from (f"{part}: {word}" for word in said if len(word) <= _LONG)
            yield from (f"{part}: {one} {other}" for one, other in pairwise(said))


def _called(people: Iterable[str], as_what: str) -> dict[str, str]:
    """By their first names, which may be anybody's."""
    return {fold(each).split()[0]: as_what for each in people}


@lru_cache(maxsize=_REMEMBERED)
def _spoken(text: str) -> Sequence[str]:
    """Its words, where all days are one: asked of each sentence for each promise."""
    return ["day" if _is_day(word) else word for word in _WORD.findall(in_figures(text))]


def _is_day(word: str) -> bool:
    return word[0].isdigit() or word in WEEKDAYS or word in MONTHS


def _none(taking: Promise, held: Sequence[Made]) -> Iterator[str]:
    yield from ("none", f"none {taking.way}")
    if any(each.promise is taking for each in held):
        yield "none held"
