"""Presentations are read in the order in which they are shown, and whatever else comes is refused with a reason."""

import pytest

from knowledge.documents import slides
from knowledge.documents.slides import read_slides
from knowledge.documents.unreadable import Reason, Unreadable
from tests.knowledge.documents.presentations import SLIDES, presentation

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


def test_each_slide_says_its_title_and_lines_in_order() -> None:
    read = read_slides(presentation())
    assert [(each.title, list(each.lines)) for each in read] == [(title, list(lines)) for title, lines in SLIDES]
    assert [each.number for each in read] == [1, 2, 3]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.BROKEN),
        (b"PK\x03\x04 nothing", Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, Reason.ENCRYPTED),
        (presentation(parts={"ppt/presentation.xml": BOMB}), Reason.BROKEN),
        (presentation(parts={"ppt/slides/slide1.xml": "<broken"}), Reason.BROKEN),
        (presentation(parts={"ppt/_rels/presentation.xml.rels": "<Relationships/>"}), Reason.BROKEN),
        (presentation([("x", ["rad"])] * 301), Reason.TOO_LONG),
    ],
    ids=["empty", "no archive", "encrypted", "entities", "no xml", "no slides", "too many"],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as caught:
        read_slides(content)
    assert caught.value.reason is reason


def test_it_unpacks_no_further_than_a_limit_over_all_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    many = presentation([("x", ["rad " * 500])] * 20)
    assert len(read_slides(many)) == 20
    monkeypatch.setattr(slides, "UNPACKED_LIMIT", 20_000)
    with pytest.raises(Unreadable) as caught:
        read_slides(many)
    assert caught.value.reason is Reason.TOO_LARGE
