"""Times of day as people say and write them: *klockan tretton*, *halv tio*, *kl 9.30*, *nio till tolv*."""

import re
from datetime import time

from knowledge.library.tokens import fold
from knowledge.meetings.numbers import CARDINAL, cardinal

_HOUR = rf"(?:{CARDINAL})"
_QUARTERS = {"halv": -30, "kvart over": 15, "kvart i": -15}
_QUARTER = rf"(?P<quarter>{'|'.join(_QUARTERS)}) (?P<past>{_HOUR})"
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)"
_MINUTES = r"trettio|femton|fyrtiofem"
_O_CLOCK = rf"(?:klockan|kl\.?|at)(?: ar)? (?P<spoken>{_HOUR})(?: (?:och )?(?P<minutes>{_MINUTES}|\d\d))?"
_SPELLED = rf"(?P<sharp>{_HOUR}) (?:noll(?: noll)?|(?:och )?(?P<past_it>{_MINUTES}))"
_SPAN = rf"(?P<from>{_HOUR})(?: till | ?[-–] ?)(?:halv |kvart (?:over|i) )?(?:{_HOUR}|lunch)"
_TIME = re.compile(rf"(?<![\w.:/-])(?:{_QUARTER}|(?:kl\.? ?)?{_CLOCK}|{_O_CLOCK}|{_SPELLED}|{_SPAN})(?![\w:]|[/-]\d)")
# Not when it begins: *till halv fyra*, *sluttid klockan sexton*, *men inte halv nio*, *före kvart över ett*.
_NOT_THEN = re.compile(
    r"\b(?:till|tills|inte|fore|innan|efter|slut\w*|klara?t?|haller pa|until|not|before|after)(?: klockan| vid)? $"
)
_LEAD_IN = r"(?:(?:ja|jo|nej|okej|bra|da|sa|vi (?:sager|tar|kor)|sag|fran|vid|samma tid(?: som \w+)?)[,.]? )*"
_AFTER = r"(?:,? (?:da|(?:blir|gar|funkar|passar)(?: bra)?(?: for \w+)?|som (?:vanligt|idag|i dag|nu)))*"
_ALONE = re.compile(rf"^{_LEAD_IN}(?P<sharp>{_HOUR}){_AFTER}[.!?]*$")
_WORKDAY = 7  # what is said to be before seven is in the afternoon


def first_time(text: str) -> time | None:
    """The first time of day in a text; one to six o'clock, said without more, is in the afternoon."""
    folded = fold(text)
    for match in _TIME.finditer(folded):
        found = None if _NOT_THEN.search(folded[: match.start()]) else _read(match)
        if found:
            return found
    return None


def hour(text: str) -> time | None:
    """The time of day in a sentence of which it is known that it may tell one: *nio då* too."""
    alone = _ALONE.match(fold(text))
    return _sharp(cardinal(alone["sharp"]) * 60) if alone else first_time(text)


def _read(match: re.Match[str]) -> time | None:
    if match["quarter"]:
        minutes = cardinal(match["past"]) * 60 + _QUARTERS[match["quarter"]]
    elif match["hour"]:
        return _time(int(match["hour"]) * 60 + int(match["minute"]))
    else:
        hour = cardinal(match["spoken"] or match["sharp"] or match["from"])
        minutes = hour * 60 + cardinal(match["minutes"] or match["past_it"] or "noll")
    return _sharp(minutes)


def _sharp(minutes: int) -> time | None:
    return _time(minutes + 12 * 60 if minutes < _WORKDAY * 60 else minutes)


def _time(minutes: int) -> time | None:
    return time(*divmod(minutes, 60)) if 0 <= minutes < 24 * 60 else None
