"""The manifest and its translation against Microsoft's schemas, and against what Teams demands beyond them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from cards.actions import decode
from manifest.app import App
from manifest.package import manifest, template, translation

SCHEMAS = Path(__file__).parent / "schema"
SCOPES = {"team", "personal", "groupChat"}
LONGEST_DESCRIPTION = 4000
COMMANDS_SHOWN = 10  # https://learn.microsoft.com/microsoftteams/platform/bots/how-to/create-a-bot-commands-menu
UNDERSTOOD = {
    "fråga": "ask",
    "fall": "cases",
    "kontakter": "contacts",
    "min profil": "my profile",
    "mina uppgifter": "my data",
    "utskick": "digest",
    "omröstning": "poll",
    "träff": "next meeting",
    "triader": "triads",
    "sammanfatta": "summarise",
    "bidra": "contribute",
    "hjälp": "help",
}


def schema(name: str) -> Draft4Validator:
    return Draft4Validator(
        json.loads((SCHEMAS / name).read_text(encoding="utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER
    )


def errors(validator: Draft4Validator, content: object) -> list[str]:
    return [f"{list(each.path)}: {each.message}" for each in validator.iter_errors(content)]


@pytest.fixture
def filled(app: App) -> dict[str, Any]:
    return manifest(app)


@pytest.fixture
def english(app: App) -> dict[str, str]:
    return translation(app)


def commands(content: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Each command that is typed, under the path that a translation names it by."""
    return {
        f"bots[0].commandLists[{place}].commands[{number}]": command
        for place, each in enumerate(content["bots"][0]["commandLists"])
        for number, command in enumerate(each["commands"])
    }


