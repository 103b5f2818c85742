"""Drafts: begun from what was understood, kept until they are published, discarded or too old."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from knowledge.documents.unreadable import Reason, Unreadable
from knowledge.meetings import drafts
from knowledge.meetings.model import Candidate, Kind, Part
from knowledge.store.contract import Store
from tests.knowledge.meetings.samples import CHANNEL, FOUND, HELD, LEARNED, NETWORK, NOW, OTHER, draft, understood


def test_what_notes_say_is_ticked() -> None:
    assert all(line.ticked for line in draft().lines)


def test_what_is_guessed_is_not_ticked() -> None:
    assert not any(line.ticked for line in draft(certain=False).lines)


def test_a_line_tells_where_it_was_said() -> None:
    line, *_ = draft().of(Kind.LEARNED)
    assert (line.text, line.quote, line.speaker, line.at) == (LEARNED.text, LEARNED.quote, LEARNED.speaker, LEARNED.at)
    assert line.proposed == line.text


def test_those_who_spoke_and_those_who_do_something_are_named_once() -> None:
    assert [name.said for name in draft().names] == ["Karin Ek"]


def test_who_may_be_meant_instead_is_named_too() -> None:
    shared = Candidate(Kind.ACTION, "Bokar salen.", owner="alla", doubtful=(Part.OWNER,), other_owner="Bo Falk")
    made = draft(shared)
    assert [name.said for name in made.names] == ["Bo Falk"]
    assert [(line.owner, line.other_owner) for line in made.lines] == [("Alla", "Bo Falk")]


@pytest.mark.parametrize("told", ["Karin Ek ringer.", "Vi frågar Karin.", "Eks lista gäller."])
def test_who_is_listed_is_asked_about_where_they_are_named(told: str) -> None:
    listed = ("Karin Ek (Leksand)", "Eva Kroon (Rättvik)")
    found = replace(understood(Candidate(Kind.DISCUSSED, told)), people=listed)
    made = drafts.begin("a", found, "Träff", HELD, CHANNEL)
    assert [(name.said, name.shown) for name in made.names] == [("Karin Ek (Leksand)", "Leksand")]


@pytest.mark.parametrize("owner", ["Bo Falk", "Bo"])
def test_who_does_something_is_asked_about_once_as_they_are_listed(owner: str) -> None:
    found = replace(understood(Candidate(Kind.ACTION, "Ringer.", owner=owner)), people=("Bo Falk (Mora)",))
    made = drafts.begin("a", found, "Träff", HELD, CHANNEL)
    assert [(name.said, name.shown) for name in made.names] == [("Bo Falk (Mora)", "Mora")]
    assert made.said(made.lines[0].owner) == "Mora"


def test_a_first_name_that_two_have_is_not_taken_for_either() -> None:
    found = understood(Candidate(Kind.ACTION, "Ringer.", owner="Bo"))
    made = drafts.begin("a", replace(found, people=("Bo Falk (Mora)", "Bo Ek (Orsa)")), "Träff", HELD, CHANNEL)
    assert made.said("Bo") == "Bo"


def test_what_is_called_by_another_name_reads_so() -> None:
    made = drafts.called(draft(), {"Karin Ek": "Leksand"})
    assert made.said("Karin skickar mallen.") == "Leksand skickar mallen."
    assert drafts.called(made, {"Karin Ek": ""}).names == draft().names


def test_a_line_that_is_added_has_an_id_of_its_own() -> None:
    made = drafts.add(
        draft(), [Candidate(Kind.TRY, "Vi provar mallen hemma."), Candidate(Kind.TRY, "Vi frågar grannen.")]
    )
    assert [line.text for line in made.of(Kind.TRY)] == ["Vi provar mallen hemma.", "Vi frågar grannen."]
    assert all(line.ticked and not line.proposed for line in made.of(Kind.TRY))
    assert len({line.id for line in made.lines}) == len(FOUND) + 2
    assert drafts.add(made, [Candidate(Kind.TRY, "Vi frågar grannen.")]) == made


def test_lines_and_quotes_are_cut_where_they_are_too_long() -> None:
    [line] = draft(Candidate(Kind.LEARNED, "å" * 2000, "ä" * 2000)).lines
    assert (len(line.text), len(line.quote)) == (drafts.LONGEST_LINE, drafts.LONGEST_QUOTE)
    assert line.text.endswith("å…")
    assert line.proposed == line.text


def test_more_than_anybody_would_read_is_refused() -> None:
    too_many = understood(*[LEARNED] * (drafts.MOST_LINES + 1))
    with pytest.raises(Unreadable) as refused:
        drafts.begin("a", too_many, "Träff", HELD, CHANNEL)
    assert refused.value.reason is Reason.TOO_LONG


async def test_a_draft_is_kept_as_it_is(embedded: Store) -> None:
    made = drafts.called(draft(certain=False), {"Karin Ek": "Leksand"})
    await embedded.run(lambda tx: drafts.save(tx, NETWORK, made, NOW))
    assert await embedded.run(lambda tx: drafts.find(tx, NETWORK, made.id)) == made
    assert await embedded.run(lambda tx: drafts.find(tx, OTHER, made.id)) is None


async def test_the_newest_draft_comes_first(embedded: Store) -> None:
    ids = [drafts.id_of("notes", NOW + timedelta(days=days)) for days in (0, 2, 1)]
    for id in ids:
        made = draft(id=id)
        await embedded.run(partial(drafts.save, network=NETWORK, draft=made, now=NOW))
    found = await embedded.run(lambda tx: drafts.every(tx, NETWORK))
    assert [each.id for each in found] == [ids[1], ids[2], ids[0]]


async def test_a_draft_that_is_discarded_is_gone(embedded: Store) -> None:
    await embedded.run(lambda tx: drafts.save(tx, NETWORK, draft(), NOW))
    await embedded.run(lambda tx: drafts.discard(tx, NETWORK, draft().id))
    assert await embedded.run(lambda tx: tx.query("")) == []


async def test_what_nobody_goes_on_with_is_forgotten(embedded: Store) -> None:
    for id, days in (("20260101-old", 91), ("20260102-mended", 89)):
        made, saved = replace(draft(), id=id), NOW - timedelta(days=days)
        await embedded.run(partial(drafts.save, network=NETWORK, draft=made, now=saved))
    assert await embedded.run(lambda tx: drafts.forget_before(tx, NETWORK, NOW - drafts.KEPT)) == 1
    [left] = await embedded.run(lambda tx: drafts.every(tx, NETWORK))
    assert left.id == "20260102-mended"
