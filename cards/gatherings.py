"""A planned meeting as everybody sees it, what is told of it, and how it is listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.dates import clock, day, this_year
from cards.gathering_actions import Attend, EditGathering, FetchCalendar, ListGatherings, ManageGathering, SeeGathering
from cards.paging import divided, numbered, turning
from cards.parts import (
    bold,
    buttons,
    card,
    faint,
    group,
    heading,
    link,
    open_url,
    plain,
    quiet,
    row,
    sentence,
    short,
    size,
    title,
)
from cards.people import home_named
from cards.texts import text
from knowledge.gatherings.model import Answer, Gathering, Plan, Turnout

LISTED = 20_000  # bytes
MOST_HOMES = 20  # named beside a number
_WEB = "https://"


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting and who comes; it is answered while it is `ahead`.

    `calendar` is the address of its calendar file, empty where it has none.
    """

    gathering: Gathering
    turnout: Sequence[Turnout]
    calendar: str
    ahead: bool = True


def gathering(standing: Standing, zone: tzinfo, *, back: bool = False) -> Card:
    """The meeting; with `back` it has the way to the list."""
    shown = standing.gathering
    language = shown.language
    body = [
        *_status(shown, zone),
        title(shown.plan.title),
        *_when_and_where(shown.plan, zone, language),
        *_about(shown.plan, language),
        *turned_out(standing.turnout, language),
        *buttons(_doing(standing, back=back)),
    ]
    return card(language, summary(shown, zone), body)


def summary(shown: Gathering, zone: tzinfo) -> str:
    """In one line, for notifications."""
    key = "gathering-summary" if shown.cancelled_at is None else "gathering-summary-cancelled"
    return text(shown.language, key, title=shown.plan.title, when=when(shown.plan, zone, shown.language))


def when(plan: Plan, zone: tzinfo, language: str) -> str:
    """The day and the hours: *torsdag 12 mars 2026 kl. 13.00–15.00*."""
    starts, ends = plan.starts.astimezone(zone), plan.ends.astimezone(zone)
    hours = (clock(language, each.time()) for each in (starts, ends))
    begins, stops = hours
    return text(language, "gathering-when", day=_weekday_and(language, starts), begins=begins, ends=stops)


def reminder(shown: Gathering, zone: tzinfo) -> Card:
    """A word in the thread, the day before."""
    language = shown.language
    words = text(language, "gathering-reminder", title=shown.plan.title, when=when(shown.plan, zone, language))
    return card(language, words, [plain(bold(words)), *_place(shown.plan, language), *_prepare(shown.plan, language)])


def moved(shown: Gathering, before: Plan, zone: tzinfo) -> Card:
    """That it is held at another time or place."""
    language = shown.language
    now, then = when(shown.plan, zone, language), when(before, zone, language)
    key = "gathering-moved" if now != then else "gathering-elsewhere"
    words = text(language, key, title=shown.plan.title, when=now, before=then)
    again = [quiet(text(language, "gathering-answer-again"))] if now != then else []
    return card(language, words, [plain(bold(words)), *_place(shown.plan, language), *again])


def cancelled(shown: Gathering, zone: tzinfo) -> Card:
    language = shown.language
    words = text(language, "gathering-cancelled", title=shown.plan.title, when=when(shown.plan, zone, language))
    return card(language, words, [plain(bold(words))])


def receipt(answer: Answer, home: str, language: str) -> str:
    """What somebody answered and how it counts, in some sentences to them alone."""
    said = text(language, "gathering-receipt", answer=answer)
    counted = (
        text(language, "gathering-counted", home=home_named(home, language))
        if home
        else text(language, "gathering-counted-nowhere")
    )
    named = [text(language, "gathering-named")] if answer is Answer.YES else []
    return " ".join((said, counted, *named))


