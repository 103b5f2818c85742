"""Planned meetings in every state, and the cards around them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cards import gathering_forms, gatherings
from cards.card import Card
from cards.gathering_actions import GatheringFields
from cards.gatherings import Standing
from cards.help import notice
from knowledge.assignments import Trying
from knowledge.gatherings.drafts import Problem
from knowledge.gatherings.model import Answer, Gathering, Plan, Turnout
from knowledge.gatherings.preparation import Preparation
from knowledge.people import AGENCY
from tests.cards.assignment_samples import GIVEN, TRIED
from tests.cards.digest_samples import ASKED

Draw = Callable[[str], Card]

ZONE = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
FILE = "https://bot.example.se/calendar/abc.ics"
PLAN = Plan(
    title="Bostäder när många flyttar in",
    themes=("bostäder", "mark"),
    starts=datetime(2026, 3, 19, 12, 0, tzinfo=UTC),
    ends=datetime(2026, 3, 19, 14, 0, tzinfo=UTC),
    place="Kommunhuset i Falun",
    presenting="Leksand – Leksands utveckling",
    programme="Kunskapspass\nExempel från en kommun\nReflektion",
    prepare="Läs om Ludvika.",
)
NOBODY = tuple(Turnout(each, ()) for each in Answer)
SOME = (
    Turnout(Answer.YES, (("Leksand", 2), ("Falun", 1), (AGENCY, 1), ("", 2))),
    Turnout(Answer.MAYBE, (("Mora", 1),)),
    Turnout(Answer.NO, ()),
)
TYPED = GatheringFields(
    draft="utkast",
    title="Bostäder",
    themes="bostäder,mark",
    date="2026-03-19",
    begins="13:00",
    ends="12:00",
    place="Falun",
    programme="Samtal",
)


def gathering(language: str = "sv", **more: Any) -> Gathering:
    held = Gathering(
        id="träff-1",
        network="19:team@thread.tacv2",
        maker="directory-anna",
        conversation="19:general@thread.tacv2",
        language=language,
        plan=PLAN,
        link="l" * 43,
        made_at=NOON,
        changed_at=NOON,
    )
    return replace(held, **more)


def drawn(turnout: tuple[Turnout, ...] = NOBODY, calendar: str = FILE, *, back: bool = False, **more: Any) -> Draw:
    return lambda language: gatherings.gathering(
        Standing(gathering(language, **more), turnout, calendar), ZONE, back=back
    )


def form(typed: GatheringFields = TYPED, problems: dict[str, Problem] | None = None, **more: str) -> Draw:
    return lambda language: gathering_forms.form(typed, problems or {}, language, **more)


def prepared(found: Preparation) -> Draw:
    return lambda language: gathering_forms.prepared(gathering(language), found, ZONE)


def listed(*found: Gathering, leader: bool = False) -> Draw:
    return lambda language: gatherings.listed(found, ZONE, NOON, language, leader=leader)


PAST = gathering(
    id="träff-0", plan=replace(PLAN, title="Risk", starts=NOON - timedelta(days=9), ends=NOON - timedelta(days=8))
)
ELSEWHERE = replace(PLAN, starts=PLAN.starts + timedelta(days=7), ends=PLAN.ends + timedelta(days=7))
CANCELLED = gathering(cancelled_at=NOON, sequence=1)
FACED = (("Leksand", ("bostäder", "Torsboda, buller")), ("", ("mark",)))

CARDS: dict[str, Draw] = {
    "gathering": drawn(),
    "gathering-answered": drawn(SOME, calendar=""),
    "gathering-link": drawn(plan=replace(PLAN, place="https://teams.microsoft.com/l/meetup-join/19%3ax/0")),
    "gathering-bare": drawn(plan=replace(PLAN, themes=(), place="", presenting="", programme="", prepare="")),
    "gathering-changed": drawn(SOME, sequence=1),
    "gathering-is-cancelled": drawn(SOME, cancelled_at=NOON, sequence=2),
    "gathering-seen": drawn(SOME, back=True),
    "gathering-form": form(),
    "gathering-form-wrong": form(problems={"title": Problem.EMPTY, "ends": Problem.ORDER, "place": Problem.LONG}),
    "gathering-form-outcome": form(outcome="torsdag 26 mars kl. 13.00", note="Klart."),
    "gathering-form-change": form(GatheringFields(**{**TYPED.model_dump(), "draft": "", "gathering": "träff-1"})),
    "gathering-managed": lambda language: gathering_forms.managed(gathering(language), SOME, ZONE, ahead=True),
    "gathering-managed-held": lambda language: gathering_forms.managed(gathering(language), SOME, ZONE, ahead=False),
    "gathering-cancelling": lambda language: gathering_forms.cancelling(gathering(language), ZONE),
    "gathering-deleting": lambda language: gathering_forms.deleting(gathering(language), ZONE),
    "gathering-reflecting": lambda language: gathering_forms.reflecting(gathering(language)),
    "gathering-reminder": lambda language: gatherings.reminder(gathering(language), ZONE),
    "gathering-moved": lambda language: gatherings.moved(gathering(language, plan=ELSEWHERE), PLAN, ZONE),
    "gathering-elsewhere": lambda language: gatherings.moved(
        gathering(language), replace(PLAN, place="Borlänge"), ZONE
    ),
    "gathering-cancelled": lambda language: gatherings.cancelled(gathering(language, cancelled_at=NOON), ZONE),
    "gathering-prepared": prepared(Preparation((ASKED,), (), FACED, ((GIVEN, TRIED[0]),))),
    "gathering-prepared-nothing": prepared(Preparation((), (), ())),
    "gatherings": listed(gathering(), CANCELLED, PAST, leader=True),
    "gatherings-none": listed(),
    "gathering-receipt": lambda language: notice(gatherings.receipt(Answer.YES, AGENCY, language), language),
}


def saying(hostile: str) -> Iterator[Card]:
    """Every card with it wherever people may write."""
    words = Plan(hostile[:120], ("mark",), PLAN.starts, PLAN.ends, *[hostile[:500]] * 4)
    shown = gathering(plan=words)
    yield gatherings.gathering(Standing(shown, SOME, FILE), ZONE)
    yield gatherings.reminder(shown, ZONE)
    yield gatherings.moved(shown, PLAN, ZONE)
    yield gatherings.cancelled(shown, ZONE)
    yield gatherings.listed([shown], ZONE, NOON, "sv")
    yield gathering_forms.managed(shown, SOME, ZONE, ahead=True)
    yield gathering_forms.cancelling(shown, ZONE)
    yield gathering_forms.deleting(shown, ZONE)
    typed = GatheringFields(**dict.fromkeys(gathering_forms.FIELDS, hostile))
    problems = dict.fromkeys(gathering_forms.FIELDS, Problem.LONG)
    yield gathering_forms.form(typed, problems, "sv", outcome=hostile)
    found = Preparation(
        (replace(ASKED, question=hostile),), (), ((hostile, (hostile,)),), ((GIVEN, Trying("", hostile)),)
    )
    yield gathering_forms.prepared(shown, found, ZONE)


def largest(language: str) -> Iterator[Card]:
    """Everything as long as it may be."""
    most = Plan("Å" * 120, ("mark",), PLAN.starts, PLAN.ends, "https://" + "å" * 490, *["\n".join(["Å" * 55] * 25)] * 3)
    shown = gathering(language, plan=most)
    past = replace(shown, plan=replace(most, starts=PAST.plan.starts, ends=PAST.plan.ends))
    homes = tuple((f"Malung-Sälen {number}", 100) for number in range(30))
    turnout = tuple(Turnout(each, homes) for each in Answer)
    for each in (shown, replace(shown, sequence=3, cancelled_at=NOON)):
        yield gatherings.gathering(Standing(each, turnout, FILE), ZONE, back=True)
    yield gatherings.reminder(shown, ZONE)
    for page in (0, 1, 50):
        yield gatherings.listed([shown, past] * 150, ZONE, NOON, language, page=page, leader=True)
    typed = GatheringFields(**dict.fromkeys(gathering_forms.FIELDS, "Å" * 4000))
    problems = dict.fromkeys(gathering_forms.FIELDS, Problem.LONG)
    yield gathering_forms.form(typed, problems, language, outcome="Å" * 100, note="Å")
    found = Preparation((replace(ASKED, question="å" * 1000),) * 10, (), (("Mora", ("å" * 300,) * 3),) * 12)
    yield gathering_forms.prepared(shown, found, ZONE)
