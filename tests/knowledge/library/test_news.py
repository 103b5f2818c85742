"""What came into a library or changed there, as everybody in the network may be told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from knowledge.library.case import parse
from knowledge.library.catalogue import Label, News, label, news, put_case, remove_case, shipped
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.model import Case, Kind
from knowledge.store.contract import Store
from tests.knowledge.library.samples import GOOD, TODAY, sample

MORNING = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)
NOON = MORNING + timedelta(hours=3)
CASE = parse(GOOD, "exempel.md")
CHANGED = parse(GOOD.replace("delar på risken", "delar på vinsten"), "exempel.md")
SECRET = parse(sample(visibility="ej offentlig"), "exempel.md")


async def put(store: Store, case: Case, at: datetime = MORNING, network: str = "dalarna") -> None:
    await store.run(lambda tx: put_case(tx, network, case, at))


async def told(store: Store, since: datetime = MORNING, network: str = "dalarna") -> list[News]:
    return await store.run(lambda tx: news(tx, network, since, 10))


async def test_what_ships_with_erfa_is_no_news(embedded: Store) -> None:
    assert await told(embedded) == []


async def test_a_case_is_news_once_it_is_there(embedded: Store) -> None:
    await put(embedded, CASE)
    assert await told(embedded) == [News("exempel", CASE.title, CASE.themes, MORNING, MORNING)]
    assert await told(embedded, NOON) == []
    assert await told(embedded, network="norrbotten") == []


async def test_a_case_that_changed_is_told_once_and_when_it_came(embedded: Store) -> None:
    await put(embedded, CASE)
    await put(embedded, CHANGED, NOON)
    assert await told(embedded) == [News("exempel", CASE.title, CASE.themes, MORNING, NOON)]
    await put(embedded, CHANGED, NOON + timedelta(hours=1))
    assert await told(embedded, NOON + timedelta(minutes=1)) == [], "it did not change"


async def test_a_shipped_case_that_changed_did_not_come_now(embedded: Store) -> None:
    other = parse(GOOD.replace("id: exempel", f"id: {shipped()[0].id}"), f"{shipped()[0].id}.md")
    await put(embedded, other)
    assert [(each.case, each.added) for each in await told(embedded)] == [(shipped()[0].id, None)]
    await put(embedded, shipped()[0], NOON)
    assert await told(embedded) == [], "it is as it came again"


async def test_nobody_is_told_of_a_confidential_case(embedded: Store) -> None:
    await put(embedded, SECRET)
    assert await told(embedded) == []
    assert await embedded.run(lambda tx: label(tx, "dalarna", "exempel")) is None


async def test_a_case_that_becomes_public_comes_then(embedded: Store) -> None:
    await put(embedded, SECRET)
    await put(embedded, CASE, NOON)
    assert await told(embedded) == [News("exempel", CASE.title, CASE.themes, NOON, NOON)]


async def test_a_case_that_becomes_confidential_is_told_no_more(embedded: Store) -> None:
    await put(embedded, CASE)
    await put(embedded, SECRET, NOON)
    assert await told(embedded) == []


async def test_a_case_for_all_is_news_where_it_is_seen(embedded: Store) -> None:
    await put(embedded, CASE)
    await put(embedded, CHANGED, NOON, ALL_NETWORKS)
    assert [each.at for each in await told(embedded)] == [MORNING], "dalarna has a version of its own"
    assert [each.at for each in await told(embedded, network="norrbotten")] == [NOON]


async def test_a_confidential_version_does_not_hide_the_one_for_all(embedded: Store) -> None:
    await put(embedded, CASE, MORNING, ALL_NETWORKS)
    await put(embedded, SECRET)
    assert [each.case for each in await told(embedded)] == ["exempel"]
    assert await embedded.run(lambda tx: label(tx, "dalarna", "exempel")) == Label(CASE.title, CASE.themes, MORNING)


async def test_a_case_is_called_what_everybody_sees(embedded: Store) -> None:
    known = shipped()[0]
    assert await embedded.run(lambda tx: label(tx, "dalarna", known.id)) == Label(known.title, known.themes, None)
    assert await embedded.run(lambda tx: label(tx, "dalarna", "exempel")) is None
    await put(embedded, CASE, MORNING, ALL_NETWORKS)
    await put(embedded, CHANGED, NOON)
    assert await embedded.run(lambda tx: label(tx, "dalarna", "exempel")) == Label(CASE.title, CASE.themes, NOON)


async def test_a_case_that_was_removed_is_no_news(embedded: Store) -> None:
    await put(embedded, CASE)
    await embedded.run(lambda tx: remove_case(tx, "dalarna", CASE.id))
    assert await told(embedded) == []
    assert await embedded.run(lambda tx: label(tx, "dalarna", CASE.id)) is None


async def test_what_was_said_at_a_meeting_is_no_news_of_the_library(embedded: Store) -> None:
    await put(embedded, replace(CASE, kind=Kind.MEETING))
    assert await told(embedded) == []
