"""Every setting Erfa has, read from the environment and checked before anything starts."""

from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from cards.texts import LANGUAGES


class BadSettings(Exception):
    """A setting is wrong or contradicts another; the text is one sentence for whoever operates the bot."""


# What Microsoft's Teams SDK allows for the public cloud.
TEAMS_HOSTS = (
    "smba.trafficmanager.net",
    "smba.onyx.prod.teams.trafficmanager.net",
    "smba.infra.gcc.teams.microsoft.com",
)


class AppType(StrEnum):
    """How the bot is registered in Azure."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"
    MULTI_TENANT = "MultiTenant"


def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an address) is this machine itself."""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def database_problem(url: str) -> str:
    """What is wrong with the address of a database, without what it holds; empty when nothing is."""
    scheme = url.partition("://")[0]
    if scheme not in {"postgresql", "postgres"}:
        return "must be the address of a database, postgresql://…, or empty for the embedded store"
    try:
        conninfo_to_dict(url)
    except ProgrammingError:  # its text repeats the address, and the password in it
        return "begins as the address of a database but is none that PostgreSQL understands"
    return ""


def _problem_of_address(value: str) -> str:
    """What an address must be that others reach the bot at; empty where it is."""
    wanted = "an address such as https://bot.example.se, without path, query, user or password"
    try:
        parts = urlsplit(value)
        bare = (parts.path in {"", "/"}) and not (parts.query or parts.fragment or "@" in parts.netloc)
        safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
        return "" if bare and safe and parts.hostname and parts.port != 0 else wanted
    except ValueError:
        return wanted


def _unknown(name: str, value: str, known: tuple[str, ...]) -> ValueError:
    return ValueError(f"{name} is {value!r}, but must be one of {', '.join(known)}.")


