"""Rounds as people take part in them: called by a leader, joined, left, looked at."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from cards import round_forms, rounds
from cards.card import Card
from cards.help import notice
from cards.round_actions import CallRound, JoinFrom, JoinRound, LeaveRound, SeeRound
from cards.texts import text
from dialogs import rounding
from dialogs.context import Context, for_leaders
from dialogs.rounding import find, own_card
from dialogs.turn import Form, Place, Replace, Reply, Say, Turn, Whisper, for_them_alone
from knowledge import people
from knowledge.library.model import THEMES
from knowledge.people import HOMES, Challenges, Profile
from knowledge.rounds import lifecycle, records
from knowledge.rounds.lifecycle import NoHome
from knowledge.rounds.model import MOST_VIEWERS, PAIR, TRIAD, Asked, Round
from knowledge.store.contract import Transaction

CLOSES_AFTER = timedelta(days=7)
CLOSES_AT = time(16, 0)
LONGEST_OPEN = timedelta(days=90)
SIZES = {str(size): size for size in (PAIR, TRIAD)}


async def triads(context: Context, turn: Turn, _: str) -> list[Reply]:
    """For a leader the form, or the round that goes on; for others the way to what it is to them."""

    def work(tx: Transaction) -> Card:
        running = rounding.running(tx, turn.network)
        if turn.place is Place.PERSONAL:
            return own_card(tx, context.zone, turn, running) if running else _only_in_channel(turn)
        if not turn.leader:
            return round_forms.door(running, turn.language)
        return overview(tx, context.zone, turn)

    return [Say(await context.store.run(work))]


def overview(tx: Transaction, zone: tzinfo, turn: Turn, note: str = "") -> Card:
    """What a leader may do: with the round that goes on, or call one."""
    running = rounding.running(tx, turn.network)
    if running is not None:
        said = text(turn.language, note) if note else ""
        return round_forms.managed(rounding.standing(tx, running), zone, turn.language, note=said)
    if turn.place is Place.PERSONAL:
        return _only_in_channel(turn)
    return round_forms.form(_begun(zone, turn.at), turn.language)


@for_leaders("round-only-leaders")
async def call(context: Context, turn: Turn, action: CallRound) -> list[Reply]:
    """Ask in the channel who wants to take part; once, however often it is clicked."""
    if turn.place is Place.PERSONAL:
        return [Whisper(text(turn.language, "round-only-in-channel"))]
    closes = _closes(action, context.zone, turn.at)
    if closes is None or action.size not in SIZES or action.asked not in set(Asked):
        return [Replace(round_forms.form(action, turn.language, bad={"closes"} if closes is None else ()), alone=True)]
    members = await turn.ask_members(turn.thread)
    round = Round(
        id=action.round,
        network=turn.network,
        leader=turn.person.id,
        conversation=turn.channel,
        language=turn.language,
        size=SIZES[action.size],
        asked=Asked(action.asked),
        named=action.named == "true",
        called_at=turn.at.astimezone(UTC),
        closes_at=closes,
        viewers=members if len(members) <= MOST_VIEWERS else (),
    )

    def work(tx: Transaction) -> Reply:
        if records.find(tx, turn.network, round.id) is None:
            rounding.begin(tx, round, context.zone, turn.at)
        return Replace(round_forms.called(turn.language), alone=True)

    return await _answered(context, turn, work)


async def join(context: Context, turn: Turn, action: JoinRound) -> list[Reply]:
    """Be in the round: a receipt, or the form, beside the card, with what has to be known first."""
    address = await turn.ask_address()

    def work(tx: Transaction) -> list[Reply]:
        round = find(tx, turn, action.round)
        profile = _profile(tx, turn, address)
        try:
            note = _join(tx, context.zone, turn, round, profile)
        except NoHome:
            return [Form(rounds.form(round, JoinFrom(round=round.id)))]
        if action.own:
            return for_them_alone(turn, own_card(tx, context.zone, turn, round, note))
        return [Whisper(note, secret=True)]

    return await rounding.answered(context, turn, work)


async def join_from(context: Context, turn: Turn, action: JoinFrom) -> list[Reply]:
    """Be in the round with what was filled in, which becomes the profile."""
    address = await turn.ask_address()

    def work(tx: Transaction) -> list[Reply]:
        round = find(tx, turn, action.round)
        if action.home not in HOMES:
            return [Replace(rounds.form(round, action, bad=True))]
        profile = _filled_in(_profile(tx, turn, address), action)
        note = _join(tx, context.zone, turn, round, profile)
        return [Replace(own_card(tx, context.zone, turn, round, note))]

    return await rounding.answered(context, turn, work)


async def leave(context: Context, turn: Turn, action: LeaveRound) -> list[Reply]:
    """Be in the round no longer."""

    def work(tx: Transaction) -> list[Reply]:
        round = find(tx, turn, action.round)
        if round.is_open(turn.at):
            lifecycle.leave(tx, round, turn.person.id, turn.at)
        return for_them_alone(turn, own_card(tx, context.zone, turn, round, text(turn.language, "round-left")))

    return await rounding.answered(context, turn, work)


async def see(context: Context, turn: Turn, action: SeeRound) -> list[Reply]:
    def work(tx: Transaction) -> list[Reply]:
        return for_them_alone(turn, own_card(tx, context.zone, turn, find(tx, turn, action.round)))

    return await rounding.answered(context, turn, work)


def _join(tx: Transaction, zone: tzinfo, turn: Turn, round: Round, profile: Profile) -> str:
    """Returns what is told to who joined. Raises NotOpen, NoHome, Paused, NotAsked."""
    lifecycle.join(tx, round, profile, turn.at, round.closes_at.astimezone(zone).date())
    said = text(turn.language, "round-joined", **rounds.ending(round, zone))
    return said if profile.matchable else f"{said} {text(turn.language, 'round-joined-profile')}"


def _profile(tx: Transaction, turn: Turn, address: str) -> Profile:
    """What is known of whoever clicks, with their name and address of today."""
    known = people.find(tx, turn.network, turn.person.id) or Profile(turn.person.id, turn.person.name)
    return replace(known, name=turn.person.name, address=address or known.address)


def _filled_in(profile: Profile, typed: JoinFrom) -> Profile:
    return replace(
        profile,
        home=typed.home,
        been_through=Challenges(_themes(typed.been_through), profile.been_through.words),
        faces=Challenges(_themes(typed.faces), profile.faces.words),
    )


def _themes(typed: str) -> tuple[str, ...]:
    chosen = {each.strip() for each in typed.split(",")}
    return tuple(each for each in THEMES if each in chosen)


def _begun(zone: tzinfo, now: datetime) -> CallRound:
    closes = (now + CLOSES_AFTER).astimezone(zone).date()
    return CallRound(
        round=secrets.token_urlsafe(9),
        size=str(TRIAD),
        asked=Asked.ALL,
        date=closes.isoformat(),
        time=CLOSES_AT.isoformat("minutes"),
        named="false",
    )


def _closes(typed: CallRound, zone: tzinfo, now: datetime) -> datetime | None:
    """When it closes, in UTC; None where that is no time that lies ahead, and not too far."""
    try:
        day, at = date.fromisoformat(typed.date.strip()), time.fromisoformat(typed.time.strip())
        closes = datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return closes if now < closes <= now + LONGEST_OPEN else None


def _only_in_channel(turn: Turn) -> Card:
    return notice(text(turn.language, "round-only-in-channel"), turn.language)


async def _answered(context: Context, turn: Turn, work: Callable[[Transaction], Reply]) -> list[Reply]:
    return await rounding.answered(context, turn, lambda tx: [work(tx)])
