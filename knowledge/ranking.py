"""Ranking passages for a question: the index finds candidates, then each is judged word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.library.library import Found, Library
from knowledge.library.tokens import pieces
from knowledge.question import Term, Wants, holds, stem_pieces

CANDIDATES = 80
ALIKE_WEIGHT = 0.4  # in the search for candidates
OTHER_WORD = 0.85  # what a word alike is worth against the word itself
SURROUNDINGS = 0.75  # what a word in title or heading is worth against one in the statement
WRONG_KIND = 0.55  # what is left of a statement that lacks the number, sum or time asked for
NOISE = 0.4  # the share of pieces that unlike words may have in common
COVERED = 0.8  # how much of a score is the meaning covered; the rest is the index's own ranking
JUST_SAID = 0.1  # added to a statement that was just shown, when a question points back to it


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is about: `terms` with meaning, each with its weight; `names` that a passage must be about."""

    terms: tuple[tuple[Term, float], ...]
    names: tuple[str, ...]
    wants: Wants = Wants.ANY
    just_said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """`score` and `covered` lie between 0 and 1; `covered` is the share of the question's meaning found."""

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
    top = about[0][1]
    judge = _Judge(library, asked)
    scored = [judge.score(found, score / top) for found, score in about]
    return sorted(scored, key=lambda each: each.score, reverse=True)


def _is_about(library: Library, found: Found, names: Sequence[str]) -> bool:
    return not names or any(library.is_about(found, name) for name in names)


def _weights(asked: Asked) -> dict[str, float]:
    weights: dict[str, float] = {}
    for term, weight in asked.terms:
        for spelling in term.alike:
            for piece in stem_pieces(spelling):
                weights.setdefault(piece, weight * ALIKE_WEIGHT)
    for term, weight in asked.terms:
        weights |= dict.fromkeys(pieces(term.word), weight)
    for name in asked.names:
        for word in name.split():
            weights |= dict.fromkeys(pieces(word), 1.0)
    return weights


class _Judge:
    """Holds how telling each piece of the question is, so that many passages can be judged against it."""

    def __init__(self, library: Library, asked: Asked) -> None:
        self._asked = asked
        spellings = {each for term, _ in asked.terms for each in term.spellings}
        self._pieces = {each: stem_pieces(each) for each in spellings}
        self._idf = library.index.idf({piece for each in self._pieces.values() for piece in each})

    def score(self, found: Found, found_by_index: float) -> Scored:
        covered = self._covered(found)
        score = COVERED * covered + (1 - COVERED) * found_by_index
        if not found.passage.gap and not holds(self._asked.wants, found.passage.text):
            score *= WRONG_KIND
            covered *= WRONG_KIND
        if found.passage.id in self._asked.just_said:
            score += JUST_SAID
        return Scored(found, score, covered)

    def _covered(self, found: Found) -> float:
        whole = reached = 0.0
        for term, weight in self._asked.terms:
            telling = weight * self._telling(term)
            whole += telling
            reached += telling * self._match(term, found)
        return reached / whole if whole else 0.0

    def _telling(self, term: Term) -> float:
        own = self._pieces[term.word]
        return sum(self._idf[piece] for piece in own) / len(own)

    def _match(self, term: Term, found: Found) -> float:
        own = max(self._share(term.word, found.own), SURROUNDINGS * self._share(term.word, found.around))
        other = max((self._alike(each, found) for each in term.alike), default=0.0)
        return max(own, OTHER_WORD * other)

    def _alike(self, spelling: str, found: Found) -> float:
        begins = self._pieces[spelling][:1]
        if not begins:
            return 0.0
        return max(self._share(spelling, found.own), SURROUNDINGS * self._share(spelling, found.around))

    def _share(self, spelling: str, passage: frozenset[str]) -> float:
        all_pieces = self._pieces[spelling]
        whole = sum(self._idf[piece] for piece in all_pieces)
        common = sum(self._idf[piece] for piece in all_pieces if piece in passage)
        return max(0.0, (common / whole - NOISE) / (1 - NOISE)) if whole else 0.0
