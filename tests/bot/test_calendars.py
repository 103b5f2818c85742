"""The calendar file of a planned meeting: fetched by whoever has the link, told from nothing by nobody else."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event, EventStatus

from bot.routes import open_routes
from cards.gathering_actions import CancelGathering, DeleteGathering, EditGathering, FetchCalendar
from tests.bot.conversation import Chat, RunningBot, running
from tests.dialogs.gathering import address, buttons, form, latest, on_card, planned
from tests.dialogs.polling import begin, filled_in, held

PUBLIC = "https://bot.example.se"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, open_routes, public_url=f"{PUBLIC}/") as bot:
        yield bot


async def fetched(bot: RunningBot) -> Event:
    """What the link on the card leads to, whoever asks."""
    link = address(on_card(bot))
    assert link.startswith(f"{PUBLIC}/calendar/")
    async with bot.session.get(bot.url + link.removeprefix(PUBLIC)) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="erfa-')
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        [event] = IcsCalendarStream.calendar_from_ics(await answer.text()).events
    return event


async def test_the_link_on_the_card_leads_to_the_meeting_as_it_is_now(bot: RunningBot) -> None:
    anna = await begin(bot)
    made = await planned(anna)
    first = await fetched(bot)
    assert (first.summary, first.dtstart, first.sequence) == (made.plan.title, made.plan.starts, 0)
    await moved(anna, made.id)
    second = await fetched(bot)
    assert second.uid == first.uid
    assert (second.dtstart, second.sequence) == ((await latest(bot)).plan.starts, 1)
    await anna.click(CancelGathering(gathering=made.id, sure=True))
    await bot.settle()
    last = await fetched(bot)
    assert (last.status, last.sequence) == (EventStatus.CANCELLED, 2)


async def moved(anna: Chat, id: str) -> None:
    shown = await anna.click(EditGathering(gathering=id))
    await anna.click(filled_in(shown, {**held(shown), "date": "2026-03-29"}, "Spara ändringen"))
    await anna.bot.settle()


async def test_the_link_outlives_a_restart_but_not_the_meeting(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes, public_url=PUBLIC) as bot:
        made = await planned(await begin(bot))
        path = address(on_card(bot)).removeprefix(PUBLIC)
    async with running(tmp_path, open_routes, public_url=PUBLIC) as bot:
        assert (await bot.get(path)).status == 200
        await bot.channel("Anna").click(DeleteGathering(gathering=made.id, sure=True))
        assert (await bot.get(path)).status == 404


@pytest.mark.parametrize("link", ["x" * 43, "x" * 42, "", "..%2f..%2fdata", "å" * 43, "x" * 5000])
async def test_what_leads_nowhere_all_looks_the_same(bot: RunningBot, link: str) -> None:
    await planned(await begin(bot))
    answer = await bot.get(f"/calendar/{link}.ics")
    assert answer.status == 404
    assert "träff" not in answer.body


async def test_while_the_store_is_away_it_is_told_to_come_again(bot: RunningBot) -> None:
    made = await planned(await begin(bot))
    await bot.store.close()
    assert (await bot.get(f"/calendar/{made.link}.ics")).status == 503


async def test_every_meeting_has_a_link_that_nobody_can_guess(bot: RunningBot) -> None:
    anna = await begin(bot)
    links = {(await planned(anna, date=f"2026-03-{day}", title=str(day))).link for day in range(19, 23)}
    assert len(links) == 4
    assert all(len(link) == 43 for link in links)


async def test_without_an_address_the_file_is_handed_over_in_private(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes, port=0) as bot:
        anna = await begin(bot)
        made = await planned(anna)
        assert not any(each["type"] == "Action.OpenUrl" for each in buttons(on_card(bot).card))
        bo = bot.channel("Bo")
        told = await bo.click(FetchCalendar(gathering=made.id))
        assert "i en egen chatt" in told.text
        await bo.say("hej")
        private = bot.personal("Bo")
        await private.click_for_message(FetchCalendar(gathering=made.id))
        [asked] = [call for call in bot.connector.calls if "file.consent" in str(call.body)]
        assert asked.body["attachments"][0]["name"] == "erfa-2026-03-19.ics"
        gone = await private.click(FetchCalendar(gathering="gone"))
        assert gone.text == "Den träffen finns inte kvar."


async def test_in_local_mode_it_is_this_machine(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes, port=3978) as bot:
        anna = await begin(bot)
        await form(anna)
        await planned(anna)
        assert address(on_card(bot)).startswith("http://127.0.0.1:3978/calendar/")
