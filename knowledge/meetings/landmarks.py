"""Where in a talk they speak of the next meeting and of what belongs to one, and what that tells of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.library.tokens import fold, words
from knowledge.meetings.clock import hour
from knowledge.meetings.cues import cue
from knowledge.meetings.names import is_place
from knowledge.meetings.promises import SHORT
from knowledge.meetings.speech import Said, Talk

_STEPS = (0, 1, 2, 4, 7, 11, 16, 22, 30, 45, 70)  # sentences
_FEW, _MANY = 8, 16  # words
NONE = frozenset(["none"])  # the signs that nothing is named
_LAST_LETTERS = (3, 4, 5, 6)
_AROUND = 60  # sentences before the day of the next meeting and after it


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The sentences, by index, in which the next meeting, an hour, a place or a theme is named, or they part.

    In `wheres` it is asked where it will be, in `abouts` they come to what is spoken of, in `promises` something is
    promised. `names` are the folded words that are written with a capital.
    """

    talk: Talk
    meeting: Sequence[int]
    hours: Sequence[int]
    places: Sequence[int]
    wheres: Sequence[int]
    themes: Sequence[int]
    abouts: Sequence[int]
    partings: Sequence[int]
    promises: Collection[int]
    names: Collection[str]

    @classmethod
    def of(cls, talk: Talk, promises: Collection[int]) -> "Landmarks":
        def where(is_so: Callable[[Said], object]) -> list[int]:
            return [each.index for each in talk.sentences if is_so(each)]

        return cls(
            talk,
            meeting=where(is_spoken_of),
            hours=where(lambda said: hour(said.text)),
            places=where(lambda said: says("where", said) or any(map(is_place, words(said.text)))),
            wheres=where(lambda said: says("where", said)),
            themes=where(lambda said: says("theme", said)),
            abouts=where(lambda said: says("about", said)),
            partings=where(lambda said: says("closing", said)),
            promises=promises,
            names=frozenset(word for name in talk.proper for word in words(name)),
        )


def is_spoken_of(said: Said) -> bool:
    """Whether it is of the next meeting, rather than of what is to be done by then."""
    return says("named", said) and not says("beside", said)


def says(what: str, said: Said) -> bool:
    return bool(cue("next_meeting", what).search(said.low))


def since(said: Said, landmarks: Sequence[int]) -> int:
    """Steps back to the last of them."""
    at = bisect_right(landmarks, said.index)
    return steps(said.index - landmarks[at - 1]) if at else len(_STEPS)


def until(said: Said, landmarks: Sequence[int]) -> int:
    """Steps ahead to the first of them."""
    at = bisect_left(landmarks, said.index)
    return steps(landmarks[at] - said.index) if at < len(landmarks) else len(_STEPS)


def steps(sentences: int) -> int:
    return sum(sentences > each for each in _STEPS)


def voice(said: Said, known: Landmarks) -> tuple[str, str]:
    return "chair" if said.speaker == known.talk.chair else "other", "asks" if said.asks else "tells"


def facts(said: Said, known: Landmarks) -> Iterator[str]:
    """Who says it, and how."""
    yield from voice(said, known)
    if says("settled", said):
        yield "settled"
    if said.index in known.promises:
        yield "promise"


def beside(said: Said, day: Sequence[int], known: Landmarks) -> Iterator[str]:
    """Where it stands, seen from the sentences in which the day of the meeting is named."""
    yield from facts(said, known)
    yield f"named {since(said, known.meeting)}"
    yield f"words {sum(said.size > each for each in (SHORT, _FEW, _MANY))}"
    if said.index < day[0]:
        yield "before the day"
    if any(known.talk.sentences[each].speaker == said.speaker for each in day):
        yield "names the day"
    nearest = min((said.index - each for each in day), key=abs)
    yield f"at {'+' if nearest >= 0 else '-'}{steps(abs(nearest))}"
    if said.index > day[-1]:
        yield f"after {steps(said.index - day[-1])}"


def spoken(said: Said, known: Landmarks) -> Iterator[str]:
    """Its words, but for names and figures."""
    yield from (f"says {word}" for word in words(said.low) if word not in known.names and word.isalpha())


def also(said: Said) -> Iterator[str]:
    """What else of a meeting is named with it."""
    told = {"day": said.dated, "hour": hour(said.text)}
    yield from (f"{name} here" for name, is_so in told.items() if is_so)


def among(its: Sequence[Said], others: Iterable[Said], soon: int, most: int) -> Iterator[str]:
    """How often it is named, by how many, and how often others are so many sentences after it; up to `most`."""
    last = its[-1].index
    yield f"times {min(len({each.index for each in its}), most)}"
    yield f"speakers {min(len({each.speaker for each in its}), most)}"
    yield f"later {min(sum(last < each.index <= last + soon for each in others), most)}"


def ends_in(word: str) -> Iterator[str]:
    """Its last letters, by which words are alike."""
    yield from (f"…{fold(word)[-letters:]}" for letters in _LAST_LETTERS)


def framed(before: str, after: str) -> Iterator[str]:
    """The words between which it is named."""
    yield f"{next(reversed(words(before)), '<')} _"
    yield f"_ {next(iter(words(after)), '>')}"


def around(day: Sequence[int], known: Landmarks) -> Sequence[Said]:
    """The sentences in which what belongs to a meeting is named that is on that day: until they part."""
    at = bisect_right(known.partings, day[-1])
    parted = known.partings[at] if at < len(known.partings) else day[-1] + _AROUND
    return known.talk.sentences[max(0, day[0] - _AROUND) : min(day[-1] + _AROUND, parted + 1)]
