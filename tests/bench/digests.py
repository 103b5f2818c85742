"""How long it takes to put a digest together: python -m tests.bench.digests

A network with 1,000 cases, 5,000 open questions, 5,000 questions asked, 500 polls and 500 people who want to be found.
Times are of `knowledge.digests.sending.compose` in one transaction of the embedded store, in milliseconds: of a weekly
digest where all that came over a year, and of the first one where all came within a month.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.routes import desk
from bot.serve import settle
from bot.settings import Settings
from knowledge import answers, open_questions, people
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.digests import issues, sending
from knowledge.digests.issues import Digest, Issue, Occasion
from knowledge.digests.sending import Desk, Edition
from knowledge.library.catalogue import put_case, shipped
from knowledge.library.model import Case
from knowledge.people import Profile
from knowledge.polls import lifecycle
from knowledge.polls.model import Kind as QuestionKind
from knowledge.polls.model import Names, Poll, Question, Shown
from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore

NETWORK = "19:dalarna@thread.tacv2"
NOW = datetime(2026, 3, 9, 7, 0, tzinfo=UTC)
YEAR, MONTH, WEEK = timedelta(days=365), timedelta(days=30), timedelta(weeks=1)
CASES, POLLS, QUESTIONS = 1_000, 500, 5_000
RUNS = 50
AT_ONCE = 250


def made_of() -> Desk:
    """As the bot makes them, but for how they look."""
    return replace(desk(Settings()), draw=lambda _: {})


def poll(number: int, at: datetime) -> Poll:
    question = Question(f"Omröstning {number}", QuestionKind.ONE, ("ja", "nej"))
    return Poll(
        id=f"poll-{number}",
        network=NETWORK,
        maker="anna",
        conversation="19:general@thread.tacv2;messageid=1",
        language="sv",
        questions=(question,),
        names=Names.NOBODY,
        shown=Shown.AT_ONCE,
        made_at=at,
        closes_at=at + 2 * WEEK,
    )


def cases() -> list[Case]:
    """The shipped ones, over and over under other names."""
    known = shipped()
    return [replace(known[number % len(known)], id=f"case-{number}") for number in range(CASES)]


def fill(tx: Transaction, part: range, all_cases: list[Case], over: timedelta) -> None:
    for number in part:
        at, near = NOW - over * (number + 1) / QUESTIONS, all_cases[number % CASES]
        if number < CASES:
            put_case(tx, NETWORK, near, NOW - over * (number + 1) / CASES)
        if number < POLLS:
            lifecycle.make(tx, poll(number, NOW - over * (number + 1) / POLLS))
            found = Profile(f"person-{number}", f"Person {number}", home="Falun", findable=NOW - over * number / POLLS)
            people.save(tx, NETWORK, found)
        answer = Answer(f"Hur gick det i fråga {number}, undrar en kommun?", Outcome.UNKNOWN, related=(near,))
        given = Given(answers.new_id(at), answer, "sv", f"19:general@thread.tacv2;messageid={number}")
        answers.keep(tx, NETWORK, given, at)
        open_questions.keep(tx, NETWORK, given, "", at)


async def measure(name: str, over: timedelta, last: datetime | None) -> None:
    """In a store of its own, with all that happened spread `over` a time, and a digest at `last`."""
    all_cases = cases()
    with tempfile.TemporaryDirectory() as folder:
        store = await EmbeddedStore.open(Path(folder))
        for begin in range(0, QUESTIONS, AT_ONCE):
            part = range(begin, begin + AT_ONCE)
            await store.run(partial(fill, part=part, all_cases=all_cases, over=over))
        if last:
            before = Issue(Digest("last", NETWORK, "", Occasion.WEEK, last - WEEK, ()), last, "post")
            await store.run(lambda tx: issues.keep(tx, before))
        await report(store, name)
        await store.close()


async def report(store: Store, name: str) -> None:
    edition = Edition(NETWORK, "bench", Occasion.WEEK)
    makes, times = made_of(), []
    for _ in range(RUNS):
        began = time.perf_counter()
        digest = await store.run(lambda tx: sending.compose(tx, makes, edition, NOW))
        times.append((time.perf_counter() - began) * 1000)
    assert digest
    told = sum(len(group.items) + group.left for group in digest.groups)
    sys.stdout.write(
        f"{name}: {told} to tell of; median {statistics.median(times):.0f} ms, "
        f"p99 {statistics.quantiles(times, n=100)[98]:.0f} ms\n"
    )


async def main() -> None:
    settle()  # as the bot does
    await measure("weekly", YEAR, NOW - WEEK)
    await measure("first, all of it new", MONTH, None)


if __name__ == "__main__":
    asyncio.run(main())
