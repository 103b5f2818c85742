"""Nothing is done twice for a date and nothing is lost, whatever happens to the time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Handler
from knowledge import jobs
from knowledge.jobs import Job
from knowledge.recurrence import Every, Recurrence
from knowledge.store.contract import Store
from tests.bot import clockwork
from tests.bot.clockwork import DIGEST, entries, periodical, schedule
from tests.bot.conversation import Clock as Time

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY, HOUR, HALF_AN_HOUR = timedelta(days=1), timedelta(hours=1), timedelta(minutes=30)
NINE = Recurrence(Every.DAY, time(9, 0), STOCKHOLM)
TUESDAYS = Recurrence(Every.WEEK, time(9, 0), STOCKHOLM, weekday=1)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


async def begin(store: Store, recurrence: Recurrence, moment: datetime) -> None:
    await schedule(store, Job("digest", recurrence.next_after(moment), DIGEST.network))


async def pass_through(store: Store, recurrence: Recurrence, *moments: datetime) -> None:
    """Let the clock run at each of the moments, anew each time, as if it had been off between them."""
    for moment in moments:
        await clockwork.at(store, {"digest": periodical(recurrence, Time(moment))}, moment)


async def dates(store: Store) -> list[date]:
    """The local dates for which it was done, in order."""
    return [due.astimezone(STOCKHOLM).date() for _, due in await entries(store)]


async def next_due(store: Store) -> datetime | None:
    return await store.run(lambda tx: jobs.next_due(tx, "digest"))


def every(step: timedelta, start: datetime, end: datetime) -> Iterator[datetime]:
    moment, end = start.astimezone(UTC), end.astimezone(UTC)
    while moment <= end:
        yield moment
        moment += step


async def test_three_days_off_are_made_good_by_one_run(embedded: Store) -> None:
    await begin(embedded, NINE, local("2026-03-02T12:00"))
    await pass_through(embedded, NINE, local("2026-03-06T10:00"))
    assert await dates(embedded) == [date(2026, 3, 3)]
    assert await next_due(embedded) == local("2026-03-07T09:00")


@pytest.mark.parametrize("recurrence", [NINE, TUESDAYS])
async def test_off_for_less_than_a_period_moves_nothing(embedded: Store, recurrence: Recurrence) -> None:
    await begin(embedded, recurrence, local("2026-03-09T12:00"))
    await pass_through(embedded, recurrence, local("2026-03-10T23:59"), local("2026-03-17T09:00"))
    assert await dates(embedded) == [date(2026, 3, 10), date(2026, 3, 17 if recurrence is TUESDAYS else 11)]


@pytest.mark.parametrize("changing", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("at", ["01:30", "02:30", "03:30"])
async def test_once_a_date_where_the_clocks_change(embedded: Store, changing: date, at: str) -> None:
    recurrence = Recurrence(Every.DAY, time.fromisoformat(at), STOCKHOLM)
    start = datetime.combine(changing - DAY, time(0, 0), STOCKHOLM)
    end = datetime.combine(changing + DAY, time(5, 0), STOCKHOLM)
    await begin(embedded, recurrence, start)
    await pass_through(embedded, recurrence, *every(HALF_AN_HOUR, start, end))
    assert await dates(embedded) == [changing - DAY, changing, changing + DAY]
    following = datetime.combine(changing + 2 * DAY, recurrence.at, STOCKHOLM)
    assert await next_due(embedded) == following


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
@pytest.mark.parametrize("when", range(6))
async def test_once_a_date_while_the_time_is_set_wrong_for_an_hour(embedded: Store, jump: timedelta, when: int) -> None:
    """Half hours from 08:00; two of them are told an hour wrong, with jumps both ways."""
    await begin(embedded, NINE, local("2026-03-05T07:30"))
    true = list(every(HALF_AN_HOUR, local("2026-03-05T08:00"), local("2026-03-05T11:30")))
    told = [each + jump if when <= number < when + 2 else each for number, each in enumerate(true)]
    await pass_through(embedded, NINE, *told, local("2026-03-06T08:59"), local("2026-03-06T09:00"))
    assert await dates(embedded) == [date(2026, 3, 5), date(2026, 3, 6)]


async def test_a_time_set_back_during_the_run(embedded: Store) -> None:
    """After it ran at nine it is eight again: not the same date once more."""
    await begin(embedded, NINE, local("2026-03-05T07:30"))
    now = Time(local("2026-03-05T09:00").astimezone(UTC))
    write = periodical(NINE, now)

    async def set_back(job: Job) -> jobs.Effect:
        now.pass_(hours=-1)
        return await write(job)

    handlers: dict[str, Handler] = {"digest": set_back}
    async with clockwork.ticking(embedded, handlers, now) as running:
        await running.look()
    assert await next_due(embedded) == local("2026-03-06T09:00")
    assert await dates(embedded) == [date(2026, 3, 5)]


@pytest.mark.parametrize("later", [time(9, 0), time(11, 0)])
async def test_saving_it_anew_gives_no_second_one_on_a_date(embedded: Store, later: time) -> None:
    """Not even where the time was set back, or the same day has a later time now."""
    await begin(embedded, NINE, local("2026-03-05T07:30"))
    await pass_through(embedded, NINE, local("2026-03-05T09:00"))
    saved = Recurrence(Every.DAY, later, STOCKHOLM)
    await begin(embedded, saved, local("2026-03-05T08:30"))
    await pass_through(embedded, saved, local("2026-03-05T12:00"), local("2026-03-06T12:00"))
    assert await dates(embedded) == [date(2026, 3, 5), date(2026, 3, 6)]


async def test_what_fails_past_midnight_still_belongs_to_its_date(embedded: Store) -> None:
    late = Recurrence(Every.DAY, time(23, 50), STOCKHOLM)

    async def fail(_: Job) -> jobs.Effect:
        raise RuntimeError

    await begin(embedded, late, local("2026-03-05T12:00"))
    await clockwork.at(embedded, {"digest": fail}, local("2026-03-05T23:59"))
    await pass_through(embedded, late, local("2026-03-06T00:10"))
    assert await dates(embedded) == [date(2026, 3, 5)]
    assert await next_due(embedded) == local("2026-03-06T23:50")
