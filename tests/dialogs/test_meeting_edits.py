"""Two leaders on the same page of a draft: nothing that either filled in is lost, and what is posted was seen."""

from collections.abc import Awaitable, Callable

import pytest

from cards.meeting_actions import OpenDraft, PublishDraft, Then
from knowledge import networks
from knowledge.meetings import drafts
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Kind
from knowledge.networks import Leader as Leading
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.posting import standing
from tests.dialogs.meeting import NOTES, TRANSCRIPT, Drafted, Leader, field_of, fields, filled_in, publishing
from tests.dialogs.test_meeting_drafts import CHECKLIST

OTHERWISE = "Vi tar fram två checklistor."
OWN = "Vi tar fram en kort checklista."
OVERTAKEN = "Någon annan hann ändra samma sak."


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    return await Leader.of(bot)


@pytest.fixture
async def bo(bot: RunningBot, anna: Leader) -> Chat:
    """Who leads the network as well."""
    await bot.store.run(lambda tx: networks.appoint(tx, TEAM, Leading("directory-bo", "Bo")))
    return bot.channel("Bo")


async def held(bot: RunningBot) -> Draft:
    [found] = await bot.store.run(lambda tx: drafts.every(tx, TEAM))
    return found


def decision(draft: Draft) -> tuple[str, bool]:
    [line] = draft.of(Kind.DECISION)
    return line.text, line.ticked


async def opened(bo: Chat, drafted: Drafted) -> Shown:
    return await bo.click(OpenDraft(draft=drafted.id))


async def test_what_two_change_on_the_same_page_is_all_kept(bot: RunningBot, anna: Leader, bo: Chat) -> None:
    drafted = await anna.drafted()
    page, number = await opened(bo, drafted), field_of(drafted.shown, CHECKLIST)
    theirs = {f"text-{number}": OTHERWISE, "add-try": "Mora frågar grannen."}
    await bo.click(filled_in(page, Then.CLOSE, **theirs))
    mine = {"title": "Träff i Mora", f"tick-{number}": "false", "add-try": "Vi provar mallen."}
    told = await anna.private.click(filled_in(drafted.shown, Then.CLOSE, **mine))
    assert told.text.startswith("Utkastet är sparat.")
    kept = await held(bot)
    assert (kept.title, decision(kept)) == ("Träff i Mora", (OTHERWISE, False))
    assert [line.text for line in kept.of(Kind.TRY)] == ["Mora frågar grannen.", "Vi provar mallen."]


async def test_a_page_that_was_only_read_takes_nothing_back(bot: RunningBot, anna: Leader, bo: Chat) -> None:
    drafted = await anna.drafted()
    page, number = await opened(bo, drafted), field_of(drafted.shown, CHECKLIST)
    [due] = [f"due-{line.id}" for line in (await held(bot)).of(Kind.ACTION)]
    await bo.click(
        filled_in(page, Then.CLOSE, **{f"text-{number}": OTHERWISE, due: "2026-04-01", "held": "2026-03-02"})
    )
    after = await held(bot)
    preview = await anna.private.click(filled_in(drafted.shown, Then.PREVIEW))
    assert OTHERWISE in preview.text
    assert await held(bot) == after


@pytest.mark.parametrize("then", list(Then))
async def test_what_both_wrote_in_one_field_is_shown_and_neither_is_lost(
    bot: RunningBot, anna: Leader, bo: Chat, then: Then
) -> None:
    drafted = await anna.drafted("\n".join([NOTES, *(f"- Vem tar fråga {number}?" for number in range(30))]))
    shown = await anna.private.click(OpenDraft(draft=drafted.id, page=1 if then is Then.EARLIER else 0))
    name, before = next((name, value) for name, value in fields(shown).items() if name.startswith("text-"))
    await bo.click(filled_in(await bo.click(OpenDraft(draft=drafted.id, page=0)), Then.CLOSE, add_try="Vi provar."))
    await bo.click(filled_in(shown, Then.CLOSE, **{name: OTHERWISE}))
    clash = await anna.private.click(filled_in(shown, then, **{name: OWN, "add-question": "Vem äger bron?"}))
    assert clash.text.splitlines()[1].startswith(OVERTAKEN)
    assert f"Så här står det i inlägget: ”{OTHERWISE}”" in clash.text
    assert fields(clash)[name] == OWN
    kept = {f"text-{line.id}": line.text for line in (await held(bot)).lines}
    assert (kept[name], "Vem äger bron?" in kept.values(), before in kept.values()) == (OTHERWISE, True, False)
    went_on = await anna.private.click(filled_in(clash, then))
    assert OVERTAKEN not in went_on.text
    assert OWN in [line.text for line in (await held(bot)).lines]


