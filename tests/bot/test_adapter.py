"""Who and what gets in at POST /api/messages, and how an invoke is answered."""

import json
import socket
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.activity import Inbound
from bot.adapter import Adapter, Answer, SigningKeys
from bot.app import create_app, no_token, utc_now
from bot.calls import open_session
from bot.settings import Settings
from tests.bot import activities
from tests.bot.activities import TENANT, Json
from tests.bot.conftest import Dialogs
from tests.bot.conversation import RunningBot, running
from tests.bot.loopback import serving

JSON = {"Content-Type": "application/json"}


def hello(bot: RunningBot, **more: Any) -> Json:
    return activities.said(bot.connector.url, activities.channel(), activities.person("Anna"), "hej", **more)


# Local mode


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "erfa.example.com"},
        {"Host": "127.0.0.1.example.com"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"Via": "1.1 proxy"},
        {"X-Real-IP": "127.0.0.1"},
        {"Origin": "https://example.com"},
        {"Origin": "null"},
    ],
)
async def test_local_mode_refuses_what_came_from_elsewhere(bot: RunningBot, headers: dict[str, str]) -> None:
    with capture_logs() as lines:
        answer = await bot.post(hello(bot), headers=headers)
    assert answer.status == 403
    assert [line["event"] for line in lines] == ["refused"]
    assert bot.connector.calls == []


@pytest.mark.parametrize("headers", [{"Host": "localhost:3978"}, {"Host": "[::1]"}, {"Origin": "http://localhost:5"}])
async def test_local_mode_takes_what_came_from_here(bot: RunningBot, headers: dict[str, str]) -> None:
    assert (await bot.post(hello(bot), headers=headers)).status == 200
    assert len(bot.connector.posted) == 1


@pytest.mark.parametrize(
    "service_url",
    [
        "https://smba.trafficmanager.net/emea/",
        "http://127.0.0.1@example.com/",
        "http://example.com\\@127.0.0.1/",
        "http://10.0.0.1:80/",
        "http://localhost.example.com/",
        "http://[",
        "localhost",
        "//",
    ],
)
async def test_local_mode_answers_to_loopback_only(bot: RunningBot, dialogs: Dialogs, service_url: str) -> None:
    assert (await bot.post(hello(bot, serviceUrl=service_url))).status == 403
    assert dialogs.small.turns == []


async def test_local_mode_refuses_a_peer_on_another_address(tmp_path: Path, dialogs: Dialogs) -> None:
    """Even when the server listens wider than it should."""
    own = own_address()
    if own is None:
        pytest.skip("this machine has only its loopback address")
    runner = web.AppRunner(create_app(Settings(data=tmp_path), dialogs.open))
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104
    url = f"http://{own}:{runner.addresses[0][1]}/api/messages"
    async with aiohttp.ClientSession() as session, session.post(url, json={}, headers={"Host": "localhost"}) as answer:
        assert answer.status == 403
    await runner.cleanup()


def own_address() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith("127.") else address


# What gets in

