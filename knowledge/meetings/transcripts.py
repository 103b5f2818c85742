"""Transcripts: candidates for the summary, found by what people say when they decide, promise, learn and ask."""

from datetime import date

from knowledge.meetings.actions import actions
from knowledge.meetings.decisions import decisions
from knowledge.meetings.gist import discussed
from knowledge.meetings.learnings import learnings
from knowledge.meetings.model import Document, Understood
from knowledge.meetings.next_meeting import next_meeting
from knowledge.meetings.questions import questions
from knowledge.meetings.speech import talk
from knowledge.meetings.tries import tries


def understand_transcript(document: Document, today: date) -> Understood:
    day = document.date or today
    said = talk(document)
    following = next_meeting(said, day)
    meeting = following.meeting if following else None
    named = following.sentences if following else frozenset[int]()
    candidates = (
        *learnings(said),
        *decisions(said, named),
        *actions(said, day, meeting.date if meeting else None),
        *questions(said),
        *tries(said),
    )
    shown = "\n".join([each.quote for each in candidates] + [said.sentences[index].text for index in named])
    return Understood(document.title, document.date, (*candidates, *discussed(said, shown)), meeting, certain=False)
