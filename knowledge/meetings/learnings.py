"""What was learned, and what people will try at home: what they say they take from it, or would tell others."""

from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, statement

_WORTH = {"strong": 1.0, "good": 0.5, "some": 0.3}
_LEAST = 0.75
_BY_CHAIR = 0.8  # who leads speaks more of what was learned than learns
_TWICE = 2  # phrases of one strength that count
_ONE = 5  # sentences within which there is one learning
_SHORTEST = 4  # words
_SAYS_ENOUGH = 3  # words with meaning
_BACK = 3  # sentences back to what *that* is


def learnings(talk: Talk) -> list[Candidate]:
    """In the order they were said."""
    best: list[tuple[Said, float]] = []
    for said, worth in sorted(_found(talk), key=lambda each: (-each[1], each[0].index)):
        if all(abs(said.index - other.index) > _ONE for other, _ in best):
            best.append((said, worth))
    return [_candidate(Kind.LEARNED, said, worth, talk) for said, worth in sorted(best, key=lambda each: each[0].index)]


def tries(talk: Talk) -> list[Candidate]:
    return [
        _candidate(Kind.TRY, said, 1.0, talk)
        for said in talk.sentences
        if not said.asks and cue("tries").search(said.low) and not cue("housekeeping").search(said.low)
    ]


def _found(talk: Talk) -> Iterator[tuple[Said, float]]:
    for said in talk.sentences:
        worth = sum(
            weight * min(_TWICE, len({*map(str, cue("learned", name).findall(said.low))}))
            for name, weight in _WORTH.items()
        )
        if said.asks or said.size < _SHORTEST or cue("housekeeping").search(said.low):
            continue
        if said.speaker == talk.chair:
            worth *= _BY_CHAIR
        if worth >= _LEAST:
            yield said, worth


def _candidate(kind: Kind, said: Said, worth: float, talk: Talk) -> Candidate:
    """Where it only points back (*det var min stora aha-upplevelse*), what it points to stands before it."""
    told = [said]
    if content(said.text) < _SAYS_ENOUGH:
        own = [each for each in talk.before(said.index, _BACK) if each.turn == said.turn]
        told = [*own[-1:], said]
    return Candidate(
        kind, " ".join(statement(each.text) for each in told), quoted(told), said.at, said.speaker, worth=worth
    )
