"""The libraries in use: built when first asked for, built again when their cases change, let go when many."""

import asyncio
from collections import OrderedDict

from knowledge.library import catalogue
from knowledge.library.library import Library
from knowledge.store.contract import Store

MOST_PASSAGES = 50_000  # held in all: about 13 KB each


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
        library = self._find(wanted, version)
        if library is None:
            async with self._building:  # one at a time; who asks for another that is held does not wait
                library = self._find(wanted, version) or await self._build(*wanted)
                self._held[wanted] = (version, library)
        self._held.move_to_end(wanted)
        while self._passages() > MOST_PASSAGES and len(self._held) > 1:
            self._held.popitem(last=False)
        return library

    def _find(self, wanted: tuple[str, bool], version: str) -> Library | None:
        held = self._held.get(wanted)
        return held[1] if held and held[0] == version else None

    def _passages(self) -> int:
        """Networks without cases of their own share a library, which counts once."""
        return sum(library.size for library in {id(held): held for _, held in self._held.values()}.values())

    async def _build(self, network: str, leader_in_private: bool) -> Library:
        shown = tuple(await self._store.run(lambda tx: catalogue.cases(tx, network, leader_in_private)))
        for other in self._held.values():
            if tuple(other[1].cases.values()) == shown:
                return other[1]
        return await asyncio.to_thread(Library, shown)
