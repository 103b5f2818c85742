"""After an anonymous poll is closed nobody can tell from the store's files who gave which answer."""

import json
import sqlite3
from pathlib import Path

import pytest

from knowledge.polls import ballots, lifecycle
from knowledge.polls.model import Ballot, Count, Names, Poll, Said, Tally
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import key, parts, prefix
from tests.knowledge.polls.made import ANNA, DALARNA, MEET, NOON, WORDS, a_poll, choose, close, fill_in, make, voter

VOTERS = [voter(number) for number in range(40)]


async def answered(store: Store, poll: Poll) -> list[str]:
    """Forty people answer a poll of two questions, some twice; gives what lies in the store that is theirs alone."""
    await make(store, poll)
    for number, who in enumerate(VOTERS):
        for option in (2, number % 3):
            await fill_in(store, poll, who, (option,), f"Skrivet av {number:02}")
    held = await store.run(lambda tx: tx.query(prefix("networks", DALARNA, "ballots", poll.id), limit=1000))
    [kept] = await store.run(lambda tx: tx.query(prefix("networks", DALARNA, "poll-keys")))
    return [kept.value["key"], *(parts(entry.key)[-1] for entry in held)]


def data(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_while_it_is_open_ballots_do_not_name_their_voters(embedded: Store) -> None:
    poll = a_poll(MEET, WORDS)
    await answered(embedded, poll)
    for entry in await embedded.run(lambda tx: tx.query("", limit=10_000)):
        said = entry.key + json.dumps(entry.value)
        assert not any(who.id in said or who.name in said for who in VOTERS)


async def test_ballots_say_nothing_of_when(embedded: Store) -> None:
    """Neither in what they hold nor by the order they lie in."""
    poll = a_poll(MEET, WORDS)
    await answered(embedded, poll)
    entries = await embedded.run(lambda tx: tx.query(prefix("networks", DALARNA, "ballots"), limit=100))
    assert all(set(entry.value) == {"ballot", "name"} and entry.value["name"] == "" for entry in entries)
    order = [entry.value["ballot"]["answers"][1] for entry in entries]
    assert order != sorted(order)


async def test_the_same_person_lies_elsewhere_in_each_poll(embedded: Store) -> None:
    for id in ("1", "2"):
        await choose(embedded, await make(embedded, a_poll(id=id)), ANNA, 0)
    entries = await embedded.run(lambda tx: tx.query(prefix("networks", DALARNA, "ballots")))
    assert len({parts(entry.key)[-1] for entry in entries}) == 2


async def test_after_closing_no_file_holds_what_a_ballot_lay_under(tmp_path: Path) -> None:
    poll = a_poll(MEET, WORDS)
    store = await EmbeddedStore.open(tmp_path / "store")
    theirs = await answered(store, poll)
    assert all(each.encode() in data(tmp_path) for each in theirs)
    await close(store, poll)
    await store.erase()
    assert [each for each in theirs if each.encode() in data(tmp_path)] == []
    await store.backup(tmp_path / "backup.db")
    assert [each for each in theirs if each.encode() in data(tmp_path)] == []
    await store.close()
    rows = sqlite3.connect(tmp_path / "backup.db").execute("SELECT key || body FROM documents").fetchall()
    assert not any(who.id in row or who.name in row for who in VOTERS for (row,) in rows)


async def test_after_closing_only_counts_and_shuffled_words_are_left(embedded: Store) -> None:
    poll = a_poll(MEET, WORDS)
    await answered(embedded, poll)
    await close(embedded, poll)
    areas = {parts(entry.key)[2] for entry in await embedded.run(lambda tx: tx.query(prefix("networks"), limit=1000))}
    assert areas == {"polls", "poll-tallies", "poll-words"}
    entry = await embedded.run(lambda tx: tx.get(key("networks", DALARNA, "poll-tallies", poll.id)))
    assert entry
    assert entry.value == {
        "voters": 40,
        "counts": [{"chosen": [14, 13, 13], "names": [], "said": []}, {"chosen": [], "names": [], "said": []}],
    }
    words = await embedded.run(lambda tx: tx.query(prefix("networks", DALARNA, "poll-words"), limit=1000))
    assert all(set(each.value) == {"words"} for each in words)
    order = [each.value["words"] for each in words]
    assert order != sorted(order) == [f"Skrivet av {number:02}" for number in range(40)]


async def test_after_closing_nobody_is_told_what_they_answered(embedded: Store) -> None:
    poll = await make(embedded)
    await choose(embedded, poll, ANNA, 0)
    closed = await close(embedded, poll)
    assert await embedded.run(lambda tx: ballots.find(tx, closed, ANNA.id)) is None


async def test_with_its_key_gone_no_answer_is_taken(embedded: Store) -> None:
    """A defect elsewhere must not file a ballot under the person."""
    poll = await make(embedded)
    await close(embedded, poll)
    with pytest.raises(LookupError):
        await embedded.run(lambda tx: ballots.cast(tx, poll, ANNA, lambda _: Ballot(((0,),))))


async def test_who_answered_a_named_poll_is_known(embedded: Store) -> None:
    poll = await make(embedded, a_poll(MEET, WORDS, names=Names.ALL))
    await fill_in(embedded, poll, ANNA, (1,), "Vatten")
    closed = await close(embedded, poll)
    counts = (Count((0, 1, 0), ((), ("Anna",), ())), Count(said=(Said("Vatten", "Anna"),)))
    assert await embedded.run(lambda tx: ballots.count(tx, closed)) == Tally(1, counts)
    assert await embedded.run(lambda tx: ballots.find(tx, closed, ANNA.id)) == Ballot(((1,), "Vatten"))


async def test_forgotten_names_are_erased_too(embedded: Store) -> None:
    poll = await make(embedded, a_poll(names=Names.ALL))
    await choose(embedded, poll, ANNA, 0)
    await close(embedded, poll)
    await embedded.run(lambda tx: lifecycle.forget(tx, DALARNA, NOON + lifecycle.NAMES_KEPT * 2))
    assert not any("Anna" in json.dumps(each.value) for each in await embedded.run(lambda tx: tx.query("", limit=100)))
