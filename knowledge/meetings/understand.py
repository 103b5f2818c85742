"""What a meeting's document says: decisions, actions, what was learned and asked, and when the next meeting is."""

from datetime import date

from knowledge.meetings.model import Document, Form, Understood
from knowledge.meetings.notes import day_of_notes, understand_notes
from knowledge.meetings.transcripts import understand_transcript
from knowledge.meetings.weights import weights


def day_of(document: Document, today: date) -> date | None:
    """When its meeting was held, as far as the document itself says; `today` is when it is read."""
    return day_of_notes(document, today) if document.form is Form.NOTES else document.date


def understand(document: Document, today: date) -> Understood:
    """What the document says of its meeting; `today` is its date, where the document itself gives none."""
    if document.form is Form.NOTES:
        return understand_notes(document, today)
    return understand_transcript(document, today, weights())
