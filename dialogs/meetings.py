"""Meetings that were summarised, and what is to be done after them: listed, opened, corrected, removed, ticked off."""

from dataclasses import asdict
from typing import Any

from cards import lessons, meeting_drafts
from cards import meetings as cards
from cards.card import Card
from cards.dates import day
from cards.meeting_actions import (
    ChoosePassage,
    CorrectMeeting,
    KeepPassage,
    ListActions,
    ListMeetings,
    MarkAction,
    OpenMeeting,
    RemoveMeeting,
)
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import Replace, Reply, Say, Turn, Whisper, for_them_alone
from knowledge.lessons.beginnings import begin, id_of, prefilled
from knowledge.lessons.lifecycle import NotTheirs
from knowledge.lessons.model import Lesson
from knowledge.meetings import commitments, drafts, summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.summary import Summary
from knowledge.posts import Kept
from knowledge.store.contract import Transaction


async def meetings(context: Context, turn: Turn, _: str) -> list[Reply]:
    return [Say(await _meetings(context, turn))]


async def list_meetings(context: Context, turn: Turn, action: ListMeetings) -> list[Reply]:
    return [Replace(await _meetings(context, turn, page=action.page))]


async def open_meeting(context: Context, turn: Turn, action: OpenMeeting) -> list[Reply]:
    def work(tx: Transaction) -> Card | None:
        shown = summaries.find(tx, turn.network, action.meeting)
        if shown is None:
            return None
        done = {each.id: each.done for each in commitments.of(tx, turn.network, shown.id) if each.done}
        kept = summaries.post_of(tx, turn.network, shown)
        return cards.meeting(shown, kept, done, turn.language, page=action.page, leader=turn.leader)

    card = await context.store.run(work)
    return [Replace(card)] if card else _gone(turn)


async def choose_passage(context: Context, turn: Turn, action: ChoosePassage) -> list[Reply]:
    """What of it a lesson may be made of, to whoever wants to make one."""
    shown = await context.store.run(lambda tx: summaries.find(tx, turn.network, action.meeting))
    if shown is None or not shown.passages:
        return _gone(turn)
    return [Replace(cards.passages(shown, turn.language), alone=True)]


async def keep_passage(context: Context, turn: Turn, action: KeepPassage) -> list[Reply]:
    """A draft of a lesson, whose author is whoever clicks."""

    def work(tx: Transaction) -> Lesson | None:
        shown = summaries.find(tx, turn.network, action.meeting)
        passage = next((each for each in shown.passages if each.id == action.passage), None) if shown else None
        if shown is None or passage is None:
            return None
        source = text(turn.language, "meetings-situation", title=shown.title, date=day(turn.language, shown.held))
        link = cards.post_url(summaries.post_of(tx, turn.network, shown))
        told = prefilled(passage.text, situation=source, link=link)
        id = id_of(turn.network, shown.id, passage.id, turn.person.id)
        return begin(tx, turn.network, Lesson(id, turn.person.id, turn.person.name, "", told, turn.at))

    try:
        lesson = await context.store.run(work)
    except NotTheirs:
        return [Whisper(text(turn.language, "lesson-not-yours"))]
    return for_them_alone(turn, lessons.form_of(lesson, turn.language)) if lesson else _gone(turn)


def drawn(made: Summary, language: str) -> dict[str, Any]:
    """The post of a summary."""
    return asdict(cards.post(made, language))


@for_leaders("meeting-only-leaders")
async def correct(context: Context, turn: Turn, action: CorrectMeeting) -> list[Reply]:
    """Open a draft of what was published; one that waits already is gone on with."""

    def work(tx: Transaction) -> Card | None:
        draft = summaries.to_edit(tx, turn.network, action.meeting)
        if draft is None:
            return None
        drafts.save(tx, turn.network, draft, turn.at)
        return meeting_drafts.draft(draft, turn.language)

    card = await context.store.run(work)
    return for_them_alone(turn, card) if card else _gone(turn)


@for_leaders("meeting-only-leaders")
async def remove(context: Context, turn: Turn, action: RemoveMeeting) -> list[Reply]:
    """Forget a summary, once the leader is sure."""

    def look(tx: Transaction) -> tuple[Summary, Kept | None] | None:
        shown = summaries.find(tx, turn.network, action.meeting)
        return (shown, summaries.post_of(tx, turn.network, shown)) if shown else None

    found = await context.store.run(look)
    if found is None:
        return _gone(turn)
    shown, kept = found
    if not action.sure:
        return [Replace(cards.removing(shown, kept, turn.language))]
    await context.store.run(lambda tx: summaries.remove(tx, turn.network, shown, turn.at, post_too=action.post))
    return [Replace(await _meetings(context, turn, note=text(turn.language, "meetings-removed")))]


async def to_do(context: Context, turn: Turn, _: str) -> list[Reply]:
    return [Say(await context.store.run(lambda tx: _to_do(tx, context, turn, ListActions())))]


async def list_actions(context: Context, turn: Turn, action: ListActions) -> list[Reply]:
    card = await context.store.run(lambda tx: _to_do(tx, context, turn, action))
    return [Replace(card, alone=bool(action.digest))]


async def mark(context: Context, turn: Turn, action: MarkAction) -> list[Reply]:
    """Anybody may say that something is done, or take it back."""

    def work(tx: Transaction) -> Card | None:
        held = commitments.find(tx, turn.network, action.meeting, action.action)
        if held is None:
            return None
        marked = commitments.mark(tx, turn.network, held, context.today(turn) if action.done else None)
        return _to_do(tx, context, turn, ListActions(digest=action.digest, page=action.page), marked)

    card = await context.store.run(work)
    return [Replace(card, alone=bool(action.digest))] if card else [Whisper(text(turn.language, "to-do-gone"))]


def _to_do(tx: Transaction, context: Context, turn: Turn, here: ListActions, marked: Action | None = None) -> Card:
    unfinished = commitments.unfinished(tx, turn.network)
    found = (summaries.find(tx, turn.network, id) for id in {each.meeting for each in unfinished})
    titles = {each.id: each.title for each in found if each}
    told = [(each, titles.get(each.meeting, "")) for each in unfinished]
    return cards.to_do(told, context.today(turn), turn.language, here=here, marked=marked)


async def _meetings(context: Context, turn: Turn, *, page: int = 0, note: str = "") -> Card:
    published = await context.store.run(lambda tx: summaries.every(tx, turn.network))
    return cards.meetings(published, turn.language, page=page, note=note)


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "meetings-gone"))]
