"""A poll as everybody sees it, and as somebody sees it who may have answered; the sentences said about one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from cards.actions import execute, opening
from cards.card import Card, Json
from cards.dates import clock, this_year
from cards.forms import one_of, text_input, wrong
from cards.parts import bold, buttons, card, faint, group, plain, quiet, row, sentence, short, title
from cards.poll_actions import FillIn, ManagePoll, SeePoll, Vote, Withdraw
from cards.poll_results import Results, labels
from cards.texts import text
from knowledge.polls.model import LONGEST_WORDS, Ballot, Kind, Names, Poll, Shown, Tally, readable

LONGEST_RECEIPT = 300
MOST_TYPED = LONGEST_WORDS + 500  # characters of a field; the rest of what is much too long is not kept


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at a poll: what they answered, whether they may manage it; `note` says what just came of a click.

    `typed` is what they filled in that could not be taken, and `error` why.
    """

    ballot: Ballot | None = None
    manages: bool = False
    note: str = ""
    typed: Sequence[str] = ()
    error: str = ""


def poll(shown: Poll, tally: Tally, zone: tzinfo, viewer: Viewer | None = None) -> Card:
    """The poll, for all, or for one `viewer` alone."""
    if shown.closed_at is not None:
        return _closed(shown, tally, zone, viewer)
    own = viewer or Viewer()
    body = [
        *_note(own),
        title(name(shown)),
        *_rules(shown, zone),
        *(_options(shown, tally, viewer) if shown.clicked else _fields(shown, own)),
        *_progress(shown, tally, viewer),
        *_own(shown, own),
        *_so_far(shown, tally, viewer),
        *buttons(_doing(shown, viewer)),
    ]
    return _refreshing(card(shown.language, summary(shown, tally), body), shown)


def preview(shown: Poll, tally: Tally, zone: tzinfo) -> list[Json]:
    """The poll as it will look, without what can be clicked."""
    drawn = [title(name(shown)), *_rules(shown, zone)]
    if not shown.clicked:
        return drawn
    return [*drawn, group([plain(label) for label in labels(shown, shown.questions[0])])]


def name(shown: Poll) -> str:
    return text(shown.language, "evaluation-title") if shown.evaluation else shown.title


def summary(shown: Poll, tally: Tally) -> str:
    """In one line, for notifications."""
    if shown.closed_at is None:
        return text(shown.language, "poll-summary", question=name(shown))
    leads = Results(shown, tally).leading() if readable(shown, tally) else ""
    return " ".join(filter(None, (text(shown.language, "poll-summary-closed", question=name(shown)), leads)))


def progress(shown: Poll, voters: int) -> str:
    """How many have answered."""
    if shown.members:
        return text(shown.language, "poll-answered-of", count=voters, members=max(voters, shown.members))
    return text(shown.language, "poll-answered", count=voters)


def ending(shown: Poll, zone: tzinfo) -> dict[str, str]:
    """When it closes or closed, to fill in a text with."""
    local = shown.ends_at.astimezone(zone)
    return {
        "date": this_year(shown.language, local.date(), weekday=True),
        "time": clock(shown.language, local.time()),
    }


def reads(shown: Poll, tally: Tally, viewer: Viewer | None) -> bool:
    """Whether the answers may be shown: to `viewer`, or to all."""
    if not readable(shown, tally):
        return False
    if shown.closed_at is not None:
        return True
    if shown.shown is Shown.AFTER_VOTING:
        return viewer is not None and viewer.ballot is not None
    return shown.shown is Shown.AT_ONCE


def receipt(shown: Poll, ballot: Ballot | None) -> str:
    """What somebody has answered, in one sentence to them alone."""
    if ballot is None or ballot.is_empty:
        return text(shown.language, "poll-withdrawn")
    [answer] = ballot.answers
    called = labels(shown, shown.questions[0])
    listed = ", ".join(called[option] for option in answer) if not isinstance(answer, str) else answer
    return text(shown.language, "poll-receipt", answer=listed)


def _note(own: Viewer) -> list[Json]:
    return [plain(bold(own.note))] if own.note else []


def _rules(shown: Poll, zone: tzinfo) -> list[Json]:
    """How to answer, who sees what, until when."""
    language = shown.language
    closes = text(language, "poll-closes", **ending(shown, zone))
    if shown.evaluation:
        return [quiet(f"{text(language, 'evaluation-how')} {closes}")]
    lines = [
        text(language, f"poll-how-{shown.questions[0].kind}"),
        text(language, "poll-names", names=shown.names),
        *([text(language, "poll-shown", shown=shown.shown)] if shown.shown is not Shown.AT_ONCE else []),
        *([text(language, "poll-few")] if shown.anonymous else []),
        closes,
    ]
    return [quiet(" ".join(lines))]


def _options(shown: Poll, tally: Tally, viewer: Viewer | None) -> list[Json]:
    """Each option with its button and, where they may be read, its answers."""
    drawn = Results(shown, tally, _named(shown, viewer))
    numbers = reads(shown, tally, viewer)
    return [
        part
        for option, label in enumerate(labels(shown, shown.questions[0]))
        for part in (
            row(_label(drawn, option, label, numbers, viewer), *_choosing(shown, option, label, viewer)),
            *(_bar(drawn, option) if numbers else []),
        )
    ]


def _label(drawn: Results, option: int, label: str, numbers: bool, viewer: Viewer | None) -> Json:
    times = f" · {drawn.number(drawn.tally.counts[0].chosen[option])}" if numbers else ""
    return plain(bold(f"✓ {label}") if option in _held(viewer) else label, faint(times) if numbers else "")


