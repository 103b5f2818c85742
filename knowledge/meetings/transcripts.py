"""Transcripts: candidates for the summary, found by what people say when they decide, promise, learn and ask."""

import re
from datetime import date

from knowledge.meetings.model import Candidate, Document, Kind, Line, Understood

_CUES = {
    Kind.DECISION: re.compile(r"\b(då säger vi|vi beslutar|då kör vi)\b", re.IGNORECASE),
    Kind.ACTION: re.compile(r"\b(jag kan ta|jag skickar|det kan jag göra)\b", re.IGNORECASE),
    Kind.LEARNED: re.compile(r"\b(jag har lärt mig|lärdom\w*|aha-upplevelse)\b", re.IGNORECASE),
}


def understand_transcript(document: Document, today: date) -> Understood:
    found = (_candidate(kind, line) for kind, cue in _CUES.items() for line in document.lines if cue.search(line.text))
    return Understood(document.title, document.date, tuple(found), None, certain=False)


def _candidate(kind: Kind, line: Line) -> Candidate:
    owner = line.speaker if kind is Kind.ACTION else ""
    return Candidate(kind, line.text, line.text, line.at, line.speaker, owner, worth=1.0)
