"""What there is to learn from of which actions to list: whether each that is found is right, with who and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.meetings.actions import Dated, actions, dated
from knowledge.meetings.listing import listed, signs_of_listing
from knowledge.meetings.weights import LISTED, Weights
from tests.bench.meetings import Tally, matched, right_due, right_owner
from tests.bench.tasks import Tasks

_LEAST = [each / 10 for each in range(-20, 16)]
_AS_GOOD = 0.01


@dataclass(frozen=True, slots=True)
class Listing:
    """What is found to be done in a meeting, with its days, by what was learnt from others."""

    of: Tasks
    found: Sequence[Dated]

    @classmethod
    def by(cls, tasks: Tasks, weights: Mapping[str, Weights]) -> "Listing":
        return cls(tasks, dated(tasks.tasks, tasks.talk, tasks.named, weights))

    def signs(self) -> list[frozenset[str]]:
        return [signs_of_listing(each, self.found) for each in self.found]

    def right(self) -> list[bool]:
        candidates = actions(self.found, self.of.talk)
        pairs = matched(self.of.meeting, self.of.meeting.wanted("actions"), candidates)
        right = [found for item, found in pairs if right_owner(item, found) and right_due(item, found)]
        return [any(each is one for one in right) for each in candidates]

    def tally(self, weights: Weights) -> Tally:
        """Where those are listed that are worth at least so much."""
        found = actions(listed(self.found, weights), self.of.talk)
        wanted = self.of.meeting.wanted("actions")
        return Tally(len(wanted), len(found), len(matched(self.of.meeting, wanted, found)))


def enough(listings: Sequence[Listing], learners: Mapping[str, Mapping[str, Weights]]) -> float:
    """What gives the best balance of what is found and what is right, where nothing was learnt from the writer.

    Where several are as good the highest: what is listed is to have the right day and owner too.
    """

    def balance(least: float) -> float:
        its = (each.tally(replace(learners[each.of.writer][LISTED], least=least)) for each in listings)
        return sum(its, Tally(0, 0, 0)).f1

    balances = {each: balance(each) for each in _LEAST}
    return max(each for each, its in balances.items() if its >= max(balances.values()) - _AS_GOOD)
