"""A digest of one's own: for who asked for it, about the themes they chose, in their chat with Erfa."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from pydantic import TypeAdapter

from knowledge import jobs, networks, posts
from knowledge.digests import issues, sending
from knowledge.digests.issues import Occasion
from knowledge.digests.sending import Desk, Edition
from knowledge.digests.settings import Pause, Plan
from knowledge.jobs import Job
from knowledge.personal import Fact, Someone
from knowledge.posts import Post, State, Why
from knowledge.recurrence import MONDAY, Every, Recurrence
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

KIND = "personal-digest"
WEEKDAY, AT = MONDAY, time(8)
LOOK_AFTER = timedelta(hours=1)  # until it is looked whether it arrived


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who wants one, about which themes (none: all); `thread` is the thread in a channel in which they asked for it.

    `arriving` is the id of the post that was sent last, until it is known to have arrived.
    """

    person: str
    themes: tuple[str, ...] = ()
    thread: str = ""
    arriving: str = ""


_SUBSCRIPTIONS: TypeAdapter[Subscription] = TypeAdapter(Subscription)


def plan(zone: tzinfo) -> Plan:
    """When they come: to all on the same day, but not in the pauses."""
    return Plan(Recurrence(Every.WEEK, AT, zone, WEEKDAY), tuple(Pause))


def subscribe(tx: Transaction, network: str, wanted: Subscription, zone: tzinfo, now: datetime) -> None:
    """Send them one from now on, or about other themes than before."""
    known = find(tx, network, wanted.person)
    _put(tx, network, replace(wanted, arriving=known.arriving) if known else wanted)
    if known is None:
        jobs.schedule(tx, Job(KIND, plan(zone).next_after(now), network, wanted.person))


def find(tx: Transaction, network: str, person: str) -> Subscription | None:
    entry = tx.get(_place(network, person))
    return None if entry is None else _SUBSCRIPTIONS.validate_python(entry.value)


def stop(tx: Transaction, network: str, person: str) -> bool:
    """Send them none any more, and forget that they had any; says whether they did."""
    jobs.cancel(tx, KIND, network, person)
    issues.forget(tx, network, person)
    return tx.delete(_place(network, person))


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """That somebody asked for one, where and about what."""
    asked = ((network, find(tx, network, person.id)) for network in networks.every(tx))
    return [Fact("digest", {"themes": each.themes, "thread": each.thread}, network) for network, each in asked if each]


def forget_person(tx: Transaction, person: Someone, _: datetime) -> None:
    for network in list(networks.every(tx)):
        stop(tx, network, person.id)


def run(tx: Transaction, job: Job, now: datetime, desk: Desk) -> datetime | None:
    """What is due for one person: their digest, or a look at whether it arrived. Returns when there is more to do."""
    wanted = find(tx, job.network, job.subject)
    if wanted is None:
        return None
    if wanted.arriving:
        return _look(tx, job, wanted, desk, now)
    return _send(tx, job, wanted, desk, now)


def _send(tx: Transaction, job: Job, wanted: Subscription, desk: Desk, now: datetime) -> datetime:
    planned = plan(desk.zone)
    if not planned.is_in_place(job.due, now):
        return planned.next_working_day(now)
    date = planned.date_of(job.due).isoformat()
    edition = Edition(job.network, date, Occasion.OWN, wanted.person, wanted.themes)
    issue = sending.send(tx, desk, edition, now)
    if issue is None:
        return planned.after_run(job.due, now)
    _put(tx, job.network, replace(wanted, arriving=issue.post))
    return now + LOOK_AFTER


def _look(tx: Transaction, job: Job, wanted: Subscription, desk: Desk, now: datetime) -> datetime | None:
    kept = posts.find(tx, job.network, wanted.arriving)
    if kept and kept.state is State.WAITING:
        return now + LOOK_AFTER
    if kept and kept.state is State.GIVEN_UP and kept.why is Why.REFUSED:
        _end(tx, job.network, wanted, desk, now)
        return None
    _put(tx, job.network, replace(wanted, arriving=""))
    return plan(desk.zone).after_run(job.due, now)


def _end(tx: Transaction, network: str, wanted: Subscription, desk: Desk, now: datetime) -> None:
    """It is not tried again; they are told where they asked for it, unless that was in the chat that failed."""
    stop(tx, network, wanted.person)
    if wanted.thread:
        told = f"personal-digest-ended/{wanted.arriving}"
        posts.intend(tx, network, Post(told, wanted.thread, "", desk.regret, now, now + sending.TIMELY))


def _place(network: str, person: str) -> str:
    return key("networks", network, "personal-digests", person)


def _put(tx: Transaction, network: str, wanted: Subscription) -> None:
    tx.put(_place(network, wanted.person), _SUBSCRIPTIONS.dump_python(wanted, mode="json"))
