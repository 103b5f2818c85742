"""A document that a leader sends becomes drafts, one a piece, that the leader alone sees until they are sent."""

from collections.abc import AsyncIterator

import pytest

from cards.curating_actions import Curate, Look
from cards.lesson_actions import ClaimLesson, EditLesson, ShowLesson, WithdrawLesson
from dialogs.lesson_documents import drafts
from knowledge import networks
from knowledge.lessons import lifecycle
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.drive import Drive, drive
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.lessons import own
from tests.dialogs.test_ask import button
from tests.knowledge.documents.files import docx, paragraph, pdf_of
from tests.knowledge.documents.presentations import SLIDES, presentation

LONG = "Leksand höll tre öppna kvällar vid bryggan innan planen ritades, och fick fyra yttranden."


@pytest.fixture
async def kept_files() -> AsyncIterator[Drive]:
    async with drive() as opened:
        yield opened


async def send(chat: Chat, files: Drive, content: bytes, name: str = "bildspel.pptx", words: str = "") -> Shown:
    [shown] = await chat.say(words, attachments=[files.sent(name, content)])
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
    [(b"\xd0\xcf\x11\xe0", "lösenord"), (presentation([("Kort", ["Bara lite."])]), "så mycket text")],
)
async def test_what_makes_no_draft_gets_a_sentence(
    bot: RunningBot, leader: Chat, kept_files: Drive, content: bytes, said: str
) -> None:
    assert said in (await send(bot.personal("Anna"), kept_files, content)).text


async def test_only_leaders_make_drafts_of_presentations(bot: RunningBot, leader: Chat, kept_files: Drive) -> None:
    await bot.channel("Eva").say("hej")
    told = await send(bot.personal("Eva"), kept_files, presentation())
    assert "bara nätverkets processledare" in told.text


@pytest.mark.parametrize(
    ("name", "content", "source"),
    [
        ("träff.pdf", pdf_of([["Dialog i tid", LONG]]), "Ur träff.pdf, sidan 1."),
        ("träff.docx", docx(paragraph("Dialog i tid", "Heading1"), paragraph(LONG)), "avsnittet ”Dialog i tid”."),
        ("träff.md", f"# Dialog i tid\n\n{LONG}".encode(), "avsnittet ”Dialog i tid”."),
    ],
)
@pytest.mark.usefixtures("leader")
async def test_the_command_says_that_a_document_is_for_lessons(
    bot: RunningBot, kept_files: Drive, name: str, content: bytes, source: str
) -> None:
    anna = bot.personal("Anna")
    shown = await send(anna, kept_files, content, name, "bidra")
    form = fields_of(await anna.click(EditLesson(lesson=filled_in(shown, "show_lesson")["lesson"])))
    assert (form["title"], form["did"]) == ("Dialog i tid", LONG)
    assert form["situation"].endswith(source)


async def test_the_same_document_without_it_is_notes_of_a_meeting(
    bot: RunningBot, leader: Chat, kept_files: Drive
) -> None:
    content = f"# Beslut\n\n{LONG}".encode()
    for words in ("", "sammanfatta"):
        shown = await send(bot.personal("Anna"), kept_files, content, "träff.md", words)
        assert "Utkast" in shown.text
        assert "save_draft" in str(shown.card)
        assert "skriv ”bidra”" in shown.text
        bot.clock.pass_(minutes=2)


async def test_what_can_be_no_lesson_says_which_files_can(bot: RunningBot, leader: Chat, kept_files: Drive) -> None:
    told = await send(bot.personal("Anna"), kept_files, b"WEBVTT", "träff.vtt", "bidra")
    assert ".pptx, .pdf, .docx och .md" in told.text
    [both] = await bot.personal("Anna").say(
        "bidra", attachments=[kept_files.sent(name, presentation()) for name in ("a.pptx", "b.pptx")]
    )
    assert "en fil i taget" in both.text


async def test_drafts_that_are_nobodys_wait_for_a_leader_who_sees_to_them(bot: RunningBot, leader: Chat) -> None:
    first, second = await offered(bot)
    waiting = await leader.click(Curate(look=Look.DRAFTS))
    assert "Ur bildspelet höst.pptx, bild 2." in waiting.text
    opened = await leader.click(ClaimLesson.model_validate(button(waiting, "claim_lesson")))
    assert "send_lesson" in str(opened.card)
    assert "Vad vi prövade" in (await own(leader)).text
    assert (await leader.click(ClaimLesson(lesson=first))).text == opened.text
    left = await leader.click(Curate(look=Look.DRAFTS))
    assert button(left, "claim_lesson") == ClaimLesson(lesson=second).model_dump()
    await leader.click(WithdrawLesson(lesson=first, sure=True))
    assert "Vad vi prövade" not in (await own(leader)).text


async def test_a_draft_is_claimed_once_and_by_leaders_alone(bot: RunningBot, leader: Chat) -> None:
    first, _ = await offered(bot)
    eva = bot.channel("Eva")
    told = await eva.click(ClaimLesson(lesson=first))
    assert (told.card, "bara nätverkets processledare" in told.text) == ({}, True)
    assert (await eva.click(ShowLesson(lesson=first))).card == {}
    await leader.click(ClaimLesson(lesson=first))
    await bot.store.run(lambda tx: networks.appoint(tx, activities.TEAM, networks.Leader("directory-eva", "Eva")))
    told = await eva.click(ClaimLesson(lesson=first))
    assert (told.card, "En annan processledare har redan tagit hand om" in told.text) == ({}, True)


async def test_a_leader_who_sends_what_was_imported_gets_those_drafts(
    bot: RunningBot, leader: Chat, kept_files: Drive
) -> None:
    ids = await offered(bot)
    await send(bot.personal("Anna"), kept_files, presentation())
    kept = await bot.store.run(lambda tx: lifecycle.written_by(tx, activities.TEAM, "directory-anna"))
    assert {each.id for each in kept} == set(ids)
    assert await bot.store.run(lambda tx: lifecycle.nobodys(tx, activities.TEAM)) == []


async def test_what_nobody_sees_to_is_deleted_in_time(bot: RunningBot, leader: Chat) -> None:
    await offered(bot)
    assert "Vad vi prövade" in (await leader.click(Curate(look=Look.DRAFTS))).text
    await bot.pass_(days=181)
    assert await bot.store.run(lambda tx: lifecycle.nobodys(tx, activities.TEAM)) == []


async def offered(bot: RunningBot) -> tuple[str, str]:
    """The ids of two drafts that came with `library import`."""
    first, second = drafts(activities.TEAM, "höst.pptx", presentation(), bot.clock(), "sv")
    await bot.store.run(lambda tx: lifecycle.offer(tx, activities.TEAM, [first, second]))
    return first.id, second.id
