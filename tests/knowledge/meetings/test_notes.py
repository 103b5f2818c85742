"""Written notes are understood fully."""

from datetime import date

import pytest

from knowledge.meetings.documents import read, read_text
from knowledge.meetings.model import Candidate, Kind, Understood
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


@pytest.mark.parametrize(
    "text",
    [
        "Nästa träff: 19 mars 2026\nBeslut: vi ses igen",
        "Nätverksträff\nNästa träff\n19 mars kl 9 i Mora",
        "Beslut: vi ses igen\nAtt göra: Leksand, 15 juni",
        "Träff\nVi beslutade att ses.\nLeksand bokar 15 juni.",
        "Träff\nLeksand bokar lokal till 15 juni.",
        "Träff\nMora inför e-arkiv 1 juni\nLeksand väntar.",
        "Träff\n\n| Vad | När |\n|---|---|\n| Skicka mallen | 1/2 |",
    ],
)
def test_another_day_is_not_the_meetings_own(text: str) -> None:
    assert understood(text).date is None


def test_a_day_without_a_year_is_the_last_one() -> None:
    assert understood("Träff 12 december\nBeslut: vi ses").date == date(2025, 12, 12)


def test_the_meetings_own_day_may_stand_with_its_place() -> None:
    found = understood("Nätverksträff\nNärvarande: Karin\nDatum: 12 februari\nPlats: Falun\n\nBeslut: vi ses på måndag")
    assert found.date == date(2026, 2, 12)
    assert [each.text for each in found.candidates] == ["Vi ses på måndag"]


def test_the_next_meeting_is_told_as_it_was_written() -> None:
    assert texts(understood(NOTES), Kind.NEXT) == [
        "Torsdag 19 mars kl 9–12 i Leksand, kulturhuset. Tema: bostäder",
    ]
    lines = ["Datum: 19 mars", "Tid: kl 9–12", "Plats: Leksand", "Tema: bostäder"]
    found = understood(
        "\n".join(["Beslut: vi ses igen", "Att göra: Mora ritar till nästa träff", "Nästa träff", *lines])
    )
    assert texts(found, Kind.NEXT) == lines
    assert [each.due for each in found.of(Kind.ACTION)] == [date(2026, 3, 19)]
    assert texts(understood("Falun\nDet gick bra.\nNästa träff är 19 mars."), Kind.NEXT) == ["Nästa träff är 19 mars."]


def test_a_heading_of_its_own_is_a_theme() -> None:
    [discussed] = [each for each in understood(NOTES).of(Kind.DISCUSSED) if each.theme]
    assert (discussed.theme, discussed.text) == ("Bostäder", "Flyttkedjor fungerar bara om det byggs")


def test_what_was_not_decided_is_no_decision_though_it_stands_there() -> None:
    assert "Inget beslut om skrivelsen" in texts(understood(NOTES), Kind.DISCUSSED)


def test_who_was_there_is_nothing_for_a_summary() -> None:
    assert not any("Anders" in each.text for each in understood(NOTES).candidates)


def test_however_often_words_stand_before_a_colon_nothing_is_lost() -> None:
    lines = ["Beslut: vi delar mallen", "Lärdom: börja med kartan", "Fråga: vem betalar?"]
    found = understood("\n".join(f"{line} {number}" for number in range(3) for line in lines))
    assert [len(found.of(kind)) for kind in (Kind.DECISION, Kind.LEARNED, Kind.QUESTION)] == [3, 3, 3]


