"""Where they come back to a promise later on: to say by when it is to be done, or that it is to be another day."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.library.tokens import words
from knowledge.meetings.calendar import MONTHS, WEEKDAYS
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.promises import EVERYBODY, Promise
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.wording import has_meaning

_APART = 12  # sentences after which they come back to it, rather than still speak of it
_WINDOW = 4  # sentences round what makes a promise in which its day is named
_ASKED = 3  # sentences before a promise that say what it is about
_LEAD = 5  # sentences in which they say what they come back to
_FOLLOWING = 2  # sentences after a promise, or a day, that may still say of what it is
_UNSUITED = 3  # sentences before a day, and one after it, that say that another one does not suit
_STEM = 5  # letters by which words are the same
_SHORT = 4  # letters of the shortest word that says what something is about

_DAY = re.compile(rf"(?:{'|'.join((*WEEKDAYS, *MONTHS))})(?:en)?$")

Days = Mapping[int, Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Return:
    """A sentence that names a day for an earlier promise, and what tells that it does.

    It `moves` the promise where its owner says that the day it had does not suit; `about` is where they say so, too.
    """

    said: Said
    about: frozenset[int]
    signs: frozenset[str]
    moves: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """A promise as it was made: who speaks for its owners, the days that were named, and what it is about."""

    voices: set[str]
    days: set[date]
    things: frozenset[str]


def returns(promise: Promise, talk: Talk, days: Days) -> Iterator[Return]:
    """Where they name a day that may be for it, in order."""
    spoken = [each.index for each in (*promise.said, *promise.about)]
    near = [each for index in spoken for each in talk.around(index, _WINDOW, _WINDOW)]
    about = _things([*talk.around(promise.first, _ASKED, _FOLLOWING), *promise.said])
    made = _Made(promise.voices, {day.date for each in near for day in days.get(each.index, ())}, about)
    for said in talk.sentences[max(spoken) + _APART :]:
        if days.get(said.index) and (found := _return(said, made, talk, days)):
            yield found


def _return(said: Said, made: _Made, talk: Talk, days: Days) -> Return | None:
    """Where it is about that promise: by what is spoken of, or by a day that is said not to suit."""
    lead = talk.around(said.index, _LEAD, 0)
    if EVERYBODY not in made.voices and not any(_concerns(each, made.voices, talk) for each in lead):
        return None
    alike = len(_things(talk.around(said.index, _LEAD, _FOLLOWING)) & made.things)
    recalled = [(each, day) for each in lead for day in days.get(each.index, ()) if day.date in made.days]
    own = [(each, day) for each, day in recalled if each.speaker in made.voices]
    unsuited = _is_unsuited(said, own, talk)
    told = {"names": recalled, "changes": unsuited, "alike": alike > 1, "first": not made.days}
    if not (alike and any(told.values())) and not (recalled and unsuited):
        return None
    is_it = alike or any(day.precision >= Precision.DAY for _, day in own)
    is_moved = (own and unsuited) or cue("moves_own").search(said.low)
    is_new = any(day.date not in made.days for day in days[said.index])
    moves = said.speaker in made.voices and is_new and is_it and is_moved
    about = frozenset([said.index, *(each.index for each, _ in own)])
    return Return(said, about, frozenset(f"again {sign}" for sign, is_so in told.items() if is_so), bool(moves))


def _is_unsuited(said: Said, own: Iterable[tuple[Said, Mention]], talk: Talk) -> bool:
    """Whether they say before that day, or just after it, that the one before does not suit."""
    near = talk.around(said.index, _UNSUITED, 1)
    return any(cue("moves_day").search(each.low) for each in near) or any("inte" in words(each.low) for each, _ in own)


def _concerns(said: Said, voices: set[str], talk: Talk) -> bool:
    return said.speaker in voices or not voices.isdisjoint(talk.people.named(said.text))


def _things(sentences: Iterable[Said]) -> frozenset[str]:
    """The beginnings of the words that say what is spoken of, rather than when."""
    found = (word for each in sentences for word in words(in_figures(each.text)) if len(word) >= _SHORT)
    return frozenset(word[:_STEM] for word in found if has_meaning(word) and not _DAY.match(word))
