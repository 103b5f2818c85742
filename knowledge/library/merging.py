"""Cases about the same thing, read as one: the kept one with the statements of those that were merged into it.

Nothing is copied. Each stays as it is kept, so that its author may still correct or withdraw it, and restoring it is
all that it takes to have it alone again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import reduce

from knowledge.library.front import KEY_LIMIT
from knowledge.library.model import Case, Kind, Passage, Section, Source


class Merges:
    """`known` are cases by id; `away` those that were put away, each with the one that it was merged into, if any."""

    def __init__(self, known: Mapping[str, Case], away: Mapping[str, str]) -> None:
        self.away = away
        self._known = known
        self._in: dict[str, list[str]] = {}
        for id, kept in sorted(away.items()):
            self._in.setdefault(kept, []).append(id)

    def shown(self) -> Iterator[Case]:
        """The cases that are not away, with what was merged into them, in the order in which they are known."""
        return (self._whole(case) for case in self._known.values() if not self._is_away(case))

    def into(self, case: Case) -> list[Case]:
        """Those that were merged into a case, whole, in order of id."""
        others = (self._known[id] for id in self._in.get(case.id, ()) if id in self._known)
        return [self._whole(other) for other in others if _holds(case, other)]

    def _whole(self, case: Case) -> Case:
        return merged(case, self.into(case))

    def _is_away(self, case: Case) -> bool:
        into = self.away.get(case.id)
        if not into:
            return into is not None
        return into in self._known and _holds(self._known[into], case)


def _holds(kept: Case, other: Case) -> bool:
    """Whether one stays merged into the other: as long as the same people see both."""
    return kept.visibility is other.visibility


def together(ids: Iterable[str], away: Mapping[str, str]) -> set[str]:
    """The ids, and all that any of them is merged with."""
    found, left = set[str](), set(ids)
    while left:
        found |= left
        into = {away[id] for id in left if away.get(id)}
        left = (into | {id for id, kept in away.items() if kept in left}) - found
    return found


def merged(kept: Case, others: Iterable[Case]) -> Case:
    """The kept case with what the others say, each statement once."""
    return reduce(_merged, others, kept)


def apart(case: Case, others: Iterable[Case]) -> Case:
    """A case without the statements that are others' own: those of a lesson, whose words are its author's, and such
    as are no different there."""
    left_out = {other.id for other in others} | {id for other in others for id in other.merged}
    theirs = {passage.id: (passage, other.kind) for other in others for passage in other.passages}
    sections = (
        replace(section, passages=tuple(each for each in section.passages if not _is_theirs(each, theirs)))
        for section in case.sections
    )
    return replace(
        case,
        sections=tuple(each for each in sections if each.passages),
        merged=tuple(id for id in case.merged if id not in left_out),
    )


def _is_theirs(passage: Passage, theirs: Mapping[str, tuple[Passage, Kind]]) -> bool:
    if passage.id not in theirs:
        return False
    same, kind = theirs[passage.id]
    return kind is Kind.LESSON or replace(same, case=passage.case, sources=passage.sources) == passage


def _merged(kept: Case, other: Case) -> Case:
    return replace(
        kept,
        municipalities=_union(kept.municipalities, other.municipalities),
        themes=_union(kept.themes, other.themes),
        also=tuple(each for each in _union(kept.also, _called(other)) if each != kept.short_title),
        checked=min(kept.checked, other.checked),
        sections=_sections(kept, other),
        merged=_union(kept.merged, (other.id, *other.merged)),
    )


def _called(case: Case) -> tuple[str, ...]:
    """The names that people use for it; the title of a lesson is none."""
    return (case.short_title, *case.also) if case.kind is Kind.CASE else case.also


def _sections(kept: Case, other: Case) -> tuple[Section, ...]:
    """Those of the kept case, each with what the other says under the same heading, and then the other's own."""
    known, renamed = {passage.id for passage in kept.passages}, _renamed(kept.sources, other.sources)
    sections = dict(enumerate(kept.sections))
    places = {section.heading: number for number, section in sections.items()}
    for section in other.sections:
        new = tuple(_moved(each, kept.id, renamed) for each in section.passages if each.id not in known)
        if new:
            number = places.setdefault(section.heading, len(sections))
            before = sections.get(number, Section(section.heading, ()))
            sections[number] = replace(before, passages=before.passages + new)
    return tuple(sections.values())


def _moved(passage: Passage, case: str, renamed: Mapping[Source, Source]) -> Passage:
    return replace(passage, case=case, sources=tuple(renamed[each] for each in passage.sources))


def _renamed(kept: Iterable[Source], others: Iterable[Source]) -> dict[Source, Source]:
    """The others' sources under keys that no other source of the kept case has."""
    taken = {source.key: source for source in kept}
    renamed = {}
    for source in others:
        number, free = 1, source
        while taken.get(free.key, free) != free:
            number += 1
            free = replace(source, key=f"{source.key[: KEY_LIMIT - 4]}-{number}")
        taken[free.key] = renamed[source] = free
    return renamed


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
