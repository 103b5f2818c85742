"""Where they come back to a promise later on: to say by when it is to be done, or that it is to be another day.

For which of the promises made before it a day is named, if for any, is learnt, as it is which day is meant.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.landmarks import is_spoken_of
from knowledge.meetings.made import Made
from knowledge.meetings.naming import Named
from knowledge.meetings.promises import Promise
from knowledge.meetings.speech import Said, Talk, things
from knowledge.meetings.weights import Weights, step

Signs = dict[int | None, frozenset[str]]

_APART = 6  # sentences between those that name a day in one go
_SINCE = 3  # sentences after a promise in which they still speak of it
_NEAR = 5  # sentences in which they say what they come back to
_LEAD = 8  # sentences in which its owner says that the day does not suit
_ANSWERED = 4  # sentences in which another takes up the day that is named
_FOLLOWING = 2  # sentences after a day that may still say of what it is
_UNSUITED = 3  # sentences before a day, and one after it, that say that another one does not suit
_AFTER = (5, 8, 12, 20, 40, 80, 160)  # sentences from a promise
_MOVED = (-8, -1, 0, 3, 7, 14, 28)  # days
_MOST = 9  # of what tells that a promise is moved
_LEAST = 0.2  # chance, below which nothing is made of it
_REMEMBERED = 20_000  # sentences of an hour or so, and what is asked of them
_MOVES = 0.5  # chance, from which a promise that had a day is moved there

_INSTEAD = re.compile(r"\bi ?ställe|\bändra|\bflytta")
_SAID_BEFORE = ("moves_own", "sets_day", "comes_back", "moves_day", "gives_up", "when")


@dataclass(frozen=True, slots=True)
class Return:
    """A day that may be for an earlier promise, the sentences that name it, and how likely it is for that.

    `about` is where they say so, too; `left` are the days that the promise had.
    """

    day: date
    said: Sequence[Said]
    about: frozenset[int]
    left: frozenset[date]
    chance: float

    @property
    def moves(self) -> bool:
        """Whether the promise is moved to it from the days that it had."""
        return self.chance >= _MOVES and bool(self.left)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A day, and the sentences close to each other that name it."""

    day: date
    said: list[Said]

    @property
    def first(self) -> Said:
        return self.said[0]


def returns(promises: Sequence[Promise], talk: Talk, named: Named, weights: Weights) -> list[list[Return]]:
    """Of each promise the days that may be for it, in order."""
    found: list[list[Return]] = [[] for _ in promises]
    made = [Made(talk, named, each) for each in promises]
    for naming, signs in _told(made):
        for which, chance in weights.chances(signs):
            if which is not None and chance >= _LEAST:
                about = _about(naming, made[which])
                found[which].append(Return(naming.day, naming.said, about, made[which].days, chance))
    return found


def signs_of_returns(
    promises: Sequence[Promise], talk: Talk, named: Named
) -> Iterator[tuple[date, Sequence[Said], Signs]]:
    """Each day that is named in some sentences, and of each promise it may be for, by its place, what tells for that.

    Of None, what tells that it is for none of them.
    """
    for naming, signs in _told([Made(talk, named, each) for each in promises]):
        yield naming.day, naming.said, signs


def _told(made: Sequence[Made]) -> Iterator[tuple[_Naming, Signs]]:
    """Each day that may be for one of them, is not for the next meeting, and is not yet known to be for one."""
    known = {said.index for each in made for said in each.promise.about}
    for naming in _namings(made[0].talk, made[0].named) if made else ():
        if _is_of_next(naming.first, made[0].talk) or not known.isdisjoint(_places(naming)):
            continue
        if signs := _signs_of(naming, made):
            yield naming, signs


def _namings(talk: Talk, named: Named) -> list[_Naming]:
    found: list[_Naming] = []
    for said in talk.sentences:
        for day in dict.fromkeys(each.date for each in named.by(said) if not each.aside):
            same = (each for each in found if each.day == day and said.index - each.said[-1].index <= _APART)
            if naming := next(same, None):
                naming.said.append(said)
            else:
                found.append(_Naming(day, [said]))
    return found


def _signs_of(naming: _Naming, made: Sequence[Made]) -> Signs:
    """Nothing where it can be for none."""
    may_be = {place: each for place, each in enumerate(made) if _may_be_for(naming, each)}
    if not may_be:
        return {}
    alike = {place: _alike(naming, each) for place, each in may_be.items()}
    moved = {place: max(_tells(said, each) for said in naming.said) for place, each in may_be.items()}
    told = {place: {*_signs(naming, each, made), *_moving(moved[place])} for place, each in may_be.items()}
    for sign, weighed in (("most alike", alike), ("most told", moved)):
        best = _best(weighed)
        if best is not None:
            told[best].add(sign)
    talk, named = made[0].talk, made[0].named
    none = frozenset(_none(naming, made, talk, named))
    return {None: none, **{place: frozenset(signs) for place, signs in told.items()}}


