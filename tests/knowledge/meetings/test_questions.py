"""Questions that nobody can answer."""

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
        "B: En sak undrar jag på allvar. Måste vi skriva ner vad grannen säger? / C: Hm. / D: Det är en gråzon.",
        "B: och va ska man säga när dom frågar om priset på husen / C: Det är svårt. / A: Nej, det är tyst.",
        "B: men vem äger egentligen den frågan från början till slut / C: Ja du. / D: Ingen.",
        "B: Går det juridiskt att ta betalt för en plats i kön? / C: Jag kan faktiskt inte svara på det.",
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


def test_a_question_that_says_little_is_told_with_what_it_is_about() -> None:
    turns = "B: Grannarna pratar med oss vid köksbordet. Måste vi skriva ner det? / C: Hm. / D: Det är en gråzon."
    [found] = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.QUESTION)
    assert found.text == "Grannarna pratar med oss vid köksbordet. Måste vi skriva ner det?"
