"""A round of talks: called by a leader, joined with a click, closed when it is time."""

import pytest

from cards.people_actions import SaveProfile, ShowProfile
from cards.round_actions import (
    AcceptGroup,
    CallRound,
    CancelRound,
    CloseRound,
    JoinFrom,
    JoinRound,
    LeaveRound,
    SeeRound,
    ShowRounds,
)
from knowledge import people
from knowledge.rounds.model import Asked
from tests.bot.activities import TEAM
from tests.bot.conversation import RunningBot
from tests.dialogs.filling import opened, sent
from tests.dialogs.polling import begin, filled_in, held, pressed, standing, titles
from tests.dialogs.rounds import a_round, called, groups, in_channel, join, latest, own, profiles, proposed, rounds

NAMES = ("Anna", "Bo", "Cia")


# Called


async def test_a_leader_calls_a_round_in_the_channel(bot: RunningBot) -> None:
    anna = await begin(bot)
    round = await called(bot, anna)
    assert (round.size, round.asked, round.named) == (3, Asked.ALL, False)
    shown = standing(bot)
    assert "Triadsamtal: vill du vara med?" in shown.text
    assert "senast torsdag 12 mars kl. 16.00" in shown.text
    assert "Ingen är med ännu." in shown.text
    assert shown.card["refresh"]["userIds"] == [
        f"29:{name.lower()}" for name in ("Anna", "Bo", "Cia", "Dan", "Eva", "Fia")
    ]


async def test_it_begins_a_thread_of_its_own(bot: RunningBot) -> None:
    await called(bot, await begin(bot))
    assert standing(bot).thread == "19:general@thread.tacv2"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "2026-03-01"}, "Välj en tid som ligger framför oss"),
        ({"date": "2027-03-01"}, "Välj en tid som ligger framför oss"),
        ({"date": "snart"}, "Välj en tid som ligger framför oss"),
        ({"size": "7"}, "Ny omgång samtal"),
        ({"asked": "nobody"}, "Ny omgång samtal"),
    ],
)
async def test_what_cannot_be_is_told_in_the_form(bot: RunningBot, fields: dict[str, str], said: str) -> None:
    anna = await begin(bot)
    [form] = await anna.say("triader")
    shown = await anna.click(filled_in(form, {**held(form), **fields}, "Fråga i kanalen"))
    assert said in shown.text
    assert "Fråga i kanalen" in titles(shown)
    assert await rounds(bot) == []


async def test_the_form_clicked_twice_calls_one(bot: RunningBot) -> None:
    anna = await begin(bot)
    [form] = await anna.say("triader")
    for _ in range(2):
        await anna.click(filled_in(form, held(form), "Fråga i kanalen"))
        bot.clock.pass_(minutes=2)
    await bot.settle()
    assert len(await rounds(bot)) == 1


async def test_there_is_one_at_a_time(bot: RunningBot) -> None:
    anna = await begin(bot)
    await called(bot, anna)
    told = await anna.click(CallRound(round="another", size="3", asked="all", date="2026-03-12", time="16:00"))
    assert "En omgång pågår redan" in told.text
    bot.clock.pass_(minutes=2)
    [shown] = await anna.say("triader")
    assert "Omgången som pågår" in shown.text


async def test_others_cannot_call_one_and_see_where_they_stand(bot: RunningBot) -> None:
    await begin(bot)
    bo = bot.channel("Bo")
    told = await bo.click(CallRound(round="x", size="3", asked="all", date="2026-03-12", time="16:00"))
    assert "Bara processledare" in told.text
    [none] = await bo.say("triader")
    assert "Det pågår ingen omgång" in none.text
    await called(bot, bot.channel("Anna"))
    bot.clock.pass_(minutes=2)
    [door] = await bo.say("triader")
    assert titles(door) == ["Min anmälan"]


async def test_in_private_it_tells_where_rounds_are_called(bot: RunningBot) -> None:
    await begin(bot)
    [told] = await bot.personal("Anna").say("triader")
    assert "Bjud in till samtal från kanalen" in told.text


