"""Forming the groups of a round: what is known of those who are free, the groups that come of it, proposed to them.

Solving takes time. It is done on a copy of what is known, outside of any transaction; what comes of it holds if that is
still all true when it is proposed.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from knowledge import jobs, people
from knowledge.jobs import Job
from knowledge.people import Profile
from knowledge.rounds import history, lifecycle, records
from knowledge.rounds.model import ANSWERED_WITHIN, Group, Member, Participant, Round
from knowledge.rounds.reasons import Candidate
from knowledge.store.contract import Transaction

SECONDS = 45.0  # that solving may take; it is done sooner, once nothing better can be found


@dataclass(frozen=True, slots=True)
class Known:
    """All that decides who is grouped with whom: `people` to be grouped, and those who may not be any more (`gone`)."""

    round: Round
    people: tuple[Candidate, ...]
    gone: tuple[str, ...]
    met: Mapping[frozenset[str], int]


@dataclass(frozen=True, slots=True)
class Formed:
    """Groups of people by their ids, and how well each fares there."""

    groups: tuple[tuple[str, ...], ...]
    fared: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Proposed:
    """New groups, and those in the round for whom there was none."""

    groups: tuple[Group, ...]
    left: tuple[Participant, ...]


def known(tx: Transaction, round: Round, today: date) -> Known:
    """What is known of those who are free; who is free alone joins those whose group nobody has said yes to."""
    everybody = records.participants(tx, round)
    profiles = {each.person: people.find(tx, round.network, each.person) for each in everybody}
    here = {person: held for person, held in profiles.items() if held and held.home and held.is_matched(today)}
    free = [each.person for each in everybody if not each.group and each.person in here]
    if len(free) == 1:
        free += [person for group in _untouched(tx, round) for person in group.people if person in here]
    needs = history.needs(tx, round)
    found = tuple(candidate(here[person], needs.get(person, 0.0)) for person in free)
    gone = tuple(each.person for each in everybody if each.person not in here and _may_go(tx, round, each))
    return Known(round, found, gone, history.met(tx, round))


def form(given: Known) -> Formed:
    """The groups that are worth the most. Takes up to SECONDS."""
    # With the solver they take a second and 60 MB, which the bot does without until a round is formed.
    from knowledge.rounds import value  # noqa: PLC0415
    from knowledge.rounds.matching import form_groups  # noqa: PLC0415

    worth = value.worths(given.people, given.met, given.round.id)
    found = form_groups(worth, given.round.size, SECONDS)
    fared = {one: how for group in found.groups for one, how in value.fared(worth, group).items()}
    return Formed(
        tuple(tuple(given.people[one].person for one in group) for group in found.groups),
        {given.people[one].person: how for one, how in fared.items()},
    )


def propose(tx: Transaction, given: Known, formed: Formed, today: date, now: datetime) -> Proposed | None:
    """Propose the groups to the people in them, None where what was known is not true any more.

    A group that comes out the same stays as it is.
    """
    round = records.find(tx, given.round.network, given.round.id)
    if round is None or known(tx, round, today) != given:
        return None
    for person in given.gone:
        lifecycle.leave(tx, round, person, now)
    wanted = {frozenset(group) for group in formed.groups}
    if len(given.people) > 1:
        for group in _untouched(tx, round):
            regrouped = set(group.people) <= {each.person for each in given.people}
            if regrouped and frozenset(group.people) not in wanted:
                lifecycle.dissolve(tx, group)
    kept = {frozenset(group.people) for group in records.groups(tx, round)}
    new = tuple(_propose(tx, given, formed, group, now) for group in formed.groups if frozenset(group) not in kept)
    placed = {person for group in formed.groups for person in group}
    left = (records.participant(tx, round, each.person) for each in given.people if each.person not in placed)
    return Proposed(new, tuple(each for each in left if each))


def candidate(profile: Profile, need: float = 0.0) -> Candidate:
    return Candidate(
        profile.person,
        profile.name,
        profile.home,
        profile.been_through.phrases,
        profile.faces.phrases,
        profile.not_with,
        need,
    )


def _propose(tx: Transaction, given: Known, formed: Formed, group: tuple[str, ...], now: datetime) -> Group:
    round, known_as = given.round, {each.person: each for each in given.people}
    members = tuple(Member(person, known_as[person].name, known_as[person].home) for person in group)
    proposed = Group(f"{round.id}.{secrets.token_hex(6)}", round.network, members, now, now + ANSWERED_WITHIN)
    records.save_group(tx, proposed)
    jobs.schedule(tx, Job(lifecycle.SILENCE, proposed.answer_by, round.network, proposed.id))
    for person in group:
        held = records.participant(tx, round, person)
        if held is not None:
            placed = replace(held, group=proposed.id, fared=formed.fared[person])
            records.save_participant(tx, round, placed)
    return proposed


def _untouched(tx: Transaction, round: Round) -> list[Group]:
    """The groups that nobody has said yes to."""
    return [group for group in records.groups(tx, round) if group.is_untouched]


def _may_go(tx: Transaction, round: Round, held: Participant) -> bool:
    """Whether they are in no group that has agreed: what is agreed, they settle among themselves."""
    group = records.group(tx, round.network, held.group) if held.group else None
    return group is None or group.agreed_at is None
