"""By which day something is to be done: of all days that are named round a promise, the one that was most likely meant.

What tells for a day is learnt, as what is worth noting is: who names it, how firmly, and how far from the promise.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention
from knowledge.meetings.due import firmest, leans_on_next
from knowledge.meetings.landmarks import is_spoken_of
from knowledge.meetings.naming import Named
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.promises import EVERYBODY, SHORT, Promise, concerns_all
from knowledge.meetings.returning import Return
from knowledge.meetings.speech import Said, Talk

Signs = dict[date | None, frozenset[str]]

_BEFORE = 8  # sentences before a promise in which its day is named
_AFTER = 11  # sentences after it
_CLOSE = 8  # sentences after it in which the last word of its owner counts
_FEW = 8  # words
_LEFT_OPEN = 6  # sentences after a promise in which it is said to have no day
_ANSWERED = 4  # sentences in which it is answered by when
_ANOTHER, _POINT = "beyond another", "beyond point"
_BEYOND = frozenset([_ANOTHER, _POINT])
_STEPS = (1, 2, 4, 7, 11)  # sentences from a promise
_WEEK = 7  # days
_LIKELY = (0.1, 0.2, 0.35, 0.5, 0.7, 0.85)  # chances
_NO = re.compile(r"(?:eller )?(?:nej|nä|nja|fast|vänta)\b")
_WORDS = {
    "I": re.compile(r"\bjag\b"),
    "you": re.compile(r"\b(?:ni|du|er)\b"),
    "past": re.compile(r"\b(?:hade|var|blev|gick|kom|fick|sa|gjorde|tog|\w{3,}ade)\b"),
    "instead": re.compile(r"\bi ?stället\b"),
    "it": re.compile(r"\b(?:de[nt]|dom|de)\b"),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A day, and the sentence in which it is named; `part` is where that stands, seen from the promise.

    `who` says it, and `facts` are what else is told there: that it was asked for, or what they have come to since.
    """

    day: Mention
    said: Said
    who: str
    part: str
    facts: frozenset[str]


def signs_of_days(
    action: Promise, others: Iterable[Promise], returned: Iterable[Return], talk: Talk, named: Named
) -> Signs:
    """Of each day that is named round a promise, what tells for and against it; of None, that none is meant."""
    others = [each for each in others if each is not action]
    all_told = [*_told(action, others, talk, named), *_told_again(action, returned, talk, named)]
    told = [each for each in all_told if each.day.date not in action.left]
    plain = [each for each in told if not each.day.aside]
    owns = [each.said.index for each in plain if each.who == "owner" and _is_close(each, action)]
    found: Signs = {None: frozenset(_none(action, plain, talk))}
    for day in dict.fromkeys(each.day.date for each in told):
        its = [each for each in told if each.day.date == day]
        signs = {sign for each in its for sign in _signs(each, named)}
        signs.update(_among(its, plain, action, max(owns, default=-1)))
        found[day] = frozenset([*signs, *(_of_next(its) if day == named.next_meeting else ())])
    return found


def _of_next(its: Sequence[_Told]) -> Iterator[str]:
    """That it is the day of the next meeting, and whether it is named as that rather than as *till nästa gång*."""
    yield "next meeting"
    if not all(leans_on_next(each.said.text) for each in its):
        yield "next meeting named"


def _is_close(told: _Told, action: Promise) -> bool:
    return not told.facts & _BEYOND and action.first <= told.said.index <= _last(action) + _CLOSE


def _last(action: Promise) -> int:
    return max(each.index for each in (*action.said, *action.about))


def _told(action: Promise, others: Sequence[Promise], talk: Talk, named: Named) -> Iterator[_Told]:
    for stretch in _stretches(action):
        beyond: set[str] = set()
        for said in _around(stretch, action.voices, talk):
            if said.index > stretch[-1]:
                beyond.update(_beyond(said, action.voices, others))
            between = any(said.index <= each.last < action.first for each in others)
            for day in named.by(said):
                told = frozenset([*({_ANOTHER} if between else beyond), *_told_of(said, action, talk)])
                yield _Told(day, said, _who(said, action, talk), _part(said, action), told)


def _told_again(action: Promise, returned: Iterable[Return], talk: Talk, named: Named) -> Iterator[_Told]:
    """The days that may be meant where they come back to it."""
    for each in returned:
        facts = frozenset(f"again {least}" for least in _LIKELY if each.chance >= least)
        for said in each.said:
            day = next(day for day in named.by(said) if day.date == each.day)
            yield _Told(day, said, _who(said, action, talk), "again", facts)


def _told_of(said: Said, action: Promise, talk: Talk) -> Iterator[str]:
    """Whether it was asked by when, it is of somebody else, or taken back at once: *I övermorgon. Nej, vänta.*"""
    if any(cue("when").search(each.low) for each in talk.around(said.index, _ANSWERED, 0)):
        yield "when asked"
    if any(each not in action.voices for each in talk.people.named(said.text)):
        yield "of another"
    if any(each.turn == said.turn and _NO.match(each.low) for each in talk.after(said.index, 1)):
        yield "taken back"


