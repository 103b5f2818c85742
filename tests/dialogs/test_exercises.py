"""Exercises: chosen, written, put out at a meeting in groups, brought back from, and part of its notes."""

import pytest

from cards.exercise_actions import (
    ListExercises,
    OpenSentences,
    PutOut,
    RemoveExercise,
    SaveExercise,
    SaveSentences,
    SeeExercise,
)
from cards.gathering_actions import DeleteGathering, GatherNotes, ManageGathering
from knowledge.exercises import sessions
from knowledge.exercises.reading import written
from knowledge.exercises.sessions import Session
from knowledge.exercises.shelf import shipped
from knowledge.gatherings.model import Gathering
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.dialogs.filling import opened, sent
from tests.dialogs.gathering import attend, from_home, planned, press
from tests.dialogs.polling import begin, filled_in, held, standing, titles
from tests.dialogs.test_gathering_notes import kept, learned

OUT = "Lägg ut med grupper"
BRING_BACK = "Gruppens tre meningar"
HOMES = {"Bo": "Mora", "Cia": "Falun", "Dan": "Leksand", "Eva": "Mora", "Fia": "Falun", "Anna": "Leksand"}


async def meeting(bot: RunningBot, *coming: str) -> tuple[Chat, Gathering]:
    """A planned meeting, and who said that they come."""
    anna = await begin(bot)
    made = await planned(anna)
    for name in coming:
        chat = bot.channel(name)
        await from_home(chat, HOMES[name])
        await attend(chat, made)
    await bot.settle()
    return anna, made


async def chosen(anna: Chat, made: Gathering, exercise: str = "triadsamtal") -> Shown:
    return await anna.click(SeeExercise(gathering=made.id, exercise=exercise))


async def put_out(anna: Chat, made: Gathering, exercise: str = "triadsamtal", title: str = OUT) -> Session:
    shown = await chosen(anna, made, exercise)
    told = await anna.click(filled_in(shown, held(shown) if title == OUT else {}, title))
    assert told.text == "Övningen ligger i träffens tråd."
    await anna.bot.settle()
    [*_, session] = await anna.bot.store.run(lambda tx: sessions.of(tx, TEAM, made.id))
    return session


async def test_a_leader_finds_the_exercises_from_the_meeting(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    listed = await anna.click(press(await anna.click(ManageGathering(gathering=made.id)), "Övningar"))
    for each in shipped():
        assert each.title in listed.text
    shown = await chosen(anna, made, "fallklinik")
    for words in ("40 minuter, grupper om 4–6", "minut 0–8", "minut 8–15", "Ta med tillbaka"):
        assert words in shown.text
    assert held(shown) == {"size": "4"}
    assert titles(shown) == [OUT, "Lägg ut utan grupper", "Alla övningar"]


async def test_it_is_put_out_in_groups_across_municipalities(bot: RunningBot) -> None:
    anna, made = await meeting(bot, *HOMES)
    session = await put_out(anna, made)
    assert [len(group) for group in session.groups] == [3, 3]
    assert all(len({seat.home for seat in group}) == 3 for group in session.groups)
    shown = standing(bot)
    assert shown.thread.startswith(f"{made.conversation};messageid=")
    for words in ("Triadsamtal med roller som byts", "Grupp 1", "Grupp 2", "Bo (Mora)", "Cia (Falun)"):
        assert words in shown.text


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ((), "Ingen har svarat att de kommer."),
        (("Bo",), "En har svarat"),
        (("Bo", "Cia"), "2 har svarat att de kommer"),
    ],
)
async def test_with_too_few_people_nothing_is_posted(bot: RunningBot, coming: tuple[str, ...], said: str) -> None:
    anna, made = await meeting(bot, *coming)
    before = len(bot.connector.messages)
    shown = await chosen(anna, made)
    again = await anna.click(filled_in(shown, held(shown), OUT))
    assert said in again.text
    odd = await anna.click(filled_in(shown, {"size": "17"}, OUT))
    assert "Välj hur många" in odd.text
    await bot.settle()
    assert len(bot.connector.messages) == before
    assert (await put_out(anna, made, title="Lägg ut utan grupper")).groups == ()
    assert len(bot.connector.messages) == before + 1