def _choosing(shown: Poll, option: int, label: str, viewer: Viewer | None) -> list[Json]:
    """The button to choose an option, or no longer; none for the one answer that is chosen already."""
    chosen = option in _held(viewer)
    if chosen and shown.questions[0].kind is not Kind.SEVERAL:
        return []
    key = "poll-unchoose" if chosen else "poll-choose"
    vote = Vote(poll=shown.id, option=option, chosen=not chosen, own=viewer is not None)
    return [execute(text(shown.language, key), vote, about=short(label))]


def _bar(drawn: Results, option: int) -> list[Json]:
    count = drawn.tally.counts[0]
    return [drawn.bar(count.chosen[option]), *drawn.who(count, option)]


def _held(viewer: Viewer | None) -> tuple[int, ...]:
    if viewer is None or viewer.ballot is None or isinstance(viewer.ballot.answers[0], str):
        return ()
    return viewer.ballot.answers[0]


def _fields(shown: Poll, own: Viewer) -> list[Json]:
    """What is filled in, holding what was typed before."""
    typed = [each[:MOST_TYPED] for each in own.typed] or _typed(own.ballot, len(shown.questions))
    fields = [_field(shown, at, typed[at]) for at in range(len(shown.questions))]
    filled_in = [f"answer_{at}" for at in range(len(shown.questions))]
    send = "poll-send-again" if own.ballot else "poll-send"
    action = FillIn(poll=shown.id)
    return [
        *fields,
        *([wrong(own.error)] if own.error else []),
        *buttons([execute(text(shown.language, send), action, filled_in=filled_in)]),
    ]


def _typed(ballot: Ballot | None, questions: int) -> list[str]:
    if ballot is None:
        return [""] * questions
    return [each if isinstance(each, str) else str(each[0] + 1) if each else "" for each in ballot.answers]


def _field(shown: Poll, at: int, typed: str) -> Json:
    question = shown.questions[at]
    if question.kind is Kind.WORDS:
        return text_input(f"answer_{at}", question.words, typed, most=LONGEST_WORDS, lines=True)
    steps = {str(step): label for step, label in enumerate(labels(shown, question), 1)}
    field = one_of(f"answer_{at}", question.words, typed, steps, text(shown.language, "poll-choose-step"))
    return {**field, "style": "expanded", "isRequired": False}


def _progress(shown: Poll, tally: Tally, viewer: Viewer | None) -> list[Json]:
    """How many have answered; not where the card stays as it is while people are filling it in."""
    if not shown.clicked and viewer is None:
        return []
    return [plain(bold(progress(shown, tally.voters)), spacing="Medium")]


def _own(shown: Poll, own: Viewer) -> list[Json]:
    if own.ballot is None or not shown.clicked:
        return []
    return [plain(short(receipt(shown, own.ballot), LONGEST_RECEIPT))]


def _so_far(shown: Poll, tally: Tally, viewer: Viewer | None) -> list[Json]:
    """What was filled in so far, for one who may read it."""
    if shown.clicked or viewer is None or not reads(shown, tally, viewer):
        return []
    return Results(shown, tally, _named(shown, viewer)).whole()


def _named(shown: Poll, viewer: Viewer | None) -> bool:
    return shown.names is Names.ALL or (shown.names is Names.LEADERS and viewer is not None and viewer.manages)


def _doing(shown: Poll, viewer: Viewer | None) -> list[Json]:
    language = shown.language
    if viewer is None:
        own = execute(text(language, "poll-see"), SeePoll(poll=shown.id), past_inputs=True)
        return [own, opening(text(language, "poll-manage"), ManagePoll(poll=shown.id))]
    withdraw = execute(text(language, "poll-withdraw"), Withdraw(poll=shown.id), past_inputs=True)
    manage = opening(text(language, "poll-manage"), ManagePoll(poll=shown.id))
    return [*([withdraw] if viewer.ballot else []), *([manage] if viewer.manages else [])]


def _closed(shown: Poll, tally: Tally, zone: tzinfo, viewer: Viewer | None) -> Card:
    language = shown.language
    drawn = Results(shown, tally, _named(shown, viewer))
    status = f"{text(language, 'poll-closed', **ending(shown, zone))} {progress(shown, tally.voters)}"
    manage = opening(text(language, "poll-manage"), ManagePoll(poll=shown.id))
    body = [*_note(viewer or Viewer()), title(name(shown)), quiet(status), *_result(drawn), *buttons([manage])]
    return card(language, summary(shown, tally), body)


def _result(drawn: Results) -> list[Json]:
    """What was answered; of an evaluation that stands in a post of its own."""
    language, tally = drawn.poll.language, drawn.tally
    if not readable(drawn.poll, tally):
        return [sentence(text(language, "poll-too-few", voters=tally.voters))]
    if drawn.poll.evaluation:
        return [sentence(text(language, "evaluation-elsewhere"))]
    lead = drawn.leading()
    return [*([plain(bold(lead), spacing="Medium")] if lead else []), *drawn.whole()]


def _refreshing(drawn: Card, shown: Poll) -> Card:
    """Teams asks by itself for the card of each viewer, where they are few enough to be named."""
    if not shown.viewers:
        return drawn
    see = execute(text(shown.language, "poll-see"), SeePoll(poll=shown.id))
    action = {key: see[key] for key in ("type", "title", "verb", "data")}
    refresh = {"action": action, "userIds": list(shown.viewers)}
    return Card({**drawn.content, "refresh": refresh}, drawn.summary)
