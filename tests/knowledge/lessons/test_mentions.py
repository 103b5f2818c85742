"""Who is named in what others told is told so, and named there no longer once they are forgotten."""

from dataclasses import replace
from functools import partial

import pytest

from knowledge import presence
from knowledge.lessons import lifecycle, mentions
from knowledge.lessons.model import Lesson
from knowledge.library import catalogue
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Store
from tests.knowledge.lessons.samples import NOW, lesson

NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norr@thread.tacv2"
KARIN = Someone("karin", "Karin Ek")
NAMED = lesson(title="Karin Eks kvällar", did="Karin Ek höll tre kvällar.\nKarin bjöd på kaffe.")
WAITING = lesson(id="lardom-00000000000b", author="bo", went="Fråga Karin Ek.")


@pytest.fixture
async def store(embedded: Store) -> Store:
    """Karin takes part in a network with a lesson in its library and a draft that name her."""
    await embedded.run(lambda tx: presence.saw(tx, KARIN.id, NOW, NETWORK, "19:general@thread.tacv2"))
    await embedded.run(lambda tx: lifecycle.approve(tx, NETWORK, replace(NAMED, question="Vad gjorde Karin Ek?"), NOW))
    await embedded.run(lambda tx: lifecycle.keep(tx, NETWORK, WAITING))
    await embedded.run(lambda tx: lifecycle.keep(tx, OTHER, WAITING))
    return embedded


async def held(store: Store, network: str = NETWORK) -> list[Lesson]:
    return await store.run(lambda tx: list(lifecycle.every(tx, network)))


async def test_they_are_told_in_what_they_are_named(store: Store) -> None:
    told = await store.run(lambda tx: mentions.kept_of(tx, KARIN))
    assert told == [
        Fact("lesson-named", {"title": WAITING.told.title}, NETWORK),
        Fact("lesson-named", {"title": "Karin Eks kvällar"}, NETWORK),
    ]
    for other in (Someone("bo", "Bo Ek"), Someone("karin"), Someone("other", "Karin Ek")):
        assert await store.run(partial(mentions.kept_of, person=other)) == []


async def test_who_is_forgotten_is_named_nowhere_in_their_network_nor_in_its_library(store: Store) -> None:
    await store.run(lambda tx: mentions.forget_person(tx, KARIN, NOW))
    assert not any("Karin Ek" in text for each in await held(store) for text in each.texts)
    [waiting, approved] = await held(store)
    assert waiting.told.went == "Fråga en deltagare."
    assert approved.versions[0].told == approved.told
    case = await store.run(lambda tx: catalogue.find(tx, NETWORK, NAMED.id))
    assert case
    assert "en deltagare höll tre kvällar." in [each.text for each in case.passages]
    assert "Karin Ek" not in str(case)
    assert "Fråga Karin Ek." in (await held(store, OTHER))[0].texts
