"""Who leads the network: shown to all, appointed by one who does."""

from cards import leaders as cards
from dialogs.context import Context
from dialogs.turn import Place, Reply, Say, Turn
from knowledge import networks, presence
from knowledge.networks import Leader
from knowledge.store.contract import Transaction


async def leaders(context: Context, turn: Turn, _: str) -> list[Reply]:
    """Show the leaders, or appoint those who are mentioned."""
    if not turn.mentions:
        known = await context.store.run(lambda tx: networks.leaders(tx, turn.network))
        return [Say(cards.leaders([each.name for each in known], turn.language))]
    if turn.place is Place.PERSONAL:
        return [Say(cards.only_in_channel(turn.language))]
    appointed = await context.store.run(lambda tx: _appoint(tx, turn))
    return [Say(cards.appointed(appointed, turn.language) if appointed else cards.not_yours(turn.language))]


def _appoint(transaction: Transaction, turn: Turn) -> list[str]:
    """The names of those appointed; none when whoever asks may not. A network without a leader may take one."""
    if not turn.leader and networks.leaders(transaction, turn.network):
        return []
    for person in turn.mentions:
        networks.appoint(transaction, turn.network, Leader(person.id, person.name))
        presence.expect(transaction, person.id, turn.at)
        presence.remember_alias(transaction, person.id, person.alias)
    return [person.name for person in turn.mentions]
