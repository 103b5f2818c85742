"""Whatever is planned, moved, cancelled, answered, deleted and forgotten, and whenever Erfa is restarted.

Who answered is counted once, a meeting has one reminder for the day it is held, and one that is gone leaves nothing.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from ical.calendar_stream import IcsCalendarStream

from bot.routes import open_context
from bot.settings import Settings as BotSettings
from cards.gathering_calendar import calendar_file
from dialogs import gathering_posts
from knowledge import jobs, posts
from knowledge.gatherings import keeping, lifecycle
from knowledge.gatherings.lifecycle import Given, NotAhead
from knowledge.gatherings.model import Answer, Gathering, Plan
from knowledge.personal import Someone
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix

T = TypeVar("T")
TEAM = "19:team@thread.tacv2"
ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 3, 20, 7, 0, tzinfo=UTC)  # nine days before clocks change
PEOPLE, HOMES = ("anna", "bo/29:1", "eva"), ("Leksand", "Mora", "")
LEASE = timedelta(minutes=1)
WORKS = {lifecycle.REMIND: gathering_posts.remind, lifecycle.REDRAW: gathering_posts.redraw_in_time}
DAYS, HOURS = st.integers(0, 20), st.integers(0, 21)


@dataclass
class Held:
    """What a meeting should be."""

    plan: Plan
    sequence: int = 0
    cancelled: bool = False
    answers: dict[str, tuple[Answer, str]] = field(default_factory=dict)


class Planned(RuleBasedStateMachine):
    """The model: each meeting as it should be, and on which days which was reminded of."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.open()
        self.now = NOW
        self.held: dict[str, Held] = {}
        self.count = 0

    def open(self) -> None:
        self.store = self.runner.run(EmbeddedStore.open(self.folder))
        self.context = open_context(self.store, BotSettings())

    def run(self, work: Callable[[Transaction], T]) -> T:
        return self.runner.run(self.store.run(work))

    def found(self, id: str) -> Gathering:
        found = self.run(lambda tx: lifecycle.find(tx, TEAM, id))
        assert found
        return found

    def a_plan(self, days: int, hour: int) -> Plan:
        starts = datetime.combine(self.now.date() + timedelta(days=days), datetime.min.time(), ZONE)
        starts = starts.replace(hour=hour).astimezone(UTC)
        return Plan("Träff med Anna Ek", (), starts, starts + timedelta(hours=2))

    @rule(days=DAYS, hour=HOURS)
    def plan(self, days: int, hour: int) -> None:
        plan, self.count = self.a_plan(days, hour), self.count + 1
        made = Gathering(
            f"{self.count}", TEAM, "anna", "19:kanal", "sv", plan, lifecycle.new_link(), self.now, self.now
        )
        if made.is_ahead(self.now):
            for _ in range(2):
                self.run(lambda tx: gathering_posts.begin(tx, self.context, made, self.now))
            self.held[made.id] = Held(plan)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), days=DAYS, hour=HOURS, programme=st.sampled_from(["", "Samtal"]))
    def change(self, data: st.DataObject, days: int, hour: int, programme: str) -> None:
        id, held = self.one(data)
        plan = replace(self.a_plan(days, hour), programme=programme)
        if data.draw(st.booleans()):
            plan = replace(held.plan, programme=programme)
        try:
            self.run(lambda tx: gathering_posts.change(tx, self.context, self.found_in(tx, id), plan, self.now))
        except NotAhead:
            assert held.cancelled or self.now >= held.plan.starts
            return
        assert not held.cancelled
        if (plan.starts, plan.ends) != (held.plan.starts, held.plan.ends):
            held.answers.clear()
        held.sequence += plan != held.plan
        held.plan = plan

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        id, held = self.one(data)
        try:
            self.run(lambda tx: gathering_posts.cancel(tx, self.context, self.found_in(tx, id), self.now))
        except NotAhead:
            assert held.cancelled or self.now >= held.plan.starts
            return
        held.sequence, held.cancelled = held.sequence + 1, True

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        id, _ = self.one(data)
        link = self.found(id).link
        self.run(lambda tx: gathering_posts.delete(tx, self.found_in(tx, id), self.now))
        del self.held[id]
        assert self.run(lambda tx: lifecycle.behind(tx, link)) is None
        assert not self.posted(id)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), person=st.sampled_from(PEOPLE), answer=st.sampled_from(Answer), home=st.sampled_from(HOMES))
    def answer(self, data: st.DataObject, person: str, answer: Answer, home: str) -> None:
        id, held = self.one(data)
        given = Given(answer, home)
        try:
            self.run(lambda tx: lifecycle.answer(tx, self.found_in(tx, id), person, given, self.now))
        except NotAhead:
            assert held.cancelled or self.now >= held.plan.starts
            return
        held.answers[person] = (answer, home)

    @rule(person=st.sampled_from(PEOPLE))
    def forget(self, person: str) -> None:
        self.run(lambda tx: keeping.forget_person(tx, Someone(person), self.now))
        for number, held in enumerate(self.held.values()):
            if person in held.answers:
                given = held.answers.pop(person)
                if held.cancelled or self.now >= held.plan.starts:
                    held.answers[f"nobody {number} {len(held.answers)} {self.count}"] = given
        left = self.run(lambda tx: [entry.key for entry in tx.query(prefix("networks", TEAM), limit=10_000)])
        assert not any(key.endswith(f"/{person.replace('/', '%2F')}") for key in left)

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        """What was due is done now: late, if it was due before."""
        self.now += timedelta(hours=hours)
        for kind, due in WORKS.items():
            claim = partial(jobs.claim_due, kind=kind, now=self.now, lease=LEASE, limit=100)
            for claimed in self.run(claim):
                effect = partial(due, job=claimed.job, now=self.now, context=self.context)
                self.run(partial(jobs.finish, claimed=claimed, effect=effect))

    @rule()
    def restart(self) -> None:
        self.runner.run(self.store.close())
        self.open()

    @invariant()
    def it_is_as_it_should_be(self) -> None:
        found = {each.id: each for each in self.run(lambda tx: lifecycle.every(tx, TEAM))}
        assert found.keys() == self.held.keys()
        for id, held in self.held.items():
            shown = found[id]
            assert (shown.plan, shown.sequence, shown.cancelled_at is not None) == (
                held.plan,
                held.sequence,
                held.cancelled,
            )
            turnout = self.run(partial(lifecycle.turnout, gathering=shown))
            counted = {(each.answer, home): count for each in turnout for home, count in each.homes}
            assert counted == Counter(held.answers.values())

    @invariant()
    def it_is_reminded_of_once_and_only_where_it_is_held(self) -> None:
        for id, held in self.held.items():
            told = [name for name in self.posted(id) if name.startswith("gathering-reminder/")]
            assert len(told) <= 1 or held.sequence  # one for each day that it was to be held on
            assert len(set(told)) == len(told)
            job = self.run(partial(jobs.find, kind=lifecycle.REMIND, network=TEAM, subject=id))
            if held.cancelled:
                assert job is None
            elif job:
                assert job.due == lifecycle.reminded_at(held.plan, ZONE)

    @invariant()
    def its_calendar_file_says_so(self) -> None:
        for id, held in self.held.items():
            [event] = IcsCalendarStream.calendar_from_ics(calendar_file(self.found(id), ZONE).decode()).events
            assert (event.sequence, event.dtstart, event.dtend) == (held.sequence, held.plan.starts, held.plan.ends)
            assert (event.status == "CANCELLED") == held.cancelled

    def found_in(self, tx: Transaction, id: str) -> Gathering:
        found = lifecycle.find(tx, TEAM, id)
        assert found
        return found

    def posted(self, id: str) -> list[str]:
        """The names of what is, or is to be, posted of a meeting."""

        def work(tx: Transaction) -> list[str]:
            entries = tx.query(prefix("networks", TEAM, "posts"), limit=10_000)
            kept = [posts.find(tx, TEAM, entry.value["id"]) for entry in entries]
            names = [each.post.belongs_to for each in kept if each and not each.withdrawn]
            return [name for name in names if name.split("/")[1] == id]

        return self.run(work)

    def one(self, data: st.DataObject) -> tuple[str, Held]:
        id = data.draw(st.sampled_from(sorted(self.held)))
        return id, self.held[id]

    def teardown(self) -> None:
        self.runner.run(self.store.close())
        self.runner.close()
        shutil.rmtree(self.folder)


def test_meetings_are_as_they_were_planned_and_answered() -> None:
    run_state_machine_as_test(Planned, settings=settings(max_examples=15, stateful_step_count=25))
