"""Planning meetings: in a form, with a poll for the day, posted, changed, cancelled, deleted, prepared."""

import secrets
from dataclasses import replace

from cards import gathering_forms as cards
from cards import gatherings, poll_forms
from cards.card import Card
from cards.dates import clock, this_year
from cards.gathering_actions import (
    AskForDate,
    CancelGathering,
    DeleteGathering,
    EditGathering,
    GatheringFields,
    ListGatherings,
    ManageGathering,
    PlanGathering,
    PrepareGathering,
    TakeDate,
)
from cards.help import notice
from cards.poll_actions import PollFields
from cards.polls import reads
from cards.texts import text
from dialogs import gathering_posts
from dialogs.context import Context, for_leaders
from dialogs.turn import Form, Place, Replace, Reply, Say, Turn, Whisper
from knowledge import presence
from knowledge.gatherings import drafts, lifecycle, preparation
from knowledge.gatherings.drafts import Draft, Problem
from knowledge.gatherings.lifecycle import NotAhead
from knowledge.gatherings.model import LONGEST_TITLE, Gathering
from knowledge.polls import ballots
from knowledge.polls import drafts as poll_drafts
from knowledge.polls import lifecycle as polls
from knowledge.polls.model import Kind, Names, Shown
from knowledge.store.contract import Transaction


async def gathering(context: Context, turn: Turn, _: str) -> list[Reply]:
    """Open the form for who leads; anybody else sees what is planned."""
    if not turn.leader:
        return [Say(await _listed(context, turn))]
    return [Say(await context.store.run(lambda tx: _blank(tx, context, turn)))]


async def list_gatherings(context: Context, turn: Turn, action: ListGatherings) -> list[Reply]:
    return [Replace(await _listed(context, turn, action.page), alone=True)]


@for_leaders("gathering-only-leaders")
async def edit(context: Context, turn: Turn, action: EditGathering) -> list[Reply]:
    def work(tx: Transaction) -> Reply:
        if not action.gathering:
            return Replace(_blank(tx, context, turn), alone=True)
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return _gone(turn)
        typed = cards.fields(drafts.typed(held.plan, context.zone), "", held.id)
        return Replace(cards.form(typed, {}, turn.language), alone=True)

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def plan(context: Context, turn: Turn, action: PlanGathering) -> list[Reply]:
    """Post what was filled in, or change what was posted; or tell what is wrong, and post nothing."""

    def work(tx: Transaction) -> Reply:
        problems = _problems(tx, context, turn, action)
        if problems:
            return Replace(cards.form(action, problems, turn.language), alone=True)
        return _change(tx, context, turn, action) if action.gathering else _begin(tx, context, turn, action)

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def ask_for_date(context: Context, turn: Turn, action: AskForDate) -> list[Reply]:
    """Keep what was filled in, and open the form of a poll about the day."""
    if turn.place is Place.PERSONAL:
        return [Whisper(text(turn.language, "poll-only-in-channel"))]
    asked = _poll_about(context, turn, action)
    kept = replace(_draft(action), poll=asked.draft)
    await context.store.run(lambda tx: drafts.save(tx, turn.network, kept, turn.at))
    return [Replace(poll_forms.form(asked, {}, turn.language), alone=True)]


@for_leaders("gathering-only-leaders")
async def take_date(context: Context, turn: Turn, action: TakeDate) -> list[Reply]:
    """Fill in the day that the poll came to."""

    def work(tx: Transaction) -> Card:
        option = _outcome(tx, turn)
        today = context.today(turn)
        dated = drafts.dated(_draft(action), option, today) if option else None
        note = text(turn.language, "gathering-date-taken" if dated else "gathering-date-gone")
        typed = cards.fields(dated or _draft(action), action.draft, action.gathering)
        return cards.form(typed, {}, turn.language, outcome=option, note=note)

    return [Replace(await context.store.run(work), alone=True)]


@for_leaders("gathering-only-leaders")
async def manage(context: Context, turn: Turn, action: ManageGathering) -> list[Reply]:
    """Beside the card, which changes when somebody answers: the forms are opened from here."""

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        return Form(_managed(tx, context, turn, held)) if held else _gone(turn)

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def prepare(context: Context, turn: Turn, action: PrepareGathering) -> list[Reply]:
    """What there is to know before it."""
    library = await context.library(turn)
    today = context.today(turn)

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return _gone(turn)
        found = preparation.prepare(tx, held, library.cases.values(), today)
        return Replace(cards.prepared(held, found, context.zone), alone=True)

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def cancel(context: Context, turn: Turn, action: CancelGathering) -> list[Reply]:
    """Cancel it, once one is sure."""

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return _gone(turn)
        if not held.is_ahead(turn.at):
            return _not_ahead(turn)
        if not action.sure:
            return Replace(cards.cancelling(held, context.zone), alone=True)
        gathering_posts.cancel(tx, context, held, turn.at)
        return _done(turn, "gathering-cancel-done")

    return [await context.store.run(work)]


