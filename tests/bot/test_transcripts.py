"""A meeting of a leader ends, and what Teams wrote down of it becomes a draft, through Graph where the app may."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.routes import open_routes
from cards.meeting_actions import OpenDraft, Then
from knowledge import jobs, networks
from knowledge.meetings import drafts
from knowledge.meetings.documents import LENGTH_LIMIT
from knowledge.meetings.drafts import Draft
from knowledge.meetings.ended import LOOKS
from knowledge.meetings.model import Kind
from tests.bot import activities
from tests.bot.activities import TEAM, TENANT, Json
from tests.bot.conversation import Clock, RunningBot, running
from tests.bot.issuer import Issuer, reachable
from tests.bot.loopback import LoopbackConnector, loopback_connector
from tests.bot.loopback_graph import LoopbackGraph, Recording
from tests.bot.posting import CHANNEL, standing
from tests.bot.test_tokens import REGISTERED
from tests.dialogs.digest_network import carried
from tests.dialogs.meeting import TRANSCRIPT, draft_of, filled_in, publishing

MEETING, RESOURCE, CHAT = "MCMxOTptZWV0aW5n", "MSo1N2Y5/ZGFj", "19:meeting_1@thread.v2"
ANNA = "directory-anna"
TITLE = "Träff om tillstånd"
IN_CHAT: Json = {
    "conversation": {"id": CHAT, "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT},
    "channelData": {"tenant": {"id": TENANT}},
}


@dataclass(frozen=True)
class Scene:
    """A registered bot, Graph, and Anna, who leads the network and called the meeting."""

    bot: RunningBot
    graph: LoopbackGraph

    async def ends(self, place: Json = IN_CHAT) -> None:
        """The meeting ends, and the first look at its transcripts is taken."""
        who = activities.person("Bo")
        await self.bot.post(activities.meeting_ended(self.bot.connector.url, place, who, MEETING))
        await self.bot.pass_(minutes=2)

    def said(
        self,
        content: str | None = TRANSCRIPT,
        id: str = "t1",
        ago: timedelta = timedelta(hours=1),
        lasted: timedelta | None = timedelta(minutes=20),
    ) -> None:
        """There is a transcript of what was said, begun so long ago."""
        begun = self.bot.clock() - ago
        ended = None if lasted is None else begun + lasted
        self.graph.recordings.append(Recording(ANNA, RESOURCE, id, begun, ended, content))

    async def drafts(self, network: str = TEAM) -> list[Draft]:
        return await self.bot.store.run(lambda tx: drafts.every(tx, network))

    async def waits(self) -> bool:
        """Whether anything is known of the meeting still."""
        entries = await self.bot.stored()
        return any("ended-meetings" in entry.key or "/transcript/" in entry.key for entry in entries)

    @property
    def looks(self) -> int:
        """How often the transcripts were looked for."""
        return sum(asked.partition("?")[0].endswith("/transcripts") for asked in self.graph.asked)


@pytest.fixture
async def there() -> AsyncIterator[LoopbackConnector]:
    async with loopback_connector() as connector:
        connector.meetings[MEETING] = {
            "id": MEETING,
            "details": {"id": MEETING, "msGraphResourceId": RESOURCE, "title": TITLE, "type": "Scheduled"},
            "conversation": {"isGroup": True, "conversationType": "groupChat", "id": CHAT},
            "organizer": {"id": "29:anna", "aadObjectId": ANNA, "tenantId": TENANT},
        }
        yield connector


@pytest.fixture
async def scene(there: LoopbackConnector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    clock, issuer = Clock(), Issuer()
    graph = LoopbackGraph(there, clock, policy={ANNA})
    async with reachable(issuer, tmp_path, graph.answer) as reach:
        monkeypatch.setenv("HTTPS_PROXY", reach.proxy)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(reach.certificate))
        settings = {**REGISTERED, "transcripts": True}
        signed = {"Authorization": f"Bearer {issuer.token(there.url)}"}
        async with (
            running(tmp_path / "data", open_routes, clock, connector=there, **settings) as bot,
            aiohttp.ClientSession(headers=signed) as session,
        ):
            teams = replace(bot, session=session)
            await teams.channel("Anna").install()
            await teams.channel("Anna").say("hej")
            there.messages.clear()
            yield Scene(teams, graph)


async def test_whoever_called_the_meeting_is_offered_the_draft_in_private(scene: Scene) -> None:
    anna = scene.bot.personal("Anna")
    await anna.say("hej")
    scene.said()
    await scene.ends()
    assert f"Utkastet till ”{TITLE}” är klart att gå igenom." in standing(scene.bot, "a:personal-anna")[-1]
    [draft] = await scene.drafts()
    shown = await anna.click(OpenDraft(draft=draft.id))
    assert draft_of(shown) == draft.id
    assert "mallen" in shown.text
    assert not await scene.waits()
    assert scene.graph.tokens[0].startswith("Bearer token-")


async def test_the_draft_is_published_in_the_channel_of_the_network(scene: Scene) -> None:
    anna = scene.bot.personal("Anna")
    await anna.say("hej")
    scene.said()
    await scene.ends()
    [draft] = await scene.drafts()
    assert (draft.title, draft.date, draft.channel) == (TITLE, scene.bot.clock().date(), CHANNEL)
    ticked = {f"tick-{line.id}": "true" for line in draft.lines}
    opened = await anna.click(OpenDraft(draft=draft.id))
    await anna.click(publishing(await anna.click(filled_in(opened, Then.PREVIEW, **ticked))))
    await scene.bot.settle()
    assert standing(scene.bot)[-1].startswith(TITLE)


async def test_without_a_private_chat_it_is_said_in_the_meeting_without_what_was_said(scene: Scene) -> None:
    scene.said()
    await scene.ends()
    [told] = standing(scene.bot, CHAT)
    assert told.startswith(f"Utkastet till ”{TITLE}” är klart att gå igenom. Skriv ”@Erfa sammanfatta”")
    assert "mallen" not in told
    channel = scene.bot.channel("Anna")
    [form] = await channel.say("sammanfatta")
    assert TITLE in (await channel.click(carried(form, "Visa påbörjade utkast"))).text


async def test_of_a_meeting_in_a_channel_it_is_said_there(scene: Scene) -> None:
    scene.said()
    await scene.ends(activities.channel("energi", thread="17"))
    [told] = standing(scene.bot, "19:energi@thread.tacv2;messageid=17")
    assert TITLE in told
    [draft] = await scene.drafts()
    assert draft.channel == "19:energi@thread.tacv2"


async def test_a_meeting_that_no_leader_called_is_nobodys_business(scene: Scene) -> None:
    scene.said()
    scene.bot.connector.meetings[MEETING]["organizer"]["aadObjectId"] = "directory-bo"
    await scene.ends()
    assert scene.graph.asked == []
    assert scene.bot.connector.messages == {}
    assert not await scene.waits()


@pytest.mark.parametrize("part", ["organizer", "details"])
async def test_a_meeting_of_which_teams_tells_little_is_let_go(scene: Scene, part: str) -> None:
    scene.said()
    del scene.bot.connector.meetings[MEETING][part]
    await scene.ends()
    assert scene.graph.asked == []
    assert not await scene.waits()


async def test_it_is_looked_for_until_it_is_ready(scene: Scene) -> None:
    await scene.ends()
    assert (scene.looks, await scene.drafts()) == (1, [])
    await scene.bot.pass_(minutes=4)
    assert scene.looks == 2
    scene.said()
    await scene.bot.pass_(minutes=8)
    assert scene.looks == 3
    assert len(await scene.drafts()) == 1


async def test_what_is_listed_before_it_is_ready_is_waited_for(scene: Scene) -> None:
    scene.said(content=None)
    await scene.ends()
    assert (scene.looks, await scene.drafts()) == (1, [])
    scene.graph.recordings.clear()
    scene.said()
    await scene.bot.pass_(minutes=4)
    assert len(await scene.drafts()) == 1


async def test_after_an_hour_nobody_looks_any_more(scene: Scene) -> None:
    await scene.ends()
    for _ in range(30):
        await scene.bot.pass_(minutes=4)
    assert scene.looks == len(LOOKS)
    assert scene.bot.connector.messages == {}
    assert not await scene.waits()


async def test_without_the_policy_it_is_let_go_and_logged(scene: Scene) -> None:
    scene.graph.policy = None
    scene.said()
    with capture_logs() as logged:
        await scene.ends()
    [entry] = [each for each in logged if each["event"] == "may_not_read_transcript"]
    assert "No application access policy" in entry["cause"]
    assert scene.looks == 1
    assert not await scene.waits()


async def test_when_graph_asks_for_patience_it_gets_it(scene: Scene) -> None:
    scene.said()
    scene.graph.failures, scene.graph.again_after = [429], "300"
    await scene.ends()
    await scene.bot.pass_(minutes=4)
    assert scene.looks == 1, "it came back too soon"
    await scene.bot.pass_(minutes=8)
    assert scene.looks == 2
    assert len(await scene.drafts()) == 1


@pytest.mark.parametrize("status", [401, 500, 503])
async def test_where_graph_cannot_just_now_it_is_tried_again(scene: Scene, status: int) -> None:
    scene.said()
    scene.graph.failures = [status]
    await scene.ends()
    assert await scene.drafts() == []
    await scene.bot.pass_(minutes=4)
    assert len(await scene.drafts()) == 1


async def test_it_reads_page_by_page_and_only_what_belongs_to_this_time(scene: Scene) -> None:
    scene.graph.largest = 1
    old = TRANSCRIPT.replace("mallen", "kartan")
    scene.said(old, "yesterday", LENGTH_LIMIT + timedelta(hours=1))
    scene.said()
    scene.said(old, "last-month", timedelta(days=28))
    await scene.ends()
    [draft] = await scene.drafts()
    assert "mallen" in str(draft)
    assert "kartan" not in str(draft)
    assert scene.looks == 3


async def test_where_graph_does_not_tell_when_it_ended_it_is_read_all_the_same(scene: Scene) -> None:
    scene.said(lasted=None)
    await scene.ends()
    assert len(await scene.drafts()) == 1


async def test_a_transcript_in_two_parts_becomes_one_draft(scene: Scene) -> None:
    later = "WEBVTT\n\n00:12:40.000 --> 00:12:45.000\n<v Bo Ek>Jag bokar bussen till Mora på tisdag.</v>\n"
    scene.said(later, "second", timedelta(minutes=30))
    scene.said(TRANSCRIPT, "first", timedelta(hours=1))
    await scene.ends()
    [draft] = await scene.drafts()
    [sent, booked] = [line.at for line in draft.of(Kind.ACTION)]
    assert sent == timedelta(minutes=12, seconds=40)
    assert booked == timedelta(minutes=42, seconds=40)


async def test_told_again_or_ended_once_more_it_offers_one_draft(scene: Scene) -> None:
    await scene.bot.personal("Anna").say("hej")
    before = len(standing(scene.bot, "a:personal-anna"))
    scene.said()
    await scene.ends()
    await scene.ends()
    assert len(standing(scene.bot, "a:personal-anna")) == before + 1
    assert len(await scene.drafts()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("WEBVTT\n", "Jag hittar ingen text i filen"),
        (TRANSCRIPT + "x" * 20_000_000, "Filen är för stor"),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Bo>" + "we will see about that " * 20 + "</v>\n", "på svenska"),
        (TRANSCRIPT.replace("00:12:4", "10:12:4"), "för lång"),
    ],
)
async def test_what_cannot_be_used_is_said_in_private_alone(scene: Scene, content: str, said: str) -> None:
    scene.said(content)
    await scene.ends()
    assert scene.bot.connector.messages == {}
    anna = scene.bot.personal("Anna")
    await anna.say("hej")
    await scene.ends()
    assert said in standing(scene.bot, "a:personal-anna")[-1]
    assert await scene.drafts() == []
    assert not await scene.waits()


async def test_of_a_meeting_of_ten_hours_it_is_said_that_it_was_too_long(scene: Scene) -> None:
    await scene.bot.personal("Anna").say("hej")
    scene.said(TRANSCRIPT.replace("00:12:4", "09:12:4"), ago=timedelta(hours=10), lasted=timedelta(hours=10))
    await scene.ends()
    assert "för lång" in standing(scene.bot, "a:personal-anna")[-1]
    assert not await scene.waits()


async def test_the_help_tells_that_transcripts_are_fetched(scene: Scene) -> None:
    [shown] = await scene.bot.channel("Bo").say("hjälp")
    assert "sammanfattar jag av mig själv" in shown.text


async def test_without_the_setting_nothing_happens_and_the_help_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, open_routes) as bot:
        ended = activities.meeting_ended(bot.connector.url, IN_CHAT, activities.person("Bo"), MEETING)
        assert (await bot.post(ended)).status == 200
        assert await bot.store.run(lambda tx: jobs.next_due(tx, "transcript")) is None
        assert await bot.store.run(lambda tx: networks.address(tx, CHAT)) is None
        [shown] = await bot.channel("Bo").say("hjälp")
        assert "Utskrifter av möten hämtar jag inte själv här." in shown.text
