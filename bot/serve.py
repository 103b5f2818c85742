"""`python -m bot`: the bot itself, until it is told to stop."""

import errno
import gc
import socket

from aiohttp import web

from bot.app import SECONDS_TO_FINISH, OpenRoutes, create_app
from bot.commands import complain, say
from bot.settings import Settings
from knowledge.store.contract import StoreError


def serve(settings: Settings, open_routes: OpenRoutes) -> int:
    """Run until SIGTERM or SIGINT, then let turns under way finish; returns the exit code."""
    app = create_app(settings, open_routes)
    app.on_startup.append(_settle)
    try:
        sockets = _listen(settings)
        port = sockets[0].getsockname()[1]
        web.run_app(
            app,
            sock=sockets,
            shutdown_timeout=SECONDS_TO_FINISH,
            print=lambda _: say(f"Erfa listens on {settings.host}:{port}; Ctrl+C ends it."),
            access_log=None,
        )
    except StoreError as error:
        complain(str(error))
        return 1
    except OSError as error:
        complain(_cannot_listen(error, settings))
        return 1
    return 0


async def _settle(_: web.Application) -> None:
    settle()


def settle() -> None:
    """Keep what was loaded to start with until the end: looking for garbage in it again and again takes time."""
    gc.collect()
    gc.freeze()


def _listen(settings: Settings) -> list[socket.socket]:
    """Before anything is begun, so that a bot that nobody could reach does nothing. Raises OSError."""
    found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return [socket.create_server(address[:2], family=family) for family, _, _, _, address in found]


def _cannot_listen(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is taken: end what listens there, or set ERFA_PORT to another one."
    return f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}"
