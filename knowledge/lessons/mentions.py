"""Where others name somebody in lessons, which may come from notes that do, and how nobody is named there any more."""

from datetime import datetime

from knowledge.lessons import lifecycle
from knowledge.lessons.model import Lesson
from knowledge.meetings import mentions
from knowledge.meetings.names import is_in
from knowledge.personal import Fact, Someone
from knowledge.store.contract import Transaction


def kept_of(tx: Transaction, person: Someone) -> list[Fact]:
    """The lessons of others in which they are named."""
    return [
        Fact("lesson-named", {"title": lesson.told.title}, network)
        for network in mentions.networks_of(tx, person)
        for lesson in lifecycle.every(tx, network)
        if lesson.author != person.id and _names(lesson, person)
    ]


def forget_person(tx: Transaction, person: Someone, now: datetime) -> None:
    """Write *en deltagare* in the place of their name, as in the notes of meetings."""
    for network in mentions.networks_of(tx, person):
        for lesson in lifecycle.every(tx, network):
            if _names(lesson, person):
                lifecycle.write_anew(tx, network, lesson, mentions.without(person), now)


def _names(lesson: Lesson, person: Someone) -> bool:
    return any(is_in(each, person.name) for each in lesson.texts)
