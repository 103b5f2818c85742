"""Who leads the network."""

from collections.abc import Sequence

from cards.card import Card
from cards.help import notice
from cards.texts import text


def leaders(names: Sequence[str], language: str) -> Card:
    if not names:
        return notice(text(language, "leaders-none"), language)
    return notice(text(language, "leaders-are", count=len(names), names=_listed(names, language)), language)


def appointed(names: Sequence[str], language: str) -> Card:
    return notice(text(language, "leaders-appointed", count=len(names), names=_listed(names, language)), language)


def left(language: str) -> Card:
    return notice(text(language, "leaders-left"), language)


def not_yours(language: str) -> Card:
    return notice(text(language, "leaders-not-yours"), language)


def only_in_channel(language: str) -> Card:
    return notice(text(language, "leaders-only-in-channel"), language)


def _listed(names: Sequence[str], language: str) -> str:
    *first, last = names
    return f"{', '.join(first)} {text(language, 'and')} {last}" if first else last
