"""Home assignments: given by a leader, tried by municipalities, told of, reminded of a week before the next meeting."""

import secrets
from dataclasses import asdict
from datetime import date, datetime, timedelta

from cards import assignments as cards
from cards.assignment_actions import (
    DeleteAssignment,
    EditAssignment,
    GiveAssignment,
    OpenTrying,
    SaveTrying,
    WithdrawTrying,
)
from cards.card import Card
from cards.help import notice
from cards.poll_forms import problem_said
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import Form, Place, Replace, Reply, Say, Turn, Whisper
from knowledge import assignments, people, posts, presence
from knowledge.assignments import LONGEST_REPORT, LONGEST_TEXT, MOST_LINES, Assignment, Trying
from knowledge.gatherings import lifecycle
from knowledge.jobs import Job
from knowledge.meetings import summaries
from knowledge.meetings.model import Kind
from knowledge.polls.drafts import problem_of_text
from knowledge.posts import Post, State
from knowledge.store.contract import Transaction

POST, REMINDER = "assignment", "assignment-reminder"
POSTED_WITHIN, TOLD_WITHIN = timedelta(hours=1), timedelta(days=2)
USUAL = timedelta(weeks=4)
LONGEST = timedelta(days=730)


async def assignment(context: Context, turn: Turn, words: str) -> list[Reply]:
    """The form, begun with what was written; for leaders."""
    if not turn.leader:
        return [Say(notice(text(turn.language, "assignment-only-leaders"), turn.language))]
    form = await context.store.run(lambda tx: _blank(tx, context, turn, words, ""))
    return [Say(form)]


@for_leaders("gathering-only-leaders")
async def edit(context: Context, turn: Turn, action: EditAssignment) -> list[Reply]:
    """Begun with what the summary of a meeting says people will try."""

    def work(tx: Transaction) -> Card:
        held = summaries.find(tx, turn.network, action.meeting)
        given = {each.text for each in assignments.every(tx, turn.network)}
        told = [item.text for item in held.of(Kind.TRY)] if held else []
        words = next((each for each in told if each not in given), "")
        return _blank(tx, context, turn, words, action.meeting)

    return [Replace(await context.store.run(work), alone=True)]


@for_leaders("gathering-only-leaders")
async def give(context: Context, turn: Turn, action: GiveAssignment) -> list[Reply]:
    """Post it, or tell what is wrong."""

    def work(tx: Transaction) -> Reply:
        problems = _problems(context, turn, action)
        if problems:
            return Replace(cards.form(action, problems, turn.language), alone=True)
        private = turn.place is Place.PERSONAL
        channel = presence.channel_of(tx, turn.person.id) if private else turn.channel
        if not channel:
            return Whisper(text(turn.language, "assignment-no-channel"))
        made = Assignment(
            id=action.draft,
            network=turn.network,
            maker=turn.person.id,
            conversation=channel,
            language=context.language,
            text=" ".join(action.text.split()),
            until=date.fromisoformat(action.until.strip()),
            made_at=turn.at,
            meeting=action.meeting,
        )
        if assignments.give(tx, made):
            drawn = asdict(cards.assignment(made, ()))
            post = Post(_name(made), channel, "", drawn, turn.at, turn.at + POSTED_WITHIN)
            posts.intend(tx, turn.network, post)
        return Replace(notice(text(turn.language, "assignment-given"), turn.language), alone=True)

    return [await context.store.run(work)]


async def open_trying(context: Context, turn: Turn, action: OpenTrying) -> list[Reply]:
    """The form is beside the card, which changes when others say what they try."""

    def work(tx: Transaction) -> Card | None:
        held = assignments.find(tx, turn.network, action.assignment)
        return _own(tx, turn, held) if held else None

    card = await context.store.run(work)
    return [Form(card)] if card else _gone(turn)


async def save_trying(context: Context, turn: Turn, action: SaveTrying) -> list[Reply]:
    """Keep what was filled in, or tell what is wrong and keep it in the form."""

    def work(tx: Transaction) -> Card | None:
        held = assignments.find(tx, turn.network, action.assignment)
        if held is None:
            return None
        problems = _problems_of_trying(action, turn.language)
        if problems:
            known = assignments.of(tx, held, turn.person.id) is not None
            return cards.own(held, action, known=known, problems=problems)
        if not turn.again:
            report = " ".join(action.report.split())
            trying = Trying(action.home, report, bool(report) and action.shared == cards.YES)
            assignments.try_it(tx, held, turn.person.id, trying, turn.at)
        return _own(tx, turn, held, "assignment-saved")

    card = await context.store.run(work)
    return [Replace(card)] if card else _gone(turn)


