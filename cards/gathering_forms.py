"""Planning a meeting, and what a leader may do with one: changed, prepared, cancelled, deleted."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from cards.actions import OpenCase, execute
from cards.assignments import report_line
from cards.card import Card, Json
from cards.exercise_actions import ListExercises
from cards.forms import date_input, many_of, text_input, time_input, wrong
from cards.gathering_actions import (
    AskForDate,
    BeginReflection,
    CancelGathering,
    DeleteGathering,
    EditGathering,
    GatheringFields,
    GatherNotes,
    ListGatherings,
    ManageGathering,
    PlanGathering,
    PrepareGathering,
    TakeDate,
)
from cards.gatherings import summary, turned_out, when
from cards.parts import bold, buttons, card, faint, group, heading, plain, quiet, row, sentence, short, title, within
from cards.people import home_named
from cards.texts import text
from knowledge.gatherings.drafts import Draft, Problem
from knowledge.gatherings.model import LONGEST_PLACE, LONGEST_TEXT, LONGEST_TITLE, MOST_LINES, Gathering, Turnout
from knowledge.gatherings.preparation import Preparation
from knowledge.library.model import THEMES

FIELDS = ("title", "themes", "date", "begins", "ends", "place", "presenting", "programme", "prepare")
TEXTS = ("title", "place", "presenting", "programme", "prepare")
MOST_TYPED = 4000  # characters that a field takes, so that what is too long can be told so
ROOM = 16_000  # bytes for all that was typed; of what is more, each field keeps its share
MOST = {"title": LONGEST_TITLE, "place": LONGEST_PLACE}
LONGEST_CHOICE = 300  # characters of what is chosen rather than typed
LISTED = 20_000  # bytes
LONGEST_LINE = 300
LONGEST_NAME = 120

_THEMES = {each: each for each in THEMES}


def form(
    typed: GatheringFields, problems: Mapping[str, Problem], language: str, *, outcome: str = "", note: str = ""
) -> Card:
    """The form, holding what was typed, each problem at its field.

    `outcome` is the day that a poll came to, empty while there is none; `note` says what was just done.
    """
    head = text(language, "gathering-change-title" if typed.gathering else "gathering-new")
    said = text(language, "gathering-problems", count=len(problems)) if problems else note
    fields = [
        part for name, field in _fields(typed, language).items() for part in _with(field, name, problems, language)
    ]
    draft, gathering = typed.draft, typed.gathering
    post = text(language, "gathering-save" if gathering else "gathering-post")
    doing = [execute(post, PlanGathering(draft=draft, gathering=gathering), filled_in=FIELDS)]
    if outcome:
        take = text(language, "gathering-take-date", option=short(outcome))
        doing.append(execute(take, TakeDate(draft=draft), filled_in=FIELDS))
    if not gathering:
        doing.append(execute(text(language, "gathering-ask-date"), AskForDate(draft=draft), filled_in=FIELDS))
    doing.append(execute(text(language, "gatherings-list"), ListGatherings(), past_inputs=True))
    lead = [plain(bold(said))] if said else []
    return card(language, said or head, [title(head), *lead, *fields, *buttons(doing)])


def fields(draft: Draft, id: str, gathering: str = "") -> GatheringFields:
    """A draft as the form has it."""
    return GatheringFields(draft=id, gathering=gathering, **{name: getattr(draft, name) for name in FIELDS})


def managed(shown: Gathering, turnout: Sequence[Turnout], zone: tzinfo, *, ahead: bool) -> Card:
    """What a leader may do with it; once it was held it is too late to change."""
    language, id = shown.language, shown.id
    held = shown.cancelled_at is None
    doing = {
        "gathering-change": EditGathering(gathering=id) if ahead else None,
        "gathering-prepare-open": PrepareGathering(gathering=id),
        "exercises-title": ListExercises(gathering=id) if held else None,
        "gathering-reflect": BeginReflection(gathering=id) if held else None,
        "gathering-notes": GatherNotes(gathering=id) if held else None,
        "gathering-cancel": CancelGathering(gathering=id) if ahead else None,
        "gathering-delete": DeleteGathering(gathering=id),
        "gatherings-list": ListGatherings(),
    }
    body = [title(shown.plan.title), quiet(when(shown.plan, zone, language)), *turned_out(turnout, language)]
    actions = [execute(text(language, key), action) for key, action in doing.items() if action]
    return card(language, summary(shown, zone), [*body, *buttons(actions)])


def reflecting(shown: Gathering) -> Card:
    """Asks whether what people write is to stand beside their names."""
    language = shown.language
    words = text(language, "reflection-names")
    doing = [
        execute(text(language, "reflection-anonymous"), BeginReflection(gathering=shown.id, names="nobody")),
        execute(text(language, "reflection-named"), BeginReflection(gathering=shown.id, names="all")),
        execute(text(language, "gathering-no"), ManageGathering(gathering=shown.id)),
    ]
    how = quiet(text(language, "reflection-how"))
    return card(language, words, [plain(words), how, *buttons(doing)])


def cancelling(shown: Gathering, zone: tzinfo) -> Card:
    return _asked(shown, zone, "gathering-cancel", CancelGathering(gathering=shown.id, sure=True))


def deleting(shown: Gathering, zone: tzinfo) -> Card:
    return _asked(shown, zone, "gathering-delete", DeleteGathering(gathering=shown.id, sure=True))


def prepared(shown: Gathering, found: Preparation, zone: tzinfo) -> Card:
    """What there is to know before the meeting."""
    language = shown.language
    head = text(language, "gathering-prepared", title=shown.plan.title)
    sections = {
        "gathering-prepared-questions": [plain("• ", short(each.question, LONGEST_LINE)) for each in found.questions],
        "gathering-prepared-cases": [
            row(plain(short(each.title, LONGEST_NAME)), _open(each.id, each.title, language)) for each in found.cases
        ],
        "gathering-prepared-reports": [report_line(each, language) for _, each in found.reports],
        "gathering-prepared-faced": [_faced(home, phrases, language) for home, phrases in found.faced],
    }
    groups = [
        group([heading(text(language, key)), *(lines or [sentence(text(language, "gathering-prepared-none"))])])
        for key, lines in sections.items()
    ]
    how = quiet(text(language, "gathering-prepared-how"))
    back = execute(text(language, "gathering-back"), ManageGathering(gathering=shown.id))
    lines = [title(head), quiet(when(shown.plan, zone, language)), *within(groups, LISTED), how]
    return card(language, head, [*lines, *buttons([back])])


def _fields(typed: GatheringFields, language: str) -> dict[str, Json]:
    label = {name: text(language, f"gathering-label-{name}") for name in FIELDS}
    hours = {
        name: time_input(
            name, label[name], getattr(typed, name)[:LONGEST_CHOICE], text(language, "gathering-time-error")
        )
        for name in ("begins", "ends")
    }
    words = {
        name: text_input(name, label[name], kept, most=MOST_TYPED, lines=name not in MOST)
        for name, kept in _kept(typed).items()
    }
    return {
        "title": words.pop("title"),
        "themes": many_of("themes", label["themes"], typed.themes[:LONGEST_CHOICE], _THEMES),
        "date": date_input("date", label["date"], typed.date[:LONGEST_CHOICE], text(language, "gathering-date-error")),
        **hours,
        **words,
    }


def _kept(typed: GatheringFields) -> dict[str, str]:
    """The texts, whole unless all of them together are more than a card takes."""
    words = {name: getattr(typed, name) for name in TEXTS}
    if sum(len(each.encode()) for each in words.values()) <= ROOM:
        return words
    share = ROOM // len(words)
    return {name: each.encode()[:share].decode(errors="ignore") for name, each in words.items()}


def _with(field: Json, name: str, problems: Mapping[str, Problem], language: str) -> list[Json]:
    if name not in problems:
        return [field]
    most = MOST.get(name, LONGEST_TEXT)
    said = text(language, "gathering-problem", problem=problems[name], most=most, lines=MOST_LINES)
    return [field, wrong(said)]


def _asked(shown: Gathering, zone: tzinfo, key: str, action: CancelGathering | DeleteGathering) -> Card:
    language = shown.language
    words = text(language, f"{key}-sure", title=shown.plan.title, when=when(shown.plan, zone, language))
    doing = [
        execute(text(language, f"{key}-yes"), action),
        execute(text(language, "gathering-no"), ManageGathering(gathering=shown.id)),
    ]
    return card(language, words, [plain(words), *buttons(doing)])


def _open(case: str, about: str, language: str) -> Json:
    return execute(text(language, "digest-open"), OpenCase(case=case), about=short(about, LONGEST_NAME))


def _faced(home: str, phrases: Sequence[str], language: str) -> Json:
    name = home_named(home, language) if home else text(language, "gathering-no-home")
    return plain(bold(name), faint(f" – {short(', '.join(phrases), LONGEST_LINE)}"))
