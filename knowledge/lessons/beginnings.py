"""Lessons that begin with something said elsewhere: an answer, a message, a slide, a passage, what a group learned.

Each becomes one draft, however often somebody begins it, for its author to make whole and send.
"""

from hashlib import sha256

from knowledge.lessons import lifecycle
from knowledge.lessons.lifecycle import NotTheirs
from knowledge.lessons.model import Lesson, Told
from knowledge.lessons.telling import LONGEST, first_sentence, tidied, title_of
from knowledge.meetings.names import is_in
from knowledge.meetings.themes import themes_in
from knowledge.people import MUNICIPALITIES, REGION
from knowledge.store.contract import Transaction


def id_of(*source: str) -> str:
    """The same for what was made of the same."""
    return f"lardom-{sha256('/'.join(source).encode()).hexdigest()[:12]}"


def prefilled(said: str, *, title: str = "", situation: str = "", home: str = "", link: str = "") -> Told:
    """What can be filled in of what was said: a title, the themes and, unless it is known, the one place it names."""
    return tidied(
        Told(
            title=title_of(title or first_sentence(said)),
            situation=situation,
            did=said[: LONGEST["did"]],
            home=home or home_in(said),
            themes=themes_in(f"{title} {said}"),
            link=link,
        )
    )


def home_in(said: str) -> str:
    """The one place among people.HOMES that is named in it; empty where there is none, or several."""
    named = [home for home in (*MUNICIPALITIES, REGION) if is_in(said, home)]
    return named[0] if len(named) == 1 else ""


def begin(tx: Transaction, network: str, lesson: Lesson) -> Lesson:
    """The draft, or what has become of the one that was begun before. Raises NotTheirs."""
    known = lifecycle.find(tx, network, lesson.id)
    if known is None:
        return lifecycle.keep(tx, network, lesson)
    if known.author != lesson.author:
        raise NotTheirs(lesson.id)
    return known
