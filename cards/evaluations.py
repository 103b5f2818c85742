"""What the evaluation of a meeting came to, beside those before it."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from cards.actions import opening
from cards.card import Card, Json
from cards.dates import day
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, sentence, short, title
from cards.poll_actions import ManagePoll
from cards.poll_results import LONGEST_LABEL, Results, bar
from cards.polls import progress
from cards.texts import text
from knowledge.polls.evaluations import Meeting, mean
from knowledge.polls.model import STEPS, Kind, Poll, Tally, readable


def result(shown: Poll, tally: Tally, meetings: Sequence[Meeting], zone: tzinfo) -> Card:
    """The result for the channel: the answers, how they changed over the meetings, what will be different."""
    language = shown.language
    head = text(language, "evaluation-result", date=day(language, shown.made_at.astimezone(zone).date()))
    answers = (
        [*_means(shown, tally), *_words(shown, tally), *_trend(shown, meetings, zone)]
        if readable(shown, tally)
        else [sentence(text(language, "poll-too-few", voters=tally.voters))]
    )
    manage = opening(text(language, "poll-manage"), ManagePoll(poll=shown.id))
    body = [title(head), quiet(progress(shown, tally.voters)), *answers, *_change(shown), *buttons([manage])]
    return card(language, head, body)


def _means(shown: Poll, tally: Tally) -> Iterator[Json]:
    """The mean of each scale, with its bar."""
    for question, count in zip(shown.questions, tally.counts, strict=True):
        if question.kind is Kind.SCALE:
            value = mean(count)
            yield plain(question.words, bold(f" {_number(value, shown.language)}"))
            if value is not None:
                yield bar(round(100 * (value - 1) / (STEPS - 1)))


def _words(shown: Poll, tally: Tally) -> list[Json]:
    drawn = Results(shown, tally)
    return [part for at, each in enumerate(shown.questions) if each.kind is Kind.WORDS for part in drawn.answers(at)]


def _trend(shown: Poll, meetings: Sequence[Meeting], zone: tzinfo) -> list[Json]:
    """A line for each scale over the meetings, and a table of the same; nothing to compare with shows nothing."""
    if len(meetings) < 2:
        return []
    language = shown.language
    rows = [plain(*_row(shown, each, zone)) for each in meetings]
    chart = {"type": "Chart.Line", "data": list(_series(shown, meetings, zone)), "fallback": group(rows)}
    table = [quiet(text(language, "evaluation-table")), *rows]
    return [heading(text(language, "evaluation-trend")), chart, *table]


def _series(shown: Poll, meetings: Sequence[Meeting], zone: tzinfo) -> Iterator[Json]:
    scales = [each for each in shown.questions if each.kind is Kind.SCALE]
    for at, question in enumerate(scales):
        points = [(each.at.astimezone(zone).date().isoformat(), each.means[at]) for each in meetings]
        values = [{"x": date, "y": round(value, 1)} for date, value in points if value is not None]
        yield {"legend": short(question.words, LONGEST_LABEL), "values": values}


def _row(shown: Poll, meeting: Meeting, zone: tzinfo) -> Iterator[str | Json]:
    date = day(shown.language, meeting.at.astimezone(zone).date())
    yield bold(f"{date}: ")
    yield " · ".join(_number(value, shown.language) for value in meeting.means)
    yield faint(f" · {text(shown.language, 'poll-answered', count=meeting.voters)}")


def _number(value: float | None, language: str) -> str:
    if value is None:
        return "–"
    written = f"{value:.1f}"
    return written.replace(".", ",") if language == "sv" else written


def _change(shown: Poll) -> list[Json]:
    if not shown.change:
        return []
    return [group([heading(text(shown.language, "evaluation-change")), plain(shown.change)], separator=True)]
