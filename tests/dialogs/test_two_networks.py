"""In private a card means the network it came from, wherever its reader wrote since; never one they are not in."""

from typing import Any

import pytest

from cards.actions import Action, decode
from cards.digest_actions import SubscribeDigest
from cards.meeting_actions import MarkAction, OpenMeeting, Then
from knowledge import networks
from knowledge.meetings import commitments, drafts, summaries
from knowledge.networks import Leader as Leading
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.posting import standing
from tests.dialogs.digest_network import carried
from tests.dialogs.meeting import NOTES, Leader, fields
from tests.dialogs.test_ask import actions_of

OTHER = "19:other@thread.tacv2"
ALSO = pytest.mark.parametrize("leads", [True, False], ids=["leads the other too", "does not lead the other"])


def elsewhere(bot: RunningBot, name: str) -> Chat:
    """`name` in the channel of another network."""
    at = activities.channel("other")
    at["channelData"] |= {"teamsTeamId": OTHER, "team": {"id": OTHER}}
    return Chat(bot, at, activities.person(name))


async def writes_elsewhere(bot: RunningBot, name: str, *, leads: bool = False) -> None:
    if leads:
        leader = Leading(f"directory-{name.lower()}", name)
        await bot.store.run(lambda tx: networks.appoint(tx, OTHER, leader))
    await elsewhere(bot, name).say("hej")


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    bot.connector.members = {each["id"]: each for each in map(activities.person, ("Anna", "Bo"))}
    return await Leader.of(bot)


def button(shown: Shown, then: Then, **typed: Any) -> Action:
    """What a page of a draft brings back when that button is clicked, every field as it is but those that are typed."""
    data = next(each["data"] for each in actions_of(shown.card) if each.get("data", {}).get("then") == then)
    return decode({**fields(shown), **typed, **data})


@ALSO
async def test_a_draft_is_saved_and_published_where_it_is(bot: RunningBot, anna: Leader, leads: bool) -> None:
    drafted = await anna.drafted()
    await writes_elsewhere(bot, "Anna", leads=leads)
    preview = await anna.private.click(button(drafted.shown, Then.PREVIEW, title="Träff i Mora"))
    told = await anna.private.click(carried(preview, "Publicera i kanalen"))
    await bot.settle()
    assert told.text.startswith("Publicerat.")
    assert [post.splitlines()[0] for post in standing(bot)] == ["Träff i Mora"]
    assert await bot.store.run(lambda tx: summaries.every(tx, OTHER)) == []


@ALSO
async def test_notes_that_are_pasted_are_of_the_network_whose_form_it_was(
    bot: RunningBot, anna: Leader, leads: bool
) -> None:
    [form] = await anna.private.say("sammanfatta")
    await writes_elsewhere(bot, "Anna", leads=leads)
    carry = next(each["data"] for each in actions_of(form.card) if each["data"]["verb"] == "draft_summary")
    await anna.private.click(decode({**carry, "title": "Träff", "held": "2026-03-04", "words": NOTES}))
    assert [each.title for each in await bot.store.run(lambda tx: drafts.every(tx, TEAM))] == ["Träff"]
    bot.clock.pass_(minutes=2)
    [again] = await anna.private.say("sammanfatta")
    assert "Träff" not in again.text, "what is typed is of where they last wrote"


@ALSO
async def test_a_meeting_is_read_corrected_and_removed_where_it_was(bot: RunningBot, anna: Leader, leads: bool) -> None:
    await anna.published()
    [listed] = await anna.private.say("möten")
    await writes_elsewhere(bot, "Anna", leads=leads)
    opened = await anna.private.click(carried(listed, "Öppna"))
    assert "Tidiga samråd sparar tid." in opened.text
    assert "Utkast: Träff om tillstånd" in (await anna.private.click(carried(opened, "Rätta"))).text
    sure = await anna.private.click(carried(opened, "Ta bort"))
    await anna.private.click(carried(sure, "Ta bort, även inlägget"))
    assert await bot.store.run(lambda tx: summaries.every(tx, TEAM)) == []


async def test_a_member_ticks_off_what_is_done_in_the_network_of_the_list(bot: RunningBot, anna: Leader) -> None:
    await anna.published()
    await bot.channel("Bo").say("hej")
    [listed] = await bot.personal("Bo").say("att göra")
    await writes_elsewhere(bot, "Bo", leads=True)
    done = await bot.personal("Bo").click(carried(listed, "Klart"))
    assert "Markerat som klart" in done.text
    assert "Åter att göra" in (await bot.personal("Bo").click(carried(done, "Ångra"))).text


async def test_in_a_digest_of_ones_own_it_is_ticked_off_and_led_back_from(bot: RunningBot, anna: Leader) -> None:
    await anna.published(NOTES.replace("20 mars", "13 mars"))
    await bot.channel("Bo").say("hej")
    bo = bot.personal("Bo")
    await bo.say("hej")
    await bo.click(SubscribeDigest())
    await writes_elsewhere(bot, "Bo")
    await bot.pass_(days=4)
    card = next(body for where, body in reversed(bot.connector.messages.values()) if where == "a:personal-bo")
    digest = Shown(card["attachments"][0]["content"], "")
    done = await bo.click(carried(digest, "Klart"))
    assert "Markerat som klart" in done.text
    back = await bo.click(carried(done, "Tillbaka till utskicket"))
    assert "Träff om tillstånd" in back.text


async def test_who_is_not_in_a_network_reaches_nothing_there(bot: RunningBot, anna: Leader) -> None:
    await anna.published()
    [made] = await bot.store.run(lambda tx: summaries.every(tx, TEAM))
    [action] = await bot.store.run(lambda tx: commitments.of(tx, TEAM, made.id))
    await writes_elsewhere(bot, "Eva", leads=True)
    marking = MarkAction(network=TEAM, meeting=made.id, action=action.id, done=True)
    for each in (OpenMeeting(network=TEAM, meeting=made.id), marking):
        told = await bot.personal("Eva").click(each)
        assert told.card == {}
        assert told.text.startswith("Knappen hör till ett nätverk där jag inte kan se att du är med.")
        assert "Träff om tillstånd" not in (await elsewhere(bot, "Eva").click(each)).text
    assert not (await bot.store.run(lambda tx: commitments.of(tx, TEAM, made.id)))[0].done


async def test_who_no_longer_leads_a_network_is_told_so(bot: RunningBot, anna: Leader) -> None:
    drafted = await anna.drafted()
    await writes_elsewhere(bot, "Anna", leads=True)
    await bot.store.run(lambda tx: tx.delete(f"networks/{TEAM}/leaders/directory-anna"))
    told = await anna.private.click(button(drafted.shown, Then.CLOSE))
    assert told.text.startswith("Mötesanteckningar görs av nätverkets processledare.")