# Joined


async def test_one_click_is_enough_and_all_see_how_many_but_not_who(bot: RunningBot) -> None:
    await a_round(bot, *NAMES)
    assert "3 är med." in standing(bot).text
    assert not any(name in standing(bot).text for name in NAMES)


async def test_names_are_shown_where_the_leader_says_so_and_go_with_who_leaves(bot: RunningBot) -> None:
    round = await a_round(bot, *NAMES, named="true")
    assert "Med är: Anna, Bo, Cia" in standing(bot).text
    await bot.channel("Bo").click(LeaveRound(round=round.id))
    await bot.pass_(seconds=2)
    assert "Med är: Anna, Cia" in standing(bot).text


async def test_who_joins_is_told_so_alone(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, "Bo")
    round = await called(bot, anna)
    told = await bot.channel("Bo").click(JoinRound(round=round.id))
    assert "Du är med. Anmälan stänger torsdag 12 mars" in told.text
    assert told.card == {}
    shown = await own(bot, round, "Bo")
    assert titles(shown) == ["Jag vill inte vara med"]
    again = await bot.channel("Bo").click(JoinRound(round=round.id, own=True))
    assert "Du är med." in again.text


async def test_joining_is_a_yes_to_being_matched_and_not_to_being_found(bot: RunningBot) -> None:
    round = await a_round(bot, "Bo")
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-bo"))
    assert profile
    assert profile.matchable
    assert profile.findable is None
    assert (await bot.channel("Bo").click(ShowProfile())).text
    assert round.closed_at is None


async def test_who_has_told_nothing_is_asked_where_they_work(bot: RunningBot) -> None:
    await called(bot, await begin(bot))
    bo = bot.channel("Bo")
    await profiles(bot, "Cia")
    form = await opened(bo, standing(bot), "Jag är med")
    assert "Var arbetar du?" in form.text
    assert set(held(form).values()) == {""}
    assert "Du är med." in (await opened(bot.channel("Cia"), standing(bot), "Jag är med")).text
    await bot.pass_(seconds=2)
    assert "En är med." in standing(bot).text
    bad = await sent(bo, form, "Spara, jag är med", home="Atlantis", faces="mark,energi")
    assert "Välj kommun eller organisation." in bad.text
    assert held(bad)["faces"] == "mark,energi"
    shown = await sent(bo, bad, "Spara, jag är med", home="Mora")
    assert "Du är med." in shown.text
    await bot.pass_(seconds=2)
    assert "2 är med." in standing(bot).text
    profile = await bot.store.run(lambda tx: people.find(tx, TEAM, "directory-bo"))
    assert profile
    assert (profile.home, profile.faces.themes) == ("Mora", ("mark", "energi"))


async def test_a_client_without_dialogs_is_asked_where_they_work_in_the_thread(bot: RunningBot) -> None:
    round = await called(bot, await begin(bot))
    bo = bot.channel("Bo")
    [form] = await bo.submit(JoinRound(round=round.id))
    assert form.thread == bo.place["conversation"]["id"]
    assert "Var arbetar du?" in form.text
    [shown] = await bo.submit(JoinFrom(round=round.id, home="Mora"))
    assert "Du är med." in shown.text


async def test_a_leader_manages_it_beside_the_card_so_that_who_joins_takes_nothing_from_a_form(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, "Bo")
    round = await called(bot, anna)
    form = await sent(anna, await opened(anna, standing(bot), "Hantera"), "Ändra stödet för samtalet")
    await join(bot, round, "Bo")
    assert "En är med." in standing(bot).text
    saved = await sent(anna, form, "Spara", words="En berättar, två frågar.")
    assert held(saved)["words"] == "En berättar, två frågar."
    [managed] = await anna.submit(ShowRounds())
    assert managed.thread == anna.place["conversation"]["id"]


