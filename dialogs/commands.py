"""Finding the command in what was written: its first words, in either language, typing errors forgiven."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from dialogs.context import Dialog
from dialogs.turn import Turn
from knowledge.library.tokens import fold
from knowledge.question import telling, vocabulary

_SHORTEST_MISTYPED = 4
_MOST_AFTER_MISTYPED = 3  # words; more make a sentence, whose first word is what it looks like: *leder*, not *leader*
_PUNCTUATION = " \t\n.,:;!?…"


def _nothing(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Command:
    """`run` gets what follows the command word.

    `bare` ones are meant only when that says nothing, or what they are `meant_with`; after those that have a
    `sentence` it may be one.
    """

    swedish: tuple[str, ...]
    english: tuple[str, ...]
    run: Dialog[str]
    bare: bool = False
    sentence: bool = False
    meant_with: Callable[[str], bool] = _nothing


@dataclass(frozen=True, slots=True)
class Chosen:
    command: Command
    turn: Turn
    rest: str


def choose(commands: Sequence[Command], turn: Turn) -> Chosen | None:
    """The command that a turn's words begin with, the turn in its language, and what follows; None if there is none."""
    for command in commands:
        for language, known in (("sv", command.swedish), ("en", command.english)):
            for name in known:
                said, rest = _split(turn.words, len(name.split()))
                if _is_meant(command, name, said, rest):
                    return Chosen(command, replace(turn, language=_language(command, said, language, turn)), rest)
    return None


def _split(words: str, count: int) -> tuple[str, str]:
    """The first `count` words, folded, and what follows."""
    first = words.split(maxsplit=count)
    rest = first.pop() if len(first) > count else ""
    return " ".join(fold(word.strip(_PUNCTUATION)) for word in first), rest.strip()


def _is_meant(command: Command, name: str, said: str, rest: str) -> bool:
    if command.bare and telling(rest) and not command.meant_with(rest):
        return False
    brief = len(rest.split()) <= _MOST_AFTER_MISTYPED and not rest.endswith("?")
    return _names(said, name) if brief or command.sentence else said == fold(name)


def _language(command: Command, said: str, language: str, turn: Turn) -> str:
    both = all(any(_names(said, name) for name in names) for names in (command.swedish, command.english))
    return turn.language if both else language


def _names(said: str, name: str) -> bool:
    return said == fold(name) or _mistyped(said, fold(name))


def _mistyped(said: str, name: str) -> bool:
    """One letter wrong, missing, doubled or swapped, in what is not one of the language's common words."""
    common = vocabulary().stop["sv"] | vocabulary().stop["en"]
    return len(name) >= _SHORTEST_MISTYPED and said not in common and OSA.distance(said, name) == 1
