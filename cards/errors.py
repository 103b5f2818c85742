"""What is said when something went wrong."""

from cards.card import Card
from cards.parts import card, sentence
from cards.texts import text


def apology(reference: str, language: str) -> Card:
    """We failed; `reference` finds the cause in the log."""
    return _sentence(language, text(language, "error-apology", reference=reference))


def try_again(language: str) -> Card:
    """We cannot remember anything just now."""
    return _sentence(language, text(language, "error-try-again"))


def _sentence(language: str, words: str) -> Card:
    return card(language, words, [sentence(words)])
