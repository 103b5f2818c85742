"""What leaders made of what was proposed: text, without what may be a name, and verdict, to learn what is worth it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from knowledge.meetings import names
from knowledge.meetings.drafts import Draft, Line
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix, stamp
from knowledge.store.paging import every

KEPT = timedelta(days=730)


class Verdict(StrEnum):
    """What became of a line that was proposed."""

    KEPT = "kept"
    EDITED = "edited"
    LEFT_OUT = "left-out"


def keep(tx: Transaction, network: str, draft: Draft, now: datetime) -> None:
    """Keep what became of each line that was proposed."""
    named = names.parts(draft.names) | names.proper(
        text for each in draft.lines for text in (each.proposed, each.quote)
    )
    for line in draft.lines:
        if line.proposed:
            at = key("networks", network, "labels", stamp(now), draft.id, line.id)
            label = {"kind": line.kind.value, "verdict": _verdict(line).value, "certain": draft.certain}
            tx.put(at, {**label, "text": names.without(line.proposed, named)})


def write_anew(tx: Transaction, network: str, write: Callable[[str], str]) -> None:
    """Give what was proposed other words: of a name that nobody knew for one, it was not without."""
    for entry in every(tx, prefix("networks", network, "labels")):
        text = write(entry.value["text"])
        if text != entry.value["text"]:
            tx.put(entry.key, {**entry.value, "text": text})


def forget_before(tx: Transaction, network: str, moment: datetime, limit: int = 200) -> int:
    """Delete up to `limit` labels that are older; says how many."""
    area = prefix("networks", network, "labels")
    entries = tx.query(area, limit=limit)
    old = [entry.key for entry in entries if entry.key < area + stamp(moment)]
    for each in old:
        tx.delete(each)
    return len(old)


def _verdict(line: Line) -> Verdict:
    if not line.ticked:
        return Verdict.LEFT_OUT
    return Verdict.KEPT if line.text == line.proposed else Verdict.EDITED
