"""When a digest comes: as it recurs, but neither in the pauses nor at odd hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import jobs
from knowledge.digests import settings
from knowledge.digests.selection import Section
from knowledge.digests.settings import KIND, Pause, Plan, Settings
from knowledge.recurrence import Every
from knowledge.store.contract import Store

ZONE = ZoneInfo("Europe/Stockholm")
MONDAY, FRIDAY, SATURDAY = 0, 4, 5
NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norrbotten@thread.tacv2"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def plan(every: Every = Every.WEEK, weekday: int = MONDAY, *pauses: Pause, at: time = time(8)) -> Plan:
    found = settings.plan(Settings(every, weekday, at, "19:general", pauses=pauses), ZONE)
    assert found
    return found


def dates(of: Plan, after: str, count: int) -> list[date]:
    found, moment = [], local(after)
    for _ in range(count):
        moment = of.next_after(moment)
        found.append(of.date_of(moment))
    return found


def test_july_is_quiet() -> None:
    assert dates(plan(Every.WEEK, MONDAY, Pause.JULY), "2026-06-23", 3) == [
        date(2026, 6, 29),
        date(2026, 8, 3),
        date(2026, 8, 10),
    ]


def test_without_the_pause_july_is_like_any_month() -> None:
    assert dates(plan(), "2026-06-30", 1) == [date(2026, 7, 6)]


@pytest.mark.parametrize(
    ("before", "weekday", "moved_to"),
    [
        ("2026-04-04", MONDAY, date(2026, 4, 7)),  # Easter Monday
        ("2026-06-17", FRIDAY, date(2026, 6, 22)),  # Midsummer Eve, no public holiday
        ("2026-05-12", 3, date(2026, 5, 15)),  # Ascension Day
    ],
)
def test_on_a_day_off_it_waits_for_the_next_working_day(before: str, weekday: int, moved_to: date) -> None:
    assert dates(plan(Every.WEEK, weekday, Pause.HOLIDAYS), before, 1) == [moved_to]
    assert dates(plan(Every.MONTH, weekday, Pause.HOLIDAYS), "2026-04-02", 1)[0].month in {4, 5}


def test_a_monthly_one_is_not_lost_to_a_holiday() -> None:
    assert dates(plan(Every.MONTH, MONDAY, Pause.HOLIDAYS), "2026-03-10", 2) == [date(2026, 4, 7), date(2026, 5, 4)]


def test_a_moved_one_does_not_come_close_before_the_next() -> None:
    assert dates(plan(Every.WEEK, 1, Pause.HOLIDAYS), "2023-12-27", 1) == [date(2024, 1, 9)], "and not on the 8th too"


def test_a_moved_one_is_not_lost_to_whoever_saves_settings_on_the_day_off() -> None:
    of = plan(Every.MONTH, MONDAY, Pause.HOLIDAYS)
    assert of.next_after(local("2026-04-06T12:00")) == local("2026-04-07T08:00")


def test_from_christmas_to_epiphany_nothing_comes() -> None:
    assert dates(plan(Every.WEEK, MONDAY, Pause.HOLIDAYS), "2026-12-15", 3) == [
        date(2026, 12, 21),
        date(2027, 1, 7),
        date(2027, 1, 11),
    ]


@given(
    st.sampled_from([Every.WEEK, Every.OTHER_WEEK, Every.MONTH]),
    st.integers(0, 6),
    st.sets(st.sampled_from(Pause)),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
def test_it_always_comes_again_later_and_never_in_a_pause(
    every: Every, weekday: int, pauses: set[Pause], moment: datetime
) -> None:
    found = plan(every, weekday, *pauses)
    due = found.next_after(moment)
    assert moment < due <= moment + timedelta(days=75)
    assert due.astimezone(ZONE).time() == time(8)
    assert found.next_after(due - timedelta(microseconds=1)) == due
    day = found.date_of(due)
    assert day.weekday() == weekday or (pauses and day.weekday() < SATURDAY)
    assert not (Pause.JULY in pauses and day.month == 7)
    assert not (Pause.HOLIDAYS in pauses and (day.month, day.day) in {(12, 24), (12, 25), (1, 1), (1, 6), (5, 1)})


@pytest.mark.parametrize(
    ("now", "in_place"),
    [
        ("2026-03-06T08:30", True),
        ("2026-03-06T17:59", True),
        ("2026-03-06T23:00", False),
        ("2026-03-07T10:00", False),  # Saturday
        ("2026-03-09T06:00", False),
        ("2026-03-09T10:00", True),  # Monday
    ],
)
def test_late_it_comes_in_working_hours(now: str, in_place: bool) -> None:
    of = plan(Every.WEEK, FRIDAY)
    assert of.is_in_place(local("2026-03-06T08:00"), local(now)) is in_place


def test_in_time_it_comes_whenever_it_was_wanted() -> None:
    of = plan(Every.WEEK, SATURDAY, at=time(19))
    assert of.is_in_place(local("2026-03-07T19:00"), local("2026-03-07T19:20"))
    assert not of.is_in_place(local("2026-03-07T19:00"), local("2026-03-07T21:00"))
    assert of.next_working_day(local("2026-03-07T21:00")) == local("2026-03-09T19:00")


NOW = local("2026-03-05T12:00")  # a Thursday
WANTED = Settings(Every.OTHER_WEEK, MONDAY, time(8), "19:general", (Section.AGAIN,), (Pause.JULY,))


async def save(store: Store, wanted: Settings, now: datetime = NOW) -> None:
    await store.run(lambda tx: settings.save(tx, NETWORK, wanted, ZONE, now))


async def next_time(store: Store, now: datetime = NOW, network: str = NETWORK) -> datetime | None:
    return await store.run(lambda tx: settings.next_time(tx, network, ZONE, now))


async def test_before_anybody_has_set_it_there_is_none(embedded: Store) -> None:
    held = await embedded.run(lambda tx: settings.find(tx, NETWORK))
    assert held.every is None
    assert await next_time(embedded) is None


async def test_what_is_saved_is_found_and_scheduled(embedded: Store) -> None:
    await save(embedded, WANTED)
    held = await embedded.run(lambda tx: settings.find(tx, NETWORK))
    assert (held.every, held.channel, held.without, held.pauses) == (
        WANTED.every,
        WANTED.channel,
        WANTED.without,
        WANTED.pauses,
    )
    assert await next_time(embedded) == local("2026-03-09T08:00")
    assert await next_time(embedded, network=OTHER) is None


async def test_every_other_week_begins_with_the_next_and_keeps_its_weeks(embedded: Store) -> None:
    await save(embedded, WANTED)
    later = local("2026-03-10T12:00")
    await save(embedded, Settings(Every.OTHER_WEEK, FRIDAY, time(9), "19:general"), later)
    assert await next_time(embedded, later) == local("2026-03-13T09:00"), "the week counts"
    await save(embedded, WANTED, later)
    assert await next_time(embedded, later) == local("2026-03-23T08:00")


async def test_turned_off_nothing_is_due(embedded: Store) -> None:
    await save(embedded, WANTED)
    await save(embedded, Settings(None, channel="19:general"))
    assert await next_time(embedded) is None
    assert await embedded.run(lambda tx: jobs.find(tx, KIND, NETWORK)) is None


async def test_a_digest_that_failed_comes_next_as_planned(embedded: Store) -> None:
    await save(embedded, WANTED)
    after = local("2026-03-09T08:30")
    assert await next_time(embedded, after) == local("2026-03-23T08:00")