def _may_be_for(naming: _Naming, made: Made) -> bool:
    """Whether it is named later on, as a day that the promise did not have."""
    return naming.first.index >= made.last + _SINCE and naming.day not in made.days


def _best(weighed: Mapping[int, int]) -> int | None:
    """The one that weighs most; none if several do."""
    most = max(weighed.values())
    best = [place for place, weight in weighed.items() if weight == most]
    return best[0] if most and len(best) == 1 else None


def _alike(naming: _Naming, made: Made) -> int:
    """How much it shares with what they say round the day."""
    talk = made.talk
    near = (*talk.around(naming.first.index, _NEAR, 0), *naming.said, *talk.after(naming.said[-1].index, _FOLLOWING))
    return len(things(near) & made.things)


def _moving(told: int) -> Iterator[str]:
    """How much tells that it is moved there, in steps."""
    yield from (f"told {least}" for least in range(1, _MOST) if told >= least)


def _tells(said: Said, made: Made) -> int:
    """How much tells that an owner moves it there: that it is about it, and what they say of the day it had."""
    if said.speaker not in made.voices or _is_of_next(said, made.talk):
        return 0
    lead = made.talk.around(said.index, _LEAD, 0)
    own, recalled = made.by_owners(lead), made.recalled(lead)
    by_owners = made.by_owners(recalled)
    spoken_of = things([*own, *made.by_owners(made.talk.after(said.index, _FOLLOWING))]) & made.things
    about = 2 * bool(by_owners) + (len(recalled) > len(by_owners)) + min(len(spoken_of), 2)
    answers = made.by_others(made.talk.after(said.index, _ANSWERED))
    changes = _says("moves_own", own) or _says("changes_day", answers)
    sets, back = _says("sets_day", own), _says("comes_back", own)
    unsuited = changes or _unsuits(said, made)
    if not about or not (unsuited or sets or (back and by_owners)):
        return 0
    answered = bool(_repeats(said, answers, made)) or _says("grants_day", answers)
    return about + 2 * changes + unsuited + sets + back + answered


def _signs(naming: _Naming, made: Made, others: Sequence[Made]) -> Iterator[str]:
    """What tells that it is for that promise: when and by whom it is named, and what they say on the way to it."""
    yield f"after {step(naming.first.index - made.last, _AFTER)}"
    yield f"times {min(len(naming.said), 3)}"
    if made.days:
        yield f"moved {step((naming.day - max(made.days)).days, _MOVED)}"
    since = [each for each in others if made.promise.last < each.promise.first <= naming.first.index]
    theirs = [each for each in since if each.voices & made.voices]
    yield from (f"later {min(len(since), 4)}", f"later own {min(len(theirs), 3)}")
    there = things(naming.said) & made.things
    yield from (f"there {min(len(there), 2)}", f"there rare {made.talk.rarity(there)}")
    begun = {each.promise.first for each in others}
    for said in naming.said:
        yield from _of_sentence(said, made, said.index in begun)
    if any(_INSTEAD.search(each.low) for each in naming.said):
        yield "instead"


def _of_sentence(said: Said, made: Made, begins: bool) -> Iterator[str]:
    """What tells for it in one of the sentences, by itself, and together with who says it."""
    who = _who(said, made)
    yield from (f"who {who}", f"who {who} {made.of_all}")
    for fact in _facts(said, made, begins):
        yield from (fact, f"{fact} {who}")


def _who(said: Said, made: Made) -> str:
    if said.speaker in made.voices:
        return "owner"
    if said.speaker in {each.speaker for each in made.promise.said}:
        return "giver"
    return "chair" if said.speaker == made.talk.chair else "other"


