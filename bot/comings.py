"""People who come into a team and leave it, as far as Teams tells."""

from datetime import datetime

from bot import reading
from bot.activity import Account, Inbound
from dialogs.turn import Place
from knowledge import people, presence
from knowledge.rounds import keeping
from knowledge.store.contract import Transaction


def tells(activity: Inbound) -> bool:
    """Whether it says that people came into a team or left it."""
    told = activity.type == "conversationUpdate" and reading.place(activity) is Place.CHANNEL
    return told and bool(_people(activity, activity.members_added) or _people(activity, activity.members_removed))


def note(tx: Transaction, activity: Inbound, now: datetime) -> None:
    """Whoever left is neither found nor matched, until they are back."""
    network = reading.home(activity)
    for member in _people(activity, activity.members_removed):
        person = _known(tx, member)
        people.leave(tx, network, person, now)
        keeping.leave_network(tx, network, person, now)
    for member in _people(activity, activity.members_added):
        people.come_back(tx, network, _known(tx, member))


def _people(activity: Inbound, members: tuple[Account, ...]) -> list[Account]:
    return [member for member in members if member.id != activity.recipient.id and member.lasting_id]


def _known(tx: Transaction, member: Account) -> str:
    """Under their lasting id, also where Teams gives only its own: whoever has ever clicked is known under both."""
    return member.aad_object_id or presence.person_of(tx, member.id)
