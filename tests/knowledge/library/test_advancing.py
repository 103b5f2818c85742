"""A library brought up to date is the one that would be built anew, for everybody who sees it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.lessons.shelf import as_case
from knowledge.library.catalogue import put_case, remove_case
from knowledge.library.index import in_so_many_words
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.library.model import Case, Visibility
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.lessons.samples import NOW, lesson

WORDS = ("brygga", "vatten", "samråd", "turbin", "grind", "kalkyl")
PLACES = ("Leksand", "Orsa", "Mora")


def told(number: int, word: str, place: str) -> Case:
    made = lesson(f"lardom-{number:012}", title=f"Om {word}", did=f"Vi gjorde en {word} i {place}.", home=place)
    return as_case(made)


steps = st.lists(
    st.tuples(st.integers(0, 3), st.one_of(st.none(), st.tuples(st.sampled_from(WORDS), st.sampled_from(PLACES)))),
    max_size=6,
)


def seen(library: Library) -> dict[str, object]:
    found = {word: {hit.id for hit in library.index.search(in_so_many_words(word), 50)} for word in WORDS}
    held = {word: {id for id in ids if library.find(id)} for word, ids in found.items()}
    assert held == found
    named = {place: sorted(library.cases_named(place.lower())) for place in PLACES}
    return {
        "held": held,
        "named": named,
        "places": dict(library.places),
        "cases": dict(library.cases),
    }


@settings(max_examples=40)
@given(steps)
def test_it_is_as_if_built_anew(steps: list[tuple[int, tuple[str, str] | None]]) -> None:
    cases: dict[str, Case] = {}
    library = Library([])
    for number, said in steps:
        case = told(number, *said) if said else None
        id = f"lardom-{number:012}"
        cases = {key: each for key, each in cases.items() if key != id} | ({id: case} if case else {})
        library = library.advanced({id: case})
    assert seen(library) == seen(Library(cases.values()))


async def test_a_lesson_is_found_without_building_anew(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    before = await libraries.of("dalarna", False)
    assert await libraries.of("dalarna", True) is before
    case = told(1, "turbin", "Orsa")
    await store.run(lambda tx: put_case(tx, "dalarna", case, NOW))
    after = await libraries.of("dalarna", False)
    assert after.index is before.index
    assert after.find(f"{case.id}-1")
    assert await libraries.of("dalarna", True) is after
    await store.run(lambda tx: remove_case(tx, "dalarna", case.id))
    gone = await libraries.of("dalarna", False)
    assert gone.index is before.index
    assert gone.find(f"{case.id}-1") is None
    assert case.id not in gone.cases
    await store.close()


@pytest.mark.parametrize("first", [True, False])
async def test_one_for_leaders_stays_with_them(tmp_path: Path, first: bool) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    for leader in (True, False):
        await libraries.of("dalarna", leader)
    secret = replace(told(1, "turbin", "Orsa"), visibility=Visibility.CONFIDENTIAL)
    await store.run(lambda tx: put_case(tx, "dalarna", secret, NOW))
    views = {leader: await libraries.of("dalarna", leader) for leader in (first, not first)}
    hits = {leader: {hit.id for hit in view.index.search(in_so_many_words("turbin"))} for leader, view in views.items()}
    assert views[True].find(f"{secret.id}-1")
    assert views[False].find(f"{secret.id}-1") is None
    assert not any(id.startswith(secret.id) for id in hits[False])
    await store.run(lambda tx: put_case(tx, "dalarna", told(1, "turbin", "Orsa"), NOW))
    for leader in (True, False):
        assert (await libraries.of("dalarna", leader)).find(f"{secret.id}-1")
    await store.close()


async def test_another_network_that_held_the_same_does_not_see_it(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    theirs = await libraries.of("norrbotten", False)
    assert await libraries.of("dalarna", False) is theirs
    case = told(1, "turbin", "Orsa")
    await store.run(lambda tx: put_case(tx, "dalarna", case, NOW))
    assert (await libraries.of("dalarna", False)).find(f"{case.id}-1")
    assert await libraries.of("norrbotten", False) is theirs
    assert not any(hit.id.startswith(case.id) for hit in theirs.index.search(in_so_many_words("turbin")))
    await store.close()


async def test_more_than_is_remembered_is_built_anew(tmp_path: Path) -> None:
    store = await EmbeddedStore.open(tmp_path)
    libraries = Libraries(store)
    before = await libraries.of("dalarna", False)
    cases = [told(number, "turbin", "Orsa") for number in range(51)]
    await store.run(lambda tx: [put_case(tx, "dalarna", each, NOW) for each in cases])
    after = await libraries.of("dalarna", False)
    assert after.index is not before.index
    assert all(after.find(f"{each.id}-1") for each in cases)
    await store.close()
