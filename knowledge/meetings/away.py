"""Who is away, and does what another tells of them."""

import re

from knowledge.meetings.cues import cue
from knowledge.meetings.dates import ANY_DAY
from knowledge.meetings.due import due
from knowledge.meetings.speech import Said, Talk

_TOLD_OF = 4  # sentences before it in which somebody is named of whom it is told what they will do
_NAMED = 6  # sentences before what they have said that they will do in which they are named
_READ = 3  # sentences in which one says that they read out what another wrote

_BY_US = re.compile(r"\w+ (?:jag|vi|du|ni)\b")  # *anteckningarna* skriver jag
_I_DO = re.compile(r"\b(?:jag|vi|i) (?:(?!att )\w+ ){1,3}$")  # *jag ringer Cia och frågar*
_OF_WHERE = re.compile(r"^(?:som |hos oss |(?:på|i|från|vid) (?:(?:vår|vårt|våra) )?\w+ )")  # *Cia hos oss* bokar
_TURNED = re.compile(r"\b(?:då|så|sen|och) (?P<verb>\w+r) $")  # *då ringer* Cia


def reported_owner(said: Said, talk: Talk) -> str:
    """Who is away, and has told what they will do: *Hon hälsade att hon lägger upp det i januari.*"""
    here = _named_absent(said, talk)
    if here and is_due(said):
        return here
    found = cue("reported").search(said.low) or _heard_of(said, talk)
    if said.asks or not (found or _read_out(said, talk)):
        return ""
    lead = said.text[: found.end()] if found else ""
    before = [each.text for each in talk.before(said.index, _NAMED)]
    named = [each for text in (*before, lead) for each in talk.strangers(text)]
    return named[-1] if named else ""


def _heard_of(said: Said, talk: Talk) -> re.Match[str] | None:
    """Where it is told what *she* or *he* will do, after the speaker was in touch with them."""
    near = [each for each in talk.around(said.index, _NAMED, 0) if each.speaker == said.speaker]
    return _of_absent(said) if any(cue("in_touch").search(each.low) for each in near) else None


def _of_absent(said: Said) -> re.Match[str] | None:
    """But not *jag ringer hon*."""
    told = cue("of_absent").search(said.low)
    return None if told and said.low[: told.start()].endswith("jag ") else told


def _read_out(said: Said, talk: Talk) -> bool:
    """Whether it is what somebody wrote: *Hon mejlade, jag läser. Kartan skickar jag på fredag.*"""
    near = [each for each in talk.around(said.index, _READ, 0) if each.turn == said.turn]
    return any(cue("read_out").search(each.low) for each in near) and bool(cue("promise", "own").search(said.low))


def absent_owner(said: Said, talk: Talk) -> str:
    """Who does what is told of *her* or *him*, or by name, or read out: somebody who was named before and is away."""
    if here := _named_absent(said, talk):
        return here
    if not (_of_absent(said) or '"' in said.text):
        return ""
    named = (talk.people.absent(each.text) for each in reversed((*talk.before(said.index, _TOLD_OF), said)))
    return next(filter(None, named), "")


def _named_absent(said: Said, talk: Talk) -> str:
    """*Margareta Holm skickar avtalet på fredag*, *då skickar Emine den*."""
    names = [] if said.asks else talk.strangers(said.text)
    return next((each for each in names if does(each, said)), "")


def does(name: str, said: Said) -> bool:
    """Whether it is told that they do something: *Cia bokar*, *då ringer Cia*."""
    first, *last = name.lower().split()
    before, _, after = said.low.partition(first)
    after = after.removeprefix(f" {' '.join(last)}").lstrip()
    if _I_DO.search(before):
        return False
    if turned := _TURNED.search(before):
        return bool(cue("does").match(f"{turned['verb']} {after}"))
    return bool(cue("does").match(_OF_WHERE.sub("", after))) and not _BY_US.match(after)


def is_due(said: Said) -> bool:
    """Whether it names a day by which something may be done; the next meeting is one too."""
    return due(said.text, ANY_DAY, ANY_DAY) is not None
