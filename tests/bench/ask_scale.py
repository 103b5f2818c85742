"""How fast Erfa answers: python -m tests.bench.ask_scale [PASSAGES …]  (default: the shipped library, 10,000, 100,000)

The larger libraries put invented cases around the shipped ones, made of its own statements shuffled together: they
say nothing about quality. Times are of `knowledge.ask.answer` in this process, in milliseconds.
"""

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from knowledge.ask import answer
from knowledge.library.catalogue import shipped
from knowledge.library.library import Library
from knowledge.library.model import Case, Passage, Section
from tests.bench.ask import QUESTIONS, load

A_CASE = 20


def library(passages: int) -> Library:
    """The shipped cases, and others around them until there are `passages`."""
    cases = list(shipped())
    have = sum(len(case.passages) for case in cases)
    return Library([*cases, *invented(max(0, passages - have) // A_CASE)])


def invented(count: int) -> Iterator[Case]:
    chance = random.Random(1)
    known = shipped()
    statements = [passage for case in known for passage in case.passages]
    for number in range(count):
        passages = tuple(_mixed(chance, statements, f"x{number}-{each}", f"x{number}") for each in range(A_CASE))
        like = chance.choice(known)
        yield replace(like, id=f"x{number}", also=(), sections=(Section("Erfarenheter", passages),))


def _mixed(chance: random.Random, statements: list[Passage], id: str, case: str) -> Passage:
    words = " ".join(each.text for each in chance.sample(statements, 2)).split()
    chance.shuffle(words)
    return Passage(id, case, "Erfarenheter", " ".join(words[:25]), chance.choice(statements).sources)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="*", type=int, default=[0, 10_000, 100_000])
    questions = [each["question"] for path in QUESTIONS.glob("*.jsonl") for each in load(path)]
    for passages in parser.parse_args().passages:
        began = time.perf_counter()
        built = library(passages)
        seconds = time.perf_counter() - began
        times = sorted(_times(built, questions))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(
            f"{sum(len(case.passages) for case in built.cases.values()):>7} passages: built in {seconds:.1f} s; "
            f"median {statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms; "
            f"peak memory {memory:.0f} MiB\n"
        )


def _times(built: Library, questions: list[str]) -> Iterator[float]:
    for question in questions * 3:
        began = time.perf_counter()
        answer(built, question)
        yield (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
