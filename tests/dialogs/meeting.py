"""A leader and others around a meeting: notes as they are pasted, cards filled in and clicked as in Teams."""

import re
from dataclasses import dataclass
from typing import Any

from cards.meeting_actions import DraftSummary, OpenDraft, PublishDraft, SaveDraft, Then
from tests.bot.conversation import Chat, RunningBot, Shown
from tests.cards.reading import nodes
from tests.dialogs.test_ask import actions_of, button

NOTES = """Träff om tillstånd
## Vad vi lärde
- Tidiga samråd sparar tid.
## Beslut
- Vi tar fram en gemensam checklista för första kontakten.
## Att göra
- Leksand skickar mallen till alla, senast 20 mars
## Öppna frågor
- Vem äger vägen till industriområdet?
"""
TRANSCRIPT = """WEBVTT

00:00:07.621 --> 00:00:16.845
<v Karin Ståhlberg>Är någon emot? Nej, då säger vi så, vi gör en gemensam checklista.</v>

00:12:40.000 --> 00:12:45.000
<v Emelie Kroon (Leksand)>Jag skickar mallen till Karin på måndag.</v>
"""
DOUBTFUL = """[00:00] Karin Ståhlberg: Hej och välkomna.
[00:09] Emelie Kroon: Vi har sett att tidiga samråd sparar tid.
[00:20] Karin Ståhlberg: Vem skriver utkastet?
[00:25] Bo Falk: Jag skriver utkastet till fredag.
[00:30] Karin Ståhlberg: När är det styrelse? På tisdag.
[00:36] Bo Falk: Jag försöker.
[00:40] Emelie Kroon: Mm.
"""
NEXT_UNSURE = """[00:00] Karin Ståhlberg: Hej och välkomna.
[00:09] Emelie Kroon: Vi har sett att tidiga samråd sparar tid.
[02:00] Karin Ståhlberg: Då tar vi nästa träff. Den nionde eller den sextonde april?
[02:09] Emelie Kroon: Den nionde går för oss.
[02:20] Bo Falk: Båda går bra.
[02:50] Karin Ståhlberg: Tack för i dag, hej då!
"""


@dataclass(frozen=True)
class Leader:
    """Anna, who leads the network, in a thread of the channel and in private."""

    bot: RunningBot
    channel: Chat
    private: Chat

    @classmethod
    async def of(cls, bot: RunningBot) -> "Leader":
        channel = bot.channel("Anna")
        await channel.install()
        await channel.say("hej")
        return cls(bot, channel, bot.personal("Anna"))

    async def drafted(self, words: str = NOTES, title: str = "", held: str = "2026-03-04") -> "Drafted":
        """A draft made by the form, in private."""
        shown = await self.private.click(DraftSummary(title=title, held=held, words=words))
        return Drafted(self, shown, draft_of(shown))

    async def published(self, words: str = NOTES) -> Shown:
        """What is said once a draft of `words` is posted, everything ticked."""
        drafted = await self.drafted(words)
        return await drafted.publish()


@dataclass(frozen=True)
class Drafted:
    leader: Leader
    shown: Shown
    id: str

    async def save(self, then: Then, **typed: str) -> Shown:
        """Click a button of a page with so much changed in its fields, underscores for hyphens in their names."""
        filled = {name.replace("_", "-"): value for name, value in typed.items()}
        return await self.leader.private.click(SaveDraft(draft=self.id, then=then, **filled))  # type: ignore[arg-type]  # fields by name

    async def open(self) -> Shown:
        return await self.leader.private.click(OpenDraft(draft=self.id))

    async def publish(self) -> Shown:
        """What is said to who publishes what is previewed; the post stands where it should when this returns."""
        preview = await self.save(Then.PREVIEW)
        if not preview.card:
            return preview
        told = await self.leader.private.click(publishing(preview))
        await self.leader.bot.settle()
        return told


def publishing(preview: Shown) -> PublishDraft:
    """What the button of a preview carries that posts it."""
    return PublishDraft.model_validate(button(preview, "publish_draft"))


def making(form: Shown, **typed: str) -> DraftSummary:
    """What the form for notes brings back, with so much filled in."""
    return DraftSummary.model_validate({**fields(form), **typed, **button(form, "draft_summary")})


def filled_in(page: Shown, then: Then, **typed: str) -> SaveDraft:
    """What a page brings back, every field of it, with so much changed, when that button is clicked."""
    carried = next(each["data"] for each in actions_of(page.card) if each.get("data", {}).get("then") == then)
    changed = {name.replace("_", "-"): value for name, value in typed.items()}
    return SaveDraft.model_validate({**fields(page), **changed, **carried})


def draft_of(shown: Shown) -> str:
    """The id of the draft that a card goes on with."""
    found = (node["data"]["draft"] for node in nodes(shown.card) if "draft" in node.get("data", {}))
    return str(next(found))


def fields(shown: Shown) -> dict[str, Any]:
    """What the fields of a card hold, by name."""
    return {node["id"]: node.get("value", "") for node in nodes(shown.card) if node["type"].startswith("Input.")}


def field_of(shown: Shown, words: str) -> str:
    """The id of the line that reads so."""
    return next(
        found[1] for id, value in fields(shown).items() if (found := re.match(r"text-(\w+)", id)) and value == words
    )
