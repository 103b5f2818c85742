"""The life of a planned meeting: planned, answered, moved, cancelled, deleted, in the end forgotten.

Who answered is known as long as it can be changed, and a month longer; then only how many from where.
"""

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo

from pydantic import TypeAdapter

from knowledge import jobs
from knowledge.gatherings.model import Answer, Gathering, Plan, Turnout
from knowledge.jobs import Job
from knowledge.posts import REDRAWN_EVERY
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, parts, prefix
from knowledge.store.paging import every as every_entry

REMIND, HOMEWORK, REDRAW = "gathering-remind", "gathering-homework", "gathering-redraw"  # kinds of jobs

REMINDED_AT = time(9)  # not in the hours in which clocks are changed
BEFORE = {REMIND: timedelta(days=1), HOMEWORK: timedelta(weeks=1)}  # what is reminded of how long before
MOST_LISTED = 1000
NOBODY = "nobody-"

_GATHERING: TypeAdapter[Gathering] = TypeAdapter(Gathering)


class NotAhead(Exception):
    """The meeting has begun, or is cancelled."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody answered, and the municipality that it counts for, empty where that is not known.

    `name` is what they are called in the group of an exercise.
    """

    answer: Answer
    home: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who says that they come, under their lasting id."""

    person: str
    name: str
    home: str


def new_link() -> str:
    return secrets.token_urlsafe(32)


def plan(tx: Transaction, gathering: Gathering, zone: tzinfo) -> bool:
    """Begin it; says whether it is new, for one that is planned again stays as it is."""
    if find(tx, gathering.network, gathering.id) is not None:
        return False
    save(tx, gathering)
    tx.put(_link(gathering.link), {"network": gathering.network, "id": gathering.id})
    _schedule_reminders(tx, gathering, zone, gathering.made_at)
    return True


def find(tx: Transaction, network: str, id: str) -> Gathering | None:
    entry = tx.get(_record(network, id))
    return None if entry is None else _GATHERING.validate_python(entry.value)


def behind(tx: Transaction, link: str) -> Gathering | None:
    """The meeting whose calendar file is at that link."""
    entry = tx.get(_link(link))
    return find(tx, entry.value["network"], entry.value["id"]) if entry else None


def every(tx: Transaction, network: str) -> list[Gathering]:
    """The meetings of a network that were planned, the latest first."""
    entries = tx.query(prefix("networks", network, "gatherings"), limit=MOST_LISTED)
    found = (_GATHERING.validate_python(entry.value) for entry in entries)
    return sorted(found, key=lambda each: (each.plan.starts, each.id), reverse=True)


def ahead(tx: Transaction, network: str, now: datetime) -> list[Gathering]:
    """Those that are still to be held, the next first."""
    return [each for each in reversed(every(tx, network)) if each.is_ahead(now)]


def change(tx: Transaction, gathering: Gathering, plan: Plan, zone: tzinfo, now: datetime) -> Gathering:
    """Plan it otherwise; at another time nobody has answered yet. Raises NotAhead."""
    if not gathering.is_ahead(now):
        raise NotAhead
    if plan == gathering.plan:
        return gathering
    changed = replace(gathering, plan=plan, sequence=gathering.sequence + 1, changed_at=now)
    if is_moved(gathering, changed):
        _delete_answers(tx, gathering)
        _schedule_reminders(tx, changed, zone, now)
    save(tx, changed)
    return changed


def is_moved(before: Gathering, after: Gathering) -> bool:
    """Whether who answered for the one has not answered for the other."""
    return (before.plan.starts, before.plan.ends) != (after.plan.starts, after.plan.ends)


def cancel(tx: Transaction, gathering: Gathering, now: datetime) -> Gathering:
    """Let it not be held. Raises NotAhead."""
    if not gathering.is_ahead(now):
        raise NotAhead
    cancelled = replace(gathering, cancelled_at=now, changed_at=now, sequence=gathering.sequence + 1)
    save(tx, cancelled)
    for kind in BEFORE:
        jobs.cancel(tx, kind, gathering.network, gathering.id)
    return cancelled


def delete(tx: Transaction, gathering: Gathering) -> None:
    """Let nothing be left of it."""
    _delete_answers(tx, gathering)
    tx.delete(_record(gathering.network, gathering.id))
    tx.delete(_link(gathering.link))
    for kind in (*BEFORE, REDRAW):
        jobs.cancel(tx, kind, gathering.network, gathering.id)


def answer(tx: Transaction, gathering: Gathering, person: str, given: Given, now: datetime) -> None:
    """Say whether somebody comes, in the place of what they said before; the card follows. Raises NotAhead."""
    if not gathering.is_ahead(now):
        raise NotAhead
    tx.put(_answer(gathering, person), {"answer": given.answer, "home": given.home, "name": given.name})
    jobs.schedule_by(tx, Job(REDRAW, now + REDRAWN_EVERY, gathering.network, gathering.id))


def turnout(tx: Transaction, gathering: Gathering) -> list[Turnout]:
    """How many come, may come and do not come, from where: most first, at last those from nobody knows where."""
    given = [_given(entry) for entry in _answers(tx, gathering)]
    return [Turnout(each, _counted(each, given)) for each in Answer]


def coming(tx: Transaction, gathering: Gathering) -> list[Coming]:
    """Who says that they come, as long as that is known."""
    given = [(parts(entry.key)[-1], _given(entry)) for entry in _answers(tx, gathering)]
    return [
        Coming(person, each.name, each.home)
        for person, each in given
        if each.answer is Answer.YES and not person.startswith(NOBODY)
    ]


def given_by(tx: Transaction, gathering: Gathering, person: str) -> Given | None:
    entry = tx.get(_answer(gathering, person))
    return None if entry is None else _given(entry)


def take_out(tx: Transaction, gathering: Gathering, person: str, now: datetime) -> None:
    """Withdraw somebody's answer; of what is no longer ahead it still counts, but is nobody's."""
    entry = tx.get(_answer(gathering, person))
    if entry and gathering.is_ahead(now):
        tx.delete(entry.key)
        jobs.schedule_by(tx, Job(REDRAW, now, gathering.network, gathering.id))
    elif entry:
        _make_nobodys(tx, gathering, entry)


def take_out_all(tx: Transaction, gathering: Gathering) -> None:
    """Let no answer be anybody's."""
    for entry in list(_answers(tx, gathering)):
        if not parts(entry.key)[-1].startswith(NOBODY):
            _make_nobodys(tx, gathering, entry)


