"""A meeting made by hand: its notes as understood, and the draft of them."""

from datetime import UTC, date, datetime, timedelta

from knowledge.meetings import drafts
from knowledge.meetings.drafts import Draft
from knowledge.meetings.model import Candidate, Kind, Understood

NETWORK, OTHER = "19:dalarna@thread.tacv2", "19:norr@thread.tacv2"
CHANNEL = "19:general@thread.tacv2"
NOW = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
HELD = date(2026, 3, 5)
DUE = date(2026, 3, 20)

LEARNED = Candidate(
    Kind.LEARNED,
    "Tidiga samråd sparar tid.",
    "Det vi lärde oss var att börja tidigt.",
    timedelta(seconds=760),
    "Karin Ek",
)
DECISION = Candidate(
    Kind.DECISION, "Vi tar fram en gemensam checklista.", "Då säger vi så.", timedelta(hours=1, minutes=2), "Karin Ek"
)
ACTION = Candidate(
    Kind.ACTION, "Karin skickar mallen till alla.", "Jag skickar mallen.", timedelta(0), "Karin Ek", "Karin Ek", DUE
)
LATER = Candidate(Kind.ACTION, "Bokar lokal.", owner="Leksand")
QUESTION = Candidate(Kind.QUESTION, "Vem äger vägen?")
FOUND = (LEARNED, DECISION, ACTION, LATER, QUESTION)


def understood(*found: Candidate, certain: bool = True) -> Understood:
    return Understood("Träff om tillstånd", HELD, found or FOUND, None, certain)


def draft(*found: Candidate, certain: bool = True, id: str = "20260305-0a") -> Draft:
    return drafts.begin(id, understood(*found, certain=certain), "Träff om tillstånd", HELD, CHANNEL)
