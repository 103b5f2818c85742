"""The signs by which an utterance is known: its words, those round it, who says it, and where in the talk it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.names import is_place
from knowledge.meetings.promises import Promise, concerns_all, is_received
from knowledge.meetings.speech import Talk
from knowledge.meetings.utterances import Utterance, utterances

_PAST = re.compile(
    r"\b(?:\w{2,}(?:ade|dde|tte|kte|pte|ste|lde|mde|nde|rde|gde|vde)|hade|var|blev|fick|gick|kom|sa|såg|tog|höll|satt|stod"
    r"|låg|fanns|skulle|skrev|drog|föll|slog|gav|bad|lät|bjöd|åt|drack|sprang"
    r"|was|were|had|said|went|came|left|found|built|told|knew|thought|took|got|made|\w{3,}ed)\b"
)
SETTLED = "@settled"  # a promise is made by it
_LEARNED = ["named", "regret", "found", "worked", "changed", "advice", "general", "judged", "praised"]
_ASKED = ["asked", "subject", "told", "unanswered", "practical"]
_TRIED = ["called", "open_end", "meant"]
_DECIDED = ["decided", "concludes", "sums_up", "proposes", "undecided", "declines", "agrees", "unopposed"]
_PHRASES = (
    *product(["learned"], _LEARNED),
    *product(["open_question"], _ASKED),
    *product(["tries"], _TRIED),
    *zip([*_DECIDED, "housekeeping", "moves_on"]),
)
_STORY = 6  # utterances back, in which it is told what happened
_FEW = 4  # words
_MOST_WORDS = 40
_MOST_VERBS = 10
_PARTS = 10  # of a talk
_NEAR = 2  # utterances


@dataclass(frozen=True, slots=True)
class Heard:
    """The utterances of a talk, and the signs of each."""

    spoken: tuple[Utterance, ...]
    signs: tuple[frozenset[str], ...]


def heard(talk: Talk, promised: Iterable[Promise]) -> Heard:
    """Words and pairs of words are signs as they are; what is said of an utterance has an *@* before it."""
    spoken = utterances(talk)
    names = frozenset(word for each in talk.people.speakers for word in words(each))
    said = [tuple(_words(each, names)) for each in spoken]
    own = [frozenset(_own(each, promised)) for each in spoken]
    verbs = [_past(each) for each in spoken]
    signs = (
        frozenset(
            [
                *said[here],
                *(" ".join(pair) for pair in pairwise(said[here])),
                *own[here],
                *_place(each, spoken, verbs, talk),
                *_round(here, spoken, said, own),
            ]
        )
        for here, each in enumerate(spoken)
    )
    return Heard(spoken, tuple(signs))


def _words(utterance: Utterance, names: frozenset[str]) -> Iterator[str]:
    """In order, with marks where sentences begin and end; names, towns and figures each as one word."""
    for each in utterance.sentences:
        yield "<"
        yield from (_meant(word, names) for word in words(each.low))
        yield "?" if each.asks else ">"


def _meant(word: str, names: frozenset[str]) -> str:
    if word in names:
        return "#name"
    if word[0].isdigit():
        return "#number"
    return "#place" if is_place(word) else word


def _own(utterance: Utterance, promised: Iterable[Promise]) -> Iterator[str]:
    """That it names a day or all, promises something, or has phrases by which people say what they mean."""
    for path in _PHRASES:
        if any(cue(*path).search(each.low) for each in utterance.sentences):
            yield f"@{'.'.join(path)}"
    dated = any(each.dated for each in utterance.sentences)
    if dated:
        yield "@day"
    if any(concerns_all(each) and not is_received(each) for each in utterance.sentences):
        yield from ("@all", *(["@all by day"] if dated else []))
    for promise in promised:
        if any(each in promise.said for each in utterance.sentences):
            yield "@promise"
            yield f"@promise:{promise.way}"
        if promise.at in utterance.sentences:
            yield SETTLED


def _place(utterance: Utterance, spoken: Sequence[Utterance], verbs: Sequence[int], talk: Talk) -> Iterator[str]:
    """`verbs` are how many each utterance has in the past."""
    here = utterance.index
    story = [each.index for each in spoken[max(0, here - _STORY) : here + 1] if each.speaker == utterance.speaker]
    yield f"@words:{_size(utterance)}"
    yield f"@part:{here * _PARTS // len(spoken)}"
    yield f"@past:{min(3, verbs[here])}"
    yield f"@story:{min(_MOST_VERBS, sum(verbs[each] for each in story)) // 2}"
    if utterance.speaker == talk.chair:
        yield "@chair"


def _size(utterance: Utterance) -> int:
    return min(_MOST_WORDS, utterance.size) // _FEW


def _past(utterance: Utterance) -> int:
    """How many verbs in the past."""
    return sum(len(_PAST.findall(each.low)) for each in utterance.sentences)


def _round(
    here: int, spoken: Sequence[Utterance], said: Sequence[Iterable[str]], own: Sequence[Iterable[str]]
) -> Iterator[str]:
    """What those round it say, and whether it is the same person who says it."""
    for there in range(max(0, here - _NEAR), min(len(spoken), here + _NEAR + 1)):
        if there == here:
            continue
        whose = "same" if spoken[there].speaker == spoken[here].speaker else "other"
        where = f"@{there - here:+}{whose}"
        yield where
        yield f"{where} @words:{_size(spoken[there])}"
        if abs(there - here) == 1:
            yield from (f"{where} {each}" for each in (*said[there], *own[there]))
