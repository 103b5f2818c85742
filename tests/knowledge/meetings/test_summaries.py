"""Published summaries: one post, a part of the library, what is to be done; corrected and removed again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from knowledge import posts
from knowledge.ask import Outcome, answer
from knowledge.library import catalogue, changes
from knowledge.library.libraries import Libraries
from knowledge.meetings import commitments, drafts, labels, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.summary import Summary, says_when
from knowledge.posts import State
from knowledge.store.contract import Store
from knowledge.store.keys import prefix
from tests.knowledge.meetings.samples import CHANNEL, DUE, HELD, NETWORK, NOW, OTHER, draft


def draw(made: Summary) -> Mapping[str, Any]:
    return {"content": {"title": made.title, "corrected": str(made.corrected)}, "summary": made.title}


async def published(store: Store, made: Draft) -> Summary:
    await store.run(lambda tx: drafts.save(tx, NETWORK, made, NOW))
    return await store.run(lambda tx: summaries.publish(tx, NETWORK, made, draw, NOW))


def marked(made: Draft, *left_out: str) -> Draft:
    return replace(made, lines=tuple(replace(line, ticked=line.id not in left_out) for line in made.lines))


def test_a_summary_holds_what_is_ticked_section_by_section() -> None:
    made = summaries.summarise(marked(draft(), "1", "5"))
    assert [(each.kind, [item.text for item in each.items]) for each in made.sections] == [
        (Kind.DECISION, ["Vi tar fram en gemensam checklista."]),
        (Kind.ACTION, ["Karin skickar mallen till alla.", "Bokar lokal."]),
    ]


def test_a_summary_says_the_municipality_where_it_is_known() -> None:
    [karin, leksand] = summaries.summarise(drafts.called(draft(), {"Karin Ek": "Mora"})).of(Kind.ACTION)
    assert (karin.owner, karin.text, karin.due) == ("Mora", "Mora skickar mallen till alla.", DUE)
    assert leksand.owner == "Leksand"


async def test_a_summary_is_posted_once(embedded: Store) -> None:
    made = await published(embedded, draft())
    again = await embedded.run(lambda tx: summaries.publish(tx, NETWORK, draft(), draw, NOW))
    assert again.post == made.post
    kept = await embedded.run(lambda tx: summaries.post_of(tx, NETWORK, made))
    assert kept
    assert (kept.id, kept.state, kept.post.conversation) == (made.post, State.WAITING, CHANNEL)
    waiting = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "posts")))
    assert len(waiting) == 1


async def test_a_published_draft_is_let_go(embedded: Store) -> None:
    made = await published(embedded, draft())
    assert await embedded.run(lambda tx: drafts.every(tx, NETWORK)) == []
    assert await embedded.run(lambda tx: summaries.find(tx, NETWORK, made.id)) == made
    assert await embedded.run(lambda tx: summaries.find(tx, OTHER, made.id)) is None


async def test_the_latest_meeting_comes_first(embedded: Store) -> None:
    for id, day in (("20260401-a", 1), ("20260402-b", 3), ("20260403-c", 2)):
        await published(embedded, replace(draft(), id=id, date=HELD + timedelta(days=day)))
    found = await embedded.run(lambda tx: summaries.every(tx, NETWORK))
    assert [each.id for each in found] == ["20260402-b", "20260403-c", "20260401-a"]


async def test_a_correction_changes_the_same_post_and_says_when(embedded: Store) -> None:
    made = await published(embedded, draft())
    mending = summaries.to_correct(made)
    assert summaries.summarise(mending) == replace(made, post="", published=None)
    later = NOW + timedelta(days=3)
    corrected = await embedded.run(
        lambda tx: summaries.publish(
            tx, NETWORK, replace(mending, title="Rätt rubrik", channel="elsewhere"), draw, later
        )
    )
    assert (corrected.post, corrected.channel, corrected.corrected) == (made.post, CHANNEL, date(2026, 3, 8))
    kept = await embedded.run(lambda tx: summaries.post_of(tx, NETWORK, corrected))
    assert kept
    assert kept.post.card["content"] == {"title": "Rätt rubrik", "corrected": "2026-03-08"}
    assert await embedded.run(lambda tx: summaries.every(tx, NETWORK)) == [corrected]


async def test_what_is_done_stays_done_when_a_summary_is_corrected(embedded: Store) -> None:
    made = await published(embedded, draft())
    first, second = await embedded.run(lambda tx: commitments.of(tx, NETWORK, made.id))
    await embedded.run(lambda tx: commitments.mark(tx, NETWORK, first, HELD))
    await embedded.run(lambda tx: summaries.publish(tx, NETWORK, summaries.to_correct(made), draw, NOW))
    assert await embedded.run(lambda tx: commitments.of(tx, NETWORK, made.id)) == [replace(first, done=HELD), second]


QUESTIONS = {
    "vad beslutade vi om checklistan?": "Vi tar fram en gemensam checklista.",
    "vad bestämde vi på mötet om checklistan?": "Vi tar fram en gemensam checklista.",
    "vad lärde vi oss om tidiga samråd?": "Tidiga samråd sparar tid.",
    "vem skickar mallen?": "Karin Ek: Karin skickar mallen till alla. (senast 20 mars 2026)",
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_questions_are_answered_from_it_and_cited_to_the_meeting(embedded: Store, question: str) -> None:
    await published(embedded, draft())
    found = answer(await Libraries(embedded).of(NETWORK, leader_in_private=False), question)
    assert found.outcome is Outcome.ANSWERED
    assert found.statements[0].passage.text == QUESTIONS[question]
    [source] = found.statements[0].passage.sources
    assert (source.title, source.date) == ("Träff om tillstånd", "2026-03-05")


async def test_who_asks_what_we_decided_is_told_of_meetings_alone(embedded: Store) -> None:
    await published(embedded, draft())
    library = await Libraries(embedded).of(NETWORK, leader_in_private=False)
    ours = answer(library, "vad beslutade vi om checklistan?")
    anybody = answer(library, "vad blev det av checklistan?")
    assert [found.case.title for found in ours.statements] == ["Träff om tillstånd"]
    assert len(anybody.statements) > 1


async def test_no_other_network_is_answered_from_it(embedded: Store) -> None:
    made = await published(embedded, draft())
    elsewhere = await embedded.run(lambda tx: catalogue.cases(tx, OTHER))
    assert made.title not in [case.title for case in elsewhere]


async def test_a_removed_meeting_is_gone_from_everywhere_but_the_channel(embedded: Store) -> None:
    made = await published(embedded, draft())
    before = await embedded.run(lambda tx: changes.version(tx, NETWORK))
    await embedded.run(lambda tx: summaries.remove(tx, NETWORK, made, NOW, post_too=False))
    assert await embedded.run(lambda tx: summaries.every(tx, NETWORK)) == []
    assert await embedded.run(lambda tx: commitments.unfinished(tx, NETWORK)) == []
    titles = [case.title for case in await embedded.run(lambda tx: catalogue.cases(tx, NETWORK))]
    assert made.title not in titles
    assert await embedded.run(lambda tx: changes.version(tx, NETWORK)) != before
    kept = await embedded.run(lambda tx: posts.find(tx, NETWORK, made.post))
    assert kept
    assert not kept.withdrawn


async def test_a_removed_meeting_takes_its_post_with_it_if_told_so(embedded: Store) -> None:
    made = await published(embedded, draft())
    await embedded.run(lambda tx: summaries.remove(tx, NETWORK, made, NOW, post_too=True))
    kept = await embedded.run(lambda tx: posts.find(tx, NETWORK, made.post))
    assert kept
    assert kept.withdrawn


async def test_what_became_of_each_proposal_is_kept_without_names(embedded: Store) -> None:
    said = Candidate(Kind.DECISION, "Karin Eks mall används av Emelie Kroon.", owner="", speaker="Karin Ek")
    other = Candidate(Kind.QUESTION, "Vem äger vägen?", speaker="Emelie Kroon")
    made = marked(draft(said, other, other), "2")
    lines = tuple(replace(line, text="Vem betalar vägen?") if line.id == "3" else line for line in made.lines)
    await published(embedded, drafts.add(replace(made, lines=lines), [Candidate(Kind.TRY, "En egen rad")]))
    entries = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "labels")))
    assert [entry.value for entry in entries] == [
        {"kind": "decision", "verdict": "kept", "certain": True, "text": "N N mall används av N N."},
        {"kind": "question", "verdict": "left-out", "certain": True, "text": "Vem äger vägen?"},
        {"kind": "question", "verdict": "edited", "certain": True, "text": "Vem äger vägen?"},
    ]


async def test_of_who_is_only_spoken_of_no_name_is_kept_either(embedded: Store) -> None:
    """Nobody knows of them, but that they are written as a name."""
    told = Candidate(Kind.LEARNED, "Anna Svensson på länsstyrelsen svarar fort.", "Jag frågade Bosse om det.")
    other = Candidate(Kind.DECISION, "Bosse skriver till Mora.")
    await published(embedded, draft(told, other))
    entries = await embedded.run(lambda tx: tx.query(prefix("networks", NETWORK, "labels")))
    assert [entry.value["text"] for entry in entries] == ["N N på länsstyrelsen svarar fort.", "N skriver till Mora."]


async def test_labels_are_kept_for_two_years(embedded: Store) -> None:
    for days in (0, 1):
        made, then = draft(id=f"2026030{days}-a"), NOW + timedelta(days=days)
        await embedded.run(partial(labels.keep, network=NETWORK, draft=made, now=then))
    moment = NOW + timedelta(days=730, hours=1)
    assert await embedded.run(lambda tx: labels.forget_before(tx, NETWORK, moment - labels.KEPT, limit=3)) == 3
    assert await embedded.run(lambda tx: labels.forget_before(tx, NETWORK, moment - labels.KEPT)) == 2
    assert await embedded.run(lambda tx: labels.forget_before(tx, NETWORK, moment - labels.KEPT)) == 0


async def test_what_is_due_first_is_to_be_done_first(embedded: Store) -> None:
    days = (date(2026, 5, 1), None, date(2026, 4, 1))
    found = [replace(draft().of(Kind.ACTION)[0], id=str(number), due=due) for number, due in enumerate(days)]
    await published(embedded, replace(draft(), lines=tuple(found)))
    unfinished = await embedded.run(lambda tx: commitments.unfinished(tx, NETWORK))
    assert [each.due for each in unfinished] == [date(2026, 4, 1), date(2026, 5, 1), None]
    await embedded.run(lambda tx: commitments.mark(tx, NETWORK, unfinished[0], HELD))
    assert await embedded.run(lambda tx: commitments.unfinished(tx, NETWORK)) == unfinished[1:]
    await embedded.run(lambda tx: commitments.mark(tx, NETWORK, unfinished[0], None))
    assert await embedded.run(lambda tx: commitments.unfinished(tx, NETWORK)) == unfinished


@pytest.mark.parametrize(
    ("text", "due", "said"),
    [
        ("Skickar mallen senast 20 mars", date(2026, 3, 20), True),
        ("Skickar in frågor senast den tjugoförsta maj", date(2026, 5, 21), True),
        ("Bokar lokal till 1/1", date(2027, 1, 1), True),
        ("Bokar lokal till den tjugonde", date(2026, 3, 20), False),
        ("Bokar lokal på fredag", date(2026, 3, 20), False),
        ("Bokar lokal senast 19 mars", date(2026, 3, 20), False),
        ("Bokar lokal", date.min, False),
        ("Bokar lokal om en vecka", date.max, False),
    ],
)
def test_by_when_is_said_once(text: str, due: date, said: bool) -> None:
    assert says_when(text, due) == said
