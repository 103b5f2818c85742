"""The digest: set, previewed and sent by a leader, read by all, and by who asks for one of their own."""

import secrets
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import time, tzinfo
from typing import Any

from cards import digest_settings, digests
from cards.card import Card
from cards.digest_actions import (
    ListDigests,
    PreviewDigest,
    RemoveDigest,
    SaveDigestSettings,
    SendDigest,
    ShowDigest,
    ShowDigestSettings,
    StopDigest,
    SubscribeDigest,
)
from cards.digest_settings import OFF, OFTEN, Overview
from cards.help import notice
from cards.texts import text
from dialogs.context import Context, for_leaders
from dialogs.turn import Place, Replace, Reply, Say, Turn, Whisper
from knowledge import jobs, posts, troubles
from knowledge.digests import issues, personal, sending, settings
from knowledge.digests.issues import Digest, Issue, Occasion
from knowledge.digests.personal import Subscription
from knowledge.digests.selection import Section
from knowledge.digests.sending import Desk, Edition
from knowledge.digests.settings import EARLIEST, LATEST, Pause, Settings
from knowledge.library.model import THEMES
from knowledge.posts import Kept
from knowledge.recurrence import Every
from knowledge.store.contract import Transaction

_WEEKDAYS = "0123456"


async def digest(context: Context, turn: Turn, _: str) -> list[Reply]:
    """The settings for a leader, for others when it comes; in private also the digest of one's own."""
    shown = await context.store.run(lambda tx: _overview(tx, context.zone, turn))
    private = turn.place is Place.PERSONAL
    if turn.leader:
        card = digest_settings.settings(shown, turn.language)
    else:
        card = digest_settings.only_leaders(shown, turn.language, private=private)
    return [Say(card), Say(await _own(context, turn))] if private else [Say(card)]


def drawn(shown: Digest, zone: tzinfo, language: str) -> dict[str, Any]:
    """The post of a digest."""
    return asdict(digests.digest(shown, zone, language))


@for_leaders("digest-only-leaders")
async def show_settings(context: Context, turn: Turn, _: ShowDigestSettings) -> list[Reply]:
    return [Replace(await _settings(context, turn))]


@for_leaders("digest-only-leaders")
async def save(context: Context, turn: Turn, action: SaveDigestSettings) -> list[Reply]:
    """Have the digest come as filled in: in this channel, or from a private chat where it came before."""
    bad = _bad(action) or await context.store.run(lambda tx: _save(tx, context.zone, turn, _filled_in(action)))
    if not bad:
        return [Replace(await _settings(context, turn, "digest-saved"))]
    shown = await context.store.run(lambda tx: _overview(tx, context.zone, turn))
    return [Replace(digest_settings.settings(shown, turn.language, typed=action, bad=bad))]


@for_leaders("digest-only-leaders")
async def preview(context: Context, turn: Turn, _: PreviewDigest) -> list[Reply]:
    """The digest as it would be now, with the button to send it."""
    return [Replace(await _preview(context, turn, secrets.token_urlsafe(9)))]


@for_leaders("digest-only-leaders")
async def send(context: Context, turn: Turn, action: SendDigest) -> list[Reply]:
    """Post the digest now, once however often the button is clicked."""
    note = await context.store.run(lambda tx: _send(tx, context.desk, turn, action.digest))
    return [Replace(await _settings(context, turn, note))]


@for_leaders("digest-only-leaders")
async def history(context: Context, turn: Turn, _: ListDigests) -> list[Reply]:
    return [Replace(await _history(context, turn))]


@for_leaders("digest-only-leaders")
async def remove(context: Context, turn: Turn, action: RemoveDigest) -> list[Reply]:
    """Take a digest back from the channel, once the leader is sure."""
    issue = await context.store.run(lambda tx: issues.find(tx, turn.network, action.digest))
    if issue is None:
        return [Whisper(text(turn.language, "digest-gone"))]
    if not action.sure:
        return [Replace(digest_settings.removing(issue, context.zone, turn.language))]
    await context.store.run(lambda tx: issues.remove(tx, turn.network, action.digest, turn.at))
    return [Replace(await _history(context, turn))]


async def show(context: Context, turn: Turn, action: ShowDigest) -> list[Reply]:
    """Back to a digest, or all that it could tell; for a leader also to one that is not sent yet."""
    issue = await context.store.run(lambda tx: _issue(tx, turn, action.digest))
    if issue is not None:
        draw = digests.everything if action.all else digests.digest
        return [Replace(draw(issue.digest, context.zone, context.language))]
    if turn.leader:
        return [Replace(await _preview(context, turn, action.digest))]
    return [Whisper(text(turn.language, "digest-gone"))]


async def subscribe(context: Context, turn: Turn, action: SubscribeDigest) -> list[Reply]:
    """Send a digest of their own to who clicked, or change its themes; where others read, themes cannot be chosen."""
    private = turn.place is Place.PERSONAL
    themes = tuple(each for each in THEMES if each in action.themes.split(","))
    wanted = Subscription(turn.person.id, themes, "" if private else turn.thread)

    def work(tx: Transaction) -> None:
        if private or personal.find(tx, turn.network, turn.person.id) is None:
            personal.subscribe(tx, turn.network, wanted, context.zone, turn.at)

    await context.store.run(work)
    if private:
        return [Replace(await _own(context, turn, "digest-own-started"))]
    return [Whisper(text(turn.language, "digest-own-started"))]


