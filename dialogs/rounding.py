"""What all dialogs about rounds share: finding one, drawing it and its groups, having that posted and shown anew."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta, tzinfo
from typing import Any

from cards import round_forms, rounds, triads
from cards.card import Card
from cards.rounds import Count
from cards.texts import text
from cards.triads import Shown
from dialogs.context import Context
from dialogs.turn import Reply, Turn, Whisper
from knowledge import jobs, networks, people, posts
from knowledge.personal import Someone
from knowledge.posts import Post
from knowledge.rounds import forming, keeping, lifecycle, records, times
from knowledge.rounds.lifecycle import FORM, ROUND, NotAsked, NotOpen, NotYours, Paused, StillRunning
from knowledge.rounds.model import Group, Round
from knowledge.rounds.reasons import reasons
from knowledge.store.contract import Transaction

POSTED_WITHIN = timedelta(hours=1)
TOLD_WITHIN = timedelta(days=2)  # of what comes of itself
NEWS, PRIVATE, TRIAD, MET = "round-news", "round-private", "triad", "triad-met"


class NoSuchRound(LookupError):
    """This network has no such round, or no longer."""


Refused = NoSuchRound | NotOpen | NotAsked | Paused | NotYours | StillRunning
REFUSED = (NoSuchRound, NotOpen, NotAsked, Paused, NotYours, StillRunning)
_WHY: dict[type[Exception], str] = {
    NoSuchRound: "round-gone",
    NotOpen: "round-not-open",
    NotAsked: "round-not-asked",
    Paused: "round-paused",
    NotYours: "triad-gone",
    StillRunning: "round-still-running",
}


def refusal(turn: Turn, why: Refused) -> Whisper:
    """Why nothing was changed."""
    return Whisper(text(turn.language, _WHY[type(why)]), secret=True)


async def answered(context: Context, turn: Turn, work: Callable[[Transaction], list[Reply]]) -> list[Reply]:
    """What came of it, or why nothing did."""
    try:
        return await context.store.run(work)
    except REFUSED as why:
        return [refusal(turn, why)]


def find(tx: Transaction, turn: Turn, id: str) -> Round:
    """Raises NoSuchRound."""
    found = records.find(tx, turn.network, id)
    if found is None:
        raise NoSuchRound(id)
    return found


def running(tx: Transaction, network: str) -> Round | None:
    """The round that goes on."""
    return next((each for each in records.rounds(tx, network) if lifecycle.is_running(tx, each)), None)


def count(tx: Transaction, round: Round) -> Count:
    """How many are in it; by name where all may see that."""
    everybody = records.participants(tx, round)
    return Count(len(everybody), tuple(each.name for each in everybody) if round.named else ())


def standing(tx: Transaction, round: Round) -> round_forms.Standing:
    groups = list(records.groups(tx, round))
    agreed = sum(group.agreed_at is not None for group in groups)
    return round_forms.Standing(round, count(tx, round), agreed, len(groups) - agreed)


def shown(tx: Transaction, group: Group, zone: tzinfo, language: str) -> Shown:
    """A group as it is drawn."""
    found = {person: people.find(tx, group.network, person) for person in group.people}
    profiles = {person: profile for person, profile in found.items() if profile}
    why = reasons([forming.candidate(profile) for profile in profiles.values()])
    protocol = records.protocol(tx, group.network) or text(language, "round-protocol-usual")
    return Shown(group, profiles, why, protocol, times.proposed(group.agreed_at or group.proposed_at, zone), zone)


def own_card(tx: Transaction, zone: tzinfo, turn: Turn, round: Round, note: str = "") -> Card:
    """What a round is to whoever looks, and nobody else's business."""
    held = records.participant(tx, round, turn.person.id)
    if round.is_open(turn.at):
        return rounds.invitation(round, count(tx, round), zone, joined=held is not None, note=note)
    if held is None:
        return rounds.status(round, "round-own-not-in")
    group = records.group(tx, round.network, held.group) if held.group else None
    if group is not None:
        proposed = shown(tx, group, zone, round.language)
        if group.agreed_at is not None:
            return triads.own(proposed, turn.person.id, round.language)
        return triads.proposal(proposed, turn.person.id, round.language)
    if round.closed_at is None or jobs.find(tx, FORM, round.network, round.id) is not None:
        return rounds.status(round, "round-own-forming")
    return rounds.status(round, "round-own-none", "round-own-none-how")


