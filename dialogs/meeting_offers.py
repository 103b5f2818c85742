"""A draft that nobody asked for: made of what Teams wrote down of a leader's meeting, offered to whoever called it."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from cards import meeting_drafts as cards
from cards.actions import in_network
from cards.card import Card
from cards.help import notice
from dialogs.meeting_making import Unusable, keep
from knowledge import networks, posts, presence
from knowledge.meetings.drafts import Draft
from knowledge.meetings.ended import Ended
from knowledge.posts import Post
from knowledge.store.contract import Transaction

OFFERED_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Offer:
    """To `person`, who leads the `network` and called the meeting that `ended`."""

    ended: Ended
    network: str
    person: str
    language: str


def network_of(tx: Transaction, ended: Ended, organizer: str) -> str:
    """The network that the meeting is one of: its team, or one that its organiser leads; empty where there is none.

    Who adds the app to a meeting leads that chat: only those who lead nothing else mean it. What others called is
    nobody's business.
    """
    others = () if ended.in_team else (presence.network_of(tx, organizer), *networks.every(tx))
    led = (each for each in others if each not in {"", ended.home} and networks.is_leader(tx, each, organizer))
    return next(led, ended.home if networks.is_leader(tx, ended.home, organizer) else "")


def offer(tx: Transaction, to: Offer, made: Draft, now: datetime) -> None:
    """Keep the draft and say so: in private if there is a chat, else where the meeting was, without what it says."""
    draft = keep(tx, to.network, made, to.person, now)
    private = _has_chat(tx, to)
    ready = in_network(cards.ready(draft, to.language), to.network)
    card = ready if private else cards.ready_elsewhere(draft, to.language)
    _tell(tx, to, f"transcript/{draft.id}", card, now)


def regret(tx: Transaction, to: Offer, why: Unusable, now: datetime) -> None:
    """Say why there is no draft, where nobody else reads it."""
    if _has_chat(tx, to):
        card = notice(why.said(to.language), to.language)
        _tell(tx, to, f"transcript/{to.ended.id}/{to.ended.at:%Y%m%d%H%M}", card, now)


def _has_chat(tx: Transaction, to: Offer) -> bool:
    """Whether there is a private chat in which they speak to this network."""
    here = presence.network_of(tx, to.person) == to.network
    return here and networks.chat(tx, to.person) is not None


def _tell(tx: Transaction, to: Offer, about: str, card: Card, now: datetime) -> None:
    private = _has_chat(tx, to)
    conversation, person = ("", to.person) if private else (to.ended.conversation, "")
    posts.intend(tx, to.network, Post(about, conversation, person, asdict(card), now, now + OFFERED_WITHIN))