def _facts(said: Said, made: Made, begins: bool) -> Iterator[str]:
    talk = made.talk
    lead, near = talk.around(said.index, _LEAD, 0), talk.around(said.index, _NEAR, 0)
    following = talk.after(said.index, _FOLLOWING)
    own, recalled = made.by_owners(lead), made.recalled(lead)
    shared = things([*near, *following]) & made.things
    own_shared = things([*own, *made.by_owners(following)]) & made.things
    yield from (f"alike {min(len(shared), 4)}", f"own alike {min(len(own_shared), 3)}")
    yield from (f"rare {talk.rarity(shared)}", f"own rare {talk.rarity(own_shared)}")
    answers = made.by_others(talk.after(said.index, _ANSWERED))
    told_of = {
        "recalled": recalled,
        "recalled by owner": made.by_owners(recalled),
        "recalled by others": made.by_others(recalled),
        "recalled exactly": made.naming(lead, lambda day: made.had(day) and day.precision > Precision.WEEKDAY),
        "recalled aside": made.naming(lead, lambda day: day.aside and made.recalls(day)),
        "recalled there": made.naming([said], made.recalls),
        "swapped": _swaps(said, made),
        "recalled after": made.naming(talk.after(said.index, _UNSUITED), made.recalls),
        "owner named": any(not made.voices.isdisjoint(talk.people.named(each.text)) for each in near),
        "owner spoke": own,
        "owner after": made.by_owners(following),
        "no day": not made.days,
        "changed": _says("changes_day", answers),
        "changes": _says("changes_day", [said]),
        "moves": _says("moves_day", [said]),
        "granted": _says("grants_day", answers),
        "answered": _repeats(said, answers, made),
        "unsuited": _unsuits(said, made),
        "begins": begins,
        "asks": said.asks,
    }
    yield from (fact for fact, is_so in told_of.items() if is_so)
    yield from (f"{what} own" for what in _SAID_BEFORE if _says(what, own))
    yield from (f"{what} lead" for what in _SAID_BEFORE if _says(what, lead))


def _swaps(said: Said, made: Made) -> bool:
    """*Sextonde i stället för elfte*, *från den tjugonde till den trettonde*, *tionde juni, inte sista maj*."""
    changes = _INSTEAD.search(said.low) or _says("changes_day", [said]) or "inte" in words(said.low)
    return bool(changes) and bool(made.naming([said], made.recalls))


def _none(naming: _Naming, made: Sequence[Made], talk: Talk, named: Named) -> Iterator[str]:
    """What tells that it is for none of them."""
    yield from ("none", f"none times {min(len(naming.said), 3)}")
    first, promised = naming.first, {said.index for each in made for said in each.promise.said}
    lead = talk.around(first.index, _LEAD, 0)
    told_of = {
        "begins": any(each.promise.first in _places(naming) for each in made),
        "promised": not promised.isdisjoint(_places(naming)),
        "next": any(map(is_spoken_of, naming.said)),
        "next near": any(map(is_spoken_of, talk.around(first.index, 3, 1))),
        "next meeting": naming.day == named.next_meeting,
        "moves": _says("moves_day", naming.said),
        "changes": _says("changes_day", talk.around(first.index, 0, _ANSWERED)),
        "asks": any(each.asks for each in naming.said),
        "instead": any(_INSTEAD.search(each.low) for each in naming.said),
    }
    yield from (f"none {fact}" for fact, is_so in told_of.items() if is_so)
    yield from (f"none {what}" for what in _SAID_BEFORE if _says(what, lead))


def _places(naming: _Naming) -> Collection[int]:
    return {each.index for each in naming.said}


def _about(naming: _Naming, made: Made) -> frozenset[int]:
    """The sentences in which they say so: what its owners say of the day before, and who answers at once."""
    found: set[int] = set()
    for said in naming.said:
        own = made.by_owners(made.talk.around(said.index, _LEAD, 0))
        changing = [each for each in own if _says("moves_day", [each])]
        answers = made.by_others(made.talk.after(said.index, _ANSWERED))
        taken = [*_repeats(said, answers, made), *(each for each in answers if _says("grants_day", [each]))]
        at_once = [each for each in taken if each.turn == said.turn + 1]
        found.update(each.index for each in (said, *made.naming(own, made.had), *changing, *at_once))
    return frozenset(found)


def _unsuits(said: Said, made: Made) -> bool:
    """Whether they say that the day before does not suit, or not then where it is recalled."""
    recalled = made.by_owners(made.naming(made.talk.around(said.index, _NEAR, 0), made.had))
    near = made.talk.around(said.index, _UNSUITED, 1)
    return _says("moves_day", near) or any("inte" in words(each.low) for each in recalled)


def _is_of_next(said: Said, talk: Talk) -> bool:
    """Whether they speak of the next meeting: *jag tittade i kalendern* alone need not."""
    near = talk.around(said.index, 2, 0)
    return any(is_spoken_of(each) and not _says("comes_back", [each]) for each in near)


def _repeats(said: Said, answers: Iterable[Said], made: Made) -> list[Said]:
    """Those that say its day again."""
    days = {day.date for day in made.named.by(said)}
    return made.naming(answers, lambda day: day.date in days)


def _says(what: str, sentences: Iterable[Said]) -> bool:
    return any(_is_cued(what, each.low) for each in sentences)


@lru_cache(maxsize=_REMEMBERED)
def _is_cued(what: str, text: str) -> bool:
    """Asked of each sentence for each promise."""
    return cue(what).search(text) is not None
