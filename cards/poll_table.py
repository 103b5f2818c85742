"""The results of a poll as a file that a spreadsheet opens."""

import csv
from collections.abc import Iterator
from datetime import tzinfo
from io import StringIO

from cards.poll_results import Results, labels
from cards.polls import name
from cards.texts import text
from knowledge.polls.model import Kind, Poll, Tally, readable

SEPARATOR = ";"  # what stands between cells where a comma stands before decimals, as in Swedish
MARK = "\ufeff"  # by which Excel knows UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how what a spreadsheet would compute begins


def file_name(poll: Poll, zone: tzinfo) -> str:
    """Of the day it was made, as *omröstning 2026-03-05.csv*."""
    date = poll.made_at.astimezone(zone).date().isoformat()
    key = "evaluation-file" if poll.evaluation else "poll-file"
    return text(poll.language, key, date=date)


def table(poll: Poll, tally: Tally) -> bytes:
    """A row for each option and for each thing written, as far as it may be shown to anybody."""
    written = StringIO()
    rows = csv.writer(written, delimiter=SEPARATOR, lineterminator="\r\n")
    language = poll.language
    rows.writerow(text(language, f"poll-table-{column}") for column in ("question", "answer", "count", "share", "who"))
    for row in _rows(poll, tally) if readable(poll, tally) else _too_few(poll, tally):
        rows.writerow(map(_cell, row))
    return (MARK + written.getvalue()).encode()


def _rows(poll: Poll, tally: Tally) -> Iterator[tuple[str | int, ...]]:
    drawn = Results(poll, tally)
    for question, count in zip(poll.questions, tally.counts, strict=True):
        if question.kind is Kind.WORDS:
            yield from ((question.words, said.words, 1, "", said.name) for said in count.said)
        else:
            names = count.names or ((),) * question.choices
            for label, times, who in zip(labels(poll, question), count.chosen, names, strict=True):
                yield question.words, label, times, drawn.share(times), ", ".join(who)


def _too_few(poll: Poll, tally: Tally) -> Iterator[tuple[str | int, ...]]:
    yield name(poll), text(poll.language, "poll-too-few", voters=tally.voters), tally.voters, "", ""


def _cell(value: str | int) -> str | int:
    """What people wrote is text, whatever it begins with."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
