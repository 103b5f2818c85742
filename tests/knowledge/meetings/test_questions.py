"""Questions that nobody can answer, and what somebody will try at home."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import said

AROUND = "A: Vi har pratat om mycket. / C: Ja. / D: Vi har sett det förut. / A: Okej."


@pytest.mark.parametrize(
    "turns",
    [
        "B: Hur gör man om bolaget inte vill skriva på? / C: Det är en bra fråga. / D: Det vet nog ingen.",
        "B: Får vi ens lämna ut den uppgiften? / C: Jag är osäker. / D: Jag med.",
        "B: Vem har ansvaret när entreprenören går i konkurs? / C: Där står vi också och stampar.",
        (
            "B: Det jag går och funderar på är hur vi ska få ihop skolskjutsarna. / C: Samma här. / D: Inget"
            " enkelt svar på det."
        ),
        "B: Vad händer med arrendet om kommunen säljer? / C: Det måste någon jurist titta på.",
        "B: Finns det någon som har hittat en modell för det här? / C: Nej. / D: Inte vi heller.",
        "B: Hur länge kan man hålla en tomt åt någon? / C: Ja, säg det. / D: Det har vi aldrig fått svar på.",
        "B: Hur får vi politikerna att hålla i beslutet över ett val? / C: Haha. / D: Den som visste det.",
        (
            "B: Kan man ställa krav på lokal arbetskraft i ett avtal? / C: Jag har hört både ja och nej. / "
            "A: Den får vi bära med oss."
        ),
        "B: Vems budget ska det tas ur? / C: Det har vi inte löst.",
    ],
)
def test_it_is_left_open(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.QUESTION)
    assert found


@pytest.mark.parametrize(
    "turns",
    [
        "B: Ser ni min bild? / C: Ja.",
        "A: Hur många är vi idag? / B: Sju.",
        "B: När kom den rapporten? / C: I januari.",
        "A: Ska vi ta fem minuters paus? / B: Ja, gärna.",
        "B: Heter hon Karin? / C: Ja, det stämmer.",
        "A: Är du kvar, Bo? / B: Jadå.",
        "B: Vilken sida är du på? / C: Sidan tolv.",
        "A: Vad kostade det? / B: Fyrtio tusen.",
        "A: Hur gick det sen, Bo? / B: Det gick bra, dom skrev på i maj.",
        "A: Kan du skicka den, Bo? / B: Absolut.",
    ],
)
def test_it_has_an_answer(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.QUESTION)
    assert found == ()


@pytest.mark.parametrize(
    "turns",
    [
        "C: Vi ska prova det hemma i Mora.",
        "C: I Ludvika kommer vi att prova att gå ute under samtalen.",
        "C: Det där ska jag testa på min förvaltning.",
        "C: Jag tar med mig det hem och provar på nästa chefsmöte.",
        "C: Vi tänker köra ett öppet hus i stället för samråd i vår.",
        "C: Till hösten inför vi ett startmöte hos oss.",
        "C: Jag kommer att prova kökssamtal i höst.",
        "C: Vi ska göra ett försök med tisdagsmöten.",
        "C: Det ska vi absolut testa i Orsa.",
        "C: Jag blir sugen på att prova det hos oss.",
        "C: Det lånar jag, vi börjar med det redan i mars.",
        "C: Vi får prova det i Gagnef.",
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
    ],
)
def test_nobody_tries_it_at_home(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.TRY)
    assert found == ()
