"""What the next meeting is about: of all that is named round its day, what most tells for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.library.tokens import words
from knowledge.meetings.cues import cue
from knowledge.meetings.echoes import echoes
from knowledge.meetings.landmarks import (
    NONE,
    Landmarks,
    also,
    around,
    beside,
    ends_in,
    framed,
    is_spoken_of,
    says,
    since,
    spoken,
)
from knowledge.meetings.phrases import Phrase, phrases
from knowledge.meetings.speech import Said
from knowledge.meetings.themes import tells

_NEAR = 12  # characters
_STEM = 5  # letters by which words are the same
_LETTERS = 4  # of which steps are made
_SHORT = 5  # words
_MOST = 4
_MOST_AGAIN = 3
_LONGEST = 6  # words
_QUOTES = ('"', "”", "»")
_MARK = re.compile(r"[,.;:!?]")


@dataclass(frozen=True, slots=True)
class Theme:
    """What is named in a sentence."""

    said: Said
    phrase: Phrase

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM] for word in words(self.phrase.text) if len(word) >= _STEM - 1)


def signs(day: Sequence[int], known: Landmarks) -> dict[Theme | None, frozenset[str]]:
    """Of all that is named, what tells for and against it; `day` are the sentences that name the day."""
    near = around(day, known)
    echoed = [Theme(said, phrase) for said, phrase in echoes(near, known.talk)]
    named_once = [Theme(said, phrase) for said in near for phrase in phrases(said, known.talk)]
    found = [*dict.fromkeys([*named_once, *echoed])]
    told = {each.said.index: [*_sentence(each.said, day, known)] for each in found}
    named: dict[str, list[Said]] = {}
    for each in found:
        for stem in each.stems:
            named.setdefault(stem, []).append(each.said)
    put_off = {stem for each in found if _is_put_off(each) for stem in each.stems}
    return {None: NONE} | {
        each: frozenset(
            [
                *told[each.said.index],
                *_form(each),
                *_again(each, named),
                *(["put off"] if each.stems & put_off else []),
                *_echoed(each, echoed),
            ]
        )
        for each in found
    }


def _sentence(said: Said, day: Sequence[int], known: Landmarks) -> Iterator[str]:
    yield from beside(said, day, known)
    yield from spoken(said, known)
    yield from also(said)
    yield from (each for each in ("theme", "about", "then") if says(each, said))
    yield f"theme {since(said, known.themes)}"
    yield f"about {since(said, known.abouts)}"
    if is_spoken_of(said):
        yield "meeting here"
    yield from _then(said, known)


def _then(said: Said, known: Landmarks) -> Iterator[str]:
    """What is said of it right after, in few words: *Vem svarar i juli! Det är temat.*"""
    for each in known.talk.after(said.index, 1):
        if each.turn == said.turn and each.size <= _SHORT:
            yield from (f"right after {word}" for word in words(each.low) if word not in known.names)
            yield from (f"right after @{what}" for what in ("theme", "about") if says(what, each))


def _form(theme: Theme) -> Iterator[str]:
    """How it is said."""
    said, phrase = theme.said, theme.phrase
    before, after = said.text[: phrase.start].lower(), said.text[phrase.end :].lower()
    called = [each for part in ("about", "theme") for each in cue("next_meeting", part).finditer(before)]
    spoken = words(phrase.text)
    told = {
        "not it": cue("next_meeting", "not_it").search(before),
        "theme is": cue("next_meeting", "theme_is").search(before),
        "is theme": cue("next_meeting", "is_theme").search(after),
        "called": called,
        "called beside": any(phrase.start - each.end() <= _NEAR for each in called),
        "library": tells(spoken),
        "whole": phrase.whole,
        "quoted": before.endswith(_QUOTES),
        "sentence": phrase.whole and said.size <= _SHORT,
        "opens": phrase.start == 0,
        "capital": phrase.text[0].isupper(),
        "and": " och " in phrase.text,
    }
    yield from (name for name, is_so in told.items() if is_so)
    yield f"of {min(len(spoken), _MOST)}"
    yield f"longest {min(max(map(len, spoken), default=0) // _LETTERS, _MOST)}"
    yield from framed(before, after)
    yield from ends_in(phrase.text)


def _again(theme: Theme, named: Mapping[str, Sequence[Said]]) -> Iterator[str]:
    """Whether it is named in other sentences too, of those that have each stem."""
    at = theme.said.index
    same = [each for stem in theme.stems for each in named[stem] if each.index != at]
    yield f"again {min(len({each.index for each in same}), _MOST_AGAIN)}"
    if any(each.index > at for each in same):
        yield "again later"
    if any(each.index < at for each in same):
        yield "again before"
    if any(each.speaker != theme.said.speaker for each in same):
        yield "several"


def _echoed(theme: Theme, echoed: Sequence[Theme]) -> Iterator[str]:
    """Whether it is, or is part of, what is said again nearly word for word."""
    if theme in echoed:
        yield f"echo of {min(len(words(theme.phrase.text)), _LONGEST)}"
    there = [each.phrase for each in echoed if each.said is theme.said and each.phrase != theme.phrase]
    if any(each.start <= theme.phrase.start and theme.phrase.end <= each.end for each in there):
        yield "in echo"


def _is_put_off(theme: Theme) -> bool:
    """Whether the clause that names it leaves it for another time."""
    text, phrase = theme.said.text.lower(), theme.phrase
    before, after = _MARK.split(text[: phrase.start])[-1], _MARK.split(text[phrase.end :], maxsplit=1)[0]
    return bool(cue("next_meeting", "put_off").search(f"{before}{text[phrase.start : phrase.end]}{after}"))
