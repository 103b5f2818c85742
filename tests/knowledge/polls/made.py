"""Polls and people for tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from knowledge.polls import ballots, lifecycle
from knowledge.polls.ballots import Choice, Voter
from knowledge.polls.model import Answer, Ballot, Kind, Names, Poll, Question, Shown, Tally
from knowledge.store.contract import Store

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(days=7)
DALARNA = "19:dalarna@thread.tacv2"
MEET = Question("När ska vi ses?", Kind.ONE, ("tisdag 9", "onsdag 13", "torsdag 10"))
SEVERAL = replace(MEET, kind=Kind.SEVERAL)
WORDS = Question("Vad ska vi ta upp?", Kind.WORDS)
ANNA, BO, CIA = (Voter(f"directory-{name.lower()}", name) for name in ("Anna", "Bo", "Cia"))


def a_poll(*questions: Question, names: Names = Names.NOBODY, **more: Any) -> Poll:
    known: dict[str, Any] = {"id": "poll-1", "network": DALARNA, "maker": ANNA.id, "closes_at": LATER, **more}
    return Poll(
        conversation="19:general@thread.tacv2;messageid=1",
        language="sv",
        questions=questions or (MEET,),
        names=names,
        shown=known.pop("shown", Shown.AT_ONCE),
        made_at=known.pop("made_at", NOON),
        **known,
    )


def voter(number: int) -> Voter:
    return Voter(f"directory-{number:04}", f"Person {number}")


async def make(store: Store, poll: Poll | None = None) -> Poll:
    poll = poll or a_poll()
    assert await store.run(lambda tx: lifecycle.make(tx, poll))
    return poll


async def choose(store: Store, poll: Poll, who: Voter, choice: Choice | int, now: datetime = NOON) -> Ballot:
    wanted = Choice(choice) if isinstance(choice, int) else choice
    return await store.run(lambda tx: lifecycle.choose(tx, poll, who, wanted, now))


async def fill_in(store: Store, poll: Poll, who: Voter, *answers: Answer) -> Ballot:
    return await store.run(lambda tx: lifecycle.answer(tx, poll, who, lambda _: Ballot(answers), NOON))


async def withdraw(store: Store, poll: Poll, who: Voter) -> Ballot:
    return await store.run(lambda tx: lifecycle.answer(tx, poll, who, ballots.blank, NOON))


async def close(store: Store, poll: Poll) -> Poll:
    return await store.run(lambda tx: lifecycle.close(tx, poll, NOON))


async def tally(store: Store, poll: Poll) -> Tally:
    return await store.run(lambda tx: ballots.count(tx, poll))