def _stretches(action: Promise) -> list[list[int]]:
    """The sentences that speak of it, cut where they speak of other things for so long that no day is of both."""
    stretches: list[list[int]] = []
    for index in sorted(each.index for each in (*action.said, *action.about)):
        if stretches and index - stretches[-1][-1] <= _AFTER + _BEFORE:
            stretches[-1].append(index)
        else:
            stretches.append([index])
    return stretches


def _around(stretch: Sequence[int], voices: set[str], talk: Talk) -> Iterator[Said]:
    """The sentences round it, until others come to the next meeting, or ask by when all are to do something."""
    for said in talk.sentences[max(0, stretch[0] - _BEFORE) : stretch[-1] + 1 + _AFTER]:
        if said.index > stretch[-1] and _leads_away(said, voices):
            return
        yield said


def _leads_away(said: Said, voices: set[str]) -> bool:
    if said.speaker in voices:
        return said.asks and is_spoken_of(said)
    of_all = EVERYBODY not in voices and concerns_all(said) and cue("when").search(said.low)
    return is_spoken_of(said) or bool(of_all)


def _beyond(said: Said, voices: set[str], others: Sequence[Promise]) -> Iterator[str]:
    """What they come to when they are done with a promise: another, or a new point."""
    if any(each.first == said.index for each in others):
        yield _ANOTHER
    if cue("next_point").search(said.low):
        yield _POINT


def _who(said: Said, action: Promise, talk: Talk) -> str:
    if said.speaker in action.voices:
        return "owner"
    if said.speaker in {each.speaker for each in action.said}:
        return "giver" if EVERYBODY in action.voices else "promiser"
    return "chair" if said.speaker == talk.chair else "other"


def _part(said: Said, action: Promise) -> str:
    if said in action.said:
        return "said"
    if said in action.about:
        return "about"
    earlier = [each.index for each in (*action.said, *action.about) if each.index < said.index]
    if not earlier:
        return f"-{_steps(action.first - said.index)}"
    return "between" if said.index < action.last else f"+{_steps(said.index - max(earlier))}"


def _steps(sentences: int) -> int:
    return sum(sentences > each for each in _STEPS)


def _signs(told: _Told, named: Named) -> Iterator[str]:
    """Each fact by itself, and together with who says it."""
    for fact in (told.part, *_facts(told), *_beside(told, named.by(told.said)), *_leant_on(told, named)):
        yield from (fact, f"{fact} {told.who}")


def _facts(told: _Told) -> Iterator[str]:
    day, said = told.day, told.said
    yield day.precision.name
    yield "bare" if said.size <= SHORT else "short" if said.size <= _FEW else "long"
    yield "asking" if said.asks else "telling"
    yield from (name for name, pattern in _WORDS.items() if pattern.search(said.low))
    yield from told.facts
    told_of = {
        "deadline": day.deadline,
        "aside": day.aside,
        "leans": leans_on_next(said.text),
        "has to be": cue("has_to_be").search(said.low),
        "of the meeting": is_spoken_of(said),
    }
    yield from (name for name, is_so in told_of.items() if is_so)


def _beside(told: _Told, days: Sequence[Mention]) -> Iterator[str]:
    """Whether it is the one that is meant of several in its sentence."""
    if len(days) > 1:
        meant = [each for each in days if not each.aside] or days
        yield "firmest" if firmest(meant, in_figures(told.said.text)).date == told.day.date else "outranked"
        yield "last there" if max(meant, key=lambda each: each.start).date == told.day.date else "not last there"


def _leant_on(told: _Told, named: Named) -> Iterator[str]:
    """Whether another day is counted from it just after: *Nämnden möts den tolfte. Dagen efter får ni det.*"""
    since = [day for after in (1, 2) for day in named.days.get(told.said.index + after, ())]
    if any(day.precision is Precision.RELATIVE and 0 < abs((day.date - told.day.date).days) <= _WEEK for day in since):
        yield "leant on"


def _among(its: Sequence[_Told], told: Sequence[_Told], action: Promise, last_own: int) -> Iterator[str]:
    """What it is among all days that are named."""
    first, last = its[0].said.index, its[-1].said.index
    if last_own in [each.said.index for each in its if not each.day.aside]:
        yield "last of owner"
    others = [each.said.index for each in told if each.day.date != its[0].day.date]
    later = [each for each in others if last < each <= _last(action) + _CLOSE]
    yield "last" if not later else "given up" if last >= action.first else "given up before"
    if not any(action.first <= each < first for each in others):
        yield "first"


def _none(action: Promise, told: Sequence[_Told], talk: Talk) -> Iterator[str]:
    parts = {each.part for each in told}
    yield from ("none", f"none {action.way}", f"none of {'some' if told else 'none'}")
    yield from (f"none {part} {part in parts}" for part in ("said", "about", "between", "+0", "+1", "+2", "+3", "-0"))
    if any(each.who == "owner" and each.said.index >= action.first for each in told):
        yield "none owner"
    since = talk.sentences[action.first : action.last + 1 + _LEFT_OPEN]
    if any(cue("no_day").search(each.low) for each in since):
        yield "none open"
