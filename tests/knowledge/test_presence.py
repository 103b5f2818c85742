"""Where people were last seen, and who has not been for long."""

from datetime import UTC, datetime
from functools import partial

from knowledge import presence
from knowledge.personal import Someone
from knowledge.presence import Seen
from knowledge.store.contract import Store

MARCH = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
APRIL = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
MAY = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
DALARNA, NORR = "19:dalarna@thread.tacv2", "19:norr/öst@thread.tacv2"
CHANNEL = "19:general@thread.tacv2"


async def saw(store: Store, person: str, now: datetime, network: str = "", channel: str = "") -> Seen | None:
    await store.run(lambda tx: presence.saw(tx, person, now, network, channel))
    return await store.run(lambda tx: presence.find(tx, person))


async def unseen_since(store: Store, moment: datetime) -> list[str]:
    return await store.run(lambda tx: presence.unseen_since(tx, moment, 100))


async def told_before(store: Store, moment: datetime) -> list[str]:
    return await store.run(lambda tx: presence.told_before(tx, moment))


async def test_the_network_seen_last_counts(embedded: Store) -> None:
    assert await embedded.run(lambda tx: presence.network_of(tx, "anna")) == ""
    assert await saw(embedded, "anna", MARCH, DALARNA, CHANNEL) == Seen("2026-03", DALARNA, CHANNEL)
    assert await saw(embedded, "anna", MARCH, NORR, CHANNEL) == Seen("2026-03", NORR, CHANNEL)
    assert await embedded.run(lambda tx: presence.network_of(tx, "anna")) == NORR
    assert await embedded.run(lambda tx: presence.network_of(tx, "bo")) == ""


async def test_who_writes_in_private_stays_in_their_network(embedded: Store) -> None:
    assert await saw(embedded, "bo", MARCH) == Seen("2026-03")
    await saw(embedded, "bo", MARCH, DALARNA, CHANNEL)
    assert await saw(embedded, "bo", APRIL) == Seen("2026-04", DALARNA, CHANNEL)


async def test_who_left_a_network_is_not_of_it_until_they_are_back(embedded: Store) -> None:
    await saw(embedded, "bo", MARCH, DALARNA, CHANNEL)
    for network, left in ((NORR, False), (DALARNA, True)):
        await embedded.run(partial(presence.leave, network=network, person="bo"))
        assert await embedded.run(lambda tx: presence.network_of(tx, "bo")) == ("" if left else DALARNA)
        assert await embedded.run(lambda tx: presence.channel_of(tx, "bo")) == ("" if left else CHANNEL)
    assert await saw(embedded, "bo", APRIL) == Seen("2026-04", DALARNA, CHANNEL, left=True)
    await embedded.run(partial(presence.come_back, network=NORR, person="bo"))
    assert await embedded.run(lambda tx: presence.network_of(tx, "bo")) == ""
    await embedded.run(partial(presence.come_back, network=DALARNA, person="bo"))
    assert await embedded.run(lambda tx: presence.network_of(tx, "bo")) == DALARNA
    await embedded.run(partial(presence.leave, network=DALARNA, person="bo"))
    assert await saw(embedded, "bo", APRIL, NORR, CHANNEL) == Seen("2026-04", NORR, CHANNEL)


async def called(store: Store, person: str, alias: str) -> None:
    await store.run(lambda tx: presence.remember_alias(tx, person, alias))


async def person_of(store: Store, alias: str) -> str:
    return await store.run(lambda tx: presence.person_of(tx, alias))


async def test_who_was_seen_is_known_by_teams_own_id_until_they_are_forgotten(embedded: Store) -> None:
    await called(embedded, "bo", "29:bo")
    assert await person_of(embedded, "29:bo") == "29:bo"
    await saw(embedded, "bo", MARCH, DALARNA, CHANNEL)
    await called(embedded, "bo", "29:bo")
    assert await saw(embedded, "bo", APRIL, NORR) == Seen("2026-04", NORR, "", alias="29:bo")
    assert await person_of(embedded, "29:bo") == "bo"
    await called(embedded, "bo", "29:another")
    assert [await person_of(embedded, each) for each in ("29:another", "29:bo")] == ["bo", "29:bo"]
    await embedded.run(lambda tx: presence.forget_person(tx, Someone("bo"), MAY))
    assert await embedded.run(lambda tx: tx.query("", limit=100)) == []


async def test_who_has_no_other_id_is_known_by_that_alone(embedded: Store) -> None:
    await saw(embedded, "29:eva", MARCH)
    await called(embedded, "29:eva", "29:eva")
    assert await embedded.run(lambda tx: presence.find(tx, "29:eva")) == Seen("2026-03")


async def test_being_seen_again_in_a_month_writes_nothing(embedded: Store) -> None:
    written = []
    for moment in (MARCH, datetime(2026, 3, 31, tzinfo=UTC), APRIL):
        await saw(embedded, "anna", moment, DALARNA, CHANNEL)
        written.append(await embedded.run(lambda tx: tx.query("seen/")[0].etag))
    assert written[0] == written[1] != written[2]


async def test_who_has_not_been_seen_since_a_month(embedded: Store) -> None:
    await saw(embedded, "anna", MARCH)
    await saw(embedded, "bo/29:1", APRIL)
    assert await unseen_since(embedded, MARCH) == []
    assert await unseen_since(embedded, APRIL) == ["anna"]
    assert await unseen_since(embedded, MAY) == ["anna", "bo/29:1"]
    await saw(embedded, "anna", MAY)
    assert await unseen_since(embedded, MAY) == ["bo/29:1"]


async def test_who_was_told_is_told_once_and_forgotten_unless_seen_again(embedded: Store) -> None:
    for person in ("anna", "bo/29:1"):
        await saw(embedded, person, MARCH, DALARNA, CHANNEL)
        await embedded.run(partial(presence.note_told, person=person, now=APRIL))
    assert await unseen_since(embedded, MAY) == []
    assert await told_before(embedded, APRIL) == []
    await saw(embedded, "bo/29:1", APRIL)
    assert await told_before(embedded, MAY) == ["anna"]


async def test_who_is_expected_counts_from_then_unless_seen_before(embedded: Store) -> None:
    for moment in (MARCH, APRIL):
        await embedded.run(partial(presence.expect, person="anna", now=moment))
    assert await embedded.run(lambda tx: presence.find(tx, "anna")) == Seen("2026-03")


async def test_nobody_unknown_is_noted_as_told(embedded: Store) -> None:
    await embedded.run(lambda tx: presence.note_told(tx, "anna", APRIL))
    assert await embedded.run(lambda tx: tx.query("")) == []
