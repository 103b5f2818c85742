"""Files in a private chat: offered, put into OneDrive after a yes, and nowhere else."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.hosts import keeps_files
from bot.routes import open_routes
from bot.settings import Settings
from cards.people_actions import FetchMyData
from tests.bot import activities
from tests.bot.conversation import RunningBot, running
from tests.bot.loopback import serving


@dataclass
class OneDrive:
    """Where files are put: what came, with which headers; `refuses` with that status."""

    url: str = ""
    put: list[tuple[dict[str, str], str]] = field(default_factory=list)
    refuses: int = 0

    async def take(self, request: web.Request) -> web.Response:
        self.put.append((dict(request.headers), await request.text()))
        return web.json_response({}, status=self.refuses or 201)


@pytest.fixture
async def onedrive() -> AsyncIterator[OneDrive]:
    drive = OneDrive()
    app = web.Application()
    app.router.add_put("/upload", drive.take)
    async with serving(app) as url:
        drive.url = f"{url}/upload"
        yield drive


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, open_routes) as bot:
        yield bot


async def offered(bot: RunningBot) -> list[dict[str, Any]]:
    """The files that Anna is offered in private."""
    bot.connector.calls.clear()
    await bot.personal("Anna").click(FetchMyData())
    return [call.body["attachments"][0] for call in bot.connector.calls]


async def answer(bot: RunningBot, file: dict[str, Any], url: str, action: str = "accept", **more: Any) -> int:
    """Answer an offer as Teams does; gives the HTTP status."""
    where = {"uploadUrl": url, "contentUrl": "https://x.sharepoint.com/f", "name": file["name"], "uniqueId": "u-1"}
    value = {
        "type": "fileUpload",
        "action": action,
        "context": file["content"]["acceptContext"],
        **({"uploadInfo": {**where, "fileType": "json"}} if action == "accept" else {}),
    }
    place, who = activities.personal("Anna"), activities.person("Anna")
    invoke = {"name": "fileConsent/invoke", "value": value, **more}
    return (await bot.post(activities.activity("invoke", bot.connector.url, place, who, **invoke))).status


async def test_all_that_is_kept_is_offered_for_programs_and_for_people(bot: RunningBot) -> None:
    as_json, as_text = await offered(bot)
    assert (as_json["name"], as_text["name"]) == ("mina-uppgifter.json", "mina-uppgifter.txt")
    assert as_json["contentType"] == "application/vnd.microsoft.teams.card.file.consent"
    assert as_json["content"]["sizeInBytes"] > 100
    assert as_json["content"]["description"].startswith("Allt som Erfa har sparat om dig.")


async def test_after_a_yes_it_is_in_onedrive_and_shown(bot: RunningBot, onedrive: OneDrive) -> None:
    as_json, as_text = await offered(bot)
    bot.connector.calls.clear()
    for file in (as_json, as_text):
        assert await answer(bot, file, onedrive.url) == 200
    (headers, facts), (_, words) = onedrive.put
    assert {fact["kind"] for fact in json.loads(facts)} == {"seen", "chat"}
    assert "Hur jag når dig i en egen chatt" in words
    size = len(facts.encode())
    assert headers["Content-Range"] == f"bytes 0-{size - 1}/{size}"
    assert "Authorization" not in headers
    shown = bot.connector.calls[0].body["attachments"][0]
    assert shown["contentType"] == "application/vnd.microsoft.teams.card.file.info"
    assert shown["contentUrl"] == "https://x.sharepoint.com/f"
    assert shown["content"] == {"uniqueId": "u-1", "fileType": "json"}


async def test_it_is_as_it_is_when_they_say_yes(bot: RunningBot, onedrive: OneDrive) -> None:
    as_json, _ = await offered(bot)
    await bot.channel("Anna").say("hej")
    await answer(bot, as_json, onedrive.url)
    assert "19:general@thread.tacv2" in onedrive.put[0][1]


async def test_a_yes_that_teams_sends_again_puts_it_once(bot: RunningBot, onedrive: OneDrive) -> None:
    as_json, _ = await offered(bot)
    for _ in range(2):
        assert await answer(bot, as_json, onedrive.url, id="same") == 200
    assert len(onedrive.put) == 1


async def test_after_a_no_nothing_is_put(bot: RunningBot, onedrive: OneDrive) -> None:
    as_json, _ = await offered(bot)
    bot.connector.calls.clear()
    assert await answer(bot, as_json, onedrive.url, action="decline") == 200
    assert (onedrive.put, bot.connector.calls) == ([], [])


@pytest.mark.parametrize("value", [None, "accept", {}, {"action": "accept"}, {"action": "accept", "uploadInfo": {}}])
async def test_what_teams_would_not_send_does_nothing(bot: RunningBot, value: object) -> None:
    place, who = activities.personal("Anna"), activities.person("Anna")
    invoke = activities.activity("invoke", bot.connector.url, place, who, name="fileConsent/invoke", value=value)
    assert (await bot.post(invoke)).status == 200
    assert bot.connector.calls == []


async def test_in_a_channel_nothing_is_put(bot: RunningBot, onedrive: OneDrive) -> None:
    as_json, _ = await offered(bot)
    place = activities.channel()
    await answer(bot, as_json, onedrive.url, conversation=place["conversation"], channelData=place["channelData"])
    assert onedrive.put == []


@pytest.mark.parametrize("refuses", [403, 404, 500, 302])
async def test_when_it_is_not_taken_they_are_told(bot: RunningBot, onedrive: OneDrive, refuses: int) -> None:
    as_json, _ = await offered(bot)
    bot.connector.calls.clear()
    onedrive.refuses = refuses
    assert await answer(bot, as_json, onedrive.url) == 200
    [told] = bot.connector.calls
    assert "Teams kunde inte ta emot filen" in told.body["text"]


@pytest.mark.parametrize("url", ["https://evil.example/upload", "http://127.0.0.1:1/upload", "ftp://x", "//", "x"])
async def test_it_goes_nowhere_else(bot: RunningBot, url: str) -> None:
    as_json, _ = await offered(bot)
    bot.connector.calls.clear()
    await answer(bot, as_json, url)
    [told] = bot.connector.calls
    assert "Teams kunde inte" in told.body["text"]


@pytest.mark.parametrize(
    ("url", "takes"),
    [
        ("https://kommun-my.sharepoint.com/personal/anna/upload?t=1", True),
        ("https://KOMMUN.SharePoint.com/x", True),
        ("http://kommun.sharepoint.com/x", False),
        ("https://sharepoint.com.evil.example/x", False),
        ("https://evilsharepoint.com/x", False),
        ("https://127.0.0.1/x", False),
        ("https://user@evil.example/.sharepoint.com", False),
        ("https://user@kommun.sharepoint.com/x", False),
        ("https://kommun.sharepoint.com:8443/x", False),
        ("https://[::1/x", False),
        ("", False),
    ],
)
def test_which_places_take_files(url: str, takes: bool) -> None:
    settings = Settings(app_id="00000000-0000-4000-8000-000000000001", app_password=SecretStr("x"), app_tenant_id="t")
    assert keeps_files(settings, url) is takes


@pytest.mark.parametrize(("url", "takes"), [("http://127.0.0.1:1/x", True), ("https://x.sharepoint.com/x", False)])
def test_in_local_mode_they_never_leave_this_machine(url: str, takes: bool) -> None:
    assert keeps_files(Settings(), url) is takes
