"""Learns what each sign counts for, and writes `knowledge/meetings/weights.json`: python -m tests.bench.train_meetings

Learnt from the transcripts that the bench of meetings is tuned on, by logistic regression: for each kind, whether an
utterance is one that a reader noted as such. Printed is how well the transcripts of each group of writers are
understood by what was learnt from all the others; what an utterance has to be worth at least is chosen by that too.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge import meetings as package
from knowledge.meetings.joining import promised
from knowledge.meetings.model import Kind
from knowledge.meetings.noting import Noted, candidate, noted
from knowledge.meetings.signs import Heard, heard
from knowledge.meetings.speech import talk
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weighing import Weighed, signs_round, weighed, weighed_alone
from knowledge.meetings.weights import (
    AGAIN,
    ALONE,
    DUE,
    FILE,
    HAND,
    LISTED,
    NEXT,
    OWNER,
    RETURN,
    UNDECIDED,
    WEIGHTS,
    Weights,
)
from tests.bench import listing, next_meetings
from tests.bench.choices import heavy, learn_each
from tests.bench.listing import Listing
from tests.bench.meetings import KEYS, OWN, Marks, Meeting, Tally, line, load, mark, matched
from tests.bench.next_meetings import Settled
from tests.bench.owners import owned
from tests.bench.tasks import Tasks

_STRENGTH = 0.3  # inverse of how strongly weights are held near nothing
_FEWEST = 2  # utterances that show a sign
_LIGHTEST = 0.02
_NEAR = 2  # utterances round a noted one, of which nothing is learnt
_LEAST = [each / 5 for each in range(-20, 5)]
_LOWEST = _LEAST[0]
_AS_GOOD = 0.01
# How many times as much it counts to find what is there as not to find more.
_RECALL = {Kind.ACTION: 1.3, Kind.DECISION: 1.5, Kind.QUESTION: 3.0}

_GROUPS = 12  # of writers who are left out together
NOBODY = ""  # is left out of what Erfa has
LEARNT = (*ALONE, *AGAIN.values(), OWNER, HAND, RETURN, DUE, LISTED, *NEXT)
NOTHING: dict[str, Weights] = {kind: Weights({}, bias=-1.0, least=0.0) for kind in LEARNT}
NOTED = {UNDECIDED: "not_decisions"} | {kind.value: name for kind, name in KEYS.items()}


@dataclass(frozen=True, slots=True)
class Read:
    """A meeting, and what is heard in it."""

    meeting: Meeting
    heard: Heard

    @property
    def writer(self) -> str:
        return str(self.meeting.key["writer"])

    def labels(self, kind: str) -> list[bool | None]:
        """Whether each utterance was noted as that; None where it is beside one that was."""
        noted = {start for item in self.meeting.wanted(NOTED[kind]) for start in self.meeting.starts(item)}
        lines = [each.sentences[0].line for each in self.heard.spoken]
        beside = {line + apart for line in noted for apart in range(-_NEAR, _NEAR + 1)}
        return [True if each in noted else None if each in beside else False for each in lines]


class Examples:
    """What there is to learn from: rows of who wrote it, its signs, and whether it is so."""

    def __init__(self, rows: Sequence[tuple[str, Iterable[str], bool]], known: DictVectorizer) -> None:
        self.writers = np.array([writer for writer, _, _ in rows])
        self.rows: csr_matrix = known.transform([dict.fromkeys(signs, 1) for _, signs, _ in rows])
        self.labels = np.array([label for _, _, label in rows])
        self.names = known.get_feature_names_out()

    @classmethod
    def noted(
        cls, kind: str, read: Sequence[Read], signs: Sequence[Sequence[Iterable[str]]], known: DictVectorizer
    ) -> "Examples":
        """Of each utterance, by its signs, whether it was noted as of that kind."""
        rows = [
            (each.writer, its, label)
            for each, found in zip(read, signs, strict=True)
            for its, label in zip(found, each.labels(kind), strict=True)
            if label is not None
        ]
        return cls(rows, known)

    @classmethod
    def listed(cls, listings: Sequence[Listing]) -> "Examples":
        """Of each action that is found, whether it is right."""
        rows = [
            (each.of.writer, signs, right)
            for each in listings
            for signs, right in zip(each.signs(), each.right(), strict=True)
        ]
        return cls(rows, DictVectorizer().fit([dict.fromkeys(signs, 1) for _, signs, _ in rows]))

    def learnt(self, without: str = "") -> Weights:
        """From all writers but one."""
        used = self.writers != without
        rows, labels = self.rows[used], self.labels[used]
        seen = np.asarray(rows.sum(axis=0)).ravel() >= _FEWEST
        model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0).fit(rows[:, seen], labels)
        counted = heavy(self.names[seen], model.coef_[0], _LIGHTEST)
        return Weights(counted, round(float(model.intercept_[0]), 2), least=_LOWEST)


def learn_again(read: Sequence[Read], learners: Mapping[str, dict[str, Weights]]) -> None:
    """What utterances are worth by those round them, which are weighed where nothing was learnt from the writer."""
    signs = [signs_round(weighed_alone(each.heard, learners[each.writer])) for each in read]
    known = DictVectorizer().fit([dict.fromkeys(its, 1) for found in signs for its in found])
    for kind, again in AGAIN.items():
        examples = Examples.noted(kind, read, signs, known)
        for writer, weights in learners.items():
            weights[again] = examples.learnt(without=writer)


def enough(kind: Kind, read: Sequence[tuple[Read, Weighed]], left_out: Mapping[str, Mapping[str, Weights]]) -> float:
    """What gives the best balance of what is found and what is right, where nothing was learnt from the writer.

    Where several are as good the lowest: a leader sees what is too much, but not what is missing.
    """
    noted_there = [(each, noted(kind, weighed, left_out[each.writer])) for each, weighed in read]

    def balance(least: float) -> float:
        tallies = (_tally(kind, each, [one for one in best if one.worth >= least]) for each, best in noted_there)
        total = sum(tallies, Tally(0, 0, 0))
        weight: float = _RECALL.get(kind, 1.0) ** 2
        return (1 + weight) * total.right / (weight * total.wanted + total.found)

    balances = {each: balance(each) for each in _LEAST}
    return min(each for each, its in balances.items() if its >= max(balances.values()) - _AS_GOOD)


def _tally(kind: Kind, read: Read, best: Sequence[Noted]) -> Tally:
    found = [candidate(kind, each, read.heard) for each in best]
    wanted = read.meeting.wanted(KEYS[kind])
    return Tally(len(wanted), len(found), len(matched(read.meeting, wanted, found)))


def reread(meeting: Meeting) -> Read:
    said = talk(meeting.document)
    return Read(meeting, heard(said, promised(said)))


def understood_by(meeting: Meeting, weights: Mapping[str, Weights]) -> Meeting:
    day = date.fromisoformat(meeting.key["date"])
    return replace(meeting, understood=understand_transcript(meeting.document, day, weights))


def in_groups(meetings: Sequence[Meeting]) -> list[Meeting]:
    """As written by the groups to which their writers belong."""
    writers = sorted({str(each.key["writer"]) for each in meetings})
    group = {writer: f"group {number % _GROUPS + 1}" for number, writer in enumerate(writers)}
    return [replace(each, key={**each.key, "writer": group[str(each.key["writer"])]}) for each in meetings]


def main() -> None:
    whole, made_up, closing = (sorted(folder.glob("*.vtt")) for folder in (OWN, OWN / "phrases", OWN / "closings"))
    grouped = in_groups([load(path, NOTHING) for path in (*whole, *made_up, *closing)])
    read, closings = [reread(each) for each in grouped[: len(whole)]], grouped[len(whole) + len(made_up) :]
    phrases = [reread(each) for each in grouped[len(whole) : len(whole) + len(made_up)]]
    signs = [each.heard.signs for each in (*read, *phrases)]
    known = DictVectorizer().fit([dict.fromkeys(its, 1) for found in signs for its in found])
    examples = {kind: Examples.noted(kind, [*read, *phrases], signs, known) for kind in NOTED}
    settled = [Settled.of(meeting) for meeting in (*(each.meeting for each in read), *closings)]
    writers = sorted({each.writer for each in read})
    learners = {
        writer: {kind: each.learnt(without=writer) for kind, each in examples.items()} for writer in (NOBODY, *writers)
    }
    learn_again(read, learners)
    weighed_there = [(each, weighed(each.heard, learners[each.writer])) for each in read]
    for kind in KEYS:
        by, least = AGAIN.get(kind, kind), enough(kind, weighed_there, learners)
        for weights in learners.values():
            weights[by] = replace(weights[by], least=least)
    next_meetings.learn(settled, learners)
    owners = [one for each in read for one in owned(each.meeting, each.heard, learners[each.writer])]
    learn_each(OWNER, owners, learners)
    tasks = [Tasks.found(each.meeting, each.heard, learners[each.writer]) for each in read]
    learn_each(HAND, [one for each in tasks for one in each.takings()], learners)
    tasks = [each.handed(learners[each.writer]) for each in tasks]
    learn_each(RETURN, [one for each in tasks for one in each.returns()], learners)
    tasks = [each.once(learners[each.writer]) for each in tasks]
    learn_each(DUE, [one for each in tasks for one in each.choices(learners[each.writer])], learners)
    learn_listing([Listing.by(each, learners[each.writer]) for each in tasks], learners)
    report([each.meeting for each in read], learners, "whole meetings")
    report(closings, learners, "closings")
    path = Path(package.__path__[0]) / FILE
    path.write_text(WEIGHTS.dump_json(learners[NOBODY], indent=0).decode() + "\n", encoding="utf-8")


def learn_listing(listings: Sequence[Listing], learners: Mapping[str, dict[str, Weights]]) -> None:
    """Into the weights of each writer from all others; of nobody, from all."""
    examples = Examples.listed(listings)
    for writer, weights in learners.items():
        weights[LISTED] = examples.learnt(without=writer)
    least = listing.enough(listings, learners)
    for weights in learners.values():
        weights[LISTED] = replace(weights[LISTED], least=least)


def report(meetings: Sequence[Meeting], learners: Mapping[str, Mapping[str, Weights]], name: str) -> None:
    every: dict[str, list[Marks]] = {}
    for each in meetings:
        writer = str(each.key["writer"])
        every.setdefault(writer, []).append(mark(understood_by(each, learners[writer])))
    for writer, marks in every.items():
        sys.stdout.write(line(writer, marks) + "\n")
    sys.stdout.write(line(name, [each for marks in every.values() for each in marks]) + "\n")


if __name__ == "__main__":
    main()
