"""The end of a meeting: what people take with them is asked once, and goes into the notes as far as it may be told."""

import pytest

from cards.gathering_actions import BeginReflection, GatherNotes, ManageGathering, PrepareGathering
from cards.meeting_actions import DraftSummary
from knowledge.gatherings.model import Gathering
from knowledge.meetings import drafts
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Kind
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.gathering import planned, press
from tests.dialogs.polling import PEOPLE, begin, filled_in, held, standing
from tests.dialogs.test_assignments import given, tries

SAID = "Börja med de gemensamma frågorna."


async def reflected(anna: Chat, made: Gathering, names: str, count: int) -> None:
    """So many have said what they take with them."""
    asked = await anna.click(press(await anna.click(ManageGathering(gathering=made.id)), "Reflektion"))
    assert "Ska namnen synas" in asked.text
    told = await anna.click(press(asked, names))
    assert told.text == "Reflektionen ligger i träffens tråd."
    await anna.bot.settle()
    shown = standing(anna.bot)
    assert shown.text.startswith("En sak jag tar med mig")
    assert shown.thread.startswith(f"{made.conversation};messageid=")
    for number, name in enumerate(PEOPLE[:count]):
        chat = anna.bot.channel(name)
        await chat.click(filled_in(shown, {**held(shown), "answer_0": f"{SAID} {number}"}, "Skicka svaret"))


async def kept(bot: RunningBot) -> list[Draft]:
    return await bot.store.run(lambda tx: drafts.every(tx, TEAM))


def learned(draft: Draft) -> list[str]:
    return sorted(line.text for line in draft.of(Kind.LEARNED))


@pytest.mark.parametrize(
    ("names", "count", "told"), [("Nej, anonymt", 5, 5), ("Nej, anonymt", 4, 0), ("Ja, med namn", 2, 2)]
)
async def test_what_people_take_with_them_goes_into_the_notes(
    bot: RunningBot, names: str, count: int, told: int
) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, made, names, count)
    shown = await anna.click(GatherNotes(gathering=made.id))
    assert made.plan.title in shown.text
    [draft] = await kept(bot)
    assert learned(draft) == [f"{SAID} {number}" for number in range(told)]
    assert all(line.ticked for line in draft.lines)


async def test_gathered_again_the_notes_have_each_line_once(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, made, "Ja, med namn", 2)
    for number in range(2):
        await anna.click(GatherNotes(gathering=made.id), id=f"{number}")
    [draft] = await kept(bot)
    assert len(draft.lines) == 2


async def test_notes_that_are_pasted_get_it_too(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, made, "Ja, med namn", 1)
    words = "## Beslut\n- Vi tar fram en gemensam checklista.\n"
    await anna.click(DraftSummary(title="Träffen", held="2026-03-19", words=words))
    [draft] = await kept(bot)
    assert learned(draft) == [f"{SAID} 0"]
    await anna.click(DraftSummary(title="En annan", held="2026-03-18", words=words))
    assert sorted(len(each.lines) for each in await kept(bot)) == [1, 2]


async def test_there_is_one_reflection_for_a_meeting(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await reflected(anna, made, "Nej, anonymt", 0)
    again = await anna.click(BeginReflection(gathering=made.id, names="all"))
    assert again.text == "Träffen har redan en reflektion."
    private = await bot.personal("Anna").click(BeginReflection(gathering=made.id, names="all"))
    assert "i kanalen" in private.text


async def test_how_assignments_went_goes_into_the_notes_with_consent_and_onto_the_page(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    assignment = await given(anna)
    await tries(bot.channel("Bo"), assignment, "Mora", "De ringde tillbaka.", "true")
    await tries(bot.channel("Cia"), assignment, "Falun", "Vi hann inte.")
    page = await anna.click(PrepareGathering(gathering=made.id))
    for words in ("Så gick det hemma", "De ringde tillbaka.", "Vi hann inte."):
        assert words in page.text
    await anna.click(GatherNotes(gathering=made.id))
    [draft] = await kept(bot)
    assert learned(draft) == ["Mora: De ringde tillbaka."]


async def test_only_leaders_gather(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    for action in (GatherNotes(gathering=made.id), BeginReflection(gathering=made.id)):
        assert "Bara processledare" in (await bot.channel("Bo").click(action)).text
        gone = await anna.click(action.model_copy(update={"gathering": "gone"}))
        assert gone.text == "Den träffen finns inte kvar."
