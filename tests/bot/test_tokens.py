"""With an app id nothing works without a valid token."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from structlog.testing import capture_logs

from bot.hosts import trusted
from bot.renewal import RETRY
from bot.settings import TEAMS_HOSTS, Settings
from tests.bot import activities
from tests.bot.activities import TENANT, Json
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Answered, RunningBot, running
from tests.bot.issuer import APP, Issuer, new_key, reachable

REGISTERED: dict[str, Any] = {
    "app_id": APP,
    "app_password": "secret",
    "app_tenant_id": TENANT,
    "service_hosts": ("127.0.0.1",),
}


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
    stranger = Issuer(keys={f"key-{number}": new_key() for number in (1, 2, 3)})
    await refused(registered, f"Bearer {stranger.token(registered.connector.url)}")
    await refused(registered, f"Bearer {stranger.token(registered.connector.url, key_id='key-2')}")
    looked = sum(path.endswith("/keys") for path in issuer.asked)
    await refused(registered, f"Bearer {stranger.token(registered.connector.url, key_id='key-3')}")
    assert sum(path.endswith("/keys") for path in issuer.asked) == looked, "an unknown key is looked for once a minute"
    registered.clock.pass_(minutes=1)
    await refused(registered, f"Bearer {stranger.token(registered.connector.url, key_id='key-2')}")
    assert sum(path.endswith("/keys") for path in issuer.asked) == looked + 1


@pytest.mark.parametrize("endorsements", [[], ["webchat"]])
async def test_a_key_that_is_not_endorsed_for_teams_is_refused(
    registered: RunningBot, issuer: Issuer, endorsements: list[str]
) -> None:
    issuer.endorsements = endorsements
    await refused(registered, f"Bearer {issuer.token(registered.connector.url)}")


@pytest.mark.parametrize("channel", ["webchat", "emulator", "", None])
async def test_an_activity_of_another_channel_or_none_is_refused(
    registered: RunningBot, issuer: Issuer, channel: str | None
) -> None:
    await refused(registered, f"Bearer {issuer.token(registered.connector.url)}", channelId=channel)


async def test_an_activity_whose_channel_is_left_out_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    activity = hello(registered)
    del activity["channelId"]
    headers = {"Authorization": f"Bearer {issuer.token(registered.connector.url)}"}
    assert (await registered.post(activity, headers=headers)).status == 401


async def refused(bot: RunningBot, header: str | None, status: int = 401, **more: Any) -> None:
    """Nothing is stored, nothing sent, one line logged."""
    before = await bot.stored()
    with capture_logs() as lines:
        headers = {} if header is None else {"Authorization": header}
        answer = await bot.post(hello(bot, **more), headers=headers)
    assert answer.status == status
    assert [line["event"] for line in lines] == ["refused"]
    assert bot.connector.calls == []
    assert await bot.stored() == before


@pytest.mark.parametrize(
    "service_url",
    [
        "https://attacker.example.com/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.example.com/",
        "https://smba.trafficmanager.net@example.com/",
        "https://example.com\\@smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "http://[",
        "smba.trafficmanager.net",
    ],
)
async def test_a_valid_token_for_an_address_that_is_not_teams_is_refused(
    registered: RunningBot, issuer: Issuer, service_url: str
) -> None:
    """So that even a forged token cannot carry the bot's own away."""
    token = issuer.token(service_url)
    await refused(registered, f"Bearer {token}", status=403, serviceUrl=service_url)


@pytest.mark.parametrize("host", TEAMS_HOSTS)
async def test_teams_own_hosts_are_trusted_unless_others_are_named(host: str) -> None:
    assert trusted(Settings(**{**REGISTERED, "service_hosts": TEAMS_HOSTS}), f"https://{host.upper()}/emea/")
    assert not trusted(Settings(**REGISTERED), f"https://{host}/emea/")


async def test_authentication_comes_before_parsing(registered: RunningBot) -> None:
    assert (await registered.post(None, data=b"{", headers={"Content-Type": "text/plain"})).status == 401


@pytest.mark.parametrize("channel_data", [{"team": {"id": "t"}, "tenant": {"id": "another-tenant"}}, {}, None])
async def test_a_tenant_that_is_not_welcome_is_refused(
    registered: RunningBot, issuer: Issuer, channel_data: Json | None
) -> None:
    token = issuer.token(registered.connector.url)
    await refused(registered, f"Bearer {token}", status=403, channelData=channel_data)


# The keys


