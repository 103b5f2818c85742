"""Whatever is done with a poll in whatever order: it is as a dict of people and answers would have it."""

import asyncio
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from knowledge.polls import ballots, lifecycle
from knowledge.polls.ballots import Choice, Voter
from knowledge.polls.lifecycle import NotAnOption, NotOpen
from knowledge.polls.model import Ballot, Kind, Names, Poll, Question
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix
from tests.knowledge.polls.made import ANNA, BO, CIA, DALARNA, LATER, MEET, NOON, SEVERAL, a_poll

T = TypeVar("T")
PEOPLE = st.sampled_from([ANNA, BO, CIA])


class AgainstModel(RuleBasedStateMachine):
    """The model: who chose which options, and whether the poll is there, open or closed."""

    poll: Poll

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.store = self.loop.run_until_complete(EmbeddedStore.open(Path(self.folder.name)))
        self.now = NOON
        self.chosen: dict[str, set[int]] = {}
        self.deleted = False
        self.counted: tuple[int, ...] | None = None

    def run(self, work: Callable[[Transaction], T]) -> T:
        return self.loop.run_until_complete(self.store.run(work))

    @initialize(question=st.sampled_from([MEET, SEVERAL]), names=st.sampled_from(Names))
    def begin(self, question: Question, names: Names) -> None:
        self.poll = a_poll(question, names=names)
        assert self.run(lambda tx: lifecycle.make(tx, self.poll))

    def is_open(self) -> bool:
        return self.counted is None and self.now < LATER

    def there(self) -> bool:
        return not self.deleted

    @rule(days=st.integers(0, 2))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @precondition(there)
    @rule(who=PEOPLE, option=st.integers(-1, 3), chosen=st.booleans(), times=st.integers(1, 3))
    def choose(self, who: Voter, option: int, chosen: bool, times: int) -> None:
        """Once, or delivered several times."""
        for _ in range(times):
            try:
                ballot = self.run(self.choosing(who, Choice(option, chosen)))
            except NotAnOption:
                assert option not in range(3)
                return
            except NotOpen:
                assert not self.is_open()
                return
            assert self.is_open()
            self.note(who, option, chosen)
            assert set(ballot.answers[0]) == self.chosen.get(who.id, set())

    def choosing(self, who: Voter, choice: Choice) -> Callable[[Transaction], Ballot]:
        return lambda tx: lifecycle.choose(tx, self.held(tx), who, choice, self.now)

    def note(self, who: Voter, option: int, chosen: bool) -> None:
        several = self.poll.questions[0].kind is Kind.SEVERAL
        before = self.chosen.get(who.id, set()) if several else set()
        self.chosen[who.id] = before | {option} if chosen else before - {option}
        if not self.chosen[who.id]:
            del self.chosen[who.id]

    @precondition(there)
    @rule(who=PEOPLE)
    def withdraw(self, who: Voter) -> None:
        try:
            self.run(lambda tx: lifecycle.answer(tx, self.held(tx), who, ballots.blank, self.now))
        except NotOpen:
            assert not self.is_open()
        else:
            assert self.is_open()
            self.chosen.pop(who.id, None)

    @precondition(there)
    @rule()
    def close(self) -> None:
        self.run(lambda tx: lifecycle.close(tx, self.held(tx), self.now))
        self.counted = self.counted or self.model()

    @precondition(there)
    @rule()
    def make_again(self) -> None:
        """Which neither opens nor empties it."""
        assert not self.run(lambda tx: lifecycle.make(tx, self.poll))

    @rule()
    def restart(self) -> None:
        self.loop.run_until_complete(self.store.close())
        self.store = self.loop.run_until_complete(EmbeddedStore.open(Path(self.folder.name)))

    @precondition(there)
    @rule(sure=st.integers(0, 3))
    def delete(self, sure: int) -> None:
        if sure:  # else there would be little of it to see
            return
        self.run(lambda tx: lifecycle.delete(tx, self.held(tx), self.now))
        self.deleted = True

    def held(self, tx: Transaction) -> Poll:
        found = lifecycle.find(tx, DALARNA, self.poll.id)
        assert found
        return found

    def model(self) -> tuple[int, ...]:
        return tuple(sum(option in each for each in self.chosen.values()) for option in range(3))

    @invariant()
    def everybody_is_counted_once(self) -> None:
        if self.deleted:
            assert self.run(lambda tx: tx.query(prefix("networks"))) == []
            return
        tally = self.run(lambda tx: ballots.count(tx, self.held(tx)))
        assert tally.counts[0].chosen == (self.counted or self.model())
        assert tally.voters == len(self.chosen) == self.run(lambda tx: ballots.voters(tx, self.held(tx)))

    @invariant()
    def everybody_finds_their_own(self) -> None:
        if self.deleted:
            return
        for who in (ANNA, BO, CIA):
            sealed = self.poll.anonymous and self.counted is not None
            own = None if sealed else self.chosen.get(who.id)
            expected = Ballot((tuple(sorted(own)),)) if own else None
            assert self.run(self.finding(who)) == expected

    def finding(self, who: Voter) -> Callable[[Transaction], Ballot | None]:
        return lambda tx: ballots.find(tx, self.held(tx), who.id)

    def teardown(self) -> None:
        self.loop.run_until_complete(self.store.close())
        self.loop.close()
        self.folder.cleanup()


def test_it_is_as_the_model() -> None:
    run_state_machine_as_test(AgainstModel, settings=settings(max_examples=25, stateful_step_count=30))
