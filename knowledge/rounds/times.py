"""Times to propose to people who are to meet: in working hours, on days on which people work."""

from datetime import datetime, time, timedelta, tzinfo

from knowledge.digests.settings import Pause, Plan
from knowledge.recurrence import Every, Recurrence

AT = (time(9), time(13), time(15))
NOTICE = timedelta(days=3)
APART = timedelta(hours=12)


def proposed(after: datetime, zone: tzinfo) -> list[datetime]:
    """Three times on three days, the first some days after `after`; none at weekends, on holidays or in July."""
    times: list[datetime] = []
    earliest = after + NOTICE
    for at in AT:
        working = Plan(Recurrence(Every.DAY, at, zone), tuple(Pause))
        times.append(working.next_working_day(earliest))
        earliest = times[-1] + APART
    return times
