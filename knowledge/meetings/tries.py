"""What people will try at home: what they call a try, or mean to do without knowing how it will turn out."""

from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import statement

_BACK = 3  # sentences from how it will turn out back to what is meant
_ONE = 4  # sentences within which there is one


def tries(talk: Talk) -> list[Candidate]:
    """In the order they were said."""
    found: list[tuple[Said, ...]] = []
    for each in _found(talk):
        if not found or each[0].index - found[-1][-1].index > _ONE or each[0].speaker != found[-1][0].speaker:
            found.append(each)
    return [_candidate(each) for each in found]


def _found(talk: Talk) -> Iterator[tuple[Said, ...]]:
    """What is meant, and how it will turn out where that is said after it."""
    for said in talk.sentences:
        if said.asks or cue("housekeeping").search(said.low):
            continue
        if cue("tries", "called").search(said.low):
            yield (said,)
        elif (end := cue("tries", "open_end").search(said.low)) and (own := _since_meant(said, end.start(), talk)):
            yield own


def _since_meant(said: Said, end: int, talk: Talk) -> tuple[Said, ...]:
    """What the speaker said from where it is meant; `end` is where in the sentence its outcome is spoken of."""
    if cue("tries", "meant").search(said.low[:end]):
        return (said,)
    own = [each for each in talk.around(said.index, _BACK, 0) if each.speaker == said.speaker and not each.asks]
    starts = [place for place, each in enumerate(own[:-1]) if cue("tries", "meant").search(each.low)]
    return tuple(own[starts[-1] :]) if starts else ()


def _candidate(told: tuple[Said, ...]) -> Candidate:
    first = told[0]
    return Candidate(
        Kind.TRY, " ".join(statement(each.text) for each in told), quoted(told), first.at, first.speaker, worth=1.0
    )