def test_however_few_do_everything_it_is_all_to_do() -> None:
    owners = ["Leksand", "Mora", "Rättvik"] * 3
    found = understood("\n".join(["Att göra", *(f"{owner}: ringer nummer {at}" for at, owner in enumerate(owners))]))
    assert [each.owner for each in found.of(Kind.ACTION)] == owners


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
        ("[ ] Leksand: boka lokal", "Boka lokal", "Leksand", None),
        ("→ Orsa kollar", "Kollar", "Orsa", None),
        ("2.1 mora skickar mallen till 1 maj", "Skickar mallen till 1 maj", "Mora", "2026-05-01"),
        ("Anna (Leksand): boka lokal", "Boka lokal", "Anna (Leksand)", None),
        ("Anna B: boka lokal", "Boka lokal", "Anna B", None),
        ("Leksands kommun: boka lokal", "Boka lokal", "Leksands kommun", None),
        ("Alla kommuner fyller i enkäten", "Fyller i enkäten", "Alla kommuner", None),
        ("Boka lokal (ansvarig Leksand, senast 15 maj)", "Boka lokal", "Leksand", "2026-05-15"),
        ("Boka lokal. Ansvarig Leksand.", "Boka lokal", "Leksand", None),
        ("Leksand – boka lokal – 15 maj", "Boka lokal – 15 maj", "Leksand", "2026-05-15"),
        ("Senast 15 maj: skicka mallen", "Senast 15 maj: skicka mallen", "", "2026-05-15"),
        ("Fredag: ring Falun", "Fredag: ring Falun", "", "2026-02-20"),
        ("Vi tar fram en mall", "Vi tar fram en mall", "", None),
        ("Någon tar kontakt", "Någon tar kontakt", "", None),
        ("Boka lokal (Bo, fre)", "Boka lokal", "Bo", "2026-02-20"),
        ("Ansv: Karin – ta fram tidplan – Deadline: 15 maj", "Ta fram tidplan", "Karin", "2026-05-15"),
        ("Boka lokal (ansv. Bo)", "Boka lokal", "Bo", None),
        ("Skicka enkät /Karin", "Skicka enkät", "Karin", None),
        ("Boka lokal [Bo]", "Boka lokal", "Bo", None),
        ("Karin: Skicka mallen (Excel)", "Skicka mallen (Excel)", "Karin", None),
        ("Mallen: Ta fram ett utkast. (Karin)", "Mallen: Ta fram ett utkast", "Karin", None),
        ("Vägen: Fråga vem som äger den (Bo, Emelie)", "Vägen: Fråga vem som äger den", "Bo, Emelie", None),
        ("A3. @Karin: beställ licenser", "Beställ licenser", "Karin", None),
        ("Informera nämnden (Åsa) 5 maj", "Informera nämnden (Åsa) 5 maj", "", "2026-05-05"),
        ("Boka lokal\n  Ansvar: Leksand\n  Klart: 15 maj", "Boka lokal", "Leksand", "2026-05-15"),
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


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # cells may be empty, or left out at the end
        ("| Vem | Vad | När |\n|---|---|---|\n| | Boka lokal | 15 maj |", [("action", "Boka lokal", "")]),
        ("Vem | Vad\nLeksand | boka lokal\nMora |", [("action", "Boka lokal", "Leksand"), ("discussed", "Mora", "")]),
        # of what was decided
        (
            "| Ärende | Beslut | Ansvarig |\n|---|---|---|\n| Mall | Vi delar mallen | Mora |",
            [("decision", "Vi delar mallen (Mora)", "")],
        ),
        # a row each
        (
            "| Lärdom | Börja tidigt |\n| Beslut | Vi delar |",
            [("learned", "Börja tidigt", ""), ("decision", "Vi delar", "")],
        ),
        # pasted from Word
        ("Vad ska göras?\tVem?\tKlart senast\nSkicka mall\tKLF\t15/5", [("action", "Skicka mall", "KLF")]),
        # another table after it, of who was there
        (
            "| Vad | Vem |\n|---|---|\n| Skicka mall | Mora |\n\n| Namn | Kommun |\n|---|---|\n| Anna | Leksand |",
            [("action", "Skicka mall", "Mora")],
        ),
        # of what was decided of what
        (
            "| Fråga | Diskussion | Beslut |\n|---|---|---|\n"
            "| E-legitimation | Många saknar bank-id | Vi inför Freja |\n| Webben | Ny webb i höst | - |",
            [
                ("decision", "Vi inför Freja", ""),
                ("discussed", "Många saknar bank-id", ""),
                ("discussed", "Webben – Ny webb i höst", ""),
            ],
        ),
        # of who was there
        ("| Namn | Kommun | Närvarande |\n|---|---|---|\n| Karin Ek | Leksand | x |", []),
        # of nothing that is known
        (
            "| Skift | Plats |\n|---|---|\n| Natt | Norr |",
            [("discussed", "Skift – Plats", ""), ("discussed", "Natt – Norr", "")],
        ),
        # no table
        ("Beslut: vi delar upp oss i grupp A | B", [("decision", "Vi delar upp oss i grupp A | B", "")]),
    ],
)
def test_a_table_tells_what_its_columns_say(rows: str, told: list[tuple[str, str, str]]) -> None:
    found = understood(f"Möte 13 februari\n{rows}")
    assert [(each.kind, each.text, each.owner) for each in found.candidates] == told


