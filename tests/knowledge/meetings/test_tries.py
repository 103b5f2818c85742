"""What people will try at home, whether they call it so or only do not know how it will turn out."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import only, said

AROUND = "A: Vi har pratat om mycket. / C: Ja. / D: Vi har sett det förut. / A: Okej."


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
        "B: Jag ska be om en dag på biblioteket. Funkar det inte så har vi i alla fall druckit kaffe.",
        "B: På måndag kör vi ett möte utan dagordning. Vi utvärderar till jul.",
        "B: Från januari skickar jag vykort i stället för mejl. Bara för att se vad som händer.",
        "B: Nästa gång lägger jag kartan på golvet. Det kan ju inte bli sämre än sist.",
        "B: Jag nappar på det där med pärmen.",
        "B: Vi tänkte köra det i liten skala.",
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


@pytest.mark.parametrize(
    "turns",
    [
        "C: Vi ska prova det hemma i Mora.",
        "C: I Ludvika kommer vi att prova att gå ute under samtalen.",
        "C: Det där ska jag testa på min förvaltning.",
        "C: Jag tar med mig det hem och provar på nästa chefsmöte.",
        "C: Till hösten inför vi ett startmöte hos oss.",
        "C: Jag kommer att prova kökssamtal i höst.",
        "C: Vi ska göra ett försök med tisdagsmöten.",
        "C: Det ska vi absolut testa i Orsa.",
        "C: Jag blir sugen på att prova det hos oss.",
        "C: Det lånar jag, vi börjar med det redan i mars.",
        "C: Vi får prova det i Gagnef.",
        "C: Vi ska köra en pilot med två klasser i vår.",
        "C: Det här ska jag ta hem till Mora och se om det går.",
        "C: Jag tror vi gör ett test med det i Orsa redan i november.",
        "C: Då ska vi våga oss på det också, en månad på prov.",
        "C: Vi kommer att göra likadant hos oss.",
        "C: Det gör vi efter! Redan på nästa chefsmöte.",
        "C: Jag vill prova det med våra företagare.",
        "C: Det tar jag med mig hem och försöker införa.",
        "C: Hos oss blir det frukostmöten i stället för kvällsmöten i höst, som ett experiment.",
        "C: Vi har bestämt oss för att pröva en gemensam växel.",
        "C: Det ska vi stjäla rakt av.",
        "C: Vi tänkte göra ett försök med cykelpool i sommar.",
        "C: I Älvdalen testar vi nu att ha möten på bygdegården.",
    ],
)
def test_somebody_will_try_it(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.TRY)
    assert found


@pytest.mark.parametrize(
    "turns",
    [
        "C: Vi provade det förra året.",
        "C: Ska vi prova en annan länk?",
        "C: Jag ska prova att dela skärmen igen.",
        "C: Dom provar en ny modell i Skellefteå.",
        "C: Jag ska testa mikrofonen.",
        "C: Dom testade det i Kiruna och det gick inte.",
        "C: Har ni provat det?",
        "C: Jag ska försöka komma ihåg det.",
        "C: Vi har försökt i tio år.",
        "C: Bolaget ska testa linjen i mars.",
        "C: Testa om du hör mig nu.",
        "C: Vi ska ha ett möte om det nästa vecka.",
    ],
)
def test_nobody_tries_it_at_home(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.TRY)
    assert found == ()
