"""A digest of one's own: for who asked, about their themes, until they stop or it cannot be delivered."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from knowledge import posts, troubles
from knowledge.digests import personal
from knowledge.digests.personal import KIND, Subscription
from knowledge.posts import Kept, Why
from knowledge.store.contract import Store
from knowledge.store.keys import prefix
from tests.knowledge.digests.network import (
    DAY,
    HOUR,
    MONDAY,
    NETWORK,
    OTHER,
    WEEK,
    ZONE,
    add,
    case,
    due,
    job,
    open_question,
    post,
    sent,
    told,
)

THREAD = "19:general@thread.tacv2;messageid=7"
ANNA = Subscription("anna", ("energi",))


async def subscribe(store: Store, wanted: Subscription = ANNA, network: str = NETWORK) -> None:
    await store.run(lambda tx: personal.subscribe(tx, network, wanted, ZONE, MONDAY - DAY))


async def find(store: Store, network: str = NETWORK) -> Subscription | None:
    return await store.run(lambda tx: personal.find(tx, network, "anna"))


async def arrived(store: Store, **outcome: object) -> None:
    """What became of the newest digest of Anna's."""
    [issue, *_] = await sent(store, person="anna")
    kept = replace(await post(store, issue), **{"due": None, **outcome})  # type: ignore[arg-type]
    await store.run(lambda tx: posts.save(tx, kept))


async def news(store: Store, at: int = -1) -> None:
    await add(store, case("energy", themes=("energi", "risk")), MONDAY + at * DAY)
    await add(store, case("homes", themes=("bostäder",)), MONDAY + at * DAY)


async def test_nobody_gets_one_unasked(embedded: Store) -> None:
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    assert await sent(embedded, person="anna") == []


async def test_it_tells_of_one_s_themes_in_private(embedded: Store) -> None:
    await subscribe(embedded)
    await news(embedded)
    await open_question(embedded, "q", MONDAY - DAY, near=(case("energy", themes=("energi",)),))
    await open_question(embedded, "about-nothing", MONDAY - DAY)
    await due(embedded, MONDAY, KIND)
    [issue] = await sent(embedded, person="anna")
    kept = await post(embedded, issue)
    assert set(told(issue.digest)) == {"energy", "q"}
    assert (kept.post.person, kept.post.conversation) == ("anna", "")
    assert await sent(embedded) == [], "the network's own is another"


async def test_without_themes_it_tells_of_all(embedded: Store) -> None:
    await subscribe(embedded, Subscription("anna"))
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    [issue] = await sent(embedded, person="anna")
    assert set(told(issue.digest)) == {"energy", "homes"}


async def test_nothing_new_is_not_sent_but_comes_again(embedded: Store) -> None:
    await subscribe(embedded)
    await add(embedded, case("homes", themes=("bostäder",)), MONDAY - DAY)
    await due(embedded, MONDAY, KIND)
    assert await sent(embedded, person="anna") == []
    found = await job(embedded, KIND, "anna")
    assert found
    assert found.due == MONDAY + WEEK


async def test_once_it_arrived_the_next_comes_a_week_later(embedded: Store) -> None:
    await subscribe(embedded)
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    await due(embedded, MONDAY + HOUR, KIND)  # it waits still
    await arrived(embedded, shown=1, activity_id="1", thread="a:anna")
    await due(embedded, MONDAY + 2 * HOUR, KIND)
    found = await job(embedded, KIND, "anna")
    assert found
    assert found.due == MONDAY + WEEK
    await due(embedded, MONDAY + WEEK, KIND)
    assert len(await sent(embedded, person="anna")) == 1, "nothing is new"


@pytest.mark.parametrize("thread", [THREAD, ""])
async def test_what_cannot_be_delivered_is_not_tried_again(embedded: Store, thread: str) -> None:
    await subscribe(embedded, replace(ANNA, thread=thread))
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    await arrived(embedded, why=Why.REFUSED)
    await due(embedded, MONDAY + HOUR, KIND)
    assert await find(embedded) is None
    assert await job(embedded, KIND, "anna") is None
    regrets = [each for each in await all_posts(embedded) if each.post.conversation]
    assert [each.post.conversation for each in regrets] == ([thread] if thread else [])


async def all_posts(store: Store) -> list[Kept]:
    ids = [each.value["id"] for each in await store.run(lambda tx: tx.query(prefix("networks", NETWORK, "posts")))]
    found = [await store.run(partial(posts.find, network=NETWORK, id=id)) for id in ids]
    return [each for each in found if each]


async def test_what_came_too_late_is_no_reason_to_stop(embedded: Store) -> None:
    await subscribe(embedded)
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    await arrived(embedded, why=Why.LATE)
    await due(embedded, MONDAY + 13 * HOUR, KIND)
    assert await find(embedded) == ANNA
    found = await job(embedded, KIND, "anna")
    assert found
    assert found.due == MONDAY + WEEK


async def test_stopped_nothing_is_left_of_it(embedded: Store) -> None:
    await subscribe(embedded)
    await subscribe(embedded, network=OTHER)
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    assert await embedded.run(lambda tx: personal.stop(tx, NETWORK, "anna"))
    assert await find(embedded) is None
    assert await sent(embedded, person="anna") == []
    assert await job(embedded, KIND, "anna") is None
    assert await find(embedded, OTHER) == ANNA, "of the other network it still comes"
    assert not await embedded.run(lambda tx: personal.stop(tx, NETWORK, "anna"))


async def test_themes_change_without_moving_it(embedded: Store) -> None:
    await subscribe(embedded)
    await embedded.run(
        lambda tx: personal.subscribe(
            tx, NETWORK, Subscription("anna", ("bostäder",)), ZONE, MONDAY + timedelta(hours=5)
        )
    )
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    [issue] = await sent(embedded, person="anna")
    assert told(issue.digest) == ["homes"]


async def test_in_the_holidays_there_is_none(embedded: Store) -> None:
    july = MONDAY.replace(month=7, day=6, hour=6)
    await embedded.run(lambda tx: personal.subscribe(tx, NETWORK, ANNA, ZONE, july - DAY))
    await add(embedded, case("energy", themes=("energi",)), july - DAY)
    await due(embedded, july, KIND)
    assert await sent(embedded, person="anna") == []


async def test_leaders_are_not_told_whose_could_not_be_delivered(embedded: Store) -> None:
    await subscribe(embedded)
    await news(embedded)
    await due(embedded, MONDAY, KIND)
    await arrived(embedded, why=Why.REFUSED)
    assert await embedded.run(lambda tx: troubles.every(tx, NETWORK)) == []
