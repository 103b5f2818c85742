"""All that is kept about a person is told to them, and none of it is left when they are forgotten."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.personal import keepers
from dialogs.meetings import drawn
from knowledge import answers, networks, open_questions, personal, posts, presence
from knowledge.answers import Given, Thumb
from knowledge.ask import Answer, Outcome, Talk
from knowledge.digests import personal as personal_digest
from knowledge.digests.personal import Subscription
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Kind, Understood
from knowledge.networks import Address, Leader
from knowledge.personal import Fact, Someone
from knowledge.polls import lifecycle
from knowledge.polls.ballots import Choice, Voter
from knowledge.polls.model import Names
from knowledge.posts import Kept, Post, State
from knowledge.store.contract import Store, Transaction
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.persons import ANNA, DALARNA, EVA, NORR, NOW, save
from tests.knowledge.polls.made import NOON, a_poll
from tests.traces import left_in

CHANNEL, THREAD = "19:general@thread.tacv2", "19:general@thread.tacv2;messageid=1"
ANNA_S_CHAT, BO_S_CHAT = "a:annas-egen", "a:bos-egen"
WHO = Someone("anna", "Anna Ek")
TRACES = ("Anna Ek", '"anna"', "/anna", "29:anna", "anna@avesta", ANNA_S_CHAT, "hemlig")
A_DAY = timedelta(days=1)


def live(tx: Transaction, person: str, name: str, chat: str) -> None:
    """All that somebody may do, in two networks."""
    networks.appoint(tx, DALARNA, Leader(person, name))
    networks.remember_chat(tx, person, Address("https://smba.example/", "28:erfa", "Erfa", "tenant", chat))
    networks.begin_introduction(tx, chat, NOW, A_DAY)
    presence.saw(tx, person, NOW, NORR, CHANNEL)
    presence.remember_alias(tx, person, f"29:{person}")
    for network, thread in ((DALARNA, chat), (NORR, THREAD)):
        asked = Answer(f"en hemlig fråga {thread}", Outcome.UNKNOWN, talk=Talk("en hemlig fråga"))
        given = Given(f"20260305T080000-{person}-{thread}", asked, "sv", thread)
        answers.keep(tx, network, given, NOW)
        answers.rate(tx, network, Thumb(given.id, person, True), NOW)
        open_questions.keep(tx, network, given, person if thread == chat else "", NOW)
    personal_digest.subscribe(tx, DALARNA, Subscription(person, ("mark",), THREAD), UTC, NOW)
    voter = Voter(person, name)
    for names in (Names.ALL, Names.NOBODY):
        poll = a_poll(id=f"{names}-{person}", names=names, maker=person, viewers=("29:x",))
        lifecycle.make(tx, poll)
        lifecycle.choose(tx, poll, voter, Choice(1), NOON)
    for id, keeps in (("20260305-draft", drafts.save), ("20260305-published", publish)):
        keeps(tx, NORR, minutes(id, name), NOW)
    to_them = Post(f"digest/{person}", "", person, card("hemligt utskick"), NOW, NOW + A_DAY)
    about_them = Post("contact/1", THREAD, "", card(f"{name} frågar hemligt"), NOW, NOW + A_DAY, (person,))
    for post in (to_them, about_them):
        posts.intend(tx, DALARNA, post)


def minutes(id: str, name: str) -> Draft:
    decided = Candidate(Kind.DECISION, f"{name} tar fram en checklista.", owner=name)
    return drafts.begin(
        id, Understood("Träff", NOW.date(), (decided,), None, certain=True), "Träff", NOW.date(), CHANNEL
    )


def publish(tx: Transaction, network: str, draft: Draft, now: datetime) -> None:
    summaries.publish(tx, network, draft, partial(drawn, language="sv"), now)


def card(summary: str) -> dict[str, object]:
    return {"content": {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": summary}]}, "summary": summary}


@pytest.fixture
async def store(embedded: Store) -> Store:
    await save(embedded, ANNA)
    await embedded.run(lambda tx: live(tx, "anna", "Anna Ek", ANNA_S_CHAT))
    return embedded


async def tell(store: Store, person: Someone = WHO) -> list[Fact]:
    return await store.run(lambda tx: personal.tell(tx, keepers(UTC, "sv"), person))


async def forget(store: Store, person: Someone = WHO) -> None:
    await store.run(lambda tx: personal.forget(tx, keepers(UTC, "sv"), person, NOW))


async def contents(store: Store) -> list[str]:
    entries = await store.run(lambda tx: tx.query("", limit=10_000))
    return [f"{entry.key} {json.dumps(entry.value, ensure_ascii=False)}" for entry in entries]


async def test_all_of_it_is_told(store: Store) -> None:
    told = Counter(fact.kind for fact in await tell(store))
    once = ("profile", "private-question", "open-question", "post-to", "post-about", "seen", "leader", "chat")
    assert told == {**dict.fromkeys((*once, "digest"), 1), "thumb": 2, "poll": 2, "ballot": 2, "meeting": 2}


async def test_nothing_is_told_of_others(store: Store) -> None:
    assert await tell(store, Someone("bo", "Bo Å")) == []


async def test_what_is_told_says_what_it_is(store: Store) -> None:
    facts = {fact.kind: fact for fact in await tell(store)}
    assert facts["private-question"] == Fact(
        "private-question", {"question": f"en hemlig fråga {ANNA_S_CHAT}", "at": NOW}, DALARNA
    )
    assert facts["post-about"] == Fact("post-about", {"text": "Anna Ek frågar hemligt", "at": NOW}, DALARNA)
    assert facts["seen"] == Fact("seen", {"month": "2026-03", "channel": CHANNEL, "alias": "29:anna"}, NORR)
    assert facts["leader"] == Fact("leader", {"name": "Anna Ek"}, DALARNA)


async def test_nothing_of_it_is_left_but_what_others_asked_in_the_channel(store: Store) -> None:
    await forget(store)
    assert await tell(store) == []
    # The question in the channel stays for all, and says nothing of who asked it.
    left = [each for each in await contents(store) if THREAD not in each]
    assert [each for each in left for trace in TRACES if trace in each] == []


async def test_what_names_them_in_the_channel_is_taken_back(store: Store) -> None:
    await forget(store)
    kept = await store.run(lambda tx: posts.belonging(tx, DALARNA, "contact/1"))
    assert kept
    assert (kept.state, kept.withdrawn, kept.post.about) == (State.TAKEN_BACK, True, ())


async def test_what_names_them_and_stands_in_the_channel_already_is_deleted_there(store: Store) -> None:
    def posted(tx: Transaction) -> Kept | None:
        kept = posts.belonging(tx, DALARNA, "contact/1")
        assert kept
        posts.save(tx, replace(kept, shown=1, activity_id="17", thread=THREAD, due=None))
        personal.forget(tx, keepers(UTC, "sv"), WHO, NOW)
        return posts.first_due(tx, DALARNA, CHANNEL, NOW)

    due = await store.run(posted)
    assert due
    assert (due.withdrawn, due.activity_id) == (True, "17")
    assert "Anna" not in str(due.post)


async def test_others_keep_what_is_theirs(store: Store) -> None:
    await store.run(lambda tx: live(tx, "bo", "Bo Å", BO_S_CHAT))
    await save(store, EVA)
    bo = Someone("bo", "Bo Å")
    before = await tell(store, bo)
    await forget(store)
    after = await tell(store, bo)
    assert after == before
    assert len(await tell(store, Someone("eva"))) == 1


async def test_forgetting_twice_or_somebody_unknown_does_no_harm(store: Store) -> None:
    await forget(store, Someone("nobody", ""))
    assert len(await tell(store)) == 17
    for _ in range(2):
        await forget(store)
    assert await tell(store) == []


async def test_no_byte_of_it_is_left_on_disk(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    await save(store, ANNA)
    await store.run(lambda tx: live(tx, "anna", "Anna Ek", ANNA_S_CHAT))
    await forget(store)
    await store.erase()
    await store.close()
    assert left_in(tmp_path, ("Anna Ek", "anna@avesta", ANNA_S_CHAT)) == []
