"""A digest is posted once, when it is due or somebody says so, and only if something is new."""

from dataclasses import replace
from datetime import timedelta

import pytest

from knowledge import posts
from knowledge.digests import issues, settings
from knowledge.digests.issues import KEPT, Occasion
from knowledge.digests.selection import Section
from knowledge.digests.settings import Pause
from knowledge.posts import State, Why
from knowledge.recurrence import Every
from knowledge.store.contract import Store
from tests.knowledge.digests.network import (
    CHANNEL,
    DAY,
    HOUR,
    MONDAY,
    NETWORK,
    OTHER,
    WEEK,
    WEEKLY,
    add,
    case,
    compose,
    due,
    job,
    open_question,
    post,
    send,
    sent,
    set_up,
    told,
)


async def next_due(store: Store) -> object:
    found = await job(store)
    return found.due if found else None


async def test_what_is_due_is_posted_in_the_channel(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await due(embedded, MONDAY)
    [issue] = await sent(embedded)
    kept = await post(embedded, issue)
    assert (issue.digest.id, issue.digest.occasion, issue.at) == ("2026-03-09", Occasion.WEEK, MONDAY)
    assert (kept.post.belongs_to, kept.post.conversation, kept.post.person) == ("digest/2026-03-09", CHANNEL, "")
    assert kept.post.card["content"] == {"told": ["new"]}
    assert await next_due(embedded) == MONDAY + WEEK


async def test_nothing_new_is_not_posted_but_comes_again(embedded: Store) -> None:
    await set_up(embedded)
    await due(embedded, MONDAY)
    assert await sent(embedded) == []
    assert await next_due(embedded) == MONDAY + WEEK


async def test_what_was_told_is_not_told_again(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("first"), MONDAY - DAY)
    await due(embedded, MONDAY)
    await due(embedded, MONDAY + WEEK)
    assert len(await sent(embedded)) == 1
    await add(embedded, case("second"), MONDAY + WEEK + DAY)
    await due(embedded, MONDAY + 2 * WEEK)
    assert [told(each.digest) for each in await sent(embedded)] == [["second"], ["first"]]


async def test_what_was_under_way_when_a_digest_was_made_comes_with_the_next(embedded: Store) -> None:
    """Its moment is before that of the digest, which could not see it yet."""
    await set_up(embedded)
    await add(embedded, case("first"), MONDAY - timedelta(seconds=20))
    await due(embedded, MONDAY)
    await add(embedded, case("late"), MONDAY - timedelta(seconds=10))
    await open_question(embedded, "late-too", MONDAY - timedelta(seconds=10))
    assert set(told(await compose(embedded, MONDAY + WEEK))) == {"late", "late-too"}


async def test_the_same_date_has_one(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("first"), MONDAY - DAY)
    await due(embedded, MONDAY)
    await add(embedded, case("second"), MONDAY + HOUR)
    await set_up(embedded, replace(WEEKLY, at=WEEKLY.at.replace(hour=12)), MONDAY + HOUR)
    await due(embedded, MONDAY + 4 * HOUR)
    assert [told(each.digest) for each in await sent(embedded)] == [["first"]]
    assert await next_due(embedded) == MONDAY + WEEK + 4 * HOUR


async def test_sent_by_hand_the_one_of_that_day_has_nothing_to_say(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    assert await send(embedded, "by-hand", MONDAY - HOUR)
    await due(embedded, MONDAY)
    assert [each.digest.id for each in await sent(embedded)] == ["by-hand"]


async def test_the_same_click_twice_is_the_same_digest(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    first = await send(embedded, "click", MONDAY)
    await add(embedded, case("newer"), MONDAY + HOUR)
    assert await send(embedded, "click", MONDAY + 2 * HOUR) == first
    assert len(await sent(embedded)) == 1
    assert await send(embedded, "another", MONDAY + 2 * HOUR)
    assert await send(embedded, "one-more", MONDAY + 3 * HOUR) is None


async def test_after_an_outage_one_comes_for_all_that_were_missed(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    back = MONDAY + 2 * WEEK + DAY + 2 * HOUR
    await due(embedded, back)
    assert len(await sent(embedded)) == 1
    assert await next_due(embedded) == MONDAY + 3 * WEEK - HOUR, "the clocks have changed"


@pytest.mark.parametrize("late", [timedelta(hours=14), timedelta(days=5, hours=2)])
async def test_at_night_or_on_a_saturday_a_late_one_waits_for_a_working_day(embedded: Store, late: timedelta) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await due(embedded, MONDAY + late)
    assert await sent(embedded) == []
    waits_until = MONDAY + (DAY if late < DAY else WEEK)
    assert await next_due(embedded) == waits_until
    await due(embedded, waits_until)
    assert len(await sent(embedded)) == 1


async def test_in_july_there_is_none_and_in_august_there_is_all(embedded: Store) -> None:
    await set_up(embedded, now=MONDAY.replace(month=6, day=30))
    await add(embedded, case("new"), MONDAY.replace(month=7, day=7))
    july = MONDAY.replace(month=7, day=1)
    for day in range(31):
        await due(embedded, july + day * DAY)
    assert await sent(embedded) == []
    await due(embedded, MONDAY.replace(month=8, day=3, hour=6))
    assert [told(each.digest) for each in await sent(embedded)] == [["new"]]


async def test_turned_off_there_is_none(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await set_up(embedded, replace(WEEKLY, every=None))
    await due(embedded, MONDAY)
    assert await sent(embedded) == []


async def test_a_section_left_out_is_not_told_nor_a_reason(embedded: Store) -> None:
    await set_up(embedded, replace(WEEKLY, without=(Section.QUESTIONS,)))
    await open_question(embedded, "q", MONDAY - DAY)
    assert await compose(embedded) is None
    await add(embedded, case("new"), MONDAY - DAY)
    assert told(await compose(embedded)) == ["new"]


async def test_a_removed_digest_is_deleted_and_its_news_come_again(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await due(embedded, MONDAY)
    assert await embedded.run(lambda tx: issues.remove(tx, NETWORK, "2026-03-09", MONDAY + HOUR))
    [issue] = await sent(embedded)
    assert issue.removed
    assert (await post(embedded, issue)).state is State.TAKEN_BACK
    assert told(await compose(embedded, MONDAY + 2 * HOUR)) == ["new"]
    assert not await embedded.run(lambda tx: issues.remove(tx, NETWORK, "2026-03-09", MONDAY + HOUR))
    assert not await embedded.run(lambda tx: issues.remove(tx, OTHER, "2026-03-09", MONDAY + HOUR))


async def test_what_nobody_could_read_comes_with_the_next(embedded: Store) -> None:
    await set_up(embedded)
    await add(embedded, case("new"), MONDAY - DAY)
    await due(embedded, MONDAY)
    [issue] = await sent(embedded)
    refused = replace(await post(embedded, issue), why=Why.REFUSED, due=None)
    await embedded.run(lambda tx: posts.save(tx, refused))
    assert told(await compose(embedded, MONDAY + HOUR)) == ["new"]


async def test_the_history_does_not_grow_without_end(embedded: Store) -> None:
    await set_up(embedded)
    for number in range(KEPT + 5):
        now = MONDAY + number * HOUR
        await add(embedded, case(f"new-{number}"), now - timedelta(minutes=10))
        await send(embedded, f"issue-{number}", now)
    found = await sent(embedded)
    assert [each.digest.id for each in found] == [f"issue-{number}" for number in reversed(range(5, KEPT + 5))]


async def test_holidays_move_it(embedded: Store) -> None:
    monthly = replace(WEEKLY, every=Every.MONTH, pauses=(Pause.HOLIDAYS,))
    await set_up(embedded, monthly, MONDAY)
    await add(embedded, case("new"), MONDAY + DAY)
    easter_monday = MONDAY.replace(month=4, day=6, hour=6)
    await due(embedded, easter_monday)
    assert await sent(embedded) == []
    await due(embedded, easter_monday + DAY)
    assert [each.digest.id for each in await sent(embedded)] == ["2026-04-07"]
    assert await job(embedded, settings.KIND, network=OTHER) is None
