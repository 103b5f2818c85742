"""How a call to Teams is made: one pooled client, to Teams' own hosts only, bounded in time and in pace."""

import asyncio
import json
import os
import random
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, TypeVar

import aiohttp
from yarl import URL

from bot.pace import Before
from bot.renewal import Unavailable

CONNECT_SECONDS = 3.0
TOTAL_SECONDS = 10.0
SENDING_SECONDS = 2.0  # of these, left for the call when it waited for its turn: what is cut off may have been done
# Node closes an idle connection after 5 seconds: a POST on one that is just being closed would be lost.
IDLE_SECONDS = 3.0
LONGEST_ERROR = 4096
# Teams says so of 502 and 504 too, but then it may have done what was asked.
COME_AGAIN = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.PRECONDITION_FAILED})
COME_AGAIN_SECONDS = 1.0
JITTER = 0.25
# What fails before anything has been sent, a wrong URL among it.
NEVER_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.NonHttpUrlClientError,
    ValueError,
)

T = TypeVar("T")

Json = dict[str, Any]
Turn = Callable[[str, Before | None], Awaitable[None]]


class SendFailed(Exception):
    """The connector did not do it; `status` is its HTTP status, 0 when no answer came.

    `undone`: certainly nothing was done; else it may have been, and repeating it may do it twice.
    `again_after`: the seconds after which Teams asks to come again, None where it does not.
    """

    def __init__(self, status: int, message: str, *, undone: bool = False, again_after: float | None = None) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message
        self.undone = undone or (status != HTTPStatus.REQUEST_TIMEOUT and status // 100 in {3, 4})
        self.again_after = again_after


@dataclass(frozen=True, slots=True)
class Request:
    """`path` is quoted and follows the service URL; `paced` the conversation that sees it, so that Teams counts it.

    `before` is done each time right before a paced one is sent, when next to nothing keeps it back any more.
    """

    method: str
    service_url: str
    path: str
    body: Json | None = None
    paced: str = ""
    before: Before | None = None


def open_session(trust_proxies: bool) -> aiohttp.ClientSession:
    """The one client for all calls. It trusts the same certificates as msal does, which reads REQUESTS_CA_BUNDLE."""
    context = ssl.create_default_context(cafile=os.environ.get("REQUESTS_CA_BUNDLE") or None)
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=TOTAL_SECONDS, sock_connect=CONNECT_SECONDS),
        # Without a limit: nobody waits for a connection because others wait for their answers.
        connector=aiohttp.TCPConnector(ssl=context, limit=0, keepalive_timeout=IDLE_SECONDS),
        trust_env=trust_proxies,
        # Cards are measured as UTF-8, so they are sent as UTF-8.
        json_serialize=partial(json.dumps, ensure_ascii=False),
    )


class Caller:
    """`token` gives the bearer token of a call (empty: none), which only a service URL that is `trusted` is shown.

    `turn` waits until a conversation may be spoken to (see pace.py); `seen` is told the status of every call.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: Callable[[], Awaitable[str]],
        trusted: Callable[[str], bool],
        turn: Turn,
        seen: Callable[[int], None],
    ) -> None:
        self._session = session
        self._token = token
        self._trusted = trusted
        self._turn = turn
        self._seen = seen

    async def call(self, request: Request) -> Json:
        """Call, and again as long as Teams asks for it and there is time; gives the object in the answer.

        Raises SendFailed, in TOTAL_SECONDS, and what `request.before` raises.
        """
        return await self._call(request, _object)

    async def download(self, request: Request, most: int) -> bytes:
        """Call likewise; gives the answer as it is, up to `most` bytes and the one that is too many. Raises SendFailed.

        What the answer says of its length is not believed; what it unpacks to counts.
        """
        return await self._call(request, partial(_content, most=most))

    async def _call(self, request: Request, read: Callable[[aiohttp.ClientResponse], Awaitable[T]]) -> T:
        now = asyncio.get_running_loop().time
        end = now() + TOTAL_SECONDS
        wait = 0.0
        while True:
            headers = await self._authorization(request)
            await self._wait_for_turn(request, end - SENDING_SECONDS)
            try:
                return await self._call_once(request, headers, end - now(), read)
            except SendFailed as failed:
                if failed.again_after is None:
                    raise
                wait = max(failed.again_after, 2 * wait)
                if now() + wait >= end:
                    raise
            await asyncio.sleep(wait)

    async def _wait_for_turn(self, request: Request, end: float) -> None:
        if not request.paced:
            return
        try:
            async with asyncio.timeout_at(end):
                await self._turn(request.paced, request.before)
        except TimeoutError as error:
            said = "so much was said here that Teams would refuse more"
            raise SendFailed(HTTPStatus.TOO_MANY_REQUESTS, said, again_after=COME_AGAIN_SECONDS) from error

    async def _call_once(
        self,
        request: Request,
        headers: dict[str, str],
        seconds: float,
        read: Callable[[aiohttp.ClientResponse], Awaitable[T]],
    ) -> T:
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS)
        status = 0
        try:
            async with self._session.request(
                request.method,
                _url(request),
                json=request.body,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
            ) as answer:
                status = answer.status
                await _check(answer)
                return await read(answer)
        except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
            cause = f"{type(error).__name__}: {error}"
            raise SendFailed(status, cause, undone=not status and isinstance(error, NEVER_SENT)) from error
        finally:
            self._seen(status)

    async def _authorization(self, request: Request) -> dict[str, str]:
        if not self._trusted(request.service_url):
            raise SendFailed(0, f"{request.service_url!r} is no address of Teams", undone=True)
        try:
            token = await self._token()
        except Unavailable as error:
            raise SendFailed(0, f"no token to speak with: {error}", undone=True) from error
        return {"Authorization": f"Bearer {token}"} if token else {}


def _url(request: Request) -> URL:
    return URL(f"{request.service_url.rstrip('/')}/{request.path}", encoded=True)


async def _check(answer: aiohttp.ClientResponse) -> None:
    if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        message = (await answer.content.read(LONGEST_ERROR)).decode(errors="replace")
        raise SendFailed(answer.status, message, again_after=_again_after(answer))


async def _object(answer: aiohttp.ClientResponse) -> Json:
    text = await answer.text()
    body = await answer.json(content_type=None) if text.strip() else {}
    return body if isinstance(body, dict) else {}


async def _content(answer: aiohttp.ClientResponse, most: int) -> bytes:
    content = bytearray()
    while len(content) <= most and (more := await answer.content.read(most + 1 - len(content))):
        content += more
    return bytes(content)


def _again_after(answer: aiohttp.ClientResponse) -> float | None:
    """Never sooner than asked, and not all at once."""
    if answer.status not in COME_AGAIN:
        return None
    asked = answer.headers.get("Retry-After", "")
    seconds = float(asked) if asked.isdecimal() else COME_AGAIN_SECONDS
    return seconds * random.uniform(1, 1 + JITTER)  # noqa: S311 -- no secret
