"""Looking for a post in a channel through Microsoft Graph."""

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.app import no_token
from bot.calls import Caller, SendFailed, open_session
from bot.graph import MOST_PAGES, SKEW, Graph, NotPermitted
from bot.pace import Before
from bot.replies import CARD_TYPE
from tests.bot.loopback import LoopbackConnector, serving
from tests.bot.loopback_graph import LoopbackGraph

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
CHANNEL = "19:allmänt/x@thread.tacv2"
MARKER = "0123456789abcdef"
Json = dict[str, Any]


@dataclass(frozen=True)
class Looking:
    """Microsoft's side, and the bot's look at it."""

    there: LoopbackGraph
    graph: Graph

    async def find(self, conversation: str = CHANNEL, since: datetime = NOON, group: str = "group-1") -> str:
        return await self.graph.find(group, conversation, MARKER, since)

    def stands(self, id: str, *body: Json, conversation: str = CHANNEL, **attachment: Any) -> None:
        """A message with a card of these elements stands in Teams."""
        card = {"contentType": CARD_TYPE, "content": {"type": "AdaptiveCard", "body": list(body)}, **attachment}
        self.there.connector.messages[id] = (conversation, {"attachments": [card]})


async def unhurried(_: str, before: Before | None = None) -> None:
    pass


@contextlib.asynccontextmanager
async def looking() -> AsyncIterator[Looking]:
    there = LoopbackGraph(LoopbackConnector(), lambda: NOON)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", there.answer)
    async with serving(app) as url, open_session(trust_proxies=False) as session:
        there.url = url
        caller = Caller(session, no_token, lambda asked: asked == url, unhurried, lambda _: None)
        yield Looking(there, Graph(caller, url))


@pytest.fixture
async def look() -> AsyncIterator[Looking]:
    async with looking() as look:
        yield look


def marked(marker: str = MARKER) -> Json:
    return {"type": "TextBlock", "text": "Nytt i nätverket", "id": marker}


async def test_a_post_is_found_by_its_marker(look: Looking) -> None:
    look.stands("1", marked("another"))
    look.stands("2", {"type": "TextBlock", "text": "x"}, marked())
    look.stands("3", {"type": "TextBlock", "text": MARKER})
    assert await look.find() == "2"
    assert "/channels/19%3Aallm%C3%A4nt%2Fx%40thread.tacv2/messages?" in look.there.asked[0]


async def test_a_card_that_speaks_of_a_post_is_not_the_post(look: Looking) -> None:
    look.stands("1", {"type": "ActionSet", "actions": [{"data": {"post": MARKER}}]})
    assert await look.find() == ""


async def test_a_reply_is_looked_for_in_its_thread(look: Looking) -> None:
    look.stands("1", marked())
    look.stands("2", marked(), conversation=f"{CHANNEL};messageid=17")
    assert await look.find(f"{CHANNEL};messageid=17") == "2"
    assert await look.find(f"{CHANNEL};messageid=18") == ""


async def test_it_reads_page_by_page(look: Looking) -> None:
    look.there.largest = 2
    look.stands("1", marked())
    for number in range(2, 8):
        look.stands(str(number), marked("another"))
    assert await look.find() == "1"
    assert len(look.there.asked) == 4


async def test_it_does_not_read_what_is_older_than_the_post(look: Looking) -> None:
    look.there.largest = 1
    for number in range(3):
        look.stands(str(number), marked("another"))
    assert await look.find(since=NOON + SKEW + timedelta(seconds=1)) == ""
    assert len(look.there.asked) == 1
    assert await look.find(since=NOON + SKEW) == ""
    assert len(look.there.asked) == 4


async def test_where_too_much_was_said_nothing_is_claimed(look: Looking) -> None:
    look.there.largest = 1
    for number in range(MOST_PAGES + 1):
        look.stands(str(number), marked("another"))
    with pytest.raises(SendFailed):
        await look.find()


@pytest.mark.parametrize("status", [402, 403, 404])
async def test_where_it_may_not_look_it_says_so(look: Looking, status: int) -> None:
    look.there.failures = [status]
    with pytest.raises(NotPermitted):
        await look.find()
    with pytest.raises(NotPermitted):
        await look.find(group="")


@pytest.mark.parametrize("status", [401, 500, 503])
async def test_where_it_cannot_look_just_now_it_fails(look: Looking, status: int) -> None:
    look.there.failures = [status]
    with pytest.raises(SendFailed) as failed:
        await look.find()
    assert failed.value.status == status


async def test_it_comes_again_when_graph_asks_for_it(look: Looking) -> None:
    look.there.failures = [429]
    look.stands("1", marked())
    assert await look.find() == "1"


@pytest.mark.parametrize(
    "attachment",
    [
        {"content": None},
        {"content": [1]},
        {"content": {"body": None}},
        {"content": {"body": ["x", None]}},
        {"contentType": "reference"},
    ],
)
async def test_what_is_no_card_of_ours_is_passed_over(look: Looking, attachment: Json) -> None:
    look.stands("1", marked())
    look.stands("2", **attachment)
    assert await look.find() == "1"


@pytest.mark.parametrize(
    "message",
    [
        {"id": "2"},
        {"id": "2", "attachments": None},
        {"id": "2", "attachments": [{"contentType": CARD_TYPE, "content": "{"}]},
        {"id": "2", "attachments": [{"contentType": CARD_TYPE}], "lastModifiedDateTime": "2020-01-01T00:00:00"},
    ],
)
async def test_a_message_of_another_shape_is_passed_over(message: Json) -> None:
    async def answer(request: web.Request) -> web.Response:
        card = {"contentType": CARD_TYPE, "content": json.dumps({"body": [marked()]})}
        return web.json_response({"value": [message, {"id": "1", "attachments": [card]}]})

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    async with serving(app) as url, open_session(trust_proxies=False) as session:
        graph = Graph(Caller(session, no_token, lambda _: True, unhurried, lambda _: None), url)
        assert await graph.find("group-1", CHANNEL, MARKER, NOON) == "1"
