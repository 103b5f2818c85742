"""A promise as it was made: who speaks for its owners, which days were named for it, and what it is about."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from knowledge.meetings.date_rules import Precision
from knowledge.meetings.dates import Mention
from knowledge.meetings.naming import Named
from knowledge.meetings.numbers import in_figures
from knowledge.meetings.promises import EVERYBODY, Promise
from knowledge.meetings.speech import Said, Talk, things

_WINDOW = 4  # sentences round what makes a promise in which its day is named
_ASKED = 3  # sentences before a promise that say what it is about
_FOLLOWING = 2  # sentences after it that still do
_REMEMBERED = 5_000  # sentences
_NUMBER = re.compile(r"\b(?:den|blir) (\d+:e)\b")  # it may count other things too: *den första frågan*


@dataclass(frozen=True)
class Made:
    """Of `days`, those that were named close to it."""

    talk: Talk
    named: Named
    promise: Promise

    @cached_property
    def voices(self) -> set[str]:
        return self.promise.voices

    @cached_property
    def last(self) -> int:
        return max(each.index for each in (*self.promise.said, *self.promise.about))

    @cached_property
    def days(self) -> frozenset[date]:
        spoken = [each.index for each in (*self.promise.said, *self.promise.about)]
        near = [each for index in spoken for each in self.talk.around(index, _WINDOW, _WINDOW)]
        return frozenset(day.date for each in near for day in self.named.by(each))

    @cached_property
    def things(self) -> frozenset[str]:
        return things([*self.talk.around(self.promise.first, _ASKED, _FOLLOWING), *self.promise.said])

    @property
    def of_all(self) -> bool:
        return EVERYBODY in self.voices

    def by_owners(self, sentences: Iterable[Said]) -> list[Said]:
        return [each for each in sentences if each.speaker in self.voices]

    def by_others(self, sentences: Iterable[Said]) -> list[Said]:
        return [each for each in sentences if each.speaker not in self.voices]

    def naming(self, sentences: Iterable[Said], is_it: Callable[[Mention], bool]) -> list[Said]:
        """Those that name such a day."""
        return [each for each in sentences if any(map(is_it, self.named.by(each)))]

    def had(self, day: Mention) -> bool:
        return day.date in self.days

    def recalled(self, sentences: Sequence[Said]) -> list[Said]:
        """Those that name a day it had, if only by its number: *den första är ingen idé*."""
        return [each for each in sentences if self._recalls(each)]

    def _recalls(self, said: Said) -> bool:
        return any(map(self.recalls, self.named.by(said))) or not self._numbers.isdisjoint(_numbered(said.text))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(f"{each.day}:e" for each in self.days)

    def recalls(self, day: Mention) -> bool:
        """Whether it had that day, or one of that number, or weekday: *den sjuttonde* is in whatever month."""
        if day.precision is Precision.DAY:
            return day.date.day in {each.day for each in self.days}
        if day.precision is Precision.WEEKDAY:
            return day.date.weekday() in {each.weekday() for each in self.days}
        return self.had(day)


@lru_cache(maxsize=_REMEMBERED)
def _numbered(text: str) -> frozenset[str]:
    """Asked of each sentence for each promise."""
    return frozenset(_NUMBER.findall(in_figures(text)))
