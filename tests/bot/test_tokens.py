"""With an app id nothing works without a valid token, and the bot speaks with a token of its own."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from structlog.testing import capture_logs

from tests.bot import activities
from tests.bot.activities import TENANT, Json
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Answered, RunningBot, running
from tests.bot.issuer import APP, Issuer, new_key, reachable

REGISTERED: dict[str, Any] = {"app_id": APP, "app_password": "secret", "app_tenant_id": TENANT}


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
async def registered(
    issuer: Issuer, tmp_path: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningBot]:
    async with reachable(issuer, tmp_path) as reach:
        monkeypatch.setenv("HTTPS_PROXY", reach.proxy)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(reach.certificate))
        async with running(tmp_path / "data", dialogs.open, **REGISTERED) as bot:
            yield bot


def hello(bot: RunningBot, **more: Any) -> Json:
    return activities.said(bot.connector.url, activities.channel(), activities.person("Anna"), "hej", **more)


async def post(bot: RunningBot, token: str, **more: Any) -> Answered:
    return await bot.post(hello(bot, **more), headers={"Authorization": f"Bearer {token}"})


async def test_a_valid_token_is_answered_with_a_token(registered: RunningBot, issuer: Issuer) -> None:
    token = issuer.token(registered.connector.url)
    for text in ("ett", "två"):
        assert (await post(registered, token, text=text)).status == 200
    sent = [call.headers["Authorization"] for call in registered.connector.calls]
    assert len(sent) == 2
    assert sent[0].startswith("Bearer token-")
    assert sent[0] == sent[1], "the token was not kept"
    assert sum(path.endswith("/token") for path in issuer.asked) == 1
    assert sum(path.endswith("/keys") for path in issuer.asked) == 1


async def test_the_token_is_fetched_once_and_off_the_loop(registered: RunningBot, issuer: Issuer) -> None:
    token = issuer.token(registered.connector.url)
    await registered.get("/readyz")
    issuer.slow = 0.5
    longest = asyncio.create_task(longest_stall())
    answers = await asyncio.gather(*(post(registered, token, text=str(number)) for number in range(10)))
    assert {answer.status for answer in answers} == {200}
    assert sum(path.endswith("/token") for path in issuer.asked) == 1
    longest.cancel()
    assert await longest < 0.4


async def longest_stall() -> float:
    longest = 0.0
    try:
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)
    except asyncio.CancelledError:
        return longest


FORGED: list[Json] = [
    {"aud": "another-app"},
    {"aud": None},
    {"aud": [APP]},
    {"iss": "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/", "ver": "1.0", "appid": APP},
    {"iss": "https://example.com"},
    {"iss": None},
    {"exp": None},
    {"exp": 1_700_000_000},
    {"nbf": 4_000_000_000},
    {"serviceurl": "https://smba.trafficmanager.net/emea/"},
    {"serviceurl": None},
]


@pytest.mark.parametrize("claims", FORGED)
async def test_a_token_with_a_wrong_claim_is_refused(registered: RunningBot, issuer: Issuer, claims: Json) -> None:
    await refused(registered, f"Bearer {issuer.token(registered.connector.url, **claims)}")


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "x y z"])
async def test_no_token_is_refused(registered: RunningBot, header: str | None) -> None:
    await refused(registered, header)


async def test_a_valid_token_of_another_scheme_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    await refused(registered, f"Basic {issuer.token(registered.connector.url)}")


async def test_a_token_without_a_signature_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    signed = issuer.token(registered.connector.url)
    claims = jwt.decode(signed, options={"verify_signature": False})
    await refused(registered, "Bearer " + jwt.encode(claims, "", algorithm="none", headers={"kid": "key-1"}))
    await refused(registered, "Bearer " + signed.rpartition(".")[0] + ".")


async def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(
    registered: RunningBot, issuer: Issuer
) -> None:
    claims = jwt.decode(issuer.token(registered.connector.url), options={"verify_signature": False})
    public = issuer.keys["key-1"].public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    header = jwt.utils.base64url_encode(b'{"alg":"HS256","kid":"key-1","typ":"JWT"}')
    body = jwt.utils.base64url_encode(json.dumps(claims).encode())
    signature = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256).sign(header + b"." + body, pem)
    forged = b".".join([header, body, jwt.utils.base64url_encode(signature)]).decode()
    await refused(registered, f"Bearer {forged}")


async def test_a_token_of_a_key_that_is_not_published_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    stranger = Issuer(keys={"key-1": new_key(), "key-2": new_key()})
    await refused(registered, f"Bearer {stranger.token(registered.connector.url)}")
    await refused(registered, f"Bearer {stranger.token(registered.connector.url, key_id='key-2')}")
    assert sum(path.endswith("/keys") for path in issuer.asked) == 1, "an unknown key is looked for once a minute"


@pytest.mark.parametrize("endorsements", [[], ["webchat"]])
async def test_a_key_that_is_not_endorsed_for_teams_is_refused(
    registered: RunningBot, issuer: Issuer, endorsements: list[str]
) -> None:
    issuer.endorsements = endorsements
    await refused(registered, f"Bearer {issuer.token(registered.connector.url)}")


@pytest.mark.parametrize("channel", ["webchat", "emulator"])
async def test_an_activity_of_another_channel_is_refused(registered: RunningBot, issuer: Issuer, channel: str) -> None:
    await refused(registered, f"Bearer {issuer.token(registered.connector.url)}", channelId=channel)


async def refused(bot: RunningBot, header: str | None, **more: Any) -> None:
    with capture_logs() as lines:
        headers = {} if header is None else {"Authorization": header}
        answer = await bot.post(hello(bot, **more), headers=headers)
    assert answer.status == 401
    assert [line["event"] for line in lines] == ["refused"]
    assert bot.connector.calls == []


async def test_authentication_comes_before_parsing(registered: RunningBot) -> None:
    assert (await registered.post(None, data=b"{", headers={"Content-Type": "text/plain"})).status == 401


async def test_a_tenant_that_is_not_welcome_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    token = issuer.token(registered.connector.url)
    elsewhere = {"team": {"id": "t"}, "tenant": {"id": "another-tenant"}}
    assert (await post(registered, token, channelData=elsewhere)).status == 403
    assert (await post(registered, token, channelData={})).status == 403
    assert registered.connector.calls == []


async def test_while_the_keys_are_away_it_is_unavailable_and_says_so(registered: RunningBot, issuer: Issuer) -> None:
    issuer.away = True
    assert (await post(registered, issuer.token(registered.connector.url))).status == 503
    ready = await registered.get("/readyz")
    assert (ready.status, ready.body) == (503, "the signing keys cannot be had")
    assert (await registered.get("/healthz")).status == 200


async def test_ready_with_keys(registered: RunningBot) -> None:
    assert (await registered.get("/readyz")).status == 200


async def test_a_forwarded_request_is_no_matter_with_a_token(registered: RunningBot, issuer: Issuer) -> None:
    headers = {
        "Authorization": f"Bearer {issuer.token(registered.connector.url)}",
        "Host": "erfa.example.com",
        "X-Forwarded-For": "52.112.0.1",
    }
    assert (await registered.post(hello(registered), headers=headers)).status == 200
