"""Who does what was noted, and by when: told by the promise it makes, or that is made close to it."""

from datetime import date

import pytest

from knowledge.meetings.actions import actions, dated, handed, owned, tasks
from knowledge.meetings.documents import read_text
from knowledge.meetings.joining import promised
from knowledge.meetings.model import Candidate
from knowledge.meetings.naming import named_days, named_till_next
from knowledge.meetings.noting import Noted
from knowledge.meetings.people import is_room
from knowledge.meetings.speech import talk
from knowledge.meetings.utterances import utterances
from knowledge.meetings.weights import HAND, OWNER, weights

SPEAKERS = {"A": "Anna Ek", "B": "Bo Falk", "C": "Cia Lund", "R": "Konferensrum Runn"}
TODAY = date(2026, 2, 12)  # a Thursday
NEXT_MEETING = date(2026, 3, 19)
NOTED = "* "
SMALL_TALK = "A: Det är inte så lätt att veta. / B: Nej. / C: Vi har sett det förut. / A: Ja. / B: Så är det. / A: Hm."


def told(turns: str) -> list[Candidate]:
    """The actions of turns set apart by slashes; what is noted as one begins with a star: *B: * Jag bokar salen.*"""
    spoken = [each.split(": ", 1) for each in f"{SMALL_TALK} / {turns}".split(" / ")]
    lines = [
        f"[{number // 60:02}:{number % 60:02}] {SPEAKERS[who]}: {said.removeprefix(NOTED)}"
        for number, (who, said) in enumerate(spoken)
    ]
    said = talk(read_text("\n".join(lines)))
    noted = [Noted(each, 1.0) for each in utterances(said) if spoken[each.sentences[0].line][1].startswith(NOTED)]
    named = named_till_next(named_days(said, TODAY), said, TODAY, NEXT_MEETING)
    agreed = promised(said)
    held = owned(tasks(noted, agreed, said), said, weights()[OWNER])
    found = handed(held, agreed, said, named, weights()[HAND])
    return actions(dated(found, said, named, weights()), said)


@pytest.mark.parametrize(
    ("turns", "day"),
    [
        # what its owner says later counts before the day another said
        (
            "A: Kan du skriva ett brev till nämnden, Bo? / A: De möts den nionde mars. / B: * Det gör jag. / "
            "B: Brevet får du den tjugosjätte februari.",
            date(2026, 2, 26),
        ),
        # taken back by its owner, before another goes on with a day of something else
        (
            "A: Kan du göra en mall, Bo? / B: * Jag tar mallen. / A: När kan den vara klar? / B: Den trettonde mars. / "
            "B: Nej förresten, då är jag ledig. / B: Säg onsdagen efter, den artonde. / C: Och alla skickar sina "
            "siffror till den tionde april då?",
            date(2026, 3, 18),
        ),
        # the week is asked for, the weekday answered
        (
            "A: Vem ringer skolan? / B: * Jag kan ringa skolan. / A: Hinner du det nästa vecka? / B: Jadå, på torsdag.",
            date(2026, 2, 19),
        ),
        # in the week of a day that another named
        (
            "C: Jag skickar utkastet tisdag den tredje mars. / B: * Då läser jag det samma vecka, ni har det på "
            "fredagen.",
            date(2026, 3, 6),
        ),
        ("C: Jag skickar utkastet tisdag den tredje mars. / B: * Jag läser det samma vecka.", date(2026, 3, 6)),
        ("C: Jag skickar utkastet tisdag den tredje mars. / B: * Jag lägger ut det samma dag.", date(2026, 3, 3)),
        # the meeting at which it is done was named before it
        (
            "A: Kan någon lyfta det i styrgruppen? / B: Jag sitter i den. / B: Vi har möte den fjärde mars. / "
            "B: * Jag lyfter frågan där.",
            date(2026, 3, 4),
        ),
        # it is told when they meet, and what is done counts from that
        (
            "B: De sammanträder den nionde mars. / B: * Dagen efter vet jag, och då skickar jag er ett par rader. / "
            "A: Den tionde, då.",
            date(2026, 3, 10),
        ),
        ("A: Ska vi höras om det? / B: I morgon åtta. / B: * Jag ringer dig.", date(2026, 2, 13)),
        ("A: Har du kvar ritningen? / B: * Jag lägger den i kanalen på rasten.", TODAY),
        ("A: Får vi den? / B: * I send it over, give me två veckor.", date(2026, 2, 26)),
        ("A: Får vi offerten? / B: * Ja, int idag. / B: Men på måndag.", date(2026, 2, 16)),
        # the same day in other words
        (
            "A: När får vi brevet, Bo? / B: * Mitten på mars? / B: Den femtonde. / A: Bra.",
            date(2026, 3, 15),
        ),
        ("A: Får vi offerten? / B: * Jag skickar den denna månaden.", date(2026, 2, 28)),
        (
            "A: Kan du hämta pärmen, Bo? / B: * Jag kan hämta den på, vad är det idag, torsdag, jag kan på måndag.",
            date(2026, 2, 16),
        ),
    ],
)
def test_its_day_is_what_its_owner_says_of_it(turns: str, day: date) -> None:
    [action] = told(turns)
    assert (action.owner, action.due) == ("Bo Falk", day)


