"""Builds everything, once: the store, the adapter, the way between Teams and the dialogs, the health of it all."""

import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest

from bot import calendars, control, documents, housekeeping, library, operate
from bot.adapter import LARGEST_BODY, Adapter, SigningKeys
from bot.answering import Answering
from bot.calls import Caller, open_session
from bot.clock import Clock, Handler, Work
from bot.connector import Connector
from bot.downloads import Downloads
from bot.graph import GRAPH, Graph
from bot.health import Health
from bot.hosts import trusted
from bot.login import BOT_CONNECTOR, Login
from bot.metrics import Metrics
from bot.outbox import Outbox
from bot.pace import Pace
from bot.roster import Roster
from bot.settings import Settings
from bot.stores import open_store
from bot.teams import Due, Prepared, Routes, Teams
from bot.transcripts import Transcripts
from bot.uploads import Uploads
from cards import texts
from knowledge import posts
from knowledge.jobs import Effect, Job
from knowledge.meetings import ended
from knowledge.polls import lifecycle as polls
from knowledge.store.contract import Store, StoreError
from knowledge.store.embedded import EmbeddedStore

OpenRoutes = Callable[[Store, Settings], Routes]
Now = Callable[[], datetime]

SECONDS_TO_FINISH = 10.0  # for turns and jobs under way when the bot is told to stop

ADAPTER = web.AppKey("adapter", Adapter)
CLOCK = web.AppKey("clock", Clock)
HEALTH = web.AppKey("health", Health)
METRICS = web.AppKey("metrics", Metrics)
OUTBOX = web.AppKey("outbox", Outbox)
STORE = web.AppKey[Store]("store")


def utc_now() -> datetime:
    return datetime.now(UTC)


async def no_token() -> str:
    """In local mode the bot speaks with none."""
    return ""


def create_app(settings: Settings, open_routes: OpenRoutes, now: Now = utc_now) -> web.Application:
    """The bot as a web application; it opens the store when it starts, which may raise what `open_store` does."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app[METRICS] = Metrics(CollectorRegistry())
    app.router.add_post("/api/messages", _messages)
    app.router.add_get("/healthz", _alive)
    app.router.add_get("/readyz", _ready)
    app.router.add_get("/metrics", _metrics)
    app.router.add_get(calendars.PATH, partial(_calendar, ZoneInfo(settings.timezone)))

    async def running(app: web.Application) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            await _build(app, stack, settings, open_routes, now)
            yield

    app.cleanup_ctx.append(running)
    app.on_shutdown.append(_stop_clock)
    return app


async def _build(
    app: web.Application,
    stack: contextlib.AsyncExitStack,
    settings: Settings,
    open_routes: OpenRoutes,
    now: Now,
) -> None:
    texts.load()
    store = await open_store(settings)
    stack.push_async_callback(store.close)
    app[STORE] = store
    session = await stack.enter_async_context(open_session(trust_proxies=not settings.local))
    if isinstance(store, EmbeddedStore):  # which no other process can open beside the bot
        commands = {
            **operate.commands(store),
            **library.commands(store),
            **documents.commands(store, settings.language),
        }
        await stack.enter_async_context(control.listening(settings.data, commands))
    metrics = app[METRICS]
    keys = SigningKeys(session, now)
    login, pace = Login(settings, now), Pace()
    token = no_token if settings.local else login.to(BOT_CONNECTOR).get
    answering, posting = (
        Connector(Caller(session, token, partial(trusted, settings), turn, metrics.called), local=settings.local)
        for turn in (pace.at_once, pace.in_turn)
    )
    graph = Graph(Caller(session, login.to(GRAPH).get, lambda url: url == GRAPH, pace.at_once, metrics.asked_graph))
    outbox = Outbox(settings, store, posting, None if settings.local else graph, metrics, now)
    app[OUTBOX] = outbox
    routes = open_routes(store, settings)
    answers = Answering(settings, store, answering, Uploads(settings, session), now)
    downloads = Downloads(settings, session)
    teams = Teams(settings, store, Roster(answering), answers, downloads, routes, metrics, now)
    app[ADAPTER] = Adapter(settings, keys, token, teams.handle)
    app[HEALTH] = Health(settings, store, keys)
    nights = housekeeping.nightly(ZoneInfo(settings.timezone))
    works = {
        housekeeping.KIND: Work(partial(housekeeping.keep_house, store, nights, now, settings.language), recurs=nights),
        posts.KIND: outbox.work(),
        polls.ERASE: Work(partial(housekeeping.erase, store)),
        **({ended.KIND: Transcripts(settings, store, posting, graph, now).work()} if settings.transcripts else {}),
        **{kind: Work(_at_once(each, now)) for kind, each in routes.due.items()},
        **{kind: Work(_prepared(each, now)) for kind, each in routes.prepared.items()},
    }
    app[CLOCK] = Clock(store, works, metrics, now)
    await stack.enter_async_context(app[CLOCK].running(SECONDS_TO_FINISH))


def _at_once(due: Due, now: Now) -> Handler:
    """What is all done in the transaction that checks the claim has nothing to prepare."""

    async def handle(job: Job) -> Effect:
        return lambda tx: due(tx, job, now())

    return handle


def _prepared(prepared: Prepared, now: Now) -> Handler:
    async def handle(job: Job) -> Effect:
        return await prepared(job, now())

    return handle


async def _stop_clock(app: web.Application) -> None:
    """Before the turns under way are waited for, so that jobs finish in the same time."""
    app[CLOCK].stop(SECONDS_TO_FINISH)


async def _messages(request: web.Request) -> web.Response:
    answer = await request.app[ADAPTER].process(request)
    request.app[CLOCK].wake()  # for what the turn has scheduled
    return answer


async def _alive(_: web.Request) -> web.Response:
    return web.Response(text="alive")


async def _ready(request: web.Request) -> web.Response:
    problem = await request.app[HEALTH].problem()
    return web.Response(text=problem or "ready", status=503 if problem else 200)


async def _calendar(zone: ZoneInfo, request: web.Request) -> web.Response:
    return await calendars.fetch(request.app[STORE], zone, request.match_info["link"])


async def _metrics(request: web.Request) -> web.Response:
    with contextlib.suppress(StoreError):
        await request.app[OUTBOX].count_unclear()
    return web.Response(
        body=generate_latest(request.app[METRICS].registry),
        headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
    )
