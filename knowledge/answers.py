"""Answers given: kept so that a card can be drawn again, a follow-up understood, a thumb counted.

An answer holds no person. A thumb is kept under a digest of answer and person, so that it counts once.
"""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from knowledge import networks
from knowledge.ask import Answer, Outcome, Talk
from knowledge.library.library import Found, Library
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, parts, prefix
from knowledge.store.paging import every

TALK_LASTS = timedelta(days=1)
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given, in which thread and language; `from_button` when an example was clicked."""

    id: str
    answer: Answer
    language: str
    thread: str
    from_button: bool = False


@dataclass(frozen=True, slots=True)
class Thumb:
    answer: str
    person: str
    helped: bool


def new_id(at: datetime) -> str:
    """An answer's id; older ones sort first."""
    return f"{_stamp(at)}-{secrets.token_urlsafe(9)}"


def keep(transaction: Transaction, network: str, given: Given, at: datetime) -> None:
    """Remember an answer, and that it is what its thread now talks about."""
    transaction.put(_answer(network, given.id), {**_record(given), "at": at.isoformat()})
    if given.answer.talk:
        transaction.put(_talk(network, given.thread), {**_talk_record(given.answer.talk), "at": at.isoformat()})


def find(transaction: Transaction, network: str, answer_id: str, library: Library) -> Given | None:
    """An answer as it was given, with the statements that `library` holds; None when it is not kept or none is left."""
    entry = transaction.get(_answer(network, answer_id))
    if entry is None:
        return None
    value = entry.value
    given = Answer(
        question=value["question"],
        outcome=Outcome(value["outcome"]),
        statements=_passages(library, value["statements"]),
        near=_passages(library, value["near"]),
        differing=_passages(library, value["differing"]),
        without=tuple(value["without"]),
        labels=_labels(library, value),
        related=tuple(dict.fromkeys(case for each in value["related"] if (case := library.case(each)))),
        following=value["following"],
    )
    if given.outcome is not Outcome.UNKNOWN and not given.statements:
        return None
    return Given(answer_id, given, value["language"], value["thread"], value["from_button"])


def talk(transaction: Transaction, network: str, thread: str, now: datetime) -> Talk | None:
    """What a thread last talked about; None when that is long ago."""
    entry = transaction.get(_talk(network, thread))
    if entry is None or _is_over(entry, now):
        return None
    value = entry.value
    return Talk(value["question"], tuple(value["words"]), tuple(value["names"]), tuple(value["passages"]))


def kept_of(transaction: Transaction, person: Someone) -> list[Fact]:
    """What somebody asked in private, and which answers they gave a thumb."""
    return [
        fact
        for network in networks.every(transaction)
        for fact in (*_asked_in_private(transaction, network, person), *_thumbs_of(transaction, network, person))
    ]


def forget_person(transaction: Transaction, person: Someone, _: datetime) -> None:
    for network in list(networks.every(transaction)):
        for entry in _private_answers(transaction, network, person):
            transaction.delete(entry.key)
        for entry in _given_thumbs(transaction, network, person):
            transaction.delete(entry.key)
        transaction.delete(_talk(network, networks.private_thread(transaction, person.id)))


def _asked_in_private(transaction: Transaction, network: str, person: Someone) -> Iterator[Fact]:
    for entry in _private_answers(transaction, network, person):
        asked = {"question": entry.value["question"], "at": datetime.fromisoformat(entry.value["at"])}
        yield Fact("private-question", asked, network)


def _thumbs_of(transaction: Transaction, network: str, person: Someone) -> Iterator[Fact]:
    for entry in _given_thumbs(transaction, network, person):
        answer = transaction.get(_answer(network, parts(entry.key)[3]))
        asked = answer.value["question"] if answer else ""
        at = datetime.fromisoformat(entry.value["at"])
        yield Fact("thumb", {"question": asked, "helped": entry.value["helped"], "at": at}, network)


def _private_answers(transaction: Transaction, network: str, person: Someone) -> Iterator[Entry]:
    """Those given in somebody's own chat."""
    thread = networks.private_thread(transaction, person.id)
    given = every(transaction, prefix("networks", network, "answers"))
    return (entry for entry in given if entry.value["thread"] == thread)


