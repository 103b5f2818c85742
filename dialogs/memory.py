"""What dialogs remember with: the store, and the libraries built from it."""

from dataclasses import dataclass

from dialogs.turn import Place, Turn
from knowledge.library.libraries import Libraries
from knowledge.library.library import Library
from knowledge.store.contract import Store


@dataclass(frozen=True, slots=True)
class Memory:
    store: Store
    libraries: Libraries

    async def library(self, turn: Turn) -> Library:
        """The cases that whoever asks may see here: confidential ones only where nobody else reads the answer."""
        return await self.libraries.of(turn.network, turn.leader and turn.place is Place.PERSONAL)
