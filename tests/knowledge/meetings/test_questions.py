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
        "B: Är det lagligt att ge förtur till nyanställda? / C: Det vågar jag inte svara på. / D: Vet någon?",
        "B: Hur mäter man trygghet på ett vettigt sätt? / C: Om du kommer på det så ring mig. / A: Haha.",
        "B: Vi vet fortfarande inte vem som ska sköta snöröjningen där. / C: Nej. / A: Den frågan står kvar.",
        "B: När i processen ska man släppa in allmänheten? / C: Det finns det lika många svar på som kommuner.",
        "B: Varför går det så mycket snabbare i Norge? / C: Det undrar jag också. / D: Ingen som har undersökt det.",
        (
            "B: Kan två kommuner dela på en bygglovshandläggare? / C: Juridiskt är det oklart. / D: Det "
            "borde någon reda ut."
        ),
        "B: Vad gör vi den dagen statsbidraget försvinner? / C: Tyst i båten. / A: Det är den stora frågan.",
        "B: Hur får man männen att komma på föräldramötena? / C: Vi har inte lyckats. / D: Inte vi heller.",
        "B: Gäller det även privata skolor? / C: Det är jag osäker på. / A: Vi får ta reda på det.",
        "B: Min fråga är hur vi ska orka hålla i det här när projektet är slut. / C: Det är allas fråga.",
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
        "A: Vem var det som ringde? / B: Det var skolan.",
        "A: Hinner vi med en till punkt? / B: Ja, tio minuter.",
        "A: Är det samma konsult som i fjol? / B: Nej, en ny.",
        "A: Hur stavas det? / B: Med två l.",
        "A: Hur många barn går där? / B: Trehundra.",
        "A: Får jag dela skärm? / B: Varsågod.",
        "A: Vilken vecka är det? / B: Fyrtiotvå.",
        "A: När började ni? / B: I mars.",
        "A: Vad heter du? / B: Bo.",
        "A: Kommer du på torsdag, Bo? / B: Ja.",
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
