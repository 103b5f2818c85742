"""Servers to be measured beside each other: `python -m tests.bench.servers KIND FOLDER`, which prints its port.

Each answers an activity with one message to the connector: `bare` is a handler of aiohttp that trusts everybody,
`stock` the adapter of botbuilder as it comes, `adapter` Erfa's, `bot` all of Erfa with a dialog that says "hej".
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from pathlib import Path

import aiohttp
from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from pydantic import SecretStr

from bot import logs
from bot.activity import Inbound
from bot.adapter import Adapter, Answer, SigningKeys
from bot.app import create_app, utc_now
from bot.calls import Caller, open_session
from bot.connector import Connector, Reference
from bot.hosts import trusted
from bot.login import BOT_CONNECTOR, Login
from bot.pace import Pace
from bot.settings import Settings
from bot.teams import Routes
from cards.card import Card
from dialogs.turn import Reply, Say, Turn
from knowledge.store.contract import Store
from tests.bot.activities import TENANT
from tests.bot.issuer import APP

SECRET = "secret"
SAID = {"type": "message", "text": "hej"}


def settings(folder: Path) -> Settings:
    hosts = ("127.0.0.1",)
    return Settings(app_id=APP, app_password=SecretStr(SECRET), app_tenant_id=TENANT, service_hosts=hosts, data=folder)


def bare(_: Path) -> web.Application:
    app = web.Application()

    async def session(app: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession() as client:
            app["client"] = client
            yield

    async def messages(request: web.Request) -> web.Response:
        activity = await request.json()
        url = f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities"
        async with request.app["client"].post(url, json=SAID) as answer:
            await answer.json()
        return web.Response()

    app.cleanup_ctx.append(session)
    app.router.add_post("/api/messages", messages)
    return app


class Registration:
    APP_ID, APP_PASSWORD, APP_TYPE, APP_TENANTID = APP, SECRET, "SingleTenant", TENANT


class Echo(ActivityHandler):  # type: ignore[misc]  # botbuilder is untyped
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity("hej")


def stock(_: Path) -> web.Application:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Registration()))
    handler = Echo()

    async def messages(request: web.Request) -> web.StreamResponse:
        answer: web.StreamResponse = await adapter.process(request, handler)
        return answer

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app


def adapter(folder: Path) -> web.Application:
    app = web.Application()
    given = settings(folder)

    async def build(app: web.Application) -> AsyncIterator[None]:
        async with open_session(trust_proxies=True) as session:
            token = Login(given, utc_now).to(BOT_CONNECTOR).get
            connector = Connector(Caller(session, token, partial(trusted, given), Pace().at_once, lambda _: None))

            async def answer(activity: Inbound) -> Answer:
                await connector.send(Reference.of(activity), SAID)
                return Answer()

            app["adapter"] = Adapter(given, SigningKeys(session, utc_now), token, answer)
            yield

    async def messages(request: web.Request) -> web.Response:
        answer: web.Response = await request.app["adapter"].process(request)
        return answer

    app.cleanup_ctx.append(build)
    app.router.add_post("/api/messages", messages)
    return app


def bot(folder: Path) -> web.Application:
    card = Card({"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "hej"}]}, "hej")

    async def say(_: Turn) -> Sequence[Reply]:
        return [Say(card)]

    def open_routes(_: Store, __: Settings) -> Routes:
        return Routes(say, say)

    return create_app(settings(folder), open_routes)


KINDS: dict[str, Callable[[Path], web.Application]] = {"bare": bare, "stock": stock, "adapter": adapter, "bot": bot}


async def main(kind: str, folder: Path) -> None:
    runner = web.AppRunner(KINDS[kind](folder), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await _ended()


async def _ended() -> None:
    """Until whoever started it closes its end."""
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with Path(os.devnull).open("w") as nowhere:
        logs.configure(debug=False, file=nowhere)
        asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
