"""Merged cases read as one, each still itself: corrected, withdrawn and restored as if it stood alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import given

from knowledge.lessons import lifecycle
from knowledge.lessons.alike import nearest
from knowledge.lessons.model import Lesson
from knowledge.library import catalogue, exporting, retiring
from knowledge.library.case import parse, render
from knowledge.library.catalogue import Change
from knowledge.library.importing import import_cases
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.library.merging import merged, together
from knowledge.library.model import Case, Kind, Source, Visibility
from knowledge.library.problems import BadCase
from knowledge.personal import Someone
from knowledge.store.contract import Store, Transaction
from tests.knowledge.lessons.samples import lesson
from tests.knowledge.library.samples import GOOD, cases, sample

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
HERE = "dalarna"
ONE, OTHER = "lardom-00000000000a", "lardom-00000000000b"
SAID = "Leksand höll tre kvällar till, då vid sjön."

T = TypeVar("T")


def told(id: str, author: str = "directory-bo", **said: object) -> Lesson:
    return replace(lesson(id, author, **said), name="Bo Ek")


async def approved(store: Store, each: Lesson, at: datetime = AT) -> None:
    def work(tx: Transaction) -> None:
        lifecycle.keep(tx, HERE, each)
        lifecycle.approve(tx, HERE, each, at)

    await store.run(work)


async def merge(store: Store, kept: str, other: str) -> None:
    await store.run(lambda tx: retiring.retire(tx, HERE, other, AT, into=kept))


async def seen(store: Store, network: str = HERE, *, leader: bool = True) -> dict[str, Case]:
    return {case.id: case for case in await store.run(lambda tx: catalogue.cases(tx, network, leader))}


async def take(store: Store, network: str, files: dict[str, str]) -> dict[str, Change]:
    return dict(await import_cases(store, network, files, AT))


async def exported(store: Store, network: str = HERE) -> dict[str, str]:
    return await store.run(lambda tx: exporting.texts(tx, network))


@pytest.fixture
async def store(embedded: Store) -> Store:
    """Two lessons about the same thing, and a case; the second lesson is merged into the first, both into the case."""
    await approved(embedded, told(ONE))
    await approved(embedded, told(OTHER, title="Kvällar vid sjön", did=SAID, home="Mora", themes=("risk",), named=True))
    await merge(embedded, ONE, OTHER)
    return embedded


async def test_the_kept_one_says_what_both_say(store: Store) -> None:
    found = await seen(store)
    assert OTHER not in found
    whole = found[ONE]
    assert SAID in [passage.text for passage in whole.passages]
    assert whole.municipalities == ("Leksand", "Mora")
    assert whole.themes == ("medborgardialog", "planering", "risk")
    assert [source.publisher for source in whole.sources] == ["Leksand", "Bo Ek, Mora"]
    assert len({source.key for source in whole.sources}) == 2
    assert [section.heading for section in whole.sections].count("Läget") == 1
    assert whole.merged == (OTHER,)
    assert await store.run(lambda tx: catalogue.find(tx, HERE, ONE)) == whole
    assert await store.run(lambda tx: catalogue.find(tx, HERE, OTHER)) is None


async def test_restoring_has_each_alone_again(store: Store) -> None:
    await store.run(lambda tx: retiring.restore(tx, HERE, OTHER))
    found = await seen(store)
    assert SAID not in str(found[ONE])
    assert SAID in str(found[OTHER])
    assert found[ONE].merged == ()


async def test_what_was_merged_goes_along_when_that_is_merged_in_turn(store: Store) -> None:
    await merge(store, "ludvika", ONE)
    found = await seen(store)
    assert {ONE, OTHER}.isdisjoint(found)
    assert found["ludvika"].merged == (ONE, OTHER)
    assert SAID in str(found["ludvika"])
    assert found["ludvika"].title == (await seen(store, "norrbotten"))["ludvika"].title
    await store.run(lambda tx: retiring.restore(tx, HERE, ONE))
    found = await seen(store)
    assert SAID in str(found[ONE])
    assert SAID not in str(found["ludvika"])


async def test_what_its_author_corrects_changes_in_it(store: Store) -> None:
    await approved(store, told(OTHER, did="Leksand höll sju kvällar till."), AT + timedelta(days=1))
    whole = (await seen(store))[ONE]
    assert "sju kvällar" in str(whole)
    assert SAID not in str(whole)


async def test_what_its_author_withdraws_is_gone_from_it(store: Store) -> None:
    await store.run(lambda tx: lifecycle.withdraw(tx, HERE, told(OTHER)))
    whole = (await seen(store))[ONE]
    assert SAID not in str(whole)
    assert whole.merged == ()


async def test_what_was_merged_into_a_lesson_that_is_withdrawn_stands_alone_again(store: Store) -> None:
    await store.run(lambda tx: lifecycle.withdraw(tx, HERE, told(ONE)))
    assert SAID in str((await seen(store))[OTHER])
    assert await store.run(lambda tx: retiring.retired(tx, HERE)) == {}


async def test_who_is_forgotten_is_named_in_it_no_more(store: Store) -> None:
    assert "Bo Ek" in str(await seen(store))
    await store.run(lambda tx: lifecycle.forget_person(tx, Someone("directory-bo", "Bo Ek"), AT))
    whole = (await seen(store))[ONE]
    assert SAID in str(whole)
    assert "Bo Ek" not in str(whole)


async def test_one_that_becomes_confidential_is_no_longer_read_in_what_all_may_read(store: Store) -> None:
    await approved(store, told(OTHER, did=SAID, public=False), AT + timedelta(days=1))
    assert SAID not in str(await seen(store, leader=False))
    found = await seen(store)
    assert SAID not in str(found[ONE])
    assert found[OTHER].visibility is Visibility.CONFIDENTIAL
    assert SAID not in (await exported(store))[f"{ONE}.md"]


async def test_put_away_it_takes_along_what_was_merged_into_it(store: Store) -> None:
    await store.run(lambda tx: retiring.retire(tx, HERE, ONE, AT))
    assert {ONE, OTHER}.isdisjoint(await seen(store))
    await store.run(lambda tx: retiring.restore(tx, HERE, ONE))
    assert SAID in str((await seen(store))[ONE])


async def test_it_is_called_what_the_kept_one_is(store: Store) -> None:
    assert await store.run(lambda tx: catalogue.label(tx, HERE, OTHER) == catalogue.label(tx, HERE, ONE))
    assert await store.run(lambda tx: catalogue.label(tx, HERE, ONE))
    await store.run(lambda tx: retiring.retire(tx, HERE, ONE, AT))
    assert await store.run(lambda tx: catalogue.label(tx, HERE, OTHER)) is None


async def test_a_library_at_hand_follows(store: Store) -> None:
    held = Libraries(store)

    async def says(id: str) -> str:
        return str((await held.of(HERE, True)).case(id))

    assert SAID in await says(ONE)
    assert await says(OTHER) == await says(ONE)
    await approved(store, told(OTHER, did="Leksand höll sju kvällar till."), AT + timedelta(days=1))
    assert "sju kvällar" in await says(ONE)
    await store.run(lambda tx: retiring.restore(tx, HERE, OTHER))
    assert "sju kvällar" not in await says(ONE)
    await merge(store, ONE, OTHER)
    assert "sju kvällar" in await says(ONE)
    await store.run(lambda tx: lifecycle.withdraw(tx, HERE, told(ONE)))
    assert "sju kvällar" in await says(OTHER)


@pytest.mark.parametrize("into", ["", "ludvika"])
async def test_an_export_is_the_same_library_elsewhere(store: Store, into: str) -> None:
    if into:
        await merge(store, into, ONE)
        await merge(store, into, "torsboda")
    files = await exported(store)
    await take(store, "elsewhere", files)
    assert await seen(store, "elsewhere") == await seen(store)
    assert await exported(store, "elsewhere") == files
    assert set((await take(store, "elsewhere", files)).values()) == {Change.UNCHANGED}
    library = await Libraries(store).of("elsewhere", True)
    assert library.case(OTHER) == library.cases[into or ONE]


async def test_an_export_changes_nothing_where_it_came_from(store: Store) -> None:
    before = await seen(store)
    assert set((await take(store, HERE, await exported(store))).values()) == {Change.UNCHANGED}
    assert await seen(store) == before


async def test_an_edited_export_keeps_no_copy_of_what_others_told(store: Store) -> None:
    text = (await exported(store))[f"{ONE}.md"]
    edited = text.replace(SAID, "Nej.").replace("Samrådet blev lugnt", "Samrådet blev mycket lugnt")
    await take(store, HERE, {f"{ONE}.md": edited})
    whole = str((await seen(store))[ONE])
    assert SAID in whole
    assert "mycket lugnt" in whole
    await store.run(lambda tx: lifecycle.withdraw(tx, HERE, told(OTHER)))
    assert "Nej." not in str((await seen(store))[ONE])


async def test_an_edited_statement_of_a_case_from_a_file_is_taken(embedded: Store) -> None:
    await take(embedded, HERE, {"exempel.md": GOOD, "annat.md": sample("annat", "an")})
    await merge(embedded, "exempel", "annat")
    text = (await exported(embedded))["exempel.md"]
    edited = text.replace("- Sundsvall och Timrå delar på risken [1]. [^avtal] {#an-1}", "- Nytt. [^avtal] {#an-1}")
    assert edited != text
    assert await take(embedded, HERE, {"exempel.md": edited}) == {"exempel": Change.CHANGED}
    said = {passage.id: passage.text for passage in (await seen(embedded))["exempel"].passages}
    assert (said["an-1"], said["ex-1"]) == ("Nytt.", "Sundsvall och Timrå delar på risken [1].")


async def test_merged_cases_need_a_network_and_are_not_merged_with_themselves(store: Store) -> None:
    text = (await exported(store))[f"{ONE}.md"]
    for network, said, files in (("*", "--network", text), (HERE, "med sig självt", text.replace(OTHER, ONE, 1))):
        with pytest.raises(BadCase, match=said):
            await import_cases(store, network, {f"{ONE}.md": files}, AT)


async def test_importing_the_other_way_round_turns_it(store: Store) -> None:
    text = (await exported(store))[f"{ONE}.md"]
    turned = text.replace(f"id: {ONE}", f"id: {OTHER}", 1).replace(f'merged: ["{OTHER}"]', f'merged: ["{ONE}"]')
    await take(store, HERE, {f"{OTHER}.md": turned})
    assert await store.run(lambda tx: retiring.retired(tx, HERE)) == {ONE: OTHER}


@given(cases(), cases())
def test_what_is_merged_reads_the_same_from_its_file(kept: Case, other: Case) -> None:
    if kept.id == other.id:
        return
    whole = merged(replace(kept, visibility=other.visibility), [other])
    assert parse(render(whole), f"{whole.id}.md") == whole
    assert {passage.id for passage in whole.passages} == {each.id for case in (kept, other) for each in case.passages}
    assert {_cited(source) for source in whole.sources} >= {_cited(source) for source in kept.sources}
    assert whole.checked == min(kept.checked, other.checked)


def _cited(source: Source) -> Source:
    return replace(source, key="")


def test_together_is_all_that_hangs_together() -> None:
    away = {"a": "b", "b": "c", "d": "c", "e": "", "f": "g"}
    for id in "abcd":
        assert together([id], away) == {"a", "b", "c", "d"}
    assert together(["e"], away) == {"e"}


def test_the_nearest_comes_first() -> None:
    one, other = (parse(sample(id, id[:2]), f"{id}.md") for id in ("exempel", "annat"))
    library = Library([*catalogue.shipped(), one, other])
    first, *others = nearest(library, one)
    assert first == other
    assert {*others} == {*catalogue.shipped()}
    assert all(each.kind is not Kind.MEETING for each in others)
