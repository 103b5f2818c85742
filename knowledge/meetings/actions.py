"""Actions: what is to be done, by whom, and by when.

Who and when is told by the promise that an utterance makes, or that is made close to it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.days import signs_of_days
from knowledge.meetings.due import due
from knowledge.meetings.handing import taken_over
from knowledge.meetings.joining import asks_for_more
from knowledge.meetings.made import Made
from knowledge.meetings.model import Candidate, Kind, Part
from knowledge.meetings.naming import Named
from knowledge.meetings.noting import Noted, noted
from knowledge.meetings.owners import is_plain, owners_meant
from knowledge.meetings.promises import REPLY, SHORT, Promise, Way, spoken_promise, way_of
from knowledge.meetings.returning import Return, returns
from knowledge.meetings.speech import Said, Talk, quoted
from knowledge.meetings.utterances import Utterance
from knowledge.meetings.weighing import Weighed
from knowledge.meetings.weights import DUE, HAND, OWNER, RETURN, Weights
from knowledge.meetings.wording import content, statement, task

_FEW = 8  # words
_SAYS_ENOUGH = 1  # words with meaning
_TELLING = 2
_NEAR = 4  # sentences
_SURE = {Part.OWNER: 0.97, Part.DAY: 0.8}  # chance, below which a leader is told that it is in doubt
_OWN = re.compile(r"\b(?:(?!är|har)\w{2,}r jag|jag (?!är|har)(?:\w+ )?\w{2,}r)\b")


@dataclass(frozen=True, slots=True)
class Task:
    """A promise, the utterance that was noted for it, and how likely each is meant to do it, the likeliest first."""

    promise: Promise
    noted: Noted
    owners: Sequence[tuple[str, float]] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A task, and how likely each day is meant, or that none is, the likeliest first."""

    task: Task
    days: Sequence[tuple[date | None, float]]


def dated(tasks: Sequence[Task], talk: Talk, named: Named, weights: Mapping[str, Weights]) -> list[Dated]:
    """Each with the days named for it."""
    promises = [each.promise for each in tasks]
    again = returns(promises, talk, named, weights[RETURN])
    signs = [
        signs_of_days(promise, promises, returned, talk, named)
        for promise, returned in zip(promises, again, strict=True)
    ]
    return [Dated(task, weights[DUE].chances(its)) for task, its in zip(tasks, signs, strict=True)]


def actions(found: Sequence[Dated], talk: Talk) -> list[Candidate]:
    """In the order they were said, each with the likeliest day it is to be done by, and what of it is in doubt."""
    return [_with_doubts(each, action(each.task, talk)) for each in found]


def to_do(
    weighed: Weighed, agreed: Sequence[Promise], talk: Talk, named: Named, weights: Mapping[str, Weights]
) -> list[Task]:
    """What is noted as to be done, each once, with who is most likely meant to do it."""
    found = owned(tasks(noted(Kind.ACTION, weighed, weights), agreed, talk), talk, weights[OWNER])
    return once(handed(found, agreed, talk, named, weights[HAND]), talk, named, weights[RETURN])


def owned(tasks: Sequence[Task], talk: Talk, weights: Weights) -> list[Task]:
    """Each with who is most likely meant to do it."""
    return [_owned(each, talk, weights) for each in tasks]


def _owned(task: Task, talk: Talk, weights: Weights) -> Task:
    if is_plain(task.promise):
        return _as_told(task)
    owners = owners_meant(task.promise, task.noted.utterance.sentences, talk, weights)
    task.promise.give_to(owners[0][0], talk)
    return replace(task, owners=owners)


def handed(tasks: Sequence[Task], agreed: Sequence[Promise], talk: Talk, named: Named, weights: Weights) -> list[Task]:
    """Each with who took it over last, and without what was only promised to do so."""
    first: dict[int, Promise] = {}
    held = [Made(talk, named, each.promise) for each in tasks]
    for which, taking in taken_over(held, all_promised(tasks, agreed), weights):
        given = held[which].promise
        first[id(taking)] = first.get(id(given), given)
        first[id(taking)].pass_on(taking)
    left = [each for each in tasks if id(each.promise) not in first]
    return [_as_told(each) if is_plain(each.promise) else each for each in left]


def _as_told(task: Task) -> Task:
    return replace(task, owners=[(task.promise.owner, 1.0)])


