"""Two tenants and three networks on one Erfa: whatever is said or clicked, nothing is seen or changed across them.

Driven by the table of commands and the union of all actions: a new one is tried without being named here, and one that
carries a new kind of id fails until VALUES says what that is in the network to be protected.
"""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.routes import open_routes
from bot.typed import COMMANDS
from cards.actions import Action
from cards.exercise_actions import PutOut, SaveExercise
from cards.meeting_actions import Then
from cards.payload import Payload
from cards.people_actions import SaveProfile
from cards.poll_actions import Vote
from cards.round_actions import CloseRound
from knowledge.exercises import sessions, shelf
from knowledge.exercises.reading import written
from knowledge.exercises.shelf import shipped
from knowledge.meetings import commitments, summaries
from tests.bot import activities, posting
from tests.bot.activities import TEAM, Json
from tests.bot.conversation import Chat, RunningBot, running
from tests.bot.loopback import HangUp
from tests.dialogs import digest_network, gathering, lessons, polling, rounds, test_assignments
from tests.dialogs.meeting import NOTES, Leader, publishing
from tests.dialogs.test_ask import button

SECRET = "xviisvan"  # in all that the network to be protected keeps; nobody outside of it ever types it
OTHER_TENANT = "bbbbbbbb-0000-0000-0000-000000000002"
HOMES = {"west": activities.TENANT, "abroad": OTHER_TENANT}
PLACES = ("channel", "personal")
OF_ALL = ("ready", "once/", "meant/")  # keys of what is nobody's
ACTIONS: tuple[type[Payload], ...] = get_args(get_args(Action)[0])
QUESTIONS = (
    "vad hände i svanby?",
    "vad kostar parkeringen i svanby?",
    "vem i nätverket har jobbat med bostäder?",
    "vad kom vi fram till om samråd på träffen?",
)

Way = Callable[[RunningBot, Json, Json, Json], Json]


def clicked(bot: RunningBot, place: Json, who: Json, data: Json) -> Json:
    return activities.clicked(bot.connector.url, place, who, data)


def in_dialog(bot: RunningBot, place: Json, who: Json, data: Json) -> Json:
    return activities.clicked_in_dialog(bot.connector.url, place, who, data)


def submitted(bot: RunningBot, place: Json, who: Json, data: Json) -> Json:
    return activities.submitted(bot.connector.url, place, who, data)


def consented(bot: RunningBot, place: Json, who: Json, data: Json) -> Json:
    """As if a file had been offered to them."""
    upload = {"uploadUrl": f"{bot.connector.url}upload", "name": "a.csv", "uniqueId": "1", "fileType": "csv"}
    value = {"type": "fileUpload", "action": "accept", "context": data, "uploadInfo": upload}
    return activities.activity("invoke", bot.connector.url, place, who, name="fileConsent/invoke", value=value)


WAYS: tuple[Way, ...] = (clicked, in_dialog, submitted, consented)


@dataclass(frozen=True)
class Protected:
    """The network with its secrets; `ids` are those of what it keeps, by the name that the fields of actions have."""

    bot: RunningBot
    ids: dict[str, str]

    async def kept(self) -> dict[str, Any]:
        """All that is stored but what the other networks keep."""
        mine = {entry.key: entry.value for entry in await self.bot.stored() if not entry.key.startswith(OF_ALL)}
        return {at: value for at, value in mine.items() if not any(team(name) in at for name in HOMES)}


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, open_routes) as bot:
        yield bot


