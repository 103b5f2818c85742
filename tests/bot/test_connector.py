"""Outgoing calls: pooled, bounded in time, and honest about what became of them."""

import asyncio
import contextlib
import itertools
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.calls
from bot.app import no_token
from bot.calls import IDLE_SECONDS, TOTAL_SECONDS, Caller, SendFailed, open_session
from bot.connector import Connector, Posted, Reference, Team
from bot.pace import Limit, Pace, Window
from bot.replies import message
from cards.actions import AnswerQuestion, decode, opening
from cards.parts import buttons, card
from tests.bot.activities import BOT
from tests.bot.loopback import Call, loopback_connector
from tests.patience import SECONDS, until

MESSAGE = {"type": "message", "text": "räksmörgås 🙂"}


def reference(service_url: str, conversation: str = "19:a@thread.tacv2;messageid=1") -> Reference:
    return Reference(service_url, conversation, BOT["id"], BOT["name"])


@pytest.fixture
async def connector() -> AsyncIterator[Connector]:
    async with open_session(trust_proxies=False) as session:
        yield Connector(Caller(session, no_token, lambda _: True, Pace().in_turn, lambda _: None))


@contextlib.asynccontextmanager
async def raw_server(*, closes_idle_after: float) -> AsyncIterator[tuple[str, list[float]]]:
    """Answers each POST, then closes the connection without a word when it has been idle for so long."""
    opened: list[float] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened.append(time.monotonic())
        with contextlib.suppress(asyncio.IncompleteReadError, TimeoutError, ConnectionError):
            while True:
                async with asyncio.timeout(closes_idle_after):
                    head = await reader.readuntil(b"\r\n\r\n")
                length = next(line for line in head.decode().splitlines() if line.lower().startswith("content-length"))
                await reader.readexactly(int(length.partition(":")[2]))
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n")
                writer.write(b'{"id":"7"}')
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", opened


async def test_a_message_arrives_as_it_was_written(connector: Connector) -> None:
    async with loopback_connector() as teams:
        assert await connector.send(reference(teams.url), MESSAGE) == "posted-1"
        [call] = teams.calls
    assert call.body["text"] == MESSAGE["text"]
    assert int(call.headers["Content-Length"]) < 300


@pytest.mark.parametrize("local", [False, True], ids=["Teams", "the simulator"])
async def test_a_button_opens_a_dialog_in_teams_and_is_plainly_clicked_in_the_simulator(local: bool) -> None:
    button = opening("Svara", AnswerQuestion(question="fråga"))
    drawn = card("sv", "En fråga", buttons([button]))
    async with loopback_connector() as teams, open_session(trust_proxies=False) as session:
        caller = Caller(session, no_token, lambda _: True, Pace().in_turn, lambda _: None)
        await Connector(caller, local=local).send(reference(teams.url), message(drawn))
        [call] = teams.calls
    [shown] = call.body["attachments"]
    [posted] = shown["content"]["body"][0]["actions"]
    assert posted == button if not local else "msteams" not in posted["data"]
    assert decode(posted["data"]) == AnswerQuestion(question="fråga")


@pytest.mark.parametrize("conversation", ["a/b", "a?b=c", "../../v4/x", "a#b", "å", "a%2Fb"])
async def test_a_conversation_id_stays_one_step_of_the_path(connector: Connector, conversation: str) -> None:
    async with loopback_connector() as teams:
        await connector.send(reference(teams.url, conversation), MESSAGE)
        [call] = teams.calls
    assert call.path.startswith("/v3/conversations/")
    assert call.path.endswith("/activities")
    assert call.body["conversation"] == {"id": conversation}


async def test_connections_are_kept_while_in_use_only(connector: Connector) -> None:
    async with raw_server(closes_idle_after=IDLE_SECONDS + 0.5) as (url, opened):
        for _ in range(5):
            assert await connector.send(reference(url), MESSAGE) == "7"
        assert len(opened) == 1
        await asyncio.sleep(IDLE_SECONDS + 0.2)
        time.sleep(0.5)  # noqa: ASYNC251 -- the loop is busy while the other side closes
        assert await connector.send(reference(url), MESSAGE) == "7"
        assert len(opened) == 2


@pytest.mark.parametrize("status", [302, 400, 403, 404, 413, 429, 500, 503])
async def test_a_failure_tells_status_and_message(connector: Connector, status: int) -> None:
    async with loopback_connector() as teams:
        teams.fail_with = status
        teams.again_after = "60"
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
        assert len(teams.calls) == 1
    assert failed.value.status == status
    assert failed.value.undone == (status < 500)
    assert "told to fail" in failed.value.message


