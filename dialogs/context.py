"""What all dialogs work with, and what only leaders may do."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import wraps
from typing import TypeVar

from cards.texts import text
from dialogs.turn import Place, Reply, Turn, Whisper
from knowledge.digests.sending import Desk
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.personal import Keeper
from knowledge.store.contract import Store

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Context:
    """The store and the libraries made of it; in which time zone it is which day; the language of posts.

    `desk` is where digests are made, `keepers` are who tell and forget what is kept about people. `address` is where
    the bot is reached from outside, empty where it is not; `transcripts` whether those of meetings are fetched.
    """

    store: Store
    libraries: Libraries
    zone: tzinfo
    language: str
    desk: Desk
    keepers: Sequence[Keeper]
    address: str
    transcripts: bool

    async def library(self, turn: Turn) -> Library:
        """The cases that whoever asks may see here: confidential ones only where nobody else reads the answer."""
        return await self.libraries.of(turn.network, turn.leader and turn.place is Place.PERSONAL)

    def today(self, turn: Turn) -> date:
        return turn.at.astimezone(self.zone).date()


Dialog = Callable[[Context, Turn, A], Awaitable[list[Reply]]]
"""Answers what was clicked, or what was said after a command."""


def for_leaders(refusal: str) -> Callable[[Dialog[A]], Dialog[A]]:
    """Who else tries is told so, in the words of the catalogue called `refusal`, and nobody else."""

    def guard(run: Dialog[A]) -> Dialog[A]:
        @wraps(run)
        async def guarded(context: Context, turn: Turn, action: A) -> list[Reply]:
            if not turn.leader:
                return [Whisper(text(turn.language, refusal))]
            return await run(context, turn, action)

        return guarded

    return guard
