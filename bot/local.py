"""Local mode: without an app id there are no tokens, so only this machine itself may speak to the bot."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.hosts import is_loopback_url
from bot.settings import is_loopback

FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")


def refusal(request: web.Request) -> str:
    """Why `request` cannot be from this machine's own Playground or tests; empty when it may be.

    A peer on loopback can still be a tunnel or proxy (forwarding headers), a web page whose name was pointed
    here (Host), or a web page elsewhere that makes the browser post (Origin).
    """
    if not is_loopback(request.remote or ""):
        return "the caller is not on this machine"
    if not is_loopback_url(f"http://{request.host}"):
        return "the Host header names another machine"
    if any(header in request.headers for header in FORWARDED):
        return "the request was forwarded by a proxy"
    if "Origin" in request.headers and not is_loopback_url(request.headers["Origin"]):
        return "the request comes from a web page elsewhere"
    return ""


def without_dialogs(part: Any) -> Any:
    """What is shown, for the simulator: it opens no dialog from a card, so its button is one like others there."""
    if isinstance(part, list):
        return [without_dialogs(each) for each in part]
    if not isinstance(part, Mapping):
        return part
    if part.get("type") == "Action.Submit":
        return {**part, "data": {name: each for name, each in part["data"].items() if name != "msteams"}}
    return {name: without_dialogs(each) for name, each in part.items()}
