"""What an author types, made fit for a case: whatever it holds, a file of it reads back the same."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from textwrap import shorten

from knowledge.lessons.model import Told
from knowledge.library.body import STATEMENT_LIMIT
from knowledge.library.front import TITLE_LIMIT, is_web_address, unreadable
from knowledge.library.model import THEMES
from knowledge.people import HOMES

LONGEST = {"title": 80, "situation": 1500, "did": 1500, "went": 1500, "again": 1500, "link": 1000}  # characters
TEXTS = ("situation", "did", "went", "again")
MOST_LINES = 20  # of a text; what follows is joined
NEEDED = ("title", "situation", "did")

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_BRACES = str.maketrans("{}", "()")
_BULLET = re.compile(r"^(?:[-•*–]\s+)+")


class Problem(StrEnum):
    """Why what was typed in a field cannot be taken."""

    EMPTY = "empty"
    LONG = "long"
    LINK = "link"
    UNKNOWN = "unknown"


def problems(typed: Told) -> dict[str, Problem]:
    """What is wrong, by field; nothing where it can become a case."""
    told = tidied(typed)
    found = {
        **{name: Problem.EMPTY for name in NEEDED if not any(char.isalnum() for char in getattr(told, name))},
        **{name: Problem.LONG for name, most in LONGEST.items() if _is_long(getattr(told, name), most)},
    }
    if told.link and not is_web_address(told.link):
        found["link"] = Problem.LINK
    if told.home not in HOMES:
        found["home"] = Problem.UNKNOWN
    if not set(told.themes) <= set(THEMES):
        found["themes"] = Problem.UNKNOWN
    return found


def tidied(typed: Told) -> Told:
    """What can be read of it: without what nobody sees, and without the marks that case files are made with."""
    return replace(
        typed,
        title=one_line(typed.title),
        situation=_several(typed.situation),
        did=_several(typed.did),
        went=_several(typed.went),
        again=_several(typed.again),
        link=typed.link.strip(),
    )


def _is_long(text: str, most: int) -> bool:
    """Also of signs that take much room in a card."""
    return len(text) > most or len(text.encode()) > 2 * most


def title_of(said: str) -> str:
    """What is said, as a title: cut between words where it is too long."""
    return shorten(one_line(said).removesuffix("."), LONGEST["title"], placeholder=" …")


def first_sentence(said: str) -> str:
    return _SENTENCE.split(one_line(said))[0]


def one_line(text: str) -> str:
    return " ".join(_lines(text))


def _several(text: str) -> str:
    lines = list(_lines(text))
    return "\n".join([*lines[:MOST_LINES], *filter(None, [" ".join(lines[MOST_LINES:])])])


def statements(text: str) -> list[str]:
    """A text without problems as statements, a line or so each, none longer than a case file allows."""
    return [part for line in text.split("\n") for part in _parts(line)]


def name_of(said: str) -> str:
    """What somebody is called, fit to stand as a publisher."""
    return one_line(said)[:TITLE_LIMIT].strip()


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        readable = _BULLET.sub("", " ".join(_readable(line).split()))
        if readable:
            yield readable


def _readable(line: str) -> str:
    composed = unicodedata.normalize("NFC", line)
    blanked = composed.translate(dict.fromkeys(map(ord, unreadable(composed)), " "))
    return blanked.translate(_BRACES).replace("[^", "[ ^")


def _parts(line: str) -> Iterator[str]:
    """The line, divided between sentences where it is too long, and within one only where that alone is."""
    held = ""
    for sentence in _SENTENCE.split(line):
        if held and len(held) + 1 + len(sentence) > STATEMENT_LIMIT:
            yield held
            held = ""
        held = f"{held} {sentence}".strip()
        while len(held) > STATEMENT_LIMIT:
            cut = held.rfind(" ", 1, STATEMENT_LIMIT)
            cut = cut if cut > 0 else STATEMENT_LIMIT
            yield held[:cut]
            held = held[cut:].strip()
    if held:
        yield held
