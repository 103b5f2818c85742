"""A planned meeting as a calendar file (iCalendar, RFC 5545), as Outlook and others take it."""

from collections.abc import Iterator
from datetime import tzinfo

from icalendar import Calendar, Event, vCalAddress, vText

from cards.parts import clean
from cards.texts import text
from knowledge.gatherings.model import Gathering

PRODUCT = "-//Erfa//Erfa//SV"
NOBODYS_ADDRESS = "invalid:nomail"  # as Outlook writes it: nobody gets mail about it
TYPE = "text/calendar"


def calendar_file(shown: Gathering, zone: tzinfo) -> bytes:
    """What puts the meeting in a calendar, replaces an older edition of it there, or takes it out if it is cancelled.

    Times are local, with the rules of their zone beside them, so that they are right whenever the clocks change.
    """
    cancelled = shown.cancelled_at is not None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(_event(shown, zone, cancelled=cancelled))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def file_name(shown: Gathering, zone: tzinfo) -> str:
    """In plain ASCII, for it stands in a header."""
    return f"erfa-{shown.plan.starts.astimezone(zone):%Y-%m-%d}.ics"


def _event(shown: Gathering, zone: tzinfo, *, cancelled: bool) -> Event:
    plan, event = shown.plan, Event()
    event.add("uid", f"{shown.id}@erfa")
    event.add("sequence", shown.sequence)
    event.add("dtstamp", shown.changed_at)
    event.add("created", shown.made_at)
    event.add("last-modified", shown.changed_at)
    event.add("dtstart", plan.starts.astimezone(zone))
    event.add("dtend", plan.ends.astimezone(zone))
    event.add("summary", clean(plan.title))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("organizer", _organizer())
    event.add("transp", "OPAQUE")
    if plan.place:
        event.add("location", clean(plan.place))
    event.add("description", "\n".join(map(clean, _description(shown))))
    return event


def _organizer() -> vCalAddress:
    address = vCalAddress(NOBODYS_ADDRESS)
    address.params["CN"] = vText("Erfa")
    return address


def _description(shown: Gathering) -> Iterator[str]:
    plan, language = shown.plan, shown.language
    parts = {
        "gathering-presenting": plan.presenting,
        "gathering-programme": plan.programme,
        "gathering-prepare": plan.prepare,
    }
    if plan.themes:
        yield text(language, "gathering-themes", themes=", ".join(plan.themes))
    for key, words in parts.items():
        if words:
            yield f"{text(language, key)}:"
            yield from (f"- {line}" for line in words.splitlines())
