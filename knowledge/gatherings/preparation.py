"""What a leader should know before a meeting: what the network wonders, which cases fit, what people say they face."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from knowledge import assignments, contacts, open_questions
from knowledge.assignments import Assignment, Trying
from knowledge.gatherings.harvest import since_last
from knowledge.gatherings.model import Gathering, Plan
from knowledge.library.model import Case, Kind
from knowledge.open_questions import OpenQuestion
from knowledge.store.contract import Transaction

MOST_QUESTIONS, MOST_CASES, MOST_FACED, MOST_REPORTS = 10, 6, 12, 12
MOST_READ = 5000
EVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Preparation:
    """`faced` is what people in a municipality say they face, of those who let themselves be found.

    `reports` is how home assignments went since the meeting before.
    """

    questions: tuple[OpenQuestion, ...]
    cases: tuple[Case, ...]
    faced: tuple[tuple[str, tuple[str, ...]], ...]
    reports: tuple[tuple[Assignment, Trying], ...] = ()


def prepare(tx: Transaction, gathering: Gathering, cases: Iterable[Case], today: date) -> Preparation:
    """What touches on its themes; where it has none, on anything. `cases` are those its leader may see."""
    network, plan = gathering.network, gathering.plan
    kept = open_questions.since(tx, network, EVER, MOST_READ)
    asked = [each for each in kept if _touches(each.themes, plan)]
    facing = contacts.facing(tx, network, " ".join((*plan.themes, plan.title)) if plan.themes else "", today)
    faced: dict[str, dict[str, None]] = {}
    for profile, phrases in facing:
        faced.setdefault(profile.home, {}).update(dict.fromkeys(phrases))
    named = sorted(faced.items(), key=lambda each: (not each[0], each[0]))
    return Preparation(
        questions=tuple(reversed(asked))[:MOST_QUESTIONS],
        cases=_fitting(plan, cases),
        reports=tuple(assignments.reported(tx, network, since_last(tx, gathering), plan.ends)[:MOST_REPORTS]),
        faced=tuple((home, tuple(phrases)) for home, phrases in named[:MOST_FACED]),
    )


def _touches(themes: Sequence[str], plan: Plan) -> bool:
    return not plan.themes or bool(set(themes) & set(plan.themes))


def _fitting(plan: Plan, cases: Iterable[Case]) -> tuple[Case, ...]:
    """Those about most of the themes, those checked last first among equals."""
    told = [each for each in cases if each.kind in {Kind.CASE, Kind.THEME}]
    fit = [each for each in told if plan.themes and _touches(each.themes, plan)]
    ranked = sorted(fit, key=lambda each: (len(set(each.themes) & set(plan.themes)), each.checked), reverse=True)
    return tuple(ranked[:MOST_CASES])
