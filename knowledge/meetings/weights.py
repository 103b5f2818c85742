"""What each sign counts for each kind of candidate: learnt from transcripts that people went through.

`python -m tests.bench.train_meetings` learns it anew. What an utterance is worth is the sum over its signs: the
logarithm of the odds that whoever goes through the transcript notes it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Weights:
    """`least` is what an utterance has to be worth to be shown."""

    signs: dict[str, float]
    bias: float
    least: float

    def worth(self, signs: Iterable[str]) -> float:
        return self.bias + fsum(self.signs.get(each, 0.0) for each in signs)  # the same in whatever order


UNDECIDED = "undecided"  # what was said not to be decided: no kind of candidate, but told from decisions
DUE = "due"  # for which day something is meant: worth more than the other days, and than none
WEIGHTS = TypeAdapter(dict[str, Weights])
FILE = "weights.json"


@cache
def weights() -> Mapping[str, Weights]:
    """By kind of candidate, UNDECIDED and DUE."""
    return WEIGHTS.validate_python(json.loads((files("knowledge.meetings") / FILE).read_text(encoding="utf-8")))
