"""What there is to learn from of who does what: to whom readers gave it."""

from collections.abc import Iterator, Mapping

from knowledge.meetings.actions import action, tasks
from knowledge.meetings.joining import promised
from knowledge.meetings.model import Kind
from knowledge.meetings.noting import noted
from knowledge.meetings.owners import is_plain, signs_of_owners
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import talk
from knowledge.meetings.weighing import weighed
from knowledge.meetings.weights import Weights
from tests.bench.choices import Choice
from tests.bench.meetings import Meeting, is_owner, matched


def owned(meeting: Meeting, heard: Heard, weights: Mapping[str, Weights]) -> Iterator[Choice]:
    """Of each action of the key that is found, where it is not told plainly."""
    said = talk(meeting.document)
    found = tasks(noted(Kind.ACTION, weighed(heard, weights), weights), promised(said), said)
    candidates = [action(each, said) for each in found]
    for item, candidate in matched(meeting, meeting.wanted("actions"), candidates):
        task = found[candidates.index(candidate)]
        if is_plain(task.promise):
            continue
        signs = signs_of_owners(task.promise, task.noted.utterance.sentences, said)
        yield Choice(str(meeting.key["writer"]), signs, frozenset(each for each in signs if is_owner(each, item)))
