"""The library held ready for each asker follows what is imported."""

from datetime import UTC, datetime
from pathlib import Path

from knowledge.library.catalogue import import_cases
from knowledge.library.libraries import Libraries
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.library.samples import GOOD, sample

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
