"""The libraries in use: built when first asked for, built again when their cases change, let go when many."""

import asyncio
from collections import OrderedDict

from knowledge.library import catalogue
from knowledge.library.library import Library
from knowledge.store.contract import Store

MOST_HELD = 32


class Libraries:
    """The library of each network, as its leaders and as everybody else may see it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: OrderedDict[tuple[str, bool], tuple[str, Library]] = OrderedDict()
        self._building = asyncio.Lock()

    async def of(self, network: str, leader_in_private: bool) -> Library:
        """What may be shown; confidential cases only to a leader whom nobody else overhears."""
        version = await self._store.run(lambda tx: catalogue.library_version(tx, network))
        wanted = (network, leader_in_private)
        async with self._building:
            held = self._held.get(wanted)
            if held is None or held[0] != version:
                held = (version, await self._build(network, leader_in_private))
            self._held[wanted] = held
            self._held.move_to_end(wanted)
            while len(self._held) > MOST_HELD:
                self._held.popitem(last=False)
        return held[1]

    async def _build(self, network: str, leader_in_private: bool) -> Library:
        shown = tuple(await self._store.run(lambda tx: catalogue.cases(tx, network, leader_in_private)))
        for other in self._held.values():
            if tuple(other[1].cases.values()) == shown:
                return other[1]
        return await asyncio.to_thread(Library, shown)