def save(tx: Transaction, gathering: Gathering) -> None:
    tx.put(_record(gathering.network, gathering.id), _GATHERING.dump_python(gathering, mode="json"))


def reminded_at(plan: Plan, zone: tzinfo, kind: str = REMIND) -> datetime:
    """The morning of the day before, or for home assignments a week before."""
    day = plan.starts.astimezone(zone).date() - BEFORE[kind]
    return datetime.combine(day, REMINDED_AT, zone).astimezone(UTC)


def _schedule_reminders(tx: Transaction, gathering: Gathering, zone: tzinfo, now: datetime) -> None:
    """None where it is held so soon that nobody needs one."""
    for kind in BEFORE:
        at = reminded_at(gathering.plan, zone, kind)
        if at > now:
            jobs.schedule(tx, Job(kind, at, gathering.network, gathering.id))
        else:
            jobs.cancel(tx, kind, gathering.network, gathering.id)


def _counted(wanted: Answer, given: list[Given]) -> tuple[tuple[str, int], ...]:
    homes = Counter(each.home for each in given if each.answer is wanted)
    return tuple(sorted(homes.items(), key=lambda each: (not each[0], -each[1], each[0])))


def _given(entry: Entry) -> Given:
    return Given(Answer(entry.value["answer"]), entry.value["home"], entry.value["name"])


def _answers(tx: Transaction, gathering: Gathering) -> Iterator[Entry]:
    return every_entry(tx, prefix("networks", gathering.network, "gathering-answers", gathering.id))


def _delete_answers(tx: Transaction, gathering: Gathering) -> None:
    for entry in list(_answers(tx, gathering)):
        tx.delete(entry.key)


def _make_nobodys(tx: Transaction, gathering: Gathering, entry: Entry) -> None:
    tx.delete(entry.key)
    tx.put(_answer(gathering, NOBODY + secrets.token_hex(16)), {**entry.value, "name": ""})


def _record(network: str, id: str) -> str:
    return key("networks", network, "gatherings", id)


def _answer(gathering: Gathering, person: str) -> str:
    return key("networks", gathering.network, "gathering-answers", gathering.id, person)


def _link(link: str) -> str:
    return key("calendar-links", link)
