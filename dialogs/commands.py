"""Finding the command in what was written: the first word, in either language, typing errors forgiven."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from dialogs.turn import Reply, Turn
from knowledge.library.tokens import fold
from knowledge.question import telling, vocabulary

Run = Callable[[Turn, str], Awaitable[list[Reply]]]

_SHORTEST_MISTYPED = 4
_MOST_AFTER_MISTYPED = 3  # words; more make a sentence, whose first word is what it looks like: *leder*, not *leader*
_PUNCTUATION = " \t\n.,:;!?…"


@dataclass(frozen=True, slots=True)
class Command:
    """`run` gets the turn and what follows the command word.

    `bare` ones are meant only when that says nothing; after those that have a `sentence` it may be one.
    """

    swedish: tuple[str, ...]
    english: tuple[str, ...]
    run: Run
    bare: bool = False
    sentence: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    command: Command
    turn: Turn
    rest: str


def choose(commands: Sequence[Command], turn: Turn) -> Chosen | None:
    """The command that a turn's words begin with, the turn in its language, and what follows; None if there is none."""
    first, _, rest = turn.words.strip().partition(" ")
    word, rest = fold(first.strip(_PUNCTUATION)), rest.strip()
    brief = len(rest.split()) <= _MOST_AFTER_MISTYPED and not rest.endswith("?")
    for command in commands:
        if command.bare and telling(rest):
            continue
        names = _names if brief or command.sentence else _names_exactly
        for language, known in (("sv", command.swedish), ("en", command.english)):
            if names(word, known):
                return Chosen(command, replace(turn, language=_language(command, word, language, turn)), rest)
    return None


def _language(command: Command, word: str, language: str, turn: Turn) -> str:
    both = _names(word, command.swedish) and _names(word, command.english)
    return turn.language if both else language


def _names(word: str, names: Iterable[str]) -> bool:
    return _names_exactly(word, names) or any(_mistyped(word, fold(name)) for name in names)


def _names_exactly(word: str, names: Iterable[str]) -> bool:
    return word in map(fold, names)


def _mistyped(word: str, name: str) -> bool:
    """One letter wrong, missing, doubled or swapped, in a word that is not one of the language's common ones."""
    common = vocabulary().stop["sv"] | vocabulary().stop["en"]
    return len(name) >= _SHORTEST_MISTYPED and word not in common and OSA.distance(word, name) == 1
