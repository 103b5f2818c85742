"""Where they come back to a promise later on: to say by when it is to be done, or that it is to be another day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention
from knowledge.meetings.landmarks import is_spoken_of
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.promises import EVERYBODY, Promise
from knowledge.meetings.speech import Said, Talk, things

_APART = 12  # sentences after which they come back to it, rather than still speak of it
_SINCE = 3  # sentences after which its owner may move it
_WINDOW = 4  # sentences round what makes a promise in which its day is named
_ASKED = 3  # sentences before a promise that say what it is about
_NEAR = 5  # sentences in which they say what they come back to
_LEAD = 8  # sentences in which its owner says that the day does not suit
_ANSWERED = 4  # sentences in which another takes up the day that is named
_ENOUGH = 4  # of what tells that a promise is moved
_FOLLOWING = 2  # sentences after a promise, or a day, that may still say of what it is
_UNSUITED = 3  # sentences before a day, and one after it, that say that another one does not suit

_NUMBER = re.compile(r"\b(?:den|blir) (\d+:e)\b")  # it may count other things too: *den första frågan*

Days = Mapping[int, Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Return:
    """A sentence that names a day for an earlier promise, and what tells that it does.

    `moves` is how much tells that its owner moves it there from the days that it had, `left`, or 0; `about` is where
    they say so, too.
    """

    said: Said
    about: frozenset[int]
    signs: frozenset[str]
    moves: int
    left: frozenset[date]

    @property
    def plainly(self) -> bool:
        """Whether it is moved from a day that is named there once more."""
        return bool(self.moves) and self.signs.issuperset(["again names", "again changes"])


@dataclass(frozen=True, slots=True)
class _Made:
    """A promise as it was made: who speaks for its owners, the days that were named, and what it is about."""

    talk: Talk
    named: Days
    voices: set[str]
    days: set[date]
    things: frozenset[str]

    def by_owners(self, sentences: Iterable[Said]) -> list[Said]:
        return [each for each in sentences if each.speaker in self.voices]

    def naming(self, sentences: Iterable[Said], is_it: Callable[[Mention], bool]) -> list[Said]:
        """Those that name such a day."""
        return [each for each in sentences if any(map(is_it, self.named.get(each.index, ())))]

    def had(self, day: Mention) -> bool:
        return day.date in self.days

    def recalled(self, sentences: Sequence[Said]) -> list[Said]:
        """Those that name a day it had, if only by its number: *den första är ingen idé*."""
        numbers = {f"{each.day}:e" for each in self.days}
        named = self.naming(sentences, self.recalls)
        return [each for each in sentences if each in named or numbers & set(_NUMBER.findall(in_figures(each.text)))]

    def recalls(self, day: Mention) -> bool:
        """Whether it had that day, or one of that number, or weekday: *den sjuttonde* is in whatever month."""
        if day.precision is Precision.DAY:
            return day.date.day in {each.day for each in self.days}
        if day.precision is Precision.WEEKDAY:
            return day.date.weekday() in {each.weekday() for each in self.days}
        return self.had(day)


def returns(promise: Promise, talk: Talk, days: Days) -> Iterator[Return]:
    """Where they name a day that may be for it, in order."""
    spoken = [each.index for each in (*promise.said, *promise.about)]
    near = [each for index in spoken for each in talk.around(index, _WINDOW, _WINDOW)]
    about = things([*talk.around(promise.first, _ASKED, _FOLLOWING), *promise.said])
    had = {day.date for each in near for day in days.get(each.index, ())}
    made = _Made(talk, days, promise.voices, had, about)
    for said in talk.sentences[max(spoken) + _SINCE :]:
        found = _return(said, made) if days.get(said.index) else None
        if found and (found.plainly or said.index >= max(spoken) + _APART):
            yield found


def _return(said: Said, made: _Made) -> Return | None:
    """Where it is about that promise: by what is spoken of, or by a day that is said not to suit."""
    lead = made.talk.around(said.index, _NEAR, 0)
    if EVERYBODY not in made.voices and not any(_concerns(each, made) for each in lead):
        return None
    recalled = made.naming(lead, made.had)
    alike = len(things([*lead, *made.talk.after(said.index, _FOLLOWING)]) & made.things)
    unsuited = _unsuits(made.talk.around(said.index, _UNSUITED, 1), made.by_owners(recalled))
    told = {"names": recalled, "changes": unsuited, "alike": alike > 1, "first": not made.days}
    moves = _moves(said, made)
    if not (alike and any(told.values())) and not (recalled and unsuited) and not moves:
        return None
    signs = frozenset(f"again {sign}" for sign, is_so in told.items() if is_so)
    return Return(said, _about(said, made), signs, moves, frozenset(made.days))


def _about(said: Said, made: _Made) -> frozenset[int]:
    """The sentences in which they say so: what its owners say of the day before, and who answers at once."""
    own = made.by_owners(made.talk.around(said.index, _LEAD, 0))
    changing = [each for each in own if cue("moves_day").search(each.low)]
    answers = [each for each in _answers(said, made) if each.turn == said.turn + 1]
    return frozenset(each.index for each in (said, *made.naming(own, made.had), *changing, *answers))


def _unsuits(near: Iterable[Said], recalled: Iterable[Said]) -> bool:
    """Whether they say that the day before does not suit, or not then where it is recalled."""
    return _says("moves_day", near) or any("inte" in words(each.low) for each in recalled)


def _moves(said: Said, made: _Made) -> int:
    """How much tells that an owner moves it to another day: that it is about it, and what one says then."""
    is_new = any(not (made.had(day) or day.aside) for day in made.named[said.index])
    if said.speaker not in made.voices or not is_new or _is_of_next(said, made):
        return 0
    lead = made.talk.around(said.index, _LEAD, 0)
    own = made.by_owners(lead)
    recalled = made.recalled(lead)
    by_owners = made.by_owners(recalled)
    spoken_of = things([*own, *made.by_owners(made.talk.after(said.index, _FOLLOWING))])
    about = 2 * bool(by_owners) + (len(recalled) > len(by_owners)) + min(len(spoken_of & made.things), 2)
    own_word = _says("moves_own", own)
    changed = _says("changes_day", _others(said, made))
    away = any(day.aside and made.recalls(day) for each in by_owners for day in made.named.get(each.index, ()))
    unsuited = own_word or changed or away or _unsuits((*own, *recalled), by_owners)
    sets = _says("sets_day", own)
    back = _says("comes_back", own)
    tells = about + 2 * (own_word or changed) + unsuited + sets + back + _is_answered(said, made)
    changes = unsuited or sets or (back and by_owners and tells > _ENOUGH)
    return tells if about and changes and tells >= _ENOUGH else 0


def _is_of_next(said: Said, made: _Made) -> bool:
    """Whether they speak of the next meeting: *jag tittade i kalendern* alone need not."""
    near = made.talk.around(said.index, 2, 0)
    return any(is_spoken_of(each) and not _says("comes_back", [each]) for each in near)


def _says(what: str, sentences: Iterable[Said]) -> bool:
    return any(cue(what).search(each.low) for each in sentences)


def _is_answered(said: Said, made: _Made) -> bool:
    """Whether another says that day again, or grants it."""
    return bool(_answers(said, made)) or _says("grants_day", _others(said, made))


def _answers(said: Said, made: _Made) -> list[Said]:
    """Where others say that day again."""
    days = {day.date for day in made.named[said.index]}
    return made.naming(_others(said, made), lambda day: day.date in days)


def _others(said: Said, made: _Made) -> list[Said]:
    """What others say just after it."""
    return [each for each in made.talk.after(said.index, _ANSWERED) if each.speaker not in made.voices]


def _concerns(said: Said, made: _Made) -> bool:
    return said.speaker in made.voices or not made.voices.isdisjoint(made.talk.people.named(said.text))
