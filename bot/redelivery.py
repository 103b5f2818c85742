"""Activities that Teams sends again, under the same id or a new one: recognised here, so that nothing happens twice.

An activity is claimed under its id for as long as it is worked on and marked afterwards. A second one that means the
same within a minute stands for the first, whose claim decides: a crash leaves the claim to whoever comes after.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from bot import reading
from bot.activity import Inbound
from knowledge.store import once
from knowledge.store.contract import Entry, Transaction
from knowledge.store.keys import key, prefix

# Teams gives up on a turn after 15 seconds: until then whoever began it may still be at it.
LEASE = timedelta(seconds=15)
SAME_MEANING = timedelta(seconds=60)
KEPT = timedelta(days=35)
SWEPT_AT_ONCE = 10

Claim = tuple[str, ...]


def claim(transaction: Transaction, activity: Inbound, now: datetime) -> Claim | None:
    """What to finish when the activity is done; None when it has been done, or somebody is at it."""
    if reading.is_confidential(activity):  # a digest of what it means could be guessed, and so who answered what
        return claim_by_id(transaction, activity, now)
    own = _by_id(activity)
    claimed = tuple({_first(transaction, activity, own, now), own})
    begun = [once.begin(transaction, each, now, LEASE) for each in claimed]
    return claimed if all(each is once.Begun.FRESH for each in begun) else None


def claim_by_id(transaction: Transaction, activity: Inbound, now: datetime) -> Claim | None:
    """As `claim`, for what may rightly happen twice within a minute, such as an installation."""
    claimed = _by_id(activity)
    return (claimed,) if once.begin(transaction, claimed, now, LEASE) is once.Begun.FRESH else None


def is_done(transaction: Transaction, activity: Inbound) -> bool:
    """Whether this very activity, under this id, has been done."""
    return once.is_done(transaction, _by_id(activity))


def finish(transaction: Transaction, claimed: Claim, now: datetime) -> None:
    for each in claimed:
        once.finish(transaction, each, now)
    once.forget_before(transaction, now - KEPT, SWEPT_AT_ONCE)
    _forget_meanings(transaction, now)


def _by_id(activity: Inbound) -> str:
    identity = activity.id or uuid4().hex
    return key("activity", sha256(f"{activity.conversation.id}\n{identity}".encode()).hexdigest())


def _first(transaction: Transaction, activity: Inbound, own: str, now: datetime) -> str:
    """The claim of the first activity that meant the same: its `own` when there is none before."""
    meaning = reading.meaning(activity)
    for minute in (now, now - SAME_MEANING):
        known = transaction.get(_meant(minute, meaning))
        if known is not None and now - _at(known) < SAME_MEANING:
            return str(known.value["claim"])
    transaction.put(_meant(now, meaning), {"claim": own, "at": now.isoformat()})
    return own


def _forget_meanings(transaction: Transaction, now: datetime) -> None:
    for entry in transaction.query(prefix("meant"), limit=SWEPT_AT_ONCE):
        if now - _at(entry) >= SAME_MEANING:
            transaction.delete(entry.key)


def _meant(moment: datetime, meaning: str) -> str:
    """Filed by the minute, so that the oldest come first and are forgotten first."""
    return key("meant", moment.astimezone(UTC).strftime("%Y%m%dT%H%M"), meaning)


def _at(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.value["at"])
