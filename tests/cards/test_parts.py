"""Rows of buttons, texts cut to their room."""

from cards.actions import ListCases, execute
from cards.parts import buttons, within
from tests.cards import reading

PHONE = 304  # pixels inside a card on a screen of 360
LETTER, FRAME = 7, 34  # pixels: the mean of bold letters at 14 pixels, and a button's edges with the gap


def rows(*titles: str) -> list[list[str]]:
    drawn = buttons([execute(title, ListCases()) for title in titles])
    return [[action["title"] for action in row["actions"]] for row in drawn]


def width(row: list[str]) -> float:
    return sum(LETTER * len(title) + FRAME for title in row)


def test_buttons_stand_side_by_side_where_a_phone_has_room() -> None:
    assert rows("Läs mer", "👍 Bra", "👎 Inte bra") == [["Läs mer", "👍 Bra", "👎 Inte bra"]]
    assert rows("Föregående sida", "Nästa sida", "Tillbaka till svaret") == [
        ["Föregående sida", "Nästa sida"],
        ["Tillbaka till svaret"],
    ]


def test_only_a_title_too_long_for_itself_is_wider_than_a_phone() -> None:
    for length in range(1, 60):
        for row in rows(*["å" * length] * 8):
            assert len(row) <= reading.MOST_IN_A_ROW
            assert len(row) == 1 or width(row) <= PHONE


def test_no_buttons_take_no_room() -> None:
    assert buttons([]) == []


def test_rows_of_the_same_buttons_stand_close() -> None:
    first, second = buttons([execute("å" * 40, ListCases())] * 2)
    assert (first["spacing"], second["spacing"]) == ("Medium", "Small")


def test_what_comes_after_the_room_ends_is_left_out() -> None:
    items = [{"a": "å"}, {"a": "åå"}, {"a": "å"}]  # 11, 13 and 11 bytes
    assert list(within(items, 23)) == items[:1]
    assert list(within(items, 24)) == items[:2]
    assert list(within(items, 10)) == []
