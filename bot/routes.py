"""Where a turn goes (bot/typed.py and bot/clicked.py have the tables), and what is done when it is due."""

from dataclasses import asdict, replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.clicked import CLICKED
from bot.personal import keepers
from bot.settings import Settings
from bot.teams import Due, Prepared, Routes
from bot.typed import COMMANDS
from cards import digest_settings
from cards.texts import text
from dialogs import (
    ask,
    assignments,
    belonging,
    contacts,
    digests,
    exercises,
    gathering_posts,
    help,
    lesson_documents,
    lesson_notes,
    meeting_drafts,
    open_questions,
    poll_management,
    round_management,
    triads,
)
from dialogs.commands import choose
from dialogs.context import Context
from dialogs.turn import Reply, Turn, Whisper
from knowledge import assignments as homework
from knowledge.contacts import Wanted, asked_for
from knowledge.digests import personal as own_digest
from knowledge.digests import sending, sources
from knowledge.digests import settings as digest
from knowledge.digests.sending import Desk
from knowledge.exercises import sessions
from knowledge.gatherings import lifecycle as planned
from knowledge.lessons import lifecycle as lessons_due
from knowledge.library.libraries import Libraries
from knowledge.polls import lifecycle
from knowledge.question import spoken
from knowledge.rounds import lifecycle as a_round
from knowledge.store.contract import Store


def desk(settings: Settings) -> Desk:
    """What digests are made of, and how."""
    zone = ZoneInfo(settings.timezone)
    return Desk(
        sources=(
            sources.gatherings_ahead,
            sources.cases,
            sources.meetings,
            sources.due_actions,
            sources.questions,
            sources.polls,
            sources.open_rounds,
            sources.contacts,
            sources.older_case,
        ),
        zone=zone,
        language=settings.language,
        draw=partial(digests.drawn, zone=zone, language=settings.language),
        regret=asdict(digest_settings.undelivered(settings.language)),
    )


def open_context(store: Store, settings: Settings) -> Context:
    zone, language = ZoneInfo(settings.timezone), settings.language
    return Context(
        store=store,
        libraries=Libraries(store),
        zone=zone,
        language=language,
        desk=desk(settings),
        keepers=keepers(zone, language),
        address=settings.address,
        transcripts=settings.transcripts,
    )


def open_routes(store: Store, settings: Settings) -> Routes:
    context = open_context(store, settings)
    return Routes(partial(answer, context), help.introduce, due(context), prepared(context))


async def answer(context: Context, turn: Turn) -> list[Reply]:
    """In the network that is meant, which in private is not told by where it happens."""
    try:
        there = await belonging.of_card(context, turn)
    except belonging.NotTheirs:
        return [Whisper(text(turn.language, "not-in-network"))]
    return [belonging.named(there, reply) for reply in await _answered(context, there)]


async def _answered(context: Context, turn: Turn) -> list[Reply]:
    """What was clicked, a command, an answer to a question of the network's, a file; else it is a question."""
    if turn.action is not None:
        return await CLICKED[type(turn.action)](context, turn, turn.action)
    chosen = choose(COMMANDS, turn)
    if chosen:
        return await chosen.command.run(context, chosen.turn, chosen.rest)
    if taken := await open_questions.take_reply(context, turn):
        return taken
    if turn.files:
        return await _sent(context, turn)
    asking = replace(turn, language=spoken(turn.words, turn.language))
    wanted = asked_for(turn.words)
    if wanted is None:
        return await ask.ask(context, asking, turn.words)
    return await _about_people(context, asking, wanted)


async def _sent(context: Context, turn: Turn) -> list[Reply]:
    """A presentation becomes lessons, any other file notes of a meeting, unless the command it came with says."""
    if lesson_documents.is_presentation(turn):
        return await lesson_documents.take(context, turn)
    return await meeting_drafts.summarise(context, turn, "")


async def _about_people(context: Context, turn: Turn, wanted: Wanted) -> list[Reply]:
    """Where nobody is found, the library may still know."""
    found = await contacts.find(context, turn, wanted.about)
    told = contacts.told(found, wanted.about, turn)
    return [told] if found else [told, *await ask.ask(context, turn, wanted.instead)]


def due(context: Context) -> dict[str, Due]:
    """What is done, and all in one transaction, when a job of that kind is due."""
    zone, language = context.zone, context.language
    return {
        digest.KIND: partial(sending.run, desk=context.desk),
        own_digest.KIND: partial(own_digest.run, desk=context.desk),
        lessons_due.CHECK: partial(lesson_notes.ask_again, language=language),
        lifecycle.CLOSE: partial(poll_management.close_in_time, zone=zone),
        lifecycle.REDRAW: partial(poll_management.redraw, zone=zone),
        lifecycle.REMIND: partial(poll_management.remind, zone=zone),
        planned.REMIND: partial(gathering_posts.remind, context=context),
        planned.REDRAW: partial(gathering_posts.redraw_in_time, context=context),
        planned.HOMEWORK: assignments.remind,
        homework.REDRAW: assignments.redraw,
        sessions.REDRAW: exercises.redraw,
        a_round.CLOSE: partial(round_management.close_in_time, zone=zone),
        a_round.REDRAW: partial(round_management.redraw, zone=zone),
        a_round.SILENCE: triads.fall_silent,
        a_round.ASK: triads.ask_met,
    }


def prepared(context: Context) -> dict[str, Prepared]:
    """The same for what takes time before its transaction."""
    return {a_round.FORM: partial(triads.form, context)}
