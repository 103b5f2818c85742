"""A leader makes two cases about the same thing one; what led to the other leads there, until it is restored."""

from pathlib import Path

import pytest

from cards.actions import Action, OpenCase, ShowAnswer
from cards.curating_actions import ChooseOther, Curate, Look, MergeCases, RestoreCase
from cards.lesson_actions import ShowLesson, WithdrawLesson
from cards.people_actions import ForgetMe
from knowledge.library.importing import import_cases
from tests.bot import activities
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.filling import fields_of, filled_in
from tests.dialogs.lessons import approved, decided, own, sent
from tests.dialogs.test_ask import actions_of, button
from tests.dialogs.test_library import CONFIDENTIAL, SECRET, TODAY
from tests.traces import left_in

OTHER = "hur många eldkvällar ordnade Mora?"
TITLE = "Mora – Eldkvällar vid stranden"
DID = "Mora ordnade fem eldkvällar vid stranden innan planen ritades."


async def two(bot: RunningBot, leader: Chat, **told: str) -> tuple[str, str]:
    """The ids of Bo's lesson and of Eva's, about much the same."""
    first = await approved(bot, leader)
    bot.clock.pass_(minutes=2)
    shared = {"title": "Eldkvällar vid stranden", "did": DID, "home": "Mora", "again": "", **told}
    return first, await approved(bot, leader, "Eva", **shared)


async def merged(leader: Chat, kept: str, other: str) -> None:
    told = await leader.click(MergeCases(case=kept, other=other, sure=True))
    assert "ihopslagna" in told.text


