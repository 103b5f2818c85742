"""Open questions: what was asked of all, and nobody could answer."""

from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, statement

SHOWN = 8
_FOR_ALL = 1.0
_UNANSWERED = 0.8
_PRACTICAL = 1.5
_FOR_EACH_WORD = 0.1
_LEAST = 0.7
_REPLY = 5  # sentences
_ONE = 4  # sentences within which there is one question


def questions(talk: Talk) -> list[Candidate]:
    """The likeliest first."""
    best: list[tuple[Said, float]] = []
    for said, worth in sorted(_found(talk), key=lambda each: (-each[1], each[0].index)):
        if all(abs(said.index - other.index) > _ONE for other, _ in best):
            best.append((said, worth))
    return [
        Candidate(Kind.QUESTION, statement(said.text), quoted([said]), said.at, said.speaker, worth=worth)
        for said, worth in best[:SHOWN]
    ]


def _found(talk: Talk) -> Iterator[tuple[Said, float]]:
    for said in talk.sentences:
        told = cue("open_question", "told").search(said.low)
        if not (said.asks or told) or cue("housekeeping").search(said.low):
            continue
        worth = _FOR_EACH_WORD * min(8, content(said.text))
        worth += _FOR_ALL if told or cue("open_question", "subject").search(said.low) else 0.0
        worth -= _PRACTICAL if cue("open_question", "practical").search(said.low) else 0.0
        replies = talk.after(said.index, _REPLY)
        worth += _UNANSWERED * min(
            2, sum(bool(cue("open_question", "unanswered").search(each.low)) for each in replies)
        )
        if worth >= _LEAST:
            yield said, worth
