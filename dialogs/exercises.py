"""Exercises: chosen or written by a leader, put out at a meeting in groups, brought back from by each group."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from cards import exercises as cards
from cards.card import Card
from cards.exercise_actions import (
    EditExercise,
    ListExercises,
    OpenSentences,
    PutOut,
    RemoveExercise,
    SaveExercise,
    SaveSentences,
    SeeExercise,
)
from cards.help import notice
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.gathering_posts import session_post, thread_of
from dialogs.turn import Form, Replace, Reply, Turn, Whisper
from knowledge import posts
from knowledge.exercises import sessions, shelf
from knowledge.exercises.grouping import TooFew, divide
from knowledge.exercises.model import LARGEST, LONGEST_SENTENCE, SENTENCES, SMALLEST, Exercise
from knowledge.exercises.reading import BadExercise, parse, written
from knowledge.exercises.sessions import Seat, Session
from knowledge.gatherings import lifecycle
from knowledge.gatherings.model import Gathering
from knowledge.jobs import Job
from knowledge.posts import Post
from knowledge.store.contract import Transaction

POSTED_WITHIN = timedelta(hours=1)

SIZES = {str(size) for size in range(SMALLEST, LARGEST + 1)}

Groups = tuple[tuple[Seat, ...], ...]


@for_leaders("gathering-only-leaders")
async def list_exercises(context: Context, turn: Turn, action: ListExercises) -> list[Reply]:
    return [Replace(await context.store.run(lambda tx: _listed(tx, turn, action.gathering)), alone=True)]


@for_leaders("gathering-only-leaders")
async def see(context: Context, turn: Turn, action: SeeExercise) -> list[Reply]:
    typed = PutOut(gathering=action.gathering, exercise=action.exercise, session=secrets.token_urlsafe(12))
    return [await context.store.run(lambda tx: _shown(tx, turn, typed))]


@for_leaders("gathering-only-leaders")
async def put_out(context: Context, turn: Turn, action: PutOut) -> list[Reply]:
    """Post it in the thread of the meeting, or tell what is wrong with the size of groups."""
    groups, problem = await _grouped(context, turn, action) if action.grouped else ((), "")
    if problem:
        return [await context.store.run(lambda tx: _shown(tx, turn, action, problem))]
    return [await context.store.run(lambda tx: _put_out(tx, context, turn, action, groups))]


async def _grouped(context: Context, turn: Turn, action: PutOut) -> tuple[Groups, str]:
    """Groups of those who come, formed beside the store since that takes its time; or why there are none."""
    if action.size not in SIZES:
        return (), text(turn.language, "exercise-choose-size")
    coming = await context.store.run(lambda tx: _coming(tx, turn, action.gathering))
    size = int(action.size)
    try:
        return await asyncio.to_thread(divide, coming, size), ""
    except TooFew:
        return (), cards.too_few(len(coming), size, turn.language)


@for_leaders("gathering-only-leaders")
async def edit(context: Context, turn: Turn, action: EditExercise) -> list[Reply]:
    """The text of one's own, to begin with that of one that comes with Erfa."""

    def work(tx: Transaction) -> Card:
        held = shelf.find(tx, turn.network, action.exercise) if action.exercise else None
        words = written(held) if held else written(replace(shelf.shipped()[0], title="…"))
        typed = SaveExercise(gathering=action.gathering, exercise=held.id if held else "", words=words)
        return cards.form(typed, (), turn.language)

    return [Replace(await context.store.run(work), alone=True)]


@for_leaders("gathering-only-leaders")
async def save(context: Context, turn: Turn, action: SaveExercise) -> list[Reply]:
    """Keep it, or tell what is wrong with it, line by line."""
    try:
        made = parse(action.words, action.exercise or secrets.token_urlsafe(12), "")
    except BadExercise as error:
        return [Replace(cards.form(action, error.problems, turn.language), alone=True)]

    def work(tx: Transaction) -> Card:
        shelf.save(tx, turn.network, made)
        return _listed(tx, turn, action.gathering, "exercise-saved")

    return [Replace(await context.store.run(work), alone=True)]


@for_leaders("gathering-only-leaders")
async def remove(context: Context, turn: Turn, action: RemoveExercise) -> list[Reply]:
    def work(tx: Transaction) -> Card:
        shelf.remove(tx, turn.network, action.exercise)
        return _listed(tx, turn, action.gathering, "exercise-removed")

    return [Replace(await context.store.run(work), alone=True)]


