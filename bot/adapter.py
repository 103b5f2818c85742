"""The ring-fence round the Bot Framework SDK: who may speak to the bot.

Teams asks of a bot that it checks the token of every request against the keys that Bot Framework publishes, reads an
activity from the body, answers an invoke in the HTTP response and all else by calls of its own. botbuilder 4.17.1 does
much of this wrong and is not maintained any more: what it does well, the rules for tokens, is used here, and imported
nowhere else. Whatever stands in for a part of it names the defect that it meets, and may go with the SDK.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from aiohttp import web
from botframework.connector.auth import AuthenticationConstants, ChannelValidation, JwtTokenExtractor
from jwt import PyJWK
from pydantic import ValidationError

from bot import local
from bot.activity import Inbound
from bot.hosts import trusted
from bot.renewal import Fetched, Renewed, Unavailable
from bot.settings import Settings

LARGEST_BODY = 1024 * 1024
CHANNEL = "msteams"
# Microsoft asks for a look at the keys once a day; its SDK for JavaScript trusts those it has for five.
KEYS_FRESH = timedelta(days=1)
KEYS_GOOD = timedelta(days=5)
UNKNOWN_KEY_EVERY = timedelta(minutes=1)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the HTTP response to an activity carries; `body` only for an invoke."""

    status: int = 200
    body: dict[str, Any] | None = None


Handler = Callable[[Inbound], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A published key, with the attributes that the SDK reads; `endorsements` are the channels it may sign for."""

    public_key: Any
    endorsements: tuple[str, ...]


class SigningKeys:
    """Bot Framework's published keys, in the place of the SDK's own cache.

    That one stops the event loop while it fetches, has no timeout, and fails on an unknown key before it looks anew.
    """

    def __init__(self, session: aiohttp.ClientSession, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._keys = Renewed("signing keys", self._fetch, now)
        self._unknown_from = now()

    async def get(self, key_id: str | None) -> SigningKey:
        """The key `key_id`. Raises PermissionError, Unavailable."""
        key = await self._find(key_id or "")
        if key is None:
            raise PermissionError("signed with a key that is not published")
        # The SDK lets a key without endorsements sign for every channel.
        if CHANNEL not in key.endorsements:
            raise PermissionError("signed with a key that is not endorsed for Teams")
        return key

    async def ready(self) -> None:
        """Raises Unavailable."""
        await self._keys.get()

    async def _find(self, key_id: str) -> SigningKey | None:
        """For a key that is not among those known it looks anew: keys change at any time, but not every minute."""
        keys = await self._keys.get()
        if key_id not in keys and self._now() >= self._unknown_from:
            keys = await self._keys.anew()
            self._unknown_from = self._now() + UNKNOWN_KEY_EVERY
        return keys.get(key_id)

    async def _fetch(self) -> Fetched[Mapping[str, SigningKey]]:
        where = await self._json(AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL)
        published = await self._json(where["jwks_uri"])
        keys = {each["kid"]: _key(each) for each in published["keys"] if each.get("kty") == "RSA"}
        if not keys:
            raise LookupError("none are published")
        return Fetched(keys, KEYS_FRESH, KEYS_GOOD)

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, allow_redirects=False, raise_for_status=True) as answer:
            return await answer.json(content_type=None)


def _key(published: Mapping[str, Any]) -> SigningKey:
    return SigningKey(PyJWK.from_dict(dict(published), "RS256").key, tuple(published.get("endorsements", ())))


class Adapter:
    """`POST /api/messages`: lets in who belongs, hands their activity to `handler`, answers what it returns.

    `token` gives the token that the bot speaks with.
    """

    def __init__(
        self, settings: Settings, keys: SigningKeys, token: Callable[[], Awaitable[str]], handler: Handler
    ) -> None:
        self._settings = settings
        self._token = token
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
        await self._check_voice(activity)
        answer = await self._handler(activity)
        if answer.body is None:
            return web.Response(status=answer.status)
        body = local.without_dialogs(answer.body) if self._settings.local else answer.body
        # The SDK serialises the body of an invoke twice and then fails on it.
        return web.json_response(body, status=answer.status)

    async def _authenticate(self, request: web.Request) -> dict[str, Any]:
        if self._settings.local:
            refusal = local.refusal(request)
            if refusal:
                raise _refused(web.HTTPForbidden, refusal)
            return {}
        try:
            return await self._claims(request.headers.get("Authorization", ""))
        except Unavailable as error:
            raise _refused(web.HTTPServiceUnavailable, f"no signing keys: {error}") from error
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
        # The SDK takes an activity of no channel, and asks for no endorsement then.
        if activity.channel_id != CHANNEL:
            raise _refused(web.HTTPUnauthorized, "not from Teams")
        service_url = activity.service_url
        if not self._settings.local and claims.get(AuthenticationConstants.SERVICE_URL_CLAIM) != service_url:
            raise _refused(web.HTTPUnauthorized, "the token is for another service address")
        if not trusted(self._settings, service_url):
            raise _refused(web.HTTPForbidden, f"{service_url!r} is no address of Teams")
        welcome = self._settings.welcome_tenants
        if welcome and activity.channel_data.tenant.id.lower() not in welcome:
            raise _refused(web.HTTPForbidden, f"tenant {activity.channel_data.tenant.id!r} may not use the bot")

    async def _check_voice(self, activity: Inbound) -> None:
        """What cannot be answered is not begun: Teams sends it again. An invoke is answered without a token."""
        if activity.is_invoke:
            return
        try:
            await self._token()
        except Unavailable as error:
            raise _refused(web.HTTPServiceUnavailable, f"no token to speak with: {error}") from error


def _refused(answer: type[web.HTTPError], reason: str) -> web.HTTPError:
    """The answer to somebody who does not belong; the reason goes to the log, not to them."""
    log.warning("refused", status=answer.status_code, reason=reason)
    return answer()


async def _read(request: web.Request) -> Inbound:
    """The activity in the body; its parser takes neither bad UTF-8 nor endless nesting."""
    if request.content_type != "application/json":
        raise _refused(web.HTTPUnsupportedMediaType, "not JSON")
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        log.warning("refused", status=413, reason="too large")
        raise
    try:
        return Inbound.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise _refused(web.HTTPBadRequest, f"no activity: {first['loc']} {first['msg']}") from error
