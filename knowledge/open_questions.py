"""Questions that the library could not answer, kept until somebody in the network does.

The open ones are filed by the moment at which they were kept, so that nobody reads all of them to find the new ones.
One that has an answer is open no more, but takes further ones until whoever asked says which of them helped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from pydantic import TypeAdapter
from rapidfuzz import fuzz

from knowledge import networks
from knowledge.answers import Given
from knowledge.personal import Fact, Someone
from knowledge.question import telling, vocabulary
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix, stamp
from knowledge.store.paging import every

KEPT = timedelta(days=180)  # one that has its answer
MOST_REPLIES = 20
MOST_COMPARED = 500
SIMILAR = 0.8  # the share of the words with meaning, of which two ask the same if the others hold it as well
SAME_WORD = 70  # the likeness, 0–100, of a word inflected
SHORTEST_INFLECTED = 5


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered; `name` is empty where they did not say that it may be shown."""

    author: str
    name: str
    words: str
    link: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """`id` is that of the answer that did not know; `cases` come near, `themes` are those of the nearest.

    `thread` is where it was asked; for one asked in private, where others cannot answer, `asker` is whom to tell.
    `askers` are all who ask it and may say what helped, which is number `helped` of the `replies`, from 0.
    """

    id: str
    question: str
    thread: str
    asker: str
    cases: tuple[str, ...]
    themes: tuple[str, ...]
    kept: datetime
    askers: tuple[str, ...] = ()
    replies: tuple[Answered, ...] = ()
    helped: int | None = None

    @property
    def is_settled(self) -> bool:
        return self.helped is not None


_QUESTION: TypeAdapter[OpenQuestion] = TypeAdapter(OpenQuestion)


def keep(tx: Transaction, network: str, given: Given, asker: str, at: datetime) -> None:
    """Keep an unanswered question as open; keeping it again changes nothing. `asker` is empty but in private."""
    if tx.get(_place(network, given.id)) is None:
        near = given.answer.cases
        question = OpenQuestion(
            id=given.id,
            question=given.answer.question,
            thread=given.thread,
            asker=asker,
            cases=tuple(case.id for case in near),
            themes=tuple(near[0].themes) if near else (),
            kept=at,
        )
        _save(tx, network, question)


def find(tx: Transaction, network: str, id: str) -> OpenQuestion | None:
    """None when it never was there, or is kept no longer."""
    place = tx.get(_place(network, id))
    if place is None:
        return None
    entry = tx.get(_by_time(network, place.value["kept"], id)) if place.value["open"] else place
    return None if entry is None else _QUESTION.validate_python(entry.value["question"])


def since(tx: Transaction, network: str, moment: datetime, limit: int) -> Iterator[OpenQuestion]:
    """Up to `limit` questions that were kept at `moment` or later and are still open, oldest first."""
    area = prefix("networks", network, "open-questions-by-time")
    entries = islice(every(tx, area, area + stamp(moment)), limit)
    return (_QUESTION.validate_python(each.value["question"]) for each in entries)


def unsettled(tx: Transaction, network: str) -> Iterator[OpenQuestion]:
    """Those that still take answers, the open ones and those with some."""
    for entry in every(tx, prefix("networks", network, "open-questions")):
        question = find(tx, network, parts(entry.key)[-1])
        if question and not question.is_settled:
            yield question


def similar(tx: Transaction, network: str, asked: str) -> OpenQuestion | None:
    """An open question that asks the same in other words."""
    entries = tx.query(prefix("networks", network, "open-questions-by-time"), limit=MOST_COMPARED)
    questions = (_QUESTION.validate_python(entry.value["question"]) for entry in entries)
    return next((each for each in questions if ask_the_same(asked, each.question)), None)


def ask_the_same(one: str, other: str) -> bool:
    """Whether two questions are about the same places and years, and share nearly all words with meaning."""
    said, known = set(telling(one)), set(telling(other))
    if not said or not known or _exact(said) != _exact(known):
        return False
    smallest = min(_shared(said, known) / len(said), _shared(known, said) / len(known))
    return smallest >= SIMILAR


def _exact(words: set[str]) -> set[str]:
    """What two questions must both say: places, in the form that is looked up, and numbers."""
    places = vocabulary().places
    named = {form for word in words for form in (word, word.removesuffix("s")) if form in places}
    return named | {word for word in words if any(char.isdigit() for char in word)}


