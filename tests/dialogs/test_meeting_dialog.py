"""A draft in a dialog, for whoever opened it alone also in a channel: page by page, to the preview and the post."""

import pytest

from cards.meeting_actions import OpenMeeting
from knowledge.meetings import drafts, summaries
from knowledge.meetings.drafts import Draft
from tests.bot.activities import TEAM
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.bot.posting import standing
from tests.dialogs import polling
from tests.dialogs.digest_network import carried
from tests.dialogs.filling import fields_of, opened, sent
from tests.dialogs.gathering import planned
from tests.dialogs.meeting import NOTES, Leader, field_of
from tests.dialogs.test_meeting_drafts import CHECKLIST

MANY = "\n".join([NOTES, *(f"- Vem tar fråga {number}?" for number in range(40))])
NEXT, PREVIEW, PUBLISH, CLOSE = "Nästa sida", "Förhandsgranska", "Publicera i kanalen", "Spara till senare"


@pytest.fixture
async def anna(bot: RunningBot) -> Leader:
    return await Leader.of(bot)


async def held(bot: RunningBot) -> list[Draft]:
    return await bot.store.run(lambda tx: drafts.every(tx, TEAM))


async def ready(anna: Leader, words: str = NOTES) -> Shown:
    """The card in the channel, of which everybody reads that there is a draft."""
    [told] = await anna.channel.say(f"sammanfatta\n{words}")
    return told


async def test_in_a_channel_a_draft_is_edited_previewed_and_published_in_a_dialog(
    bot: RunningBot, anna: Leader
) -> None:
    card = await ready(anna, MANY)
    chat, said = anna.channel, len(bot.connector.calls)
    first = await opened(chat, card, "Fortsätt")
    number = field_of(first, CHECKLIST)
    second = await sent(chat, first, NEXT, **{f"text-{number}": "En kort checklista."})
    assert "Sida 2 av" in second.text
    again = await sent(chat, second, "Föregående sida")
    assert fields_of(again)[f"text-{number}"] == "En kort checklista."
    preview = await sent(chat, again, PREVIEW)
    assert "En kort checklista." in preview.text
    edited = await sent(chat, await sent(chat, preview, "Ändra mer"), PREVIEW, title="Träff i Mora")
    assert len(bot.connector.calls) == said, "nothing of it was seen in the channel"
    told = await sent(chat, edited, PUBLISH)
    await bot.settle()
    assert told.text.startswith("Publicerat.")
    assert standing(bot)[-1].startswith("Träff i Mora")
    assert "Utvärderingen" in (await sent(chat, told, "Utvärdera mötet i tråden")).text


async def test_a_dialog_ends_with_a_notice_and_the_draft_is_gone_on_with(bot: RunningBot, anna: Leader) -> None:
    form = await opened(anna.channel, await ready(anna), "Fortsätt")
    told = await sent(anna.channel, form, CLOSE, title="Träff i Mora")
    assert (told.text, fields_of(told)) == ("Utkastet är sparat. Skriv ”sammanfatta” när du vill fortsätta.", {})
    [asked] = await anna.channel.say("sammanfatta")
    [listed] = await anna.private.say("sammanfatta")
    for chat, shown in (
        (anna.channel, await anna.channel.click(carried(asked, "Visa påbörjade utkast"))),
        (anna.private, listed),
    ):
        assert fields_of(await opened(chat, shown, "Fortsätt"))["title"] == "Träff i Mora"


async def test_what_is_wrong_is_said_in_the_form(bot: RunningBot, anna: Leader) -> None:
    form = await opened(anna.channel, await ready(anna), "Fortsätt")
    ticks = {name: "false" for name in fields_of(form) if name.startswith("tick-")}
    wrong = await sent(anna.channel, form, PREVIEW, **ticks)
    assert wrong.text.splitlines()[1].startswith("Inget är förbockat.")
    number = field_of(wrong, CHECKLIST)
    assert CHECKLIST in (await sent(anna.channel, wrong, PREVIEW, **{f"tick-{number}": "true"})).text


async def test_in_a_dialog_a_draft_is_thrown_away_once_the_leader_is_sure(bot: RunningBot, anna: Leader) -> None:
    form = await opened(anna.channel, await ready(anna), "Fortsätt")
    asked = await sent(anna.channel, form, "Släng utkastet")
    assert field_of(await sent(anna.channel, asked, "Nej, behåll"), CHECKLIST)
    assert (await sent(anna.channel, asked, "Ja, släng")).text == "Utkastet är slängt."
    assert await held(bot) == []


async def test_only_leaders_open_one(bot: RunningBot, anna: Leader) -> None:
    card = await ready(anna)
    told = await opened(bot.channel("Bo"), card, "Fortsätt")
    assert told.card == {}
    assert told.text.startswith("Mötesanteckningar görs av nätverkets processledare.")


@pytest.mark.parametrize("where", ["channel", "private"])
async def test_what_is_published_is_corrected_in_a_dialog(bot: RunningBot, anna: Leader, where: str) -> None:
    await anna.published()
    [made] = await bot.store.run(lambda tx: summaries.every(tx, TEAM))
    chat: Chat = getattr(anna, where)
    form = await opened(chat, await chat.click(OpenMeeting(meeting=made.id)), "Rätta")
    told = await sent(chat, await sent(chat, form, PREVIEW, title="Träff i Mora"), "Rätta inlägget")
    await bot.settle()
    assert told.text.startswith("Rättat.")
    assert standing(bot)[-1].startswith("Träff i Mora")


async def test_the_notes_of_a_planned_meeting_are_begun_in_its_dialog(bot: RunningBot, anna: Leader) -> None:
    made = await planned(anna.channel)
    managed = await opened(anna.channel, polling.standing(bot), "Hantera")
    form = await sent(anna.channel, managed, "Mötesanteckningar")
    assert fields_of(form)["title"] == made.plan.title
    told = await sent(anna.channel, form, CLOSE, **{"add-decision": CHECKLIST})
    assert told.text.startswith("Utkastet är sparat.")
    [draft] = await held(bot)
    assert [line.text for line in draft.lines] == [CHECKLIST]


async def test_two_leaders_in_dialogs_keep_what_each_changed(bot: RunningBot, anna: Leader) -> None:
    card = await ready(anna)
    one, other = [await opened(anna.channel, card, "Fortsätt") for _ in range(2)]
    number = field_of(one, CHECKLIST)
    await sent(anna.channel, one, CLOSE, **{f"text-{number}": "En kort checklista."})
    clash = await sent(anna.channel, other, CLOSE, **{f"text-{number}": "Två checklistor.", "title": "Träff i Mora"})
    assert "Någon annan hann ändra samma sak." in clash.text
    [draft] = await held(bot)
    assert (draft.title, "En kort checklista." in [line.text for line in draft.lines]) == ("Träff i Mora", True)
    await sent(anna.channel, clash, CLOSE)
    assert "Två checklistor." in [line.text for line in (await held(bot))[0].lines]
