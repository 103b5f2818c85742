"""The groups of a round: formed and proposed, agreed to or not, asked what became of them."""

import asyncio
from dataclasses import asdict
from datetime import datetime, tzinfo

from cards import lessons, rounds, triads
from cards.help import notice
from cards.people import home_named
from cards.round_actions import AcceptGroup, DeclineGroup, KeepLearned, OpenLearned, TellMet
from cards.rounds import names
from cards.texts import text
from dialogs import rounding
from dialogs.context import Context
from dialogs.rounding import MET, NEWS, TOLD_WITHIN, TRIAD, for_one, own_card
from dialogs.turn import Form, Replace, Reply, Turn, Whisper, for_them_alone
from knowledge import posts
from knowledge.jobs import Effect, Job
from knowledge.lessons.beginnings import begin, id_of, prefilled
from knowledge.lessons.model import Lesson
from knowledge.posts import Post
from knowledge.rounds import forming, lifecycle, records
from knowledge.rounds.forming import Known, Proposed
from knowledge.rounds.lifecycle import NotYours
from knowledge.rounds.model import Group, Met, Round
from knowledge.store.contract import Transaction


async def accept(context: Context, turn: Turn, action: AcceptGroup) -> list[Reply]:
    """Say yes; the last to do so has the thread begun."""

    def work(tx: Transaction) -> list[Reply]:
        group = lifecycle.own(tx, turn.network, action.group, turn.person.id)
        round = rounding.find(tx, turn, group.round)
        if lifecycle.accept(tx, group, turn.person.id, turn.at):
            _begin_thread(tx, lifecycle.own(tx, turn.network, group.id, turn.person.id), round, context.zone, turn.at)
        return for_them_alone(turn, own_card(tx, context.zone, turn, round))

    return await rounding.answered(context, turn, work)


async def decline(context: Context, turn: Turn, action: DeclineGroup) -> list[Reply]:
    """Say no, which nobody is told."""

    def work(tx: Transaction) -> list[Reply]:
        if not turn.again:
            group = lifecycle.own(tx, turn.network, action.group, turn.person.id)
            lifecycle.decline(tx, group, turn.person.id, turn.at)
        return for_them_alone(turn, notice(text(turn.language, "triad-declined"), turn.language))

    return await rounding.answered(context, turn, work)


async def open_learned(context: Context, turn: Turn, action: OpenLearned) -> list[Reply]:
    """The form is beside the card, which changes when another of the group tells."""

    def work(tx: Transaction) -> list[Reply]:
        try:
            group = lifecycle.own(tx, turn.network, action.group, turn.person.id)
        except NotYours:
            return [Whisper(text(turn.language, "triad-met-not-yours"))]
        return [Form(triads.learned(group, turn.language))]

    return await context.store.run(work)


async def tell_met(context: Context, turn: Turn, action: TellMet) -> list[Reply]:
    """Keep what became of a group, and show it where it was asked."""
    learned = action.learned.strip()

    def work(tx: Transaction) -> list[Reply]:
        try:
            group = lifecycle.own(tx, turn.network, action.group, turn.person.id)
        except NotYours:
            return [Whisper(text(turn.language, "triad-met-not-yours"))]
        if len(learned) > triads.LONGEST_LEARNED:
            error = text(turn.language, "triad-met-error", most=triads.LONGEST_LEARNED)
            return [Replace(triads.learned(group, turn.language, typed=action.learned, error=error))]
        told = lifecycle.tell_met(tx, group, turn.person.id, Met(action.met), learned)
        kept = posts.belonging(tx, turn.network, f"{MET}/{group.id}")
        if kept is not None:
            posts.change(tx, turn.network, kept.id, asdict(triads.met(told, turn.language)), turn.at)
        return [Whisper(text(turn.language, "triad-met-thanks"))]

    return await rounding.answered(context, turn, work)


