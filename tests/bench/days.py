"""What there is to learn from of the days by which things are to be done: what readers gave a day, or none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge.meetings.actions import Task, action, once, owned, tasks
from knowledge.meetings.days import signs_of_days
from knowledge.meetings.joining import promised
from knowledge.meetings.model import Kind
from knowledge.meetings.naming import Named, named_days, named_till_next
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.noting import noted
from knowledge.meetings.promises import Promise
from knowledge.meetings.returning import returns, signs_of_returns
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import Said, Talk, talk
from knowledge.meetings.weighing import weighed
from knowledge.meetings.weights import OWNER, RETURN, Weights
from tests.bench.choices import Choice
from tests.bench.meetings import Meeting, matched

_BESIDE = 1  # lines


@dataclass(frozen=True, slots=True)
class Tasks:
    """What is found to be done in a meeting, with its talk and the days named there."""

    meeting: Meeting
    talk: Talk
    named: Named
    tasks: Sequence[Task]

    @property
    def writer(self) -> str:
        return str(self.meeting.key["writer"])

    @property
    def promises(self) -> list[Promise]:
        return [each.promise for each in self.tasks]

    @classmethod
    def found(cls, meeting: Meeting, heard: Heard, weights: Mapping[str, Weights]) -> "Tasks":
        """Each as often as it is promised."""
        said = talk(meeting.document)
        today = meeting.document.date or date.fromisoformat(meeting.key["date"])
        agreed = promised(said)
        named = named_days(said, today)
        following = next_meeting(said, agreed, named, today, weights)
        by = following.meeting.date if following else None
        named = named_till_next(named, said, today, by)
        found = tasks(noted(Kind.ACTION, weighed(heard, weights), weights), agreed, said)
        return cls(meeting, said, named, owned(found, said, weights[OWNER]))

    def once(self, weights: Mapping[str, Weights]) -> "Tasks":
        return replace(self, tasks=once(self.tasks, self.talk, self.named, weights[RETURN]))

    def returns(self) -> Iterator[Choice]:
        """Of each day that is named after a promise: of which action of the key it is the day, if of any."""
        of = {self.promises.index(promise): item for item, promise in self._matched()}
        for day, said, signs in signs_of_returns(self.promises, self.talk, self.named):
            right = frozenset(place for place in of if place in signs and self._comes_back(of[place], day, said))
            yield Choice(self.writer, signs, right or frozenset([None]))

    def _comes_back(self, item: dict[str, Any], day: date, said: Sequence[Said]) -> bool:
        """Whether a reader noted that it is to be done by that day where it is said there, and not only before."""
        later = sorted(self.meeting.starts(item))[1:]
        beside = any(abs(each - one.line) <= _BESIDE for each in later for one in said)
        return beside and bool(item["when"] == day.isoformat())

    def choices(self, weights: Mapping[str, Weights]) -> Iterator[Choice]:
        """Of each action of the key that is found."""
        again = returns(self.promises, self.talk, self.named, weights[RETURN])
        for item, promise in self._matched():
            returned = again[self.promises.index(promise)]
            meant = date.fromisoformat(item["when"]) if item["when"] else None
            signs = signs_of_days(promise, self.promises, returned, self.talk, self.named)
            yield Choice(self.writer, signs, frozenset({meant} & signs.keys()))

    def _matched(self) -> Iterator[tuple[dict[str, Any], Promise]]:
        candidates = [action(each, self.talk) for each in self.tasks]
        for item, candidate in matched(self.meeting, self.meeting.wanted("actions"), candidates):
            yield item, self.promises[candidates.index(candidate)]
