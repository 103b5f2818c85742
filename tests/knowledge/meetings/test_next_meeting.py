"""The next meeting, said in pieces and by several people; what tells for its parts is learnt from other talks."""

from datetime import time

import pytest

from knowledge.meetings.model import NextMeeting
from tests.bench.meetings import OWN, load, mark
from tests.knowledge.meetings.talks import said

BEFORE = "A: Det är inte så lätt att veta. / C: Nja. / D: Vi har sett det förut. / A: Okej. / " * 8
AFTER = " / A: Tack för idag. / B: Hej då."


def settled(turns: str) -> NextMeeting:
    found = said(f"{BEFORE}{turns}{AFTER}").next_meeting
    assert found
    return found


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (
            "A: Vi ska ha en träff till före påsk. / B: Kan vi ta tisdagen den tjugofjärde mars? / A: Ja, den "
            "tjugofjärde mars, klockan tio. / C: Vi kan vara värdar i Mora. / A: Härligt. Då pratar vi om "
            "vatten och avlopp.",
            ("2026-03-24", "10:00", "Mora", "vatten och avlopp"),
        ),
        (
            "A: Träffen i mars är den nittonde, klockan nio, och då är vi i Orsa. På dagordningen står grön el.",
            ("2026-03-19", "09:00", "Orsa", "grön el"),
        ),
        (
            "A: Nästa nätverksträff är inställd, så vi ses i april i stället. Onsdag den femtonde april "
            "klockan ett, digitalt. Tema trygghet.",
            ("2026-04-15", "13:00", "Teams", "trygghet"),
        ),
        (
            "A: Då återstår bara nästa träff. Den är redan spikad, tisdagen den sjuttonde mars, nio till "
            "elva. / C: Och platsen är Rättvik? / A: Ja, Rättvik. Temat är kulturens roll.",
            ("2026-03-17", "09:00", "Rättvik", "kulturens roll"),
        ),
        (
            "A: Nu kalendern. Nästa möte blir i Orsa den tjugofjärde mars. / B: Vilken tid? / A: Från nio "
            "till lunch. Henrik från länsstyrelsen kommer och pratar om vattendomar.",
            ("2026-03-24", "09:00", "Orsa", "vattendomar"),
        ),
        (
            "A: När kan ni i mars? / B: Tjugofemte. / C: Funkar här. / A: Tjugofemte mars. / D: Ett går bra "
            "för mig. / A: Vid ett. / D: Var håller vi hus? / C: Ni kan få vara i vårt stadshus, i Ludvika. / "
            "A: Tack. Vi viker den gången åt bygdens föreningar.",
            ("2026-03-25", "13:00", "Ludvika", "bygdens föreningar"),
        ),
        (
            "A: Sista punkten är när vi träffas igen. Vi brukar ju ha andra torsdagen i månaden, det är den "
            "tolfte mars. / B: Jag kan bara eftermiddag. / A: Klockan fjorton? / B: Perfekt, klockan fjorton. / A: "
            "Och det är Ludvikas tur att ta emot. / C: Det stämmer. Vi håller till i Folkets hus. / A: Vad vill ni ha "
            "på dagordningen? / D: Vindkraften. Det är så mycket frågor om den. / A: Då tar vi vindkraft.",
            ("2026-03-12", "14:00", "Ludvika, Folkets hus", "vindkraft"),
        ),
        (
            "A: Ja du, när får ni se mig igen då. Den artonde mars, säger kalendern. / D: Det är bra. / A: "
            "Kvart över nio, då hinner alla lämna på dagis. / B: Var då? / A: Jag bjuder hem er till Leksand. "
            "Kulturhuset står tomt. / C: Och vad ska vi fundera på till dess? / A: Besöksnäringen, hur vi får "
            "den att bära hela året.",
            ("2026-03-18", "09:15", "Leksand, Kulturhuset", "Besöksnäringen"),
        ),
        (
            "A: Vi behöver ett datum till. / C: Tjugofjärde mars? / A: Tjugofjärde mars. Förmiddag, halv nio. "
            "/ B: Vi kan ta det här på skärmen. / A: På skärmen. Och så lovade vi länsstyrelsen en timme om "
            "artskydd. / D: Just det, fladdermössen. / A: Så artskydd är det. / D: Ska vi läsa något innan? / "
            "A: Jag skickar en länk.",
            ("2026-03-24", "08:30", "Teams", "artskydd"),
        ),
    ],
)
def test_the_next_meeting_is_put_together(turns: str, expected: tuple[str, ...]) -> None:
    found = settled(turns)
    assert (str(found.date), f"{found.time:%H:%M}", found.place, found.theme) == expected


