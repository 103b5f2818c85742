"""People with profiles, to be found or not."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from knowledge import people
from knowledge.people import Challenges, Profile
from knowledge.store.contract import Store

NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
TODAY = date(2026, 3, 5)
DALARNA, NORR = "19:dalarna@thread.tacv2", "19:norr/öst@thread.tacv2"
ANNA = Profile(
    "anna",
    "Anna Ek",
    address="anna@avesta.example",
    home="Avesta",
    role="planarkitekt",
    been_through=Challenges(("bostäder", "mark"), "Torsboda-fallet, upphandling av\nvattenverk"),
    faces=Challenges(("energi",)),
    findable=NOW,
)
BO = Profile("bo/29:1", "Bo Å", home="Borlänge", faces=Challenges(("bostäder", "tillstånd")), findable=NOW)
EVA = Profile("eva", "Eva Öst", home="Falun", role="näringslivschef", been_through=Challenges(("tillstånd",)))
FOUND_EVA = replace(EVA, findable=NOW)


async def save(store: Store, *profiles: Profile, network: str = DALARNA) -> None:
    for profile in profiles:
        await store.run(partial(people.save, network=network, profile=profile))


async def find(store: Store, person: str, network: str = DALARNA) -> Profile | None:
    return await store.run(lambda tx: people.find(tx, network, person))
