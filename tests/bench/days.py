"""What there is to learn from of the days by which things are to be done: what readers gave a day, or none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.meetings.actions import Task, action, to_do
from knowledge.meetings.days import Named, named_days, named_till_next, signs_of_days
from knowledge.meetings.joining import promised
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import Talk, talk
from knowledge.meetings.weights import Weights
from tests.bench.choices import Choice
from tests.bench.meetings import Meeting, matched


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

    @classmethod
    def found(cls, meeting: Meeting, heard: Heard, weights: Mapping[str, Weights]) -> "Tasks":
        said = talk(meeting.document)
        today = meeting.document.date or date.fromisoformat(meeting.key["date"])
        agreed = promised(said)
        named = named_days(said, today)
        following = next_meeting(said, agreed, named, today, weights)
        by = following.meeting.date if following else None
        named = named_till_next(named, said, today, by)
        return cls(meeting, said, named, to_do(heard, agreed, said, named, weights))

    def choices(self) -> Iterator[Choice]:
        """Of each action of the key that is found."""
        candidates = [action(each, self.talk) for each in self.tasks]
        promises = [each.promise for each in self.tasks]
        for item, candidate in matched(self.meeting, self.meeting.wanted("actions"), candidates):
            promise = promises[candidates.index(candidate)]
            meant = date.fromisoformat(item["when"]) if item["when"] else None
            signs = signs_of_days(promise, promises, self.talk, self.named)
            yield Choice(self.writer, signs, frozenset({meant} & signs.keys()))
