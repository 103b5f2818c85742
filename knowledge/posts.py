"""What Erfa posts on its own: kept as what Teams should show, beside what is known of what it does show.

Whoever wants something said, changed or taken back writes so here, in the transaction of what causes it, and goes on;
a job brings Teams in line with the record (knowledge/deliveries.py). What is spoken into one after the other is a
lane: a channel with its threads, a chat, a person. Each lane has one job, due when the first in its queue is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter

from knowledge import jobs, networks
from knowledge.jobs import Job
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix, stamp
from knowledge.store.paging import every

KIND = "post"
KEPT = timedelta(days=180)
TROUBLES_SHOWN = timedelta(days=14)
CHANGED_WITHIN = timedelta(days=1)  # for so long a change or deletion is tried
REDRAWN_EVERY = timedelta(seconds=1)  # a card that many answer: at most, and as soon after the first of them
# What is between people or read in private, or tells of troubles itself.
NOT_FOR_LEADERS = (
    "answer/",
    "assignment-reminder/",
    "contact/",
    "farewell/",
    "lesson/",
    "personal-digest",
    "round-private/",
    "trouble/",
)
BLANK = {"content": {"type": "AdaptiveCard", "version": "1.5", "body": []}, "summary": ""}


class State(StrEnum):
    """What has become of a post."""

    WAITING = "waiting"
    POSTED = "posted"
    UNCLEAR = "unclear"
    GIVEN_UP = "given_up"
    TAKEN_BACK = "taken_back"


class Why(StrEnum):
    """Why a post, its change or its deletion was given up."""

    NONE = ""
    LATE = "late"
    REFUSED = "refused"
    UNFIT = "unfit"
    GONE = "gone"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Post:
    """What is to be posted, and where.

    `belongs_to` says of what it comes, such as digest/2026-03-05, unique in its network. `conversation` is a channel
    (where it begins a thread), a thread or a chat; empty when it goes to `person`, under their lasting id, in private.
    `card` is {"content": Adaptive Card JSON, "summary": one line}. It is posted at `not_before` at the earliest, and
    given up rather than posted after `not_after`. `about` are the lasting ids of those whom it names.
    """

    belongs_to: str
    conversation: str
    person: str
    card: Mapping[str, Any]
    not_before: datetime
    not_after: datetime
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message stands: in which conversation of Teams, under which id."""

    conversation: str
    activity_id: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A post as it should be, and as far as is known as it is.

    Should be: `post`, in its `version`, unless it is `withdrawn`. Is: `shown`, the version in Teams (0: none), under
    `activity_id` in `thread`, both empty where nobody knows them. `trying` is the version that was being posted since
    `tried_at` when the last attempt began, 0 once it is known how that ended; `looks` counts where it was looked for
    in vain, `failures` the attempts in a row without effect. `due` is when somebody should look at it, None for never.
    """

    id: str
    network: str
    order: int
    post: Post
    version: int = 1
    withdrawn: bool = False
    shown: int = 0
    activity_id: str = ""
    thread: str = ""
    posted_at: datetime | None = None
    shown_at: datetime | None = None
    trying: int = 0
    tried_at: datetime | None = None
    looks: int = 0
    failures: int = 0
    unclear: bool = False
    why: Why = Why.NONE
    due: datetime | None = None

    @property
    def state(self) -> State:
        if self.unclear:
            return State.UNCLEAR
        if self.why:
            return State.GIVEN_UP
        if self.shown:
            return State.POSTED
        return State.TAKEN_BACK if self.withdrawn and not self.trying else State.WAITING

    @property
    def is_absent(self) -> bool:
        """Whether Teams does not show it, nor will: it never came there, or somebody has deleted it."""
        never = not self.shown and self.state in {State.GIVEN_UP, State.TAKEN_BACK}
        return never or self.why is Why.GONE

    @property
    def lane(self) -> str:
        return self.post.person or self.post.conversation.partition(";messageid=")[0]

    @property
    def is_trouble(self) -> bool:
        """Whether a leader should know: something of the network's own is not as it should be."""
        troubled = self.state in {State.UNCLEAR, State.GIVEN_UP}
        return troubled and not self.post.belongs_to.startswith(NOT_FOR_LEADERS)


_KEPT: TypeAdapter[Kept] = TypeAdapter(Kept)


