"""What people will try at home, whether they call it so or only do not know how it will turn out."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import only, said


@pytest.mark.parametrize(
    "turns",
    [
        "B: Vi ska prova öppet hus i biblioteket.",
        "B: Jag tänker ställa ut en brevlåda vid affären, så får vi se om någon skriver.",
        "B: Vi låter ungdomarna hålla i nästa möte. / C: Modigt. / B: Det får bära eller brista.",
        "B: Jag börjar varje samtal med en tyst minut och ser vad dom säger.",
        "B: Vi ger det en chans i vår.",
        "B: Jag kör öppen telefon hela mars och ringer ingen så har jag läst en bok.",
        "B: Det där tänker jag låna rakt av.",
        "B: I vår by bjuder vi på soppa i stället. Det kanske blir pannkaka.",
        "B: Jag tänkte fråga markägarna rätt ut. Det kostar ju inget att höra efter.",
        "B: We will try an open house, and we'll see if anyone comes.",
    ],
)
def test_what_is_meant_without_knowing_how_it_turns_out_is_a_try(turns: str) -> None:
    assert said(turns).of(Kind.TRY)


@pytest.mark.parametrize(
    "turns",
    [
        "B: Bolaget räknar med att bli klart i höst, men vi får se.",
        "B: Det är precis samma sak i våra grannkommuner.",
        "B: Det beror på hur budgeten blir. Man får se hur det går.",
        "B: Jag skickar listan på måndag.",
    ],
)
def test_what_nobody_means_to_do_is_none(turns: str) -> None:
    assert said(turns).of(Kind.TRY) == ()


def test_a_try_is_told_from_where_it_is_meant_to_how_it_may_turn_out() -> None:
    found = only(
        "Bo Falk: Jag är sugen på en sak. En rundvandring i stället för ett möte. Vi får se om det går.", Kind.TRY
    )
    assert found.text == "Jag är sugen på en sak. En rundvandring i stället för ett möte. Vi får se om det går."