async def test_the_other_is_chosen_seen_and_merged(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    opened = await leader.click(OpenCase(case=kept))
    choosing = await leader.click(ChooseOther.model_validate(button(opened, "choose_other")))
    assert fields_of(choosing) == {"other": other}
    preview = await leader.click(MergeCases.model_validate(filled_in(choosing, "merge_cases")))
    assert f"Ny: \n{DID}" in preview.text
    assert "Inget är ändrat än" in preview.text
    assert TITLE in (await leader.say("fall"))[0].text
    done = await leader.click(MergeCases.model_validate(filled_in(preview, "merge_cases")))
    assert "Länkar och svar leder till det som finns kvar" in done.text
    [listed] = await bot.channel("Eva").say("fall")
    assert TITLE not in listed.text
    whole = await bot.channel("Eva").click(OpenCase(case=kept))
    assert DID in whole.text
    assert "Leksand, Mora" in whole.text


async def test_what_led_to_the_other_leads_to_the_kept_one(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    [answer] = await bot.channel("Eva").say(OTHER)
    assert DID in answer.text
    await merged(leader, kept, other)
    eva = bot.channel("Eva")
    assert (await eva.click(OpenCase(case=other))).text == (await eva.click(OpenCase(case=kept))).text
    again = await eva.click(ShowAnswer(answer=button(answer, "rate")["answer"]))
    assert DID in again.text
    assert button(again, "open_case")["case"] == kept
    bot.clock.pass_(minutes=2)
    [asked] = await bot.channel("Eva").say(OTHER)
    assert DID in asked.text


async def test_it_is_restored_from_what_was_put_away(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    await merged(leader, kept, other)
    away = await leader.click(Curate(look=Look.RETIRED))
    assert f"{TITLE}\nIhopslaget med Leksand – Tidig dialog om vattnet" in away.text
    await leader.click(RestoreCase.model_validate(button(away, "restore_case")))
    eva = bot.channel("Eva")
    assert DID in (await eva.click(OpenCase(case=other))).text
    assert DID not in (await eva.click(OpenCase(case=kept))).text


async def test_either_may_be_kept_but_a_lesson_goes_into_a_case(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    preview = await leader.click(MergeCases(case=kept, other=other))
    turned = next(each["data"] for each in actions_of(preview.card) if "Behåll hellre" in each["title"])
    assert (turned["case"], turned["other"]) == (other, kept)
    into_case = await leader.click(MergeCases(case=kept, other="ludvika"))
    assert "Behåll hellre" not in into_case.text
    assert filled_in(into_case, "merge_cases")["case"] == "ludvika"
    await leader.click(MergeCases(case=kept, other="ludvika", sure=True))
    assert "bryggkvällar" in (await leader.click(OpenCase(case="ludvika", page=9))).text


async def test_its_author_still_corrects_and_withdraws_it(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    await merged(leader, kept, other)
    eva = bot.channel("Eva")
    assert "Eldkvällar" in (await own(eva)).text
    assert DID in (await eva.click(ShowLesson(lesson=other))).text
    await eva.click(WithdrawLesson(lesson=other, sure=True))
    assert DID not in (await eva.click(OpenCase(case=kept))).text
    assert TITLE not in (await leader.click(Curate(look=Look.RETIRED))).text
    assert (await eva.click(OpenCase(case=other))).card == {}


async def test_who_is_forgotten_leaves_no_name_in_it(bot: RunningBot, leader: Chat, tmp_path: Path) -> None:
    zarah = bot.channel("Zarah")
    zarah = Chat(bot, zarah.place, {**zarah.who, "name": "Zarah-Maria Öberg"})
    kept, _ = await two(bot, leader)
    id = await sent(zarah, named="true", did="Fem kvällar vid stranden.")
    await decided(leader, id)
    await merged(leader, kept, id)
    assert "Zarah-Maria Öberg" in (await zarah.click(OpenCase(case=kept))).text
    await zarah.click(ForgetMe(sure=True))
    shown = (await leader.click(OpenCase(case=kept))).text
    assert "Fem kvällar vid stranden." in shown
    assert "Zarah-Maria" not in shown
    await bot.settle()
    assert left_in(tmp_path, ["Zarah-Maria Öberg", "directory-zarah"]) == []


async def test_a_confidential_case_is_merged_into_none_that_all_may_read(bot: RunningBot, leader: Chat) -> None:
    await import_cases(bot.store, activities.TEAM, {"hemlig.md": CONFIDENTIAL}, TODAY)
    anna = bot.personal("Anna")
    for pair in (("torsboda", "hemlig"), ("hemlig", "torsboda")):
        for sure in (False, True):
            action = MergeCases(case=pair[0], other=pair[1], sure=sure)
            told = await anna.click(action)
            assert (told.card, "som är ej offentligt" in told.text) == ({}, True)
            assert SECRET not in told.text
            unseen = await leader.click(action)  # in the channel, where it is not there for anybody
            assert (unseen.card, "finns inte längre" in unseen.text) == ({}, True)
    assert "hemlig" not in str((await leader.click(ChooseOther(case="torsboda"))).card)
    assert "hemlig" in str((await anna.click(ChooseOther(case="torsboda"))).card)


async def test_confidential_cases_are_merged_where_they_may_be_seen(bot: RunningBot, leader: Chat) -> None:
    more = CONFIDENTIAL.replace("id: hemlig", "id: hemlig2").replace("{#", "{#b")
    files = {"hemlig.md": CONFIDENTIAL, "hemlig2.md": more}
    await import_cases(bot.store, activities.TEAM, files, TODAY)
    await merged(bot.personal("Anna"), "hemlig", "hemlig2")
    away = await leader.click(Curate(look=Look.RETIRED))
    assert "ej offentlig etablering" not in away.text
    assert "Ihopslaget med" in (await bot.personal("Anna").click(Curate(look=Look.RETIRED))).text


@pytest.mark.parametrize(
    "action", [ChooseOther(case="ludvika"), MergeCases(case="ludvika", other="torsboda", sure=True)]
)
async def test_only_leaders_merge(bot: RunningBot, leader: Chat, action: Action) -> None:
    told = await bot.channel("Eva").click(action)
    assert (told.card, "bara nätverkets processledare" in told.text) == ({}, True)
    assert "choose_other" not in str((await bot.channel("Eva").click(OpenCase(case="ludvika"))).card)


@pytest.mark.parametrize(("case", "other"), [("ludvika", "ludvika"), ("ludvika", "atlantis"), ("atlantis", "ludvika")])
async def test_what_is_not_there_is_not_merged(leader: Chat, case: str, other: str) -> None:
    told = await leader.click(MergeCases(case=case, other=other, sure=True))
    assert (told.card, "finns inte längre" in told.text) == ({}, True)


async def test_what_has_been_merged_is_so_however_often_it_is_clicked(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    for _ in range(2):
        await merged(leader, kept, other)
        bot.clock.pass_(minutes=2)
    assert (await leader.click(MergeCases(case=other, other=kept, sure=True))).card == {}


async def test_together_they_must_fit_in_a_file(bot: RunningBot, leader: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialogs.merging.FILE_LIMIT", 10_000)
    told = await leader.click(MergeCases(case="ludvika", other="torsboda"))
    assert (told.card, "för stora" in told.text) == ({}, True)


async def test_a_question_about_it_is_about_the_kept_one(bot: RunningBot, leader: Chat) -> None:
    kept, other = await two(bot, leader)
    await bot.channel("Eva").say(OTHER)
    await merged(leader, kept, other)
    most = await leader.click(Curate(look=Look.MOST))
    assert "Leksand – Tidig dialog om vattnet\n1" in most.text
