"""Whatever is done in whatever order, the store answers as a plain dict and lists would."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from knowledge.store.contract import Conflict, Expect, Store, Transaction
from knowledge.store.keys import key
from tests.knowledge.store.conftest import Engine

KEYS = st.lists(st.sampled_from(["a", "b", "/", "%", "å", "🎈", "", "a b"]), min_size=2, max_size=3).map(
    lambda parts: key(*parts)
)
STREAMS = st.sampled_from(["s", "s/1", "t"])
VALUES = st.dictionaries(st.sampled_from("xyz"), st.integers(0, 9) | st.text("aå🎈%", max_size=3), max_size=2)
STALE = "stale"


class Undone(Exception):
    pass


class Against(RuleBasedStateMachine):
    new_engine: Callable[[], Engine]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.documents: dict[str, tuple[dict[str, Any], str]] = {}
        self.streams: dict[str, list[dict[str, Any]]] = {}
        self.etags: set[tuple[str, str]] = set()

    @initialize()
    def start(self) -> None:
        self.engine = self.new_engine()
        self.store: Store = self.runner.run(self.engine.open())

    def do(self, work: Callable[[Transaction], Any]) -> Any:
        return self.runner.run(self.store.run(work))

    @rule(at=KEYS, value=VALUES)
    def put(self, at: str, value: dict[str, Any]) -> None:
        self.written(at, value, self.do(lambda tx: tx.put(at, value)))

    @rule(at=KEYS, value=VALUES, expected=st.sampled_from(["new", "present", STALE]))
    def put_expecting(self, at: str, value: dict[str, Any], expected: str) -> None:
        present = self.documents.get(at, (None, STALE))[1]
        demand: Expect | str = Expect.NEW if expected == "new" else present if expected == "present" else STALE
        fits = at not in self.documents if expected == "new" else expected == "present" and at in self.documents
        try:
            etag = self.do(lambda tx: tx.put(at, value, demand))
        except Conflict:
            assert not fits
        else:
            assert fits
            self.written(at, value, etag)

    @rule(at=KEYS)
    def delete(self, at: str) -> None:
        assert self.do(lambda tx: tx.delete(at)) == (self.documents.pop(at, None) is not None)

    @rule(stream=STREAMS, value=VALUES)
    def append(self, stream: str, value: dict[str, Any]) -> None:
        self.streams.setdefault(stream, []).append(value)
        assert self.do(lambda tx: tx.append(stream, value)) == len(self.streams[stream])

    @rule(at=KEYS, stream=STREAMS, value=VALUES)
    def undo(self, at: str, stream: str, value: dict[str, Any]) -> None:
        def work(tx: Transaction) -> None:
            tx.append(stream, value)
            tx.delete(at)
            tx.put(key("other", at), value)
            raise Undone

        with suppress(Undone):
            self.do(work)

    @rule(under=st.sampled_from(["", "a/", "%2F/", "å", "🎈/a"]), after=KEYS | st.just(""), limit=st.integers(0, 5))
    def query(self, under: str, after: str, limit: int) -> None:
        expected = sorted((at for at in self.documents if at.startswith(under) and at > after), key=str.encode)[:limit]
        found = self.do(lambda tx: tx.query(under, after, limit))
        assert [(entry.key, entry.value, entry.etag) for entry in found] == [
            (at, *self.documents[at]) for at in expected
        ]

    @rule(stream=STREAMS, after=st.integers(0, 4), limit=st.integers(0, 3))
    def scan(self, stream: str, after: int, limit: int) -> None:
        expected = list(enumerate(self.streams.get(stream, []), start=1))[after : after + limit]
        assert self.do(lambda tx: tx.scan(stream, after, limit)) == expected

    @rule()
    def reopen(self) -> None:
        self.runner.run(self.store.close())
        self.store = self.runner.run(self.engine.open())

    @invariant()
    def every_document_is_there(self) -> None:
        if hasattr(self, "store"):
            found = self.do(lambda tx: tx.query("", limit=1000))
            assert {entry.key: (entry.value, entry.etag) for entry in found} == self.documents
            assert {at: entry and entry.value for at in self.documents for entry in [self.get(at)]} == {
                at: value for at, (value, _) in self.documents.items()
            }

    def get(self, at: str) -> Any:
        return self.do(lambda tx: tx.get(at))

    def written(self, at: str, value: dict[str, Any], etag: str) -> None:
        assert (at, etag) not in self.etags
        self.etags.add((at, etag))
        self.documents[at] = value, etag

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.runner.run(self.store.close())
        self.runner.close()


def test_it_answers_as_the_model(new_engine: Callable[[], Engine]) -> None:
    machine = type("AgainstEngine", (Against,), {"new_engine": staticmethod(new_engine)})
    quiet = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    run_state_machine_as_test(
        machine, settings=settings(max_examples=30, stateful_step_count=30, suppress_health_check=quiet)
    )
