"""`python -m manifest` as an administrator runs it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from manifest.app import BadApp, check
from tests.manifest.conftest import BOT
from tests.patience import SECONDS

GIVEN = [
    *("--host", "bot.example.se", "--publisher", "Region Exempel"),
    *("--website", "https://www.example.se/erfa", "--privacy", "https://www.example.se/dataskydd"),
]


def run(*options: str, bot: str = BOT, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ERFA_")}
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "manifest", *options],
        env=environment | {"ERFA_APP_ID": bot, "PYTHONPATH": str(root), "ERFA_HOST": "127.0.0.1"},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def test_it_writes_the_zip_where_the_guide_says(tmp_path: Path) -> None:
    done = run(*GIVEN, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "https://bot.example.se/api/messages" in done.stdout
    with ZipFile(tmp_path / "build" / "erfa.zip") as archive:
        assert "manifest.json" in archive.namelist()


@pytest.mark.parametrize(
    ("option", "permission"),
    [("--read-back", b"ChannelMessage.Read.Group"), ("--transcripts", b"OnlineMeetingTranscript.Read.Chat")],
)
def test_it_asks_for_permissions_when_told_to(tmp_path: Path, option: str, permission: bytes) -> None:
    assert run(*GIVEN, option, cwd=tmp_path).returncode == 0
    with ZipFile(tmp_path / "build" / "erfa.zip") as archive:
        assert permission in archive.read("manifest.json")


def test_it_writes_the_same_file_again(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        assert run(*GIVEN, "--out", str(tmp_path / name)).returncode == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_all_that_is_missing_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = run(bot="", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    for name in ("ERFA_APP_ID", "--host", "--publisher", "--website", "--privacy"):
        assert f"{name} is missing" in done.stderr
    assert "--terms" not in done.stderr
    assert not (tmp_path / "build").exists()


def test_a_place_it_cannot_write_to_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(*GIVEN, "--out", str(tmp_path / "file" / "erfa.zip"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "file") in done.stderr


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("bot_id", "erfa", "ERFA_APP_ID"),
        ("bot_id", "0f8fad5b-d9cb-469f-a165-7086772895", "ERFA_APP_ID"),
        ("host", "https://bot.example.se", "--host"),
        ("host", "bot.example.se:3978", "--host"),
        ("host", "bot.example.se/api", "--host"),
        ("host", "localhost", "--host"),
        ("host", "10.0.0.1", "--host"),
        ("host", "bot..se", "--host"),
        ("host", "*.example.se", "--host"),
        ("host", "bot.example.se\n", "--host"),
        ("host", "a." * 127 + "se", "--host"),
        ("publisher", "Kommunalförbundet för allt och alla", "--publisher"),
        ("publisher", "   ", "--publisher"),
        ("website", "http://www.example.se", "--website"),
        ("privacy", "www.example.se/dataskydd", "--privacy"),
        ("privacy", "https://www.example.se/" + "a" * 2048, "--privacy"),
        ("terms", "mailto:erfa@example.se", "--terms"),
        ("version", "1.0", "--version"),
        ("version", "1.0.0-beta", "--version"),
        ("version", "01.0.0", "--version"),
    ],
)
def test_what_teams_would_refuse_is_refused_by_name(
    values: dict[str, str | None], field: str, value: str, named: str
) -> None:
    with pytest.raises(BadApp) as refused:
        check(values | {field: value})
    assert str(refused.value).startswith(f"{named} is {value!r}, but must be ")
    assert str(refused.value).count("must be") == 1


def test_what_people_paste_is_taken(values: dict[str, str | None]) -> None:
    app = check(values | {"host": "Bot.Example.SE", "bot_id": BOT.upper(), "publisher": " Mariestads kommun "})
    assert (app.host, str(app.bot_id), app.publisher) == ("bot.example.se", BOT, "Mariestads kommun")


def test_a_bot_has_one_app_whatever_else_changes(values: dict[str, str | None]) -> None:
    moved = check(values | {"host": "other.example.se", "version": "2.0.0"})
    other = check(values | {"bot_id": "11111111-2222-4333-8444-555555555555"})
    assert check(values).id == moved.id != other.id