def _given_thumbs(transaction: Transaction, network: str, person: Someone) -> Iterator[Entry]:
    """Those filed under the digest of the answer and this person."""
    thumbs = every(transaction, prefix("networks", network, "thumbs"))
    return (entry for entry in thumbs if parts(entry.key)[4] == _voter(parts(entry.key)[3], person.id))


def rate(transaction: Transaction, network: str, thumb: Thumb, at: datetime) -> None:
    """Count a person's thumb for an answer, the last one given."""
    who = _voter(thumb.answer, thumb.person)
    counted = {"helped": thumb.helped, "at": at.isoformat()}
    transaction.put(key("networks", network, "thumbs", thumb.answer, who), counted)


def asked_about(transaction: Transaction, network: str, since: datetime, limit: int) -> Counter[str]:
    """How many of the first `limit` questions from `since` on were about each case; clicked examples do not count."""
    area = prefix("networks", network, "answers")
    asked = (entry.value for entry in transaction.query(area, area + _stamp(since), limit))
    return Counter(case for value in asked if not value["from_button"] for case in value["about"])


def disliked(transaction: Transaction, network: str, limit: int) -> Counter[str]:
    """How many were not helped by the answer to each question, of the last thumbs given."""
    thumbs = transaction.query(prefix("networks", network, "thumbs"), limit=limit)
    down = (parts(entry.key)[3] for entry in thumbs if not entry.value["helped"])
    answered = (transaction.get(_answer(network, each)) for each in down)
    return Counter(entry.value["question"] for entry in answered if entry)


def forget_before(transaction: Transaction, network: str, moment: datetime, limit: int = 200) -> int:
    """Delete up to `limit` answers and thumbs of before `moment`, oldest first; returns how many there were."""
    end = _stamp(moment)
    areas = [prefix("networks", network, area) for area in ("answers", "thumbs")]
    old = [
        entry.key
        for area in areas
        for entry in transaction.query(area, limit=limit)
        if entry.key.removeprefix(area) < end
    ]
    for each in old:
        transaction.delete(each)
    return len(old)


def forget_talk(transaction: Transaction, network: str, now: datetime, after: str = "", limit: int = 200) -> str:
    """Delete what threads no longer talk about, `limit` threads at a time; returns where to go on, empty at the end."""
    entries = transaction.query(prefix("networks", network, "talk"), after, limit)
    for entry in entries:
        if _is_over(entry, now):
            transaction.delete(entry.key)
    return entries[-1].key if len(entries) == limit else ""


def _voter(answer: str, person: str) -> str:
    return sha256(f"{answer}\n{person}".encode()).hexdigest()


def _is_over(entry: Entry, now: datetime) -> bool:
    return now - datetime.fromisoformat(entry.value["at"]) > TALK_LASTS


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S")


def _passages(library: Library, ids: Iterable[str]) -> tuple[Found, ...]:
    return tuple(found for each in ids if (found := library.find(each)))


def _labels(library: Library, value: dict[str, Any]) -> tuple[str, ...]:
    """The labels of the rows that the library still holds."""
    rows = zip(value["labels"], value["statements"], strict=False)
    return tuple(label for label, passage in rows if library.find(passage))


def _answer(network: str, answer_id: str) -> str:
    return key("networks", network, "answers", answer_id)


def _talk(network: str, thread: str) -> str:
    return key("networks", network, "talk", thread)


def _talk_record(talk: Talk) -> dict[str, Any]:
    return {
        "question": talk.question,
        "words": list(talk.words),
        "names": list(talk.names),
        "passages": list(talk.passages),
    }


def _record(given: Given) -> dict[str, Any]:
    answer = given.answer
    return {
        "question": answer.question,
        "outcome": answer.outcome.value,
        "statements": [found.passage.id for found in answer.statements],
        "near": [found.passage.id for found in answer.near],
        "differing": [found.passage.id for found in answer.differing],
        "without": list(answer.without),
        "labels": list(answer.labels),
        "related": [case.id for case in answer.related],
        "about": [case.id for case in answer.cases],
        "following": answer.following,
        "language": given.language,
        "thread": given.thread,
        "from_button": given.from_button,
    }
