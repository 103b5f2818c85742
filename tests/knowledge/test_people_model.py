"""Whatever people say, change, pause and take back, and whenever Erfa is restarted: only who said yes is ever found."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from knowledge import contacts, people
from knowledge.library.model import THEMES
from knowledge.people import HOMES, Challenges, Profile
from knowledge.personal import Someone
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from tests.knowledge.persons import DALARNA, NORR, NOW, TODAY

T = TypeVar("T")
NAMES = {"anna": "Anna Ek", "bo/29:1": "Bo Å", "eva": "Eva Öst"}
NETWORKS = (DALARNA, NORR)
ASKED = ("", "bostäder", "mark och energi", "Avesta", "Anna Ek", "vattenverk", "Bo Eva Öst")
PEOPLE = st.sampled_from(sorted(NAMES))
CHALLENGES = st.builds(
    Challenges,
    themes=st.lists(st.sampled_from(THEMES), max_size=3, unique=True).map(tuple),
    words=st.sampled_from(["", "vattenverk", "Torsboda, buller"]),
)
SAID = st.builds(
    Profile,
    person=PEOPLE,
    name=st.just(""),
    home=st.sampled_from(HOMES),
    been_through=CHALLENGES,
    faces=CHALLENGES,
    findable=st.sampled_from([NOW, None]),
    matchable=st.sampled_from([NOW, None]),
    not_with=st.lists(st.sampled_from(sorted(NAMES.values())), max_size=2, unique=True).map(tuple),
)


class Found(RuleBasedStateMachine):
    """The model: for each network and person, whether others may find them and until when they pause."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.store = self.runner.run(EmbeddedStore.open(self.folder))
        self.today = TODAY
        self.said: dict[tuple[str, str], tuple[bool, date | None]] = {}

    def run(self, work: Callable[[Transaction], T]) -> T:
        return self.runner.run(self.store.run(work))

    @rule(profile=SAID, network=st.sampled_from(NETWORKS))
    def say(self, profile: Profile, network: str) -> None:
        named = replace(profile, name=NAMES[profile.person])
        self.run(lambda tx: people.save(tx, network, named))
        self.said[network, profile.person] = profile.findable is not None, None

    @rule(person=PEOPLE, network=st.sampled_from(NETWORKS), days=st.integers(-2, 5))
    def pause(self, person: str, network: str, days: int) -> None:
        profile = self.run(lambda tx: people.find(tx, network, person))
        if profile:
            until = self.today + timedelta(days=days)
            self.run(lambda tx: people.save(tx, network, replace(profile, paused=until)))
            self.said[network, person] = profile.findable is not None, until

    @rule(person=PEOPLE, network=st.sampled_from(NETWORKS))
    def take_back(self, person: str, network: str) -> None:
        profile = self.run(lambda tx: people.find(tx, network, person))
        if profile:
            self.run(lambda tx: people.save(tx, network, replace(profile, findable=None)))
            self.said[network, person] = False, profile.paused

    @rule(person=PEOPLE)
    def forget(self, person: str) -> None:
        self.run(lambda tx: people.forget_person(tx, Someone(person, NAMES[person]), NOW))
        self.said = {key: said for key, said in self.said.items() if key[1] != person}
        left = self.run(lambda tx: [entry.value for entry in tx.query("")])
        assert all(NAMES[person] not in str(value) for value in left)

    @rule(days=st.integers(1, 3))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def restart(self) -> None:
        self.runner.run(self.store.close())
        self.store = self.runner.run(EmbeddedStore.open(self.folder))

    @invariant()
    def only_who_said_yes_is_found(self) -> None:
        for network in NETWORKS:
            visible = {
                person
                for (where, person), (findable, paused) in self.said.items()
                if where == network and findable and (paused is None or self.today > paused)
            }
            assert self.found(network, "") == visible
            for asked in ASKED:
                assert self.found(network, asked) <= visible
                best = self.run(partial(contacts.best, network=network, question=asked, besides="", today=self.today))
                assert best is None or best.profile.person in visible

    def found(self, network: str, asked: str) -> set[str]:
        found = self.run(partial(contacts.find, network=network, asked=asked, besides="", today=self.today))
        return {each.profile.person for each in found}

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()
        shutil.rmtree(self.folder)


def test_nobody_hidden_is_ever_found() -> None:
    run_state_machine_as_test(Found, settings=settings(max_examples=25, stateful_step_count=25))
