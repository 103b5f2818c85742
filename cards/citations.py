"""Numbered citations: each source once, in the order its statements stand."""

from collections.abc import Iterable

from cards.card import Json
from cards.dates import partial
from cards.parts import escape, italic, link, plain, quiet
from cards.texts import text
from knowledge.library.model import Passage, Source


class Citations:
    """Numbers sources as statements are written, and lists them afterwards."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._sources: list[Source] = []

    def statement(self, passage: Passage, spacing: str = "Small") -> Json:
        """A statement with its citation numbers, said to be uncertain where it is."""
        caution = italic(text(self._language, "statement-uncertain") + " ") if passage.uncertain else ""
        return plain(caution, f"{passage.text} {self._marks(passage.sources)}", spacing=spacing)

    def listed(self) -> list[Json]:
        """One line for each source cited so far, under its number."""
        lines = (f"{number}\\. {self._line(source)}" for number, source in enumerate(self._sources, 1))
        return [quiet(line) for line in lines]

    def _marks(self, sources: Iterable[Source]) -> str:
        return " ".join(f"[{self._number(source)}]" for source in sources)

    def _number(self, source: Source) -> int:
        key = (source.title, source.publisher, source.url)
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return self._numbers[key]

    def _line(self, source: Source) -> str:
        return ", ".join((link(source.title, source.url), escape(source.publisher), self._dated(source)))

    def _dated(self, source: Source) -> str:
        if source.date and not source.date_note:
            return text(self._language, "source-dated", date=partial(self._language, source.date))
        if source.date_note:
            return text(self._language, "source-dated", date=escape(source.date_note))
        return text(self._language, "source-undated")
