"""The ways in which a decision is made, or is not."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import said

AROUND = "A: Vi har pratat om mycket. / C: Ja. / D: Vi har sett det förut. / A: Okej."


@pytest.mark.parametrize(
    "turns",
    [
        "A: Då landar vi i att vi har ett gemensamt medlemsregister. / B: Bra.",
        "A: Alla verkar nöjda. Då har vi bestämt att webben läggs ner. / B: Skönt.",
        "B: Kan vi inte ha mötena på onsdagar i stället? / C: Jo, gärna. / D: Funkar för mig. / A: Onsdagar alltså.",
        "A: Vi stannar vid tre arbetsgrupper. / B: Klokt.",
        (
            "A: Ska vi skriva ett gemensamt brev till regionen, eller? / B: Ja. / C: Absolut. / A: Då "
            "skriver vi ett brev."
        ),
        "A: Sagt och gjort, vi söker pengarna ihop. / B: Härligt.",
        "A: Någon som har något emot det? / B: Nej. / A: Nej, då lägger vi ner nyhetsbrevet.",
        "A: Vi håller listan inom gruppen va? / B: Mm. / C: Ja.",
        (
            "B: Jag tycker vi skippar lunchen och kör en kortare dag. / C: Håller med. / D: Ja, kör på det. "
            "/ A: Okej, ingen lunch."
        ),
        "A: Det får bli Falun som är värd. / B: Toppen.",
        "A: Då noterar vi det som ett beslut, vi går med i regionens projekt. / C: Bra.",
        "A: Vi enades ju om att ha gästföreläsare varannan gång. / B: Just det.",
        "A: Majoriteten vill ha alternativ två, en digital utbildning, så då väljer vi det. / B: Okej.",
        "A: Vi tar bort avgiften från och med årsskiftet. / B: Ja. / C: Bra.",
        "A: Då är vi överens om att alla delar sina mallar. / B: Ja.",
        "A: Vi kör på förslag två. / B: Bra.",
        (
            "B: Vad säger ni om att börja en halvtimme tidigare? / C: Gärna för mig. / D: Det passar. / A: "
            "Då börjar vi halv nio."
        ),
        "A: Beslutet blir att vi anlitar Cias byrå. / C: Tack.",
        (
            "B: Jag vill föreslå att protokollen blir offentliga. / C: Det är rimligt. / D: Samma här. / A: "
            "Okej, de blir offentliga."
        ),
        "A: Vi säger ja till inbjudan. / B: Fint.",
        "A: Alla nickar. Då ändrar vi stadgarna på den punkten. / B: Ja.",
        "A: Kan vi enas om att bara en person per kommun röstar? / B: Ja. / C: Det är självklart. / D: Jag är med.",
        "B: Ska vi inte bara ta bort den rubriken? / C: Jo, den behövs inte. / A: Den är borta.",
        "A: Då drar vi ett streck över filmprojektet. / B: Skönt.",
        "A: Från nästa år turas vi om att vara värdar. / B: Det blir bra. / C: Ja.",
        "A: Så gör vi, en gemensam annons i oktober. / B: Toppen.",
        "A: Jag tolkar det som att vi är överens om priset. / B: Ja.",
        "B: Vore det inte bättre med två sekreterare? / C: Absolut. / D: Klokt. / A: Då utser vi två.",
        "A: Okej, vi avslutar samarbetet med byrån. / C: Ja, det är dags.",
        "A: Det blir Dan som representerar oss. / D: Hedrande.",
        "A: Är det okej att lägga hela summan på resan? / B: Ja. / C: Ja då. / A: Fint, då är det så.",
        "B: Pappret är dyrt. / C: Skärm räcker för mig. / D: Jag med. / B: Ja. / A: Bara digitala kartor.",
        "B: Timmen är för lång. / C: Håller med. / A: Fyrtio minuter, det får vara vår gräns.",
        "B: Kan Cia svara pressen? / C: Visst. / D: Ja, Cia. / A: Cia talar med pressen, ingen annan.",
        "C: Det räcker med sammanfattningen på engelska. / D: Mm. / A: Sammanfattningen, inget mer.",
        "C: Listan är bra. / A: Klubbat, den ska vara med i varje inbjudan.",
        "B: Man kan ha en text för alla. / C: Rimligt. / A: Det är väl så vi lägger upp det, en text för alla.",
        "B: Varannan gång? / C: Lagom. / A: Vaktmästarna kommer varannan gång, med början i april.",
        "B: Avgiften är bara krångel. / C: Sant. / B: Då plockar jag bort den ur inbjudan. / A: Gör det.",
    ],
)
def test_it_is_decided(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.DECISION)
    assert found


@pytest.mark.parametrize(
    "turns",
    [
        "A: Vi hade bestämt oss för Falun förra året men det blev inte av. / B: Nej.",
        "A: Det bestämmer kommunfullmäktige. / B: Ja.",
        "A: Ska vi gå vidare? / B: Ja. / C: Ja.",
        "A: Jag föreslår att vi köper in en konsult. / B: Nej, det är för dyrt. / C: Inte nu.",
        "A: Då har vi tjugo minuter kvar. / B: Okej.",
        "A: Vi lämnar den frågan öppen. / B: Bra.",
        "A: Då tackar vi Peter för besöket. / B: Tack.",
        (
            "A: Borde vi ha en egen monter? / B: Ja. / C: Gärna. / A: Vi återkommer till det i höst när "
            "budgeten är klar."
        ),
        "A: Det är inget vi tar ställning till i dag. / B: Nej.",
        "A: Vi får känna på det till nästa gång, jag vill inte ta beslutet nu. / B: Bra.",
        "A: Frågan om avgiften är inte färdigdiskuterad. / B: Nej.",
        "A: Det är för få här för att rösta. / B: Sant.",
        "B: Ska vi ha fler träffar? / C: Kanske. / D: Jag vet inte. / A: Vi tar det i enkäten.",
        "A: Förslaget faller, det är ingen majoritet. / B: Nej.",
        "A: Ni får ta hem den till era chefer först. / B: Ja.",
        "B: Jag tycker vi ska säga nej. / C: Jag tycker ja. / A: Där kommer vi inte längre i dag.",
        "A: Det här var bara en första diskussion. / B: Okej.",
        "A: Ska vi ta kaffe nu? / B: Ja. / C: Gärna. / D: Ja tack.",
        "A: Då går vi laget runt. / B: Ja.",
        "A: Nämnden har beslutat att bygga en ny skola. / B: Vad bra.",
        "A: Vi valde den lösningen för tre år sedan. / B: Jaha.",
        "A: Ska vi anställa någon gemensamt? / B: Ja. / C: Absolut. / A: Vi återkommer till det i höst.",
        "A: Borde vi ha en egen monter? / B: Ja. / C: Gärna. / A: Det får mogna lite, vi tar det inte nu.",
        "B: Jag föreslår att vi byter plattform. / C: Håller med. / D: Ja. / A: Den frågan lägger vi på is.",
        (
            "A: Skulle vi kunna ha en gemensam upphandling? / B: Mm. / C: Ja. / A: Det får styrgruppen säga "
            "ja eller nej till."
        ),
        "B: Kan vi inte ta ut en avgift? / C: Jo. / D: Ja. / A: Jag vill inte att vi beslutar det utan Mora.",
        "A: Ska vi säga två gånger per termin? / B: Gärna. / C: Ja. / A: Fast vi är för få för att bestämma det.",
        "B: Vi borde köpa in en utbildning. / C: Ja. / D: Absolut. / A: Det ligger utanför vårt mandat.",
        "B: Jag tycker vi bjuder in ministern. / C: Ja. / D: Kul. / A: Vi sover på saken.",
        "A: Det blir inget beslut om resan i dag.",
        "A: Vi är inte eniga, så det får vänta.",
        "A: Då säger vi inget mer om den saken.",
        (
            "B: Ska vi skriva till regeringen? / C: Ja. / D: Ja. / A: Nej, det är en politisk fråga, den kan"
            " inte vi avgöra."
        ),
        "A: Om två veckor vet vi mer, så vi beslutar då.",
        (
            "B: Kan vi inte ha en egen hemsida? / C: Jo. / D: Ja, gärna. / A: Jag tar med mig det till "
            "kommunikatörerna först."
        ),
        "A: Studieresan, den skjuter vi fram tills budgeten är klar.",
        (
            "B: Borde vi inte gå ihop med Gävleborg? / C: Jo. / D: Mm. / A: Det behöver vi utreda mer innan "
            "vi säger något."
        ),
        "A: Vi hade tänkt besluta om stadgarna, men det hinner vi inte.",
        "B: Jag föreslår att vi höjer priset. / C: Ja. / D: Okej. / A: Låt oss inte ta det beslutet nu.",
        "A: Det här är ingen beslutspunkt, bara information.",
        "B: Ska vi ha en lots? / C: Det finns inget sug. / A: Nej. Då får den ligga i lådan.",
        "B: Ska vi anställa en jurist ihop? / C: Gärna. / D: Ja. / A: Det är ingen idé att vi klubbar något, "
        "det får bo hos nämnderna.",
        "B: Moduler då? / C: Ja. / D: Ja. / A: Det är ingenting vi bestämmer åt varandra.",
        "B: Borde vi inte skriva till staten? / C: Jo. / D: Ja. / A: Det är inte vår sak.",
        "B: Kan vi inte ha ett råd? / C: Jo. / D: Kul. / A: Jag gillar det, men vi orkar inte nu.",
        "A: Policyn, ska vi ta den? / B: Ja. / C: Gärna. / A: Jag vill ha med Orsa i rummet först.",
        "B: En egen logga? / C: Kul. / D: Ja. / A: Bra idé, men inte i dag.",
        "B: Ska vi säga upp avtalet? / C: Ja. / D: Ja. / A: Det löper ett år till, så vi tittar på det då.",
        "A: Frågelistan då. / B: Ja. / C: Ja, den är lång.",
        "B: Ska vi ha kravet kvar? / C: Ja. / D: Ja. / A: Jag parkerar frågan till nästa möte.",
    ],
)
def test_it_is_not_decided(turns: str) -> None:
    found = said(f"{AROUND} / {AROUND} / {turns} / {AROUND}").of(Kind.DECISION)
    assert found == ()
