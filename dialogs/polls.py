"""Polls: made on one line or in a form, previewed, posted, listed."""

import secrets
from dataclasses import replace
from datetime import tzinfo
from hashlib import sha256

from cards import poll_forms
from cards.card import Card
from cards.help import notice
from cards.poll_actions import EditPoll, ListPolls, PollFields, PostPoll, PreviewPoll
from cards.texts import text
from dialogs.context import Context
from dialogs.polling import audience, begin
from dialogs.turn import Place, Replace, Reply, Say, Turn, Whisper
from knowledge.polls import ballots, drafts, lifecycle
from knowledge.polls.drafts import BETWEEN, Draft, Problem
from knowledge.polls.model import Names, Poll, Shown
from knowledge.store.contract import Transaction


async def poll(context: Context, turn: Turn, words: str) -> list[Reply]:
    """Post the poll that is all on one line, or open the form; in private, list the polls."""
    if turn.place is Place.PERSONAL:
        return [Say(await _listed(context, turn))]
    draft = drafts.begun(words, context.zone, turn.at)
    problems = drafts.problems(draft, context.zone, turn.at) if BETWEEN in words else {}
    if turn.mentions:
        problems["question"] = Problem.MENTION
    if problems or BETWEEN not in words:
        return [Say(poll_forms.form(_fields(draft), problems, turn.language))]
    new = await _post(context, turn, _poll(turn, _id_of(turn, words), draft, context.zone))
    return [] if new else [Say(notice(text(turn.language, "poll-exists"), turn.language))]


async def edit(context: Context, turn: Turn, action: EditPoll) -> list[Reply]:
    """Open the form, with what was typed in it before."""
    if turn.place is Place.PERSONAL:
        return [_only_in_channel(turn)]
    typed = action if action.draft else _fields(drafts.begun("", context.zone, turn.at))
    return [Replace(poll_forms.form(typed, {}, turn.language), alone=True)]


async def preview(context: Context, turn: Turn, action: PreviewPoll) -> list[Reply]:
    """The poll as it will look, or the form with what is wrong."""
    wrong = _form_if_wrong(context, turn, action)
    if wrong:
        return [wrong]
    shown = _poll(turn, action.draft, _draft(action), context.zone)
    return [Replace(poll_forms.previewed(shown, action, context.zone), alone=True)]


async def post(context: Context, turn: Turn, action: PostPoll) -> list[Reply]:
    """Post the poll, unless its time has passed while it was looked at."""
    if turn.place is Place.PERSONAL:
        return [_only_in_channel(turn)]
    wrong = _form_if_wrong(context, turn, action)
    if wrong:
        return [wrong]
    await _post(context, turn, _poll(turn, action.draft, _draft(action), context.zone))
    return [Replace(poll_forms.posted(turn.language), alone=True)]


async def list_polls(context: Context, turn: Turn, _: ListPolls) -> list[Reply]:
    return [Replace(await _listed(context, turn), alone=True)]


async def _listed(context: Context, turn: Turn) -> Card:
    def work(tx: Transaction) -> list[tuple[Poll, int]]:
        return [(each, ballots.voters(tx, each)) for each in lifecycle.every(tx, turn.network)]

    private = turn.place is Place.PERSONAL
    return poll_forms.listed(await context.store.run(work), context.zone, turn.language, private=private)


async def _post(context: Context, turn: Turn, made: Poll) -> bool:
    """Says whether it is new."""
    members, viewers = await audience(turn, turn.thread)
    counted = replace(made, members=members, viewers=viewers)
    return await context.store.run(lambda tx: begin(tx, counted, context.zone, turn.at))


def _form_if_wrong(context: Context, turn: Turn, typed: PollFields) -> Replace | None:
    problems = drafts.problems(_draft(typed), context.zone, turn.at)
    return Replace(poll_forms.form(typed, problems, turn.language), alone=True) if problems else None


def _only_in_channel(turn: Turn) -> Whisper:
    return Whisper(text(turn.language, "poll-only-in-channel"))


def _poll(turn: Turn, id: str, draft: Draft, zone: tzinfo) -> Poll:
    """What a draft without problems becomes."""
    return Poll(
        id=id or _new_id(),
        network=turn.network,
        maker=turn.person.id,
        conversation=turn.thread,
        language=turn.language,
        questions=(drafts.question(draft),),
        names=Names(draft.names),
        shown=Shown(draft.shown),
        made_at=turn.at,
        closes_at=drafts.closes(draft, zone) or turn.at,
        remind=draft.remind,
    )


def _id_of(turn: Turn, words: str) -> str:
    """The same for the same line in the same thread, so that a line that comes again makes no second poll."""
    return sha256(f"{turn.thread}\n{turn.person.id}\n{words}".encode()).hexdigest()[:24]


def _new_id() -> str:
    return secrets.token_urlsafe(12)


def _fields(draft: Draft) -> PollFields:
    return PollFields(
        draft=_new_id(),
        question=draft.question,
        options=draft.options,
        kind=draft.kind,
        names=draft.names,
        shown=draft.shown,
        date=draft.date,
        time=draft.time,
        remind="true" if draft.remind else "false",
    )


def _draft(typed: PollFields) -> Draft:
    return Draft(
        question=typed.question,
        options=typed.options,
        kind=typed.kind,
        names=typed.names,
        shown=typed.shown,
        date=typed.date,
        time=typed.time,
        remind=typed.remind == "true",
    )