def test_tables_in_word_are_read_one_by_one() -> None:
    tables = table([["Vem", "Vad"], ["", "boka lokal"]]), table([["Namn", "Kommun"], ["Anna Berg", "Leksand"]])
    found = understand(read("möte.docx", docx(paragraph("Möte"), *tables)), TODAY)
    assert found.candidates == (Candidate(Kind.ACTION, "Boka lokal"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # numbered
        (
            "1. Beslut\n- Vi delar mallen\n\n2. Laget runt\n- Mora berättade\n\n3. Övrigt\nParkeringen är stängd.",
            [("Vi delar mallen", ""), ("Mora berättade", "Laget runt"), ("Parkeringen är stängd.", "Övrigt")],
        ),
        # but a numbered list is none
        (
            "Beslut\n1. Vi delar mallen\n2. Vi ses\n\nLärdomar\n- Tid",
            [("Vi delar mallen", ""), ("Vi ses", ""), ("Tid", "")],
        ),
        # paragraphs, after a list of what is to come
        (
            "Dagordning\n\n1. Laget runt\n2. Beslut\n3. El\n\n§ 1 Laget runt\nDet gick bra.\n§ 3 El\nNätet är fullt.",
            [("Det gick bra.", "Laget runt"), ("Nätet är fullt.", "El")],
        ),
        # with nothing but an empty line before them
        (
            "Bostäder\n- Flyttkedjor fungerar\n\nVatten\nDet är ont om vatten.\n\nBeslut\n- Vi delar",
            [("Flyttkedjor fungerar", "Bostäder"), ("Det är ont om vatten.", "Vatten"), ("Vi delar", "")],
        ),
        # noted in the agenda itself
        (
            "Agenda\n1. E-arkiv\n- Leksand har ett nytt\n2. Budget\n- Den är klar",
            [("Leksand har ett nytt", "E-arkiv"), ("Den är klar", "Budget")],
        ),
        # of what stands after what was decided
        (
            "Beslut\n\nKarin väljs.\n\nÖvrigt\n\nBudgeten är klar.",
            [("Karin väljs.", ""), ("Budgeten är klar.", "Övrigt")],
        ),
        # bold
        ("**El**\nNätet är fullt.", [("Nätet är fullt.", "El")]),
    ],
)
def test_a_heading_is_known_by_what_stands_round_it(text: str, told: list[tuple[str, str]]) -> None:
    assert [(each.text, each.theme) for each in understood(f"Möte 13 februari\n{text}").candidates] == told


def test_a_heading_in_bold_in_word_is_one() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bostäder</w:t></w:r></w:p>"
    found = understand(read("möte.docx", docx(paragraph("Möte"), bold, paragraph("Det byggs för lite."))), TODAY)
    assert [(each.text, each.theme) for each in found.candidates] == [("Det byggs för lite.", "Bostäder")]


