"""What was published: listed, opened, asked about, corrected and removed; what is to be done, ticked off."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from cards.actions import OpenCase, decode
from cards.meeting_actions import (
    CorrectMeeting,
    DiscardDraft,
    ListActions,
    ListMeetings,
    MarkAction,
    OpenDraft,
    OpenMeeting,
    RemoveMeeting,
    Then,
)
from dialogs.meetings import drawn
from knowledge import troubles
from knowledge.meetings import commitments, summaries
from knowledge.meetings.commitments import Action
from knowledge.meetings.shelf import case_id
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.posting import standing
from tests.dialogs.digest_network import carried
from tests.dialogs.gathering import press
from tests.dialogs.meeting import Drafted, Leader, draft_of, field_of, filled_in, publishing
from tests.dialogs.test_ask import actions_of
from tests.dialogs.test_meeting_drafts import CHECKLIST, published

TITLE = "Träff om tillstånd"


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    leader = await Leader.of(bot)
    await leader.published()
    return leader


async def meeting(bot: RunningBot) -> str:
    [made] = await published(bot)
    return made.id


async def mark(bot: RunningBot, *, done: bool) -> MarkAction:
    [action] = await actions(bot)
    return MarkAction(meeting=action.meeting, action=action.id, done=done)


async def actions(bot: RunningBot) -> list[Action]:
    return await bot.store.run(lambda tx: commitments.of(tx, TEAM, summaries.every(tx, TEAM)[0].id))


@pytest.mark.parametrize("words", ["möten", "meetings"])
async def test_everybody_sees_the_meetings(bot: RunningBot, anna: Leader, words: str) -> None:
    for chat in (anna.channel, bot.channel("Bo"), anna.private):
        [listed] = await chat.say(words)
        assert TITLE in listed.text


async def test_a_meeting_is_opened_and_led_back_from(bot: RunningBot, anna: Leader) -> None:
    bo = bot.channel("Bo")
    shown = await bo.click(OpenMeeting(meeting=await meeting(bot)))
    for words in ("Mötesanteckningar från 4 mars 2026", "Tidiga samråd sparar tid.", CHECKLIST, "Vem äger vägen"):
        assert words in shown.text
    assert "Rätta" not in shown.text
    assert TITLE in (await bo.click(ListMeetings())).text


async def test_the_post_begins_a_thread_in_the_channel_and_the_meeting_leads_to_it(
    bot: RunningBot, anna: Leader
) -> None:
    [post] = standing(bot)
    assert post.startswith(f"{TITLE}\nMötesanteckningar från 4 mars 2026\nVad vi lärde\n")
    shown = await anna.channel.click(OpenMeeting(meeting=await meeting(bot)))
    assert "[Visa inlägget i kanalen](https://teams.microsoft.com/l/message/" in shown.text


async def test_what_was_decided_is_answered_and_cited_to_the_meeting(bot: RunningBot, anna: Leader) -> None:
    [answer] = await bot.channel("Bo").say("vad beslutade vi om checklistan?")
    assert f"{CHECKLIST} [1]" in answer.text
    assert "mötet hölls 4 mars 2026" in answer.text
    assert f"{TITLE}, nätverkets mötesanteckningar, uppgift från 4 mars 2026" in answer.text


async def test_from_the_answer_the_meeting_can_be_read(bot: RunningBot, anna: Leader) -> None:
    shown = await bot.channel("Bo").click(OpenCase(case=case_id(await meeting(bot))))
    assert shown.text.startswith(f"{TITLE}\nMötesanteckningar från 4 mars 2026")
    assert "Teman" not in shown.text


async def test_meetings_are_not_listed_among_the_cases(bot: RunningBot, anna: Leader) -> None:
    for words in ("fall", "fall tillstånd", "fall checklista"):
        [listed] = await bot.channel("Bo").say(words)
        assert TITLE not in listed.text


async def test_another_network_knows_nothing_of_it(bot: RunningBot, anna: Leader) -> None:
    group = bot.group("Eva")
    [listed] = await group.say("möten")
    [to_do] = await group.say("att göra")
    [answer] = await group.say("vad beslutade vi om checklistan?")
    gone = await group.click(OpenMeeting(meeting=await meeting(bot)))
    done = await group.click(await mark(bot, done=True))
    for shown in (listed, to_do, answer, gone, done):
        assert TITLE not in shown.text
        assert CHECKLIST not in shown.text


@pytest.mark.parametrize("words", ["att göra", "Att göra?", "att gora", "to do", "todo"])
async def test_what_remains_is_listed(bot: RunningBot, anna: Leader, words: str) -> None:
    [listed] = await bot.channel("Bo").say(words)
    assert "Skickar mallen till alla" in listed.text
    assert TITLE in listed.text


async def test_a_question_that_begins_so_is_a_question(anna: Leader) -> None:
    [answer] = await anna.channel.say("att göra om detaljplanen i Leksand, hur gick det till?")
    assert "Leksand" in answer.text
    assert "mallen" not in answer.text


async def test_anybody_ticks_off_what_is_done_and_takes_it_back(bot: RunningBot, anna: Leader) -> None:
    bo = bot.channel("Bo")
    done = await bo.click(await mark(bot, done=True))
    assert "Markerat som klart" in done.text
    [listed] = await anna.channel.say("att göra")
    assert listed.text == "Att göra\nInget återstår att göra från nätverkets möten."
    opened = await anna.channel.click(OpenMeeting(meeting=await meeting(bot)))
    assert "klart" in opened.text
    bot.clock.pass_(minutes=2)
    undone = await bo.click(await mark(bot, done=False))
    assert "Åter att göra" in undone.text
    [listed] = await anna.channel.say("att göra")
    assert "Skickar mallen till alla" in listed.text


async def test_what_remains_is_all_listed_on_as_many_pages_as_it_takes(bot: RunningBot, anna: Leader) -> None:
    await leave_undone(bot, 250)
    [shown] = await bot.channel("Bo").say("att göra")
    pages = await turned_from(shown, bot.channel("Bo"))
    marks = [(each.meeting, each.action) for each in carried_by(pages) if isinstance(each, MarkAction)]
    assert len(set(marks)) == len(marks) == 250 + 1
    assert "Skickar mallen till alla" in pages[-1].text, "what is due last comes last"


async def test_who_marks_something_stays_on_the_page(bot: RunningBot, anna: Leader) -> None:
    await leave_undone(bot, 40)
    bo = bot.channel("Bo")
    shown = await bo.click(ListActions(page=1))
    done = await bo.click(carried(shown, "Klart"))
    undone = await bo.click(carried(done, "Ångra"))
    for each in (shown, done, undone):
        assert "Sida 2 av 3" in each.text
    assert "Sida 3 av 3" in (await bo.click(ListActions(page=100))).text


async def test_older_meetings_are_on_further_pages(bot: RunningBot, anna: Leader) -> None:
    [latest] = await published(bot)
    draw = partial(drawn, language="sv")
    for number in range(40):
        older = replace(latest, id=f"{number}", held=latest.held - timedelta(days=number))
        await bot.store.run(partial(summaries.change, network=TEAM, summary=older, draw=draw, now=bot.clock()))
    [shown] = await bot.channel("Bo").say("möten")
    pages = await turned_from(shown, bot.channel("Bo"))
    opened = [each.meeting for each in carried_by(pages) if isinstance(each, OpenMeeting)]
    assert len(set(opened)) == len(opened) == 40 + 1


async def test_a_long_meeting_is_opened_corrected_and_removed_when_all_is_done(bot: RunningBot) -> None:
    anna = await Leader.of(bot)
    tasks = [f"Skickar mall nummer {number} till alla" for number in range(100)]
    await anna.published("\n".join(("Träff om mallar", "## Att göra", *(f"- Leksand: {each}" for each in tasks))))
    for each in await actions(bot):
        await bot.store.run(partial(commitments.mark, network=TEAM, action=each, done=bot.clock().date()))
    pages = await turned_from(await anna.private.click(OpenMeeting(meeting=await meeting(bot))), anna.private)
    lines = [line for page in pages for line in page.text.splitlines()]
    assert [line for line in lines if line in tasks] == tasks
    assert lines.count(" · klart") == len(tasks)
    for page in pages:
        assert page.text.startswith("Träff om mallar\nMötesanteckningar från 4 mars 2026")
        assert isinstance(carried(page, "Rätta"), CorrectMeeting)
        assert isinstance(carried(page, "Ta bort"), RemoveMeeting)
    assert "Sida 2 av 2" in (await anna.private.click(OpenMeeting(meeting=await meeting(bot), page=9))).text


async def leave_undone(bot: RunningBot, count: int) -> None:
    """So much that should have been done long ago."""
    day = bot.clock().date() - timedelta(days=400)
    old = [Action("old", f"{number}", "Bokar en lokal för nästa träff i Mora.", due=day) for number in range(count)]
    await bot.store.run(lambda tx: commitments.replace_all(tx, TEAM, "old", old))


async def turned_from(first: Shown, by: Chat) -> list[Shown]:
    """All pages of a list."""
    pages = [first]
    while "Nästa sida" in pages[-1].text:
        pages.append(await by.click(carried(pages[-1], "Nästa sida")))
    return pages


def carried_by(pages: list[Shown]) -> list[object]:
    return [decode(each["data"]) for page in pages for each in actions_of(page.card) if "data" in each]


async def test_a_correction_changes_the_post_and_says_when(bot: RunningBot, anna: Leader) -> None:
    bot.clock.pass_(days=3)
    form = await anna.private.click(CorrectMeeting(meeting=await meeting(bot)))
    drafted = Drafted(anna, form, draft_of(form))
    number = field_of(form, CHECKLIST)
    await drafted.save(Then.PREVIEW, **{f"text-{number}": "Vi tar fram en checklista på två sidor."})
    told = await drafted.publish()
    assert told.text.startswith("Rättat.")
    [post] = standing(bot)
    assert "Mötesanteckningar från 4 mars 2026 · rättad 8 mars 2026" in post
    assert "Vi tar fram en checklista på två sidor." in post
    assert len(await published(bot)) == 1
    [answer] = await bot.channel("Bo").say("vad beslutade vi om checklistan?")
    assert "Vi tar fram en checklista på två sidor. [1]" in answer.text
    assert CHECKLIST not in answer.text


async def corrected(anna: Leader, id: str) -> Shown:
    """What is said once it is published anew a while later, no word changed."""
    anna.bot.clock.pass_(minutes=2)
    form = await anna.private.click(CorrectMeeting(meeting=id))
    return await Drafted(anna, form, draft_of(form)).publish()


async def test_a_post_too_old_to_be_changed_is_said_to_stay_as_it_was(bot: RunningBot, anna: Leader) -> None:
    id = await meeting(bot)
    await bot.pass_(days=200)
    told = await corrected(anna, id)
    assert told.text.startswith("Rättat i anteckningarna. Inlägget i kanalen kan jag inte längre ändra")
    asked = await anna.private.click(RemoveMeeting(meeting=id))
    assert "även inlägget" not in asked.text
    assert "låt inlägget stå" in asked.text


async def test_a_post_that_nobody_can_find_is_said_to_stay_as_it_was(bot: RunningBot) -> None:
    anna = await Leader.of(bot)
    bot.connector.nameless = True
    await anna.published()
    bot.connector.nameless = False
    told = await corrected(anna, await meeting(bot))
    assert told.text.startswith("Rättat i anteckningarna. Inlägget i kanalen kan jag inte längre ändra")
    assert len(standing(bot)) == 1


@pytest.mark.parametrize("failure", [403, 413, 429])
async def test_what_never_reached_the_channel_does_when_it_is_corrected(bot: RunningBot, failure: int) -> None:
    anna = await Leader.of(bot)
    preview = await (await anna.drafted()).save(Then.PREVIEW)
    bot.connector.fail_with, bot.connector.again_after = failure, "60"
    await anna.private.click(publishing(preview))
    await bot.pass_(days=3)
    bot.connector.fail_with = 0
    assert standing(bot) == []
    id = await meeting(bot)
    for chat, is_told in ((anna.channel, True), (bot.channel("Bo"), False)):
        assert ("Inlägget finns inte i kanalen." in (await chat.click(OpenMeeting(meeting=id))).text) == is_told
    await appears_anew(anna, id)


async def test_a_post_that_somebody_deleted_appears_anew_when_it_is_corrected(bot: RunningBot, anna: Leader) -> None:
    id = await meeting(bot)
    bot.connector.messages.clear()
    bot.connector.failures = [404]
    await corrected(anna, id)
    await appears_anew(anna, id)


async def appears_anew(anna: Leader, id: str) -> None:
    """A correction says that it does, makes a post that can be evaluated, and no trouble is left."""
    anna.bot.clock.pass_(minutes=2)
    form = await anna.private.click(CorrectMeeting(meeting=id))
    drafted = Drafted(anna, form, draft_of(form))
    preview = await drafted.save(Then.PREVIEW)
    assert "Publicera i kanalen" in preview.text
    told = await drafted.publish()
    assert told.text.startswith("Publicerat.")
    [post] = standing(anna.bot)
    assert CHECKLIST in post
    assert await anna.bot.store.run(lambda tx: troubles.every(tx, TEAM)) == []
    evaluated = await anna.private.click(press(told, "Utvärdera mötet i tråden"))
    assert "Utvärderingen kommer som svar" in evaluated.text
    assert (await corrected(anna, id)).text.startswith("Rättat.")


async def test_a_correction_is_posted_where_it_was_gone_on_with_once_its_post_is_gone(
    bot: RunningBot, anna: Leader
) -> None:
    id = await meeting(bot)
    bot.connector.messages.clear()
    bot.connector.failures = [404]
    await corrected(anna, id)
    bot.clock.pass_(minutes=2)
    elsewhere = Chat(bot, {**bot.channel("Anna").place}, bot.channel("Anna").who)
    elsewhere.place["conversation"] = {**elsewhere.place["conversation"], "id": "19:other@thread.tacv2;messageid=1"}
    await anna.private.click(CorrectMeeting(meeting=id))
    preview = await elsewhere.click(filled_in(await elsewhere.click(OpenDraft(draft=id)), Then.PREVIEW))
    await elsewhere.click(publishing(preview))
    await bot.settle()
    assert (len(standing(bot)), len(standing(bot, "19:other@thread.tacv2"))) == (0, 1)
    assert (await corrected(anna, id)).text.startswith("Rättat.")


async def test_a_correction_that_is_thrown_away_leaves_the_meeting_as_it_was(bot: RunningBot, anna: Leader) -> None:
    before = await published(bot)
    await anna.private.click(CorrectMeeting(meeting=before[0].id))
    await anna.private.click(DiscardDraft(draft=before[0].id, sure=True))
    assert await published(bot) == before


async def test_an_old_button_marks_nothing_that_was_written_later(bot: RunningBot, anna: Leader) -> None:
    id = await meeting(bot)
    words = "Bokar lokal"
    ids = []
    for added, left_out in [(f"Mora: {words}", ""), ("", words), ("Falun bjuder in.", "")]:
        bot.clock.pass_(minutes=2)
        form = await anna.private.click(CorrectMeeting(meeting=id))
        ticks = {f"tick-{field_of(form, left_out)}": "false"} if left_out else {}
        drafted = Drafted(anna, form, draft_of(form))
        await drafted.save(Then.PREVIEW, add_action=added, **ticks)
        await drafted.publish()
        ids += [each.id for each in await actions(bot) if each.text == words]
    [old] = ids
    told = await anna.channel.click(MarkAction(meeting=id, action=old, done=True))
    assert told.text.startswith("Det finns inte längre att göra.")
    assert [each.done for each in await actions(bot)] == [None, None]


async def test_a_meeting_is_removed_once_the_leader_is_sure(bot: RunningBot, anna: Leader) -> None:
    id = await meeting(bot)
    asked = await anna.channel.click(RemoveMeeting(meeting=id))
    for choice in ("Ta bort, även inlägget", "Ta bort, men låt inlägget stå", "Nej, behåll"):
        assert choice in asked.text
    assert await published(bot)
    told = await anna.channel.click(RemoveMeeting(meeting=id, sure=True))
    assert "Mötesanteckningarna är borttagna." in told.text
    [answer] = await anna.channel.say("vad beslutade vi om checklistan?")
    assert CHECKLIST not in answer.text
    for gone in (OpenMeeting(meeting=id), CorrectMeeting(meeting=id), RemoveMeeting(meeting=id)):
        assert "finns inte längre" in (await anna.channel.click(gone)).text


@pytest.mark.parametrize("post", [True, False])
async def test_the_post_goes_or_stays_as_the_leader_says(bot: RunningBot, anna: Leader, post: bool) -> None:
    [made] = await published(bot)
    await anna.channel.click(RemoveMeeting(meeting=made.id, sure=True, post=post))
    await bot.settle()
    assert len(standing(bot)) == (0 if post else 1)


@pytest.mark.parametrize("post", [True, False])
async def test_a_meeting_that_was_removed_is_posted_when_it_is_published_again(
    bot: RunningBot, anna: Leader, post: bool
) -> None:
    await anna.channel.click(RemoveMeeting(meeting=await meeting(bot), sure=True, post=post))
    bot.clock.pass_(minutes=2)
    drafted = await anna.drafted()
    await drafted.save(Then.PREVIEW, add_decision="Vi ses i Mora.")
    assert (await drafted.publish()).text.startswith("Publicerat.")
    *left, new = standing(bot)
    assert "Vi ses i Mora." in new
    assert len(left) == (0 if post else 1)
    assert (await corrected(anna, drafted.id)).text.startswith("Rättat.")