async def open_sentences(context: Context, turn: Turn, action: OpenSentences) -> list[Reply]:
    """The form is beside the card, which changes when another group has brought something back."""

    def work(tx: Transaction) -> Card | None:
        held = sessions.find(tx, turn.network, action.session)
        if held is None:
            return None
        at = held.group_of(turn.person.id)
        said = sessions.brought_back(tx, held).get(at, ()) if at is not None else ()
        group = str(at + 1) if at is not None else ""
        return cards.sentences(held, SaveSentences(session=held.id, group=group, words="\n".join(said)))

    card = await context.store.run(work)
    return [Form(card)] if card else _gone(turn)


async def save_sentences(context: Context, turn: Turn, action: SaveSentences) -> list[Reply]:
    """Keep what a group brings back, or tell what is wrong and keep it in the form."""

    def work(tx: Transaction) -> Card | None:
        held = sessions.find(tx, turn.network, action.session)
        if held is None:
            return None
        said = tuple(filter(None, (" ".join(line.split()) for line in action.words.splitlines())))
        known = action.group in {str(at + 1) for at in range(held.places)}
        if not known or not _fits(said):
            wrong = cards.sentences_wrong(turn.language) if known else text(turn.language, "exercise-choose-group")
            return cards.sentences(held, action, error=wrong)
        if not turn.again:
            sessions.bring_back(tx, held, int(action.group) - 1, said, turn.at)
        return cards.sentences(held, action, note=text(turn.language, "exercise-thanks"))

    card = await context.store.run(work)
    return [Replace(card)] if card else _gone(turn)


def redraw(tx: Transaction, job: Job, now: datetime) -> None:
    """When a group has brought something back; not more often than the card may change."""
    held = sessions.find(tx, job.network, job.subject)
    if held is not None:
        card = cards.session(held, sessions.brought_back(tx, held))
        posts.redraw(tx, job.network, session_post(held.id), asdict(card), now)


def _put_out(tx: Transaction, context: Context, turn: Turn, action: PutOut, groups: Groups) -> Reply:
    meeting, exercise = _found(tx, turn, action)
    if meeting is None or exercise is None:
        return Whisper(text(turn.language, "exercise-gone"))
    made = Session(
        id=action.session,
        network=turn.network,
        gathering=meeting.id,
        conversation=thread_of(tx, meeting),
        language=context.language,
        exercise=exercise,
        groups=groups,
        made_at=turn.at,
    )
    if sessions.put_out(tx, made):
        drawn = asdict(cards.session(made, {}))
        name, until = session_post(made.id), turn.at + POSTED_WITHIN
        posts.intend(tx, turn.network, Post(name, made.conversation, "", drawn, turn.at, until))
    return Replace(notice(text(turn.language, "exercise-is-out"), turn.language), alone=True)


def _found(tx: Transaction, turn: Turn, action: PutOut) -> tuple[Gathering | None, Exercise | None]:
    return lifecycle.find(tx, turn.network, action.gathering), shelf.find(tx, turn.network, action.exercise)


def _coming(tx: Transaction, turn: Turn, gathering: str) -> list[Seat]:
    held = lifecycle.find(tx, turn.network, gathering)
    return [Seat(each.person, each.name, each.home) for each in lifecycle.coming(tx, held)] if held else []


def _shown(tx: Transaction, turn: Turn, typed: PutOut, problem: str = "") -> Reply:
    held = shelf.find(tx, turn.network, typed.exercise)
    if held is None:
        return Whisper(text(turn.language, "exercise-gone"))
    own = held in shelf.own(tx, turn.network)
    return Replace(cards.exercise(held, typed, turn.language, own=own, problem=problem), alone=True)


def _listed(tx: Transaction, turn: Turn, gathering: str, note: str = "") -> Card:
    said = text(turn.language, note) if note else ""
    return cards.listed(shelf.every(tx, turn.network), gathering, turn.language, note=said)


def _fits(said: Sequence[str]) -> bool:
    return 0 < len(said) <= SENTENCES and all(len(each) <= LONGEST_SENTENCE for each in said)


def _gone(turn: Turn) -> list[Reply]:
    return [Whisper(text(turn.language, "exercise-gone"))]