def test_what_was_decided_is_found_though_it_stands_under_who_was_there() -> None:
    found = understood("Möte\nDeltagare\nAnna, Per\nVi beslutade att dela mallen.\n\nDet regnade.")
    assert [(each.kind, each.text) for each in found.candidates] == [
        (Kind.DECISION, "Vi beslutade att dela mallen."),
        (Kind.DISCUSSED, "Det regnade."),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beslut: Vi tar inte fram någon gemensam mall", Kind.DECISION),
        ("Beslut: Vi väntar med skrivelsen till hösten", Kind.DECISION),
        ("Beslut: Kommunstyrelsen ska få en redovisning i juni", Kind.DECISION),
        ("Beslut: Frågan bordlades", Kind.DISCUSSED),
        ("Uppföljning: Det gick bra", Kind.DISCUSSED),
        ("Läxa till nästa gång: Rita processen", Kind.TRY),
        ("De viktigaste lärdomarna från dagen: Börja tidigt", Kind.LEARNED),
        ("Obesvarade frågor: Vem betalar", Kind.QUESTION),
        ("Åtgärdslista: Boka lokal", Kind.ACTION),
        ("Inför nästa träff: Läs rapporten", Kind.ACTION),
        ("Uppföljningsuppgifter: Läs rapporten", Kind.ACTION),
        ("Uppföljningsåtgärder: Läs rapporten", Kind.ACTION),
        ("Uppföljningsaktiviteter: Läs rapporten", Kind.ACTION),
        ("Follow-up tasks: Läs rapporten", Kind.ACTION),
        ("Åtgärder efter mötet: Läs rapporten", Kind.ACTION),
        ("Aktivitetslista: Läs rapporten", Kind.ACTION),
        ("Todo's: Läs rapporten", Kind.ACTION),
        ("Hemläxor: Läs rapporten", Kind.TRY),
        ("Bordlagda frågor: Vägen", Kind.QUESTION),
        ("Kvar att lösa: Vägen", Kind.QUESTION),
        ("Frågor vi inte hann med: Vägen", Kind.QUESTION),
        ("Ställningstaganden: Vi delar mallen", Kind.DECISION),
        ("Beslut & åtgärder: Vi delar mallen", Kind.DECISION),
    ],
)
def test_a_label_may_be_put_in_many_ways(text: str, kind: Kind) -> None:
    [found] = understood(f"Möte 13 februari\n{text}").candidates
    assert found.kind is kind


def test_several_things_on_one_line_are_several() -> None:
    found = understood("Att göra: Leksand bokar lokal; Mora skickar mallen\nBeslut: 1) Vi delar mallen 2) Vi ses i maj")
    assert [each.owner for each in found.of(Kind.ACTION)] == ["Leksand", "Mora"]
    assert texts(found, Kind.DECISION) == ["Vi delar mallen", "Vi ses i maj"]


def test_a_mail_has_a_beginning_and_an_end_that_are_nothing_for_a_summary() -> None:
    found = understood(
        "Hej alla!\n\nTack för senast.\n\nAtt göra:\n* Orsa bjuder in SGU\n\nNästa träff blir 12 juni.\n\nMvh\nKarin"
    )
    assert [(each.kind, each.text) for each in found.candidates] == [
        (Kind.ACTION, "Bjuder in SGU"),
        (Kind.NEXT, "Nästa träff blir 12 juni."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hej alla!\n\n- Karin mejlar mallen\n- Bo bokar lokal",
        "Hej!\n1) Karin mejlar mallen\n2) Bo bokar lokal\n\nMvh Karin",
    ],
)
def test_a_greeting_takes_nothing_of_the_mail_with_it(text: str) -> None:
    assert [each.text for each in understood(text).candidates] == ["Karin mejlar mallen", "Bo bokar lokal"]


