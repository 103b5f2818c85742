"""Activities as Teams and the Playground send them."""

import itertools
from typing import Any

Json = dict[str, Any]

BOT = {"id": "28:11111111-2222-3333-4444-555555555555", "name": "Erfa"}
TEAM = "19:team@thread.tacv2"
TENANT = "aaaaaaaa-0000-0000-0000-000000000001"

_numbers = itertools.count(1700000000000)


def new_id() -> str:
    return str(next(_numbers))


def person(name: str) -> Json:
    return {"id": f"29:{name.lower()}", "name": name, "aadObjectId": f"directory-{name.lower()}"}


def channel(name: str = "general", thread: str = "") -> Json:
    """The conversation and channelData of a thread in a channel; a new thread unless named."""
    channel_id = f"19:{name}@thread.tacv2"
    return {
        "conversation": {
            "id": f"{channel_id};messageid={thread or new_id()}",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {
            "teamsChannelId": channel_id,
            "teamsTeamId": TEAM,
            "channel": {"id": channel_id},
            "team": {"id": TEAM},
            "tenant": {"id": TENANT},
        },
    }


def group() -> Json:
    conversation = {"id": "19:group@thread.v2", "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    return {"conversation": conversation, "channelData": {"tenant": {"id": TENANT}}}


def personal(name: str) -> Json:
    conversation = {"id": f"a:personal-{name.lower()}", "conversationType": "personal", "tenantId": TENANT}
    return {"conversation": conversation, "channelData": {"tenant": {"id": TENANT}}}


def activity(kind: str, service_url: str, place: Json, who: Json, /, **more: Any) -> Json:
    """What all have in common; `more` overrides and adds."""
    return {
        "type": kind,
        "id": new_id(),
        "timestamp": "2026-03-05T08:00:00.000Z",
        "localTimestamp": "2026-03-05T09:00:00.000+01:00",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": who,
        "recipient": BOT,
        **place,
        **more,
    }


def said(service_url: str, place: Json, who: Json, text: str, /, **more: Any) -> Json:
    """A message; in a channel or group it mentions the bot, as it must to be delivered."""
    mentioned = place["conversation"]["conversationType"] != "personal"
    mention = {"type": "mention", "mentioned": BOT, "text": "<at>Erfa</at>"}
    client = {"type": "clientInfo", "locale": "sv-SE", "country": "SE", "platform": "Web"}
    written = {
        "text": f"<at>Erfa</at> {text}" if mentioned else text,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": f"<p>{text}</p>"}],
        "entities": [mention, client] if mentioned else [client],
    }
    return activity("message", service_url, place, who, **{**written, **more})


def clicked(service_url: str, place: Json, who: Json, data: Json, /, **more: Any) -> Json:
    """Action.Execute on a card."""
    action = {"type": "Action.Execute", "title": "Knapp", "verb": data.get("verb", ""), "data": data}
    value = {"action": action, "trigger": "manual"}
    invoke = {"name": "adaptiveCard/action", "value": value, "replyToId": "card-1"}
    return activity("invoke", service_url, place, who, **{**invoke, **more})


def submitted(service_url: str, place: Json, who: Json, data: Json, /, **more: Any) -> Json:
    """Action.Submit on a card, which a client without Action.Execute sends."""
    return activity("message", service_url, place, who, **{"value": data, "replyToId": "card-1", **more})


def opened(service_url: str, place: Json, who: Json, command: str, /, **more: Any) -> Json:
    """A command of the message extension, which opens a dialog."""
    value = {"commandId": command, "commandContext": "compose", "context": {"theme": "default"}}
    return activity("invoke", service_url, place, who, **{"name": "composeExtension/fetchTask", "value": value, **more})


def searched(service_url: str, place: Json, who: Json, words: str, /, **more: Any) -> Json:
    """A search of the message extension; a search that is only opened says so in a parameter of its own."""
    parameter = {"name": "words", "value": words} if words else {"name": "initialRun", "value": "true"}
    value = {"commandId": "search_cases", "parameters": [parameter], "queryOptions": {"skip": 0, "count": 25}}
    return activity("invoke", service_url, place, who, **{"name": "composeExtension/query", "value": value, **more})


def saved(service_url: str, place: Json, who: Json, message: Json, /, **more: Any) -> Json:
    """*Spara som lärdom* on a message."""
    value = {"commandId": "save_message", "commandContext": "message", "messagePayload": message}
    return activity("invoke", service_url, place, who, **{"name": "composeExtension/fetchTask", "value": value, **more})


def clicked_in_dialog(service_url: str, place: Json, who: Json, data: Json, /, **more: Any) -> Json:
    """Action.Submit on a card in a dialog of the message extension."""
    value = {"commandId": "edit_poll", "commandContext": "compose", "data": data}
    invoke = {"name": "composeExtension/submitAction", "value": value}
    return activity("invoke", service_url, place, who, **{**invoke, **more})


def in_form(service_url: str, place: Json, who: Json, name: str, data: Json, /, **more: Any) -> Json:
    """A button that opens a dialog of a card (`name` is *task/fetch*), or one in that dialog (*task/submit*)."""
    value = {"data": data, "context": {"theme": "default"}}
    return activity("invoke", service_url, place, who, **{"name": name, "value": value, "replyToId": "card-1", **more})


def meeting_ended(service_url: str, place: Json, who: Json, meeting: str, /, **more: Any) -> Json:
    """A meeting ended, as Teams tells an app that was added to it."""
    value = {
        "MeetingType": "Scheduled",
        "Title": "Träff om tillstånd",
        "Id": meeting,
        "JoinUrl": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_1%40thread.v2/0",
        "EndTime": "2026-03-05T08:00:00.0000000Z",
    }
    there = {**place, "channelData": {**place["channelData"], "meeting": {"id": meeting}}}
    name = "application/vnd.microsoft.meetingEnd"
    return activity("event", service_url, there, who, name=name, value=value, **more)


def installed(service_url: str, place: Json, who: Json, action: str = "add") -> Json:
    return activity("installationUpdate", service_url, place, _nameless(who), action=action)


def joined(service_url: str, place: Json, who: Json, *members: Json) -> Json:
    return activity("conversationUpdate", service_url, place, _nameless(who), membersAdded=list(members))


def _nameless(who: Json) -> Json:
    """Teams tells who did it by id alone."""
    return {name: value for name, value in who.items() if name != "name"}
