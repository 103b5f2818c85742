"""Days and times as people say and write them."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.meetings.calendar import easter, midsummer_eve
from knowledge.meetings.clock import first_time, hours
from knowledge.meetings.dates import mentions
from knowledge.meetings.due import due

TODAY = date(2026, 2, 12)  # a Thursday
NEXT = date(2026, 3, 19)

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte"),
    *("tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde"),
    *("tjugoförsta", "tjugoandra", "tjugotredje", "tjugofjärde", "tjugofemte", "tjugosjätte", "tjugosjunde"),
    *("tjugoåttonde", "tjugonionde", "trettionde", "trettioförsta"),
)
COMING = st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=270))


@pytest.mark.parametrize(
    "written",
    [
        lambda day: day.isoformat(),
        lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        lambda day: f"den {day.day}:e {MONTHS[day.month - 1]}",
        lambda day: f"den {ORDINALS[day.day - 1]} {MONTHS[day.month - 1]}",
        lambda day: f"{WEEKDAYS[day.weekday()]}en den {ORDINALS[day.day - 1]} {MONTHS[day.month - 1]}",
        lambda day: f"{day.day} {MONTHS[day.month - 1][:3]}.",
        lambda day: f"{day.day}/{day.month}",
        lambda day: f"{day.day}.{day.month}.{day.year}",
        lambda day: f"{day.strftime('%B')} {day.day}",
        lambda day: f"the {day.day}th of {day.strftime('%B')}",
    ],
)
@given(day=COMING)
def test_a_day_is_found_however_it_is_written(written: Callable[[date], str], day: date) -> None:
    assert due(f"Vi skickar listan senast {written(day)}, tack.", TODAY) == day


@given(COMING, st.sampled_from(WEEKDAYS))
def test_a_day_and_month_outrank_a_stray_weekday(day: date, weekday: str) -> None:
    said = f"på {weekday}, den {ORDINALS[day.day - 1]} {MONTHS[day.month - 1]}, det är en {weekday} tror jag"
    assert due(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("i eftermiddag", "2026-02-12"),
        ("så fort vi slutar", "2026-02-12"),
        ("tisdan den tjugufjärde", "2026-02-24"),
        ("vecka tjugutvå", "2026-05-29"),
        ("vecka fyrtitvå", "2026-10-16"),
        ("vecka tjugu är jag tillbaka, då skriver jag", "2026-05-15"),
        ("nån gång i mars", "2026-03-31"),
        ("dan efter trettondan", "2027-01-07"),
        ("den elfte det går bra", "2026-03-11"),
        ("jag gör det redan i dag", "2026-02-12"),
        ("imorgon", "2026-02-13"),
        ("i morgon förmiddag", "2026-02-13"),
        ("i övermorgon", "2026-02-14"),
        ("på måndag", "2026-02-16"),
        ("på torsdag", "2026-02-19"),
        ("säg fredag nästa vecka", "2026-02-20"),
        ("nästa fredag", "2026-02-20"),
        ("nästa vecka på tisdag", "2026-02-17"),
        ("i nästa vecka", "2026-02-20"),
        ("i slutet på veckan", "2026-02-13"),
        ("om två veckor", "2026-02-26"),
        ("om tre dagar", "2026-02-15"),
        ("om en månad", "2026-03-12"),
        ("vecka 12", "2026-03-20"),
        ("v. 3", "2027-01-22"),
        ("måndag vecka 12", "2026-03-16"),
        ("till den tjugonde", "2026-02-20"),
        ("tjugoförsta?", "2026-02-21"),
        ("före sportlovet", "2026-02-20"),
        ("fredagen innan sportlovet", "2026-02-20"),
        ("innan valborg", "2026-04-30"),
        ("före årsskiftet", "2026-12-31"),
        ("den adertonde", "2026-02-18"),
        ("den är ute den tjugosjätte senast", "2026-02-26"),
        ("den skickas under eftermiddagen", "2026-02-12"),
        ("till nästa sammanträde", "2026-03-19"),
        ("ta tjugoförsta då", "2026-02-21"),
        ("nionde, på en måndag", "2026-03-09"),
        ("senast den andra", "2026-03-02"),
        ("innan månadsskiftet", "2026-02-28"),
        ("i mitten av mars", "2026-03-15"),
        ("i slutet av april", "2026-04-30"),
        ("sjätte i tredje", "2026-03-06"),
        ("den tjugo sjätte februari", "2026-02-26"),
        ("den 12 oktober", "2026-10-12"),
        ("sista mars", "2026-03-31"),
        ("första veckan i mars", "2026-03-06"),
        ("sista veckan i mars", "2026-03-27"),
        ("i början av nästa vecka", "2026-02-17"),
        ("före helgen", "2026-02-13"),
        ("before the weekend", "2026-02-13"),
        ("till veckoslutet", "2026-02-13"),
        ("före vecka nio", "2026-02-20"),
        ("före sportlovet, och det är vecka nio", "2026-02-20"),
        ("nu medan ni pratar", "2026-02-12"),
        ("i chatten efter mötet", "2026-02-12"),
        ("innan jag går hem", "2026-02-12"),
        ("innan vi har slutat", "2026-02-12"),
        ("du har den i chatten om en minut", "2026-02-12"),
        ("på kafferasten", "2026-02-12"),
        ("innan veckan är över", "2026-02-13"),
        ("jag gör det på tisda", "2026-02-17"),
        ("på lucianatten", "2026-12-13"),
        ("fredagen den tjugonde ska det in, och utkastet är klart fredagen därpå", "2026-02-27"),
        ("den sista mars, det är dagen efter", "2026-03-31"),
        ("svaren kommer den andra mars, och jag är klar en vecka senare", "2026-03-09"),
        ("i morgon, eller nej, på måndag", "2026-02-16"),
        ("innan veckan är slut", "2026-02-13"),
        ("under veckan", "2026-02-13"),
        ("efter helgen", "2026-02-16"),
        ("i mitten av nästa vecka", "2026-02-18"),
        ("inom två veckor", "2026-02-26"),
        ("innan mars är slut", "2026-03-31"),
        ("när vi har slutat här", "2026-02-12"),
        ("så fort mötet är slut", "2026-02-12"),
        ("nästa vecka, senast på onsdag", "2026-02-18"),
        ("hinner du det nästa vecka? Ja, innan fredag", "2026-02-20"),
        ("den här veckan eller nästa, på tisdag", "2026-02-17"),
        ("före månadens slut, så ni får det på fredag", "2026-02-13"),
        ("direkt efter mötet", "2026-02-12"),
        ("dagen före nästa träff", "2026-03-18"),
        ("veckan innan nästa möte", "2026-03-12"),
        ("på skärtorsdagen", "2026-04-02"),
        ("innan skärtorsdagen", "2026-04-01"),
        ("före påsk", "2026-04-02"),
        ("innan midsommar", "2026-06-18"),
        ("före jul", "2026-12-23"),
        ("by Friday", "2026-02-13"),
        ("in two weeks", "2026-02-26"),
        ("tomorrow", "2026-02-13"),
        ("kanske inte idag, men innan månadsskiftet", "2026-02-28"),
        ("den artonde mars är jag borta, säg den nittonde", "2026-03-19"),
        ("den artonde mars? Nej, den nittonde mars", "2026-03-19"),
        ("två dagar innan nästa träff", "2026-03-17"),
        ("dagen efter nästa träff", "2026-03-20"),
        ("två veckor efter påsk", "2026-04-17"),
        ("veckan före påsk", "2026-03-27"),
        ("fredagen efter påsk", "2026-04-10"),
        ("en vecka innan den tjugonde mars", "2026-03-13"),
        ("nämnden möts på tisdag, så ni får det dagen efter", "2026-02-18"),
        ("nämnden har möte den tionde mars, och jag skickar det dagen därpå", "2026-03-11"),
        ("den tolfte mars, och jag återkopplar dagen efter, säg måndagen den sextonde", "2026-03-16"),
        ("senast den sextonde april, för tekniken vill ha dom veckan innan", "2026-04-16"),
        ("fredag om fjorton dagar", "2026-02-27"),
        ("nästnästa vecka", "2026-02-27"),
        ("om en och en halv vecka", "2026-02-22"),
        ("om ett par veckor", "2026-02-26"),
        ("ge mig två veckor", "2026-02-26"),
        ("en vecka så har jag ett pris", "2026-02-19"),
        ("om två månader", "2026-04-12"),
        ("i helgen", "2026-02-15"),
        ("veckan ut", "2026-02-13"),
        ("första måndagen i mars", "2026-03-02"),
        ("sista fredagen i mars", "2026-03-27"),
        ("den siste mars", "2026-03-31"),
        ("mars månad ut", "2026-03-31"),
        ("innan året är slut", "2026-12-31"),
        ("i mitten av månaden", "2026-02-15"),
        ("i slutet av nästa månad", "2026-03-31"),
        ("den femte i nästa månad", "2026-03-05"),
        ("till femtonde", "2026-02-15"),
        ("under morgondagen", "2026-02-13"),
        ("på måndag, jag är ledig i morgon", "2026-02-16"),
        ("torsdag nästa vecka, i morgon är jag på kurs", "2026-02-19"),
        ("i morgon när jag är på kontoret", "2026-02-13"),
        ("fredag om två veckor, så hinner ni läsa före påsk", "2026-02-27"),
        ("på tisdag, dom har möte på onsdag", "2026-02-17"),
        ("jag tar med dom nästa gång", "2026-03-19"),
        ("by the end of March", "2026-03-31"),
        ("on Monday the second of March", "2026-03-02"),
        ("the twenty-third of March", "2026-03-23"),
        ("till nästa gång vi ses", "2026-03-19"),
        ("inför, nej, till nästa träff", "2026-03-19"),
        ("senast till första advent", "2026-11-29"),
        ("torsdagen före höstlovet", "2026-10-22"),
        ("det gör jag med detsamma", "2026-02-12"),
        ("jag skriver in det innan vi slutar", "2026-02-12"),
        ("om fjorton dar", "2026-02-26"),
        ("nu i helga", "2026-02-15"),
        ("på tisdan", "2026-02-17"),
        ("till veckan", "2026-02-20"),
        ("så snart mötet är slut", "2026-02-12"),
        ("årets slut", "2026-12-31"),
        ("före mars", "2026-02-28"),
        ("tills vi ses", "2026-03-19"),
        ("in a couple of days", "2026-02-14"),
        ("in a fortnight", "2026-02-27"),
        ("jag tar upp det på tisdag, då sitter vi ändå ihop", "2026-02-17"),
        ("i morgon före lunch", "2026-02-13"),
        ("innan jag går hem i morgon", "2026-02-13"),
        ("nu i lunchen", "2026-02-12"),
        ("redan under mötet", "2026-02-12"),
        ("till marsträffen", "2026-03-19"),
        ("ni har den när vi ses", "2026-03-19"),
        ("före lucia, alltså fredagen innan", "2026-12-11"),
        ("nämnden möts den tionde mars, ni får det dagen efter nämnden", "2026-03-11"),
        ("vecka nio är det sportlov, så fredagen före lovet", "2026-02-20"),
        ("onsdagen den femtonde", "2026-04-15"),
        ("fredagen före, den tjugofjärde", "2026-04-24"),
        ("du får den i april, den fjortonde ungefär", "2026-04-14"),
        ("i kväll blir det inte, men på måndag", "2026-02-16"),
        ("vecka tolv, tisdagen den veckan", "2026-03-17"),
        ("den syttonde", "2026-02-17"),
        ("inte nu på fredag utan nästa", "2026-02-20"),
        ("på onsdag, inte i morgon alltså utan den efter", "2026-02-25"),
        ("tio dagar efter Vasaloppet", "2026-03-11"),
        ("till nobeldagen", "2026-12-09"),
        ("alla hjärtans dag", "2026-02-14"),
        ("tjugondag Knut", "2027-01-13"),
        ("veckan efter nationaldagen", "2026-06-12"),
        ("de har semester i, ja, halva november, den femtonde", "2026-11-15"),
        ("jag frågar på väg hem", "2026-02-12"),
        ("hon är tillbaka på tisdag, då ringer jag henne", "2026-02-17"),
        ("före julafton är de uppe", "2026-12-23"),
        ("inte den här fredagen utan nästa", "2026-02-20"),
        ("onsdagen efter sportlovet", "2026-03-04"),
        ("fredagen före sportlovet", "2026-02-20"),
        ("i april blir den klar", "2026-04-30"),
        ("det blir i mars någon gång", "2026-03-31"),
        ("jag går förbi på väg hem på fredag", "2026-02-13"),
        ("på väg hem", "2026-02-12"),
        ("innan jag kliver av tåget", "2026-02-12"),
        ("innan jag stämplar ut", "2026-02-12"),
        ("före nästa helg, med fredag som sista dag", "2026-02-13"),
    ],
)
def test_a_day_is_understood(said: str, expected: str) -> None:
    assert due(said, TODAY, NEXT) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "said",
    [
        "efter påsk",
        "tidigast den femte mars",
        "från och med den första mars",
        "i morgon är jag på kurs",
        "efter nästa träff",
        "kallelsen till nästa träff",
        "i fredags",
        "i dagvattnet",
        "mitt i natten rusade dom",
        "i dagsläget",
        "skottdagen",
        "varje tisdag klockan åtta",
        "det är en torsdag",
        "på tisdagarna",
        "tack för idag",
        "inte före sportlovet",
        "den andra frågan",
        "en timme i veckan",
        "två gånger i veckan",
        "fredag eftermiddag, varje vecka",
        "första måndagen i varje månad",
        "fredag den trettonde är ju för snabbt",
        "kaffet är slut",
        "det första är triaderna",
        "den tredje kommunen",
        "andra, alltså",
        "31 april",
        "den 32 mars",
        "12/13",
        "vecka 60",
        "två tusen tjugotvå",
        "den 12 januari",
        "1-2 personer",
        "kl 9-12",
        "det tar mellan två och tre månader",
        "ring 023-123 45",
    ],
)
def test_what_is_no_day_to_come_is_none(said: str) -> None:
    assert due(said, TODAY, NEXT) is None


@given(st.text())
def test_anything_at_all_can_be_searched_for_dates_and_times(text: str) -> None:
    mentions(text, TODAY)
    first_time(text)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("klockan tretton", time(13)),
        ("klockan tretton och trettio", time(13, 30)),
        ("nio till tolv", time(9)),
        ("kl 9–12", time(9)),
        ("kl. 09.30", time(9, 30)),
        ("13:15", time(13, 15)),
        ("halv tio", time(9, 30)),
        ("kvart över ett", time(13, 15)),
        ("kvart i nio", time(8, 45)),
        ("ett till halv fyra", time(13)),
        ("tio i tio till tjugo över två", time(9, 50)),
        ("fem över nio", time(9, 5)),
        ("nio te tolv", time(9)),
        ("nie till tolv", time(9)),
        ("tiden blir till nio till tolv", time(9)),
        ("den nittonde mars, nio till halv tolv", time(9)),
        ("at ten", time(10)),
        ("vi börjar tio och äter lunch ihop", time(10)),
        ("de börjar två projekt", None),
        ("tretton och femton", time(13, 15)),
        ("till halv fyra, så att vi hinner hem", None),
        ("sluttid klockan sexton", None),
        ("inte före kvart över ett", None),
        ("inte halv nio, men halv tio", time(9, 30)),
        ("om det inte är halv tio", None),
        ("den nittonde mars", None),
        ("12 personer", None),
        ("2026-03-19", None),
        ("25:70", None),
    ],
)
def test_a_time_of_day_is_understood(said: str, expected: time | None) -> None:
    assert first_time(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nio då.", [time(9)]),
        ("Tio, men vi slutar kvart i tolv.", [time(10), time(11, 45)]),
        ("Nio som vanligt, och så slutar vi tolv.", [time(9)]),
        ("Nio kommuner, och två till.", []),
        ("Och då tio, så hinner man?", [time(10)]),
        ("Ett är bra.", [time(13)]),
        ("Ska vi säga tio?", [time(10)]),
        ("Kan vi inte börja nio, så man hinner hem?", [time(9)]),
        ("Då blir det nio kommuner.", []),
        ("Tio, okej.", [time(10)]),
        ("Men då kör vi tio, så hinner du.", [time(10)]),
    ],
)
def test_a_number_is_an_hour_where_one_is_spoken_of(said: str, expected: list[time]) -> None:
    assert [each.time for each in hours(said)] == expected


@pytest.mark.parametrize("day", ["2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2285-03-22"])
def test_easter(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


def test_midsummer_eve_is_a_friday() -> None:
    assert [midsummer_eve(year).day for year in (2024, 2025, 2026, 2027)] == [21, 20, 19, 25]