def actions(content: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Each command of the message extension, likewise."""
    return {
        f"composeExtensions[0].commands[{number}]": command
        for number, command in enumerate(content["composeExtensions"][0]["commands"])
    }


def parameters(content: dict[str, Any]) -> list[str]:
    """What each search asks for, likewise."""
    numbered = [(path, len(command.get("parameters", ()))) for path, command in actions(content).items()]
    return [f"{path}.parameters[{number}]" for path, count in numbered for number in range(count)]


def test_the_filled_manifest_is_valid(filled: dict[str, Any]) -> None:
    assert errors(schema("MicrosoftTeams.schema.json"), filled) == []


def test_an_unfilled_template_is_not_valid() -> None:
    places = [error.split(":")[0] for error in errors(schema("MicrosoftTeams.schema.json"), template())]
    assert {"['id']", "['bots', 0, 'botId']", "['developer', 'websiteUrl']"} <= set(places)


@pytest.mark.parametrize("asked", [(), ("read_back",), ("transcripts",), ("read_back", "transcripts")])
def test_nothing_is_left_unfilled(app: App, asked: tuple[str, ...]) -> None:
    assert "{{" in json.dumps(template())
    built = app.model_copy(update=dict.fromkeys(asked, True))
    assert "{{" not in json.dumps([manifest(built), translation(built)])


def test_the_translation_is_valid(english: dict[str, str]) -> None:
    assert errors(schema("MicrosoftTeams.Localization.schema.json"), english) == []


def test_both_files_name_the_schema_they_are_checked_against(filled: dict[str, Any], english: dict[str, str]) -> None:
    version = filled["manifestVersion"]
    assert f"/v{version}/MicrosoftTeams.schema.json" in filled["$schema"]
    assert f"/v{version}/MicrosoftTeams.Localization.schema.json" in english["$schema"]


def test_the_translation_has_every_word_a_user_sees_and_no_other(
    filled: dict[str, Any], english: dict[str, str]
) -> None:
    names = {"$schema", "name.short", "name.full", "description.short", "description.full"}
    own = (*commands(filled), *actions(filled), *parameters(filled))
    paths = {f"{path}.{part}" for path in own for part in ("title", "description")}
    assert set(english) == names | paths


def test_every_scope_has_exactly_one_short_list_of_commands(filled: dict[str, Any]) -> None:
    bot = filled["bots"][0]
    assert set(bot["scopes"]) == SCOPES
    assert Counter(scope for each in bot["commandLists"] for scope in each["scopes"]) == Counter(SCOPES)
    assert all(0 < len(each["commands"]) <= COMMANDS_SHOWN for each in bot["commandLists"])


def test_a_chosen_command_is_typed_as_the_bot_understands_it(filled: dict[str, Any], english: dict[str, str]) -> None:
    titles = {path: command["title"] for path, command in commands(filled).items()}
    assert set(titles.values()) == set(UNDERSTOOD)
    assert {path: english[f"{path}.title"] for path in titles} == {
        path: UNDERSTOOD[title] for path, title in titles.items()
    }


def test_each_command_of_the_message_extension_is_an_action_of_the_bot(filled: dict[str, Any]) -> None:
    message = {"message": "1", "root": "1", "author": "anna"}
    for command in actions(filled).values():
        assert decode({"verb": command["id"], **(message if "message" in command["context"] else {})})
        assert command["type"] == "query" or command["fetchTask"]


def test_no_list_names_a_command_twice(filled: dict[str, Any]) -> None:
    for each in filled["bots"][0]["commandLists"]:
        titles = [command["title"] for command in each["commands"]]
        assert len(titles) == len(set(titles))


def test_a_team_bot_says_how_it_takes_to_shared_channels(filled: dict[str, Any]) -> None:
    """From version 1.25 on Teams refuses a manifest with team scope that leaves this out; the schema does not."""
    assert filled["supportsChannelFeatures"] == "tier1"


def test_it_asks_for_no_permissions(filled: dict[str, Any]) -> None:
    assert not {"permissions", "devicePermissions", "authorization", "webApplicationInfo"} & set(filled)


def test_asked_to_read_back_it_asks_for_one_permission_in_one_team_at_a_time(app: App) -> None:
    asking = manifest(app.model_copy(update={"read_back": True}))
    assert errors(schema("MicrosoftTeams.schema.json"), asking) == []
    permissions = asking["authorization"]["permissions"]
    assert permissions == {"resourceSpecific": [{"name": "ChannelMessage.Read.Group", "type": "Application"}]}
    assert asking["webApplicationInfo"]["id"] == str(app.bot_id)
    assert asking["webApplicationInfo"]["resource"]


def test_asked_for_transcripts_it_asks_for_what_takes_a_meeting_at_a_time_alone(app: App) -> None:
    asking = manifest(app.model_copy(update={"transcripts": True}))
    assert errors(schema("MicrosoftTeams.schema.json"), asking) == []
    names = [each["name"] for each in asking["authorization"]["permissions"]["resourceSpecific"]]
    assert names == [
        "OnlineMeeting.ReadBasic.Chat",
        "OnlineMeetingTranscript.Read.Chat",
        "ChannelMeeting.ReadBasic.Group",
    ]
    both = manifest(app.model_copy(update={"transcripts": True, "read_back": True}))
    assert len(both["authorization"]["permissions"]["resourceSpecific"]) == 4


@pytest.mark.parametrize(
    ("asked", "swedish", "english"),
    [
        ("read_back", "för ett enda ändamål", "for one purpose"),
        ("transcripts", "Transkriptionen sparas inte", "The transcript is not kept"),
    ],
)
def test_whoever_adds_it_is_told_what_it_reads(app: App, asked: str, swedish: str, english: str) -> None:
    asking = app.model_copy(update={asked: True})
    for language, purpose in (("sv", swedish), ("en", english)):
        said = [
            manifest(each)["description"]["full"] if language == "sv" else translation(each)["description.full"]
            for each in (app, asking)
        ]
        assert [purpose in words for words in said] == [False, True]
        assert all(len(words) <= LONGEST_DESCRIPTION for words in said)


def test_files_go_both_ways_in_private(filled: dict[str, Any]) -> None:
    """Without this Teams shows no paper clip, and takes no file from the bot."""
    assert filled["bots"][0]["supportsFiles"] is True


def test_what_the_organisation_decides_is_in_its_place(filled: dict[str, Any], app: App) -> None:
    assert filled["bots"][0]["botId"] == filled["composeExtensions"][0]["botId"] == str(app.bot_id)
    assert filled["id"] == str(app.id) != str(app.bot_id)
    assert filled["validDomains"] == ["bot.example.se"]
    assert filled["developer"] == {
        "name": "Region Exempel",
        "websiteUrl": "https://www.example.se/erfa",
        "privacyUrl": "https://www.example.se/dataskydd",
        "termsOfUseUrl": "https://www.example.se/villkor",
    }


def test_the_website_stands_in_for_terms_of_use(app: App) -> None:
    developer = manifest(app.model_copy(update={"terms": None}))["developer"]
    assert developer["termsOfUseUrl"] == developer["websiteUrl"]
