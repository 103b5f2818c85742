"""The ways in which people tell what they learned, with and without a word for it; and what only sounds like it."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import talk

ASKED = "Anna Ek: Ska vi se. Bo, ni har ju hållit på med det här ett tag.\nBo Falk: Ja. "
STORY = "Vi höll på med det i två år. Det var tungt ibland. "
AFTER = "\nCia Lund: Okej.\nAnna Ek: Tack. Dan, hur ser det ut hos er?\nDan Ås: Vi är i gång."


@pytest.mark.parametrize(
    "said",
    [
        "Vi trodde att folk ville ha villor, men det visade sig att dom ville ha hyresrätter nära stationen.",
        "Om vi fick göra om det skulle vi börja med skolan och inte med bostäderna.",
        "Det som gjorde att det lossnade var att vi bjöd in grannarna till platsen.",
        "Mitt råd är att alltid ha en reservplan för vattnet.",
        "Det var först när vi satte oss hemma hos dom som dom började prata.",
        "Så här i efterhand hade vi behövt en jurist från början.",
        "Nu ringer vi alltid räddningstjänsten först, innan vi ens svarar bolaget.",
        "Sedan dess har vi alltid med två personer på varje möte.",
        "Det kostade oss ett år att vi inte pratade med markägarna i tid.",
        "Man ska inte underskatta hur lång tid upphandlingen tar.",
        "Ju tidigare man tar in nätägaren, desto billigare blir det.",
        "Det är inte pengarna som är problemet, det är förtroendet.",
        "Där brände vi oss rejält, för avtalet sa inget om återställning.",
        "Vi gick i fällan att lova för mycket.",
        "En kort lapp i brevlådan gav mer än tre annonser i tidningen.",
        "Hemligheten är att dom får träffa en och samma person hela vägen.",
        "Det vi kom fram till var att det räcker med en sida.",
        "Så fort vi slutade prata om jobben och började prata om skolan så kom det folk.",
        "Utan henne hade det aldrig blivit nåt.",
        "Tack vare att vi hade kartlagt marken i förväg kunde vi svara på en dag.",
        "Det svåra var inte tekniken utan att få alla att säga samma sak.",
        "Glöm inte att prata med facket, det gjorde vi och det fick vi äta upp.",
        "Det gäller att ha en plan B när bolaget drar sig ur.",
        "Erfarenheten hos oss är att man tjänar på att vara ärlig med att det bullrar.",
        "Vi hade för bråttom, det är jag den första att erkänna.",
        "Det fick oss att tänka om helt, så numera är föreningarna med från start.",
        "Om jag ska vara självkritisk så informerade vi personalen för sent.",
        "En insikt är att ungdomarna lyssnar mer på varandra än på oss.",
        "Det blev mycket bättre när vi delade upp det i mindre bitar.",
        "Facit i hand så var det rätt att säga nej till den första investeraren.",
        "Vi väntade för länge med att säga nej, och det straffade sig.",
        "Bjud in skeptikerna först, det är min erfarenhet.",
        "Jag hade fel om pendlarna, dom flyttar visst om det finns en lägenhet.",
        "Det lönar sig att lägga tid på den första kontakten.",
        "Att sitta i samma hus som bolaget visade sig vara helt avgörande.",
        "Så vi har slutat med långa informationsmöten och kör öppet hus i stället.",
        "Det behövs en person som äger frågan, annars faller den mellan stolarna.",
        "Det vi har sett är att lärlingar stannar i mycket högre grad.",
        "Det vi aldrig hade räknat med var trafiken.",
        "Min poäng är att man måste våga säga vad man inte vet.",
        "Folk accepterar mycket om dom får veta det i tid.",
        "Största missen var att vi glömde barnen.",
        "Hade vi bara frågat dom först så hade vi sluppit överklagandet.",
        "Det överraskade oss att det var sjukvården som blev flaskhalsen.",
        "Nästa gång skulle vi ha tagit in en processledare utifrån.",
        "Det enklaste var det som fungerade, en telefonlista på väggen.",
        "Skriv aldrig under innan juristen har läst.",
        "Börja i liten skala, så att man hinner ändra sig.",
        "Vi har blivit mycket bättre på att säga ifrån tidigt.",
        "För oss blev det en vändpunkt när vi började mäta.",
        "En sak man kan ta till sig är att dom hade en och samma kontaktperson.",
        "Det är faktiskt värt varenda krona att ha en lots.",
        "Tålamod är det som krävs, det tar tre år innan man ser nåt.",
        "Man tror att det handlar om löner men det handlar om bostad.",
        "Det är viktigare att vara tydlig än att vara snabb.",
        "Vi borde ha frågat ungdomarna själva.",
        "Det hade räckt med ett telefonsamtal för att reda ut det.",
        "Knepet är att göra det på kvällstid.",
        "Där gjorde vi helt rätt som köpte marken i tid.",
        "Ha alltid med någon som antecknar, annars minns alla olika.",
        "Det tog oss alldeles för lång tid att förstå att vi pratade med fel person på bolaget.",
        "Sätt en gräns direkt, annars äter dom upp all tid ni har.",
        "Om vi hade haft en färdig karta så hade vi svarat samma vecka.",
        "Vi fick betala för att vi inte läste på om artskyddet.",
        "Ungdomarna vill ha någonstans att vara på kvällen, inte ett bowlinghus.",
        "Det är ingen idé att bjuda in till stormöte, folk vågar inte fråga något.",
        "Man får mycket tillbaka om man bjuder på fika.",
        "Det som fällde oss var bullret.",
        "Jag har blivit övertygad om att man ska börja med näringslivet på orten.",
        "Vi var naiva, vi trodde att bolaget skulle sköta bostäderna.",
        "Det lilla gör skillnad, en karta och ett telefonnummer räcker långt.",
        "Ring dom samma dag, det glömmer dom aldrig.",
        "Lita inte på konsultens siffror utan att kolla dom.",
        "Jag har lärt mig den hårda vägen att inget är klart förrän det är påskrivet.",
        "Vårt recept är att dela upp mötena, ett för grannarna och ett för företagen.",
        "Man kan inte kommunicera för mycket i ett sådant läge.",
        "Det bästa vi gjorde var att anställa en som talar polska.",
        "Folk vill inte ha mer information, dom vill bli lyssnade på.",
        "Så vi kom fram till att varje fråga måste ha en ägare.",
        "Det tjänar vi på i längden, att säga nej direkt.",
        "Vi hade inte fattat hur mycket skolan betyder för dom som flyttar hit.",
        "Utvärdera medan det pågår, efteråt är det ingen som orkar.",
        "Det är lätt att glömma bort dom som redan bor här.",
        "Det roliga var att dom äldsta var mest positiva, så räkna inte bort någon.",
        "Vi la alldeles för mycket krut på broschyren.",
        "Så har man bara tid för en sak så ska man åka ut och träffa grannarna.",
        "Våra bästa ambassadörer är dom som flyttade hit själva.",
        "Det hade gått mycket fortare med en gemensam projektledare.",
        "Man behöver någon som kan översätta mellan bolaget och förvaltningen.",
        "Den dagen vi slutade skicka mejl och började ringa hände det saker.",
        "Ska man få med sig skolan måste man komma före sommaren.",
        "Hela poängen är att politikerna får höra det samtidigt som alla andra.",
        "Det var vår räddning att vi hade ett avtal.",
        "Vi har sett att det är bättre med många små möten än ett stort.",
        "Kontinuiteten är allt, när projektledaren slutade fick vi börja om.",
        "Gör en riskanalys innan ni skriver på, inte efter.",
        "Det är människorna som avgör, inte planerna.",
        "Så det vi har insett är att man måste ha en reservplan för skolan.",
        "Mitt medskick till er andra är att ta höjd för att det blir försenat.",
        "Det var fel ordning, vi skulle ha börjat med vattnet.",
        "Hade vi vetat hur lång tid tillståndet tar så hade vi sökt tre år tidigare.",
        "Fokusgrupperna gav oss mer än enkäten.",
        "Det som vände det hela var att rektorn kom med.",
        "Vi trodde att priset var avgörande, men det var närheten till skolan.",
        "Från och med nu skriver vi alltid in vem som ansvarar.",
        "Prata med varandra innan ni pratar med bolaget.",
        "Det är bättre med ett dåligt besked i tid än ett bra för sent.",
        "En lärdom är att dom små företagen inte hinner svara på enkäter.",
        "Man ska vara försiktig med att lova datum.",
    ],
)
def test_what_comes_out_of_a_story_is_a_learning(said: str) -> None:
    [learning] = talk(f"{ASKED}{STORY}{said}{AFTER}").of(Kind.LEARNED)
    assert learning.speaker == "Bo Falk"


@pytest.mark.parametrize(
    "said",
    [
        "Vi har tre förskolor och en fjärde på väg.",
        "Jag tycker vi borde ha ett gemensamt kansli.",
        "Vi måste skicka in ansökan på fredag.",
        "Bolaget vill ha svar före jul, och det är ju snart.",
        "Det är inte jag som bestämmer det.",
        "Man undrar ju hur dom tänker.",
        "Det blir bättre när våren kommer.",
        "Vi ska ha ett möte till med länsstyrelsen om det.",
        "Det var en trevlig resa och maten var god.",
        "Vi hade ett stormöte i april och det kom hundra personer.",
        "Kommunen äger marken men bolaget äger vägen.",
        "Jag såg er i tidningen häromdagen.",
        "Det är ungefär tvåhundra hushåll som berörs.",
        "Från början var det fem kommuner med, nu är vi nio.",
        "Hos oss är det byggnadsnämnden som har frågan.",
        "Det viktigaste nu är att vi får iväg svaret.",
        "Vi får se om det blir något av det.",
        "Ni får säga till om jag pratar för fort.",
        "Det här med avgifterna får vi ta en annan gång.",
        "I första hand gäller det Mora och Orsa.",
        "Jag pratade med rektorn i går och hon var positiv.",
        "Dom har sökt bidrag två gånger och fått nej båda.",
        "Planen är att sätta spaden i jorden nästa höst.",
        "Vi är inte klara med budgeten än.",
        "Det var ju du som tipsade om den filmen.",
        "Just nu är det väldigt mycket på en gång för oss.",
        "Nätägaren säger tidigast två tusen trettiotvå.",
        "Då behöver vi nog en ny tid för den träffen.",
        "Det är samma sak här, vi har också fått den frågan.",
        "Det kostade fyra miljoner och tog två år.",
        "Vi hade fem möten och sen drog dom sig ur.",
        "Det var när den nya regeringen kom.",
        "Kommunen har ingen mark kvar.",
        "Först ska det ut på samråd och sen till nämnden.",
        "Den ligger ute på webben nu.",
        "Dom vill bygga två hundra lägenheter.",
        "Det är ju samma bolag som var i Skellefteå.",
        "Vi får pengar från Tillväxtverket till nästa år också.",
        "Jag har aldrig träffat henne.",
        "Det var sjuttio personer där och alla var arga.",
        "Vi jobbar alltid med länsstyrelsen i såna fall.",
        "Det är mycket bättre väder idag.",
        "Ni kan få bilderna i efterhand.",
        "Det är en fråga för politiken och inte för oss.",
        "Vi är inte så många, men vi är envisa.",
        "Skolan har plats för trettio till.",
        "Så vi har ett utkast som är ute på remiss.",
        "Det gick bra och alla blev nöjda.",
        "Vi tog fram en broschyr på tre språk.",
        "Bolaget tror att det blir klart till hösten men vi får se.",
        "Han har jobbat där i tolv år.",
        "Det ska räcka med en bil.",
        "Jag missade början, vad sa ni?",
        "Det var i alla fall så dom sa på mötet.",
        "Sen kom pandemin och då stod allting still.",
        "Det finns en grupp som träffas varannan vecka.",
        "Vi får in ungefär tio förfrågningar om året.",
        "Det är två avdelningar och sex personal.",
        "Nu har vi fått ett nytt vattenskyddsområde också.",
        "Företaget är amerikanskt och huvudkontoret ligger i Houston.",
        "Det är klart att man blir orolig.",
        "Vi la ner den gamla skolan för tre år sedan.",
        "Den förra ägaren gick i konkurs.",
        "Man ser hela dalen därifrån.",
        "Alla papper ligger hos juristen.",
        "Det var ingen som svarade på annonsen.",
        "Han sa att dom hade köpt marken redan.",
        "Alla fick ett papper i handen när dom gick.",
        "Vi har en kommunikatör på halvtid.",
        "Det blev en artikel i tidningen om det.",
        "Nämnden har inte tagit ställning än.",
        "Kommunen är med i fyra sådana projekt.",
        "Det är bolaget som betalar utredningen.",
        "Sen blev det tyst i ett halvår.",
        "Vi har ju fått ny kommundirektör också.",
        "Det går ett tåg i timmen.",
        "Folk kom från hela länet.",
        "Ritningarna är inte klara.",
        "Vi köpte in maten från det lokala hotellet.",
        "Dom flesta är mellan trettio och fyrtio år.",
        "Ingen visste vem som hade beställt det.",
    ],
)
def test_what_is_only_told_is_none(said: str) -> None:
    assert talk(f"{ASKED}{STORY}{said}{AFTER}").of(Kind.LEARNED) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Lärdom: skicka inte ut programmet före sommaren.",
        "Mitt råd är att ha med nätägaren redan i planprogrammet.",
        "Det jag tar med mig är att företagen överskattar sitt behov.",
        "What we learned is, ask for a conditional agreement instead of waiting.",
    ],
)
def test_what_is_called_a_learning_is_one_without_a_story(said: str) -> None:
    assert talk(f"{ASKED}{said}{AFTER}").of(Kind.LEARNED)


def test_what_others_agree_is_worth_knowing_is_sooner_a_learning() -> None:
    said = "Det lönar sig att fråga folk i deras egna kök."
    assert talk(f"{ASKED}{said}{AFTER}").of(Kind.LEARNED) == ()
    assert talk(f"{ASKED}{said}\nCia Lund: Klokt.{AFTER}").of(Kind.LEARNED)


def test_whoever_leads_speaks_of_learning_without_learning() -> None:
    said = "Anna Ek: Det är alltid klokt att ha en lärdom med sig hem.\nAnna Ek: Ska vi ta en paus?"
    assert talk(f"{ASKED}{AFTER}\n{said}").of(Kind.LEARNED) == ()


LONG_STORY = (
    "Bo Falk: Vi hade en damm som läckte. Jag ringde entreprenören och han kom samma dag. Han grävde och letade i två "
    "veckor och hittade inget.\nCia Lund: Oj.\nBo Falk: Så stod det en pojke vid staketet som pekade. Han hade sett "
    "bävern i mars. "
)


@pytest.mark.parametrize(
    "end",
    [
        "Två veckor och en grävmaskin, mot en fråga till den som bodde granne.",
        "Vi tittade på varandra allihop, och sen gick vi och pratade med pojken.",
        "Och det enda vi behövde göra var att lyfta bort några grenar.",
    ],
)
def test_what_a_long_story_ends_with_is_a_learning_whatever_the_words(end: str) -> None:
    [learning] = talk(f"{ASKED}\n{LONG_STORY}{end}{AFTER}").of(Kind.LEARNED)
    assert end in learning.quote


def test_a_story_has_one_moral() -> None:
    more = "\nCia Lund: Haha.\nBo Falk: Pojken fick en tårta, och den åt han upp på plats medan vi satt bredvid."
    told = f"{LONG_STORY}Numera frågar vi alltid grannarna först.{more}"
    [learning] = talk(f"{ASKED}\n{told}{AFTER}").of(Kind.LEARNED)
    assert "frågar vi alltid grannarna" in learning.text


def test_what_is_promised_after_a_story_is_no_moral() -> None:
    told = f"{LONG_STORY}\nAnna Ek: Finns det bilder?\nBo Falk: Jag letar fram dom och skickar dom till er på fredag."
    assert all("letar" not in each.text for each in talk(f"{ASKED}\n{told}{AFTER}").of(Kind.LEARNED))


def test_what_a_report_goes_on_long_after_is_sooner_no_learning() -> None:
    said = "Det vi såg var att trafiken ökade."
    facts = " ".join(f"Vi har {number} personer i den gruppen." for number in ("tre", "fyra", "fem", "sex") * 2)
    assert talk(f"{ASKED}{STORY}{said}{AFTER}").of(Kind.LEARNED)
    assert talk(f"{ASKED}{STORY}{said} {facts}{AFTER}").of(Kind.LEARNED) == ()


def test_a_story_may_be_told_in_english() -> None:
    told = (
        "Dan Ås: We had a plant like that in Leeds, and they promised us jobs.\nCia Lund: Oj.\n"
        "Dan Ås: We built the houses and the school, and then the money ran out. Nobody had asked who paid for the "
        "teachers. They had written it on a napkin, and the napkin was gone."
    )
    [learning] = talk(f"{ASKED}\n{told}{AFTER}").of(Kind.LEARNED)
    assert "napkin" in learning.text
