"""What is told of somebody who is not there: what they have said that they will do is theirs."""

import pytest

from knowledge.meetings.model import Kind
from tests.knowledge.meetings.talks import AROUND, said


@pytest.mark.parametrize(
    ("turns", "owner"),
    [
        # they told somebody that they will
        (
            "B: Jag pratade med Karin Vall i går. / B: Hon sitter på avtalen, hela högen. / B: Hon hälsade att hon "
            "lägger upp dem i mars.",
            "Karin Vall",
        ),
        (
            "B: Marit Sköld är inte här i dag. / B: Jag frågade henne i hissen och hon sa att hon gärna håller kursen "
            "den femte mars.",
            "Marit Sköld",
        ),
        (
            "B: Björn Tillman i Vansbro är inte här. / B: Jag pratade med honom igår. / B: Han lovade att vi får "
            "avtalet innan mars är slut.",
            "Björn Tillman",
        ),
        ("B: Gunnel Ström kunde inte komma. / B: Men hon bad mig hälsa att hon ritar in vägarna.", "Gunnel Ström"),
        ("B: Šefika Begić kunde inte komma. / B: Men hon bad mig hälsa att hon ritar in vägarna.", "Šefika Begić"),
        (
            "B: Johan sa i går, det skrev han i mejlet, att han gör om planen. / C: Ja, Johan är pigg igen.",
            "Johan",
        ),
        (
            "B: Øyvind sa i går, det skrev han i mejlet, att han gör om planen. / C: Ja, Øyvind är pigg igen.",
            "Øyvind",
        ),
        # somebody was in touch with them, and tells what they will do
        (
            "B: Ingela Post kunde inte komma, men jag pratade med henne i går. / C: Synd. / B: Hon ska skriva in "
            "reservkraften i deras plan i mars.",
            "Ingela Post",
        ),
        (
            "B: Jag har hört av min kollega Jerker. / C: Jaså? / B: Jag pratade med honom i morse, och han skickar "
            "provsvaren till dig nu på fredag.",
            "Jerker",
        ),
        # by name, with a day
        ("B: Margareta Holm skickar avtalet till er fredag i nästa vecka.", "Margareta Holm"),
        ("B: Vår kommunikatör, Emine Öz, har en mall. / B: Då skickar Emine den på fredag.", "Emine"),
        ("B: Alltså, Gunnel Hjort hos oss lämnar ett exempel på måndag.", "Gunnel Hjort"),
        # what opens the sentence is no part of it
        (
            "B: Vår geolog, Lena Skog, vet. / A: Kan Lena skriva ner det? / B: Hon skriver en sida till måndag, jag "
            "lovar å hennes vägnar.",
            "Lena Skog",
        ),
        # on whose behalf it is promised
        (
            "B: Det är Lars Tysk på mark som har den. / B: Han får lov att skicka den till er i övermorgon, "
            "jag lovar å hans vägnar.",
            "Lars Tysk",
        ),
        # whoever is to ask them tells of it
        ("B: Margit har bra exempel, Margit är noga. / B: Hon plockar fram tre, jag säger till henne.", "Margit"),
        # read out
        ("B: Här är Rut Alm också, hon skrev. / B: Jag läser. / B: Kartan skickar jag på måndag.", "Rut Alm"),
    ],
)
def test_what_somebody_absent_said_they_will_do_is_theirs(turns: str, owner: str) -> None:
    found = said(f"{AROUND[3:]} / {turns}{AROUND}").of(Kind.ACTION)
    assert [each.owner for each in found] == [owner]


def test_whoever_calls_somebody_away_does_it() -> None:
    turns = "B: Pia Rost på Arbetsförmedlingen, jag pratade med henne i går. / B: Jag ringer hon, det är inga problem."
    assert [each.owner for each in said(f"{AROUND[3:]} / {turns}{AROUND}").of(Kind.ACTION)] == ["Bo Falk"]


@pytest.mark.parametrize(
    "turns",
    [
        # only how they are
        "B: Karin Vall kunde inte komma. / B: Hon skrev att hon är förkyld.",
        "B: Jag pratade med Karin Vall. / B: Hon sa att hon tycker om förslaget.",
        # nobody is named
        "B: Hon skrev att hon kommer.",
        # a place
        "B: Jag åkte till Kreta. / B: Han skrev att han blev sen.",
    ],
)
def test_what_is_only_told_of_them_is_nothing_to_do(turns: str) -> None:
    assert said(f"{AROUND[3:]} / {turns}{AROUND}").of(Kind.ACTION) == ()
