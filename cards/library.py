"""A case to read, page by page, and the library as a list."""

from collections.abc import Callable, Iterable, Sequence

from cards.actions import ListCases, OpenCase, ShowAnswer, execute
from cards.card import Card, Json
from cards.citations import Citations, as_of
from cards.curating_actions import ChooseOther, Curate
from cards.dates import day
from cards.digest_actions import ShowDigest
from cards.paging import divided, numbered, turning
from cards.parts import (
    alphabetical,
    bold,
    buttons,
    card,
    clean,
    faint,
    group,
    heading,
    plain,
    quiet,
    short,
    title,
    unmarked,
    within,
)
from cards.phases import named
from cards.texts import text
from knowledge.library.model import Case, Kind, Passage, Phase, Section, Visibility

# Bytes, for Teams keeps a card under 28 KB. A library with a longer list is narrowed with a word.
PAGE = 14_000
CHOICES = 14_000
OVERVIEW = 10_000
FRAME = 200  # what a line of text takes beside its words
PAGE_STATEMENTS = 10
MOST_LESSONS = 8


def case(  # noqa: PLR0913 - where it was opened from, and by whom
    shown: Case, language: str, *, page: int = 0, answer_id: str = "", digest_id: str = "", leader: bool = False
) -> Card:
    """One page of a case; `answer_id` or `digest_id` is the answer or the digest to go back to.

    A `leader` may merge it with another.
    """
    pages = divided(_divided(shown.sections), lambda section: sum(map(_weight, section.passages)), PAGE)
    page = min(page, len(pages) - 1)
    citations = Citations(language)
    body = [title(shown.title), *_confidential(shown, language)]
    if page == 0:
        body += _opening(shown, language)
    for section in pages[page]:
        statements = [citations.statement(passage) for passage in section.passages]
        body.append(group([heading(section.heading), *statements]))
    body += citations.sources(PAGE)
    body += numbered(page, len(pages), language)
    here = OpenCase(case=shown.id, answer=answer_id, digest=digest_id, page=page)
    doing = [
        *turning(here, len(pages), language),
        _back(here, language),
        *_merging(shown, language, leader=leader),
    ]
    return card(language, shown.title, [*body, *buttons(doing)])


def _merging(shown: Case, language: str, *, leader: bool) -> list[Json]:
    if not leader or shown.kind is Kind.MEETING:
        return []
    return [execute(text(language, "merge-open"), ChooseOther(case=shown.id))]


def _back(here: OpenCase, language: str) -> Json:
    """To where the case was opened from."""
    if here.answer:
        return execute(text(language, "case-back-to-answer"), ShowAnswer(answer=here.answer))
    if here.digest:
        return execute(text(language, "digest-back-to-digest"), ShowDigest(digest=here.digest))
    return execute(text(language, "case-back-to-list"), ListCases())


def _divided(sections: Iterable[Section]) -> Iterable[Section]:
    """The sections as they are, but for those that alone are too long for a page."""
    for section in sections:
        part: list[Passage] = []
        for passage in section.passages:
            if part and sum(map(_weight, (*part, passage))) > PAGE:
                yield Section(section.heading, tuple(part))
                part = []
            part.append(passage)
        yield Section(section.heading, tuple(part))


