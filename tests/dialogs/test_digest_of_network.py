"""What polls and people give the digest, and where its buttons lead."""

import json
from urllib.parse import quote

from cards.digest_actions import PreviewDigest, ShowDigest
from cards.people_actions import ShowContacts
from tests.bot.conversation import Chat, RunningBot
from tests.dialogs.digest_network import WEEKLY, add, carried, digests
from tests.dialogs.polling import line
from tests.dialogs.test_contacts import EVA, tell

ALL = WEEKLY.model_copy(update={"sections": "cases,questions,polls,people,again"})


async def send(bot: RunningBot, leader: Chat) -> None:
    await leader.click(carried(await leader.click(PreviewDigest()), "Skicka nu"))
    await bot.settle()


async def test_a_poll_is_told_of_with_a_link_to_where_it_is_answered(bot: RunningBot, leader: Chat) -> None:
    await leader.click(ALL)
    await line(bot.channel("Bo"))
    [place, id] = next(
        [conversation, id]
        for id, (conversation, activity) in bot.connector.messages.items()
        if "När ska vi ses?" in json.dumps(activity, ensure_ascii=False)
    )
    await send(bot, leader)
    [digest] = digests(bot)
    assert "När ska vi ses?" in digest.text
    channel, _, thread = place.partition(";messageid=")
    url = f"https://teams.microsoft.com/l/message/{quote(channel, safe='')}/{id}?parentMessageId={thread or id}"
    assert f"[När ska vi ses?]({url}) · går att besvara till 12 mars" in digest.text


async def test_new_contacts_are_counted_shown_to_who_clicks_and_lead_back(bot: RunningBot, leader: Chat) -> None:
    await leader.click(ALL)
    await tell(bot, "Eva", EVA)
    await tell(bot, "Bo", EVA, findable=False)
    await send(bot, leader)
    [digest] = digests(bot)
    assert "En kollega till vill bli hittad" in digest.text
    assert "Eva" not in json.dumps(digest.card)
    action = carried(digest, "Visa")
    assert isinstance(action, ShowContacts)
    shown = await leader.click(action)
    assert "Eva" in shown.text
    back = carried(shown, "Tillbaka till utskicket")
    assert isinstance(back, ShowDigest)
    assert "En kollega till" in (await leader.click(back)).text


async def test_who_changed_their_mind_is_shown_no_more(bot: RunningBot, leader: Chat) -> None:
    await leader.click(ALL)
    await tell(bot, "Eva", EVA)
    await send(bot, leader)
    [digest] = digests(bot)
    await tell(bot, "Eva", EVA, findable=False)
    shown = await leader.click(carried(digest, "Visa"))
    assert "Eva" not in shown.text
    assert carried(shown, "Tillbaka till utskicket")


async def test_a_leader_can_leave_them_out(bot: RunningBot, leader: Chat) -> None:
    await leader.click(WEEKLY)
    await line(bot.channel("Bo"))
    await tell(bot, "Eva", EVA)
    await add(bot)
    await send(bot, leader)
    [digest] = digests(bot)
    assert "När ska vi ses?" not in digest.text
    assert "kollega" not in digest.text
