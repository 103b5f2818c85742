"""A lesson as part of its network's library: a case of a kind of its own, so that questions are answered from it."""

from knowledge.lessons.model import Lesson, Told
from knowledge.lessons.telling import TEXTS, name_of, statements
from knowledge.library.front import TITLE_LIMIT
from knowledge.library.model import Case, Kind, Passage, Section, Source, Visibility
from knowledge.people import AGENCY, OTHER

# As the library's own headings, in Swedish.
HEADINGS = {
    "situation": "Läget",
    "did": "Vad vi gjorde",
    "went": "Hur det gick",
    "again": "Vad vi skulle göra igen, och inte",
}
PUBLISHERS = {AGENCY: "En statlig myndighet", OTHER: "Nätverket"}
SOURCE = "larande"


def as_case(lesson: Lesson) -> Case:
    """What is told becomes; its one source is whoever tells it, with the link that they gave."""
    told, on = lesson.told, lesson.at.date()
    by = publisher(told, lesson.name)
    source = Source(SOURCE, told.title, by, url=told.link, date=on.isoformat())
    return Case(
        id=lesson.id,
        title=_title(told),
        kind=Kind.LESSON,
        municipalities=() if told.home in PUBLISHERS else (told.home,),
        phase=told.phase,
        themes=told.themes,
        also=(),
        checked=lesson.checked or on,
        visibility=Visibility.PUBLIC if told.public else Visibility.CONFIDENTIAL,
        intro=f"En lärdom som någon i nätverket har delat: {by}.",
        sections=_sections(lesson, told, source),
    )


def publisher(told: Told, name: str) -> str:
    """Whom it is cited from: the municipality or organisation, and the author where they want to be named."""
    home = PUBLISHERS.get(told.home, told.home)
    by = name_of(name) if told.named else ""
    return f"{by}, {home}" if by else home


def _title(told: Told) -> str:
    return f"{PUBLISHERS.get(told.home, told.home)} – {told.title}"[:TITLE_LIMIT].strip()


def _sections(lesson: Lesson, told: Told, source: Source) -> tuple[Section, ...]:
    """The question that it answers leads to what was done, which is its first answer."""
    sections, number = [], 0
    for field in TEXTS:
        passages = []
        for text in statements(getattr(told, field)):
            number += 1
            asked = (lesson.question[:TITLE_LIMIT].strip(),) if lesson.question and field == "did" else ()
            id = f"{lesson.id}-{number}"
            passages.append(Passage(id, lesson.id, HEADINGS[field], text, (source,), asked=asked))
        if passages:
            sections.append(Section(HEADINGS[field], tuple(passages)))
    return tuple(sections)
