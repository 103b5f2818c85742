"""What is kept of answers, and for how long."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.housekeeping import forget
from knowledge import answers, networks, open_questions
from knowledge.answers import Given, Thumb
from knowledge.ask import answer
from knowledge.library.library import Library
from knowledge.store.contract import Entry, Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix
from tests.knowledge import cases

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norrbotten@thread.tacv2"


@pytest.fixture(scope="module")
def library() -> Library:
    return cases.library()


def given(library: Library, question: str, at: datetime = NOW, thread: str = "thread") -> Given:
    return Given(answers.new_id(at), answer(library, question), "sv", thread)


def everything(tx: Transaction) -> list[Entry]:
    return tx.query("", limit=1000)


QUESTIONS = [
    "vad kostade marken i Norrbacka?",
    "hur har Älvdalen och Malung planerat bostäder?",
    "när börjar Nordstål bygga?",
    "recept på kanelbullar",
]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_an_answer_comes_back_as_it_was_given(embedded: EmbeddedStore, library: Library, question: str) -> None:
    kept = given(library, question)
    await embedded.run(lambda tx: answers.keep(tx, NETWORK, kept, NOW))
    found = await embedded.run(lambda tx: answers.find(tx, NETWORK, kept.id, library))
    assert found
    assert found.answer.statements == kept.answer.statements
    assert found.answer.labels == kept.answer.labels
    assert found.answer.near == kept.answer.near
    assert found.answer.outcome is kept.answer.outcome


async def test_a_row_whose_case_is_gone_takes_its_label_with_it(embedded: EmbeddedStore, library: Library) -> None:
    kept = given(library, QUESTIONS[1])
    await embedded.run(lambda tx: answers.keep(tx, NETWORK, kept, NOW))
    without = Library(case for case in cases.cases() if case.id != "norrbacka")
    found = await embedded.run(lambda tx: answers.find(tx, NETWORK, kept.id, without))
    assert found
    assert found.answer.labels == ("Malung",)
    assert [each.case.id for each in found.answer.statements] == ["sorby"]


async def test_another_network_does_not_find_it(embedded: EmbeddedStore, library: Library) -> None:
    kept = given(library, QUESTIONS[0])
    await embedded.run(lambda tx: answers.keep(tx, NETWORK, kept, NOW))
    assert await embedded.run(lambda tx: answers.find(tx, OTHER, kept.id, library)) is None
    assert await embedded.run(lambda tx: answers.talk(tx, OTHER, "thread", NOW)) is None


async def test_an_answer_holds_nobody(embedded: EmbeddedStore, library: Library) -> None:
    kept = given(library, QUESTIONS[0])
    await embedded.run(lambda tx: answers.keep(tx, NETWORK, kept, NOW))
    await embedded.run(lambda tx: answers.rate(tx, NETWORK, Thumb(kept.id, "anna-id", True), NOW))
    assert "anna" not in str(await embedded.run(everything))


async def test_the_last_thumb_counts_once(embedded: EmbeddedStore) -> None:
    for helped in (True, False, False):
        thumb = Thumb("a", "anna", helped)
        await embedded.run(partial(answers.rate, network=NETWORK, thumb=thumb, at=NOW))
    [counted] = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "thumbs")))
    assert counted.value["helped"] is False


async def test_what_people_ask_about_is_counted(embedded: EmbeddedStore, library: Library) -> None:
    asked = [(QUESTIONS[0], 0), (QUESTIONS[0], 1), (QUESTIONS[3], 0), (QUESTIONS[0], 40)]
    for question, days in asked:
        at = NOW - timedelta(days=days)
        kept = given(library, question, at)
        await embedded.run(partial(answers.keep, network=NETWORK, given=kept, at=at))
    example = replace(given(library, QUESTIONS[0]), from_button=True)
    await embedded.run(lambda tx: answers.keep(tx, NETWORK, example, NOW))
    month = NOW - timedelta(days=30)
    counted = await embedded.run(lambda tx: answers.asked_about(tx, NETWORK, month, 100))
    assert counted["norrbacka"] == 2
    assert await embedded.run(lambda tx: answers.asked_about(tx, OTHER, month, 100)) == {}


async def test_what_is_old_is_forgotten_and_nothing_else(embedded: EmbeddedStore, library: Library) -> None:
    old = NOW - answers.KEPT - timedelta(hours=1)
    for number in range(450):
        at = old if number < 430 else NOW
        kept = given(library, QUESTIONS[0], at, thread=f"thread-{number}")
        await embedded.run(partial(answers.keep, network=NETWORK, given=kept, at=at))
    await embedded.run(lambda tx: open_questions.keep(tx, OTHER, kept, "", old))
    await forget(embedded, NOW)
    left = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "answers"), limit=1000))
    talk = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "talk"), limit=1000))
    assert (len(left), len(talk)) == (20, 20)
    assert len(await embedded.run(lambda tx: tx.query(prefix("networks", OTHER)))) == 2


async def test_every_network_is_gone_through(embedded: EmbeddedStore) -> None:
    for network in (NETWORK, OTHER, "with/slash", "å"):
        await embedded.run(partial(networks.appoint, network=network, leader=networks.Leader("anna", "Anna")))
    found = await embedded.run(lambda tx: list(networks.every(tx)))
    assert sorted(found) == sorted((NETWORK, OTHER, "with/slash", "å"))
