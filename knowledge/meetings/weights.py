"""What each sign counts for each kind of candidate: learnt from transcripts that people went through.

`python -m tests.bench.train_meetings` learns it anew. What an utterance is worth is the sum over its signs: the
logarithm of the odds that whoever goes through the transcript notes it.
"""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum
from typing import TypeVar

from pydantic import TypeAdapter

from knowledge.meetings.model import Kind

Choice = TypeVar("Choice", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Weights:
    """`least` is what an utterance has to be worth to be shown."""

    signs: dict[str, float]
    bias: float
    least: float

    def worth(self, signs: Iterable[str]) -> float:
        return self.bias + fsum(self.signs.get(each, 0.0) for each in signs)  # the same in whatever order

    def best(self, choices: Mapping[Choice, Iterable[str]]) -> Choice:
        """The one whose signs are worth most."""
        return max(choices, key=lambda each: self.worth(choices[each]))

    def chances(self, choices: Mapping[Choice, Iterable[str]]) -> list[tuple[Choice, float]]:
        """How likely each is the one that is meant, from 0 to 1, the likeliest first."""
        return chances({each: self.worth(signs) for each, signs in choices.items()})


def chances(worths: Mapping[Choice, float]) -> list[tuple[Choice, float]]:
    """How likely each is the one that is meant, from 0 to 1, the likeliest first, by what each is worth."""
    most = max(worths.values())
    odds = {each: exp(worth - most) for each, worth in worths.items()}
    total = fsum(odds.values())
    return sorted(((each, its / total) for each, its in odds.items()), key=lambda each: -each[1])


def step(count: int, steps: Sequence[int]) -> int:
    """How many of the steps a count is past, as a sign of how much it is."""
    return sum(count > each for each in steps)


UNDECIDED = "undecided"  # what was said not to be decided: no kind of candidate, but told from decisions
ALONE = (Kind.DECISION, UNDECIDED, Kind.ACTION, Kind.LEARNED, Kind.QUESTION, Kind.TRY)  # by the signs of each utterance
AGAIN = {Kind.DECISION: "decision again", Kind.QUESTION: "question again"}  # by what it and those round it are worth
# What is meant of all that is named is worth more than the others: who is to do something, the day by which it is to be
# done, and what the next meeting is settled to be.
OWNER = "owner"
HAND = "hand"  # which of the things promised before it somebody takes over, if any
RETURN = "return"  # for which of the promises made before it a day is named, if for any
DUE = "due"
LISTED = "listed"  # what is to be done, if it is likely enough to be right as it is told
NEXT = ("next day", "next hour", "next town", "next hall", "next theme")
NEXT_DAY, NEXT_HOUR, NEXT_TOWN, NEXT_HALL, NEXT_THEME = NEXT
WEIGHTS = TypeAdapter(dict[str, Weights])
FILE = "weights.json"


@cache
def weights() -> Mapping[str, Weights]:
    """By those of ALONE and AGAIN, OWNER, HAND, RETURN, DUE, LISTED and the parts of NEXT."""
    return WEIGHTS.validate_python(json.loads((files("knowledge.meetings") / FILE).read_text(encoding="utf-8")))
