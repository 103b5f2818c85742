"""The answers to a poll: one ballot a person, changed and withdrawn while it is open, counted.

Of an anonymous poll a ballot lies under a keyed hash of the person, by a random key of that poll: it can be changed and
is counted once, but does not say whose it is. Sealing such a poll keeps the counts, and what was written in an order
that says nothing, and destroys key and ballots. Nothing says when a ballot was cast.
"""

import hmac
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from knowledge.polls.model import Answer, Ballot, Count, Kind, Poll, Question, Said, Tally
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, prefix

AT_ONCE = 500  # ballots read by one look-up
MOST_WRITTEN = 100_000


@dataclass(frozen=True, slots=True)
class Voter:
    """`id` lasts: the same person in every client."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An option, by its number from 0, that is `chosen` or no longer is."""

    option: int
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class _Kept:
    ballot: Ballot
    name: str = ""


_KEPT: TypeAdapter[_Kept] = TypeAdapter(_Kept)
_TALLY: TypeAdapter[Tally] = TypeAdapter(Tally)


def open_box(tx: Transaction, poll: Poll) -> None:
    """Get ready for the answers to a new poll."""
    if poll.anonymous:
        tx.put(_secret(poll), {"key": secrets.token_hex(32)})


def cast(tx: Transaction, poll: Poll, voter: Voter, change: Callable[[Ballot], Ballot]) -> Ballot:
    """Change what somebody answered, at first nothing, and return what it is then; nothing left is withdrawn."""
    at = _ballot(tx, poll, voter.id)
    ballot = change(_found(tx, at) or _blank(poll))
    if ballot.is_empty:
        tx.delete(at)
    else:
        tx.put(at, _KEPT.dump_python(_Kept(ballot, "" if poll.anonymous else voter.name), mode="json"))
    return ballot


def find(tx: Transaction, poll: Poll, person: str) -> Ballot | None:
    """What somebody answered, as long as it can be known."""
    if poll.anonymous and poll.closed_at is not None:
        return None
    return _found(tx, _ballot(tx, poll, person))


def take_out(tx: Transaction, poll: Poll, person: str) -> bool:
    """Let nothing say any more what somebody answered; says whether anything did.

    While the poll is open that withdraws the answer. Once it is closed the answer still counts, but is nobody's.
    """
    if poll.anonymous and poll.closed_at is not None:
        return False
    at = _ballot(tx, poll, person)
    entry = tx.get(at)
    if entry is None:
        return False
    tx.delete(at)
    if poll.closed_at is not None:
        nobody_s = key("networks", poll.network, "ballots", poll.id, f"nobody-{secrets.token_hex(16)}")
        tx.put(nobody_s, {**entry.value, "name": ""})
    return True


def with_choice(ballot: Ballot, question: Question, choice: Choice) -> Ballot:
    """The ballot of a poll of one question after a choice, which stands beside others where it takes several."""
    [before] = ballot.answers
    held = set(before) if question.kind is Kind.SEVERAL and not isinstance(before, str) else set()
    return Ballot((tuple(sorted(held | {choice.option} if choice.chosen else held - {choice.option})),))


def blank(_: Ballot) -> Ballot:
    """Withdraws whatever it was."""
    return Ballot(())


def count(tx: Transaction, poll: Poll) -> Tally:
    """What all answers add up to so far, or did when they were sealed."""
    sealed = tx.get(_sealed(poll))
    if sealed is None:
        return _count(poll, _every(tx, poll))
    tally = _TALLY.validate_python(sealed.value)
    return replace(tally, counts=tuple(replace(each, said=_said(tx, poll, at)) for at, each in _numbered(tally)))


def voters(tx: Transaction, poll: Poll) -> int:
    """How many have answered."""
    sealed = tx.get(_sealed(poll))
    return sum(1 for _ in _entries(tx, poll)) if sealed is None else int(sealed.value["voters"])


