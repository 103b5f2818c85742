"""Actions: what is to be done, by whom, and by when.

Who and when is told by the promise that an utterance makes, or that is made close to it.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import dropwhile, takewhile

from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.due import due, leans
from knowledge.meetings.joining import STORY, asks_for_more, owners
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.next_meeting import is_spoken_of
from knowledge.meetings.noting import Noted
from knowledge.meetings.people import is_room
from knowledge.meetings.promises import REPLY, SHORT, Promise, Way, spoken_promise, way_of
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.utterances import Utterance
from knowledge.meetings.wording import content, statement, task

_FEW = 8  # words
_SAYS_ENOUGH = 1  # words with meaning
_TELLING = 2
_TALK_OF_DAY = 5  # sentences after it in which its day is named
_NEAR = 4  # sentences
_BREATH = 2  # sentences
_OWN = re.compile(r"\b(?:(?!är|har)\w{2,}r jag|jag (?!är|har)(?:\w+ )?\w{2,}r)\b")


def actions(
    noted: Sequence[Noted], promised: Sequence[Promise], talk: Talk, today: date, next_meeting: date | None
) -> list[Candidate]:
    """In the order they were said; those of one promise are one."""
    made: dict[int, tuple[Promise, Noted]] = {}
    for each in noted:
        told = [*promised, *(promise for promise, _ in made.values())]
        made |= {id(promise): (promise, each) for promise in _promises(each.utterance, promised, told, talk)}
    found = sorted(made.values(), key=lambda each: each[0].first)
    ends = [promise.first for promise, _ in found[1:]] + [len(talk.sentences)]
    return [
        _candidate(promise, each, talk, _due(promise, talk, end, today, next_meeting))
        for (promise, each), end in zip(found, ends, strict=False)
    ]


def _promises(
    utterance: Utterance, promised: Sequence[Promise], told: Sequence[Promise], talk: Talk
) -> Sequence[Promise]:
    """Those it makes; else the one of those told until then of which it says by when, or the nearest."""
    made = [each for each in promised if each.at in utterance.sentences]
    return made or [_day_of(utterance, told, talk) or _promise(utterance, promised, talk)]


def _day_of(utterance: Utterance, promised: Sequence[Promise], talk: Talk) -> Promise | None:
    """The promise just before it, of which it only says by when: *Slutet av oktober? / Den femte, ja.*"""
    if not _only_names_day(utterance, talk):
        return None
    first = utterance.sentences[0].index
    before = [each for each in promised if each.last < first and _apart(utterance, each) <= _NEAR]
    latest = max(before, key=lambda each: each.last, default=None)
    if latest is None or _asked_anew(utterance, latest, talk):
        return None
    if not _is_owners(utterance.sentences[0], latest) and any(map(_names_day, latest.said)):
        return None
    latest.said.extend(utterance.sentences)
    return latest


def _only_names_day(utterance: Utterance, talk: Talk) -> bool:
    short = all(each.size <= _FEW and way_of(each, talk) is None for each in utterance.sentences)
    others = spoken_promise(utterance.sentences, talk).way is Way.GIVES
    return (
        short
        and not (_does_itself(utterance) or others)
        and due(_text(utterance.sentences), ANY_DAY, ANY_DAY) is not None
    )


def _promise(utterance: Utterance, promised: Sequence[Promise], talk: Talk) -> Promise:
    """The one it makes, or the nearest that its speaker has part in; else that who speaks does what is said."""
    near = [each for each in promised if _apart(utterance, each) <= _NEAR and _has_part(utterance, each)]
    nearest = min(near, key=lambda each: _apart(utterance, each), default=None)
    if nearest and not _asked_anew(utterance, nearest, talk):
        return nearest
    return spoken_promise(utterance.sentences, talk)


def _has_part(utterance: Utterance, promise: Promise) -> bool:
    """Whether its speaker makes the promise, or asked for it and does not now promise something themselves."""
    if utterance.speaker in owners(promise) or _apart(utterance, promise) == 0:
        return True
    return not _does_itself(utterance) and utterance.speaker in {each.speaker for each in promise.said}


def _does_itself(utterance: Utterance) -> bool:
    return any(_OWN.search(each.low) for each in utterance.sentences)


def _asked_anew(utterance: Utterance, promise: Promise, talk: Talk) -> bool:
    """Whether another asks for more between a promise and it."""
    between = talk.sentences[promise.last + 1 : utterance.sentences[0].index]
    theirs = (utterance.speaker, *owners(promise))
    return any(asks_for_more(each, utterance.speaker) and each.speaker not in theirs for each in between)


def _apart(utterance: Utterance, promise: Promise) -> int:
    """Sentences between them."""
    return min(abs(one.index - other.index) for one in utterance.sentences for other in promise.said)


def _candidate(action: Promise, noted: Noted, talk: Talk, due: date | None) -> Candidate:
    return Candidate(
        Kind.ACTION,
        _task(action, talk),
        quote=quoted([*action.said, *action.about]),
        at=noted.utterance.at,
        speaker=noted.utterance.speaker,
        owner=action.owner,
        due=due,
        worth=noted.worth,
    )


def _due(action: Promise, talk: Talk, end: int, today: date, next_meeting: date | None) -> date | None:
    """The day named in it or moved to right after it; else one that is named after it, or was before it.

    What its owner says of the day counts before what the one who asked said, and what whoever took it over says before
    what was said until then.
    """
    told = [*_whole(action, talk), *action.about]
    after = [_talk_of_day(action, each, talk, end) for each in (told[-1], action.said[-1])]
    moved = _moved(after[0])
    own = [
        each
        for one in (*told, *_own_later(action, after[0]))
        if _is_owners(one, action)
        for each in (*_week_asked(one, talk), one)
    ]
    anew = [*action.about, *after[0]] if action.about else []
    before = _talk_before(action, talk)
    spoken = (anew, own if any(map(_names_day, own)) else [], [*told, *moved], *after, before)
    days = (_day(said, talk, today, next_meeting) for said in spoken if said)
    return next(filter(None, days), None) or _day_before(action, talk, today)


def _moved(after: Sequence[Said]) -> list[Said]:
    """What is said from where a day is taken back."""
    return list(dropwhile(lambda each: not cue("moves").search(each.low), after))


def _week_asked(answer: Said, talk: Talk) -> list[Said]:
    """*Hinner du det nästa vecka? / Innan fredag.*"""
    return [each for each in talk.before(answer.index, 1) if each.asks and _names_week(each)]


def _names_week(said: Said) -> bool:
    return {each.precision for each in mentions(said.text, ANY_DAY)} == {Precision.WEEK}


def _own_later(action: Promise, after: Sequence[Said]) -> list[Said]:
    """To what the day is moved, or how its owner names it once more; but not what they answer another then."""
    same = list(takewhile(lambda each: not each.asks or _is_owners(each, action), after))
    moved = _moved(same)
    return [each for each in same if each in moved or (_is_owners(each, action) and not each.asks)]


def _is_owners(said: Said, action: Promise) -> bool:
    """Whether its owner says it, or the room that they sit in."""
    rooms = {each.speaker for each in action.said if is_room(each.speaker)}
    return said.speaker in (*owners(action), *rooms)


def _day(said: Sequence[Said], talk: Talk, today: date, next_meeting: date | None) -> date | None:
    since = list(dropwhile(lambda each: not (mentions(each.text, ANY_DAY) or leans(each.text, ANY_DAY)), said)) or said
    before = talk.before(since[0].index, STORY)
    return due(_text(since), today, next_meeting, _text(before))


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
        concerned = _is_owners(each, action) or set(talk.people.named(each.text)).intersection(owners(action))
        if asked or each.size <= _FEW or concerned or _sets_day(each):
            following.append(each)
    return following


def _is_something_else(said: Said, action: Promise) -> bool:
    """Whether they go on, or come to speak of the next meeting."""
    next_meeting = not _is_owners(said, action) and is_spoken_of(said)
    return next_meeting or bool(cue("next_point").search(said.low))


def _sets_day(said: Said) -> bool:
    return any(each.deadline for each in mentions(said.text, ANY_DAY))


def _names_day(said: Said) -> bool:
    return any(each.precision >= Precision.WEEKDAY for each in mentions(said.text, ANY_DAY))


def _talk_before(action: Promise, talk: Talk) -> list[Said]:
    """By when it has to be, where that led to somebody taking it on."""
    return [each for each in talk.before(action.first, STORY) if cue("has_to_be").search(each.low)]


def _day_before(action: Promise, talk: Talk, today: date) -> date | None:
    """What was named in the same breath before it: *Vi har möte den fjärde, jag tar upp det där*; *i morgon åtta*."""
    last = action.said[-1]
    before = [each for each in talk.before(last.index, _BREATH) if each.turn == last.turn]
    if not cue("by_then").search(last.low):
        before = [each for each in before[-1:] if each.size <= SHORT]
    days = [each.date for each in mentions(_text(before), today) if each.date >= today]
    return days[-1] if days else None


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
