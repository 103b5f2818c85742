"""Lessons on their way: kept, sent, decided by a leader, corrected, withdrawn, asked about again after a year.

What waits is filed by when it was sent and what somebody wrote under them, so that nobody reads all to find it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from knowledge import jobs, networks
from knowledge.jobs import Job
from knowledge.lessons.model import Lesson, State, Version
from knowledge.lessons.shelf import as_case
from knowledge.library import catalogue
from knowledge.library.model import Case
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix, stamp
from knowledge.store.paging import every as every_entry

CHECK = "lesson-check"
HOLDS_FOR = timedelta(days=365)
KEPT = timedelta(days=180)  # what was never sent, or came to nothing
MOST_WAITING = 200

_LESSON: TypeAdapter[Lesson] = TypeAdapter(Lesson)


class NotTheirs(PermissionError):
    """Only its author changes a lesson."""


def find(tx: Transaction, network: str, id: str) -> Lesson | None:
    entry = tx.get(_place(network, id))
    return None if entry is None else _LESSON.validate_python(entry.value)


def waiting(tx: Transaction, network: str) -> list[Lesson]:
    """Those that wait for a leader, the oldest first."""
    entries = tx.query(prefix("networks", network, "lessons-waiting"), limit=MOST_WAITING)
    return [found for entry in entries if (found := find(tx, network, parts(entry.key)[-1]))]


def written_by(tx: Transaction, network: str, person: str) -> list[Lesson]:
    """What somebody wrote, the latest first."""
    entries = every_entry(tx, prefix("networks", network, "lessons-by", person))
    found = (find(tx, network, parts(entry.key)[-1]) for entry in entries)
    return sorted(filter(None, found), key=lambda each: each.at, reverse=True)


def nobodys(tx: Transaction, network: str) -> list[Lesson]:
    """The drafts that wait for a leader to see to them, those of one document in its order."""
    entries = every_entry(tx, prefix("networks", network, "lessons-nobodys"))
    return [found for entry in entries if (found := find(tx, network, parts(entry.key)[-1]))]


def offer(tx: Transaction, network: str, drafts: Iterable[Lesson]) -> int:
    """Keep drafts for the network's leaders to see to; those that are known stay as they are. Returns how many came."""
    new = [each for each in drafts if find(tx, network, each.id) is None]
    for each in new:
        _save(tx, network, each)
    return len(new)


def claim(tx: Transaction, network: str, lesson: Lesson) -> Lesson:
    """Keep a draft that was nobody's as its author's."""
    _save(tx, network, lesson)
    return lesson


def every(tx: Transaction, network: str) -> Iterator[Lesson]:
    return (_LESSON.validate_python(entry.value) for entry in every_entry(tx, prefix("networks", network, "lessons")))


def keep(tx: Transaction, network: str, lesson: Lesson) -> Lesson:
    """Keep what its author told, as a draft; what stands in the library stays. Raises NotTheirs."""
    before = find(tx, network, lesson.id)
    if before is None:
        kept = lesson
    elif before.author != lesson.author:
        raise NotTheirs(lesson.id)
    else:
        kept = replace(before, name=lesson.name, thread=lesson.thread, told=lesson.told, at=lesson.at)
    drafted = replace(kept, state=State.DRAFT)
    _save(tx, network, drafted)
    return drafted


def send(tx: Transaction, network: str, lesson: Lesson, at: datetime) -> Lesson:
    """Have a leader decide on a draft; what was sent or decided is left as it is."""
    if lesson.state is not State.DRAFT:
        return lesson
    sent = replace(lesson, state=State.WAITING, reason="", at=at)
    _save(tx, network, sent)
    return sent


def approve(tx: Transaction, network: str, lesson: Lesson, at: datetime) -> Lesson:
    """Put it in the library, as its next version."""
    version = Version(lesson.told, at)
    approved = replace(lesson, state=State.APPROVED, reason="", versions=(*lesson.versions, version), checked=at.date())
    _save(tx, network, approved)
    _shelve(tx, network, approved, at)
    return approved


def send_back(tx: Transaction, network: str, lesson: Lesson, state: State, reason: str) -> Lesson:
    """Ask its author for more (RETURNED) or DECLINE it; an earlier version that is in the library stays there."""
    decided = replace(lesson, state=state, reason=reason)
    _save(tx, network, decided)
    return decided


