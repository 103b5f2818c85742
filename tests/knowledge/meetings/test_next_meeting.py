"""The next meeting, said in pieces and by several people."""

import pytest

from tests.knowledge.meetings.talks import said

BEFORE = "A: Det är inte så lätt att veta. / C: Nja. / D: Vi har sett det förut. / A: Okej. / " * 8


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            "A: Då är det bara nästa träff kvar. / B: Ja. / A: Den nittonde mars, en torsdag. / C: Det går "
            "bra. / A: Klockan nio till tolv. / B: Var är vi? / C: Ni får komma till Mora, vi har "
            "kommunhuset ledigt. / A: Toppen. / B: Och temat? / A: Det blir bostäder den här gången.",
            ("2026-03-19", "09:00", "Mora, kommunhuset", "bostäder"),
        ),
        (
            "A: När ska vi ses igen? / B: Vecka tolv? / A: Torsdag i vecka tolv, den nittonde. / B: Bra. / "
            "A: Då säger vi det, klockan tretton på Teams. Och då fortsätter vi med elnätet.",
            ("2026-03-19", "13:00", "Teams", "elnätet"),
        ),
        (
            "A: Nästa gång ses vi i Folkets hus i Ludvika, torsdagen den nittonde mars, halv tio. / D: Är "
            "temat mark och detaljplan fortfarande? / A: Ja, mark och detaljplan.",
            ("2026-03-19", "09:30", "Ludvika, Folkets hus", "mark och detaljplan"),
        ),
        (
            "A: Vi ska ha en träff till före påsk. / B: Kan vi ta tisdagen den tjugofjärde mars? / A: Ja, "
            "den tjugofjärde mars, klockan tio. / C: Vi kan vara värdar i Mora. / A: Härligt. Då pratar vi "
            "om vatten och avlopp.",
            ("2026-03-24", "10:00", "Mora", "vatten och avlopp"),
        ),
        (
            "A: Och så nästa möte. Den artonde mars hade vi sagt. / C: Den artonde krockar för mig. / B: "
            "Dagen efter då? / A: Den nittonde. Fungerar det för alla? / C: Ja. / A: Då blir det torsdag den"
            " nittonde mars, nio till halv tolv, digitalt. Tema skola.",
            ("2026-03-19", "09:00", "Teams", "skola"),
        ),
        (
            "A: Nästa tillfälle är inplanerat till den nittonde mars klockan nio hos Cia i Mora. Fokus blir "
            "kompetensförsörjning.",
            ("2026-03-19", "09:00", "Mora", "kompetensförsörjning"),
        ),
        (
            "A: Vi hörs om en månad igen, torsdag den nittonde mars. / B: Samma tid? / A: Samma tid, klockan"
            " åtta, på länk. Då handlar det om budgeten.",
            ("2026-03-19", "08:00", "Teams", "budgeten"),
        ),
        (
            "A: Då återstår att bestämma när vi ses. Mitt förslag är torsdagen den nittonde mars. / B: "
            "Funkar. / D: Bra för mig. / A: Kvart över ett i Wahlmanska huset, Hedemora. Då tar vi upp "
            "inflyttning.",
            ("2026-03-19", "13:15", "Hedemora, Wahlmanska huset", "inflyttning"),
        ),
        (
            "A: Next meeting is Thursday the nineteenth of March, at ten, on Teams. The theme is housing.",
            ("2026-03-19", "10:00", "Teams", "housing"),
        ),
        (
            "A: Träffen i mars är den nittonde, klockan nio, och då är vi i Orsa. På dagordningen står grön el.",
            ("2026-03-19", "09:00", "Orsa", "grön el"),
        ),
        (
            "A: Innan vi slutar, kalendern. / B: Jag hittar inget inbokat efter det här. / A: Nej, vi "
            "behöver en tid. Vad sägs om onsdag den artonde mars? / C: Passar mig. / D: Förmiddag helst. / "
            "A: Klockan nio då. Och Cia, du lovade lokal? / C: Ja, biblioteket i Mora. / A: Jättebra. "
            "Rubriken blir klimatanpassning.",
            ("2026-03-18", "09:00", "Mora", "klimatanpassning"),
        ),
        (
            "A: Då kommer vi till nästa träff som är på Teams, måndagen den nionde mars. / B: Klockan? / A: "
            "Klockan tretton som vanligt. / C: Vad tar vi upp? / A: Upphandling, det var önskemålet.",
            ("2026-03-09", "13:00", "Teams", "Upphandling"),
        ),
        (
            "A: Ska vi boka nästa möte? / B: Vecka elva passar mig. / C: Inte måndagen. / A: Tisdagen den "
            "tionde mars, då. Klockan tio. / C: Ja. / A: På Teams. Dan, du ville prata om skolskjutsar? / D:"
            " Gärna. / A: Då blir det skolskjutsar.",
            ("2026-03-10", "10:00", "Teams", "skolskjutsar"),
        ),
        (
            "A: Nästa träff blir den fjortonde april, hela dagen från halv tio, hos Bo i Leksand. / B: Ni är"
            " så välkomna. / A: Vi ägnar dagen åt vindkraft.",
            ("2026-04-14", "09:30", "Leksand", "vindkraft"),
        ),
        (
            "A: Hur gör vi med nästa gång? / C: Kan vi inte ses här i Mora? / A: Det vore trevligt. Den "
            "nittonde mars? / B: Bra. / A: Nio till tolv. Och Bo får berätta om etableringslotsen.",
            ("2026-03-19", "09:00", "Mora", "etableringslotsen"),
        ),
        (
            "A: Nästa nätverksträff är inställd, så vi ses i april i stället. Onsdag den femtonde april "
            "klockan ett, digitalt. Tema trygghet.",
            ("2026-04-15", "13:00", "Teams", "trygghet"),
        ),
        (
            "A: Vi behöver prata om nästa tillfälle också. Vi hade sagt i Mora men Cia har inte lokalen "
            "klar. / C: Nej, den byggs om till april. / B: Kom till Leksand, vi har plats. / A: Underbart, "
            "tack. Då blir det Leksand. Den tjugosjätte mars klockan nio. / D: Är det en torsdag? / A: Det "
            "är det. Vi ägnar den åt näringslivsfrågor.",
            ("2026-03-26", "09:00", "Leksand", "näringslivsfrågor"),
        ),
        (
            "A: Så ses vi igen om fem veckor, torsdagen den nittonde mars, samma tid som i dag, klockan "
            "tretton. / B: På skärm? / A: Ja, på Teams. / B: Och ämnet? / A: Det ska handla om "
            "flyktingmottagande.",
            ("2026-03-19", "13:00", "Teams", "flyktingmottagande"),
        ),
        (
            "A: Innan vi bryter. Nästa möte är den elfte mars, tio noll noll. / D: Var? / A: Hos er, Dan, i "
            "Smedjebacken. Tanken är att vi går djupare i elförsörjningen.",
            ("2026-03-11", "10:00", "Smedjebacken", "elförsörjningen"),
        ),
        (
            "A: Marsmötet då. Jag har den tolfte i kalendern. / B: Jag kan inte den tolfte. / C: Inte jag "
            "heller. / A: Fredagen den trettonde? / B: Går bra. / C: Ja. / A: Fredagen den trettonde mars "
            "klockan nio i Stadshuset i Säter. Då är det dags för bostäder igen.",
            ("2026-03-13", "09:00", "Säter, Stadshuset", "bostäder"),
        ),
        (
            "A: Nästa möte hade ni önskat ska handla om arbetskraftsinvandring. / B: Ja. / A: Då har jag "
            "bokat in det på onsdag den fjärde mars, halv två. Vi kör digitalt.",
            ("2026-03-04", "13:30", "Teams", "arbetskraftsinvandring"),
        ),
        (
            "A: Då återstår bara nästa träff. Den är redan spikad, tisdagen den sjuttonde mars, nio till "
            "elva. / C: Och platsen är Rättvik? / A: Ja, Rättvik. Temat är kulturens roll.",
            ("2026-03-17", "09:00", "Rättvik", "kulturens roll"),
        ),
        (
            "A: Vi har nästa gång inbokad den femte mars. Klockan är åtta trettio. / B: Vi är i Malung. / A:"
            " Just det, i Malung, på gymnasiet. Och så pratar vi ungdomar.",
            ("2026-03-05", "08:30", "Malung", "ungdomar"),
        ),
        (
            "A: Sista punkten är nästa träff. / B: Den andra april? / A: Den är skärtorsdag. / B: Oj. / A: "
            "Veckan före, den tjugosjätte mars? / C: Ja. / D: Ja. / A: Kvart i nio, i Borlänge. Kvalitet i "
            "vården tar vi då.",
            ("2026-03-26", "08:45", "Borlänge", "Kvalitet i vården"),
        ),
        (
            "A: Är vi klara? Bara nästa träff kvar. / B: Vecka elva? / A: Onsdagen i vecka elva, den elfte "
            "mars. Klockan nio. / C: Mora kan ta den. / A: Tack Cia, då är det Mora. Vi fördjupar oss i "
            "arbetsmarknaden.",
            ("2026-03-11", "09:00", "Mora", "arbetsmarknaden"),
        ),
        (
            "A: Nästa träff är den nionde april klockan tretton på Teams. / D: Och vad handlar den om? / A: "
            "Om äldreomsorg.",
            ("2026-04-09", "13:00", "Teams", "äldreomsorg"),
        ),
        (
            "A: Vi hade nästa möte den fjärde mars men det krockar med kommunfullmäktige. / B: Den femte då?"
            " / A: Torsdag den femte mars, klockan tio. Plats, Kulturhuset i Borlänge. Tema, skola i "
            "glesbygd.",
            ("2026-03-05", "10:00", "Borlänge, Kulturhuset", "skola i glesbygd"),
        ),
        (
            "A: Nu kalendern. Nästa möte blir i Orsa den tjugofjärde mars. / B: Vilken tid? / A: Från nio "
            "till lunch. Henrik från länsstyrelsen kommer och pratar om vattendomar.",
            ("2026-03-24", "09:00", "Orsa", "vattendomar"),
        ),
        (
            "A: Och så träffas vi igen tisdagen den tionde mars klockan halv nio. / C: Här i Mora va? / A: "
            "Precis, hos er. Det blir digitalisering som tema.",
            ("2026-03-10", "08:30", "Mora", "digitalisering"),
        ),
        (
            "A: Då så. Nästa gång tänkte jag att vi skulle diskutera landsbygdsbutiker. / B: Bra. / A: "
            "Torsdag den tolfte mars, klockan fjorton, på länk.",
            ("2026-03-12", "14:00", "Teams", "landsbygdsbutiker"),
        ),
        (
            "A: När träffas vi härnäst? / B: Nittonde mars? / D: Passar. / C: Jag slipper helst skärmen den gången. / "
            "B: Kom till Falun, vi har plats. / A: Tack. Falun då. Klockan halv tio? / C: Bussen kommer kvart i. Tio. /"
            " A: Tio då. Och innehållet? / D: Skolskjutsar, det har vi väntat på.",
            ("2026-03-19", "10:00", "Falun", "Skolskjutsar"),
        ),
        (
            "A: När ses vi? / C: Torsdag den nittonde mars, samma tid, klockan nio. / D: Ja. / B: Ska vi åka "
            "någonstans? / D: Helst inte i det väglaget. / C: Nej, jag kör inte. / A: Då är det Teams den nittonde. / "
            "B: Vad tar vi upp? / A: Kollektivtrafik får det bli.",
            ("2026-03-19", "09:00", "Teams", "Kollektivtrafik"),
        ),
        (
            "A: Nästa gång, den tolfte mars klockan ett. / B: Kan vi få komma ut till Nolby bygdegård? / A: Det blir "
            "fint. Nolby bygdegård. Vi tar det där som Cia var inne på, alltså bredband.",
            ("2026-03-12", "13:00", "Nolby bygdegård", "bredband"),
        ),
        (
            "A: När kan ni i mars? / B: Tjugofemte. / C: Funkar här. / A: Tjugofemte mars. / D: Ett går bra för mig. / "
            "A: Vid ett. / D: Var håller vi hus? / C: Ni kan få vara i vårt stadshus, i Ludvika. / A: Tack. Vi viker "
            "den gången åt bygdens föreningar.",
            ("2026-03-25", "13:00", "Ludvika", "bygdens föreningar"),
        ),
        (
            "A: Nästa träff, jag föreslår onsdag den femtonde april. / B: Eftermiddag. / A: Halv två, på skärm som "
            "vanligt. Ämnet är inte spikat. / C: Kan vi inte ta exploateringsavtal? / A: Jo, "
            "exploateringsavtal blir det.",
            ("2026-04-15", "13:30", "Teams", "exploateringsavtal"),
        ),
        (
            "A: Vi ska ses i mars också, säg den artonde mars, klockan nio, i Avesta. Där ska vi titta på återbruk.",
            ("2026-03-18", "09:00", "Avesta", "återbruk"),
        ),
    ],
)
def test_the_next_meeting_is_put_together(turns: str, expected: tuple[str, ...]) -> None:
    found = said(f"{BEFORE}{turns} / A: Tack för idag. / B: Hej då.").next_meeting
    assert found
    assert (str(found.date), f"{found.time:%H:%M}", found.place, found.theme) == expected


def test_a_host_invites_to_where_they_come_from() -> None:
    turns = (
        "C: Vi i Hedemora har ju ett eget kulturhus. / A: Då tar vi nästa träff. Den nittonde mars, klockan nio. "
        "Kan vi vara hos er, Cia? / C: Ja, vi är i kulturhuset."
    )
    found = said(turns).next_meeting
    assert found
    assert found.place == "Hedemora, kulturhuset"
