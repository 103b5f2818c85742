"""What a sentence names that may be a theme."""

from datetime import timedelta

import pytest

from knowledge.meetings.people import People
from knowledge.meetings.phrases import phrases
from knowledge.meetings.speech import Said, Talk


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Då pratar vi elnät.", ["elnät"]),
        ("Kvalitet i vården tar vi då.", ["Kvalitet i vården"]),
        ("Vi har lovat kulturens roll och grön el.", ["kulturens roll och grön el"]),
        ("Bostäder hänger ihop med befolkning.", ["Bostäder", "hänger", "befolkning"]),
        ("Jag tänkte att vi kunde fördjupa oss i kompetens försörjning.", ["kompetens försörjning"]),
        ("Då blir det VA och vägen.", ["VA och vägen"]),
        ("Tisdagen den tionde mars klockan nio, hos Karin i Mora.", []),
        ("Ja, men medflyttare, säger Karin.", ["medflyttare"]),
        ("Kan du boka rummet till lunch?", []),
    ],
)
def test_runs_of_words_with_meaning_are_named(text: str, named: list[str]) -> None:
    said = Said(0, 0, 0, "Karin Ek", timedelta(), text)
    talk = Talk((said,), People.among(["Karin Ek"]))
    assert [each.text for each in phrases(said, talk)] == named
