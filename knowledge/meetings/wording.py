"""From what was said to what may stand in a summary: without the way into the sentence, and who said it."""

import re
from functools import cache

from knowledge.library.tokens import words
from knowledge.meetings.calendar import MONTHS, WEEKDAYS
from knowledge.meetings.cues import opening
from knowledge.meetings.numbers import in_figures
from knowledge.question import vocabulary

LIMIT = 300  # characters
_STEM = 5  # letters by which words are the same
_ENDING = re.compile(r"(?<=\w{3})(?:en|et|na|n|t)$")  # *sidan* is *sida*
_SHORTEST = 4  # letters of a word that says what something is about
# When, or nothing.
_NO_THING = re.compile(rf"(?:{'|'.join((*WEEKDAYS, *MONTHS))})(?:en)?$|veck|dag|månad|samma$|haha")

_NAME = r"[A-ZÅÄÖ][\w-]+"
_ADVERBS = r"(?:(?:ju|väl|nog|också|gärna|även|bara|själv|redan|då|faktiskt|säkert|kanske) )*"
_ADDRESS = re.compile(r"^(?:från min sida så |(?:du|ni), |apropå det,? )", re.IGNORECASE)
_TURNED = re.compile(  # a verb before its subject, as after *då*
    r"^(?:då|så|sen|sedan) (?P<verb>\w+r)(?: ju)? "
    r"(?P<subject>vi|det|den|dom|de|jag|\w{3,}(?:en|et|an|na)) ",
    re.IGNORECASE,
)
_THEN = re.compile(r"^(?:(?:då|så|sen|sedan),? )+(?=\w)", re.IGNORECASE)
_WHO = re.compile(r"^(?:vem|vilka) (?:kan |ska |vill )?", re.IGNORECASE)
_PROMISE = re.compile(
    r"^(?:jag (?:(?:kan|ska|får|skall|tänker|lovar att|skulle kunna) )?|i (?:will|can|could) "
    rf"|(?:kan|ska|får) jag |i'll ){_ADVERBS}",
    re.IGNORECASE,
)
_PLEA = re.compile(
    rf"^(?:(?:{_NAME}, )?(?:skulle|kan|vill|hinner|could|can|would) (?:inte )?(?:du|ni|någon(?: annan)?|you|{_NAME})"
    rf"(?: inte)?(?: kunna)?(?: vilja)?(?: please)?|(?:{_NAME}, )?(?:du|ni) (?:får|kan|ska)(?: alla)?(?= \w+[aå]\b)"
    r"|jag vill att alla|alla (?:får|ska|behöver|måste)|behöver alla|please) ",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"(?:, {_NAME}(?: {_NAME})?)?[?.!…]+$")
_VERB_FIRST = re.compile(r"^(\w+[rå]) (?:du|ni|jag) ", re.IGNORECASE)


def statement(text: str) -> str:
    """A sentence as it would stand by itself: *då stryker vi panelen* is *vi stryker panelen*."""
    return capitalised(shortened(_clause(text)))


def task(text: str) -> str:
    """What is to be done, of a sentence in which somebody promises it or is asked to."""
    clause = _WHO.sub("", _clause(text))
    asked = _PLEA.match(clause)
    clause = clause[asked.end() :] if asked else _PROMISE.sub("", clause)
    return capitalised(shortened(_CALLED.sub("", _VERB_FIRST.sub(r"\1 ", clause))))


def _clause(text: str) -> str:
    clause = _opening().sub("", text) or text
    clause = _ADDRESS.sub("", clause)
    return _THEN.sub("", _TURNED.sub(r"\g<subject> \g<verb> ", clause))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^{opening()}(?=\w)", re.IGNORECASE)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str) -> str:
    """At most `LIMIT` characters, cut between words."""
    if len(text) <= LIMIT:
        return text
    return text[: LIMIT - 2].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


def content(text: str) -> int:
    """How many of its words have a meaning of their own."""
    return sum(map(has_meaning, words(text)))


def has_meaning(word: str) -> bool:
    """Whether a folded word tells what is spoken of."""
    return word not in _empty()


@cache
def _empty() -> frozenset[str]:
    known = vocabulary()
    return known.light.union(*known.stop.values())


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say what is spoken of, rather than when."""
    found = (word for word in words(in_figures(text)) if len(word) >= _SHORTEST)
    return frozenset(_ENDING.sub("", word)[:_STEM] for word in found if has_meaning(word) and not _NO_THING.match(word))
