"""What was discussed: the sentences that say most, no two of them alike, grouped by theme.

Most is said by the sentence whose words have the greatest sum of inverse frequencies; measured against TextRank,
LexRank and the first or the longest sentences, it comes nearest to what people write.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from knowledge.library.tokens import pieces, words
from knowledge.meetings.cues import cue
from knowledge.meetings.landmarks import is_spoken_of
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.themes import theme_of
from knowledge.meetings.wording import has_meaning, statement

FEWEST = 5
MOST = 8
_FOR_EACH = 60  # sentences of talk that one sentence stands for
_SHORTEST = 8  # words
_LONGEST = 45
_OF_NO_THEME = 0.6  # what names nothing of any theme is often a joke
_EDGE = 20  # of as many parts the first and the last, in which people say who they are, and good-bye
_UNLIKE = 0.5  # how much likeness to what is taken counts against a sentence
_BY_CHAIR = 0.6  # who leads speaks much of how the meeting goes
_NEAR = 3  # sentences round it that tell its theme


def discussed(talk: Talk, shown: str) -> list[Candidate]:
    """Five to eight sentences, if there are so many, by theme in the order the themes came up; none that is `shown`."""
    edge = len(talk.sentences) // _EDGE
    within = talk.sentences[edge : len(talk.sentences) - edge]
    able = [each for each in within if _can_stand(each) and each.text not in shown]
    weights = _weights(talk.sentences)
    mass = {each.index: _mass(each, weights) * _share(each, talk) for each in able}
    count = max(FEWEST, min(MOST, len(talk.sentences) // _FOR_EACH))
    taken = sorted(_taken(able, mass, count), key=lambda each: each.index)
    themes = {each.index: _theme(each, talk) for each in taken}
    order = list(dict.fromkeys(themes.values()))
    return [
        Candidate(
            Kind.DISCUSSED,
            statement(each.text),
            quoted([each]),
            each.at,
            each.speaker,
            theme=themes[each.index],
            worth=mass[each.index],
        )
        for each in sorted(taken, key=lambda each: order.index(themes[each.index]))
    ]


def _can_stand(said: Said) -> bool:
    beside = any(cue(name).search(said.low) for name in ("housekeeping", "moves_on", "next_point", "has_to_be"))
    practical = said.dated or is_spoken_of(said)  # *den fjärde juni har ni kartan*, *ses vi i Mora nästa gång*
    return _SHORTEST <= said.size <= _LONGEST and not (said.asks or beside or practical)


def _weights(sentences: Sequence[Said]) -> Mapping[str, float]:
    """The inverse frequencies of the words with meaning that come back: a word said once may be a slip."""
    counts = Counter(word for each in sentences for word in {*words(each.text)} if has_meaning(word))
    return {word: math.log(len(sentences) / count) for word, count in counts.items() if count > 1}


def _mass(said: Said, weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in {*words(said.text)})


def _share(said: Said, talk: Talk) -> float:
    """How much of its mass counts."""
    return (_BY_CHAIR if said.speaker == talk.chair else 1) * (1 if theme_of(words(said.text)) else _OF_NO_THEME)


def _taken(able: Sequence[Said], mass: Mapping[int, float], count: int) -> list[Said]:
    """By maximal marginal relevance: the greatest mass, less what was taken already says."""
    taken: list[Said] = []
    likeness = dict.fromkeys(mass, 0.0)
    left = list(able)
    while left and len(taken) < count:
        best = max(left, key=lambda each: mass[each.index] * (1 - _UNLIKE * likeness[each.index]))
        taken.append(best)
        left.remove(best)
        for each in left:
            likeness[each.index] = max(likeness[each.index], _alike(best, each))
    return taken


def _alike(one: Said, other: Said) -> float:
    """The share of pieces of words in common, by which inflections are alike."""
    first, second = _pieces(one.text), _pieces(other.text)
    return len(first & second) / max(1, min(len(first), len(second)))


@lru_cache(maxsize=5_000)
def _pieces(text: str) -> frozenset[str]:
    return frozenset(piece for word in words(text) if has_meaning(word) for piece in pieces(word))


def _theme(said: Said, talk: Talk) -> str:
    """The theme the sentence is of, or else those round it; empty where no word tells."""
    near = (word for each in talk.around(said.index, _NEAR, _NEAR) for word in words(each.text))
    return theme_of(words(said.text)) or theme_of(near)
