"""Files for one person: offered in their own chat, and put into their OneDrive once they have said yes.

What is offered is not kept meanwhile: who says yes asks for it again, and gets it as it is then.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel
from yarl import URL

from bot import reading
from bot.activity import Inbound, Name, Text
from bot.calls import SendFailed
from bot.connector import Connector, Reference
from bot.hosts import is_loopback_url
from bot.replies import Json
from bot.settings import Settings
from dialogs.turn import Offer, Reply

CONSENT_TYPE = "application/vnd.microsoft.teams.card.file.consent"
INFO_TYPE = "application/vnd.microsoft.teams.card.file.info"
ONEDRIVE = (".sharepoint.com", ".sharepoint.us")  # how the names of its hosts end
FILE = "file"  # where the context of a consent names the file


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel, populate_by_name=True)


class Upload(_Part):
    """Where a file may be put, and where it will be found."""

    upload_url: Name
    content_url: Name
    name: Text = ""
    unique_id: Text = ""
    file_type: Text = ""


class _Answered(_Part):
    action: Text = ""
    context: Mapping[str, Any] = Field(default_factory=dict)
    upload_info: Upload


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody said yes: to which file, and where it goes."""

    name: str
    upload: Upload


def accepted(activity: Inbound) -> Accepted | None:
    """What was said yes to; None when it was a no, or nothing that Teams sends."""
    try:
        consent = _Answered.model_validate(activity.value)
    except ValidationError:
        return None
    if consent.action != "accept":
        return None
    return Accepted(str(consent.context.get(FILE, "")), consent.upload_info)


def takes_files(settings: Settings, url: str) -> bool:
    """Whether files may be put there: into OneDrive; in local mode on this machine."""
    if settings.local:
        return is_loopback_url(url)
    try:
        place = URL(url)
    except ValueError:
        return False
    return place.scheme == "https" and (place.host or "").lower().endswith(ONEDRIVE)


@dataclass(frozen=True, slots=True)
class Files:
    """Offers files, and puts those that are wanted where they may be put."""

    session: aiohttp.ClientSession
    connector: Connector
    trusted: Callable[[str], bool]

    async def offer(self, activity: Inbound, offered: Offer) -> None:
        """Ask whether they want it. Raises SendFailed."""
        await self.connector.send(Reference.of(activity), _consent(offered, reading.clicked(activity)))

    async def hand_over(self, activity: Inbound, wanted: Accepted, offered: Sequence[Reply]) -> None:
        """Put the file that is wanted, among those that are offered anew, where it goes. Raises SendFailed."""
        for each in offered:
            if isinstance(each, Offer) and each.name == wanted.name:
                await self._put(wanted.upload, each.content)
                await self.connector.send(Reference.of(activity), _handed_over(wanted.upload))

    async def _put(self, upload: Upload, content: str) -> None:
        """All of `content` at once, without any token of ours."""
        if not self.trusted(upload.upload_url):
            raise SendFailed(0, "that is no place for files", undone=True)
        data = content.encode()
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Range": f"bytes 0-{len(data) - 1}/{len(data)}",
        }
        try:
            async with self.session.put(upload.upload_url, data=data, headers=headers, allow_redirects=False) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError) as error:
            raise SendFailed(0, type(error).__name__) from error
        if status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            raise SendFailed(status, "the file was not taken")


def _consent(offered: Offer, asked: object) -> Json:
    """The message that asks whether they want it; `asked` is the data of the click that asked for it."""
    context = {**(asked if isinstance(asked, dict) else {}), FILE: offered.name}
    content = {
        "description": offered.description,
        "sizeInBytes": len(offered.content.encode()),
        "acceptContext": context,
        "declineContext": context,
    }
    attachment = {"contentType": CONSENT_TYPE, "name": offered.name, "content": content}
    return {"type": "message", "summary": offered.description, "attachments": [attachment]}


def _handed_over(upload: Upload) -> Json:
    """The message that shows the file where it is."""
    content = {"uniqueId": upload.unique_id, "fileType": upload.file_type}
    attachment = {"contentType": INFO_TYPE, "contentUrl": upload.content_url, "name": upload.name, "content": content}
    return {"type": "message", "attachments": [attachment]}
