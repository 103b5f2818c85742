"""Where and in which month somebody was last seen: for answers in their own chat, and to forget who has gone.

People are filed by that month, so that nobody reads all of them to find those who have not been seen for long; and by
Teams' own id, for of who leaves a team it often tells no other.
"""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix

MOST_TOLD = 10_000


@dataclass(frozen=True, slots=True)
class Seen:
    """`month` as 2026-03; `network` and `channel` are where they last wrote that others read, empty if nowhere.

    `told` is the moment at which they were told that they will be forgotten, empty if they were not. `alias` is Teams'
    own id of them, empty if unknown or the same. `left` says that they are in that network no more.
    """

    month: str
    network: str = ""
    channel: str = ""
    told: str = ""
    alias: str = ""
    left: bool = False


def saw(tx: Transaction, person: str, now: datetime, network: str = "", channel: str = "") -> None:
    """Remember that somebody is there; where, unless it was in private. The last time counts."""
    before = find(tx, person)
    month = now.astimezone(UTC).strftime("%Y-%m")
    seen = replace(before or Seen(month), month=month, told="")
    if network:
        seen = replace(seen, network=network, channel=channel, left=False)
    if seen != before:
        _put(tx, person, seen)


def remember_alias(tx: Transaction, person: str, alias: str) -> None:
    """Remember under which id Teams knows somebody who has been seen."""
    seen = find(tx, person)
    if seen and alias not in {person, seen.alias}:
        _forget_alias(tx, seen)
        _put(tx, person, replace(seen, alias=alias))
        tx.put(_called(alias), {"person": person})


def person_of(tx: Transaction, alias: str) -> str:
    """The lasting id of whom Teams knows by that id; the same where no other is known."""
    entry = tx.get(_called(alias))
    return str(entry.value["person"]) if entry else alias


def leave(tx: Transaction, network: str, person: str) -> None:
    """They are not in the team any more: in private it is theirs no longer."""
    _note_left(tx, network, person, left=True)


def come_back(tx: Transaction, network: str, person: str) -> None:
    """They are in the team again: in private it is theirs as it was, unless another has become so."""
    _note_left(tx, network, person, left=False)


def expect(tx: Transaction, person: str, now: datetime) -> None:
    """Count from now for somebody of whom something is kept, but who was never seen."""
    if find(tx, person) is None:
        saw(tx, person, now)


def find(tx: Transaction, person: str) -> Seen | None:
    entry = tx.get(_record(person))
    return Seen(**entry.value) if entry else None


def network_of(tx: Transaction, person: str) -> str:
    """The network that somebody last wrote in; empty when that is unknown, or they have left it."""
    seen = find(tx, person)
    return seen.network if seen and not seen.left else ""


def channel_of(tx: Transaction, person: str) -> str:
    """The channel, or the chat of several, that somebody last wrote in; empty when unknown, or they have left it."""
    seen = find(tx, person)
    return seen.channel if seen and not seen.left else ""


def unseen_since(tx: Transaction, moment: datetime, limit: int) -> list[str]:
    """Up to `limit` people who were last seen before the month of `moment` and have not been told so, oldest first."""
    entries = tx.query(prefix("seen-by-month"), limit=limit)
    filed = [parts(entry.key) for entry in entries]
    return [person for _, month, person in filed if month < moment.astimezone(UTC).strftime("%Y-%m")]


def note_told(tx: Transaction, person: str, now: datetime) -> None:
    """They have been told that they will be forgotten, unless they are seen again."""
    seen = find(tx, person)
    if seen:
        _put(tx, person, replace(seen, told=now.astimezone(UTC).isoformat()))


def told_before(tx: Transaction, moment: datetime) -> list[str]:
    """Who was told so before `moment`, and has not been seen since."""
    entries = tx.query(prefix("seen-and-told"), limit=MOST_TOLD)
    return [parts(entry.key)[1] for entry in entries if datetime.fromisoformat(entry.value["told"]) < moment]


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    seen = find(tx, person.id)
    if seen is None:
        return []
    return [Fact("seen", {"month": seen.month, "channel": seen.channel, "alias": seen.alias}, seen.network)]


def forget_person(tx: Transaction, person: Someone, _: datetime) -> None:
    seen = find(tx, person.id)
    if seen:
        _forget_alias(tx, seen)
        tx.delete(_filed(person.id, seen))
        tx.delete(_record(person.id))


def _note_left(tx: Transaction, network: str, person: str, *, left: bool) -> None:
    seen = find(tx, person)
    if seen and seen.network == network and seen.left is not left:
        _put(tx, person, replace(seen, left=left))


def _put(tx: Transaction, person: str, seen: Seen) -> None:
    before = find(tx, person)
    if before:
        tx.delete(_filed(person, before))
    tx.put(_record(person), asdict(seen))
    tx.put(_filed(person, seen), {"told": seen.told})


def _forget_alias(tx: Transaction, seen: Seen) -> None:
    if seen.alias:
        tx.delete(_called(seen.alias))


def _called(alias: str) -> str:
    return key("seen-as", alias)


def _record(person: str) -> str:
    return key("seen", person)


def _filed(person: str, seen: Seen) -> str:
    return key("seen-and-told", person) if seen.told else key("seen-by-month", seen.month, person)
