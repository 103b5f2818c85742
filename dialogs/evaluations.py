"""Evaluations of meetings: begun by a leader, who may also say what they ask."""

import secrets
from datetime import UTC, datetime

from cards import poll_forms
from cards.help import notice
from cards.poll_actions import BeginEvaluation, EditEvaluation, SaveEvaluation
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.polling import audience, begin
from dialogs.turn import Place, Replace, Reply, Say, Turn, Whisper
from knowledge import posts
from knowledge.polls import drafts, evaluations, lifecycle
from knowledge.polls.evaluations import KINDS, OPEN_FOR
from knowledge.polls.model import LONGEST_QUESTION, Names, Poll, Shown
from knowledge.posts import State
from knowledge.store.contract import Transaction


async def evaluation(context: Context, turn: Turn, _: str) -> list[Reply]:
    """Post the questions; one evaluation at a time in a channel."""
    if turn.place is Place.PERSONAL:
        return [_told(turn, "evaluation-only-in-channel")]
    if not turn.leader:
        return [_told(turn, "evaluation-only-leaders")]
    other = await _begin(context, turn, turn.thread)
    return [_told(turn, "evaluation-already-open")] if other else []


@for_leaders("evaluation-only-leaders")
async def begin_under(context: Context, turn: Turn, action: BeginEvaluation) -> list[Reply]:
    """Post the questions in the thread of a post of Erfa's."""
    kept = await context.store.run(lambda tx: posts.find(tx, turn.network, action.post))
    if kept is None or kept.state is not State.POSTED or not kept.thread:
        return [Whisper(text(turn.language, "evaluation-no-thread"))]
    other = await _begin(context, turn, kept.thread)
    if other and other.conversation != kept.thread:
        return [Whisper(text(turn.language, "evaluation-already-open"))]
    return [Replace(notice(text(turn.language, "evaluation-posted"), turn.language))]


@for_leaders("evaluation-only-leaders")
async def edit(context: Context, turn: Turn, _: EditEvaluation) -> list[Reply]:
    """The questions, to be changed."""
    held = await context.store.run(lambda tx: evaluations.questions(tx, turn.network, _usual(turn)))
    return [Replace(poll_forms.questions([each.words for each in held], turn.language), alone=True)]


@for_leaders("evaluation-only-leaders")
async def save(context: Context, turn: Turn, action: SaveEvaluation) -> list[Reply]:
    """Ask what was filled in, from now on."""
    words = [" ".join(each.split()) for each in action.questions]
    found = {at: drafts.problem_of_text(each, LONGEST_QUESTION) for at, each in enumerate(words)}
    problems = {at: problem for at, problem in found.items() if problem}
    if problems:
        return [Replace(poll_forms.questions(action.questions, turn.language, problems), alone=True)]
    await context.store.run(lambda tx: evaluations.set_questions(tx, turn.network, words))
    return [Replace(notice(text(turn.language, "evaluation-saved"), turn.language), alone=True)]


async def _begin(context: Context, turn: Turn, thread: str) -> Poll | None:
    """Post the questions there, but where one is open in the channel: then gives that one."""
    members, viewers = await audience(turn, thread)

    def work(tx: Transaction) -> Poll | None:
        held = lifecycle.every(tx, turn.network)
        other = next((each for each in held if _is_open(each, thread, turn.at)), None)
        if other:
            return other
        poll = Poll(
            id=secrets.token_urlsafe(12),
            network=turn.network,
            maker=turn.person.id,
            conversation=thread,
            language=turn.language,
            questions=evaluations.questions(tx, turn.network, _usual(turn)),
            names=Names.NOBODY,
            shown=Shown.ON_CLOSING,
            made_at=turn.at,
            closes_at=drafts.later(turn.at, OPEN_FOR, context.zone).astimezone(UTC),
            evaluation=True,
            members=members,
            viewers=viewers,
        )
        begin(tx, poll, context.zone, turn.at)
        return None

    return await context.store.run(work)


def _is_open(poll: Poll, thread: str, now: datetime) -> bool:
    """Whether it is an evaluation in the same channel that can still be answered."""
    there = poll.conversation.partition(";messageid=")[0] == thread.partition(";messageid=")[0]
    return there and poll.evaluation and poll.is_open(now)


def _usual(turn: Turn) -> list[str]:
    return [text(turn.language, f"evaluation-usual-{at}") for at in range(len(KINDS))]


def _told(turn: Turn, key: str) -> Say:
    return Say(notice(text(turn.language, key), turn.language))
