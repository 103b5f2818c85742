"""Networks: who leads one, who is known from which, how Teams is reached there, where Erfa has introduced itself."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from knowledge.store.contract import Transaction
from knowledge.store.keys import key, parts, prefix

_LAST = "\U0010ffff"  # sorts after every character a key begins with


@dataclass(frozen=True, slots=True)
class Leader:
    """A process leader (processledare) of a network: whoever installed the app, or was appointed."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Address:
    """How a network is reached, or somebody's private `chat`: at which service URL, by which bot, in which tenant."""

    service_url: str
    bot_id: str
    bot_name: str
    tenant: str
    chat: str = ""


def appoint(transaction: Transaction, network: str, leader: Leader) -> None:
    transaction.put(_leader(network, leader.id), {"id": leader.id, "name": leader.name})


def is_leader(transaction: Transaction, network: str, person: str) -> bool:
    return transaction.get(_leader(network, person)) is not None


def leaders(transaction: Transaction, network: str) -> list[Leader]:
    entries = transaction.query(prefix("networks", network, "leaders"))
    return [Leader(entry.value["id"], entry.value["name"]) for entry in entries]


def seen(transaction: Transaction, network: str, person: str) -> None:
    """Remember that `person` belongs to `network`; the last one counts."""
    if known_network(transaction, person) != network:
        transaction.put(_known_from(person), {"network": network})


def known_network(transaction: Transaction, person: str) -> str | None:
    """The network `person` was last seen in."""
    entry = transaction.get(_known_from(person))
    return None if entry is None else str(entry.value["network"])


def remember_address(transaction: Transaction, network: str, address: Address) -> None:
    _remember(transaction, _address(network), address)


def address(transaction: Transaction, network: str) -> Address | None:
    """How the network is reached, as far as it has been heard from."""
    return _remembered(transaction, _address(network))


def remember_chat(transaction: Transaction, person: str, address: Address) -> None:
    _remember(transaction, _chat(person), address)


def chat(transaction: Transaction, person: str) -> Address | None:
    """The private chat with `person`, if there is one."""
    return _remembered(transaction, _chat(person))


def spoke(transaction: Transaction, network: str, channel: str) -> None:
    """Remember in which channel the network was last heard from."""
    if last_channel(transaction, network) != channel:
        transaction.put(_last_channel(network), {"channel": channel})


def last_channel(transaction: Transaction, network: str) -> str:
    """The channel that the network was last heard from; empty while there is none."""
    entry = transaction.get(_last_channel(network))
    return "" if entry is None else str(entry.value["channel"])


def begin_introduction(transaction: Transaction, place: str, now: datetime, lease: timedelta) -> bool:
    """Whether to introduce Erfa in `place` (a team or chat): not where it is done, nor while somebody is at it."""
    entry = transaction.get(_introduced(place))
    if entry is not None and (entry.value["done"] or datetime.fromisoformat(entry.value["until"]) > now):
        return False
    transaction.put(_introduced(place), {"done": False, "until": (now + lease).isoformat()})
    return True


def finish_introduction(transaction: Transaction, place: str) -> None:
    transaction.put(_introduced(place), {"done": True})


def forget_introduction(transaction: Transaction, place: str) -> None:
    """Erfa was removed, or could not introduce itself: the next installation gets an introduction."""
    transaction.delete(_introduced(place))


def every(transaction: Transaction) -> Iterator[str]:
    """Each network that anything is stored of, in order of key, by one look-up a network."""
    area, after = prefix("networks"), ""
    while entries := transaction.query(area, after, limit=1):
        network = parts(entries[0].key)[1]
        yield network
        after = prefix("networks", network) + _LAST


def _remember(transaction: Transaction, at: str, address: Address) -> None:
    """Every turn tells it, but it hardly ever changes."""
    if _remembered(transaction, at) != address:
        transaction.put(at, asdict(address))


def _remembered(transaction: Transaction, at: str) -> Address | None:
    entry = transaction.get(at)
    return None if entry is None else Address(**entry.value)


def _leader(network: str, person: str) -> str:
    return key("networks", network, "leaders", person)


def _known_from(person: str) -> str:
    return key("known", person)


def _address(network: str) -> str:
    return key("networks", network, "address")


def _chat(person: str) -> str:
    return key("chats", person)


def _last_channel(network: str) -> str:
    return key("networks", network, "channel")


def _introduced(place: str) -> str:
    return key("introduced", place)
