"""What an organisation decides about its Teams app, checked before anything is built."""

from typing import Annotated, Any
from uuid import UUID, uuid5

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl, StringConstraints, UrlConstraints
from pydantic import ValidationError as Invalid
from pydantic_settings import BaseSettings, SettingsConfigDict

HOST_NAME = r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"
THREE_NUMBERS = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$"


class BadApp(Exception):
    """Something is missing or wrong; the text is one sentence for whoever builds the app."""


Page = Annotated[HttpUrl, UrlConstraints(allowed_schemes=["https"], max_length=2048, host_required=True)]


class Registration(BaseSettings):
    """The one setting shared with the running bot."""

    model_config = SettingsConfigDict(env_prefix="ERFA_", extra="ignore")

    app_id: str = ""


class App(BaseModel):
    """Descriptions finish the sentence "… must be …". Lengths are those of Microsoft's manifest schema.

    `read_back` asks whoever adds the app to let it read the channels, to see whether a post came through; `transcripts`
    to let it know when meetings end and read what was transcribed of them.
    """

    model_config = ConfigDict(frozen=True)

    bot_id: UUID = Field(description="the bot's application id in Entra ID, a GUID")
    host: Annotated[str, BeforeValidator(str.lower), StringConstraints(max_length=253, pattern=HOST_NAME)] = Field(
        description="the public host name of the bot, such as bot.example.se"
    )
    publisher: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)] = Field(
        description="the organisation that offers the app, at most 32 characters"
    )
    website: Page = Field(description="the https address of a page about the network and its support")
    privacy: Page = Field(description="the https address of a page on how personal data is handled")
    terms: Page | None = Field(None, description="the https address of the terms of use")
    version: Annotated[str, StringConstraints(pattern=THREE_NUMBERS)] = Field(
        description="three numbers, such as 1.0.1, higher than in the app that is to be replaced"
    )
    read_back: bool = False
    transcripts: bool = False

    @property
    def id(self) -> UUID:
        """The app's own id: always the same for one bot, so that a new zip updates the app instead of doubling it."""
        return uuid5(self.bot_id, "teams-app")


def option(field: str) -> str:
    """What the person at the command line calls `field`."""
    return "ERFA_APP_ID" if field == "bot_id" else f"--{field}"


def check(values: dict[str, Any]) -> App:
    """The app these values describe. Raises BadApp."""
    try:
        return App.model_validate({field: value for field, value in values.items() if value})
    except Invalid as error:
        raise BadApp("; ".join(_complaint(str(each["loc"][0]), values) for each in error.errors()) + ".") from error


def _complaint(field: str, values: dict[str, Any]) -> str:
    given = values.get(field)
    wanted = App.model_fields[field].description
    return f"{option(field)} is {given!r}, but must be {wanted}" if given else f"{option(field)} is missing ({wanted})"
