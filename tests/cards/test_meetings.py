"""Summaries, drafts and what is to be done, as they are read and filled in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from cards import meeting_drafts, meetings
from cards.actions import decode
from cards.card import Card
from cards.meeting_actions import MarkAction, OpenDraft, OpenMeeting
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Kind, NextMeeting
from knowledge.meetings.summaries import summarise
from tests.cards import reading
from tests.cards.meeting_samples import (
    ACTIONS,
    DONE,
    DRAFT,
    DUE,
    FOUND,
    FULL,
    HELD,
    LONG_DRAFT,
    OLDER,
    POSTED,
    SHORT,
    TO_DO,
    WAITING,
    draft,
)

FIELDS = ("Input.Text", "Input.Toggle", "Input.Date")


def pages(draft: Draft, language: str = "sv") -> list[Card]:
    """All its pages, in order."""
    cards = [meeting_drafts.draft(draft, language, page=number) for number in range(20)]
    return cards[: len({str(card.content) for card in cards})]


def fields(cards: list[Card]) -> dict[str, Any]:
    return {each["id"]: each for card in cards for each in reading.of_type(card, *FIELDS)}


def visible(part: Any) -> Iterator[str]:
    """The texts of what is not hidden."""
    if isinstance(part, list):
        for each in part:
            yield from visible(each)
    elif isinstance(part, dict) and part.get("isVisible", True):
        yield from (part["text"] for _ in range(1) if isinstance(part.get("text"), str))
        for name, each in part.items():
            if name not in ("data", "fallback"):
                yield from visible(each) if isinstance(each, dict | list) else ()


def test_a_short_summary_is_shown_whole() -> None:
    card = meetings.post(SHORT, "sv")
    assert reading.of_type(card, "Action.ToggleVisibility") == []
    assert "• Länsstyrelsen vill träffa bolaget före kommunen." in reading.literal(card)


def test_of_a_long_summary_the_first_lines_are_shown_and_the_rest_on_demand() -> None:
    card = meetings.post(FULL, "sv")
    shown = list(visible(card.content["body"]))
    assert shown.count("• ") == 2 * 6, "two lines of each section"
    assert "Det talade vi om" not in shown
    more, less = reading.of_type(card, "Action.ToggleVisibility")
    assert (more["title"], less["title"]) == ("Visa mer", "Visa mindre")
    assert more["targetElements"] == less["targetElements"]
    hidden = {node["id"] for node in reading.nodes(card.content) if node.get("isVisible") is False}
    assert hidden == {*more["targetElements"]} - {"show-more"}


def test_a_summary_reads_section_by_section() -> None:
    headings = [text for text in reading.markdown(meetings.post(FULL, "sv")) if text in SECTIONS]
    assert headings == SECTIONS


SECTIONS = [
    *("Vad vi lärde", "Beslut", "Att göra", "Öppna frågor", "Vad vi prövar hemma", "Nästa träff", "Det talade vi om"),
]


def test_a_summary_says_when_it_was_and_when_it_was_corrected() -> None:
    assert "Mötesanteckningar från 5 mars 2026 · rättad 8 mars 2026" in reading.literal(meetings.post(FULL, "sv"))
    assert "Mötesanteckningar från 5 mars 2026" in reading.literal(meetings.post(SHORT, "sv"))


def test_what_is_to_be_done_says_who_and_when() -> None:
    lines = reading.literal(meetings.post(FULL, "sv"))
    assert "• Karin Ek: Karin skickar mallen till alla. · senast 20 mars" in lines
    assert "• Leksand: Bokar lokal i kulturhuset. · senast 15 januari 2027" in lines


def test_what_says_by_when_itself_is_not_told_again() -> None:
    said = replace(FOUND[3], text="Karin skickar mallen senast 20 mars.")
    made = draft(said)
    assert "• Karin Ek: Karin skickar mallen senast 20 mars." in reading.literal(meetings.post(summarise(made), "sv"))
    [box] = reading.of_type(pages(made)[0], "Input.Toggle")
    assert box["title"] == "Karin Ek: Karin skickar mallen senast 20 mars."


def test_an_opened_meeting_says_what_is_done_and_leads_to_its_post() -> None:
    card = meetings.meeting(FULL, POSTED, {"4": HELD}, "sv")
    assert "• Karin Ek: Karin skickar mallen till alla. · senast 20 mars · klart" in reading.literal(card)
    [link] = [text for text in reading.markdown(card) if text.startswith("[Visa inlägget")]
    assert link.endswith(
        "(https://teams.microsoft.com/l/message/19%3Ageneral%40thread.tacv2/1700000000017?parentMessageId=1700000000017)"
    )


def test_each_page_of_an_opened_meeting_names_the_sections_it_has_lines_of() -> None:
    long = summarise(draft(*(replace(each, text=f"{each.text} {'å' * 400}") for each in FOUND * 6)))
    cards = [meetings.meeting(long, POSTED, {}, "sv", page=number) for number in range(9)]
    cards = cards[: cards.index(cards[-1]) + 1]
    assert len(cards) > 1
    told = [line for card in cards for line in reading.literal(card) if line.startswith("• ")]
    assert len(told) == sum(len(section.items) for section in long.sections)
    named = [[line for line in reading.markdown(card) if line in SECTIONS] for card in cards]
    assert all(named)
    assert [*dict.fromkeys(line for each in named for line in each)] == SECTIONS[:-1]


def test_a_post_that_is_not_there_has_no_link() -> None:
    for kept in (None, replace(POSTED, shown=0), replace(POSTED, activity_id="")):
        assert "Visa inlägget" not in reading.words(meetings.meeting(FULL, kept, {}, "sv"))


def test_only_a_leader_is_offered_to_correct_and_remove() -> None:
    for leader in (False, True):
        shown = meetings.meeting(SHORT, None, {}, "sv", leader=leader)
        verbs = {action["data"]["verb"] for action in reading.actions(shown)}
        assert ({"correct_meeting", "remove_meeting"} <= verbs) == leader


def test_every_meeting_can_be_opened() -> None:
    opened = [decode(action["data"]) for action in reading.actions(meetings.meetings([FULL, OLDER], "sv"))]
    assert opened == [OpenMeeting(meeting=FULL.id), OpenMeeting(meeting=OLDER.id)]


def test_what_is_to_be_done_can_be_ticked_off_and_taken_back() -> None:
    card = meetings.to_do(TO_DO[1:], HELD, "sv", marked=DONE)
    undo, *marks = [decode(action["data"]) for action in reading.actions(card)]
    assert undo == MarkAction(meeting=DONE.meeting, action=DONE.id, done=False)
    assert marks == [MarkAction(meeting=each.meeting, action=each.id, done=True) for each in ACTIONS[1:]]


def test_what_is_late_is_said_to_be() -> None:
    lines = reading.literal(meetings.to_do(TO_DO, HELD, "sv"))
    assert "senast 20 mars · Träff om tillstånd" in lines
    assert "skulle ha varit klart 1 februari · Träff om tillstånd" in lines
    assert "Frågar länsstyrelsen." in lines


def test_every_line_has_a_tick_and_a_text_to_edit() -> None:
    held = fields(pages(LONG_DRAFT))
    for line in LONG_DRAFT.lines:
        assert held[f"tick-{line.id}"]["value"] == str(line.ticked).lower()
        assert held[f"text-{line.id}"]["value"] == LONG_DRAFT.said(line.text)
        assert (f"owner-{line.id}" in held) == (line.kind is Kind.ACTION)
    assert {f"add-{kind}" for kind in Kind} <= held.keys()


def test_of_what_was_talked_about_nobody_is_asked_for_more() -> None:
    assert "add-discussed" not in fields(pages(DRAFT))
    assert "add-try" in fields(pages(replace(DRAFT, lines=())))


def test_what_is_to_be_done_has_fields_for_who_and_when() -> None:
    held = fields(pages(DRAFT))
    [line, _] = DRAFT.of(Kind.ACTION)
    assert (held[f"owner-{line.id}"]["value"], held[f"due-{line.id}"]["value"]) == ("Karin Ek", DUE.isoformat())


def test_every_name_can_be_called_by_its_municipality() -> None:
    held = fields(pages(LONG_DRAFT))
    assert [(held[f"name-{n}"]["label"], held[f"name-{n}"]["value"]) for n in range(2)] == [
        ("Karin Ek skrivs", "Leksand"),
        ("Emelie Kroon skrivs", "Emelie Kroon"),
    ]


def test_a_line_that_was_said_shows_when_by_whom_and_how() -> None:
    lines = [text for card in pages(DRAFT) for text in reading.literal(card)]
    assert "12:40 · Karin Ek ”Tidiga samråd, det var lärdomen.”" in lines
    assert "1:02:00 · Karin Ek ”Är nån emot? Nej. Då säger vi så.”" in lines


def test_nothing_of_a_draft_is_lost_between_pages() -> None:
    cards = pages(LONG_DRAFT)
    assert len(cards) > 1
    ids = [each["id"] for card in cards for each in reading.of_type(card, *FIELDS)]
    assert len(set(ids)) == len(ids)
    assert {"title", "held"} <= {*ids}


def test_pages_of_a_draft_are_turned_both_ways() -> None:
    long = draft(*FOUND * 5)
    *_, last = cards = pages(long)
    turns = [[a["data"]["then"] for a in reading.actions(card) if "then" in a["data"]] for card in cards]
    assert turns[0][0] == "later"
    assert turns[1][:2] == ["later", "earlier"]
    assert turns[-1] == ["earlier", "preview", "close"]
    assert meeting_drafts.draft(long, "sv", page=100) == last


def test_the_leader_is_reminded_of_the_public_record() -> None:
    for card in (
        pages(DRAFT)[0],
        meeting_drafts.preview(DRAFT, meetings.post(SHORT, "sv"), "sv", where=""),
    ):
        assert "allmän handling" in reading.words(card)


def test_some_drafts_can_be_gone_on_with_whatever_is_filled_in() -> None:
    card = meeting_drafts.new(WAITING, HELD, "sv", private=True)
    *going_on, _ = reading.actions(card)
    assert [decode(each["data"]) for each in going_on] == [OpenDraft(draft=each.id) for each in WAITING[:5]]
    assert all(each["associatedInputs"] == "none" for each in going_on)
    assert "… och 2 utkast till. Publicera eller släng något, så får de plats." in reading.markdown(card)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (NextMeeting(date(2026, 5, 12), time(9), "Leksand", "bostäder"), "12 maj kl. 09.00, Leksand. Tema: bostäder"),
        (NextMeeting(date(2027, 1, 12)), "12 januari 2027"),
        (NextMeeting(place="Mora"), "Mora"),
        (NextMeeting(theme="energi"), "Tema: energi"),
        (NextMeeting(), ""),
    ],
)
def test_the_next_meeting_is_said_in_one_line(known: NextMeeting, words: str) -> None:
    assert meeting_drafts.next_meeting(known, HELD, "sv") == words