async def test_what_a_name_is_written_as_is_a_field_like_any(bot: RunningBot, anna: Leader, bo: Chat) -> None:
    drafted = await anna.drafted(TRANSCRIPT)
    page = await opened(bo, drafted)
    [karin] = [name for name, value in fields(page).items() if value == "Karin Ståhlberg"]
    said = [line.text for line in (await held(bot)).lines]
    await bo.click(filled_in(page, Then.CLOSE, **{karin: "Mora"}))
    clash = await anna.private.click(filled_in(drafted.shown, Then.CLOSE, **{karin: "Falun", "title": "Träff"}))
    assert "Karin Ståhlberg skrivs: ”Mora”" in clash.text
    assert fields(clash).keys() == {karin}, "what is saved already is not asked for again"
    assert [name.shown for name in (await held(bot)).names].count("Mora") == 1
    await anna.private.click(filled_in(clash, Then.CLOSE))
    kept = await held(bot)
    assert (kept.title, [name.shown for name in kept.names].count("Falun")) == ("Träff", 1)
    assert [line.text for line in kept.lines] == said


async def test_a_line_that_somebody_rewrites_can_be_left_out_by_another(
    bot: RunningBot, anna: Leader, bo: Chat
) -> None:
    drafted = await anna.drafted()
    page, number = await opened(bo, drafted), field_of(drafted.shown, CHECKLIST)
    await bo.click(filled_in(page, Then.CLOSE, **{f"text-{number}": OTHERWISE}))
    await anna.private.click(filled_in(drafted.shown, Then.CLOSE, **{f"text-{number}": " "}))
    assert decision(await held(bot)) == (OTHERWISE, False)


async def test_the_same_from_both_is_no_quarrel(bot: RunningBot, anna: Leader, bo: Chat) -> None:
    drafted = await anna.drafted()
    page, number = await opened(bo, drafted), field_of(drafted.shown, CHECKLIST)
    for chat, each in ((bo, page), (anna.private, drafted.shown)):
        told = await chat.click(filled_in(each, Then.CLOSE, **{f"text-{number}": OTHERWISE}))
        assert told.text.startswith("Utkastet är sparat.")


async def rewritten(bo: Chat, drafted: Drafted) -> None:
    page = await opened(bo, drafted)
    await bo.click(filled_in(page, Then.CLOSE, **{f"text-{field_of(page, CHECKLIST)}": OTHERWISE}))


async def moved(bo: Chat, drafted: Drafted) -> None:
    other = bo.place["conversation"] | {"id": "19:other@thread.tacv2;messageid=1"}
    await Chat(bo.bot, {**bo.place, "conversation": other}, bo.who).click(OpenDraft(draft=drafted.id))


@pytest.mark.parametrize("change", [rewritten, moved])
async def test_what_was_not_previewed_is_not_posted(
    bot: RunningBot, anna: Leader, bo: Chat, change: Callable[[Chat, Drafted], Awaitable[None]]
) -> None:
    drafted = await anna.drafted()
    seen = publishing(await drafted.save(Then.PREVIEW))
    await change(bo, drafted)
    again = await anna.private.click(seen)
    await bot.settle()
    assert again.text.startswith("Utkastet har ändrats sedan du förhandsgranskade det.")
    assert standing(bot) == []
    told = await anna.private.click(publishing(again))
    assert told.text.startswith("Publicerat.")


async def test_what_changes_nothing_in_the_post_does_not_hold_it_up(bot: RunningBot, anna: Leader, bo: Chat) -> None:
    drafted = await anna.drafted()
    number = field_of(drafted.shown, CHECKLIST)
    seen = publishing(await drafted.save(Then.PREVIEW, **{f"tick-{number}": "false"}))
    await rewritten(bo, drafted)
    assert (await anna.private.click(seen)).text.startswith("Publicerat.")


async def test_a_preview_of_something_else_posts_nothing(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    told = await anna.private.click(PublishDraft(draft=drafted.id, seen="something else"))
    assert told.text.startswith("Utkastet har ändrats")
