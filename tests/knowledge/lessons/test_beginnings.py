"""What of a lesson can be filled in of what was said elsewhere."""

import pytest

from knowledge.lessons.beginnings import home_in, id_of, prefilled
from knowledge.lessons.telling import LONGEST, problems

SAID = "Mora höll tidiga samråd. Det sparade ett halvår i tillståndsprövningen."
LONG = "Vi höll samråd med alla som bor vid sjön, deras grannar och de som har sommarstuga där, innan planen ritades."


def test_the_first_sentence_is_the_title_and_all_of_it_what_was_done() -> None:
    told = prefilled(SAID, situation="Ur mötesanteckningarna.")
    assert (told.title, told.did, told.home) == ("Mora höll tidiga samråd", SAID, "Mora")
    assert told.themes == ("tillstånd",)
    assert problems(told) == {}


def test_a_long_title_is_cut_between_words() -> None:
    title = prefilled(LONG).title
    assert title.endswith(" …")
    assert len(title) <= LONGEST["title"]
    assert LONG.startswith(title.removesuffix(" …") + " ")


def test_what_it_is_about_may_be_known_already() -> None:
    told = prefilled(SAID, title="Hej! Hur gick det med hyrorna?", home="Falun")
    assert (told.title, told.home) == ("Hej! Hur gick det med hyrorna?", "Falun")
    assert set(told.themes) == {"tillstånd", "bostäder"}


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("Malung-Sälens plan höll.", "Malung-Sälen"),
        ("Region Dalarna betalade.", "Region Dalarna"),
        ("Vi gick till en säter.", ""),
        ("Mora och Orsa delade på det.", ""),
        ("Ingen vet var.", ""),
    ],
)
def test_the_one_place_that_is_named(said: str, home: str) -> None:
    assert home_in(said) == home


def test_the_county_is_no_loan() -> None:
    assert "ekonomi" not in prefilled("Länsstyrelsen vill träffa bolaget först.").themes


def test_what_is_made_of_the_same_is_the_same() -> None:
    assert id_of("meeting", "1", "bo") == id_of("meeting", "1", "bo") != id_of("meeting", "1", "eva")


@pytest.mark.parametrize("said", ["", " \n ", "å" * 5000, "🙂" * 200, "[^x] {y}"])
def test_whatever_was_said_the_form_can_show_it(said: str) -> None:
    told = prefilled(said, title=said)
    assert len(told.did) <= LONGEST["did"]
    assert len(told.title) <= LONGEST["title"]
