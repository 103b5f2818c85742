"""The ring-fence round the Bot Framework SDK: who may speak to the bot, and as whom the bot speaks.

Teams asks of a bot that it checks the token of every request against the keys Bot Framework publishes, reads an
activity from the body, answers an invoke in the HTTP response and all else by calls of its own, with a token of
its own. botbuilder 4.17.1 does much of this wrong and is not maintained any more; what it does well (token rules,
credentials of every kind of registration) is used here, and nowhere else is it imported.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from botbuilder.integration.aiohttp import ConfigurationServiceClientCredentialFactory
from botframework.connector.auth import AuthenticationConstants, ChannelValidation, JwtTokenExtractor
from botframework.connector.auth.jwt_token_extractor import _OpenIdMetadata
from pydantic import ValidationError

from bot import local
from bot.activity import Inbound
from bot.connector import TOTAL_SECONDS, SendFailed
from bot.settings import Settings

LARGEST_BODY = 1024 * 1024
CHANNEL = "msteams"
KEYS_FRESH_SECONDS = 24 * 3600.0
KEYS_RETRY_SECONDS = 60.0
KEYS_RETRY_AFTER_FAILURE_SECONDS = 5.0
# msal never hands out a token with less than five minutes left.
TOKEN_KEPT_SECONDS = 240.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the HTTP response to an activity carries; `body` only for an invoke."""

    status: int = 200
    body: dict[str, Any] | None = None


Handler = Callable[[Inbound], Awaitable[Answer]]


class KeysUnavailable(Exception):
    """Bot Framework's signing keys cannot be had just now."""


