"""Calls to the Bot Connector, Teams' side of the conversation: one pooled client, bounded in time."""

import json
import os
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import quote

import aiohttp
from pydantic import ValidationError
from yarl import URL

from bot.activity import Account, Inbound

CONNECT_SECONDS = 3.0
TOTAL_SECONDS = 10.0
# Node closes an idle connection after 5 seconds: a POST on one that is just being closed would be lost.
IDLE_SECONDS = 3.0
LONGEST_ERROR = 4096

Json = dict[str, Any]


class SendFailed(Exception):
    """The connector did not do it; `status` is its HTTP status, 0 when no answer came (it may have been done)."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Reference:
    """A conversation and how to reach it; plain text, so that it can be stored and used later."""

    service_url: str
    conversation: str
    bot_id: str
    bot_name: str

    @classmethod
    def of(cls, activity: Inbound) -> Self:
        return cls(activity.service_url, activity.conversation.id, activity.recipient.id, activity.recipient.name)


def open_session(trust_proxies: bool) -> aiohttp.ClientSession:
    """The one client for all calls. It trusts the same certificates as msal does, which reads REQUESTS_CA_BUNDLE."""
    context = ssl.create_default_context(cafile=os.environ.get("REQUESTS_CA_BUNDLE") or None)
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=TOTAL_SECONDS, connect=CONNECT_SECONDS),
        connector=aiohttp.TCPConnector(ssl=context, limit=100, keepalive_timeout=IDLE_SECONDS),
        trust_env=trust_proxies,
        # Cards are measured as UTF-8, so they are sent as UTF-8.
        json_serialize=partial(json.dumps, ensure_ascii=False),
    )


class Connector:
    """`token` gives the bearer token of a call (empty: none); `seen` is told the status of every call."""

    def __init__(
        self, session: aiohttp.ClientSession, token: Callable[[], Awaitable[str]], seen: Callable[[int], None]
    ) -> None:
        self._session = session
        self._token = token
        self._seen = seen

    async def send(self, to: Reference, activity: Mapping[str, Any]) -> str:
        """Post `activity`; returns its id (empty if the connector gave none). Raises SendFailed."""
        answer = await self._call("POST", to, "activities", _addressed(to, activity))
        return str(answer.get("id", ""))

    async def update(self, to: Reference, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Put `activity` in the place of one posted before. Raises SendFailed."""
        path = f"activities/{quote(activity_id, safe='')}"
        await self._call("PUT", to, path, {**_addressed(to, activity), "id": activity_id})

    async def member(self, of: Reference, member_id: str) -> Account:
        """Who `member_id` is in the conversation. Raises SendFailed."""
        answer = await self._call("GET", of, f"members/{quote(member_id, safe='')}", None)
        try:
            return Account.model_validate(answer)
        except ValidationError as error:
            raise SendFailed(HTTPStatus.OK, "not a member") from error

    async def _call(self, method: str, to: Reference, path: str, body: Json | None) -> Json:
        token = await self._token()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        status = 0
        try:
            url = _url(to, path)
            async with self._session.request(method, url, json=body, headers=headers, allow_redirects=False) as answer:
                status = answer.status
                return await _read(answer)
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
            raise SendFailed(status, f"{type(error).__name__}: {error}") from error
        finally:
            self._seen(status)


def _url(to: Reference, path: str) -> URL:
    conversation = quote(to.conversation, safe="")
    return URL(f"{to.service_url.rstrip('/')}/v3/conversations/{conversation}/{path}", encoded=True)


def _addressed(to: Reference, activity: Mapping[str, Any]) -> Json:
    return {
        **activity,
        "from": {"id": to.bot_id, "name": to.bot_name},
        "conversation": {"id": to.conversation},
        "serviceUrl": to.service_url,
        "channelId": "msteams",
    }


async def _read(answer: aiohttp.ClientResponse) -> Json:
    if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        message = (await answer.content.read(LONGEST_ERROR)).decode(errors="replace")
        raise SendFailed(answer.status, message)
    text = await answer.text()
    body = await answer.json(content_type=None) if text.strip() else {}
    return body if isinstance(body, dict) else {}
