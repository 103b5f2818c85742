"""Where rounds, those in them and their groups are kept."""

from collections.abc import Iterator

from pydantic import TypeAdapter

from knowledge.rounds.model import Group, Participant, Round
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix
from knowledge.store.paging import every

_ROUND: TypeAdapter[Round] = TypeAdapter(Round)
_PARTICIPANT: TypeAdapter[Participant] = TypeAdapter(Participant)
_GROUP: TypeAdapter[Group] = TypeAdapter(Group)


def find(tx: Transaction, network: str, id: str) -> Round | None:
    entry = tx.get(_round(network, id))
    return None if entry is None else _ROUND.validate_python(entry.value)


def rounds(tx: Transaction, network: str) -> list[Round]:
    """The rounds of a network, the latest first."""
    found = (_ROUND.validate_python(entry.value) for entry in every(tx, prefix("networks", network, "rounds")))
    return sorted(found, key=lambda each: each.called_at, reverse=True)


def save(tx: Transaction, round: Round) -> None:
    tx.put(_round(round.network, round.id), _ROUND.dump_python(round, mode="json"))


def participant(tx: Transaction, round: Round, person: str) -> Participant | None:
    entry = tx.get(_participant(round, person))
    return None if entry is None else _PARTICIPANT.validate_python(entry.value)


def participants(tx: Transaction, round: Round) -> list[Participant]:
    """Who is in a round, in the order in which they joined."""
    entries = every(tx, prefix("networks", round.network, "round-people", round.id))
    return sorted((_PARTICIPANT.validate_python(entry.value) for entry in entries), key=lambda each: each.joined_at)


def save_participant(tx: Transaction, round: Round, kept: Participant) -> None:
    tx.put(_participant(round, kept.person), _PARTICIPANT.dump_python(kept, mode="json"))


def delete_participant(tx: Transaction, round: Round, person: str) -> None:
    tx.delete(_participant(round, person))


def group(tx: Transaction, network: str, id: str) -> Group | None:
    entry = tx.get(_group(network, id))
    return None if entry is None else _GROUP.validate_python(entry.value)


def groups(tx: Transaction, round: Round) -> Iterator[Group]:
    """The groups of a round, those that agreed and those that may."""
    entries = every(tx, prefix("networks", round.network, "round-groups", round.id))
    return (_GROUP.validate_python(entry.value) for entry in entries)


def save_group(tx: Transaction, kept: Group) -> None:
    tx.put(_group(kept.network, kept.id), _GROUP.dump_python(kept, mode="json"))


def delete_group(tx: Transaction, kept: Group) -> None:
    tx.delete(_group(kept.network, kept.id))


def delete(tx: Transaction, round: Round) -> None:
    """Let nothing be left of a round."""
    for each in participants(tx, round):
        delete_participant(tx, round, each.person)
    for kept in list(groups(tx, round)):
        delete_group(tx, kept)
    tx.delete(_round(round.network, round.id))


def protocol(tx: Transaction, network: str) -> str:
    """What groups of the network talk by; empty where no leader has said so."""
    entry = tx.get(_protocol(network))
    return str(entry.value["words"]) if entry else ""


def save_protocol(tx: Transaction, network: str, words: str) -> None:
    tx.put(_protocol(network), {"words": words})


def _protocol(network: str) -> str:
    return key("networks", network, "round-protocol")


def _round(network: str, id: str) -> str:
    return key("networks", network, "rounds", id)


def _participant(round: Round, person: str) -> str:
    return key("networks", round.network, "round-people", round.id, person)


def _group(network: str, id: str) -> str:
    return key("networks", network, "round-groups", id.partition(".")[0], id)
