"""When a thing that recurs is due: on which dates, at a local time in a time zone.

Each date has one moment, also where the clocks change: a local time that comes twice is meant the first time, one that
is skipped is as long after midnight as if the clocks had stood still (02:30 is then 03:30), as calendars have it
(RFC 5545).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

MONDAY = 0  # as date.weekday() counts
A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)


class Every(StrEnum):
    DAY = "day"
    WEEK = "week"
    OTHER_WEEK = "other-week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every day at `at`, or on `weekday`: every week, every other week, or the first such day of every month.

    The weeks that count among every other are that of `anchor`, and so on from it in both directions: whoever changes
    anything else keeps it.
    """

    every: Every
    at: time
    zone: tzinfo
    weekday: int = MONDAY
    anchor: date = date(2024, 1, 1)

    def next_after(self, moment: datetime) -> datetime:
        """The first moment after `moment` at which it is due, in UTC."""
        dates = _from(self.date_of(moment) - A_DAY)  # a skipped time may lie on the date after its own
        return next(due for each in dates if self._falls_on(each) and (due := self._moment(each)) > moment)

    def after_run(self, due: datetime, now: datetime) -> datetime:
        """When it is due again after the run that was due at `due`.

        Later than now, so that one run makes good for all that were missed; later than `due`, so that a clock put
        back has no date run twice.
        """
        return max(self.next_after(due), self.next_after(now))

    def date_of(self, due: datetime) -> date:
        """The local date that a run belongs to, however late it runs: what to name it by, to have it once."""
        return due.astimezone(self.zone).date()

    def _falls_on(self, day: date) -> bool:
        match self.every:
            case Every.DAY:
                return True
            case Every.WEEK:
                return day.weekday() == self.weekday
            case Every.OTHER_WEEK:
                return day.weekday() == self.weekday and _weeks_between(self.anchor, day) % 2 == 0
            case Every.MONTH:
                return day.weekday() == self.weekday and day.day <= 7

    def _moment(self, day: date) -> datetime:
        return datetime.combine(day, self.at.replace(fold=0), self.zone).astimezone(UTC)


def _from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += A_DAY


def _weeks_between(one: date, other: date) -> int:
    return (_monday(other) - _monday(one)) // A_WEEK


def _monday(day: date) -> date:
    return day - day.weekday() * A_DAY