async def test_nobody_there(connector: Connector) -> None:
    for url in ("http://127.0.0.1:9", "http://[", "ftp://127.0.0.1", "", "http://127.0.0.1:99999"):
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(url), MESSAGE)
        assert failed.value.status == 0
        assert failed.value.undone


async def test_an_answer_that_never_came_may_have_been_done(connector: Connector) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(url), MESSAGE)
    assert (failed.value.status, failed.value.undone) == (0, False)


async def test_a_call_ends_in_time(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.slow = TOTAL_SECONDS + 3
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
    assert failed.value.status == 0
    assert not failed.value.undone


# Coming again when Teams asks for it


@pytest.mark.parametrize(("again_after", "least"), [("1", [1, 2]), ("2", [2, 4]), ("", [1, 2]), ("nonsens", [1, 2])])
async def test_what_teams_asks_to_come_again_is_sent_again(
    connector: Connector, again_after: str, least: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.calls, "TOTAL_SECONDS", SECONDS)  # time enough, however slow the machine
    async with loopback_connector() as teams:
        teams.failures, teams.again_after = [429, 412], again_after
        assert await connector.send(reference(teams.url), MESSAGE) == "posted-3"
        moments = [call.at for call in teams.calls]
    waited = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert all(each >= wait - 0.1 for each, wait in zip(waited, least, strict=True))


async def test_it_does_not_come_again_for_longer_than_a_turn(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.fail_with, teams.again_after = 429, "4"  # and then after twice as long, which is too late
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
        assert len(teams.calls) == 2
    assert failed.value.status == 429
    assert failed.value.undone
    assert failed.value.again_after is not None


# Right before it is sent


@pytest.mark.parametrize("begin", ["send", "start_thread"])
async def test_something_can_be_done_right_before_each_attempt(connector: Connector, begin: str) -> None:
    async with loopback_connector() as teams:
        teams.failures = [429, 412]
        seen: list[int] = []

        async def note() -> None:
            seen.append(len(teams.calls))

        await getattr(connector, begin)(reference(teams.url, "19:a"), MESSAGE, note)
    assert seen == [0, 1, 2]


async def test_what_is_called_off_right_before_is_not_sent(connector: Connector) -> None:
    async def call_off() -> None:
        raise LookupError

    async with loopback_connector() as teams:
        with pytest.raises(LookupError):
            await connector.send(reference(teams.url), MESSAGE, call_off)
        assert teams.calls == []


async def test_what_waits_too_long_for_its_turn_is_not_begun(connector: Connector) -> None:
    async with loopback_connector() as teams:
        here = reference(teams.url, "19:a")
        begun: list[int] = []

        async def note() -> None:
            begun.append(1)

        sends = await asyncio.gather(*(connector.send(here, MESSAGE, note) for _ in range(45)), return_exceptions=True)
        failed = [each for each in sends if isinstance(each, SendFailed)]
        assert failed
        assert all(each.undone and each.again_after is not None for each in failed)
        assert len(begun) == len(teams.calls) == len(sends) - len(failed)


# The pace


async def test_a_conversation_is_not_sent_more_than_teams_takes(connector: Connector) -> None:
    """Eight in two seconds, whatever the thread; nobody else waits for that."""
    left = Departures()
    async with loopback_connector() as teams:
        sends = [connector.send(reference(teams.url, f"19:a;messageid={n}"), MESSAGE, left.note) for n in range(9)]
        others = [connector.send(reference(teams.url, f"19:{n}"), MESSAGE) for n in range(9)]
        await asyncio.gather(*sends, *others)
        assert in_channel(teams.calls[-1], "19:a")
    assert left.moments[8] - left.moments[0] > 2


async def test_who_waits_for_an_answer_does_not_wait_for_posts() -> None:
    pace = Pace()
    async with loopback_connector() as teams, open_session(trust_proxies=False) as session:
        posting, answering = (
            Connector(Caller(session, no_token, lambda _: True, turn, lambda _: None))
            for turn in (pace.in_turn, pace.at_once)
        )
        left, held_up = Departures(), Departures()
        held_up.go_on.clear()
        posts = [asyncio.create_task(posting.send(reference(teams.url), MESSAGE, held_up.note)) for _ in range(9)]
        for _ in range(3):
            await answering.send(reference(teams.url), MESSAGE, left.note)
        assert not any(each.done() for each in posts)
        held_up.go_on.set()
        await asyncio.gather(*posts)
    assert held_up.moments[5] - left.moments[0] > 2, "answers are not counted"


async def test_a_post_waits_for_answers_that_are_given_while_it_waits() -> None:
    pace, left = Pace(), Departures()
    places: list[int] = []  # of the posts among all that left

    async def note() -> None:
        places.append(len(left.moments))
        await left.note()

    posts = [asyncio.create_task(pace.in_turn("19:a", note)) for _ in range(8)]
    await until(posts[6].done)
    for _ in range(3):
        await pace.at_once("19:a", left.note)
    await asyncio.gather(*posts)
    assert all(left.moments[place] - left.moments[place - 8] > 2 for place in places if place >= 8)


@dataclass
class Departures:
    """The `moments` at which calls were about to leave: what holds for these, a busy machine may upset on the way."""

    moments: list[float] = field(default_factory=list)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.go_on.set()

    async def note(self) -> None:
        await self.go_on.wait()
        self.moments.append(asyncio.get_running_loop().time())


def in_channel(call: Call, name: str) -> bool:
    return str(call.body["conversation"]["id"]).partition(";")[0] == name


@given(
    limits=st.lists(st.builds(Limit, st.integers(1, 9), st.floats(0.1, 60)), min_size=1, max_size=4),
    pauses=st.lists(st.floats(0, 20), max_size=60),
)
def test_no_window_holds_more_than_it_may(limits: list[Limit], pauses: list[float]) -> None:
    window, now = Window(limits), 0.0
    taken: list[float] = []
    for pause in pauses:
        now = max(now + pause, window.free())
        window.take(now)
        taken.append(now)
    for calls, seconds in limits:
        assert all(later - earlier >= seconds - 1e-9 for earlier, later in zip(taken, taken[calls:], strict=False))


# To whom


async def test_an_address_that_is_not_teams_is_not_shown_the_token() -> None:
    async def token() -> str:
        raise AssertionError("the token was asked for")

    async with loopback_connector() as teams, open_session(trust_proxies=False) as session:
        connector = Connector(Caller(session, token, lambda url: url != teams.url, Pace().at_once, lambda _: None))
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
        assert teams.calls == []
    assert failed.value.undone


# What else is asked of Teams


async def test_a_message_is_taken_back(connector: Connector) -> None:
    async with loopback_connector() as teams:
        await connector.delete(reference(teams.url, "19:a"), "17/8")
        [call] = teams.calls
    assert (call.method, call.path) == ("DELETE", "/v3/conversations/19:a/activities/17/8")


@pytest.mark.parametrize("people", [0, 1, 5, 7])
async def test_members_are_read_page_by_page(connector: Connector, people: int) -> None:
    async with loopback_connector() as teams:
        teams.members = {str(n): {"id": f"29:{n}", "name": f"Namn {n}", "aadObjectId": f"d-{n}"} for n in range(people)}
        teams.largest_page = 3
        found = await connector.members(reference(teams.url, "19:a"))
        assert [(each.id, each.lasting_id) for each in found] == [(f"29:{n}", f"d-{n}") for n in range(people)]
        assert len(teams.calls) == max(1, -(-people // 3))
        assert {call.path for call in teams.calls} == {"/v3/conversations/19:a/pagedmembers"}


async def test_pages_that_never_end_are_given_up(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.members = {str(n): {"id": f"29:{n}"} for n in range(3)}
        teams.largest_page = 0
        with pytest.raises(SendFailed):
            await connector.members(reference(teams.url))


async def test_what_is_no_member_is_a_failure(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.members = {"29:x": {"id": ["x"]}}
        with pytest.raises(SendFailed):
            await connector.members(reference(teams.url))
        with pytest.raises(SendFailed):
            await connector.member(reference(teams.url), "29:x")


async def test_a_team_is_told_by_name_and_group(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.teams["19:team"] = {"id": "19:team", "name": "Stora etableringar", "aadGroupId": "group-1"}
        assert await connector.team(reference(teams.url), "19:team") == Team("19:team", "Stora etableringar", "group-1")
        with pytest.raises(SendFailed):
            await connector.team(reference(teams.url), "19:other")


async def test_a_thread_is_begun_in_a_channel(connector: Connector) -> None:
    async with loopback_connector() as teams:
        posted = await connector.start_thread(reference(teams.url, "19:a"), MESSAGE)
        [call] = teams.calls
    assert posted == Posted("19:a;messageid=posted-1", "posted-1")
    assert call.path == "/v3/conversations"
    assert call.body["channelData"] == {"channel": {"id": "19:a"}}
    assert call.body["activity"]["text"] == MESSAGE["text"]


async def test_a_private_chat_is_opened(connector: Connector) -> None:
    async with loopback_connector() as teams:
        chat = await connector.open_chat(reference(teams.url, "19:a"), "29:anna", "tenant-1")
        [call] = teams.calls
        assert chat == reference(teams.url, "a:chat-29:anna")
    assert call.body["members"] == [{"id": "29:anna"}]
    assert call.body["tenantId"] == "tenant-1"
