"""What rounds have come to: who has met whom, who has waited, which municipalities have met."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from knowledge import people
from knowledge.rounds import records
from knowledge.rounds.model import Group, Met, Round
from knowledge.store.contract import Transaction


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often those of two places have been in a group that agreed and, as far as is known, met.

    `places` are all of whom somebody has, or wants to be matched.
    """

    places: tuple[str, ...]
    met: Counter[frozenset[str]]

    def met_by(self, place: str) -> dict[str, int]:
        """Whom those of a place have met, and how often."""
        return {other: times for other in self.places if (times := self.met[frozenset({place, other})])}


def met(tx: Transaction, round: Round) -> dict[frozenset[str], int]:
    """How many rounds ago two people were last in a group, before this round."""
    ago: dict[frozenset[str], int] = {}
    for number, earlier in enumerate(_before(tx, round), 1):
        for group in _agreed(tx, earlier):
            for pair in combinations(group.people, 2):
                ago.setdefault(frozenset(pair), number)
    return ago


def needs(tx: Transaction, round: Round) -> dict[str, float]:
    """How badly those fared who were in the round before this one: 0 is well, 1 is that they were left without."""
    last = next(iter(_before(tx, round)), None)
    return {each.person: 1 - each.fared for each in records.participants(tx, last)} if last else {}


def coverage(tx: Transaction, network: str) -> Coverage:
    counted: Counter[frozenset[str]] = Counter()
    homes = {profile.home for profile in people.matchable(tx, network)}
    for round in records.rounds(tx, network):
        for group in _agreed(tx, round):
            where = [member.home for member in group.members]
            homes |= set(where)
            counted.update(frozenset(pair) for pair in combinations(where, 2))
    return Coverage(tuple(home for home in people.HOMES if home in homes), counted)


def learned(tx: Transaction, network: str) -> list[str]:
    """What groups have told that they took with them, the latest round first."""
    return [group.learned for round in records.rounds(tx, network) for group in _agreed(tx, round) if group.learned]


def _before(tx: Transaction, round: Round) -> list[Round]:
    """The rounds before this one, the latest first."""
    return [each for each in records.rounds(tx, round.network) if each.called_at < round.called_at]


def _agreed(tx: Transaction, round: Round) -> list[Group]:
    return [group for group in records.groups(tx, round) if group.agreed_at and group.met is not Met.NO]
