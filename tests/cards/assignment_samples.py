"""Home assignments, tried and told of, and the cards around them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from cards import assignments as cards
from cards.assignment_actions import GiveAssignment, SaveTrying
from cards.card import Card
from knowledge.assignments import Assignment, Trying
from knowledge.people import AGENCY

Draw = Callable[[str], Card]

GIVEN = Assignment(
    id="uppgift-1",
    network="19:team@thread.tacv2",
    maker="directory-anna",
    conversation="19:general@thread.tacv2",
    language="sv",
    text="Ring en grannkommun och fråga om deras första kontakt.",
    until=date(2026, 4, 2),
    made_at=datetime(2026, 3, 5, 12, 0, tzinfo=UTC),
)
TRIED = (Trying("Leksand", "De svarade direkt.", shared=True), Trying("Mora"), Trying(AGENCY, "Det tog tid."))
FORM = GiveAssignment(draft="utkast", text=GIVEN.text, until="2026-04-02")
OWN = SaveTrying(assignment="uppgift-1", home="Mora", report="De svarade direkt.", shared="true")
POST = ("19:general@thread.tacv2", "1700000000001")


def drawn(*tried: Trying) -> Draw:
    return lambda language: cards.assignment(replace(GIVEN, language=language), tried)


def own(typed: SaveTrying, problems: dict[str, str], note: str = "", *, known: bool = True) -> Draw:
    return lambda language: cards.own(
        replace(GIVEN, language=language), typed, known=known, problems=problems, note=note
    )


CARDS: dict[str, Draw] = {
    "assignment": drawn(),
    "assignment-tried": drawn(*TRIED),
    "assignment-form": lambda language: cards.form(FORM, {}, language),
    "assignment-form-wrong": lambda language: cards.form(FORM, {"until": "Välj en dag."}, language),
    "assignment-own": own(OWN, {}, "Sparat."),
    "assignment-own-new": own(SaveTrying(assignment="uppgift-1"), {}, known=False),
    "assignment-own-wrong": own(OWN, {"report": "Skriv högst två rader."}),
    "assignment-reminder": lambda language: cards.reminder(replace(GIVEN, language=language), POST),
    "assignment-reminder-nowhere": lambda language: cards.reminder(replace(GIVEN, language=language), None),
    "assignment-deleting": lambda language: cards.deleting(replace(GIVEN, language=language)),
}


def saying(hostile: str) -> Iterator[Card]:
    """Every card with it wherever people may write."""
    given = replace(GIVEN, text=hostile[:300])
    yield cards.assignment(given, (Trying(hostile[:100], hostile[:500]),))
    yield cards.form(FORM.model_copy(update={"text": hostile, "until": hostile}), {"text": "Fel."}, "sv")
    yield cards.own(given, OWN.model_copy(update={"report": hostile, "home": hostile}), known=True, problems={})
    yield cards.reminder(given, POST)
    yield cards.deleting(given)


def largest(language: str) -> Iterator[Card]:
    """Everything as long as it may be."""
    given = replace(GIVEN, language=language, text="Å" * 300)
    yield cards.assignment(given, [Trying("Malung-Sälen", "Å" * 500)] * 300)
    yield cards.form(FORM.model_copy(update=dict.fromkeys(("text", "until"), "Å" * 5000)), {}, language)
    yield cards.own(
        given, OWN.model_copy(update=dict.fromkeys(("report", "home"), "Å" * 5000)), known=True, problems={}
    )