async def withdraw(context: Context, turn: Turn, action: WithdrawTrying) -> list[Reply]:
    def work(tx: Transaction) -> Card | None:
        held = assignments.find(tx, turn.network, action.assignment)
        if held is None:
            return None
        if not turn.again:
            assignments.withdraw(tx, held, turn.person.id, turn.at)
        return _own(tx, turn, held, "assignment-withdrawn")

    card = await context.store.run(work)
    return [Replace(card)] if card else _gone(turn)


@for_leaders("gathering-only-leaders")
async def delete(context: Context, turn: Turn, action: DeleteAssignment) -> list[Reply]:
    """Delete it with its post, once one is sure."""

    def work(tx: Transaction) -> Reply:
        held = assignments.find(tx, turn.network, action.assignment)
        if held is None:
            return Whisper(text(turn.language, "assignment-gone"))
        if not action.sure:
            return Replace(cards.deleting(held), alone=True)
        assignments.delete(tx, held)
        kept = posts.belonging(tx, turn.network, _name(held))
        if kept:
            posts.take_back(tx, turn.network, kept.id, turn.at)
        return Whisper(text(turn.language, "assignment-deleted"))

    return [await context.store.run(work)]


def redraw(tx: Transaction, job: Job, now: datetime) -> None:
    """When somebody has said something; not more often than the card may change."""
    held = assignments.find(tx, job.network, job.subject)
    if held is not None:
        posts.redraw(tx, job.network, _name(held), asdict(cards.assignment(held, assignments.tried(tx, held))), now)


def remind(tx: Transaction, job: Job, now: datetime) -> None:
    """A week before a meeting, in private, to who tries something and has not said how it went."""
    meeting = lifecycle.find(tx, job.network, job.subject)
    if meeting is None or not meeting.is_ahead(now):
        return
    for each in assignments.every(tx, job.network):
        if each.until >= now.date() - USUAL:
            for person in assignments.unreported(tx, each):
                _remind(tx, each, person, f"{REMINDER}/{each.id}/{meeting.id}/{person}", now)


def _remind(tx: Transaction, held: Assignment, person: str, name: str, now: datetime) -> None:
    kept = posts.belonging(tx, held.network, _name(held))
    there = kept is not None and kept.state is State.POSTED and kept.activity_id
    card = cards.reminder(held, (held.conversation, kept.activity_id) if kept and there else None)
    posts.intend(tx, held.network, Post(name, "", person, asdict(card), now, now + TOLD_WITHIN))


def _blank(tx: Transaction, context: Context, turn: Turn, words: str, meeting: str) -> Card:
    """Until the next meeting, where one is planned."""
    ahead = lifecycle.ahead(tx, turn.network, turn.at)
    at = ahead[0].plan.starts if ahead else turn.at + USUAL
    until = at.astimezone(context.zone).date().isoformat()
    typed = GiveAssignment(draft=secrets.token_urlsafe(12), meeting=meeting, text=words, until=until)
    return cards.form(typed, {}, turn.language)


def _own(tx: Transaction, turn: Turn, held: Assignment, note: str = "") -> Card:
    """It begins with nothing that others may not see, for a client without dialogs has it in the thread."""
    said = assignments.of(tx, held, turn.person.id)
    home = said.home if said else people.shown_home(tx, turn.network, turn.person.id, turn.at.date())
    typed = SaveTrying(
        assignment=held.id,
        home=home,
        report=said.report if said else "",
        shared=cards.YES if said and said.shared else "",
    )
    words = text(turn.language, note) if note else ""
    return cards.own(held, typed, known=said is not None, problems={}, note=words)


def _problems(context: Context, turn: Turn, typed: GiveAssignment) -> dict[str, str]:
    """What is wrong, by field, in words."""
    wrong = problem_of_text(typed.text, LONGEST_TEXT)
    found = {"text": problem_said(wrong, turn.language, LONGEST_TEXT)} if wrong else {}
    today = context.today(turn)
    try:
        until = date.fromisoformat(typed.until.strip())
    except ValueError:
        return {**found, "until": text(turn.language, "assignment-day")}
    if until <= today or until - today > LONGEST:
        found["until"] = text(turn.language, "assignment-day-past" if until <= today else "assignment-day-late")
    return found


def _problems_of_trying(typed: SaveTrying, language: str) -> dict[str, str]:
    found = {} if typed.home in people.HOMES else {"home": text(language, "assignment-home")}
    lines = [line for line in typed.report.splitlines() if line.strip()]
    if len(lines) > MOST_LINES or len(typed.report) > LONGEST_REPORT:
        found["report"] = text(language, "assignment-report-long", most=LONGEST_REPORT)
    return found


def _name(held: Assignment) -> str:
    return f"{POST}/{held.id}"


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "assignment-gone"))]
