"""Doing a thing once: a key claimed before it is done and marked after, so that a repeated request has one effect.

Every key is also filed by time, so that what is long past is found and forgotten without a scan.
"""

from datetime import datetime, timedelta
from enum import Enum

from knowledge.store import keys
from knowledge.store.contract import Transaction


class Begun(Enum):
    """What the caller who wants to begin is told."""

    FRESH = "yours to do"
    BUSY = "somebody is at it, and their lease runs"
    DONE = "done already"


def begin(tx: Transaction, key: str, now: datetime, lease: timedelta) -> Begun:
    """Claim the key for as long as `lease`; who is not done by then has failed, and the next caller is FRESH."""
    known = tx.get(_record(key))
    if known is not None and known.value["done"]:
        return Begun.DONE
    if known is not None and known.value["at"] > keys.stamp(now):
        return Begun.BUSY
    _file(tx, key, now + lease, done=False)
    return Begun.FRESH


def finish(tx: Transaction, key: str, now: datetime) -> None:
    """Mark the key as done, in the transaction that has the effect or after it."""
    _file(tx, key, now, done=True)


def is_done(tx: Transaction, key: str) -> bool:
    """Whether somebody has finished it."""
    known = tx.get(_record(key))
    return known is not None and bool(known.value["done"])


def first(tx: Transaction, key: str, now: datetime) -> bool:
    """Whether the key is new, for an effect in this very transaction: from now on it is done."""
    if begin(tx, key, now, timedelta(0)) is not Begun.FRESH:
        return False
    finish(tx, key, now)
    return True


def forget_before(tx: Transaction, moment: datetime, limit: int = 100) -> int:
    """Forget up to `limit` keys finished, or abandoned by the end of their lease, before `moment`; says how many."""
    before = keys.stamp(moment)
    old = [entry for entry in tx.query(keys.prefix("once", "time"), limit=limit) if entry.value["at"] < before]
    for entry in old:
        tx.delete(_record(entry.value["key"]))
        tx.delete(entry.key)
    return len(old)


def _file(tx: Transaction, key: str, at: datetime, *, done: bool) -> None:
    known = tx.get(_record(key))
    if known is not None:
        tx.delete(_by_time(known.value["at"], key))
    stamp = keys.stamp(at)
    tx.put(_record(key), {"at": stamp, "done": done})
    tx.put(_by_time(stamp, key), {"at": stamp, "key": key})


def _record(key: str) -> str:
    return keys.key("once", "key", key)


def _by_time(stamp: str, key: str) -> str:
    return keys.key("once", "time", stamp, key)
