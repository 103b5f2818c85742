"""Decisions: what is said to be decided, what somebody concludes, and proposals that several agree to.

Who leads concludes also by saying once more what others said, or what to do once they agreed.

What is said not to be decided, or left to somebody else, is none; nor is what was proposed just before it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, has_meaning, statement

SHOWN = 8
_SAID_SO = 2.0
_CONCLUDED = 1.6
_PROPOSED = 0.6
_BY_CHAIR = 0.6
_FOR_EACH_YES = 0.5
_UNOPPOSED = 1.0
_LEAST = 1.6

_ANSWERS = 7  # sentences in which others agree to a proposal
_LEAD_UP = 8  # sentences that lead up to a conclusion
_TAKEN_BACK = 2  # sentences after it in which a conclusion is taken back
_LEFT_OPEN = 10  # sentences before it that are left open by *we do not decide that*
_ONE = 6  # sentences within which there is one decision
_JUST_AGREED = 4  # sentences before it in which others agreed
_SAYS_ENOUGH = 2  # words with meaning
_SHORT = 12  # words of a sentence that says once more what was said
_YES = 9  # words of an answer that only agrees


@dataclass(frozen=True, slots=True)
class _Decision:
    """`firm` if it was concluded; else it was proposed and agreed to."""

    said: Said
    worth: float
    firm: bool


def decisions(talk: Talk, elsewhere: Collection[int]) -> list[Candidate]:
    """The likeliest decisions first; `elsewhere` are sentences that are shown as something else."""
    left_open = [each.index for each in talk.sentences if cue("undecided").search(each.low)]
    found = [each for each in _found(talk) if each.said.index not in elsewhere and not _is_open(each, left_open)]
    best: list[_Decision] = []
    for each in sorted(found, key=lambda each: (-each.worth, each.said.index)):
        if each.worth >= _LEAST and all(abs(each.said.index - other.said.index) > _ONE for other in best):
            best.append(each)
    return [_candidate(each, talk) for each in best[:SHOWN]]


def _is_open(decision: _Decision, left_open: Sequence[int]) -> bool:
    after = _TAKEN_BACK if decision.firm else _LEFT_OPEN
    return any(decision.said.index <= index <= decision.said.index + after for index in left_open)


def _found(talk: Talk) -> Iterator[_Decision]:
    for said in talk.sentences:
        if not _hands_out(said, talk):
            yield from filter(None, [_concluded(said, talk) or _proposed(said, talk)])


def _concluded(said: Said, talk: Talk) -> _Decision | None:
    if said.asks:
        return None
    if cue("decided").search(said.low):
        return _conclusion(said, _SAID_SO, talk)
    if _is_beside(said):
        return None
    leads = said.speaker == talk.chair
    if cue("concludes").search(said.low) or (leads and (cue("sums_up").search(said.low) or _repeats(said, talk))):
        return _conclusion(said, _CONCLUDED, talk)
    return _conclusion(said, 0.0, talk) if leads and _follows_agreement(said, talk) else None


def _is_beside(said: Said) -> bool:
    return any(cue(name).search(said.low) for name in ("housekeeping", "moves_on", "declines"))


def _follows_agreement(said: Said, talk: Talk) -> bool:
    """Whether it is the first that is said after several agreed."""
    before = talk.before(said.index, _JUST_AGREED)
    first = all(each.turn != said.turn or content(each.text) < _SAYS_ENOUGH for each in before)
    return first and content(said.text) >= _SAYS_ENOUGH and len(_agreeing(said.speaker, before)) > 1


def _repeats(said: Said, talk: Talk) -> bool:
    """Whether it says in short what another just said and others agreed to: *hälften var*."""
    before = talk.before(said.index, _JUST_AGREED)
    named = _with_meaning(said)
    naming = {each.speaker for each in before if not each.asks and named & _with_meaning(each)} - {said.speaker}
    return said.size <= _SHORT and bool(naming) and len(naming | _agreeing(said.speaker, before)) > 1


def _with_meaning(said: Said) -> set[str]:
    return set(filter(has_meaning, words(said.text)))


def _proposed(said: Said, talk: Talk) -> _Decision | None:
    if _is_beside(said) or not cue("proposes").search(said.low):
        return None
    answers = talk.after(said.index, _ANSWERS)
    if _refused(said.speaker, answers) or not _agreeing(said.speaker, answers):
        return None
    return _Decision(said, _PROPOSED + _support(said, answers, talk), firm=False)


def _refused(speaker: str, answers: Sequence[Said]) -> bool:
    """Whether somebody begins by declining."""
    first = {each.speaker: each for each in reversed(answers) if each.speaker != speaker}
    return any(cue("declines").search(each.low) for each in first.values())


def _conclusion(said: Said, worth: float, talk: Talk) -> _Decision:
    return _Decision(said, worth + _support(said, talk.before(said.index, _LEAD_UP), talk), firm=True)


def _hands_out(said: Said, talk: Talk) -> bool:
    """Whether it says who does something: *då blir det Jonas och Ulrika*."""
    return len(talk.people.named(said.text)) > 1 and bool(cue("assigned").search(said.low))


def _support(said: Said, near: Sequence[Said], talk: Talk) -> float:
    unopposed = any(cue("unopposed").search(each.low) for each in (*near[-3:], said))
    return (
        (_BY_CHAIR if said.speaker == talk.chair else 0.0)
        + _FOR_EACH_YES * min(3, len(_agreeing(said.speaker, near)))
        + (_UNOPPOSED if unopposed else 0.0)
    )


def _agreeing(speaker: str, near: Sequence[Said]) -> set[str]:
    """Who among the others says little but yes."""
    return {
        each.speaker
        for each in near
        if each.speaker != speaker and each.size <= _YES and not each.asks and cue("agrees").search(each.low)
    }


def _candidate(decision: _Decision, talk: Talk) -> Candidate:
    """With what it was that was decided, where the conclusion does not say (*då bestämmer vi det*)."""
    said = decision.said
    text = statement(said.text)
    about = None if content(said.text) >= _SAYS_ENOUGH else _subject(said, talk)
    if about:
        text = f"{text.rstrip('.')} ({statement(about.text).rstrip('.')})"
    line = [each for each in talk.around(said.index, _ONE, _ONE) if each.line == said.line]
    quote = quoted([about, *line] if about else line)
    return Candidate(Kind.DECISION, text, quote, said.at, said.speaker, worth=decision.worth)


def _subject(said: Said, talk: Talk) -> Said | None:
    """What is said right after it by the same speaker; else the nearest proposal before it, else what says anything."""
    after = [each for each in talk.after(said.index, 1) if each.line == said.line and not each.asks]
    before = [*reversed(talk.before(said.index, _LEAD_UP))]
    proposed = [each for each in before if each.asks or cue("proposes").search(each.low)]
    return next((each for each in (*after, *proposed, *before) if content(each.text) >= _SAYS_ENOUGH), None)
