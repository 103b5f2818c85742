"""Outgoing calls: pooled, bounded in time, and honest about what became of them."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator

import pytest

from bot.connector import IDLE_SECONDS, TOTAL_SECONDS, Connector, Reference, SendFailed, open_session
from tests.bot.activities import BOT
from tests.bot.loopback import loopback_connector

MESSAGE = {"type": "message", "text": "räksmörgås 🙂"}


def reference(service_url: str, conversation: str = "19:a@thread.tacv2;messageid=1") -> Reference:
    return Reference(service_url, conversation, BOT["id"], BOT["name"])


@pytest.fixture
async def connector() -> AsyncIterator[Connector]:
    async def no_token() -> str:
        return ""

    async with open_session(trust_proxies=False) as session:
        yield Connector(session, no_token, lambda _: None)


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
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
        assert len(teams.calls) == 1
    assert failed.value.status == status
    assert "told to fail" in failed.value.message


async def test_nobody_there(connector: Connector) -> None:
    for url in ("http://127.0.0.1:9", "http://[", "ftp://127.0.0.1", "", "http://127.0.0.1:99999"):
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(url), MESSAGE)
        assert failed.value.status == 0


async def test_a_call_ends_in_time(connector: Connector) -> None:
    async with loopback_connector() as teams:
        teams.slow = TOTAL_SECONDS + 3
        started = time.monotonic()
        with pytest.raises(SendFailed) as failed:
            await connector.send(reference(teams.url), MESSAGE)
        assert time.monotonic() - started < TOTAL_SECONDS + 2
    assert failed.value.status == 0
