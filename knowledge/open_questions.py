"""Questions that the library could not answer, kept until somebody in the network does.

They are filed by the moment at which they were kept, so that nobody reads all of them to find the new ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from knowledge import networks
from knowledge.answers import Given
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix, stamp
from knowledge.store.paging import every


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """`id` is that of the answer that did not know; `cases` come near, `themes` are those of the nearest.

    `thread` is where it was asked; for one asked in private, where others cannot answer, `asker` is whom to tell.
    """

    id: str
    question: str
    thread: str
    asker: str
    cases: tuple[str, ...]
    themes: tuple[str, ...]
    kept: datetime


def keep(tx: Transaction, network: str, given: Given, asker: str, at: datetime) -> None:
    """Keep an unanswered question as open; keeping it again changes nothing. `asker` is empty but in private."""
    if tx.get(_place(network, given.id)) is None:
        moment = stamp(at)
        tx.put(_place(network, given.id), {"kept": moment})
        tx.put(_by_time(network, moment, given.id), _record(given, asker, moment))


def find(tx: Transaction, network: str, id: str) -> OpenQuestion | None:
    """None when it never was there, or has been answered."""
    place = tx.get(_place(network, id))
    entry = tx.get(_by_time(network, place.value["kept"], id)) if place else None
    return None if entry is None else _question(entry.value)


def since(tx: Transaction, network: str, moment: datetime, limit: int) -> list[OpenQuestion]:
    """Up to `limit` questions that were kept at `moment` or later and are still open, oldest first."""
    area = prefix("networks", network, "open-questions-by-time")
    return [_question(entry.value) for entry in tx.query(area, area + stamp(moment), limit)]


def close(tx: Transaction, network: str, id: str) -> OpenQuestion | None:
    """It has its answer, and is kept no longer; gives it, or None when it was not open."""
    question = find(tx, network, id)
    if question is not None:
        tx.delete(_place(network, id))
        tx.delete(_by_time(network, stamp(question.kept), id))
    return question


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """Those that somebody asked in their own chat."""
    return [
        Fact("open-question", {"question": question.question, "at": question.kept}, network)
        for network in networks.every(tx)
        for question in _asked_in_private(tx, network, person)
    ]


def forget_person(tx: Transaction, person: Someone, _: datetime) -> None:
    for network in list(networks.every(tx)):
        for question in list(_asked_in_private(tx, network, person)):
            close(tx, network, question.id)


def _asked_in_private(tx: Transaction, network: str, person: Someone) -> Iterator[OpenQuestion]:
    thread = networks.private_thread(tx, person.id)
    entries = every(tx, prefix("networks", network, "open-questions-by-time"))
    questions = (_question(entry.value) for entry in entries)
    return (question for question in questions if question.asker == person.id or question.thread == thread)


def _record(given: Given, asker: str, kept: str) -> dict[str, Any]:
    near = given.answer.cases
    return {
        "id": given.id,
        "question": given.answer.question,
        "thread": given.thread,
        "asker": asker,
        "cases": [case.id for case in near],
        "themes": list(near[0].themes) if near else [],
        "kept": kept,
    }


def _question(value: dict[str, Any]) -> OpenQuestion:
    return OpenQuestion(
        value["id"],
        value["question"],
        value["thread"],
        value["asker"],
        tuple(value["cases"]),
        tuple(value["themes"]),
        datetime.fromisoformat(value["kept"]),
    )


def _place(network: str, id: str) -> str:
    return key("networks", network, "open-questions", id)


def _by_time(network: str, kept: str, id: str) -> str:
    return key("networks", network, "open-questions-by-time", kept, id)