@pytest.fixture
async def protected(bot: RunningBot) -> Protected:
    anna = await Leader.of(bot)
    # So many that polls keep no ids of Teams' for whom to draw a card of their own: those are of nobody knows whom, and
    # whoever is forgotten, in whatever network, takes all of them along.
    people = map(activities.person, ("Anna", "Bo", "Cia", "Eva", *(f"Person{number}" for number in range(60))))
    bot.connector.members = {each["id"]: each for each in people}
    await digest_network.add(bot, "svanby", f"Svanby {SECRET}")
    await digest_network.add(bot, "sjoby", f"Sjöby {SECRET}")
    told = {"home": SECRET, "role": SECRET, "been_through": "bostäder", "findable": "true"}
    await bot.channel("Eva").click(SaveProfile.model_validate(told))
    await anna.channel.click(digest_network.WEEKLY)
    question = await digest_network.keep(bot.channel("Bo", thread="q"), f"vad kostar parkeringen i {SECRET}?")
    await bot.pass_(seconds=5)
    [answer] = await anna.channel.say("vad hände i svanby?")
    await anna.published(NOTES.replace("Tidiga samråd", f"Tidiga samråd {SECRET}"))
    drafted = await anna.drafted(NOTES.replace("Tidiga samråd", f"Tidiga samråd {SECRET}"))
    await digest_network.until_monday(bot)
    bot.connector.failures = [HangUp.BEFORE]
    post = await posting.post(bot, "digest/x", SECRET)
    await bot.pass_(seconds=5)
    round, group = await proposed(bot, anna.channel)
    planned = await gathering.planned(anna.channel, title=SECRET)
    exercise, session = await exercised(bot, anna.channel, planned.id)
    await bot.pass_(seconds=5)
    given = await test_assignments.given(anna.channel)
    lesson = await lessons.sent(bot.channel("Bo"), situation=f"Svanby {SECRET}")
    await bot.pass_(seconds=5)
    poll = await polling.made(bot, anna.channel, question=SECRET, names="all")
    await bot.channel("Bo").click(Vote(poll=poll.id, option=0))
    await bot.pass_(seconds=30)  # until nothing is left to be posted here
    held = (await bot.store.run(lambda tx: summaries.every(tx, TEAM)))[0]
    meeting = held.id
    action = (await bot.store.run(lambda tx: commitments.of(tx, TEAM, meeting)))[0].id
    ids = {
        "network": TEAM,
        "case": "svanby",
        "other": "sjoby",
        "answer": str(button(answer, "rate")["answer"]),
        "question": question,
        "digest": "2026-03-09",
        "post": post.id,
        "poll": poll.id,
        "draft": drafted.id,
        "seen": publishing(await drafted.save(Then.PREVIEW)).seen,
        "meeting": meeting,
        "action": action,
        "passage": held.passages[0].id,
        "gathering": planned.id,
        "exercise": exercise,
        "session": session,
        "assignment": given.id,
        "lesson": lesson,
        "message": "1700000000017",
        "root": "1700000000017",
        "author": "directory-eva",
        "round": round,
        "group": group,
        "person": "directory-eva",
    }
    return Protected(bot, ids)


async def proposed(bot: RunningBot, leader: Chat) -> tuple[str, str]:
    """A round of talks and one of its groups, which Eva is in."""
    await rounds.profiles(bot, "Bo", "Cia")
    round = await rounds.called(bot, leader)
    await rounds.join(bot, round, "Bo", "Cia", "Eva")
    await leader.click(CloseRound(round=round.id, sure=True))
    await bot.pass_(seconds=5)
    return round.id, (await rounds.groups(bot))[0].id


async def exercised(bot: RunningBot, leader: Chat, meeting: str) -> tuple[str, str]:
    """An exercise of the network's own, put out at a meeting."""
    words = written(shipped()[0]).replace("Fallklinik", SECRET)
    await leader.click(SaveExercise(gathering=meeting, words=words))
    [own] = [each.id for each in await bot.store.run(lambda tx: shelf.every(tx, TEAM)) if SECRET in each.title]
    await leader.click(PutOut(gathering=meeting, exercise=own, session="s1", grouped=False))
    [session] = await bot.store.run(lambda tx: sessions.of(tx, TEAM, meeting))
    return own, session.id


def team(name: str) -> str:
    return f"19:{name}@thread.tacv2"


def place(home: str, where: str, name: str) -> Json:
    """In the channel of another team, or in somebody's own chat, in the tenant of that team."""
    at = activities.channel(home) if where == "channel" else activities.personal(name)
    data = {**at["channelData"], "tenant": {"id": HOMES[home]}}
    if where == "channel":
        data |= {"teamsTeamId": team(home), "team": {"id": team(home)}}
    return {"conversation": {**at["conversation"], "tenantId": HOMES[home]}, "channelData": data}


async def stranger(bot: RunningBot, home: str, number: int = 0) -> Json:
    """Somebody who leads another network, and so may do there whatever anybody may."""
    who = activities.person(f"{home}{number}")
    chat = Chat(bot, place(home, "channel", ""), who)
    await chat.install()
    await chat.say("hej")
    return who


def payloads(ids: dict[str, str]) -> Iterator[Json]:
    """Each action with the ids of the network, and all else as it is most likely to do something."""
    for each in ACTIONS:
        for then in Then if "then" in each.model_fields else (None,):
            yield {name: value_of(each, name, ids, then) for name in each.model_fields}


