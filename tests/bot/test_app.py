"""What the bot tells about itself, and how it bears the loss of its store."""

from pathlib import Path

from bot.app import CLOCK, create_app
from bot.settings import Settings
from knowledge import jobs
from knowledge.jobs import Job
from tests.bot.clockwork import LONG_AGO, find, schedule
from tests.bot.conftest import Dialogs
from tests.bot.conversation import RunningBot
from tests.bot.loopback import serving


async def test_it_is_alive_and_ready(bot: RunningBot) -> None:
    assert (await bot.get("/healthz")).status == 200
    assert (await bot.get("/readyz")).status == 200


async def test_metrics_count_turns_and_calls(bot: RunningBot) -> None:
    await bot.channel("Anna").say("hej")
    bot.connector.fail_with = 403
    await bot.channel("Anna").say("fel")
    metrics = (await bot.get("/metrics")).body
    assert 'erfa_turns_total{kind="message",outcome="answered"} 1.0' in metrics
    assert 'erfa_turns_total{kind="message",outcome="failed"} 1.0' in metrics
    assert 'erfa_outgoing_calls_total{status="201"} 1.0' in metrics
    assert 'erfa_outgoing_calls_total{status="403"} 1.0' in metrics
    assert "erfa_turn_seconds_count 2.0" in metrics


async def test_without_its_store_it_asks_to_be_tried_again(bot: RunningBot, dialogs: Dialogs) -> None:
    await dialogs.small.store.close()
    [sorry] = await bot.channel("Anna").say("hej")
    assert sorry.text == "Jag kommer inte åt mitt minne just nu. Försök igen om en liten stund."
    ready = await bot.get("/readyz")
    assert (ready.status, ready.body) == (503, "the store cannot be written")
    assert (await bot.get("/healthz")).status == 200


async def test_told_to_stop_it_begins_no_job_while_turns_finish(tmp_path: Path, dialogs: Dialogs) -> None:
    late = Job("housekeeping", LONG_AGO)
    app = create_app(Settings(data=tmp_path), dialogs.open)
    async with serving(app):
        await app.shutdown()
        store = dialogs.small.store
        await schedule(store, late)
        app[CLOCK].wake()
        for _ in range(5):  # the store does in turn what it is asked: a look would have come first
            await store.run(lambda tx: jobs.next_due(tx, late.kind))
        assert await find(store, late) == late
        assert await store.run(lambda tx: jobs.next_due(tx, late.kind)) == LONG_AGO, "it was claimed"
