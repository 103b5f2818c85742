"""Who is meant by a name: speakers are called by their first names, and those in a room have no line of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.meetings.names import CAPITAL, SMALL, is_place

_ROOM = re.compile(
    r"\b(?:\w*rum|\w*rummet|sal|\w*salen|\w*huset|\w*kontoret|\w*station(?:en)?|room|meeting|konferens|teams ?rooms?"
    r"|mtr)\b|^\w+ kommun$",
    re.IGNORECASE,
)
_NAME = rf"{CAPITAL}{SMALL}+(?:-{CAPITAL}{SMALL}+)?"
_FULL = rf"{_NAME}(?: {_NAME})?"
_ADDRESSED = re.compile(
    rf"(?:^|[.?!] |[Oo]kej |[Tt]ack (?:snälla )?)(?P<first>{_FULL}), (?:du|kan|vill|skulle|har|hör|could|can|would) ?"
    rf"|, (?P<last>{_FULL})[.?!]$|(?:är|var) det (?P<asked>{_NAME})\?$"
    rf"|(?:[Tt]ack|[Oo]kej|[Dd]u|[Tt]hanks|[Tt]hank you)(?: snälla)? (?P<thanked>{_NAME})[.,!?]"
)
_INTRODUCED = re.compile(
    rf"(?P<name>{_FULL}) (?:här|igen)\b|det här är (?P<this>{_NAME})|jag heter (?P<called>{_NAME})"
    rf"|[Dd]et (?:är|var) (?P<tells>{_NAME})(?: som (?:talar|pratar|säger|sa)\b|,|[.!]?$)"
    rf"|[Jj]ag, (?:alltså )?(?P<self>{_NAME})\b|(?P<so>{_NAME})(?<!dag)(?<!nde)(?<!te)(?<!sta),? alltså\b"
    rf"|, säger (?P<says>{_NAME})[.!]?$|(?P<whole>{_FULL}) är det som .*, det är jag"
)
_ABSENT = re.compile(
    rf"(?P<full>(?!(?:Men|Och|Så|Då|Fast|Ja|Jo|Nej|Tack|Eller) ){_NAME} {_NAME})\b"
    rf"|(?:kollega|chef|handläggare) (?P<colleague>{_NAME})\b"
    rf"|(?P<ours>{_NAME})(?: hos oss\b|, (?:hon|han|hen)\b)|[Dd]et är (?P<has>{_NAME}) som (?:har|sitter|kan|gör)\b"
    rf"|(?P<tells>{_NAME}) (?:hälsar|mejlade|skrev|skriver|ringde|sa|lovade|har lovat|kunde inte)\b"
    rf"|(?:skrev till|pratade med|talade med|ringde) (?P<reached>{_NAME})\b"
    rf"|(?P<away>{_NAME}),? som inte (?:är|kunde)\b|från (?P<by>{_NAME})\."
)
_AFTER_COMMA = re.compile(rf"^(?P<before>{_FULL}), (?P<after>{_NAME})(?P<rest>.*)$")
_SAYS = re.compile(rf"(?P<name>{_NAME}) (?:säger|lovar|tar|gör|fixar|ordnar|kan|skriver|ringer)\b")
_NO_NAMES = frozenset(
    [
        "Ja",
        "Nej",
        "Jo",
        "Okej",
        "Bra",
        "Eller",
        "Alltså",
        "Men",
        "Och",
        "Så",
        "Då",
        "Tack",
        "Hej",
        "Förlåt",
        "Ursäkta",
        "Det",
        "Den",
        "Vi",
        "Jag",
        "Du",
        "Hon",
        "Han",
        "Hen",
        "Henne",
        "Honom",
        "De",
        "Dom",
        "Ni",
        "Som",
        "Vem",
        "Alla",
        "Allihop",
        "Allihopa",
        "Samtliga",
        "Kan",
        "Ska",
        "Skulle",
        "Vill",
        "Får",
        "Har",
        "Är",
        "Om",
        "När",
        "Man",
        "Till",
        "På",
        "Från",
        "Med",
    ]
)
_STRANGER = re.compile(
    rf"\b(?P<at>(?:[Ii]|[Pp]å|[Ff]rån|[Vv]id|[Hh]os) )?(?P<name>(?!(?:{'|'.join(sorted(_NO_NAMES))})\b){_FULL})\b"
)


def is_room(speaker: str) -> bool:
    return bool(_ROOM.search(speaker)) or is_place(speaker)


def name_of(speaker: str) -> str:
    """As a person is called: *Ek, Anna (Leksand)* is *Anna Ek (Leksand)*, and so is *Anna Ek, Leksand*."""
    parts = None if is_room(speaker) else _AFTER_COMMA.match(speaker)
    if not parts:
        return speaker
    before, after, rest = parts.groups()
    home = is_place(after) or is_place(after.removesuffix("s"))
    return f"{before} ({after}{rest})" if home else f"{after} {before}{rest}"


@dataclass(frozen=True, slots=True)
class People:
    """`by_first` are speakers by first name, where only one bears it; `found` whom texts name, as it was found once."""

    speakers: tuple[str, ...]
    by_first: dict[str, str]
    found: dict[str, list[str]] = field(default_factory=dict, compare=False)

    @classmethod
    def among(cls, speakers: Sequence[str]) -> "People":
        firsts = [each.split()[0] for each in speakers]
        unique = {first: whole for first, whole in zip(firsts, speakers, strict=True) if firsts.count(first) == 1}
        return cls(tuple(speakers), {first: whole for first, whole in unique.items() if not is_room(whole)})

    def named(self, text: str) -> list[str]:
        """The speakers that a text names, in order."""
        if text not in self.found:
            self.found[text] = self._named(text)
        return self.found[text]

    def _named(self, text: str) -> list[str]:
        names = [(whole, whole) for whole in self.speakers] + list(self.by_first.items())
        found: dict[int, str] = {}
        for name, whole in names:
            if name in text and (match := re.search(rf"\b{re.escape(name)}\b", text)):  # most are in few sentences
                found[match.start()] = whole
        return [found[start] for start in sorted(found)]

    def replaced(self, text: str) -> list[str]:
        """Whom somebody does something instead of: *jag tar över efter Maria*."""
        return [
            whole
            for first, whole in self.by_first.items()
            if re.search(rf"\b(?:efter|från|åt|ut|i ?stället för) {first}\b", text)
        ]

    def addressed(self, text: str) -> str:
        """Whom a sentence is said to: *Göran, kan du …*, *fixar du lokalen, Maria?*"""
        for match in _ADDRESSED.finditer(text):
            if name := _name(match):
                return self.whole(name)
        return ""

    def introduced(self, text: str) -> str:
        """Who speaks in a room: *Gunilla här*."""
        match = _INTRODUCED.search(text)
        name = _name(match) if match else ""
        return self.whole(name) if name else ""

    def absent(self, text: str) -> str:
        """Who is named and is not one of the speakers, so far as one can tell a person's name: the last of them."""
        found = [next(filter(None, match.groups())) for match in _ABSENT.finditer(text)]
        return next((each for each in reversed(found) if self._may_be_absent(each.split()[0])), "")

    def strangers(self, text: str) -> list[str]:
        """Whoever is named and is not one of the speakers, if anybody is: other words have capitals too."""
        names = [each["name"] for each in _STRANGER.finditer(text) if not each["at"]]
        called = [each if each in self.by_first else each.removesuffix("s") for each in names]  # *Elins punkt*
        return [each for each in called if self._may_be_absent(each.split()[0])]

    def _may_be_absent(self, first: str) -> bool:
        return first not in self.by_first and first not in _NO_NAMES and not is_place(first)

    def single(self, text: str) -> str:
        """The last of the words that may be a name, where one is asked for: *Ja just det, Anna-Karin.*"""
        names = [each for each in re.findall(_FULL, text) if each not in _NO_NAMES]
        return self.whole(names[-1]) if names else ""

    def spoken_for(self, text: str) -> str:
        """Of whom it is said that they will: *Helena säger att hon tar det*."""
        match = _SAYS.search(text)
        return self.whole(match["name"]) if match and match["name"] not in _NO_NAMES else ""

    def whole(self, name: str) -> str:
        return self.by_first.get(name.split(maxsplit=1)[0], name) if name not in self.speakers else name


def _name(match: re.Match[str]) -> str:
    """The first that it found, without what only opens a sentence."""
    called = next(each for each in match.groups() if each)
    return " ".join(word for word in called.split() if word not in _NO_NAMES)
