"""The digest reminds of what is due after a meeting, and it is ticked off there."""

import re

import pytest

from cards.actions import OpenCase, decode
from cards.digest_actions import ShowDigest
from cards.meeting_actions import MarkAction, Then
from tests.bot.conversation import RunningBot, Shown
from tests.dialogs.digest_network import WEEKLY, add, carried, digests, until_monday
from tests.dialogs.meeting import NOTES, Leader, field_of
from tests.dialogs.test_ask import actions_of
from tests.dialogs.test_meetings import leave_undone

SOON = NOTES.replace("20 mars", "13 mars")
ALL = WEEKLY.model_copy(update={"sections": "cases,meetings,to-do,questions,again"})


async def reminded(bot: RunningBot) -> Shown:
    anna = await Leader.of(bot)
    await anna.published(SOON)
    await anna.channel.click(ALL)
    await add(bot)
    await until_monday(bot)
    return digests(bot)[-1]


async def test_it_tells_of_the_notes_and_of_what_is_due(bot: RunningBot) -> None:
    digest = await reminded(bot)
    assert "Mötesanteckningar\nTräff om tillstånd" in digest.text
    assert "Dags att göra klart\nLeksand: Skickar mallen till alla, senast 13 mars\nKlart" in digest.text


@pytest.mark.parametrize(
    ("due", "said"),
    [("2026-02-20", "skulle ha varit klart fredag 20 februari"), ("2026-03-13", "senast fredag 13 mars")],
)
async def test_a_day_that_is_not_in_the_words_is_told_and_that_it_is_past(bot: RunningBot, due: str, said: str) -> None:
    drafted = await (anna := await Leader.of(bot)).drafted(held="2026-02-10")
    line = field_of(await drafted.open(), "Skickar mallen till alla, senast 20 mars")
    await drafted.save(Then.CLOSE, **{f"text_{line}": "Skickar mallen", f"due_{line}": due})
    await drafted.publish()
    await anna.channel.click(ALL)
    await until_monday(bot)
    assert f"Leksand: Skickar mallen\n · {said}\nKlart" in digests(bot)[-1].text


async def test_what_is_due_first_is_told_first_and_what_had_no_room_the_next_time(bot: RunningBot) -> None:
    anna = await Leader.of(bot)
    days = range(6, 16)
    lines = (f"- Leksand: skickar mall {day} till alla, senast {day} mars" for day in reversed(days))
    await anna.published("\n".join(("Träff om mallar", "## Att göra", *lines)))
    await anna.channel.click(ALL)
    await until_monday(bot)
    await bot.pass_(days=14)
    told = [re.findall(r"Skickar mall (\d+)", digest.text) for digest in digests(bot)]
    assert [int(day) for each in told for day in each] == [*days]
    assert len(told) == 2


async def test_the_notes_open_for_who_clicked_and_lead_back(bot: RunningBot) -> None:
    digest = await reminded(bot)
    opening = [each for each in _actions(digest) if isinstance(each, OpenCase) and each.case.startswith("mote-")]
    bo = bot.channel("Bo")
    shown = await bo.click(opening[0])
    assert "Tidiga samråd sparar tid." in shown.text
    assert (await bo.click(carried(shown, "Tillbaka till utskicket"))).text == digest.text


async def test_what_is_done_is_ticked_off_there_taken_back_and_led_back_from(bot: RunningBot) -> None:
    digest = await reminded(bot)
    marking = carried(digest, "Klart")
    assert isinstance(marking, MarkAction)
    bo = bot.channel("Bo")
    done = await bo.click(marking)
    assert "Markerat som klart" in done.text
    undone = await bo.click(carried(done, "Ångra"))
    assert "Åter att göra" in undone.text
    assert isinstance(carried(undone, "Tillbaka till utskicket"), ShowDigest)
    assert (await bo.click(carried(undone, "Tillbaka till utskicket"))).text == digest.text


async def test_further_pages_of_what_remains_lead_back_to_the_digest_as_well(bot: RunningBot) -> None:
    digest = await reminded(bot)
    await leave_undone(bot, 40)
    bo = bot.channel("Bo")
    done = await bo.click(carried(digest, "Klart"))
    further = await bo.click(carried(done, "Nästa sida"))
    assert "Sida 2 av 3" in further.text
    assert (await bo.click(carried(further, "Tillbaka till utskicket"))).text == digest.text
    assert await bo.submit(carried(done, "Nästa sida")) == []


async def test_where_the_card_can_only_change_for_all_it_stays(bot: RunningBot) -> None:
    marking = carried(await reminded(bot), "Klart")
    assert await bot.channel("Bo").submit(marking) == []
    [listed] = await bot.channel("Bo").say("att göra")
    assert "Inget återstår" in listed.text


def _actions(shown: Shown) -> list[object]:
    return [decode(each["data"]) for each in actions_of(shown.card) if "data" in each]
