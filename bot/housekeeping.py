"""Forgetting what has been kept long enough, every night."""

from collections.abc import Callable
from datetime import datetime, time, tzinfo
from functools import partial

import structlog

from bot import farewells
from bot.personal import keepers
from knowledge import answers, jobs, networks, open_questions, posts
from knowledge.jobs import Effect, Job
from knowledge.lessons import lifecycle as lessons
from knowledge.meetings import drafts, labels
from knowledge.polls import lifecycle as polls
from knowledge.recurrence import Every, Recurrence
from knowledge.store.contract import Store, Transaction

KIND = "housekeeping"
AT = time(4, 10)  # not in the hours in which clocks are changed

log = structlog.get_logger()


def nightly(zone: tzinfo) -> Recurrence:
    return Recurrence(Every.DAY, AT, zone)


def begin(tx: Transaction, nights: Recurrence, now: datetime) -> None:
    """Schedule the first night; each schedules the next."""
    if jobs.find(tx, KIND) is None:
        jobs.schedule(tx, Job(KIND, nights.next_after(now)))


async def erase(store: Store, _: Job) -> Effect:
    """See to it that what was deleted for good can be read nowhere."""
    await store.erase()
    return lambda _: None


async def keep_house(store: Store, nights: Recurrence, now: Callable[[], datetime], language: str, job: Job) -> Effect:
    await forget(store, now())
    await farewells.part(store, keepers(nights.zone, language), now().astimezone(nights.zone), language)
    again = nights.after_run(job.due, now())
    return lambda _: again


async def forget(store: Store, now: datetime) -> None:
    """Delete what is past its time: answers, thumbs, talk, posts, polls, lessons, drafts, labels."""
    for network in await store.run(lambda tx: list(networks.every(tx))):
        await _forget_in(store, network, now)


async def _forget_in(store: Store, network: str, now: datetime) -> None:
    """A little at a time, so that nobody waits."""
    forgotten = 0
    while more := await store.run(lambda tx: answers.forget_before(tx, network, now - answers.KEPT)):
        forgotten += more
    after = await store.run(lambda tx: answers.forget_talk(tx, network, now))
    while after:
        after = await store.run(partial(answers.forget_talk, network=network, now=now, after=after))
    after = await store.run(partial(posts.forget, network=network, now=now))
    while after:
        after = await store.run(partial(posts.forget, network=network, now=now, after=after))
    after = await store.run(partial(lessons.forget_before, network=network, moment=now - lessons.KEPT))
    while after:
        after = await store.run(partial(lessons.forget_before, network=network, moment=now - lessons.KEPT, after=after))
    await store.run(lambda tx: open_questions.forget_before(tx, network, now - open_questions.KEPT))
    await store.run(partial(polls.forget, network=network, now=now))
    await store.run(lambda tx: drafts.forget_before(tx, network, now - drafts.KEPT))
    while await store.run(lambda tx: labels.forget_before(tx, network, now - labels.KEPT)):
        pass
    log.info("forgotten", network=network, answers=forgotten)
