"""What digests tell of meetings: their notes, and once what is soon due."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from knowledge import posts, presence
from knowledge.digests import issues, mentions
from knowledge.digests.selection import Item, Kind, Section
from knowledge.meetings import commitments, summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.model import Candidate
from knowledge.meetings.model import Kind as Said
from knowledge.meetings.summary import Summary
from knowledge.personal import Someone
from knowledge.store.contract import Store
from tests.knowledge.digests.network import (
    CHANNEL,
    DAY,
    DESK,
    MONDAY,
    NETWORK,
    OTHER,
    WEEK,
    WEEKLY,
    add,
    case,
    compose,
    due,
    post,
    send,
    sent,
    set_up,
    told,
)
from tests.knowledge.meetings.samples import draft

TODAY = MONDAY.date()


def drawn(made: Summary) -> Mapping[str, Any]:
    return {"content": {}, "summary": made.title}


async def publish(
    store: Store,
    at: datetime = MONDAY - DAY,
    by: date | None = None,
    *,
    owner: str = "Leksand",
    network: str = NETWORK,
) -> Summary:
    """A summary with one thing to do, `by` a day if any."""
    action = Candidate(Said.ACTION, f"{owner} skickar mallen.", owner=owner, due=by)
    made = replace(draft(action), title="Träff om tillstånd", names=())
    return await store.run(lambda tx: summaries.publish(tx, network, made, drawn, at))


async def items(store: Store, now: datetime = MONDAY) -> dict[Kind, Item]:
    digest = await compose(store, now)
    return {item.kind: item for item in digest.items} if digest else {}


async def done(store: Store, on: date | None = TODAY) -> None:
    [action] = await store.run(lambda tx: commitments.of(tx, NETWORK, "20260305-0a"))
    await store.run(lambda tx: commitments.mark(tx, NETWORK, action, on))


async def test_notes_go_along_but_are_no_reason_for_a_digest(embedded: Store) -> None:
    await publish(embedded)
    assert await compose(embedded) is None
    await add(embedded, case("new"), MONDAY - DAY)
    found = await items(embedded)
    assert set(found) == {Kind.NEW_CASE, Kind.MEETING}
    assert (found[Kind.MEETING].title, found[Kind.MEETING].subject) == ("Träff om tillstånd", "mote-20260305-0a")


async def test_notes_are_told_of_once_and_a_correction_is_not(embedded: Store) -> None:
    published = await publish(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await send(embedded, "1", MONDAY)
    await embedded.run(lambda tx: summaries.publish(tx, NETWORK, summaries.to_correct(published), drawn, MONDAY + DAY))
    await add(embedded, case("newer"), MONDAY + DAY)
    assert set(await items(embedded, MONDAY + WEEK)) == {Kind.NEW_CASE}


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (-61, None),
        (-60, Kind.OVERDUE_ACTION),
        (-1, Kind.OVERDUE_ACTION),
        (0, Kind.DUE_ACTION),
        (7, Kind.DUE_ACTION),
        (8, None),
    ],
)
async def test_what_is_due_within_a_week_or_was_lately_is_a_reason(
    embedded: Store, days: int, kind: Kind | None
) -> None:
    await publish(embedded, by=TODAY + timedelta(days=days))
    found = await items(embedded)
    assert found.keys() & {Kind.DUE_ACTION, Kind.OVERDUE_ACTION} == {*filter(None, [kind])}
    if kind:
        assert found[kind].title == "Leksand: Leksand skickar mallen."
        assert found[kind].at.date() == TODAY + timedelta(days=days)
        assert kind.section is Section.TO_DO


async def test_what_has_no_day_or_is_done_is_not_told(embedded: Store) -> None:
    await publish(embedded)
    await publish(embedded, by=TODAY, network=OTHER)
    assert Kind.DUE_ACTION not in await items(embedded)
    await publish(embedded, by=TODAY)
    await done(embedded)
    assert Kind.DUE_ACTION not in await items(embedded)


async def test_what_was_never_ticked_off_hides_nothing_that_is_due(embedded: Store) -> None:
    old = [Action("old", f"{number}", "Ingen bockade av det.", due=TODAY - 90 * DAY) for number in range(250)]
    await embedded.run(lambda tx: commitments.replace_all(tx, NETWORK, "old", old))
    await publish(embedded, by=TODAY + DAY)
    assert "20260305-0a/1" in told(await compose(embedded))


async def test_it_is_reminded_of_once_however_long_it_takes(embedded: Store) -> None:
    await set_up(embedded)
    await publish(embedded, by=TODAY + DAY)
    for week in range(6):
        await add(embedded, case(f"case-{week}"), MONDAY + week * WEEK - DAY)
        await due(embedded, MONDAY + week * WEEK)
    told_of = [told(issue.digest).count("20260305-0a/1") for issue in await sent(embedded)]
    assert sum(told_of) == 1
    assert told_of[-1] == 1, "the first digest did not have it"


async def test_a_digest_that_nobody_saw_reminded_nobody(embedded: Store) -> None:
    await publish(embedded, by=TODAY + DAY)
    await send(embedded, "1", MONDAY)
    await embedded.run(lambda tx: issues.remove(tx, NETWORK, "1", MONDAY))
    assert "20260305-0a/1" in told(await compose(embedded, MONDAY + DAY))


async def test_a_new_day_for_it_is_reminded_of_anew(embedded: Store) -> None:
    published = await publish(embedded, by=TODAY + DAY)
    await send(embedded, "1", MONDAY)
    [line] = (moved := summaries.to_correct(published)).lines
    moved = replace(moved, lines=(replace(line, due=TODAY + 9 * DAY),))
    await embedded.run(lambda tx: summaries.publish(tx, NETWORK, moved, drawn, MONDAY + DAY))
    assert told(await compose(embedded, MONDAY + DAY)) == []
    assert told(await compose(embedded, MONDAY + 2 * DAY)) == ["20260305-0a/1"]


async def test_a_leader_can_leave_it_out(embedded: Store) -> None:
    await set_up(embedded, replace(WEEKLY, without=(Section.TO_DO, Section.MEETINGS)))
    await publish(embedded, by=TODAY)
    await add(embedded, case("new"), MONDAY - DAY)
    assert set(await items(embedded)) == {Kind.NEW_CASE}


async def test_who_is_forgotten_is_named_in_no_digest(embedded: Store) -> None:
    await embedded.run(lambda tx: presence.saw(tx, "karin", MONDAY, NETWORK, CHANNEL))
    await publish(embedded, by=TODAY, owner="Karin Ek")
    sent_one = await send(embedded, "1", MONDAY)
    assert sent_one
    assert "Karin Ek" in str(sent_one)
    karin = Someone("karin", "Karin Ek")
    await embedded.run(lambda tx: mentions.forget_person(tx, karin, MONDAY + DAY, draw=DESK.draw))
    assert await embedded.run(lambda tx: mentions.kept_of(tx, karin)) == []
    [kept] = await sent(embedded)
    [_, item] = kept.digest.items
    assert item.title == "en deltagare: en deltagare skickar mallen."
    shown = await embedded.run(lambda tx: posts.find(tx, NETWORK, kept.post))
    assert shown
    assert shown.version == (await post(embedded, kept)).version == 2


async def test_digests_in_which_they_are_not_named_stay_as_they_are(embedded: Store) -> None:
    await embedded.run(lambda tx: presence.saw(tx, "karin", MONDAY, NETWORK, CHANNEL))
    await publish(embedded, by=TODAY)
    before = await send(embedded, "1", MONDAY)
    karin = Someone("karin", "Karin Ek")
    await embedded.run(lambda tx: mentions.forget_person(tx, karin, MONDAY + DAY, draw=DESK.draw))
    assert await sent(embedded) == [before]
