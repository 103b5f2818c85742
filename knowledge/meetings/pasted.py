"""What somebody wrote of a meeting: a page of notes, or only that they want it summarised."""

from collections.abc import Iterator

from knowledge.meetings.cues import cue
from knowledge.meetings.headings import BESIDE, NO_KIND, kind_labelled, kind_of
from knowledge.meetings.layout import entries, with_headings
from knowledge.question import telling

_LEAST_KINDS = 2


def is_notes(text: str) -> bool:
    """Whether it is sorted as notes are, under headings or labels of several kinds: *Beslut: … Att göra: …*"""
    kinds = {kind for kind in _kinds(text) if kind == BESIDE or kind not in NO_KIND}
    return len(kinds) >= _LEAST_KINDS


def is_labelled(text: str) -> bool:
    """Whether any of it has the label of a kind: *Beslut: vi delar mallen.*"""
    return any(kind_labelled(each.text) not in NO_KIND for each in entries(text.splitlines()))


def only_names_meeting(text: str) -> bool:
    """Whether it says no more than of what: *dagens möte*, *anteckningarna*."""
    return all(cue("meeting").fullmatch(word) for word in telling(text))


def _kinds(text: str) -> Iterator[str]:
    for entry, is_heading in with_headings(entries(text.splitlines())):
        yield kind_of(entry.text) if is_heading else kind_labelled(entry.text)
