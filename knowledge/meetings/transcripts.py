"""Transcripts: candidates for the summary, known by the words of those who decide, promise, learn and ask."""

from collections.abc import Mapping
from datetime import date

from knowledge.meetings.actions import actions, dated, to_do
from knowledge.meetings.gist import discussed
from knowledge.meetings.joining import promised
from knowledge.meetings.listing import listed
from knowledge.meetings.model import Candidate, Document, Kind, Understood
from knowledge.meetings.naming import named_days, named_till_next
from knowledge.meetings.next_meeting import Found, next_meeting
from knowledge.meetings.noting import candidate, noted
from knowledge.meetings.signs import heard
from knowledge.meetings.speech import quoted, talk
from knowledge.meetings.weighing import weighed
from knowledge.meetings.weights import LISTED, Weights

_AS_SAID = (Kind.LEARNED, Kind.DECISION, Kind.QUESTION, Kind.TRY)


def understand_transcript(document: Document, today: date, weights: Mapping[str, Weights]) -> Understood:
    day = document.date or today
    said = talk(document)
    agreed = promised(said)
    named = named_days(said, day)
    following = next_meeting(said, agreed, named, day, weights)
    meeting = following.meeting if following else None
    all_heard = weighed(heard(said, agreed), weights)
    candidates = [
        candidate(kind, each, all_heard.heard) for kind in _AS_SAID for each in noted(kind, all_heard, weights)
    ]
    named = named_till_next(named, said, day, meeting.date if meeting else None)
    tasks = dated(to_do(all_heard, agreed, said, named, weights), said, named, weights)
    candidates += sorted(actions(listed(tasks, weights[LISTED]), said), key=lambda each: bool(each.doubtful))
    settled = following.settled if following else frozenset[int]()
    shown = "\n".join([each.quote for each in candidates] + [said.sentences[index].text for index in settled])
    candidates += [_next(following)] if following else []
    return Understood(document.title, document.date, (*candidates, *discussed(said, shown)), meeting, certain=False)


def _next(found: Found) -> Candidate:
    """What was said of the next meeting, bit by bit."""
    first, quote = found.said[0], quoted(found.said)
    return Candidate(Kind.NEXT, quote, quote, first.at, first.speaker, doubtful=found.doubtful)
