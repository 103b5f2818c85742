"""Calendar files, read by a parser that others wrote: the time, whatever the clocks do; updates; cancellations."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event, EventStatus
from ical.types import Uri

from cards.gathering_calendar import calendar_file, file_name
from knowledge.gatherings.model import Gathering
from tests.cards.gathering_samples import PLAN, ZONE, gathering
from tests.cards.test_hostile import HOSTILE


def parsed(shown: Gathering, zone: ZoneInfo = ZONE) -> tuple[Calendar, Event]:
    calendar = IcsCalendarStream.calendar_from_ics(calendar_file(shown, zone).decode())
    [event] = calendar.events
    return calendar, event


def lines(shown: Gathering, zone: ZoneInfo = ZONE) -> list[str]:
    """The lines of the file, as they were before they were folded."""
    return calendar_file(shown, zone).decode().replace("\r\n ", "").split("\r\n")


def test_it_says_what_the_meeting_is() -> None:
    calendar, event = parsed(gathering())
    assert (event.uid, event.sequence, event.status) == ("träff-1@erfa", 0, EventStatus.CONFIRMED)
    assert (event.summary, event.location) == (PLAN.title, PLAN.place)
    assert event.description
    assert "Program:\n- Kunskapspass\n- Exempel" in event.description
    assert event.organizer
    assert isinstance(event.organizer.uri, Uri)
    assert "METHOD:PUBLISH" in lines(gathering())
    assert [each.tz_id for each in calendar.timezones] == ["Europe/Stockholm"]


@pytest.mark.parametrize("day", ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"])
@pytest.mark.parametrize("hour", [0, 1, 4, 9, 13])
def test_the_hour_is_right_on_the_days_when_clocks_change(day: str, hour: int) -> None:
    starts = datetime.fromisoformat(f"{day}T{hour:02}:30").replace(tzinfo=ZONE)
    plan = replace(PLAN, starts=starts.astimezone(UTC), ends=starts.astimezone(UTC) + timedelta(hours=6))
    calendar, event = parsed(gathering(plan=plan))
    assert (event.dtstart.hour, event.dtstart.day) == (hour, starts.day)  # type: ignore[union-attr]  # no whole day
    assert event.dtstart == plan.starts
    assert event.dtend == plan.ends
    assert f"DTSTART;TZID=Europe/Stockholm:{starts:%Y%m%dT%H%M%S}" in lines(gathering(plan=plan))
    [rules] = calendar.timezones
    assert {each.tz_offset_to.offset for each in rules.daylight} == {timedelta(hours=2)}
    assert {each.tz_offset_to.offset for each in rules.standard} == {timedelta(hours=1)}


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "Atlantic/Azores", "UTC"])
def test_other_zones_are_as_right(zone: str) -> None:
    _, event = parsed(gathering(), ZoneInfo(zone))
    assert (event.dtstart, event.dtend) == (PLAN.starts, PLAN.ends)


def test_a_changed_meeting_replaces_what_was_there() -> None:
    later = replace(PLAN, starts=PLAN.starts + timedelta(days=7), ends=PLAN.ends + timedelta(days=7))
    _, before = parsed(gathering())
    _, after = parsed(gathering(plan=later, sequence=1, changed_at=PLAN.starts - timedelta(days=3)))
    assert after.uid == before.uid
    assert (after.sequence, after.dtstamp > before.dtstamp) == (1, True)
    assert after.dtstart == later.starts


def test_a_cancelled_meeting_is_taken_out() -> None:
    cancelled = gathering(sequence=2, cancelled_at=PLAN.starts)
    _, event = parsed(cancelled)
    assert (event.uid, event.sequence, event.status) == ("träff-1@erfa", 2, EventStatus.CANCELLED)
    assert "METHOD:CANCEL" in lines(cancelled)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_what_people_write_stays_text(hostile: str) -> None:
    words = f"{hostile}\r\nATTENDEE:mailto:alla@example.se"
    plan = replace(PLAN, title=words[:120], place=words, programme=words, presenting=words, prepare=words)
    calendar, event = parsed(gathering(plan=plan))
    assert event.attendees == []
    assert len(calendar.events) == 1
    assert event.dtstart == PLAN.starts
    assert all(len(line) <= 75 for line in calendar_file(gathering(plan=plan), ZONE).split(b"\r\n"))


def test_the_file_is_named_by_its_day() -> None:
    late = replace(PLAN, starts=datetime(2026, 3, 18, 23, 30, tzinfo=UTC))
    assert file_name(gathering(plan=late), ZONE) == "erfa-2026-03-19.ics"
