"""Files for somebody in their own chat. Teams asks whether they want one, and only then says where it may be put."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel
from yarl import URL

from bot import replies
from bot.activity import Inbound
from bot.calls import CONNECT_SECONDS, TOTAL_SECONDS
from bot.hosts import keeps_files
from bot.reading import FILE_CONSENT
from bot.settings import Settings
from cards.texts import text
from dialogs.turn import File

ASK = "application/vnd.microsoft.teams.card.file.consent"
SHOW = "application/vnd.microsoft.teams.card.file.info"
TAKEN = frozenset({HTTPStatus.OK, HTTPStatus.CREATED})

log = structlog.get_logger()

Json = dict[str, Any]


class UploadFailed(Exception):
    """The file is not where Teams wanted it."""


class _Place(BaseModel):
    """Where Teams lets a file be put, and what it is known by there."""

    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel)

    upload_url: str
    content_url: str
    unique_id: str
    file_type: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    settings: Settings
    session: aiohttp.ClientSession

    async def message(self, activity: Inbound, file: File) -> Json:
        """What to say to who asked for the file; where they consented, the file is there by then."""
        if activity.name != FILE_CONSENT:
            return self._asking(file)
        try:
            return await self._put(_place(activity), file)
        except UploadFailed as failed:
            log.warning("upload_failed", cause=str(failed))
            return replies.text_message(text(self.settings.language, "file-failed"))

    def _asking(self, file: File) -> Json:
        """Whether they want it; the consent brings back what it was asked for with."""
        content = {
            "description": file.what,
            "sizeInBytes": len(file.content),
            "acceptContext": file.asked.model_dump(),
            "declineContext": {},
        }
        return {"type": "message", "attachments": [{"contentType": ASK, "name": file.name, "content": content}]}

    async def _put(self, place: _Place, file: File) -> Json:
        """Raises UploadFailed."""
        if not keeps_files(self.settings, place.upload_url):
            raise UploadFailed("no place for files")
        size = len(file.content)
        headers = {"Content-Type": "application/octet-stream", "Content-Range": f"bytes 0-{size - 1}/{size}"}
        timeout = aiohttp.ClientTimeout(total=TOTAL_SECONDS, sock_connect=CONNECT_SECONDS)
        url = URL(place.upload_url, encoded=True)
        try:
            async with self.session.put(
                url, data=file.content, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise UploadFailed(type(error).__name__) from error
        if status not in TAKEN:
            raise UploadFailed(str(status))
        content = {"uniqueId": place.unique_id, "fileType": place.file_type}
        attachment = {"contentType": SHOW, "contentUrl": place.content_url, "name": place.name, "content": content}
        return {"type": "message", "attachments": [attachment]}


def _place(activity: Inbound) -> _Place:
    """Raises UploadFailed."""
    value = activity.value if isinstance(activity.value, dict) else {}
    try:
        return _Place.model_validate(value.get("uploadInfo"))
    except ValidationError as error:
        raise UploadFailed(f"Teams does not say where to: {error.error_count()} faults") from error
