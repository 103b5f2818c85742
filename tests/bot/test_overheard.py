"""Where the app may read a channel, Teams delivers all that is said there: what is not meant for Erfa is not heard."""

import pytest
from structlog.testing import capture_logs

from cards.actions import OpenCase
from tests.bot import activities
from tests.bot.activities import BOT
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Chat, RunningBot

SECRET = "hemligheten"


def overheard(entities: list[dict[str, object]], text: str = SECRET) -> dict[str, object]:
    return {"text": text, "entities": entities}


@pytest.mark.parametrize(
    "said",
    [
        overheard([]),
        overheard([{"type": "mention", "mentioned": {"id": "29:bo", "name": "Bo"}, "text": "<at>Bo</at>"}]),
        overheard([{"type": "clientInfo", "locale": "sv-SE"}], f"Erfa {SECRET}"),
        overheard([], f"<at>Bo</at> {SECRET}"),
        overheard([], f"<div>{SECRET}</div>"),
        {**overheard([]), "attachments": [{"contentType": "image/png", "contentUrl": f"https://x.example/{SECRET}"}]},
    ],
)
@pytest.mark.parametrize("place", ["channel", "group"])
async def test_what_is_not_meant_for_it_leaves_no_trace(
    bot: RunningBot, dialogs: Dialogs, place: str, said: dict[str, object]
) -> None:
    before = await bot.stored()
    chat: Chat = getattr(bot, place)("Anna")
    with capture_logs() as lines:
        assert await chat.say("", **said) == []
    assert dialogs.small.turns == []
    assert bot.connector.calls == []
    assert await bot.stored() == before
    assert SECRET not in str(lines)
    assert [line["outcome"] for line in lines if line["event"] == "turn"] == ["overheard"]


async def test_what_mentions_it_is_heard(bot: RunningBot) -> None:
    mention: dict[str, object] = {"type": "mention", "mentioned": BOT, "text": "<at>Erfa</at>"}
    for said in (overheard([mention], "<at>Erfa</at> hej"), overheard([], "<at>erfa</at> hej")):
        assert len(await bot.channel("Anna").say("", **said)) == 1
        bot.clock.pass_(minutes=2)


async def test_a_click_is_heard_without_a_mention(bot: RunningBot) -> None:
    for chat in (bot.channel("Anna"), bot.group("Anna")):
        assert (await chat.click(OpenCase(case="ludvika"))).text == "Fallet ludvika"
        [changed] = await chat.submit(OpenCase(case="ludvika"), entities=[])
        assert changed.text == "Fallet ludvika"


async def test_in_private_all_is_meant_for_it(bot: RunningBot) -> None:
    anna = bot.personal("Anna")
    said = activities.said(bot.connector.url, anna.place, anna.who, "hej", entities=[])
    assert (await bot.post(said)).status == 200
    assert len(bot.connector.posted) == 1
