"""What planned meetings keep of people: who planned, who answered, who is named in what a leader wrote."""

from dataclasses import replace
from datetime import datetime, timedelta

from knowledge import jobs, networks
from knowledge.gatherings import lifecycle
from knowledge.gatherings.lifecycle import REDRAW, every
from knowledge.gatherings.model import Plan
from knowledge.jobs import Job
from knowledge.meetings import names
from knowledge.meetings.mentions import SOMEBODY
from knowledge.meetings.names import Name
from knowledge.personal import Fact, Someone
from knowledge.polls.lifecycle import ERASE
from knowledge.store.contract import Transaction

ERASED_AFTER = timedelta(minutes=1)  # when the card no longer names who was forgotten
NAMES_KEPT = timedelta(days=30)  # after it was held
KEPT = timedelta(days=730)


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The meetings somebody planned or is named in, and what they answered."""
    found = [gathering for network in networks.every(tx) for gathering in every(tx, network)]
    concerning = [
        Fact("gathering", {"title": each.plan.title, "at": each.plan.starts}, each.network)
        for each in found
        if each.maker == person.id or _names(each.plan, person)
    ]
    answers = ((each, lifecycle.given_by(tx, each, person.id)) for each in found)
    return concerning + [
        Fact(f"attendance-{given.answer}", {"title": each.plan.title, "home": given.home}, each.network)
        for each, given in answers
        if given
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Withdraw their answers to what is ahead, let those to what was be nobody's, and write *en deltagare* for them."""
    for network in list(networks.every(tx)):
        for each in every(tx, network):
            left = replace(each, maker="" if each.maker == person.id else each.maker, plan=_without(each.plan, person))
            if left != each:
                lifecycle.save(tx, left)
                jobs.schedule_by(tx, Job(REDRAW, now, network, each.id))
                jobs.schedule_by(tx, Job(ERASE, now + ERASED_AFTER))
            lifecycle.take_out(tx, left, person.id, now)


def forget(tx: Transaction, network: str, now: datetime) -> None:
    """Delete who answered for what was held long ago, and what was held longer ago still."""
    for each in every(tx, network):
        age = now - each.plan.ends
        if age > KEPT:
            lifecycle.delete(tx, each)
        elif age > NAMES_KEPT:
            lifecycle.take_out_all(tx, each)


def _names(plan: Plan, person: Someone) -> bool:
    return bool(person.name) and any(names.is_in(words, person.name) for words in _texts(plan))


def _texts(plan: Plan) -> tuple[str, ...]:
    return plan.title, plan.place, plan.presenting, plan.programme, plan.prepare


def _without(plan: Plan, person: Someone) -> Plan:
    if not _names(plan, person):
        return plan
    title, place, presenting, programme, prepare = (
        names.shown(words, (Name(person.name, SOMEBODY),)) for words in _texts(plan)
    )
    return replace(plan, title=title, place=place, presenting=presenting, programme=programme, prepare=prepare)
