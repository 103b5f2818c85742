"""A bad or contradictory setting stops the start with one clear sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import AppType, BadSettings, Settings, load
from tests.bot.issuer import write_certificate

EVERYWHERE = "0.0.0.0"  # noqa: S104
REGISTERED = {"ERFA_APP_ID": "app", "ERFA_APP_PASSWORD": "secret", "ERFA_APP_TENANT_ID": "Tenant-1"}


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("ERFA_"):
            monkeypatch.delenv(name)


def loaded(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return load()


def test_without_any_setting_it_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch)
    assert settings.local
    assert (settings.host, settings.port, settings.data) == ("127.0.0.1", 3978, Path("data"))
    assert (settings.language, settings.timezone) == ("sv", "Europe/Stockholm")
    assert settings.welcome_tenants == ()


def test_a_registered_bot_may_listen_to_the_world(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch, **REGISTERED, ERFA_HOST=EVERYWHERE)
    assert not settings.local
    assert settings.app_type is AppType.SINGLE_TENANT
    assert settings.welcome_tenants == ("tenant-1",)


def test_several_tenants_may_be_welcome(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch, **REGISTERED, ERFA_TENANTS="A-1, b-2,,c-3")
    assert settings.welcome_tenants == ("a-1", "b-2", "c-3")


def test_a_managed_identity_needs_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    identity = {"ERFA_APP_TYPE": "userassignedmsi", "ERFA_APP_ID": "app", "ERFA_APP_TENANT_ID": "t"}
    assert loaded(monkeypatch, **identity).app_type is AppType.MANAGED_IDENTITY


def test_the_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "secret" not in repr(loaded(monkeypatch, **REGISTERED))


def test_empty_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, ERFA_PORT="", ERFA_APP_ID="", ERFA_STORE="").port == 3978


WRONG = [
    ({"ERFA_APP_TYPE": "Single"}, "ERFA_APP_TYPE is 'Single', but must be one of SingleTenant"),
    ({"ERFA_APP_ID": "app", "ERFA_APP_TENANT_ID": "t"}, "ERFA_APP_PASSWORD is missing"),
    ({"ERFA_APP_ID": "app", "ERFA_APP_PASSWORD": "p"}, "ERFA_APP_TENANT_ID is missing"),
    ({"ERFA_APP_ID": "app", "ERFA_APP_TYPE": "UserAssignedMSI"}, "ERFA_APP_TENANT_ID is missing"),
    ({"ERFA_APP_ID": "app", "ERFA_APP_PASSWORD": "p", "ERFA_APP_TYPE": "MultiTenant"}, "ERFA_TENANTS is missing"),
    ({"ERFA_APP_PASSWORD": "p"}, "ERFA_APP_ID is not"),
    ({"ERFA_APP_TENANT_ID": "t"}, "ERFA_APP_ID is not"),
    ({"ERFA_HOST": EVERYWHERE}, "ERFA_HOST is '0.0.0.0'"),
    ({"ERFA_HOST": "erfa.example.com"}, "ERFA_HOST is 'erfa.example.com'"),
    ({"ERFA_HOST": "::"}, "ERFA_HOST is '::'"),
    ({"ERFA_PORT": "http"}, "ERFA_PORT is 'http'"),
    ({"ERFA_PORT": "65536"}, "ERFA_PORT is '65536'"),
    ({"ERFA_PORT": "-1"}, "ERFA_PORT is '-1'"),
    ({"ERFA_PORT": "39.78"}, "ERFA_PORT is '39.78'"),
    ({"ERFA_TRANSCRIPTS": "true"}, "ERFA_TRANSCRIPTS is set, but without ERFA_APP_ID"),
    ({"ERFA_TRANSCRIPTS": "kanske"}, "ERFA_TRANSCRIPTS is wrong"),
    ({"ERFA_TIMEZONE": "Sverige"}, "ERFA_TIMEZONE is 'Sverige'"),
    ({"ERFA_TIMEZONE": "../etc/passwd"}, "ERFA_TIMEZONE is"),
    ({"ERFA_TIMEZONE": "Europe"}, "ERFA_TIMEZONE is 'Europe'"),
    ({"ERFA_LANGUAGE": "fi"}, "ERFA_LANGUAGE is 'fi', but must be one of sv, en."),
    ({"ERFA_STORE": "mysql://user:password@host/erfa"}, "ERFA_STORE must be the address of a database, postgresql://"),
    ({"ERFA_STORE": "data.json"}, "ERFA_STORE must be the address of a database, postgresql://…, or empty"),
    ({"ERFA_STORE": "postgresql://user:password@host/erfa?no=such"}, "none that PostgreSQL understands"),
]


@pytest.mark.parametrize(("environment", "sentence"), WRONG)
def test_what_is_wrong_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], sentence: str
) -> None:
    with pytest.raises(BadSettings) as refused:
        loaded(monkeypatch, **environment)
    said = str(refused.value)
    assert sentence in said
    assert "\n" not in said
    assert "password@" not in said


def test_the_start_stops_with_the_sentence_and_code_2(tmp_path: Path) -> None:
    start = [sys.executable, "-m", "bot"]
    root = Path(__file__).parents[2]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "ERFA_HOST": EVERYWHERE}
    ended = subprocess.run(start, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("ERFA_HOST is '0.0.0.0'")
    assert not (tmp_path / "data").exists()


# How it proves that it is the app


def test_a_certificate_takes_the_place_of_the_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = write_certificate(tmp_path / "erfa.pem", "erfa.example.com")
    settings = loaded(
        monkeypatch, ERFA_APP_ID="app", ERFA_APP_TENANT_ID="t", ERFA_APP_CERTIFICATE=str(file), ERFA_SERVICE_HOSTS="A b"
    )
    assert settings.app_certificate == file
    assert settings.service_hosts == ("a", "b")


@pytest.mark.parametrize("content", [None, "", "-----BEGIN CERTIFICATE-----", b"\xff\xfe"])
def test_what_is_no_certificate_with_its_key_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | bytes | None
) -> None:
    file = tmp_path / "erfa.pem"
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadSettings) as stopped:
        loaded(monkeypatch, ERFA_APP_ID="app", ERFA_APP_TENANT_ID="t", ERFA_APP_CERTIFICATE=str(file))
    assert str(stopped.value).startswith(f"ERFA_APP_CERTIFICATE is '{file}', which ")


@pytest.mark.parametrize("app_type", ["SingleTenant", "UserAssignedMSI"])
def test_two_proofs_are_one_too_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, app_type: str) -> None:
    file = write_certificate(tmp_path / "erfa.pem", "erfa.example.com")
    with pytest.raises(BadSettings, match="ERFA_APP_CERTIFICATE"):
        loaded(monkeypatch, **REGISTERED, ERFA_APP_TYPE=app_type, ERFA_APP_CERTIFICATE=str(file))


@pytest.mark.parametrize("value", ["https://bot.example.se", "https://bot.example.se:8443/", "http://127.0.0.1:9000"])
def test_where_it_is_reached_from_outside_may_be_said(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    assert loaded(monkeypatch, ERFA_PUBLIC_URL=value).address == value.rstrip("/")


@pytest.mark.parametrize(
    "value",
    [
        *("bot.example.se", "http://bot.example.se", "https://bot.example.se/erfa", "https://", "ftp://bot.example.se"),
        *("https://a:b@bot.example.se", "https://bot.example.se?x=1", "https://bot.example.se#x", "https://[bot"),
    ],
)
def test_where_it_is_reached_must_be_a_bare_safe_address(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    with pytest.raises(BadSettings, match=r"^ERFA_PUBLIC_URL is .*, but must be an address such as https://"):
        loaded(monkeypatch, ERFA_PUBLIC_URL=value)


def test_a_registered_bot_does_not_guess_where_it_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, **REGISTERED).address == ""
