"""Whose library holds which cases: shipped, imported for all, a network's own, and confidential ones."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.library import changes
from knowledge.library.case import parse, render
from knowledge.library.catalogue import (
    Change,
    ConfidentialForAll,
    cases,
    put_case,
    shipped,
    visible,
)
from knowledge.library.changes import ALL_NETWORKS
from knowledge.library.importing import import_cases
from knowledge.library.model import Case, Visibility
from knowledge.library.problems import BadCase, Fault, Problem
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.library.samples import GOOD, TODAY, sample

AT = datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC)
OTHER_TEXT = GOOD.replace("delar på risken", "delar på vinsten")
SECRET = sample(visibility="ej offentlig")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await EmbeddedStore.open(tmp_path / "data")
    yield store
    await store.close()


async def seen(store: Store, network: str, leader_in_private: bool = False) -> dict[str, Case]:
    found = await store.run(lambda tx: cases(tx, network, leader_in_private))
    assert [case.id for case in found] == sorted(case.id for case in found)
    return {case.id: case for case in found}


async def take(store: Store, network: str, *texts: str) -> list[tuple[str, Change]]:
    names = (text.splitlines()[1].removeprefix("id: ") + ".md" for text in texts)
    return await import_cases(store, network, dict(zip(names, texts, strict=True)), AT)


async def version(store: Store, network: str) -> str:
    return await store.run(lambda tx: changes.version(tx, network))


async def test_a_new_network_has_the_shipped_library(store: Store) -> None:
    assert list((await seen(store, "dalarna")).values()) == list(shipped())
    assert len(shipped()) > 0


async def test_import_adds_then_finds_nothing_to_change(store: Store) -> None:
    assert await take(store, "dalarna", GOOD) == [("exempel", Change.ADDED)]
    assert await take(store, "dalarna", GOOD) == [("exempel", Change.UNCHANGED)]
    assert (await seen(store, "dalarna"))["exempel"] == parse(GOOD, "exempel.md")


async def test_what_is_exported_imports_as_unchanged(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    exported = render((await seen(store, "dalarna"))["exempel"])
    assert await take(store, "dalarna", exported) == [("exempel", Change.UNCHANGED)]


async def test_import_changes_what_was_there(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    assert await take(store, "dalarna", OTHER_TEXT) == [("exempel", Change.CHANGED)]
    assert (await seen(store, "dalarna"))["exempel"] == parse(OTHER_TEXT, "exempel.md")


async def test_a_networks_case_is_its_own(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    assert "exempel" not in await seen(store, "norrbotten")
    assert "exempel" not in await seen(store, "dal")


async def test_a_case_for_all_reaches_every_network(store: Store) -> None:
    assert await take(store, ALL_NETWORKS, GOOD) == [("exempel", Change.ADDED)]
    assert "exempel" in await seen(store, "dalarna")
    assert "exempel" in await seen(store, "norrbotten")


async def test_the_nearer_case_replaces_the_farther(store: Store) -> None:
    first = shipped()[0]
    for_all, own = replace(first, intro="För alla."), replace(first, intro="Vår egen.")
    assert await take(store, ALL_NETWORKS, render(for_all)) == [(first.id, Change.CHANGED)]
    assert await take(store, "dalarna", render(own)) == [(first.id, Change.CHANGED)]
    assert (await seen(store, "dalarna"))[first.id].intro == "Vår egen."
    assert (await seen(store, "norrbotten"))[first.id].intro == "För alla."


async def test_what_all_see_anyway_is_not_kept_for_one(store: Store) -> None:
    first = shipped()[0]
    assert await take(store, "dalarna", render(first)) == [(first.id, Change.UNCHANGED)]
    await take(store, "dalarna", render(replace(first, intro="Vår egen.")))
    assert await take(store, "dalarna", render(first)) == [(first.id, Change.CHANGED)]
    await take(store, ALL_NETWORKS, render(replace(first, intro="För alla.")))
    assert (await seen(store, "dalarna"))[first.id].intro == "För alla."


async def test_nothing_is_imported_when_one_file_is_bad(store: Store) -> None:
    bad = sample("annat", "an").replace("kind: fall", "kind: saga")
    with pytest.raises(BadCase, match=r"annat\.md:4:"):
        await take(store, "dalarna", GOOD, bad)
    assert "exempel" not in await seen(store, "dalarna")


async def test_import_is_checked_against_what_is_there(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    twin = sample("annat", "an").replace("#an-4", "#ex-4")
    with pytest.raises(BadCase) as refused:
        await take(store, "dalarna", twin)
    assert refused.value.problems == (Problem("annat.md", 33, Fault.ID_TAKEN.format(id="ex-4", case="exempel")),)
    assert await take(store, "norrbotten", twin) == [("annat", Change.ADDED)]


async def test_a_dispute_with_what_is_there_shows_on_both_sides(store: Store) -> None:
    await take(store, ALL_NETWORKS, GOOD)
    await take(store, "dalarna", sample("annat", "an").replace("{#an-1}", "{#an-1 mot=ex-1}"))
    first = {id: case.passages[0] for id, case in (await seen(store, "dalarna")).items()}
    assert first["annat"].disputed_by == ("ex-1",)
    assert first["exempel"].disputed_by == ("an-1",)
    assert (await seen(store, "norrbotten"))["exempel"].passages[0].disputed_by == ()


async def test_a_dispute_with_what_is_gone_is_not_told(store: Store) -> None:
    await take(store, ALL_NETWORKS, GOOD)
    await take(store, "dalarna", sample("annat", "an").replace("{#an-1}", "{#an-1 mot=ex-1}"))
    await take(store, "dalarna", sample("exempel", "nya"))
    assert (await seen(store, "dalarna"))["annat"].passages[0].disputed_by == ()


async def test_the_nearer_statement_replaces_the_farther(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    await take(store, ALL_NETWORKS, sample("annat", "an").replace("#an-4", "#ex-4"))
    found = await seen(store, "dalarna")
    assert [passage.id for passage in found["annat"].passages] == ["an-1", "an-2", "an-3"]
    assert [passage.id for passage in found["exempel"].passages] == ["ex-1", "ex-2", "ex-3", "ex-4"]


async def test_a_confidential_case_is_for_its_leaders_in_private(store: Store) -> None:
    await take(store, "dalarna", SECRET)
    assert "exempel" not in await seen(store, "dalarna")
    assert "exempel" in await seen(store, "dalarna", leader_in_private=True)
    assert "exempel" not in await seen(store, "norrbotten", leader_in_private=True)


async def test_a_confidential_case_hides_nothing_from_the_others(store: Store) -> None:
    first = shipped()[0]
    own = replace(first, intro="Hemligt.", visibility=Visibility.CONFIDENTIAL)
    assert await take(store, "dalarna", render(own)) == [(first.id, Change.CHANGED)]
    assert (await seen(store, "dalarna"))[first.id] == first
    assert (await seen(store, "dalarna", leader_in_private=True))[first.id] == own


async def test_a_confidential_statement_is_not_named_to_the_others(store: Store) -> None:
    await take(store, "dalarna", GOOD)
    secret = sample("annat", "an", "ej offentlig").replace("{#an-1}", "{#an-1 mot=ex-1}")
    await take(store, "dalarna", secret)
    assert (await seen(store, "dalarna"))["exempel"].passages[0].disputed_by == ()
    assert (await seen(store, "dalarna", True))["exempel"].passages[0].disputed_by == ("an-1",)


async def test_a_confidential_case_cannot_be_given_to_all(store: Store) -> None:
    with pytest.raises(BadCase) as refused:
        await take(store, ALL_NETWORKS, SECRET)
    assert refused.value.problems == (Problem("exempel.md", 10, Fault.CONFIDENTIAL_FOR_ALL),)
    case = parse(SECRET, "exempel.md")
    with pytest.raises(ConfidentialForAll):
        await store.run(lambda tx: put_case(tx, ALL_NETWORKS, case, AT))
    assert "exempel" not in await seen(store, "dalarna", leader_in_private=True)


@pytest.mark.parametrize(
    ("visibility", "leader", "expected"),
    [
        ("offentlig", False, True),
        ("offentlig", True, True),
        ("ej offentlig", False, False),
        ("ej offentlig", True, True),
    ],
)
def test_who_sees_what(visibility: str, leader: bool, expected: bool) -> None:
    assert visible(parse(sample(visibility=visibility), "exempel.md"), leader) is expected


async def test_the_version_follows_every_change_and_no_other(store: Store) -> None:
    versions = [await version(store, "dalarna")]
    for network, text in [("dalarna", GOOD), ("dalarna", OTHER_TEXT), (ALL_NETWORKS, GOOD), ("dalarna", GOOD)]:
        await take(store, network, text)
        versions.append(await version(store, "dalarna"))
    assert len(set(versions)) == len(versions)
    await take(store, "dalarna", GOOD)
    await take(store, "norrbotten", OTHER_TEXT)
    assert await version(store, "dalarna") == versions[-1]


async def test_more_cases_than_one_page_holds(store: Store) -> None:
    await take(store, "dalarna", *(sample(f"fall-{number}", f"f{number}") for number in range(120)))
    assert len(await seen(store, "dalarna")) == len(shipped()) + 120