@pytest.mark.parametrize(
    "text",
    [
        "Förhinder: Lena\nEj närvarande: Lena\nPå plats: Karin\nSekr: Karin",
        "Närvarande: Karin Ek\nBo Lind\nÅsa Berg (Mora)",
        "/Karin",
        "Vid protokollet\n\nKarin Ek\n\nJusteras\nBo Lind",
    ],
)
def test_who_was_there_and_who_signed_is_kept_nowhere(text: str) -> None:
    found = understood(f"Möte 13 februari\nBeslut\nVi avvaktar.\n\n{text}")
    assert [each.text for each in found.candidates] == ["Vi avvaktar."]


@pytest.mark.parametrize(
    "line",
    [
        "Nästa möte 12 maj",
        "Nästa gång ses vi 12 maj",
        "Vi ses igen 12 maj",
        "Nytt möte 12 maj kl 9",
        "Nästa avstämning: 12 maj",
        "Nästa styrgruppsmöte: 12 maj",
    ],
)
def test_the_next_meeting_is_known_wherever_it_is_written(line: str) -> None:
    found = understood(f"Möte 13 februari\nAtt göra\n- Bo ritar kartan till nästa möte\n\n{line}")
    assert [each.kind for each in found.candidates] == [Kind.ACTION, Kind.NEXT]
    assert found.candidates[0].due == date(2026, 5, 12)


def test_protocols_decide_in_the_present_tense() -> None:
    found = understood("Möte 13 februari\n§ 3 Larm\nMötet beslutar att köra piloten.")
    assert texts(found, Kind.DECISION) == ["Mötet beslutar att köra piloten."]


def test_a_label_may_stand_inside_a_line() -> None:
    found = understood("Beslut: dela checklistan. Att göra: Leksand bokar lokal.")
    assert [each.kind for each in found.candidates] == [Kind.DECISION, Kind.ACTION]


def test_what_only_says_when_the_meeting_was_is_nothing_for_its_summary() -> None:
    found = understood("Anteckningar\nTräff 3, Mora 12 februari 2026\n\nBeslut\n- Vi delar")
    assert (found.date, [each.text for each in found.candidates]) == (date(2026, 2, 12), ["Vi delar"])


def test_a_list_of_what_municipalities_do_is_notes_in_swedish() -> None:
    lines = [
        f"{place}: skicka underlag nummer {number}" for number in range(3) for place in ("Leksand", "Mora", "Rättvik")
    ]
    found = understood("\n".join(["Att göra", *lines]))
    assert [each.owner for each in found.of(Kind.ACTION)] == ["Leksand", "Mora", "Rättvik"] * 3


def test_a_line_that_was_broken_where_the_page_ends_is_one() -> None:
    found = understood(
        "Beslut\n- Nätverket tar fram en gemensam checklista för etableringar som\nAnna håller ihop.\n"
        "- Alla ska veta vem som äger frågan innan bolaget ringer till\nkommunen för första gången"
    )
    assert texts(found, Kind.DECISION) == [
        "Nätverket tar fram en gemensam checklista för etableringar som Anna håller ihop.",
        "Alla ska veta vem som äger frågan innan bolaget ringer till kommunen för första gången",
    ]


def test_short_lines_without_marks_are_a_line_each() -> None:
    found = understood("möte 13 februari\nbeslut\nvi delar mallen\nvi ses i maj\natt göra\nleksand bokar lokal")
    assert texts(found, Kind.DECISION) == ["Vi delar mallen", "Vi ses i maj"]
    assert [(each.owner, each.text) for each in found.of(Kind.ACTION)] == [("Leksand", "Bokar lokal")]


def test_the_first_line_is_no_title_where_it_says_something() -> None:
    found = understood("Vi beslutade att dela mallen med alla kommuner.\nDet regnade.")
    assert (found.title, texts(found, Kind.DECISION)) == ("", ["Vi beslutade att dela mallen med alla kommuner."])


