"""What is kept about somebody: all of it told to them and nobody else, and gone without a trace when they say so."""

import json
from pathlib import Path

import pytest

from cards.actions import KeepQuestion, Rate
from cards.meeting_actions import RemoveMeeting
from cards.people_actions import FetchMyData, ForgetMe, SaveProfile, SendContactQuestion, ShowMyData
from cards.poll_actions import ClosePoll
from knowledge import networks
from tests.bot import posting
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.meeting import Leader
from tests.dialogs.polling import begin, choose, made, standing, tally
from tests.dialogs.test_contacts import EVA, posted, tell
from tests.dialogs.test_meeting_drafts import published
from tests.traces import left_in

FULL_NAME = "Zarah-Maria Öberg"
TRACES = (FULL_NAME, "directory-zarah", "29:zarah", "personal-zarah", "planarkitekt", "vattentornet")


@pytest.fixture
def zarah(bot: RunningBot) -> Chat:
    """Somebody whose name is found nowhere else, in a thread of the channel."""
    return named(bot.channel("Zarah"))


def named(chat: Chat) -> Chat:
    return Chat(chat.bot, chat.place, {**chat.who, "name": FULL_NAME})


async def live(bot: RunningBot, zarah: Chat) -> None:
    """All that leaves something about a person."""
    await zarah.install()
    bot.connector.members[zarah.who["id"]] = {**zarah.who, "userPrincipalName": "zarah@planarkitekt.example"}
    told = {**EVA, "role": "planarkitekt", "findable": "true", "matchable": "true", "not_with": "Bo"}
    await zarah.click(SaveProfile.model_validate(told))
    await tell(bot, "Eva", {**EVA, "not_with": f"{FULL_NAME}\nBo"})
    [answer] = await zarah.say("hur många bostäder planerar Ludvika?")
    await zarah.click(Rate.model_validate(filled_in(answer, "rate")))
    await zarah.click(SendContactQuestion(person="directory-eva", question="q", words="Vad hände med vattentornet?"))
    await posted(bot)
    private = named(bot.personal("Zarah"))
    [answer] = await private.say("vad kostade vattentornet i Mora?")
    await private.click(KeepQuestion.model_validate(filled_in(answer, "keep_question")))
    await bot.settle()


