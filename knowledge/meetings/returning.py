"""Where they come back to a promise later on: to say by when it is to be done, or that it is to be another day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention
from knowledge.meetings.landmarks import is_spoken_of
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

    voices: set[str]
    days: set[date]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lead:
    """What leads to a day that is named later on: `recalled` are the days named there that the promise had."""

    sentences: Sequence[Said]
    own: Sequence[Said]
    recalled: Sequence[Said]


def returns(promise: Promise, talk: Talk, days: Days) -> Iterator[Return]:
    """Where they name a day that may be for it, in order."""
    spoken = [each.index for each in (*promise.said, *promise.about)]
    near = [each for index in spoken for each in talk.around(index, _WINDOW, _WINDOW)]
    about = things([*talk.around(promise.first, _ASKED, _FOLLOWING), *promise.said])
    made = _Made(promise.voices, {day.date for each in near for day in days.get(each.index, ())}, about)
    for said in talk.sentences[max(spoken) + _SINCE :]:
        found = _return(said, made, talk, days) if days.get(said.index) else None
        if found and (found.plainly or said.index >= max(spoken) + _APART):
            yield found


def _return(said: Said, made: _Made, talk: Talk, days: Days) -> Return | None:
    """Where it is about that promise: by what is spoken of, or by a day that is said not to suit."""
    lead = _lead(said, _NEAR, made, talk, days)
    if EVERYBODY not in made.voices and not any(_concerns(each, made.voices, talk) for each in lead.sentences):
        return None
    alike = len(things([*lead.sentences, *talk.after(said.index, _FOLLOWING)]) & made.things)
    own = [each for each in lead.recalled if each.speaker in made.voices]
    unsuited = _is_unsuited(said, own, talk)
    told = {"names": lead.recalled, "changes": unsuited, "alike": alike > 1, "first": not made.days}
    moving = _lead(said, _LEAD, made, talk, days)
    moves = _moves(said, moving, made, talk, days)
    if not (alike and any(told.values())) and not (lead.recalled and unsuited) and not moves:
        return None
    of_it = [each for each in moving.own if each in moving.recalled or cue("moves_day").search(each.low)]
    answers = [each for each in _answers(said, made, talk, days) if each.turn == said.turn + 1]
    about = frozenset(each.index for each in (said, *of_it, *answers))
    signs = frozenset(f"again {sign}" for sign, is_so in told.items() if is_so)
    return Return(said, about, signs, moves, frozenset(made.days))


def _is_unsuited(said: Said, own: Iterable[Said], talk: Talk) -> bool:
    """Whether they say before that day, or just after it, that the one before does not suit."""
    return _unsuits(talk.around(said.index, _UNSUITED, 1), own)


def _unsuits(near: Iterable[Said], recalled: Iterable[Said]) -> bool:
    said_so = any(cue("moves_day").search(each.low) for each in near)
    return said_so or any("inte" in words(each.low) for each in recalled)


def _lead(said: Said, size: int, made: _Made, talk: Talk, days: Days) -> _Lead:
    sentences = talk.around(said.index, size, 0)
    own = [each for each in sentences if each.speaker in made.voices]
    recalled = [each for each in sentences if any(day.date in made.days for day in days.get(each.index, ()))]
    return _Lead(sentences, own, recalled)


def _recalls(named: Mention, days: Iterable[date]) -> bool:
    """Whether it is one of those days, or is called as one of them: *den sjuttonde* is in whatever month."""
    if named.precision == Precision.DAY:
        return named.date.day in {day.day for day in days}
    return named.date in days


def _moves(said: Said, lead: _Lead, made: _Made, talk: Talk, days: Days) -> int:
    """How much tells that an owner moves it to another day: that it is about it, and what one says then."""
    is_new = any(day.date not in made.days for day in days[said.index])
    if said.speaker not in made.voices or not is_new or any(map(is_spoken_of, talk.around(said.index, 2, 0))):
        return 0
    recalled = [each for each in lead.sentences if any(_recalls(day, made.days) for day in days.get(each.index, ()))]
    by_owners = [each for each in recalled if each.speaker in made.voices]
    by_others = len(recalled) > len(by_owners)
    own = [*lead.own, *(each for each in talk.after(said.index, _FOLLOWING) if each.speaker in made.voices)]
    about = 2 * bool(by_owners) + by_others + min(len(things(own) & made.things), 2)
    own_word = any(cue("moves_own").search(each.low) for each in lead.own)
    unsuited = own_word or _unsuits((*lead.own, *recalled), by_owners)
    sets = any(cue("sets_day").search(each.low) for each in lead.own)
    back = any(cue("comes_back").search(each.low) for each in lead.own)
    enough = about and (unsuited or sets)
    tells = about + 2 * own_word + unsuited + sets + back + _is_answered(said, made, talk, days)
    return tells if enough and tells >= _ENOUGH else 0


def _is_answered(said: Said, made: _Made, talk: Talk, days: Days) -> bool:
    """Whether another says that day again, or grants it."""
    others = (each for each in talk.after(said.index, _ANSWERED) if each.speaker not in made.voices)
    return bool(_answers(said, made, talk, days)) or any(cue("grants_day").search(each.low) for each in others)


def _answers(said: Said, made: _Made, talk: Talk, days: Days) -> list[Said]:
    """Where others say that day again."""
    named = {day.date for day in days[said.index]}
    others = [each for each in talk.after(said.index, _ANSWERED) if each.speaker not in made.voices]
    return [each for each in others if any(day.date in named for day in days.get(each.index, ()))]


def _concerns(said: Said, voices: set[str], talk: Talk) -> bool:
    return said.speaker in voices or not voices.isdisjoint(talk.people.named(said.text))