def test_what_is_not_said_is_left_open() -> None:
    found = settled("A: Nästa träff då. Torsdag den nittonde mars. / B: Det går bra. / C: Ja.")
    assert (str(found.date), found.time, found.place, found.theme) == ("2026-03-19", None, "", "")


@pytest.mark.parametrize(
    ("turns", "left"),
    [
        ("A: Var ska vi vara? / C: Kom till Mora. / D: Eller Orsa. / A: Då lämnar vi platsen öppen.", "place"),
        ("A: Vi låser inte platsen nu. Mora eller Orsa.", "place"),
        ("C: Mora kan. / A: Platsen lämnar vi öppen.", "place"),
        ("C: Kom till Mora. / A: Platsen får vara ett frågetecken så länge.", "place"),
        ("C: Kom till Mora. / A: Mora eller Orsa, vi säger inget om platsen i dag.", "place"),
        ("A: Var ska vi vara? / C: Mora eller Orsa. / A: Det låter vi vara osagt just nu.", "place"),
        ("A: Var ska vi vara? / C: Kom till Mora. / A: Kan platsen få vara öppen så länge?", "place"),
        ("B: Klockan nio. / C: Eller tio. / A: Då låter vi klockslaget vänta tills ni vet om tåget.", "time"),
        ("A: Temat är vatten. / C: Nja. / A: Temat lämnar vi.", "theme"),
        ("A: Temat är vatten. / C: Nja. / A: Temat får mogna tills vi ses.", "theme"),
        ("C: Kom till Mora. / A: Nej, platsen får vi lämna.", "place"),
        ("B: Klockan nio. / A: Klockslaget vill jag vänta med.", "time"),
        ("B: Nio eller efter ett? / B: Klockan nio. / A: Då spikar vi ingen tid nu.", "time"),
        ("A: Temat är vatten. / C: Nja. / A: Ämnet är inte bestämt.", "theme"),
        ("C: Kom till Mora. / A: Vi lämnar platsen tills vi vet mer.", "place"),
        ("C: Mora? / B: Eller Hedemora, vi har en ny sal. / A: Mora eller Hedemora får stå öppet.", "place"),
        ("C: I Mora? / B: Hellre i Falun. / A: Var vi ses får stå öppet.", "place"),
        ("C: I Mora? / B: Hellre i Falun. / A: Då låter vi det va öppet, om det blir Falun eller Mora.", "place"),
        ("C: I Mora? / B: Hellre i Falun. / A: Då får platsen vara öppen så länge.", "place"),
        ("C: Kom till Mora. / B: Eller Orsa. / A: Då bestämmer vi stället när vi vet mer, det får stå öppet.", "place"),
    ],
)
def test_what_they_say_is_open_is_left_so(turns: str, left: str) -> None:
    assert not getattr(settled(f"A: Nästa träff är torsdag den nittonde mars. / B: Det går bra. / {turns}"), left)


@pytest.mark.parametrize("opened", ["Då lämnar vi huset öppet.", "Lokalen får vara öppen så länge."])
def test_the_town_stands_where_only_the_house_is_left_open(opened: str) -> None:
    turns = "A: Nästa träff är torsdag den nittonde mars. / C: Kom till Mora. / A: Ja, Mora blir det, i Folkets hus. / "
    assert settled(f"{turns}C: Om det är ledigt. / A: {opened}").place == "Mora"


