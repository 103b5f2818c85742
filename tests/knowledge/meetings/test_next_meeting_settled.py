"""The next meeting where they wander on the way: days that do not suit, several towns, themes that others want."""

import pytest

from tests.knowledge.meetings.talks import said

BEFORE = "A: Det är inte så lätt att veta. / C: Nja. / D: Vi har sett det förut. / A: Okej. / " * 8


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            "A: Innan vi skiljs åt ska vi hitta ett datum. / B: Jag är bortrest hela vecka elva. / A: Vecka "
            "tolv då. Onsdagen, vad är det, den artonde? / C: Funkar fint. / D: Jag kan från tio. / A: Tio då. "
            "/ C: Ska vi vara här i rutan eller? / B: Nej, kom hit. Vi har ett nytt bibliotek i Falun. / A: "
            "Härligt, Falun. / D: Och då vill jag gärna höra mer om markpriser. / A: Ja, markpriser får bli vår"
            " huvudrätt.",
            ("2026-03-18", "10:00", "Falun", "markpriser"),
        ),
        (
            "A: Nästa möte är enligt schemat den elfte mars. / C: Då har vi budgetberedning. / D: Och jag är i "
            "Bryssel. / A: Dagen före? / C: Ja. / A: Tisdagen den tionde alltså. / B: Vilken tid? / A: Vi kör "
            "förmiddag, halv nio till halv tolv. / B: Här på Teams? / A: Ja, här. / D: Vad blir det för ämne? /"
            " C: Kan vi inte ta det här med skolans roll? / B: Ja, skolan. / A: Skolans roll, det skriver jag "
            "in.",
            ("2026-03-10", "08:30", "Teams", "Skolans roll"),
        ),
        (
            "A: Hörni, mars. Jag har tre förslag i kalendern. / B: Inte den tolfte. / C: Inte den nittonde "
            "heller. / A: Då är det den tjugosjätte kvar. / D: Den passar. / B: Passar. / A: Klockan ett, i "
            "Mora, det har vi ju lovat Cia. / C: Kommunhuset är bokat, men vi får vara i församlingshemmet. / "
            "A: Fint. Vi sa ju i höstas att vi skulle börja med beredskapen, så det gör vi.",
            ("2026-03-26", "13:00", "Mora, församlingshemmet", "beredskapen"),
        ),
        (
            "A: Sista punkten är när vi träffas igen. Vi brukar ju ha andra torsdagen i månaden, det är den "
            "tolfte mars. / B: Jag kan bara eftermiddag. / A: Klockan fjorton? / B: Perfekt. / A: Och det är "
            "Ludvikas tur att ta emot. / C: Det stämmer. Vi håller till i Folkets hus. / A: Vad vill ni ha på "
            "dagordningen? / D: Vindkraften. Det är så mycket frågor om den. / A: Då tar vi vindkraft.",
            ("2026-03-12", "14:00", "Ludvika, Folkets hus", "vindkraft"),
        ),
        (
            "A: Då har vi bara att bestämma hur vi går vidare. Jag tänker att vi samlas en gång till före "
            "sommaren. / C: Maj? / A: Den sjätte maj, en onsdag. / D: Nej, onsdagar går inte. / A: Torsdagen "
            "den sjunde då. / D: Ja. / A: Nio noll noll. / B: Ni kan vara hos oss i Orsa, vi har sessionssalen."
            " / A: Jättebra, Bo. Innehållet får bli det vi inte hann med idag, alltså avloppsfrågan. / C: Bo, "
            "kan du skicka en karta senast den tjugonde april? / B: Jag gör det.",
            ("2026-05-07", "09:00", "Orsa, sessionssalen", "avloppsfrågan"),
        ),
        (
            "A: Nästa gång är vi i Säter, det bestämde vi redan i januari. / B: Nja, det är ombyggnad där nu. /"
            " A: Jaha. Var ska vi då vara? / D: Hedemora, vi har plats. / A: Då säger vi Hedemora. Datumet är "
            "den fjärde mars och vi börjar tio. / C: Går det att börja halv elva, för tåget? / A: Halv elva då."
            " / D: Temat är väl fortfarande unga? / A: Unga på landsbygden, ja.",
            ("2026-03-04", "10:30", "Hedemora", "Unga på landsbygden"),
        ),
        (
            "A: Vi avslutar med nästa sammankomst. Förslaget är den tjugofemte mars. / B: Okej för mig. / C: "
            "Samma här. / A: Starttid? / D: Ett. / A: Klockan ett till tre. Lokal? / B: Vi tar det digitalt, "
            "det är långt att åka. / A: Ja, digitalt. / C: Jag skulle vilja att vi ägnade den åt "
            "civilsamhället. / A: Bra idé. Några invändningar? Nej. Då blir det civilsamhället.",
            ("2026-03-25", "13:00", "Teams", "civilsamhället"),
        ),
        (
            "A: Okej, framåt. Mars. Fredagen den tjugonde? / B: Fredagar är svårt. / A: Torsdagen den nittonde "
            "då, klockan nio. / C: Ja tack. / B: Ja. / A: Och platsen är Vansbro, Dan? / D: Precis, ni hittar "
            "oss på Medborgarhuset. / A: På schemat stod kompetensförsörjning men jag skulle hellre ta "
            "bostadsbristen, för den gör ont nu. / C: Håller med. / A: Då byter vi till bostadsbristen.",
            ("2026-03-19", "09:00", "Vansbro, Medborgarhuset", "bostadsbristen"),
        ),
        (
            "A: Så, nästa. Vi ses tisdagen den tjugofjärde mars. / B: Är det hela dagen? / A: Halvdag, från "
            "klockan tolv med lunch. / C: Hos vem? / A: Hos Avesta. Det är deras tur. / D: Får man önska? / A: "
            "Självklart. / D: Upphandling av konsulter. / A: Det låter utmärkt, upphandling.",
            ("2026-03-24", "12:00", "Avesta", "upphandling"),
        ),
        (
            "A: Ja du, när får ni se mig igen då. Den artonde mars, säger kalendern. / D: Det är bra. / A: "
            "Kvart över nio, då hinner alla lämna på dagis. / B: Var då? / A: Jag bjuder hem er till Leksand. "
            "Kulturhuset står tomt. / C: Och vad ska vi fundera på till dess? / A: Besöksnäringen, hur vi får "
            "den att bära hela året.",
            ("2026-03-18", "09:15", "Leksand", "Besöksnäringen"),
        ),
        (
            "A: Nästa tillfälle, det är den nionde april. / B: Påsk är över då. / A: Ja. Vi börjar klockan tio "
            "som vanligt. / C: Vi har lovat att ta emot i Malung. / A: Tack, Malung. / D: Blir det något "
            "särskilt tema? / A: Jag lutar åt trafiken. Eller vad säger ni? / B: Trafiken är bra. / C: Absolut."
            " / A: Då kör vi trafik och pendling.",
            ("2026-04-09", "10:00", "Malung", "trafik och pendling"),
        ),
        (
            "A: Då är vi framme vid nästa möte. Cia, du skulle kolla salen? / C: Ja, stadshuset i Borlänge är "
            "ledigt den sjuttonde mars. / A: Sjuttonde mars. Är alla med? / B: Ja. / D: Ja, om vi börjar efter "
            "nio. / A: Halv tio. / D: Tack. / A: Det blir Borlänge, halv tio. Vi går vidare med friluftslivet, "
            "som vi inte kom till idag.",
            ("2026-03-17", "09:30", "Borlänge", "friluftslivet"),
        ),
        (
            "A: Nästa gång, gott folk. / B: Redan? / A: Den tolfte mars, klockan nio. / C: Det är skottår, nej,"
            " det var förra. / A: Vi är hos Cia i Mora. / C: I biblioteket, det luktar nytt. / D: Finns det "
            "hiss? / C: Det finns hiss och kaffe. / A: Jag har en fråga till er om vad vi ska göra den dagen. /"
            " B: Jag vill höra hur det går med bussarna. / D: Det vill jag med, men hellre en annan gång. Jag "
            "skulle vilja prata vatten. / C: Åh, vattnet ja. / A: Då säger vi vatten, och bussarna får stå på "
            "kö.",
            ("2026-03-12", "09:00", "Mora", "vatten"),
        ),
        (
            "A: Då ses vi den nittonde mars, klockan tio till tolv på Teams. / D: Vad blir temat? / A: Det har "
            "jag funderat på. / C: Hon har funderat. / A: Ja, hela vägen till jobbet. Jag tror att vi är mogna "
            "för det där med medborgardialog. / B: Oj. / C: Då får vi ta med oss hjälm. / D: Jag kan berätta om"
            " mötet i bygdegården. / A: Gör det. Du får tio minuter.",
            ("2026-03-19", "10:00", "Teams", "medborgardialog"),
        ),
        (
            "A: Okej, nästa träff. Vi sa mars. / B: Den femte? / A: Den femte mars, klockan ett. / D: Hos oss i"
            " Falun då. / A: Tack Dan. / B: Kan vi inte bjuda in någon från banken? / A: Jo, om vi gör det om "
            "finansiering. / C: Finansiering är bra, det har vi skjutit på tre gånger. / A: Då är det bestämt.",
            ("2026-03-05", "13:00", "Falun", "finansiering"),
        ),
        (
            "A: Vi behöver ett datum till. / C: Tjugofjärde mars? / A: Tjugofjärde mars. Förmiddag, halv nio. /"
            " B: Vi kan ta det här på skärmen. / A: På skärmen. Och så lovade vi länsstyrelsen en timme om "
            "artskydd. / D: Just det, fladdermössen. / A: Så artskydd är det. / D: Ska vi läsa något innan? / "
            "A: Jag skickar en länk.",
            ("2026-03-24", "08:30", "Teams", "artskydd"),
        ),
        (
            "A: Innan ni rusar. Mars. Den elfte. Klockan två. Säter. Ser ni era kalendrar? / B: Onsdag, det "
            "går. / C: Var i Säter? / D: Rådhuset. Ni vet, det gula. / A: Tack Dan. Och vi ska tala om skolan. "
            "/ B: Äntligen. / C: Hela skolan eller bara gymnasiet? / A: Gymnasiet. / C: Bra, annars blir det "
            "för stort.",
            ("2026-03-11", "14:00", "Säter", "Gymnasiet"),
        ),
        (
            "A: Nästa träff. / A: Torsdag femte mars, samma tid. / B: Nej, då är jag på kurs. / C: Och jag fyller år. "
            "/ A: Veckan efter då? / B: Ja. / A: Onsdag elfte mars, tretton till sexton, i Mora. / D: Det går. / A: "
            "Temat är vatten.",
            ("2026-03-11", "13:00", "Mora", "vatten"),
        ),
    ],
)
def test_the_next_meeting_is_what_they_settle_on(turns: str, expected: tuple[str, ...]) -> None:
    found = said(f"{BEFORE}{turns} / A: Tack för idag. / B: Hej då.").next_meeting
    assert found
    assert (str(found.date), f"{found.time:%H:%M}", found.place, found.theme) == expected


def test_what_is_said_once_they_part_is_not_about_it() -> None:
    turns = (
        "A: Nästa träff är den tolfte mars klockan nio i Mora. / C: Vad blir temat? / B: Skolskjutsar. / A: Så får det "
        "bli. / A: Tack allihop. / A: Bostäder, energi. / A: Vilken dag."
    )
    found = said(f"{BEFORE}{turns}").next_meeting
    assert found
    assert found.theme == "Skolskjutsar"
