"""Ranking passages for a question: the index finds candidates, then each is judged word by word.

The weights were chosen on tests/bench/questions/dev.jsonl and on the library's own question lines, each asked of a
library without it; they are judged on heldout.jsonl (python -m tests.bench.ask).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.library.library import Found, Library
from knowledge.library.tokens import pieces
from knowledge.question import Term, Wants, holds, stem_pieces

CANDIDATES = 40
NEAREST = 10  # how many of them are compared with the very questions they answer
ALIKE_WEIGHT = 0.4  # what a word alike weighs in the search for candidates
OTHER_WORD = 0.85  # what a word alike is worth against the word itself
ASKED_SO = 0.95  # what a word in a question that the statement answers is worth against one in the statement
SURROUNDINGS = 0.75  # what a word in title or heading is worth against one in the statement
NOISE = 0.4  # the share of pieces that unlike words may have in common
COVERED = 0.8  # how much of a score is the meaning covered; the rest is the index's own ranking
WRONG_KIND = 0.55  # what is left of a statement that lacks the number, sum or time asked for
OF_ANOTHER = 0.6  # what is left of a statement about the place asked about, but not about the company
CLOSE = 0.2  # added to a statement that answers this very question
GAP = 0.07  # taken from a gap, against a statement that says as much
JUST_SAID = 0.1  # added to a statement that was just shown, when a question points back to it


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is about.

    `terms` have meaning, each with its weight; a passage must be about one of `names`, and should be about one of
    `mentioned`.
    """

    terms: tuple[tuple[Term, float], ...]
    names: tuple[str, ...]
    mentioned: tuple[str, ...] = ()
    wants: Wants = Wants.ANY
    just_said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """`covered` is the share of the question's meaning that the passage holds, 0 to 1; `score` ranks."""

    found: Found
    score: float
    covered: float


def rank(library: Library, asked: Asked) -> list[Scored]:
    """The passages that are about what is named, best first."""
    hits = library.index.search(_weights(asked), CANDIDATES)
    candidates = [(found, hit.score) for hit in hits if (found := library.find(hit.id))]
    about = [(found, score) for found, score in candidates if _is_about(library, found, asked.names)]
    if not about:
        return []
    judge = _Judge(library, asked)
    best_by_index = about[0][1]
    scored = _best_first(judge.score(found, score / best_by_index) for found, score in about)
    nearest = (replace(each, score=each.score + CLOSE * judge.closeness(each.found)) for each in scored[:NEAREST])
    return [*_best_first(nearest), *scored[NEAREST:]]


def _best_first(scored: Iterable[Scored]) -> list[Scored]:
    return sorted(scored, key=lambda each: each.score, reverse=True)


def _is_about(library: Library, found: Found, names: Sequence[str]) -> bool:
    return not names or any(library.is_about(found, name) for name in names)


def _weights(asked: Asked) -> dict[str, float]:
    """The question's pieces for the index: its own words in full, words alike for less."""
    alike = ((spelling, weight) for term, weight in asked.terms for spelling in term.alike)
    weights = {piece: weight * ALIKE_WEIGHT for spelling, weight in alike for piece in stem_pieces(spelling)}
    for term, weight in asked.terms:
        weights |= dict.fromkeys(pieces(term.word), weight)
    for name in asked.names:
        weights |= dict.fromkeys((piece for word in name.split() for piece in pieces(word)), 1.0)
    return weights


def _both(one: float, other: float) -> float:
    """The harmonic mean: high only when both are."""
    return 2 * one * other / (one + other) if one + other else 0.0


class _Judge:
    """Holds how telling each piece of the question is, so that many passages can be judged against it."""

    def __init__(self, library: Library, asked: Asked) -> None:
        self._library = library
        self._asked = asked
        spellings = {each for term, _ in asked.terms for each in term.spellings}
        self._pieces = {each: stem_pieces(each) for each in spellings}
        self._idf = library.index.idf({piece for each in self._pieces.values() for piece in each})
        self._whole = {each: sum(self._idf[piece] for piece in own) for each, own in self._pieces.items()}
        self._own = self._idf.keys() | {piece for name in asked.names for piece in pieces(name)}

    def score(self, found: Found, by_index: float) -> Scored:
        """`by_index` is the index's score as a share of its best."""
        fit = self._fit(found)
        covered = fit * self._covered(self._held(found))
        score = covered * COVERED + by_index * fit * (1 - COVERED)
        if found.passage.gap:
            score -= GAP
        if found.passage.id in self._asked.just_said:
            score += JUST_SAID
        return Scored(found, score, covered)

    def closeness(self, found: Found) -> float:
        """How near the question is to one that the passage answers, 0 to 1: each holds the other."""
        best = 0.0
        for line in found.asked:
            covering = len(line & self._own) / len(line)
            if _both(1.0, covering) > best:
                best = max(best, _both(self._covered(dict.fromkeys(self._idf.keys() & line, 1.0)), covering))
        return best

    def _fit(self, found: Found) -> float:
        """What is left of a passage that is of another kind, or about somebody else, than what is asked for."""
        fit = 1.0
        if not found.passage.gap and not holds(self._asked.wants, found.passage.text):
            fit *= WRONG_KIND
        if not _is_about(self._library, found, self._asked.mentioned):
            fit *= OF_ANOTHER
        return fit

    def _covered(self, held: Mapping[str, float]) -> float:
        whole = reached = 0.0
        for term, weight in self._asked.terms:
            telling = weight * term.weight * self._telling(term)
            whole += telling
            reached += telling * self._match(term, held)
        return reached / whole if whole else 0.0

    def _telling(self, term: Term) -> float:
        return self._whole[term.word] / len(self._pieces[term.word])

    def _match(self, term: Term, held: Mapping[str, float]) -> float:
        """How well a passage holds a term, 0 to 1: the word itself, or one alike that begins so."""
        best = max(self._share(each, held) for each in (term.word, *term.inflected))
        if best >= OTHER_WORD:
            return best
        alike = (each for each in term.alike if self._pieces[each] and self._pieces[each][0] in held)
        return max([best, *(OTHER_WORD * self._share(each, held) for each in alike)])

    def _share(self, spelling: str, held: Mapping[str, float]) -> float:
        whole, common = self._whole[spelling], 0.0
        for piece in self._pieces[spelling]:
            if piece in held:
                common += self._idf[piece] * held[piece]
        return max(0.0, (common / whole - NOISE) / (1 - NOISE)) if whole else 0.0

    def _held(self, found: Found) -> dict[str, float]:
        """The question's pieces that a passage holds, each with what it is worth where it stands."""
        places = ((found.around, SURROUNDINGS), (found.answers, ASKED_SO), (found.own, 1.0))
        return {piece: worth for held, worth in places for piece in self._idf.keys() & held}