@pytest.mark.parametrize("age", [0, 30, 3600, 23 * 3600, 25 * 3600, 4 * 86400, 6 * 86400])
async def test_new_keys_are_taken_at_any_age_of_the_old(registered: RunningBot, issuer: Issuer, age: float) -> None:
    assert (await post(registered, issuer.token(registered.connector.url))).status == 200
    registered.clock.pass_(seconds=age)
    issuer.keys = {"key-2": new_key()}
    token = issuer.token(registered.connector.url, key_id="key-2")
    assert (await post(registered, token, text="och nu?")).status == 200


async def test_a_key_that_is_published_no_more_is_refused(registered: RunningBot, issuer: Issuer) -> None:
    old = issuer.token(registered.connector.url)
    assert (await post(registered, old)).status == 200
    registered.clock.pass_(days=1)
    issuer.keys = {"key-2": new_key()}
    assert (await post(registered, issuer.token(registered.connector.url, key_id="key-2"), text="två")).status == 200
    assert (await post(registered, old, text="tre")).status == 401


async def test_who_is_known_does_not_wait_for_an_issuer_that_does_not_answer(
    registered: RunningBot, issuer: Issuer
) -> None:
    """Old keys are looked after beside the turn; only an unknown one is waited for."""
    token = issuer.token(registered.connector.url)
    assert (await post(registered, token, text="ett")).status == 200
    registered.clock.pass_(hours=25)
    assert (await post(registered, token, text="två")).status == 200  # now the bot's own token is new
    registered.clock.pass_(minutes=2)
    issuer.open.clear()
    issuer.keys["key-2"] = new_key()
    unknown = asyncio.create_task(post(registered, issuer.token(registered.connector.url, key_id="key-2"), text="tre"))
    for number in range(5):
        assert (await post(registered, token, text=str(number))).status == 200
    assert not unknown.done()
    issuer.open.set()
    assert (await unknown).status == 200


async def test_while_the_issuer_is_away_who_is_known_goes_on(registered: RunningBot, issuer: Issuer) -> None:
    token = issuer.token(registered.connector.url)
    assert (await post(registered, token, text="ett")).status == 200
    registered.clock.pass_(minutes=2)
    issuer.away = True
    issuer.keys["key-2"] = new_key()
    unknown = issuer.token(registered.connector.url, key_id="key-2")
    assert (await post(registered, unknown, text="två")).status == 503
    assert (await post(registered, token, text="tre")).status == 200
    issuer.away = False
    registered.clock.pass_(seconds=RETRY.total_seconds())
    assert (await post(registered, unknown, text="två")).status == 200


async def test_keys_that_nobody_has_vouched_for_in_days_are_trusted_no_more(
    registered: RunningBot, issuer: Issuer
) -> None:
    token = issuer.token(registered.connector.url)
    assert (await post(registered, token, text="ett")).status == 200
    issuer.away = True
    registered.clock.pass_(days=6)
    assert (await post(registered, token, text="två")).status == 503


async def test_while_there_are_no_keys_it_is_unavailable_and_says_so(registered: RunningBot, issuer: Issuer) -> None:
    issuer.away = True
    token = issuer.token(registered.connector.url)
    assert (await post(registered, token)).status == 503
    ready = await registered.get("/readyz")
    assert (ready.status, ready.body) == (503, "the signing keys cannot be had")
    assert (await registered.get("/healthz")).status == 200
    issuer.away = False
    registered.clock.pass_(seconds=RETRY.total_seconds())
    assert (await registered.get("/readyz")).status == 200
    assert (await post(registered, token)).status == 200


@pytest.mark.parametrize("keys", [[], [{}], [{"kid": "key-1", "kty": "RSA"}], {"keys": 5}])
async def test_keys_of_another_shape_are_no_keys(registered: RunningBot, issuer: Issuer, keys: object) -> None:
    issuer.published = keys
    assert (await post(registered, issuer.token(registered.connector.url))).status == 503


async def test_a_key_of_a_kind_that_is_not_used_does_no_harm(registered: RunningBot, issuer: Issuer) -> None:
    elliptic = {"kid": "key-9", "kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}
    issuer.more_keys = [elliptic]
    assert (await post(registered, issuer.token(registered.connector.url))).status == 200


async def test_ready_with_keys(registered: RunningBot) -> None:
    assert (await registered.get("/readyz")).status == 200


async def test_a_forwarded_request_is_no_matter_with_a_token(registered: RunningBot, issuer: Issuer) -> None:
    headers = {
        "Authorization": f"Bearer {issuer.token(registered.connector.url)}",
        "Host": "erfa.example.com",
        "X-Forwarded-For": "52.112.0.1",
    }
    assert (await registered.post(hello(registered), headers=headers)).status == 200
