"""Who is in a conversation, as far as Teams tells."""

import asyncio
from dataclasses import dataclass, replace

import structlog

from bot.activity import Account, Inbound
from bot.calls import SendFailed
from bot.connector import Connector, Reference
from dialogs.turn import Person

SECONDS = 4.0  # that a turn waits for the names of all

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Roster:
    connector: Connector

    async def known(self, activity: Inbound, account: Account) -> Person:
        """A mentioned person under their lasting id, for which Teams has to be asked."""
        member = None if account.aad_object_id else await self._member(activity, account.id)
        return Person((member or account).lasting_id or account.id, account.name, account.id)

    async def named(self, activity: Inbound) -> Inbound:
        """With the name of who installed the app, which Teams leaves out but a network must know of its leader."""
        sender = activity.sender
        member = None if sender.name else await self._member(activity, sender.id)
        named = sender.model_copy(update={"name": member.name}) if member else sender
        return activity.model_copy(update={"sender": named})

    async def everybody(self, activity: Inbound, conversation: str) -> tuple[str, ...]:
        """The ids by which Teams knows all who are in a conversation; none where it does not tell in time."""
        there = replace(Reference.of(activity), conversation=conversation)
        try:
            async with asyncio.timeout(SECONDS):
                return tuple(member.id for member in await self.connector.members(there))
        except (SendFailed, TimeoutError) as error:
            log.warning("members_unknown", cause=str(error))
            return ()

    async def address(self, activity: Inbound) -> str:
        """What a chat with whoever did it is opened with; empty where Teams does not tell."""
        member = await self._member(activity, activity.sender.id)
        return member.address if member else ""

    async def is_in(self, activity: Inbound, network: str) -> bool:
        """Whether whoever did it is in a team or chat; not where Teams does not tell."""
        return await self._member(activity, activity.sender.id, network) is not None

    async def _member(self, activity: Inbound, member: str, conversation: str = "") -> Account | None:
        """Of the conversation that it came from, unless another is named."""
        here = Reference.of(activity)
        there = replace(here, conversation=conversation or here.conversation)
        try:
            return await self.connector.member(there, member)
        except SendFailed as error:
            log.warning("member_unknown", status=error.status)
            return None