class SigningKeys:
    """Bot Framework's published keys, in the shape JwtTokenExtractor asks for.

    Stands in for the SDK's own cache, which blocks the event loop, has no timeout and fails on an unknown key
    instead of fetching anew; may go when the SDK does.
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._known = _OpenIdMetadata(AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL)
        self._fresh_until = 0.0
        self._next_try = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def get(self, key_id: str) -> Any:
        """The key `key_id`, its endorsements beside it. Raises PermissionError, KeysUnavailable."""
        if time.monotonic() >= self._fresh_until or not self._has(key_id):
            await self.refresh()
        if not self._has(key_id):
            raise PermissionError("signed with a key that is not published")
        key = self._known._find(key_id)
        # The SDK lets a key without endorsements sign for every channel.
        if CHANNEL not in key.endorsements:
            raise PermissionError("signed with a key that is not endorsed for Teams")
        return key

    async def refresh(self) -> None:
        """Fetch the keys, at most once a minute. Raises KeysUnavailable when there are none at all."""
        async with self._one_at_a_time:
            if time.monotonic() >= self._next_try:
                await self._fetch()
        if not self._known.keys:
            raise KeysUnavailable

    def _has(self, key_id: str) -> bool:
        return any(key.get("kid") == key_id for key in self._known.keys)

    async def _fetch(self) -> None:
        try:
            where = await self._json(self._known.url)
            self._known.keys = (await self._json(where["jwks_uri"]))["keys"]
        except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError) as error:
            log.warning("keys_unavailable", cause=repr(error))
            self._next_try = time.monotonic() + KEYS_RETRY_AFTER_FAILURE_SECONDS
        else:
            self._next_try = time.monotonic() + KEYS_RETRY_SECONDS
            self._fresh_until = time.monotonic() + KEYS_FRESH_SECONDS

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, allow_redirects=False, raise_for_status=True) as answer:
            return await answer.json(content_type=None)


class _Registration:
    """The attributes by which the SDK reads an app registration."""

    def __init__(self, settings: Settings) -> None:
        self.APP_ID = settings.app_id
        self.APP_PASSWORD = settings.app_password.get_secret_value()
        self.APP_TYPE = settings.app_type.value
        self.APP_TENANTID = settings.app_tenant_id


class OwnToken:
    """The token the bot speaks with; empty in local mode.

    The SDK makes new credentials for each turn and fetches their token on the event loop: here they are made
    once and asked off the loop, one at a time.
    """

    def __init__(self, settings: Settings) -> None:
        self._app_id = settings.app_id
        self._registration = _Registration(settings)
        self._credentials: Any = None
        self._token = ""
        self._until = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self) -> str:
        """Raises SendFailed."""
        if not self._app_id:
            return ""
        async with self._one_at_a_time:
            if time.monotonic() >= self._until:
                self._token = await self._fetch()
                self._until = time.monotonic() + TOKEN_KEPT_SECONDS
            return self._token

    async def _fetch(self) -> str:
        try:
            if self._credentials is None:
                self._credentials = await self._make_credentials()
            async with asyncio.timeout(TOTAL_SECONDS):
                return str(await asyncio.to_thread(self._credentials.get_access_token))
        except Exception as error:  # msal, requests and the SDK each raise what they please
            raise SendFailed(HTTPStatus.UNAUTHORIZED, f"no token to speak with: {error!r}") from error

    async def _make_credentials(self) -> Any:
        return await ConfigurationServiceClientCredentialFactory(self._registration).create_credentials(
            self._app_id,
            AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
            AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_PREFIX,
            True,
        )


class Adapter:
    """`POST /api/messages`: lets in who belongs, hands their activity to `handler`, answers what it returns."""

    def __init__(self, settings: Settings, keys: SigningKeys, handler: Handler) -> None:
        self._settings = settings
        self._handler = handler
        self._tokens = JwtTokenExtractor(
            ChannelValidation.TO_BOT_FROM_CHANNEL_TOKEN_VALIDATION_PARAMETERS,
            AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL,
            AuthenticationConstants.ALLOWED_SIGNING_ALGORITHMS,
        )
        self._tokens.open_id_metadata = keys

    async def process(self, request: web.Request) -> web.Response:
        claims = await self._authenticate(request)
        activity = await _read(request)
        self._check(activity, claims)
        answer = await self._handler(activity)
        if answer.body is None:
            return web.Response(status=answer.status)
        # The SDK serialises the body of an invoke twice and then fails on it.
        return web.json_response(answer.body, status=answer.status)

    async def _authenticate(self, request: web.Request) -> dict[str, Any]:
        if self._settings.local:
            refusal = local.refusal(request)
            if refusal:
                raise _refused(web.HTTPForbidden, refusal)
            return {}
        try:
            return await self._claims(request.headers.get("Authorization", ""))
        except KeysUnavailable as error:
            raise _refused(web.HTTPServiceUnavailable, "no signing keys") from error
        except Exception as error:  # the SDK and jwt raise what they please on a forged token
            raise _refused(web.HTTPUnauthorized, f"{type(error).__name__}: {error}") from error

    async def _claims(self, header: str) -> dict[str, Any]:
        """The claims of a valid channel token. Emulator and skill tokens have other issuers and fail here."""
        identity = await self._tokens.get_identity_from_auth_header(header, CHANNEL)
        if identity is None:
            raise PermissionError("no token of Bot Framework")
        claims: dict[str, Any] = identity.claims
        if claims.get("aud") != self._settings.app_id:
            raise PermissionError("meant for another app")
        # The SDK lets a token without an end live for ever.
        if "exp" not in claims:
            raise PermissionError("without an end")
        return claims

    def _check(self, activity: Inbound, claims: dict[str, Any]) -> None:
        """What the token or local mode promises must hold for the activity itself."""
        if self._settings.local:
            if not local.is_loopback_url(activity.service_url):
                raise _refused(web.HTTPForbidden, "the service address is not on this machine")
        elif activity.channel_id != CHANNEL:
            raise _refused(web.HTTPUnauthorized, "not from Teams")
        elif claims.get(AuthenticationConstants.SERVICE_URL_CLAIM) != activity.service_url:
            raise _refused(web.HTTPUnauthorized, "the token is for another service address")
        welcome = self._settings.welcome_tenants
        if welcome and activity.channel_data.tenant.id.lower() not in welcome:
            raise _refused(web.HTTPForbidden, f"tenant {activity.channel_data.tenant.id!r} may not use the bot")


def _refused(answer: type[web.HTTPError], reason: str) -> web.HTTPError:
    """The answer to somebody who does not belong; the reason goes to the log, not to them."""
    log.warning("refused", status=answer.status_code, reason=reason)
    return answer()


async def _read(request: web.Request) -> Inbound:
    """The activity in the body; its parser takes neither bad UTF-8 nor endless nesting."""
    if request.content_type != "application/json":
        raise _refused(web.HTTPUnsupportedMediaType, "not JSON")
    body = await request.read()
    try:
        return Inbound.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise _refused(web.HTTPBadRequest, f"no activity: {first['loc']} {first['msg']}") from error
