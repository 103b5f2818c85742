"""Meetings that ended and whose transcripts are waited for: kept no longer than that.

Nobody knows when Teams has a transcript ready, nor whether there will be one. It is looked for some times, further and
further apart, within an hour.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from pydantic import TypeAdapter

from knowledge import jobs
from knowledge.jobs import Job
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

KIND = "transcript"  # of jobs
LOOKS = tuple(timedelta(minutes=minutes) for minutes in (2, 6, 14, 30, 60))  # after the end


@dataclass(frozen=True, slots=True)
class Ended:
    """A `meeting`, as Teams calls it, that ended `at` that time in a `conversation` of `home`: a team, or that chat."""

    meeting: str
    home: str
    in_team: bool
    conversation: str
    at: datetime

    @property
    def id(self) -> str:
        """Short, whatever Teams calls it."""
        return sha256(self.meeting.encode()).hexdigest()[:24]


_ENDED: TypeAdapter[Ended] = TypeAdapter(Ended)


def expect(tx: Transaction, ended: Ended) -> None:
    """Have its transcript looked for; a meeting that went on and ended once more is waited for anew."""
    tx.put(_place(ended.home, ended.id), _ENDED.dump_python(ended, mode="json"))
    jobs.schedule(tx, Job(KIND, ended.at + LOOKS[0], ended.home, ended.id))


def find(tx: Transaction, home: str, id: str) -> Ended | None:
    entry = tx.get(_place(home, id))
    return None if entry is None else _ENDED.validate_python(entry.value)


def look_again(tx: Transaction, ended: Ended, not_before: datetime) -> datetime | None:
    """When to look next, after `not_before`; None where that was the last time: then the meeting is let go."""
    again = next((ended.at + look for look in LOOKS if ended.at + look > not_before), None)
    if again is None:
        forget(tx, ended)
    return again


def forget(tx: Transaction, ended: Ended) -> None:
    tx.delete(_place(ended.home, ended.id))


def _place(home: str, id: str) -> str:
    return key("networks", home, "ended-meetings", id)
