"""What digests tell of meetings names nobody who is forgotten, as the meetings' own notes do not."""

from datetime import datetime

from knowledge.digests import issues
from knowledge.digests.issues import Draw
from knowledge.meetings import mentions
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction


def kept_of(_: Transaction, __: Someone) -> list[Fact]:
    """Nothing of its own: the meetings tell it."""
    return []


def forget_person(tx: Transaction, person: Someone, now: datetime, *, draw: Draw) -> None:
    for network in mentions.networks_of(tx, person):
        issues.write_anew(tx, network, mentions.without(person), draw, now)
