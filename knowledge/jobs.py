"""Due work as data: what is to be done when, claimed by one at a time, done once, tried again when it fails.

A job is kept under its name and filed by the moment at which somebody should look at it: when it is due, when a claim
on it has run out, when it is to be tried again. Nothing scans. A claim is fenced by the etag of what is kept, which
every change of the job renews: whose claim is over finishes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, prefix, stamp

FAILING_FROM = 3  # failed runs in a row
FIRST_RETRY = timedelta(minutes=1)
LAST_RETRY = timedelta(hours=1)
MOST_FAILING = 1000

# What a run changes, and when the job is due again. As any work on the store it may be run again.
Effect = Callable[[Transaction], datetime | None]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done (`kind`), in which network and about what there; these three are its name.

    `due` keeps telling when it should have run while it is tried again; `attempts` counts the runs since then that
    failed or never ended. Network and subject are empty for what concerns all.
    """

    kind: str
    due: datetime
    network: str = ""
    subject: str = ""
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job that is its holder's to do until the lease is over; `token` tells whether it still is."""

    job: Job
    token: str


def schedule(tx: Transaction, job: Job) -> None:
    """Have the job done when it is due. One that is scheduled already is moved, also away from whoever is at it."""
    _file(tx, job, job.due, claimed=False)


def schedule_by(tx: Transaction, job: Job) -> None:
    """Have the job done by when it is due: one that is looked at sooner, or is somebody's just now, is left as it is.

    For jobs whose effect finds out when they are due again.
    """
    entry = tx.get(_key_of(job))
    if entry is None or not (entry.value["claimed"] or entry.value["at"] <= stamp(job.due)):
        schedule(tx, job)


def cancel(tx: Transaction, kind: str, network: str = "", subject: str = "") -> None:
    """Have the job not done, nor its run finished if there is one."""
    _remove(tx, _key(kind, network, subject))


def find(tx: Transaction, kind: str, network: str = "", subject: str = "") -> Job | None:
    entry = tx.get(_key(kind, network, subject))
    return None if entry is None else _job(entry)


def claim_due(tx: Transaction, kind: str, now: datetime, lease: timedelta, limit: int) -> list[Claimed]:
    """Claim up to `limit` jobs that are due, those that have waited longest first; each is free again after `lease`."""
    waiting = tx.query(prefix("jobs", "time", kind), limit=limit)
    due = [entry for entry in waiting if entry.value["at"] <= stamp(now)]
    return [_claim(tx, entry, now + lease) for entry in _filed(tx, due)]


def next_due(tx: Transaction, kind: str) -> datetime | None:
    """When there is, or was, something to claim; None when nothing waits."""
    first = tx.query(prefix("jobs", "time", kind), limit=1)
    return datetime.fromisoformat(first[0].value["at"]) if first else None


def finish(tx: Transaction, claimed: Claimed, effect: Effect) -> bool:
    """Do the effect and be done with the job, as one unit; says whether the claim held, without which neither happens.

    The effect returns when the job is due again, None for never. What is to follow the commit it schedules, due now.
    """
    if not _holds(tx, claimed):
        return False
    _remove(tx, _key_of(claimed.job))
    again = effect(tx)
    if again is not None:
        schedule(tx, replace(claimed.job, due=again, attempts=0))
    return True


def fail(tx: Transaction, claimed: Claimed, now: datetime) -> bool:
    """Give the job back to be tried again, later each time; says whether the claim held."""
    if not _holds(tx, claimed):
        return False
    failed = replace(claimed.job, attempts=claimed.job.attempts + 1)
    _file(tx, failed, now + _backoff(failed.attempts), claimed=False)
    return True


def failing(tx: Transaction, network: str | None = None) -> list[Job]:
    """The jobs whose last runs failed, FAILING_FROM or more: of a network, or of all (the first MOST_FAILING)."""
    area = prefix("jobs", "failing") if network is None else prefix("jobs", "failing", network)
    return [_job(entry) for entry in _filed(tx, tx.query(area, limit=MOST_FAILING))]


def _filed(tx: Transaction, entries: Iterable[Entry]) -> list[Entry]:
    """The jobs that are filed under `entries`."""
    found = (tx.get(entry.value["job"]) for entry in entries)
    return [entry for entry in found if entry is not None]


def _claim(tx: Transaction, entry: Entry, until: datetime) -> Claimed:
    job = _job(entry)
    if entry.value["claimed"]:  # by somebody who never finished
        job = replace(job, attempts=job.attempts + 1)
    return Claimed(job, _file(tx, job, until, claimed=True))


def _holds(tx: Transaction, claimed: Claimed) -> bool:
    entry = tx.get(_key_of(claimed.job))
    return entry is not None and entry.etag == claimed.token


def _backoff(attempts: int) -> timedelta:
    doublings = min(attempts - 1, 10)  # more would soon be no timedelta
    return min(FIRST_RETRY * (1 << doublings), LAST_RETRY)


def _file(tx: Transaction, job: Job, at: datetime, *, claimed: bool) -> str:
    """Keep the job in the place of what is kept of it, to be looked at `at`; returns the etag."""
    job_key = _key_of(job)
    _remove(tx, job_key)
    tx.put(_by_time(job, stamp(at)), {"at": stamp(at), "job": job_key})
    if job.attempts >= FAILING_FROM:
        tx.put(_as_failing(job), {"job": job_key})
    return tx.put(job_key, {**_record(job), "at": stamp(at), "claimed": claimed})


def _remove(tx: Transaction, job_key: str) -> None:
    entry = tx.get(job_key)
    if entry is not None:
        job = _job(entry)
        for each in (job_key, _by_time(job, entry.value["at"]), _as_failing(job)):
            tx.delete(each)


def _record(job: Job) -> dict[str, Any]:
    return {
        "kind": job.kind,
        "due": stamp(job.due),
        "network": job.network,
        "subject": job.subject,
        "attempts": job.attempts,
    }


def _job(entry: Entry) -> Job:
    value = entry.value
    due = datetime.fromisoformat(value["due"])
    return Job(value["kind"], due, value["network"], value["subject"], value["attempts"])


def _key_of(job: Job) -> str:
    return _key(job.kind, job.network, job.subject)


def _key(kind: str, network: str, subject: str) -> str:
    return key("jobs", "job", kind, network, subject)


def _by_time(job: Job, at: str) -> str:
    return key("jobs", "time", job.kind, at, job.network, job.subject)


def _as_failing(job: Job) -> str:
    return key("jobs", "failing", job.network, job.kind, job.subject)
