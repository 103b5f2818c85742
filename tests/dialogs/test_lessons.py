"""Lessons told by their authors: in the channel or in private, until they are in the library and after."""

import pytest

from cards.actions import OpenCase
from cards.lesson_actions import (
    ConfirmLesson,
    EditLesson,
    ListLessons,
    PreviewLesson,
    SendLesson,
    ShowLesson,
    WithdrawLesson,
)
from cards.people_actions import SaveProfile
from knowledge.lessons import lifecycle
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.digest_network import WEEKLY, digests
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.lessons import QUESTION, TOLD, approved, carried, decided, own, sent, told


async def test_in_the_channel_there_is_only_the_way_to_the_form(bot: RunningBot, anna: Chat) -> None:
    [door] = await anna.say("bidra")
    assert fields_of(door) == {}
    form = await bot.channel("Bo").click(ListLessons.model_validate(carried(door, "list_lessons")))
    assert {"title", "situation", "did", "went", "again", "home", "named", "public"} <= fields_of(form).keys()
    assert fields_of(form)["named"] == "false"


async def test_in_private_the_form_comes_at_once(bot: RunningBot, anna: Chat) -> None:
    await anna.say("hej")
    [form] = await bot.personal("Anna").say("contribute")
    assert "What did you do?" in str(form.card)
    assert fields_of(form)["public"] == "true"


async def test_a_client_that_would_show_the_form_to_all_is_not_given_it(anna: Chat) -> None:
    shown = await anna.submit(ListLessons())
    assert not any(fields_of(each) for each in shown)


async def test_it_is_seen_before_it_is_sent_and_changed(anna: Chat) -> None:
    preview = await told(anna)
    for words in (TOLD["title"], TOLD["did"], "Leksand", "skede: förfrågan"):
        assert words in preview.text
    form = await anna.click(EditLesson.model_validate(carried(preview, "edit_lesson")))
    assert fields_of(form) == TOLD


async def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(anna: Chat) -> None:
    shown = await told(anna, title=" ", link="leksand.se", did="å" * 1501)
    assert "3 fält behöver ändras." in shown.text
    assert "Skriv en hel webbadress" in shown.text
    assert "högst 1 500 tecken" in shown.text.replace("\u00a0", " ")
    assert fields_of(shown) == {**TOLD, "title": " ", "link": "leksand.se", "did": "å" * 1501}


async def test_what_the_library_already_says_is_shown_before_it_is_sent(bot: RunningBot, leader: Chat) -> None:
    await approved(bot, leader)
    shown = await told(bot.channel("Eva"), title="Vatten", did="Leksand höll tre bryggkvällar innan planen ritades.")
    assert "liknar det du skriver" in shown.text
    for words in (TOLD["did"], "Leksand – Tidig dialog om vattnet"):
        assert words in shown.text


async def test_something_new_is_like_nothing(anna: Chat) -> None:
    assert "liknar" not in (await told(anna)).text


async def test_an_approved_lesson_answers_with_its_source(bot: RunningBot, leader: Chat) -> None:
    await approved(bot, leader)
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert answer.text.startswith(TOLD["did"])
    assert (
        "[Tidig dialog om vattnet](https://www.leksand.example/vattnet), Leksand, uppgift från 5 mars 2026"
        in answer.text
    )
    assert "Bo" not in answer.text


async def test_who_wants_to_be_named_is(bot: RunningBot, leader: Chat) -> None:
    await approved(bot, leader, named="true")
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert "Bo, Leksand" in answer.text


async def test_until_it_is_approved_nobody_else_sees_it(bot: RunningBot, leader: Chat) -> None:
    id = await sent(bot.channel("Bo"))
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert "bryggkvällar" not in answer.text
    told = await bot.channel("Eva").click(ShowLesson(lesson=id))
    assert (told.card, "Bara den som skrev" in told.text) == ({}, True)


@pytest.mark.parametrize("action", [EditLesson, SendLesson, WithdrawLesson, ConfirmLesson])
async def test_nobody_else_does_anything_with_it(
    bot: RunningBot, leader: Chat, action: type[EditLesson | SendLesson | WithdrawLesson | ConfirmLesson]
) -> None:
    id = await approved(bot, leader)
    told = await bot.channel("Eva").click(action(lesson=id))
    assert told.card == {}
    over = await bot.channel("Eva").click(PreviewLesson(lesson=id, **TOLD))
    assert (over.card, "Bara den som skrev" in over.text) == ({}, True)


