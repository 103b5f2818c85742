"""What leaders may do with rounds, and what is done when it is time."""

from dataclasses import asdict
from datetime import datetime, tzinfo

from cards import round_forms
from cards.round_actions import CancelRound, CloseRound, EditProtocol, SaveProtocol, ShowCoverage, ShowRounds
from cards.texts import text
from cards.triads import LONGEST_PROTOCOL
from dialogs import rounding
from dialogs.context import Context, for_leaders
from dialogs.rounding import find
from dialogs.rounds import overview
from dialogs.turn import Form, Reply, Turn, Whisper, for_them_alone
from knowledge import posts
from knowledge.jobs import Job
from knowledge.polls.drafts import problem_of_text
from knowledge.rounds import history, lifecycle, records
from knowledge.store.contract import Transaction


@for_leaders("round-only-leaders")
async def show_rounds(context: Context, turn: Turn, _: ShowRounds) -> list[Reply]:
    """Beside the card, which changes when somebody joins: the forms are opened from here."""
    return await rounding.answered(context, turn, lambda tx: [Form(overview(tx, context.zone, turn))])


@for_leaders("round-only-leaders")
async def close(context: Context, turn: Turn, action: CloseRound) -> list[Reply]:
    """Form the groups now, once one is sure."""

    def work(tx: Transaction) -> list[Reply]:
        round = find(tx, turn, action.round)
        if not action.sure:
            return for_them_alone(turn, round_forms.closing(round, turn.language))
        if round.closed_at is None:
            rounding.close(tx, round, context.zone, turn.at)
        return for_them_alone(turn, overview(tx, context.zone, turn, "round-close-done"))

    return await rounding.answered(context, turn, work)


@for_leaders("round-only-leaders")
async def cancel(context: Context, turn: Turn, action: CancelRound) -> list[Reply]:
    """Let there be no such round, once one is sure."""

    def work(tx: Transaction) -> list[Reply]:
        round = find(tx, turn, action.round)
        if not action.sure:
            return for_them_alone(turn, round_forms.cancelling(round, turn.language))
        rounding.take_back(tx, round, turn.at)
        return [Whisper(text(turn.language, "round-cancel-done"))]

    return await rounding.answered(context, turn, work)


@for_leaders("round-only-leaders")
async def show_coverage(context: Context, turn: Turn, _: ShowCoverage) -> list[Reply]:
    def work(tx: Transaction) -> list[Reply]:
        found = history.coverage(tx, turn.network)
        return for_them_alone(turn, round_forms.coverage(found, history.learned(tx, turn.network), turn.language))

    return await rounding.answered(context, turn, work)


@for_leaders("round-only-leaders")
async def edit_protocol(context: Context, turn: Turn, _: EditProtocol) -> list[Reply]:
    def work(tx: Transaction) -> list[Reply]:
        words = records.protocol(tx, turn.network) or text(turn.language, "round-protocol-usual")
        return for_them_alone(turn, round_forms.protocol(words, turn.language))

    return await rounding.answered(context, turn, work)


@for_leaders("round-only-leaders")
async def save_protocol(context: Context, turn: Turn, action: SaveProtocol) -> list[Reply]:
    """Give groups these words to talk by from now on."""
    words = action.words.strip()

    def work(tx: Transaction) -> list[Reply]:
        if words and problem_of_text(words, LONGEST_PROTOCOL):
            return for_them_alone(turn, round_forms.protocol(action.words, turn.language, error=True))
        records.save_protocol(tx, turn.network, words)
        said = text(turn.language, "round-protocol-saved")
        usual = words or text(turn.language, "round-protocol-usual")
        return for_them_alone(turn, round_forms.protocol(usual, turn.language, note=said))

    return await rounding.answered(context, turn, work)


def close_in_time(tx: Transaction, job: Job, now: datetime, *, zone: tzinfo) -> None:
    """When its time is over."""
    round = records.find(tx, job.network, job.subject)
    if round is not None and round.closed_at is None:
        rounding.close(tx, round, zone, now)


def redraw(tx: Transaction, job: Job, now: datetime, *, zone: tzinfo) -> None:
    """When somebody has joined, or left."""
    round = records.find(tx, job.network, job.subject)
    if round is not None:
        posts.redraw(tx, job.network, f"{lifecycle.ROUND}/{round.id}", asdict(rounding.drawn(tx, round, zone)), now)
