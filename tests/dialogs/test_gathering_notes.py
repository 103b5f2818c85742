"""The end of a meeting: what people take with them is asked once, and goes into the notes as far as it may be told."""

import pytest

from cards.gathering_actions import BeginReflection, CancelGathering, GatherNotes, ManageGathering, PrepareGathering
from cards.meeting_actions import DraftSummary, MarkAction, OpenDraft, Then
from knowledge.gatherings.model import Gathering
from knowledge.meetings import commitments, drafts, summaries
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Kind
from knowledge.meetings.summary import Summary
from tests.bot import posting
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.gathering import planned, press
from tests.dialogs.meeting import draft_of, fields, publishing
from tests.dialogs.meeting import filled_in as edited
from tests.dialogs.polling import PEOPLE, begin, filled_in, held, standing
from tests.dialogs.test_assignments import given, tries

SAID = "Börja med de gemensamma frågorna."
DECISION = "Vi tar fram en gemensam checklista."


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


async def published(bot: RunningBot) -> list[Summary]:
    return await bot.store.run(lambda tx: summaries.every(tx, TEAM))


async def publish(anna: Chat, draft: str, **typed: str) -> None:
    """As a leader does who fills in so much more."""
    opened = await anna.click(OpenDraft(draft=draft))
    await anna.click(publishing(await anna.click(edited(opened, Then.PREVIEW, **typed))))
    await anna.bot.settle()


async def two_on_a_day(anna: Chat) -> tuple[Gathering, Gathering]:
    morning = await planned(anna, title="Förmiddag", begins="09:00", ends="11:00")
    return morning, await planned(anna, title="Eftermiddag", begins="13:00", ends="15:00")


def pasted(words: str) -> DraftSummary:
    """Notes from the day of the meeting."""
    return DraftSummary(title="Träffen", held="2026-03-19", words=words)


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


@pytest.mark.parametrize("by_hand", [False, True])
async def test_what_comes_once_the_notes_are_published_is_offered_beside_what_they_say(
    bot: RunningBot, by_hand: bool
) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    assignment = await given(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, made, "Ja, med namn", 1)
    begun = pasted(f"## Beslut\n- {DECISION}") if by_hand else GatherNotes(gathering=made.id)
    draft = draft_of(await anna.click(begun))
    await publish(anna, draft, **{"add-decision": DECISION, "add-action": "Mora skickar mallen.\nFalun bokar lokal."})
    [summary] = await published(bot)
    [_, done] = summary.of(Kind.ACTION)
    await anna.click(MarkAction(meeting=summary.id, action=done.id, done=True))
    await tries(bot.channel("Bo"), assignment, "Mora", "De ringde tillbaka.", "true")

    form = await anna.click(GatherNotes(gathering=made.id), id="again")
    for words in (SAID, DECISION, "Falun: Bokar lokal", "Mora: De ringde tillbaka."):
        assert words in form.text
    [waiting] = await kept(bot)
    [late] = [line for line in waiting.lines if not line.ticked]
    assert late.text == "Mora: De ringde tillbaka."
    await publish(anna, draft_of(form), **{f"tick-{late.id}": "true"})
    [corrected] = await published(bot)
    assert (corrected.id, corrected.of(Kind.DECISION)) == (summary.id, summary.of(Kind.DECISION))
    assert [item.text for item in corrected.of(Kind.LEARNED)] == [f"{SAID} 0", late.text]
    unfinished = await bot.store.run(lambda tx: commitments.unfinished(tx, TEAM))
    assert [(each.owner, each.text) for each in unfinished] == [("Mora", "Skickar mallen")]
    [post] = [each for each in posting.standing(bot) if DECISION in each]
    assert late.text in post


async def test_what_a_leader_left_out_of_published_notes_stays_out_until_it_is_ticked(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, made, "Ja, med namn", 2)
    draft = draft_of(await anna.click(GatherNotes(gathering=made.id)))
    [first, _] = (await kept(bot))[0].lines
    await publish(anna, draft, **{f"tick-{first.id}": "false"})
    before = await published(bot)
    for number in range(2):
        await anna.click(GatherNotes(gathering=made.id), id=f"{number}")
    await publish(anna, draft)
    assert [each.sections for each in await published(bot)] == [each.sections for each in before]


async def test_notes_are_gone_on_with_though_their_day_was_changed(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    opened = await anna.click(GatherNotes(gathering=made.id))
    draft = draft_of(opened)
    await anna.click(edited(opened, Then.CLOSE, held="2026-03-18", add_decision=DECISION))
    assert DECISION in (await anna.click(GatherNotes(gathering=made.id), id="waiting")).text
    await publish(anna, draft)
    assert DECISION in (await anna.click(GatherNotes(gathering=made.id), id="published")).text


async def test_a_meeting_has_notes_of_its_own_beside_another_of_that_day(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    draft = draft_of(await anna.click(GatherNotes(gathering=made.id)))
    await publish(anna, draft, **{"add-decision": DECISION})
    await anna.click(pasted("## Beslut\n- Arbetsgruppen ses igen."))
    shown = await anna.click(GatherNotes(gathering=made.id), id="again")
    assert draft_of(shown) == draft


async def test_two_meetings_on_a_day_have_notes_and_posts_of_their_own(bot: RunningBot) -> None:
    anna = await begin(bot)
    morning, afternoon = await two_on_a_day(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, morning, "Ja, med namn", 1)
    for made, decision in ((morning, "Vi delar listan."), (afternoon, "Vi ringer länsstyrelsen.")):
        opened = await anna.click(GatherNotes(gathering=made.id))
        assert fields(opened)["title"] == made.plan.title
        await publish(anna, draft_of(opened), **{"add-decision": decision})
    told = {
        each.title: [item.text for section in each.sections for item in section.items] for each in await published(bot)
    }
    assert told == {"Förmiddag": [f"{SAID} 0", "Vi delar listan."], "Eftermiddag": ["Vi ringer länsstyrelsen."]}


async def test_notes_of_a_day_with_two_meetings_are_of_neither(bot: RunningBot) -> None:
    anna = await begin(bot)
    morning, _ = await two_on_a_day(anna)
    await bot.pass_(days=14, hours=6)
    await reflected(anna, morning, "Ja, med namn", 1)
    loose = draft_of(await anna.click(pasted(f"## Beslut\n- {DECISION}")))
    [draft] = await kept(bot)
    assert learned(draft) == []
    assert draft_of(await anna.click(GatherNotes(gathering=morning.id))) != loose
    [own] = [each for each in await kept(bot) if each.id != loose]
    assert learned(own) == [f"{SAID} 0"]


async def test_notes_of_a_cancelled_meeting_are_not_those_of_another_that_day(bot: RunningBot) -> None:
    anna = await begin(bot)
    morning, afternoon = await two_on_a_day(anna)
    draft = draft_of(await anna.click(GatherNotes(gathering=morning.id)))
    await anna.click(CancelGathering(gathering=morning.id, sure=True))
    assert draft_of(await anna.click(GatherNotes(gathering=afternoon.id))) != draft


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
