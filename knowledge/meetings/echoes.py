"""What is said again nearly word for word: *Vem äger vattnet? / Vem äger vattnet, så får det heta.*"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.library.tokens import fold
from knowledge.meetings.phrases import WORD, Phrase, may_be_theme
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.wording import has_meaning

_ALIKE = 3  # words in a row
_STEM = 5  # letters by which words are the same


def echoes(sentences: Sequence[Said], talk: Talk) -> Iterator[tuple[Said, Phrase]]:
    """The words of each sentence that another has too, as many as there are in a row, if they may be a theme."""
    spoken = {each.index: [*WORD.finditer(each.text)] for each in sentences}
    stems = {index: [fold(word[0])[:_STEM] for word in its] for index, its in spoken.items()}
    places: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, its in stems.items():
        for run in _runs(its):
            places[run].add(index)
    for each in sentences:
        again = [len(places[run]) > 1 for run in _runs(stems[each.index])]
        for first, last in _stretches(again):
            found = spoken[each.index][first : last + _ALIKE]
            text = each.text[found[0].start() : found[-1].end()]
            if any(has_meaning(fold(word[0])) for word in found) and may_be_theme(text, talk):
                whole = len(found) == len(spoken[each.index])
                yield each, Phrase(text, found[0].start(), found[-1].end(), whole)


def _runs(stems: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(stems[at : at + _ALIKE]) for at in range(len(stems) - _ALIKE + 1)]


def _stretches(again: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that follow on each other."""
    for is_so, its in groupby(range(len(again)), key=again.__getitem__):
        if is_so:
            places = [*its]
            yield places[0], places[-1]
