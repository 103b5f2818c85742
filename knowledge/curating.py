"""What there is to tend in a network's library: what waits, is old, differs, is missed, is used or never is."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from knowledge import answers, open_questions
from knowledge.lessons import lifecycle
from knowledge.library import catalogue, retiring
from knowledge.library.model import Case, Kind
from knowledge.store.contract import Transaction

OLD_AFTER = timedelta(days=365)
ASKED_WITHIN = timedelta(days=90)
MOST_READ = 5000
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Line:
    """Something to look at, under the id of what it is about; `beside` is what stands below it."""

    subject: str
    words: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tended:
    """The lines of each part, under its name."""

    parts: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def of(self, part: str) -> tuple[Line, ...]:
        return self.parts.get(part, ())


def tend(tx: Transaction, network: str, now: datetime, *, in_private: bool) -> Tended:
    """All there is; confidential cases only where nobody else reads it."""
    cases = catalogue.cases(tx, network, leader_in_private=in_private)
    ours = [case for case in cases if case.kind is not Kind.MEETING]
    asked = answers.asked_about(tx, network, now - ASKED_WITHIN, MOST_READ)
    times = {case.id: sum(asked[id] for id in (case.id, *case.merged)) for case in ours}
    used = sorted((case for case in ours if times[case.id]), key=lambda case: -times[case.id])
    unused = [case for case in ours if not times[case.id] and case.kind in {Kind.CASE, Kind.LESSON}]
    parts: dict[str, Iterable[Line]] = {
        "waiting": (Line(each.id, each.told.title, (each.told.home,)) for each in lifecycle.waiting(tx, network)),
        "drafts": (Line(each.id, each.told.title, (each.told.situation,)) for each in lifecycle.nobodys(tx, network)),
        "questions": _questions(tx, network),
        "disliked": _disliked(tx, network),
        "old": _old(ours, now.date()),
        "differing": _differing(ours),
        "most": (Line(case.id, case.title, (str(times[case.id]),)) for case in used),
        "least": (Line(case.id, case.title, (case.checked.isoformat(),)) for case in unused),
        "retired": _retired(tx, network, {case.id for case in cases}, in_private=in_private),
    }
    return Tended({name: tuple(lines)[:MOST_LINES] for name, lines in parts.items()})


def _questions(tx: Transaction, network: str) -> Iterator[Line]:
    for each in open_questions.unsettled(tx, network):
        if not each.replies:
            yield Line(each.id, each.question, (each.kept.date().isoformat(),))


def _disliked(tx: Transaction, network: str) -> Iterator[Line]:
    """Each question whose answer did not help somebody, with how many."""
    for question, count in answers.disliked(tx, network, MOST_READ).most_common():
        yield Line("", question, (str(count),))


def _old(cases: Iterable[Case], today: date) -> Iterator[Line]:
    old = (case for case in cases if today - case.checked > OLD_AFTER)
    return (
        Line(each.id, each.title, (each.checked.isoformat(),)) for each in sorted(old, key=lambda case: case.checked)
    )


def _differing(cases: Iterable[Case]) -> Iterator[Line]:
    """Two statements that differ, together, once."""
    known = {passage.id: passage for case in cases for passage in case.passages}
    for passage in known.values():
        for other in passage.disputed_by:
            if passage.id < other and other in known:
                yield Line(passage.case, passage.text, (known[other].text,))


def _retired(tx: Transaction, network: str, shown: Collection[str], *, in_private: bool) -> Iterator[Line]:
    """What was put away, with the title of what it was merged into; not what is `shown` all the same."""
    for id, into in sorted(retiring.retired(tx, network).items()):
        case = catalogue.find_retired(tx, network, id, in_private)
        if case and id not in shown:
            kept = catalogue.find_retired(tx, network, into, in_private) if into else None
            yield Line(id, case.title, (kept.title,) if kept else ())
