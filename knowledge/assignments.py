"""Home assignments: what municipalities try at home until they meet again, who does, and how it went.

Whoever tries it says for which municipality. How it went becomes a line in the notes of the next meeting, and with them
part of the library, only where who wrote it said so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pydantic import TypeAdapter

from knowledge import jobs, networks
from knowledge.jobs import Job
from knowledge.personal import Fact, Someone
from knowledge.posts import REDRAWN_EVERY
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, parts, prefix
from knowledge.store.paging import every as every_entry

REDRAW = "assignment-redraw"  # a kind of job
LONGEST_TEXT, LONGEST_REPORT = 300, 500  # characters
MOST_LINES = 2
MOST_LISTED = 500
KEPT = timedelta(days=730)  # after it was to be tried
NAMES_KEPT = timedelta(days=180)
NOBODY = "nobody-"


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is tried at home, `until` when; `maker` is who gave it, under their lasting id.

    `meeting` is the summary that it comes from, empty where it comes from none.
    """

    id: str
    network: str
    maker: str
    conversation: str
    language: str
    text: str
    until: date
    made_at: datetime
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Trying:
    """That a municipality tries it; `report` tells how it went, empty so far, and `shared` that others may learn of it.

    An empty `home` is nobody's municipality.
    """

    home: str
    report: str = ""
    shared: bool = False
    reported_at: datetime | None = None


_ASSIGNMENT: TypeAdapter[Assignment] = TypeAdapter(Assignment)
_TRYING: TypeAdapter[Trying] = TypeAdapter(Trying)


def give(tx: Transaction, assignment: Assignment) -> bool:
    """Begin it; says whether it is new, for one that is given again stays as it is."""
    if find(tx, assignment.network, assignment.id) is not None:
        return False
    _save(tx, assignment)
    return True


def find(tx: Transaction, network: str, id: str) -> Assignment | None:
    entry = tx.get(_record(network, id))
    return None if entry is None else _ASSIGNMENT.validate_python(entry.value)


def every(tx: Transaction, network: str) -> list[Assignment]:
    """Those of a network, the latest first."""
    entries = tx.query(prefix("networks", network, "assignments"), limit=MOST_LISTED)
    return sorted((_ASSIGNMENT.validate_python(each.value) for each in entries), key=lambda each: each.made_at)[::-1]


def delete(tx: Transaction, assignment: Assignment) -> None:
    """Let nothing be left of it."""
    for entry in list(_entries(tx, assignment)):
        tx.delete(entry.key)
    tx.delete(_record(assignment.network, assignment.id))
    jobs.cancel(tx, REDRAW, assignment.network, assignment.id)


def try_it(tx: Transaction, assignment: Assignment, person: str, trying: Trying, now: datetime) -> None:
    """Say what somebody's municipality tries and how it went, in the place of what they said; its card follows."""
    told = replace(trying, reported_at=now if trying.report else None)
    tx.put(_trying(assignment, person), _TRYING.dump_python(told, mode="json"))
    _redraw(tx, assignment, now + REDRAWN_EVERY)


def withdraw(tx: Transaction, assignment: Assignment, person: str, now: datetime) -> None:
    tx.delete(_trying(assignment, person))
    _redraw(tx, assignment, now + REDRAWN_EVERY)


def of(tx: Transaction, assignment: Assignment, person: str) -> Trying | None:
    entry = tx.get(_trying(assignment, person))
    return None if entry is None else _TRYING.validate_python(entry.value)


def tried(tx: Transaction, assignment: Assignment) -> list[Trying]:
    """What the municipalities say, by name."""
    found = (_TRYING.validate_python(entry.value) for entry in _entries(tx, assignment))
    return sorted(found, key=lambda each: (not each.home, each.home, each.report))


def unreported(tx: Transaction, assignment: Assignment) -> list[str]:
    """Who tries it and has not said how it went, under their lasting ids."""
    return [
        person
        for entry in _entries(tx, assignment)
        if not entry.value["report"] and not (person := parts(entry.key)[-1]).startswith(NOBODY)
    ]


def reported(tx: Transaction, network: str, since: datetime, until: datetime) -> list[tuple[Assignment, Trying]]:
    """How it went, of what was told between two moments."""
    found = ((each, trying) for each in every(tx, network) for trying in tried(tx, each))
    return [(each, trying) for each, trying in found if trying.reported_at and since <= trying.reported_at <= until]


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """What somebody gave others to try, and what they said of their own trying."""
    found = [each for network in networks.every(tx) for each in every(tx, network)]
    given = [
        Fact("assignment", {"text": each.text, "at": each.made_at}, each.network)
        for each in found
        if each.maker == person.id
    ]
    own = ((each, of(tx, each, person.id)) for each in found)
    return given + [
        Fact("trying", {"text": each.text, "home": said.home, "report": said.report}, each.network)
        for each, said in own
        if said
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Withdraw what they said, and keep what they gave as nobody's."""
    for network in list(networks.every(tx)):
        for each in every(tx, network):
            if each.maker == person.id:
                _save(tx, replace(each, maker=""))
            if of(tx, each, person.id):
                tx.delete(_trying(each, person.id))
                _redraw(tx, each, now)


def forget(tx: Transaction, network: str, now: datetime) -> None:
    """Delete whose reports they were half a year after, and all of it two years after."""
    for each in every(tx, network):
        age = now.date() - each.until
        if age > KEPT:
            delete(tx, each)
        elif age > NAMES_KEPT:
            for number, entry in enumerate(list(_entries(tx, each))):
                if not parts(entry.key)[-1].startswith(NOBODY):
                    tx.delete(entry.key)
                    tx.put(_trying(each, f"{NOBODY}{number}"), entry.value)


def _redraw(tx: Transaction, assignment: Assignment, at: datetime) -> None:
    jobs.schedule_by(tx, Job(REDRAW, at, assignment.network, assignment.id))


def _entries(tx: Transaction, assignment: Assignment) -> Iterator[Entry]:
    return every_entry(tx, prefix("networks", assignment.network, "assignment-tries", assignment.id))


def _save(tx: Transaction, assignment: Assignment) -> None:
    tx.put(_record(assignment.network, assignment.id), _ASSIGNMENT.dump_python(assignment, mode="json"))


def _record(network: str, id: str) -> str:
    return key("networks", network, "assignments", id)


def _trying(assignment: Assignment, person: str) -> str:
    return key("networks", assignment.network, "assignment-tries", assignment.id, person)
