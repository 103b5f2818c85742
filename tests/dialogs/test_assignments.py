"""Home assignments: given, tried by municipalities, told of, reminded of in private; from a summary and by command."""

from typing import Any

import pytest

from cards.assignment_actions import DeleteAssignment, EditAssignment, OpenTrying, SaveTrying, WithdrawTrying
from knowledge import assignments
from knowledge.assignments import Assignment
from knowledge.meetings import summaries
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import opened, sent
from tests.dialogs.gathering import from_home, planned, press
from tests.dialogs.meeting import Leader
from tests.dialogs.polling import begin, filled_in, held, standing, titles

WORDS = "Ring en grannkommun och fråga om deras första kontakt."
TRY = "Ja, vi prövar det här"


async def form(anna: Chat, words: str = WORDS) -> Shown:
    anna.bot.clock.pass_(minutes=2)
    [shown] = await anna.say(f"hemuppgift {words}")
    return shown


async def given(anna: Chat, **typed: str) -> Assignment:
    shown = await form(anna)
    told = await anna.click(filled_in(shown, {**held(shown), **typed}, "Lägg ut"))
    assert "utlagd" in told.text
    await anna.bot.settle()
    [made, *_] = await anna.bot.store.run(lambda tx: assignments.every(tx, TEAM))
    return made


async def tries(chat: Chat, made: Assignment, home: str = "Leksand", report: str = "", shared: str = "false") -> Shown:
    return await chat.click(SaveTrying(assignment=made.id, home=home, report=report, shared=shared))


def on_card(bot: RunningBot) -> Shown:
    cards = [standing(bot, number) for number in range(len(bot.connector.messages))]
    return next(each for each in reversed(cards) if "Vad vi prövar hemma" in each.text)


async def test_it_is_given_until_the_next_meeting(bot: RunningBot) -> None:
    anna = await begin(bot)
    await planned(anna)
    assert held(await form(anna)) == {"text": WORDS, "until": "2026-03-19"}
    await given(anna)
    shown = on_card(bot)
    for words in (WORDS, "Till och med torsdag 19 mars", "Ingen kommun har sagt"):
        assert words in shown.text


async def test_without_a_meeting_it_is_four_weeks(bot: RunningBot) -> None:
    anna = await begin(bot)
    assert held(await form(anna, ""))["until"] == "2026-04-02"
    [english] = await anna.say("home assignment Call a neighbour.")
    assert held(english)["text"] == "Call a neighbour."


async def test_only_leaders_give_them(bot: RunningBot) -> None:
    anna = await begin(bot)
    bo = bot.channel("Bo")
    [told] = await bo.say("hemuppgift")
    assert "Bara processledare" in told.text
    made = await given(anna)
    assert "Bara processledare" in (await bo.click(DeleteAssignment(assignment=made.id, sure=True))).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"text": " "}, "saknas text"),
        ({"text": "Å" * 301}, "högst 300 tecken"),
        ({"until": "2026-03-05"}, "Välj en dag som kommer."),
        ({"until": "2029-03-05"}, "mer än två år"),
        ({"until": "sen"}, "Välj en dag."),
    ],
)
async def test_what_is_wrong_is_told_and_nothing_is_posted(bot: RunningBot, typed: dict[str, str], said: str) -> None:
    anna = await begin(bot)
    shown = await form(anna)
    before = len(bot.connector.messages)
    again = await anna.click(filled_in(shown, {**held(shown), **typed}, "Lägg ut"))
    assert said in again.text
    assert held(again) == {**held(shown), **typed}
    await bot.settle()
    assert len(bot.connector.messages) == before
    assert await bot.store.run(lambda tx: assignments.every(tx, TEAM)) == []


async def test_a_second_click_gives_no_second_one(bot: RunningBot) -> None:
    anna = await begin(bot)
    shown = await form(anna)
    for number in range(2):
        await anna.click(filled_in(shown, held(shown), "Lägg ut"), id=f"{number}")
    await bot.settle()
    assert len(await bot.store.run(lambda tx: assignments.every(tx, TEAM))) == 1


