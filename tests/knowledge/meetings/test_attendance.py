"""Who is listed beside what was noted."""

import pytest

from knowledge.meetings.attendance import people_in


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Närvarande: Karin Ståhlberg (Leksand), Bo Falk (Mora)", ("Karin Ståhlberg (Leksand)", "Bo Falk (Mora)")),
        ("Karin Ståhlberg, Leksands kommun", ("Karin Ståhlberg (Leksand)",)),
        ("Karin Ståhlberg – Leksand", ("Karin Ståhlberg (Leksand)",)),
        ("Leksand: Karin Ståhlberg, Anna af Ek", ("Karin Ståhlberg (Leksand)", "Anna af Ek (Leksand)")),
        ("Karin Ståhlberg, Bo Falk och Eva-Lena Ek", ("Karin Ståhlberg", "Bo Falk", "Eva-Lena Ek")),
        ("Karin (Leksand), Bo (ordförande)", ("Karin (Leksand)", "Bo")),
        ("Malung-Sälens kommun, Region Dalarna, vi andra", ()),
    ],
)
def test_people_are_told_with_the_municipality_that_stands_with_them(line: str, people: tuple[str, ...]) -> None:
    assert people_in([line]) == people


def test_who_is_listed_twice_is_one_person() -> None:
    assert people_in(["Karin Ståhlberg", "Karin Ståhlberg (Leksand)"]) == ("Karin Ståhlberg (Leksand)",)
