"""A summary as part of its network's library: a case of a kind of its own, so that questions are answered from it."""

from datetime import datetime

from babel.dates import format_date

from knowledge.library import catalogue
from knowledge.library import model as library
from knowledge.library.model import Case, Passage, Source, Visibility
from knowledge.meetings.model import Kind
from knowledge.meetings.summary import Item, Summary, says_when
from knowledge.store.contract import Transaction

# As the library's own headings, in Swedish.
HEADINGS = {
    Kind.LEARNED: "Vad vi lärde",
    Kind.DECISION: "Beslut",
    Kind.ACTION: "Att göra",
    Kind.QUESTION: "Öppna frågor",
    Kind.TRY: "Vad vi prövar hemma",
    Kind.NEXT: "Nästa träff",
    Kind.DISCUSSED: "Det talade vi om",
}
# How people begin a question that such a line answers.
ASKED = {
    Kind.LEARNED: "vad lärde vi oss på mötet",
    Kind.DECISION: "vad beslutade bestämde vi på mötet",
    Kind.ACTION: "vem ska göra vad efter mötet, senast när",
    Kind.QUESTION: "vilka frågor lämnade vi öppna på mötet",
    Kind.TRY: "vad ska vi prova pröva hemma efter mötet",
    Kind.NEXT: "när var tema nästa träff möte",
    Kind.DISCUSSED: "vad talade pratade vi om på mötet",
}
PUBLISHER = "nätverkets mötesanteckningar"


def put(tx: Transaction, network: str, summary: Summary, at: datetime) -> None:
    catalogue.put_case(tx, network, as_case(summary), at)


def remove(tx: Transaction, network: str, summary: Summary) -> None:
    catalogue.remove_case(tx, network, case_id(summary.id))


def case_id(meeting: str) -> str:
    return f"mote-{meeting}"


def as_case(summary: Summary) -> Case:
    """The summary as a case that is as fresh as the meeting is."""
    sections = tuple(_section(each.kind, each.items, summary) for each in summary.sections)
    return Case(
        id=case_id(summary.id),
        title=summary.title,
        kind=library.Kind.MEETING,
        municipalities=(),
        phase=None,
        themes=(),
        also=(),
        checked=summary.held,
        visibility=Visibility.PUBLIC,
        intro="",
        sections=sections,
    )


def _section(kind: Kind, items: tuple[Item, ...], summary: Summary) -> library.Section:
    source = Source(summary.id, summary.title, PUBLISHER, date=summary.held.isoformat())
    passages = tuple(_passage(kind, item, summary, source) for item in items)
    return library.Section(HEADINGS[kind], passages)


def _passage(kind: Kind, item: Item, summary: Summary, source: Source) -> Passage:
    id = f"{case_id(summary.id)}-{item.id}"
    asked = f"{ASKED[kind]} {item.text}"
    return Passage(id, case_id(summary.id), HEADINGS[kind], _statement(item), (source,), asked=(asked,))


def _statement(item: Item) -> str:
    """Who does it and when, so that it can be read alone."""
    before = f"{item.owner}: " if item.owner else ""
    if item.due is None or says_when(item.text, item.due):
        return f"{before}{item.text}"
    return f"{before}{item.text} (senast {format_date(item.due, 'd MMMM y', locale='sv')})"
