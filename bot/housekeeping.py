"""Forgetting what has been kept long enough, every night."""

from collections.abc import Callable
from datetime import datetime, time, tzinfo
from functools import partial

import structlog

from bot import farewells
from bot.personal import keepers
from knowledge import answers, assignments, networks, open_questions, posts
from knowledge.exercises import sessions
from knowledge.gatherings import drafts as planned_drafts
from knowledge.gatherings import keeping as planned
from knowledge.jobs import Effect, Job
from knowledge.lessons import lifecycle as lessons
from knowledge.meetings import drafts, labels
from knowledge.polls import lifecycle as polls
from knowledge.recurrence import Every, Recurrence
from knowledge.rounds import keeping as rounds
from knowledge.store.contract import Store

KIND = "housekeeping"
AT = time(4, 10)  # not in the hours in which clocks are changed

log = structlog.get_logger()


def nightly(zone: tzinfo) -> Recurrence:
    return Recurrence(Every.DAY, AT, zone)


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
    """Delete what is past its time, of every capability that keeps something."""
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
    await store.run(partial(assignments.forget, network=network, now=now))
    await store.run(partial(sessions.forget, network=network, now=now))
    await store.run(partial(planned.forget, network=network, now=now))
    await store.run(lambda tx: planned_drafts.forget_before(tx, network, now - planned_drafts.KEPT))
    await store.run(partial(rounds.forget, network=network, now=now))
    await store.run(lambda tx: drafts.forget_before(tx, network, now - drafts.KEPT))
    while await store.run(lambda tx: labels.forget_before(tx, network, now - labels.KEPT)):
        pass
    log.info("forgotten", network=network, answers=forgotten)
