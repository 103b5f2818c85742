"""When and how a network wants its digest."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cache

import holidays
from pydantic import TypeAdapter

from knowledge import jobs
from knowledge.digests.selection import Section
from knowledge.jobs import Job
from knowledge.recurrence import MONDAY, Every, Recurrence
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

KIND = "digest"
EARLIEST, LATEST = time(6), time(20)  # not in the hours in which clocks are changed, nor when people sleep
LATE = timedelta(hours=1)
DAYTIME = range(7, 18)  # hours in which a digest may come that comes late
LONGEST_PAUSE = timedelta(days=35)  # July, and days off around it
CLOSELY = timedelta(days=3)
WEEKEND = (5, 6)  # as date.weekday() counts
JULY = 7


class Pause(StrEnum):
    """Days on which nothing is sent; what is new waits."""

    JULY = "july"
    HOLIDAYS = "holidays"


@dataclass(frozen=True, slots=True)
class Settings:
    """`every` is None where there is to be no digest; `anchor` a date in one of the weeks that count of every other.

    `channel` is the conversation that it is posted in, `without` the sections left out.
    """

    every: Every | None = None
    weekday: int = MONDAY
    at: time = time(8)
    channel: str = ""
    without: tuple[Section, ...] = ()
    pauses: tuple[Pause, ...] = tuple(Pause)
    anchor: date = date(2024, 1, 1)


_SETTINGS: TypeAdapter[Settings] = TypeAdapter(Settings)


@dataclass(frozen=True, slots=True)
class Plan:
    """When a digest comes: as it recurs, but not in the pauses.

    One that falls in a pause comes on the first working day after it, or is left out where the next follows closely.
    """

    recurrence: Recurrence
    pauses: tuple[Pause, ...]

    def next_after(self, moment: datetime) -> datetime:
        """The first moment after `moment` at which it comes, in UTC."""
        regular = self.recurrence.next_after(moment - LONGEST_PAUSE)
        while (due := self._moved(regular)) is None or due <= moment:
            regular = self.recurrence.next_after(regular)
        return due

    def after_run(self, due: datetime, now: datetime) -> datetime:
        """When it comes next after the run that was due at `due`: one run makes good for all that were missed."""
        return max(self.next_after(due), self.next_after(now))

    def date_of(self, due: datetime) -> date:
        """The local date that a run belongs to."""
        return self.recurrence.date_of(due)

    def is_in_place(self, due: datetime, now: datetime) -> bool:
        """Whether a digest that was due at `due` may still come: late, it comes in working hours or not at all."""
        hour = now.astimezone(self.recurrence.zone).hour
        return now - due <= LATE or (self._is_working_day(self.date_of(now)) and hour in DAYTIME)

    def next_working_day(self, moment: datetime) -> datetime:
        """The time of day at which it comes, on the first working day that has it after `moment`."""
        daily = replace(self.recurrence, every=Every.DAY)
        due = daily.next_after(moment)
        while not self._is_working_day(daily.date_of(due)):
            due = daily.next_after(due)
        return due

    def _moved(self, regular: datetime) -> datetime | None:
        """When it comes in fact; None when it is left out."""
        if not self._pauses_on(self.date_of(regular)):
            return regular
        moved = self.next_working_day(regular)
        return moved if moved + CLOSELY <= self.recurrence.next_after(regular) else None

    def _is_working_day(self, day: date) -> bool:
        return day.weekday() not in WEEKEND and not self._pauses_on(day)

    def _pauses_on(self, day: date) -> bool:
        july = Pause.JULY in self.pauses and day.month == JULY
        return july or (Pause.HOLIDAYS in self.pauses and day in _days_off(day.year))


@cache
def _days_off(year: int) -> frozenset[date]:
    """The public holidays of Sweden, the eves that nobody works on, and the days from Christmas to Epiphany."""
    known = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"))
    christmas = {date(year, 1, day) for day in range(1, 7)} | {date(year, 12, day) for day in range(24, 32)}
    return frozenset(known) | christmas


def plan(settings: Settings, zone: tzinfo) -> Plan | None:
    """None where there is to be no digest."""
    if settings.every is None:
        return None
    recurrence = Recurrence(settings.every, settings.at, zone, settings.weekday, settings.anchor)
    return Plan(recurrence, settings.pauses)


def find(tx: Transaction, network: str) -> Settings:
    """As saved, or as they are before anybody has."""
    entry = tx.get(_place(network))
    return Settings() if entry is None else _SETTINGS.validate_python(entry.value)


def save(tx: Transaction, network: str, settings: Settings, zone: tzinfo, now: datetime) -> Settings:
    """Keep them, and have the digest come as they say from now on; gives them as kept.

    Every other week is counted from the first digest after `now`, unless it was every other week before.
    """
    if settings.every is not Every.OTHER_WEEK or find(tx, network).every is not Every.OTHER_WEEK:
        settings = replace(settings, anchor=_first_date(settings, zone, now))
    else:
        settings = replace(settings, anchor=find(tx, network).anchor)
    tx.put(_place(network), _SETTINGS.dump_python(settings, mode="json"))
    planned = plan(settings, zone)
    if planned is None:
        jobs.cancel(tx, KIND, network)
    else:
        jobs.schedule(tx, Job(KIND, planned.next_after(now), network))
    return settings


def next_time(tx: Transaction, network: str, zone: tzinfo, now: datetime) -> datetime | None:
    """When the digest comes next, if there is something to tell then; None where there is to be none."""
    planned, job = plan(find(tx, network), zone), jobs.find(tx, KIND, network)
    if planned is None:
        return None
    return job.due if job and job.due > now else planned.next_after(now)


def _first_date(settings: Settings, zone: tzinfo, now: datetime) -> date:
    weekly = Recurrence(Every.WEEK, settings.at, zone, settings.weekday)
    return weekly.date_of(weekly.next_after(now))


def _place(network: str) -> str:
    return key("networks", network, "digest-settings")
