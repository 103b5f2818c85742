"""The cards of those who tend the library."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from cards import curating, library, merging
from cards.card import Card
from cards.curating_actions import Look
from knowledge.curating import Line, Tended
from knowledge.lessons.shelf import as_case
from knowledge.library.case import parse
from knowledge.library.merging import merged
from tests.knowledge.lessons.samples import LESSON
from tests.knowledge.library.samples import sample

LINES = (Line("norrby", "Norrby – en fabrik som dröjde", ("2024-03-05",)), Line("soderby", "Söderby – gruvan"))
WAITING = (Line(LESSON.id, LESSON.told.title, ("Leksand",)),)
MERGED = (Line("soderby", "Söderby – gruvan", ("Norrby – en fabrik som dröjde",)),)
ONE, OTHER, THIRD = (parse(sample(id, id), f"{id}.md") for id in ("ex", "an", "tr"))
TOLD = as_case(LESSON)
OF_LESSONS = {Look.WAITING, Look.DRAFTS}  # whose subjects are ids of lessons
DRAFTS = (Line(LESSON.id, "Kartan över ledig effekt", ("Ur bildspelet höst.pptx, bild 7.",)),)
DISLIKED = (Line("", "Vad kostade vägen?", ("2",)),)
FULL = Tended({look.value: WAITING if look in OF_LESSONS else LINES for look in Look if look is not Look.RETIRED})

CARDS: dict[str, Callable[[str], Card]] = {
    "curate": lambda language: curating.overview(FULL, language),
    "curate-waiting": lambda language: curating.part(Look.WAITING, WAITING, language),
    "curate-drafts": lambda language: curating.part(Look.DRAFTS, DRAFTS, language),
    "curate-old": lambda language: curating.part(Look.OLD, LINES, language),
    "curate-differing": lambda language: curating.part(
        Look.DIFFERING, (Line("norrby", "Marken kostade 40 miljoner.", ("Marken kostade 60 miljoner.",)),), language
    ),
    "curate-disliked": lambda language: curating.part(Look.DISLIKED, DISLIKED, language),
    "curate-questions": lambda language: curating.part(Look.QUESTIONS, LINES, language),
    "curate-retired": lambda language: curating.part(Look.RETIRED, LINES[1:], language),
    "curate-merged": lambda language: curating.part(Look.RETIRED, MERGED, language),
    "merge-choose": lambda language: merging.choosing(ONE, [OTHER, THIRD], language),
    "merge-preview": lambda language: merging.preview(ONE, OTHER, merged(ONE, [OTHER]), language),
    "merge-preview-lesson": lambda language: merging.preview(ONE, TOLD, merged(ONE, [TOLD]), language),
    "merge-preview-same": lambda language: merging.preview(ONE, OTHER, ONE, language),
    "case-leader": lambda language: library.case(TOLD, language, leader=True),
    "curate-none": lambda language: curating.part(Look.LEAST, (), language),
    "curate-retiring": lambda language: curating.retiring("Norrby – en fabrik som dröjde", "norrby", language),
    "curate-done": lambda language: curating.done("curate-retired", language),
}


def saying(hostile: str) -> Iterator[Card]:
    lines = [Line("fall", hostile, (hostile,))] * 3
    yield from (curating.part(look, lines, "sv") for look in Look if look not in OF_LESSONS)
    yield curating.retiring(hostile, "fall", "sv")
    said = replace(ONE, title=hostile, sections=tuple(replace(each, heading=hostile) for each in ONE.sections))
    yield merging.choosing(said, [replace(said, id="annat")], "sv")
    told = as_case(replace(LESSON, told=replace(LESSON.told, did=hostile)))
    yield merging.preview(said, said, merged(ONE, [told]), "sv")
