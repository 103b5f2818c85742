"""A network in which things happen, and the digests that tell of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.routes import desk
from bot.settings import Settings as BotSettings
from knowledge import answers, jobs, open_questions, posts
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.digests import issues, personal, sending, settings
from knowledge.digests.issues import Digest, Issue, Occasion
from knowledge.digests.sending import Desk, Edition
from knowledge.digests.settings import Settings
from knowledge.jobs import Job
from knowledge.library.case import parse
from knowledge.library.catalogue import put_case
from knowledge.library.model import Case, Visibility
from knowledge.posts import Kept
from knowledge.recurrence import Every
from knowledge.store.contract import Store
from tests.knowledge.library.samples import sample

ZONE = ZoneInfo("Europe/Stockholm")
NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norrbotten@thread.tacv2"
CHANNEL = "19:general@thread.tacv2"
MONDAY = datetime(2026, 3, 9, 7, 0, tzinfo=UTC)  # 08:00 in Stockholm
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
WEEKLY = Settings(Every.WEEK, 0, time(8), CHANNEL)


def draw(digest: Digest) -> Mapping[str, Any]:
    return {"content": {"told": [item.subject for item in digest.items]}, "summary": digest.id}


DESK = Desk(desk(BotSettings()).sources, ZONE, "sv", draw, {"content": {}, "summary": "!"})


def case(id: str, title: str = "", secret: bool = False, themes: tuple[str, ...] = ("mark",)) -> Case:
    visibility = Visibility.CONFIDENTIAL if secret else Visibility.PUBLIC
    text = sample(id, id)
    return replace(parse(text, f"{id}.md"), title=title or id, visibility=visibility, themes=themes)


async def add(store: Store, added: Case, at: datetime, network: str = NETWORK) -> None:
    await store.run(lambda tx: put_case(tx, network, added, at))


async def open_question(
    store: Store, id: str, at: datetime, network: str = NETWORK, near: tuple[Case, ...] = ()
) -> None:
    answer = Answer(f"{id}?", Outcome.UNKNOWN, related=near)
    given = Given(id, answer, "sv", f"{CHANNEL};messageid=1")
    await store.run(lambda tx: open_questions.keep(tx, network, given, "", at))


async def ask(store: Store, about: Case, at: datetime, times: int = 1, network: str = NETWORK) -> None:
    """Ask questions to which the case comes nearest."""
    answer = Answer("?", Outcome.UNKNOWN, related=(about,))

    for _ in range(times):
        given = Given(answers.new_id(at), answer, "sv", "thread")
        await store.run(partial(answers.keep, network=network, given=given, at=at))


async def set_up(store: Store, wanted: Settings = WEEKLY, now: datetime = MONDAY - DAY, network: str = NETWORK) -> None:
    await store.run(lambda tx: settings.save(tx, network, wanted, ZONE, now))


async def due(store: Store, now: datetime, kind: str = settings.KIND) -> None:
    """Do all that is due, as the clock does."""
    run = sending.run if kind == settings.KIND else personal.run
    for claimed in await store.run(lambda tx: jobs.claim_due(tx, kind, now, HOUR, 10)):
        effect = partial(run, job=claimed.job, now=now, desk=DESK)
        await store.run(partial(jobs.finish, claimed=claimed, effect=effect))


async def job(store: Store, kind: str = settings.KIND, subject: str = "", network: str = NETWORK) -> Job | None:
    return await store.run(lambda tx: jobs.find(tx, kind, network, subject))


async def sent(store: Store, network: str = NETWORK, person: str = "") -> list[Issue]:
    return await store.run(lambda tx: issues.sent(tx, network, person))


async def post(store: Store, issue: Issue) -> Kept:
    found = await store.run(lambda tx: posts.find(tx, issue.digest.network, issue.post))
    assert found
    return found


async def compose(store: Store, now: datetime = MONDAY, desk: Desk = DESK, network: str = NETWORK) -> Digest | None:
    edition = Edition(network, "now", Occasion.NOW)
    return await store.run(lambda tx: sending.compose(tx, desk, edition, now))


async def send(store: Store, id: str, now: datetime) -> Issue | None:
    return await store.run(lambda tx: sending.send(tx, DESK, Edition(NETWORK, id, Occasion.NOW), now))


def told(digest: Digest | None) -> list[str]:
    return [item.subject for item in digest.items] if digest else []