def intend(tx: Transaction, network: str, post: Post) -> str:
    """Have it posted; returns its id, which marks its card in Teams. What was intended before stays as it is."""
    id = _id(network, post.belongs_to)
    if find(tx, network, id) is None:
        save(tx, Kept(id, network, _next_order(tx, network), post, due=post.not_before))
    return id


def change(tx: Transaction, network: str, id: str, card: Mapping[str, Any], not_before: datetime) -> None:
    """Show `card` in its place, at `not_before` at the earliest; it replaces a change that waits.

    Of a post that waits the card alone is changed, of one that will not be posted nothing.
    """
    kept = find(tx, network, id)
    if kept is not None:
        _change(tx, kept, replace(kept.post, card=card), not_before)


def rename(tx: Transaction, kept: Kept, card: Mapping[str, Any], about: tuple[str, ...], now: datetime) -> None:
    """Show in its place `card`, which names those `about` and nobody else."""
    _change(tx, kept, replace(kept.post, card=card, about=about), now)


def _change(tx: Transaction, kept: Kept, post: Post, not_before: datetime) -> None:
    if kept.withdrawn or (kept.state is State.GIVEN_UP and not kept.shown):
        return
    changed = replace(kept, post=post, version=kept.version + 1)
    save(tx, outdated(changed, not_before) if kept.shown else changed)


def redraw(tx: Transaction, network: str, belongs_to: str, card: Mapping[str, Any], now: datetime) -> None:
    """Show `card` in the place of one that many answer, as soon as that may change again."""
    kept = belonging(tx, network, belongs_to)
    if kept is not None:
        again = max(now, kept.shown_at + REDRAWN_EVERY) if kept.shown_at else now
        _change(tx, kept, replace(kept.post, card=card), again)


def take_back(tx: Transaction, network: str, id: str, now: datetime) -> None:
    """Delete it in Teams, or do not post it at all; what is kept is its one line, for who may have to look for it."""
    kept = find(tx, network, id)
    if kept is None or kept.withdrawn:
        return
    emptied = {**kept.post.card, "content": BLANK["content"]}
    withdrawn = replace(kept, withdrawn=True, post=replace(kept.post, card=emptied))
    if kept.shown and kept.why is not Why.GONE:
        save(tx, outdated(withdrawn, now))
    elif kept.trying:  # it may turn out to be there
        save(tx, withdrawn)
    else:
        save(tx, replace(withdrawn, shown=0, why=Why.NONE, due=None))


def find(tx: Transaction, network: str, id: str) -> Kept | None:
    entry = tx.get(_record(network, id))
    return None if entry is None else _KEPT.validate_python(entry.value)


def belonging(tx: Transaction, network: str, belongs_to: str) -> Kept | None:
    return find(tx, network, _id(network, belongs_to))


def of(tx: Transaction, network: str, kind: str) -> Iterator[Kept]:
    """The posts of the network whose `belongs_to` begins so: digest/, meeting/."""
    kept = (_KEPT.validate_python(entry.value) for entry in every(tx, prefix("networks", network, "posts")))
    return (each for each in kept if each.post.belongs_to.startswith(kind))


def write_anew(tx: Transaction, kept: Kept, card: Mapping[str, Any], now: datetime) -> None:
    """Keep `card` in its place, and show it where the post is shown."""
    save(tx, replace(kept, post=replace(kept.post, card=card)))
    change(tx, kept.network, kept.id, card, now)


def spot(tx: Transaction, network: str, belongs_to: str) -> Spot | None:
    """Where a post stands in Teams; None where it does not, or nobody knows."""
    kept = belonging(tx, network, belongs_to)
    if kept is None or not kept.activity_id:
        return None
    return Spot(kept.thread or kept.post.conversation, kept.activity_id)


def next_due(tx: Transaction, network: str, lane: str) -> datetime | None:
    """When the first in the queue of the lane should be looked at."""
    first = tx.query(prefix("networks", network, "posts-due", lane), limit=1)
    return datetime.fromisoformat(first[0].value["at"]) if first else None


def first_due(tx: Transaction, network: str, lane: str, now: datetime) -> Kept | None:
    """The first in the queue of the lane that should be looked at by now."""
    first = tx.query(prefix("networks", network, "posts-due", lane), limit=1)
    return find(tx, network, first[0].value["id"]) if first and first[0].value["at"] <= stamp(now) else None