def _weight(passage: Passage) -> int:
    """Bytes of a statement with its sources, or its share of what one reads at a time where that is more."""
    sources = (f"{source.title}{source.publisher}{source.url}" for source in passage.sources)
    return max(PAGE // PAGE_STATEMENTS, sum(FRAME + len(each.encode()) for each in (passage.text, *sources)))


def _confidential(shown: Case, language: str) -> list[Json]:
    secret = shown.visibility is Visibility.CONFIDENTIAL
    return [plain(bold(text(language, "case-confidential")))] if secret else []


def _opening(shown: Case, language: str) -> list[Json]:
    """Where, in which phase, how fresh, about what; of a meeting only when it was."""
    if shown.kind is Kind.MEETING:
        return [plain(faint(text(language, "meeting-notes-from", date=day(language, shown.checked))))]
    about = text(language, "case-themes", themes=", ".join(shown.themes))
    facts = [
        plain(faint(" · ".join((*_place(shown, language), as_of(shown, language))))),
        plain(faint(about), spacing="None"),
    ]
    return [group(facts, spacing="Small"), *([plain(shown.intro, spacing="Medium")] if shown.intro else [])]


def _place(shown: Case, language: str) -> list[str]:
    phase = [text(language, "case-phase", phase=named(shown.phase, language))] if shown.phase else []
    return [*([", ".join(shown.municipalities)] if shown.municipalities else []), *phase]


def inserted(shown: Case, said: Sequence[Passage], language: str) -> Card:
    """A case as somebody puts it into a message of their own: what it is about, and what of it was searched for."""
    citations = Citations(language)
    statements = [citations.statement(each) for each in said]
    body = [title(shown.title), *_opening(shown, language), *statements, *citations.sources(PAGE)]
    return card(language, shown.title, body)


def found_under(shown: Case, language: str) -> str:
    """The line that a case is listed under in a search: where, in which phase, about what."""
    return clean(short(" · ".join((*_place(shown, language), *shown.themes)), 100))


def cases(listed: Sequence[Case], language: str, *, word: str = "", leader: bool = False) -> Card:
    """A choice to open one of the cases, and an overview; `word` is what narrowed the list.

    A `leader` finds the way to tend the library.
    """
    shown = sorted(listed, key=lambda each: (each.kind is not Kind.CASE, alphabetical(each.title)))
    choices = list(within(map(_choice, shown), CHOICES))
    head = _head(shown, language, short(word))
    opening = execute(text(language, "cases-open"), OpenCase(case=shown[0].id), filled_in=("case",))
    tending = [execute(text(language, "curate-open"), Curate(), past_inputs=True)] if leader else []
    left_out = text(language, "cases-left-out", shown=len(choices), count=len(shown))
    body = [
        title(head),
        _choosing(choices, language),
        *buttons([opening, *tending]),
        *([quiet(left_out)] if len(choices) < len(shown) else []),
        *([_lines(shown, language)] if word else within(_overview(shown, language), OVERVIEW)),
    ]
    return card(language, head, body)


def no_cases(word: str, language: str) -> Card:
    """Nothing in the library is called that."""
    summary = text(language, "cases-none", word=short(word))
    body = [plain(summary), quiet(text(language, "cases-none-next"))]
    return card(language, summary, [*body, *buttons([execute(text(language, "case-back-to-list"), ListCases())])])


def _head(shown: Sequence[Case], language: str, word: str) -> str:
    if word:
        return text(language, "cases-narrowed", count=len(shown), word=word)
    return text(language, "cases-all", count=len(shown))


def _choice(each: Case) -> Json:
    return {"title": unmarked(each.title), "value": each.id}


def _choosing(choices: Sequence[Json], language: str) -> Json:
    return {
        "type": "Input.ChoiceSet",
        "id": "case",
        "label": text(language, "cases-choose"),
        "placeholder": text(language, "cases-placeholder"),
        "style": "compact",
        "isRequired": True,
        "errorMessage": text(language, "cases-choose-error"),
        "choices": list(choices),
    }


def _lines(shown: Sequence[Case], language: str) -> Json:
    """One line for each case: what it is called, where and in which phase."""
    lines = (plain(each.title, *(faint(f" · {fact}") for fact in _place(each, language))) for each in shown)
    return group(list(within(lines, OVERVIEW)))


def _overview(shown: Sequence[Case], language: str) -> Iterable[Json]:
    """The cases by municipality, phase and theme, as short as they can be said."""
    real = [each for each in shown if each.kind is Kind.CASE]
    groups = {
        "cases-by-municipality": _places(real),
        "cases-by-phase": _phases(real, language),
        "cases-by-theme": _themes(real, language),
        "cases-lessons": _lessons(shown, language),
        "cases-others": [plain(each.title) for each in shown if each.kind in {Kind.THEME, Kind.PROJECT}],
    }
    return [group([heading(text(language, key)), *lines]) for key, lines in groups.items() if lines]


def _places(cases: Iterable[Case]) -> list[Json]:
    """The municipalities, with their cases where those go by other names."""
    titles = _by(cases, lambda each: each.municipalities)
    names = [
        name if titles[name] == [name] else f"{name} ({', '.join(titles[name])})"
        for name in sorted(titles, key=alphabetical)
    ]
    return [plain(", ".join(names))] if names else []


def _phases(cases: Iterable[Case], language: str) -> list[Json]:
    titles = _by(cases, lambda each: (named(each.phase, language),) if each.phase else ())
    return [plain(bold(f"{phase}: "), ", ".join(titles[phase])) for phase in _in_order(language) if phase in titles]


def _in_order(language: str) -> list[str]:
    return [named(phase, language) for phase in Phase]


def _themes(cases: Iterable[Case], language: str) -> list[Json]:
    titles = _by(cases, lambda each: each.themes)
    names = [f"{name} ({len(titles[name])})" for name in sorted(titles, key=alphabetical)]
    return [plain(", ".join(names)), quiet(text(language, "cases-narrow"))] if names else []


def _lessons(shown: Iterable[Case], language: str) -> list[Json]:
    """The latest lessons, and how many more there are."""
    told = sorted((each for each in shown if each.kind is Kind.LESSON), key=lambda each: each.checked, reverse=True)
    left = len(told) - MOST_LESSONS
    more = [quiet(text(language, "cases-more-lessons", count=left))] if left > 0 else []
    return [*(plain(each.title) for each in told[:MOST_LESSONS]), *more]


def _by(cases: Iterable[Case], names_of: Callable[[Case], Iterable[str]]) -> dict[str, list[str]]:
    """The short titles of the cases under each name they bear."""
    titles: dict[str, list[str]] = {}
    for each in cases:
        for name in names_of(each):
            titles.setdefault(name, []).append(short(each.short_title))
    return titles
