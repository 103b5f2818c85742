"""What is known to stand under a heading of written notes, or after a word and a colon."""

import re

from knowledge.meetings.cues import cue
from knowledge.meetings.model import Kind

BESIDE = "beside"  # who was there, and what else is nothing for a summary
OCCASION = "occasion"  # when and where, of this meeting or of another
THEME = "theme"  # of its own, though it may stand after others
GREETING = "greeting"
LABEL = re.compile(r"^(?P<label>[^:]{2,45}?)\s*:(?:\s+(?P<rest>\S.*))?$")

NO_KIND = ("", BESIDE, OCCASION, THEME, GREETING)  # of what tells of no kind of candidate
_KINDS = (*(kind for kind in Kind if kind is not Kind.DISCUSSED), *filter(None, NO_KIND))
_EDGES = " ,:.?!–-"
# Which, and of what meeting, says nothing of the kind.
_WHICH = re.compile(r"^(?:de )?(?:följande|våra|tagna|fattade|dagens|viktig\w*|nya|gemensamma|några) (?=\w)")
_OF_WHAT = re.compile(
    r"(?<=\w) (?:(?:från|på|under|vid|efter) (?:mötet|träffen|dagen|dagens (?:möte|träff))|i ?dag|fattades|togs|gjordes"
    r"|(?:till|inför|före|innan) (?:nästa|kommande) (?:gång|möte|träff))$"
)
_ADDED = re.compile(r"\s*\([^)]*\)$")  # *Beslut (alla eniga)*


def kind_of(heading: str) -> str:
    """A kind of candidate, one of the above, or nothing where the heading is the writer's own."""
    words = _ADDED.sub("", heading.strip(_EDGES).lower()).strip(_EDGES)
    return next((kind for kind in _KINDS if _is_of(kind, words)), "")


def kind_labelled(text: str) -> str:
    """That of the word before a colon, where something follows it."""
    label = LABEL.match(text)
    return kind_of(label["label"]) if label and label["rest"] else ""


def _is_of(kind: str, words: str) -> bool:
    """Also with what only says which (*tagna*) and of what meeting (*från mötet*)."""
    known = cue("headings", kind)
    return any(known.fullmatch(each) for each in (words, _OF_WHAT.sub("", _WHICH.sub("", words))))
