"""A written action: who is to do it, what, and by when, in any of the orders people write them in."""

import re
from datetime import date

from knowledge.meetings.calendar import MONTHS, WEEKDAYS
from knowledge.meetings.cues import cue
from knowledge.meetings.dates import mentions
from knowledge.meetings.due import due
from knowledge.meetings.model import Candidate, Kind
from knowledge.meetings.names import is_place
from knowledge.meetings.wording import capitalised

# Words that begin a line but are nobody.
_NOBODY = "|".join(
    [
        *("[Ss]enast", "[Ff]öre", "[Ii]nnan", "[Tt]ill", "[Dd]eadline", "[Kk]lart?", "[Nn]är", "[Vv]ecka", "[Vv]", "I"),
        *("Vi", "Ni", "Jag", "Du", "Någon", "Några", "Man", "Det", "Den", "De", "Dom", "Detta", "Mötet", "Träffen"),
        *(each.capitalize() + r"\w*" for each in (*WEEKDAYS, *MONTHS)),
    ]
)
_ONE = r"[A-ZÅÄÖÉ][\w-]+(?: [A-ZÅÄÖÉ][\w-]*){0,2}(?: kommun)?(?: \([A-ZÅÄÖÉ][\w-]+\))?"
_NAME = rf"(?:[Aa]lla(?: kommuner| deltagare)?\b|(?!(?:{_NOBODY})\b)@?{_ONE})"
_NAMES = rf"{_NAME}(?:(?:,| och| &|/| and) ?{_NAME}){{0,3}}"
_BY = r"(?:[Aa]nsv\b\.?|[Aa]nsvarig\w*|[Aa]nsvar|[Oo]wner|[Vv]em(?=:))"
_DUE = r"(?:(?:[Kk]lart?|[Ff]ärdigt)(?: senast)?|[Ss]enast(?: klart?)?|[Dd]eadline|[Ss]lutdatum|[Dd]ue|[Nn]är(?=:))"
_BELONGS = re.compile(rf"(?:{_BY}|{_DUE})(?:: ?| )\S.{{0,60}}$")
_LABELLED = re.compile(rf"[,.;–(-]* ?{_BY}(?::| är)? ?(?P<owner>{_NAMES})\)?")
_DUE_LABEL = re.compile(rf"[,.;–(-]* ?{_DUE}:? ?(?P<due>[^,.;)]+(?:\.\d+)?)\)?")
_AT_END = re.compile(rf"(?:\s[–—-]+|\s?[(\[]|,|\s/)\s*(?P<owner>{_NAMES})(?:[,:]? (?P<due>[^()]{{3,40}}?))?[)\]]?\.?$")
_OF_THING = re.compile(  # *Checklistan: skriv ett utkast. (Karin)*
    rf"^(?P<what>\w{{2,}}(?:en|et|an|na): .*?)\s*[(\[](?P<owner>{_NAMES})[)\]]\.?$"
)
_FIRST = re.compile(rf"^(?P<owner>{_NAMES})(?:,? ?\(?(?P<due>[^:()]{{3,40}}?)\)?)??(?::| [–—-]) (?P<what>\S.*)$")
_DOES = re.compile(
    rf"^(?P<owner>{_NAMES}) (?P<what>(?:ska|skall|får|tar|ger|gör|ser|ber|\w+[aeiouyåäö]r|\w+er|will)(?: .+)?)$"
)
_ONLY = re.compile(rf"^(?P<owner>{_NAMES}),? (?P<due>.+)$")
_ALONE = re.compile(rf"(?P<owner>{_NAMES}):?")
_APART = re.compile(r", ?| och | & |/| and ")
_SHORT = re.compile(r"\b(mån|tis|ons|tors|fre|lör|sön)\b\.?", re.IGNORECASE)
_FEW = 4  # words
_LEADS = re.compile(r"^(?:ska|skall|får|will) ")


def written_action(text: str, today: date, next_meeting: date | None) -> Candidate:
    """An action as it was written; without an owner or a day where none is named."""
    first = text.split(maxsplit=1)[0].strip(":,")
    text = capitalised(text) if is_place(first) else text
    what, owner = _parted(text, today)
    return Candidate(
        Kind.ACTION,
        capitalised(_LEADS.sub("", what).strip(" ,.;–-")) or text,
        owner=", ".join(each.lstrip("@") for each in _APART.split(owner) if each),
        due=due(_spelled(text), today, next_meeting),
    )


def owner_alone(text: str, below: str, *, listed: bool) -> str:
    """Who is to do what stands `below`, where a line says nothing else: *Leksand:*; or nobody."""
    found = _ALONE.fullmatch(text)
    if not found or cue("doing").match(text.lower()):
        return ""
    owner, labels = found["owner"], text.endswith(":")
    names = _APART.split(owner)
    does = _DOES.match(f"{owner} {below[:1].lower()}{below[1:]}")
    known = all(_is_known(each) or (labels and " " in each) for each in names)
    return owner if known or (does and (listed or " " in owner)) or (labels and listed) else ""


def _is_known(name: str) -> bool:
    """Whether a name can be nothing else."""
    first = name.split(maxsplit=1)[0]
    return first.lower() == "alla" or is_place(first) or is_place(first.removesuffix("s"))


def names_somebody(text: str, today: date) -> bool:
    """Whether an action says by whom it is to be done."""
    return bool(_parted(text, today)[1])


def _parted(text: str, today: date) -> tuple[str, str]:
    """What is to be done, and by whom: the day is taken out where it stands by itself."""
    labelled = _LABELLED.search(text)
    if labelled:
        return _DUE_LABEL.sub("", text[: labelled.start()] + text[labelled.end() :]), labelled["owner"]
    for pattern in (_OF_THING, _FIRST, _DOES):
        match = pattern.match(text)
        if match and _is_day(match.groupdict().get("due"), today) and not cue("doing").match(text.lower()):
            return match["what"], match["owner"]
    match = _AT_END.search(text)
    if match and _is_day(match["due"], today):
        return text[: match.start()], match["owner"]
    match = _ONLY.match(text)
    return (text, match["owner"]) if match and _is_only_day(match["due"], today) else (text, "")


def _spelled(text: str) -> str:
    """With weekdays as they are called, for they are shortened in writing: *fre*."""
    return _SHORT.sub(lambda day: f"{day[1]}dag", text)


def _is_day(text: str | None, today: date) -> bool:
    """Whether nothing, or a day, stands where a day may stand."""
    return text is None or bool(mentions(_spelled(text), today))


def _is_only_day(text: str, today: date) -> bool:
    found = mentions(_spelled(text), today)
    return len(text.split()) <= _FEW and bool(found) and found[0].start <= len("senast ")


def in_row(what: str, who: str, when: str, today: date, next_meeting: date | None) -> Candidate:
    """An action of a table with a column each."""
    return Candidate(Kind.ACTION, capitalised(what), owner=who, due=due(_spelled(when), today, next_meeting))


def belongs_to_it(text: str) -> bool:
    """Whether a line only says by whom or by when what stands before it is to be done: *Ansvarig: Leksand*."""
    return bool(_BELONGS.match(text))
