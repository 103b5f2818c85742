"""From notes or a transcript to a post: pasted or sent, understood, ticked and edited by a leader, published."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from cards import meeting_drafts as cards
from cards import meetings
from cards.card import Card
from cards.help import notice
from cards.meeting_actions import DiscardDraft, DraftSummary, ListDrafts, OpenDraft, PublishDraft, SaveDraft, Then
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.meeting_edits import changed, day, edit, overtaken
from dialogs.meeting_making import Occasion, Unusable, keep, make
from dialogs.meetings import drawn
from dialogs.turn import OutOfReach, Place, Replace, Reply, Say, SentFile, Turn, Whisper, for_them_alone
from knowledge import presence
from knowledge.documents.files import suffix_of
from knowledge.documents.unreadable import Unreadable
from knowledge.lessons.documents import SUFFIXES as LESSONS
from knowledge.meetings import drafts, summaries
from knowledge.meetings.documents import read, read_text
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Document
from knowledge.meetings.pasted import is_labelled, only_names_meeting
from knowledge.posts import State
from knowledge.store.contract import Transaction

STEPS = {Then.LATER: 1, Then.EARLIER: -1}


def is_of_meeting(words: str) -> bool:
    """Whether what is to be summarised is a meeting, named or pasted, rather than what the library says."""
    return only_names_meeting(words) or "\n" in words or is_labelled(words)


async def summarise(context: Context, turn: Turn, pasted: str) -> list[Reply]:
    """A draft of the file that was sent or of what was pasted; with neither, the form to paste into."""
    if not turn.leader:
        return _notice(turn, text(turn.language, "meeting-only-leaders"))
    if not turn.files and only_names_meeting(pasted):
        waiting = await context.store.run(lambda tx: drafts.every(tx, turn.network))
        return [Say(cards.new(waiting, context.today(turn), turn.language, private=_is_private(turn)))]
    try:
        reading = await _fetched(turn.files) if turn.files else lambda: read_text(pasted)
        made = await _drafted(context, turn, reading, _occasion(context, turn))
    except Unusable as error:
        return _notice(turn, error.said(turn.language))
    if not _is_private(turn):
        return [Say(cards.ready(made, turn.language))]
    other = any(suffix_of(each.name) in LESSONS for each in turn.files)
    return [Say(cards.draft(made, turn.language, other=other))]


async def take_notes(context: Context, turn: Turn, pasted: str) -> list[Reply]:
    """A draft of notes that a leader pasted without a word; others are told whom to give theirs to."""
    if not turn.leader:
        return _notice(turn, text(turn.language, "meeting-notes-of-others"))
    return await summarise(context, turn, pasted)


@for_leaders("meeting-only-leaders")
async def list_drafts(context: Context, turn: Turn, _: ListDrafts) -> list[Reply]:
    """The form with the drafts, which others are not to see."""
    waiting = await context.store.run(lambda tx: drafts.every(tx, turn.network))
    form = cards.new(waiting, context.today(turn), turn.language, private=_is_private(turn), alone=True)
    return for_them_alone(turn, form)


@for_leaders("meeting-only-leaders")
async def begin(context: Context, turn: Turn, action: DraftSummary) -> list[Reply]:
    """A draft of what was filled in; whoever gets none keeps the form as they filled it in."""
    held, proposed = day(action.held), day(action.proposed)
    occasion = replace(_occasion(context, turn), title=action.title, held=held, proposed=proposed)
    try:
        made = await _drafted(context, turn, lambda: read_text(action.words), occasion)
    except Unusable as error:
        return [Whisper(error.said(turn.language))]
    return for_them_alone(turn, cards.draft(made, turn.language))


@for_leaders("meeting-only-leaders")
async def open_draft(context: Context, turn: Turn, action: OpenDraft) -> list[Reply]:
    """Go on with a draft; opened in a channel, it is to be posted there."""

    def work(tx: Transaction) -> Draft | None:
        held = drafts.find(tx, turn.network, action.draft)
        if held is None or _is_private(turn) or held.channel == turn.channel:
            return held
        moved = replace(held, channel=turn.channel)
        drafts.save(tx, turn.network, moved, turn.at)
        return moved

    held = await context.store.run(work)
    return for_them_alone(turn, cards.draft(held, turn.language, page=action.page)) if held else _gone(turn)


@for_leaders("meeting-only-leaders")
async def save(context: Context, turn: Turn, action: SaveDraft) -> list[Reply]:
    """Keep what was changed, and go where the leader wants to go; but not over what somebody else changed meanwhile."""

    def work(tx: Transaction) -> list[Reply]:
        held = drafts.find(tx, turn.network, action.draft)
        if held is None:
            return _gone(turn)
        form = cards.form_of(held, turn.language)
        typed = changed(action, form)
        instead = overtaken(typed, action, form)
        edited = edit(held, {name: value for name, value in typed.items() if name not in instead})
        drafts.save(tx, turn.network, edited, turn.at)
        if not instead:
            return _saved(tx, context, turn, edited, action)
        own = edit(edited, {name: typed[name] for name in instead})
        return for_them_alone(turn, cards.overtaken(own, instead, turn.language, page=action.page))

    return await context.store.run(work)


@for_leaders("meeting-only-leaders")
async def publish(context: Context, turn: Turn, action: PublishDraft) -> list[Reply]:
    """Post what is ticked, as it was previewed: once, however often the button is clicked."""
    return await context.store.run(lambda tx: _publish(tx, context, turn, action))


@for_leaders("meeting-only-leaders")
async def discard(context: Context, turn: Turn, action: DiscardDraft) -> list[Reply]:
    """Throw a draft away, once the leader is sure."""
    held = await context.store.run(lambda tx: drafts.find(tx, turn.network, action.draft))
    if held is None:
        return _gone(turn)
    if not action.sure:
        return [Replace(cards.discarding(held, turn.language))]
    await context.store.run(lambda tx: drafts.discard(tx, turn.network, held.id))
    return [Replace(notice(text(turn.language, "meeting-discarded"), turn.language))]


async def _fetched(files: tuple[SentFile, ...]) -> Callable[[], Document]:
    """How to read the file that was sent, now that it is here. Raises Unusable."""
    if len(files) > 1:
        raise Unusable("meeting-one-file")
    [file] = files
    try:
        content = await file.read()
    except OutOfReach as error:
        raise Unusable("meeting-out-of-reach") from error
    except Unreadable as error:
        raise Unusable("meeting-unreadable", error.reason) from error
    return lambda: read(file.name, content)


async def _drafted(context: Context, turn: Turn, reading: Callable[[], Document], occasion: Occasion) -> Draft:
    """Keep a draft of what is read. Raises Unusable.

    Whoever sends the same once more gets the draft that there is.
    """
    made = await asyncio.to_thread(make, reading, occasion)
    return await context.store.run(lambda tx: keep(tx, turn.network, made, turn.person.id, turn.at))


def _occasion(context: Context, turn: Turn) -> Occasion:
    """What is known of a meeting before anybody says anything of it."""
    return Occasion(turn.at.astimezone(context.zone), context.language, channel=_here(turn))


def _saved(tx: Transaction, context: Context, turn: Turn, held: Draft, action: SaveDraft) -> list[Reply]:
    if action.then is Then.CLOSE:
        return [Replace(notice(text(turn.language, "meeting-saved"), turn.language))]
    if action.then is Then.PREVIEW:
        return for_them_alone(turn, _preview(tx, context, turn, held, page=action.page))
    page = max(0, action.page + STEPS[action.then])
    return for_them_alone(turn, cards.draft(held, turn.language, page=page))


def _publish(tx: Transaction, context: Context, turn: Turn, action: PublishDraft) -> list[Reply]:
    held = drafts.find(tx, turn.network, action.draft)
    if held is None:
        return _gone(turn)
    if summaries.mark_of(held) != action.seen:
        return for_them_alone(turn, _preview(tx, context, turn, held, changed=True))
    before = summaries.find(tx, turn.network, held.id)
    if not before and not held.channel:
        return [Whisper(text(turn.language, "meeting-no-channel"))]
    now = turn.at.astimezone(context.zone)
    made = summaries.publish(tx, turn.network, held, partial(drawn, language=context.language), now)
    if before is None or made.post != before.post:
        return [Replace(cards.published(made.post, turn.language))]
    kept = summaries.post_of(tx, turn.network, made)
    changes = kept is not None and kept.state is not State.GIVEN_UP
    changed = "meeting-republished" if changes else "meeting-republished-alone"
    return [Replace(notice(text(turn.language, changed), turn.language))]


def _where(tx: Transaction, turn: Turn, held: Draft) -> str:
    """To which channel it goes; empty where it is the one that the leader sees it in."""
    if not held.channel:
        return text(turn.language, "meeting-no-channel")
    if held.channel == turn.channel:
        return ""
    last = held.channel == presence.channel_of(tx, turn.person.id)
    return text(turn.language, "meeting-where", last=str(last).lower())


def _preview(  # noqa: PLR0913 - what is shown, to whom, and what they saw before
    tx: Transaction, context: Context, turn: Turn, held: Draft, *, page: int = 0, changed: bool = False
) -> Card:
    """What would be posted, `changed` if that is not what was seen before; else that page, with why it cannot be."""
    post = meetings.post(summaries.summarise(held), context.language)
    if problem := _problem(held, post):
        return cards.draft(held, turn.language, page=page, note=text(turn.language, problem))
    before = summaries.find(tx, turn.network, held.id)
    corrects = before is not None and summaries.is_posted(tx, turn.network, before)
    where = None if corrects else _where(tx, turn, held)
    return cards.preview(held, post, turn.language, where=where, changed=changed)


def _problem(held: Draft, post: Card) -> str:
    """Which text says why it cannot be posted; empty if it can."""
    if not any(line.ticked for line in held.lines):
        return "meeting-none-ticked"
    return "meeting-too-much" if meetings.is_too_large(post) else ""


def _here(turn: Turn) -> str:
    return "" if _is_private(turn) else turn.channel


def _is_private(turn: Turn) -> bool:
    return turn.place is Place.PERSONAL


def _notice(turn: Turn, words: str) -> list[Reply]:
    return [Say(notice(words, turn.language))]


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "meeting-draft-gone"))]