def test_a_long_paragraph_after_a_label_is_all_of_its_kind() -> None:
    found = understood("Beslut: " + "Nätverket delar sin mall för markavtal med alla kommuner. " * 7)
    assert {each.kind for each in found.candidates} == {Kind.DECISION}
    assert len(found.candidates) == 7


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


@pytest.mark.parametrize(
    "heading",
    [
        "📌 Beslut",
        "## 📌 Beslut",
        "Beslut ✅",
        "**🗳️ Beslut**",
        "🗳️ **Beslut:**",
        "- 📌 Beslut",
        "✔️ Beslut",
        "1️⃣ Beslut",
        "✅Beslut",
    ],
)
def test_a_picture_beside_a_heading_says_nothing(heading: str) -> None:
    found = understood(f"📋 Möte 13 februari\n{heading}\n- ✅ Vi delar mallen 🎉\n- Vi ses 👍 i maj")
    assert (found.title, texts(found, Kind.DECISION)) == ("Möte 13 februari", ["Vi delar mallen", "Vi ses 👍 i maj"])


def test_a_picture_beside_a_label_says_nothing() -> None:
    found = understood("Möte\n📌 Beslut: Vi delar mallen.\n👉 Att göra: Leksand bokar lokal\n💡 Lärdom: 20 ° räcker ☀️")
    assert [(each.kind, each.text) for each in found.candidates] == [
        (Kind.DECISION, "Vi delar mallen."),
        (Kind.ACTION, "Bokar lokal"),
        (Kind.LEARNED, "20 ° räcker"),
    ]


def test_a_picture_in_a_cell_says_nothing() -> None:
    [action] = understood("| 👤 Vem | 📌 Vad |\n|---|---|\n| Mora 🏔️ | 🏠 Boka sal |").of(Kind.ACTION)
    assert (action.owner, action.text) == ("Mora", "Boka sal")


def test_what_people_do_is_no_talk_under_a_heading_with_a_picture() -> None:
    owners = ["Karin", "Bo", "Karin"] * 3
    found = understood("\n".join(["📌 Att göra", *(f"{owner}: ringer nummer {at}" for at, owner in enumerate(owners))]))
    assert [each.owner for each in found.of(Kind.ACTION)] == owners


OWNED = [("Leksand", "Skickar mallen, senast 20 mars"), ("Leksand", "Boka lokal"), ("Karin Ståhlberg", "Ringer Bo")]


@pytest.mark.parametrize(
    "text",
    [
        "- Leksand:\n  - skickar mallen, senast 20 mars\n  - boka lokal\n- Karin Ståhlberg:\n  - ringer Bo",
        "- Leksand\n\t- skickar mallen, senast 20 mars\n\t- boka lokal\n- Karin Ståhlberg\n\t- ringer Bo",
        "•\tLeksand\no\tSkickar mallen, senast 20 mars\no\tBoka lokal\n•\tKarin Ståhlberg\no\tRinger Bo",
        "- Leksand:\n- skickar mallen, senast 20 mars\n- boka lokal\n- Karin Ståhlberg:\n- ringer Bo",
        "Leksand:\n- skickar mallen, senast 20 mars\n- boka lokal\n\nKarin Ståhlberg:\n- ringer Bo",
        "Leksand\n- skickar mallen, senast 20 mars\n- boka lokal\nKarin Ståhlberg\n- ringer Bo",
        "**Leksand:**\n\n1. skickar mallen, senast 20 mars\n2. boka lokal\n\n**Karin Ståhlberg:**\n\n1. ringer Bo",
        " - Leksand:\n   - skickar mallen, senast 20 mars\n    - boka lokal\n- Karin Ståhlberg:\n    - ringer Bo",
    ],
)
def test_who_stands_above_a_list_is_to_do_all_of_it(text: str) -> None:
    found = understood(f"Möte 13 februari\nAtt göra\n{text}\n\nÖvrigt\n- Det gick bra")
    assert [(each.owner, each.text) for each in found.of(Kind.ACTION)] == OWNED
    assert found.candidates[0].due == date(2026, 3, 20)
    assert [(each.text, each.theme) for each in found.of(Kind.DISCUSSED)] == [("Det gick bra", "Övrigt")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Leksand och Mora:\n  - bokar lokal", [("Leksand, Mora", "Bokar lokal")]),
        ("- Karin\n  - bokar lokal", [("Karin", "Bokar lokal")]),
        ("- Alla kommuner:\n  - Boka lokal", [("Alla kommuner", "Boka lokal")]),
        # what stands beside it, and what others are to do, is not theirs
        ("- Leksand:\n  - bokar lokal\n- Skicka mallen", [("Leksand", "Bokar lokal"), ("", "Skicka mallen")]),
        ("- Leksand:\n  - Mora bokar lokal", [("Mora", "Bokar lokal")]),
        ("- Checklistan\n  - Mora ritar\n  - Orsa läser", [("", "Checklistan"), ("Mora", "Ritar"), ("Orsa", "Läser")]),
        ("- Ring Bo\n  - om lokalen\n- Mejla Mora", [("", "Ring Bo – om lokalen"), ("", "Mejla Mora")]),
        # nothing stands under it
        ("- Leksand\n- Mora", [("", "Leksand"), ("", "Mora")]),
    ],
)
def test_who_stands_above_is_to_do_what_nobody_else_is(text: str, told: list[tuple[str, str]]) -> None:
    found = understood(f"Möte 13 februari\nAtt göra\n{text}")
    assert [(each.owner, each.text) for each in found.candidates] == told


