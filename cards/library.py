"""A case to read, page by page, and the library as a list."""

from collections.abc import Callable, Iterable, Sequence

from cards.actions import ListCases, OpenCase, ShowAnswer, execute
from cards.card import Card, Json
from cards.citations import Citations
from cards.dates import day
from cards.parts import bold, card, group, heading, plain, quiet, title
from cards.texts import text
from knowledge.library.model import Case, Kind, Phase, Section, Visibility

PAGE_STATEMENTS = 8
MOST_LISTED = 150  # what keeps the list under Teams' size; a longer library is narrowed with a word


def case(shown: Case, language: str, *, page: int = 0, answer_id: str = "") -> Card:
    """One page of a case; `answer_id` is the answer to go back to."""
    pages = _pages(shown)
    page = min(page, len(pages) - 1)
    citations = Citations(language)
    body = [title(shown.title), _facts(shown, language)]
    if page == 0 and shown.intro:
        body.append(plain(shown.intro))
    for section in pages[page]:
        statements = [citations.statement(passage) for passage in section.passages]
        body.append(group([heading(section.heading), *statements]))
    body.append(group([heading(text(language, "sources")), *citations.listed()], separator=True))
    if len(pages) > 1:
        body.append(quiet(text(language, "case-page", page=page + 1, pages=len(pages)), "Medium"))
    return card(language, shown.title, body, _turning(shown, language, page, len(pages), answer_id))


def _turning(shown: Case, language: str, page: int, pages: int, answer_id: str) -> list[Json]:
    def turn(key: str, to: int) -> Json:
        return execute(text(language, key), OpenCase(case=shown.id, answer=answer_id, page=to))

    earlier = [turn("case-earlier", page - 1)] if page > 0 else []
    later = [turn("case-later", page + 1)] if page < pages - 1 else []
    back = (
        execute(text(language, "case-back-to-answer"), ShowAnswer(answer=answer_id))
        if answer_id
        else execute(text(language, "case-back-to-list"), ListCases())
    )
    return [*earlier, *later, back]


def _pages(shown: Case) -> list[list[Section]]:
    """Whole sections, as many as fit on a page; a section is divided only where it alone is too long."""
    pages: list[list[Section]] = [[]]
    room = PAGE_STATEMENTS
    for section in _divided(shown.sections):
        if len(section.passages) > room and pages[-1]:
            pages.append([])
            room = PAGE_STATEMENTS
        pages[-1].append(section)
        room -= len(section.passages)
    return pages


def _divided(sections: Iterable[Section]) -> Iterable[Section]:
    for section in sections:
        for start in range(0, len(section.passages), PAGE_STATEMENTS):
            yield Section(section.heading, section.passages[start : start + PAGE_STATEMENTS])


def _facts(shown: Case, language: str) -> Json:
    named = [
        ("case-municipality", ", ".join(shown.municipalities)),
        ("case-in-phase", shown.phase.value if shown.phase else ""),
        ("case-themes", ", ".join(shown.themes)),
        ("case-last-checked", day(language, shown.checked)),
        ("case-visibility", text(language, "case-confidential") if shown.visibility is Visibility.CONFIDENTIAL else ""),
    ]
    facts = [{"title": text(language, key), "value": value} for key, value in named if value]
    return {"type": "FactSet", "facts": facts}


def cases(listed: Sequence[Case], language: str, *, word: str = "") -> Card:
    """The cases by municipality, phase and theme, and a choice to open one; `word` is what narrowed the list."""
    shown = listed[:MOST_LISTED]
    heads = {
        "narrowed": lambda: text(language, "cases-narrowed", count=len(listed), word=word),
        "all": lambda: text(language, "cases-all", count=len(listed)),
    }
    summary = heads["narrowed" if word else "all"]()
    groups = [
        _grouped(language, "cases-by-municipality", shown, lambda each: each.municipalities),
        _grouped(language, "cases-by-phase", shown, _phase_of, [each.value for each in Phase]),
        _grouped(language, "cases-by-theme", shown, lambda each: each.themes),
        _others(language, shown),
    ]
    opening = execute(text(language, "cases-open"), OpenCase(case=shown[0].id))
    del opening["data"]["case"], opening["fallback"]["data"]["case"]
    return card(language, summary, [title(summary), *filter(None, groups), _choice(shown, language)], [opening])


def no_cases(word: str, language: str) -> Card:
    """Nothing in the library is called that."""
    summary = text(language, "cases-none", word=word)
    body = [plain(summary), quiet(text(language, "cases-none-next"))]
    return card(language, summary, body, [execute(text(language, "case-back-to-list"), ListCases())])


def _choice(shown: Sequence[Case], language: str) -> Json:
    return {
        "type": "Input.ChoiceSet",
        "id": "case",
        "label": text(language, "cases-choose"),
        "style": "compact",
        "isRequired": True,
        "errorMessage": text(language, "cases-choose-error"),
        "choices": [{"title": each.title, "value": each.id} for each in shown],
    }


def _phase_of(each: Case) -> tuple[str, ...]:
    return (each.phase.value,) if each.phase else ()


def _grouped(
    language: str,
    key: str,
    shown: Sequence[Case],
    names_of: Callable[[Case], Sequence[str]],
    order: Sequence[str] = (),
) -> Json | None:
    """One line for each name, with the cases that bear it."""
    by_name: dict[str, list[str]] = {name: [] for name in order}
    for each in shown:
        if each.kind is Kind.CASE:
            for name in names_of(each):
                by_name.setdefault(name, []).append(each.short_title)
    if not order:
        by_name = dict(sorted(by_name.items()))
    lines = [plain(bold(f"{name}: "), ", ".join(titles), spacing="None") for name, titles in by_name.items() if titles]
    return group([heading(text(language, key)), *lines]) if lines else None


def _others(language: str, shown: Sequence[Case]) -> Json | None:
    titles = [plain(each.title, spacing="None") for each in shown if each.kind is not Kind.CASE]
    return group([heading(text(language, "cases-others")), *titles]) if titles else None
