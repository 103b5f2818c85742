"""Files that somebody sends: fetched from where Teams keeps them, bounded in size and time, from nowhere else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.calls import open_session
from bot.downloads import Downloads
from bot.hosts import keeps_files
from bot.settings import Settings
from dialogs.turn import OutOfReach
from knowledge.documents.unreadable import Reason, Unreadable
from tests.bot.conftest import Dialogs
from tests.bot.conversation import RunningBot
from tests.bot.drive import Drive, drive

HOSTED = Settings(app_id="app", app_password=SecretStr("secret"), app_tenant_id="tenant")


@pytest.fixture
async def files(tmp_path: Path) -> AsyncIterator[Downloads]:
    async with open_session(trust_proxies=False) as session:
        yield Downloads(Settings(data=tmp_path), session)


@pytest.fixture
async def kept() -> AsyncIterator[Drive]:
    async with drive() as opened:
        yield opened


@pytest.mark.parametrize(
    "url",
    [
        "https://region-my.sharepoint.com/personal/anna/_layouts/15/download.aspx?UniqueId=1&tempauth=a%2Fb",
        "https://REGION.sharepoint.com/sites/erfa/m.vtt",
        "https://region.sharepoint.com:443/m.vtt",
    ],
)
def test_files_are_kept_in_sharepoint(url: str) -> None:
    assert keeps_files(HOSTED, url)


@pytest.mark.parametrize(
    "url",
    [
        "http://region.sharepoint.com/m.vtt",
        "https://sharepoint.com.example/m.vtt",
        "https://evilsharepoint.com/m.vtt",
        "https://sharepoint.com/m.vtt",
        "https://region.sharepoint.com:8443/m.vtt",
        "https://region.sharepoint.com@evil.example/m.vtt",
        "https://anna:pw@region.sharepoint.com/m.vtt",
        "https://evil.example/region.sharepoint.com",
        "https://evil.example\\.sharepoint.com/m.vtt",
        "https://127.0.0.1/m.vtt",
        "http://localhost/m.vtt",
        "https://169.254.169.254/metadata",
        "file:///etc/passwd",
        "https://[",
        "",
    ],
)
def test_files_are_kept_nowhere_else(url: str) -> None:
    assert not keeps_files(HOSTED, url)


def test_in_local_mode_files_are_kept_on_this_machine_only() -> None:
    assert keeps_files(Settings(), "http://127.0.0.1:8080/m.vtt")
    assert not keeps_files(Settings(), "https://region.sharepoint.com/m.vtt")


async def test_a_file_is_fetched_as_it_is(files: Downloads, kept: Drive) -> None:
    sent = kept.sent("möte.txt", b"Beslut\n\xff\x00")
    assert await files.fetch(sent["content"]["downloadUrl"]) == b"Beslut\n\xff\x00"


async def test_what_is_kept_elsewhere_is_not_asked_for(files: Downloads) -> None:
    with pytest.raises(OutOfReach, match=r"region\.sharepoint\.com keeps no files"):
        await files.fetch("https://region.sharepoint.com/m.vtt?tempauth=secret")


async def test_no_redirect_is_followed(files: Downloads, kept: Drive) -> None:
    with pytest.raises(OutOfReach, match="answered 302"):
        await files.fetch(f"{kept.url}/moved")
    assert kept.asked == ["/moved"]


async def test_what_is_gone_is_out_of_reach(files: Downloads, kept: Drive) -> None:
    with pytest.raises(OutOfReach, match="answered 404"):
        await files.fetch(f"{kept.url}/gone.vtt")


async def test_nobody_waits_for_a_slow_file(files: Downloads, kept: Drive) -> None:
    hurried = Downloads(files.settings, files.session, seconds=0.2)
    with pytest.raises(OutOfReach, match="TimeoutError"):
        await hurried.fetch(f"{kept.url}/slow")


async def test_an_unreachable_host_is_out_of_reach(files: Downloads) -> None:
    with pytest.raises(OutOfReach, match=r"127\.0\.0\.1: Client"):
        await files.fetch("http://127.0.0.1:1/m.vtt")


@pytest.mark.parametrize("path", ["endless", "bomb"])
async def test_more_than_there_is_room_for_is_not_read(files: Downloads, kept: Drive, path: str) -> None:
    with pytest.raises(Unreadable) as refused:
        await files.fetch(f"{kept.url}/{path}")
    assert refused.value.reason is Reason.TOO_LARGE


async def test_a_dialog_can_read_what_was_sent(bot: RunningBot, dialogs: Dialogs, kept: Drive) -> None:
    sent = kept.sent("möte.vtt", b"WEBVTT")
    await bot.personal("Anna").say("", text="", attachments=[sent])
    [turn] = dialogs.small.turns
    [file] = turn.files
    assert (file.name, await file.read()) == ("möte.vtt", b"WEBVTT")
    assert turn.attachments == 1


@pytest.mark.parametrize("content", [None, "text", {}, {"downloadUrl": None}, {"downloadUrl": ["a"]}])
async def test_a_file_without_an_address_is_none(bot: RunningBot, dialogs: Dialogs, content: object) -> None:
    sent = {**Drive("http://127.0.0.1:1").sent("möte.vtt", b""), "content": content}
    await bot.personal("Anna").say("hej", attachments=[sent])
    assert dialogs.small.turns[0].files == ()