def test_a_heading_of_its_own_among_what_is_to_be_done_is_a_theme() -> None:
    found = understood(
        "Möte 13 februari\nAtt göra\n- Mora bokar lokal\n\nBostäder:\n- Hyror stiger\n\nLeksand\n- Bygger nytt"
    )
    assert [(each.text, each.theme) for each in found.of(Kind.DISCUSSED)] == [
        ("Hyror stiger", "Bostäder"),
        ("Bygger nytt", "Leksand"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- Leksand skickar mallen (senast 20 mars)\n  - till alla kommuner\n  - även som Word.\n- Mora bokar lokal",
        "•\tLeksand skickar mallen\no\ttill alla kommuner\n§\täven som Word\n•\tSenast 20 mars\n•\tMora bokar lokal",
        "- Leksand:\n  - skickar mallen\n    - till alla kommuner\n    - även som Word\n"
        "    - senast 20 mars\n- Mora:\n  - bokar lokal",
    ],
)
def test_what_says_more_of_an_action_belongs_to_it(text: str) -> None:
    first, second = understood(f"Möte 13 februari\nAtt göra\n{text}").candidates
    assert (first.owner, first.due) == ("Leksand", date(2026, 3, 20))
    assert first.text.startswith("Skickar mallen")
    assert first.text.endswith(" – till alla kommuner, även som Word")
    assert (second.owner, second.text) == ("Mora", "Bokar lokal")


def test_uneven_lists_lose_nothing() -> None:
    found = understood("Möte 13 februari\nAtt göra\n - boka lokal\n- ringa Bo\n - mejla Mora")
    assert texts(found, Kind.ACTION) == ["Boka lokal", "Ringa Bo", "Mejla Mora"]


def test_a_title_ends_without_a_colon() -> None:
    assert understood("Mötesanteckningar:\nBeslut: vi ses").title == "Mötesanteckningar"


def test_who_stands_above_a_list_in_word_is_to_do_all_of_it() -> None:
    deeper = '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>Skicka mallen</w:t></w:r></w:p>'
    body = [
        paragraph("Att göra", "Heading2"),
        paragraph("Leksand", listed=True),
        deeper,
        paragraph("Boka", listed=True),
    ]
    found = understand(read("möte.docx", docx(paragraph("Möte"), *body)), TODAY)
    assert [(each.owner, each.text) for each in found.candidates] == [("Leksand", "Skicka mallen"), ("", "Boka")]
