"""The phases of an establishment, as people call them."""

from cards.texts import text
from knowledge.library.model import Phase


def named(phase: Phase, language: str) -> str:
    return text(language, "phase", phase=phase.name.lower())
