"""Answering a poll: chosen by a click, filled in, taken back; and seeing what one has answered."""

from collections.abc import Callable

from cards import polls
from cards.poll_actions import FillIn, SeePoll, Vote, Withdraw
from cards.poll_forms import problem_said
from cards.polls import Viewer, receipt
from cards.texts import text
from dialogs.context import Context
from dialogs.polling import REFUSED, find, may_manage, own, own_card, refusal, voter
from dialogs.turn import Replace, Reply, Turn, Whisper
from knowledge.polls import ballots, lifecycle
from knowledge.polls.ballots import Choice
from knowledge.polls.drafts import Problem
from knowledge.polls.lifecycle import NotAnOption
from knowledge.polls.model import LONGEST_WORDS, STEPS, Answer, Ballot, Kind, Poll, Question
from knowledge.store.contract import Transaction

STEP = {str(step): (step - 1,) for step in range(1, STEPS + 1)}


async def vote(context: Context, turn: Turn, action: Vote) -> list[Reply]:
    """Choose an option: a receipt for who clicked, or their own card if it was that they clicked on."""

    def work(tx: Transaction) -> Reply:
        poll = find(tx, turn, action.poll)
        ballot = own(tx, poll, turn) if turn.again else None
        if not turn.again:
            ballot = lifecycle.choose(tx, poll, voter(turn), Choice(action.option, action.chosen), turn.at)
        if action.own:
            return Replace(own_card(tx, context.zone, turn, poll), alone=True)
        return Whisper(receipt(poll, ballot), secret=True)

    return await _answered(context, turn, work)


async def withdraw(context: Context, turn: Turn, action: Withdraw) -> list[Reply]:
    """Take back what one answered."""

    def work(tx: Transaction) -> Reply:
        poll = find(tx, turn, action.poll)
        if not turn.again:
            lifecycle.answer(tx, poll, voter(turn), ballots.blank, turn.at)
        return Replace(own_card(tx, context.zone, turn, poll), alone=True)

    return await _answered(context, turn, work)


async def fill_in(context: Context, turn: Turn, action: FillIn) -> list[Reply]:
    """Keep what was filled in; what cannot be kept is told, and stays in the form."""

    def work(tx: Transaction) -> Reply:
        poll = find(tx, turn, action.poll)
        typed = action.answers[: len(poll.questions)]
        error = _error(poll, typed)
        if not error and not turn.again:
            lifecycle.answer(tx, poll, voter(turn), lambda _: _ballot(poll, typed), turn.at)
        note = "" if error else text(poll.language, "poll-sent")
        viewer = Viewer(own(tx, poll, turn), may_manage(turn, poll), note, typed if error else (), error)
        return Replace(polls.poll(poll, ballots.count(tx, poll), context.zone, viewer), alone=True)

    return await _answered(context, turn, work)


async def see(context: Context, turn: Turn, action: SeePoll) -> list[Reply]:
    def work(tx: Transaction) -> Reply:
        return Replace(own_card(tx, context.zone, turn, find(tx, turn, action.poll)), alone=True)

    return await _answered(context, turn, work)


async def _answered(context: Context, turn: Turn, work: Callable[[Transaction], Reply]) -> list[Reply]:
    """What came of it, or why nothing did."""
    try:
        return [await context.store.run(work)]
    except REFUSED as why:
        return [refusal(turn, why)]


def _error(poll: Poll, typed: list[str]) -> str:
    """Why it cannot be kept; empty where it can. Raises NotAnOption."""
    if poll.clicked:
        raise NotAnOption
    if not any(each.strip() for each in typed):
        return text(poll.language, "poll-nothing-filled-in")
    if any(len(each) > LONGEST_WORDS for each in typed):
        return problem_said(Problem.LONG, poll.language, LONGEST_WORDS)
    return ""


def _ballot(poll: Poll, typed: list[str]) -> Ballot:
    """Raises NotAnOption."""
    return Ballot(
        tuple(_answer(question, words.strip()) for question, words in zip(poll.questions, typed, strict=True))
    )


def _answer(question: Question, typed: str) -> Answer:
    if question.kind is Kind.WORDS:
        return typed
    if typed and typed not in STEP:
        raise NotAnOption
    return STEP.get(typed, ())
