"""When a thing that recurs is due, also where and when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.recurrence import Every, Recurrence

STOCKHOLM = ZoneInfo("Europe/Stockholm")
TUESDAY, FRIDAY, SUNDAY = 1, 4, 6
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def following(recurrence: Recurrence, moment: datetime, number: int) -> list[datetime]:
    def each(moment: datetime) -> Iterator[datetime]:
        while True:
            moment = recurrence.next_after(moment)
            yield moment

    return list(islice(each(moment), number))


def local_days(recurrence: Recurrence, moment: datetime, number: int) -> list[str]:
    return [f"{each.astimezone(STOCKHOLM):%a %d %b %H:%M}" for each in following(recurrence, moment, number)]


def test_every_day() -> None:
    daily = Recurrence(Every.DAY, time(4, 10), STOCKHOLM)
    assert following(daily, utc("2026-03-05 03:09"), 2) == [utc("2026-03-05 03:10"), utc("2026-03-06 03:10")]


def test_every_week() -> None:
    weekly = Recurrence(Every.WEEK, time(8, 30), STOCKHOLM, TUESDAY)
    assert local_days(weekly, utc("2026-03-05 12:00"), 3) == [
        "Tue 10 Mar 08:30",
        "Tue 17 Mar 08:30",
        "Tue 24 Mar 08:30",
    ]


def test_the_moment_itself_is_not_after_it() -> None:
    weekly = Recurrence(Every.WEEK, time(8, 30), STOCKHOLM, TUESDAY)
    [due] = following(weekly, utc("2026-03-05 12:00"), 1)
    assert weekly.next_after(due - timedelta(microseconds=1)) == due
    assert weekly.next_after(due) == due + timedelta(weeks=1)


def test_every_other_week_counts_from_its_anchor() -> None:
    """Also across the turn of a year with 53 weeks, where odd and even weeks would change places."""
    recurrence = Recurrence(Every.OTHER_WEEK, time(9, 0), STOCKHOLM, FRIDAY, anchor=date(2026, 12, 14))
    expected = ["Fri 18 Dec 09:00", "Fri 01 Jan 09:00", "Fri 15 Jan 09:00"]
    assert local_days(recurrence, utc("2026-12-14 00:00"), 3) == expected
    later = Recurrence(Every.OTHER_WEEK, time(9, 0), STOCKHOLM, FRIDAY, anchor=date(2026, 12, 21))
    assert local_days(later, utc("2026-12-14 00:00"), 2) == ["Fri 25 Dec 09:00", "Fri 08 Jan 09:00"]


@pytest.mark.parametrize("weekday", range(7))
def test_the_whole_week_of_the_anchor_counts(weekday: int) -> None:
    recurrence = Recurrence(Every.OTHER_WEEK, time(9, 0), STOCKHOLM, weekday, anchor=date(2026, 12, 17))
    due = recurrence.next_after(utc("2026-12-13 20:00"))
    assert recurrence.date_of(due) == date(2026, 12, 14 + weekday)


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ("2026-12-16 10:00", ["Sun 20 Dec 14:00", "Sun 03 Jan 14:00"]),
        ("2026-12-20 23:30", ["Sun 03 Jan 14:00", "Sun 17 Jan 14:00"]),
        ("2026-12-24 10:00", ["Sun 03 Jan 14:00", "Sun 17 Jan 14:00"]),
    ],
)
def test_another_day_and_time_keep_to_the_same_weeks(saved: str, expected: list[str]) -> None:
    recurrence = Recurrence(Every.OTHER_WEEK, time(14, 0), STOCKHOLM, SUNDAY, anchor=date(2026, 12, 14))
    assert local_days(recurrence, utc(saved), 2) == expected


def test_every_month_on_its_first_such_day() -> None:
    recurrence = Recurrence(Every.MONTH, time(9, 0), STOCKHOLM, SUNDAY)
    expected = ["Sun 01 Nov 09:00", "Sun 06 Dec 09:00", "Sun 03 Jan 09:00", "Sun 07 Feb 09:00", "Sun 07 Mar 09:00"]
    assert local_days(recurrence, utc("2026-10-31 20:00"), 5) == expected


# The nights when the clocks change: 02:00 becomes 03:00 on 29 March, 03:00 becomes 02:00 on 25 October.


@pytest.mark.parametrize("every", [Every.DAY, Every.WEEK])
@pytest.mark.parametrize(
    ("changing", "at", "expected"),
    [
        (SPRING, "01:30", ["00:30", "00:30", "23:30"]),
        (SPRING, "02:30", ["01:30", "01:30", "00:30"]),  # there is none: 03:30
        (SPRING, "03:30", ["02:30", "01:30", "01:30"]),
        (AUTUMN, "01:30", ["23:30", "23:30", "00:30"]),
        (AUTUMN, "02:30", ["00:30", "00:30", "01:30"]),  # there are two: the first
        (AUTUMN, "03:30", ["01:30", "02:30", "02:30"]),
    ],
)
def test_once_on_the_date_the_clocks_change(every: Every, changing: date, at: str, expected: list[str]) -> None:
    step = timedelta(days=1 if every is Every.DAY else 7)
    recurrence = Recurrence(every, time.fromisoformat(at), STOCKHOLM, SUNDAY)
    start = datetime.combine(changing - step, time(0, 0), STOCKHOLM)
    due = following(recurrence, start, 3)
    assert [f"{each:%H:%M}" for each in due] == expected
    assert [recurrence.date_of(each) for each in due] == [changing - step, changing, changing + step]


def test_a_moment_in_the_hour_that_comes_twice() -> None:
    daily = Recurrence(Every.DAY, time(2, 30), STOCKHOLM)
    second = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM, fold=1)
    assert daily.next_after(second) == utc("2026-10-26 01:30")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM)
    assert daily.next_after(first) == utc("2026-10-26 01:30")
    assert daily.next_after(first - timedelta(minutes=1)) == utc("2026-10-25 00:30")


def test_a_skipped_time_may_lie_on_the_next_date() -> None:
    """Greenland goes from 23:00 to 00:00."""
    daily = Recurrence(Every.DAY, time(23, 30), ZoneInfo("America/Nuuk"))
    before = datetime(2026, 3, 29, 0, 10, tzinfo=daily.zone)
    assert daily.next_after(before) == datetime(2026, 3, 29, 0, 30, tzinfo=daily.zone)


# After a run


WEEKLY = Recurrence(Every.WEEK, time(9, 0), STOCKHOLM, TUESDAY)
DUE = utc("2026-03-10 08:00")


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=3), timedelta(hours=-1), timedelta(days=-2)])
def test_it_is_due_again_on_a_later_date_whatever_the_clock_says(late: timedelta) -> None:
    assert WEEKLY.after_run(DUE, DUE + late) == utc("2026-03-17 08:00")


def test_one_run_makes_good_for_all_that_were_missed() -> None:
    assert WEEKLY.after_run(DUE, DUE + timedelta(weeks=5, hours=1)) == DUE + timedelta(weeks=6) - timedelta(hours=1)


def test_a_late_run_belongs_to_the_date_it_was_due_on() -> None:
    late_at_night = Recurrence(Every.DAY, time(23, 55), STOCKHOLM)
    due = late_at_night.next_after(utc("2026-03-10 12:00"))
    assert late_at_night.date_of(due) == date(2026, 3, 10)


# Always


ZONES = ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "UTC"]
RECURRENCES = st.builds(
    Recurrence,
    every=st.sampled_from(Every),
    at=st.times().map(lambda each: each.replace(microsecond=0)),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    weekday=st.integers(0, 6),
    anchor=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))


def period(recurrence: Recurrence, day: date) -> int:
    """The number of the day, week, pair of weeks or month, counted without gaps."""
    if recurrence.every is Every.MONTH:
        return day.year * 12 + day.month
    days = {Every.DAY: 1, Every.WEEK: 7, Every.OTHER_WEEK: 14}[recurrence.every]
    monday = recurrence.anchor.toordinal() - recurrence.anchor.weekday()
    return (day.toordinal() - monday) // days


@given(recurrence=RECURRENCES, moment=MOMENTS)
def test_it_is_due_once_in_each_period(recurrence: Recurrence, moment: datetime) -> None:
    due = following(recurrence, moment, 60)
    assert moment < due[0]
    assert all(one < other for one, other in pairwise(due))
    assert all(each.tzinfo is UTC for each in due)
    periods = [period(recurrence, recurrence.date_of(each)) for each in due]
    assert all(other == one + 1 for one, other in pairwise(periods))


@given(recurrence=RECURRENCES, moment=MOMENTS)
def test_it_is_due_on_its_day_at_its_time(recurrence: Recurrence, moment: datetime) -> None:
    for due in following(recurrence, moment, 60):
        local = due.astimezone(recurrence.zone)
        assert recurrence.every is Every.DAY or local.weekday() == recurrence.weekday
        assert recurrence.every is not Every.MONTH or local.day <= 7
        assert not local.fold
        assert local.time() == recurrence.at or skipped(datetime.combine(local.date(), recurrence.at, recurrence.zone))


def skipped(local: datetime) -> bool:
    return local.astimezone(UTC).astimezone(local.tzinfo) != local


@given(recurrence=RECURRENCES, moment=MOMENTS, part=st.floats(0, 0.999))
def test_none_lies_between(recurrence: Recurrence, moment: datetime, part: float) -> None:
    due = recurrence.next_after(moment)
    assert recurrence.next_after(moment + (due - moment) * part) == due
