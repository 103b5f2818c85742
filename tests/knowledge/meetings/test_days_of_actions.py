"""By when something is to be done, where that is said in several sentences, by several people, or taken back."""

from datetime import date

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import said

# Today is Thursday 12 February 2026.


@pytest.mark.parametrize(
    ("turns", "day"),
    [
        # taken back, and named anew by whoever took it back
        (
            "A: Kan du räkna på avgifterna, Bo? / B: Det gör jag, ni har det den andra mars. / B: Eller nej, då "
            "är jag i Umeå. / B: Fredagen innan. / A: Tack.",
            date(2026, 2, 27),
        ),
        # corrected in the same breath
        ("A: Bo, kan du boka salen? / B: Jag bokar den i morgon, men det blir nog måndag.", date(2026, 2, 16)),
        # its weekday tells the month, whatever was named before
        (
            "C: Påskafton är den fjärde april. / A: Kan du skicka listan, Bo? / B: Ja. / B: Onsdagen "
            "i så fall, den fjärde.",
            date(2026, 3, 4),
        ),
        # said once more, and more exactly, by its owner
        (
            "A: Bo, kan du rita en karta? / B: Ja, jag ritar en karta före påsk. / B: Ni kan ha den fredagen den "
            "tjugonde mars.",
            date(2026, 3, 20),
        ),
        # another day, of something else that is asked for after it
        (
            "A: Bo, kan du skicka mallen? / B: Jag skickar mallen på måndag. / A: Och när ska alla ha fyllt i "
            "den? / B: Den sjätte mars.",
            date(2026, 2, 16),
        ),
        # asked for in other words
        (
            "A: Kan du formulera ett stycke, Bo? / B: Det kan jag göra. / A: När kan nätverket vänta sig det? / "
            "B: Tja. / B: Den femte mars.",
            date(2026, 3, 5),
        ),
        # they come to speak of the next meeting
        (
            "A: Bo, kan du ringa lantbrukarna? / B: Det kan jag göra. / A: Då återstår nästa sammanträde. / A: "
            "Enligt plan den nionde mars. / A: Klockan nio på Teams. / A: Temat är vatten.",
            None,
        ),
        # a day on which there will be time for it
        (
            "A: Bo, skulle du kunna skriva en halv sida om det? / B: Ja. / B: Jag åker tåg på tisdag. / B: Så då "
            "skriver jag. / A: Fint.",
            date(2026, 2, 17),
        ),
        # by the next time, said a little later
        (
            "A: Kan du ringa vårdens personalchef, Bo? / B: Jag gör det. / C: Är det samma person? / B: Ja. / C: "
            "Bra. / A: Då går den till Bo. / A: Till nästa gång. / A: Nästa träff är den nittonde mars klockan "
            "nio i Mora.",
            date(2026, 3, 19),
        ),
        # it turns out to take longer
        (
            "A: Kan du skicka kartan, Bo? / B: Jag kan skicka den i dag, den är klar. / B: Fast vänta. / B: Namnen. / "
            "B: Den måste gå via juristen först. / A: När är den realistisk då? / B: Fredag nästa vecka. / B: Då har "
            "ni den.",
            date(2026, 2, 20),
        ),
        # the day of something else beside it
        (
            "A: Kan du räkna på hyrorna, Bo? / B: Det kan jag. / B: Nämnden har möte på tisdag, så inte före det. / B: "
            "Torsdag. / A: Torsdag den nittonde, noterat.",
            date(2026, 2, 19),
        ),
        # the day before what another needs it for
        (
            "A: Kan du höra med banken, Bo? / B: Jag ringer dom. / C: Vi har styrelse på tisdag. / C: Kan jag ha "
            "svaret dagen före? / B: Måndag, det går bra.",
            date(2026, 2, 16),
        ),
    ],
)
def test_the_day_is_the_one_that_was_said_last_of_what_is_to_be_done(turns: str, day: date | None) -> None:
    found = [each for each in said(turns).of(Kind.ACTION) if "Bo" in each.owner]
    assert [each.due for each in found] == [day]
