"""The life of a round: called, joined, closed; its groups proposed, agreed to or not, in the end forgotten."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from knowledge import jobs, people
from knowledge.jobs import Job
from knowledge.people import Profile
from knowledge.posts import REDRAWN_EVERY
from knowledge.rounds import records
from knowledge.rounds.model import Asked, Group, Met, Participant, Round
from knowledge.store.contract import Transaction
from knowledge.store.keys import key

CLOSE, REDRAW, FORM, SILENCE, ASK = "round-close", "round-redraw", "round-form", "round-silence", "round-ask"  # jobs
ROUND = "round"  # what its post is known by, before its id

FORMED_AGAIN_AFTER = timedelta(hours=1)  # so that who says no at the same time is made good for at once
ASKED_AFTER = timedelta(days=14)
MOST_SILENCES = 3  # in a row
VIEWERS_KEPT = timedelta(days=30)
PEOPLE_KEPT = timedelta(days=180)  # after it was closed
KEPT = timedelta(days=730)


class NotOpen(Exception):
    """The round takes nobody any more."""


class NotAsked(Exception):
    """Only those may join who have said in their profile that they want to be matched."""


class Paused(Exception):
    """They have paused beyond the day on which the groups are formed."""


class NoHome(Exception):
    """Nobody knows where they work, so that nobody could see to it that others work elsewhere."""


class StillRunning(Exception):
    """The network has a round that is not over."""


class NotYours(Exception):
    """They are in no such group, or no longer."""


def call(tx: Transaction, round: Round) -> None:
    """Begin it. Raises StillRunning."""
    if any(is_running(tx, each) for each in records.rounds(tx, round.network)):
        raise StillRunning
    records.save(tx, round)
    jobs.schedule(tx, Job(CLOSE, round.closes_at, round.network, round.id))


def is_running(tx: Transaction, round: Round) -> bool:
    """Whether somebody may yet join it, or be proposed a group, or say yes to one."""
    return (
        round.closed_at is None
        or jobs.find(tx, FORM, round.network, round.id) is not None
        or any(group.agreed_at is None for group in records.groups(tx, round))
    )


def join(tx: Transaction, round: Round, profile: Profile, now: datetime, closing: date) -> None:
    """Be in it: a yes to being matched, also in the profile, which is of today. `closing` is the local day it closes.

    Raises NotOpen, NoHome, Paused, NotAsked.
    """
    if not round.is_open(now):
        raise NotOpen
    if not profile.home:
        raise NoHome
    if profile.is_paused(closing):
        raise Paused
    if round.asked is Asked.WILLING and profile.matchable is None:
        raise NotAsked
    people.agree_to_match(tx, round.network, profile, now)
    if records.participant(tx, round, profile.person) is None:
        records.save_participant(tx, round, Participant(profile.person, profile.name, now))
        _redraw(tx, round, now)


def leave(tx: Transaction, round: Round, person: str, now: datetime) -> None:
    """Be in it no longer; where that breaks a group that has not agreed, others are found for those left.

    Nothing tells anybody why.
    """
    held = records.participant(tx, round, person)
    if held is None:
        return
    records.delete_participant(tx, round, person)
    group = records.group(tx, round.network, held.group) if held.group else None
    if group is not None and group.agreed_at is None:
        dissolve(tx, group)
        form_by(tx, round, now + FORMED_AGAIN_AFTER)
    if round.closed_at is None:
        _redraw(tx, round, now)


def close(tx: Transaction, round: Round, now: datetime) -> Round:
    """Take nobody any more, and have the groups formed."""
    if round.closed_at is not None:
        return round
    closed = replace(round, closed_at=now)
    records.save(tx, closed)
    for kind in (CLOSE, REDRAW):
        jobs.cancel(tx, kind, round.network, round.id)
    form_by(tx, closed, now)
    return closed


def cancel(tx: Transaction, round: Round) -> None:
    """Let there be no such round."""
    for group in list(records.groups(tx, round)):
        _cancel_jobs(tx, group)
    for kind in (CLOSE, REDRAW, FORM):
        jobs.cancel(tx, kind, round.network, round.id)
    records.delete(tx, round)


def form_by(tx: Transaction, round: Round, due: datetime) -> None:
    """Have groups formed of those who are free."""
    planned = jobs.find(tx, FORM, round.network, round.id)
    if planned is None or planned.due > due:
        jobs.schedule(tx, Job(FORM, due, round.network, round.id))
    else:  # whoever is at it solves for who was free before
        jobs.schedule(tx, planned)


def own(tx: Transaction, network: str, id: str, person: str) -> Group:
    """A group that somebody is in. Raises NotYours."""
    group = records.group(tx, network, id)
    if group is None or not group.has(person):
        raise NotYours
    return group


def accept(tx: Transaction, group: Group, person: str, now: datetime) -> bool:
    """One in the group says yes; whether that was the last yes, and all may still be matched."""
    if group.agreed_at is not None:
        return False
    _answered(tx, group.network, person)
    said = tuple(
        replace(each, accepted=each.accepted or now) if each.person == person else each for each in group.members
    )
    group = replace(group, members=said)
    records.save_group(tx, group)
    return all(each.accepted for each in said) and _agree(tx, group, now)


def decline(tx: Transaction, group: Group, person: str, now: datetime) -> None:
    """One in the group says no, which is kept nowhere. Raises NotYours where the group has agreed."""
    if group.agreed_at is not None:
        raise NotYours
    _answered(tx, group.network, person)
    leave(tx, _round_of(tx, group), person, now)


def fall_silent(tx: Transaction, group: Group, now: datetime) -> list[str]:
    """The time to answer is over: silence is a no. Returns who was silent so often that they are matched no more."""
    if group.agreed_at is not None:
        return []
    round = _round_of(tx, group)
    silent = [each.person for each in group.members if each.accepted is None]
    for person in silent:
        leave(tx, round, person, now)
    form_by(tx, round, now)
    return [person for person in silent if _was_silent(tx, group.network, person)]


def dissolve(tx: Transaction, group: Group) -> None:
    """Let there be no such group; who is in the round is free."""
    round = _round_of(tx, group)
    for person in group.people:
        held = records.participant(tx, round, person)
        if held:
            records.save_participant(tx, round, replace(held, group="", fared=0.0))
    _cancel_jobs(tx, group)
    records.delete_group(tx, group)


def tell_met(tx: Transaction, group: Group, person: str, met: Met, learned: str) -> Group:
    """One in it says what became of a group that agreed; the last word counts."""
    told = replace(group, met=met)
    if learned:
        told = replace(told, learned=learned, told_by=person)
    records.save_group(tx, told)
    return told


def _round_of(tx: Transaction, group: Group) -> Round:
    """Raises NotYours where it has been cancelled."""
    round = records.find(tx, group.network, group.round)
    if round is None:
        raise NotYours
    return round


def _agree(tx: Transaction, group: Group, now: datetime) -> bool:
    """All have said yes; where somebody may not be matched any more, others are found for the rest."""
    round = _round_of(tx, group)
    profiles = {each: people.find(tx, group.network, each) for each in group.people}
    gone = [person for person, held in profiles.items() if held is None or not held.is_matched(now.date())]
    for person in gone:
        leave(tx, round, person, now)
    if gone:
        return False
    records.save_group(tx, replace(group, agreed_at=now))
    jobs.cancel(tx, SILENCE, group.network, group.id)
    jobs.schedule(tx, Job(ASK, now + ASKED_AFTER, group.network, group.id))
    return True


def _answered(tx: Transaction, network: str, person: str) -> None:
    tx.delete(silences_of(network, person))


def _was_silent(tx: Transaction, network: str, person: str) -> bool:
    """Count it; whether that was once too often, so that they are matched no more until they say so."""
    entry = tx.get(silences_of(network, person))
    times = (entry.value["times"] if entry else 0) + 1
    if times < MOST_SILENCES:
        tx.put(silences_of(network, person), {"times": times})
        return False
    _answered(tx, network, person)
    people.stop_matching(tx, network, person)
    return True


def _redraw(tx: Transaction, round: Round, now: datetime) -> None:
    jobs.schedule_by(tx, Job(REDRAW, now + REDRAWN_EVERY, round.network, round.id))


def _cancel_jobs(tx: Transaction, group: Group) -> None:
    for kind in (SILENCE, ASK):
        jobs.cancel(tx, kind, group.network, group.id)


def silences_of(network: str, person: str) -> str:
    """Where it is counted how often somebody was silent in a row."""
    return key("networks", network, "round-silences", person)