class Settings(BaseSettings):
    """Without an app id Erfa runs in local mode: on loopback only, for this machine only."""

    model_config = SettingsConfigDict(env_prefix="ERFA_", env_ignore_empty=True, frozen=True, extra="ignore")

    app_id: str = ""
    app_password: SecretStr = SecretStr("")
    app_certificate: Path | None = None
    app_type: AppType = AppType.SINGLE_TENANT
    app_tenant_id: str = ""
    tenants: Annotated[tuple[str, ...], NoDecode] = ()
    service_hosts: Annotated[tuple[str, ...], NoDecode] = TEAMS_HOSTS
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3978
    public_url: str = ""
    data: Path = Path("data")
    store: SecretStr = SecretStr("")
    language: str = "sv"
    timezone: str = "Europe/Stockholm"
    transcripts: bool = False

    @field_validator("app_type", mode="before")
    @classmethod
    def _known_type(cls, value: str) -> str:
        names = {each.value.lower(): each.value for each in AppType}
        if value.lower() not in names:
            raise _unknown("ERFA_APP_TYPE", value, tuple(AppType))
        return names[value.lower()]

    @field_validator("tenants", "service_hosts", mode="before")
    @classmethod
    def _split(cls, value: str | tuple[str, ...]) -> tuple[str, ...]:
        each = value.replace(",", " ").split() if isinstance(value, str) else value
        return tuple(name.lower() for name in each)

    @field_validator("port", mode="before")
    @classmethod
    def _number(cls, value: str | int) -> str | int:
        if not str(value).isdecimal() or int(value) > 65535:
            raise ValueError(f"ERFA_PORT is {value!r}, but must be a number from 0 to 65535.")
        return value

    @field_validator("public_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        """Without a slash at the end; empty stays so."""
        problem = value and _problem_of_address(value)
        if problem:
            raise ValueError(f"ERFA_PUBLIC_URL is {value!r}, but must be {problem}.")
        return value.rstrip("/")

    @field_validator("store")
    @classmethod
    def _known_store(cls, value: SecretStr) -> SecretStr:
        problem = database_problem(value.get_secret_value()) if value else ""
        if problem:
            raise ValueError(f"ERFA_STORE {problem}.")
        return value

    @field_validator("app_certificate")
    @classmethod
    def _readable(cls, value: Path | None) -> Path | None:
        if value is None:
            return None
        try:
            text = value.read_text()
        except (OSError, ValueError) as error:
            raise ValueError(f"ERFA_APP_CERTIFICATE is {str(value)!r}, which cannot be read: {error}.") from error
        if "PRIVATE KEY-----" not in text or "BEGIN CERTIFICATE-----" not in text:
            raise ValueError(
                f"ERFA_APP_CERTIFICATE is {str(value)!r}, which must hold a certificate and its key, as PEM."
            )
        return value

    @field_validator("language")
    @classmethod
    def _known_language(cls, value: str) -> str:
        if value not in LANGUAGES:
            raise _unknown("ERFA_LANGUAGE", value, LANGUAGES)
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"ERFA_TIMEZONE is {value!r}, which is no time zone such as Europe/Stockholm.") from error
        return value

    @model_validator(mode="after")
    def _agree(self) -> Self:
        problem = self._local_problem() if self.local else self._registered_problem()
        if problem:
            raise ValueError(problem)
        return self

    def _local_problem(self) -> str:
        if self._proofs or self.app_tenant_id:
            return "ERFA_APP_PASSWORD, ERFA_APP_CERTIFICATE or ERFA_APP_TENANT_ID is set, but ERFA_APP_ID is not."
        if self.transcripts:
            return "ERFA_TRANSCRIPTS is set, but without ERFA_APP_ID there is no Microsoft Graph to fetch them from."
        if not is_loopback(self.host):
            return f"ERFA_HOST is {self.host!r}, but without ERFA_APP_ID Erfa listens on this machine (127.0.0.1) only."
        return ""

    def _registered_problem(self) -> str:
        managed = self.app_type is AppType.MANAGED_IDENTITY
        if managed and self._proofs:
            return "ERFA_APP_PASSWORD or ERFA_APP_CERTIFICATE is set, but a managed identity has neither."
        if len(self._proofs) > 1:
            return "ERFA_APP_PASSWORD and ERFA_APP_CERTIFICATE are both set: keep one of them."
        if not managed and not self._proofs:
            return f"ERFA_APP_PASSWORD is missing: an app of type {self.app_type} needs it, or ERFA_APP_CERTIFICATE."
        if self.app_type is not AppType.MULTI_TENANT and not self.app_tenant_id:
            return f"ERFA_APP_TENANT_ID is missing: an app of type {self.app_type} needs it."
        if not self.welcome_tenants:
            return "ERFA_TENANTS is missing: an app of type MultiTenant must say which tenants may use it."
        return ""

    @property
    def _proofs(self) -> list[str | Path]:
        """What the bot can prove with that it is the app."""
        return [each for each in (self.app_password.get_secret_value(), self.app_certificate) if each]

    @property
    def local(self) -> bool:
        """Without an app id there is nobody to trust but this machine."""
        return not self.app_id

    @property
    def address(self) -> str:
        """Where the bot is reached from outside, in local mode from this machine; empty where nobody said."""
        if self.public_url or not (self.local and self.port):
            return self.public_url
        return f"http://{self.host}:{self.port}"

    @property
    def welcome_tenants(self) -> tuple[str, ...]:
        """Who may use the bot: ERFA_TENANTS, else the app's own tenant; empty (local mode only) means all."""
        return self.tenants or tuple(filter(None, [self.app_tenant_id.lower()]))


def load() -> Settings:
    """The settings in the environment. Raises BadSettings."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        cause = first.get("ctx", {}).get("error")
        name = "ERFA_" + "_".join(str(part) for part in first["loc"]).upper()
        raise BadSettings(str(cause) if cause else f"{name} is wrong: {first['msg']}.") from error
