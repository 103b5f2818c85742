"""What all dialogs about polls and evaluations share: finding one, having it posted, shown anew, closed."""

from dataclasses import asdict
from datetime import datetime, timedelta, tzinfo

from cards import evaluations as evaluation_cards
from cards import polls
from cards.card import Card
from cards.polls import Viewer
from cards.texts import text
from dialogs.turn import Turn, Whisper
from knowledge import networks, posts
from knowledge.personal import Someone
from knowledge.polls import ballots, evaluations, lifecycle
from knowledge.polls.ballots import Voter
from knowledge.polls.lifecycle import POLL, NotAnOption, NotOpen
from knowledge.polls.model import MOST_VIEWERS, Ballot, Poll
from knowledge.posts import Post
from knowledge.store.contract import Transaction

POSTED_WITHIN = timedelta(hours=1)
TOLD_WITHIN = timedelta(days=2)  # of what comes of itself

RESULT, REMINDER = "poll-result", "poll-reminder"


class NoSuchPoll(LookupError):
    """This network has no such poll, or no longer."""


Refused = NoSuchPoll | NotOpen | NotAnOption
REFUSED = (NoSuchPoll, NotOpen, NotAnOption)


def find(tx: Transaction, turn: Turn, id: str) -> Poll:
    """Raises NoSuchPoll."""
    found = lifecycle.find(tx, turn.network, id)
    if found is None:
        raise NoSuchPoll(id)
    return found


def refusal(turn: Turn, why: Refused) -> Whisper:
    """Why nothing was changed."""
    keys = {NoSuchPoll: "poll-gone", NotOpen: "poll-not-open", NotAnOption: "poll-no-option"}
    return Whisper(text(turn.language, keys[type(why)]), secret=True)


def voter(turn: Turn) -> Voter:
    return Voter(turn.person.id, turn.person.name)


def may_manage(turn: Turn, poll: Poll) -> bool:
    return turn.leader or turn.person.id == poll.maker


def own(tx: Transaction, poll: Poll, turn: Turn) -> Ballot | None:
    """What whoever looks has answered."""
    return ballots.find(tx, poll, turn.person.id)


def own_card(tx: Transaction, zone: tzinfo, turn: Turn, poll: Poll) -> Card:
    """The poll as whoever looks may see it."""
    if poll.evaluation and poll.closed_at is not None:
        return result(tx, poll, zone)
    viewer = Viewer(own(tx, poll, turn), may_manage(turn, poll))
    return polls.poll(poll, ballots.count(tx, poll), zone, viewer)


async def audience(turn: Turn, conversation: str) -> tuple[int, tuple[str, ...]]:
    """How many may answer there, and who they are in Teams where they are few enough to be named."""
    members = await turn.ask_members(conversation)
    return len(members), members if len(members) <= MOST_VIEWERS else ()


def begin(tx: Transaction, poll: Poll, zone: tzinfo, now: datetime) -> bool:
    """Make a poll and have it posted; says whether it is new."""
    if not lifecycle.make(tx, poll):
        return False
    card = asdict(drawn(tx, poll, zone))
    posts.intend(tx, poll.network, Post(f"{POLL}/{poll.id}", poll.conversation, "", card, now, now + POSTED_WITHIN))
    return True


def drawn(tx: Transaction, poll: Poll, zone: tzinfo) -> Card:
    """The poll as all see it."""
    return polls.poll(poll, ballots.count(tx, poll), zone)


def redraw(tx: Transaction, poll: Poll, zone: tzinfo, not_before: datetime) -> None:
    """Let all see the poll as it is now."""
    change(tx, poll, POLL, drawn(tx, poll, zone), not_before)


def change(tx: Transaction, poll: Poll, what: str, card: Card, not_before: datetime) -> None:
    """Show another card in the place of a post about the poll."""
    kept = posts.belonging(tx, poll.network, f"{what}/{poll.id}")
    if kept is not None:
        posts.change(tx, poll.network, kept.id, asdict(card), not_before)


def tell(tx: Transaction, poll: Poll, what: str, card: Card, now: datetime) -> None:
    """Post something about the poll in its thread."""
    kept = posts.belonging(tx, poll.network, f"{POLL}/{poll.id}")
    thread = (kept.thread if kept else "") or poll.conversation
    told = Post(f"{what}/{poll.id}", thread, "", asdict(card), now, now + TOLD_WITHIN)
    posts.intend(tx, poll.network, told)


def close(tx: Transaction, poll: Poll, zone: tzinfo, now: datetime) -> Poll:
    """Close a poll and show what it came to; of an evaluation that is a post of its own."""
    closed = lifecycle.close(tx, poll, now)
    redraw(tx, closed, zone, now)
    if closed.evaluation:
        tell(tx, closed, RESULT, result(tx, closed, zone), now)
    return closed


def forget_person(tx: Transaction, person: Someone, now: datetime, *, zone: tzinfo) -> None:
    """Take somebody out of every poll, and out of what is shown of it."""
    for network in list(networks.every(tx)):
        for poll in lifecycle.every(tx, network):
            left = lifecycle.take_out(tx, poll, person.id)
            if left is not None:
                redraw(tx, left, zone, now)
                if left.evaluation and left.closed_at is not None:
                    change(tx, left, RESULT, result(tx, left, zone), now)


def result(tx: Transaction, poll: Poll, zone: tzinfo) -> Card:
    """What a closed evaluation came to."""
    return evaluation_cards.result(poll, ballots.count(tx, poll), evaluations.trend(tx, poll), zone)