async def test_a_second_click_puts_it_out_once(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    for number in range(2):
        click = PutOut(gathering=made.id, exercise="gora-om", session="s", grouped=False)
        await anna.click(click, id=f"{number}")
    await bot.settle()
    assert len(await bot.store.run(lambda tx: sessions.every(tx, TEAM))) == 1


async def test_a_group_brings_back_three_sentences_that_go_into_the_notes(bot: RunningBot) -> None:
    anna, made = await meeting(bot, *HOMES)
    session = await put_out(anna, made)
    bo = bot.channel("Bo")
    own = await opened(bo, standing(bot), BRING_BACK)
    at = session.group_of("directory-bo") or 0
    assert held(own)["group"] == str(at + 1)
    told = await sent(bo, own, "Spara", words="Ett.\n\nTvå.\nTre.")
    assert "Tack." in told.text
    await bot.pass_(seconds=3)
    assert "Ett. Två. Tre." in standing(bot).text
    await anna.click(GatherNotes(gathering=made.id))
    [draft] = await kept(bot)
    assert learned(draft) == ["Ett.", "Tre.", "Två."]


async def test_the_form_is_beside_the_card_so_that_other_groups_take_nothing_from_it(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    session = await put_out(anna, made, title="Lägg ut utan grupper")
    bo = bot.channel("Bo")
    form = await opened(bo, standing(bot), BRING_BACK)
    await bot.channel("Cia").click(SaveSentences(session=session.id, group="1", words="Ett."))
    await bot.pass_(seconds=3)
    assert "Ett." in standing(bot).text
    wrong = await sent(bo, form, "Spara", words="Två.")
    assert "Välj grupp." in wrong.text
    assert held(wrong)["words"] == "Två."
    assert "Tack." in (await sent(bo, wrong, "Spara", group="2")).text
    await bot.pass_(seconds=3)
    for said in ("Grupp 1 Ett.", "Grupp 2 Två."):
        assert said in " ".join(standing(bot).text.split())


async def test_a_client_without_dialogs_gets_the_form_in_the_thread(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    session = await put_out(anna, made, title="Lägg ut utan grupper")
    bo = bot.channel("Bo")
    [form] = await bo.submit(OpenSentences(session=session.id))
    assert form.thread == bo.place["conversation"]["id"]
    [told] = await bo.submit(SaveSentences(session=session.id, group="1", words="Ett."))
    assert "Tack." in told.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": " "}, "en till 3 rader"),
        ({"words": "1\n2\n3\n4"}, "en till 3 rader"),
        ({"words": "Å" * 301}, "högst 300 tecken"),
        ({"group": "7"}, "Välj grupp."),
        ({"group": ""}, "Välj grupp."),
    ],
)
async def test_what_a_group_cannot_bring_back_is_told(bot: RunningBot, typed: dict[str, str], said: str) -> None:
    anna, made = await meeting(bot)
    session = await put_out(anna, made, title="Lägg ut utan grupper")
    filled = SaveSentences(session=session.id, group="1", words="Ett.").model_copy(update=typed)
    again = await bot.channel("Bo").click(filled)
    assert said in again.text
    assert held(again)["words"] == filled.words
    assert await bot.store.run(lambda tx: sessions.brought_back(tx, session)) == {}


async def test_leaders_write_their_own(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    listed = await anna.click(ListExercises(gathering=made.id))
    form = await anna.click(press(listed, "Skriv en egen övning"))
    assert held(form)["words"].startswith("# …")
    wrong = await anna.click(filled_in(form, {"words": held(form)["words"].replace("min:", ":")}, "Spara"))
    assert "Rad 8: Ett steg skrivs så" in wrong.text
    words = written(shipped()[0]).replace("Fallklinik", "Vår egen klinik")
    saved = await anna.click(filled_in(form, {"words": words}, "Spara"))
    assert "Övningen är sparad." in saved.text
    own = await anna.click(press(saved, "Visa"))
    assert "Vår egen klinik" in own.text
    changed = await anna.click(press(own, "Ändra"))
    await anna.click(filled_in(changed, {"words": words.replace("egen", "andra")}, "Spara"))
    listed = await anna.click(ListExercises(gathering=made.id))
    assert listed.text.count("Vår andra klinik") == 1
    assert "Vår egen klinik" not in listed.text
    gone = await anna.click(press(await anna.click(press(listed, "Visa")), "Ta bort"))
    assert "Vår andra klinik" not in gone.text


async def test_what_comes_with_erfa_cannot_be_removed(bot: RunningBot) -> None:
    anna, made = await meeting(bot)
    listed = await anna.click(RemoveExercise(gathering=made.id, exercise="fallklinik"))
    assert "Fallklinik" in listed.text


async def test_only_leaders_put_out_and_write(bot: RunningBot) -> None:
    _, made = await meeting(bot)
    bo = bot.channel("Bo")
    for action in (
        ListExercises(gathering=made.id),
        PutOut(gathering=made.id, exercise="gora-om", session="s", grouped=False),
        SaveExercise(gathering=made.id, words=written(shipped()[0])),
    ):
        assert "Bara processledare" in (await bo.click(action)).text


async def test_a_meeting_that_is_deleted_takes_its_exercises_with_it(bot: RunningBot) -> None:
    anna, made = await meeting(bot, *HOMES)
    session = await put_out(anna, made)
    before = len(bot.connector.messages)
    await anna.click(DeleteGathering(gathering=made.id, sure=True))
    await bot.settle()
    assert len(bot.connector.messages) == before - 2
    told = await bot.channel("Bo").click(OpenSentences(session=session.id))
    assert told.text == "Den övningen eller träffen finns inte kvar."


async def test_who_is_forgotten_sits_in_no_group(bot: RunningBot) -> None:
    anna, made = await meeting(bot, *HOMES)
    await put_out(anna, made)
    await bot.channel("Bo").say("hej")
    bo = bot.personal("Bo")
    [told] = await bo.say("mina uppgifter")
    assert "Övningar där du har suttit i en grupp" in told.text
    [asked] = await bo.say("glöm mig")
    await bo.click(press(asked, "Ja, glöm mig"))
    await bot.pass_(minutes=2)
    card = next(
        each for each in (standing(bot, at) for at in range(len(bot.connector.messages))) if "Grupp 1" in each.text
    )
    assert "Bo" not in card.text
    assert "en deltagare" in card.text
    assert not any("Bo (Mora)" in str(entry.value) for entry in await bot.stored())
