"""Learns what tells for the one that is meant of several that are named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from knowledge.meetings.weights import Weights

_STRENGTH = 0.2  # inverse of how strongly weights are held near nothing
_FEWEST = 2  # choices that show a sign
_LIGHTEST = 0.01
_MOST_STEPS = 200

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """What there is to choose from with its signs, and which of it is right: one is enough. `counts` as so many."""

    writer: str
    signs: Mapping[Any, Iterable[str]]
    right: frozenset[Any]
    counts: float = 1.0


def learnt(choices: Sequence[Choice], without: str = "") -> Weights:
    """From all writers but one, as the weights by which it is likeliest that what is right is chosen.

    A conditional logit: the chance of each is in proportion to *e* to the power of its worth.
    """
    used = [each for each in choices if each.writer != without and each.right]
    known = DictVectorizer()
    rows: csr_matrix = known.fit_transform(
        [dict.fromkeys(signs, 1.0) for each in used for signs in each.signs.values()]
    )
    seen = np.asarray(rows.sum(axis=0)).ravel() >= _FEWEST
    rows = rows[:, seen]
    of = np.repeat(np.arange(len(used)), [len(each.signs) for each in used])
    right = np.array([option in each.right for each in used for option in each.signs])
    counts = np.array([each.counts for each in used])

    def loss(weights: Floats) -> tuple[float, Floats]:
        worth = rows @ weights
        best = np.full(len(used), -np.inf)
        np.maximum.at(best, of, worth)
        chance = np.exp(worth - best[of])
        every, correct = np.bincount(of, chance), np.bincount(of, chance * right)
        slope = rows.T @ (counts[of] * (chance / every[of] - chance * right / correct[of]))
        unlikely = float(counts @ (np.log(every) - np.log(correct)))
        return _STRENGTH * unlikely + float(weights @ weights) / 2, _STRENGTH * slope + weights

    start = np.zeros(rows.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _MOST_STEPS})
    return Weights(heavy(known.get_feature_names_out()[seen], found.x, _LIGHTEST), bias=0.0, least=0.0)


def learn_each(what: str, choices: Sequence[Choice], learners: Mapping[str, dict[str, Weights]]) -> None:
    """Into the weights of each writer from all others; of nobody, from all."""
    for writer, weights in learners.items():
        weights[what] = learnt(choices, without=writer)


def heavy(names: Iterable[str], counts: Iterable[float], lightest: float) -> dict[str, float]:
    """What each sign counts for, of those that count for something."""
    told = zip(names, counts, strict=True)
    return {str(name): round(float(count), 2) for name, count in told if abs(count) >= lightest}
