"""From what was said to what may stand in a summary: without the way into the sentence, and who said it."""

import re
from functools import cache

from knowledge.library.tokens import words
from knowledge.question import vocabulary

_WAY_IN = re.compile(
    r"^(?:från min sida så |(?:du|ni), |(?:ja|jo|nej|nä|men|och|sen|sedan|okej|bra|alltså|jaha|mm|visst|absolut|perfekt|toppen|jättebra|super|precis|fint|härligt"
    r"|tack|jadå|nja|haha|för|fast|utan|apropå det|i alla fall|yes|so|and|but|okay|well|right|sure|också|oj|äh|nej men|ja men|jo men|gärna det)"
    r"\b[,.!]? ?)+(?=\w)",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"^(?:(?:jag|i) (?:(?:kan|ska|får|skall|tänker|lovar att|skulle kunna|will|can) )?"
    r"|(?:kan|ska|får) jag |i'll )(?:(?:ju|väl|nog|också|gärna|även|bara|själv|redan|då|faktiskt|säkert|kanske) )*",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"^(?:(?:[A-ZÅÄÖ]\w+, )?(?:skulle|kan|vill|hinner|could|can|would) (?:inte )?(?:du|ni|någon|you|[A-ZÅÄÖ]\w+)(?: inte)?(?: kunna)?(?: vilja)?(?: please)?"
    r"|(?:[A-ZÅÄÖ]\w+, )?(?:du|ni) (?:får|kan|ska)(?: alla)?(?= \w+[aå]\b)|jag vill att alla|alla (?:får|ska|behöver|måste)|behöver alla|please) ",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:, (?:[A-ZÅÄÖ][\w-]+)(?: [A-ZÅÄÖ][\w-]+)?)?[?.!…]+$")
_VERB_FIRST = re.compile(r"^(\w+[rå]) (?:du|ni|jag) ", re.IGNORECASE)
_TURNED = re.compile(
    r"^(?:då|så) (?P<verb>\w+r)(?: ju)? (?P<subject>vi|det|den|dom|de|jag|\w{3,}(?:en|et|an|na)) ", re.IGNORECASE
)
_THEN = re.compile(r"^(?:(?:då|så),? )+(?=\w)", re.IGNORECASE)
_WHO = re.compile(r"^(?:vem|vilka) (?:kan |ska |vill )?", re.IGNORECASE)
LIMIT = 300  # characters


def statement(text: str) -> str:
    """A sentence as it would stand by itself: *då stryker vi panelen* is *vi stryker panelen*."""
    return capitalised(shortened(_THEN.sub("", _straight(_WAY_IN.sub("", text)))))


def _straight(clause: str) -> str:
    return _TURNED.sub(r"\g<subject> \g<verb> ", clause)


def task(text: str) -> str:
    """What is to be done, of a sentence in which somebody promises it or is asked to."""
    clause = _WHO.sub("", _THEN.sub("", _straight(_WAY_IN.sub("", text))))
    asked = _PLEA.match(clause)
    clause = clause[asked.end() :] if asked else _PROMISE.sub("", clause)
    return capitalised(shortened(_CALLED.sub("", _VERB_FIRST.sub(r"\1 ", clause))))


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str) -> str:
    """At most `LIMIT` characters, cut between words."""
    if len(text) <= LIMIT:
        return text
    return text[:LIMIT].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


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
