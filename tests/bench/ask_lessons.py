"""How well Erfa answers among lessons: python -m tests.bench.ask_lessons [LESSONS …]  (default: none, 1,000, 20,000)

The lessons are invented, of the municipalities of the learning project: each tells in four fields of one of many works
in a municipality, none of which the questions are about, though they share its words. The questions are those of
`tests.bench.ask`. Told as well is how long it takes until a lesson that was approved is found: in the store, and from
then to the library that the next question is asked of.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from knowledge.lessons.model import Lesson, Told
from knowledge.lessons.shelf import as_case
from knowledge.library.catalogue import put_case
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.library.model import THEMES, Case
from knowledge.people import MUNICIPALITIES
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from tests.bench.ask import QUESTIONS, load, report, run

NETWORK = "bench"
AT_ONCE = 500
TOLD_AT = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
WORKS = """
badhuset ishallen biblioteket återvinningen vägtrumman lekparken bron skolköket växthuset arkivet cykelbanan simskolan
skidspåret kajen brandstationen skolskjutsen kulturskolan fritidsgården vattentornet reningsverket gatubelysningen
växeln torghandeln kyrkogården båtplatsen museet hunddagiset färjan elljusspåret gymnastiksalen parkeringen
"""
DID = """
byggde om, hyrde ut, stängde, flyttade, målade om, sålde, köpte in möbler till, bytte entreprenör för, energisparade i,
öppnade, förlängde avtalet om, digitaliserade, utredde, samlokaliserade
"""
WITH = """
föreningarna skolan grannkommunen arkitekten näringslivet räddningstjänsten pensionärerna ungdomsrådet
länsstyrelsen trafikverket vårdcentralen fastighetsbolaget politikerna
"""
WENT = """
Det gick snabbare än planerat.
Kostnaden blev {n} procent högre än budget.
{n} personer kom på invigningen.
Vi fick börja om två gånger.
Invånarna är nöjda enligt en enkät med {n} svar.
Tidplanen höll inte: {n} veckor sent.
"""
AGAIN = """
Börja med en förstudie.
Ta in jurister tidigare.
Vi skulle inte göra om upphandlingen på samma sätt.
Avsätt {n} procent för det oväntade.
Ha en enda projektledare hela vägen.
Informera oftare.
"""


def lessons(count: int) -> Iterator[Case]:
    chance = random.Random(1)
    works, beside, did = WORKS.split(), WITH.split(), " ".join(DID.split()).split(", ")
    went, again = WENT.strip().splitlines(), AGAIN.strip().splitlines()
    for number in range(count):
        place, work = chance.choice(MUNICIPALITIES), chance.choice(works)
        n, year = chance.randint(2, 90), chance.randint(1998, 2025)
        told = Told(
            title=f"Så gjorde vi med {work}",
            situation=f"I {place} var {work} i dåligt skick {year} och {n} förslag låg på bordet.",
            did=f"{place} {chance.choice(did)} {work} med {chance.choice(beside)} och {chance.choice(beside)}.",
            went=chance.choice(went).format(n=n),
            again=chance.choice(again).format(n=n),
            home=place,
            themes=tuple(chance.sample(THEMES, 2)),
        )
        yield as_case(Lesson(f"lardom-{number:012x}", "", "", "", told, TOLD_AT))


async def measure(folder: Path, count: int) -> None:
    store = await EmbeddedStore.open(folder)
    cases = list(lessons(count))
    for begin in range(0, count, AT_ONCE):
        part = cases[begin : begin + AT_ONCE]
        await store.run(partial(_put, cases=part, at=TOLD_AT))
    libraries = Libraries(store)
    began = time.perf_counter()
    built = await libraries.of(NETWORK, False)
    say(f"{count:>6} lessons: built in {time.perf_counter() - began:.1f} s")
    for path in sorted(QUESTIONS.glob("*.jsonl")):
        report(path.stem, run(built, load(path)))
    await _add(store, libraries, built)
    await store.close()


def _put(tx: Transaction, cases: Sequence[Case], at: datetime) -> None:
    for case in cases:
        put_case(tx, NETWORK, case, at)


async def _add(store: EmbeddedStore, libraries: Libraries, built: Library) -> None:
    """Twenty lessons, one at a time, each looked for at once."""
    taken = []
    for number in range(20):
        case = replace(next(lessons(1)), id=f"lardom-f{number:011x}")
        case = as_case(Lesson(case.id, "", "", "", Told(title=f"Ny {number}", situation="Nytt.", did="Allt."), TOLD_AT))
        began = time.perf_counter()
        await store.run(partial(_put, cases=[case], at=TOLD_AT + timedelta(days=1)))
        found = (await libraries.of(NETWORK, False)).find(f"{case.id}-1")
        taken.append(time.perf_counter() - began)
        if found is None:
            raise SystemExit("A lesson that was approved is not found.")
    say(f"  a new one found after: median {sorted(taken)[10] * 1000:.0f} ms, largest {max(taken) * 1000:.0f} ms")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons", nargs="*", type=int, default=[0, 1000, 20_000])
    for count in parser.parse_args().lessons:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(measure(Path(folder), count))


if __name__ == "__main__":
    main()
