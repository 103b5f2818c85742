"""Exercises as Markdown: what comes with Erfa is right, and what is wrong is told with its line."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.exercises.model import LARGEST, SMALLEST, Exercise
from knowledge.exercises.reading import BadExercise, parse, written
from knowledge.exercises.shelf import shipped
from knowledge.library.check import check

GOOD = """# Samtal två och två

Ett kort samtal.

Grupper: 3–6

## Steg
- 5 min: Skriv.
- 10 minuter: Prata.

## Frågor
- Vad hände?

## Ta med tillbaka
- En mening.
"""


def wrong(text: str) -> list[tuple[int, str]]:
    with pytest.raises(BadExercise) as error:
        parse(text, "x", "x.md")
    return [(each.line, each.message) for each in error.value.problems]


def test_an_exercise_is_read() -> None:
    read = parse(GOOD, "samtal", "samtal.md")
    assert (read.title, read.purpose, read.fewest, read.most) == ("Samtal två och två", "Ett kort samtal.", 3, 6)
    assert [(step.minutes, step.text) for step in read.steps] == [(5, "Skriv."), (10, "Prata.")]
    assert (read.minutes, read.questions, read.bring_back) == (15, ("Vad hände?",), ("En mening.",))


@pytest.mark.parametrize("exercise", shipped(), ids=lambda each: each.id)
def test_what_comes_with_erfa_is_whole_and_written_as_it_is_read(exercise: Exercise) -> None:
    assert SMALLEST <= exercise.fewest <= exercise.most <= LARGEST
    assert 30 <= exercise.minutes <= 60
    assert len(exercise.bring_back) == 3
    assert parse(written(exercise), exercise.id, "x.md") == exercise


def test_five_come_with_erfa() -> None:
    assert [each.id for each in shipped()] == [
        "fallklinik",
        "gora-om",
        "risk-och-nytta",
        "tillbakablick-2040",
        "triadsamtal",
    ]


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("# Samtal två och två", "Samtal", 1, "rubrik"),
        ("# Samtal två och två", f"# {'Å' * 101}", 1, "högst 100"),
        ("Ett kort samtal.", "", 1, "Syftet saknas"),
        ("Ett kort samtal.", "Å" * 601, 1, "högst 600"),
        ("Grupper: 3–6", "", 1, "gruppernas storlek"),
        ("Grupper: 3–6", "Grupper: 2–6", 5, "3 till 6"),
        ("Grupper: 3–6", "Grupper: 6-3", 5, "3 till 6"),
        ("Grupper: 3–6", "Grupper: 3–9", 5, "3 till 6"),
        ("## Frågor", "## Svar", 11, "en av dessa"),
        ("## Frågor", "## Steg", 11, "två gånger"),
        ("- Vad hände?", "", 1, "Avsnittet Frågor saknas"),
        ("- Vad hände?", "Vad hände?", 12, "börjar med -"),
        ("- Vad hände?", "- " + "Å" * 301, 12, "högst 300"),
        ("- Vad hände?", "- Vad\u202e hände?", 12, "U+202E"),
        ("- Vad hände?", "- a\n" * 9, 20, "för många punkter"),
        ("- 5 min: Skriv.", "- Skriv.", 8, "- 10 min:"),
        ("- 5 min: Skriv.", "- 0 min: Skriv.", 8, "1 till 120"),
        ("- 5 min: Skriv.", "- 500 min: Skriv.", 8, "1 till 120"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before: str, after: str, line: int, said: str) -> None:
    assert any(at == line and said in message for at, message in wrong(GOOD.replace(before, after)))


def test_too_much_is_not_read() -> None:
    assert wrong("Å" * 4001)[0] == (1, "Texten är för lång: högst 4000 tecken.")


def test_the_library_check_holds_exercises_to_be_exercises(tmp_path: Path) -> None:
    (tmp_path / "samtal.md").write_text(GOOD, "utf-8")
    assert check(tmp_path, date(2026, 3, 5)) == []
    (tmp_path / "samtal.md").write_text(GOOD.replace("5 min", "5"), "utf-8")
    [problem] = check(tmp_path, date(2026, 3, 5))
    assert (problem.file, problem.line) == (str(tmp_path / "samtal.md"), 8)
