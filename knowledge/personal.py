"""What is kept about a person, wherever it is kept: each capability tells what it keeps, and forgets it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from knowledge.store.contract import Transaction

Held = str | int | bool | date | datetime | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person under their lasting id; `name` is what Teams calls them, empty where nobody knows it."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is kept about a person, of which kind, and in which network (empty where it concerns all)."""

    kind: str
    held: Mapping[str, Held]
    network: str = ""


@dataclass(frozen=True, slots=True)
class Keeper:
    """A capability that keeps something about people.

    `tell` gives all of it; `forget` deletes it, or makes it anonymous where others would miss it.
    """

    tell: Callable[[Transaction, Someone], list[Fact]]
    forget: Callable[[Transaction, Someone, datetime], None]


def tell(tx: Transaction, keepers: Sequence[Keeper], person: Someone) -> list[Fact]:
    """All that is kept about a person."""
    return [fact for keeper in keepers for fact in keeper.tell(tx, person)]


def forget(tx: Transaction, keepers: Sequence[Keeper], person: Someone, now: datetime) -> None:
    """Keep nothing more about a person; what is gone from the store may still be read in its files until `erase`."""
    for keeper in keepers:
        keeper.forget(tx, person, now)