async def test_who_has_not_said_yes_in_their_profile_may_be_left_out(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, "Bo")
    await profiles(bot, "Cia", matchable="true")
    round = await called(bot, anna, asked="willing")
    assert "Den här omgången är för dem" in (await bot.channel("Bo").click(JoinRound(round=round.id))).text
    assert "Du är med." in (await bot.channel("Cia").click(JoinRound(round=round.id))).text


async def test_who_has_paused_is_told_so(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot, "Bo", paused="2026-04-01")
    round = await called(bot, anna)
    assert "Du har pausat din profil" in (await bot.channel("Bo").click(JoinRound(round=round.id))).text


async def test_after_closing_nobody_joins(bot: RunningBot) -> None:
    round = await proposed(bot, "Anna", "Bo")
    await profiles(bot, "Cia")
    assert "Anmälan är stängd." in (await bot.channel("Cia").click(JoinRound(round=round.id))).text
    assert "Du är inte med i den här omgången." in (await own(bot, round, "Cia")).text


async def test_another_network_knows_nothing_of_it(bot: RunningBot) -> None:
    round = await a_round(bot, "Anna")
    group = bot.group("Eva")
    await group.install()
    for action in (SeeRound(round=round.id), CancelRound(round=round.id, sure=True), JoinRound(round=round.id)):
        assert "finns inte kvar" in (await group.click(action)).text
    assert len(await rounds(bot)) == 1


# Closed


async def test_a_leader_closes_it_before_its_time_once_they_are_sure(bot: RunningBot) -> None:
    round = await a_round(bot, *NAMES)
    anna = bot.channel("Anna")
    asked = await anna.click(CloseRound(round=round.id))
    assert "Ska jag stänga anmälan" in asked.text
    assert (await latest(bot)).closed_at is None
    told = await anna.click(pressed(asked, "Ja, stäng"))
    assert "Förslagen kommer om en stund." in told.text
    await bot.settle()
    assert len(await groups(bot)) == 1
    assert "Bara processledare" in (await bot.channel("Bo").click(CloseRound(round=round.id, sure=True))).text


async def test_a_cancelled_round_leaves_nothing_behind(bot: RunningBot) -> None:
    round = await proposed(bot, *NAMES)
    before = len(in_channel(bot))
    anna = bot.channel("Anna")
    asked = await anna.click(CancelRound(round=round.id))
    await anna.click(pressed(asked, "Ja, avbryt"))
    await bot.settle()
    assert await rounds(bot) == []
    assert await groups(bot) == []
    assert len(in_channel(bot)) == before - 2
    assert "finns inte kvar" in (await own(bot, round, "Bo")).text
    await bot.pass_(days=20)
    assert len(in_channel(bot)) == before - 2


async def test_after_an_outage_it_closes_and_the_groups_are_formed(bot: RunningBot) -> None:
    await a_round(bot, *NAMES)
    bot.clock.pass_(days=30)
    await bot.settle()
    assert [len(group.members) for group in await groups(bot)] == [3]


async def test_two_rounds_later_others_are_met(bot: RunningBot) -> None:
    anna = await begin(bot)
    await profiles(bot)
    met: list[frozenset[str]] = []
    for _ in range(2):
        round = await called(
            bot, anna, size="2", date=(bot.clock().date()).replace(day=bot.clock().day).isoformat(), time="23:00"
        )
        await join(bot, round, "Anna", "Bo", "Cia", "Dan")
        await bot.pass_(days=1)
        for group in await groups(bot):
            for name in ("Anna", "Bo", "Cia", "Dan"):
                await bot.channel(name).click(AcceptGroup(group=group.id))
        met += [frozenset(group.people) for group in await groups(bot) if group.round == round.id]
    assert len(set(met)) == 4


async def test_a_profile_changed_while_they_wait_counts(bot: RunningBot) -> None:
    await a_round(bot, *NAMES)
    await bot.channel("Bo").click(SaveProfile(home="Borlänge", faces="mark"))
    await bot.pass_(days=8)
    [group] = await groups(bot)
    assert set(group.people) == {"directory-anna", "directory-cia"}
