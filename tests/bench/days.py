"""What there is to learn from of the days by which things are to be done: what readers gave a day, or none."""

from collections.abc import Iterator, Mapping
from datetime import date

from knowledge.meetings.actions import action, to_do
from knowledge.meetings.days import named_days, named_till_next, signs_of_days
from knowledge.meetings.joining import promised
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import talk
from knowledge.meetings.weights import Weights
from tests.bench.choices import Choice
from tests.bench.meetings import Meeting, matched


def dated(meeting: Meeting, heard: Heard, weights: Mapping[str, Weights]) -> Iterator[Choice]:
    """Of each action of the key that is found."""
    said = talk(meeting.document)
    today = meeting.document.date or date.fromisoformat(meeting.key["date"])
    agreed = promised(said)
    named = named_days(said, today)
    following = next_meeting(said, agreed, named, today, weights)
    by = following.meeting.date if following else None
    named = named_till_next(named, said, today, by)
    found = to_do(heard, agreed, said, named, weights)
    candidates = [action(each, said) for each in found]
    promises = [each.promise for each in found]
    for item, candidate in matched(meeting, meeting.wanted("actions"), candidates):
        promise = promises[candidates.index(candidate)]
        meant = date.fromisoformat(item["when"]) if item["when"] else None
        signs = signs_of_days(promise, promises, said, named)
        yield Choice(str(meeting.key["writer"]), signs, frozenset({meant} & signs.keys()))
