"""The libraries in use: built when first asked for, brought up to date when their cases change, let go when many."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence

from knowledge.library import catalogue, changes
from knowledge.library.library import Library, is_apart
from knowledge.library.model import Case
from knowledge.store.contract import Store, Transaction

MOST_PASSAGES = 50_000  # held in all: about 13 KB each


class Libraries:
    """The library of each network, as its leaders and as everybody else may see it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: OrderedDict[tuple[str, bool], tuple[str, Library]] = OrderedDict()
        self._building = asyncio.Lock()

    async def of(self, network: str, leader_in_private: bool) -> Library:
        """What may be shown; confidential cases only to a leader whom nobody else overhears."""
        version = await self._store.run(lambda tx: changes.version(tx, network))
        wanted = (network, leader_in_private)
        library = self._find(wanted, version)
        if library is None:
            async with self._building:  # one at a time; who asks for another that is held does not wait
                library = self._find(wanted, version) or await self._renewed(wanted, version)
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

    async def _renewed(self, wanted: tuple[str, bool], version: str) -> Library:
        network, leader_in_private = wanted
        held = self._held.get(wanted)
        advanced = await self._advance(network, held) if held else None
        self._held[wanted] = advanced or (version, await self._build(network, leader_in_private))
        return self._held[wanted][1]

    async def _advance(self, network: str, held: tuple[str, Library]) -> tuple[str, Library] | None:
        """Bring a library up to date without building it anew.

        It can be where all who hold it see the same change, and the change touches nothing else.
        """
        sharing = {key: other for key, other in self._held.items() if other[1] is held[1]}
        if any(key[0] != network or other[0] != held[0] for key, other in sharing.items()):
            return None
        version, changed = await self._store.run(lambda tx: self._changes(tx, network, held[0], [*sharing]))
        if changed is None or not all(map(is_apart, _touched(held[1], changed))):
            return None
        advanced = await asyncio.to_thread(held[1].advanced, changed)
        self._held.update(dict.fromkeys(sharing, (version, advanced)))
        return version, advanced

    @staticmethod
    def _changes(
        tx: Transaction, network: str, since: str, views: Sequence[tuple[str, bool]]
    ) -> tuple[str, dict[str, Case | None] | None]:
        """The version and the changes since another, where they are the same for all views."""
        first, *others = (catalogue.changed_since(tx, network, since, leader) for _, leader in views)
        same = all(each == first for each in others)
        return changes.version(tx, network), first if same else None

    async def _build(self, network: str, leader_in_private: bool) -> Library:
        shown = tuple(await self._store.run(lambda tx: catalogue.cases(tx, network, leader_in_private)))
        for other in self._held.values():
            if tuple(other[1].cases.values()) == shown:
                return other[1]
        return await asyncio.to_thread(Library, shown)


def _touched(library: Library, changes: Mapping[str, Case | None]) -> Iterator[Case]:
    """The cases as they were and as they are."""
    for id, case in changes.items():
        yield from filter(None, (library.cases.get(id), case))
