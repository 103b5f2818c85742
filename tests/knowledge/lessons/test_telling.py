"""Whatever somebody types, it becomes a case that reads back the same from its file, or is refused with a reason."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lessons.model import Lesson, Told
from knowledge.lessons.shelf import as_case
from knowledge.lessons.telling import LONGEST, TEXTS, Problem, problems, tidied
from knowledge.library.body import STATEMENT_LIMIT
from knowledge.library.case import parse, render
from knowledge.library.front import unreadable
from knowledge.library.model import THEMES, Phase, Visibility
from knowledge.people import HOMES
from tests.knowledge.lessons.samples import LESSON, NOW, TOLD, lesson

HOSTILE = (
    "{#x .osäker mot=lud-01}",
    "[^avtal]",
    "]",
    "[[^^",
    "---\nid: ludvika\n---",
    "## Rubrik",
    "- punkt\n-- punkt",
    "  ? fråga",
    "<at>Alla</at> @Erfa",
    "**fet** [x](https://evil.example)",
    "\u202eetremmok\u202c\u200b\ufeff\x00\x85\u2028x",
    "\ufffd\ud7ff",
    "Å\u030a e\u0301 \u0301",
    "\u00a0\u2003x\u00a0",
    "ord " * 400,
    "å" * 1500,
)
anything = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200)).flatmap(
    lambda one: st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200)).map(lambda other: f"{one} {other}")
)
tolds = st.builds(
    Told,
    title=anything,
    situation=anything,
    did=anything,
    went=anything,
    again=anything,
    home=st.sampled_from(HOMES),
    phase=st.sampled_from([None, *Phase]),
    themes=st.lists(st.sampled_from(THEMES), max_size=3, unique=True).map(tuple),
    link=st.one_of(st.just(""), st.just("https://a.example/å"), anything),
    named=st.booleans(),
    public=st.booleans(),
)


@settings(max_examples=300)
@given(told=tolds, name=anything, question=anything)
def test_what_can_be_taken_reads_back_the_same_from_its_file(told: Told, name: str, question: str) -> None:
    if problems(told):
        return
    asked = tidied(replace(told, situation=question)).situation.replace("\n", " ")
    case = as_case(Lesson(LESSON.id, "a", name, "", tidied(told), NOW, question=asked))
    assert parse(render(case), f"{case.id}.md") == case
    assert all(0 < len(each.text) <= STATEMENT_LIMIT for each in case.passages)
    assert not any(unreadable(each.text) for each in case.passages)


@settings(max_examples=200)
@given(told=tolds)
def test_tidying_twice_is_tidying_once(told: Told) -> None:
    assert tidied(tidied(told)) == tidied(told)


def test_what_is_said_is_kept() -> None:
    case = as_case(LESSON)
    said = " ".join(each.text for each in case.passages)
    for name in TEXTS:
        for line in getattr(TOLD, name).splitlines():
            assert line in said
    assert [each.heading for each in case.sections] == [
        "Läget",
        "Vad vi gjorde",
        "Hur det gick",
        "Vad vi skulle göra igen, och inte",
    ]


@pytest.mark.parametrize(
    ("named", "home", "cited"),
    [
        (False, "Leksand", "Leksand"),
        (True, "Leksand", "Anna Ek, Leksand"),
        (False, "annan", "Nätverket"),
        (True, "statlig myndighet", "Anna Ek, En statlig myndighet"),
    ],
)
def test_it_is_cited_from_the_municipality_or_the_name(named: bool, home: str, cited: str) -> None:
    [source] = as_case(lesson(named=named, home=home)).sources
    assert (source.publisher, source.url) == (cited, TOLD.link)


def test_what_only_leaders_may_read_is_confidential() -> None:
    assert as_case(lesson(public=False)).visibility is Visibility.CONFIDENTIAL
    assert as_case(lesson()).visibility is Visibility.PUBLIC


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("title", "", Problem.EMPTY),
        ("situation", " \u200b\n ", Problem.EMPTY),
        ("did", "…", Problem.EMPTY),
        ("title", "å" * 81, Problem.LONG),
        ("went", "å" * 1501, Problem.LONG),
        ("again", "👩" * 1000, Problem.LONG),
        ("link", "javascript:alert(1)", Problem.LINK),
        ("link", "www.leksand.se", Problem.LINK),
        ("link", "https://user:secret@a.example", Problem.LINK),
        ("link", "https://a.example/x y", Problem.LINK),
        ("link", "https://a.example/" + "x" * 1000, Problem.LONG),
        ("home", "Atlantis", Problem.UNKNOWN),
        ("themes", ("mark", "fiske"), Problem.UNKNOWN),
    ],
)
def test_what_cannot_be_taken_says_why(field: str, typed: object, problem: Problem) -> None:
    changed: dict[str, Any] = {field: typed}
    assert problems(replace(TOLD, **changed)) == {field: problem}


def test_the_sample_has_no_problems() -> None:
    assert problems(TOLD) == {}
    assert set(LONGEST) <= set(Told.__dataclass_fields__)
