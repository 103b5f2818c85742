"""By which day something is to be done, of all the days that were named."""

import re
from datetime import date, timedelta

from knowledge.library.tokens import fold
from knowledge.meetings.date_rules import A_DAY, A_WEEK, Precision
from knowledge.meetings.dates import Mention, mentions

_NEXT_TIME = re.compile(
    r"\b(?:(?P<lead>dag|veck)\w* )?(?:till|innan|fore|infor|by|before) "
    r"(?:dess|vi ses|(?:vart |var )?(?:nasta (?:gang|traff|mote|natverkstraff)\w*|next (?:time|meeting)))"
)
_LEADS = {"dag": A_DAY, "veck": A_WEEK, None: timedelta()}


def due(text: str, today: date, next_meeting: date | None = None) -> date | None:
    """The day by which something is to be done: the firmest date to come, a deadline before others, the last said.

    *Till nästa gång* is the next meeting, *dagen före nästa träff* the day before it, where no date is said.
    """
    coming = [each for each in mentions(text, today) if each.date >= today]
    if coming:
        return max(coming, key=_firmness).date
    by_then = _NEXT_TIME.search(fold(text))
    return next_meeting - _LEADS[by_then["lead"]] if next_meeting and by_then else None


def _firmness(mention: Mention) -> tuple[bool, bool, bool, Precision, int]:
    """A day outranks the week or month by which it is to be, a deadline what is named beside it."""
    precision = min(mention.precision, Precision.DAY)
    return precision is Precision.DAY, precision > Precision.WEEK, mention.deadline, precision, mention.start
