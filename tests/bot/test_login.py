"""The token that the bot speaks with: fetched once, beside the turns, with every kind of registration."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jwt
import pytest
from aiohttp import web
from cryptography import x509
from structlog.testing import capture_logs

from bot.renewal import RETRY
from bot.settings import AppType
from cards.actions import OpenCase
from tests.bot import activities
from tests.bot.activities import TENANT
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Answered, RunningBot, running
from tests.bot.issuer import APP, Issuer, reachable, write_certificate
from tests.bot.loopback import serving
from tests.patience import until

COMMON: dict[str, Any] = {"app_id": APP, "app_tenant_id": TENANT, "service_hosts": ("127.0.0.1",)}


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


class Registering:
    """Starts a bot with an app id, which finds the issuer where the real one would be."""

    def __init__(self, issuer: Issuer, folder: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> None:
        self.issuer, self.folder, self.dialogs, self.monkeypatch = issuer, folder, dialogs, monkeypatch

    @contextlib.asynccontextmanager
    async def __call__(self, **settings: Any) -> AsyncIterator[RunningBot]:
        async with reachable(self.issuer, self.folder) as reach:
            self.monkeypatch.setenv("HTTPS_PROXY", reach.proxy)
            self.monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(reach.certificate))
            async with running(self.folder / "data", self.dialogs.open, **{**COMMON, **settings}) as bot:
                yield bot


@pytest.fixture
def registered(issuer: Issuer, tmp_path: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> Registering:
    return Registering(issuer, tmp_path, dialogs, monkeypatch)


@pytest.fixture
async def bot(registered: Registering) -> AsyncIterator[RunningBot]:
    async with registered(app_password="secret") as running_bot:
        yield running_bot


async def say(bot: RunningBot, issuer: Issuer, text: str, **more: Any) -> Answered:
    place = activities.channel(thread="1")
    activity = activities.said(bot.connector.url, place, activities.person("Anna"), text, **more)
    return await bot.post(activity, headers=vouched(bot, issuer))


def vouched(bot: RunningBot, issuer: Issuer) -> dict[str, str]:
    return {"Authorization": f"Bearer {issuer.token(bot.connector.url)}"}


def spoken_with(bot: RunningBot) -> list[str]:
    return [call.headers["Authorization"] for call in bot.connector.calls]


def fetched(issuer: Issuer) -> int:
    return sum(path.endswith("/token") for path in issuer.asked)


async def test_it_is_fetched_once_and_off_the_loop(bot: RunningBot, issuer: Issuer) -> None:
    await bot.get("/readyz")
    issuer.open.clear()
    asked = len(issuer.asked)
    turns = asyncio.gather(*(say(bot, issuer, str(number)) for number in range(10)))
    await until(lambda: len(issuer.asked) > asked)
    assert (await bot.get("/healthz")).status == 200
    assert not turns.done()
    issuer.open.set()
    assert {answer.status for answer in await turns} == {200}
    assert fetched(issuer) == 1


async def test_it_is_renewed_before_it_ends_and_nobody_waits_for_that(bot: RunningBot, issuer: Issuer) -> None:
    issuer.lasts = 290  # less than msal keeps, so that it asks again at once
    assert (await say(bot, issuer, "ett")).status == 200
    issuer.open.clear()
    for number in range(5):
        assert (await say(bot, issuer, str(number))).status == 200
    assert set(spoken_with(bot)) == {spoken_with(bot)[0]}
    issuer.open.set()
    while spoken_with(bot)[-1] == spoken_with(bot)[0]:
        assert (await say(bot, issuer, f"sist {len(bot.connector.calls)}")).status == 200


async def test_without_it_nothing_is_begun_that_needs_it(bot: RunningBot, issuer: Issuer, dialogs: Dialogs) -> None:
    """A question is left to Teams to send again; a click is answered without a token."""
    await bot.get("/readyz")
    issuer.away = True
    before = await bot.stored()
    assert (await say(bot, issuer, "hej", id="1")).status == 503
    assert await bot.stored() == before
    place, anna = activities.channel(), activities.person("Anna")
    click = activities.clicked(bot.connector.url, place, anna, OpenCase(case="ludvika").model_dump())
    assert (await bot.post(click, headers=vouched(bot, issuer))).status == 200
    issuer.away = False
    bot.clock.pass_(seconds=RETRY.total_seconds())
    assert (await say(bot, issuer, "hej", id="1")).status == 200
    assert [turn.words for turn in dialogs.small.turns] == ["", "hej"]
    assert len(bot.connector.posted) == 1


async def test_while_the_issuer_is_away_it_is_used_to_its_end(bot: RunningBot, issuer: Issuer) -> None:
    issuer.lasts = 290
    assert (await say(bot, issuer, "ett")).status == 200
    issuer.away = True
    bot.clock.pass_(minutes=3)
    assert (await say(bot, issuer, "två")).status == 200
    bot.clock.pass_(minutes=1)
    assert (await say(bot, issuer, "tre")).status == 503


async def test_a_refusal_is_logged_with_what_the_issuer_says(bot: RunningBot, issuer: Issuer) -> None:
    issuer.refusal = "invalid_client"
    with capture_logs() as lines:
        assert (await say(bot, issuer, "hej")).status == 503
    assert "invalid_client: told to refuse" in str(lines)
    assert "secret" not in str(lines)


# Kinds of registration


@pytest.mark.parametrize(
    ("app_type", "tenant"), [(AppType.SINGLE_TENANT, TENANT), (AppType.MULTI_TENANT, "botframework.com")]
)
async def test_a_secret(registered: Registering, issuer: Issuer, app_type: AppType, tenant: str) -> None:
    async with registered(app_type=app_type, app_password="secret", tenants=(TENANT,)) as bot:
        assert (await say(bot, issuer, "hej")).status == 200
    assert f"/{tenant}/oauth2/v2.0/token" in issuer.asked
    [form] = issuer.forms
    assert form["client_secret"] == "secret"
    assert form["scope"] == "https://api.botframework.com/.default"


async def test_a_certificate(registered: Registering, issuer: Issuer, tmp_path: Path) -> None:
    file = write_certificate(tmp_path / "erfa.pem", "erfa.example.com")
    async with registered(app_certificate=file) as bot:
        assert (await say(bot, issuer, "hej")).status == 200
    [form] = issuer.forms
    public: Any = x509.load_pem_x509_certificate(file.read_bytes()).public_key()
    proof = form["client_assertion"]
    claims = jwt.decode(proof, public, algorithms=["PS256"], options={"verify_aud": False})
    assert claims["iss"] == APP
    assert "x5c" in jwt.get_unverified_header(proof)


async def test_a_managed_identity(registered: Registering, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, str]] = []

    async def identity(request: web.Request) -> web.Response:
        asked.append(dict(request.query))
        assert request.headers["X-IDENTITY-HEADER"] == "here"
        token = {"access_token": "managed", "expires_on": str(int(time.time()) + 3600), "token_type": "Bearer"}
        return web.json_response({**token, "resource": request.query["resource"]})

    app = web.Application()
    app.router.add_get("/msi/token", identity)
    async with serving(app) as url:
        monkeypatch.setenv("IDENTITY_ENDPOINT", f"{url}/msi/token")
        monkeypatch.setenv("IDENTITY_HEADER", "here")
        async with registered(app_type=AppType.MANAGED_IDENTITY) as bot:
            assert (await say(bot, issuer, "hej")).status == 200
            assert spoken_with(bot) == ["Bearer managed"]
    assert [each["client_id"] for each in asked] == [APP]
    assert asked[0]["resource"] == "https://api.botframework.com"
