"""By which words talk is known to be of a theme of the library."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from knowledge.library.tokens import fold, words

MOST = 3
_COMPOUND = 5  # letters, from which on they are known inside a word


def themes_in(text: str) -> tuple[str, ...]:
    """The themes that its words tell of, the one with the most words first; no more than a few."""
    return tuple(theme for theme, _ in _hits(words(text)).most_common(MOST))


def theme_of(spoken: Iterable[str]) -> str:
    """The theme that most of the folded words tell of; empty where none does."""
    return next((theme for theme, _ in _hits(spoken).most_common(1)), "")


def tells(spoken: Collection[str]) -> bool:
    """Whether any of the folded words tells of a theme, or has such a word in it: *vuxenutbildningen*."""
    return bool(_hits(spoken)) or any(start in word for word in spoken for start in _known_inside())


def _hits(spoken: Iterable[str]) -> Counter[str]:
    return Counter(theme for word in spoken for theme, starts in _themes().items() if word.startswith(starts))


@cache
def _known_inside() -> tuple[str, ...]:
    return tuple(start for starts in _themes().values() for start in starts if len(start) >= _COMPOUND)


@cache
def _themes() -> Mapping[str, tuple[str, ...]]:
    listed: dict[str, str] = yaml.safe_load((files("knowledge.meetings") / "themes.yaml").read_text(encoding="utf-8"))
    return {theme: tuple(fold(starts).split()) for theme, starts in listed.items()}
