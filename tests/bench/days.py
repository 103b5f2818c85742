"""Learns what tells for a day by which something is to be done, from the actions that readers gave a day or none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge.meetings.actions import action, tasks
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
    candidates = [action(each, said, None) for each in found]
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
    return Weights(heavy(known.get_feature_names_out(), model.coef_[0], _LIGHTEST), bias=0.0, least=0.0)


def heavy(names: Iterable[str], counts: Iterable[float], lightest: float) -> dict[str, float]:
    """What each sign counts for, of those that count for something."""
    told = zip(names, counts, strict=True)
    return {str(name): round(float(count), 2) for name, count in told if abs(count) >= lightest}


def _apart(example: Dated, known: DictVectorizer) -> Iterator[csr_matrix]:
    """What the day that was meant has more and less than each of the others."""
    rows = known.transform([dict.fromkeys(signs, 1) for signs in example.signs.values()])
    meant = [*example.signs].index(example.meant)
    yield from (rows[meant] - rows[other] for other in range(len(example.signs)) if other != meant)
