"""Posts in trouble: shown to those who lead the network, and decided by them."""

from collections.abc import Callable
from datetime import tzinfo

from cards import posts as cards
from cards.actions import ItIsThere, ListTroubles, PostAgain
from cards.card import Card
from cards.texts import text
from dialogs.context import Context
from dialogs.turn import Replace, Reply, Turn, Whisper
from knowledge import networks, troubles
from knowledge.store.contract import Transaction


async def list_troubles(context: Context, turn: Turn, action: ListTroubles) -> list[Reply]:
    return await _as_leader(context, turn, action.network, lambda tx: _card(tx, action.network, context.zone, turn))


async def post_again(context: Context, turn: Turn, action: PostAgain) -> list[Reply]:
    """Somebody looked, and it is not there."""

    def work(tx: Transaction) -> Card:
        unclear = troubles.post_again(tx, action.network, action.post, turn.at)
        return _card(tx, action.network, context.zone, turn, "posts-noted-again" if unclear else "posts-decided")

    return await _as_leader(context, turn, action.network, work)


async def it_is_there(context: Context, turn: Turn, action: ItIsThere) -> list[Reply]:
    """Somebody looked, and it is there."""

    def work(tx: Transaction) -> Card:
        unclear = troubles.it_is_there(tx, action.network, action.post)
        return _card(tx, action.network, context.zone, turn, "posts-noted-there" if unclear else "posts-decided")

    return await _as_leader(context, turn, action.network, work)


def _card(tx: Transaction, network: str, zone: tzinfo, turn: Turn, note: str = "") -> Card:
    said = text(turn.language, note) if note else ""
    return cards.troubles(troubles.every(tx, network), zone, turn.language, note=said)


async def _as_leader(context: Context, turn: Turn, network: str, work: Callable[[Transaction], Card]) -> list[Reply]:
    """In private the network is the one the card came from, which need not be the one last written in."""

    def allowed(tx: Transaction) -> Card | None:
        return work(tx) if networks.is_leader(tx, network, turn.person.id) else None

    card = await context.store.run(allowed)
    return [Replace(card)] if card else [Whisper(text(turn.language, "posts-only-leaders"))]