def value_of(action: type[Payload], name: str, ids: dict[str, str], then: Then | None) -> Any:
    others = {"example": "risk", "every": "week", "words": "ord", "change": "ord", "met": "yes", "option": 0, **ids}
    others |= {"reply": 0, "seen": "", "decision": "approved"}
    field = action.model_fields[name]
    if then and name == "then":
        return then
    if isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum):
        return next(iter(field.annotation))
    if field.annotation is bool:
        return True
    if name in others:
        return others[name]
    assert not field.is_required(), f"say here what {name} of {action.__name__} is"
    assert "max_length=200" not in str(field.metadata), f"say here what the id {name} of {action.__name__} is"
    return field.default


def shown(bot: RunningBot, answers: list[Any], since: int) -> str:
    """All that was said in answer, in the HTTP answer or in Teams."""
    told = json.dumps([answers, [call.body for call in bot.connector.calls[since:]]], ensure_ascii=False)
    return told.lower()


async def act(bot: RunningBot, way: Way, at: Json, who: Json, ids: dict[str, str]) -> str:
    """Do everything there is to click; gives all that was said to it."""
    since = len(bot.connector.calls)
    answers = [(await bot.post(way(bot, at, who, data))).body for data in payloads(ids)]
    await bot.settle()
    return shown(bot, answers, since)


@pytest.mark.parametrize("home", HOMES)
async def test_with_the_ids_of_another_network_nothing_is_seen_or_changed(
    bot: RunningBot, protected: Protected, home: str
) -> None:
    strangers = [await stranger(bot, home, number) for number in range(len(WAYS) * len(PLACES))]
    before, failures = await protected.kept(), await failed(bot)
    for who, (way, where) in zip(strangers, product(WAYS, PLACES), strict=True):
        said = await act(bot, way, place(home, where, who["name"]), who, protected.ids)
        assert SECRET not in said, (way.__name__, where)
        assert posting.CHANNEL not in said, "something was said in the other network"
    assert changes(before, await protected.kept()) == {}
    assert await failed(bot) == failures, "something was not answered at all"


@pytest.mark.parametrize("home", HOMES)
async def test_no_command_and_no_question_tells_of_another_network(
    bot: RunningBot, protected: Protected, home: str
) -> None:
    who = await stranger(bot, home)
    before, since = await protected.kept(), len(bot.connector.calls)
    for where, words in product(PLACES, [*typed(), *QUESTIONS]):
        await Chat(bot, place(home, where, who["name"]), who).say(words)
    opened = activities.opened(bot.connector.url, place(home, "channel", ""), who, "edit_poll")
    said = shown(bot, [(await bot.post(opened)).body], since)
    assert SECRET not in said
    assert changes(before, await protected.kept()) == {}


async def test_in_the_network_itself_the_same_is_seen_and_changed(bot: RunningBot, protected: Protected) -> None:
    """Or the tests above would hold by accident."""
    before, anna = await protected.kept(), activities.person("Anna")
    since = len(bot.connector.calls)
    for where in (activities.channel(), activities.personal("Anna")):
        for words in (*typed(), *QUESTIONS):
            await Chat(bot, where, anna).say(words)
    assert SECRET in shown(bot, [], since)
    seen = set()
    for at, data in product((activities.channel(), activities.personal("Anna")), payloads(protected.ids)):
        since = len(bot.connector.calls)
        answer = (await bot.post(clicked(bot, at, anna, data))).body
        if SECRET in shown(bot, [answer], since):
            seen.add(data["verb"])
    assert seen >= {"open_case", "show_answer", "see_poll", "list_polls", "open_meeting", "open_draft"}
    assert seen >= {"list_troubles", "answer_question", "show_digest"}
    assert len(changes(before, await protected.kept())) > 5


def typed() -> list[str]:
    """Every command, in both languages, bare and with words that are about what the other network keeps."""
    names = [name for command in COMMANDS for name in (command.swedish[0], command.english[0])]
    return [*names, *(f"{name} svanby" for name in names)]


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What is not as it was, where strangers leave nothing but who they are."""
    own = tuple(f"/{id}{home}" for home in HOMES for id in ("directory-", "29:"))
    everywhere = {at for at in before.keys() | after.keys() if not any(each in at for each in own)}
    return {at: (before.get(at), after.get(at)) for at in everywhere if before.get(at) != after.get(at)}


async def failed(bot: RunningBot) -> str:
    metrics = str((await bot.get("/metrics")).body)
    return next(line for line in metrics.splitlines() if line.startswith("erfa_failures_total"))
