"""Times of day as people say and write them: *klockan tretton*, *halv tio*, *kl 9.30*, *nio till tolv*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from knowledge.library.tokens import fold
from knowledge.meetings.calendar import MONTHS
from knowledge.meetings.numbers import CARDINAL, cardinal

_HOUR = rf"(?:{CARDINAL})"
_PARTS = {"fem": 5, "tio": 10, "kvart": 15, "tjugo": 20}
_QUARTERS = (
    {"halv": -30}
    | {f"{part} over": past for part, past in _PARTS.items()}
    | {f"{part} i": -to for part, to in _PARTS.items()}
)
_QUARTER = rf"(?P<quarter>{'|'.join(_QUARTERS)}) (?P<past>{_HOUR})"
_TILL = "(?:till|te)"  # *te* in dialect
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)"
_MINUTES = r"trettio|femton|fyrtiofem"
_O_CLOCK = rf"(?:klockan|kl\.?|at)(?P<now> ar)? (?P<spoken>{_HOUR})(?: (?:och )?(?P<minutes>{_MINUTES}|\d\d))?"
_BEGINS = rf"(?:borjar|startar)(?: vi| det)? (?P<begun>{_HOUR})(?=$|[^\w ]| (?:och|da|sa|till|for|i|pa|som)\b)"
_SPELLED = (
    rf"(?P<sharp>{_HOUR}) (?:noll(?: noll)?|prick|pa (?:morgonen|(?:for|efter)midda(?:ge)?n)"
    rf"|(?:och )?(?P<past_it>{_MINUTES}))"
)
_UNTIL = rf"(?:(?:{'|'.join(_QUARTERS)}) )?(?:{_HOUR}|lunch)"
_SPAN = rf"(?P<from>{_HOUR})(?: {_TILL} | ?[-–] ?){_UNTIL}"
_TO = re.compile(rf" ?(?:{_TILL}|-|–) ?(?:klockan )?(?:{_UNTIL}|\d)")
_TIME = re.compile(
    rf"(?<![\w.:/-])(?:{_QUARTER}|(?:kl\.? ?)?{_CLOCK}|{_O_CLOCK}|{_BEGINS}|{_SPELLED}|{_SPAN})(?![\w:]|[/-]\d)"
)
# A span is set *till nio till tolv*.
_SET_TO = re.compile(r"\b(?:till|te) (?:klockan )?$")
# Not when it begins: *till halv fyra*, *sluttid klockan sexton*, *men inte halv nio*, *före kvart över ett*.
_NOT_THEN = re.compile(
    r"\b(?:till|te|tills|inte(?: ar)?|fore|innan|efter|slut\w*|klara?t?|haller pa|until|not|before|after)"
    r"(?: klockan| vid)? $"
)
_LEAD_IN = (
    r"(?:(?:ja|jo|nej|okej|bra|och|men|eller|kanske|helst|hellre|da|sa|sag|fran|vid|tid(?:en)?"
    r"|samma (?:tid|klockslag)(?: som \w+)?"
    r"|(?:da )?blir det|det blir"
    r"|(?:ska )?vi (?:sager|saga|tar|kor)|(?:sager|tar|kor) vi|kan vi (?:inte )?(?:saga|borja|ta)|jag tankte)[,.]? )*"
)
_AFTER = (
    r"(?:,? (?:da|alltsa|i sa fall|(?:ar|blir|gar|funkar|passar)(?: bra| fint| utmarkt| perfekt| lagom)?(?: for \w+)?"
    r"|blir det|far det bli|(?:sager|tar|kor) vi|star fast|som (?:vanligt|idag|i dag|nu)))*"
)
_ALONE = re.compile(
    rf"^{_LEAD_IN}(?P<sharp>{_HOUR}){_AFTER}"
    r"(?:[.!?]*$|, (?=(?:men|och|da|sa|for|eftersom|okej|tack|bra|ja|jo|jag|vi)\b))"
)
# *Tjugofemte november, nio*, *då får det bli tio*.
_AT_END = re.compile(rf"(?:\b(?:{'|'.join(MONTHS)}),|\b(?:far|kan|ska) det bli) (?P<sharp>{_HOUR})[.!?]*$")
_WORKDAY = 7  # what is said to be before seven is in the afternoon


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day that is said; `form` is how, and `begins` whether something may begin then."""

    time: time
    form: str
    begins: bool


def first_time(text: str) -> time | None:
    """The first time of day in a text; one to six o'clock, said without more, is in the afternoon."""
    return next((each.time for each in _said(fold(text)) if each.begins), None)


def hour(text: str) -> time | None:
    """The time of day in a sentence of which it is known that it may tell one: *nio då* too."""
    return next((each.time for each in hours(text) if each.begins), None)


def hours(text: str) -> list[Hour]:
    """All times of day in such a sentence."""
    folded = fold(text)
    alone = _ALONE.match(folded) or _AT_END.search(folded)
    sharp = _sharp(cardinal(alone["sharp"]) * 60) if alone else None
    rest = folded[alone.end() :] if alone else folded
    return [*([Hour(sharp, "alone", begins=True)] if sharp else []), *_said(rest)]


def _said(folded: str) -> Iterator[Hour]:
    for match in _TIME.finditer(folded):
        found = _read(match)
        if found:
            form = next(name for name in ("quarter", "hour", "now", "spoken", "begun", "sharp", "from") if match[name])
            to = "to " if form == "from" or _TO.match(folded, match.end()) else ""
            before = folded[: match.start()]
            begins = not _NOT_THEN.search(before) or bool(to and _SET_TO.search(before))
            yield Hour(found, f"{to}{form}", begins)


def _read(match: re.Match[str]) -> time | None:
    if match["quarter"]:
        minutes = cardinal(match["past"]) * 60 + _QUARTERS[match["quarter"]]
    elif match["hour"]:
        return _time(int(match["hour"]) * 60 + int(match["minute"]))
    else:
        hour = cardinal(match["spoken"] or match["begun"] or match["sharp"] or match["from"])
        minutes = hour * 60 + cardinal(match["minutes"] or match["past_it"] or "noll")
    return _sharp(minutes)


def _sharp(minutes: int) -> time | None:
    return _time(minutes + 12 * 60 if minutes < _WORKDAY * 60 else minutes)


def _time(minutes: int) -> time | None:
    return time(*divmod(minutes, 60)) if 0 <= minutes < 24 * 60 else None
