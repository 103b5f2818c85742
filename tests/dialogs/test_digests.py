"""The digest: set up by a leader, and had by the channel when time has passed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.actions import Action
from cards.digest_actions import ListDigests, PreviewDigest, RemoveDigest, SendDigest, ShowDigestSettings
from knowledge import jobs
from knowledge.jobs import Job
from knowledge.store.contract import Transaction
from tests.bot import activities
from tests.bot.conversation import Chat, Clock, RunningBot, running
from tests.dialogs.digest_network import CHANNEL, WEEKLY, add, digests, fields, until_monday
from tests.dialogs.test_ask import button


async def test_a_leader_sets_it_up_and_time_does_the_rest(bot: RunningBot, leader: Chat) -> None:
    [form] = await leader.say("utskick")
    assert "Utskicket är avstängt." in form.text
    saved = await leader.click(WEEKLY)
    assert "Sparat." in saved.text
    assert "varje måndag kl. 08.00 i den här kanalen, nästa gång måndag 9 mars." in saved.text
    await add(bot)
    assert digests(bot) == []
    await until_monday(bot)
    [digest] = digests(bot)
    first, why, *_, last = [each for each in digest.text.splitlines() if each.strip()]
    assert first.startswith("Nytt i nätverket sedan")
    assert "en gång i veckan" in why
    assert "Nyby – ett nytt fall" in digest.text
    assert "@Erfa utskick" in last
    assert bot.connector.posted[-1]["channelData"]["channel"]["id"] == CHANNEL


async def test_nothing_new_is_not_posted(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await until_monday(bot)
    assert digests(bot) == []
    await add(bot)
    await bot.pass_(days=7)
    await bot.pass_(days=7)
    assert len(digests(bot)) == 1


async def test_in_july_nothing_comes(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes, Clock(datetime(2026, 7, 5, 11, 0, tzinfo=UTC))) as bot:
        leader = bot.channel("Anna")
        await leader.install()
        saved = await leader.click(WEEKLY)
        assert "nästa gång måndag 3 augusti" in saved.text
        await add(bot)
        for _ in range(4):
            await bot.pass_(days=7)
            assert digests(bot) == []
        await bot.pass_(days=1)
        assert len(digests(bot)) == 1


async def test_a_restart_on_the_same_day_posts_no_second_one(tmp_path: Path) -> None:
    clock = Clock()
    async with running(tmp_path, open_routes, clock) as bot:
        leader = bot.channel("Anna")
        await leader.install()
        await leader.click(WEEKLY)
        await add(bot)
        await until_monday(bot)
        assert len(digests(bot)) == 1
        await add(bot, "senare", "Senare – samma dag")
    async with running(tmp_path, open_routes, clock) as bot:
        await bot.pass_(hours=3)
        assert digests(bot) == []


async def test_what_is_wrong_is_said_at_the_field_and_what_was_filled_in_is_kept(bot: RunningBot, leader: Chat) -> None:
    wrong = WEEKLY.model_copy(update={"at": "03:00", "weekday": "4", "sections": ""})
    told = await leader.click(wrong)
    assert "Välj en tid från 06.00 till 20.00." in told.text
    assert "Välj minst en del." in told.text
    inputs = {each["id"]: each.get("value") for each in fields(told.card)}
    assert inputs == {"every": "week", "weekday": "4", "at": "03:00", "sections": None, "pauses": "july"}
    assert "Utskicket är avstängt." in told.text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("every", "day"), ("every", ""), ("weekday", "7"), ("weekday", "01"), ("at", "kl 8"), ("at", "20:01")),
        *(("at", "08:00+01:00"), ("sections", "cases,all"), ("pauses", "august")),
    ],
)
async def test_nothing_else_than_the_form_offers_is_taken(leader: Chat, field: str, value: str) -> None:
    told = await leader.click(WEEKLY.model_copy(update={field: value}))
    assert "Sparat." not in told.text
    assert "Utskicket är avstängt." in told.text


@pytest.mark.parametrize("at", ["8:30", "08.30", "08:30:00"])
async def test_times_are_taken_as_people_and_clients_write_them(leader: Chat, at: str) -> None:
    assert "kl. 08.30" in (await leader.click(WEEKLY.model_copy(update={"at": at}))).text


async def test_from_a_private_chat_it_comes_where_it_came_before(bot: RunningBot, leader: Chat) -> None:
    private = bot.personal("Anna")
    await leader.say("hej")
    told = await private.click(WEEKLY)
    assert "Jag vet inte vilken kanal" in told.text
    await leader.click(WEEKLY)
    saved = await private.click(WEEKLY.model_copy(update={"weekday": "3"}))
    assert "varje torsdag kl. 08.00 i nätverkets kanal" in saved.text


async def test_saved_in_another_channel_it_comes_there(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    there = Chat(bot, activities.channel("other"), activities.person("Anna"))
    [form] = await there.say("utskick")
    assert "Sparar du här kommer utskicket i den här kanalen." in form.text
    await there.click(WEEKLY)
    await add(bot)
    await until_monday(bot)
    assert bot.connector.posted[-1]["channelData"]["channel"]["id"] == "19:other@thread.tacv2"


async def test_turned_off_it_stays_away(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await add(bot)
    assert "avstängt" in (await leader.click(WEEKLY.model_copy(update={"every": "off"}))).text
    await until_monday(bot)
    assert digests(bot) == []


@pytest.mark.parametrize("words", ["utskick", "Utskicket", "utskik", "digest", "digests"])
async def test_the_word_may_be_swedish_english_or_mistyped(leader: Chat, words: str) -> None:
    [form] = await leader.say(words)
    assert button(form, "save_digest_settings")
    assert ("The digest" in form.text) == words.startswith("digest")


async def test_a_question_that_begins_with_the_word_is_a_question(leader: Chat) -> None:
    [answer] = await leader.say("utskick av information till de boende i Ludvika, hur gjordes det?")
    assert "Utskicket är avstängt" not in answer.text


@pytest.mark.parametrize(
    "action",
    [
        WEEKLY,
        PreviewDigest(),
        SendDigest(digest="x"),
        ListDigests(),
        RemoveDigest(digest="x", sure=True),
        ShowDigestSettings(),
    ],
    ids=lambda action: action.verb,
)
async def test_only_a_leader_may(bot: RunningBot, leader: Chat, action: Action) -> None:
    await add(bot)
    told = await bot.channel("Bo").click(action)
    assert told.card == {}
    assert told.text.startswith("Bara en processledare kan ändra utskicket.")
    await bot.settle()
    assert digests(bot) == []


async def test_others_are_told_when_it_comes(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    [told] = await bot.channel("Bo").say("utskick")
    assert "Utskicket går varje måndag" in told.text
    assert "Bara en processledare" in told.text
    assert not fields(told.card)


async def test_a_leader_is_told_of_what_keeps_failing(bot: RunningBot, leader: Chat) -> None:
    def fail_often(tx: Transaction) -> None:
        now = bot.clock()
        jobs.schedule(tx, Job("reminder", now, activities.TEAM))
        for _ in range(jobs.FAILING_FROM):
            [claimed] = jobs.claim_due(tx, "reminder", now, timedelta(minutes=1), 1)
            now += timedelta(days=1)
            jobs.fail(tx, claimed, now - timedelta(hours=2))

    await bot.store.run(fail_often)
    [form] = await leader.say("utskick")
    assert "misslyckas gång på gång" in form.text
    [told] = await bot.channel("Bo").say("utskick")
    assert "misslyckas" not in told.text
