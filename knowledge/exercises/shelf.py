"""The exercises of a network: those that come with Erfa, and those that its leaders wrote."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

from pydantic import TypeAdapter

from knowledge.exercises.model import Exercise
from knowledge.exercises.reading import parse
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix

MOST_OWN = 100

_EXERCISE: TypeAdapter[Exercise] = TypeAdapter(Exercise)


def shipped_folder() -> Traversable:
    return files("knowledge") / "exercises" / "shipped"


@cache
def shipped() -> tuple[Exercise, ...]:
    """Those that come with Erfa, in order of id."""
    found = sorted(file.name for file in shipped_folder().iterdir() if file.name.endswith(".md"))
    texts = ((name, (shipped_folder() / name).read_text("utf-8")) for name in found)
    return tuple(parse(text, PurePath(name).stem, name) for name, text in texts)


def every(tx: Transaction, network: str) -> list[Exercise]:
    """Its own first."""
    return [*own(tx, network), *shipped()]


def own(tx: Transaction, network: str) -> list[Exercise]:
    entries = tx.query(prefix("networks", network, "exercises"), limit=MOST_OWN)
    found = [_EXERCISE.validate_python(entry.value) for entry in entries]
    return sorted(found, key=lambda each: each.title.casefold())


def find(tx: Transaction, network: str, id: str) -> Exercise | None:
    return _with_id(every(tx, network), id)


def save(tx: Transaction, network: str, exercise: Exercise) -> None:
    """Add a network's own, or put it in the place of what it was."""
    tx.put(_place(network, exercise.id), _EXERCISE.dump_python(exercise, mode="json"))


def remove(tx: Transaction, network: str, id: str) -> bool:
    """Says whether it was one of its own."""
    return tx.delete(_place(network, id))


def _with_id(found: Iterable[Exercise], id: str) -> Exercise | None:
    return next((each for each in found if each.id == id), None)


def _place(network: str, id: str) -> str:
    return key("networks", network, "exercises", id)
