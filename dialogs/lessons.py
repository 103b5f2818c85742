"""Lessons as their authors tell them: filled in, previewed, sent, corrected, withdrawn. Nobody else sees the form."""

import secrets
from collections.abc import Callable

from cards import lesson_review as review_cards
from cards import lessons as cards
from cards import people as people_cards
from cards.card import Card
from cards.lesson_actions import (
    ConfirmLesson,
    EditLesson,
    ListLessons,
    PreviewLesson,
    SaveMessage,
    SendLesson,
    ShowLesson,
    WithdrawLesson,
)
from cards.texts import text
from dialogs import lesson_documents, lesson_notes
from dialogs.context import Context
from dialogs.turn import Place, Reply, Say, Turn, Whisper, for_them_alone
from knowledge import people
from knowledge.lessons import lifecycle, telling
from knowledge.lessons.alike import alike
from knowledge.lessons.beginnings import begin, id_of, prefilled
from knowledge.lessons.lifecycle import NotTheirs
from knowledge.lessons.model import Lesson, State, Told
from knowledge.library.library import Found
from knowledge.store.contract import Transaction


async def contribute(context: Context, turn: Turn, _: str) -> list[Reply]:
    """Drafts of a file that came along; else in private what one has told or the form, elsewhere the way to it."""
    if turn.files:
        return await lesson_documents.take(context, turn)
    return [Say(await _own(context, turn) if turn.place is Place.PERSONAL else cards.door(turn.language))]


async def list_lessons(context: Context, turn: Turn, _: ListLessons) -> list[Reply]:
    return for_them_alone(turn, await _own(context, turn))


async def edit(context: Context, turn: Turn, action: EditLesson) -> list[Reply]:
    """Open the form: empty, or with what was told."""
    if not action.lesson:
        return for_them_alone(turn, await _empty_form(context, turn))
    return await _with_own(context, turn, action.lesson, lambda _, lesson: cards.form_of(lesson, turn.language))


async def preview(context: Context, turn: Turn, action: PreviewLesson) -> list[Reply]:
    """Keep what was filled in and show it as it will look, or the form with what is wrong."""
    if not turn.has_network:
        return for_them_alone(turn, people_cards.no_network(turn.language))
    typed = cards.told_of(action)
    problems = telling.problems(typed)
    if problems:
        return for_them_alone(turn, cards.form(action, problems, turn.language))
    told = telling.tidied(typed)
    thread = "" if turn.place is Place.PERSONAL else turn.thread
    lesson = Lesson(action.lesson, turn.person.id, turn.person.name, thread, told, turn.at)
    try:
        kept = await context.store.run(lambda tx: lifecycle.keep(tx, turn.network, lesson))
    except NotTheirs:
        return [Whisper(text(turn.language, "lesson-not-yours"))]
    like = await _alike(context, turn, kept)
    return for_them_alone(turn, cards.preview(kept, like, turn.language))


async def save_message(context: Context, turn: Turn, action: SaveMessage) -> list[Reply]:
    """A draft of a message: who wrote it gets the form; anybody else only has them asked, in the thread."""
    if turn.place is not Place.CHANNEL:
        return [Whisper(text(turn.language, "lesson-only-in-channel"))]
    thread = f"{turn.channel};messageid={action.root}"
    id = id_of(turn.network, action.message)
    drafted = Lesson(id, action.author, action.name, thread, prefilled(action.words), turn.at)

    def work(tx: Transaction) -> Lesson:
        kept = begin(tx, turn.network, drafted)
        if kept.author != turn.person.id:
            lesson_notes.ask_author(tx, turn, kept)
        return kept

    try:
        kept = await context.store.run(work)
    except NotTheirs:
        return [Whisper(text(turn.language, "lesson-not-yours"))]
    if kept.author != turn.person.id:
        return [Whisper(text(turn.language, "lesson-author-asked"))]
    return for_them_alone(turn, cards.form_of(kept, turn.language))


async def send(context: Context, turn: Turn, action: SendLesson) -> list[Reply]:
    """Have a leader decide; once, however often it is clicked."""

    def work(tx: Transaction, lesson: Lesson) -> Card:
        if lesson.state is State.DRAFT:
            sent = lifecycle.send(tx, turn.network, lesson, turn.at)
            lesson_notes.tell_leaders(tx, turn, sent)
        return cards.done("lesson-sent", turn.language)

    return await _with_own(context, turn, action.lesson, work)


async def show(context: Context, turn: Turn, action: ShowLesson) -> list[Reply]:
    """To its author what has become of it; to a leader, while it waits, what to decide."""
    lesson = await context.store.run(lambda tx: lifecycle.find(tx, turn.network, action.lesson))
    if lesson is None:
        return [Whisper(text(turn.language, "lesson-gone"))]
    if turn.leader and lesson.state is State.WAITING:
        like = await _alike(context, turn, lesson)
        return for_them_alone(turn, review_cards.review(lesson, like, turn.language))
    if lesson.author != turn.person.id:
        return [Whisper(text(turn.language, "lesson-not-yours"))]
    return for_them_alone(turn, cards.opened(lesson, turn.language, version=action.version))


async def withdraw(context: Context, turn: Turn, action: WithdrawLesson) -> list[Reply]:
    """Take it back, once its author is sure."""

    def work(tx: Transaction, lesson: Lesson) -> Card:
        if not action.sure:
            return cards.withdrawing(lesson, turn.language)
        lifecycle.withdraw(tx, turn.network, lesson)
        return cards.done("lesson-withdrawn", turn.language)

    return await _with_own(context, turn, action.lesson, work)


async def confirm(context: Context, turn: Turn, action: ConfirmLesson) -> list[Reply]:
    """It still holds, as far as it is in the library."""

    def work(tx: Transaction, lesson: Lesson) -> Card:
        if lesson.is_in_library:
            lifecycle.confirm(tx, turn.network, lesson, turn.at)
        return cards.done("lesson-confirmed", turn.language)

    return await _with_own(context, turn, action.lesson, work)


async def _with_own(context: Context, turn: Turn, id: str, work: Callable[[Transaction, Lesson], Card]) -> list[Reply]:
    """What `work` gives for a lesson of whoever clicks, to them alone."""

    def checked(tx: Transaction) -> Card | str:
        lesson = lifecycle.find(tx, turn.network, id)
        if lesson is None:
            return "lesson-gone"
        return work(tx, lesson) if lesson.author == turn.person.id else "lesson-not-yours"

    drawn = await context.store.run(checked)
    return [Whisper(text(turn.language, drawn))] if isinstance(drawn, str) else for_them_alone(turn, drawn)


async def _own(context: Context, turn: Turn) -> Card:
    if not turn.has_network:
        return people_cards.no_network(turn.language)
    written = await context.store.run(lambda tx: lifecycle.written_by(tx, turn.network, turn.person.id))
    return cards.own(written, turn.language) if written else await _empty_form(context, turn)


async def _empty_form(context: Context, turn: Turn) -> Card:
    """With the municipality that they have told in their profile."""
    if not turn.has_network:
        return people_cards.no_network(turn.language)
    known = await context.store.run(lambda tx: people.find(tx, turn.network, turn.person.id))
    told = Told(home=known.home if known else "")
    return cards.form(cards.as_typed(new_id(), told), {}, turn.language)


def new_id() -> str:
    return f"lardom-{secrets.token_hex(6)}"


async def _alike(context: Context, turn: Turn, lesson: Lesson) -> list[Found]:
    """As far as whoever looks may see the library here."""
    return alike(await context.library(turn), lesson.told, besides=lesson.id)
