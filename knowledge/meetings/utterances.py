"""A talk as utterances: what one person says in one breath, a few sentences at most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from knowledge.meetings.speech import Said, Talk

_LONGEST = 45  # words, where there are several sentences


@dataclass(frozen=True, slots=True)
class Utterance:
    """`index` counts the utterances of its talk."""

    index: int
    sentences: tuple[Said, ...]

    @property
    def speaker(self) -> str:
        return self.sentences[0].speaker

    @property
    def at(self) -> timedelta | None:
        return self.sentences[0].at

    @property
    def size(self) -> int:
        """In words."""
        return sum(each.size for each in self.sentences)


def utterances(talk: Talk) -> tuple[Utterance, ...]:
    lines = (tuple(said) for _, said in groupby(talk.sentences, key=lambda each: each.line))
    parts = (part for line in lines for part in _parts(line))
    return tuple(Utterance(index, part) for index, part in enumerate(parts))


def _parts(line: Sequence[Said]) -> Iterator[tuple[Said, ...]]:
    """What was written down as one line may be a whole speech."""
    part: list[Said] = []
    for said in line:
        if part and sum(each.size for each in (*part, said)) > _LONGEST:
            yield tuple(part)
            part = []
        part.append(said)
    if part:
        yield tuple(part)
