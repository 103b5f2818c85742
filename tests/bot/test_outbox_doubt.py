"""What may or may not have been posted: never there twice, looked for where that may be, or a leader's to decide."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.outbox import LEASE
from knowledge import networks, posts
from knowledge.networks import Address, Leader
from knowledge.posts import State
from tests.bot.activities import BOT, TEAM, TENANT
from tests.bot.conftest import Dialogs
from tests.bot.conversation import Clock, RunningBot, running
from tests.bot.issuer import Issuer, reachable
from tests.bot.loopback import HangUp, LoopbackConnector, loopback_connector
from tests.bot.loopback_graph import LoopbackGraph
from tests.bot.posting import CHANNEL, GROUP, HOUR, begin, card, change, found, post, standing, take_back, told
from tests.bot.test_tokens import REGISTERED

DOUBTFUL = [500, 502, 503, 504, 408, *HangUp]
A_MINUTE_OF_LOOKS = (2, 8, 20, 30)


# Where the app may not read


@pytest.mark.parametrize("failure", DOUBTFUL)
async def test_it_is_not_posted_again_but_shown_to_the_leader(bot: RunningBot, failure: int | HangUp) -> None:
    await begin(bot)
    bot.connector.failures = [failure]
    kept = await post(bot)
    await bot.pass_(seconds=2)
    assert (await found(bot, kept.id)).state is State.UNCLEAR
    await bot.pass_(days=1)
    assert standing(bot) == (["Nytt"] if failure is HangUp.AFTER else [])
    [message] = told(bot, "Anna")
    assert "vet inte om inlägget kom fram" in message.text


async def test_a_private_message_in_doubt_is_shown_without_what_it_says(bot: RunningBot) -> None:
    await bot.personal("Bo").say("hej")
    await begin(bot)
    bot.connector.failures = [HangUp.AFTER]
    await post(bot, words="Hemligt", conversation="", person="directory-bo")
    await bot.pass_(seconds=2)
    [message] = told(bot, "Anna")
    assert "Hemligt" not in message.text
    assert "Bara mottagaren kan se det" in message.text


async def test_a_message_about_troubles_is_no_trouble_when_it_is_in_doubt(bot: RunningBot) -> None:
    await bot.personal("Anna").say("hej")
    await begin(bot)
    bot.connector.failures = [403, HangUp.AFTER]
    await post(bot)
    await bot.pass_(days=1)
    assert len(standing(bot, "a:personal-anna")) == len(bot.connector.messages) == 1
    assert len(bot.connector.calls) == 2


async def test_after_a_crash_it_is_not_posted_again_either(tmp_path: Path, dialogs: Dialogs) -> None:
    """kill -9 while the post is on its way."""
    script = [sys.executable, "-m", "tests.bot.stuck", str(tmp_path)]
    stuck = await asyncio.create_subprocess_exec(*script, stdout=asyncio.subprocess.PIPE)
    assert stuck.stdout
    await stuck.stdout.readuntil(b"in mid-post\n")
    os.kill(stuck.pid, signal.SIGKILL)
    await stuck.wait()
    clock = Clock()
    clock.time += LEASE
    async with running(tmp_path, dialogs.open, clock) as bot:
        kept = await bot.store.run(lambda tx: posts.belonging(tx, TEAM, "digest/1"))
        assert kept
        assert kept.state is State.UNCLEAR
        assert standing(bot) == []


# Where the app may read


@pytest.fixture
async def there() -> AsyncIterator[LoopbackConnector]:
    async with loopback_connector() as connector:
        yield connector


@pytest.fixture
def time() -> Clock:
    return Clock()


@pytest.fixture
def graph(there: LoopbackConnector, time: Clock) -> LoopbackGraph:
    return LoopbackGraph(there, time, GROUP)


@pytest.fixture
async def reader(
    graph: LoopbackGraph, time: Clock, tmp_path: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningBot]:
    """A registered bot that a network has let read its channels."""
    async with reachable(Issuer(), tmp_path, graph.answer) as reach:
        monkeypatch.setenv("HTTPS_PROXY", reach.proxy)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(reach.certificate))
        async with running(tmp_path / "data", dialogs.open, time, connector=graph.connector, **REGISTERED) as bot:
            address = Address(bot.connector.url, BOT["id"], BOT["name"], TENANT)
            await bot.store.run(lambda tx: networks.remember_address(tx, TEAM, address))
            await bot.store.run(lambda tx: networks.appoint(tx, TEAM, Leader("directory-anna", "Anna")))
            bot.connector.teams[TEAM] = {"id": TEAM, "name": "Nätverket", "aadGroupId": GROUP}
            yield bot


@pytest.mark.parametrize("conversation", [CHANNEL, f"{CHANNEL};messageid=17"])
async def test_what_is_there_is_found_and_not_posted_again(
    reader: RunningBot, graph: LoopbackGraph, conversation: str
) -> None:
    reader.connector.failures = [HangUp.AFTER]
    kept = await post(reader, conversation=conversation)
    await reader.pass_(seconds=2)
    seen = await found(reader, kept.id)
    [id] = reader.connector.messages
    assert (seen.state, seen.activity_id) == (State.POSTED, id)
    assert seen.thread == (f"{CHANNEL};messageid={id}" if conversation == CHANNEL else conversation)
    assert graph.tokens[0].startswith("Bearer token-")
    await change(reader, kept.id, "Nyare")
    assert standing(reader, conversation) == ["Nyare"], "it cannot be changed under the id it was found by"


async def looked(bot: RunningBot) -> None:
    for seconds in A_MINUTE_OF_LOOKS:
        await bot.pass_(seconds=seconds)


@pytest.mark.parametrize("failure", [500, HangUp.BEFORE])
async def test_what_is_not_there_is_posted_again_after_a_minute(
    reader: RunningBot, graph: LoopbackGraph, failure: int | HangUp
) -> None:
    reader.connector.failures = [failure]
    kept = await post(reader)
    await reader.pass_(seconds=29)
    assert standing(reader) == []
    await looked(reader)
    assert standing(reader) == ["Nytt"]
    assert len(graph.asked) == 4
    assert (await found(reader, kept.id)).state is State.POSTED


async def test_what_is_seen_late_is_not_posted_again(reader: RunningBot, graph: LoopbackGraph) -> None:
    reader.connector.failures, graph.blind = [HangUp.AFTER], 3
    kept = await post(reader)
    await looked(reader)
    assert standing(reader) == ["Nytt"]
    assert (await found(reader, kept.id)).state is State.POSTED


async def test_what_fails_again_and_again_is_there_once(reader: RunningBot) -> None:
    reader.connector.failures = [HangUp.BEFORE, 500, HangUp.AFTER]
    await post(reader)
    for _ in range(5):
        await looked(reader)
    assert standing(reader) == ["Nytt"]


async def test_while_graph_does_not_answer_it_waits(reader: RunningBot, graph: LoopbackGraph) -> None:
    reader.connector.failures, graph.failures = [HangUp.AFTER], [500, 503, 401]
    kept = await post(reader)
    for _ in range(3):
        await reader.pass_(seconds=10)
        assert (await found(reader, kept.id)).state is State.WAITING
    await reader.pass_(seconds=10)
    assert (await found(reader, kept.id)).state is State.POSTED
    assert standing(reader) == ["Nytt"]


async def test_where_the_permission_was_not_given_it_is_shown_to_the_leader(
    reader: RunningBot, graph: LoopbackGraph
) -> None:
    reader.connector.failures, graph.failures = [HangUp.AFTER], [403]
    kept = await post(reader)
    await reader.pass_(seconds=2)
    assert (await found(reader, kept.id)).state is State.UNCLEAR
    assert len(told(reader, "Anna")) == 1


@pytest.mark.parametrize("failure", [403, 404])
async def test_a_team_that_knows_the_app_no_more_cannot_be_read(reader: RunningBot, failure: int) -> None:
    reader.connector.failures = [HangUp.AFTER]
    kept = await post(reader)
    reader.connector.failures = [failure]
    await reader.pass_(seconds=2)
    assert (await found(reader, kept.id)).state is State.UNCLEAR


async def test_a_group_chat_cannot_be_read(reader: RunningBot, graph: LoopbackGraph) -> None:
    reader.connector.failures = [HangUp.AFTER]
    kept = await post(reader, conversation="19:group@thread.v2")
    await reader.pass_(seconds=2)
    assert (await found(reader, kept.id)).state is State.UNCLEAR
    assert graph.asked == []


async def test_what_is_in_doubt_lets_others_pass(reader: RunningBot) -> None:
    reader.connector.failures = [500]
    await post(reader, "digest/1", "Ett")
    await post(reader, "digest/2", "Två")
    assert standing(reader) == ["Två"]
    await looked(reader)
    assert standing(reader) == ["Två", "Ett"]


async def test_what_is_taken_back_while_it_is_in_doubt_is_deleted_once_it_is_found(reader: RunningBot) -> None:
    reader.connector.failures = [HangUp.AFTER]
    kept = await post(reader)
    await take_back(reader, kept.id)
    assert standing(reader) == ["Nytt"]
    await reader.pass_(seconds=2)
    assert (await found(reader, kept.id)).state is State.TAKEN_BACK
    assert standing(reader) == []


async def test_what_gets_too_late_while_it_is_in_doubt_is_given_up(reader: RunningBot) -> None:
    reader.connector.failures = [HangUp.BEFORE]
    kept = await post(reader, not_after=reader.clock() + HOUR / 60)
    await looked(reader)
    assert (await found(reader, kept.id)).state is State.GIVEN_UP
    assert standing(reader) == []
    assert card("Nytt")["summary"] in told(reader, "Anna")[0].text
