"""The next meeting, said in pieces and by several people."""

import pytest

from tests.knowledge.meetings.talks import said


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
    ],
)
def test_the_next_meeting_is_put_together(turns: str, expected: tuple[str, ...]) -> None:
    found = said(f"{turns} / A: Tack för idag. / B: Hej då.").next_meeting
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
