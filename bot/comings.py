"""People who come into a team and leave it, as far as Teams tells."""

from dataclasses import asdict
from datetime import datetime, timedelta

from bot import reading
from bot.activity import Account, Inbound
from cards import leaders
from dialogs.turn import Place
from knowledge import networks, people, posts, presence
from knowledge.digests import personal
from knowledge.posts import Post
from knowledge.rounds import keeping
from knowledge.store.contract import Transaction

TOLD_WITHIN = timedelta(days=2)


def tells(activity: Inbound) -> bool:
    """Whether it says that people came into a team or left it."""
    told = activity.type == "conversationUpdate" and reading.place(activity) is Place.CHANNEL
    return told and bool(_people(activity, activity.members_added) or _people(activity, activity.members_removed))


def note(tx: Transaction, activity: Inbound, now: datetime, language: str) -> None:
    """Whoever left has no part in the network; back again they have the one they had, but are no leader by that."""
    network = reading.home(activity)
    gone = [_known(tx, member) for member in _people(activity, activity.members_removed)]
    for person in gone:
        people.leave(tx, network, person, now)
        keeping.leave_network(tx, network, person, now)
        personal.stop(tx, network, person)
        presence.leave(tx, network, person)
    led = [person for person in gone if networks.dismiss(tx, network, person)]
    if led and not networks.leaders(tx, network):
        _tell_all(tx, activity, now, language)
    for person in (_known(tx, member) for member in _people(activity, activity.members_added)):
        people.come_back(tx, network, person)
        presence.come_back(tx, network, person)


def _tell_all(tx: Transaction, activity: Inbound, now: datetime, language: str) -> None:
    """The last leader left, and there is nobody else to be told."""
    card = asdict(leaders.left(language))
    told = Post(f"leaders-left/{now.isoformat()}", reading.channel(activity), "", card, now, now + TOLD_WITHIN)
    posts.intend(tx, reading.home(activity), told)


def _people(activity: Inbound, members: tuple[Account, ...]) -> list[Account]:
    return [member for member in members if member.id != activity.recipient.id and member.lasting_id]


def _known(tx: Transaction, member: Account) -> str:
    """Under their lasting id, also where Teams gives only its own: whoever has ever clicked is known under both."""
    return member.aad_object_id or presence.person_of(tx, member.id)