def _shared(words: set[str], others: set[str]) -> int:
    """How many of the words the others hold, inflected or not."""
    long = [each for each in others if len(each) >= SHORTEST_INFLECTED]
    inflected = (len(w) >= SHORTEST_INFLECTED and any(fuzz.ratio(w, each) >= SAME_WORD for each in long) for w in words)
    return sum(word in others or like for word, like in zip(words, inflected, strict=True))


def join(tx: Transaction, network: str, id: str, person: str) -> OpenQuestion | None:
    """Somebody asks it, as others may; gives it as it is now."""
    question = find(tx, network, id)
    if question is None or person in question.askers:
        return question
    return _save(tx, network, replace(question, askers=(*question.askers, person)))


def answer(tx: Transaction, network: str, id: str, reply: Answered) -> OpenQuestion | None:
    """Somebody answers it: it is open no more. None when it takes no more answers, or has had this one."""
    question = find(tx, network, id)
    if question is None or question.is_settled or len(question.replies) >= MOST_REPLIES:
        return None
    if any((each.author, each.words) == (reply.author, reply.words) for each in question.replies):
        return None
    return _save(tx, network, replace(question, replies=(*question.replies, reply)))


def settle(tx: Transaction, network: str, id: str, number: int) -> OpenQuestion | None:
    """Whoever asked says which answer helped; None where there is no such answer."""
    question = find(tx, network, id)
    if question is None or number >= len(question.replies):
        return None
    return _save(tx, network, replace(question, helped=number))


def close(tx: Transaction, network: str, id: str) -> OpenQuestion | None:
    """Keep it no longer; gives it, or None when it was not there."""
    question = find(tx, network, id)
    if question is not None:
        tx.delete(_place(network, id))
        tx.delete(_by_time(network, stamp(question.kept), id))
    return question


def forget_before(tx: Transaction, network: str, moment: datetime) -> None:
    """Delete those that were kept before `moment` and have an answer."""
    for entry in every(tx, prefix("networks", network, "open-questions")):
        if not entry.value["open"] and entry.value["kept"] < stamp(moment):
            close(tx, network, parts(entry.key)[-1])


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """Those that somebody asks, and what they answered."""
    return [
        fact
        for network in networks.every(tx)
        for question in _concerning(tx, network, person)
        for fact in _facts(question, network, person)
    ]


def forget_person(tx: Transaction, person: Someone, _: datetime) -> None:
    """What they asked in private goes; what others read stays without them."""
    for network in list(networks.every(tx)):
        for question in list(_concerning(tx, network, person)):
            if _is_private(tx, question, person):
                close(tx, network, question.id)
            else:
                askers = tuple(each for each in question.askers if each != person.id)
                replies = tuple(_nameless(each, person.id) for each in question.replies)
                _save(tx, network, replace(question, askers=askers, replies=replies))


def _facts(question: OpenQuestion, network: str, person: Someone) -> Iterator[Fact]:
    own = [each for each in question.replies if each.author == person.id]
    if not own or person.id in (question.asker, *question.askers):
        yield Fact("open-question", {"question": question.question, "at": question.kept}, network)
    for each in own:
        yield Fact("question-answer", {"question": question.question, "text": each.words, "at": each.at}, network)


def _nameless(reply: Answered, person: str) -> Answered:
    return replace(reply, author="", name="") if reply.author == person else reply


def _concerning(tx: Transaction, network: str, person: Someone) -> Iterator[OpenQuestion]:
    for entry in every(tx, prefix("networks", network, "open-questions")):
        question = find(tx, network, parts(entry.key)[-1])
        if question and (_is_private(tx, question, person) or person.id in _people(question)):
            yield question


def _people(question: OpenQuestion) -> tuple[str, ...]:
    return (*question.askers, *(each.author for each in question.replies))


def _is_private(tx: Transaction, question: OpenQuestion, person: Someone) -> bool:
    """Whether somebody asked it in their own chat."""
    return question.asker == person.id or question.thread == networks.private_thread(tx, person.id)


def _save(tx: Transaction, network: str, question: OpenQuestion) -> OpenQuestion:
    """An open one under its moment, where digests look for it; one with answers under its id alone."""
    kept, value = stamp(question.kept), {"question": _QUESTION.dump_python(question, mode="json")}
    if question.replies:
        tx.put(_place(network, question.id), {"kept": kept, "open": False, **value})
        tx.delete(_by_time(network, kept, question.id))
    else:
        tx.put(_place(network, question.id), {"kept": kept, "open": True})
        tx.put(_by_time(network, kept, question.id), value)
    return question


def _place(network: str, id: str) -> str:
    return key("networks", network, "open-questions", id)


def _by_time(network: str, kept: str, id: str) -> str:
    return key("networks", network, "open-questions-by-time", kept, id)
