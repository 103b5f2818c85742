"""What a leader reads about posts that did not come through."""

from datetime import UTC
from zoneinfo import ZoneInfo

from cards import posts
from cards.texts import text
from knowledge.posts import Why
from tests.cards import reading
from tests.cards.samples import trouble


def test_what_is_unclear_is_decided_and_what_was_given_up_is_told(language: str) -> None:
    card = posts.troubles([trouble(1), trouble(2, Why.REFUSED)], UTC, language)
    assert [action["data"]["verb"] for action in reading.actions(card)] == ["it_is_there", "post_again"]
    assert {action["data"]["post"] for action in reading.actions(card)} == {trouble(1).id}
    assert text(language, "posts-why", why="refused", there="false") in reading.markdown(card)


def test_what_was_meant_for_one_is_not_shown_to_another(language: str) -> None:
    card = posts.troubles([trouble(person="anna", summary="Hemligt för Anna")], UTC, language)
    assert "Hemligt" not in reading.words(card)
    assert "anna" not in str(card.content)
    assert text(language, "posts-unclear", private="true") in reading.markdown(card)


def test_the_latest_come_first() -> None:
    card = posts.troubles([trouble(1), trouble(2)], UTC, "sv")
    words = reading.words(card)
    assert words.index("nummer 2") < words.index("nummer 1")


def test_the_date_is_that_of_the_network() -> None:
    assert "5 mars 2026" in reading.words(posts.troubles([trouble(0)], UTC, "sv"))
    assert "6 mars 2026" in reading.words(posts.troubles([trouble(0)], ZoneInfo("Pacific/Kiritimati"), "sv"))
