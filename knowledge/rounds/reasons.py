"""Why people are brought together: one has been through what another faces, or they face the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from knowledge.library.tokens import tokens

SAME_FROM = 0.5  # how alike the words for a challenge are that mean the same


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to be matched: `home` is where they work; `not_with` the names of those they do not want to meet.

    `faces` and `been_through` are their challenges, a phrase each. `need` says how badly they fared so far: 0 is well,
    1 is that they found no group.
    """

    person: str
    name: str
    home: str
    been_through: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    need: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """`faces` faces `what`, and `been` has been through it; where `been` is empty others face it as well."""

    what: str
    faces: tuple[str, ...]
    been: str = ""


def reasons(group: Sequence[Candidate]) -> list[Reason]:
    """Why these: what one faces and another has been through, the rarest last; then what several face."""
    helped = [
        Reason(phrase, (one.person,), other.person)
        for one in group
        for phrase in one.faces
        for other in group
        if other is not one and _says(other.been_through, phrase)
    ]
    faced = {
        phrase: tuple(one.person for one in group if _says(one.faces, phrase)) for one in group for phrase in one.faces
    }
    return helped + [Reason(phrase, who) for phrase, who in faced.items() if len(who) > 1]


def _says(phrases: Iterable[str], phrase: str) -> bool:
    return any(likeness(each, phrase) >= SAME_FROM for each in phrases)


def likeness(one: str, other: str) -> float:
    """How alike two phrases are, 0 to 1, whatever their endings and compounds."""
    a, b = pieces(one), pieces(other)
    return len(a & b) / sqrt(len(a) * len(b)) if a and b else 0.0


@lru_cache(maxsize=10_000)
def pieces(phrase: str) -> frozenset[str]:
    return frozenset(tokens(phrase))
