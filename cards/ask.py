"""An answer, a comparison or an honest *don't know*, drawn as a card."""

from cards.actions import KeepQuestion, OpenCase, Rate, execute
from cards.card import Card, Json
from cards.citations import Citations
from cards.dates import day
from cards.parts import bold, buttons, card, group, heading, plain, quiet, sentence, title
from cards.texts import text
from knowledge.answers import Given
from knowledge.ask import Answer, Outcome
from knowledge.library.library import Found
from knowledge.library.model import Case

LONGEST_BUTTON = 40


def answer(shown: Given, *, kept: bool = False, rated: bool | None = None) -> Card:
    """The card of an answer; `kept` says the question is kept as open, `rated` which thumb was given."""
    given, language = shown.answer, shown.language
    draw = {
        Outcome.ANSWERED: _answered,
        Outcome.COMPARED: _compared,
        Outcome.UNKNOWN: _unknown,
    }[given.outcome]
    citations = Citations(language)
    asked = [plain(bold(given.question))] if shown.from_button else []
    body = [*asked, *_following(given, language), *draw(given, citations, language)]
    sources = citations.listed()
    if sources:
        body.append(group([heading(text(language, "sources")), *sources], separator=True))
    body += _feedback(given, shown.id, language, kept=kept, rated=rated)
    return card(language, _summary(given, language), body)


def _answered(given: Answer, citations: Citations, language: str) -> list[Json]:
    statements = [citations.statement(found.passage, "Medium") for found in given.statements]
    return [*statements, *_differing(given, citations, language), _cases_line(given.statements, language)]


def _compared(given: Answer, citations: Citations, language: str) -> list[Json]:
    rows = [
        group([plain(bold(row_name(found.case)), _phase(found.case, language)), citations.statement(found.passage)])
        for found in given.statements
    ]
    missing = [quiet(text(language, "ask-nothing-about", name=name.capitalize())) for name in given.without]
    return [title(text(language, "ask-compared")), *rows, *missing, *_differing(given, citations, language)]


def _unknown(given: Answer, citations: Citations, language: str) -> list[Json]:
    known_gaps = [citations.statement(found.passage) for found in given.statements]
    why = known_gaps or [sentence(text(language, "ask-unknown-why"))]
    nearest = [quiet(text(language, "ask-nearest"), "Medium")] if given.related else []
    return [title(text(language, "ask-unknown")), *why, *nearest]


def _differing(given: Answer, citations: Citations, language: str) -> list[Json]:
    if not given.differing:
        return []
    others = [citations.statement(found.passage) for found in given.differing]
    return [group([heading(text(language, "ask-differing")), *others])]


def _following(given: Answer, language: str) -> list[Json]:
    if not given.following:
        return []
    return [plain(text(language, "ask-following") + " ", bold(given.following))]


def _cases_line(statements: tuple[Found, ...], language: str) -> Json:
    cases = dict.fromkeys(found.case for found in statements)
    return group([plain(*_case_runs(case, language)) for case in cases], spacing="Medium")


def _case_runs(case: Case, language: str) -> list[str | Json]:
    checked = text(language, "case-checked", date=day(language, case.checked))
    return [bold(case.title), _phase(case, language), f" · {checked}"]


def _phase(case: Case, language: str) -> str:
    return f" · {text(language, 'case-phase', phase=case.phase.value)}" if case.phase else ""


def row_name(case: Case) -> str:
    return ", ".join(case.municipalities) or case.title


def _feedback(given: Answer, answer_id: str, language: str, *, kept: bool, rated: bool | None) -> list[Json]:
    opened = list(dict.fromkeys(found.case for found in given.statements))[:1]
    open_first = [execute(text(language, "ask-read-more"), OpenCase(case=case.id, answer=answer_id)) for case in opened]
    related = [
        execute(text(language, "ask-related", case=_short(case.short_title)), OpenCase(case=case.id, answer=answer_id))
        for case in given.related
    ]
    if given.outcome is Outcome.UNKNOWN:
        ask_on = quiet(text(language, "ask-kept"), "Medium")
        keep = buttons([execute(text(language, "ask-keep"), KeepQuestion(answer=answer_id))])
        return [*([buttons(related)] if related else []), ask_on if kept else keep]
    thumbs = [
        execute(text(language, "ask-helped"), Rate(answer=answer_id, helped=True)),
        execute(text(language, "ask-helped-not"), Rate(answer=answer_id, helped=False)),
    ]
    thanks = [quiet(text(language, "ask-thanks", helped=str(rated).lower()))] if rated is not None else []
    return [buttons(open_first + thumbs), *([buttons(related)] if related else []), *thanks]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_BUTTON else f"{name[: LONGEST_BUTTON - 1].rstrip()}…"


def _summary(given: Answer, language: str) -> str:
    if given.outcome is Outcome.UNKNOWN:
        return text(language, "ask-unknown")
    return given.statements[0].passage.text
