"""Written notes are understood fully."""

from datetime import date, time

import pytest

from knowledge.meetings.documents import read, read_text
from knowledge.meetings.model import Candidate, Kind, NextMeeting, Understood
from knowledge.meetings.understand import understand
from tests.knowledge.documents.files import docx, paragraph, table

TODAY = date(2026, 2, 13)

NOTES = """\
# Nätverksträff 12 februari 2026

Närvarande: Karin, Anders, Helena

## Vad vi lärde oss
- Ett gemensamt startmöte sparar ett halvår
- **Beställ** inventeringen tidigt

## Beslut
1. Vi gör en gemensam checklista
2. Inget beslut om skrivelsen

Öppna frågor:
* Var går gränsen för sekretess?

VAD VI PRÖVAR HEMMA
• Mora testar ett startmöte

## Bostäder
- Flyttkedjor fungerar bara om det byggs

Nästa träff: torsdag 19 mars kl 9–12 i Leksand, kulturhuset. Tema: bostäder
"""


def understood(text: str) -> Understood:
    return understand(read_text(text), TODAY)


def texts(found: Understood, kind: Kind) -> list[str]:
    return [each.text for each in found.of(kind)]


def test_what_stands_under_a_heading_is_what_the_heading_says() -> None:
    found = understood(NOTES)
    assert found.certain
    assert texts(found, Kind.LEARNED) == ["Ett gemensamt startmöte sparar ett halvår", "Beställ inventeringen tidigt"]
    assert texts(found, Kind.DECISION) == ["Vi gör en gemensam checklista"]
    assert texts(found, Kind.QUESTION) == ["Var går gränsen för sekretess?"]
    assert texts(found, Kind.TRY) == ["Mora testar ett startmöte"]


def test_title_and_date_stand_at_the_top() -> None:
    found = understood(NOTES)
    assert (found.title, found.date) == ("Nätverksträff 12 februari 2026", date(2026, 2, 12))


def test_the_next_meeting_is_not_the_meetings_own_date() -> None:
    assert understood("Nästa träff: 19 mars 2026\nBeslut: vi ses igen").date is None


def test_the_next_meeting_has_day_time_place_and_theme() -> None:
    assert understood(NOTES).next_meeting == NextMeeting(date(2026, 3, 19), time(9), "Leksand, kulturhuset", "bostäder")


def test_a_heading_of_its_own_is_a_theme() -> None:
    [discussed] = [each for each in understood(NOTES).of(Kind.DISCUSSED) if each.theme]
    assert (discussed.theme, discussed.text) == ("Bostäder", "Flyttkedjor fungerar bara om det byggs")


def test_what_was_not_decided_is_no_decision_though_it_stands_there() -> None:
    assert "Inget beslut om skrivelsen" in texts(understood(NOTES), Kind.DISCUSSED)


def test_who_was_there_is_nothing_for_a_summary() -> None:
    assert not any("Anders" in each.text for each in understood(NOTES).candidates)


def test_a_word_before_a_colon_says_what_a_line_is() -> None:
    found = understood(
        "Beslut: vi gör en lista\nLärdom: börja tidigt\nÖppen fråga: vem betalar?\nHemuppgift: rita processen"
    )
    assert [each.kind for each in found.candidates] == [Kind.DECISION, Kind.LEARNED, Kind.QUESTION, Kind.TRY]


@pytest.mark.parametrize(
    ("line", "what", "owner", "due"),
    [
        ("Leksand: ordna lokal, senast 15 maj", "Ordna lokal, senast 15 maj", "Leksand", "2026-05-15"),
        ("Leksand, 15 maj: ordna lokal", "Ordna lokal", "Leksand", "2026-05-15"),
        ("Leksand, 15 maj", "Leksand, 15 maj", "Leksand", "2026-05-15"),
        ("Leksand ordnar lokal", "Ordnar lokal", "Leksand", None),
        ("Anders Nyqvist ska bjuda in Torsboda", "Bjuda in Torsboda", "Anders Nyqvist", None),
        ("Skicka mallen – Helena, 20 februari", "Skicka mallen", "Helena", "2026-02-20"),
        ("Skicka mallen (Helena)", "Skicka mallen", "Helena", None),
        ("Ta fram utkast (Jonas och Ulrika, 12/3)", "Ta fram utkast", "Jonas, Ulrika", "2026-03-12"),
        ("Uppdatera listan. Ansvarig: Emelie. Klart: 28 februari", "Uppdatera listan", "Emelie", "2026-02-28"),
        ("@Karin lägger ut anteckningarna på måndag", "Lägger ut anteckningarna på måndag", "Karin", "2026-02-16"),
        ("Alla lägger upp sin karta", "Lägger upp sin karta", "Alla", None),
        ("Skicka siffror till nästa träff", "Skicka siffror till nästa träff", "", "2026-03-19"),
        ("Kontakta Torsboda", "Kontakta Torsboda", "", None),
    ],
)
def test_an_action_has_an_owner_and_a_day_wherever_they_stand(
    line: str, what: str, owner: str, due: str | None
) -> None:
    [action] = understood(f"Att göra\n- {line}\nNästa träff: 19 mars").of(Kind.ACTION)
    assert (action.text, action.owner) == (what, owner)
    assert action.due == (date.fromisoformat(due) if due else None)


def test_a_table_with_who_what_and_when_is_actions() -> None:
    rows = table([["Vem", "Vad", "När"], ["Säter", "skicka siffror", "6/3"], ["Alla", "rita kartan", ""]])
    found = understand(read("möte.docx", docx(paragraph("Att göra", "Heading2"), rows)), TODAY)
    assert found.of(Kind.ACTION) == (
        Candidate(Kind.ACTION, "Skicka siffror", owner="Säter", due=date(2026, 3, 6)),
        Candidate(Kind.ACTION, "Rita kartan", owner="Alla"),
    )


def test_a_table_in_markdown_is_actions_too() -> None:
    [action] = understood("| Ansvarig | Åtgärd |\n|---|---|\n| Mora | Boka sal |").of(Kind.ACTION)
    assert (action.owner, action.text) == ("Mora", "Boka sal")


def test_prose_that_nobody_sorted_is_a_guess() -> None:
    found = understood(
        "Vi sågs i Falun\nVi beslutade att behålla grupperna.\nHur ska små kommuner ha råd?\nDet var kallt."
    )
    assert not found.certain
    assert texts(found, Kind.DECISION) == ["Vi beslutade att behålla grupperna."]
    assert texts(found, Kind.QUESTION) == ["Hur ska små kommuner ha råd?"]
    assert texts(found, Kind.DISCUSSED) == ["Det var kallt."]


def test_a_long_paragraph_is_taken_sentence_by_sentence() -> None:
    found = understood(
        "Anteckningar\n" + "Vi talade om bostäder och skolor i länet. " * 10 + "Vi beslutade att gå vidare."
    )
    assert texts(found, Kind.DECISION) == ["Vi beslutade att gå vidare."]
