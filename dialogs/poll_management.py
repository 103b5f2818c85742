"""What the maker of a poll and the leaders may do with it, and what is done when it is time."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime, tzinfo

from cards import poll_forms, poll_table
from cards.card import Card
from cards.help import notice
from cards.poll_actions import AnnounceChange, ClosePoll, DeletePoll, ExportPoll, ManagePoll
from cards.texts import text
from dialogs import polling
from dialogs.context import Context
from dialogs.polling import REFUSED, REMINDER, RESULT, find, may_manage, refusal
from dialogs.turn import File, Form, Place, Replace, Reply, Turn, Whisper
from knowledge import posts
from knowledge.jobs import Job
from knowledge.polls import ballots, drafts, lifecycle
from knowledge.polls.evaluations import LONGEST_CHANGE
from knowledge.polls.model import Poll
from knowledge.store.contract import Transaction

Work = Callable[[Transaction, Poll], Reply]


async def manage(context: Context, turn: Turn, action: ManagePoll) -> list[Reply]:
    """Beside the card, which changes when somebody answers."""
    return await _as_manager(context, turn, action.poll, lambda tx, poll: Form(_managed(tx, poll, context.zone)))


async def close(context: Context, turn: Turn, action: ClosePoll) -> list[Reply]:
    """Close it, once one is sure."""

    def work(tx: Transaction, poll: Poll) -> Reply:
        if not action.sure:
            return Replace(poll_forms.closing(poll), alone=True)
        if poll.closed_at is None:
            polling.close(tx, poll, context.zone, turn.at)
        return _done(turn, "poll-close-done")

    return await _as_manager(context, turn, action.poll, work)


async def delete(context: Context, turn: Turn, action: DeletePoll) -> list[Reply]:
    """Delete it with all that was posted about it, once one is sure."""

    def work(tx: Transaction, poll: Poll) -> Reply:
        if not action.sure:
            return Replace(poll_forms.deleting(poll), alone=True)
        lifecycle.delete(tx, poll, turn.at)
        for what in (lifecycle.POLL, RESULT, REMINDER):
            kept = posts.belonging(tx, poll.network, f"{what}/{poll.id}")
            if kept:
                posts.take_back(tx, poll.network, kept.id, turn.at)
        return _done(turn, "poll-deleted")

    return await _as_manager(context, turn, action.poll, work)


async def export(context: Context, turn: Turn, action: ExportPoll) -> list[Reply]:
    """The results as a table, in private."""

    def work(tx: Transaction, poll: Poll) -> Reply:
        if turn.place is not Place.PERSONAL:
            return Whisper(text(turn.language, "poll-export-in-private"))
        if poll.closed_at is None:
            return Whisper(text(turn.language, "poll-export-when-closed"))
        table = poll_table.table(poll, ballots.count(tx, poll))
        return File(poll_table.file_name(poll, context.zone), text(turn.language, "poll-table-what"), table, action)

    return await _as_manager(context, turn, action.poll, work)


async def announce_change(context: Context, turn: Turn, action: AnnounceChange) -> list[Reply]:
    """Add to the result of an evaluation what will be different from now on."""

    def work(tx: Transaction, poll: Poll) -> Reply:
        words = " ".join(action.change.split())
        problem = drafts.problem_of_text(words, LONGEST_CHANGE)
        if problem:
            error = poll_forms.problem_said(problem, poll.language, LONGEST_CHANGE)
            typed = replace(poll, change=action.change)
            return Replace(poll_forms.managed(typed, ballots.voters(tx, poll), context.zone, error=error), alone=True)
        changed = lifecycle.announce_change(tx, poll, words)
        polling.change(tx, changed, RESULT, polling.result(tx, changed, context.zone), turn.at)
        return Replace(_managed(tx, changed, context.zone, "evaluation-announced"), alone=True)

    return await _as_manager(context, turn, action.poll, work)


def close_in_time(tx: Transaction, job: Job, now: datetime, *, zone: tzinfo) -> None:
    """When its time is over."""
    poll = lifecycle.find(tx, job.network, job.subject)
    if poll is not None and poll.closed_at is None:
        polling.close(tx, poll, zone, now)


def redraw(tx: Transaction, job: Job, now: datetime, *, zone: tzinfo) -> None:
    """When somebody has answered."""
    poll = lifecycle.find(tx, job.network, job.subject)
    if poll is not None:
        posts.redraw(tx, job.network, f"{lifecycle.POLL}/{poll.id}", asdict(polling.drawn(tx, poll, zone)), now)


def remind(tx: Transaction, job: Job, now: datetime, *, zone: tzinfo) -> None:
    """The day before it closes; not when all have answered, and not late."""
    poll = lifecycle.find(tx, job.network, job.subject)
    if poll is None or not poll.is_open(now):
        return
    voters = ballots.voters(tx, poll)
    if not poll.members or voters < poll.members:
        polling.tell(tx, poll, REMINDER, poll_forms.reminder(poll, voters, zone), now)


def _done(turn: Turn, key: str) -> Reply:
    return Replace(notice(text(turn.language, key), turn.language))


def _managed(tx: Transaction, poll: Poll, zone: tzinfo, note: str = "") -> Card:
    said = text(poll.language, note) if note else ""
    return poll_forms.managed(poll, ballots.voters(tx, poll), zone, note=said)


async def _as_manager(context: Context, turn: Turn, id: str, work: Work) -> list[Reply]:
    def allowed(tx: Transaction) -> Reply:
        poll = find(tx, turn, id)
        return work(tx, poll) if may_manage(turn, poll) else Whisper(text(turn.language, "poll-not-yours"))

    try:
        return [await context.store.run(allowed)]
    except REFUSED as why:
        return [refusal(turn, why)]
