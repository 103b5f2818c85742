"""What there is to tell: of meetings, the library, open questions, polls, talks, people who want to be found."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from knowledge import open_questions, people, posts
from knowledge.digests import issues
from knowledge.digests.selection import Item, Kind, Period, Standing
from knowledge.gatherings import lifecycle as gatherings
from knowledge.library import catalogue
from knowledge.library.catalogue import News
from knowledge.meetings import commitments, shelf, summaries
from knowledge.open_questions import OpenQuestion
from knowledge.polls import lifecycle
from knowledge.polls.model import Poll
from knowledge.posts import Spot
from knowledge.rounds import records
from knowledge.rounds.lifecycle import ROUND
from knowledge.store.contract import Transaction

MOST_READ = 5000
REMAIN_FOR = timedelta(weeks=4)  # so long is an unanswered question told of again
MOST_REMAINING = 2
MOST_CANDIDATES = 50
SOON = timedelta(days=7)  # an action is due, so that who reminds of it does so in time
OVERDUE_FOR = timedelta(days=60)
OLD_AFTER = timedelta(days=60)

NEW, CHANGED, REMAINING, OLDER = 3.0, 2.0, 1.0, 0.5
INTEREST = 1.0  # what being asked about adds at most,
MUCH_ASKED = 5  # when as many asked


def cases(tx: Transaction, period: Period) -> Iterable[Item]:
    """Cases that came or changed."""
    for news in catalogue.news(tx, period.network, period.since, MOST_READ):
        if news.at <= period.until:
            yield _came_or_changed(news, period)


def gatherings_ahead(tx: Transaction, period: Period) -> Iterable[Item]:
    """Meetings to come: the new and the moved ones, and those that were told of before."""
    for each in gatherings.ahead(tx, period.network, period.until):
        standing = Standing.NEW if each.changed_at >= period.since else Standing.REMAINS
        yield Item(Kind.GATHERING, each.id, each.plan.title, each.plan.starts, NEW, standing, themes=each.plan.themes)


def questions(tx: Transaction, period: Period) -> Iterable[Item]:
    """Questions that want an answer: the new ones, and those of the ones before that touch on most."""
    before = []
    for each in open_questions.since(tx, period.network, period.since - REMAIN_FOR, MOST_READ):
        if each.kept < period.since:
            before.append(_remains(each, period))
        elif each.kept <= period.until:
            yield _is_new(each, period)
    yield from sorted(before, key=lambda item: item.worth, reverse=True)[:MOST_REMAINING]


def meetings(tx: Transaction, period: Period) -> Iterable[Item]:
    """Meetings whose summaries were published: everybody has seen the posts, so they are no reason for a digest."""
    for each in summaries.every(tx, period.network):
        if each.published and period.since <= each.published <= period.until:
            kind, standing = Kind.MEETING, Standing.REMAINS
            yield Item(kind, shelf.case_id(each.id), each.title, each.published, CHANGED, standing)


def due_actions(tx: Transaction, period: Period) -> Iterable[Item]:
    """What is still to be done after meetings, in the days to come or since lately; each is told once."""
    today = period.until.date()
    for each in commitments.unfinished(tx, period.network, today - OVERDUE_FOR):
        if each.due and each.due <= today + SOON:
            kind = Kind.OVERDUE_ACTION if each.due < today else Kind.DUE_ACTION
            name = f"{each.owner}: {each.text}" if each.owner else each.text
            yield Item(kind, f"{each.meeting}/{each.id}", name, datetime.combine(each.due, time(), UTC), NEW)


def polls(tx: Transaction, period: Period) -> Iterable[Item]:
    """Polls that can be answered, the new ones first, and those that closed."""
    for poll in lifecycle.every(tx, period.network):
        if poll.is_open(period.until):
            yield _can_be_answered(tx, poll, period)
        elif period.since <= poll.ends_at <= period.until:
            spot = _spot(tx, poll)
            yield Item(Kind.CLOSED_POLL, poll.id, poll.title, poll.ends_at, CHANGED, spot=spot)


def open_rounds(tx: Transaction, period: Period) -> Iterable[Item]:
    """Rounds of talks that can be joined: how large the groups are to be, and not who is in."""
    for each in records.rounds(tx, period.network):
        if each.is_open(period.until):
            standing = Standing.NEW if each.called_at >= period.since else Standing.REMAINS
            spot = posts.spot(tx, period.network, f"{ROUND}/{each.id}")
            yield Item(Kind.OPEN_ROUND, each.id, "", each.closes_at, NEW, standing, count=each.size, spot=spot)


def contacts(tx: Transaction, period: Period) -> Iterable[Item]:
    """How many more want to be found. Who they are is not kept with the digest: they may change their minds."""
    today = period.until.date()
    since = (each.findable for each in people.findable(tx, period.network, today) if each.findable)
    new = [moment for moment in since if period.since <= moment <= period.until]
    if new:
        yield Item(Kind.CONTACTS, "contacts", "", max(new), CHANGED, count=len(new))


def older_case(tx: Transaction, period: Period) -> Iterable[Item]:
    """The cases that most asked about, but none that is new, nor one told of as older in the last half year."""
    asked = sorted(period.asked.items(), key=lambda each: (-each[1], each[0]))
    found = (_again(tx, period, id, times) for id, times in asked[:MOST_CANDIDATES])
    return filter(None, found)


def _again(tx: Transaction, period: Period, id: str, asked: int) -> Item | None:
    if issues.told_again(tx, period.network, id, period.until):
        return None
    case = catalogue.label(tx, period.network, id)
    if case is None or (case.at is not None and period.until - case.at < OLD_AFTER):
        return None
    worth, fills = OLDER + _interest(asked), Standing.FILLS
    return Item(Kind.CASE_AGAIN, id, case.title, period.until, worth, fills, themes=case.themes, count=asked)


def _came_or_changed(news: News, period: Period) -> Item:
    came = news.added is not None and news.added >= period.since
    kind, worth = (Kind.NEW_CASE, NEW) if came else (Kind.CHANGED_CASE, CHANGED)
    worth += _interest(period.asked.get(news.case, 0))
    return Item(kind, news.case, news.title, news.at, worth, themes=news.themes)


def _is_new(question: OpenQuestion, period: Period) -> Item:
    worth = NEW + _touches(question, period)
    return Item(Kind.QUESTION, question.id, question.question, question.kept, worth, themes=question.themes)


def _remains(question: OpenQuestion, period: Period) -> Item:
    worth, title = REMAINING + _touches(question, period), question.question
    kind, standing = Kind.WAITING_QUESTION, Standing.REMAINS
    return Item(kind, question.id, title, question.kept, worth, standing, themes=question.themes)


def _can_be_answered(tx: Transaction, poll: Poll, period: Period) -> Item:
    is_new = poll.made_at >= period.since
    worth, standing = (NEW, Standing.NEW) if is_new else (REMAINING, Standing.REMAINS)
    spot = _spot(tx, poll)
    return Item(Kind.OPEN_POLL, poll.id, poll.title, poll.closes_at, worth, standing, spot=spot)


def _spot(tx: Transaction, poll: Poll) -> Spot | None:
    return posts.spot(tx, poll.network, f"{lifecycle.POLL}/{poll.id}")


def _touches(question: OpenQuestion, period: Period) -> float:
    """How much the question's cases are asked about, beside the question itself."""
    return _interest(max([0, *(period.asked.get(each, 0) for each in question.cases)]) - 1)


def _interest(asked: int) -> float:
    return INTEREST * min(max(asked, 0), MUCH_ASKED) / MUCH_ASKED
