"""The library held ready for each asker follows what is imported."""

import asyncio
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.library import catalogue, libraries
from knowledge.library.importing import import_cases
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.library.model import Case
from knowledge.store.contract import Store
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.library.samples import GOOD, sample

SHIPPED = sum(len(case.passages) for case in catalogue.shipped())
AT = datetime(2026, 3, 10, tzinfo=UTC)


async def test_an_import_is_searched_at_the_next_question(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    assert (await libraries.of("dalarna", False)).find("ex-1") is None
    await import_cases(store, "dalarna", {"exempel.md": GOOD}, AT)
    assert (await libraries.of("dalarna", False)).find("ex-1")
    assert (await libraries.of("norrbotten", False)).find("ex-1") is None
    await store.close()


async def test_a_confidential_case_is_searched_for_leaders_in_private_only(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    await import_cases(store, "dalarna", {"exempel.md": sample(visibility="ej offentlig")}, AT)
    assert (await libraries.of("dalarna", True)).find("ex-1")
    assert (await libraries.of("dalarna", False)).find("ex-1") is None
    assert (await libraries.of("norrbotten", True)).find("ex-1") is None
    await store.close()


async def test_those_asked_for_least_lately_are_let_go_when_there_are_too_many_passages(
    embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Libraries(embedded)
    for network in ("dalarna", "norrbotten", "skane"):
        await import_cases(embedded, network, {"exempel.md": sample("exempel", network[:2])}, AT)
    monkeypatch.setattr(libraries, "MOST_PASSAGES", int(2.5 * SHIPPED))
    first, second = [await held.of(network, False) for network in ("dalarna", "norrbotten")]
    assert await held.of("dalarna", False) is first
    await held.of("skane", False)
    assert await held.of("dalarna", False) is first
    assert await held.of("norrbotten", False) is not second


async def test_networks_without_cases_of_their_own_share_a_library(
    embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Libraries(embedded)
    monkeypatch.setattr(libraries, "MOST_PASSAGES", SHIPPED)
    first = [await held.of(f"network {number}", False) for number in range(5)]
    assert [await held.of(f"network {number}", False) for number in range(5)] == [first[0]] * 5


async def test_nobody_waits_while_the_library_of_others_is_built(
    embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, go_on, begun = Libraries(embedded), threading.Event(), asyncio.Event()
    ready = await held.of("dalarna", False)
    loop = asyncio.get_running_loop()

    def slowly(cases: Iterable[Case]) -> Library:
        loop.call_soon_threadsafe(begun.set)
        go_on.wait()
        return Library(cases)

    monkeypatch.setattr(libraries, "Library", slowly)
    await import_cases(embedded, "norrbotten", {"exempel.md": GOOD}, AT)
    building = asyncio.create_task(held.of("norrbotten", False))
    await begun.wait()
    assert await held.of("dalarna", False) is ready
    go_on.set()
    assert (await building).find("ex-1")
