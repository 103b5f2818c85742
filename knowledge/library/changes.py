"""What changed in a library, by number: so that one at hand can be brought up to date, or told to be as it should."""

from knowledge.store.contract import Transaction
from knowledge.store.keys import key

ALL_NETWORKS = "*"
MOST_CHANGES = 50  # remembered, for libraries at hand


def version(tx: Transaction, network: str) -> str:
    """Changes whenever the network's library does; costs two look-ups."""
    return f"{_count(tx, ALL_NETWORKS)}.{_count(tx, network)}"


def note(tx: Transaction, network: str, case: str) -> None:
    """A case of the network, or of all, came, changed or went."""
    number = _count(tx, network) + 1
    tx.put(_counter(network), {"changes": number})
    tx.put(_change(network, number), {"case": case})
    tx.delete(_change(network, number - MOST_CHANGES))


def since(tx: Transaction, network: str, version: str) -> set[str] | None:
    """The cases that changed since a version; None where they are too many to be remembered."""
    before = [int(each) for each in version.split(".")]
    ids: set[str] = set()
    for of, count in zip((ALL_NETWORKS, network), before, strict=True):
        now = _count(tx, of)
        if now - count > MOST_CHANGES:
            return None
        ids |= {entry.value["case"] for number in range(count + 1, now + 1) if (entry := tx.get(_change(of, number)))}
    return ids


def _count(tx: Transaction, network: str) -> int:
    entry = tx.get(_counter(network))
    return int(entry.value["changes"]) if entry else 0


def _counter(network: str) -> str:
    return key("networks", network, "library-changes")


def _change(network: str, number: int) -> str:
    return key("networks", network, "library-change", f"{number:012}")