def listed(  # noqa: PLR0913 - as it is now, where it is read, and by whom
    found: Sequence[Gathering], zone: tzinfo, now: datetime, language: str, *, page: int = 0, leader: bool = False
) -> Card:
    """A page of the meetings: those to come, the next first, and those that were held, the last first."""
    head = text(language, "gatherings-title")
    coming = sorted((each for each in found if now < each.plan.ends), key=lambda each: each.plan.starts)
    past = [each for each in found if now >= each.plan.ends]
    pages = divided([*coming, *past], lambda each: size(_line(each, zone, language)), LISTED)
    here = ListGatherings(page=min(page, len(pages) - 1))
    shown = pages[here.page]
    held = [_line(each, zone, language) for each in shown if now >= each.plan.ends]
    lines = [
        *(_line(each, zone, language) for each in shown if now < each.plan.ends),
        *([heading(text(language, "gatherings-past")), *held] if held else []),
        *numbered(here.page, len(pages), language),
    ]
    none = [] if coming else [sentence(text(language, "gatherings-none"))]
    new = [execute(text(language, "gathering-new"), EditGathering())] if leader else []
    return card(language, head, [title(head), *none, *lines, *buttons([*turning(here, len(pages), language), *new])])


def turned_out(turnout: Sequence[Turnout], language: str) -> list[Json]:
    """Who comes, by municipality."""
    return [group([_answered(each, language) for each in turnout], spacing="Medium")] if turnout else []


def _answered(each: Turnout, language: str) -> Json:
    named = [_home(home, count, language) for home, count in each.homes[:MOST_HOMES]]
    more = ["…"] if len(each.homes) > MOST_HOMES else []
    words = text(language, "gathering-turnout", answer=each.answer, count=each.count)
    return plain(bold(words), faint(f" – {', '.join([*named, *more])}") if named else "")


def _home(home: str, count: int, language: str) -> str:
    name = home_named(home, language) if home else text(language, "gathering-no-home")
    return name if count == 1 else f"{name} {count}"


def _status(shown: Gathering, zone: tzinfo) -> list[Json]:
    """What has become of it since it was posted."""
    language, at = shown.language, shown.changed_at.astimezone(zone).date()
    if shown.cancelled_at:
        return [plain(bold(text(language, "gathering-is-cancelled")))]
    return [quiet(text(language, "gathering-changed", date=day(language, at)))] if shown.sequence else []


def _when_and_where(plan: Plan, zone: tzinfo, language: str) -> list[Json]:
    return [plain(bold(when(plan, zone, language))), *_place(plan, language)]


def _place(plan: Plan, language: str) -> list[Json]:
    """A link where it is one."""
    if not plan.place:
        return []
    if plan.place.startswith(_WEB) and " " not in plan.place:
        return [sentence(link(text(language, "gathering-join"), plan.place))]
    return [plain(text(language, "gathering-place"), " ", plan.place)]


def _about(plan: Plan, language: str) -> list[Json]:
    themes = [quiet(text(language, "gathering-themes", themes=", ".join(plan.themes)))] if plan.themes else []
    return [
        *themes,
        *_lines("gathering-presenting", plan.presenting, language),
        *_lines("gathering-programme", plan.programme, language),
        *_prepare(plan, language),
    ]


def _prepare(plan: Plan, language: str) -> list[Json]:
    return _lines("gathering-prepare", plan.prepare, language)


def _lines(key: str, words: str, language: str) -> list[Json]:
    if not words:
        return []
    return [group([heading(text(language, key)), *(plain("• ", line) for line in words.splitlines())])]


def _doing(standing: Standing, *, back: bool) -> list[Json]:
    shown, calendar = standing.gathering, standing.calendar
    language, id = shown.language, shown.id
    answers = [
        execute(text(language, "gathering-answer", answer=each), Attend(gathering=id, answer=each)) for each in Answer
    ]
    fetch = (
        open_url(text(language, "gathering-calendar"), calendar)
        if calendar
        else execute(text(language, "gathering-calendar"), FetchCalendar(gathering=id))
    )
    return [
        *(answers if standing.ahead and shown.cancelled_at is None else []),
        fetch,
        opening(text(language, "gathering-manage"), ManageGathering(gathering=id)),
        *([execute(text(language, "gatherings-back"), ListGatherings())] if back else []),
    ]


def _line(each: Gathering, zone: tzinfo, language: str) -> Json:
    about = when(each.plan, zone, language)
    gone = f" · {text(language, 'gathering-is-cancelled')}" if each.cancelled_at else ""
    name = short(each.plan.title, 100)
    see = execute(text(language, "gatherings-open"), SeeGathering(gathering=each.id), about=f"{name} {about}{gone}")
    return row(plain(name, faint(f" · {about}{gone}")), see)


def _weekday_and(language: str, when: datetime) -> str:
    return f"{this_year(language, when.date(), weekday=True)} {when.year}"
