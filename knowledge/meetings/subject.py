"""What the next meeting is about: the best of all that is named where it is spoken of."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.phrases import Phrase, phrases
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.themes import tells

# What speaks for a phrase.
_CALLED = 4.0  # a theme is spoken of in its sentence
_ANSWERS = 3.5  # … or was asked for
_SPOKEN_OF = 2.0  # it is what they will talk of or look at, says one who leads
_SETTLED = 1.5  # *då blir det*, *får det bli*
_LEADS = 1.5
_TELLS = 1.0  # its words are those of a theme of the library
_WHOLE = 1.0  # nothing else is said with it
_BESIDE = 0.5
_AGAIN = 0.7  # each other sentence that names it
_ASKS = -1.0  # somebody only wonders
_TASK = -1.5  # somebody is to do it
_FADES = 0.15  # each sentence since it was asked for

_MOST_AGAIN = 3
_LEAST = 2.5
_ANSWER = 12  # sentences in which it is answered what the theme is
_NEAR = 12  # characters
_STEM = 5  # letters by which words are the same


@dataclass(frozen=True, slots=True)
class _Named:
    said: Said
    phrase: Phrase
    worth: float

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM] for word in words(self.phrase.text) if len(word) >= _STEM - 1)


def subject(spoken: Sequence[Said], leaders: Collection[str], talk: Talk) -> tuple[str, Collection[int]]:
    """What most speaks for its being the theme, and the sentences that name it; empty where nothing is like one."""
    named = [*_named(spoken, leaders, talk)]

    def worth(each: _Named) -> tuple[float, int, int]:
        again = {other.said.index for other in named if other.said is not each.said and other.stems & each.stems}
        return each.worth + _AGAIN * min(len(again), _MOST_AGAIN), each.said.index, -each.phrase.start

    best = max(named, key=worth, default=None)
    if not best or worth(best)[0] < _LEAST:
        return "", ()
    fuller = [each for each in named if each.said.index >= best.said.index and each.stems >= best.stems]
    whole = max(fuller, key=lambda each: len(each.stems))
    return whole.phrase.text, {each.said.index for each in named if each.stems & best.stems}


def _named(spoken: Sequence[Said], leaders: Collection[str], talk: Talk) -> Iterator[_Named]:
    asked: dict[int, float] = {}
    for said in spoken:
        leads = said.speaker in leaders
        called = bool(cue("next_meeting", "theme").search(said.low))
        about = leads and bool(cue("next_meeting", "about").search(said.low))
        lasting = (worth - _FADES * (said.index - at) for at, worth in asked.items() if said.index - at <= _ANSWER)
        base = max([_CALLED * called, _SPOKEN_OF * about, *lasting]) + _LEADS * leads
        base += _TASK * _is_task(said)
        for phrase in phrases(said, talk):
            if not cue("next_meeting", "not_it").search(said.text[: phrase.start].lower()):
                form = _form(said, phrase)
                wonders = said.asks and not (called and form >= _WHOLE)
                yield _Named(said, phrase, base + form + _ASKS * wonders)
        if called or about:
            asked[said.index] = _ANSWERS if called else _SPOKEN_OF


def _is_task(said: Said) -> bool:
    return any(cue("promise", way).search(said.low) for way in ("own", "gives", "plea"))


def _form(said: Said, phrase: Phrase) -> float:
    """What speaks for it in how it is said."""
    before, after = said.text[: phrase.start].lower(), said.text[phrase.end :].lower()
    settled = cue("next_meeting", "theme_is").search(before) or cue("next_meeting", "is_theme").search(after)
    spoken_of = [*cue("next_meeting", "about").finditer(before), *cue("next_meeting", "theme").finditer(before)]
    return (
        _SETTLED * bool(settled and not said.asks)
        + _TELLS * tells(words(phrase.text))
        + _WHOLE * phrase.whole
        + _BESIDE * any(phrase.start - each.end() <= _NEAR for each in spoken_of)
    )
