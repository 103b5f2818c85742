"""When the next meeting begins: of all times of day that are named round its day, the one that most tells for."""

from collections.abc import Iterator, Sequence
from datetime import time

from knowledge.meetings.clock import Hour, hours
from knowledge.meetings.landmarks import NONE, Landmarks, among, around, beside
from knowledge.meetings.speech import Said

_SOON = 25  # sentences in which they come to another hour
_MOST = 3

_Named = tuple[Said, Hour]


def signs(day: Sequence[int], known: Landmarks) -> dict[time | None, frozenset[str]]:
    """Of each hour, what tells for and against it; `day` are the sentences that name the day."""
    found: dict[time, list[_Named]] = {}
    for said in around(day, known):
        for each in hours(said.text):
            found.setdefault(each.time, []).append((said, each))
    return {None: NONE} | {each: frozenset(_signs(each, found, day, known)) for each in found}


def _signs(at: time, found: dict[time, list[_Named]], day: Sequence[int], known: Landmarks) -> Iterator[str]:
    its = [said for said, _ in found[at]]
    for said, each in found[at]:
        yield from beside(said, day, known)
        yield from (each.form, "begins" if each.begins else "ends", "asking" if said.asks else "telling")
    yield "asked last" if its[-1].asks else "told last"
    if its[-1].speaker == known.talk.chair:
        yield "chair's last"
    others = [said for other, named in found.items() if other != at for said, _ in named]
    yield from among(its, others, _SOON, _MOST)
    yield f"earlier {min(sum(day[0] <= each.index < its[0].index for each in others), _MOST)}"
    yield f"o'clock {at.hour}"
