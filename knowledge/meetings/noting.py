"""What of a talk may stand in its summary: of each kind the utterances that are worth most, and well apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.signs import SETTLED, Heard
from knowledge.meetings.speech import Said, quoted
from knowledge.meetings.utterances import Utterance
from knowledge.meetings.weighing import Weighed
from knowledge.meetings.weights import AGAIN, UNDECIDED, Weights
from knowledge.meetings.wording import content, shortened, statement

_APART = 3  # utterances within which there is one of a kind
_APART_TO_DO = 1
_SHOWN = 8  # of those that are weighed again, by worth; the others in the order they were said
_TAKEN_BACK = 3  # utterances after it in which a decision is left open
_REFUSED = -4.5  # what a refusal has to be worth at least
_DOUBT = 3.5  # how much less a refusal has to weigh than a decision, for there to be one
_SHORTEST = 2  # words
_SAYS_ENOUGH = 3  # words with meaning
_TELLS = 2  # of what it points back to
_BACK = 4  # utterances back to what *that* is


@dataclass(frozen=True, slots=True)
class Noted:
    """An utterance, and what it is worth as one of a kind."""

    utterance: Utterance
    worth: float


def noted(kind: Kind, weighed: Weighed, weights: Mapping[str, Weights]) -> list[Noted]:
    """In the order to show them in."""
    heard, by = weighed.heard, AGAIN.get(kind, kind)
    found = map(Noted, heard.spoken, weighed.worths[by])
    able = [each for each in found if each.worth >= weights[by].least and _can_stand(kind, each.utterance)]
    if kind is Kind.DECISION:
        refused = _refused(weighed)
        able = [each for each in able if not any(refused[each.utterance.index :][: _TAKEN_BACK + 1])]
    best: list[Noted] = []
    for each in sorted(able, key=lambda each: -each.worth):
        if not any(_are_one(kind, each.utterance.index, other.utterance.index, heard) for other in best):
            best.append(each)
    return best[:_SHOWN] if kind in AGAIN else sorted(best, key=lambda each: each.utterance.index)


def _can_stand(kind: Kind, utterance: Utterance) -> bool:
    """A *yes* may be a promise, for what it answers is told with it."""
    return kind is Kind.ACTION or utterance.size >= _SHORTEST


def _are_one(kind: Kind, one: int, other: int, heard: Heard) -> bool:
    """Whether they stand too close for two; but people make promises one right after the other."""
    if kind is Kind.ACTION:
        return abs(one - other) <= _APART_TO_DO and not all(SETTLED in heard.signs[each] for each in (one, other))
    return abs(one - other) <= _APART


def _refused(weighed: Weighed) -> list[bool]:
    """Of each utterance, whether it tells as much that nothing is decided."""
    told = zip(weighed.worths[UNDECIDED], weighed.worths[Kind.DECISION], strict=True)
    return [no >= _REFUSED and no + _DOUBT >= yes for no, yes in told]


def candidate(kind: Kind, noted: Noted, heard: Heard) -> Candidate:
    """With what it points back to, where it says little itself (*då bestämmer vi det*)."""
    utterance = noted.utterance
    about = _about(utterance, heard.spoken)
    text = _text(utterance.sentences)
    return Candidate(
        kind,
        shortened(f"{text.rstrip('.')} ({_text(about).rstrip('.')})" if about else text),
        quoted([*about, *utterance.sentences]),
        utterance.at,
        utterance.speaker,
        worth=noted.worth,
    )


def _text(sentences: Sequence[Said]) -> str:
    telling = [each for each in sentences if content(each.text)]
    return " ".join(statement(each.text) for each in telling or sentences)


def _about(utterance: Utterance, spoken: Sequence[Utterance]) -> tuple[Said, ...]:
    if _content(utterance) >= _SAYS_ENOUGH:
        return ()
    before = reversed(spoken[max(0, utterance.index - _BACK) : utterance.index])
    return next((each.sentences for each in before if _content(each) >= _TELLS), ())


def _content(utterance: Utterance) -> int:
    return sum(content(each.text) for each in utterance.sentences)
