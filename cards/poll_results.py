"""What a poll's answers add up to: bars that every client draws, charts where there are any, always the numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from cards.card import Json
from cards.parts import clean, faint, group, heading, plain, quiet, short, within
from cards.texts import text
from knowledge.polls.model import STEPS, Count, Kind, Poll, Question, Tally

FULL = 100  # parts of a bar
NAMED = 3_000  # bytes for the names under all options together
SAID = 9_000  # bytes for what was written
LONGEST_LABEL = 40  # characters, of a chart


def labels(poll: Poll, question: Question) -> list[str]:
    """What can be chosen, as people read it."""
    if question.kind is not Kind.SCALE:
        return [clean(option) for option in question.options]
    lowest, *between, highest = (str(step) for step in range(1, STEPS + 1))
    what = "evaluation" if poll.evaluation else "poll"
    first = text(poll.language, f"{what}-scale-lowest", step=lowest)
    return [first, *between, text(poll.language, f"{what}-scale-highest", step=highest)]


def bar(filled: int) -> Json:
    """A bar that is `filled` so many percent; without words, for the number stands above it."""
    parts = ((filled, "accent"), (FULL - filled, "emphasis"))
    columns = [
        {"type": "Column", "width": width, "style": style, "spacing": "None", "items": []}
        for width, style in parts
        if width
    ]
    return {"type": "ColumnSet", "columns": columns, "spacing": "Small"}


@dataclass(frozen=True, slots=True)
class Results:
    """Draws what all answered; `named` says whether it may be read who did."""

    poll: Poll
    tally: Tally
    named: bool = False

    def number(self, times: int) -> str:
        """How many, and how large a share of those who answered."""
        return text(self.poll.language, "poll-number", count=times, share=self.share(times))

    def bar(self, times: int) -> Json:
        """As long as its share of those who answered."""
        return bar(self.share(times))

    def who(self, count: Count, option: int) -> list[Json]:
        """The names of those who chose an option, as far as there is room."""
        if not self.named or not count.names or not count.names[option]:
            return []
        room = NAMED // len(count.names)
        return [plain(faint(short(", ".join(count.names[option]), room)), spacing="None")]

    def whole(self) -> list[Json]:
        """The answers to every question."""
        return [part for at in range(len(self.poll.questions)) for part in self.answers(at)]

    def answers(self, at: int) -> list[Json]:
        """The answers to the question of that number, under its words where there are others."""
        question, count = self.poll.questions[at], self.tally.counts[at]
        head = [heading(question.words)] if len(self.poll.questions) > 1 else []
        said = self._said(count) if question.kind is Kind.WORDS else self._chosen(question, count)
        return [*head, *said]

    def leading(self) -> str:
        """What most chose, in one sentence; nothing where that says nothing."""
        question, count = self.poll.questions[0], self.tally.counts[0]
        most = max(count.chosen, default=0)
        if self.poll.evaluation or question.kind is Kind.SCALE or not most:
            return ""
        language = self.poll.language
        ahead = [each for each, times in zip(labels(self.poll, question), count.chosen, strict=True) if times == most]
        *others, last = ahead
        listed = f"{', '.join(others)} {text(language, 'and')} {last}" if others else last
        return text(language, "poll-leading", count=len(ahead), options=listed, votes=most)

    def share(self, times: int) -> int:
        """Of those who answered, in percent."""
        return round(100 * times / self.tally.voters) if self.tally.voters else 0

    def _chosen(self, question: Question, count: Count) -> Iterator[Json]:
        """A chart, and beneath it the same in words, for who cannot see it."""
        rows = list(zip(labels(self.poll, question), count.chosen, strict=True))
        bars = group([part for label, times in rows for part in (plain(label), self.bar(times))])
        data = [{"x": short(label, LONGEST_LABEL), "y": times} for label, times in rows]
        yield {"type": "Chart.HorizontalBar", "data": data, "displayMode": "AbsoluteNoAxis", "fallback": bars}
        for option, (label, times) in enumerate(rows):
            yield plain(label, faint(f" · {self.number(times)}"))
            yield from self.who(count, option)

    def _said(self, count: Count) -> list[Json]:
        """What was written, as far as there is room."""
        if not count.said:
            return [quiet(text(self.poll.language, "poll-said-nothing"))]
        lines = [self._line(each.words, each.name) for each in count.said]
        shown = list(within(lines, SAID // len(self.poll.questions)))
        left = len(lines) - len(shown)
        return [*shown, quiet(text(self.poll.language, "poll-said-more", count=left))] if left else shown

    def _line(self, words: str, name: str) -> Json:
        return plain(f"”{words}”", faint(f" · {name}") if self.named and name else "")
