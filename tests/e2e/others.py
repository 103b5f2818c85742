"""The other people of the Playground's team, of whom it shows one: their clicks are sent to the bot as Teams would."""

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

from bot import playground
from cards.actions import Action, decode
from tests.bot import activities
from tests.patience import SECONDS

Json = dict[str, Any]


@dataclass(frozen=True)
class Others:
    """`bot` is where the bot listens, `connector` what it is told to answer to."""

    bot: str
    connector: str

    def vote(self, number: int, title: str) -> None:
        """The person of that number chooses an option of the latest poll."""
        listed = self.click(number, decode({"verb": "list_polls"}))
        shown = self.click(number, decode(carried(listed, "see_poll")))
        self.click(number, decode(carried(shown, "vote", title)))

    def press(self, number: int, shown: Json, verb: str) -> Json:
        """The person of that number clicks the first button of that verb."""
        return self.click(number, decode(carried(shown, verb)))

    def click(self, number: int, action: Action) -> Json:
        """The person of that number clicks a button in the channel; gives what Teams is answered.

        The last is the one whom the Playground shows.
        """
        network = playground.network("sv")
        person, team = [*network["users"], network["currentUser"]][number], network["team"]
        place = activities.channel()
        place["conversation"]["id"] = f"{team['channels'][0]['id']};messageid=1"
        place["channelData"]["team"] = {"id": team["id"]}
        data = action.model_dump()
        activity = activities.clicked(self.connector, place, person, data, recipient=network["bot"])
        request = urllib.request.Request(
            f"{self.bot}/api/messages", json.dumps(activity).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            body: Json = json.load(answer)
        return body


def carried(part: object, verb: str, about: str = "") -> Json:
    """What the first button of that verb carries, `about` which of several it is."""
    found = list(_actions(part))
    return next(each["data"] for each in found if each["verb"] == verb and about in each.get("tooltip", ""))


def _actions(part: object) -> list[Json]:
    if isinstance(part, list):
        return [action for each in part for action in _actions(each)]
    if not isinstance(part, dict):
        return []
    own = [part] if part.get("type") == "Action.Execute" else []
    return own + [
        action for key, each in part.items() if key not in ("fallback", "refresh") for action in _actions(each)
    ]
