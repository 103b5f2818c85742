"""What a library already says that is like a lesson or a case, so that the same is not told twice."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from knowledge.lessons.model import Told
from knowledge.lessons.telling import TEXTS, statements
from knowledge.library.index import in_so_many_words
from knowledge.library.library import Found, Library
from knowledge.library.model import Case, Kind
from knowledge.library.tokens import tokens
from knowledge.question import telling

MOST = 3
LIKE = 0.65  # the share of the shorter one's words, in pieces, that the longer one holds
MOST_CANDIDATES = 5
FEWEST_WORDS = 4  # with meaning; fewer are like too much
MOST_COMPARED = 15  # statements of a case, each of which is searched for


def alike(library: Library, told: Told, besides: str) -> list[Found]:
    """The statements most like those of a lesson, the most like first; not its own, which is `besides`."""
    best: dict[Found, float] = {}
    for said in _said(told):
        for found, likeness in _near(library, said):
            if not found.passage.id.startswith(f"{besides}-"):
                best[found] = max(best.get(found, 0.0), likeness)
    like = [found for found, likeness in best.items() if likeness >= LIKE]
    return sorted(like, key=lambda found: best[found], reverse=True)[:MOST]


def nearest(library: Library, case: Case) -> list[Case]:
    """The other cases but for meetings, those that say most of the same first, and then those about the same."""
    same: defaultdict[Case, float] = defaultdict(float)
    for passage in islice(case.passages, MOST_COMPARED):
        for found, likeness in _near(library, passage.text):
            same[found.case] += likeness
    about = {*case.municipalities, *case.themes}
    others = (each for each in library.cases.values() if each != case and each.kind is not Kind.MEETING)
    return sorted(
        others, key=lambda each: (-same.get(each, 0.0), -len(about & {*each.municipalities, *each.themes}), each.title)
    )


def _near(library: Library, said: str) -> Iterable[tuple[Found, float]]:
    """The statements that a search finds for one, each with how like it is."""
    for hit in library.index.search(in_so_many_words(said), MOST_CANDIDATES):
        if found := library.find(hit.id):
            yield found, _likeness(said, found.passage.text)


def _said(told: Told) -> Iterable[str]:
    return (each for name in TEXTS for each in statements(getattr(told, name)))


def _likeness(one: str, other: str) -> float:
    told, known = telling(one), telling(other)
    if min(len(told), len(known)) < FEWEST_WORDS:
        return 0.0
    mine, theirs = ({*tokens(" ".join(each))} for each in (told, known))
    return len(mine & theirs) / min(len(mine), len(theirs))
