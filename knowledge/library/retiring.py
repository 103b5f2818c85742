"""Cases that a network has put away: still there, to be restored, but in no answer, list, digest or export."""

from datetime import datetime

from knowledge.library import changes
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix, stamp
from knowledge.store.paging import every


def retire(tx: Transaction, network: str, id: str, at: datetime) -> None:
    tx.put(_place(network, id), {"at": stamp(at)})
    changes.note(tx, network, id)


def restore(tx: Transaction, network: str, id: str) -> None:
    tx.delete(_place(network, id))
    changes.note(tx, network, id)


def is_retired(tx: Transaction, network: str, id: str) -> bool:
    return tx.get(_place(network, id)) is not None


def retired(tx: Transaction, network: str) -> set[str]:
    """The ids of all that the network has put away."""
    return {parts(entry.key)[-1] for entry in every(tx, prefix("networks", network, "library-retired"))}


def _place(network: str, id: str) -> str:
    return key("networks", network, "library-retired", id)
