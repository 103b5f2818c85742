"""What there is to tell of the library and of open questions, and what it is worth."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from knowledge import posts
from knowledge.digests.selection import Item, Kind, Standing
from knowledge.gatherings import lifecycle as gatherings
from knowledge.gatherings.model import Gathering, Plan
from knowledge.library.catalogue import shipped
from knowledge.library.changes import ALL_NETWORKS
from knowledge.polls import lifecycle
from knowledge.polls.model import Poll
from knowledge.posts import Post, Spot
from knowledge.rounds import records
from knowledge.rounds.model import Asked, Round
from knowledge.store.contract import Store, Transaction
from tests.knowledge.digests.network import (
    CHANNEL,
    DAY,
    HOUR,
    MONDAY,
    NETWORK,
    OTHER,
    WEEK,
    ZONE,
    add,
    ask,
    case,
    compose,
    open_question,
    send,
    set_up,
    told,
)
from tests.knowledge.persons import EVA, FOUND_EVA, save
from tests.knowledge.polls.made import a_poll, make


async def items(store: Store) -> dict[str, Item]:
    digest = await compose(store)
    return {item.subject: item for item in digest.items} if digest else {}


async def plan(store: Store, id: str, at: datetime, starts: datetime) -> Gathering:
    plan = Plan(f"Träff {id}", ("mark",), starts, starts + timedelta(hours=2))
    made = Gathering(id, NETWORK, "anna", "19:kanal", "sv", plan, f"link-{id}", at, at)
    await store.run(lambda tx: gatherings.plan(tx, made, ZONE))
    return made


async def test_meetings_to_come_are_told_and_new_ones_are_a_reason(embedded: Store) -> None:
    await plan(embedded, "told-before", MONDAY - 40 * DAY, MONDAY + 9 * DAY)
    await plan(embedded, "was", MONDAY - 40 * DAY, MONDAY - DAY)
    assert await compose(embedded) is None
    made = await plan(embedded, "new", MONDAY - DAY, MONDAY + 30 * DAY)
    found = await items(embedded)
    assert {id: (item.kind, item.standing) for id, item in found.items()} == {
        "told-before": (Kind.GATHERING, Standing.REMAINS),
        "new": (Kind.GATHERING, Standing.NEW),
    }
    assert (found["new"].title, found["new"].at) == ("Träff new", made.plan.starts)
    await embedded.run(lambda tx: gatherings.cancel(tx, made, MONDAY))
    assert await compose(embedded) is None


async def test_shipped_cases_are_not_new(embedded: Store) -> None:
    assert await compose(embedded) is None


async def test_new_and_changed_cases_of_the_last_thirty_days_are_told(embedded: Store) -> None:
    await add(embedded, case("old"), MONDAY - 31 * DAY)
    await add(embedded, case("new", "Ett nytt fall"), MONDAY - 29 * DAY)
    await add(embedded, replace(case(shipped()[0].id), title="Nyare uppgifter"), MONDAY - DAY)
    await add(embedded, case("for-all"), MONDAY - DAY, ALL_NETWORKS)
    found = await items(embedded)
    assert {subject: item.kind for subject, item in found.items()} == {
        "new": Kind.NEW_CASE,
        shipped()[0].id: Kind.CHANGED_CASE,
        "for-all": Kind.NEW_CASE,
    }
    assert found["new"].title == "Ett nytt fall"


async def test_a_new_case_that_changed_is_still_new(embedded: Store) -> None:
    await add(embedded, case("new"), MONDAY - 3 * DAY)
    await add(embedded, case("new", "Bättre rubrik"), MONDAY - DAY)
    assert [(item.kind, item.title) for item in (await items(embedded)).values()] == [(Kind.NEW_CASE, "Bättre rubrik")]


async def test_confidential_cases_are_never_told(embedded: Store) -> None:
    secret = case("secret", secret=True)
    await add(embedded, secret, MONDAY - DAY)
    await ask(embedded, secret, MONDAY - DAY, times=9)
    await open_question(embedded, "q", MONDAY - DAY)
    assert told(await compose(embedded)) == ["q"]


async def test_another_network_s_news_are_its_own(embedded: Store) -> None:
    await add(embedded, case("theirs"), MONDAY - DAY, OTHER)
    await open_question(embedded, "theirs-too", MONDAY - DAY, OTHER)
    assert await compose(embedded) is None
    assert set(told(await compose(embedded, network=OTHER))) == {"theirs", "theirs-too"}


async def test_what_people_ask_about_is_worth_more(embedded: Store) -> None:
    quiet, asked = case("quiet"), case("asked")
    await add(embedded, asked, MONDAY - 2 * DAY)
    await add(embedded, quiet, MONDAY - DAY)
    await ask(embedded, asked, MONDAY - DAY, times=3)
    assert told(await compose(embedded)) == ["asked", "quiet"]
    await ask(embedded, quiet, MONDAY - DAY, times=4, network=OTHER)
    assert told(await compose(embedded)) == ["asked", "quiet"]


async def test_a_question_that_touches_on_what_others_ask_is_worth_more(embedded: Store) -> None:
    asked = case("asked")
    await open_question(embedded, "with-others", MONDAY - 2 * DAY, near=(asked,))
    await open_question(embedded, "alone", MONDAY - DAY, near=(case("quiet"),))
    await ask(embedded, asked, MONDAY - DAY, times=3)
    assert told(await compose(embedded)) == ["with-others", "alone"]


async def test_questions_that_wait_go_along_two_at_a_time(embedded: Store) -> None:
    await set_up(embedded)
    for number in range(4):
        await open_question(embedded, f"q{number}", MONDAY - WEEK - number * DAY)
    await send(embedded, "first", MONDAY - 6 * DAY)
    assert await compose(embedded) is None, "that they wait is nothing new"
    await add(embedded, case("new"), MONDAY - DAY)
    found = await items(embedded)
    assert [item.kind for item in found.values()] == [Kind.NEW_CASE, Kind.WAITING_QUESTION, Kind.WAITING_QUESTION]


async def test_questions_do_not_wait_for_ever(embedded: Store) -> None:
    await set_up(embedded)
    await open_question(embedded, "old", MONDAY - 6 * WEEK)
    await add(embedded, case("first"), MONDAY - 8 * DAY)
    assert await send(embedded, "first", MONDAY - WEEK)
    await add(embedded, case("new"), MONDAY - DAY)
    assert told(await compose(embedded)) == ["new"]


async def test_a_thin_digest_has_the_older_case_that_most_asked_about(embedded: Store) -> None:
    one, other, *_ = shipped()
    await add(embedded, case("new"), MONDAY - DAY)
    await ask(embedded, one, MONDAY - 2 * DAY, times=2)
    await ask(embedded, other, MONDAY - 2 * DAY, times=3)
    found = await items(embedded)
    assert [(item.kind, item.count) for item in found.values()] == [(Kind.NEW_CASE, 0), (Kind.CASE_AGAIN, 3)]
    assert other.id in found


async def test_the_same_older_case_does_not_come_again_for_half_a_year(embedded: Store) -> None:
    await set_up(embedded)
    one, other, *_ = shipped()
    seen = []
    for week in range(30):
        now = MONDAY + week * WEEK
        await add(embedded, case(f"new-{week}"), now - DAY)
        await ask(embedded, one, now - 2 * DAY, times=3)
        await ask(embedded, other, now - 2 * DAY)
        issue = await send(embedded, f"week-{week}", now)
        assert issue
        seen += [(week, item.subject) for item in issue.digest.items if item.kind is Kind.CASE_AGAIN]
    assert seen == [(0, one.id), (1, other.id), (27, one.id), (28, other.id)]


async def test_what_nobody_asked_about_is_not_brought_up(embedded: Store) -> None:
    await add(embedded, case("new"), MONDAY - DAY)
    await ask(embedded, shipped()[0], MONDAY - timedelta(days=31), times=5)
    assert told(await compose(embedded)) == ["new"]


async def test_an_older_case_that_is_gone_is_not_brought_up(embedded: Store) -> None:
    await add(embedded, case("new"), MONDAY - DAY)
    await ask(embedded, case("never-there"), MONDAY - DAY, times=5)
    assert told(await compose(embedded)) == ["new"]


async def test_a_case_that_came_lately_is_not_an_older_one(embedded: Store) -> None:
    await set_up(embedded)
    lately = case("lately")
    await add(embedded, lately, MONDAY - 2 * WEEK)
    assert await send(embedded, "first", MONDAY - WEEK)
    await ask(embedded, lately, MONDAY - DAY, times=5)
    await add(embedded, case("new"), MONDAY - DAY)
    assert told(await compose(embedded)) == ["new"]


async def poll(store: Store, id: str, made: datetime, closes: datetime, network: str = NETWORK) -> Poll:
    return await make(store, a_poll(id=id, network=network, made_at=made, closes_at=closes))


async def close(store: Store, closing: Poll, at: datetime) -> None:
    await store.run(lambda tx: lifecycle.close(tx, closing, at))


async def test_polls_can_be_answered_or_have_closed(embedded: Store) -> None:
    await set_up(embedded)
    await poll(embedded, "new", MONDAY - DAY, MONDAY + DAY)
    await poll(embedded, "theirs", MONDAY - DAY, MONDAY + DAY, OTHER)
    await close(embedded, await poll(embedded, "ended", MONDAY - 3 * DAY, MONDAY + WEEK), MONDAY - DAY)
    found = await items(embedded)
    assert {id: (item.kind, item.standing, item.at) for id, item in found.items()} == {
        "new": (Kind.OPEN_POLL, Standing.NEW, MONDAY + DAY),
        "ended": (Kind.CLOSED_POLL, Standing.NEW, MONDAY - DAY),
    }
    assert all(item.title == "När ska vi ses?" and item.spot is None for item in found.values())


async def test_a_poll_that_is_open_still_goes_along_but_is_nothing_new(embedded: Store) -> None:
    await set_up(embedded)
    await poll(embedded, "long", MONDAY - 8 * DAY, MONDAY + 2 * WEEK)
    assert await send(embedded, "first", MONDAY - WEEK)
    assert await compose(embedded) is None
    await add(embedded, case("new"), MONDAY - DAY)
    found = await items(embedded)
    assert (found["long"].kind, found["long"].standing) == (Kind.OPEN_POLL, Standing.REMAINS)


async def test_a_poll_that_ended_before_is_not_told(embedded: Store) -> None:
    await set_up(embedded)
    await poll(embedded, "short", MONDAY - 9 * DAY, MONDAY - 8 * DAY)
    assert await send(embedded, "first", MONDAY - WEEK)
    await add(embedded, case("new"), MONDAY - DAY)
    assert told(await compose(embedded)) == ["new"]


async def test_a_poll_is_told_of_with_where_it_stands(embedded: Store) -> None:
    await poll(embedded, "new", MONDAY - DAY, MONDAY + DAY)
    thread = f"{CHANNEL};messageid=1"
    posted = Post("poll/new", thread, "", {"content": {}, "summary": ""}, MONDAY - DAY, MONDAY)

    def stands(tx: Transaction) -> None:
        kept = posts.find(tx, NETWORK, posts.intend(tx, NETWORK, posted))
        assert kept
        posts.save(tx, replace(kept, shown=1, activity_id="17", thread=thread))

    await embedded.run(stands)
    assert (await items(embedded))["new"].spot == Spot(thread, "17")


async def test_how_many_more_want_to_be_found_and_not_who(embedded: Store) -> None:
    await set_up(embedded)
    for person, since in (("anna", 1), ("bo", 2), ("cia", 9)):
        await save(embedded, replace(EVA, person=person, findable=MONDAY - since * DAY), network=NETWORK)
    await save(embedded, replace(EVA, person="hidden"), network=NETWORK)
    await save(embedded, replace(FOUND_EVA, person="paused", findable=MONDAY, paused=MONDAY.date()), network=NETWORK)
    await save(embedded, replace(FOUND_EVA, person="theirs", findable=MONDAY - DAY), network=OTHER)
    assert await send(embedded, "first", MONDAY - WEEK) is not None
    [found] = (await items(embedded)).values()
    assert found == Item(Kind.CONTACTS, "contacts", "", MONDAY - DAY, 2.0, count=2)


async def test_talks_can_be_joined_until_they_close(embedded: Store) -> None:
    await set_up(embedded)

    def call(tx: Transaction, id: str, network: str, closes: datetime) -> None:
        called, place = MONDAY - DAY, "19:general@thread.tacv2"
        records.save(tx, Round(id, network, "anna", place, "sv", 3, Asked.ALL, False, called, closes))

    for id, network, closes in (("open", NETWORK, DAY), ("over", NETWORK, -HOUR), ("theirs", OTHER, DAY)):
        await embedded.run(partial(call, id=id, network=network, closes=MONDAY + closes))
    [found] = (await items(embedded)).values()
    assert found == Item(Kind.OPEN_ROUND, "open", "", MONDAY + DAY, 3.0, count=3)
    await send(embedded, "first", MONDAY)
    assert await compose(embedded, MONDAY + HOUR) is None, "that they are open still is nothing new"
