"""A presentation that a leader sends becomes drafts, one a slide, that the leader alone sees until they are sent."""

from collections.abc import AsyncIterator

import pytest

from cards.lesson_actions import EditLesson
from knowledge.lessons import lifecycle
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.drive import Drive, drive
from tests.dialogs.filling import fields_of, filled_in
from tests.knowledge.lessons.presentations import SLIDES, presentation


@pytest.fixture
async def kept_files() -> AsyncIterator[Drive]:
    async with drive() as opened:
        yield opened


async def send(chat: Chat, files: Drive, content: bytes, name: str = "bildspel.pptx") -> Shown:
    [shown] = await chat.say("", attachments=[files.sent(name, content)])
    return shown


async def test_each_slide_that_says_something_becomes_a_draft(bot: RunningBot, leader: Chat, kept_files: Drive) -> None:
    anna = bot.personal("Anna")
    shown = await send(anna, kept_files, presentation())
    assert "2 utkast" in shown.text
    assert "Vad vi prövade" in shown.text
    assert "Lärprojektet" not in shown.text
    lesson = filled_in(shown, "show_lesson")["lesson"]
    form = fields_of(await anna.click(EditLesson(lesson=lesson)))
    assert form["situation"] == "Ur bildspelet bildspel.pptx, bild 2."
    assert form["did"].splitlines() == list(SLIDES[1][1])
    [listed] = await bot.channel("Eva").say("fall karta ledig effekt")
    assert "prövade" not in listed.text


async def test_the_same_file_once_more_makes_no_more_drafts(bot: RunningBot, leader: Chat, kept_files: Drive) -> None:
    anna = bot.personal("Anna")
    for _ in range(2):
        await send(anna, kept_files, presentation())
        bot.clock.pass_(minutes=2)
    kept = await bot.store.run(lambda tx: lifecycle.written_by(tx, activities.TEAM, "directory-anna"))
    assert len(kept) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xd0\xcf\x11\xe0", "lösenord"), (presentation([("Kort", ["Bara lite."])]), "ingen bild med så mycket text")],
)
async def test_what_makes_no_draft_gets_a_sentence(
    bot: RunningBot, leader: Chat, kept_files: Drive, content: bytes, said: str
) -> None:
    assert said in (await send(bot.personal("Anna"), kept_files, content)).text


async def test_only_leaders_make_drafts_of_presentations(bot: RunningBot, leader: Chat, kept_files: Drive) -> None:
    await bot.channel("Eva").say("hej")
    told = await send(bot.personal("Eva"), kept_files, presentation())
    assert "bara nätverkets processledare" in told.text
