"""What has been kept long enough is forgotten: by the running bot, in the night."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.housekeeping import KIND
from bot.routes import open_routes
from knowledge import answers, assignments, jobs, posts
from knowledge.answers import Given
from knowledge.ask import answer
from knowledge.exercises import sessions
from knowledge.gatherings import drafts as planned_drafts
from knowledge.gatherings import lifecycle
from knowledge.meetings import drafts, labels
from knowledge.posts import Post
from knowledge.store.contract import Transaction
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.keys import prefix
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Clock, RunningBot, running
from tests.cards import assignment_samples, exercise_samples, gathering_samples, meeting_samples
from tests.knowledge import cases
from tests.patience import until

NETWORK = "19:dalarna@thread.tacv2"
EVENING = datetime(2026, 3, 5, 20, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 6, 3, 10, tzinfo=UTC)  # 04:10 in Stockholm
DONE = f'erfa_jobs_total{{kind="{KIND}",outcome="done"}} 1.0'


async def house_kept(bot: RunningBot) -> None:
    async def is_counted() -> bool:
        return DONE in (await bot.get("/metrics")).body

    await until(is_counted)


async def kept(folder: Path) -> tuple[int, datetime | None]:
    """How many answers are kept in the stopped bot, and when it next keeps house."""

    def look(tx: Transaction) -> tuple[int, datetime | None]:
        return len(tx.query(prefix("networks", NETWORK, "answers"))), jobs.next_due(tx, KIND)

    store = await EmbeddedStore.open(folder)
    found = await store.run(look)
    await store.close()
    return found


async def keep_an_answer(folder: Path, at: datetime) -> None:
    given = Given(answers.new_id(at), answer(cases.library(), "vad kostade marken i Norrbacka?"), "sv", "thread")
    store = await EmbeddedStore.open(folder)
    await store.run(lambda tx: answers.keep(tx, NETWORK, given, at))
    await store.close()


async def test_every_night_and_once_for_nights_that_were_missed(tmp_path: Path, dialogs: Dialogs) -> None:
    await keep_an_answer(tmp_path, EVENING - answers.KEPT)
    clock = Clock(EVENING)
    async with running(tmp_path, dialogs.open, clock) as bot:
        await bot.channel("Anna").say("hej")
    assert await kept(tmp_path) == (1, NIGHT)
    clock.time = NIGHT
    async with running(tmp_path, dialogs.open, clock) as bot:
        await house_kept(bot)
    assert await kept(tmp_path) == (0, NIGHT + timedelta(days=1))
    await keep_an_answer(tmp_path, EVENING - answers.KEPT)
    clock.pass_(days=3, hours=1)
    async with running(tmp_path, dialogs.open, clock) as bot:
        await house_kept(bot)
    assert await kept(tmp_path) == (0, NIGHT + timedelta(days=4))


async def test_drafts_and_labels_are_forgotten_in_their_time(tmp_path: Path, dialogs: Dialogs) -> None:
    clock, made = Clock(EVENING), meeting_samples.DRAFT
    async with running(tmp_path, dialogs.open, clock) as bot:
        await bot.store.run(lambda tx: drafts.save(tx, NETWORK, made, EVENING))
        await bot.store.run(lambda tx: labels.keep(tx, NETWORK, made, EVENING))
        for passed, left in ((timedelta(days=88), 9), (drafts.KEPT, 8), (labels.KEPT, 0)):
            clock.time = EVENING + passed + timedelta(days=1)
            await bot.settle()
            stored = [entry.key for entry in await bot.stored()]
            assert sum("/drafts/" in each or "/labels/" in each for each in stored) == left


async def test_a_restart_does_not_put_it_off(tmp_path: Path, dialogs: Dialogs) -> None:
    for time in (EVENING, NIGHT - timedelta(minutes=1)):
        async with running(tmp_path, dialogs.open, Clock(time)) as bot:
            await bot.channel("Anna").say("hej")
    async with running(tmp_path, dialogs.open, Clock(NIGHT + timedelta(minutes=1))) as bot:
        await house_kept(bot)
    assert await kept(tmp_path) == (0, NIGHT + timedelta(days=1))


async def test_at_night_where_the_network_is(tmp_path: Path, dialogs: Dialogs) -> None:
    async with running(tmp_path, dialogs.open, Clock(EVENING), timezone="Europe/Helsinki") as bot:
        await bot.channel("Anna").say("hej")
    assert await kept(tmp_path) == (0, NIGHT - timedelta(hours=1))


async def test_posts_are_forgotten_too(tmp_path: Path, dialogs: Dialogs) -> None:
    long_ago = EVENING - posts.KEPT - timedelta(days=1)
    post = Post("digest/1", "19:dalarna@thread.tacv2", "", {}, long_ago, long_ago)
    clock = Clock(EVENING)
    async with running(tmp_path, dialogs.open, clock) as bot:
        id = await bot.store.run(lambda tx: posts.intend(tx, NETWORK, post))
        await bot.store.run(lambda tx: posts.take_back(tx, NETWORK, id, long_ago))
    clock.time = NIGHT
    async with running(tmp_path, dialogs.open, clock) as bot:
        await house_kept(bot)
        assert await bot.store.run(lambda tx: posts.find(tx, NETWORK, id)) is None


async def test_meetings_assignments_and_exercises_are_forgotten_in_their_time(tmp_path: Path, dialogs: Dialogs) -> None:
    clock = Clock(EVENING)
    given, out = replace(assignment_samples.GIVEN, network=NETWORK), replace(exercise_samples.SESSION, network=NETWORK)
    planned = gathering_samples.gathering(network=NETWORK)
    async with running(tmp_path, open_routes, clock) as bot:
        await bot.store.run(lambda tx: assignments.give(tx, given))
        await bot.store.run(lambda tx: sessions.put_out(tx, out))
        await bot.store.run(lambda tx: lifecycle.plan(tx, planned, UTC))
        await bot.store.run(lambda tx: planned_drafts.save(tx, NETWORK, planned_drafts.Draft("Risk"), EVENING))
        clock.time = EVENING + planned_drafts.KEPT + timedelta(days=1)
        await bot.settle()
        assert await bot.store.run(lambda tx: planned_drafts.find(tx, NETWORK)) is None
        assert await bot.store.run(lambda tx: lifecycle.find(tx, NETWORK, planned.id)) == planned
        clock.time = EVENING + timedelta(days=800)
        await bot.settle()
        for every in (assignments.every, sessions.every, lifecycle.every):
            assert await bot.store.run(partial(every, network=NETWORK)) == []
