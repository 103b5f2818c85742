"""What was learned: what people say they take from what they have been through, or would tell others."""

import re
from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, statement

# How much each sign counts, once: what is said, who says it, and what comes before and after it.
_WORTH = {
    "named": 1.0,
    "regret": 0.6,
    "found": 0.45,
    "worked": 0.55,
    "changed": 0.45,
    "advice": 0.45,
    "general": 0.45,
    "judged": 0.3,
    "people": 0.15,
    "plans": -0.4,
}
_TOLD = 0.4  # it comes out of a story
_PRAISED = 0.3
_BY_CHAIR = -0.5  # who leads speaks more of what was learned than learns
_LEAST = 0.85
_PAST = re.compile(
    r"\b(?:\w{2,}(?:ade|dde|tte|kte|ste|lde|rde|nde)|hade|var|blev|fick|gick|kom|sa|såg|tog|höll|satt|stod)\b"
)
_STORY = 4  # sentences before it
_VERBS = 2  # in the past, that make a story
_ANSWER = 7  # words
_ONE = 5  # sentences of a turn within which there is one learning
_NEAR = 2  # sentences of several turns
_SHORTEST = 4  # words
_SAYS_ENOUGH = 3  # words with meaning
_BACK = 3  # sentences back to what *that* is


def learnings(talk: Talk) -> list[Candidate]:
    """In the order they were said."""
    best: list[tuple[Said, float]] = []
    for said, worth in sorted(_found(talk), key=lambda each: (-each[1], each[0].index)):
        if not any(_one(said, other) for other, _ in best):
            best.append((said, worth))
    return [_candidate(Kind.LEARNED, said, worth, talk) for said, worth in sorted(best, key=lambda each: each[0].index)]


def _one(said: Said, other: Said) -> bool:
    """Whether they say one thing."""
    return abs(said.index - other.index) <= (_ONE if said.turn == other.turn else _NEAR)


def _found(talk: Talk) -> Iterator[tuple[Said, float]]:
    for said in talk.sentences:
        if said.asks or said.size < _SHORTEST or cue("housekeeping").search(said.low):
            continue
        worth = sum(worth for name, worth in _WORTH.items() if cue("learned", name).search(said.low))
        worth += _in_context(said, talk)
        if worth >= _LEAST:
            yield said, worth


def _in_context(said: Said, talk: Talk) -> float:
    before = [each for each in talk.before(said.index, _STORY) if each.speaker == said.speaker]
    after = [each for each in talk.after(said.index, 2) if each.speaker != said.speaker and each.size <= _ANSWER]
    return (
        _TOLD * (sum(len(_PAST.findall(each.low)) for each in before) >= _VERBS)
        + _PRAISED * any(cue("learned", "praised").search(each.low) for each in after)
        + _BY_CHAIR * (said.speaker == talk.chair)
    )


def _candidate(kind: Kind, said: Said, worth: float, talk: Talk) -> Candidate:
    """Where it only points back (*det var min stora aha-upplevelse*), what it points to stands before it."""
    told = [said]
    if content(said.text) < _SAYS_ENOUGH:
        own = [each for each in talk.before(said.index, _BACK) if each.turn == said.turn]
        told = [*own[-1:], said]
    return Candidate(
        kind, " ".join(statement(each.text) for each in told), quoted(told), said.at, said.speaker, worth=worth
    )
