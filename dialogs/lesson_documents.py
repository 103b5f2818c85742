"""Drafts of lessons from a presentation that a leader sends in private: one a slide, for the leader to make whole."""

import asyncio
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath

from cards import lessons as cards
from cards.help import notice
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import OutOfReach, Reply, Say, SentFile, Turn
from knowledge import people
from knowledge.lessons.beginnings import begin, id_of, prefilled
from knowledge.lessons.model import Lesson
from knowledge.lessons.slides import Slide, read_slides
from knowledge.lessons.telling import LONGEST, one_line
from knowledge.meetings.unreadable import Unreadable
from knowledge.store.contract import Transaction

SUFFIX = ".pptx"
FEWEST_CHARACTERS = 60  # on a slide that a lesson may be made of
MOST_DRAFTS = 40


def is_presentation(turn: Turn) -> bool:
    return len(turn.files) == 1 and PurePath(turn.files[0].name).suffix.lower() == SUFFIX


async def take(context: Context, turn: Turn) -> list[Reply]:
    """Drafts of the slides that say enough; the same file once more changes none."""
    if not turn.leader:
        return _said(turn, text(turn.language, "review-only-leaders"))
    [file] = turn.files
    try:
        content = await file.read()
        slides = await asyncio.to_thread(read_slides, content)
    except OutOfReach:
        return _said(turn, text(turn.language, "meeting-out-of-reach"))
    except Unreadable as error:
        return _said(turn, text(turn.language, "meeting-unreadable", reason=error.reason))
    telling = [each for each in slides if sum(map(len, each.lines)) >= FEWEST_CHARACTERS][:MOST_DRAFTS]
    mark = sha256(content).hexdigest()
    kept = await context.store.run(lambda tx: [_keep(tx, turn, file, mark, each) for each in telling])
    if not kept:
        return _said(turn, text(turn.language, "lesson-none-in-slides"))
    return [Say(cards.own(kept, turn.language, note=text(turn.language, "lesson-from-slides", count=len(kept))))]


def _keep(tx: Transaction, turn: Turn, file: SentFile, mark: str, slide: Slide) -> Lesson:
    profile = people.find(tx, turn.network, turn.person.id)
    told = prefilled(
        _within(slide.lines),
        title=slide.title or slide.lines[0],
        situation=text(turn.language, "lesson-slide", number=slide.number, file=one_line(file.name)),
        home=profile.home if profile else "",
    )
    id = id_of(turn.network, mark, str(slide.number))
    return begin(tx, turn.network, Lesson(id, turn.person.id, turn.person.name, "", told, turn.at))


def _within(lines: Iterable[str]) -> str:
    """As many lines as there is room for."""
    held = ""
    for line in lines:
        if len(held) + len(line) >= LONGEST["did"]:
            break
        held = f"{held}\n{line}".strip()
    return held


def _said(turn: Turn, words: str) -> list[Reply]:
    return [Say(notice(words, turn.language))]
