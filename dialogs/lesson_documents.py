"""Drafts of lessons from documents, one a piece: the leader's who sends one, or nobody's until a leader claims them."""

import asyncio
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from cards import lessons as cards
from cards.help import notice
from cards.lesson_actions import ClaimLesson
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import OutOfReach, Place, Reply, Say, Turn, Whisper, for_them_alone
from knowledge import people
from knowledge.documents.files import suffix_of
from knowledge.documents.unreadable import Unreadable
from knowledge.lessons import documents, lifecycle
from knowledge.lessons.beginnings import id_of, prefilled
from knowledge.lessons.documents import Piece
from knowledge.lessons.model import Lesson, Told
from knowledge.lessons.telling import one_line
from knowledge.store.contract import Transaction

_PRESENTATION = ".pptx"  # in which nobody keeps notes of a meeting


def is_presentation(turn: Turn) -> bool:
    return len(turn.files) == 1 and suffix_of(turn.files[0].name) == _PRESENTATION


async def take(context: Context, turn: Turn) -> list[Reply]:
    """Drafts of the file that was sent; the same file once more changes none."""
    if not turn.leader:
        return _said(turn, text(turn.language, "review-only-leaders"))
    if len(turn.files) > 1:
        return _said(turn, text(turn.language, "lesson-one-file"))
    [file] = turn.files
    try:
        content = await file.read()
        made = await asyncio.to_thread(drafts, turn.network, file.name, content, turn.at, turn.language)
    except OutOfReach:
        return _said(turn, text(turn.language, "meeting-out-of-reach"))
    except Unreadable as error:
        return _said(turn, text(turn.language, "lesson-unreadable", reason=error.reason))
    if not made:
        return _said(turn, text(turn.language, "lesson-none-in-document"))
    kept = await context.store.run(lambda tx: [_keep(tx, turn, each) for each in made])
    return [Say(cards.own(kept, turn.language, note=text(turn.language, "lesson-drafted", count=len(kept))))]


@for_leaders("review-only-leaders")
async def claim(context: Context, turn: Turn, action: ClaimLesson) -> list[Reply]:
    """A leader sees to a draft that was nobody's: it is theirs from then on."""

    def work(tx: Transaction) -> Lesson | None:
        lesson = lifecycle.find(tx, turn.network, action.lesson)
        return _claimed(tx, turn, lesson) if lesson and lesson.is_nobodys else lesson

    lesson = await context.store.run(work)
    if lesson is None or lesson.author != turn.person.id:
        return [Whisper(text(turn.language, "lesson-claimed"))]
    return for_them_alone(turn, cards.opened(lesson, turn.language))


def drafts(network: str, file: str, content: bytes, at: datetime, language: str) -> list[Lesson]:
    """Drafts of a document's pieces in order, nobody's yet, the same for the same file. Raises Unreadable.

    Takes its time, with large files.
    """
    document = id_of(network, sha256(content).hexdigest())[:-2]
    return [
        Lesson(f"{document}{number:02x}", "", "", "", _told(piece, file, language), at)
        for number, piece in enumerate(documents.read(file, content))
    ]


def _told(piece: Piece, file: str, language: str) -> Told:
    source = text(
        language, "lesson-source", kind=piece.kind, file=one_line(file), number=piece.number, title=piece.title
    )
    return prefilled("\n".join(piece.lines), title=piece.title, situation=source)


def _keep(tx: Transaction, turn: Turn, made: Lesson) -> Lesson:
    known = lifecycle.find(tx, turn.network, made.id) or made
    return _claimed(tx, turn, known) if known.is_nobodys else known


def _claimed(tx: Transaction, turn: Turn, lesson: Lesson) -> Lesson:
    """Of the municipality that whoever takes it has told in their profile, rather than one that it names."""
    profile = people.find(tx, turn.network, turn.person.id)
    told = replace(lesson.told, home=profile.home if profile else lesson.told.home)
    thread = "" if turn.place is Place.PERSONAL else turn.thread
    mine = replace(lesson, author=turn.person.id, name=turn.person.name, thread=thread, told=told, at=turn.at)
    return lifecycle.claim(tx, turn.network, mine)


def _said(turn: Turn, words: str) -> list[Reply]:
    return [Say(notice(words, turn.language))]