async def keep_learned(context: Context, turn: Turn, action: KeepLearned) -> list[Reply]:
    """Whoever told what their group learned makes a lesson of it, in the form."""

    def work(tx: Transaction) -> list[Reply]:
        group = records.group(tx, turn.network, action.group)
        if group is None or group.told_by != turn.person.id:
            return [Whisper(text(turn.language, "triad-keep-not-yours"))]
        homes = names([home_named(each.home, turn.language) for each in group.members], turn.language)
        own = next(each for each in group.members if each.person == turn.person.id)
        told = prefilled(group.learned, situation=text(turn.language, "triad-situation", homes=homes), home=own.home)
        id = id_of(turn.network, group.id, turn.person.id)
        lesson = begin(tx, turn.network, Lesson(id, turn.person.id, turn.person.name, "", told, turn.at))
        return for_them_alone(turn, lessons.form_of(lesson, turn.language))

    return await context.store.run(work)


async def form(context: Context, job: Job, now: datetime) -> Effect:
    """Form the groups of those who are free, beside the turns; they are proposed if all is still as it was."""
    today = now.astimezone(context.zone).date()

    def look(tx: Transaction) -> Known | None:
        round = records.find(tx, job.network, job.subject)
        return forming.known(tx, round, today) if round else None

    given = await context.store.run(look)
    if given is None:
        return lambda _: None
    formed = await asyncio.to_thread(forming.form, given)

    def effect(tx: Transaction) -> datetime | None:
        proposed = forming.propose(tx, given, formed, today, now)
        if proposed is None:
            return now
        _tell(tx, given.round, proposed, context.zone, now)
        return None

    return effect


def fall_silent(tx: Transaction, job: Job, now: datetime) -> None:
    """When the time to answer is over; who has been silent too often is told that they are not asked any more."""
    group = records.group(tx, job.network, job.subject)
    round = records.find(tx, job.network, group.round) if group else None
    if group is None or round is None:
        return
    for person in lifecycle.fall_silent(tx, group, now):
        told = notice(text(round.language, "round-silenced"), round.language)
        rounding.tell_privately(tx, round.network, for_one(person, f"{group.id}/{person}/silent", told, now))


def ask_met(tx: Transaction, job: Job, now: datetime) -> None:
    """Two weeks after they agreed, in their thread."""
    group = records.group(tx, job.network, job.subject)
    round = records.find(tx, job.network, group.round) if group else None
    if group is None or round is None or not group.people:
        return
    kept = posts.belonging(tx, group.network, f"{TRIAD}/{group.id}")
    thread = (kept.thread if kept else "") or round.conversation
    card = asdict(triads.met(group, round.language))
    asked = Post(f"{MET}/{group.id}", thread, "", card, now, now + TOLD_WITHIN, group.people)
    posts.intend(tx, group.network, asked)


def _tell(tx: Transaction, round: Round, proposed: Proposed, zone: tzinfo, now: datetime) -> None:
    """Say in the thread that there is something to see; in their own chats also what."""
    if proposed.groups:
        rounding.tell(tx, round, f"{NEWS}/{proposed.groups[0].id}", rounds.news(round), now)
    for group in proposed.groups:
        shown = rounding.shown(tx, group, zone, round.language)
        for person in group.people:
            card = triads.proposal(shown, person, round.language)
            others = tuple(each for each in group.people if each != person)
            told = for_one(person, f"{group.id}/{person}", card, now, others)
            rounding.tell_privately(tx, round.network, told)
    for each in proposed.left:
        card = rounds.status(round, "round-own-none", "round-own-none-how")
        told = for_one(each.person, f"{round.id}/{each.person}/none/{now}", card, now)
        rounding.tell_privately(tx, round.network, told)


def _begin_thread(tx: Transaction, group: Group, round: Round, zone: tzinfo, now: datetime) -> None:
    card = rounding.thread(tx, group, round, zone)
    begun = Post(f"{TRIAD}/{group.id}", round.conversation, "", card, now, now + TOLD_WITHIN, group.people)
    posts.intend(tx, round.network, begun)
