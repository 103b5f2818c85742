"""What a screen reader, a keyboard or a small screen needs of every card."""

import itertools
import re
from collections.abc import Callable, Iterable

import pytest

from cards import library
from cards.card import Card
from cards.texts import LANGUAGES
from knowledge.library.catalogue import shipped
from tests.cards import reading

LETTERS = re.compile(r"[^\W\d_]{2}")
KNOWN = {
    *("AdaptiveCard", "Container", "TextBlock", "RichTextBlock", "TextRun", "ActionSet"),
    *("ColumnSet", "Column", "Chart.HorizontalBar", "Chart.Line"),
    *("Action.Execute", "Action.Submit", "Input.ChoiceSet", "Input.Text", "Input.Date", "Input.Time", "Input.Toggle"),
    *("Action.ToggleVisibility", "Action.OpenUrl"),
}


def test_only_elements_that_every_teams_client_draws(card: Card) -> None:
    assert {node["type"] for node in reading.nodes(card.content)} <= KNOWN


def test_every_chart_has_something_in_its_place_and_its_numbers_beside_it(card: Card) -> None:
    for chart in reading.of_type(card, "Chart.HorizontalBar", "Chart.Line"):
        assert chart["fallback"]["type"] == "Container"
        points = [point for each in chart["data"] for point in each.get("values", [each])]
        assert all(str(point["y"]).replace(".", ",") in reading.words(card).replace(".", ",") for point in points)


def test_a_bar_stands_under_its_number(card: Card) -> None:
    for before, bar in itertools.pairwise(card.content["body"]):
        if bar["type"] == "ColumnSet" and not any(column["items"] for column in bar["columns"]):
            drawn = Card({**card.content, "body": [before]}, card.summary)
            assert re.search(r"\d", reading.words(drawn))


def test_every_text_wraps(card: Card) -> None:
    assert all(block["wrap"] for block in reading.of_type(card, "TextBlock"))


def test_every_input_says_what_it_wants(card: Card) -> None:
    for each in reading.nodes(card.content):
        if each["type"].startswith("Input."):
            assert each.get("label") or each.get("title")
            assert each.get("errorMessage") or not each.get("isRequired")


def test_every_button_has_words(card: Card) -> None:
    assert all(LETTERS.search(action["title"]) for action in reading.actions(card))


def test_buttons_of_the_same_name_say_what_they_are_for(card: Card) -> None:
    names = [(action["title"], action.get("tooltip")) for action in reading.actions(card)]
    assert len(set(names)) == len(names)


def test_buttons_beside_each_other_differ(card: Card) -> None:
    for row in reading.rows(card):
        assert len({action["title"] for action in row}) == len(row)


def test_every_button_works_where_execute_is_unknown(card: Card) -> None:
    opening_dialogs = reading.of_type(card, "Action.Submit")
    assert all(action["data"]["msteams"] == {"type": "task/fetch"} for action in opening_dialogs)
    for action in reading.of_type(card, "Action.Execute"):
        fallback = action["fallback"]
        assert (fallback["type"], fallback["title"], fallback["data"]) == (
            "Action.Submit",
            action["title"],
            action["data"],
        )


def test_a_button_that_shows_and_hides_names_elements_of_the_card(card: Card) -> None:
    held = [node["id"] for node in reading.nodes(card.content) if "id" in node]
    assert len(set(held)) == len(held)
    for action in reading.of_type(card, "Action.ToggleVisibility"):
        assert LETTERS.search(action["title"])
        assert set(action["targetElements"]) <= set(held)


def test_what_is_hidden_can_be_shown(card: Card) -> None:
    shown = {id for each in reading.of_type(card, "Action.ToggleVisibility") for id in each["targetElements"]}
    assert {node["id"] for node in reading.nodes(card.content) if not node.get("isVisible", True)} <= shown


def test_nothing_is_said_by_colour(card: Card) -> None:
    for node in reading.nodes(card.content):
        assert not {"color", "highlight", "backgroundImage"} & node.keys()
        assert node["type"] != "Container" or "style" not in node


def test_bold_text_blocks_are_headings(card: Card) -> None:
    for block in reading.of_type(card, "TextBlock"):
        assert (block.get("weight") == "Bolder") == (block.get("style") == "heading")


def test_the_title_is_larger_than_what_is_under_it(card: Card) -> None:
    headings = [block for block in reading.of_type(card, "TextBlock") if block.get("style") == "heading"]
    assert [block["size"] for block in headings].count("Large") <= 1
    assert {block["size"] for block in headings} <= {"Large", "Default"}


def test_nobody_is_without_a_language_and_a_summary(card: Card) -> None:
    assert card.content["lang"] in LANGUAGES
    assert card.content["fallbackText"] == card.summary
    assert "\n" not in card.summary.strip()
    assert card.summary


def shipped_pages() -> Iterable[Card]:
    for case in shipped():
        yield from (library.case(case, "sv", page=page) for page in range(10))


@pytest.mark.parametrize(
    "rule",
    [
        test_only_elements_that_every_teams_client_draws,
        test_every_text_wraps,
        test_every_button_has_words,
        test_buttons_beside_each_other_differ,
        test_bold_text_blocks_are_headings,
    ],
)
def test_the_shipped_library_keeps_the_rules(rule: Callable[[Card], None]) -> None:
    for card in (*shipped_pages(), library.cases(shipped(), "sv")):
        rule(card)