NESTED = b"[" * 100_000 + b"]" * 100_000


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", JSON, 400),
        (b"{", JSON, 400),
        (b"[]", JSON, 400),
        (b"7", JSON, 400),
        (b"null", JSON, 400),
        (b'"x"', JSON, 400),
        (b"{}", JSON, 400),
        (b'{"type": "\xff"}', JSON, 400),
        (NESTED, JSON, 400),
        (b'{"value": ' + NESTED + b"}", JSON, 400),
        (b"{}", {"Content-Type": "text/plain"}, 415),
        (b"{}", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b"{}", {"Content-Type": ""}, 415),
        (b" " * (1024 * 1024 + 1), JSON, 413),
    ],
)
async def test_what_is_no_activity_is_refused(
    bot: RunningBot, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert (await bot.post(None, data=BytesIO(body), headers=headers)).status == status


async def test_the_largest_body_is_one_mebibyte(bot: RunningBot) -> None:
    padded = json.dumps(hello(bot)).encode().ljust(1024 * 1024)
    assert (await bot.post(None, data=BytesIO(padded), headers=JSON)).status == 200


@pytest.mark.parametrize("path", ["/api/messages", "/healthz"])
async def test_another_method_is_refused(bot: RunningBot, path: str) -> None:
    method = "GET" if path == "/api/messages" else "POST"
    async with bot.session.request(method, bot.url + path) as answer:
        assert answer.status == 405


@pytest.mark.parametrize(
    "wrong",
    [
        {"conversation": None},
        {"conversation": {}},
        {"conversation": {"id": 5}},
        {"conversation": {"id": "x" * 500}},
        {"conversation": {"id": "å\x00"}},
        {"from": None},
        {"from": {}},
        {"from": "Anna"},
        {"type": 5},
        {"type": ""},
        {"text": 5},
        {"text": ["hej"]},
        {"serviceUrl": None},
        {"channelData": "x"},
        {"entities": {"type": "mention"}},
        {"entities": [5]},
        {"membersAdded": "x"},
        {"attachments": [None]},
        {"timestamp": "i går"},
        {"timestamp": 5},
        {"timestamp": ""},
        {"localTimestamp": "2026-99-99T99:99:99Z"},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_refused(bot: RunningBot, dialogs: Dialogs, wrong: Json) -> None:
    assert (await bot.post({**hello(bot), **wrong})).status == 400
    assert dialogs.small.turns == []


@pytest.mark.parametrize(
    "odd",
    [
        {"timestamp": None},
        {"timestamp": "2026-03-05T08:00:00.1234567Z", "localTimestamp": "2026-03-05T09:00:00.1234567+01:00"},
        {"text": None},
        {"entities": None, "attachments": None, "recipient": None, "channelData": None},
        {"value": None, "unknown": {"deep": [1]}},
        {"text": "\u0000 hej"},
        {"text": "x" * 20_000},
    ],
)
async def test_what_erfa_does_not_read_may_be_odd(bot: RunningBot, odd: Json) -> None:
    assert (await bot.post({**hello(bot), **odd})).status == 200


# How an invoke is answered


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("adaptiveCard/action", {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {}}),
        ("composeExtension/query", {"composeExtension": {"type": "result", "attachments": [{"content": "å"}]}}),
        ("composeExtension/fetchTask", {"task": {"type": "continue", "value": {"title": "Å"}}}),
        ("task/fetch", {"task": {"type": "continue", "value": {"card": {"content": {"body": [1, None, True]}}}}}),
        ("task/submit", {"task": {"type": "message", "value": "Tack!"}}),
    ],
)
@pytest.mark.parametrize("status", [200, 412])
async def test_the_body_of_an_invoke_is_what_the_handler_returns(name: str, body: Json, status: int) -> None:
    async def handler(activity: Inbound) -> Answer:
        assert activity.name == name
        return Answer(status, body)

    async with open_session(trust_proxies=False) as session:
        adapter = Adapter(Settings(), SigningKeys(session, utc_now), no_token, handler)
        app = web.Application()
        app.router.add_post("/api/messages", adapter.process)
        async with serving(app) as url:
            invoke = activities.activity("invoke", url, activities.group(), activities.person("Anna"), name=name)
            async with session.post(f"{url}/api/messages", json=invoke) as answer:
                assert answer.status == status
                assert answer.content_type == "application/json"
                assert await answer.json() == body


async def test_a_tenant_that_is_not_welcome_is_refused(tmp_path: Path, dialogs: Dialogs) -> None:
    async with running(tmp_path, dialogs.open, tenants=("other",)) as bot:
        assert (await bot.post(hello(bot))).status == 403
        assert (await bot.post(hello(bot, channelData={}))).status == 403
        welcome = {"team": {"id": "t"}, "tenant": {"id": "OTHER"}}
        assert (await bot.post(hello(bot, channelData=welcome))).status == 200
    assert TENANT != "other"
