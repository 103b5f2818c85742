"""How well Erfa answers: python -m tests.bench.ask [--misses] [FILE …]

Each line of a FILE is a question with the ids of the statements that answer it, or none. Default: the sets beside this.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.ask import Answer, Outcome, answer
from knowledge.library.catalogue import shipped
from knowledge.library.library import Library

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True, slots=True)
class Result:
    """One question asked: what was answered, and how long it took in milliseconds."""

    asked: dict[str, Any]
    answer: Answer
    milliseconds: float

    @property
    def shown(self) -> list[str]:
        return [found.passage.id for found in (*self.answer.statements, *self.answer.near)]

    @property
    def unknown(self) -> bool:
        return self.answer.outcome is Outcome.UNKNOWN

    @property
    def right(self) -> bool:
        """The first statement shown answers; or it was not answerable, and Erfa says so."""
        if not self.asked["answerable"]:
            return self.unknown
        return not self.unknown and self.shown[0] in self.asked["answer_fact_ids"]

    @property
    def right_somewhere(self) -> bool:
        """What answers is among what is shown, also as what comes near beside a don't know."""
        return bool({*self.shown} & {*self.asked["answer_fact_ids"]})


def run(library: Library, questions: Iterable[dict[str, Any]]) -> list[Result]:
    results = []
    for asked in questions:
        began = time.perf_counter()
        given = answer(library, asked["question"])
        results.append(Result(asked, given, (time.perf_counter() - began) * 1000))
    return results


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def report(name: str, results: Sequence[Result], out: Any = sys.stdout) -> None:
    clear = [each for each in results if each.asked["answerable"] and not each.asked["partial"]]
    partial = [each for each in results if each.asked["answerable"] and each.asked["partial"]]
    never = [each for each in results if not each.asked["answerable"]]
    taken = sorted(each.milliseconds for each in results)
    lines = [
        f"{name}: {len(results)} questions",
        _share("  clearly answerable, fact in the first statement", [each.right for each in clear]),
        _share("  clearly answerable, fact in what is shown", [each.right_somewhere for each in clear]),
        _share("  partly answerable, fact in what is shown", [each.right_somewhere for each in partial]),
        _share("  unanswerable, met with an honest don't know", [each.right for each in never]),
        f"  time: median {statistics.median(taken):.1f} ms, largest {taken[-1]:.1f} ms",
    ]
    out.write("\n".join(lines) + "\n")


def _share(what: str, marks: Sequence[bool]) -> str:
    return f"{what}: {sum(marks)}/{len(marks)}" + (f" = {100 * sum(marks) / len(marks):.0f} %" if marks else "")


def misses(results: Iterable[Result], out: Any = sys.stdout) -> None:
    for each in results:
        if not each.right:
            wanted = ",".join(each.asked["answer_fact_ids"]) or "don't know"
            out.write(f"    {each.asked['id']} {each.asked['question']}\n")
            out.write(f"        {each.answer.outcome} {','.join(each.shown)}; wanted {wanted}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(QUESTIONS.glob("*.jsonl")))
    parser.add_argument("--misses", action="store_true", help="list the questions that went wrong")
    arguments = parser.parse_args()
    library = Library(shipped())
    for path in arguments.files:
        results = run(library, load(path))
        report(path.stem, results)
        if arguments.misses:
            misses(results)


if __name__ == "__main__":
    main()
