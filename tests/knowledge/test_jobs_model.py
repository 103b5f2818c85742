"""Whatever is done with jobs in whatever order, and however the clock moves: they are as a dict would have them."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from knowledge import jobs
from knowledge.jobs import Claimed, Job
from knowledge.store.embedded import EmbeddedTransaction
from knowledge.store.keys import prefix
from knowledge.store.sqlite_storage import SCHEMA

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
LEASE = timedelta(minutes=5)
A_MINUTE = timedelta(minutes=1)
KINDS = ("digest", "poll-close")
JOBS = st.builds(
    Job,
    kind=st.sampled_from(KINDS),
    due=st.integers(-10, 10).map(lambda minutes: NOON + minutes * A_MINUTE),
    network=st.sampled_from(["", "a", "a/b"]),
    subject=st.sampled_from(["", "b"]),
)
Name = tuple[str, str, str]


def name(job: Job) -> Name:
    return job.kind, job.network, job.subject


class AgainstModel(RuleBasedStateMachine):
    """The model: each job, when it is to be looked at, and who holds it."""

    def __init__(self) -> None:
        super().__init__()
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        self.connection.execute(SCHEMA)
        self.tx = EmbeddedTransaction(self.connection)
        self.now = NOON
        self.jobs: dict[Name, tuple[Job, datetime, Claimed | None]] = {}
        self.claims: list[Claimed] = []

    @rule(minutes=st.integers(-10, 70))
    def clock_moves(self, minutes: int) -> None:
        self.now += minutes * A_MINUTE

    @rule(job=JOBS)
    def schedule(self, job: Job) -> None:
        jobs.schedule(self.tx, job)
        self.jobs[name(job)] = job, job.due, None

    @rule(job=JOBS)
    def cancel(self, job: Job) -> None:
        jobs.cancel(self.tx, *name(job))
        self.jobs.pop(name(job), None)

    @rule(kind=st.sampled_from(KINDS), limit=st.integers(1, 3))
    def claim(self, kind: str, limit: int) -> None:
        due = sorted(at for job, at, _ in self.jobs.values() if job.kind == kind and at <= self.now)
        claims = jobs.claim_due(self.tx, kind, self.now, LEASE, limit)
        assert sorted(self.jobs[name(each.job)][1] for each in claims) == due[:limit]
        for each in claims:
            before, _, holder = self.jobs[name(each.job)]
            assert each.job == replace(before, attempts=before.attempts + (holder is not None))
            self.jobs[name(each.job)] = each.job, self.now + LEASE, each
        self.claims += claims

    @rule(data=st.data(), again=st.none() | st.integers(-10, 10))
    def finish(self, data: st.DataObject, again: int | None) -> None:
        if not self.claims:
            return
        claimed = data.draw(st.sampled_from(self.claims))
        moment = None if again is None else self.now + again * A_MINUTE
        held = self.holds(claimed)
        assert jobs.finish(self.tx, claimed, lambda _: moment) == held
        if held and moment:
            self.jobs[name(claimed.job)] = replace(claimed.job, due=moment, attempts=0), moment, None
        elif held:
            del self.jobs[name(claimed.job)]

    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        if not self.claims:
            return
        claimed = data.draw(st.sampled_from(self.claims))
        held = self.holds(claimed)
        assert jobs.fail(self.tx, claimed, self.now) == held
        if held:
            attempts = claimed.job.attempts + 1
            at = self.now + min(A_MINUTE * 2 ** (attempts - 1), timedelta(hours=1))
            self.jobs[name(claimed.job)] = replace(claimed.job, attempts=attempts), at, None

    def holds(self, claimed: Claimed) -> bool:
        return self.jobs.get(name(claimed.job), (None, None, None))[2] == claimed

    @invariant()
    def every_job_is_there_once(self) -> None:
        known = [job for job, _, _ in self.jobs.values()]
        assert all(jobs.find(self.tx, *name(job)) == job for job in known)
        failing = [job for job in known if job.attempts >= jobs.FAILING_FROM]
        assert sorted(map(name, jobs.failing(self.tx))) == sorted(map(name, failing))
        for area, number in (("job", len(known)), ("time", len(known)), ("failing", len(failing))):
            assert len(self.tx.query(prefix("jobs", area))) == number
        for kind in KINDS:
            first = min((at for job, at, _ in self.jobs.values() if job.kind == kind), default=None)
            assert jobs.next_due(self.tx, kind) == first

    def teardown(self) -> None:
        self.connection.close()


def test_it_is_as_the_model() -> None:
    run_state_machine_as_test(AgainstModel, settings=settings(max_examples=40, stateful_step_count=40))
