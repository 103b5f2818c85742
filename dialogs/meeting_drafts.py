"""From notes or a transcript to a post: pasted or sent, understood, ticked and edited by a leader, published."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from cards import meeting_drafts as cards
from cards import meetings
from cards.card import Card
from cards.help import notice
from cards.meeting_actions import DiscardDraft, DraftSummary, ListDrafts, OpenDraft, PublishDraft, SaveDraft, Then
from cards.meeting_drafts import LONGEST_OWNER, LONGEST_TITLE
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.meeting_making import Occasion, Unusable, keep, make
from dialogs.meetings import drawn
from dialogs.turn import OutOfReach, Place, Replace, Reply, Say, SentFile, Turn, Whisper
from knowledge import presence
from knowledge.documents.files import suffix_of
from knowledge.documents.unreadable import Unreadable
from knowledge.lessons.documents import SUFFIXES as LESSONS
from knowledge.meetings import drafts, summaries
from knowledge.meetings.documents import read, read_text
from knowledge.meetings.drafts import LONGEST_LINE, Draft, Line
from knowledge.meetings.model import Document, Kind, Part
from knowledge.meetings.names import Name
from knowledge.posts import State
from knowledge.store.contract import Transaction


async def summarise(context: Context, turn: Turn, pasted: str) -> list[Reply]:
    """A draft of the file that was sent or of what was pasted; with neither, the form to paste into."""
    if not turn.leader:
        return _notice(turn, text(turn.language, "meeting-only-leaders"))
    if not turn.files and not pasted:
        waiting = await context.store.run(lambda tx: drafts.every(tx, turn.network))
        return [Say(cards.new(waiting, context.today(turn), turn.language, private=_is_private(turn)))]
    try:
        reading = await _fetched(turn.files) if turn.files else lambda: read_text(pasted)
        made = await _drafted(context, turn, reading)
    except Unusable as error:
        return _notice(turn, error.said(turn.language))
    if not _is_private(turn):
        return [Say(cards.ready(made, turn.language))]
    other = any(suffix_of(each.name) in LESSONS for each in turn.files)
    return [Say(cards.draft(made, turn.language, other=other))]


@for_leaders("meeting-only-leaders")
async def list_drafts(context: Context, turn: Turn, _: ListDrafts) -> list[Reply]:
    """The form with the drafts, which others are not to see."""
    waiting = await context.store.run(lambda tx: drafts.every(tx, turn.network))
    form = cards.new(waiting, context.today(turn), turn.language, private=_is_private(turn), alone=True)
    return [Replace(form, alone=True)]


@for_leaders("meeting-only-leaders")
async def begin(context: Context, turn: Turn, action: DraftSummary) -> list[Reply]:
    """A draft of what was filled in; whoever gets none keeps the form as they filled it in."""
    try:
        made = await _drafted(context, turn, lambda: read_text(action.words), action.title, _day(action.held))
    except Unusable as error:
        return [Whisper(error.said(turn.language))]
    return [Replace(cards.draft(made, turn.language), alone=True)]


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
    return [Replace(cards.draft(held, turn.language, page=action.page), alone=True)] if held else _gone(turn)


@for_leaders("meeting-only-leaders")
async def save(context: Context, turn: Turn, action: SaveDraft) -> list[Reply]:
    """Keep what was filled in, and go where the leader wants to go."""

    def work(tx: Transaction) -> Draft | None:
        held = drafts.find(tx, turn.network, action.draft)
        if held is None:
            return None
        edited = edit(held, action.filled_in)
        drafts.save(tx, turn.network, edited, turn.at)
        return edited

    held = await context.store.run(work)
    if held is None:
        return _gone(turn)
    if action.then is Then.PREVIEW:
        return await _preview(context, turn, held)
    if action.then is Then.CLOSE:
        return [Replace(notice(text(turn.language, "meeting-saved"), turn.language))]
    page = action.page + (1 if action.then is Then.LATER else -1)
    return [Replace(cards.draft(held, turn.language, page=max(0, page)), alone=True)]


@for_leaders("meeting-only-leaders")
async def publish(context: Context, turn: Turn, action: PublishDraft) -> list[Reply]:
    """Post what is ticked: once, however often the button is clicked."""

    return [await context.store.run(lambda tx: _publish(tx, context, turn, action.draft))]


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


def edit(draft: Draft, typed: Mapping[str, str]) -> Draft:
    """The draft with what was filled in on one of its pages; fields that did not come stay as they are."""
    lines = tuple(_edited(line, draft, typed) for line in draft.lines)
    title = " ".join(typed.get("title", "").split())[:LONGEST_TITLE] or draft.title
    edited = replace(draft, title=title, date=_day(typed.get("held", "")) or draft.date, lines=lines)
    for kind in Kind:
        added = (" ".join(each.split())[:LONGEST_LINE] for each in typed.get(f"add-{kind}", "").splitlines())
        edited = drafts.add(edited, kind, filter(None, (each.lstrip("-•* ") for each in added)))
    instead = {name.said: typed[field] for field, name in _names(draft) if field in typed}
    return drafts.called(edited, {said: " ".join(shown.split()) for said, shown in instead.items()})


def _names(draft: Draft) -> Iterator[tuple[str, Name]]:
    return ((f"name-{number}", name) for number, name in enumerate(draft.names))


def _edited(line: Line, draft: Draft, typed: Mapping[str, str]) -> Line:
    """A line whose text was emptied is left out; what still reads as it was shown is still what was said.

    Where a leader has changed what was in doubt, they know.
    """
    words = _changed(line.text, draft, typed.get(f"text-{line.id}"), LONGEST_LINE)
    owner = _changed(line.owner, draft, typed.get(f"owner-{line.id}"), LONGEST_OWNER)
    typed_due = typed.get(f"due-{line.id}")
    due = line.due if typed_due is None else _day(typed_due)
    ticked = typed.get(f"tick-{line.id}", str(line.ticked).lower()) == "true"
    changed = {Part.OWNER: owner != line.owner, Part.DAY: due != line.due} if line.kind is Kind.ACTION else {}
    return replace(
        line,
        text=words or line.text,
        owner=owner,
        due=due,
        ticked=ticked and bool(words),
        doubtful=tuple(part for part in line.doubtful if not changed.get(part, words != line.text)),
    )


def _changed(held: str, draft: Draft, typed: str | None, most: int) -> str:
    if typed is None:
        return held
    words = " ".join(typed.split())
    return held if words == " ".join(draft.said(held).split()) else words[:most]


def _day(typed: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(typed)
    return None


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


async def _drafted(
    context: Context, turn: Turn, reading: Callable[[], Document], title: str = "", held: date | None = None
) -> Draft:
    """Keep a draft of what is read; `title` and `held` are what a leader says of the meeting. Raises Unusable.

    Whoever sends the same once more gets the draft that there is.
    """
    occasion = Occasion(turn.at.astimezone(context.zone), context.language, title, held, _here(turn))
    made = await asyncio.to_thread(make, reading, occasion)
    return await context.store.run(lambda tx: keep(tx, turn.network, made, turn.person.id, turn.at))


def _publish(tx: Transaction, context: Context, turn: Turn, id: str) -> Reply:
    held = drafts.find(tx, turn.network, id)
    if held is None:
        return Whisper(text(turn.language, "meeting-draft-gone"))
    before = summaries.find(tx, turn.network, held.id)
    problem = _problem(context, held) or ("" if before or held.channel else "meeting-no-channel")
    if problem:
        return Whisper(text(turn.language, problem))
    now = turn.at.astimezone(context.zone)
    made = summaries.publish(tx, turn.network, held, partial(drawn, language=context.language), now)
    if before is None or made.post != before.post:
        return Replace(cards.published(made.post, turn.language))
    kept = summaries.post_of(tx, turn.network, made)
    changes = kept is not None and kept.state is not State.GIVEN_UP
    changed = "meeting-republished" if changes else "meeting-republished-alone"
    return Replace(notice(text(turn.language, changed), turn.language))


async def _preview(context: Context, turn: Turn, held: Draft) -> list[Reply]:
    problem = _problem(context, held)
    if problem:
        return [Whisper(text(turn.language, problem))]
    post = meetings.post(summaries.summarise(held), context.language)

    def work(tx: Transaction) -> Card:
        before = summaries.find(tx, turn.network, held.id)
        if before and summaries.is_posted(tx, turn.network, before):
            return cards.preview(held, post, turn.language, published=True)
        return cards.preview(held, post, turn.language, published=False, where=_where(tx, turn, held))

    return [Replace(await context.store.run(work), alone=True)]


def _where(tx: Transaction, turn: Turn, held: Draft) -> str:
    """To which channel it goes; empty where it is the one that the leader sees it in."""
    if not held.channel:
        return text(turn.language, "meeting-no-channel")
    if held.channel == turn.channel:
        return ""
    last = held.channel == presence.channel_of(tx, turn.person.id)
    return text(turn.language, "meeting-where", last=str(last).lower())


def _problem(context: Context, held: Draft) -> str:
    """Which text says why it cannot be posted; none if it can."""
    made = summaries.summarise(held)
    if not made.sections:
        return "meeting-none-ticked"
    return "meeting-too-much" if meetings.is_too_large(meetings.post(made, context.language)) else ""


def _here(turn: Turn) -> str:
    return "" if _is_private(turn) else turn.channel


def _is_private(turn: Turn) -> bool:
    return turn.place is Place.PERSONAL


def _notice(turn: Turn, words: str) -> list[Reply]:
    return [Say(notice(words, turn.language))]


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "meeting-draft-gone"))]
