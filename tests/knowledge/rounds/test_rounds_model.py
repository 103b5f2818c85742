"""Whatever people say, pause and forget, and whenever Erfa is restarted: nobody is matched who does not want it."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from knowledge import jobs, people
from knowledge.people import HOMES, Challenges, Profile
from knowledge.personal import Someone
from knowledge.rounds import forming, keeping, lifecycle, records
from knowledge.rounds.lifecycle import CLOSE, FORM, REDRAW, SILENCE
from knowledge.rounds.model import Asked, Group, Met, Round
from knowledge.store.contract import Entry, Transaction
from knowledge.store.embedded import EmbeddedStore

T = TypeVar("T")
NETWORK = "19:dalarna@thread.tacv2"
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NAMES = {f"person-{number}": f"Person {number}" for number in range(9)}
PEOPLE = st.sampled_from(sorted(NAMES))
REFUSED = (
    lifecycle.NotOpen,
    lifecycle.NotAsked,
    lifecycle.Paused,
    lifecycle.NoHome,
    lifecycle.NotYours,
    lifecycle.StillRunning,
)


class Rounds(RuleBasedStateMachine):
    """The model: who may be matched, and who has said no to, or was silent in, the round that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.store = self.runner.run(EmbeddedStore.open(self.folder))
        self.now = MONDAY
        self.numbers = count()
        self.out: set[str] = set()
        for number, (person, name) in enumerate(sorted(NAMES.items())):
            profile = Profile(person, name, home=HOMES[number % 4], faces=Challenges(("mark", "energi")[number % 2 :]))
            self.run(partial(people.save, network=NETWORK, profile=profile))

    def run(self, work: Callable[[Transaction], T]) -> T:
        return self.runner.run(self.store.run(work))

    def tried(self, work: Callable[[Transaction], object]) -> bool:
        try:
            self.run(work)
        except REFUSED:
            return False
        return True

    def latest(self) -> Round | None:
        return next(iter(self.run(lambda tx: records.rounds(tx, NETWORK))), None)

    def profile(self, person: str) -> Profile:
        found = self.run(lambda tx: people.find(tx, NETWORK, person))
        return found or Profile(person, NAMES[person], home=HOMES[int(person[-1]) % 4])

    def groups(self) -> list[Group]:
        def look(tx: Transaction) -> list[Group]:
            return [group for round in records.rounds(tx, NETWORK) for group in records.groups(tx, round)]

        return self.run(look)

    def open_groups(self) -> list[Group]:
        return [group for group in self.groups() if group.agreed_at is None]

    def agreed_groups(self) -> list[Group]:
        return [group for group in self.groups() if group.agreed_at]

    @rule(size=st.sampled_from([2, 3]), asked=st.sampled_from(Asked))
    def call(self, size: int, asked: Asked) -> None:
        round = Round(
            id=f"round-{next(self.numbers)}",
            network=NETWORK,
            leader="person-0",
            conversation="19:kanal@thread.tacv2",
            language="sv",
            size=size,
            asked=asked,
            named=False,
            called_at=self.now,
            closes_at=self.now + timedelta(days=2),
        )
        if self.tried(lambda tx: lifecycle.call(tx, round)):
            self.out = set()

    @rule(who=st.sets(PEOPLE, min_size=1))
    def join(self, who: set[str]) -> None:
        round = self.latest()
        if round:
            for person in sorted(who):
                self.tried(partial(self._join, round=round, person=person))

    def _join(self, tx: Transaction, round: Round, person: str) -> None:
        lifecycle.join(tx, round, self.profile_in(tx, person), self.now, round.closes_at.date())

    def profile_in(self, tx: Transaction, person: str) -> Profile:
        return people.find(tx, NETWORK, person) or Profile(person, NAMES[person], home=HOMES[int(person[-1]) % 4])

    @rule(hours=st.sampled_from([1, 20, 50, 80]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.work()

    @rule(answers=st.lists(st.tuples(PEOPLE, st.sampled_from(["yes", "yes", "yes", "no"])), min_size=1, max_size=6))
    def answer(self, answers: list[tuple[str, str]]) -> None:
        for person, said in answers:
            group = next((each for each in self.open_groups() if each.has(person)), None)
            if group and said == "yes":
                self.run(partial(lifecycle.accept, group=group, person=person, now=self.now))
            elif group:
                self.run(partial(lifecycle.decline, group=group, person=person, now=self.now))
                self.out.add(person)

    @rule(person=PEOPLE, met=st.sampled_from(Met), learned=st.sampled_from(["", "Ring först."]))
    def tell_what_became_of_it(self, person: str, met: Met, learned: str) -> None:
        for group in self.agreed_groups():
            if group.has(person):
                told = self.run(partial(lifecycle.tell_met, group=group, person=person, met=met, learned=learned))
                assert told.told_by == (person if learned else group.told_by)

    @rule(person=PEOPLE, days=st.integers(0, 6))
    def pause(self, person: str, days: int) -> None:
        until = self.now.date() + timedelta(days=days)
        self.run(lambda tx: people.save(tx, NETWORK, replace(self.profile_in(tx, person), paused=until)))

    @rule(person=PEOPLE)
    def take_back(self, person: str) -> None:
        self.run(lambda tx: people.stop_matching(tx, NETWORK, person))

    @rule(person=PEOPLE)
    def leave_the_round(self, person: str) -> None:
        round = self.latest()
        if round:
            self.run(lambda tx: lifecycle.leave(tx, round, person, self.now))

    @rule(person=PEOPLE)
    def leave_the_team(self, person: str) -> None:
        self.run(lambda tx: people.leave(tx, NETWORK, person, self.now))
        self.run(lambda tx: keeping.leave_network(tx, NETWORK, person, self.now))
        assert not any(group.has(person) for group in self.open_groups())

    @rule(person=PEOPLE)
    def come_back(self, person: str) -> None:
        self.run(lambda tx: people.come_back(tx, NETWORK, person))

    @rule(person=PEOPLE)
    def forget(self, person: str) -> None:
        for forgets in (keeping.forget_person, people.forget_person):
            self.run(partial(self._forget, forgets=forgets, person=person))
        assert all(person not in f"{each.key} {each.value}" for each in self.documents() if "/rounds" not in each.key)
        assert self.run(lambda tx: keeping.kept_of(tx, Someone(person))) == []

    def _forget(self, tx: Transaction, forgets: Callable[..., None], person: str) -> None:
        forgets(tx, Someone(person, NAMES[person]), self.now)

    def documents(self) -> list[Entry]:
        return self.run(lambda tx: tx.query("", limit=10_000))

    @rule()
    def restart(self) -> None:
        self.runner.run(self.store.close())
        self.store = self.runner.run(EmbeddedStore.open(self.folder))

    def work(self, meanwhile: Callable[[], None] | None = None) -> None:
        """Do what is due, as the clock does."""
        while due := self.run(self._claim):
            for claimed in due:
                self._do(claimed, meanwhile)
                meanwhile = None

    def _claim(self, tx: Transaction) -> list[jobs.Claimed]:
        kinds = (CLOSE, REDRAW, FORM, SILENCE)
        return [each for kind in kinds for each in jobs.claim_due(tx, kind, self.now, timedelta(minutes=5), 5)]

    def _do(self, claimed: jobs.Claimed, meanwhile: Callable[[], None] | None) -> None:
        if claimed.job.kind == FORM:
            self._form(claimed, meanwhile)
            return
        effects = {CLOSE: self._close, SILENCE: self._fall_silent}
        effect = effects.get(claimed.job.kind, lambda _, __: None)
        self.run(lambda tx: jobs.finish(tx, claimed, lambda tx: effect(tx, claimed.job)))

    def _close(self, tx: Transaction, job: jobs.Job) -> None:
        round = records.find(tx, NETWORK, job.subject)
        assert round
        lifecycle.close(tx, round, self.now)

    def _fall_silent(self, tx: Transaction, job: jobs.Job) -> None:
        group = records.group(tx, NETWORK, job.subject)
        assert group
        lifecycle.fall_silent(tx, group, self.now)

    def _form(self, claimed: jobs.Claimed, meanwhile: Callable[[], None] | None) -> None:
        def look(tx: Transaction) -> forming.Known:
            round = records.find(tx, NETWORK, claimed.job.subject)
            assert round
            return forming.known(tx, round, self.now.date())

        given = self.run(look)
        formed = forming.form(given)
        if meanwhile:
            meanwhile()

        def effect(tx: Transaction) -> datetime | None:
            proposed = forming.propose(tx, given, formed, self.now.date(), self.now)
            return self.now if proposed is None else None

        if self.run(lambda tx: jobs.finish(tx, claimed, effect)):
            self._check_new()

    def _check_new(self) -> None:
        for group in self.open_groups():
            if group.proposed_at == self.now:
                homes = [member.home for member in group.members]
                assert len(set(homes)) == len(homes) >= 2
                for person in group.people:
                    assert self.profile(person).is_matched(self.now.date())
                    assert person not in self.out

    @precondition(lambda self: self.latest() is not None)
    @rule(person=PEOPLE, hours=st.sampled_from([50, 80]))
    def changes_while_groups_are_formed(self, person: str, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.work(meanwhile=lambda: self.take_back(person))

    @invariant()
    def nobody_is_in_two_open_groups(self) -> None:
        members = [person for group in self.open_groups() for person in group.people]
        assert len(members) == len(set(members))

    @invariant()
    def what_a_group_learned_is_told_by_one_who_is_in_it(self) -> None:
        for group in self.agreed_groups():
            assert not group.told_by or group.has(group.told_by)

    @invariant()
    def whoever_is_in_an_open_group_is_in_its_round_and_it_ends(self) -> None:
        for group in self.open_groups():
            assert self.run(partial(jobs.find, kind=SILENCE, network=NETWORK, subject=group.id))
            round = self.run(partial(records.find, network=NETWORK, id=group.round))
            assert round
            for person in group.people:
                held = self.run(partial(records.participant, round=round, person=person))
                assert held
                assert held.group == group.id

    def teardown(self) -> None:
        """Every invitation ends, whatever anybody does or leaves undone."""
        for _ in range(30):
            self.now += timedelta(days=4)
            self.work()
        assert self.open_groups() == []
        assert not any(self.run(partial(lifecycle.is_running, round=each)) for each in self._rounds())
        self.runner.run(self.store.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    def _rounds(self) -> list[Round]:
        return self.run(lambda tx: records.rounds(tx, NETWORK))


def test_rounds_keep_their_promises() -> None:
    run_state_machine_as_test(Rounds, settings=settings(max_examples=20, stateful_step_count=25))
