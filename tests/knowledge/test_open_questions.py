"""Open questions: kept once, found by when they were kept, closed once."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from knowledge import open_questions
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.open_questions import OpenQuestion
from knowledge.store.contract import Entry, Transaction
from knowledge.store.embedded import EmbeddedStore

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norrbotten@thread.tacv2"


def given(id: str = "q", question: str = "recept på kanelbullar") -> Given:
    return Given(id, Answer(question, Outcome.UNKNOWN), "sv", "19:general;messageid=1")


def everything(tx: Transaction) -> list[Entry]:
    return tx.query("", limit=1000)


async def keep(store: EmbeddedStore, id: str, at: datetime = NOW, network: str = NETWORK) -> None:
    await store.run(lambda tx: open_questions.keep(tx, network, given(id), "", at))


async def since(store: EmbeddedStore, moment: datetime, network: str = NETWORK) -> list[str]:
    found = await store.run(lambda tx: list(open_questions.since(tx, network, moment, 10)))
    return [each.id for each in found]


async def test_a_question_is_kept_once(embedded: EmbeddedStore) -> None:
    for person, minutes in (("anna", 0), ("bo", 5)):
        at = NOW + timedelta(minutes=minutes)
        await embedded.run(partial(open_questions.keep, network=NETWORK, given=given(), asker=person, at=at))
    [kept] = await embedded.run(lambda tx: list(open_questions.since(tx, NETWORK, NOW - timedelta(days=1), 10)))
    assert kept == OpenQuestion("q", "recept på kanelbullar", "19:general;messageid=1", "anna", (), (), NOW)
    assert await embedded.run(lambda tx: open_questions.find(tx, NETWORK, "q")) == kept


async def test_they_are_found_by_when_they_were_kept(embedded: EmbeddedStore) -> None:
    for hours in (3, -1, 1, 2, 0):
        await keep(embedded, f"after-{hours}", NOW + timedelta(hours=hours))
    await keep(embedded, "elsewhere", NOW + timedelta(hours=2), OTHER)
    assert await since(embedded, NOW) == ["after-0", "after-1", "after-2", "after-3"]
    assert await since(embedded, NOW, OTHER) == ["elsewhere"]


async def test_a_question_is_closed_once_and_leaves_nothing(embedded: EmbeddedStore) -> None:
    await keep(embedded, "q")
    closed = await embedded.run(lambda tx: open_questions.close(tx, NETWORK, "q"))
    assert closed
    assert closed.question == "recept på kanelbullar"
    assert await embedded.run(lambda tx: open_questions.close(tx, NETWORK, "q")) is None
    assert await embedded.run(lambda tx: open_questions.find(tx, NETWORK, "q")) is None
    assert await embedded.run(everything) == []


async def test_another_network_neither_finds_nor_closes_it(embedded: EmbeddedStore) -> None:
    await keep(embedded, "q")
    assert await embedded.run(lambda tx: open_questions.find(tx, OTHER, "q")) is None
    assert await embedded.run(lambda tx: open_questions.close(tx, OTHER, "q")) is None
    assert await since(embedded, NOW - timedelta(days=1)) == ["q"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "hur isolerar man taket på en gammal tvättstuga i Orsa?",
            "isolera taket på gamla tvättstugan i Orsa, hur?",
            True,
        ),
        ("Vad kostar parkeringen i Mora?", "vad kostar parkering i mora", True),
        ("vad kostar parkeringen i Mora?", "vad kostar parkeringen i Orsa?", False),
        ("hur många bostäder byggdes 2020 i Ludvika?", "hur många bostäder byggdes 2021 i Ludvika?", False),
        ("vem betalar vägen till fabriken?", "vem betalar skolan vid fabriken?", False),
        ("hur gör man?", "vad är det?", False),
    ],
)
def test_the_same_question_is_known_in_other_words(one: str, other: str, same: bool) -> None:
    assert open_questions.ask_the_same(one, other) is same
    assert open_questions.ask_the_same(other, one) is same
