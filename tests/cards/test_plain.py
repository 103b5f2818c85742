"""Cards as plain text: nothing is lost, no markup shows, and all that can be clicked has a number."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from cards.actions import ListCases, OpenCase, ShowAnswer, decode, execute
from cards.card import Card
from cards.forms import one_of, some_of, text_input, tick
from cards.parts import bold, buttons, card, group, heading, link, plain, quiet, row, title
from cards.plain import Choice, NotPlain, choices
from cards.plain import plain as as_text
from tests.cards import reading

SHOW, LIST = ShowAnswer(answer="a"), ListCases()


def drawn(*body: dict[str, Any]) -> Card:
    return card("sv", "sammanfattning", body)


def test_every_text_of_every_card_is_there(card: Card) -> None:
    written = as_text(card)
    for words in reading.literal(card):
        assert words in written


def test_everything_that_can_be_clicked_is_offered_and_understood(card: Card) -> None:
    assert len(choices(card)) >= len(reading.actions(card))
    for number, choice in enumerate(choices(card), 1):
        decode(choice.data)
        assert f"  {number} ▸ {choice.title}" in as_text(card).split("\n")


def test_no_markup_shows_in_any_card(card: Card) -> None:
    assert not re.search(r"\\[^\w\s]|\]\(http", as_text(card))


def test_a_gap_on_the_card_is_an_empty_line() -> None:
    shown = drawn(title("Titel"), plain("ett"), plain("två"), group([heading("Rubrik"), plain("tre")]), quiet("fyra"))
    assert as_text(shown) == "Titel\nett\ntvå\n\nRubrik\ntre\nfyra"


def test_runs_of_a_line_stay_on_it() -> None:
    assert as_text(drawn(plain(bold("Ludvika"), " · skede: bygge"))) == "Ludvika · skede: bygge"


def test_a_link_is_written_with_its_address() -> None:
    line = link("Uppgift [1] *viktig* fil_namn", "https://norrby.example/a(b)")
    written = "Uppgift [1] *viktig* fil_namn (https://norrby.example/a%28b%29)"
    assert as_text(drawn(quiet(f"1\\. {line}, Norrby"))) == f"1. {written}, Norrby"


def test_choices_are_numbered_on_from_where_others_ended() -> None:
    shown = drawn(plain("ett"), *buttons([execute("Tillbaka", SHOW), execute("Alla", LIST)]))
    assert as_text(shown, first=4) == "ett\n\n  4 ▸ Tillbaka\n  5 ▸ Alla"
    assert choices(shown) == [Choice("Tillbaka", SHOW.model_dump()), Choice("Alla", LIST.model_dump())]


def listed(*names: str) -> dict[str, Any]:
    items = [{"title": name.title(), "value": name} for name in names]
    return {"type": "Input.ChoiceSet", "id": "case", "label": "Vilket?", "choices": items}


@pytest.mark.parametrize("names", [("norrby",), ("norrby", "byarna")])
def test_each_item_of_a_list_is_a_choice_of_its_own(names: Sequence[str]) -> None:
    opening = execute("Öppna", OpenCase(case="norrby"), filled_in=("case",))
    shown = drawn(listed(*names), *buttons([opening, execute("Alla", LIST)]))
    assert [decode(choice.data) for choice in choices(shown)] == [*(OpenCase(case=name) for name in names), LIST]
    assert as_text(shown).startswith("Vilket?\n\n  1 ▸ Norrby")


def test_a_field_is_written_with_what_it_holds() -> None:
    fields = [
        text_input("words", "Svar", "Vi hyrde mark.", most=100),
        one_of("every", "Hur ofta", "week", {"week": "varje vecka", "month": "varje månad"}, "Välj."),
        some_of("themes", "Teman", "mark,energi", {"mark": "Mark", "bygge": "Bygge", "energi": "Energi"}),
        tick("named", "Namn", "Visa mitt namn", "true"),
        text_input("link", "Länk", "", most=100),
    ]
    written = as_text(drawn(*fields)).split("\n\n")
    assert written == [
        *("Svar: Vi hyrde mark.", "Hur ofta: varje vecka", "Teman: Mark, Energi", "Namn: Visa mitt namn", "Länk"),
    ]


def test_what_fields_hold_is_clicked_with_the_button() -> None:
    opening = execute("Öppna", OpenCase(case="norrby"), filled_in=("case",))
    shown = drawn(text_input("case", "Fall", "byarna", most=100), *buttons([opening]))
    assert [decode(choice.data) for choice in choices(shown)] == [OpenCase(case="byarna")]


def test_what_stands_beside_each_other_is_read_line_by_line() -> None:
    assert as_text(drawn(row(plain("Falun"), execute("Visa", SHOW)))) == "Falun\n  1 ▸ Visa"


def test_an_element_that_nobody_thought_of_is_not_passed_over() -> None:
    with pytest.raises(NotPlain, match="Carousel"):
        as_text(drawn({"type": "Carousel"}))
