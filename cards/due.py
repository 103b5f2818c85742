"""By when something is to be done, said beside what it is."""

from collections.abc import Callable
from datetime import date

from cards.texts import text
from knowledge.meetings.summary import says_when


def by_when(what: str, due: date | None, written: Callable[[date], str], language: str, *, late: bool = False) -> str:
    """Nothing where no day is set, or where `what` says it and it is not `late`."""
    if due is None or (not late and says_when(what, due)):
        return ""
    return text(language, "meeting-overdue" if late else "meeting-due", date=written(due))
