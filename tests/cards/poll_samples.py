"""Polls and evaluations of every kind, and the cards around them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cards import evaluations, poll_forms, polls
from cards.card import Card
from cards.poll_actions import PollFields
from cards.polls import Viewer
from cards.texts import text
from knowledge.polls.drafts import Problem
from knowledge.polls.evaluations import KINDS, Meeting
from knowledge.polls.model import Ballot, Count, Kind, Names, Poll, Question, Said, Shown, Tally

Draw = Callable[[str], Card]

ZONE = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
CLOSES = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
MEET = Question("När ska vi ses?", Kind.ONE, ("tisdag 9", "onsdag 13", "torsdag 10"))
SCALE = Question("Hur gick mötet?", Kind.SCALE)
WORDS = Question("Vad ska vi ta upp?", Kind.WORDS)
NOBODY = Tally(0, (Count((0, 0, 0)),))
FEW = Tally(3, (Count((2, 1, 0)),))
MANY = Tally(12, (Count((7, 5, 0)),))
DRAW = Tally(12, (Count((6, 6, 0)),))
NAMED = Tally(3, (Count((2, 1, 0), (("Anna", "Cia"), ("Bo",), ())),))
WRITTEN = Tally(6, (Count(said=(Said("Vatten och avlopp"), Said("Bostäder"))),))
TYPED = PollFields(
    draft="utkast",
    question="När ska vi ses?",
    options="ja\nja",
    kind="one",
    names="nobody",
    shown="at_once",
    date="2026-03-12",
    time="16:00",
    remind="false",
)
EVALUATED = Tally(
    6,
    (
        *(Count((0, 0, 1, 2, 3)), Count((0, 1, 1, 4, 0)), Count((0, 0, 0, 0, 0))),
        *(Count(said=(Said("Studiebesöket"), Said("Samtalen"))), Count(said=(Said("Kortare pass"),))),
    ),
)
MEETINGS = (
    Meeting(NOON - timedelta(weeks=8), 11, (3.5, 3.0, None)),
    Meeting(NOON - timedelta(weeks=4), 12, (4.0, 3.5, 4.2)),
    Meeting(NOON, 6, (4.3, 3.5, None)),
)


def poll(question: Question = MEET, names: Names = Names.NOBODY, **more: Any) -> Poll:
    known: dict[str, Any] = {"shown": Shown.AT_ONCE, "members": 35, "questions": (question,), **more}
    return Poll(
        id="omröstning-1",
        network="19:team@thread.tacv2",
        maker="directory-anna",
        conversation="19:general@thread.tacv2;messageid=1",
        language=known.pop("language", "sv"),
        names=names,
        made_at=NOON,
        closes_at=CLOSES,
        **known,
    )


def evaluation(language: str, **more: Any) -> Poll:
    usual = tuple(Question(text(language, f"evaluation-usual-{at}"), kind) for at, kind in enumerate(KINDS))
    held = {"questions": usual, "evaluation": True, "shown": Shown.ON_CLOSING, **more}
    return poll(language=language, **held)


def drawn(shown: Poll, tally: Tally, viewer: Viewer | None = None) -> Draw:
    return lambda language: polls.poll(replace(shown, language=language), tally, ZONE, viewer)


def closed(shown: Poll, tally: Tally, viewer: Viewer | None = None) -> Draw:
    return drawn(replace(shown, closed_at=CLOSES), tally, viewer)


def chose(*options: int, **more: Any) -> Viewer:
    return Viewer(Ballot((options,)), **more)


def form(problems: dict[str, Problem]) -> Draw:
    return lambda language: poll_forms.form(TYPED, problems, language)


def listed(*found: tuple[Poll, int], private: bool = False) -> Draw:
    return lambda language: poll_forms.listed(found, ZONE, language, private=private)


def managed(shown: Poll, **more: str) -> Draw:
    return lambda language: poll_forms.managed(replace(shown, language=language), 3, ZONE, **more)


def result(tally: Tally, meetings: tuple[Meeting, ...], change: str = "") -> Draw:
    return lambda language: evaluations.result(
        evaluation(language, closed_at=CLOSES, change=change), tally, meetings, ZONE
    )


def evaluating(viewer: Viewer | None = None) -> Draw:
    return lambda language: polls.poll(evaluation(language), EVALUATED, ZONE, viewer)


FILLED_IN = Viewer(Ballot(((4,), (), (2,), "Studiebesöket", "")), note="Tack.")
WRONG = Viewer(typed=("", "", "", "", "x"), error="För långt.")
OVER = poll(closed_at=CLOSES)

CARDS: dict[str, Draw] = {
    "poll-new": drawn(poll(), NOBODY),
    "poll-unknown-members": drawn(poll(members=0), NOBODY),
    "poll-few": drawn(poll(), FEW),
    "poll-many": drawn(poll(viewers=("29:anna", "29:bo")), MANY),
    "poll-several": drawn(poll(replace(MEET, kind=Kind.SEVERAL)), MANY),
    "poll-scale": drawn(poll(SCALE), Tally(6, (Count((0, 0, 1, 2, 3)),))),
    "poll-words": drawn(poll(WORDS), WRITTEN),
    "poll-named": drawn(poll(names=Names.ALL), NAMED),
    "poll-after-voting": drawn(poll(shown=Shown.AFTER_VOTING), MANY),
    "poll-own": drawn(poll(), MANY, chose(0)),
    "poll-own-several": drawn(poll(replace(MEET, kind=Kind.SEVERAL)), MANY, chose(0, 2)),
    "poll-own-none": drawn(poll(), MANY, Viewer()),
    "poll-own-manager": drawn(poll(names=Names.LEADERS), NAMED, chose(1, manages=True)),
    "poll-own-words": drawn(poll(WORDS), WRITTEN, Viewer(Ballot(("Bostäder",)), note="Tack.")),
    "poll-own-after-voting": drawn(poll(shown=Shown.AFTER_VOTING), MANY, chose(1)),
    "poll-closed": closed(poll(), MANY),
    "poll-closed-draw": closed(poll(), DRAW),
    "poll-closed-few": closed(poll(), FEW),
    "poll-closed-nobody": closed(poll(), NOBODY),
    "poll-closed-named": closed(poll(names=Names.ALL), NAMED),
    "poll-closed-words": closed(poll(WORDS), WRITTEN),
    "poll-closed-scale": closed(poll(SCALE), Tally(6, (Count((0, 0, 1, 2, 3)),))),
    "poll-form": form({}),
    "poll-form-wrong": form({"options": Problem.SAME, "closes": Problem.PAST}),
    "poll-preview": lambda language: poll_forms.previewed(poll(language=language, remind=True), TYPED, ZONE),
    "poll-preview-words": lambda language: poll_forms.previewed(poll(WORDS, language=language), TYPED, ZONE),
    "poll-posted": poll_forms.posted,
    "poll-list": listed((poll(), 3), (poll(WORDS, members=0), 1), (OVER, 12)),
    "poll-list-private": listed((OVER, 12), private=True),
    "poll-list-none": listed(),
    "poll-managed": managed(poll()),
    "poll-managed-closed": managed(OVER),
    "poll-closing": lambda language: poll_forms.closing(poll(language=language)),
    "poll-deleting": lambda language: poll_forms.deleting(poll(language=language)),
    "poll-reminder": lambda language: poll_forms.reminder(poll(language=language), 3, ZONE),
    "evaluation": evaluating(),
    "evaluation-own": evaluating(FILLED_IN),
    "evaluation-wrong": evaluating(WRONG),
    "evaluation-closed": lambda language: polls.poll(evaluation(language, closed_at=CLOSES), EVALUATED, ZONE),
    "evaluation-result": result(EVALUATED, MEETINGS, "Passen blir kortare."),
    "evaluation-result-first": result(EVALUATED, MEETINGS[-1:]),
    "evaluation-result-few": result(replace(EVALUATED, voters=4), ()),
    "evaluation-managed": lambda language: poll_forms.managed(evaluation(language, closed_at=CLOSES), 6, ZONE),
    "evaluation-questions": lambda language: poll_forms.questions(
        [text(language, f"evaluation-usual-{at}") for at in range(5)], language, {1: Problem.EMPTY}
    ),
}
