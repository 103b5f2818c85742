"""A home assignment: as everybody sees it, the form it is given in, one's own part of it."""

from collections.abc import Mapping, Sequence

from cards.actions import execute, opening
from cards.assignment_actions import DeleteAssignment, GiveAssignment, OpenTrying, SaveTrying, WithdrawTrying
from cards.card import Card, Json
from cards.dates import this_year
from cards.forms import date_input, one_of, text_input, tick, wrong
from cards.parts import bold, buttons, card, faint, group, heading, message_link, plain, quiet, sentence, title, within
from cards.people import home_named
from cards.texts import text
from knowledge.assignments import Assignment, Trying
from knowledge.people import HOMES

MOST_TYPED = 2000  # characters that a field takes, so that what is too long can be told so
ROOM = 16_000  # bytes for the reports
YES = "true"


def assignment(shown: Assignment, tried: Sequence[Trying]) -> Card:
    """What is to be tried, who does, how it went."""
    language = shown.language
    head = text(language, "assignment-title")
    doing = [
        opening(text(language, "assignment-try"), OpenTrying(assignment=shown.id)),
        execute(text(language, "assignment-delete"), DeleteAssignment(assignment=shown.id)),
    ]
    body = [
        title(head),
        plain(bold(shown.text)),
        quiet(text(language, "assignment-until", date=this_year(language, shown.until, weekday=True))),
        *_tried(tried, language),
        *buttons(doing),
    ]
    return card(language, f"{head}: {shown.text}", body)


def form(typed: GiveAssignment, problems: Mapping[str, str], language: str) -> Card:
    """The form of a new one; `problems` are what is wrong, by field, in words."""
    head = text(language, "assignment-new")
    words = text_input("text", text(language, "assignment-label-text"), typed.text[:MOST_TYPED], most=MOST_TYPED)
    day = date_input(
        "until", text(language, "assignment-label-until"), typed.until[:40], text(language, "assignment-day")
    )
    give = GiveAssignment(draft=typed.draft, meeting=typed.meeting)
    fields = [part for each in (words, day) for part in _with(each, problems)]
    doing = [execute(text(language, "assignment-give"), give, filled_in=("text", "until"))]
    said = [plain(bold(text(language, "assignment-not-given")))] if problems else []
    return card(language, head, [title(head), *said, *fields, *buttons(doing)])


def own(shown: Assignment, typed: SaveTrying, *, known: bool, problems: Mapping[str, str], note: str = "") -> Card:
    """One's own part, `known` where one has said so before; `note` says what was just done."""
    language = shown.language
    homes = {home: home_named(home, language) for home in HOMES}
    home = typed.home if typed.home in homes else ""
    fields = [
        one_of("home", text(language, "assignment-label-home"), home, homes, text(language, "assignment-home")),
        text_input("report", text(language, "assignment-label-report"), typed.report, most=MOST_TYPED, lines=True),
        tick("shared", text(language, "assignment-label-shared"), text(language, "assignment-shared"), typed.shared),
    ]
    save = text(language, "assignment-save" if known else "assignment-we-try")
    doing = [execute(save, SaveTrying(assignment=shown.id), filled_in=("home", "report", "shared"))]
    if known:
        back = execute(text(language, "assignment-withdraw"), WithdrawTrying(assignment=shown.id), past_inputs=True)
        doing.append(back)
    said = [plain(bold(note))] if note else []
    lines = [part for each in fields for part in _with(each, problems)]
    body = [*said, plain(bold(shown.text)), *lines, quiet(text(language, "assignment-how")), *buttons(doing)]
    return card(language, note or text(language, "assignment-try"), body)


def reminder(shown: Assignment, post: tuple[str, str] | None) -> Card:
    """A word in private to who tries it; `post` is where its card stands, as channel and message."""
    language = shown.language
    words = text(language, "assignment-reminder")
    there = [sentence(message_link(text(language, "assignment-open"), *post))] if post else []
    how = sentence(text(language, "assignment-reminder-how"))
    return card(language, words, [sentence(words), plain(bold(shown.text)), how, *there])


def deleting(shown: Assignment) -> Card:
    language = shown.language
    words = text(language, "assignment-delete-sure")
    yes = execute(text(language, "assignment-delete-yes"), DeleteAssignment(assignment=shown.id, sure=True))
    return card(language, words, [plain(bold(shown.text)), sentence(words), *buttons([yes])])


def report_line(each: Trying, language: str) -> Json:
    return plain("• ", bold(f"{_home(each.home, language)}: "), each.report)


def _tried(tried: Sequence[Trying], language: str) -> list[Json]:
    if not tried:
        return [quiet(text(language, "assignment-nobody"))]
    names = ", ".join(dict.fromkeys(_home(each.home, language) for each in tried))
    told = [report_line(each, language) for each in tried if each.report]
    lines = list(within(told, ROOM))
    more = [plain(faint("…"))] if len(lines) < len(told) else []
    went = [group([heading(text(language, "assignment-went")), *lines, *more])] if told else []
    return [plain(text(language, "assignment-tried-by"), " ", names), *went]


def _home(home: str, language: str) -> str:
    return home_named(home, language) if home else text(language, "gathering-no-home")


def _with(field: Json, problems: Mapping[str, str]) -> list[Json]:
    problem = problems.get(field["id"])
    return [field, wrong(problem)] if problem else [field]
