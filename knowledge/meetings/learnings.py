"""What was learned: what people say they take from what they have been through, or would tell others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.whole import whole
from knowledge.meetings.wording import statement

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
_PROMISED = -0.5
_TOLD = 0.4  # it comes out of what was just told
_FOR_EACH_VERB = 0.08  # of the story, in the past
_MOST_FOR_VERBS = 0.48
_AT_THE_END = 0.4  # of a turn with which a story ends
_AMID = -0.4  # it goes on long after it
_PRAISED = 0.3
_BY_CHAIR = -0.5  # who leads speaks more of what was learned than learns
_LEAST = 0.85
_PAST = re.compile(
    r"\b(?:\w{2,}(?:ade|dde|tte|kte|pte|ste|lde|mde|nde|rde|gde|vde)|hade|var|blev|fick|gick|kom|sa|såg|tog|höll|satt|stod"
    r"|låg|fanns|skulle|skrev|drog|föll|slog|gav|bad|lät|bjöd|åt|drack|sprang"
    r"|was|were|had|said|went|came|left|found|built|told|knew|thought|took|got|made|\w{3,}ed)\b"
)
_JUST_TOLD = 4  # sentences before it
_VERBS = 2  # in the past, that make what was just told
_STORY_VERBS = 7  # that make a story
_STORY = 12  # sentences before it
_PUT_IN = 4  # sentences in which others put in a word, and the story goes on
_END = 2  # sentences after it, at most, when it is said at the end
_GOES_ON = 6  # sentences after it, when it is said in the midst
_TURN = 12  # words of a turn that may end a story
_ANSWER = 7  # words
_ONE = 5  # sentences of a turn within which there is one learning
_NEAR = 2  # sentences of several turns
_SHORTEST = 4  # words


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in what its speaker tells a sentence stands: verbs in the past up to it, and sentences that follow."""

    verbs: int
    left: int


@dataclass(frozen=True, slots=True)
class _Learning:
    """`moral` if it is one only for ending a story."""

    said: Said
    worth: float
    moral: bool


def learnings(talk: Talk) -> list[Candidate]:
    """In the order they were said."""
    best: list[_Learning] = []
    for each in sorted(_found(talk), key=lambda each: (-each.worth, each.said.index)):
        if not any(_one(each, other) for other in best):
            best.append(each)
    return [_candidate(each, talk) for each in sorted(best, key=lambda each: each.said.index)]


def _one(learning: _Learning, better: _Learning) -> bool:
    """Whether they say one thing; a story has one moral."""
    said, other = learning.said, better.said
    apart = abs(said.index - other.index)
    if learning.moral and said.speaker == other.speaker and apart <= _STORY:
        return True
    return apart <= (_ONE if said.turn == other.turn else _NEAR)


def _found(talk: Talk) -> Iterator[_Learning]:
    places = _places(talk)
    for said in talk.sentences:
        if said.asks or said.size < _SHORTEST or cue("housekeeping").search(said.low):
            continue
        worth = sum(worth for name, worth in _WORTH.items() if cue("learned", name).search(said.low))
        worth += _in_context(said, talk) + _by_place(said, places[said.index], talk)
        end = _AT_THE_END * _ends_story(said, places[said.index], talk)
        if worth + end >= _LEAST:
            yield _Learning(said, worth + end, moral=worth < _LEAST)


def _places(talk: Talk) -> dict[int, _Place]:
    places = {}
    for told in _told(talk):
        verbs = [len(_PAST.findall(each.low)) for each in told]
        left = sum(each.size >= _SHORTEST for each in told)
        for number, each in enumerate(told):
            left -= each.size >= _SHORTEST
            places[each.index] = _Place(sum(verbs[max(0, number - _STORY) : number + 1]), left)
    return places


def _told(talk: Talk) -> list[list[Said]]:
    """What each speaker tells in one go, or with others putting in a word."""
    told: list[list[Said]] = []
    latest: dict[str, list[Said]] = {}
    for said in talk.sentences:
        before = latest.get(said.speaker)
        if before and said.index - before[-1].index <= _PUT_IN:
            before.append(said)
        else:
            latest[said.speaker] = [said]
            told.append(latest[said.speaker])
    return told


def _in_context(said: Said, talk: Talk) -> float:
    after = [each for each in talk.after(said.index, 2) if each.speaker != said.speaker and each.size <= _ANSWER]
    return (
        _PRAISED * any(cue("learned", "praised").search(each.low) for each in after)
        + _BY_CHAIR * (said.speaker == talk.chair)
        + _PROMISED * bool(cue("promise", "own").search(said.low))
    )


def _by_place(said: Said, place: _Place, talk: Talk) -> float:
    before = [each for each in talk.before(said.index, _JUST_TOLD) if each.speaker == said.speaker]
    told = _TOLD * (sum(len(_PAST.findall(each.low)) for each in before) >= _VERBS)
    return max(told, min(_MOST_FOR_VERBS, _FOR_EACH_VERB * place.verbs)) + _AMID * (place.left > _GOES_ON)


def _ends_story(said: Said, place: _Place, talk: Talk) -> bool:
    turn = [each for each in talk.around(said.index, _STORY, 1) if each.turn == said.turn]
    last = turn[-1] is said and place.left <= _END
    return last and place.verbs >= _STORY_VERBS and sum(each.size for each in turn) >= _TURN


def _candidate(learning: _Learning, talk: Talk) -> Candidate:
    said = learning.said
    told = whole(said, talk)
    text = " ".join(statement(each.text) for each in told)
    return Candidate(Kind.LEARNED, text, quoted(told), said.at, said.speaker, worth=learning.worth)
