"""The evaluation of a meeting, offered to whoever published its summary, in the thread of the post."""

import pytest

from cards.meeting_actions import RemoveMeeting
from cards.poll_actions import BeginEvaluation
from knowledge.meetings import summaries
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.conversation import RunningBot, Shown
from tests.bot.posting import CHANNEL
from tests.dialogs import polling
from tests.dialogs.meeting import Leader
from tests.dialogs.polling import PEOPLE, poll, polls, pressed

BUTTON = "Utvärdera mötet i tråden"


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    leader = await Leader.of(bot)
    bot.connector.members = {each["id"]: each for each in map(activities.person, PEOPLE)}
    return leader


async def thread_of_post(bot: RunningBot) -> str:
    [made] = await bot.store.run(lambda tx: summaries.every(tx, TEAM))
    kept = await bot.store.run(lambda tx: summaries.post_of(tx, TEAM, made))
    assert kept
    return kept.thread


async def evaluate(leader: Leader, published: Shown) -> Shown:
    told = await leader.private.click(pressed(published, BUTTON))
    await leader.bot.settle()
    return told


async def test_it_is_posted_under_the_summary_for_all_in_the_channel(bot: RunningBot, anna: Leader) -> None:
    told = await evaluate(anna, await anna.published())
    assert "Utvärderingen kommer som svar på inlägget" in told.text
    shown = polling.standing(bot)
    assert shown.text.startswith("Utvärdering av träffen")
    assert shown.thread == await thread_of_post(bot)
    assert shown.thread.startswith(f"{CHANNEL};messageid=")
    assert (await poll(bot)).members == len(PEOPLE)


async def test_it_is_posted_once_however_often_the_button_is_clicked(bot: RunningBot, anna: Leader) -> None:
    published = await anna.published()
    first, again = await evaluate(anna, published), await evaluate(anna, published)
    assert again.text == first.text
    assert len(await polls(bot)) == 1


async def test_another_that_is_open_in_the_channel_comes_first(bot: RunningBot, anna: Leader) -> None:
    published = await anna.published()
    await polling.line(anna.channel, "utvärdering")
    told = await evaluate(anna, published)
    assert "redan en öppen utvärdering" in told.text
    assert len(await polls(bot)) == 1


async def test_only_a_leader_begins_it(bot: RunningBot, anna: Leader) -> None:
    published = await anna.published()
    told = await bot.channel("Bo").click(pressed(published, BUTTON))
    assert "Bara en processledare" in told.text
    assert await polls(bot) == []


async def test_where_the_post_is_not_in_the_channel_nothing_is_begun(bot: RunningBot, anna: Leader) -> None:
    published = await anna.published()
    [made] = await bot.store.run(lambda tx: summaries.every(tx, TEAM))
    await anna.private.click(RemoveMeeting(meeting=made.id, sure=True, post=True))
    await bot.settle()
    for action in (pressed(published, BUTTON), BeginEvaluation(post="unknown")):
        assert "syns inte i kanalen ännu" in (await anna.private.click(action)).text
    assert await polls(bot) == []
