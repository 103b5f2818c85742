"""Numbered citations: each source once, in the order its statements stand."""

from collections.abc import Iterable

from cards.card import Json
from cards.dates import day, partial
from cards.parts import escape, group, heading, italic, link, plain, quiet, short, within
from cards.texts import text
from knowledge.library.model import Case, Kind, Passage, Source

LONGEST_NAME = 150


def as_of(case: Case, language: str) -> str:
    """How fresh a case is: when it was checked, or of a meeting when it was."""
    key = "case-held" if case.kind is Kind.MEETING else "case-checked"
    return text(language, key, date=day(language, case.checked))


class Citations:
    """Numbers sources as statements are written, and lists them afterwards."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._sources: list[Source] = []

    def statement(self, passage: Passage, spacing: str = "Small", most: int | None = None) -> Json:
        """A statement with the numbers of its sources, `most` of them, said to be uncertain where it is."""
        caution = italic(text(self._language, "statement-uncertain") + " ") if passage.uncertain else ""
        return plain(caution, f"{passage.text} {self._marks(passage.sources[:most])}", spacing=spacing)

    def sources(self, room: int) -> list[Json]:
        """What has been cited so far, a line each under its number; nothing where nothing has.

        Lines have links as far as `room` goes, in bytes, for Teams keeps a card under 28 KB.
        """
        if not self._sources:
            return []
        linked = list(within(self._lines(linked=True), room))
        lines = [*linked, *list(self._lines(linked=False))[len(linked) :]]
        return [group([heading(text(self._language, "sources")), *lines], separator=True)]

    def _lines(self, *, linked: bool) -> Iterable[Json]:
        for number, source in enumerate(self._sources, 1):
            yield quiet(f"{number}\\. {self._line(source, source.url if linked else '')}")

    def _marks(self, sources: Iterable[Source]) -> str:
        return " ".join(f"[{number}]" for number in sorted(map(self._number, sources)))

    def _number(self, source: Source) -> int:
        key = (source.title, source.publisher, source.url)
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return self._numbers[key]

    def _line(self, source: Source, url: str) -> str:
        name, publisher = link(short(source.title, LONGEST_NAME), url), escape(short(source.publisher, LONGEST_NAME))
        return f"{name}, {publisher}, {self._dated(source)}"

    def _dated(self, source: Source) -> str:
        note = escape(short(source.date_note, LONGEST_NAME))
        if not source.date:
            return text(self._language, "source-noted", note=note) if note else text(self._language, "source-undated")
        dated = text(self._language, "source-dated", date=partial(self._language, source.date))
        return f"{dated} ({note})" if note else dated
