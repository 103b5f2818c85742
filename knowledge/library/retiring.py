"""Cases that a network has put away: still there, to be restored, but in no answer, list, digest or export.

One may be put away into another, which it was merged with (knowledge/library/merging.py).
"""

from collections.abc import Mapping
from datetime import datetime

from knowledge.library import changes
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix, stamp
from knowledge.store.paging import every


def retire(tx: Transaction, network: str, id: str, at: datetime, *, into: str = "") -> None:
    tx.put(_place(network, id), {"at": stamp(at), "into": into})
    _note(tx, network, id, into)


def restore(tx: Transaction, network: str, id: str) -> None:
    into = retired_into(tx, network, id)
    tx.delete(_place(network, id))
    _note(tx, network, id, into or "")


def retired_into(tx: Transaction, network: str, id: str) -> str | None:
    """The case that one was merged into, empty if it was only put away; None if it was not."""
    entry = tx.get(_place(network, id))
    return None if entry is None else str(entry.value.get("into", ""))


def retired(tx: Transaction, network: str) -> Mapping[str, str]:
    """The ids of all that the network has put away, each with the case that it was merged into, if any."""
    entries = every(tx, prefix("networks", network, "library-retired"))
    return {parts(entry.key)[-1]: str(entry.value.get("into", "")) for entry in entries}


def _note(tx: Transaction, network: str, id: str, into: str) -> None:
    for each in filter(None, (id, into)):
        changes.note(tx, network, each)


def _place(network: str, id: str) -> str:
    return key("networks", network, "library-retired", id)