@pytest.mark.parametrize(
    ("turns", "owner"),
    [
        # who only asked for something else just before promises this
        ("B: Kan du boka salen, Cia? / C: Ja, det gör jag. / B: * Då skriver jag inbjudan.", "Bo Falk"),
        # another asks for more in between
        (
            "C: Jag ringer skolan på måndag. / A: Går det att få ett underlag också? / C: * Det är möjligt.",
            "Cia Lund",
        ),
        # it does not change hands by being done for all
        (
            "C: Jag ringer hotellet om rummen. / A: Bo, håller du ett rum åt oss? / B: Jag gör det. / "
            "C: * Och då hör jag vad rummen kostar.",
            "Cia Lund",
        ),
        # told with the whole name
        ("A: * Då sammanfattar jag, Cia Lund skickar mallen den tjugonde mars.", "Cia Lund"),
        # for all, but not by all
        ("C: * Alla får mallen på måndag, jag skickar den.", "Cia Lund"),
        # by whoever it concerns
        ("A: * Ni som har avtal, skicka dem till Bo senast den tjugonde mars.", "alla"),
        # all are asked for it
        ("A: * Varenda kommun mejlar mig ett namn. / A: Senast den tjugonde mars.", "alla"),
        ("A: * Så fyller allihop i, till den tjugonde mars.", "alla"),
        ("A: * Allihop skriver sin rad i dokumentet, till den tjugonde mars.", "alla"),
        ("A: * En hemläxa för envar, fem rader till mig senast den tjugonde mars.", "alla"),
        ("A: * Då ber jag er alla om siffran till den tjugonde mars.", "alla"),
        ("A: * Ni får höra av er allihop, till den tjugonde mars.", "alla"),
        ("A: * Jag vill ha en siffra från var och en till den tjugonde mars.", "alla"),
        ("A: * Jag ber därför samtliga läsa utkastet till den tjugonde mars.", "alla"),
        ("A: * Då vill jag ha varenda kommuns karta, till den tjugonde mars.", "alla"),
        ("A: * På fredag den tjugonde mars ska allas svar ligga hos mig.", "alla"),
        # all of something is not everybody
        ("B: * Jag gör en tidplan med alla stegen till den tjugonde mars.", "Bo Falk"),
        # nor is what is not of all
        ("C: Vet du vilka? / B: * Int alla. Men jag kan göra en lista på vilka som har.", "Bo Falk"),
        # laid on all, though another counts out the day
        (
            "A: * Hemläxa till varenda kommun, ni berättar för mig vem som är er kontakt. Om fjorton dagar vill jag ha "
            "namnen. / C: Torsdag den tjugosjätte. / A: Den tjugosjätte.",
            "alla",
        ),
        # who is asked when answers for it
        (
            "B: Men jag kan hålla i pennan. / A: När tror du, Bo? / B: * Före påsk vill jag ha det ur vägen. / "
            "A: Den fjärde april är påskafton.",
            "Bo Falk",
        ),
        # two do it
        ("B: * Cia och jag ritar kartan till den tjugonde mars.", "Bo Falk, Cia Lund"),
        # somebody who is not there
        (
            "B: Kerstin Wallgren hos oss, hon hälsade. / B: * Hon skriver en sida om reservkraft till den femte mars.",
            "Kerstin Wallgren",
        ),
        # told of by whoever had word from them
        ("A: Mikaela, som inte är här. / A: Hon mejlade. / A: * Hon tar fram en ordlista till sista mars.", "Mikaela"),
        ("A: Jag har en sak från Marianne. / A: * På onsdag ringer hon länsstyrelsen om tillsynen.", "Marianne"),
        ("A: * Johan sa i går att han skriver om årsplanen, klar sista mars.", "Johan"),
        ("A: * Annelie Grop lämnar den till oss den fjortonde mars.", "Annelie Grop"),
        ("A: Men Lars Östman hälsar. / A: Han ringde. / A: * Han lägger ut filmen på torsdag.", "Lars Östman"),
        ("C: Min kollega Sven-Inge har en bättre. / C: * Han lägger ut den på måndag, jag ber honom.", "Sven-Inge"),
        (
            "B: Maja Rask på vår enhet kan det. / B: * Maja Rask på vår enhet ritar in det till den femte mars.",
            "Maja Rask",
        ),
        ("B: * Maja Rask kommer med siffrorna den femte mars.", "Maja Rask"),
        # told in their own words, or of what is to come from them
        (
            'A: Lisbet Orre mejlade mig i morse. / A: * "Hälsa dem att de får kartan av mig den tredje mars."',
            "Lisbet Orre",
        ),
        ("A: Jag pratade med Stina i går. / A: * Ni får avtalen av henne på måndag.", "Stina"),
        # all do it, though the speaker does something then
        ("A: * Alla rapporterar till mig den femte mars, så jag hinner räkna.", "alla"),
        ("A: Vecka tolv, räcker det? / B: Det räcker. / A: * Vecka tolv har alla skickat.", "alla"),
        ("A: Kalendern är tom. / A: * Snälla rara, allesammans lägger in sina datum på måndag.", "alla"),
        # what opens a sentence is no name
        ("A: Var det allt? / B: * Minnesanteckningarna skriver jag ut i kväll.", "Bo Falk"),
        ("A: Ann-Sofie är bra. / B: * Henne skriver jag till i morgon.", "Bo Falk"),
        # but what all may have is not done by all
        ("B: * Jag brukar göra en lista. Alla kommuner kan få den, jag behöver några dagar. På måndag.", "Bo Falk"),
        # a question for the day is no yes
        (
            "A: Vem skriver utkastet? / B: * Det är väl jag som får göra det. / C: Jag kan vara med och läsa. / "
            "A: Och till när?",
            "Bo Falk",
        ),
    ],
)
def test_its_owner_is_who_promises_it(turns: str, owner: str) -> None:
    assert [each.owner for each in told(turns)] == [owner]


