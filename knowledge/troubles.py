"""Posts that a leader should look at: nobody knows whether they are in Teams, or they were given up."""

from dataclasses import replace
from datetime import datetime

from knowledge.posts import CHANGED_WITHIN, Kept, Why, find, save
from knowledge.store.contract import Transaction
from knowledge.store.keys import prefix


def every(tx: Transaction, network: str) -> list[Kept]:
    """What a leader should know of: unclear or, lately, given up; the oldest first."""
    found = (find(tx, network, entry.value["id"]) for entry in tx.query(prefix("troubles", network), limit=1000))
    return sorted(filter(None, found), key=lambda kept: kept.post.not_before)


def count_unclear(tx: Transaction) -> int:
    """How many posts of all networks wait for a leader to say whether they are there."""
    return sum(entry.value["unclear"] for entry in tx.query(prefix("troubles"), limit=10_000))


def post_again(tx: Transaction, network: str, id: str, now: datetime) -> bool:
    """Somebody looked and an unclear post is not there; says whether it was unclear."""
    kept = find(tx, network, id)
    if kept is None or not kept.unclear:
        return False
    post = replace(kept.post, not_after=max(kept.post.not_after, now + CHANGED_WITHIN))
    due = None if kept.withdrawn else now
    save(tx, replace(kept, post=post, unclear=False, trying=0, looks=0, failures=0, due=due))
    return True


def it_is_there(tx: Transaction, network: str, id: str) -> bool:
    """Somebody looked and an unclear post is there; says whether it was unclear.

    Under which id nobody knows: it cannot be changed or deleted any more.
    """
    kept = find(tx, network, id)
    if kept is None or not kept.unclear:
        return False
    why = Why.LOST if kept.withdrawn or kept.version > kept.trying else Why.NONE
    posted = replace(kept, shown=kept.trying, posted_at=kept.tried_at, shown_at=kept.tried_at)
    save(tx, replace(posted, unclear=False, trying=0, why=why))
    return True