async def stop(context: Context, turn: Turn, action: StopDigest) -> list[Reply]:
    """Send no more to who clicked."""
    await context.store.run(lambda tx: personal.stop(tx, action.network, turn.person.id))
    return [Replace(notice(text(turn.language, "digest-own-stopped"), turn.language))]


async def _settings(context: Context, turn: Turn, note: str = "") -> Card:
    shown = await context.store.run(lambda tx: _overview(tx, context.zone, turn))
    return digest_settings.settings(shown, turn.language, note=text(turn.language, note) if note else "")


async def _preview(context: Context, turn: Turn, id: str) -> Card:
    edition = Edition(turn.network, id, Occasion.NOW)
    composed = await context.store.run(lambda tx: sending.compose(tx, context.desk, edition, turn.at))
    if composed is None:
        return await _settings(context, turn, "digest-nothing")
    return digests.preview(composed, context.zone, context.language)


async def _history(context: Context, turn: Turn) -> Card:
    def work(tx: Transaction) -> list[tuple[Issue, Kept | None]]:
        return [(each, posts.find(tx, turn.network, each.post)) for each in issues.sent(tx, turn.network)]

    return digest_settings.history(await context.store.run(work), context.zone, turn.language)


async def _own(context: Context, turn: Turn, note: str = "") -> Card:
    held = await context.store.run(lambda tx: personal.find(tx, turn.network, turn.person.id))
    said = text(turn.language, note) if note else ""
    return digest_settings.own(held, turn.network, turn.language, note=said)


def _overview(tx: Transaction, zone: tzinfo, turn: Turn) -> Overview:
    held = settings.find(tx, turn.network)
    next_time = settings.next_time(tx, turn.network, zone, turn.at)
    return Overview(
        turn.network,
        held,
        next_time.astimezone(zone) if next_time else None,
        here=held.channel == turn.channel,
        moves=held.channel not in {"", turn.channel} and turn.place is not Place.PERSONAL,
        failing=len(jobs.failing(tx, turn.network)),
        troubled=len(troubles.every(tx, turn.network)),
    )


def _here(turn: Turn) -> str:
    """The channel that is meant where nothing else is said; none in private."""
    return "" if turn.place is Place.PERSONAL else turn.channel


def _save(tx: Transaction, zone: tzinfo, turn: Turn, wanted: Settings) -> set[str]:
    """Returns what is missing: the channel, where nobody has said which."""
    channel = _here(turn) or settings.find(tx, turn.network).channel
    if wanted.every and not channel:
        return {"channel"}
    settings.save(tx, turn.network, replace(wanted, channel=channel), zone, turn.at)
    return set()


def _send(tx: Transaction, desk: Desk, turn: Turn, id: str) -> str:
    """Which text tells what came of it."""
    held = settings.find(tx, turn.network)
    if not held.channel:
        if not _here(turn):
            return "digest-no-channel"
        settings.save(tx, turn.network, replace(held, channel=_here(turn)), desk.zone, turn.at)
    sent = sending.send(tx, desk, Edition(turn.network, id, Occasion.NOW), turn.at)
    return "digest-sent" if sent else "digest-nothing"


def _issue(tx: Transaction, turn: Turn, id: str) -> Issue | None:
    """The digest that a card shows; in private that is one's own before the network's."""
    own = issues.find(tx, turn.network, id, turn.person.id) if turn.place is Place.PERSONAL else None
    return own or issues.find(tx, turn.network, id)


def _bad(typed: SaveDigestSettings) -> set[str]:
    """The fields that cannot be taken as they are."""
    good = {
        "every": typed.every in {OFF, *OFTEN},
        "weekday": typed.weekday in _WEEKDAYS and len(typed.weekday) == 1,
        "at": _time(typed.at) is not None,
        "sections": bool(_values(typed.sections)) and _values(typed.sections) <= {*Section},
        "pauses": _values(typed.pauses) <= {*Pause},
    }
    return {name for name, is_good in good.items() if not is_good}


def _filled_in(typed: SaveDigestSettings) -> Settings:
    """What `typed` says, if it is not bad."""
    return Settings(
        every=None if typed.every == OFF else Every(typed.every),
        weekday=int(typed.weekday),
        at=_time(typed.at) or Settings().at,
        without=tuple(each for each in Section if each not in _values(typed.sections)),
        pauses=tuple(each for each in Pause if each in _values(typed.pauses)),
    )


def _time(typed: str) -> time | None:
    """A time of day at which a digest may come."""
    with suppress(ValueError):
        at = time.fromisoformat(typed.strip().replace(".", ":").rjust(5, "0"))
        if at.tzinfo is None and EARLIEST <= at <= LATEST:
            return at.replace(second=0, microsecond=0)
    return None


def _values(typed: str) -> set[str]:
    """What was chosen of several, as clients send it."""
    return {each.strip() for each in typed.split(",") if each.strip()}
