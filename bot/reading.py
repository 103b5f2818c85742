"""What an activity says: where, in whose network, which words, whom it mentions, what was clicked."""

import json
import re
from enum import StrEnum
from hashlib import sha256
from html import unescape
from typing import Any

from bot.activity import Account, Entity, Inbound
from cards import actions
from dialogs.turn import Place
from knowledge import presence
from knowledge.networks import Address
from knowledge.store.contract import Transaction

MENTION = re.compile(r"<at[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)
CLICK = "adaptiveCard/action"
OPEN_DIALOG, CLICK_IN_DIALOG = "composeExtension/fetchTask", "composeExtension/submitAction"
OPEN_FORM, CLICK_IN_FORM = "task/fetch", "task/submit"  # a dialog of a card, rather than of the message box
MEETING_END = "application/vnd.microsoft.meetingEnd"
FILE_CONSENT = "fileConsent/invoke"
SEARCH = "composeExtension/query"
DIALOGS = (OPEN_DIALOG, CLICK_IN_DIALOG, OPEN_FORM, CLICK_IN_FORM)
ANSWERED = (CLICK, *DIALOGS, SEARCH, FILE_CONSENT)
COPY_OF_TEXT = "text/html"
FILE = "application/vnd.microsoft.teams.file.download.info"
LONGEST_MESSAGE = 5000  # characters
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h\d)>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
NOBODY = ("19:", "28:")  # how Teams' ids of channels and chats, and of bots, begin


def place(activity: Inbound) -> Place:
    """Where it happens; what is not said to be personal is taken to be read by others."""
    if activity.channel_data.team.id or activity.conversation.conversation_type == "channel":
        return Place.CHANNEL
    return Place.PERSONAL if activity.conversation.conversation_type == "personal" else Place.GROUP


class Event(StrEnum):
    """What happened to the app itself."""

    ADDED = "add"
    REMOVED = "remove"


def event(activity: Inbound) -> Event | None:
    """Whether the app came or went here; None when somebody else did, or it was only brought up to date."""
    if activity.type == "installationUpdate":
        return Event(activity.action) if activity.action in set(Event) else None
    joined = any(member.id == activity.recipient.id for member in activity.members_added)
    return Event.ADDED if activity.type == "conversationUpdate" and joined else None


def ended_meeting(activity: Inbound) -> str:
    """What Teams calls the meeting that has just ended; empty when it was something else."""
    ended = activity.type == "event" and activity.name == MEETING_END
    return activity.channel_data.meeting.id if ended else ""


def home(activity: Inbound) -> str:
    """The team, or outside of teams the chat: what the bot is installed in."""
    return activity.channel_data.team.id or channel(activity)


def network(transaction: Transaction, activity: Inbound) -> str:
    """Whose library and people it concerns; in private, and in a search in a chat, those of where they last spoke."""
    own, where = home(activity), place(activity)
    if where is Place.CHANNEL or (where is Place.GROUP and not in_search(activity)):
        return own
    return presence.network_of(transaction, activity.sender.lasting_id) or own


def channel(activity: Inbound) -> str:
    """The channel that a thread belongs to, or the chat itself."""
    return activity.conversation.id.partition(";messageid=")[0]


def address(activity: Inbound) -> Address:
    """How to reach where it comes from, of its own accord."""
    bot, tenant = activity.recipient, activity.channel_data.tenant.id
    chat = activity.conversation.id if place(activity) is Place.PERSONAL else ""
    return Address(activity.service_url, bot.id, bot.name, tenant, chat)


