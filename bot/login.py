"""The tokens that the bot speaks with, from Entra through msal; with a secret, a certificate or a managed identity.

In place of the SDK's credentials, which a turn makes anew and asks on the event loop, without a timeout, and which
lose what the endpoint of a managed identity complains of. May go when the SDK does.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import msal
import requests
from requests.adapters import HTTPAdapter

from bot.renewal import Fetched, Renewed
from bot.settings import AppType, Settings

LOGIN = "https://login.microsoftonline.com"
BOT_CONNECTOR = "https://api.botframework.com"
ANY_TENANT = "botframework.com"
SECONDS = 10.0
# msal fetches a token anew when it has less than five minutes left.
RENEWED_BEFORE_END = timedelta(minutes=5)
UNUSED_BEFORE_END = timedelta(minutes=1)


class Login:
    """One registration's way to tokens; each is fetched off the event loop, once, before it ends."""

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._now = now
        self._application: Any = None

    def to(self, resource: str) -> Renewed[str]:
        """The token for `resource`, such as BOT_CONNECTOR."""

        async def fetch() -> Fetched[str]:
            answer = await asyncio.to_thread(self._ask, resource)
            left = timedelta(seconds=answer["expires_in"])
            return Fetched(answer["access_token"], left - RENEWED_BEFORE_END, left - UNUSED_BEFORE_END)

        return Renewed(f"token for {resource}", fetch, self._now)

    def _ask(self, resource: str) -> dict[str, Any]:
        """Blocks. Raises PermissionError with what the issuer said; msal and requests raise what they please."""
        if self._application is None:
            self._application = _application(self._settings)
        asked = {"resource": resource} if _is_managed(self._settings) else {"scopes": [f"{resource}/.default"]}
        answer: dict[str, Any] = self._application.acquire_token_for_client(**asked)
        if "access_token" not in answer:
            raise PermissionError(f"{answer.get('error')}: {answer.get('error_description')}")
        return answer


def _is_managed(settings: Settings) -> bool:
    return settings.app_type is AppType.MANAGED_IDENTITY


def _application(settings: Settings) -> Any:
    if _is_managed(settings):
        identity = msal.UserAssignedManagedIdentity(client_id=settings.app_id)
        return msal.ManagedIdentityClient(identity, http_client=_client())
    tenant = ANY_TENANT if settings.app_type is AppType.MULTI_TENANT else settings.app_tenant_id
    return msal.ConfidentialClientApplication(
        settings.app_id, client_credential=_credential(settings), authority=f"{LOGIN}/{tenant}", http_client=_client()
    )


def _credential(settings: Settings) -> str | dict[str, str]:
    if settings.app_certificate is None:
        return settings.app_password.get_secret_value()
    pem = settings.app_certificate.read_text()
    # With the certificate itself beside its key, a renewed one of the same name is taken without registering it.
    return {"private_key": pem, "public_certificate": pem}


class _Impatient(HTTPAdapter):
    """requests waits for ever unless told otherwise."""

    def send(self, request: Any, *arguments: Any, **given: Any) -> Any:
        return super().send(request, *arguments, **{**given, "timeout": SECONDS})


def _client() -> requests.Session:
    session = requests.Session()
    for scheme in ("https://", "http://"):
        session.mount(scheme, _Impatient())
    return session