def all_promised(tasks: Sequence[Task], agreed: Sequence[Promise]) -> list[Promise]:
    """What the tasks are, and what else was promised, in order."""
    every = {id(each): each for each in (*agreed, *(task.promise for task in tasks))}
    return sorted(every.values(), key=lambda each: each.first)


def once(tasks: Sequence[Task], talk: Talk, named: Named, weights: Weights) -> list[Task]:
    """Each once: what only moves an earlier one to another day is that one."""
    moving: set[int] = set()
    again = returns([each.promise for each in tasks], talk, named, weights)
    for each, returned in zip(tasks, again, strict=True):
        moves = [one for one in returned if one.moves]
        for one in moves:
            each.promise.come_back(one.said, one.day, one.left)
        moving.update(id(later) for later in tasks if later is not each and _only_moves(later, each, moves))
    return [each for each in tasks if id(each) not in moving]


def _only_moves(later: Task, earlier: Task, moves: Sequence[Return]) -> bool:
    """Whether it is made only where the earlier one is moved, or an owner of that makes it there."""
    spoken = {each.index for each in later.promise.said}
    theirs = not later.promise.voices.isdisjoint(earlier.promise.voices)
    about = {index for again in moves for index in again.about}
    return spoken <= about or (theirs and not spoken.isdisjoint(about))


def _with_doubts(dated: Dated, action: Candidate) -> Candidate:
    """With the likeliest day, and of who and when the next likely where there is some doubt."""
    owners, days = dated.task.owners, dated.days
    chances = {Part.OWNER: owners[0][1], Part.DAY: days[0][1]}
    doubtful = tuple(part for part, chance in chances.items() if chance < _SURE[part])
    return replace(
        action,
        due=days[0][0],
        doubtful=doubtful,
        other_owner=owners[1][0] if Part.OWNER in doubtful else "",
        other_due=days[1][0] if Part.DAY in doubtful else None,
    )


def tasks(noted: Sequence[Noted], promised: Sequence[Promise], talk: Talk) -> list[Task]:
    """What is noted as to be done, in the order it was said; what is of one promise is one."""
    made: dict[int, Task] = {}
    for each in noted:
        told = [*promised, *(task.promise for task in made.values())]
        made |= {id(promise): Task(promise, each) for promise in _promises(each.utterance, promised, told, talk)}
    return sorted(made.values(), key=lambda each: each.promise.first)


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
    if utterance.speaker not in latest.owners and any(map(_names_day, latest.said)):
        return None
    latest.said.extend(utterance.sentences)
    return latest


def _only_names_day(utterance: Utterance, talk: Talk) -> bool:
    short = all(each.size <= _FEW and way_of(each, talk) is None for each in utterance.sentences)
    others = spoken_promise(utterance.sentences, talk).way is Way.GIVES
    return (
        short
        and not (_does_itself(utterance) or others)
        and due(" ".join(each.text for each in utterance.sentences), ANY_DAY, ANY_DAY) is not None
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
    if utterance.speaker in promise.owners or _apart(utterance, promise) == 0:
        return True
    return not _does_itself(utterance) and utterance.speaker in {each.speaker for each in promise.said}


def _does_itself(utterance: Utterance) -> bool:
    return any(_OWN.search(each.low) for each in utterance.sentences)


def _asked_anew(utterance: Utterance, promise: Promise, talk: Talk) -> bool:
    """Whether another asks for more between a promise and it."""
    between = talk.sentences[promise.last + 1 : utterance.sentences[0].index]
    theirs = (utterance.speaker, *promise.owners)
    return any(asks_for_more(each, utterance.speaker) and each.speaker not in theirs for each in between)


def _apart(utterance: Utterance, promise: Promise) -> int:
    """Sentences between them."""
    return min(abs(one.index - other.index) for one in utterance.sentences for other in promise.said)


def action(task: Task, talk: Talk) -> Candidate:
    """As yet without the day by which it is to be done."""
    promise, utterance = task.promise, task.noted.utterance
    return Candidate(
        Kind.ACTION,
        _wording(promise, talk),
        quote=quoted([*promise.said, *promise.about]),
        at=utterance.at,
        speaker=utterance.speaker,
        owner=promise.owner,
        worth=task.noted.worth,
    )


def _names_day(said: Said) -> bool:
    return any(each.precision >= Precision.WEEKDAY for each in mentions(said.text, ANY_DAY))


def _wording(action: Promise, talk: Talk) -> str:
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
