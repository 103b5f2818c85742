"""The results of a poll as Excel opens them in Swedish."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from cards.poll_table import file_name, table
from knowledge.polls.model import Count, Kind, Names, Question, Said, Tally
from tests.cards.poll_samples import EVALUATED, FEW, MANY, MEET, NAMED, WORDS, ZONE, evaluation, poll


def rows(content: bytes) -> list[list[str]]:
    """What a program reads that takes the byte order mark for what it is."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_begins_with_the_mark_and_has_a_row_for_each_option() -> None:
    content = table(poll(), MANY)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert rows(content) == [
        ["Fråga", "Svar", "Antal", "Andel (%)", "Vem"],
        ["När ska vi ses?", "tisdag 9", "7", "58", ""],
        ["När ska vi ses?", "onsdag 13", "5", "42", ""],
        ["När ska vi ses?", "torsdag 10", "0", "0", ""],
    ]


def test_a_named_poll_says_who() -> None:
    assert [row[4] for row in rows(table(poll(names=Names.LEADERS), NAMED))[1:]] == ["Anna, Cia", "Bo", ""]


def test_fewer_than_five_anonymous_answers_are_counted_only() -> None:
    [_, row] = rows(table(poll(), FEW))
    assert row[0] == "När ska vi ses?"
    assert row[1].startswith("Färre än fem")
    assert row[2] == "3"


def test_an_evaluation_has_all_its_questions() -> None:
    found = rows(table(evaluation("sv"), EVALUATED))
    assert len(found) == 1 + 3 * 5 + 3
    assert ["Vad var mest värdefullt?", "Samtalen", "1", "", ""] in found
    assert found[5][1] == "5 – i hög grad"


def test_it_speaks_the_language_of_the_poll() -> None:
    assert rows(table(poll(language="en"), MANY))[0][0] == "Question"


@pytest.mark.parametrize("words", ["=1+1", "+46", "-5 grader", "@SUM(A1)"])
def test_nothing_that_people_wrote_is_computed(words: str) -> None:
    shown = poll(WORDS, names=Names.ALL)
    [_, row] = rows(table(shown, Tally(1, (Count(said=(Said(words, words),)),))))
    assert (row[1], row[4]) == (f"'{words}", f"'{words}")


@pytest.mark.parametrize("words", ['"citat"; och semikolon', "två\nrader", "åäö 👍"])
def test_what_people_wrote_stays_in_its_cell(words: str) -> None:
    shown = poll(Question(words, Kind.ONE, (words, "nej")))
    assert rows(table(shown, Tally(12, (Count((12, 0)),))))[1][:3] == [words, words.replace("\n", " "), "12"]


def test_its_name_tells_what_it_is_and_of_when() -> None:
    assert file_name(poll(MEET), ZONE) == "omröstning 2026-03-05.csv"
    assert file_name(replace(evaluation("en")), ZONE) == "evaluation 2026-03-05.csv"