def test_a_fine_hall_is_no_farewell() -> None:
    turns = (
        "A: Nästa träff är torsdag den nittonde mars, klockan nio. / C: Brandstationen ha en fin sal. / A: I Mora, på "
        "brandstationen. / A: Och temat är krisinformation."
    )
    assert settled(turns).theme == "krisinformation"


def test_two_parts_are_left_open_at_once() -> None:
    turns = "A: Nästa träff är torsdag den nittonde mars. / C: Mora, klockan nio? / A: Tid och plats lämnar vi öppet."
    assert (settled(turns).time, settled(turns).place) == (None, "")


def test_what_is_said_beside_it_not_to_be_open_is_not() -> None:
    turns = (
        "A: Nästa träff är torsdag den nittonde mars, klockan nio. / C: I Mora? / A: Då får platsen vara öppen, "
        "tid har vi."
    )
    assert (settled(turns).time, settled(turns).place) == (time(9), "")


def test_what_is_settled_after_all_is_not_left_open() -> None:
    turns = (
        "A: Nästa träff är torsdag den nittonde mars. / A: Platsen återkommer vi till. / B: Det går bra. / A: Jo, vi "
        "är i Leksand, i kulturhuset."
    )
    assert settled(turns).place == "Leksand, kulturhuset"


def test_a_town_that_is_named_long_after_is_not_where_they_meet() -> None:
    turns = "A: Nästa träff är torsdag den nittonde mars. / C: Mora kan. / A: Platsen lämnar vi öppen. / "
    chat = "B: Det var en lång dag. / C: Ja. / D: Nu blir det kaffe. / " * 5
    assert not settled(f"{turns}{chat}A: Mora vinner på poäng.").place


def test_a_day_alone_is_that_of_the_month_they_speak_of() -> None:
    turns = (
        "A: Nästa träff blir i april. / B: Den sextonde? / C: Den sextonde är bra. / A: Då säger vi det, klockan nio."
    )
    assert str(settled(turns).date) == "2026-04-16"


def test_a_weekday_tells_which_month_a_day_is_of() -> None:
    turns = "B: I april är vi på mässa. / A: Nästa träff är torsdag den nittonde, klockan nio. / C: Det går bra."
    assert str(settled(turns).date) == "2026-02-19"


def test_a_host_invites_to_where_they_come_from() -> None:
    turns = (
        "C: Vi i Hedemora har ju ett eget kulturhus. / A: Då tar vi nästa träff. Den nittonde mars, klockan nio. "
        "Kan vi vara hos er, Cia? / C: Ja, vi är i kulturhuset."
    )
    assert settled(turns).place == "Hedemora, kulturhuset"


def test_what_is_said_once_they_part_is_not_about_it() -> None:
    turns = (
        "A: Nästa träff är den tolfte mars klockan nio i Mora. / C: Vad blir temat? / B: Skolskjutsar. / "
        "A: Skolskjutsar, så får det bli. / A: Tack allihop. / A: Bostäder, energi. / A: Vilken dag."
    )
    found = said(f"{BEFORE}{turns}").next_meeting
    assert found
    assert found.theme == "Skolskjutsar"


def test_they_do_not_part_where_an_offer_is_thanked_for() -> None:
    turns = (
        "A: Nästa träff är den tolfte mars. / A: Då tackar vi för erbjudandet och åker till Orsa. / A: Temat är vatten."
    )
    assert (settled(turns).place, settled(turns).theme) == ("Orsa", "vatten")


@pytest.mark.parametrize(("talks", "share"), [("short*", 0.9), ("end*", 0.65)])
def test_most_of_the_talks_are_understood_that_it_is_learnt_from(talks: str, share: float) -> None:
    marks = [mark(load(path)).next_meeting for path in sorted((OWN / "closings").glob(f"{talks}.vtt"))]
    assert marks.count("right") >= share * len(marks)
