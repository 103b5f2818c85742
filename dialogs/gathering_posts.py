"""What all dialogs about planned meetings share: finding one, having it posted, shown anew, told of, taken back."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from cards import gatherings
from cards.card import Card
from cards.gatherings import Standing
from dialogs.context import Context
from knowledge import posts
from knowledge.exercises import sessions
from knowledge.gatherings import lifecycle
from knowledge.gatherings.model import Gathering, Plan
from knowledge.jobs import Job
from knowledge.posts import Post, State
from knowledge.store.contract import Transaction

POSTED_WITHIN = timedelta(hours=1)
TOLD_WITHIN = timedelta(days=2)  # what comes of itself

POST, NEWS, REMINDER = "gathering", "gathering-news", "gathering-reminder"


def calendar(context: Context, gathering: Gathering) -> str:
    """The address of the calendar file of a meeting; empty where it has none."""
    return f"{context.address}/calendar/{gathering.link}.ics" if context.address else ""


def standing(tx: Transaction, context: Context, gathering: Gathering, *, ahead: bool = True) -> Standing:
    return Standing(gathering, lifecycle.turnout(tx, gathering), calendar(context, gathering), ahead)


def draw(tx: Transaction, context: Context, gathering: Gathering) -> Card:
    return gatherings.gathering(standing(tx, context, gathering), context.zone)


def begin(tx: Transaction, context: Context, gathering: Gathering, now: datetime) -> bool:
    """Plan a meeting and have it posted; says whether it is new."""
    if not lifecycle.plan(tx, gathering, context.zone):
        return False
    drawn = asdict(draw(tx, context, gathering))
    post = Post(_name(gathering), gathering.conversation, "", drawn, now, now + POSTED_WITHIN)
    posts.intend(tx, gathering.network, post)
    return True


def change(tx: Transaction, context: Context, gathering: Gathering, plan: Plan, now: datetime) -> None:
    """Plan it otherwise and show it so; that it is held at another time or place is said as well. Raises NotAhead."""
    changed = lifecycle.change(tx, gathering, plan, context.zone, now)
    redraw(tx, context, changed, now)
    if lifecycle.is_moved(gathering, changed) or plan.place != gathering.plan.place:
        told = gatherings.moved(changed, gathering.plan, context.zone)
        _tell(tx, changed, _news(changed, told, now), now)


def cancel(tx: Transaction, context: Context, gathering: Gathering, now: datetime) -> None:
    """Raises NotAhead."""
    cancelled = lifecycle.cancel(tx, gathering, now)
    redraw(tx, context, cancelled, now)
    _tell(tx, cancelled, _news(cancelled, gatherings.cancelled(cancelled, context.zone), now), now)


def delete(tx: Transaction, gathering: Gathering, now: datetime) -> None:
    """Delete it with all that was posted about it."""
    lifecycle.delete(tx, gathering)
    names = [_name(gathering), *gathering.told]
    for session in sessions.of(tx, gathering.network, gathering.id):
        sessions.delete(tx, session)
        names.append(session_post(session.id))
    for name in names:
        kept = posts.belonging(tx, gathering.network, name)
        if kept:
            posts.take_back(tx, gathering.network, kept.id, now)


def redraw(tx: Transaction, context: Context, gathering: Gathering, not_before: datetime) -> None:
    """Let all see the meeting as it is now."""
    kept = posts.belonging(tx, gathering.network, _name(gathering))
    if kept is not None:
        posts.change(tx, gathering.network, kept.id, asdict(draw(tx, context, gathering)), not_before)


def redraw_in_time(tx: Transaction, job: Job, now: datetime, *, context: Context) -> None:
    """When somebody has answered; not more often than the card may change."""
    gathering = lifecycle.find(tx, job.network, job.subject)
    if gathering is not None:
        posts.redraw(tx, job.network, _name(gathering), asdict(draw(tx, context, gathering)), now)


def remind(tx: Transaction, job: Job, now: datetime, *, context: Context) -> None:
    """The day before; late is better than not, as long as it has not begun."""
    gathering = lifecycle.find(tx, job.network, job.subject)
    if gathering is None or not gathering.is_ahead(now):
        return
    starts = gathering.plan.starts
    name = f"{REMINDER}/{gathering.id}/{starts.isoformat()}"
    _tell(tx, gathering, _News(name, gatherings.reminder(gathering, context.zone), starts), now)


@dataclass(frozen=True, slots=True)
class _News:
    """What is posted about a meeting beside its own post, under which name, until when at the latest."""

    name: str
    card: Card
    until: datetime


def _news(gathering: Gathering, told: Card, now: datetime) -> _News:
    return _News(f"{NEWS}/{gathering.id}/{gathering.sequence}", told, now + TOLD_WITHIN)


def _tell(tx: Transaction, gathering: Gathering, news: _News, now: datetime) -> None:
    """Post something about it in its thread; what waits to be posted is no longer so."""
    for before in gathering.told:
        kept = posts.belonging(tx, gathering.network, before)
        if kept and kept.state is State.WAITING:
            posts.take_back(tx, gathering.network, kept.id, now)
    posts.intend(
        tx, gathering.network, Post(news.name, thread_of(tx, gathering), "", asdict(news.card), now, news.until)
    )
    lifecycle.save(tx, replace(gathering, told=(*gathering.told, news.name)))


def session_post(session: str) -> str:
    """The name of the post of an exercise that was put out."""
    return f"exercise/{session}"


def thread_of(tx: Transaction, gathering: Gathering) -> str:
    """The thread that its post began; the channel while that is not there."""
    at_top = posts.belonging(tx, gathering.network, _name(gathering))
    return (at_top.thread if at_top else "") or gathering.conversation


def _name(gathering: Gathering) -> str:
    return f"{POST}/{gathering.id}"
