"""Who is named in drafts and summaries is told so, and named there no longer once they are forgotten."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from knowledge import posts, presence
from knowledge.ask import answer
from knowledge.library.libraries import Libraries
from knowledge.meetings import commitments, drafts, labels, mentions, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.names import Name
from knowledge.meetings.summary import Summary
from knowledge.personal import Fact, Someone
from knowledge.posts import Kept, Why
from knowledge.store.contract import Store
from knowledge.store.keys import prefix
from tests.knowledge.meetings.samples import DUE, NETWORK, NOW, OTHER, draft

KARIN = Someone("karin", "Karin Ek")
LATER = NOW + timedelta(days=2)
NAMED = Candidate(
    Kind.ACTION, "Karin Ek skickar Karins mall till Bo Ek.", "Karin, tar du det?", None, "Karin Ek", "Karin Ek", DUE
)
WITHOUT_KARIN = "en deltagare skickar en deltagares mall till Bo Ek."
FROM_LEKSAND = replace(NAMED, speaker="Karin Ek (Leksand)")


@pytest.fixture
async def store(embedded: Store) -> Store:
    """Karin takes part in the network, which has a draft and a summary that name her."""
    await embedded.run(lambda tx: presence.saw(tx, KARIN.id, NOW, NETWORK, "19:general@thread.tacv2"))
    await embedded.run(lambda tx: drafts.save(tx, NETWORK, draft(FROM_LEKSAND, id="20260305-0a"), NOW))
    await embedded.run(lambda tx: summaries.publish(tx, NETWORK, draft(NAMED, id="20260305-0b"), draw, NOW))
    return embedded


def draw(made: Summary) -> Mapping[str, Any]:
    """Only what people read names anybody to them."""
    items = [{"type": "Karin Ek", "text": item.text} for item in made.of(Kind.ACTION)]
    return {"content": {"items": items}, "summary": made.title}


def all_named(line: Any) -> Any:
    """A line that names Karin wherever something is written."""
    written = {field.name for field in fields(line) if field.type in {str, "str"}} - {"id"}
    return replace(line, **dict.fromkeys(written, "Karin Ek"))


async def forget(store: Store, person: Someone = KARIN) -> None:
    await store.run(lambda tx: mentions.forget_person(tx, person, LATER, draw=draw))


async def held(store: Store) -> tuple[Draft, Summary]:
    [waiting] = await store.run(lambda tx: drafts.every(tx, NETWORK))
    [published] = await store.run(lambda tx: summaries.every(tx, NETWORK))
    return waiting, published


async def test_they_are_told_in_what_they_are_named(store: Store) -> None:
    told = await store.run(lambda tx: mentions.kept_of(tx, KARIN))
    assert told == [Fact("meeting", {"meeting": "Träff om tillstånd"}, NETWORK)] * 2
    for other in (Someone("bo", "Bo Ek"), Someone("karin", ""), Someone("other", "Karin Ek")):
        assert await store.run(partial(mentions.kept_of, person=other)) == []


async def test_who_has_left_the_network_is_told_and_forgotten_all_the_same(store: Store) -> None:
    await store.run(lambda tx: presence.leave(tx, NETWORK, KARIN.id))
    assert len(await store.run(lambda tx: mentions.kept_of(tx, KARIN))) == 2
    await forget(store)
    assert await store.run(lambda tx: mentions.kept_of(tx, KARIN)) == []


async def test_what_is_kept_of_proposals_names_them_no_more(store: Store) -> None:
    """Also where nobody could tell that it is a name."""
    loud = Candidate(Kind.DECISION, "KARIN EK skickar mallen.")
    await store.run(lambda tx: labels.keep(tx, NETWORK, draft(loud, id="20260305-0c"), NOW))
    await forget(store, replace(KARIN, name="KARIN EK"))
    kept = await store.run(lambda tx: [each.value["text"] for each in tx.query(prefix("networks", NETWORK, "labels"))])
    assert kept == ["N N skickar N mall till N N.", "en deltagare skickar mallen."]


async def test_a_draft_names_them_no_more_but_says_where_they_come_from(store: Store) -> None:
    await forget(store)
    waiting, _ = await held(store)
    [line] = waiting.lines
    assert line.text == "Leksand skickar Leksands mall till Bo Ek."
    assert (line.owner, line.speaker, line.quote) == ("Leksand", "Leksand", "Leksand, tar du det?")
    assert line.proposed == line.text
    assert waiting.names == ()


async def test_nothing_that_is_written_in_a_draft_or_a_summary_names_them(store: Store) -> None:
    """Whatever fields a line has, now or later."""
    waiting, published = await held(store)
    others = (*waiting.names, Name("Kajsa", "Karin Ek"))
    named = replace(waiting, title="Karin Eks träff", lines=tuple(map(all_named, waiting.lines)), names=others)
    [section] = published.sections
    also = replace(published, sections=(replace(section, items=tuple(map(all_named, section.items))),))
    await store.run(lambda tx: drafts.change(tx, NETWORK, named))
    await store.run(lambda tx: summaries.change(tx, NETWORK, also, draw, NOW))
    await forget(store)
    assert "Karin" not in str(await held(store))
    assert await store.run(lambda tx: mentions.kept_of(tx, KARIN)) == []


async def test_a_summary_names_them_no_more_wherever_it_is(store: Store) -> None:
    await forget(store)
    _, published = await held(store)
    [item] = published.of(Kind.ACTION)
    assert (item.text, item.owner, published.corrected) == (WITHOUT_KARIN, "en deltagare", None)
    [action] = await store.run(lambda tx: commitments.unfinished(tx, NETWORK))
    assert (action.text, action.owner, action.due) == (WITHOUT_KARIN, "en deltagare", DUE)
    kept = await store.run(lambda tx: posts.find(tx, NETWORK, published.post))
    assert kept
    assert "en deltagare" in str(kept.post.card)
    library = await Libraries(store).of(NETWORK, leader_in_private=False)
    found = answer(library, "vem ska skicka mall efter mötet?")
    assert "Karin" not in str(found)


async def removed(store: Store, *, post_too: bool) -> Summary:
    _, published = await held(store)
    await store.run(lambda tx: summaries.remove(tx, NETWORK, published, NOW, post_too=post_too))
    return published


async def posted(store: Store, published: Summary) -> Kept:
    kept = await store.run(lambda tx: posts.find(tx, NETWORK, published.post))
    assert kept
    return kept


async def test_a_post_that_was_left_standing_names_them_no_more(store: Store) -> None:
    published = await removed(store, post_too=False)
    standing = replace(await posted(store, published), shown=1, activity_id="17", due=None)
    await store.run(lambda tx: posts.save(tx, standing))
    [_, told] = await store.run(lambda tx: mentions.kept_of(tx, KARIN))
    assert told == Fact("post-about", {"text": "Träff om tillstånd", "at": NOW}, NETWORK)
    await forget(store)
    kept = await posted(store, published)
    assert kept.post.card["content"] == {"items": [{"type": "Karin Ek", "text": WITHOUT_KARIN}]}
    assert (kept.version, kept.due) == (2, LATER)
    assert await store.run(lambda tx: mentions.kept_of(tx, KARIN)) == []


async def test_a_post_that_was_taken_back_is_kept_without_what_it_said(store: Store) -> None:
    published = await removed(store, post_too=True)
    kept = await posted(store, published)
    assert kept.withdrawn
    assert kept.post.card == {**posts.BLANK, "summary": "Träff om tillstånd"}


async def test_a_post_that_will_not_be_seen_is_kept_without_their_name(store: Store) -> None:
    published = await removed(store, post_too=False)
    refused = replace(await posted(store, published), why=Why.REFUSED, due=None)
    await store.run(lambda tx: posts.save(tx, refused))
    await forget(store)
    assert WITHOUT_KARIN in str((await posted(store, published)).post.card)


async def test_what_was_done_stays_done(store: Store) -> None:
    [action] = await store.run(lambda tx: commitments.unfinished(tx, NETWORK))
    await store.run(lambda tx: commitments.mark(tx, NETWORK, action, NOW.date()))
    await forget(store)
    assert await store.run(lambda tx: commitments.unfinished(tx, NETWORK)) == []


async def test_a_draft_is_not_kept_longer_for_it(store: Store) -> None:
    await forget(store)
    await store.run(lambda tx: drafts.forget_before(tx, NETWORK, NOW + timedelta(days=1)))
    assert await store.run(lambda tx: drafts.every(tx, NETWORK)) == []


async def test_a_network_that_they_were_never_in_is_left_alone(store: Store) -> None:
    await store.run(lambda tx: drafts.save(tx, OTHER, draft(NAMED), NOW))
    await forget(store)
    [untouched] = await store.run(lambda tx: drafts.every(tx, OTHER))
    assert untouched == draft(NAMED)


async def test_where_they_are_not_named_nothing_is_written(store: Store) -> None:
    before = await held(store)
    await store.run(lambda tx: presence.saw(tx, "bo", NOW, NETWORK, "19:general@thread.tacv2"))
    await forget(store, Someone("bo", "Bo Å"))
    assert await held(store) == before
