"""Calendar files of planned meetings, for whoever has the link: a request without a name to check, so it tells little.

The link is as long as nobody can guess it. What it does not lead to looks all the same.
"""

from datetime import tzinfo
from http import HTTPStatus

from aiohttp import web

from cards.gathering_calendar import TYPE, calendar_file, file_name
from knowledge.gatherings import lifecycle
from knowledge.store.contract import Store, StoreError

PATH = "/calendar/{link:[A-Za-z0-9_-]{43}}.ics"

_HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


async def fetch(store: Store, zone: tzinfo, link: str) -> web.Response:
    """The file as the meeting is now; once it is cancelled, what takes it out of a calendar."""
    try:
        found = await store.run(lambda tx: lifecycle.behind(tx, link))
    except StoreError:
        return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=_HEADERS)
    if found is None:
        return web.Response(status=HTTPStatus.NOT_FOUND, headers=_HEADERS)
    named = {"Content-Disposition": f'attachment; filename="{file_name(found, zone)}"'}
    return web.Response(
        body=calendar_file(found, zone), content_type=TYPE, charset="utf-8", headers={**_HEADERS, **named}
    )
