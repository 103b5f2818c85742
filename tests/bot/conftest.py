"""A running bot with small dialogs of its own."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.teams import Routes
from cards.actions import Ask, ListCases, OpenCase, Rate
from cards.card import Card
from dialogs.turn import Replace, Reply, Say, Turn, Whisper
from knowledge.store.contract import Store, Transaction
from tests.bot.conversation import RunningBot, running


def card(words: str) -> Card:
    body = [{"type": "TextBlock", "text": words, "wrap": True}]
    return Card({"type": "AdaptiveCard", "version": "1.5", "body": body}, summary=words)


class Small:
    """Dialogs that say back what they understood, and count in the store how often they were asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turns: list[Turn] = []

    async def answer(self, turn: Turn) -> Sequence[Reply]:
        self.turns.append(turn)
        await self.store.run(count)
        if turn.words == "fel":
            raise RuntimeError("hemlig orsak")
        if turn.words == "stort":
            return [Say(card("x" * 30_000))]
        return [self._clicked(turn)] if turn.action else [Say(card(f"Du sa: {turn.words}"))]

    def _clicked(self, turn: Turn) -> Reply:
        match turn.action:
            case OpenCase(case=case):
                return Replace(card(f"Fallet {case}"))
            case Rate():
                return Whisper("Tack!")
            case Ask(example=example):
                return Say(card(f"Svar på {example}"))
            case ListCases():
                raise RuntimeError("hemlig orsak")
        return Whisper("?")

    async def installed(self, turn: Turn) -> Sequence[Reply]:
        self.turns.append(turn)
        return [Say(card("Hej, jag är Erfa"))]


def count(transaction: Transaction) -> None:
    known = transaction.get("asked")
    transaction.put("asked", {"times": known.value["times"] + 1 if known else 1})


class Dialogs:
    """Opens the small dialogs and keeps them in reach of the test."""

    small: Small

    def open(self, store: Store, _: Settings) -> Routes:
        self.small = Small(store)
        return Routes(self.small.answer, self.small.installed)


@pytest.fixture
def dialogs() -> Dialogs:
    return Dialogs()


@pytest.fixture
async def bot(tmp_path: Path, dialogs: Dialogs) -> AsyncIterator[RunningBot]:
    async with running(tmp_path, dialogs.open) as running_bot:
        yield running_bot
