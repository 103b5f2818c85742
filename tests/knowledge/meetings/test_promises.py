"""The ways in which people take something on, or give it to somebody; and what only sounds like it."""

from datetime import date

import pytest

from knowledge.meetings.model import Kind, Understood
from tests.knowledge.meetings.talks import talk

SPEAKERS = {"A": "Anna Ek", "B": "Bo Falk", "C": "Cia Lund", "D": "Dan Ås"}
AROUND = " / A: Ja, det är inte så lätt att veta. / C: Nej. / D: Nja, vi har sett det förut. / A: Okej, då så." * 2
NEXT = " / A: Då tar vi nästa träff torsdag den nittonde mars."


def said(turns: str) -> Understood:
    """Of turns set apart by slashes, each with the first letter of who speaks, before a next meeting on 19 March."""
    lines = (each.split(": ", 1) for each in f"{turns}{AROUND}{NEXT}".split(" / "))
    return talk("\n".join(f"{SPEAKERS[speaker]}: {text}" for speaker, text in lines))


@pytest.mark.parametrize(
    ("turns", "owner", "due"),
    [
        ("B: Du får listan av mig på måndag.", "B", "2026-02-16"),
        ("B: Jag har den klar till nästa träff.", "B", "2026-03-19"),
        ("B: Ni ska få se rapporten om två veckor.", "B", "2026-02-26"),
        ("B: Jag tar med ritningarna nästa gång.", "B", "2026-03-19"),
        ("A: Alla svarar på enkäten, senast fredag om två veckor.", "alla", "2026-02-27"),
        ("B: Låt mig ta det. Jag gör det innan mars är slut.", "B", "2026-03-31"),
        ("B: Inbjudan går ut från mig i morgon.", "B", "2026-02-13"),
        ("A: Någon borde ringa Trafikverket. / B: Skriv upp mig på det.", "B", None),
        ("A: Vem tar kontakten med bolaget? / B: Det blir väl jag. Innan påsk.", "B", "2026-04-02"),
        ("A: Bo, är det okej att jag lägger det på dig? / B: Det är lugnt. Du har det på tisdag.", "B", "2026-02-17"),
        (
            "A: Cia, du har väl kartan? / C: Ja, jag skickar över den veckan efter sportlovet, måndag den andra mars.",
            "C",
            "2026-03-02",
        ),
        ("A: Finns det någon sammanställning? / B: Nej, men jag ska ha en färdig den tjugofemte.", "B", "2026-02-25"),
        ("B: Jag träffar rektorn på onsdag, så jag frågar henne då.", "B", "2026-02-18"),
        ("A: Det behövs en lista på kontakter. / C: Jag sätter mig med det på fredag.", "C", "2026-02-13"),
        ("A: Bo, du återkommer om det? / B: Ja, den sjätte mars.", "B", "2026-03-06"),
        ("A: Skulle jag kunna få dig att skriva ett förslag, Cia? / C: Visst. Ge mig tio dagar.", "C", "2026-02-22"),
        ("A: Då noterar jag att Cia bjuder in länsstyrelsen till nästa träff.", "C", "2026-03-19"),
        ("A: Vem vill skriva protokollet? / B: Jag anmäler mig.", "B", None),
        ("A: Vi behöver någon som beställer lunch. / C: Jag fixar.", "C", None),
        ("B: Jag lägger upp bilderna två dagar innan nästa träff.", "B", "2026-03-17"),
        ("B: Jag skriver klart texten i helgen.", "B", "2026-02-15"),
        ("A: Till den tjugonde vill jag ha in allas siffror.", "alla", "2026-02-20"),
        ("A: Jag förväntar mig att alla har läst planen till den tjugonde.", "alla", "2026-02-20"),
        ("A: Kommer du ihåg att skicka länken, Bo? / B: Jag gör det så fort vi har slutat.", "B", "2026-02-12"),
        ("A: Hur blir det med inbjudan? / C: Den går i väg på fredag.", "C", "2026-02-13"),
        (
            "A: Bo, tror du att du kan få fram en kostnad? / B: Ja, det ska jag lösa till månadsskiftet.",
            "B",
            "2026-02-28",
        ),
        ("A: Kan vi säga att du och Dan tar bussarna, Bo? / B: Jo, det kan vi säga.", "B", None),
        (
            "A: Det vore bra med en checklista också. / B: Jag kan göra ett första försök till den tionde mars.",
            "B",
            "2026-03-10",
        ),
        (
            "B: Jag återkommer med ett svar senast den femtonde, dagen efter att nämnden har haft möte.",
            "B",
            "2026-02-15",
        ),
        ("B: Jag ser till att det kommer ut i veckan.", "B", "2026-02-13"),
        ("B: Jag tar bollen där och hör med Falun.", "B", None),
        ("A: Då är det du som ringer, Dan? / D: Ja, det är jag. På måndag.", "D", "2026-02-16"),
        ("B: I'm going to send you the slides on Monday.", "B", "2026-02-16"),
        ("C: Let me check with our lawyer and get back to you by Wednesday.", "C", "2026-02-18"),
        ("B: Jag åtar mig att skriva inledningen.", "B", None),
        ("B: Det här tar jag på mig. Ett utkast blir klart den sista februari.", "B", "2026-02-28"),
        (
            "A: Bo, jag skulle behöva dina siffror. / B: Du ska få dom. Är torsdag okej? / A: Torsdag är bra.",
            "B",
            "2026-02-19",
        ),
        ("B: Jag kommer att skicka ut en ny kallelse under nästa vecka.", "B", "2026-02-20"),
        ("A: Cia kollar upp priset till nästa gång.", "C", "2026-03-19"),
        ("A: Var snäll och mejla mig adresserna, Cia. / C: Javisst, i kväll.", "C", "2026-02-12"),
        (
            "A: Cia, kan jag få med dig på att titta på avtalet? / C: Okej, men inte förrän på onsdag.",
            "C",
            "2026-02-18",
        ),
        ("B: Jag ordnar fram siffrorna, ni har dom på måndag.", "B", "2026-02-16"),
        (
            "A: Vem av er kan ta en första kontakt med regionen? / D: Det kan väl jag göra. Jag har ju deras nummer.",
            "D",
            None,
        ),
        ("B: Jag bjuder in dom till nästa gång.", "B", "2026-03-19"),
        ("D: Jag pratar med fastighetschefen i veckan.", "D", "2026-02-13"),
        ("A: Skicka gärna in era synpunkter till mig, senast den första mars.", "alla", "2026-03-01"),
        ("B: Vi mejlar vårt underlag till Anna på fredag.", "B", "2026-02-13"),
        ("C: Jag ska dra ihop en liten grupp, jag gör det under mars.", "C", "2026-03-31"),
        ("A: Du Bo, räcker du ut en hand till Gagnef? / B: Det gör jag så gärna.", "B", None),
        ("A: Bo, har du möjlighet att få fram en karta? / B: Det borde gå. Vecka nio.", "B", "2026-02-27"),
        ("C: Ni kan räkna med att ha utkastet den tjugonde februari.", "C", "2026-02-20"),
        ("B: Till nästa träff har jag pratat med nätägaren.", "B", "2026-03-19"),
        ("C: Jag får iväg en påminnelse redan i eftermiddag.", "C", "2026-02-12"),
        ("A: Då ligger det på dig, Bo. Är du med på det? / B: Ja, det är jag.", "B", None),
        ("D: Det kan jag fixa fram till på tisdag.", "D", "2026-02-17"),
        ("A: Alla tar med sig ett exempel till nästa gång.", "alla", "2026-03-19"),
        ("A: Glöm inte att fylla i enkäten före den sista februari, allihop.", "alla", "2026-02-28"),
        ("B: Om ingen annan vill så kan jag skriva ihop det.", "B", None),
        (
            "A: Behöver någon stämma av med kommunchefen? / B: Det tar jag på mitt möte med henne på måndag.",
            "B",
            "2026-02-16",
        ),
        (
            "A: Cia, får jag be dig om en sak? Kan du höra med Mora om lokalen? / C: Absolut, jag ringer på en gång.",
            "C",
            "2026-02-12",
        ),
        ("A: Hinner någon titta på texten före helgen? / D: Jag kan göra det ikväll.", "D", "2026-02-12"),
        ("B: Då gör vi så att jag skickar ut ett förslag på datum, senast på tisdag.", "B", "2026-02-17"),
        ("C: Jag hör av mig till dig, Bo, när jag vet mer, senast den tredje mars.", "C", "2026-03-03"),
        ("D: Den checklistan kan ni få av oss, jag lägger ut den i kanalen.", "D", None),
        ("A: Bo, du tar väl anteckningarna idag också? / B: Jadå, dom kommer i morgon.", "B", "2026-02-13"),
        ("B: Jag har lovat Cia att läsa hennes text till på fredag.", "B", "2026-02-13"),
        ("A: Jag sammanfattar det här och skickar till er, ni har det i slutet av veckan.", "A", "2026-02-13"),
    ],
)
def test_something_is_taken_on(turns: str, owner: str, due: str | None) -> None:
    [action] = said(turns).of(Kind.ACTION)
    assert action.owner.split(", ")[0] == SPEAKERS.get(owner, owner)
    assert action.due == (date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    "turns",
    [
        "B: Jag är ledig på fredag.",
        "B: Jag åker till Mora på måndag.",
        "B: Jag tror att bolaget skickar svaret i morgon.",
        "B: Vi skickade det i förra veckan.",
        "B: Jag får fundera på det.",
        "B: Jag kan väl ta det, eller nej, jag hinner inte. Jag kan inte.",
        "B: Det där kan jag skriva under på.",
        "B: Dom skickar en räkning varje månad.",
        "B: Jag ringde henne i går.",
        "B: Jag hade kunnat skicka den, men nu är det för sent.",
        "B: Jag kommer lite senare på torsdag.",
        "B: Jag har ett möte på tisdag med nämnden.",
        "B: Får jag ta upp en sak?",
        "B: Jag jobbar i Falun från och med måndag.",
        "B: Hur gör ni när folk ringer och frågar om lägenhet? / C: Ja, det är svårt.",
        "A: Ni hör väl oss i rummet? / C: Ja, det gör vi.",
        "B: Om jag skickar den nu så blir det fel.",
        "B: När jag skriver till dom får jag aldrig svar.",
        "B: Jag föreslår att vi lägger ner det.",
        "B: Nämnden beslutar den tjugonde.",
        "B: Jag lyfter bara frågan.",
        "B: Jag fick svar på fredagen.",
        "B: Det är jag som svarar i telefon hos oss.",
        "B: Jag måste gå klockan tre.",
        "B: Jag ska gå på semester på måndag.",
        "B: Jag tar en kaffe till.",
        "B: Bolaget hör av sig den femtonde.",
        "B: Jag tycker vi ringer dom på måndag.",
        "B: Jag håller med, det ska vara klart till på fredag.",
        "B: Jag ser fram emot träffen den nittonde.",
        "B: Jag tänker att vi kan vänta med det till hösten.",
        "B: Dom skulle höra av sig på måndag men det gjorde dom inte.",
        "B: Jag kan förstå att det känns snabbt.",
        "A: Ska vi ta en paus? / B: Ja, gärna.",
        "B: Jag ser att det är tre händer uppe.",
        "B: Ni får gärna fråga om det är något.",
        "B: Jag fick ett mejl från dom i går.",
        "A: Kan du höja volymen lite, Bo? / B: Ja, så här?",
        "B: Vi lämnade in ansökan den femte januari.",
        "B: Jag tycker det är spännande att ni gör det redan i vår.",
        "B: Beslutet i nämnden kommer den tionde mars.",
        "B: Jag missade mötet på måndag i förra veckan.",
        "B: Man kan ju ringa länsstyrelsen också.",
        "B: Vi får svar från bolaget på fredag.",
        "B: Jag har pratat med henne och hon återkommer på tisdag.",
        "B: Jag kör en sväng till, sen lämnar jag över.",
        "B: Vi ska ha en omröstning i fullmäktige den nittonde.",
        "B: Det är det jag försöker säga.",
        "A: Vill du börja, Bo? / B: Ja, det kan jag göra.",
        "B: Jag vet inte om jag kan svara på det.",
        "B: Vi har skickat ut tolv hundra enkäter.",
        "B: Jag är tillbaka den tredje mars.",
        "B: Alla vet ju att det blir dyrare nästa år.",
        "B: Ni har väl läst handlingarna?",
        "B: Jag kommer från Rättvik och jobbar med översiktsplanen.",
    ],
)
def test_nothing_is_taken_on(turns: str) -> None:
    assert said(turns).of(Kind.ACTION) == ()