async def test_municipalities_try_it_and_tell_how_it_went(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await given(anna)
    bo, cia = bot.channel("Bo"), bot.channel("Cia")
    await from_home(bo, "Mora")
    shown = await opened(bo, on_card(bot), "Vi prövar det här")
    assert held(shown)["home"] == "Mora"
    assert titles(shown) == [TRY]
    saved = await sent(bo, shown, TRY)
    assert "Sparat." in saved.text
    await tries(cia, made, "Falun", "De svarade direkt.\nVi ses i maj.")
    await bot.pass_(seconds=3)
    card = on_card(bot)
    assert "Falun, Mora" in card.text
    assert "De svarade direkt. Vi ses i maj." in card.text
    assert "Cia" not in card.text
    again = await cia.click(OpenTrying(assignment=made.id))
    assert held(again)["report"] == "De svarade direkt. Vi ses i maj."
    gone = await cia.click(WithdrawTrying(assignment=made.id))
    assert "borttaget" in gone.text
    await bot.pass_(seconds=3)
    assert "Falun" not in on_card(bot).text


async def test_the_form_is_beside_the_card_so_that_others_take_nothing_from_it(bot: RunningBot) -> None:
    made = await given(await begin(bot))
    bo = bot.channel("Bo")
    form = await opened(bo, on_card(bot), "Vi prövar det här")
    await tries(bot.channel("Cia"), made, "Falun")
    await bot.pass_(seconds=3)
    assert "Falun" in on_card(bot).text
    wrong = await sent(bo, form, TRY, report="De svarade direkt.")
    assert "Välj kommun" in wrong.text
    assert held(wrong)["report"] == "De svarade direkt."
    saved = await sent(bo, wrong, TRY, home="Mora")
    assert "Sparat." in saved.text
    await bot.pass_(seconds=3)
    for said in ("Falun, Mora", "De svarade direkt."):
        assert said in on_card(bot).text
    assert "borttaget" in (await sent(bo, saved, "Ta tillbaka")).text


@pytest.mark.parametrize(("findable", "home"), [(True, "Mora"), (False, "")])
async def test_a_client_without_dialogs_gets_the_form_in_the_thread(bot: RunningBot, findable: bool, home: str) -> None:
    """It begins with nothing that others may not see."""
    made = await given(await begin(bot))
    bo = bot.channel("Bo")
    await from_home(bo, "Mora", findable=findable)
    [form] = await bo.submit(OpenTrying(assignment=made.id))
    assert form.thread == bo.place["conversation"]["id"]
    assert held(form)["home"] == home
    [saved] = await bo.submit(SaveTrying(assignment=made.id, home="Mora", report="Bra."))
    assert "Sparat." in saved.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"home": "Atlantis"}, "Välj kommun"),
        ({"home": ""}, "Välj kommun"),
        ({"report": "ett\ntvå\ntre"}, "högst två rader"),
        ({"report": "Å" * 501}, "500 tecken"),
    ],
)
async def test_what_is_wrong_of_ones_own_is_told_and_kept_in_the_form(
    bot: RunningBot, typed: dict[str, str], said: str
) -> None:
    made = await given(await begin(bot))
    bo = bot.channel("Bo")
    again = await tries(bo, made, **{"home": "Mora", **typed})
    assert said in again.text
    assert held(again)["report"] == typed.get("report", "")
    assert await bot.store.run(lambda tx: assignments.tried(tx, made)) == []


async def test_who_tries_is_reminded_in_private_a_week_before_the_meeting(bot: RunningBot) -> None:
    anna = await begin(bot)
    await planned(anna)
    made = await given(anna)
    for name in ("Bo", "Cia", "Dan"):
        await bot.channel(name).say("hej")
        await bot.personal(name).say("hej")
    await tries(bot.channel("Bo"), made, "Mora")
    await tries(bot.channel("Cia"), made, "Falun", "Det gick bra.")
    before = len(bot.connector.messages)
    await bot.pass_(days=6)
    assert len(bot.connector.messages) == before
    await bot.pass_(days=1, hours=1)
    assert len(bot.connector.messages) == before + 1
    told = standing(bot)
    assert WORDS in told.text
    assert told.thread == bot.personal("Bo").place["conversation"]["id"]
    assert "[Öppna kortet](https://teams.microsoft.com/l/message/" in told.text
    await bot.pass_(days=3)
    assert len(bot.connector.messages) == before + 1


async def test_it_begins_with_what_a_summary_says_people_will_try(bot: RunningBot) -> None:
    leader = await Leader.of(bot)
    await leader.published("Träff\n## Vad vi prövar hemma\n- Bjuda in grannkommunen.\n- Rita en karta.\n")
    [summary] = await bot.store.run(lambda tx: summaries.every(tx, TEAM))
    shown = await leader.channel.click(EditAssignment(meeting=summary.id))
    assert held(shown)["text"] == "Bjuda in grannkommunen."
    await leader.channel.click(filled_in(shown, held(shown), "Lägg ut"))
    again = await leader.channel.click(EditAssignment(meeting=summary.id))
    assert held(again)["text"] == "Rita en karta."


async def test_deleted_nothing_is_left_of_it(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await given(anna)
    await tries(bot.channel("Bo"), made)
    before = len(bot.connector.messages)
    asked = await anna.click(DeleteAssignment(assignment=made.id))
    await anna.click(press(asked, "Ja, ta bort"))
    await bot.pass_(seconds=3)
    assert len(bot.connector.messages) == before - 1
    assert not any("/assignment" in entry.key for entry in await bot.stored())
    for action in (OpenTrying, SaveTrying, WithdrawTrying):
        gone: Any = action(assignment=made.id)
        assert (await bot.channel("Bo").click(gone)).text == "Den hemuppgiften finns inte kvar."


async def test_who_is_forgotten_tries_nothing(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await given(anna)
    bo = bot.personal("Bo")
    await bot.channel("Bo").say("hej")
    await tries(bo, made, "Mora", "Bra.")
    [told] = await bo.say("mina uppgifter")
    assert "Hemuppgifter som du prövar" in told.text
    [asked] = await bo.say("glöm mig")
    await bo.click(press(asked, "Ja, glöm mig"))
    await bot.pass_(seconds=3)
    assert "Mora" not in on_card(bot).text
