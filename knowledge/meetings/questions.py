"""Open questions: what was asked of all, and nobody could answer."""

from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.whole import whole
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
    return [_candidate(*each, talk) for each in best[:SHOWN]]


def _found(talk: Talk) -> Iterator[tuple[Said, float]]:
    for said in talk.sentences:
        told = cue("open_question", "told").search(said.low)
        if not (told or _asks(said)) or cue("housekeeping").search(said.low):
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


def _asks(said: Said) -> bool:
    """Also where speech was written down without its question mark."""
    unmarked = not said.text.endswith((".", "!", "…")) and cue("open_question", "asked").search(said.low)
    return said.asks or bool(unmarked)


def _candidate(said: Said, worth: float, talk: Talk) -> Candidate:
    told = whole(said, talk)
    text = " ".join(statement(each.text) for each in told)
    return Candidate(Kind.QUESTION, text, quoted(told), said.at, said.speaker, worth=worth)
