"""Written notes: whoever wrote them has sorted them under headings or by words that begin a line."""

import re
from datetime import date

from knowledge.meetings.model import Candidate, Document, Kind, Understood

_HEADINGS = {
    Kind.LEARNED: r"vad vi lärde( oss)?|lärdomar",
    Kind.DECISION: r"beslut",
    Kind.ACTION: r"att göra",
    Kind.QUESTION: r"öppna frågor",
    Kind.TRY: r"vad vi prövar( hemma)?",
    Kind.NEXT: r"nästa (träff|möte)",
}
_MARKS = re.compile(r"^[#*\-•\s]+|[*:\s]+$")


def understand_notes(document: Document, today: date) -> Understood:
    kind: Kind | None = None
    candidates = []
    for line in document.lines:
        text = _MARKS.sub("", line.text)
        heading = _heading(text)
        if heading:
            kind = heading
        elif kind:
            candidates.append(Candidate(kind, text))
    title = _MARKS.sub("", document.lines[0].text)
    return Understood(title, document.date, tuple(candidates), None, certain=bool(candidates))


def _heading(text: str) -> Kind | None:
    return next((kind for kind, words in _HEADINGS.items() if re.fullmatch(words, text, re.IGNORECASE)), None)
