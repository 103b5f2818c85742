"""A planned meeting as somebody types it: checked, field by field, before anything is posted; kept while undecided."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from knowledge.gatherings.model import LONGEST_PLACE, LONGEST_TEXT, LONGEST_TITLE, MOST_LINES, Gathering, Plan
from knowledge.library.model import THEMES
from knowledge.meetings.clock import first_time
from knowledge.meetings.dates import mentions
from knowledge.polls.drafts import problem_of_text
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

IN_GOOD_TIME = timedelta(weeks=4)
USUAL_START, USUAL_END = time(13), time(15)
LATEST = timedelta(days=730)
KEPT = timedelta(days=90)  # a draft, since it was last saved
PROPOSED = 3  # dates, a week apart


class Problem(StrEnum):
    """Why what was typed in a field cannot be taken."""

    EMPTY = "empty"
    LONG = "long"
    MENTION = "mention"
    MARKUP = "markup"
    LINES = "lines"
    UNKNOWN = "unknown"
    NO_TIME = "no_time"
    PAST = "past"
    LATE = "late"
    ORDER = "order"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, as it was typed: `themes` with commas between, `date` and the times as ISO has them.

    `poll` is the id of the poll that asks for a date, empty while nobody has begun one.
    """

    title: str = ""
    themes: str = ""
    date: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    presenting: str = ""
    programme: str = ""
    prepare: str = ""
    poll: str = ""


def begun(before: Gathering | None, usual: str, zone: tzinfo, now: datetime) -> Draft:
    """A draft with the programme, place and hours of the meeting `before`; where there was none, the usual ones."""
    day = (now + IN_GOOD_TIME).astimezone(zone).date()
    if before is None:
        hours = {"begins": USUAL_START.isoformat("minutes"), "ends": USUAL_END.isoformat("minutes")}
        return Draft(date=day.isoformat(), programme=usual, **hours)
    held = typed(before.plan, zone)
    return Draft(date=day.isoformat(), begins=held.begins, ends=held.ends, place=held.place, programme=held.programme)


def typed(plan: Plan, zone: tzinfo) -> Draft:
    """A plan as the form has it."""
    starts, ends = plan.starts.astimezone(zone), plan.ends.astimezone(zone)
    return Draft(
        title=plan.title,
        themes=",".join(plan.themes),
        date=starts.date().isoformat(),
        begins=starts.time().isoformat("minutes"),
        ends=ends.time().isoformat("minutes"),
        place=plan.place,
        presenting=plan.presenting,
        programme=plan.programme,
        prepare=plan.prepare,
    )


def problems(draft: Draft, others: Iterable[Gathering], zone: tzinfo, now: datetime) -> dict[str, Problem]:
    """What is wrong, by field; nothing where the draft can be planned beside the `others`."""
    wrong = problem_of_text(draft.title, LONGEST_TITLE)
    found = {
        "title": Problem(wrong) if wrong else None,
        "themes": None if set(_themes(draft)) <= set(THEMES) else Problem.UNKNOWN,
        "place": Problem.LONG if len(draft.place.strip()) > LONGEST_PLACE else None,
        **{name: _problem_of_lines(getattr(draft, name)) for name in ("presenting", "programme", "prepare")},
        **_problem_of_time(draft, others, zone, now),
    }
    return {field: problem for field, problem in found.items() if problem}


def plan(draft: Draft, zone: tzinfo) -> Plan:
    """The plan of a draft without problems."""
    starts, ends = _hours(draft, zone) or (datetime.max, datetime.max)
    return Plan(
        title=" ".join(draft.title.split()),
        themes=_themes(draft),
        starts=starts,
        ends=ends,
        place=" ".join(draft.place.split()),
        presenting=_tidy(draft.presenting),
        programme=_tidy(draft.programme),
        prepare=_tidy(draft.prepare),
    )


def proposals(draft: Draft, zone: tzinfo, now: datetime) -> list[date]:
    """Days to ask people about: that of the draft and those a week apart, or soon where it has none to come."""
    today = now.astimezone(zone).date()
    try:
        first = date.fromisoformat(draft.date.strip())
    except ValueError:
        first = today
    first = first if first > today else today + IN_GOOD_TIME
    return [first + timedelta(weeks=weeks) for weeks in range(PROPOSED)]


def hour(draft: Draft) -> time:
    """When it begins, as far as that was filled in."""
    try:
        return time.fromisoformat(draft.begins.strip())
    except ValueError:
        return USUAL_START


def dated(draft: Draft, option: str, today: date) -> Draft | None:
    """The draft with the day that an option of a poll names, and its hour if it names one, as long as before."""
    found = mentions(option, today)
    if not found:
        return None
    begins = first_time(option)
    if begins is None:
        return replace(draft, date=found[0].date.isoformat())
    return replace(draft, date=found[0].date.isoformat(), begins=begins.isoformat("minutes"), ends=_end(draft, begins))


def save(tx: Transaction, network: str, draft: Draft, now: datetime) -> None:
    """Keep the draft of a network's next meeting, in the place of the one before."""
    tx.put(_place(network), {"draft": asdict(draft), "saved": now.isoformat()})


def find(tx: Transaction, network: str) -> Draft | None:
    entry = tx.get(_place(network))
    return Draft(**entry.value["draft"]) if entry else None


def discard(tx: Transaction, network: str) -> None:
    tx.delete(_place(network))


def forget_before(tx: Transaction, network: str, moment: datetime) -> None:
    """Delete the draft if nobody has saved it since `moment`."""
    entry = tx.get(_place(network))
    if entry and datetime.fromisoformat(entry.value["saved"]) < moment:
        discard(tx, network)


def _problem_of_time(
    draft: Draft, others: Iterable[Gathering], zone: tzinfo, now: datetime
) -> dict[str, Problem | None]:
    hours = _hours(draft, zone)
    if hours is None:
        return {"date": Problem.NO_TIME}
    starts, ends = hours
    if starts <= now:
        return {"date": Problem.PAST}
    if starts - now > LATEST:
        return {"date": Problem.LATE}
    if ends <= starts:
        return {"ends": Problem.ORDER}
    meant = plan(draft, zone)
    clashes = any(each.cancelled_at is None and each.overlaps(meant) for each in others)
    return {"date": Problem.CLASH if clashes else None}


def _hours(draft: Draft, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """In UTC, None where that is no date and time. A time that comes twice means the first."""
    try:
        day = date.fromisoformat(draft.date.strip())
        begins, ends = (time.fromisoformat(each.strip()).replace(tzinfo=None) for each in (draft.begins, draft.ends))
        starts, stops = (datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC) for at in (begins, ends))
    except (ValueError, OverflowError):
        return None
    return starts, stops


def _end(draft: Draft, begins: time) -> str:
    """As long after `begins` as it was in the draft, on the same day."""
    try:
        before, after = time.fromisoformat(draft.begins), time.fromisoformat(draft.ends)
    except ValueError:
        before, after = USUAL_START, USUAL_END
    minutes = _minutes(after) - _minutes(before)
    at = min(_minutes(begins) + max(minutes, 0), 24 * 60 - 1)
    return time(*divmod(at, 60)).isoformat("minutes")


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _themes(draft: Draft) -> tuple[str, ...]:
    return tuple(filter(None, draft.themes.split(",")))


def _problem_of_lines(words: str) -> Problem | None:
    if len(words) > LONGEST_TEXT:
        return Problem.LONG
    return Problem.LINES if len(_tidy(words).splitlines()) > MOST_LINES else None


def _tidy(words: str) -> str:
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(filter(None, lines))


def _place(network: str) -> str:
    return key("networks", network, "gathering-draft")