async def test_in_the_channel_there_is_only_the_way_to_it(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    for words, verb in (("mina uppgifter", "show_my_data"), ("glöm mig", "forget_me")):
        [door] = await zarah.say(words)
        assert not any(trace in str(door.card) for trace in TRACES)
        assert filled_in(door, verb)


async def test_who_clicks_sees_all_that_is_kept_about_them(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    shown = await zarah.click(ShowMyData())
    for said in (
        f"Namn: {FULL_NAME}",
        "Adress i Teams: zarah@planarkitekt.example",
        "Roll: planarkitekt",
        "Andra får hitta mig: ja, sedan 5 mars 2026",
        "Vill inte matchas med: Bo",
        "Att du är processledare",
        "Fråga: vad kostade vattentornet i Mora?",
        "Fråga: hur många bostäder planerar Ludvika?",
        f"Text: {FULL_NAME} frågar Eva: Vad hände med vattentornet?",
        "Chattens id: a:personal-zarah",
        "Månad: 2026-03",
    ):
        assert said in shown.text.replace(": \n", ": ")


async def test_nobody_else_sees_any_of_it(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    shown = await bot.channel("Bo").click(ShowMyData())
    assert not any(trace in str(shown.card) for trace in TRACES)
    assert "När och var du senast skrev till mig" in shown.text


async def test_in_private_it_comes_at_once(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    [shown] = await named(bot.personal("Zarah")).say("mina uppgifter")
    assert "Roll: planarkitekt" in shown.text.replace(": \n", ": ")


async def test_a_client_that_would_show_it_to_all_is_not_given_it(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    for action in (ShowMyData(), FetchMyData(), ForgetMe()):
        [told] = await zarah.submit(action)
        assert told.card == {}
        assert "i en egen chatt" in told.text
        bot.clock.pass_(minutes=2)


async def test_all_of_it_can_be_copied_for_programs(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    shown = await zarah.click(FetchMyData())
    facts = json.loads(fields_of(shown)["copy"])
    profile = next(fact for fact in facts if fact["kind"] == "profile")
    assert profile["been-through"] == ["tillstånd", "bostäder", "upphandling av vattenverk"]
    assert {fact["kind"] for fact in facts} >= {"leader", "seen", "chat", "thumb", "post-about", "private-question"}


async def test_somebody_of_whom_nothing_is_known_but_that_they_ask(bot: RunningBot) -> None:
    shown = await bot.group("Bo").click(ShowMyData())
    assert "När och var du senast skrev till mig" in shown.text


async def test_it_asks_first_and_tells_a_leader_what_that_means(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    before = len(await bot.stored())
    asked = await zarah.click(ForgetMe())
    assert "Ska jag glömma dig?" in asked.text
    assert "Du är processledare." in asked.text
    assert "Du är processledare." not in (await bot.channel("Bo").click(ForgetMe())).text
    assert len(await bot.stored()) >= before


async def test_not_a_byte_is_left(bot: RunningBot, zarah: Chat, tmp_path: Path) -> None:
    await live(bot, zarah)
    assert len(left_in(tmp_path, TRACES)) == len(TRACES)
    done = await zarah.click(ForgetMe(sure=True))
    assert "Jag har glömt dig" in done.text
    assert left_in(tmp_path, TRACES) == []
    assert not [entry for entry in await bot.stored() if "directory-zarah" in f"{entry}"]


async def test_from_a_private_chat_as_well(bot: RunningBot, zarah: Chat, tmp_path: Path) -> None:
    await live(bot, zarah)
    private = named(bot.personal("Zarah"))
    [asked] = await private.say("glöm mig")
    await private.click(ForgetMe.model_validate(filled_in(asked, "forget_me")))
    assert left_in(tmp_path, TRACES) == []


async def test_what_names_them_in_the_channel_and_what_they_asked_in_private_is_taken_away(
    bot: RunningBot, zarah: Chat
) -> None:
    await live(bot, zarah)
    await bot.settle()
    told = [id for id, (_, activity) in bot.connector.messages.items() if "vattentornet" in json.dumps(activity)]
    await zarah.click(ForgetMe(sure=True))
    await bot.settle()
    deleted = [call.path.rpartition("/")[2] for call in bot.connector.calls if call.method == "DELETE"]
    assert len(deleted) == 2
    assert set(deleted) <= set(told)


async def test_others_are_left_as_they_were(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    await zarah.click(ForgetMe(sure=True))
    [shown] = await bot.channel("Bo").say("kontakter")
    assert "Eva · Falun" in shown.text.replace("\n", "")
    eva = await bot.channel("Eva").click(ShowMyData())
    assert "Vill inte matchas med: Bo" in eva.text.replace(": \n", ": ")
    assert not any(trace in str(eva.card) for trace in TRACES)


async def test_who_comes_back_is_new(bot: RunningBot, zarah: Chat) -> None:
    await live(bot, zarah)
    await zarah.click(ForgetMe(sure=True))
    bot.clock.pass_(minutes=2)
    shown = await zarah.click(ShowMyData())
    assert "När och var du senast skrev till mig" in shown.text
    assert "planarkitekt" not in str(shown.card)
    assert await bot.store.run(lambda tx: networks.leaders(tx, "19:team@thread.tacv2")) == []


async def test_who_was_never_there_is_forgotten_too(bot: RunningBot) -> None:
    done = await bot.channel("Bo").click(ForgetMe(sure=True))
    assert "Jag har glömt dig" in done.text


async def test_a_poll_that_shows_who_answered_shows_them_no_longer(
    bot: RunningBot, zarah: Chat, tmp_path: Path
) -> None:
    anna = await begin(bot)
    held = await made(bot, anna, names="all")
    for chat in (zarah, bot.channel("Bo")):
        await choose(chat, standing(bot), "tisdag 9")
        await bot.settle()
    await anna.click(ClosePoll(poll=held.id, sure=True))
    await bot.settle()
    assert FULL_NAME in standing(bot).text
    await zarah.click(ForgetMe(sure=True))
    assert left_in(tmp_path, (FULL_NAME, "directory-zarah")) == []
    await bot.settle()
    shown = standing(bot).text
    assert FULL_NAME not in shown
    assert "Bo" in shown
    assert (await tally(bot)).counts[0].chosen == (2, 0, 0)


@pytest.mark.parametrize("post", [True, False])
async def test_the_notes_of_a_meeting_that_was_removed_name_them_no_longer_either(
    bot: RunningBot, zarah: Chat, tmp_path: Path, post: bool
) -> None:
    anna = await Leader.of(bot)
    await zarah.say("hej")
    await anna.published(f"## Att göra\n- {FULL_NAME} skickar mallen\n## Beslut\n- Vi gör en checklista.")
    assert FULL_NAME in notes_in(bot)
    [made] = await published(bot)
    await anna.private.click(RemoveMeeting(meeting=made.id, sure=True, post=post))
    await bot.settle()
    await zarah.click(ForgetMe(sure=True))
    await bot.settle()
    assert left_in(tmp_path, (FULL_NAME,)) == []
    assert FULL_NAME not in notes_in(bot)
    assert ("en deltagare" in notes_in(bot)) is not post


def notes_in(bot: RunningBot) -> str:
    """What stands in the channel of meetings."""
    return "\n".join(posting.standing(bot))