@for_leaders("gathering-only-leaders")
async def delete(context: Context, turn: Turn, action: DeleteGathering) -> list[Reply]:
    """Delete it with all that was posted about it, once one is sure."""

    def work(tx: Transaction) -> Reply:
        held = lifecycle.find(tx, turn.network, action.gathering)
        if held is None:
            return _gone(turn)
        if not action.sure:
            return Replace(cards.deleting(held, context.zone), alone=True)
        gathering_posts.delete(tx, held, turn.at)
        return _done(turn, "gathering-delete-done")

    return [await context.store.run(work)]


def _blank(tx: Transaction, context: Context, turn: Turn) -> Card:
    """The form, with what was filled in before the day was asked for, else with what was usual last time."""
    held = drafts.find(tx, turn.network)
    if held is None:
        before = next(iter(lifecycle.every(tx, turn.network)), None)
        usual = text(turn.language, "gathering-usual-programme")
        held = drafts.begun(before, usual, context.zone, turn.at)
    typed = cards.fields(held, secrets.token_urlsafe(12))
    return cards.form(typed, {}, turn.language, outcome=_outcome(tx, turn))


def _problems(tx: Transaction, context: Context, turn: Turn, typed: GatheringFields) -> dict[str, Problem]:
    """Whoever clicks twice does not clash with what came of the first click."""
    own = {typed.gathering, typed.draft}
    others = [each for each in lifecycle.every(tx, turn.network) if each.id not in own]
    return drafts.problems(_draft(typed), others, context.zone, turn.at)


def _begin(tx: Transaction, context: Context, turn: Turn, typed: GatheringFields) -> Reply:
    conversation = turn.channel
    if turn.place is Place.PERSONAL:
        conversation = presence.channel_of(tx, turn.person.id)
    if not conversation:
        return Whisper(text(turn.language, "gathering-no-channel"))
    made = Gathering(
        id=typed.draft or secrets.token_urlsafe(12),
        network=turn.network,
        maker=turn.person.id,
        conversation=conversation,
        language=context.language,
        plan=drafts.plan(_draft(typed), context.zone),
        link=lifecycle.new_link(),
        made_at=turn.at,
        changed_at=turn.at,
    )
    gathering_posts.begin(tx, context, made, turn.at)
    drafts.discard(tx, turn.network)
    return Replace(notice(text(turn.language, "gathering-planned"), turn.language), alone=True)


def _change(tx: Transaction, context: Context, turn: Turn, typed: GatheringFields) -> Reply:
    held = lifecycle.find(tx, turn.network, typed.gathering)
    if held is None:
        return _gone(turn)
    try:
        gathering_posts.change(tx, context, held, drafts.plan(_draft(typed), context.zone), turn.at)
    except NotAhead:
        return _not_ahead(turn)
    return _done(turn, "gathering-changed-done")


def _poll_about(context: Context, turn: Turn, typed: GatheringFields) -> PollFields:
    """The form of a poll that asks which of some days suit; everybody sees who can come when."""
    draft, language = _draft(typed), turn.language
    named = " ".join(draft.title.split())
    days = drafts.proposals(draft, context.zone, turn.at)
    begins = clock(language, drafts.hour(draft))
    closes = min(poll_drafts.later(turn.at, poll_drafts.CLOSES_AFTER, context.zone).date(), days[0])
    options = [
        text(language, "gathering-poll-option", day=this_year(language, each, weekday=True), begins=begins)
        for each in days
    ]
    question = (
        text(language, "gathering-poll-question", title=named[:LONGEST_TITLE])
        if named
        else text(language, "gathering-poll-question-untitled")
    )
    return PollFields(
        draft=secrets.token_urlsafe(12),
        question=question,
        options="\n".join(options),
        kind=Kind.SEVERAL,
        names=Names.ALL,
        shown=Shown.AT_ONCE,
        date=closes.isoformat(),
        time=poll_drafts.CLOSES_AT.isoformat("minutes"),
        remind="false",
    )


def _outcome(tx: Transaction, turn: Turn) -> str:
    """The option that most chose in the poll about the day, as far as anybody may know it; empty if there is none."""
    held = drafts.find(tx, turn.network)
    asked = polls.find(tx, turn.network, held.poll) if held and held.poll else None
    if asked is None or not asked.questions[0].options:
        return ""
    tally = ballots.count(tx, asked)
    if not reads(asked, tally, None):
        return ""
    chosen = tally.counts[0].chosen
    return asked.questions[0].options[chosen.index(max(chosen))]


def _managed(tx: Transaction, context: Context, turn: Turn, held: Gathering) -> Card:
    ahead = held.is_ahead(turn.at)
    return cards.managed(held, lifecycle.turnout(tx, held), context.zone, ahead=ahead)


async def _listed(context: Context, turn: Turn, page: int = 0) -> Card:
    found = await context.store.run(lambda tx: lifecycle.every(tx, turn.network))
    return gatherings.listed(found, context.zone, turn.at, turn.language, page=page, leader=turn.leader)


def _draft(typed: GatheringFields) -> Draft:
    return Draft(**{name: getattr(typed, name) for name in cards.FIELDS})


def _done(turn: Turn, key: str) -> Reply:
    return Replace(notice(text(turn.language, key), turn.language))


def _gone(turn: Turn) -> Reply:
    return Whisper(text(turn.language, "gathering-gone"))


def _not_ahead(turn: Turn) -> Reply:
    return Whisper(text(turn.language, "gathering-not-ahead"))