@pytest.mark.parametrize(
    ("turns", "owner"),
    [
        # asked for a name
        ("R: Ulla. / R: Det vore bra. / R: * Jag gör en lista. / A: Namn? / R: Ja just det, Maja.", "Maja"),
        ("R: * Jag ringer staten och frågar. / A: Vem var det som sa det? / R: Det var Rolf.", "Rolf"),
        # the name is all they say
        ("A: Då behöver Tore hjälp. / R: Tore. / R: * Jag räknar ihop larmen.", "Tore"),
        ("R: Det är Lisa. / R: Vi har inget sådant. / A: Skriv en rad. / R: * Jag ska skriva en rad.", "Lisa"),
        ("R: * Ja, jag kan leta fram det på måndag. / R: Katarina alltså. / A: Bra.", "Katarina"),
        ("R: * Jag, alltså Gudrun, gör sammanställningen till måndag.", "Gudrun"),
        ("R: Håkan Wester är det som har nyckeln, det är jag. / R: * Jag letar fram den på måndag.", "Håkan Wester"),
        ("R: Då är det Johan Pihl med. / R: Johan Pihl. / R: * Jag hör av mig till er på måndag.", "Johan Pihl"),
        ("R: Den ligger i min dator, säger Ulla. / R: * Jag mejlar den på måndag.", "Ulla"),
        ("R: * Det är Gunilla, jag ringer dem på måndag.", "Gunilla"),
        ("R: Johan Pihl här. / R: * Jag hör av mig till er på måndag.", "Johan Pihl"),
        ("R: Det är Kjell, alltså. / R: * Jag ringer dem på måndag.", "Kjell"),
        # called by it some sentences later
        (
            "R: * Jag kan köra ett prov i helgen. / A: Och då har vi svaret. / R: På måndag. / R: Då har jag räknat. / "
            "A: På måndag, Kjell Åsberg.",
            "Kjell Åsberg",
        ),
        # a day is no name
        ("R: Onsdag alltså. / R: * Jag ringer dem på måndag.", "Konferensrum Runn"),
        # all of them do what *we* do, whoever says it
        ("R: Kajsa här. / R: Domen är offentlig. / R: * Vi lägger ut den på måndag.", "Konferensrum Runn"),
        ("A: Jorunn, kan ni skicka länken? / R: * Den skickar vi härifrån på måndag.", "Konferensrum Runn"),
        ("R: * Vi lägger ut den på måndag. / A: Vem ska jag skriva? / A: Namn? / R: Maja.", "Maja"),
        ("R: Kajsa här. / R: * Vi har domen, och jag lägger ut den på måndag.", "Kajsa"),
        # one in the room asks another
        ("R: Tore, du som kan det där, kan inte du lägga upp dem? / R: * Jo, det kan jag.", "Tore"),
    ],
)
def test_a_room_has_names(turns: str, owner: str) -> None:
    assert [each.owner for each in told(turns)] == [owner]


