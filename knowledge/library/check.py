"""Whether case files are right, one by one and together: the same words for an editor, a shell and CI."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from knowledge.exercises.reading import is_exercise
from knowledge.exercises.reading import problems as problems_of
from knowledge.library.body import Statement
from knowledge.library.case import Reading, read
from knowledge.library.model import Case
from knowledge.library.problems import Fault, Findings, Problem

FILE_LIMIT = 64 * 1024  # bytes; several times the largest shipped case


def check(path: Path, today: date) -> list[Problem]:
    """Everything wrong with a file, or with the .md files of a folder, in order of file and line.

    What begins as an exercise is held to be one, all else to be a case.
    """
    texts, problems = read_texts(path)
    exercises = {name: text for name, text in texts.items() if is_exercise(text)}
    readings = read_all({name: text for name, text in texts.items() if name not in exercises}, today)
    return sorted({*problems, *all_problems(readings), *problems_of(exercises)})


def case_files(path: Path) -> list[Path]:
    """The file itself, or the .md files of a folder."""
    if path.is_dir():
        return sorted(file for file in path.glob("*.md") if file.is_file())
    return [path] if path.is_file() else []


def read_texts(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """The texts of a file, or of a folder's .md files, by name; and what could not be read. Raises OSError."""
    files = case_files(path)
    findings = {file: Findings(str(file)) for file in files or [path]}
    texts = {str(file): _text(file, findings[file]) for file in files}
    if not files:
        findings[path].add(1, Fault.NO_CASES)
    problems = [problem for each in findings.values() for problem in each.problems]
    return {name: text for name, text in texts.items() if text is not None}, problems


def _text(file: Path, findings: Findings) -> str | None:
    if (size := file.stat().st_size) > FILE_LIMIT:
        findings.add(1, Fault.TOO_LARGE, size=size, limit=FILE_LIMIT)
        return None
    data = file.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        begin = data.rfind(b"\n", 0, error.start) + 1
        findings.add(data.count(b"\n", 0, begin) + 1, Fault.NOT_UTF8, column=error.start - begin + 1)
        return None


def read_all(texts: Mapping[str, str], today: date) -> list[Reading]:
    return [read(text, name, today) for name, text in texts.items()]


def all_problems(readings: Iterable[Reading], known: Iterable[Case] = ()) -> list[Problem]:
    """The problems of each, and those between them and the `known` cases they come to stand beside.

    Where two statements differ, both must say so; a known case cannot, and need not, point back.
    """
    readings = list(readings)
    taken = {passage.id: case.id for case in known for passage in case.passages}
    homes: dict[str, tuple[str, Statement]] = {}
    for reading in readings:
        for each in reading.statements:
            homes.setdefault(each.id, (reading.file, each))
    together = [problem for reading in readings for problem in _between(reading, homes, taken)]
    return sorted({*together, *(problem for each in readings for problem in each.problems)})


def _between(reading: Reading, homes: Mapping[str, tuple[str, Statement]], taken: Mapping[str, str]) -> set[Problem]:
    findings = Findings(reading.file)
    for each in filter(lambda statement: statement.id, reading.statements):
        file, first = homes[each.id]
        if file != reading.file:
            findings.add(each.line, Fault.SAME_ID, id=each.id, file=file, line=first.line)
        if each.id in taken:
            findings.add(each.line, Fault.ID_TAKEN, id=each.id, case=taken[each.id])
        for target in _one_sided(each, homes, taken):
            fault = Fault.NOT_MUTUAL if target in homes else Fault.NO_TARGET
            findings.add(each.line, fault, id=target, back=each.id)
    return findings.problems


def _one_sided(
    statement: Statement, homes: Mapping[str, tuple[str, Statement]], taken: Mapping[str, str]
) -> Iterator[str]:
    for target in statement.disputes:
        answers = homes[target][1].disputes if target in homes else ()
        if statement.id not in answers and target not in taken:
            yield target
