"""Activities become turns, replies become messages and answers to clicks."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from cards.actions import Ask, ListCases, OpenCase, Rate
from dialogs.turn import Person, Place
from knowledge import networks
from knowledge.networks import Address
from tests.bot import activities
from tests.bot.activities import BOT, TEAM, TENANT, Json
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Clock, RunningBot, running


async def test_a_question_in_the_channel_is_answered_in_its_thread(bot: RunningBot, dialogs: Dialogs) -> None:
    [answer] = await bot.channel("Anna", thread="17").say("hur delas risken?")
    assert answer.text == "Du sa: hur delas risken?"
    assert answer.thread == "19:general@thread.tacv2;messageid=17"
    [turn] = dialogs.small.turns
    assert turn.network == TEAM
    assert turn.place is Place.CHANNEL
    assert turn.person == Person("directory-anna", "Anna")
    assert turn.attachments == 0
    assert not turn.leader


async def test_an_answer_is_a_message_with_a_card_and_its_summary(bot: RunningBot) -> None:
    await bot.channel("Anna").say("å")
    [call] = bot.connector.calls
    assert call.path == "/v3/conversations/19:general@thread.tacv2;messageid=thread/activities"
    assert call.body["type"] == "message"
    assert call.body["summary"] == "Du sa: å"
    assert call.body["from"] == BOT
    [attachment] = call.body["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert "Authorization" not in call.headers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<at>Erfa</at> hej", "hej"),
        ("hej <at>Erfa</at>!", "hej !"),
        ("<at>Erfa</at>", ""),
        ("<at>Erfa</at>\xa0fall&nbsp;ludvika", "fall ludvika"),
        ("<at>Erfa</at> a &lt; b &amp; c", "a < b & c"),
        ('<at id="0">erfa</at> hej', "hej"),
        ("<at>Erfa</at> ett\ntvå  tre\n", "ett\ntvå tre"),
        ("<at>Erfa</at> 🙂", "🙂"),
    ],
)
async def test_only_the_mention_of_the_bot_is_stripped(
    bot: RunningBot, dialogs: Dialogs, text: str, words: str
) -> None:
    await bot.channel("Anna").say("", text=text)
    assert dialogs.small.turns[0].words == words


async def test_others_who_are_mentioned_are_known_by_their_lasting_id(bot: RunningBot, dialogs: Dialogs) -> None:
    bot.connector.members["29:bo"] = {"id": "29:bo", "name": "Bo", "objectId": "directory-bo"}
    others = [{"type": "mention", "mentioned": {"id": f"29:{name.lower()}", "name": name}} for name in ("Bo", "Cia")]
    entities = [{"type": "mention", "mentioned": BOT, "text": "<at>Erfa</at>"}, *others]
    text = "<at>Erfa</at> ledare <at>Bo</at> <at>Cia</at>"
    await bot.channel("Anna").say("", text=text, entities=entities)
    [turn] = dialogs.small.turns
    assert turn.words == "ledare Bo Cia"
    assert turn.mentions == (Person("directory-bo", "Bo", "29:bo"), Person("29:cia", "Cia", "29:cia"))


async def test_a_picture_counts_as_an_attachment(bot: RunningBot, dialogs: Dialogs) -> None:
    picture = {"contentType": "image/png", "contentUrl": "https://example.com/a.png"}
    await bot.personal("Anna").say("", attachments=[picture, {"contentType": "text/html", "content": "<p></p>"}])
    assert dialogs.small.turns[0].attachments == 1


async def test_in_private_a_person_belongs_to_the_network_they_were_seen_in(bot: RunningBot, dialogs: Dialogs) -> None:
    await bot.personal("Anna").say("ett")
    await bot.channel("Anna").say("två")
    await bot.personal("Anna").say("tre")
    await bot.group("Bo").say("fyra")
    assert [turn.network for turn in dialogs.small.turns] == ["a:personal-anna", TEAM, TEAM, "19:group@thread.v2"]


async def test_who_installs_the_app_leads_the_network(bot: RunningBot, dialogs: Dialogs) -> None:
    await bot.channel("Anna").install()
    await bot.channel("Anna").say("ett")
    await bot.channel("Bo").say("två")
    assert [turn.leader for turn in dialogs.small.turns[1:]] == [True, False]


async def test_who_installs_the_app_is_known_by_name(bot: RunningBot, dialogs: Dialogs) -> None:
    bot.connector.members["29:anna"] = activities.person("Anna")
    await bot.channel("Anna").install()
    assert dialogs.small.turns[0].person == Person("directory-anna", "Anna")


async def test_an_installer_whom_teams_does_not_name_leads_all_the_same(bot: RunningBot, dialogs: Dialogs) -> None:
    await bot.channel("Anna").install()
    assert dialogs.small.turns[0].person == Person("directory-anna", "")
    await bot.channel("Anna").say("ett")
    assert dialogs.small.turns[1].leader


async def test_a_click_is_answered_with_the_card_that_replaces_it(bot: RunningBot) -> None:
    data = OpenCase(case="ludvika").model_dump()
    invoke = activities.clicked(bot.connector.url, activities.channel(), activities.person("Anna"), data)
    answer = await bot.post(invoke)
    assert answer.status == 200
    assert answer.body["statusCode"] == 200
    assert answer.body["type"] == "application/vnd.microsoft.card.adaptive"
    assert answer.body["value"]["body"][0]["text"] == "Fallet ludvika"
    assert bot.connector.calls == []


async def test_a_whisper_is_told_to_the_clicker_alone(bot: RunningBot) -> None:
    data = Rate(answer="a", helped=True).model_dump()
    invoke = activities.clicked(bot.connector.url, activities.channel(), activities.person("Anna"), data)
    expected = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Tack!"}
    assert (await bot.post(invoke)).body == expected
    assert bot.connector.calls == []


async def test_a_click_can_be_answered_in_the_thread(bot: RunningBot) -> None:
    [message] = await bot.channel("Anna").click_for_message(Ask(example="risk"))
    assert message.text == "Svar på risk"


async def test_a_submit_changes_the_clicked_card(bot: RunningBot) -> None:
    [changed] = await bot.channel("Anna").submit(OpenCase(case="ludvika"))
    assert changed.text == "Fallet ludvika"
    [call] = bot.connector.calls
    assert (call.method, call.path.rpartition("/")[2]) == ("PUT", "card-1")


async def test_a_whisper_after_a_submit_is_a_message(bot: RunningBot) -> None:
    [message] = await bot.personal("Anna").submit(Rate(answer="a", helped=True))
    assert message.text == "Tack!"


@pytest.mark.parametrize("data", [{}, {"verb": "okänd"}, {"verb": "open_case", "case": 5}, [], "x", None, 7])
async def test_an_unknown_button_gets_a_sentence(bot: RunningBot, data: object) -> None:
    anna = bot.channel("Anna")
    value = {"action": {"type": "Action.Execute", "verb": "x", "data": data}}
    invoke = activities.clicked(bot.connector.url, anna.place, anna.who, {}, value=value)
    answer = await bot.post(invoke)
    assert answer.status == 200
    assert "äldre meddelande" in answer.body["value"]


@pytest.mark.parametrize("value", [None, 5, "x", [], {}, {"action": None}, {"action": "x"}])
async def test_a_click_without_an_action_gets_a_sentence(bot: RunningBot, value: object) -> None:
    anna = bot.channel("Anna")
    answer = await bot.post(activities.clicked(bot.connector.url, anna.place, anna.who, {}, value=value))
    assert answer.status == 200
    assert "äldre meddelande" in answer.body["value"]


async def test_other_activities_are_passed_over(bot: RunningBot, dialogs: Dialogs) -> None:
    anna = bot.channel("Anna")
    for kind in ("typing", "messageReaction", "event", "endOfConversation", "nonsens"):
        assert (await bot.post(activities.activity(kind, bot.connector.url, anna.place, anna.who))).status == 200
    invoke = activities.activity("invoke", bot.connector.url, anna.place, anna.who, name="tab/fetch", value={})
    assert (await bot.post(invoke)).status == 404
    assert dialogs.small.turns == []
    assert bot.connector.calls == []


async def test_it_is_remembered_how_a_network_and_a_person_are_reached(bot: RunningBot) -> None:
    await bot.channel("Anna").install()
    await bot.group("Bo").say("hej")
    await bot.personal("Anna").say("hej")
    here = Address(bot.connector.url, BOT["id"], BOT["name"], TENANT)
    assert await bot.store.run(lambda tx: networks.address(tx, TEAM)) == here
    assert await bot.store.run(lambda tx: networks.address(tx, "19:group@thread.v2")) == here
    assert await bot.store.run(lambda tx: networks.chat(tx, "directory-bo")) is None
    private = await bot.store.run(lambda tx: networks.chat(tx, "directory-anna"))
    assert private == replace(here, chat="a:personal-anna")


# What fails


async def test_a_failure_is_apologised_for_with_the_reference_in_the_log(bot: RunningBot) -> None:
    with capture_logs() as lines:
        [apology] = await bot.channel("Anna").say("fel")
    [failed] = [line for line in lines if line["event"] == "turn_failed"]
    assert failed["log_level"] == "error"
    assert "hemlig" not in apology.text
    reference = re.search(r"\b[0-9a-f]{8}\b", apology.text)
    assert reference
    assert "erfa_failures_total 1.0" in (await bot.get("/metrics")).body


async def test_a_failing_click_is_apologised_for_in_its_answer(bot: RunningBot) -> None:
    answer = await bot.channel("Anna").click(ListCases())
    assert "Något gick fel" in answer.text
    assert bot.connector.calls == []


async def test_a_card_too_large_for_teams_is_not_sent(bot: RunningBot) -> None:
    [apology] = await bot.channel("Anna").say("stort")
    assert "Något gick fel" in apology.text


async def test_the_bot_outlives_a_failing_connector(bot: RunningBot) -> None:
    anna = bot.channel("Anna")
    bot.connector.again_after = "60"
    for status in (302, 403, 413, 429, 500, 503):
        bot.connector.fail_with = status
        await anna.say(f"svara {status}")
    assert not any(call.path == "/elsewhere" for call in bot.connector.calls), "followed a redirect"
    bot.connector.fail_with = 0
    [answer] = await anna.say("och nu?")
    assert answer.text == "Du sa: och nu?"


async def test_an_answer_that_may_have_arrived_is_not_followed_by_an_apology(bot: RunningBot) -> None:
    bot.connector.fail_with = 502
    await bot.channel("Anna").say("hej")
    assert len(bot.connector.calls) == 1


async def test_nothing_people_write_or_are_called_is_logged(bot: RunningBot) -> None:
    with capture_logs() as lines:
        await bot.channel("Anna").say("hemligheten")
    kept = [line for line in lines if line["log_level"] != "debug"]
    assert kept
    assert "hemligheten" not in str(kept)
    assert "Anna" not in str(kept)


# Coming and going


async def introduced(bot: RunningBot, *told: Json) -> int:
    before = len(bot.connector.posted)
    for each in told:
        assert (await bot.post(each)).status == 200
    return len(bot.connector.posted) - before


async def test_installing_gives_one_introduction(bot: RunningBot) -> None:
    place, anna, url = activities.channel(), activities.person("Anna"), bot.connector.url
    both = [activities.installed(url, place, anna), activities.joined(url, place, anna, BOT)]
    assert await introduced(bot, *both) == 1
    again = [activities.joined(url, place, anna, BOT), activities.installed(url, place, anna)]
    assert await introduced(bot, *again) == 0
    assert await introduced(bot, activities.installed(url, place, anna, "remove")) == 0
    assert await introduced(bot, activities.installed(url, place, anna)) == 1


async def test_members_who_join_later_cause_no_noise(bot: RunningBot) -> None:
    place, anna = activities.channel(), activities.person("Anna")
    members = [activities.person(f"Medlem{number}") for number in range(20)]
    assert await introduced(bot, activities.joined(bot.connector.url, place, anna, *members)) == 0


async def test_an_upgrade_of_the_app_is_no_installation(bot: RunningBot, dialogs: Dialogs) -> None:
    await bot.channel("Anna").install()
    assert await bot.channel("Bo").install("add-upgrade") == []
    await bot.channel("Bo").say("leder jag?")
    assert not dialogs.small.turns[-1].leader


async def test_private_installations_are_introduced_each(bot: RunningBot) -> None:
    assert len(await bot.channel("Anna").install()) == 1
    assert len(await bot.personal("Anna").install()) == 1
    assert await bot.personal("Anna").install() == []


async def test_an_introduction_that_could_not_be_sent_is_made_next_time(tmp_path: Path, dialogs: Dialogs) -> None:
    clock = Clock()
    async with running(tmp_path, dialogs.open, clock) as bot:
        bot.connector.fail_with = 500
        await bot.channel("Anna").install()
        bot.connector.fail_with = 0
        assert len(await bot.channel("Anna").install()) == 1
    async with running(tmp_path, dialogs.open, clock) as bot:
        assert await bot.channel("Anna").install() == []
