"""What each utterance of a talk is worth as one of each kind: by itself, and by what those round it are worth.

*Ja, ring. / Jag med. / Låt gå.* are hardly a decision each, but they are together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.meetings.signs import Heard
from knowledge.meetings.weights import AGAIN, ALONE, Weights

_STEPS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 4)
_NEAR = 3  # utterances

Worths = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The utterances of a talk, and what each is worth, by kind."""

    heard: Heard
    worths: Worths


def weighed(heard: Heard, weights: Mapping[str, Weights]) -> Weighed:
    alone = weighed_alone(heard, weights)
    round_it = signs_round(alone)
    again = {kind: [weights[kind].worth(signs) for signs in round_it] for kind in AGAIN.values()}
    return Weighed(heard, {**alone, **again})


def weighed_alone(heard: Heard, weights: Mapping[str, Weights]) -> Worths:
    return {kind: [weights[kind].worth(signs) for signs in heard.signs] for kind in ALONE}


def signs_round(worths: Worths) -> list[list[str]]:
    """Of each utterance, over which steps it and those before and after it are worth as each kind."""
    over = {kind: [sum(worth > step for step in _STEPS) for worth in its] for kind, its in worths.items()}
    count = min(map(len, over.values()))
    return [[*_round(here, count, over)] for here in range(count)]


def _round(here: int, count: int, over: Mapping[str, Sequence[int]]) -> Iterator[str]:
    for apart in range(-_NEAR, _NEAR + 1):
        if 0 <= here + apart < count:
            for kind, its in over.items():
                yield from _SIGNS[kind, apart][: its[here + apart]]
        else:
            yield f"no {apart:+}"


_SIGNS = {
    (kind, apart): [f"{kind} {apart:+} over {step}" for step in _STEPS]
    for kind in ALONE
    for apart in range(-_NEAR, _NEAR + 1)
}
