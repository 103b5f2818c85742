"""Exercises as they were put out at a meeting: who sits in which group, and the sentences that each brings back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from knowledge import jobs, networks
from knowledge.exercises.model import Exercise
from knowledge.jobs import Job
from knowledge.meetings.mentions import SOMEBODY
from knowledge.personal import Fact, Someone
from knowledge.polls.lifecycle import ERASE
from knowledge.posts import REDRAWN_EVERY
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix

REDRAW = "exercise-redraw"  # a kind of job
WITHOUT_GROUPS = 6  # groups that may bring something back where nobody was told where to sit
MOST_LISTED = 500
ERASED_AFTER = timedelta(minutes=1)  # when the card no longer names who was forgotten
NAMES_KEPT = timedelta(days=30)
KEPT = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a group, under their lasting id, and the municipality they count for, empty where nobody knows it."""

    person: str
    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Session:
    """An exercise that was put out at a planned meeting, `gathering`; without `groups` people form their own."""

    id: str
    network: str
    gathering: str
    conversation: str
    language: str
    exercise: Exercise
    groups: tuple[tuple[Seat, ...], ...]
    made_at: datetime

    @property
    def places(self) -> int:
        """How many groups may bring something back."""
        return len(self.groups) or WITHOUT_GROUPS

    def group_of(self, person: str) -> int | None:
        """The number, from 0, of somebody's group."""
        return next((at for at, group in enumerate(self.groups) if any(seat.person == person for seat in group)), None)


_SESSION: TypeAdapter[Session] = TypeAdapter(Session)


def put_out(tx: Transaction, session: Session) -> bool:
    """Says whether it is new, for one that is put out again stays as it is."""
    if find(tx, session.network, session.id) is not None:
        return False
    _save(tx, session)
    return True


def find(tx: Transaction, network: str, id: str) -> Session | None:
    entry = tx.get(_record(network, id))
    return None if entry is None else _SESSION.validate_python(entry.value)


def every(tx: Transaction, network: str) -> list[Session]:
    entries = tx.query(prefix("networks", network, "exercise-sessions"), limit=MOST_LISTED)
    return [_SESSION.validate_python(entry.value) for entry in entries]


def of(tx: Transaction, network: str, gathering: str) -> list[Session]:
    """Those of a meeting, in the order they were put out."""
    found = (each for each in every(tx, network) if each.gathering == gathering)
    return sorted(found, key=lambda each: each.made_at)


def delete(tx: Transaction, session: Session) -> None:
    """Let nothing be left of it."""
    for at in range(session.places):
        tx.delete(_sentences(session, at))
    tx.delete(_record(session.network, session.id))
    jobs.cancel(tx, REDRAW, session.network, session.id)


def bring_back(tx: Transaction, session: Session, group: int, sentences: tuple[str, ...], now: datetime) -> None:
    """Keep what a group says, in the place of what it said; its card follows."""
    tx.put(_sentences(session, group), {"sentences": list(sentences)})
    _redraw(tx, session, now + REDRAWN_EVERY)


def brought_back(tx: Transaction, session: Session) -> dict[int, tuple[str, ...]]:
    """What the groups say, by their numbers from 0."""
    found = {at: tx.get(_sentences(session, at)) for at in range(session.places)}
    return {at: tuple(entry.value["sentences"]) for at, entry in found.items() if entry}


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The groups somebody was in."""
    return [
        Fact("exercise", {"title": each.exercise.title, "at": each.made_at}, network)
        for network in networks.every(tx)
        for each in every(tx, network)
        if each.group_of(person.id) is not None
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Write *en deltagare* in their seat."""
    for network in list(networks.every(tx)):
        for each in every(tx, network):
            if each.group_of(person.id) is not None:
                _save(tx, _without(each, person.id))
                _redraw(tx, each, now)
                jobs.schedule_by(tx, Job(ERASE, now + ERASED_AFTER))


def forget(tx: Transaction, network: str, now: datetime) -> None:
    """Delete who sat where a month after, and all of it two years after."""
    for each in every(tx, network):
        age = now - each.made_at
        if age > KEPT:
            delete(tx, each)
        elif age > NAMES_KEPT and any(seat.person for group in each.groups for seat in group):
            _save(tx, _without(each))
            _redraw(tx, each, now)


def _without(session: Session, person: str = "") -> Session:
    """With nobody told of in the seat of a person, or in any."""
    nobodys = Seat("", SOMEBODY, "")
    groups = (tuple(nobodys if person in {"", seat.person} else seat for seat in group) for group in session.groups)
    return replace(session, groups=tuple(groups))


def _redraw(tx: Transaction, session: Session, at: datetime) -> None:
    jobs.schedule_by(tx, Job(REDRAW, at, session.network, session.id))


def _save(tx: Transaction, session: Session) -> None:
    tx.put(_record(session.network, session.id), _SESSION.dump_python(session, mode="json"))


def _record(network: str, id: str) -> str:
    return key("networks", network, "exercise-sessions", id)


def _sentences(session: Session, group: int) -> str:
    return key("networks", session.network, "exercise-sentences", session.id, str(group))
