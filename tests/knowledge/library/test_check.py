"""The check of a folder: what only shows in files, and between them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.library.check import FILE_LIMIT, check
from knowledge.library.problems import Fault, Problem
from tests.knowledge.library.samples import GOOD, TODAY, sample

CASES = Path(__file__).parents[3] / "knowledge" / "library" / "cases"


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")


def test_the_shipped_library_is_right() -> None:
    assert list(map(str, check(CASES, datetime.now(UTC).date()))) == []


def test_good_files_have_no_problems(tmp_path: Path) -> None:
    _write(tmp_path, exempel=GOOD, annat=sample("annat", "an"))
    assert check(tmp_path, TODAY) == []
    assert check(tmp_path / "annat.md", TODAY) == []


@pytest.mark.parametrize("place", [".", "saknas", "saknas.md"])
def test_no_files_is_a_problem(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    assert check(path, TODAY) == [Problem(str(path), 1, Fault.NO_CASES)]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "exempel.md"
    file.write_bytes(GOOD.encode() + b"\n" * (FILE_LIMIT - len(GOOD.encode())))
    assert check(file, TODAY) == []
    with file.open("ab") as more:
        more.write(b"\n")
    told = Fault.TOO_LARGE.format(size=FILE_LIMIT + 1, limit=FILE_LIMIT)
    assert check(tmp_path, TODAY) == [Problem(str(file), 1, told)]


def test_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "exempel.md"
    file.write_bytes(GOOD.encode("cp1252"))
    assert check(tmp_path, TODAY) == [Problem(str(file), 3, Fault.NOT_UTF8.format(column=17))]


def test_every_file_is_checked(tmp_path: Path) -> None:
    _write(tmp_path, exempel=GOOD.replace("kind: fall", "kind: saga"), annat=sample("nytt", "an"))
    assert [(problem.file, problem.line) for problem in check(tmp_path, TODAY)] == [
        (str(tmp_path / "annat.md"), 2),
        (str(tmp_path / "exempel.md"), 4),
    ]


def test_an_id_belongs_to_one_file(tmp_path: Path) -> None:
    _write(tmp_path, annat=sample("annat", "an").replace("#an-4", "#ex-4"), exempel=GOOD)
    told = Fault.SAME_ID.format(id="ex-4", file=tmp_path / "annat.md", line=33)
    assert check(tmp_path, TODAY) == [Problem(str(tmp_path / "exempel.md"), 33, told)]


def test_a_target_must_be_there(tmp_path: Path) -> None:
    _write(tmp_path, exempel=GOOD.replace("mot=ex-3", "mot=ex-3,an-1"))
    file = str(tmp_path / "exempel.md")
    assert check(tmp_path, TODAY) == [Problem(file, 27, Fault.NO_TARGET.format(id="an-1"))]


def test_a_target_must_answer(tmp_path: Path) -> None:
    _write(tmp_path, exempel=GOOD.replace("mot=ex-3", "mot=ex-3,an-1"), annat=sample("annat", "an"))
    file = str(tmp_path / "exempel.md")
    assert check(tmp_path, TODAY) == [Problem(file, 27, Fault.NOT_MUTUAL.format(id="an-1", back="ex-2"))]
    _write(tmp_path, annat=sample("annat", "an").replace("{#an-1}", "{#an-1 mot=ex-2}"))
    assert check(tmp_path, TODAY) == []


def test_a_target_in_a_broken_file_is_still_a_target(tmp_path: Path) -> None:
    broken = sample("annat", "an").replace("{#an-1}", "{#an-1 mot=ex-2}").replace("kind: fall", "kind: saga")
    _write(tmp_path, exempel=GOOD.replace("mot=ex-3", "mot=ex-3,an-1"), annat=broken)
    assert [problem.line for problem in check(tmp_path, TODAY)] == [4]
