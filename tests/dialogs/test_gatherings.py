"""Planning a meeting: filled in, refused with a reason at the field, posted once, changed, cancelled, deleted."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from cards.gathering_actions import CancelGathering, DeleteGathering, EditGathering, ManageGathering, PlanGathering
from knowledge.gatherings import lifecycle
from knowledge.gatherings.model import Answer
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import opened, sent
from tests.dialogs.gathering import (
    POST,
    TYPED,
    attend,
    buttons,
    form,
    from_home,
    gatherings,
    latest,
    on_card,
    planned,
    press,
)
from tests.dialogs.polling import begin, filled_in, held, standing, titles

SAVE = "Spara ändringen"


async def tried(anna: Chat, **typed: str) -> Shown:
    shown = await form(anna)
    return await anna.click(filled_in(shown, {**held(shown), **TYPED, **typed}, POST))


async def test_the_form_holds_a_programme_and_hours_to_begin_with(bot: RunningBot) -> None:
    anna = await begin(bot)
    filled = held(await form(anna))
    assert (filled["date"], filled["begins"], filled["ends"]) == ("2026-04-02", "13:00", "15:00")
    assert filled["programme"].splitlines()[0] == "Kunskapspass"
    assert len(filled["programme"].splitlines()) == 5


async def test_a_meeting_is_posted_at_the_top_of_the_channel(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    shown = on_card(bot)
    for words in (
        "torsdag 19 mars 2026 kl. 13.00–15.00",
        "Kommunhuset i Falun",
        "Teman: bostäder, mark",
        "Leksand – Leksands utveckling",
        "Triadsamtal eller gruppövning",
        "Läs om Ludvika.",
        "Kommer: 0",
    ):
        assert words in shown.text
    assert made.conversation == "19:general@thread.tacv2"
    said = [each["title"] for each in buttons(shown.card)]
    assert said == ["Jag kommer", "Kanske", "Kan inte", "Kalenderfil", "Hantera"]


async def test_a_second_click_posts_no_second_one(bot: RunningBot) -> None:
    anna = await begin(bot)
    shown = await form(anna)
    click = filled_in(shown, {**held(shown), **TYPED}, POST)
    for number in range(2):
        assert "utlagd" in (await anna.click(click, id=f"{number}")).text
    await bot.settle()
    assert len(await gatherings(bot)) == 1
    assert sum("Hantera" in standing(bot, at).text for at in range(len(bot.connector.messages))) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"title": " "}, "Skriv en rubrik."),
        ({"title": "Å" * 121}, "högst 120 tecken"),
        ({"title": "<at>Alla</at>"}, "Nämn ingen"),
        ({"title": "[här](https://evil.example)"}, "vanlig text"),
        ({"date": "2026-03-04"}, "har redan varit"),
        ({"date": "2026-03-05", "begins": "08:30", "ends": "10:00"}, "har redan varit"),
        ({"date": "2028-03-19"}, "mer än två år"),
        ({"date": "igår"}, "Välj både dag och klockslag."),
        ({"date": ""}, "Välj både dag och klockslag."),
        ({"begins": "15:00", "ends": "13:00"}, "slutar innan den börjar"),
        ({"ends": "13:00"}, "slutar innan den börjar"),
        ({"place": "Å" * 2000}, "högst 500 tecken"),
        ({"programme": "Å" * 1501}, "högst 1\u00a0500 tecken"),
        ({"presenting": "a\n" * 26}, "för många rader"),
        ({"themes": "mark,fiske"}, "Välj bland temana"),
    ],
)
async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_posted(
    bot: RunningBot, typed: dict[str, str], said: str
) -> None:
    anna = await begin(bot)
    before = len(bot.connector.messages)
    again = await tried(anna, **typed)
    assert said in again.text
    assert "Inget är postat." in again.text
    assert held(again) == {**held(again), **TYPED, **typed}
    await bot.settle()
    assert await gatherings(bot) == []
    assert len(bot.connector.messages) == before + 1  # the form


async def test_two_meetings_at_once_are_refused(bot: RunningBot) -> None:
    anna = await begin(bot)
    first = await planned(anna)
    assert "redan en träff då" in (await tried(anna, begins="14:30", ends="16:00")).text
    await planned(anna, begins="15:00", ends="16:00", title="Direkt efter")
    await anna.click(CancelGathering(gathering=first.id, sure=True))
    await planned(anna, begins="13:00", ends="14:30", title="I stället")


async def test_the_form_remembers_the_last_meeting(bot: RunningBot) -> None:
    anna = await begin(bot)
    await planned(anna, programme="Fika\nSamtal", begins="09:00", ends="11:30")
    filled = held(await form(anna))
    assert (filled["begins"], filled["ends"], filled["place"]) == ("09:00", "11:30", "Kommunhuset i Falun")
    assert (filled["programme"], filled["title"]) == ("Fika\nSamtal", "")


async def test_it_is_managed_beside_the_card_so_that_who_answers_takes_nothing_from_the_form(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    form = await sent(anna, await opened(anna, on_card(bot), "Hantera"), "Ändra")
    await attend(bot.channel("Bo"), made)
    await bot.pass_(seconds=3)
    assert "Kommer: 1" in on_card(bot).text
    wrong = await sent(anna, form, SAVE, place="Kupolen i Borlänge", title=" ")
    assert "Skriv en rubrik." in wrong.text
    assert held(wrong)["place"] == "Kupolen i Borlänge"
    assert "Ändringen är sparad" in (await sent(anna, wrong, SAVE, title=TYPED["title"])).text
    await bot.pass_(seconds=3)
    for said in ("Kupolen i Borlänge", "Kommer: 1"):
        assert said in on_card(bot).text


async def test_a_client_without_dialogs_has_it_managed_in_the_thread(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    [managed] = await anna.submit(ManageGathering(gathering=made.id))
    assert managed.thread == anna.place["conversation"]["id"]
    assert "Ändra" in titles(managed)


async def test_others_see_what_is_planned(bot: RunningBot) -> None:
    anna = await begin(bot)
    bo = bot.channel("Bo")
    [none] = await bo.say("nästa träff")
    assert "Ingen träff är planerad." in none.text
    await planned(anna)
    [shown] = await bo.say("träffar")
    assert "Bostäder när många flyttar in" in shown.text
    assert "Ny träff" not in shown.text
    seen = await bo.click(press(shown, "Visa"))
    assert "Kommunhuset i Falun" in seen.text
    assert "Alla träffar" in titles(seen)
    [english] = await bo.say("next meeting")
    assert "Meetings to come" in english.text


async def test_those_held_long_ago_are_on_further_pages(bot: RunningBot) -> None:
    coming = await planned(await begin(bot))
    for number in range(60):
        ago = timedelta(weeks=4 * (number + 1))
        plan = replace(coming.plan, title=f"Träff {number}.", starts=bot.clock() - ago, ends=bot.clock() - ago)
        await bot.store.run(partial(lifecycle.save, gathering=replace(coming, id=f"old-{number}", plan=plan)))
    bo = bot.channel("Bo")
    [shown] = await bo.say("träffar")
    pages = [shown.text]
    while "Nästa sida" in titles(shown):
        shown = await bo.click(press(shown, "Nästa sida"))
        pages.append(shown.text)
    listed = re.findall(r"^Träff (\d+)\.$", "\n".join(pages), re.MULTILINE)
    assert listed == [f"{number}" for number in range(60)]
    assert [coming.plan.title in each for each in pages] == [True, *[False] * (len(pages) - 1)]
    assert all("Tidigare" in each for each in pages)


@pytest.mark.parametrize("action", [EditGathering, ManageGathering, CancelGathering, DeleteGathering])
async def test_only_leaders_manage(bot: RunningBot, action: Any) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    told = await bot.channel("Bo").click(action(gathering=made.id))
    assert told.text == "Bara processledare kan planera och ändra träffar."


async def test_from_a_private_chat_it_goes_to_the_channel(bot: RunningBot) -> None:
    anna = await begin(bot)
    private = bot.personal("Anna")
    await anna.say("hej")
    made = await planned(private)
    assert made.conversation == "19:general@thread.tacv2"
    assert "Kommunhuset i Falun" in on_card(bot).text


async def test_moved_it_is_said_once_and_nobody_has_answered(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await attend(bot.channel("Bo"), made)
    await bot.pass_(seconds=5)
    assert "Kommer: 1" in on_card(bot).text
    shown = await anna.click(EditGathering(gathering=made.id))
    assert held(shown) == {**held(shown), **TYPED}
    before = len(bot.connector.messages)
    told = await anna.click(filled_in(shown, {**held(shown), "date": "2026-03-26"}, SAVE))
    assert "sparad" in told.text
    await bot.settle()
    card = on_card(bot)
    assert "torsdag 26 mars 2026" in card.text
    assert "Kommer: 0" in card.text
    assert "Ändrad 5 mars 2026" in card.text
    assert len(bot.connector.messages) == before + 1
    assert "är flyttad till torsdag 26 mars 2026 kl. 13.00–15.00 (förut torsdag 19 mars" in standing(bot).text


async def test_another_programme_changes_the_card_alone(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await attend(bot.channel("Bo"), made)
    before = len(bot.connector.messages)
    shown = await anna.click(EditGathering(gathering=made.id))
    await anna.click(filled_in(shown, {**held(shown), "programme": "Bara samtal"}, SAVE))
    await bot.settle()
    assert "Bara samtal" in on_card(bot).text
    assert "Kommer: 1" in on_card(bot).text
    assert len(bot.connector.messages) == before
    assert (await latest(bot)).sequence == 1


async def test_another_place_is_said(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    shown = await anna.click(EditGathering(gathering=made.id))
    await anna.click(filled_in(shown, {**held(shown), "place": "https://teams.example/l/meetup"}, SAVE))
    await bot.settle()
    assert "har fått en ny plats" in standing(bot).text
    assert "[Länk till träffen](https://teams.example/l/meetup)" in on_card(bot).text


async def test_a_change_is_checked_as_well(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    shown = await anna.click(EditGathering(gathering=made.id))
    again = await anna.click(filled_in(shown, {**held(shown), "date": "2026-03-01"}, SAVE))
    assert "har redan varit" in again.text
    assert titles(again)[0] == SAVE
    assert await latest(bot) == made


async def test_cancelled_the_card_and_one_post_say_so(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    asked = await anna.click(CancelGathering(gathering=made.id))
    assert "Vill du ställa in" in asked.text
    assert (await latest(bot)).cancelled_at is None
    before = len(bot.connector.messages)
    await anna.click(press(asked, "Ja, ställ in"))
    await bot.settle()
    assert on_card(bot).text.startswith("Träffen är inställd.")
    assert "Jag kommer" not in on_card(bot).text
    assert len(bot.connector.messages) == before + 1
    assert standing(bot).text.endswith("är inställd.")
    again = await anna.click(CancelGathering(gathering=made.id, sure=True))
    assert "redan börjat eller är inställd" in again.text
    await bot.pass_(days=20)
    assert len(bot.connector.messages) == before + 1


async def test_deleted_it_takes_all_with_it(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await attend(bot.channel("Bo"), made)
    await bot.pass_(days=13, hours=1)
    assert "Påminnelse" in standing(bot).text
    before = len(bot.connector.messages)
    asked = await anna.click(DeleteGathering(gathering=made.id))
    assert "ingen får veta det" in asked.text
    await anna.click(press(asked, "Ja, ta bort"))
    await bot.settle()
    assert len(bot.connector.messages) == before - 2
    assert not any("gathering" in entry.key for entry in await bot.stored() if "posts" not in entry.key)
    assert (await anna.click(ManageGathering(gathering=made.id))).text == "Den träffen finns inte kvar."


async def test_deleted_before_it_is_never_reminded_of(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await anna.click(DeleteGathering(gathering=made.id, sure=True))
    await bot.settle()
    before = len(bot.connector.messages)
    await bot.pass_(days=13, hours=12)
    assert len(bot.connector.messages) == before


async def test_what_has_begun_is_not_changed(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=5)
    shown = await anna.click(ManageGathering(gathering=made.id))
    assert titles(shown) == ["Underlag", "Övningar", "Reflektion", "Mötesanteckningar", "Ta bort", "Visa träffar"]
    late = PlanGathering(gathering=made.id, **{**TYPED, "date": "2026-03-27"})  # type: ignore[arg-type]  # fields by name
    assert "redan börjat" in (await anna.click(late)).text


async def test_the_day_is_asked_for_and_comes_back(bot: RunningBot) -> None:
    anna = await begin(bot)
    shown = await form(anna)
    asking = await anna.click(filled_in(shown, {**held(shown), **TYPED}, "Fråga vilken dag som passar"))
    asked = held(asking)
    assert asked["question"] == "Vilken dag passar för Bostäder när många flyttar in?"
    assert asked["options"].splitlines() == [
        "torsdag 19 mars kl. 13.00",
        "torsdag 26 mars kl. 13.00",
        "torsdag 2 april kl. 13.00",
    ]
    assert (asked["kind"], asked["names"], asked["date"]) == ("several", "all", "2026-03-12")
    seen = await anna.click(filled_in(asking, asked))
    await anna.click(press(seen, "Posta"))
    await bot.settle()
    poll = standing(bot)
    again = await form(anna)
    assert held(again) == {**held(again), **TYPED}
    assert not any(each.startswith("Ta ”") for each in titles(again))
    for name in ("Bo", "Eva"):
        second = [each for each in buttons(poll.card) if each.get("tooltip") == "torsdag 26 mars kl. 13.00"]
        await bot.channel(name).click(press(Shown({"body": second}, ""), "Välj"))
    await bot.settle()
    again = await form(anna)
    taken = await anna.click(filled_in(again, held(again), "Ta ”torsdag 26 mars kl. 13.00”"))
    assert "Inget är postat än." in taken.text
    assert held(taken) == {**held(taken), **TYPED, "date": "2026-03-26"}
    await anna.click(filled_in(taken, held(taken), POST))
    await bot.settle()
    assert "torsdag 26 mars 2026 kl. 13.00–15.00" in on_card(bot).text
    assert held(await form(anna))["title"] == ""


async def test_the_day_is_asked_for_in_the_channel_only(bot: RunningBot) -> None:
    anna = await begin(bot)
    await anna.say("hej")
    private = bot.personal("Anna")
    shown = await form(private)
    told = await private.click(filled_in(shown, held(shown), "Fråga vilken dag som passar"))
    assert "nätverkets kanal" in told.text


async def test_a_poll_that_is_gone_gives_no_day(bot: RunningBot) -> None:
    anna = await begin(bot)
    shown = await form(anna)
    await anna.click(filled_in(shown, {**held(shown), **TYPED}, "Fråga vilken dag som passar"))
    taken = await anna.click(filled_in(shown, {**held(shown), **TYPED, "verb": "take_date"}, POST))
    assert "finns inte kvar" in taken.text
    assert held(taken)["date"] == TYPED["date"]


async def test_answers_are_counted_in_place_by_municipality(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    bo, cia, dan = (bot.channel(name) for name in ("Bo", "Cia", "Dan"))
    await from_home(bo, "Leksand")
    await from_home(cia, "Falun", findable=False)
    await from_home(anna, "Leksand")
    told = (await attend(bo, made)).text
    assert told.startswith("Noterat: du kommer. Du räknas under Leksand. Delas ni in i grupper")
    assert "Du räknas utan kommun." in (await attend(cia, made)).text
    await attend(dan, made, Answer.MAYBE)
    await attend(anna, made)
    await bot.pass_(seconds=3)
    assert "Kommer: 3\n – Leksand 2, utan kommun" in on_card(bot).text
    assert "Kanske: 1\n – utan kommun" in on_card(bot).text
    await attend(bo, made, Answer.NO)
    await bot.pass_(seconds=3)
    assert "Kommer: 2\n – Leksand, utan kommun" in on_card(bot).text
    assert "Kan inte: 1\n – Leksand" in on_card(bot).text
    assert "Bo" not in on_card(bot).text.replace("Bostäder", "")


async def test_the_card_changes_once_a_second_at_most(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    updates = sum(call.method == "PUT" for call in bot.connector.calls)
    for name in ("Bo", "Cia", "Dan", "Eva"):
        await attend(bot.channel(name), made)
    await bot.pass_(seconds=2)
    assert sum(call.method == "PUT" for call in bot.connector.calls) == updates + 1


async def test_it_is_too_late_to_answer_once_it_has_begun(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=5)
    assert "redan börjat" in (await attend(bot.channel("Bo"), made)).text


async def test_one_reminder_the_day_before_with_what_to_prepare(bot: RunningBot) -> None:
    anna = await begin(bot)
    await planned(anna)
    before = len(bot.connector.messages)
    await bot.pass_(days=12, hours=23)
    assert len(bot.connector.messages) == before
    await bot.pass_(hours=1)
    assert len(bot.connector.messages) == before + 1
    told = standing(bot)
    assert "Påminnelse: Bostäder när många flyttar in, torsdag 19 mars 2026 kl. 13.00–15.00" in told.text
    assert "Läs om Ludvika." in told.text
    assert ";messageid=" in told.thread
    await bot.pass_(days=3)
    assert len(bot.connector.messages) == before + 1


async def test_a_moved_meeting_is_reminded_of_on_its_new_day_only(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    shown = await anna.click(EditGathering(gathering=made.id))
    await anna.click(filled_in(shown, {**held(shown), "date": "2026-03-26"}, SAVE))
    await bot.settle()
    before = len(bot.connector.messages)
    await bot.pass_(days=14)
    assert len(bot.connector.messages) == before
    await bot.pass_(days=7)
    assert "Påminnelse" in standing(bot).text


async def test_what_is_soon_is_not_reminded_of(bot: RunningBot) -> None:
    anna = await begin(bot)
    await planned(anna, date="2026-03-06", begins="08:00", ends="09:00")
    before = len(bot.connector.messages)
    await bot.pass_(days=1)
    assert len(bot.connector.messages) == before
