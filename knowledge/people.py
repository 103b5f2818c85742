"""People as they want to be known: what they work with, and what they have said yes to. Nothing is on by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from pydantic import TypeAdapter

from knowledge import networks
from knowledge.library.tokens import fold
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction
from knowledge.store.keys import key, prefix
from knowledge.store.paging import every

MUNICIPALITIES = (
    "Avesta",
    "Borlänge",
    "Falun",
    "Gagnef",
    "Hedemora",
    "Leksand",
    "Ludvika",
    "Malung-Sälen",
    "Mora",
    "Orsa",
    "Rättvik",
    "Smedjebacken",
    "Säter",
    "Vansbro",
    "Älvdalen",
)
REGION, AGENCY, OTHER = "Region Dalarna", "statlig myndighet", "annan"
HOMES = (*MUNICIPALITIES, REGION, AGENCY, OTHER)

_BETWEEN = re.compile(r"[,;\n]+")


@dataclass(frozen=True, slots=True)
class Challenges:
    """Themes of the library, and what somebody says in their own `words`, with commas or on lines of their own."""

    themes: tuple[str, ...] = ()
    words: str = ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """Each of them, themes first."""
        own = (" ".join(phrase.split()) for phrase in _BETWEEN.split(self.words))
        return (*self.themes, *filter(None, own))


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody has told of themselves in one network.

    `address` is their user name in Teams, empty when unknown. `home` is one of HOMES. `findable` and `matchable` are
    since when others may find them and they may be matched, None where they may not; `paused` is the last day on which
    neither holds. `not_with` are the names of those they do not want to be matched with. `left` is since when they are
    not in the team any more, if they are not.
    """

    person: str
    name: str
    address: str = ""
    home: str = ""
    role: str = ""
    been_through: Challenges = Challenges()
    faces: Challenges = Challenges()
    would_ask: str = ""
    findable: datetime | None = None
    matchable: datetime | None = None
    paused: date | None = None
    not_with: tuple[str, ...] = ()
    left: datetime | None = None

    def is_paused(self, today: date) -> bool:
        return self.paused is not None and today <= self.paused

    def is_found(self, today: date) -> bool:
        """Whether others may see them."""
        return self.findable is not None and self._is_here(today)

    def is_matched(self, today: date) -> bool:
        """Whether they may be matched."""
        return self.matchable is not None and self._is_here(today)

    def _is_here(self, today: date) -> bool:
        return self.left is None and not self.is_paused(today)


_PROFILES: TypeAdapter[Profile] = TypeAdapter(Profile)


def save(tx: Transaction, network: str, profile: Profile) -> None:
    """Keep what somebody says of themselves now; what they had said yes to keeps the moment at which they did.

    Without a yes nobody needs their address, so it is not kept.
    """
    before = find(tx, network, profile.person) or Profile(profile.person, profile.name)
    findable = _since(profile.findable, before.findable)
    matchable = _since(profile.matchable, before.matchable)
    address = profile.address if findable or matchable else ""
    _put(tx, network, replace(profile, findable=findable, matchable=matchable, address=address))


def find(tx: Transaction, network: str, person: str) -> Profile | None:
    entry = tx.get(_place(network, person))
    return None if entry is None else _PROFILES.validate_python(entry.value)


def findable(tx: Transaction, network: str, today: date) -> list[Profile]:
    """Those whom others in the network may see today."""
    return [profile for profile in _all(tx, network) if profile.is_found(today)]


def shown_home(tx: Transaction, network: str, person: str, today: date) -> str:
    """The municipality of somebody whom others may see today; empty of anybody else."""
    profile = find(tx, network, person)
    return profile.home if profile and profile.is_found(today) else ""


def matchable(tx: Transaction, network: str) -> list[Profile]:
    """Those in the team who have said that they want to be matched, paused or not."""
    return [profile for profile in _all(tx, network) if profile.matchable and profile.left is None]


def agree_to_match(tx: Transaction, network: str, profile: Profile, now: datetime) -> None:
    """They have said that they want to be matched."""
    save(tx, network, replace(profile, matchable=profile.matchable or now, left=None))


def stop_matching(tx: Transaction, network: str, person: str) -> None:
    """Do not match them until they say so again."""
    profile = find(tx, network, person)
    if profile is not None:
        save(tx, network, replace(profile, matchable=None))


def leave(tx: Transaction, network: str, person: str, now: datetime) -> None:
    """They are not in the team any more: nobody finds them, and they are not matched."""
    profile = find(tx, network, person)
    if profile is not None and profile.left is None:
        _put(tx, network, replace(profile, left=now))


def come_back(tx: Transaction, network: str, person: str) -> None:
    """They are in the team again, and all is as they had said."""
    profile = find(tx, network, person)
    if profile is not None and profile.left is not None:
        _put(tx, network, replace(profile, left=None))


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """Their profiles, and that others do not want to be matched with somebody of their name."""
    profiles = ((network, find(tx, network, person.id)) for network in networks.every(tx))
    return [Fact("profile", _told(profile), network) for network, profile in profiles if profile]


def forget_person(tx: Transaction, person: Someone, _: datetime) -> None:
    """Delete their profiles, and their name where others have named them."""
    for network in list(networks.every(tx)):
        profile = find(tx, network, person.id)
        names = {fold(name) for name in (person.name, profile.name if profile else "") if name}
        tx.delete(_place(network, person.id))
        for other in _all(tx, network):
            left = tuple(name for name in other.not_with if fold(name) not in names)
            if left != other.not_with:
                _put(tx, network, replace(other, not_with=left))


def _since(wanted: datetime | None, before: datetime | None) -> datetime | None:
    return (before or wanted) if wanted else None


def _all(tx: Transaction, network: str) -> Iterator[Profile]:
    return (_PROFILES.validate_python(entry.value) for entry in every(tx, prefix("networks", network, "profiles")))


def _told(profile: Profile) -> dict[str, str | tuple[str, ...] | datetime | date | bool]:
    return {
        "name": profile.name,
        "address": profile.address,
        "home": profile.home,
        "role": profile.role,
        "been-through": profile.been_through.phrases,
        "faces": profile.faces.phrases,
        "would-ask": profile.would_ask,
        "findable": profile.findable or False,
        "matchable": profile.matchable or False,
        "paused": profile.paused or "",
        "not-with": profile.not_with,
    }


def _put(tx: Transaction, network: str, profile: Profile) -> None:
    tx.put(_place(network, profile.person), _PROFILES.dump_python(profile, mode="json"))


def _place(network: str, person: str) -> str:
    return key("networks", network, "profiles", person)
