"""What is asked of the Bot Connector, Teams' side of the conversation. Every method raises SendFailed."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Self, TypeVar
from urllib.parse import quote, urlencode

from pydantic import TypeAdapter, ValidationError

from bot.activity import Account, Inbound
from bot.calls import Caller, Json, Request, SendFailed
from bot.local import without_dialogs
from bot.pace import Before

MEMBERS_AT_ONCE = 500  # the most that Teams gives in a page
MOST_PAGES = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reference:
    """A conversation and how to reach it; plain text, so that it can be stored and used later."""

    service_url: str
    conversation: str
    bot_id: str
    bot_name: str

    @classmethod
    def of(cls, activity: Inbound) -> Self:
        return cls(activity.service_url, activity.conversation.id, activity.recipient.id, activity.recipient.name)


@dataclass(frozen=True, slots=True)
class Posted:
    """Where something new stands: `thread` is the conversation of the thread that it begins."""

    thread: str
    activity_id: str


@dataclass(frozen=True, slots=True)
class Team:
    """`group` is the directory's id of the team, by which Graph knows it."""

    id: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """`resource` is how Graph knows it, `organizer` the directory's id of who called it; empty where there is none."""

    title: str
    resource: str
    organizer: str


class Connector:
    """The Bot Connector's calls, each answer checked; in `local` mode it is the simulator that is spoken to."""

    def __init__(self, caller: Caller, *, local: bool = False) -> None:
        self._caller = caller
        self._local = local

    async def send(self, to: Reference, activity: Mapping[str, Any], before: Before | None = None) -> str:
        """Post `activity`, after `before`; returns its id (empty if the connector gave none)."""
        body = self._addressed(to, activity)
        path = _path(to, "activities")
        answer = await self._caller.call(Request("POST", to.service_url, path, body, to.conversation, before))
        return str(answer.get("id", ""))

    async def update(self, to: Reference, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Put `activity` in the place of one posted before."""
        body = {**self._addressed(to, activity), "id": activity_id}
        await self._say("PUT", to, "activities", activity_id, body=body)

    async def delete(self, to: Reference, activity_id: str) -> None:
        """Take back what was posted."""
        await self._say("DELETE", to, "activities", activity_id)

    async def start_thread(self, to: Reference, activity: Mapping[str, Any], before: Before | None = None) -> Posted:
        """Post `activity` in the channel `to`, after `before`, as the beginning of a thread of its own."""
        begun = {
            "isGroup": True,
            "channelData": {"channel": {"id": to.conversation}},
            "bot": {"id": to.bot_id, "name": to.bot_name},
            "activity": self._addressed(to, activity),
        }
        request = Request("POST", to.service_url, "v3/conversations", begun, to.conversation, before)
        answer = await self._caller.call(request)
        return Posted(str(answer.get("id", "")), str(answer.get("activityId", "")))

    async def open_chat(self, to: Reference, person: str, tenant: str) -> Reference:
        """The private chat with `person`, an id that Teams gave, of the directory `tenant`."""
        asked = {
            "isGroup": False,
            "bot": {"id": to.bot_id, "name": to.bot_name},
            "members": [{"id": person}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        answer = await self._caller.call(Request("POST", to.service_url, "v3/conversations", asked, person))
        if not answer.get("id"):
            raise SendFailed(HTTPStatus.OK, "no chat")
        return Reference(to.service_url, str(answer["id"]), to.bot_id, to.bot_name)

    async def member(self, of: Reference, member_id: str) -> Account:
        """Who `member_id` is in the conversation."""
        return _as(Account, await self._ask(of, _path(of, "members", member_id)))

    async def members(self, of: Reference) -> list[Account]:
        """Everybody in the chat, or in the team of the channel, page by page."""
        found: list[Account] = []
        query = {"pageSize": str(MEMBERS_AT_ONCE)}
        for _ in range(MOST_PAGES):
            page = await self._ask(of, f"{_path(of, 'pagedmembers')}?{urlencode(query)}")
            found += _as(list[Account], page.get("members", []))
            if not page.get("continuationToken"):
                return found
            query["continuationToken"] = str(page["continuationToken"])
        raise SendFailed(HTTPStatus.OK, "the pages of members never end")

    async def team(self, of: Reference, team_id: str) -> Team:
        answer = await self._ask(of, f"v3/teams/{quote(team_id, safe='')}")
        return Team(team_id, str(answer.get("name") or ""), str(answer.get("aadGroupId") or ""))

    async def meeting(self, of: Reference, meeting_id: str) -> Meeting:
        """What Teams knows of a meeting in a conversation that the bot is in."""
        answer = await self._ask(of, f"v1/meetings/{quote(meeting_id, safe='')}")
        details, organizer = (_as(dict[str, Any], answer.get(part) or {}) for part in ("details", "organizer"))
        found = (details.get("title"), details.get("msGraphResourceId"), organizer.get("aadObjectId"))
        return Meeting(*(str(each or "") for each in found))

    def _addressed(self, to: Reference, activity: Mapping[str, Any]) -> Json:
        return {
            **(without_dialogs(activity) if self._local else activity),
            "from": {"id": to.bot_id, "name": to.bot_name},
            "conversation": {"id": to.conversation},
            "serviceUrl": to.service_url,
            "channelId": "msteams",
        }

    async def _say(self, method: str, to: Reference, *steps: str, body: Json | None = None) -> Json:
        """A call that those in the conversation see the effect of."""
        return await self._caller.call(Request(method, to.service_url, _path(to, *steps), body, to.conversation))

    async def _ask(self, of: Reference, path: str) -> Json:
        return await self._caller.call(Request("GET", of.service_url, path))


def _path(to: Reference, *steps: str) -> str:
    return "/".join(("v3/conversations", *(quote(step, safe="") for step in (to.conversation, *steps))))


def _as(shape: type[T], answer: Any) -> T:
    try:
        return TypeAdapter(shape).validate_python(answer)
    except ValidationError as error:
        raise SendFailed(HTTPStatus.OK, f"not what was asked for: {error.error_count()} faults") from error
