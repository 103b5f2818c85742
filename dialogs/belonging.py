"""In private a button means the network whose card it stands on, which need not be the one last written in."""

from dataclasses import replace

from cards.actions import in_network
from cards.payload import InNetwork
from dialogs.context import Context
from dialogs.turn import Form, Place, Replace, Reply, Say, Turn
from knowledge import networks


class NotTheirs(Exception):
    """It is a network that whoever clicked is not known to be in."""


async def of_card(context: Context, turn: Turn) -> Turn:
    """The turn, in the network whose card was clicked. Raises NotTheirs."""
    network = turn.action.network if isinstance(turn.action, InNetwork) else ""
    if turn.place is not Place.PERSONAL or network in {"", turn.network}:
        return turn
    leader = await context.store.run(lambda tx: networks.is_leader(tx, network, turn.person.id))
    if not leader and not await turn.ask_is_in(network):
        raise NotTheirs(network)
    return replace(turn, network=network, leader=leader)


def named(turn: Turn, reply: Reply) -> Reply:
    """The reply, whose buttons say which network they mean where that is not given by where they stand."""
    if turn.place is Place.PERSONAL and isinstance(reply, Say | Replace | Form):
        return replace(reply, card=in_network(reply.card, turn.network))
    return reply