async def test_it_comes_in_the_next_digest(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await approved(bot, leader)
    await bot.pass_(days=3, hours=23)
    [digest] = digests(bot)
    assert (
        "Nytt: Leksand – Tidig dialog om vattnet" in digest.text.replace("\n", "")
        or "Tidig dialog om vattnet" in digest.text
    )


async def test_one_for_leaders_is_nowhere_else(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await approved(bot, leader, public="false")
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert "bryggkvällar" not in answer.text
    [listed] = await leader.say("fall leksand")
    assert "vattnet" not in listed.text
    [in_private] = await bot.personal("Anna").say(QUESTION)
    assert TOLD["did"] in in_private.text
    await bot.pass_(days=3, hours=23)
    assert digests(bot) == []


async def test_a_correction_waits_while_the_version_before_stands(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    bo = bot.channel("Bo")
    form = await bo.click(EditLesson(lesson=id))
    typed = filled_in(form, "preview_lesson", did="Leksand höll fyra öppna bryggkvällar.")
    await bo.click(PreviewLesson.model_validate(typed))
    await bo.click(SendLesson(lesson=id))
    [before] = await bot.channel("Eva").say(QUESTION)
    assert "tre öppna" in before.text
    bot.clock.pass_(days=1)
    await decided(leader, id)
    [after] = await bot.channel("Eva").say(QUESTION)
    assert "fyra öppna" in after.text
    opened = await bo.click(ShowLesson(lesson=id))
    assert "Version 1, godkänd 5 mars 2026" in opened.text
    assert "Version 2, godkänd 6 mars 2026" in opened.text
    assert "tre öppna" in (await bo.click(ShowLesson(lesson=id, version=1))).text


async def test_a_withdrawn_lesson_is_gone(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    bo = bot.channel("Bo")
    asked = await bo.click(WithdrawLesson(lesson=id))
    assert "Det går inte att ångra" in asked.text
    await bo.click(WithdrawLesson.model_validate(carried(asked, "withdraw_lesson")))
    [answer] = await bot.channel("Eva").say(QUESTION)
    assert "bryggkvällar" not in answer.text
    assert "bryggkvällar" not in str([entry.value for entry in await bot.stored() if "lesson" in entry.key])
    assert (await bo.click(ShowLesson(lesson=id))).text == "Den lärdomen finns inte kvar."


async def test_sending_twice_waits_once(bot: RunningBot, leader: Chat) -> None:
    bo = bot.channel("Bo")
    id = await sent(bo)
    before = len(bot.connector.calls)
    bot.clock.pass_(minutes=2)
    assert "Tack!" in (await bo.click(SendLesson(lesson=id))).text
    await bot.settle()
    assert len(bot.connector.calls) == before


async def test_after_a_year_its_author_is_asked_whether_it_holds(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    before = len(bot.connector.posted)
    await bot.pass_(days=366)
    asked = [str(each) for each in bot.connector.posted[before:] if "det har gått ett år" in str(each)]
    assert len(asked) == 1
    assert "<at>Bo</at>" in asked[0]
    assert "vattnet" not in asked[0]
    bo = bot.channel("Bo")
    assert "kontrollerad i dag" in (await bo.click(ConfirmLesson(lesson=id))).text
    opened = await bot.channel("Eva").click(OpenCase(case=id))
    assert "senast kontrollerad 6 mars 2027" in opened.text


async def test_own_lessons_are_listed_with_what_became_of_them(bot: RunningBot, leader: Chat) -> None:
    await approved(bot, leader)
    await told(bot.channel("Bo"), title="En till")
    listed = await own(bot.channel("Bo"))
    assert "finns i fallbanken" in listed.text
    assert "utkast, bara du ser det" in listed.text
    assert "En till" not in (await own(bot.channel("Eva"))).text


async def test_the_municipality_of_the_profile_is_filled_in(bot: RunningBot, anna: Chat) -> None:
    await anna.click(SaveProfile(home="Orsa"))
    assert fields_of(await anna.click(EditLesson()))["home"] == "Orsa"


async def test_what_was_never_sent_is_let_go(bot: RunningBot, leader: Chat) -> None:
    await told(bot.channel("Bo"))
    kept = await approved(bot, leader)
    await bot.pass_(days=190)
    lessons = await bot.store.run(lambda tx: lifecycle.written_by(tx, activities.TEAM, "directory-bo"))
    assert [each.id for each in lessons] == [kept]


async def test_another_network_sees_none_of_it(bot: RunningBot, leader: Chat) -> None:
    id = await approved(bot, leader)
    group = bot.group("Bo")
    assert (await group.click(ShowLesson(lesson=id))).text == "Den lärdomen finns inte kvar."
    [answer] = await group.say(QUESTION)
    assert "bryggkvällar" not in answer.text
