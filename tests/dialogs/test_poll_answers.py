"""Answering polls: once a person, however often and wherever; shown to all, and to each as their own."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from cards.poll_actions import FillIn, SeePoll, Vote, Withdraw
from knowledge.polls.model import Poll, Said
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.polling import (
    PEOPLE,
    begin,
    choose,
    held,
    inputs_of,
    line,
    made,
    poll,
    pressed,
    standing,
    tally,
    titles,
)


@pytest.fixture
async def anna(bot: RunningBot) -> AsyncIterator[Chat]:
    yield await begin(bot)


@pytest.fixture
async def posted(bot: RunningBot, anna: Chat) -> Poll:
    await line(anna)
    return await poll(bot)


async def everybody_chooses(bot: RunningBot, *options: str) -> None:
    for name, option in zip(PEOPLE, options, strict=False):
        await choose(bot.channel(name), standing(bot), option)
    await bot.pass_(seconds=1)


# Chosen by a click


async def test_who_votes_gets_a_receipt_that_nobody_else_sees(bot: RunningBot, posted: Poll) -> None:
    receipt = await choose(bot.channel("Bo"), standing(bot), "onsdag 13")
    assert (receipt.text, receipt.card) == ("Ditt svar: onsdag 13.", {})
    await bot.pass_(seconds=1)
    assert "Ditt svar" not in standing(bot).text
    assert "1 av 6 har svarat" in standing(bot).text


async def test_the_card_is_changed_in_place_at_most_once_a_second(bot: RunningBot, posted: Poll) -> None:
    messages, shown = len(bot.connector.messages), standing(bot)
    bot.connector.calls.clear()
    for number in range(15):
        await choose(bot.channel(PEOPLE[number % 6]), shown, "tisdag 9", id=activities.new_id())
        await bot.pass_(seconds=0.1)
    await bot.pass_(seconds=1)
    assert [call.method for call in bot.connector.calls] == ["PUT", "PUT"]
    assert len(bot.connector.messages) == messages
    assert "6 av 6 har svarat" in standing(bot).text


async def test_numbers_and_bars_are_shown_once_five_have_answered(bot: RunningBot, posted: Poll) -> None:
    await everybody_chooses(bot, *["tisdag 9"] * 3, "onsdag 13")
    assert "svar (" not in standing(bot).text
    assert "accent" not in json.dumps(standing(bot).card)
    await choose(bot.channel("Eva"), standing(bot), "onsdag 13")
    await bot.pass_(seconds=1)
    shown = standing(bot)
    assert "3 svar (60 %)" in shown.text
    assert "2 svar (40 %)" in shown.text
    assert "0 svar (0 %)" in shown.text
    assert '"width": 60, "style": "accent"' in json.dumps(shown.card)
    assert "5 av 6 har svarat" in shown.text


async def test_a_named_poll_shows_who_chose_what(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, names="all")
    await everybody_chooses(bot, "tisdag 9", "onsdag 13", "tisdag 9")
    assert "2 svar (67 %)" in standing(bot).text
    assert "Anna, Cia" in standing(bot).text


async def test_names_for_leaders_are_not_on_the_card_for_all(bot: RunningBot, anna: Chat) -> None:
    held = await made(bot, bot.channel("Bo"), names="leaders")
    await everybody_chooses(bot, "tisdag 9", "onsdag 13", "tisdag 9")
    assert "Anna" not in standing(bot).text
    for name in ("Anna", "Bo"):  # who leads, and who made it
        assert "Anna, Cia" in (await bot.channel(name).click(SeePoll(poll=held.id))).text
    assert "Anna, Cia" not in (await bot.channel("Cia").click(SeePoll(poll=held.id))).text


async def test_an_answer_is_changed_and_counts_once(bot: RunningBot, posted: Poll) -> None:
    bo = bot.channel("Bo")
    for option in ("tisdag 9", "onsdag 13", "onsdag 13", "torsdag 10"):
        receipt = await choose(bo, standing(bot), option)
        assert receipt.text == f"Ditt svar: {option}."
    assert (await tally(bot)).counts[0].chosen == (0, 0, 1)
    assert (await tally(bot)).voters == 1


async def test_one_may_change_ones_mind_back_within_a_minute(bot: RunningBot, posted: Poll) -> None:
    bo = bot.channel("Bo")
    for option in ("tisdag 9", "onsdag 13", "tisdag 9"):
        await choose(bo, standing(bot), option)
    assert (await tally(bot)).counts[0].chosen == (1, 0, 0)


async def test_a_click_delivered_late_does_not_bring_back_what_was_changed(bot: RunningBot, posted: Poll) -> None:
    bo = bot.channel("Bo")
    await choose(bo, standing(bot), "tisdag 9", id="first")
    await choose(bo, standing(bot), "onsdag 13", id="second")
    bot.clock.pass_(seconds=30)
    again = await choose(bo, standing(bot), "tisdag 9", id="first")
    assert again.text == "Ditt svar: onsdag 13."
    assert (await tally(bot)).counts[0].chosen == (0, 1, 0)


async def test_from_several_places_one_is_still_one(bot: RunningBot, posted: Poll) -> None:
    action = Vote(poll=posted.id, option=0)
    for chat in (bot.channel("Bo"), bot.channel("Bo", thread="2"), bot.personal("Bo")):
        await chat.click(action)
        await chat.submit(Vote(poll=posted.id, option=1))
    assert (await tally(bot)).counts[0].chosen == (0, 1, 0)


async def test_a_guest_votes_under_the_id_that_teams_gives(bot: RunningBot, posted: Poll) -> None:
    guest = {"id": "29:guest", "name": "Gäst"}
    bo = bot.channel("Bo")
    assert (await Chat(bot, bo.place, guest).click(Vote(poll=posted.id, option=0))).text == "Ditt svar: tisdag 9."
    assert (await tally(bot)).voters == 1


async def test_a_client_without_execute_says_nothing_that_others_hear(bot: RunningBot, posted: Poll) -> None:
    bo, before = bot.channel("Bo"), standing(bot)
    for action in (
        Vote(poll=posted.id, option=0),
        Vote(poll=posted.id, option=1, own=True),
        SeePoll(poll=posted.id),
        Withdraw(poll=posted.id),
        Vote(poll="gone", option=0),
    ):
        assert await bo.submit(action) == []
    assert standing(bot).text == before.text
    assert await bo.submit(Vote(poll=posted.id, option=2)) == []
    assert (await tally(bot)).counts[0].chosen == (0, 0, 1)


@pytest.mark.parametrize("option", [3, 9, 20])
async def test_an_unknown_option_is_refused(bot: RunningBot, posted: Poll, option: int) -> None:
    told = await bot.channel("Bo").click(Vote(poll=posted.id, option=option))
    assert "finns inte i omröstningen" in told.text
    assert (await tally(bot)).voters == 0


async def test_another_networks_poll_is_not_there(bot: RunningBot, posted: Poll) -> None:
    eva = bot.group("Eva")
    for action in (
        Vote(poll=posted.id, option=0),
        Withdraw(poll=posted.id),
        SeePoll(poll=posted.id),
        FillIn(poll=posted.id, answer_0="x"),
    ):
        assert "finns inte kvar" in (await eva.click(action)).text
    assert (await tally(bot)).voters == 0


async def test_a_poll_to_click_is_not_filled_in(bot: RunningBot, posted: Poll) -> None:
    assert "finns inte" in (await bot.channel("Bo").click(FillIn(poll=posted.id, answer_0="1"))).text


# One's own card


async def test_teams_asks_for_the_card_of_each(bot: RunningBot, posted: Poll) -> None:
    refresh = standing(bot).card["refresh"]
    assert refresh["userIds"] == [activities.person(name)["id"] for name in PEOPLE]
    assert refresh["action"]["data"] == SeePoll(poll=posted.id).model_dump()
    await choose(bot.channel("Bo"), standing(bot), "onsdag 13")
    own = await bot.channel("Bo").click(SeePoll(poll=posted.id))
    assert "✓ onsdag 13" in own.text
    assert "Ditt svar: onsdag 13." in own.text
    assert own.card["refresh"] == refresh
    assert "✓" not in (await bot.channel("Cia").click(SeePoll(poll=posted.id))).text


async def test_more_than_sixty_are_not_named_to_teams(bot: RunningBot, anna: Chat) -> None:
    bot.connector.members = {f"29:{n}": {"id": f"29:{n}", "name": f"P{n}"} for n in range(61)}
    await line(anna)
    assert "refresh" not in standing(bot).card
    assert "0 av 61 har svarat" in standing(bot).text


async def test_on_ones_own_card_one_votes_changes_and_withdraws(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, kind="several")
    bo = bot.channel("Bo")
    own = await bo.click(pressed(standing(bot), "Mitt svar"))
    own = await bo.click(pressed(own, "Välj", "tisdag 9"))
    own = await bo.click(pressed(own, "Välj", "torsdag 10"))
    assert "Ditt svar: tisdag 9, torsdag 10." in own.text
    own = await bo.click(pressed(own, "Ta bort", "tisdag 9"))
    assert "Ditt svar: torsdag 10." in own.text
    own = await bo.click(pressed(own, "Ta tillbaka mitt svar"))
    assert "Ditt svar" not in own.text
    assert "0 av 6 har svarat" in own.text
    assert (await tally(bot)).voters == 0


async def test_a_withdrawal_is_not_repeated_either(bot: RunningBot, posted: Poll) -> None:
    bo = bot.channel("Bo")
    await choose(bo, standing(bot), "tisdag 9")
    await bo.click(Withdraw(poll=posted.id), id="withdrawn")
    await choose(bo, standing(bot), "onsdag 13")
    assert "Ditt svar: onsdag 13." in (await bo.click(Withdraw(poll=posted.id), id="withdrawn")).text
    assert (await tally(bot)).voters == 1


async def test_results_after_voting_are_seen_by_who_voted(bot: RunningBot, anna: Chat) -> None:
    held = await made(bot, anna, names="all", shown="after_voting")
    await everybody_chooses(bot, "tisdag 9", "onsdag 13")
    assert "svar (" not in standing(bot).text
    assert "1 svar (50" not in (await bot.channel("Cia").click(SeePoll(poll=held.id))).text
    assert "ett svar (50 %)" in (await bot.channel("Bo").click(SeePoll(poll=held.id))).text


async def test_results_on_closing_are_seen_by_nobody_before(bot: RunningBot, anna: Chat) -> None:
    held = await made(bot, anna, names="all", shown="on_closing")
    await everybody_chooses(bot, "tisdag 9", "onsdag 13")
    for name in ("Anna", "Bo"):
        assert "svar (" not in (await bot.channel(name).click(SeePoll(poll=held.id))).text


# Filled in


async def test_words_are_filled_in_and_changed(bot: RunningBot, anna: Chat) -> None:
    held_poll = await made(bot, anna, question="Vad tar vi upp?", kind="words", options="", names="all")
    bo = bot.channel("Bo")
    [field] = inputs_of(standing(bot).card)
    assert field["label"] == "Vad tar vi upp?"
    own = await bo.click(FillIn(poll=held_poll.id, answer_0="  Vatten och *el* "))
    assert own.text.startswith("Tack. Ditt svar är noterat.")
    assert held(own) == {"answer_0": "Vatten och *el*"}
    assert "”Vatten och *el*”" in own.text
    await bo.click(FillIn(poll=held_poll.id, answer_0="Bara vatten"))
    assert (await tally(bot)).counts[0].said == (Said("Bara vatten", "Bo"),)


async def test_the_card_is_left_alone_while_people_write(bot: RunningBot, anna: Chat) -> None:
    held_poll = await made(bot, anna, kind="words", options="")
    bot.connector.calls.clear()
    await bot.channel("Bo").click(FillIn(poll=held_poll.id, answer_0="Vatten"))
    await bot.pass_(seconds=10)
    assert bot.connector.calls == []


@pytest.mark.parametrize(("words", "error"), [("  ", "innan du skickar"), ("å" * 1001, "högst 1000 tecken")])
async def test_what_cannot_be_kept_is_told_and_stays(bot: RunningBot, anna: Chat, words: str, error: str) -> None:
    held_poll = await made(bot, anna, kind="words", options="")
    told = await bot.channel("Bo").click(FillIn(poll=held_poll.id, answer_0=words))
    assert error in told.text.replace("\xa0", "")
    assert held(told)["answer_0"] == words
    assert (await tally(bot)).voters == 0


async def test_words_are_not_voted_on(bot: RunningBot, anna: Chat) -> None:
    held_poll = await made(bot, anna, kind="words", options="")
    assert "finns inte" in (await bot.channel("Bo").click(Vote(poll=held_poll.id, option=0))).text


async def test_anonymous_words_are_shown_from_five_on(bot: RunningBot, anna: Chat) -> None:
    held_poll = await made(bot, anna, kind="words", options="")
    for name in PEOPLE[:4]:
        own = await bot.channel(name).click(FillIn(poll=held_poll.id, answer_0=f"Svar av {name}"))
        assert "Svar av" not in "".join(part for part in own.text.split("\n") if part.startswith("”"))
    own = await bot.channel("Eva").click(FillIn(poll=held_poll.id, answer_0="Svar av Eva"))
    assert own.text.count("”Svar av") == 5


async def test_a_scale_is_answered_by_a_click(bot: RunningBot, anna: Chat) -> None:
    await made(bot, anna, kind="scale", options="", names="all")
    assert titles(standing(bot)).count("Välj") == 5
    assert (await choose(bot.channel("Bo"), standing(bot), "5 – högst")).text == "Ditt svar: 5 – högst."
    assert (await tally(bot)).counts[0].chosen == (0, 0, 0, 0, 1)


# What is kept


async def test_nothing_kept_tells_who_answered_what_anonymously(bot: RunningBot, posted: Poll) -> None:
    """Neither the ballots nor what recognises a click that comes again."""
    shown = standing(bot)
    await bot.channel("Bo").say("hej")
    before = {entry.key for entry in await bot.stored()}
    for option in ("tisdag 9", "onsdag 13"):
        await choose(bot.channel("Bo"), shown, option)
    new = [entry for entry in await bot.stored() if entry.key not in before]
    assert not any("directory-bo" in entry.key + json.dumps(entry.value) for entry in new)
    assert not any("29:bo" in entry.key + json.dumps(entry.value) for entry in new)
    assert {entry.key.split("/")[0] for entry in new} == {"networks", "once", "jobs"}


async def test_a_log_line_of_a_vote_names_neither_voter_nor_vote(
    bot: RunningBot, posted: Poll, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    await choose(bot.channel("Bo"), standing(bot), "onsdag 13")
    written = "".join(capfd.readouterr()) + caplog.text
    assert not any(each in written for each in ("directory-bo", "29:bo", "onsdag", '"option"', "option="))


async def test_a_restart_changes_nothing(bot: RunningBot, posted: Poll) -> None:
    """The card's buttons work on the store alone."""
    await choose(bot.channel("Bo"), standing(bot), "onsdag 13")
    assert replace(posted) == await poll(bot)
