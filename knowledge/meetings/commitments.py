"""What was to be done after a meeting: open until somebody says that it is done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pydantic import TypeAdapter

from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix
from knowledge.store.paging import every

_SEVERAL = 500
_UNDATED = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Action:
    """`id` tells it from the others of its meeting; `done` is on which day somebody said so."""

    meeting: str
    id: str
    text: str
    owner: str = ""
    due: date | None = None
    done: date | None = None


_ACTION: TypeAdapter[Action] = TypeAdapter(Action)


def replace_all(tx: Transaction, network: str, meeting: str, wanted: Iterable[Action]) -> None:
    """Let the meeting have these actions and no others; those that were done stay so."""
    before = {each.id: each for each in of(tx, network, meeting)}
    for each in before.values():
        _delete(tx, network, each)
    for each in wanted:
        done = before[each.id].done if each.id in before else each.done
        _save(tx, network, replace(each, done=done))


def of(tx: Transaction, network: str, meeting: str) -> list[Action]:
    entries = tx.query(prefix("networks", network, "actions", meeting), limit=_SEVERAL)
    return [_ACTION.validate_python(entry.value) for entry in entries]


def find(tx: Transaction, network: str, meeting: str, id: str) -> Action | None:
    entry = tx.get(_record(network, meeting, id))
    return None if entry is None else _ACTION.validate_python(entry.value)


def mark(tx: Transaction, network: str, action: Action, done: date | None) -> Action:
    """Say that it is done, or still to be done."""
    marked = replace(action, done=done)
    _save(tx, network, marked)
    return marked


def unfinished(tx: Transaction, network: str, since: date = date.min) -> list[Action]:
    """What is still to be done and was not due before `since`, what is due first coming first."""
    area = prefix("networks", network, "actions-open")
    entries = every(tx, area, after=area + since.isoformat())
    found = (find(tx, network, entry.value["meeting"], entry.value["id"]) for entry in entries)
    return [each for each in found if each]


def _save(tx: Transaction, network: str, action: Action) -> None:
    tx.put(_record(network, action.meeting, action.id), _ACTION.dump_python(action, mode="json"))
    if action.done:
        tx.delete(_open(network, action))
    else:
        tx.put(_open(network, action), {"meeting": action.meeting, "id": action.id})


def _delete(tx: Transaction, network: str, action: Action) -> None:
    tx.delete(_record(network, action.meeting, action.id))
    tx.delete(_open(network, action))


def _record(network: str, meeting: str, id: str) -> str:
    return key("networks", network, "actions", meeting, id)


def _open(network: str, action: Action) -> str:
    """Filed by when it is due; what has no day comes last."""
    due = action.due.isoformat() if action.due else _UNDATED
    return key("networks", network, "actions-open", due, action.meeting, action.id)