def words(activity: Inbound) -> str:
    """What was written, without the mention of the bot; others keep their names."""
    text = activity.text
    for mention in _mentions(activity):
        if mention.text and mention.mentioned.id == activity.recipient.id:
            text = text.replace(mention.text, " ", 1)
    own_name = activity.recipient.name.casefold()

    def named(match: re.Match[str]) -> str:
        name = match[1].strip()
        return " " if name.casefold() == own_name else name

    lines = unescape(MENTION.sub(named, text)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def is_meant(activity: Inbound) -> bool:
    """Whether it was said to the bot: in private anything is, elsewhere a click and what mentions it.

    Where the app may read the channel, Teams delivers the rest as well.
    """
    if place(activity) is Place.PERSONAL or clicked(activity) is not None:
        return True
    own_name = activity.recipient.name.casefold()
    named = any(name.strip().casefold() == own_name for name in MENTION.findall(activity.text))
    return named or any(mention.mentioned.id == activity.recipient.id for mention in _mentions(activity))


def mentioned(activity: Inbound) -> list[Account]:
    """The people it mentions."""
    others = {mention.mentioned.id: mention.mentioned for mention in _mentions(activity)}
    return [each for id, each in others.items() if id not in {"", activity.recipient.id} and not id.startswith(NOBODY)]


def _mentions(activity: Inbound) -> list[Entity]:
    return [entity for entity in activity.entities if entity.type == "mention"]


def clicked(activity: Inbound) -> object | None:
    """The data of the button that was clicked, or of what a file was asked for with; None when it was not a click."""
    if activity.is_invoke:
        value = activity.value if isinstance(activity.value, dict) else {}
        data = _carried(activity.name, value)
        return {} if data is None else data
    return activity.value if not activity.text else None


def _carried(name: str, value: dict[str, Any]) -> object | None:
    """What a click brings along; a command of the message extension is called as the action that it does."""
    if name == OPEN_DIALOG:
        return {"verb": value.get("commandId"), **_message(value.get("messagePayload"))}
    if name == SEARCH:
        return {"verb": value.get("commandId"), "words": _searched(value.get("parameters"))}
    if name == FILE_CONSENT:
        return value.get("context")
    action = value if name in DIALOGS else value.get("action")
    return action.get("data") if isinstance(action, dict) else None


def _message(payload: object) -> dict[str, Any]:
    """The message that a command was called on; what it says without its markup. Nothing where there is none."""
    if not isinstance(payload, dict):
        return {}
    user = _part(_part(payload, "from"), "user")
    marked = _BREAK.sub("\n", str(_part(payload, "body").get("content") or ""))
    words = unescape(_TAG.sub("", marked))[:LONGEST_MESSAGE]
    root = payload.get("replyToId") or payload.get("id")
    return {
        "message": payload.get("id"),
        "root": root,
        "author": user.get("id"),
        "name": user.get("displayName"),
        "words": words,
    }


def _part(of: dict[str, Any], name: str) -> dict[str, Any]:
    part = of.get(name)
    return part if isinstance(part, dict) else {}


def _searched(parameters: object) -> str:
    """What was typed to search for; nothing when the search was only opened."""
    rows = parameters if isinstance(parameters, list) else []
    typed = (each.get("value") for each in rows if isinstance(each, dict) and each.get("name") == "words")
    return next((each for each in typed if isinstance(each, str)), "")


def may_be_elsewhere(activity: Inbound) -> bool:
    """Whether the message extension may have been used in a chat between people, which the bot is not in."""
    in_private = activity.name in {OPEN_DIALOG, CLICK_IN_DIALOG} and place(activity) is Place.PERSONAL
    return activity.name == SEARCH or in_private


def in_search(activity: Inbound) -> bool:
    """Whether the answer is listed beside the message box."""
    return activity.name == SEARCH


def in_dialog(activity: Inbound) -> bool:
    """Whether the answer is shown in a dialog, beside the conversation."""
    return activity.name in DIALOGS


def is_confidential(activity: Inbound) -> bool:
    """Whether what was clicked must not be kept beside who clicked it."""
    return actions.is_confidential(clicked(activity))


def is_answered_in_place(activity: Inbound) -> bool:
    """Whether what is said to it goes back in the HTTP answer, rather than in a message."""
    return activity.is_invoke and activity.name != FILE_CONSENT


def is_declined(activity: Inbound) -> bool:
    """Whether somebody does not want a file that they were asked about."""
    value = activity.value if isinstance(activity.value, dict) else {}
    accepted = value.get("action") == "accept" and isinstance(value.get("context"), dict)
    return activity.name == FILE_CONSENT and not accepted


def pictures(activity: Inbound) -> int:
    """How many files came along; Teams attaches a copy of the text itself, which does not count."""
    return sum(each.content_type != COPY_OF_TEXT for each in activity.attachments)


def files(activity: Inbound) -> list[tuple[str, str]]:
    """The name of each file that was sent, and the address to fetch it from; Teams gives it in private chats only."""
    sent = [each for each in activity.attachments if each.content_type == FILE and isinstance(each.content, dict)]
    found = [(each.name, each.content.get("downloadUrl")) for each in sent]
    return [(name, url) for name, url in found if isinstance(url, str)]


def meaning(activity: Inbound) -> str:
    """The same for the same person saying or clicking the same in the same place, whatever id Teams gave it."""
    said = [
        activity.conversation.id,
        activity.sender.id,
        activity.type,
        activity.name,
        activity.text,
        activity.value,
        activity.reply_to_id,
        [each.content_url for each in activity.attachments],
    ]
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