def begin(tx: Transaction, round: Round, zone: tzinfo, now: datetime) -> None:
    """Call a round in the channel. Raises StillRunning."""
    lifecycle.call(tx, round)
    card = asdict(drawn(tx, round, zone))
    called = Post(f"{ROUND}/{round.id}", round.conversation, "", card, now, now + POSTED_WITHIN)
    posts.intend(tx, round.network, called)


def drawn(tx: Transaction, round: Round, zone: tzinfo) -> Card:
    """The round as all see it."""
    return rounds.call(round, count(tx, round), zone)


def redraw(tx: Transaction, round: Round, zone: tzinfo, not_before: datetime) -> None:
    """Let all see the round as it is now."""
    kept = posts.belonging(tx, round.network, f"{ROUND}/{round.id}")
    if kept is not None:
        posts.change(tx, round.network, kept.id, asdict(drawn(tx, round, zone)), not_before)


def close(tx: Transaction, round: Round, zone: tzinfo, now: datetime) -> Round:
    """Take nobody more, and show that."""
    closed = lifecycle.close(tx, round, now)
    redraw(tx, closed, zone, now)
    return closed


def take_back(tx: Transaction, round: Round, now: datetime) -> None:
    """Let there be no such round, nor what was posted about it and its groups."""
    names = [f"{what}/{group.id}" for group in records.groups(tx, round) for what in (NEWS, TRIAD, MET)]
    for name in (f"{ROUND}/{round.id}", *names):
        kept = posts.belonging(tx, round.network, name)
        if kept is not None:
            posts.take_back(tx, round.network, kept.id, now)
    lifecycle.cancel(tx, round)


def tell(tx: Transaction, round: Round, belongs_to: str, card: Card, now: datetime) -> None:
    """Post something in the thread of the round, naming nobody."""
    kept = posts.belonging(tx, round.network, f"{ROUND}/{round.id}")
    thread = (kept.thread if kept else "") or round.conversation
    posts.intend(tx, round.network, Post(belongs_to, thread, "", asdict(card), now, now + TOLD_WITHIN))


def for_one(person: str, belongs_to: str, card: Card, now: datetime, about: tuple[str, ...] = ()) -> Post:
    """Something for somebody's own chat; `about` are the others whom it names."""
    return Post(f"{PRIVATE}/{belongs_to}", "", person, asdict(card), now, now + TOLD_WITHIN, about)


def tell_privately(tx: Transaction, network: str, told: Post) -> None:
    """Post it where there is such a chat: what they must know they see in the channel as well."""
    if networks.chat(tx, told.person) is not None:
        posts.intend(tx, network, told)


def thread(tx: Transaction, group: Group, round: Round, zone: tzinfo) -> dict[str, Any]:
    """What the thread of a group that has agreed begins with."""
    return asdict(triads.agreed(shown(tx, group, zone, round.language), round.language))


def forget_person(tx: Transaction, person: Someone, now: datetime, *, zone: tzinfo) -> None:
    """Take somebody out of every round, and out of what is shown of it; the others of a group keep their thread."""
    of_all = [round for network in networks.every(tx) for round in records.rounds(tx, network)]
    theirs = [(round, group) for round in of_all for group in records.groups(tx, round) if group.has(person.id)]
    keeping.forget_person(tx, person, now)
    for round, before in theirs:
        group = records.group(tx, round.network, before.id)
        if group and group.agreed_at and group.people:
            _rename(tx, group, TRIAD, thread(tx, group, round, zone), now)
            _rename(tx, group, MET, asdict(triads.met(group, round.language)), now)
    for round in of_all:
        if round.closed_at is None:
            redraw(tx, round, zone, now)


def _rename(tx: Transaction, group: Group, what: str, card: Mapping[str, Any], now: datetime) -> None:
    """Show a post of a group anew, naming those who are left of it."""
    kept = posts.belonging(tx, group.network, f"{what}/{group.id}")
    if kept is not None:
        posts.rename(tx, kept, card, group.people, now)
