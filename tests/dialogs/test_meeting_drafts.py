"""From notes to a post: pasted or sent, ticked, edited, kept, published once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.meeting_actions import (
    CorrectMeeting,
    DiscardDraft,
    DraftSummary,
    OpenDraft,
    PublishDraft,
    RemoveMeeting,
    SaveDraft,
    Then,
)
from knowledge import posts
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Kind, Part
from knowledge.meetings.summary import Summary
from knowledge.posts import Kept
from tests.bot.activities import TEAM, channel, person
from tests.bot.conversation import Chat, RunningBot, running
from tests.bot.drive import Drive, drive
from tests.bot.posting import CHANNEL, standing
from tests.dialogs.digest_network import carried
from tests.dialogs.meeting import (
    DOUBTFUL,
    NEXT_UNSURE,
    NOTES,
    TRANSCRIPT,
    Drafted,
    Leader,
    draft_of,
    field_of,
    fields,
    making,
    publishing,
)
from tests.knowledge.documents.files import docx, paragraph, pdf, zipped

CHECKLIST = "Vi tar fram en gemensam checklista för första kontakten."
GONE = (
    "Det utkastet finns inte kvar. Skriv ”möten” för att se och rätta det som är publicerat, eller ”sammanfatta” för "
    "att börja på ett nytt."
)


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    return await Leader.of(bot)


@pytest.fixture
async def kept_files() -> AsyncIterator[Drive]:
    async with drive() as opened:
        yield opened


async def waiting(bot: RunningBot) -> list[Draft]:
    return await bot.store.run(lambda tx: drafts.every(tx, TEAM))


async def published(bot: RunningBot) -> list[Summary]:
    return await bot.store.run(lambda tx: summaries.every(tx, TEAM))


async def post_of(bot: RunningBot, made: Summary) -> Kept:
    found = await bot.store.run(lambda tx: posts.find(tx, TEAM, made.post))
    assert found
    return found


def elsewhere(bot: RunningBot) -> Chat:
    """Anna in another channel of the team."""
    return Chat(bot, channel("other"), person("Anna"))


@pytest.mark.parametrize(
    "words",
    [
        "sammanfatta",
        "Sammanfatta!",
        "sammanfata",
        "summarise",
        "sammanfatta mötet",
        "sammanfatta ett möte",
        "sammanfatta dagens möte",
        "sammanfatta anteckningarna från i dag",
        "kan du sammanfatta mötet?",
        "gör en sammanfattning av träffen",
        "summarise today's meeting",
    ],
)
async def test_a_leader_gets_a_form_to_paste_into(anna: Leader, words: str) -> None:
    [in_channel] = await anna.channel.say(words)
    [in_private] = await anna.private.say(words)
    for form in (in_channel, in_private):
        assert fields(form) == {"title": "", "held": "2026-03-05", "words": ""}


async def test_where_files_do_not_reach_the_form_says_so(anna: Leader) -> None:
    [in_channel] = await anna.channel.say("sammanfatta")
    [in_private] = await anna.private.say("sammanfatta")
    assert "Filer når mig inte här" in in_channel.text
    assert "Filer når mig inte här" not in in_private.text


async def test_others_are_told_who_makes_summaries(bot: RunningBot, anna: Leader) -> None:
    for words in ("sammanfatta", f"sammanfatta\n{NOTES}"):
        [told] = await bot.channel("Bo").say(words)
        assert told.text.startswith("Mötesanteckningar görs av nätverkets processledare.")
    assert await waiting(bot) == []


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("sammanfatta vad som hänt i Ludvika", "Det vet jag inte."),
        ("kan du sammanfatta vad Ludvika lärde om elnätet?", "Källor"),
        ("sammanfatta Kiruna", "Det vet jag inte."),
        ("sammanfatta träffarna i lärprojektet", "Källor"),
        ("sammanfatta besluten", "Källor"),
    ],
)
async def test_to_ask_for_a_summary_of_something_is_a_question(
    bot: RunningBot, anna: Leader, question: str, answered: str
) -> None:
    [answer] = await anna.channel.say(question)
    assert fields(answer) == {}
    assert answered in answer.text
    assert await waiting(bot) == []


ON_ONE_LINE = "Beslut: Vi delar mallen. Att göra: Leksand skickar mallen, senast 20 mars"


@pytest.mark.parametrize("words", [f"sammanfatta {ON_ONE_LINE}", "sammanfatta Beslut: Vi delar mallen.", ON_ONE_LINE])
async def test_notes_on_one_line_become_a_draft(bot: RunningBot, anna: Leader, words: str) -> None:
    await anna.private.say(words)
    [held] = await waiting(bot)
    assert [line.text for line in held.of(Kind.DECISION)] == ["Vi delar mallen."]


@pytest.mark.parametrize("before", ["", "Mötesanteckningar\n", "Fråga: vem äger vägen?\n"])
async def test_notes_without_the_word_become_a_draft(bot: RunningBot, anna: Leader, before: str) -> None:
    [shown] = await anna.private.say(f"{before}{NOTES}")
    [held] = await waiting(bot)
    assert draft_of(shown) == held.id
    assert CHECKLIST in [line.text for line in held.of(Kind.DECISION)]


async def test_notes_of_others_are_neither_kept_nor_offered_to_the_network(bot: RunningBot, anna: Leader) -> None:
    for chat in (bot.personal("Bo"), bot.channel("Bo")):
        [told] = await chat.say(f"Närvarande: Karin Ståhlberg (Leksand)\n{NOTES}")
        assert told.text.startswith("Det här ser ut som mötesanteckningar, och jag har inte sparat dem")
        assert "Fråga nätverket" not in told.text
    assert not any("Ståhlberg" in str(each.value) for each in await bot.stored())


async def test_a_question_of_several_lines_is_no_page_of_notes(bot: RunningBot, anna: Leader) -> None:
    [answer] = await anna.private.say("Hej!\nFråga: hur delar Sundsvall och Timrå risken i Torsboda?\nTack för hjälpen")
    assert "Källor" in answer.text
    assert await waiting(bot) == []


async def test_pasted_notes_become_a_draft_with_everything_ticked(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, CHECKLIST)
    assert fields(drafted.shown)[f"tick-{number}"] == "true"
    [held] = await waiting(bot)
    assert (held.id, held.channel, held.date.isoformat()) == (drafted.id, CHANNEL, "2026-03-04")
    assert [line.text for line in held.of(Kind.DECISION)] == [CHECKLIST]


async def test_the_name_that_was_filled_in_goes_before_that_of_the_notes(anna: Leader) -> None:
    assert fields((await anna.drafted()).shown)["title"] == "Träff om tillstånd"
    assert fields((await anna.drafted(title=" Träff  i Mora ")).shown)["title"] == "Träff i Mora"


@pytest.mark.parametrize(
    ("told", "typed", "held"),
    [
        ("12 februari 2026", {}, "2026-02-12"),
        ("12 februari 2026", {"held": "2026-03-04"}, "2026-03-04"),
        ("i Mora", {}, "2026-03-05"),
    ],
    ids=["as the form proposes", "another day", "no day in the notes"],
)
async def test_the_day_that_the_notes_tell_counts_unless_another_is_filled_in(
    anna: Leader, told: str, typed: dict[str, str], held: str
) -> None:
    [form] = await anna.channel.say("sammanfatta")
    words = f"Träff {told}\nBeslut: vi ses igen"
    assert fields(await anna.channel.click(making(form, words=words, **typed)))["held"] == held


async def test_a_form_that_was_left_open_gives_way_to_the_day_in_the_notes(bot: RunningBot, anna: Leader) -> None:
    [form] = await anna.channel.say("sammanfatta")
    await bot.pass_(days=25)
    words = "Träff 26 mars 2026\nAtt göra:\n- Leksand skickar mallen på fredag"
    shown = await anna.channel.click(making(form, words=words))
    assert (fields(shown)["held"], fields(shown)["due-1"]) == ("2026-03-26", "2026-03-27")


@pytest.mark.parametrize(
    ("words", "typed", "held"),
    [
        ("Träff 26 mars 2026\nBeslut: vi ses", {"held": "2026-03-30"}, "2026-03-30"),
        ("Beslut: vi ses", {}, "2026-03-05"),
    ],
    ids=["today, filled in", "no day in the notes"],
)
async def test_what_a_form_says_counts_where_it_is_filled_in_or_nothing_else_tells(
    bot: RunningBot, anna: Leader, words: str, typed: dict[str, str], held: str
) -> None:
    [form] = await anna.channel.say("sammanfatta")
    await bot.pass_(days=25)
    assert fields(await anna.channel.click(making(form, words=words, **typed)))["held"] == held


async def test_a_pasted_transcript_becomes_suggestions_that_nobody_has_ticked(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(TRANSCRIPT)
    assert "12:40" in drafted.shown.text
    [held] = await waiting(bot)
    assert held.lines
    assert not any(line.ticked for line in held.lines)


async def test_notes_can_follow_the_command(bot: RunningBot, anna: Leader) -> None:
    [in_private] = await anna.private.say(f"sammanfatta\n{NOTES}")
    assert field_of(in_private, CHECKLIST)
    assert len(await waiting(bot)) == 1


async def test_where_others_read_a_draft_is_opened_by_a_leader_alone(bot: RunningBot, anna: Leader) -> None:
    [told] = await anna.channel.say(f"sammanfatta\n{NOTES}")
    assert "checklista" not in told.text
    action = OpenDraft(draft=draft_of(told))
    refused = await bot.channel("Bo").click(action)
    assert refused.card == {}
    assert refused.text.startswith("Mötesanteckningar görs av")
    assert field_of(await anna.channel.click(action), CHECKLIST)


async def test_where_others_read_only_a_leader_s_click_tells_which_drafts_wait(bot: RunningBot, anna: Leader) -> None:
    [form] = await anna.channel.say("sammanfatta")
    assert "Visa påbörjade utkast" not in form.text, "there are none"
    bot.clock.pass_(minutes=2)
    drafted = await anna.drafted()
    [form] = await anna.channel.say("sammanfatta")
    assert "Träff om tillstånd" not in form.text
    showing = carried(form, "Visa påbörjade utkast")
    assert (await bot.channel("Bo").click(showing)).text.startswith("Mötesanteckningar görs av")
    [told] = await anna.channel.submit(showing)
    assert told.text.startswith("Det här får bara du se")
    shown = await anna.channel.click(showing)
    assert "Träff om tillstånd" in shown.text
    assert draft_of(shown) == drafted.id


async def test_a_client_that_changes_cards_for_all_shows_no_draft_in_a_channel_and_says_why(
    bot: RunningBot, anna: Leader
) -> None:
    drafted = await anna.drafted()
    for action in (DraftSummary(words=NOTES), OpenDraft(draft=drafted.id)):
        [told] = await anna.channel.submit(action)
        assert told.card == {}
        assert told.text.startswith("Det här får bara du se")
    [shown] = await anna.private.submit(OpenDraft(draft=drafted.id))
    assert field_of(shown, CHECKLIST)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("  \n", "Det finns ingen text att läsa."),
        ("Hej och hå.", "Jag hittar inget att ta upp i texten."),
        ("WEBVTT\n\n", "Jag hittar ingen text"),
    ],
)
async def test_what_no_draft_can_be_made_of_is_said_and_stays_as_it_was_filled_in(
    bot: RunningBot, anna: Leader, words: str, said: str
) -> None:
    told = await anna.private.click(DraftSummary(title="Träff", held="2026-03-04", words=words))
    assert told.card == {}, "the form is not replaced"
    assert told.text.startswith(said)
    assert await waiting(bot) == []


async def test_a_sent_file_becomes_a_draft(bot: RunningBot, anna: Leader, kept_files: Drive) -> None:
    sent = kept_files.sent("möte.txt", NOTES.encode())
    for words in ("", "sammanfatta", "Här är våra anteckningar"):
        [shown] = await anna.private.say(words, attachments=[sent])
        assert field_of(shown, CHECKLIST)


async def test_the_same_once_more_is_the_same_draft(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, CHECKLIST)
    added = {f"tick-{number}": "false", "add-try": "Vi provar mallen hemma."}
    await drafted.save(Then.LATER, **added)
    await drafted.save(Then.LATER, **added)
    again = await anna.drafted()
    assert (again.id, fields(again.shown)[f"tick-{number}"]) == (drafted.id, "false")
    [held] = await waiting(bot)
    assert len(held.of(Kind.TRY)) == 1
    other = await anna.drafted(title="Ett annat möte")
    assert other.id != drafted.id


async def test_what_was_published_is_corrected_when_the_same_is_sent_once_more(
    bot: RunningBot, anna: Leader, kept_files: Drive
) -> None:
    sent = kept_files.sent("möte.txt", NOTES.encode())
    [file] = await anna.private.say("", attachments=[sent])
    for drafted in (await anna.drafted(), Drafted(anna, file, draft_of(file))):
        await drafted.save(Then.PREVIEW, add_try="Vi provar mallen hemma.")
        await drafted.publish()
    before = await published(bot)
    bot.clock.pass_(minutes=2)
    [file] = await anna.private.say("", attachments=[sent])
    for again in (await anna.drafted(), Drafted(anna, file, draft_of(file))):
        assert "Vi provar mallen hemma." in again.shown.text
        assert "Rätta inlägget" in (await again.save(Then.PREVIEW)).text
        await again.publish()
    assert [each.sections for each in await published(bot)] == [each.sections for each in before]
    assert len(standing(bot)) == len(before) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bild.png", b"...", "Den filen kan jag inte läsa."),
        ("tom.txt", b"", "Det finns ingen text att läsa."),
        ("möte.txt", b"a" * 2_000_001, "Texten är för lång"),
        ("möte.txt", b"a" * 20_000_000, "Filen är för stor."),
        ("möte.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Filen är låst med lösenord."),
        ("möte.pdf", pdf("Hej", password="hemligt"), "Filen är låst med lösenord."),
        ("möte.docx", docx(paragraph("Hej"))[:-20], "Filen går inte att läsa"),
        ("möte.docx", zipped(b"<a>" + b" " * 41_000_000), "Filen är för stor."),
        ("möte.vtt", TRANSCRIPT.replace("00:12:4", "10:12:4").encode(), "Texten är för lång för ett möte."),
        (
            "möte.txt",
            b"We have decided that the list will be sent to all of you. " * 5,
            "Jag förstår bara möten på svenska.",
        ),
    ],
)
async def test_a_file_that_cannot_be_read_gets_a_sentence_and_nothing_is_lost(
    anna: Leader, kept_files: Drive, name: str, content: bytes, said: str
) -> None:
    await anna.drafted()
    before = await waiting(anna.bot)
    [told] = await anna.private.say("", attachments=[kept_files.sent(name, content)])
    assert told.text.startswith(said)
    assert await waiting(anna.bot) == before


async def test_a_file_that_cannot_be_fetched_gets_a_sentence(anna: Leader, kept_files: Drive) -> None:
    sent = kept_files.sent("möte.txt", NOTES.encode())
    kept_files.files.clear()
    [told] = await anna.private.say("", attachments=[sent])
    assert told.text.startswith("Jag kunde inte hämta filen.")
    large = kept_files.sent("endless", b"")
    [told] = await anna.private.say("", attachments=[large])
    assert told.text.startswith("Filen är för stor.")


async def test_several_files_are_not_guessed_at(bot: RunningBot, anna: Leader, kept_files: Drive) -> None:
    sent = [kept_files.sent(name, NOTES.encode()) for name in ("ett.txt", "två.txt")]
    [told] = await anna.private.say("", attachments=sent)
    assert told.text.startswith("Jag läser en fil i taget.")
    assert await waiting(bot) == []


async def test_what_is_filled_in_is_kept(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, CHECKLIST)
    typed = {
        f"tick-{number}": "false",
        f"text-{number}": "  Vi tar fram en checklista,\nhögst två sidor. ",
        "title": "Träff i Leksand",
        "held": "2026-03-02",
        "add-try": "- Vi provar mallen hemma.\n\n* Mora frågar grannen.",
    }
    await drafted.save(Then.LATER, **typed)
    [held] = await waiting(bot)
    [line] = held.of(Kind.DECISION)
    assert (line.text, line.ticked) == ("Vi tar fram en checklista, högst två sidor.", False)
    assert (held.title, held.date.isoformat()) == ("Träff i Leksand", "2026-03-02")
    assert [line.text for line in held.of(Kind.TRY)] == ["Vi provar mallen hemma.", "Mora frågar grannen."]
    assert all(line.ticked for line in held.of(Kind.LEARNED)), "what is on no page stays as it is"


async def test_what_is_to_be_done_can_be_given_to_others_and_another_day(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    await drafted.save(Then.CLOSE, **{f"owner-{line.id}": "Mora", f"due-{line.id}": "2026-04-01"})
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    assert (line.owner, str(line.due)) == ("Mora", "2026-04-01")
    await drafted.save(Then.CLOSE, **{f"owner-{line.id}": "", f"due-{line.id}": ""})
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    assert (line.owner, line.due) == ("", None)


async def test_what_is_added_to_be_done_is_read_as_in_notes_and_once(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted("Beslut: vi ses igen.\nNästa träff: 16 april 2026 i Falun")
    long = f"Falun: {'skickar mallen och ' * 20}ringer"
    for _ in range(2):
        await drafted.save(
            Then.CLOSE, add_action=f"- Mora: bokar lokal, senast 20 mars\nLeksand bjuder in till nästa träff\n{long}"
        )
    [held] = await waiting(bot)
    assert [(line.owner, line.text, str(line.due)) for line in held.of(Kind.ACTION)] == [
        ("Mora", "Bokar lokal, senast 20 mars", "2026-03-20"),
        ("Leksand", "Bjuder in till nästa träff", "2026-04-16"),
        ("Falun", f"S{long[len('Falun: s') :]}", "None"),
    ]
    assert all(line.ticked and not line.proposed for line in held.of(Kind.ACTION))


@pytest.mark.parametrize(
    ("words", "typed", "due"),
    [
        ("Skickar mallen, senast 27 mars", {}, "2026-03-27"),
        ("Skickar mallen", {}, "2026-03-20"),
        ("Skickar mallen, senast 27 mars", {"due": "2026-04-01"}, "2026-04-01"),
        ("Skickar mallen, senast 27 mars", {"due": ""}, "None"),
    ],
    ids=["another day", "no day", "another in its field", "none in its field"],
)
async def test_the_day_goes_with_the_text_that_tells_it_unless_a_leader_fills_it_in(
    bot: RunningBot, anna: Leader, words: str, typed: dict[str, str], due: str
) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, "Skickar mallen till alla, senast 20 mars")
    fields = {f"{name}-{number}": value for name, value in {"text": words, **typed}.items()}
    await drafted.save(Then.CLOSE, **fields)
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    assert (line.text, str(line.due)) == (words, due)


async def test_a_day_that_the_text_did_not_tell_stays_when_it_is_reworded(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, "Skickar mallen till alla, senast 20 mars")
    await drafted.save(Then.CLOSE, **{f"due-{number}": "2026-04-01"})
    await drafted.save(Then.CLOSE, **{f"text-{number}": "Skickar mallen, senast 27 mars"})
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    assert str(line.due) == "2026-04-01"


async def test_a_day_that_a_leader_writes_is_in_doubt_no_more(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(DOUBTFUL)
    [doubtful] = [line for line in (await waiting(bot))[0].lines if Part.DAY in line.doubtful]
    await drafted.save(Then.CLOSE, **{f"text-{doubtful.id}": "Skriver utkastet, senast 27 mars"})
    [line] = [line for line in (await waiting(bot))[0].lines if line.id == doubtful.id]
    assert (line.due, line.doubtful) == (date(2026, 3, 27), ())


async def test_days_are_reckoned_anew_from_another_day_of_the_meeting_or_in_doubt(
    bot: RunningBot, anna: Leader
) -> None:
    rows = "| Vad | Vem | När |\n|---|---|---|\n| Mailar listan | Falun | på fredag |"
    written = ("Leksand skickar mallen på fredag", "Mora bokar lokal om två veckor", "Rättvik ringer senast 20 mars")
    drafted = await anna.drafted(
        "Att göra:\n" + "\n".join(f"- {each}" for each in written) + f"\n\n## Att göra\n{rows}"
    )
    await drafted.save(Then.CLOSE, held="2026-03-11")
    [held] = await waiting(bot)
    assert [(line.owner, str(line.due), line.doubtful) for line in held.of(Kind.ACTION)] == [
        ("Leksand", "2026-03-13", ()),
        ("Mora", "2026-03-25", ()),
        ("Rättvik", "2026-03-20", ()),
        ("Falun", "2026-03-06", (Part.DAY,)),
    ]
    assert "Osäker dag. Kanske en annan" in (await drafted.open()).text
    number = field_of(drafted.shown, "Mailar listan")
    await drafted.save(Then.CLOSE, **{f"due-{number}": "2026-03-13"})
    assert "Osäker dag" not in (await drafted.open()).text


async def test_a_line_without_words_is_left_out(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, CHECKLIST)
    await drafted.save(Then.CLOSE, **{f"tick-{number}": "true", f"text-{number}": " "})
    [held] = await waiting(bot)
    [line] = held.of(Kind.DECISION)
    assert (line.text, line.ticked) == (CHECKLIST, False)


async def test_names_are_written_as_municipalities_once_they_are_told(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(TRANSCRIPT)
    [held] = await waiting(bot)
    ticks = {f"tick-{line.id}": "true" for line in held.lines}
    names = {f"name-{n}": "Mora" for n, name in enumerate(held.names) if name.said == "Karin Ståhlberg"}
    assert names
    preview = await drafted.save(Then.PREVIEW, **ticks, **names)
    assert "Leksand: " in preview.text
    assert "till Mora på måndag" in preview.text
    assert "Karin" not in preview.text


async def test_however_many_are_named_each_can_be_written_as_a_municipality(bot: RunningBot, anna: Leader) -> None:
    called = [f"{first} Zetterlund{last}" for first in ("Anna", "Karin", "Lena") for last in "abcdef"]
    to_do = "\n".join(f"- {name}: ringer banken om lån {n}" for n, name in enumerate(called))
    drafted = await anna.drafted(f"{NOTES}## Att göra\n{to_do}")
    pages = [await anna.private.click(OpenDraft(draft=drafted.id, page=page)) for page in range(4)]
    names = {id for page in pages for id in fields(page) if id.startswith("name-")}
    assert len(names) == 18
    await drafted.save(Then.CLOSE, **dict.fromkeys(names, "Mora"))
    await drafted.publish()
    assert "Mora: " in str(standing(bot))
    assert "Zetterlund" not in str([standing(bot), *await bot.channel("Bo").say("att göra"), *await bot.stored()])


async def test_a_draft_survives_a_restart_and_is_gone_on_with(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        drafted = await (await Leader.of(bot)).drafted()
        number = field_of(drafted.shown, CHECKLIST)
        told = await drafted.save(Then.CLOSE, **{f"tick-{number}": "false"})
        assert told.text.startswith("Utkastet är sparat.")
    async with running(tmp_path, open_routes) as bot:
        private = bot.personal("Anna")
        [form] = await private.say("sammanfatta")
        assert "Träff om tillstånd\n · 4 mars 2026" in form.text
        shown = await private.click(OpenDraft(draft=draft_of(form)))
        assert fields(shown)[f"tick-{number}"] == "false"


async def test_the_preview_is_the_post_under_a_line_that_says_so(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    preview = await drafted.save(Then.PREVIEW)
    assert preview.text.startswith("Så här blir inlägget i kanalen.")
    assert "allmän handling" in preview.text
    await drafted.publish()
    [made] = await published(bot)
    post = (await post_of(bot, made)).post.card["content"]["body"]
    assert post == preview.card["body"][2]["items"]


LAST = "Inlägget hamnar i kanalen där du senast skrev till mig"
TIED = "Inlägget hamnar i kanalen som utkastet är knutet till. Det är inte den där du senast skrev till mig"


async def test_in_private_the_preview_tells_to_which_channel_it_goes(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    assert LAST in (await drafted.save(Then.PREVIEW)).text
    other = elsewhere(bot)
    await other.say("hej")
    assert TIED in (await drafted.save(Then.PREVIEW)).text
    await other.click(OpenDraft(draft=drafted.id))
    assert LAST in (await drafted.save(Then.PREVIEW)).text
    here = await other.click(SaveDraft(draft=drafted.id, then=Then.PREVIEW))
    assert "Inlägget hamnar" not in here.text, "it is said only where it goes elsewhere"


async def test_the_preview_tells_where_no_channel_is_known(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    [held] = await waiting(bot)
    await bot.store.run(lambda tx: drafts.change(tx, TEAM, replace(held, channel="")))
    assert "Jag vet inte i vilken kanal inlägget ska stå." in (await drafted.save(Then.PREVIEW)).text


async def test_a_correction_goes_where_the_post_is(bot: RunningBot, anna: Leader) -> None:
    await anna.published()
    [made] = await published(bot)
    await elsewhere(bot).say("hej")
    drafted = Drafted(anna, await anna.private.click(CorrectMeeting(meeting=made.id)), made.id)
    assert "Inlägget hamnar" not in (await drafted.save(Then.PREVIEW)).text


async def test_a_summary_is_published_once_in_the_channel(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    publish = publishing(await drafted.save(Then.PREVIEW))
    told = await anna.private.click(publish)
    await bot.settle()
    again = await anna.private.click(publish, id="again")
    assert told.text.startswith("Publicerat.")
    assert again.text == GONE
    assert len(standing(bot)) == 1
    assert await waiting(bot) == []


async def test_a_summary_is_published_once_by_two_leaders(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    both = [publishing(await drafted.save(Then.PREVIEW))] * 2
    await asyncio.gather(*(chat.click(each) for chat, each in zip((anna.private, anna.channel), both, strict=True)))
    await bot.settle()
    assert len(standing(bot)) == 1


async def test_a_draft_opened_in_a_channel_is_posted_there(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    await elsewhere(bot).click(OpenDraft(draft=drafted.id))
    await elsewhere(bot).click(publishing(await drafted.save(Then.PREVIEW)))
    await bot.settle()
    assert (len(standing(bot)), len(standing(bot, "19:other@thread.tacv2"))) == (0, 1)


async def test_nothing_ticked_is_nothing_to_publish(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(TRANSCRIPT)
    for told in (await drafted.save(Then.PREVIEW), await anna.private.click(PublishDraft(draft=drafted.id, seen="1"))):
        assert told.text.splitlines()[1].startswith("Inget är förbockat.")
        assert fields(told), "the form stays to be filled in"
    assert await published(bot) == []


async def test_more_than_a_post_takes_is_said_before_it_is_posted(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted("## Beslut\n" + "\n".join(f"- Vi tar upp fråga {n} igen." for n in range(200)))
    for told in (await drafted.save(Then.PREVIEW), await anna.private.click(PublishDraft(draft=drafted.id, seen="1"))):
        assert told.text.splitlines()[1].startswith("Det är för mycket för ett inlägg i Teams.")
        assert fields(told), "the form stays to be filled in"
    assert await published(bot) == []
    assert len(await waiting(bot)) == 1


async def test_a_draft_is_discarded_once_the_leader_is_sure(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    asked = await anna.private.click(DiscardDraft(draft=drafted.id))
    assert "Träff om tillstånd" in asked.text
    assert len(await waiting(bot)) == 1
    told = await anna.private.click(DiscardDraft(draft=drafted.id, sure=True))
    assert told.text == "Utkastet är slängt."
    assert await waiting(bot) == []
    late = await anna.private.click(PublishDraft(draft=drafted.id, seen="1"))
    for gone in (await drafted.open(), await drafted.save(Then.LATER), late):
        assert gone.text == GONE


async def test_only_leaders_have_drafts(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    await anna.published("## Beslut\n- Vi ses igen.")
    [made] = await published(bot)
    for action in (
        DraftSummary(words=NOTES),
        OpenDraft(draft=drafted.id),
        SaveDraft(draft=drafted.id, then=Then.PREVIEW),
        PublishDraft(draft=drafted.id, seen="1"),
        DiscardDraft(draft=drafted.id, sure=True),
        CorrectMeeting(meeting=made.id),
        RemoveMeeting(meeting=made.id, sure=True, post=True),
    ):
        for chat in (bot.channel("Bo"), bot.personal("Bo")):
            told = await chat.click(action)
            assert told.card == {}
            assert told.text.startswith("Mötesanteckningar görs av")
    assert [held.id for held in await waiting(bot)] == [drafted.id]
    assert await published(bot) == [made]


async def test_what_is_in_doubt_is_told_until_a_leader_changes_it(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(DOUBTFUL)
    assert "Osäker" in drafted.shown.text
    [held] = await waiting(bot)
    [line] = [each for each in held.of(Kind.ACTION) if each.doubtful]
    assert "Osäker" in (await drafted.open()).text
    await drafted.save(Then.CLOSE, **{f"due_{line.id}": "2026-03-27"})
    [held] = await waiting(bot)
    assert not any(each.doubtful for each in held.of(Kind.ACTION))


async def test_the_next_meeting_is_no_longer_in_doubt_once_a_leader_has_written_it(
    bot: RunningBot, anna: Leader
) -> None:
    drafted = await anna.drafted(NEXT_UNSURE)
    [held] = await waiting(bot)
    [line] = held.of(Kind.NEXT)
    assert Part.DAY in line.doubtful
    await drafted.save(Then.CLOSE, **{f"text_{line.id}": "16 april kl. 9 i Leksand"})
    [held] = await waiting(bot)
    assert [each.doubtful for each in held.of(Kind.NEXT)] == [()]


async def test_who_is_no_longer_in_doubt_once_a_leader_has_said_it(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    [held] = await waiting(bot)
    [line] = held.of(Kind.ACTION)
    doubtful = replace(line, doubtful=(Part.OWNER,), other_owner="Bo Falk")
    lines = tuple(doubtful if each == line else each for each in held.lines)
    await bot.store.run(lambda tx: drafts.change(tx, TEAM, replace(held, lines=lines)))
    assert "Osäkert vem. Kanske Bo Falk i stället." in (await drafted.open()).text
    await drafted.save(Then.CLOSE, **{f"due_{line.id}": "2026-03-27"})
    [held] = await waiting(bot)
    assert [each.doubtful for each in held.of(Kind.ACTION)] == [(Part.OWNER,)]
    await drafted.save(Then.CLOSE, **{f"owner_{line.id}": "Bo Falk"})
    [held] = await waiting(bot)
    assert [(each.owner, each.doubtful) for each in held.of(Kind.ACTION)] == [("Bo Falk", ())]


WITH_PEOPLE = """Träff om tillstånd
Närvarande: Karin Ståhlberg (Leksand), Bo Falk (Mora), Emelie Kroon (Rättvik), Eva Lind (Falun)
Beslut
- Karin Ståhlberg tar fram checklistan.
Diskussion
Karin berättade om vägen. Emelie har varit sjukskriven. Per capita-kostnaden steg.
Att göra
- Bo Falk ringer Trafikverket, senast 20 mars
"""


async def test_whoever_was_there_and_is_named_is_written_as_their_municipality(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted(WITH_PEOPLE)
    asked = {value for name, value in fields(drafted.shown).items() if name.startswith("name-")}
    assert asked == {"Leksand", "Mora", "Rättvik"}
    preview = await drafted.save(Then.PREVIEW)
    await drafted.publish()
    [answer] = await anna.channel.say("vad beslutade vi om checklistan?")
    [post] = standing(bot)
    assert "Leksand berättade om vägen. Rättvik har varit sjukskriven. Per capita-kostnaden steg." in post
    for shown in (preview.text, post, answer.text):
        assert "Leksand tar fram checklistan." in shown
    kept = [str(each.value) for each in await bot.stored()]
    assert not any(name in each for each in kept for name in ("Ståhlberg", "Emelie", "Falk", "Kroon"))
