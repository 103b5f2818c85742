"""Making a poll, finding one, and what its maker and the leaders may do with it."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from cards.actions import execute
from cards.card import Card, Json
from cards.forms import date_input, one_of, text_input, tick, time_input, wrong
from cards.help import notice
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, row, sentence, short, title, within
from cards.poll_actions import (
    AnnounceChange,
    ClosePoll,
    DeletePoll,
    EditEvaluation,
    EditPoll,
    ExportPoll,
    ListPolls,
    ManagePoll,
    PollFields,
    PostPoll,
    PreviewPoll,
    SaveEvaluation,
    SeePoll,
)
from cards.polls import ending, name, preview, progress
from cards.texts import text
from knowledge.polls.drafts import Problem
from knowledge.polls.evaluations import LONGEST_CHANGE
from knowledge.polls.model import LONGEST_QUESTION, Kind, Names, Poll, Shown, Tally

FIELDS = ("question", "options", "kind", "names", "shown", "date", "time", "remind")
MOST_TYPED = 4000  # characters that a field takes, so that what is too long can be told so
MOST_ASKED = 1000  # likewise, where there are five
LISTED = 20_000  # bytes
LONGEST_NAME = 120

_LABELS = {"kind": "poll-kind", "names": "poll-names-label", "shown": "poll-shown-label"}


def form(typed: PollFields, problems: Mapping[str, Problem], language: str) -> Card:
    """The form of a poll, holding what was typed, each problem at its field."""

    def field(input: Json, name: str = "") -> list[Json]:
        problem = problems.get(name or input["id"])
        return [input, wrong(problem_said(problem, language))] if problem else [input]

    body = [
        *field(text_input("question", text(language, "poll-question"), typed.question, most=MOST_TYPED)),
        *field(text_input("options", text(language, "poll-options"), typed.options, most=MOST_TYPED, lines=True)),
        *field(_one_of("kind", typed.kind or Kind.ONE, Kind, language)),
        *field(_one_of("names", typed.names or Names.NOBODY, Names, language)),
        *field(_one_of("shown", typed.shown or Shown.AT_ONCE, Shown, language)),
        date_input("date", text(language, "poll-date"), typed.date, text(language, "poll-date-error")),
        *field(_time(typed, language), "closes"),
        tick("remind", text(language, "poll-remind"), text(language, "poll-remind-words"), typed.remind),
    ]
    see = execute(text(language, "poll-preview"), PreviewPoll(draft=typed.draft), filled_in=FIELDS)
    others = execute(text(language, "poll-list"), ListPolls(), past_inputs=True)
    head = text(language, "poll-problems", count=len(problems)) if problems else text(language, "poll-new")
    said = [plain(bold(head))] if problems else []
    return card(language, head, [title(text(language, "poll-new")), *said, *body, *buttons([see, others])])


def problem_said(problem: Problem, language: str, most: int = LONGEST_QUESTION) -> str:
    """Why a text of at most so many characters, or what else was typed, cannot be taken."""
    return text(language, "poll-problem", problem=problem, most=most)


def _time(typed: PollFields, language: str) -> Json:
    return time_input("time", text(language, "poll-time"), typed.time, text(language, "poll-time-error"))


def _one_of(id: str, typed: str, values: type[Kind] | type[Names] | type[Shown], language: str) -> Json:
    """A list to choose in; a value that nobody could choose is none."""
    choices = {str(each): text(language, f"poll-{id}-choice", choice=each) for each in values}
    held = typed if typed in choices else ""
    return one_of(id, text(language, _LABELS[id]), held, choices, text(language, "poll-choose-one"))


def previewed(shown: Poll, typed: PollFields, zone: tzinfo) -> Card:
    """The poll as it will look, to be posted or changed."""
    language, fields = shown.language, typed.model_dump(exclude={"verb"})
    words = text(language, "poll-previewed")
    doing = [
        execute(text(language, "poll-post"), PostPoll(**fields)),
        execute(text(language, "poll-change"), EditPoll(**fields)),
    ]
    reminds = [quiet(text(language, "poll-reminds"))] if shown.remind else []
    drawn = group([*preview(shown, Tally(0, ()), zone), *reminds], separator=True)
    return card(language, words, [plain(bold(words)), drawn, group(buttons(doing), separator=True)])


def posted(language: str) -> Card:
    return notice(text(language, "poll-posted"), language)


def listed(found: Sequence[tuple[Poll, int]], zone: tzinfo, language: str, *, private: bool) -> Card:
    """The open polls and those that were, each with how many answered."""
    lines = {
        "poll-open-polls": [each for each in found if each[0].closed_at is None],
        "poll-past-polls": [each for each in found if each[0].closed_at is not None],
    }
    groups = [
        group([heading(text(language, key)), *(_line(poll, voters, zone, language) for poll, voters in polls)])
        for key, polls in lines.items()
        if polls
    ]
    none = [] if groups else [sentence(text(language, "poll-none"))]
    new = [] if private else [execute(text(language, "poll-new"), EditPoll())]
    head = text(language, "poll-list-title")
    hint = [quiet(text(language, "poll-only-in-channel"))] if private else []
    return card(language, head, [title(head), *none, *within(groups, LISTED), *hint, *buttons(new)])


def _line(shown: Poll, voters: int, zone: tzinfo, language: str) -> Json:
    key = "poll-closes" if shown.closed_at is None else "poll-closed"
    ends = text(language, key, **ending(shown, zone))
    called = short(name(shown), LONGEST_NAME)
    words = plain(called, faint(f" · {ends} {progress(shown, voters)}"))
    # A question may well be asked again: the day tells one poll from the other.
    return row(words, execute(text(language, "poll-open"), SeePoll(poll=shown.id), about=f"{called} {ends}"))


def managed(shown: Poll, voters: int, zone: tzinfo, *, note: str = "", error: str = "") -> Card:
    """What may be done with a poll."""
    language = shown.language
    status = text(language, "poll-closed" if shown.closed_at else "poll-closes", **ending(shown, zone))
    said = [plain(bold(note))] if note else []
    body = [*said, title(name(shown)), quiet(f"{status} {progress(shown, voters)}"), *_announcing(shown, error)]
    return card(language, note or name(shown), [*body, *buttons(_managing(shown))])


def _managing(shown: Poll) -> list[Json]:
    language = shown.language
    doing = {
        "poll-close": ClosePoll(poll=shown.id) if shown.closed_at is None else None,
        "poll-export": ExportPoll(poll=shown.id) if shown.closed_at is not None else None,
        "poll-delete": DeletePoll(poll=shown.id),
        "evaluation-edit": EditEvaluation() if shown.evaluation else None,
        "poll-back": SeePoll(poll=shown.id),
    }
    return [execute(text(language, key), action, past_inputs=True) for key, action in doing.items() if action]


def _announcing(shown: Poll, error: str) -> list[Json]:
    """What will be different from now on, for who leads, once an evaluation is closed."""
    if not shown.evaluation or shown.closed_at is None:
        return []
    language = shown.language
    label = text(language, "evaluation-change-label")
    field = text_input("change", label, shown.change, most=LONGEST_CHANGE, lines=True)
    add = execute(text(language, "evaluation-announce"), AnnounceChange(poll=shown.id), filled_in=("change",))
    return [field, *([wrong(error)] if error else []), *buttons([add])]


def closing(shown: Poll) -> Card:
    return _asked(shown, "poll-close-sure", "poll-close-yes", ClosePoll(poll=shown.id, sure=True))


def deleting(shown: Poll) -> Card:
    return _asked(shown, "poll-delete-sure", "poll-delete-yes", DeletePoll(poll=shown.id, sure=True))


def _asked(shown: Poll, question: str, yes: str, action: ClosePoll | DeletePoll) -> Card:
    language = shown.language
    words = text(language, question)
    doing = [
        execute(text(language, yes), action),
        execute(text(language, "poll-no"), ManagePoll(poll=shown.id)),
    ]
    return card(language, words, [title(name(shown)), sentence(words), *buttons(doing)])


def reminder(shown: Poll, voters: int, zone: tzinfo) -> Card:
    """A word in the thread, naming nobody."""
    language = shown.language
    words = text(language, "poll-reminder", question=name(shown), **ending(shown, zone))
    return card(language, words, [plain(words), quiet(progress(shown, voters))])


def questions(words: Sequence[str], language: str, problems: Mapping[int, Problem] | None = None) -> Card:
    """The form of the questions that evaluations ask, holding what was typed."""
    fields = [part for at, each in enumerate(words) for part in _question(at, each, language, problems or {})]
    filled_in = [f"question_{at}" for at in range(len(words))]
    save = execute(text(language, "evaluation-save"), SaveEvaluation(), filled_in=filled_in)
    head = text(language, "evaluation-questions")
    how = sentence(text(language, "evaluation-questions-how"))
    return card(language, head, [title(head), how, *fields, *buttons([save])])


def _question(at: int, words: str, language: str, problems: Mapping[int, Problem]) -> list[Json]:
    label = text(language, "evaluation-question", number=at + 1, scale=str(at < 3).lower())
    field = text_input(f"question_{at}", label, words[:MOST_ASKED], most=MOST_ASKED)
    return [field, wrong(problem_said(problems[at], language))] if at in problems else [field]
