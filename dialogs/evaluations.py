"""Evaluations of meetings: begun by a leader, who may also say what they ask."""

import secrets
from datetime import UTC, tzinfo

from cards import poll_forms
from cards.help import notice
from cards.poll_actions import EditEvaluation, SaveEvaluation
from cards.texts import text
from dialogs.memory import Memory
from dialogs.polling import audience, begin
from dialogs.turn import Place, Replace, Reply, Say, Turn, Whisper
from knowledge.polls import drafts, evaluations, lifecycle
from knowledge.polls.evaluations import KINDS, OPEN_FOR
from knowledge.polls.model import LONGEST_QUESTION, Names, Poll, Shown
from knowledge.store.contract import Transaction


async def evaluation(memory: Memory, zone: tzinfo, turn: Turn, _: str) -> list[Reply]:
    """Post the questions; one evaluation at a time in a channel."""
    if turn.place is Place.PERSONAL:
        return [_told(turn, "evaluation-only-in-channel")]
    if not turn.leader:
        return [_told(turn, "evaluation-only-leaders")]
    members, viewers = await audience(turn)

    def work(tx: Transaction) -> bool:
        if any(_is_open_here(each, turn) for each in lifecycle.every(tx, turn.network)):
            return False
        poll = Poll(
            id=secrets.token_urlsafe(12),
            network=turn.network,
            maker=turn.person.id,
            conversation=turn.thread,
            language=turn.language,
            questions=evaluations.questions(tx, turn.network, _usual(turn)),
            names=Names.NOBODY,
            shown=Shown.ON_CLOSING,
            made_at=turn.at,
            closes_at=drafts.later(turn.at, OPEN_FOR, zone).astimezone(UTC),
            evaluation=True,
            members=members,
            viewers=viewers,
        )
        return begin(tx, poll, zone, turn.at)

    return [] if await memory.store.run(work) else [_told(turn, "evaluation-already-open")]


async def edit(memory: Memory, turn: Turn, _: EditEvaluation) -> list[Reply]:
    """The questions, to be changed."""
    if not turn.leader:
        return [Whisper(text(turn.language, "evaluation-only-leaders"))]
    held = await memory.store.run(lambda tx: evaluations.questions(tx, turn.network, _usual(turn)))
    return [Replace(poll_forms.questions([each.words for each in held], turn.language), alone=True)]


async def save(memory: Memory, turn: Turn, action: SaveEvaluation) -> list[Reply]:
    """Ask what was filled in, from now on."""
    if not turn.leader:
        return [Whisper(text(turn.language, "evaluation-only-leaders"))]
    words = [" ".join(each.split()) for each in action.questions]
    found = {at: drafts.problem_of_text(each, LONGEST_QUESTION) for at, each in enumerate(words)}
    problems = {at: problem for at, problem in found.items() if problem}
    if problems:
        return [Replace(poll_forms.questions(action.questions, turn.language, problems), alone=True)]
    await memory.store.run(lambda tx: evaluations.set_questions(tx, turn.network, words))
    return [Replace(notice(text(turn.language, "evaluation-saved"), turn.language), alone=True)]


def _is_open_here(poll: Poll, turn: Turn) -> bool:
    here = poll.conversation.partition(";messageid=")[0] == turn.channel
    return here and poll.evaluation and poll.is_open(turn.at)


def _usual(turn: Turn) -> list[str]:
    return [text(turn.language, f"evaluation-usual-{at}") for at in range(len(KINDS))]


def _told(turn: Turn, key: str) -> Say:
    return Say(notice(text(turn.language, key), turn.language))
