"""Networks: who leads one, how Teams is reached there, where Erfa has introduced itself."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from knowledge.personal import Fact, Someone
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


def dismiss(transaction: Transaction, network: str, person: str) -> bool:
    """They lead it no longer; says whether they did."""
    return transaction.delete(_leader(network, person))


def is_leader(transaction: Transaction, network: str, person: str) -> bool:
    return transaction.get(_leader(network, person)) is not None


def leaders(transaction: Transaction, network: str) -> list[Leader]:
    entries = transaction.query(prefix("networks", network, "leaders"))
    return [Leader(entry.value["id"], entry.value["name"]) for entry in entries]


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


def private_thread(transaction: Transaction, person: str) -> str:
    """The conversation of that chat; empty where there is none."""
    known = chat(transaction, person)
    return known.chat if known else ""


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


def kept_of(transaction: Transaction, person: Someone) -> list[Fact]:
    """That somebody leads, and how their private chat is reached."""
    leading = [
        Fact("leader", {"name": str(entry.value["name"])}, network)
        for network in every(transaction)
        if (entry := transaction.get(_leader(network, person.id)))
    ]
    private = chat(transaction, person.id)
    return [*leading, *([Fact("chat", {"chat": private.chat, "tenant": private.tenant})] if private else [])]


def forget_person(transaction: Transaction, person: Someone, _: datetime) -> None:
    """Also that they lead; a network without a leader may take one."""
    for network in list(every(transaction)):
        transaction.delete(_leader(network, person.id))
    private = chat(transaction, person.id)
    if private:
        transaction.delete(_introduced(private.chat))
        transaction.delete(_chat(person.id))


def _remember(transaction: Transaction, at: str, address: Address) -> None:
    """Every turn tells it, but it hardly ever changes."""
    if _remembered(transaction, at) != address:
        transaction.put(at, asdict(address))


def _remembered(transaction: Transaction, at: str) -> Address | None:
    entry = transaction.get(at)
    return None if entry is None else Address(**entry.value)


def _leader(network: str, person: str) -> str:
    return key("networks", network, "leaders", person)


def _address(network: str) -> str:
    return key("networks", network, "address")


def _chat(person: str) -> str:
    return key("chats", person)


def _introduced(place: str) -> str:
    return key("introduced", place)
