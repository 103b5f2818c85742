"""Actions: what is to be done, by whom, and by when.

What belongs together (a request, the answer, the day named after it) is one action.
"""

from collections.abc import Sequence
from datetime import date
from itertools import dropwhile, takewhile

from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.due import due
from knowledge.meetings.joining import STORY, joined, owners
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.promises import REPLY, SHORT, Promise, promises, way_of
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.wording import content, statement, task

_FEW = 8  # words
_SAYS_ENOUGH = 1  # words with meaning
_TELLING = 2
_TALK_OF_DAY = 5  # sentences after it in which its day is named


def actions(talk: Talk, today: date, next_meeting: date | None) -> list[Candidate]:
    """The actions of a talk, in the order they were agreed."""
    found = joined(promises(talk), talk)
    ends = [each.first for each in found[1:]] + [len(talk.sentences)]
    return [_candidate(action, talk, end, today, next_meeting) for action, end in zip(found, ends, strict=False)]


def _candidate(action: Promise, talk: Talk, end: int, today: date, next_meeting: date | None) -> Candidate:
    return Candidate(
        Kind.ACTION,
        _task(action, talk),
        quote=quoted([*action.said, *action.about]),
        at=action.at.at,
        speaker=action.at.speaker,
        owner=action.owner,
        due=_due(action, talk, end, today, next_meeting),
        worth=action.worth,
    )


def _due(action: Promise, talk: Talk, end: int, today: date, next_meeting: date | None) -> date | None:
    """The day named in it or moved to right after it; else one that is named after it, or was before it.

    What its owner says of the day counts before what the one who asked said, and what whoever took it over says before
    what was said until then.
    """
    told = [*_whole(action, talk), *action.about]
    after = [_talk_of_day(action, each, talk, end) for each in (told[-1], action.said[-1])]
    moved = _moved(after[0])
    own = [each for each in told if each.speaker in owners(action) and _names_day(each)]
    anew = [*action.about, *after[0]] if action.about else []
    before = _talk_before(action, talk)
    spoken = (anew, [*own, *_own_later(action, after[0])] if own else [], [*told, *moved], *after, before)
    days = (_day(said, talk, today, next_meeting) for said in spoken if said)
    return next(filter(None, days), None)


def _moved(after: Sequence[Said]) -> list[Said]:
    """What is said from where a day is taken back."""
    return list(dropwhile(lambda each: not cue("moves").search(each.low), after))


def _own_later(action: Promise, after: Sequence[Said]) -> list[Said]:
    """To what the day is moved, or how its owner names it once more; but not what they answer another then."""
    same = list(takewhile(lambda each: not (each.asks and each.speaker not in owners(action)), after))
    moved = _moved(same)
    return [each for each in same if each in moved or (each.speaker in owners(action) and not each.asks)]


def _day(said: Sequence[Said], talk: Talk, today: date, next_meeting: date | None) -> date | None:
    before = talk.before(said[0].index, STORY)
    return due(_text(said), today, next_meeting, _text(before))


def _text(said: Sequence[Said]) -> str:
    return ". ".join(each.text for each in said)


def _whole(action: Promise, talk: Talk) -> Sequence[Said]:
    """With what others said in between, unless it was taken up again much later."""
    if action.last - action.first > STORY:
        return action.said
    return talk.sentences[action.first : action.last + 1]


def _talk_of_day(action: Promise, last: Said, talk: Talk, end: int) -> list[Said]:
    """What is said right after it, by its owner or in few words, until something else begins."""
    following: list[Said] = []
    left = _TALK_OF_DAY
    for each in talk.sentences[last.index + 1 :]:
        asked = cue("when").search(each.low)
        left = _TALK_OF_DAY if asked else left - 1
        if left < 0 or each.index == end or _is_something_else(each, action):
            break
        concerned = {each.speaker, *talk.people.named(each.text)}
        if asked or each.size <= _FEW or concerned.intersection(owners(action)) or _sets_day(each):
            following.append(each)
    return following


def _is_something_else(said: Said, action: Promise) -> bool:
    """Whether they go on, or come to speak of the next meeting."""
    spoken_of, beside = (cue("next_meeting", part).search(said.low) for part in ("named", "beside"))
    next_meeting = said.speaker not in owners(action) and spoken_of and not beside
    return bool(next_meeting or cue("next_point").search(said.low))


def _sets_day(said: Said) -> bool:
    return any(each.deadline for each in mentions(said.text, ANY_DAY))


def _names_day(said: Said) -> bool:
    return any(each.precision >= Precision.WEEKDAY for each in mentions(said.text, ANY_DAY))


def _talk_before(action: Promise, talk: Talk) -> list[Said]:
    """By when it has to be, where that led to somebody taking it on."""
    return [each for each in talk.before(action.first, STORY) if cue("has_to_be").search(each.low)]


def _task(action: Promise, talk: Talk) -> str:
    """What is to be done, with what it answers where it says little itself (*Jag hör med dom*)."""
    telling = max(
        action.said, key=lambda each: (way_of(each, talk) is not None, min(content(each.text), _TELLING), -each.index)
    )
    text = task(telling.text)
    if content(text) >= _SAYS_ENOUGH:
        return text
    before = next(
        (
            each
            for each in reversed(talk.before(telling.index, REPLY))
            if each.size > SHORT and content(each.text) >= _TELLING
        ),
        None,
    )
    return f"{text} ({statement(before.text).rstrip('.')})" if before else text
