"""The groups of a round: proposed to each alone, with why they; agreed on in public; never who said no."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.routes import open_routes
from cards.people_actions import ForgetMe, SaveProfile, ShowMyData
from cards.round_actions import AcceptGroup, DeclineGroup, JoinRound, OpenLearned, SaveProtocol, ShowCoverage, TellMet
from knowledge import people
from knowledge.rounds import forming, lifecycle
from knowledge.rounds.model import Group
from knowledge.store.contract import Transaction
from tests.bot import activities
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown, running
from tests.bot.loopback import loopback_connector
from tests.dialogs.filling import fields_of, opened, sent
from tests.dialogs.polling import begin, pressed, standing, titles
from tests.dialogs.rounds import (
    NAMES,
    a_round,
    agreed,
    called,
    groups,
    in_channel,
    join,
    own,
    profiles,
    proposed,
    rounds,
    say_yes,
)
from tests.traces import left_in

FULL_NAME = "Zarah-Maria Öberg"
SIX = (*NAMES, "Dan", "Eva", "Fia")


def of(group: Group) -> list[str]:
    return sorted(member.name for member in group.members)


# Proposed


async def test_each_sees_alone_who_the_others_are_and_why(bot: RunningBot) -> None:
    round = await proposed(bot, *NAMES)
    shown = await own(bot, round, "Anna")
    assert "Ni tre, från tre håll" in shown.text
    assert "Bo\n · Borlänge" in shown.text
    assert "Du står inför energi. Bo har gått igenom det." in shown.text
    assert "Bo står inför mark. Cia har gått igenom det." in shown.text
    assert "Svara senast måndag 16 mars kl. 09.02." in shown.text
    assert titles(shown) == ["Ja, gärna", "Inte nu"]
    assert "Bo står inför mark. Du har gått igenom det." in (await own(bot, round, "Cia")).text


async def test_the_channel_is_told_that_there_is_something_and_nobody_s_name(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    assert "Nu finns det förslag på grupper." in standing(bot).text
    assert not any(
        name in shown.text for shown in in_channel(bot) for name in NAMES if "lade till mig" not in shown.text
    )


async def test_in_their_own_chat_they_get_it_at_once(bot: RunningBot) -> None:
    await bot.personal("Bo").say("hej")
    await proposed(bot, *NAMES)
    private = [each for each in messages(bot) if each.thread.startswith("a:")]
    assert "Ni tre, från tre håll" in private[-1].text
    told = await bot.personal("Bo").click(pressed(private[-1], "Ja, gärna"))
    assert "Du har sagt ja." in told.text


async def test_nobody_of_one_municipality_nor_whom_one_does_not_want(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, *SIX)
    await bot.channel("Dan").click(SaveProfile(home="Avesta", faces="mark", not_with="Eva", matchable="true"))
    round = await called(bot, anna)
    await join(bot, round, *SIX)
    await bot.pass_(days=8)
    for group in await groups(bot):
        assert not {"Anna", "Dan"} <= set(of(group))
        assert not {"Eva", "Dan"} <= set(of(group))
    assert sorted(name for group in await groups(bot) for name in of(group)) == sorted(SIX)


@pytest.mark.parametrize(("names", "sizes"), [(SIX[:2], [2]), (SIX[:4], [4]), (SIX[:5], [2, 3]), (SIX, [3, 3])])
async def test_nobody_is_left_over(bot: RunningBot, names: tuple[str, ...], sizes: list[int]) -> None:
    await proposed(bot, *names)
    assert sorted(len(group.members) for group in await groups(bot)) == sizes


async def test_pairs_where_the_leader_wants_pairs(bot: RunningBot) -> None:
    await proposed(bot, *SIX, size="2")
    assert [len(group.members) for group in await groups(bot)] == [2, 2, 2]


async def test_who_is_alone_is_told_that_there_was_nobody_and_comes_first_the_next_time(bot: RunningBot) -> None:
    await bot.personal("Anna").say("hej")
    round = await proposed(bot, "Anna")
    assert await groups(bot) == []
    assert "Nästa gång står du först på tur." in (await own(bot, round, "Anna")).text
    assert any("hittade jag ingen grupp" in each.text for each in messages(bot) if each.thread.startswith("a:"))
    again = await called(bot, bot.channel("Anna"), date="2026-03-20")
    await join(bot, again, "Anna")

    def look(tx: Transaction) -> forming.Known:
        return forming.known(tx, again, bot.clock().date())

    assert [each.need for each in (await bot.store.run(look)).people] == [1.0]


async def test_of_one_municipality_nobody_meets(bot: RunningBot) -> None:
    anna = await begin(bot)
    for name in NAMES:
        await bot.channel(name).click(SaveProfile(home="Mora", faces="mark"))
    round = await called(bot, anna)
    await join(bot, round, *NAMES)
    await bot.pass_(days=8)
    assert await groups(bot) == []
    assert "hittade jag ingen grupp" in (await own(bot, round, "Bo")).text


# Answered


async def test_when_all_have_said_yes_a_thread_begins(bot: RunningBot) -> None:
    group = await agreed(bot)
    assert group.agreed_at
    shown = standing(bot)
    assert shown.thread == "19:general@thread.tacv2"
    assert "ni har sagt ja till att prata med varandra i 45 minuter" in shown.text
    mentioned = [each["mentioned"]["id"] for each in shown.card["msteams"]["entities"]]
    assert sorted(mentioned) == ["directory-anna", "directory-bo", "directory-cia"]
    assert "Anna står inför energi, och Bo har gått igenom det: vad hade du velat veta från början?" in shown.text
    assert shown.text.count("berättar,") == 3
    assert "Avsluta (10 min)" in shown.text
    assert "Starta en gruppchatt" not in shown.text


async def test_who_looks_afterwards_is_told_with_whom(bot: RunningBot) -> None:
    await agreed(bot)
    [round] = await rounds(bot)
    shown = await own(bot, round, "Bo")
    assert "Alla har sagt ja: du, " in shown.text
    assert "entities" not in shown.card["msteams"]


async def test_three_times_are_proposed_on_days_on_which_people_work(bot: RunningBot) -> None:
    await agreed(bot)
    shown = standing(bot).text
    assert "tisdag 17 mars kl. 09.00" in shown
    assert "onsdag 18 mars kl. 13.00" in shown
    assert "torsdag 19 mars kl. 15.00" in shown


async def test_a_link_to_a_chat_where_all_have_a_user_name(bot: RunningBot) -> None:
    anna = await begin(bot)
    for member in bot.connector.members.values():
        member["userPrincipalName"] = f"{member['name'].lower()}@dalarna.example"
    await profiles(bot, *NAMES)
    round = await called(bot, anna)
    await join(bot, round, *NAMES)
    await bot.pass_(days=8)
    [group] = await groups(bot)
    await say_yes(bot, group, *NAMES)
    links = [each["text"] for each in standing(bot).card["body"] if "l/chat/0/0" in str(each.get("text"))]
    assert all(f"{name.lower()}%40dalarna.example" in links[0] for name in NAMES)
    assert len(links) == 1


async def test_until_the_last_yes_nothing_is_told(bot: RunningBot) -> None:
    round = await proposed(bot, *NAMES)
    [group] = await groups(bot)
    before = len(in_channel(bot))
    await say_yes(bot, group, "Anna", "Bo")
    assert len(in_channel(bot)) == before
    shown = await own(bot, round, "Cia")
    assert "sagt ja" not in shown.text.replace("När alla har sagt ja", "")
    assert "Du har sagt ja." in (await own(bot, round, "Anna")).text


async def test_who_said_yes_may_click_again_and_begins_no_second_thread(bot: RunningBot) -> None:
    group = await agreed(bot)
    before = len(in_channel(bot))
    bot.clock.pass_(minutes=5)
    await say_yes(bot, group, "Anna", "Bo")
    assert len(in_channel(bot)) == before


async def test_a_no_has_others_found_for_the_rest_and_is_never_revealed(bot: RunningBot) -> None:
    round = await proposed(bot, *SIX)
    group = next(each for each in await groups(bot) if "Bo" in of(each))
    rest = [name for name in of(group) if name != "Bo"]
    await say_yes(bot, group, rest[0])
    told = await bot.channel("Bo").click(DeclineGroup(group=group.id))
    assert "Ingen får veta vem som har tackat nej." in told.text
    assert "Du är inte med i den här omgången." in (await own(bot, round, "Bo")).text
    assert "Grupperna formas just nu." in (await own(bot, round, rest[0])).text
    await bot.pass_(hours=1)
    placed = [name for each in await groups(bot) for name in of(each)]
    assert sorted(placed) == sorted(set(SIX) - {"Bo"})
    assert not any("nej" in each.text for each in in_channel(bot) if "förslag" in each.text)


async def test_that_somebody_said_no_stands_nowhere_in_the_store(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    await bot.channel("Bo").click(DeclineGroup(group=group.id))
    await bot.pass_(hours=1)
    kept = [f"{each.key} {json.dumps(each.value)}" for each in await bot.stored()]
    about = [each for each in kept if "directory-bo" in each and "round" in each.split(" ", 1)[0]]
    assert about == []
    assert not any("decline" in each for each in kept)


async def test_when_all_say_no_it_is_over(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    for name in NAMES:
        for group in await groups(bot):
            await bot.channel(name).click(DeclineGroup(group=group.id))
        await bot.pass_(hours=1)
    assert await groups(bot) == []
    [round] = await rounds(bot)
    assert not await bot.store.run(lambda tx: lifecycle.is_running(tx, round))


async def test_a_no_after_the_group_has_changed_is_told_so(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    await bot.channel("Bo").click(DeclineGroup(group=group.id))
    for action in (AcceptGroup(group=group.id), DeclineGroup(group=group.id)):
        assert "gäller inte längre" in (await bot.channel("Anna").click(action)).text


@pytest.mark.parametrize("action", [AcceptGroup, DeclineGroup])
async def test_others_cannot_answer_for_them(bot: RunningBot, action: type[AcceptGroup]) -> None:
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    assert "gäller inte längre" in (await bot.channel("Dan").click(action(group=group.id))).text
    assert await groups(bot) == [group]


async def test_who_is_left_alone_joins_those_who_have_not_answered(bot: RunningBot) -> None:
    await proposed(bot, *SIX)
    first, second = await groups(bot)
    [stays, *leave] = of(first)
    for name in leave:
        [group] = [each for each in await groups(bot) if name in of(each)]
        await bot.channel(name).click(DeclineGroup(group=group.id))
        await bot.pass_(hours=1)
    [group] = await groups(bot)
    assert of(group) == sorted([stays, *of(second)])


# Silent


async def test_silence_for_three_days_is_a_no(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    await say_yes(bot, group, "Anna", "Bo")
    await bot.pass_(days=2, hours=23)
    assert await groups(bot) != []
    await bot.pass_(hours=2)
    [again] = await groups(bot)
    assert of(again) == ["Anna", "Bo"]


async def test_after_three_silences_they_are_matched_no_more_and_told_so(bot: RunningBot) -> None:
    await bot.personal("Anna").say("hej")
    anna = await begin(bot)
    await profiles(bot, "Anna", "Bo")
    for number in range(3):
        round = await called(bot, anna, date=f"{bot.clock():%Y-%m-%d}", time="23:30")
        await join(bot, round, "Anna", "Bo")
        await bot.pass_(days=1)
        assert len(await groups(bot)) == 1, number
        await bot.pass_(days=4)
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-anna"))
    assert profile
    assert profile.matchable is None
    told = [each.text for each in messages(bot) if each.thread.startswith("a:")]
    assert sum("mina tre senaste förslag" in each for each in told) == 1


async def test_an_answer_counts_as_one(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, "Anna", "Bo")
    for number in range(4):
        round = await called(bot, anna, date=f"{bot.clock():%Y-%m-%d}", time="23:30")
        await join(bot, round, "Anna", "Bo")
        await bot.pass_(days=1)
        if number == 1:
            await bot.channel("Anna").click(DeclineGroup(group=(await groups(bot))[0].id))
        await bot.pass_(days=4)
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-anna"))
    assert profile
    assert profile.matchable


# Gone


@pytest.mark.parametrize("member", [{"id": "29:bo", "aadObjectId": "directory-bo"}, {"id": "29:bo"}])
async def test_who_leaves_the_team_is_matched_no_more_and_the_round_goes_on(
    bot: RunningBot, member: dict[str, str]
) -> None:
    round = await proposed(bot, *NAMES)
    place = bot.channel("Anna").place
    gone = activities.activity(
        "conversationUpdate",
        bot.connector.url,
        place,
        activities.person("Anna"),
        membersRemoved=[member],
    )
    await bot.post(gone)
    await bot.pass_(hours=1)
    [group] = await groups(bot)
    assert of(group) == ["Anna", "Cia"]
    assert "Du är inte med" in (await own(bot, round, "Bo")).text
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-bo"))
    assert profile
    assert profile.left
    back = activities.joined(bot.connector.url, place, activities.person("Anna"), member)
    await bot.post(back)
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-bo"))
    assert profile
    assert profile.left is None


async def test_who_pauses_before_the_last_yes_is_not_matched(bot: RunningBot) -> None:
    await proposed(bot, *NAMES)
    [group] = await groups(bot)
    await say_yes(bot, group, "Anna", "Bo")
    await bot.channel("Bo").click(SaveProfile(home="Borlänge", matchable="true", faces="mark", paused="2026-06-01"))
    await say_yes(bot, group, "Cia")
    await bot.pass_(hours=1)
    [again] = await groups(bot)
    assert of(again) == ["Anna", "Cia"]


async def test_who_is_forgotten_is_nowhere(bot: RunningBot) -> None:
    group = await agreed(bot)
    await bot.channel("Bo").click(ForgetMe(sure=True))
    await bot.settle()
    kept = json.dumps([[each.key, each.value] for each in await bot.stored()], ensure_ascii=False)
    assert "directory-bo" not in kept
    [left] = await groups(bot)
    assert [member.home for member in left.members] == [member.home for member in group.members]
    assert len(left.people) == 2


async def test_who_is_forgotten_while_names_are_shown_is_gone_from_the_card_and_the_files(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        anna = await begin(bot)
        await profiles(bot, "Anna")
        zarah = Chat(bot, bot.channel("Zarah").place, {**activities.person("Zarah"), "name": FULL_NAME})
        await zarah.click(SaveProfile(home="Mora", faces="mark"))
        round = await called(bot, anna, named="true")
        await zarah.click(JoinRound(round=round.id))
        await join(bot, round, "Anna")
        assert FULL_NAME in standing(bot).text
        await zarah.click(ForgetMe(sure=True))
        await bot.settle()
        assert "Med är: Anna" in standing(bot).text
        assert FULL_NAME not in standing(bot).text
        assert await asyncio.to_thread(left_in, tmp_path, (FULL_NAME, "directory-zarah")) == []


async def test_who_is_in_a_round_sees_that_among_what_is_kept(bot: RunningBot) -> None:
    await agreed(bot)
    shown = (await bot.channel("Bo").click(ShowMyData())).text
    assert "Grupper du har fått förslag om eller är med i" in shown
    assert "Anna, Cia" in shown


# Afterwards


async def test_after_two_weeks_they_are_asked_in_their_thread(bot: RunningBot) -> None:
    group = await agreed(bot)
    thread = next(id for id, (_, sent) in bot.connector.messages.items() if "ni har sagt ja" in str(sent))
    await bot.pass_(days=13)
    before = len(in_channel(bot))
    await bot.pass_(days=1, hours=1)
    shown = standing(bot)
    assert len(in_channel(bot)) == before + 1
    assert shown.thread == f"19:general@thread.tacv2;messageid={thread}"
    assert "blev det av?" in shown.text
    assert "Tack!" in (await bot.channel("Bo").click(pressed(shown, "Ja"))).text
    await bot.settle()
    assert "Samtalet blev av." in standing(bot).text
    for action in (TellMet(group=group.id, met="no"), OpenLearned(group=group.id)):
        assert "Det kan bara de som är i gruppen" in (await bot.channel("Dan").click(action)).text


async def test_what_they_learned_is_written_beside_the_card_so_that_others_take_nothing_from_it(
    bot: RunningBot,
) -> None:
    group = await agreed(bot)
    await bot.pass_(days=15)
    bo = bot.channel("Bo")
    form = await opened(bo, standing(bot), "Berätta vad ni tog med er")
    await bot.channel("Cia").click(TellMet(group=group.id, met="booked"))
    await bot.settle()
    assert "Samtalet är bokat." in standing(bot).text
    long = await sent(bo, form, "Ja", learned="Å" * 501)
    assert "högst 500 tecken" in long.text
    assert fields_of(long)["learned"] == "Å" * 501
    assert "Tack!" in (await sent(bo, long, "Ja", learned="Ring länsstyrelsen först.")).text
    await bot.settle()
    for said in ("Samtalet blev av.", "”Ring länsstyrelsen först.”"):
        assert said in standing(bot).text


async def test_a_client_without_dialogs_gets_that_form_in_the_thread(bot: RunningBot) -> None:
    group = await agreed(bot)
    await bot.pass_(days=15)
    bo = bot.channel("Bo")
    [form] = await bo.submit(OpenLearned(group=group.id))
    assert form.thread == bo.place["conversation"]["id"]
    [thanks] = await bo.submit(TellMet(group=group.id, met="yes", learned="Ring länsstyrelsen först."))
    assert "Tack!" in thanks.text


async def test_the_leader_sees_who_has_met_whom_and_what_they_learned(bot: RunningBot) -> None:
    group = await agreed(bot)
    await bot.channel("Bo").click(TellMet(group=group.id, met="yes", learned="Ring länsstyrelsen först."))
    anna = bot.channel("Anna")
    shown = (await anna.click(ShowCoverage())).text
    assert "Avesta: \n2 – Borlänge, Falun" in shown
    assert "Ring länsstyrelsen först." in shown
    assert "Bara processledare" in (await bot.channel("Bo").click(ShowCoverage())).text


async def test_who_did_not_meet_is_not_counted(bot: RunningBot) -> None:
    group = await agreed(bot)
    await bot.channel("Bo").click(TellMet(group=group.id, met="no"))
    assert "Ingen grupp har tackat ja ännu." in (await bot.channel("Anna").click(ShowCoverage())).text


async def test_the_leader_says_what_groups_talk_by(bot: RunningBot) -> None:
    anna = await begin(bot)
    assert "Bara processledare" in (await bot.channel("Bo").click(SaveProtocol(words="x"))).text
    assert "Skriv högst" in (await anna.click(SaveProtocol(words="<b>x</b>"))).text
    assert "Stödet är sparat." in (await anna.click(SaveProtocol(words="Börja med fika."))).text
    await agreed(bot)
    assert "Börja med fika." in standing(bot).text
    assert "Avsluta (10 min)" not in standing(bot).text


async def test_it_all_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with loopback_connector() as teams:
        async with running(tmp_path, open_routes, connector=teams) as bot:
            await a_round(bot, *NAMES)
            clock = bot.clock
        clock.pass_(days=8)
        async with running(tmp_path, open_routes, clock, connector=teams) as bot:
            [group] = await groups(bot)
            await say_yes(bot, group, "Anna", "Bo")
        async with running(tmp_path, open_routes, clock, connector=teams) as bot:
            await say_yes(bot, group, "Cia")
            assert "ni har sagt ja" in standing(bot).text


def messages(bot: RunningBot) -> list[Shown]:
    return [standing(bot, number) for number in range(len(bot.connector.messages))]
