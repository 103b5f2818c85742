"""What a library already says that is like a lesson, so that the same is not told twice."""

from collections.abc import Iterable

from knowledge.lessons.model import Told
from knowledge.lessons.telling import TEXTS, statements
from knowledge.library.index import in_so_many_words
from knowledge.library.library import Found, Library
from knowledge.library.tokens import tokens
from knowledge.question import telling

MOST = 3
LIKE = 0.65  # the share of the shorter one's words, in pieces, that the longer one holds
MOST_CANDIDATES = 5
FEWEST_WORDS = 4  # with meaning; fewer are like too much


def alike(library: Library, told: Told, besides: str) -> list[Found]:
    """The statements most like those of a lesson, the most like first; not those of its own case, `besides`."""
    best: dict[Found, float] = {}
    for said in _said(told):
        for hit in library.index.search(in_so_many_words(said), MOST_CANDIDATES):
            found = library.find(hit.id)
            if found and found.case.id != besides:
                best[found] = max(best.get(found, 0.0), _likeness(said, found.passage.text))
    like = [found for found, likeness in best.items() if likeness >= LIKE]
    return sorted(like, key=lambda found: best[found], reverse=True)[:MOST]


def _said(told: Told) -> Iterable[str]:
    return (each for name in TEXTS for each in statements(getattr(told, name)))


def _likeness(one: str, other: str) -> float:
    told, known = telling(one), telling(other)
    if min(len(told), len(known)) < FEWEST_WORDS:
        return 0.0
    mine, theirs = ({*tokens(" ".join(each))} for each in (told, known))
    return len(mine & theirs) / min(len(mine), len(theirs))
