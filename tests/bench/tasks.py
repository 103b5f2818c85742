"""What there is to learn from of who takes things over, and of the days by which they are to be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from knowledge.meetings.actions import Task, action, all_promised, handed, once, owned, tasks
from knowledge.meetings.days import signs_of_days
from knowledge.meetings.handing import signs_of_takings
from knowledge.meetings.joining import promised
from knowledge.meetings.made import Made
from knowledge.meetings.model import Kind
from knowledge.meetings.naming import Named, named_days, named_till_next
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.noting import noted
from knowledge.meetings.promises import Promise
from knowledge.meetings.returning import returns, signs_of_returns
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import Said, Talk, talk
from knowledge.meetings.weighing import weighed
from knowledge.meetings.weights import HAND, OWNER, RETURN, Weights
from tests.bench.choices import Choice
from tests.bench.meetings import Meeting, is_owner, matched

_BESIDE = 1  # lines
_NEAR = 2  # lines from where a reader noted it to what is promised


@dataclass(frozen=True, slots=True)
class Tasks:
    """What is found to be done in a meeting, with its talk and the days named there."""

    meeting: Meeting
    talk: Talk
    named: Named
    agreed: Sequence[Promise]
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
        return cls(meeting, said, named, agreed, owned(found, said, weights[OWNER]))

    def takings(self) -> Iterator[Choice]:
        """Of each promise what it takes over; where one cannot tell from the key, whatever it may, or nothing."""
        held = [Made(self.talk, self.named, each) for each in self.promises]
        for taking, signs in signs_of_takings(held, all_promised(self.tasks, self.agreed)):
            left = [place for place in signs if place is not None and not self._own(self.promises[place])]
            theirs = [place for place in left if self._taken_over(self.promises[place], taking)]
            may_be = [place for place in left if self._own(taking) or self._is_theirs(self.promises[place], taking)]
            yield Choice(self.writer, signs, frozenset(theirs) or frozenset([None, *may_be]))

    def _taken_over(self, held: Promise, taking: Promise) -> bool:
        """Whether a reader noted one thing where both were promised, as of whoever promised it then."""
        return any(item in self._own(taking) for item in self._noted(held))

    def _is_theirs(self, held: Promise, taking: Promise) -> bool:
        return any(is_owner(taking.owner, item) for item in self._noted(held))

    def _own(self, promise: Promise) -> list[dict[str, Any]]:
        """What a reader noted there, as of whoever promised it."""
        return [item for item in self._noted(promise) if is_owner(promise.owner, item)]

    def _noted(self, promise: Promise) -> list[dict[str, Any]]:
        lines = [each.line for each in promise.said]
        near = {line + apart for line in lines for apart in range(-_NEAR, _NEAR + 1)}
        return [item for item in self.meeting.wanted("actions") if not near.isdisjoint(self.meeting.starts(item))]

    def handed(self, weights: Mapping[str, Weights]) -> "Tasks":
        return replace(self, tasks=handed(self.tasks, self.agreed, self.talk, self.named, weights[HAND]))

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