def outdated(kept: Kept, not_before: datetime) -> Kept:
    """What Teams shows is to be brought in line; what just failed is not tried sooner for that.

    A message that somebody deleted, or whose id nobody knows, cannot be.
    """
    if kept.why is Why.GONE:
        return kept
    if not kept.activity_id:
        return replace(kept, why=Why.LOST, due=None)
    post = replace(kept.post, not_before=not_before, not_after=not_before + CHANGED_WITHIN)
    due = max(kept.due, not_before) if kept.due and kept.failures else not_before
    return replace(kept, post=post, why=Why.NONE, due=due)


def save(tx: Transaction, kept: Kept) -> None:
    """Keep it in the place of what was kept of it: filed in its lane by when it is due, and among the troubles."""
    before = find(tx, kept.network, kept.id)
    if before is not None and before.due is not None:
        tx.delete(_in_lane(before, before.due))
    tx.put(_record(kept.network, kept.id), _KEPT.dump_python(kept, mode="json"))
    if kept.due is not None:
        tx.put(_in_lane(kept, kept.due), {"at": stamp(kept.due), "id": kept.id})
        jobs.schedule_by(tx, Job(KIND, kept.due, kept.network, kept.lane))
    if kept.is_trouble:
        tx.put(_trouble(kept), {"id": kept.id, "unclear": kept.unclear})
    else:
        tx.delete(_trouble(kept))


def forget(tx: Transaction, network: str, now: datetime, after: str = "", limit: int = 200) -> str:
    """Delete what was settled long ago, `limit` posts at a time; returns where to go on, empty at the end."""
    entries = tx.query(prefix("networks", network, "posts"), after, limit)
    for kept in (_KEPT.validate_python(entry.value) for entry in entries):
        age = now - kept.post.not_before
        if kept.due is None and age > KEPT:
            tx.delete(_record(network, kept.id))
        if age > KEPT or (kept.state is State.GIVEN_UP and age > TROUBLES_SHOWN):
            tx.delete(_trouble(kept))
    return entries[-1].key if len(entries) == limit else ""


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """What is or was posted to somebody, and what names them."""
    return [
        as_fact(kept, "post-to" if kept.post.person == person.id else "post-about")
        for kept in _concerning(tx, person.id)
    ]


def as_fact(kept: Kept, kind: str) -> Fact:
    return Fact(kind, {"text": str(kept.post.card["summary"]), "at": kept.post.not_before}, kept.network)


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Forget what was for them; take back, and blank in the record, what names them where others read it."""
    for kept in list(_concerning(tx, person.id)):
        if kept.post.person == person.id:
            _erase(tx, kept)
        else:
            save(tx, replace(kept, post=replace(kept.post, card=BLANK, about=())))
            take_back(tx, kept.network, kept.id, now)


def _concerning(tx: Transaction, person: str) -> Iterator[Kept]:
    for network in networks.every(tx):
        for entry in every(tx, prefix("networks", network, "posts")):
            kept = _KEPT.validate_python(entry.value)
            if kept.post.person == person or person in kept.post.about:
                yield kept


def _erase(tx: Transaction, kept: Kept) -> None:
    """Keep nothing of it, nor do anything more about it."""
    if kept.due is not None:
        tx.delete(_in_lane(kept, kept.due))
    tx.delete(_trouble(kept))
    tx.delete(_record(kept.network, kept.id))
    jobs.cancel(tx, KIND, kept.network, kept.lane)


def _next_order(tx: Transaction, network: str) -> int:
    """Counts what the network has posted, so that what is due at once is posted in the order it was intended."""
    entry = tx.get(key("networks", network, "posts-counted"))
    order = entry.value["last"] + 1 if entry else 1
    tx.put(key("networks", network, "posts-counted"), {"last": order})
    return order


def _id(network: str, belongs_to: str) -> str:
    return sha256(f"{network}\n{belongs_to}".encode()).hexdigest()[:32]


def _record(network: str, id: str) -> str:
    return key("networks", network, "posts", id)


def _in_lane(kept: Kept, due: datetime) -> str:
    return key("networks", kept.network, "posts-due", kept.lane, stamp(due), f"{kept.order:012}")


def _trouble(kept: Kept) -> str:
    return key("troubles", kept.network, kept.id)