@pytest.mark.parametrize(
    ("speaker", "is_one"),
    [
        ("Konferensrum Runn", True),
        ("Brandstation Falun", True),
        ("Orsa kommun", True),
        ("Borlänge", True),
        ("Anna Ek (Leksands kommun)", False),
        ("Bo Falk", False),
    ],
)
def test_a_room_is_told_from_a_person(speaker: str, is_one: bool) -> None:
    assert is_room(speaker) is is_one


@pytest.mark.parametrize(
    "turns",
    [
        "B: Anna, det där med elbolaget, jag är bortrest då. / A: Vem kan ringa i stället? / C: Det gör jag. / "
        "B: Tack, Cia.",
        "B: Du Anna, elbolaget, det går inte, jag blir opererad. Är det någon annan som kan? / C: Jag kan ringa dem. / "
        "B: Tack, snälla du.",
        "B: Det där med elbolaget hinner jag inte, jag ska opereras. Kan någon annan ta det? / C: Det gör jag.",
    ],
)
def test_what_another_takes_over_is_theirs(turns: str) -> None:
    [action] = told(f"A: Vem frågar elbolaget? / B: * Jag ringer elbolaget på måndag. / {SMALL_TALK} / {turns}")
    assert (action.owner, action.due) == ("Cia Lund", date(2026, 2, 16))


def test_what_another_does_too_is_not_taken_over() -> None:
    first, second = told(
        f"A: Vem frågar elbolaget? / B: * Jag ringer elbolaget på måndag. / {SMALL_TALK} / A: Och kartan? / "
        "C: * Jag ritar kartan till på tisdag. / B: Tack."
    )
    assert (first.owner, second.owner) == ("Bo Falk", "Cia Lund")


def test_what_only_says_by_when_is_the_day_of_the_promise_before_it() -> None:
    [action] = told(
        "A: Vem håller i pennan? / B: * Jag skriver ett utkast. / B: * Slutet av februari? / C: Då är jag borta. / "
        "C: Kan vi säga den femte mars, så hinner alla läsa? / B: * Den femte, ja."
    )
    assert (action.owner, action.due) == ("Bo Falk", date(2026, 3, 5))


def test_what_is_laid_on_others_is_another_action() -> None:
    first, second = told("B: * Jag gör en mall till måndag. / A: * Alla fyller i den till den sjätte mars.")
    assert (first.owner, first.due) == ("Bo Falk", date(2026, 2, 16))
    assert (second.owner, second.due) == ("alla", date(2026, 3, 6))
