"""Digests that were sent: what they told, to whom, as which post."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from knowledge import posts
from knowledge.digests.selection import Group, Item
from knowledge.posts import State
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix

KEPT = 30  # of the network, or of a person; of a weekly digest those of half a year
NOT_AGAIN_WITHIN = timedelta(days=183)
MOST_REWRITTEN = 10_000
UNSEEN = (State.GIVEN_UP, State.TAKEN_BACK)


class Occasion(StrEnum):
    """Why a digest comes."""

    WEEK = "week"
    OTHER_WEEK = "other-week"
    MONTH = "month"
    NOW = "now"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Digest:
    """What is told: to the network in its channel, or to the `person` who asked for it, about `since` until then."""

    id: str
    network: str
    person: str
    occasion: Occasion
    since: datetime
    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)


@dataclass(frozen=True, slots=True)
class Issue:
    """A digest that was sent `at` a moment, as the post of that id."""

    digest: Digest
    at: datetime
    post: str
    removed: bool = False


Draw = Callable[[Digest], Mapping[str, Any]]
"""Draws a digest as a post."""

_ISSUES: TypeAdapter[Issue] = TypeAdapter(Issue)


def keep(tx: Transaction, issue: Issue) -> None:
    """Remember it, in the place of the oldest where there are many."""
    digest = issue.digest
    tx.put(_place(digest.network, digest.person, digest.id), _ISSUES.dump_python(issue, mode="json"))
    for old in sent(tx, digest.network, digest.person)[KEPT:]:
        tx.delete(_place(digest.network, digest.person, old.digest.id))


def sent(tx: Transaction, network: str, person: str = "") -> list[Issue]:
    """The digests sent to the network, or to a person, newest first."""
    entries = tx.query(prefix("networks", network, "digests", person))
    return sorted((_ISSUES.validate_python(entry.value) for entry in entries), key=lambda each: each.at, reverse=True)


def find(tx: Transaction, network: str, id: str, person: str = "") -> Issue | None:
    entry = tx.get(_place(network, person, id))
    return None if entry is None else _ISSUES.validate_python(entry.value)


def seen(tx: Transaction, network: str, person: str = "") -> list[Issue]:
    """Those that anybody could read, neither taken back nor given up, newest first."""
    return [each for each in sent(tx, network, person) if _was_seen(tx, each)]


def _was_seen(tx: Transaction, issue: Issue) -> bool:
    kept = posts.find(tx, issue.digest.network, issue.post)
    return not issue.removed and (kept is None or kept.state not in UNSEEN)


def remove(tx: Transaction, network: str, id: str, now: datetime) -> bool:
    """Take it back from the channel; says whether it was there to be taken."""
    issue = find(tx, network, id)
    if issue is None or issue.removed:
        return False
    posts.take_back(tx, network, issue.post, now)
    keep(tx, replace(issue, removed=True))
    return True


def write_anew(tx: Transaction, network: str, write: Callable[[str], str], draw: Draw, now: datetime) -> None:
    """Give all that the network's digests tell, the personal ones' too, other words, where they are kept and shown."""
    for entry in tx.query(prefix("networks", network, "digests"), limit=MOST_REWRITTEN):
        issue = _ISSUES.validate_python(entry.value)
        digest = replace(issue.digest, groups=tuple(_written(group, write) for group in issue.digest.groups))
        if digest != issue.digest:
            tx.put(entry.key, _ISSUES.dump_python(replace(issue, digest=digest), mode="json"))
            posts.change(tx, network, issue.post, draw(digest), now)


def _written(group: Group, write: Callable[[str], str]) -> Group:
    def written(items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(replace(each, title=write(each.title)) for each in items)

    return replace(group, items=written(group.items), others=written(group.others))


def forget(tx: Transaction, network: str, person: str) -> None:
    """Of what was sent to somebody, nothing is left."""
    for issue in sent(tx, network, person):
        tx.delete(_place(network, person, issue.digest.id))


def remember_again(tx: Transaction, network: str, cases: Iterable[str], at: datetime) -> None:
    """These were told of again."""
    for case in cases:
        tx.put(_again(network, case), {"at": at.isoformat()})


def told_again(tx: Transaction, network: str, case: str, now: datetime) -> bool:
    """Whether it was told of again less than half a year ago."""
    entry = tx.get(_again(network, case))
    return entry is not None and now - datetime.fromisoformat(entry.value["at"]) < NOT_AGAIN_WITHIN


def _place(network: str, person: str, id: str) -> str:
    return key("networks", network, "digests", person, id)


def _again(network: str, case: str) -> str:
    return key("networks", network, "told-again", case)
