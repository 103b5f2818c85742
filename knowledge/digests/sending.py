"""A digest put together, sent once, and sent again when it is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from knowledge import answers, posts
from knowledge.digests import issues, settings
from knowledge.digests.issues import Digest, Draw, Issue, Occasion
from knowledge.digests.selection import Item, Kind, Period, Source, Standing, select
from knowledge.jobs import Job
from knowledge.posts import Post
from knowledge.store.contract import Transaction

FIRST = timedelta(days=30)  # what the first digest looks back on
LONGEST = timedelta(days=60)  # what one looks back on that has not come for long
LATELY = timedelta(days=30)  # what people ask about
MOST_ASKED = 1000  # questions
OVERLAP = timedelta(minutes=5)  # for what was under way when the last digest was put together
TIMELY = timedelta(hours=12)  # how long it may take to get into Teams


@dataclass(frozen=True, slots=True)
class Desk:
    """Where digests are made: from which sources, in which time zone and language, and how they look as posts.

    `regret` is the card that tells somebody in a thread that theirs could not be delivered in private.
    """

    sources: tuple[Source, ...]
    zone: tzinfo
    language: str
    draw: Draw
    regret: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """Which digest: of a network, called `id` there, and why it comes; or a person's own, on certain themes if any."""

    network: str
    id: str
    occasion: Occasion
    person: str = ""
    themes: tuple[str, ...] = ()

    @property
    def belongs_to(self) -> str:
        """What its post is known by."""
        return f"personal-digest/{self.person}/{self.id}" if self.person else f"digest/{self.id}"


def compose(tx: Transaction, desk: Desk, edition: Edition, now: datetime) -> Digest | None:
    """The digest as it would be now; None where nothing is new."""
    seen = issues.seen(tx, edition.network, edition.person)
    last = seen[0] if seen else None
    since = max(last.at, now - LONGEST) if last else now - FIRST
    asked = answers.asked_about(tx, edition.network, now - LATELY, MOST_ASKED)
    period = Period(edition.network, since - OVERLAP if last else since, now, asked)
    told = {(item.subject, item.at) for issue in seen for item in issue.digest.items}
    found = (item for source in desk.sources for item in source(tx, period))
    groups = select(item for item in _wanted(tx, found, edition) if _is_untold(item, told))
    if not groups:
        return None
    return Digest(edition.id, edition.network, edition.person, edition.occasion, since, groups)


def _wanted(tx: Transaction, items: Iterable[Item], edition: Edition) -> Iterable[Item]:
    """What the settings of the network, or the themes of the person, leave in."""
    if edition.person:
        themes = {*edition.themes}
        own = (each for each in items if each.standing is not Standing.FILLS)
        return (each for each in own if not themes or not themes.isdisjoint(each.themes))
    without = settings.find(tx, edition.network).without
    return (each for each in items if each.kind.section not in without)


def _is_untold(item: Item, told: set[tuple[str, datetime]]) -> bool:
    """Whether no digest has shown it as it is now, or it may be told again; what is listed for who asks was not."""
    return item.standing is not Standing.NEW or (item.subject, item.at) not in told


def send(tx: Transaction, desk: Desk, edition: Edition, now: datetime) -> Issue | None:
    """Have the digest posted, once under its id; None where nothing is new."""
    sent = issues.find(tx, edition.network, edition.id, edition.person)
    if sent is not None:
        return sent
    digest = compose(tx, desk, edition, now)
    if digest is None:
        return None
    conversation = "" if edition.person else settings.find(tx, edition.network).channel
    post = Post(edition.belongs_to, conversation, edition.person, desk.draw(digest), now, now + TIMELY)
    issue = Issue(digest, now, posts.intend(tx, edition.network, post))
    issues.keep(tx, issue)
    again = [item.subject for item in digest.items if item.kind is Kind.CASE_AGAIN]
    issues.remember_again(tx, edition.network, again, now)
    return issue


def run(tx: Transaction, job: Job, now: datetime, desk: Desk) -> datetime | None:
    """The digest that is due in a network; returns when the next one is."""
    plan = settings.plan(settings.find(tx, job.network), desk.zone)
    if plan is None:
        return None
    if not plan.is_in_place(job.due, now):
        return plan.next_working_day(now)
    date = plan.date_of(job.due).isoformat()
    send(tx, desk, Edition(job.network, date, Occasion(plan.recurrence.every)), now)
    return plan.after_run(job.due, now)
