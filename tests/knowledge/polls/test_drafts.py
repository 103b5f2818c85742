"""What is typed becomes a poll, or is told what is wrong with it, field by field."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.polls import drafts
from knowledge.polls.drafts import Draft, Problem
from knowledge.polls.model import Kind, Names, Question, Shown
from tests.knowledge.polls.made import NOON

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LINE = "När ska vi ses? | tisdag 9 |  onsdag   13 | torsdag 10"
GOOD = drafts.begun(LINE, STOCKHOLM, NOON)


def problems(**typed: str) -> dict[str, Problem]:
    return drafts.problems(replace(GOOD, **typed), STOCKHOLM, NOON)  # type: ignore[arg-type]


def test_one_line_is_enough() -> None:
    assert (
        Draft(
            question="När ska vi ses?",
            options="tisdag 9\nonsdag 13\ntorsdag 10",
            kind=Kind.ONE,
            names=Names.NOBODY,
            shown=Shown.AT_ONCE,
            date="2026-03-12",
            time="16:00",
        )
        == GOOD
    )
    assert problems() == {}
    assert drafts.question(GOOD) == Question("När ska vi ses?", Kind.ONE, ("tisdag 9", "onsdag 13", "torsdag 10"))


def test_it_closes_at_a_local_time() -> None:
    assert drafts.closes(GOOD, STOCKHOLM) == datetime(2026, 3, 12, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "time", "moment"),
    [
        ("2026-03-29", "02:30", "2026-03-29T01:30+00:00"),  # skipped: as if the clocks had stood still
        ("2026-10-25", "02:30", "2026-10-25T00:30+00:00"),  # twice: the first
        ("2026-03-29", "16:00", "2026-03-29T14:00+00:00"),
        ("2026-10-25", "16:00", "2026-10-25T15:00+00:00"),
    ],
)
def test_it_closes_when_it_says_on_days_when_clocks_change(date: str, time: str, moment: str) -> None:
    assert drafts.closes(replace(GOOD, date=date, time=time), STOCKHOLM) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("typed", "field", "problem"),
    [
        ({"question": ""}, "question", Problem.EMPTY),
        ({"question": " ?! "}, "question", Problem.EMPTY),
        ({"question": "å" * 301}, "question", Problem.LONG),
        ({"question": "Varför? " * 400}, "question", Problem.LONG),
        ({"question": "Ska <at>Bo</at> leda?"}, "question", Problem.MENTION),
        ({"question": "Ska @Bo leda?"}, "question", Problem.MENTION),
        ({"question": "Ska **vi** ses?"}, "question", Problem.MARKUP),
        ({"question": "[Klicka](https://evil.example)?"}, "question", Problem.MARKUP),
        ({"question": "<b>När</b>?"}, "question", Problem.MARKUP),
        ({"options": ""}, "options", Problem.FEW),
        ({"options": "tisdag\n\n  \n"}, "options", Problem.FEW),
        ({"options": "\n".join(map(str, range(11)))}, "options", Problem.MANY),
        ({"options": "tisdag\nonsdag\nTisdag "}, "options", Problem.SAME),
        ({"options": "tisdag\n" + "å" * 101}, "options", Problem.LONG_OPTION),
        ({"options": "tisdag\n<at>Bo</at>"}, "options", Problem.MENTION),
        ({"options": "tisdag\n`onsdag`"}, "options", Problem.MARKUP),
        ({"options": "tisdag\n–"}, "options", Problem.EMPTY),
        ({"kind": "three"}, "kind", Problem.UNKNOWN),
        ({"names": ""}, "names", Problem.UNKNOWN),
        ({"shown": "never"}, "shown", Problem.UNKNOWN),
        ({"date": ""}, "closes", Problem.NO_TIME),
        ({"time": "kl. 16"}, "closes", Problem.NO_TIME),
        ({"date": "2026-02-30"}, "closes", Problem.NO_TIME),
        ({"date": "0001-01-01", "time": "00:00"}, "closes", Problem.NO_TIME),
        ({"date": "2026-03-05", "time": "13:00"}, "closes", Problem.PAST),
        ({"date": "2026-06-04"}, "closes", Problem.LATE),
        ({"date": "9999-12-31"}, "closes", Problem.LATE),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(typed: dict[str, str], field: str, problem: Problem) -> None:
    assert problems(**typed) == {field: problem}


@pytest.mark.parametrize(
    "typed",
    [
        {"question": "å" * 300},
        {"question": "Är 3 * 4 > 10, eller fel_stavat? Fråga a.b@kommun.se"},
        {"options": "ja\nnej"},
        {"options": "\n".join(map(str, range(10)))},
        {"options": "å" * 100 + "\nnej"},
        {"kind": "scale", "options": ""},
        {"kind": "words", "options": "spelar\ningen\nroll\nroll"},
        {"date": "2026-03-05", "time": "13:01"},
        {"date": "2026-06-03", "time": "12:00"},
    ],
)
def test_what_can_be_taken_is(typed: dict[str, str]) -> None:
    assert problems(**typed) == {}


def test_several_problems_are_told_at_once() -> None:
    assert problems(question="", options="ja", time="") == {
        "question": Problem.EMPTY,
        "options": Problem.FEW,
        "closes": Problem.NO_TIME,
    }


def test_words_and_scales_have_no_options() -> None:
    for kind in (Kind.SCALE, Kind.WORDS):
        assert drafts.question(replace(GOOD, kind=kind)).options == ()


def test_a_poll_may_be_open_for_ninety_days() -> None:
    assert timedelta(days=90) == drafts.LONGEST_OPEN
