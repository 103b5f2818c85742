"""What rounds keep about people: told, forgotten when they say so, and in the end forgotten anyhow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from knowledge import jobs, networks
from knowledge.jobs import Job
from knowledge.personal import Fact, Someone
from knowledge.polls.lifecycle import ERASE
from knowledge.rounds import lifecycle, records
from knowledge.rounds.lifecycle import KEPT, PEOPLE_KEPT, VIEWERS_KEPT
from knowledge.rounds.model import Group, Round
from knowledge.store.contract import Transaction


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The rounds somebody called or is in, their groups, and how often they were silent in a row."""
    return [fact for network in networks.every(tx) for fact in _kept_in(tx, network, person.id)]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Take them out of every round; of a group that agreed, only where they worked is left."""
    for network in list(networks.every(tx)):
        tx.delete(lifecycle.silences_of(network, person.id))
        for round in records.rounds(tx, network):
            lifecycle.leave(tx, round, person.id, now)
            for group in _of(tx, round, person.id):
                records.save_group(tx, _without(group, person.id))
            if round.leader == person.id or round.viewers:
                records.save(tx, replace(round, leader="" if round.leader == person.id else round.leader, viewers=()))


def leave_network(tx: Transaction, network: str, person: str, now: datetime) -> None:
    """They are not in the team any more: rounds go on for the others."""
    for round in records.rounds(tx, network):
        held = records.participant(tx, round, person)
        group = records.group(tx, network, held.group) if held and held.group else None
        if group is None or group.agreed_at is None:
            lifecycle.leave(tx, round, person, now)


def forget(tx: Transaction, network: str, now: datetime) -> int:
    """Delete who was in rounds closed long ago, and rounds closed longer ago still; returns how many of both."""
    forgotten = 0
    for round in records.rounds(tx, network):
        age = now - (round.closed_at or now)
        if age > VIEWERS_KEPT and round.viewers:
            records.save(tx, replace(round, viewers=()))
        if age > KEPT:
            lifecycle.cancel(tx, round)
            forgotten += 1
        elif age > PEOPLE_KEPT:
            for each in records.participants(tx, round):
                records.delete_participant(tx, round, each.person)
                forgotten += 1
    if forgotten:
        jobs.schedule(tx, Job(ERASE, now))
    return forgotten


def _kept_in(tx: Transaction, network: str, person: str) -> Iterator[Fact]:
    for round in records.rounds(tx, network):
        if round.leader == person:
            yield Fact("round", {"at": round.called_at}, network)
        held = records.participant(tx, round, person)
        if held is not None:
            yield Fact("round-joined", {"name": held.name, "at": held.joined_at}, network)
        for group in _of(tx, round, person):
            yield Fact("round-group", _told(group, person), network)
            if group.told_by == person:
                yield Fact("round-learned", {"text": group.learned}, network)
    silent = tx.get(lifecycle.silences_of(network, person))
    if silent is not None:
        yield Fact("round-silent", {"times": int(silent.value["times"])}, network)


def _told(group: Group, person: str) -> dict[str, str | datetime | bool | tuple[str, ...]]:
    own = next(each for each in group.members if each.person == person)
    return {
        "at": group.proposed_at,
        "home": own.home,
        "with": tuple(each.name for each in group.members if each.person not in {"", person}),
        "accepted": own.accepted is not None,
    }


def _of(tx: Transaction, round: Round, person: str) -> list[Group]:
    return [group for group in records.groups(tx, round) if group.has(person)]


def _without(group: Group, person: str) -> Group:
    members = tuple(replace(each, person="", name="") if each.person == person else each for each in group.members)
    return replace(group, members=members, told_by="" if group.told_by == person else group.told_by)