def confirm(tx: Transaction, network: str, lesson: Lesson, at: datetime) -> Lesson:
    """Its author says that it still holds."""
    confirmed = replace(lesson, checked=at.date())
    _save(tx, network, confirmed)
    _shelve(tx, network, confirmed, at)
    return confirmed


def withdraw(tx: Transaction, network: str, lesson: Lesson) -> None:
    """Keep nothing of it, in the library or elsewhere."""
    catalogue.remove_case(tx, network, lesson.id)
    jobs.cancel(tx, CHECK, network, lesson.id)
    _remove(tx, network, lesson)


def forget_before(tx: Transaction, network: str, moment: datetime, after: str = "", limit: int = 200) -> str:
    """Delete what has been no further than its author since `moment`, `limit` lessons at a time; where to go on."""
    entries = tx.query(prefix("networks", network, "lessons"), after, limit)
    for lesson in (_LESSON.validate_python(entry.value) for entry in entries):
        if not lesson.is_in_library and lesson.state is not State.WAITING and lesson.at < moment:
            _remove(tx, network, lesson)
    return entries[-1].key if len(entries) == limit else ""


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """What somebody wrote, whatever has become of it."""
    return [
        Fact("lesson", {"text": lesson.told.title, "home": lesson.told.home, "at": lesson.at}, network)
        for network in networks.every(tx)
        for lesson in written_by(tx, network, person.id)
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """What is in the library stays there, as their municipality's; the rest goes."""
    for network in list(networks.every(tx)):
        for lesson in written_by(tx, network, person.id):
            if lesson.is_in_library:
                _make_nameless(tx, network, lesson, now)
            else:
                _remove(tx, network, lesson)


def write_anew(tx: Transaction, network: str, lesson: Lesson, write: Callable[[str], str], now: datetime) -> None:
    """Give it other words, in the library as well."""
    written = lesson.written(write)
    _save(tx, network, written)
    _show(tx, network, written, now)


def _make_nameless(tx: Transaction, network: str, lesson: Lesson, now: datetime) -> None:
    versions = tuple(replace(each, told=replace(each.told, named=False)) for each in lesson.versions)
    kept = replace(
        lesson,
        author="",
        name="",
        thread="",
        state=State.APPROVED,
        reason="",
        told=versions[-1].told,
        versions=versions,
    )
    _remove(tx, network, lesson)
    _save(tx, network, kept)
    jobs.cancel(tx, CHECK, network, lesson.id)
    _show(tx, network, kept, now)


def _show(tx: Transaction, network: str, lesson: Lesson, now: datetime) -> None:
    """In the library as it is now, if it is there."""
    if catalogue.has(tx, network, lesson.id):
        catalogue.put_case(tx, network, _shown(lesson), now)


def _shelve(tx: Transaction, network: str, lesson: Lesson, at: datetime) -> None:
    catalogue.put_case(tx, network, _shown(lesson), at)
    jobs.schedule(tx, Job(CHECK, at + HOLDS_FOR, network, lesson.id))


def _shown(lesson: Lesson) -> Case:
    """The version that stands in the library, as a case."""
    latest = lesson.versions[-1]
    return as_case(replace(lesson, told=latest.told, at=latest.at))


def _save(tx: Transaction, network: str, lesson: Lesson) -> None:
    _unfile(tx, network, lesson.id)
    tx.put(_place(network, lesson.id), _LESSON.dump_python(lesson, mode="json"))
    for each in _filed(network, lesson):
        tx.put(each, {})


def _remove(tx: Transaction, network: str, lesson: Lesson) -> None:
    _unfile(tx, network, lesson.id)
    tx.delete(_place(network, lesson.id))


def _unfile(tx: Transaction, network: str, id: str) -> None:
    before = find(tx, network, id)
    for each in _filed(network, before) if before else ():
        tx.delete(each)


def _filed(network: str, lesson: Lesson) -> Iterator[str]:
    if lesson.author:
        yield key("networks", network, "lessons-by", lesson.author, lesson.id)
    if lesson.is_nobodys:
        yield key("networks", network, "lessons-nobodys", lesson.id)
    if lesson.state is State.WAITING:
        yield key("networks", network, "lessons-waiting", stamp(lesson.at), lesson.id)


def _place(network: str, id: str) -> str:
    return key("networks", network, "lessons", id)
