"""Learns what tells for a day by which something is to be done, from the actions that readers gave a day or none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge.meetings.actions import actions, tasks
from knowledge.meetings.days import Signs, named_days, signs_of_days
from knowledge.meetings.joining import promised
from knowledge.meetings.model import Kind
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.noting import noted
from knowledge.meetings.signs import Heard
from knowledge.meetings.speech import talk
from knowledge.meetings.weights import Weights
from tests.bench.meetings import Meeting, matched

_STRENGTH = 0.1  # inverse of how strongly weights are held near nothing
_LIGHTEST = 0.01
_NO_DAY = Weights({"none": 1.0}, bias=0.0, least=0.0)


@dataclass(frozen=True, slots=True)
class Dated:
    """The days named round one promise, and the one of them that was meant."""

    writer: str
    signs: Signs
    meant: date | None


def dated(meeting: Meeting, heard: Heard, weights: Mapping[str, Weights]) -> Iterator[Dated]:
    """Of each action of the key that is found."""
    said = talk(meeting.document)
    today = meeting.document.date or date.fromisoformat(meeting.key["date"])
    following = next_meeting(said, today)
    by = following.meeting.date if following else None
    found = tasks(noted(Kind.ACTION, heard, weights), promised(said), said)
    candidates = actions(found, said, today, by, _NO_DAY)
    named = named_days(said, today, by)
    promises = [each.promise for each in found]
    for item, candidate in matched(meeting, meeting.wanted("actions"), candidates):
        promise = promises[candidates.index(candidate)]
        meant = date.fromisoformat(item["when"]) if item["when"] else None
        signs = signs_of_days(promise, promises, said, named)
        if meant in signs:
            yield Dated(str(meeting.key["writer"]), signs, meant)


def learnt(examples: Sequence[Dated], without: str = "") -> Weights:
    """From all writers but one: what is meant is to be worth more than each other day named."""
    used = [each for each in examples if each.writer != without]
    known = DictVectorizer().fit([dict.fromkeys(signs, 1) for each in used for signs in each.signs.values()])
    apart = vstack([row for each in used for row in _apart(each, known)])
    rows = vstack([apart, -apart])
    labels = np.repeat([True, False], apart.shape[0])
    model = LogisticRegression(C=_STRENGTH, fit_intercept=False, solver="liblinear", random_state=0).fit(rows, labels)
    counts = zip(known.get_feature_names_out(), model.coef_[0], strict=True)
    heavy = {str(name): round(float(count), 2) for name, count in counts if abs(count) >= _LIGHTEST}
    return Weights(heavy, bias=0.0, least=0.0)


def _apart(example: Dated, known: DictVectorizer) -> Iterator[np.ndarray]:
    """What the day that was meant has more and less than each of the others."""
    [meant] = known.transform([dict.fromkeys(example.signs[example.meant], 1)])
    for day, signs in example.signs.items():
        if day != example.meant:
            yield meant - known.transform([dict.fromkeys(signs, 1)])