def seal(tx: Transaction, poll: Poll) -> None:
    """Keep what the answers add up to, and no longer whose they were."""
    tally = _count(poll, _every(tx, poll))
    for at, each in _numbered(tally):
        for said in each.said:
            shuffled = secrets.token_hex(16)
            tx.put(key("networks", poll.network, "poll-words", poll.id, str(at), shuffled), {"words": said.words})
    bare = replace(tally, counts=tuple(Count(each.chosen) for each in tally.counts))
    tx.put(_sealed(poll), _TALLY.dump_python(bare, mode="json"))
    _empty(tx, poll)


def is_sealed(tx: Transaction, poll: Poll) -> bool:
    return tx.get(_sealed(poll)) is not None


def destroy(tx: Transaction, poll: Poll) -> None:
    """Delete the answers and what they add up to."""
    _empty(tx, poll)
    tx.delete(_sealed(poll))
    _delete(tx, prefix("networks", poll.network, "poll-words", poll.id))


def _blank(poll: Poll) -> Ballot:
    return Ballot(tuple("" if each.kind is Kind.WORDS else () for each in poll.questions))


def _found(tx: Transaction, at: str) -> Ballot | None:
    entry = tx.get(at)
    return None if entry is None else _KEPT.validate_python(entry.value).ballot


def _every(tx: Transaction, poll: Poll) -> Iterator[_Kept]:
    return (_KEPT.validate_python(entry.value) for entry in _entries(tx, poll))


def _entries(tx: Transaction, poll: Poll) -> Iterator[Entry]:
    after, area = "", prefix("networks", poll.network, "ballots", poll.id)
    while entries := tx.query(area, after, AT_ONCE):
        yield from entries
        after = entries[-1].key


def _count(poll: Poll, ballots: Iterable[_Kept]) -> Tally:
    kept = list(ballots)
    return Tally(len(kept), tuple(_count_one(at, poll, kept) for at in range(len(poll.questions))))


def _count_one(at: int, poll: Poll, kept: Iterable[_Kept]) -> Count:
    answers = [(each.ballot.answers[at], each.name) for each in kept]
    said = tuple(Said(answer, name) for answer, name in answers if isinstance(answer, str) and answer)
    choices = range(poll.questions[at].choices)
    chosen = Counter(option for answer, _ in answers for option in _options(answer))
    names = () if poll.anonymous else tuple(_who(answers, option) for option in choices)
    return Count(tuple(chosen[option] for option in choices), names, said)


def _who(answers: Iterable[tuple[Answer, str]], option: int) -> tuple[str, ...]:
    return tuple(sorted(name for answer, name in answers if name and option in _options(answer)))


def _options(answer: Answer) -> tuple[int, ...]:
    return () if isinstance(answer, str) else answer


def _numbered(tally: Tally) -> list[tuple[int, Count]]:
    return list(enumerate(tally.counts))


def _said(tx: Transaction, poll: Poll, at: int) -> tuple[Said, ...]:
    entries = tx.query(prefix("networks", poll.network, "poll-words", poll.id, str(at)), limit=MOST_WRITTEN)
    return tuple(Said(entry.value["words"]) for entry in entries)


def _empty(tx: Transaction, poll: Poll) -> None:
    tx.delete(_secret(poll))
    _delete(tx, prefix("networks", poll.network, "ballots", poll.id))


def _delete(tx: Transaction, area: str) -> None:
    while entries := tx.query(area, limit=AT_ONCE):
        for entry in entries:
            tx.delete(entry.key)


def _ballot(tx: Transaction, poll: Poll, person: str) -> str:
    """Where somebody's ballot lies. Raises LookupError for an anonymous poll that is sealed."""
    if not poll.anonymous:
        return key("networks", poll.network, "ballots", poll.id, person)
    secret = tx.get(_secret(poll))
    if secret is None:
        raise LookupError(f"the answers to poll {poll.id} are sealed")
    digest = hmac.digest(bytes.fromhex(secret.value["key"]), person.encode(), "sha256")
    return key("networks", poll.network, "ballots", poll.id, digest.hex())


def _secret(poll: Poll) -> str:
    return key("networks", poll.network, "poll-keys", poll.id)


def _sealed(poll: Poll) -> str:
    return key("networks", poll.network, "poll-tallies", poll.id)
