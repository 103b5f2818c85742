"""What was gathered for the notes of a meeting: reflections, what groups bring back, how home assignments went.

It becomes lines of the draft of that meeting, which a leader ticks, edits or leaves out like any others.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from knowledge import assignments
from knowledge.assignments import Trying
from knowledge.exercises import sessions
from knowledge.gatherings import lifecycle
from knowledge.gatherings.model import Gathering
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import LONGEST_LINE, MOST_LINES, Draft
from knowledge.meetings.model import Candidate, Kind
from knowledge.polls import ballots
from knowledge.polls import lifecycle as polls
from knowledge.polls.model import readable
from knowledge.store.contract import Transaction

EVER = datetime(2000, 1, 1, tzinfo=UTC)
AFTERWARDS = timedelta(days=14)  # for so long what is said belongs to the meeting


def reflection_of(gathering: Gathering) -> str:
    """The id of the poll that asks what people take with them: one for a meeting."""
    return f"reflection-{gathering.id}"


def notes_of(gathering: Gathering) -> str:
    """The id of the notes that are begun for a meeting, whatever day they come to say."""
    return drafts.id_of(f"gathering {gathering.id}", gathering.plan.starts)


def meeting_of(draft: Draft, gatherings: Sequence[Gathering], zone: tzinfo | None) -> Gathering | None:
    """The meeting that a draft was begun for, else the only one of its day; None where nobody can tell."""
    if own := next((each for each in gatherings if notes_of(each) == draft.id), None):
        return own
    that_day = [each for each in gatherings if each.cancelled_at is None and day_of(each, zone) == draft.date]
    return that_day[0] if len(that_day) == 1 else None


def day_of(gathering: Gathering, zone: tzinfo | None) -> date:
    return gathering.plan.starts.astimezone(zone).date()


def into(tx: Transaction, network: str, draft: Draft, zone: tzinfo | None) -> Draft:
    """The draft with what was gathered at its meeting, each line once however often it is gathered.

    To notes that are published nothing is added that a leader has not ticked: they may have left it out before.
    """
    meeting = meeting_of(draft, lifecycle.every(tx, network), zone)
    if meeting is None:
        return draft
    room = max(0, MOST_LINES - len(draft.lines))
    lines = [Candidate(Kind.LEARNED, line[:LONGEST_LINE]) for line in gathered(tx, meeting)[:room]]
    return drafts.add(draft, lines, ticked=summaries.find(tx, network, draft.id) is None)


def gathered(tx: Transaction, gathering: Gathering) -> list[str]:
    """All that may be told: anonymous words only where enough have answered, reports only with consent."""
    return [*_reflections(tx, gathering), *_brought_back(tx, gathering), *_reports(tx, gathering)]


def since_last(tx: Transaction, gathering: Gathering) -> datetime:
    """When the meeting before it was held."""
    earlier = (each.plan.starts for each in lifecycle.every(tx, gathering.network) if each.cancelled_at is None)
    return max((each for each in earlier if each < gathering.plan.starts), default=EVER)


def _reflections(tx: Transaction, gathering: Gathering) -> Iterator[str]:
    asked = polls.find(tx, gathering.network, reflection_of(gathering))
    if asked is None:
        return
    tally = ballots.count(tx, asked)
    if readable(asked, tally):
        yield from (" ".join(each.words.split()) for each in tally.counts[0].said)


def _brought_back(tx: Transaction, gathering: Gathering) -> Iterator[str]:
    for each in sessions.of(tx, gathering.network, gathering.id):
        for said in sessions.brought_back(tx, each).values():
            yield from said


def _reports(tx: Transaction, gathering: Gathering) -> Iterator[str]:
    until = gathering.plan.ends + AFTERWARDS
    for _, trying in assignments.reported(tx, gathering.network, since_last(tx, gathering), until):
        if trying.shared:
            yield _said(trying)


def _said(trying: Trying) -> str:
    return f"{trying.home}: {trying.report}" if trying.home else trying.report
