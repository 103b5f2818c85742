"""What leaders do with rounds: call one, close it, see who has met whom, say what groups talk by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from cards.actions import execute
from cards.card import Card, Json
from cards.forms import date_input, one_of, text_input, tick, time_input, wrong
from cards.help import notice
from cards.parts import bold, buttons, card, group, heading, plain, quiet, sentence, short, title, within
from cards.people import home_named
from cards.poll_results import LONGEST_LABEL, bar
from cards.round_actions import (
    CallRound,
    CancelRound,
    CloseRound,
    EditProtocol,
    SaveProtocol,
    SeeRound,
    ShowCoverage,
    ShowRounds,
)
from cards.rounds import Count, ending
from cards.texts import text
from cards.triads import LONGEST_PROTOCOL
from knowledge.rounds.history import Coverage
from knowledge.rounds.model import PAIR, TRIAD, Asked, Round

FIELDS = ("size", "asked", "date", "time", "named")
LEARNED = 8_000  # bytes
TABLE = 8_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How a round goes: who is in it, how many groups have agreed, how many have yet to."""

    round: Round
    count: Count
    agreed: int = 0
    open: int = 0


def form(typed: CallRound, language: str, *, bad: Collection[str] = ()) -> Card:
    """To call a round with."""
    head = text(language, "round-new")
    sizes = {str(each): text(language, "round-size-choice", choice=each) for each in (TRIAD, PAIR)}
    asked = {str(each): text(language, "round-asked-choice", choice=each) for each in Asked}
    choose = text(language, "round-choose-one")
    late = [wrong(text(language, "round-error-closes"))] if "closes" in bad else []
    call = execute(text(language, "round-call"), CallRound(round=typed.round), filled_in=FIELDS)
    body = [
        title(head),
        sentence(text(language, "round-new-what")),
        one_of("size", text(language, "round-size"), typed.size if typed.size in sizes else "", sizes, choose),
        one_of("asked", text(language, "round-asked"), typed.asked if typed.asked in asked else "", asked, choose),
        date_input("date", text(language, "round-date"), typed.date, text(language, "poll-date-error")),
        time_input("time", text(language, "round-time"), typed.time, text(language, "round-time-error")),
        *late,
        tick("named", text(language, "round-named"), text(language, "round-named-words"), typed.named),
        *buttons([call]),
        *buttons(_others(language)),
    ]
    return card(language, head, body)


def called(language: str) -> Card:
    return notice(text(language, "round-called"), language)


def door(running: Round | None, language: str) -> Card:
    """For where others read: whoever clicks sees what the round is to them."""
    if running is None:
        return notice(text(language, "round-none"), language)
    words = text(language, "round-running")
    see = execute(text(language, "round-see"), SeeRound(round=running.id))
    return card(language, words, [sentence(words), *buttons([see])])


def managed(shown: Standing, zone: tzinfo, language: str, *, note: str = "") -> Card:
    """The round that goes on, and what may be done with it."""
    head = text(language, "round-status")
    said = [plain(bold(note))] if note else []
    kind = text(language, "round-kind", size=shown.round.size)
    is_open = shown.round.closed_at is None
    if is_open:
        lines = [
            text(language, "round-status-open", **ending(shown.round, zone)),
            text(language, "round-count", count=shown.count.number),
        ]
    else:
        lines = [
            text(language, "round-closed", count=shown.count.number),
            text(language, "round-status-groups", agreed=shown.agreed, open=shown.open),
        ]
    doing = [
        *([execute(text(language, "round-close"), CloseRound(round=shown.round.id))] if is_open else []),
        execute(text(language, "round-cancel"), CancelRound(round=shown.round.id)),
    ]
    body = [*said, title(head), quiet(kind), *(sentence(line) for line in lines)]
    return card(language, note or head, [*body, *buttons(doing), *buttons(_others(language))])


def closing(round: Round, language: str) -> Card:
    return _asked(language, "close", CloseRound(round=round.id, sure=True))


def cancelling(round: Round, language: str) -> Card:
    return _asked(language, "cancel", CancelRound(round=round.id, sure=True))


def coverage(shown: Coverage, learned: Sequence[str], language: str) -> Card:
    """Which places have met which: as a picture, and the same in words; what they took with them."""
    head = text(language, "round-coverage")
    back = buttons([execute(text(language, "round-back"), ShowRounds())])
    if not shown.met:
        words = text(language, "round-coverage-none")
        return card(language, head, [title(head), sentence(words), *back])
    rows = [(home_named(place, language), shown.met_by(place)) for place in shown.places]
    most = max(len(met) for _, met in rows)
    bars = group([part for name, met in rows for part in (plain(name), bar(round(100 * len(met) / most)))])
    data = [{"x": short(name, LONGEST_LABEL), "y": len(met)} for name, met in rows]
    chart = {"type": "Chart.HorizontalBar", "data": data, "displayMode": "AbsoluteNoAxis", "fallback": bars}
    table = [plain(bold(f"{name}: "), _line(met, language)) for name, met in rows]
    took = [plain(f"”{each}”") for each in learned]
    body = [
        title(head),
        quiet(text(language, "round-coverage-what")),
        chart,
        heading(text(language, "round-coverage-table")),
        *within(table, TABLE),
        *([heading(text(language, "round-coverage-learned")), *within(took, LEARNED)] if took else []),
        *back,
    ]
    return card(language, head, body)


def protocol(words: str, language: str, *, error: bool = False, note: str = "") -> Card:
    """What groups talk by, to be changed."""
    head = text(language, "round-protocol")
    field = text_input("words", head, words[: 2 * LONGEST_PROTOCOL], most=LONGEST_PROTOCOL, lines=True)
    said = [plain(bold(note))] if note else []
    bad = [wrong(text(language, "round-protocol-error", most=LONGEST_PROTOCOL))] if error else []
    doing = [
        execute(text(language, "round-protocol-save"), SaveProtocol(), filled_in=("words",)),
        execute(text(language, "round-back"), ShowRounds(), past_inputs=True),
    ]
    how = quiet(text(language, "round-protocol-how"))
    return card(language, note or head, [*said, title(head), how, field, *bad, *buttons(doing)])


def _line(met: dict[str, int], language: str) -> str:
    listed = [
        home_named(place, language)
        if times == 1
        else text(language, "round-coverage-number", place=home_named(place, language), times=times)
        for place, times in met.items()
    ]
    return text(language, "round-coverage-line", count=len(met), places=", ".join(listed))


def _others(language: str) -> list[Json]:
    return [
        execute(text(language, "round-coverage"), ShowCoverage(), past_inputs=True),
        execute(text(language, "round-protocol-edit"), EditProtocol(), past_inputs=True),
    ]


def _asked(language: str, what: str, action: CloseRound | CancelRound) -> Card:
    words = text(language, f"round-{what}-sure")
    doing = [
        execute(text(language, f"round-{what}-yes"), action),
        execute(text(language, "round-no"), ShowRounds()),
    ]
    return card(language, words, [sentence(words), *buttons(doing)])
