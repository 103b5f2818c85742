"""What a sentence names: runs of words with a meaning of their own, that are no day, hour, town or person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.library.tokens import fold
from knowledge.meetings.calendar import MONTHS
from knowledge.meetings.clock import first_time
from knowledge.meetings.cues import cue, opening
from knowledge.meetings.dates import ANY_DAY, mentions
from knowledge.meetings.names import is_place
from knowledge.meetings.numbers import CARDINAL, in_figures
from knowledge.meetings.speech import Said, Talk
from knowledge.meetings.themes import tells
from knowledge.meetings.wording import has_meaning

_CLAUSE = re.compile(r"[^,.;:!?…\"()–]+")
WORD = re.compile(r"\w+(?:[-&]\w+)*")
_JOINS = re.compile(r"(?:och|and|i|for|av|om|pa|med|till|mellan|kring|inom|infor|utan|of|in)")
_WHO = re.compile(r"(?:jag|vi|du|ni|han|hon|man|de|dom|we|you|they)")
_BEFORE_INFINITIVE = re.compile(r"(?:att|ska|kan|vill|far|skulle|maste|borde|kunna|vilja|lar|to|will)")
_OPENS = re.compile(r"(?:att|som|om|nar|och|men|sa|for|eftersom|vad|hur|dar|eller|det|ja|nej)")
_HAVE = re.compile(r"(?:har|hade|ha)")
_SUPINE = re.compile(r"(?:[aei]tt?|its|ats)$")
_NUMBER = re.compile(rf"(?:{CARDINAL}|\d+(?::e)?)")
_GENITIVE = re.compile(r"\w{4,}s$")
# A noun, after which another begins something else: *bostäder | hänger ihop*, but *kulturens roll*, *grön el*.
_ENDS = re.compile(r"(?:(?<!b)[aeo]r|en|et|ing|tion|het|skap|are)$")
_INFINITIVE = re.compile(r"[aå]s?$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a sentence, and where they stand in it; `whole` where it is all that is said between two marks."""

    text: str
    start: int
    end: int
    whole: bool


def phrases(said: Said, talk: Talk) -> Iterator[Phrase]:
    """What may be a theme of all that the sentence names, in order."""
    for clause in _CLAUSE.finditer(said.text, _opened(said.text)):
        words = [*WORD.finditer(said.text, *clause.span())]
        for run in _runs(words, [_names(at, words) for at in range(len(words))]):
            text = said.text[run[0].start() : run[-1].end()]
            if may_be_theme(text, talk):
                yield Phrase(text, run[0].start(), run[-1].end(), len(run) == len(words))


def _opened(text: str) -> int:
    """Where it begins after words such as *ja* and *men*."""
    opened = _opening().match(text)
    return opened.end() if opened else 0


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(opening(), re.IGNORECASE)


def _names(at: int, words: list[re.Match[str]]) -> bool:
    """Whether the word may name something; a word of little meaning does after a genitive: *kulturens roll*."""
    word = fold(words[at][0])
    if words[at][0].isupper() and len(word) > 1:
        return True
    if not _may_name(words[at][0].lower()) or _is_verb(at, words):
        return False
    genitive = at > 0 and bool(_GENITIVE.search(words[at - 1][0])) and _names(at - 1, words)
    return has_meaning(word) or tells([word]) or genitive


def _may_name(word: str) -> bool:
    """Whether it is no number, and nothing that people do or that meetings have."""
    number = _NUMBER.fullmatch(in_figures(word))
    done = cue("doing").fullmatch(word) or cue("next_meeting", "about").fullmatch(word)
    return not (number or done or word in MONTHS or cue("next_meeting", "no_theme").match(word))


def _is_verb(at: int, words: list[re.Match[str]]) -> bool:
    """By what stands beside it: *tänkte vi*, *vi röstar*, *att fördjupa*, *har lovat*; but not *då pratar vi elnät*."""
    second, first, word, after = (
        fold(words[near][0]) if 0 <= near < len(words) else "" for near in range(at - 2, at + 2)
    )
    subject_first = bool(_WHO.fullmatch(first)) and (not second or bool(_OPENS.fullmatch(second)))
    if _BEFORE_INFINITIVE.fullmatch(second if _WHO.fullmatch(first) else first):
        return bool(_INFINITIVE.search(word))
    if _HAVE.fullmatch(first):
        return bool(_SUPINE.search(word))
    return subject_first or bool(_WHO.fullmatch(after))


def _runs(words: list[re.Match[str]], naming: list[bool]) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for at, word in enumerate(words):
        joins = bool(_JOINS.fullmatch(fold(word[0]))) and at + 1 < len(words) and naming[at + 1]
        ended = bool(run) and naming[at - 1] and bool(_ENDS.search(fold(words[at - 1][0])))
        if run and (not (naming[at] or joins) or (naming[at] and ended)):
            yield run
            run = []
        if naming[at] or (joins and run):
            run.append(word)
    if run:
        yield run


def may_be_theme(phrase: str, talk: Talk) -> bool:
    """No day or hour, no town and nobody's name."""
    words = WORD.findall(phrase)
    named = any(map(is_place, words)) or (len(words) == 1 and words[0] in talk.proper) or talk.people.named(phrase)
    return not (named or first_time(phrase) or mentions(phrase, ANY_DAY))
