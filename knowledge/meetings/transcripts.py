"""Transcripts: candidates for the summary, found by what people say when they decide, promise, learn and ask."""

from datetime import date

from knowledge.meetings.actions import actions
from knowledge.meetings.decisions import decisions
from knowledge.meetings.gist import discussed
from knowledge.meetings.learnings import learnings, tries
from knowledge.meetings.model import Document, Understood
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.questions import questions
from knowledge.meetings.speech import talk


def understand_transcript(document: Document, today: date) -> Understood:
    day = document.date or today
    said = talk(document)
    following = next_meeting(said, day)
    meeting = following.meeting if following else None
    candidates = (
        *learnings(said),
        *decisions(said, following.sentences if following else ()),
        *actions(said, day, meeting.date if meeting else None),
        *questions(said),
        *tries(said),
    )
    candidates = (*candidates, *discussed(said, candidates))
    return Understood(document.title, document.date, candidates, meeting, certain=False)
